"""Looks at one picture: decode, find the faces, compare them with the gallery, forget everything else."""

from __future__ import annotations

from guard.model import Region, SkipCode, digest_of
from guard.pictures.decoding import decode
from guard.pictures.engine import Engine, boxes_of
from guard.pictures.enrolment import enrol
from guard.pictures.errors import PictureRefused
from guard.pictures.matching import GalleryIndex
from guard.pictures.reader import EnrolmentPhoto
from guard.reading import Face, PictureReading
from guard.vocabulary import Gallery


class Looker:
    """An engine with the gallery it looked for last, made ready for comparing. Serves one thread at a time."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self._gallery: Gallery | None = None
        self._index = GalleryIndex(Gallery())

    def look(self, data: bytes, gallery: Gallery) -> PictureReading:
        """What is seen of the picture with these bytes; never raises for a bad picture."""
        digest = digest_of(data)
        try:
            picture = decode(data)
        except PictureRefused as refusal:
            return PictureReading(digest, skipped=refusal.code)
        except MemoryError:
            return PictureReading(digest, skipped=SkipCode.TOO_LARGE)
        index = self._index_of(gallery)
        found = self.engine.detect(picture)
        height, width = picture.shape[:2]
        matches = index.match(self.engine.templates(picture, found)) if len(index) else [None] * len(found)
        faces = tuple(
            Face(Region(*box), score, match)
            for box, score, match in zip(boxes_of(found, picture), found.scores.tolist(), matches, strict=True)
        )
        return PictureReading(digest, width, height, faces, recognised=len(index) > 0)

    def enrol(self, data: bytes) -> EnrolmentPhoto:
        """What the photo gives to recognise its one person by."""
        return enrol(self.engine, data)

    def _index_of(self, gallery: Gallery) -> GalleryIndex:
        # Equal by content, not by version alone: a library user may pass galleries without one.
        if self._gallery is not gallery and self._gallery != gallery:
            self._index = GalleryIndex(gallery)
        self._gallery = gallery
        return self._index
