"""The face engine: finds the faces of a picture and gives a template for each. Knows no gallery and no policy."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple, Protocol

import cv2
import numpy as np
from numpy.typing import NDArray

from guard.model import SkipCode
from guard.models import ready_weights
from guard.pictures.decoding import Picture, decode
from guard.pictures.detection import CenterFace
from guard.pictures.errors import PictureRefused
from guard.pictures.limits import BYTE_LIMIT
from guard.pictures.merging import Detections
from guard.pictures.recognition import RecognitionNetwork

Floats = NDArray[np.float32]


class Box(NamedTuple):
    """A rectangle in pixels of the upright picture; right and bottom are exclusive."""

    left: int
    top: int
    right: int
    bottom: int


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class TemplatedFace:
    """A face: where it is, how sure the detector is (0..1), and its template (128 float32, a unit vector)."""

    box: Box
    score: float
    template: Floats


class Engine(Protocol):
    """Finds faces and describes them. One instance serves one thread at a time."""

    version: str
    """Changes whenever the same picture could give other numbers."""

    def detect(self, picture: Picture) -> Detections:
        """The faces of a picture, most certain first."""

    def glances(self, picture: Picture, found: Detections) -> Floats:
        """What a first look tells of each of these faces, in directions near the templates': n x 128 float32."""

    def templates(self, picture: Picture, found: Detections, glances: Floats | None = None) -> Floats:
        """A unit vector for each of these faces: n x 128 float32. `glances` of the same faces save half of the work."""


class FaceEngine:
    """CenterFace and dlib's recognition network.

        for face in FaceEngine().read("class.jpg"):
            print(face.box, face.score, face.template.shape)

    Takes about a second to load and 200 MB. Raises ModelsMissing when the weights are not installed.
    """

    def __init__(self, models: Path | None = None) -> None:
        """`models`: the model folder, by default the one `school-guard models install` fills."""
        weights = ready_weights(models)
        cv2.setNumThreads(1)
        self.version = f"school-guard-2:{weights.version}"
        self._detector = CenterFace(weights.detection)
        self._network = RecognitionNetwork(weights.recognition)

    def read(self, picture: str | Path | bytes) -> tuple[TemplatedFace, ...]:
        """The faces of a picture file, given by path or by its bytes, most certain first.

        Raises PictureRefused for a picture that cannot be read, OSError for a file that cannot.
        """
        return read_faces(self, picture)

    def detect(self, picture: Picture) -> Detections:
        """The faces of a decoded picture (height x width x 3, RGB, uint8), most certain first."""
        return self._detector.detect(picture)

    def glances(self, picture: Picture, found: Detections) -> Floats:
        """What a first look tells of each of these faces, in directions near the templates': n x 128 float32."""
        return self._network.glances(picture, found.points)

    def templates(self, picture: Picture, found: Detections, glances: Floats | None = None) -> Floats:
        """A unit vector for each of these faces: n x 128 float32. `glances` of the same faces save half of the work."""
        seen = self.glances(picture, found) if glances is None else glances
        return self._network.templates(picture, found.points, seen)


def read_faces(engine: Engine, picture: str | Path | bytes) -> tuple[TemplatedFace, ...]:
    """What `FaceEngine.read` does, for any engine."""
    pixels = decode(picture if isinstance(picture, bytes) else _load(Path(picture)))
    found = engine.detect(pixels)
    templates = engine.templates(pixels, found)
    boxes = boxes_of(found, pixels)
    return tuple(map(TemplatedFace, boxes, found.scores.tolist(), templates))


def boxes_of(found: Detections, picture: Picture) -> Sequence[Box]:
    """The boxes in whole pixels inside the picture, at least one pixel large."""
    height, width = picture.shape[:2]
    boxes = []
    for left, top, right, bottom in found.boxes.tolist():
        x, y = min(max(0, int(left)), width - 1), min(max(0, int(top)), height - 1)
        boxes.append(Box(x, y, min(width, max(x + 1, round(right))), min(height, max(y + 1, round(bottom)))))
    return boxes


def _load(path: Path) -> bytes:
    with path.open("rb") as file:
        data = file.read(BYTE_LIMIT + 1)
    if len(data) > BYTE_LIMIT:
        raise PictureRefused(SkipCode.TOO_LARGE, f"the file has more than {BYTE_LIMIT // 1_000_000} million bytes")
    return data
