"""Looks at one picture: decode, find the faces, compare them with the gallery, forget everything else."""

from __future__ import annotations

import numpy as np

from guard.model import Region, SkipCode, digest_of
from guard.pictures.decoding import Picture, decode
from guard.pictures.engine import Engine, boxes_of
from guard.pictures.enrolment import enrol
from guard.pictures.errors import PictureRefused
from guard.pictures.matching import GalleryIndex
from guard.pictures.merging import Detections
from guard.pictures.reader import EnrolmentPhoto
from guard.pictures.recognition import unit
from guard.reading import Face, FaceMatch, PictureReading
from guard.vocabulary import Gallery

_GLANCE_MARGIN = 0.03  # scores from a glance differ by less


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
        matches = self._match(picture, found, index)
        faces = tuple(
            Face(Region(*box), score, match)
            for box, score, match in zip(boxes_of(found, picture), found.scores.tolist(), matches, strict=True)
        )
        return PictureReading(digest, width, height, faces, recognised=len(index) > 0)

    def _match(self, picture: Picture, found: Detections, index: GalleryIndex) -> list[FaceMatch | None]:
        """The best person for each face. Most faces resemble nobody enrolled, and fewer views will tell that."""
        matches: list[FaceMatch | None] = [None] * len(found)
        if not len(index) or not len(found):
            return matches
        glances = self.engine.glances(picture, found)
        close = np.flatnonzero(index.best_scores(unit(glances)) >= index.threshold - _GLANCE_MARGIN).tolist()
        if close:
            templates = self.engine.templates(picture, found.only(*close), glances[close])
            for face, match in zip(close, index.match(templates), strict=True):
                matches[face] = match
        return matches

    def enrol(self, data: bytes) -> EnrolmentPhoto:
        """What the photo gives to recognise its one person by."""
        return enrol(self.engine, data)

    def _index_of(self, gallery: Gallery) -> GalleryIndex:
        # Equal by content, not by version alone: a library user may pass galleries without one.
        if self._gallery is not gallery and self._gallery != gallery:
            self._index = GalleryIndex(gallery)
        self._gallery = gallery
        return self._index
