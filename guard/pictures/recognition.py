"""Turns a face into a template with dlib's recognition network, run by onnxruntime (17 times as fast as by dlib)."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from guard.pictures.alignment import CHIP_SIDE, chip
from guard.pictures.conversion import INPUT, OUTPUT
from guard.pictures.decoding import Picture

Floats = NDArray[np.float32]

TEMPLATE_SIZE = 128
# Each is seen as it is and mirrored: two views at a glance, four for a template.
GLANCE_ZOOMS, FURTHER_ZOOMS = (1.0,), (1.1,)
_BATCH = 32


class RecognitionNetwork:
    """The network, on one thread."""

    def __init__(self, model: bytes) -> None:
        """`model`: the converted network, an ONNX file's content."""
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        options.log_severity_level = 4
        self._session = onnxruntime.InferenceSession(model, sess_options=options, providers=["CPUExecutionProvider"])

    def descriptors(self, chips: NDArray[np.uint8]) -> Floats:
        """dlib's numbers for n x 150 x 150 x 3 RGB chips: n x 128, not normalised."""
        out = np.empty((len(chips), TEMPLATE_SIZE), dtype=np.float32)
        for start in range(0, len(chips), _BATCH):
            batch = chips[start : start + _BATCH].transpose(0, 3, 1, 2).astype(np.float32)
            out[start : start + _BATCH] = self._session.run([OUTPUT], {INPUT: batch})[0]
        return out

    def glances(self, picture: Picture, points: Floats) -> Floats:
        """The mean over half the views for each face (n x 5 x 2 points): n x 128 float32, not normalised."""
        return self._means(picture, points, GLANCE_ZOOMS)

    def templates(self, picture: Picture, points: Floats, glances: Floats) -> Floats:
        """A unit vector for each face, the mean over all views; the glances have seen half of them: n x 128."""
        return unit(glances + self._means(picture, points, FURTHER_ZOOMS))

    def _means(self, picture: Picture, points: Floats, zooms: Sequence[float]) -> Floats:
        count, views = len(points), 2 * len(zooms)
        chips = np.empty((count, len(zooms), 2, CHIP_SIDE, CHIP_SIDE, 3), dtype=np.uint8)
        for face in range(count):
            for index, zoom in enumerate(zooms):
                chips[face, index, 0] = chip(picture, points[face], zoom)
        chips[:, :, 1] = chips[:, :, 0, :, ::-1]
        flat = chips.reshape(-1, CHIP_SIDE, CHIP_SIDE, 3)
        means: Floats = self.descriptors(flat).reshape(count, views, TEMPLATE_SIZE).mean(axis=1)
        return means


def unit(vectors: Floats) -> Floats:
    """The same directions at length 1; a zero vector stays zero."""
    lengths = np.linalg.norm(vectors, axis=-1, keepdims=True)
    return np.asarray(vectors / np.maximum(lengths, 1e-12), dtype=np.float32)
