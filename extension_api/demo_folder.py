"""The folder of a demo: made in the system's place for temporary files, and gone afterwards, however the demo ended."""

from __future__ import annotations

import contextlib
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

PREFIX = "school-guard-demo-"
# Held locked by the demo that uses the folder. The system lets go of it when that process is gone.
_LOCK = "in-use"
# Between making a folder and locking it, it looks like one that was left behind.
_JUST_MADE = 60.0


@contextlib.contextmanager
def demo_folder() -> Iterator[Path]:
    """A folder until the block ends. What killed demos of this user have left behind goes first."""
    remove_left_behind(Path(tempfile.gettempdir()))
    with tempfile.TemporaryDirectory(prefix=PREFIX) as name:
        folder = Path(name)
        with (folder / _LOCK).open("wb") as lock:
            _lock(lock.fileno())
            yield folder


def remove_left_behind(place: Path) -> None:
    """Remove the folders in `place` of this user's demos that no longer run."""
    for folder in place.glob(f"{PREFIX}*"):
        with contextlib.suppress(OSError):  # another demo may be removing it as well
            if _is_own(folder) and not _in_use(folder):
                shutil.rmtree(folder, ignore_errors=True)


def _is_own(folder: Path) -> bool:
    if folder.is_symlink() or not folder.is_dir():
        return False
    # On Windows the place for temporary files is each user's own.
    return sys.platform == "win32" or folder.stat().st_uid == os.getuid()


def _in_use(folder: Path) -> bool:
    try:
        lock = (folder / _LOCK).open("r+b")
    except FileNotFoundError:
        return time.time() - folder.stat().st_mtime < _JUST_MADE
    with lock:
        try:
            _lock(lock.fileno())
        except OSError:
            return True
    return False


if sys.platform == "win32":
    import msvcrt

    def _lock(descriptor: int) -> None:
        """Lock a file for as long as it is open. Raises OSError when somebody else has."""
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(descriptor: int) -> None:
        """Lock a file for as long as it is open. Raises OSError when somebody else has."""
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
