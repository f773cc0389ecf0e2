"""Reads pictures in this process: for a script or the command line. The service uses `guard.pictures.worker_client`."""

from __future__ import annotations

import logging
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from guard.model import Media, SkipCode, digest_of
from guard.pictures.errors import PicturesUnavailable
from guard.pictures.loading import EngineName, load_engine
from guard.pictures.media import load
from guard.pictures.reader import EnrolmentPhoto, EnrolmentProblem
from guard.reading import PictureReading
from guard.vocabulary import Gallery

if TYPE_CHECKING:
    from guard.pictures.looking import Looker


log = logging.getLogger(__name__)


class InProcessReader:
    """A `PictureReader` that loads the engine into this process at the first picture. Thread-safe; one at a time."""

    def __init__(self, engine: EngineName = "onnx", models: Path | None = None) -> None:
        """`engine`: as in the policy. `models`: the model folder, by default the one that `models install` fills."""
        self._engine: EngineName = engine
        self._models = models
        self._looker: Looker | None = None
        self._lock = threading.Lock()
        self._closed = False
        self._told = ""  # why pictures cannot be read; said once

    def read(self, media: Sequence[Media], gallery: Gallery) -> tuple[PictureReading, ...]:
        """One reading for each picture, in order; NO_MODELS where the weights or the `pictures` extra are missing."""
        return tuple(self._read(one, gallery) for one in media)

    def enrol(self, photo: Media) -> EnrolmentPhoto:
        """What the photo gives to recognise its one person by. Raises PicturesUnavailable without weights."""
        data = load(photo)
        if isinstance(data, SkipCode):
            return EnrolmentPhoto(None, (EnrolmentProblem.UNREADABLE,))
        with self._lock:
            return self._ready().enrol(data)

    def close(self) -> None:
        """Lets go of the engine; reading afterwards is an error."""
        with self._lock:
            self._closed = True
            self._looker = None

    def _read(self, media: Media, gallery: Gallery) -> PictureReading:
        data = load(media)
        if isinstance(data, SkipCode):
            return PictureReading(media.known_digest or "", skipped=data)
        with self._lock:
            try:
                looker = self._ready()
            except PicturesUnavailable as error:
                if str(error) != self._told:
                    self._told = str(error)
                    log.warning("pictures cannot be read: %s", error)
                return PictureReading(digest_of(data), skipped=SkipCode.NO_MODELS)
            return looker.look(data, gallery)

    def _ready(self) -> Looker:
        if self._closed:
            raise ValueError("this picture reader is closed")
        if self._looker is None:
            engine = load_engine(self._engine, self._models)
            from guard.pictures.looking import Looker  # loads OpenCV, which load_engine found to be there

            self._looker = Looker(engine)
        return self._looker
