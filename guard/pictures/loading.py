"""Loads an engine by its name in the policy, and says plainly what is missing when it cannot be."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from guard import models as weights
from guard.pictures.errors import PicturesNotInstalled

if TYPE_CHECKING:
    from guard.pictures.engine import Engine

EngineName = Literal["onnx", "face-recognition"]

_NEEDED = {
    "onnx": ("numpy", "cv2", "PIL", "onnxruntime"),
    "face-recognition": ("numpy", "cv2", "PIL", "dlib", "face_recognition", "face_recognition_models"),
}


def load_engine(name: EngineName, models: Path | None = None) -> Engine:
    """The engine, its weights loaded. Raises PicturesUnavailable with what to do."""
    try:
        if name == "face-recognition":
            from guard.pictures.dlib_engine import DlibEngine

            return DlibEngine()
        from guard.pictures.engine import FaceEngine
    except ImportError as error:
        missing = error.name or "a package"
        raise PicturesNotInstalled(
            f"reading pictures needs {missing}, which is not installed: pip install 'school-guard[pictures]'"
        ) from error
    return FaceEngine(models)


def is_installed(name: EngineName, models: Path | None = None) -> bool:
    """Whether everything the engine needs seems to be here; a quick look that loads nothing."""
    if any(importlib.util.find_spec(module) is None for module in _NEEDED[name]):
        return False
    return name != "onnx" or weights.is_installed(models)
