"""The second engine: the `face_recognition` package and dlib itself, behind the same interface.

Slower, and blind to small and turned faces (see docs/pictures.md); for a school that wants the well-known one. Comes
with `pip install 'school-guard[face-recognition]'`, which compiles dlib.
"""

from __future__ import annotations

import importlib
import warnings
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from guard.pictures.decoding import Picture
from guard.pictures.engine import TemplatedFace, read_faces
from guard.pictures.errors import PicturesNotInstalled
from guard.pictures.merging import Detections
from guard.pictures.recognition import TEMPLATE_SIZE, unit

Floats = NDArray[np.float32]

_HINT = "pip install 'school-guard[face-recognition]'"


class DlibEngine:
    """face_recognition with its defaults: HOG detection, one view a face. Raises PicturesNotInstalled."""

    def __init__(self) -> None:
        self._package = _face_recognition()
        try:
            versions = [
                version("face-recognition"),
                version("face-recognition-models"),
                self._package.api.dlib.__version__,
            ]
        except PackageNotFoundError as error:
            raise PicturesNotInstalled(f"{error.name} is not properly installed: {_HINT}") from error
        self.version = "face-recognition:" + "-".join(versions)

    def read(self, picture: str | Path | bytes) -> tuple[TemplatedFace, ...]:
        """As `FaceEngine.read`."""
        return read_faces(self, picture)

    def detect(self, picture: Picture) -> Detections:
        """The faces of a decoded picture. dlib's detector tells no score here: all are 1."""
        locations = self._package.face_locations(picture)
        landmarks = self._package.face_landmarks(picture, locations)
        boxes = np.array([(left, top, right, bottom) for top, right, bottom, left in locations], dtype=np.float32)
        points = np.array([_five_points(each) for each in landmarks], dtype=np.float32)
        return Detections(boxes.reshape(-1, 4), np.ones(len(locations), dtype=np.float32), points.reshape(-1, 5, 2))

    def glances(self, picture: Picture, found: Detections) -> Floats:
        """The templates: there is one view only."""
        return self.templates(picture, found)

    def templates(self, picture: Picture, found: Detections, glances: Floats | None = None) -> Floats:
        """dlib's descriptors at length 1: n x 128 float32, or the glances, which are the same."""
        if glances is not None:
            return glances
        locations = [(top, right, bottom, left) for left, top, right, bottom in found.boxes.astype(int).tolist()]
        encodings = self._package.face_encodings(picture, locations) if locations else []
        return unit(np.array(encodings, dtype=np.float32).reshape(-1, TEMPLATE_SIZE))


def _five_points(landmarks: dict[str, list[tuple[int, int]]]) -> list[NDArray[np.float64]]:
    """Eyes, tip of the nose and corners of the mouth, out of face_recognition's 68 points by name."""
    left_eye, right_eye = (np.mean(landmarks[eye], axis=0) for eye in ("left_eye", "right_eye"))
    nose, mouth = landmarks["nose_bridge"][-1], landmarks["top_lip"]
    return [left_eye, right_eye, np.array(nose, float), np.array(mouth[0], float), np.array(mouth[6], float)]


def _face_recognition() -> Any:
    """The package, imported with care: when its models cannot be imported it prints a hint and ends the whole program
    with exit code 0. The models in turn need pkg_resources, which setuptools 82 and later no longer bring."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # pkg_resources warns of its own end
        for module, needed in (("pkg_resources", "setuptools below version 81"), ("face_recognition_models", "")):
            try:
                importlib.import_module(module)
            except ImportError as error:
                raise PicturesNotInstalled(f"face-recognition needs {needed or module}: {_HINT}") from error
        try:
            return importlib.import_module("face_recognition")
        except (ImportError, SystemExit) as error:
            raise PicturesNotInstalled(f"face-recognition cannot be loaded: {_HINT}") from error
