"""Finds faces with CenterFace: a small pass over the whole picture for the large ones, a grid of tiles for the rest.

One pass at full size would take gigabytes; equal tiles of a scaled picture find the same faces for a tenth of that.
OpenCV's dnn module runs it: as fast as onnxruntime here, and it takes the model file as it is.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from guard.pictures.decoding import Picture

Floats = NDArray[np.float32]

SCORE_THRESHOLD = 0.35
_OUTPUTS = ("537", "538", "539", "540")  # heat map, size, offset, landmarks
_STRIDE = 4
_MULTIPLE = 32  # the network's input sides are multiples of this

_WHOLE_SIDE = 512
_ONE_PASS_SIDE = 1024  # pictures up to this size need no tiles
_TILE_SIDE = 800
_GRID_SIDE, _CROWD_SIDE = 2400, 3072  # 3 x 3 and 4 x 4 tiles
_OVERLAP = 48
_CROWD_FACES, _CROWD_FACE_SIDE = 12, 28  # so many faces so small: smaller ones are likely to be missed

_SAME_IOU, _SAME_CONTAINED, _SAME_CUT = 0.4, 0.75, 0.4


@dataclass(frozen=True, slots=True, eq=False)
class Detections:
    """Faces of one picture, most certain first, in its pixels.

    `boxes`: n x 4 (left, top, right, bottom). `scores`: n, 0..1. `points`: n x 5 x 2 (x, y) of the two eyes, the tip of
    the nose and the corners of the mouth; the picture's left first.
    """

    boxes: Floats
    scores: Floats
    points: Floats

    def __len__(self) -> int:
        return len(self.scores)

    def only(self, *faces: int) -> Detections:
        """Just the faces with these indices."""
        chosen = list(faces)
        return Detections(self.boxes[chosen], self.scores[chosen], self.points[chosen])


@dataclass(frozen=True, slots=True)
class _Window:
    """A part of the scaled picture to look at: its place, and which of its sides are not the picture's own."""

    left: int
    top: int
    right: int
    bottom: int


class CenterFace:
    """The detector. One instance serves one thread at a time."""

    def __init__(self, model: Path) -> None:
        self._network = cv2.dnn.readNetFromONNX(str(model))

    def detect(self, picture: Picture) -> Detections:
        """All faces of the picture (RGB, uint8) that score at least SCORE_THRESHOLD."""
        longest = max(picture.shape[:2])
        if longest <= _ONE_PASS_SIDE:
            sides = [min(longest, _WHOLE_SIDE), longest] if longest > _WHOLE_SIDE else [longest]
            return _merge([self._scan(picture, side) for side in sides])
        passes = [self._scan(picture, _WHOLE_SIDE), self._scan(picture, min(longest, _GRID_SIDE))]
        found = _merge(passes)
        if longest > _GRID_SIDE and _is_crowd(found):
            found = _merge([*passes, self._scan(picture, min(longest, _CROWD_SIDE))])
        return found

    def _scan(self, picture: Picture, side: int) -> tuple[Floats, ...]:
        """Looks at the picture scaled to `side` pixels on its long side, tile by tile where that is large.

        Returns boxes, scores, points and ranks in pixels of the picture; a box cut off by a tile ranks below zero.
        """
        height, width = picture.shape[:2]
        scale = side / max(height, width)
        scaled = picture
        if scale != 1:
            size = (max(1, round(width * scale)), max(1, round(height * scale)))
            scaled = np.asarray(cv2.resize(picture, size, interpolation=cv2.INTER_AREA), dtype=np.uint8)
        parts = [self._look(scaled, window) for window in _windows(*scaled.shape[:2])]
        boxes, scores, points, ranks = (np.concatenate(column) for column in zip(*parts, strict=True))
        factor = np.array([width / scaled.shape[1], height / scaled.shape[0]], dtype=np.float32)
        return boxes * np.tile(factor, 2), scores, points * factor, ranks

    def _look(self, scaled: Picture, window: _Window) -> tuple[Floats, ...]:
        tile = scaled[window.top : window.bottom, window.left : window.right]
        height, width = tile.shape[:2]
        # Black to the right and below, so that the sides are multiples of 32 and nothing is stretched.
        padded = np.zeros((1, 3, _round_up(height), _round_up(width)), dtype=np.float32)
        padded[0, :, :height, :width] = tile.transpose(2, 0, 1)
        self._network.setInput(padded)
        heat, sizes, offsets, landmarks = (np.asarray(each, np.float32) for each in self._network.forward(_OUTPUTS))
        boxes, scores, points = _faces(heat, sizes, offsets, landmarks, height, width)
        inner_left, inner_top = window.left > 0, window.top > 0
        inner_right, inner_bottom = window.right < scaled.shape[1], window.bottom < scaled.shape[0]
        cut = (
            (inner_left & (boxes[:, 0] < _STRIDE))
            | (inner_top & (boxes[:, 1] < _STRIDE))
            | (inner_right & (boxes[:, 2] > width - _STRIDE))
            | (inner_bottom & (boxes[:, 3] > height - _STRIDE))
        )
        place = np.array([window.left, window.top], dtype=np.float32)
        return boxes + np.tile(place, 2), scores, points + place, scores - cut.astype(np.float32)


def _round_up(side: int) -> int:
    return -(-side // _MULTIPLE) * _MULTIPLE


def _windows(height: int, width: int) -> Iterator[_Window]:
    """Equal overlapping tiles; a small picture is one tile."""
    if max(height, width) <= _ONE_PASS_SIDE:
        yield _Window(0, 0, width, height)
        return
    for top, bottom in _stretches(height):
        for left, right in _stretches(width):
            yield _Window(left, top, right, bottom)


def _stretches(length: int) -> list[tuple[int, int]]:
    count = -(-length // _TILE_SIDE)
    size = min(length, _round_up((length + (count - 1) * _OVERLAP) // count))
    starts = np.linspace(0, length - size, count).round().astype(int)
    return [(int(start), int(start) + size) for start in dict.fromkeys(starts.tolist())]


def _faces(
    heat: Floats, sizes: Floats, offsets: Floats, landmarks: Floats, height: int, width: int
) -> tuple[Floats, Floats, Floats]:
    """Boxes, scores and points out of the network's four maps, in pixels of the tile."""
    rows, columns = np.nonzero(heat[0, 0] > SCORE_THRESHOLD)
    scores = heat[0, 0, rows, columns]
    box_heights, box_widths = np.exp(sizes[0, :, rows, columns]).T * _STRIDE
    centre_y = (rows + offsets[0, 0, rows, columns] + 0.5) * _STRIDE
    centre_x = (columns + offsets[0, 1, rows, columns] + 0.5) * _STRIDE
    left = np.maximum(0, centre_x - box_widths / 2)
    top = np.maximum(0, centre_y - box_heights / 2)
    boxes = np.stack(
        [left, top, np.minimum(left + box_widths, width), np.minimum(top + box_heights, height)], axis=1
    ).astype(np.float32)
    shares = landmarks[0, :, rows, columns].reshape(-1, 5, 2)  # y, x of the box
    points_x = shares[:, :, 1] * box_widths[:, None] + left[:, None]
    points_y = shares[:, :, 0] * box_heights[:, None] + top[:, None]
    points = np.stack([points_x, points_y], axis=2).astype(np.float32)
    inside = (boxes[:, 2] - boxes[:, 0] >= 1) & (boxes[:, 3] - boxes[:, 1] >= 1)
    return boxes[inside], scores[inside], points[inside]


def _merge(passes: list[tuple[Floats, ...]]) -> Detections:
    """One box a face: whole boxes before cut ones, then by score; a box that means the same face is dropped."""
    boxes, scores, points, ranks = (np.concatenate(column) for column in zip(*passes, strict=True))
    order = np.argsort(-ranks, kind="stable")
    areas = (boxes[:, 2] - boxes[:, 0]) * (boxes[:, 3] - boxes[:, 1])
    keep: list[int] = []
    while order.size:
        best, order = int(order[0]), order[1:]
        keep.append(best)
        overlap_min = np.maximum(boxes[best, :2], boxes[order, :2])
        overlap_max = np.minimum(boxes[best, 2:], boxes[order, 2:])
        shared = np.prod(np.maximum(0, overlap_max - overlap_min), axis=1)
        smaller = np.minimum(areas[best], areas[order])
        iou = shared / (areas[best] + areas[order] - shared)
        contained = np.where(ranks[order] < 0, _SAME_CUT, _SAME_CONTAINED)
        order = order[(iou < _SAME_IOU) & (shared < contained * smaller)]
    kept = np.array(sorted(keep, key=lambda index: -float(scores[index])), dtype=np.intp)
    return Detections(boxes[kept], scores[kept], points[kept])


def _is_crowd(found: Detections) -> bool:
    sides = np.minimum(found.boxes[:, 2] - found.boxes[:, 0], found.boxes[:, 3] - found.boxes[:, 1])
    return int((sides < _CROWD_FACE_SIDE).sum()) >= _CROWD_FACES
