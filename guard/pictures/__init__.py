"""Reading pictures: which faces are in them, and whether they may be somebody enrolled.

Nothing heavy is imported until it is used: OpenCV, onnxruntime and Pillow are loaded by the engine, in the worker
process or where `FaceEngine` is asked for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from guard.pictures.engine import FaceEngine

__all__ = ["FaceEngine"]


def __getattr__(name: str) -> Any:
    if name == "FaceEngine":
        from guard.pictures.engine import FaceEngine

        return FaceEngine
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
