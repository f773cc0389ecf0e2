"""Which browser extensions may call, and when one last did."""

from __future__ import annotations

import json
import os
import threading
import time
from collections.abc import Iterable
from pathlib import Path

import msgspec

from extension_api.errors import DataFolderError


class Extensions:
    """The pinned extension ids, and the origins learned at pairing, which are kept in a file of the data folder.

    Origins are whole Origin headers. When an extension last called is kept in memory only.
    """

    def __init__(self, pinned: Iterable[str], file: Path) -> None:
        self._pinned = frozenset(f"chrome-extension://{each}" for each in pinned)
        self._file = file
        self._lock = threading.Lock()
        self._learned = _read(file)
        self._last_call: float | None = None

    def knows(self, origin: str) -> bool:
        """Whether the origin may call."""
        return origin in self._pinned or origin in self._learned

    def learn(self, origin: str) -> None:
        """Remember an extension that has just been paired."""
        with self._lock:
            if self.knows(origin):
                return
            self._learned = self._learned | {origin}
            # Written beside and moved into place: a crash leaves the old list, never half of one.
            beside = self._file.with_suffix(".new")
            beside.write_text(json.dumps(sorted(self._learned)), "utf-8")
            os.replace(beside, self._file)

    def note_call(self, origin: str | None) -> None:
        """An extension has called with the token."""
        if origin is not None and self.knows(origin):
            self._last_call = time.time()

    @property
    def last_call(self) -> float | None:
        """When an extension last called, in seconds since 1970, or None."""
        return self._last_call


def _read(file: Path) -> frozenset[str]:
    try:
        return frozenset(msgspec.json.decode(file.read_bytes(), type=list[str]))
    except FileNotFoundError:
        return frozenset()
    except msgspec.DecodeError:
        raise DataFolderError(f"{file} is damaged: delete it, and pair the extensions in it once more") from None
    except OSError as error:
        raise DataFolderError(
            f"{file} cannot be read ({error.strerror}): delete it, and pair the extensions once more"
        ) from error
