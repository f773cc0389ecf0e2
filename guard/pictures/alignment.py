"""Cuts faces out as the recognition network was taught to see them: upright, 150 x 150, eyes and mouth in one place."""

from __future__ import annotations

from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from guard.pictures.decoding import Picture

CHIP_SIDE: Final = 150
_PADDING = 0.25

Floats = NDArray[np.float32]

# Where the five points lie in a face of unit size: the means of dlib's 68-point face (eyes: six points each; nose tip;
# corners of the mouth), from get_face_chip_details in dlib/image_processing/frontal_face... full_object_detection.
_MEAN_FACE = np.array(
    [[0.225492, 0.215990], [0.754761, 0.215990], [0.490127, 0.515625], [0.254149, 0.780233], [0.726104, 0.780233]]
)
_TARGET = (_MEAN_FACE + _PADDING) / (2 * _PADDING + 1) * CHIP_SIDE


def similarity(points: NDArray[np.float32], zoom: float = 1.0) -> NDArray[np.float64]:
    """The 2 x 3 matrix (turn, scale, shift; never a mirroring) from picture to chip that fits the five points best.

    `zoom` above 1 shows less around the face. Least squares, Umeyama (1991).
    """
    target = (_TARGET - CHIP_SIDE / 2) * zoom + CHIP_SIDE / 2
    source = points.astype(np.float64)
    source_mean, target_mean = source.mean(axis=0), target.mean(axis=0)
    source_c, target_c = source - source_mean, target - target_mean
    spread = max(float((source_c**2).sum()), 1e-9)
    # A turn with scale is one complex number: the least-squares quotient of the two shapes.
    a = float((source_c * target_c).sum()) / spread
    b = float((source_c[:, 0] * target_c[:, 1] - source_c[:, 1] * target_c[:, 0]).sum()) / spread
    turn = np.array([[a, -b], [b, a]])
    return np.column_stack([turn, target_mean - turn @ source_mean])


def chip(picture: Picture, points: NDArray[np.float32], zoom: float = 1.0) -> Picture:
    """The face with these five points (5 x 2), 150 x 150 RGB; black where the picture ends."""
    matrix = similarity(points, zoom)
    scale = float(np.hypot(matrix[0, 0], matrix[1, 0]))
    left, top, right, bottom = _source_rectangle(matrix, picture)
    if right - left < 2 or bottom - top < 2:
        return np.zeros((CHIP_SIDE, CHIP_SIDE, 3), dtype=np.uint8)
    crop: Picture = picture[top:bottom, left:right]
    matrix[:, 2] += matrix[:, :2] @ np.array([left, top])
    shrink = int(1 / max(scale, 1e-6))
    if shrink > 1:
        # A plain warp samples four pixels however much it shrinks; averaging first avoids the moire that would give.
        height, width = crop.shape[:2]
        size = (max(2, width // shrink), max(2, height // shrink))
        crop = np.asarray(cv2.resize(crop, size, interpolation=cv2.INTER_AREA), dtype=np.uint8)
        factor = np.array([width / size[0], height / size[1]])
        # Pixel centres: source = (small + 0.5) * factor - 0.5
        matrix[:, 2] += matrix[:, :2] @ ((factor - 1) / 2)
        matrix[:, :2] *= factor
    warped = cv2.warpAffine(crop, matrix, (CHIP_SIDE, CHIP_SIDE), flags=cv2.INTER_LINEAR)
    return np.asarray(warped, dtype=np.uint8)


def _source_rectangle(matrix: NDArray[np.float64], picture: Picture) -> tuple[int, int, int, int]:
    """The part of the picture the chip can see, with a pixel to spare: left, top, right, bottom."""
    corners = np.array([[0, 0], [CHIP_SIDE, 0], [0, CHIP_SIDE], [CHIP_SIDE, CHIP_SIDE]], dtype=np.float64)
    turn = matrix[:, :2]
    if abs(float(np.linalg.det(turn))) < 1e-12:
        return 0, 0, 0, 0
    source = (corners - matrix[:, 2]) @ np.linalg.inv(turn).T
    height, width = picture.shape[:2]
    left, top = np.clip(np.floor(source.min(axis=0)) - 2, 0, (width, height)).astype(int)
    right, bottom = np.clip(np.ceil(source.max(axis=0)) + 3, 0, (width, height)).astype(int)
    return int(left), int(top), int(right), int(bottom)
