"""What picture readings are remembered by, and for how long. Boxes, sizes and opaque references; nothing else."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable

from guard.model import SkipCode
from guard.reading import PictureReading
from guard.vocabulary import Gallery

_Key = tuple[str, str | None, float]

_SHORT_SECONDS = 5.0  # after weights were found missing: they may be installed any moment


class Results:
    """A bounded memory of readings. Not thread-safe; `clear` it when the engine's version changes.

    A reading belongs to the gallery it was made with: with another version or threshold it is not found. Why a picture
    could not be read does not depend on the gallery.
    """

    def __init__(self, entries: int, seconds: float, clock: Callable[[], float]) -> None:
        self._entries, self._seconds, self._clock = entries, seconds, clock
        self._kept: OrderedDict[_Key, tuple[float, PictureReading]] = OrderedDict()

    def put(self, gallery: Gallery, reading: PictureReading) -> None:
        """Remembers a reading, and forgets the one not asked for longest when there are too many."""
        seconds = _SHORT_SECONDS if reading.skipped is SkipCode.NO_MODELS else self._seconds
        key = (reading.digest, None, 0.0) if reading.skipped else (reading.digest, gallery.version, gallery.threshold)
        self._kept[key] = (self._clock() + seconds, reading)
        self._kept.move_to_end(key)
        while len(self._kept) > self._entries:
            self._kept.popitem(last=False)

    def get(self, digest: str, gallery: Gallery) -> PictureReading | None:
        """What is known of a picture with this gallery."""
        self._expire()
        for key in ((digest, gallery.version, gallery.threshold), (digest, None, 0.0)):
            if key in self._kept:
                self._kept.move_to_end(key)
                return self._kept[key][1]
        return None

    def clear(self) -> None:
        """Forgets everything."""
        self._kept.clear()

    def __len__(self) -> int:
        self._expire()
        return len(self._kept)

    def _expire(self) -> None:
        now = self._clock()
        for key in [key for key, (until, _) in self._kept.items() if until <= now]:
            del self._kept[key]
