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

from guard.pictures.decoding import Picture
from guard.pictures.merging import LOWEST_SCORE, Candidates, Detections, Floats, believed, doubtful, merge

_OUTPUTS = ("537", "538", "539", "540")  # heat map, size, offset, landmarks
_STRIDE = 4
_MULTIPLE = 32  # the network's input sides are multiples of this

_WHOLE_SIDE = 512
_ONE_PASS_SIDE = 1024  # pictures up to this size need no tiles
_TILE_SIDE = 800
_GRID_SIDE, _CROWD_SIDE = 2400, 3072  # 3 x 3 and 4 x 4 tiles
_OVERLAP = 48
_CUT_MARGIN = 8  # a box that comes so near to the edge of its tile may go on beyond it
_SECOND_LOOKS, _SECOND_SIDE, _SECOND_FACE_SIDE = 16, 160, 48
_CROWD_FACES, _CROWD_FACE_SIDE = 12, 28  # so many faces so small: smaller ones are likely to be missed


@dataclass(frozen=True, slots=True)
class _Window:
    """A part of the scaled picture to look at."""

    left: int
    top: int
    right: int
    bottom: int


class CenterFace:
    """The detector. One instance serves one thread at a time."""

    def __init__(self, model: Path) -> None:
        self._network = cv2.dnn.readNetFromONNX(str(model))

    def detect(self, picture: Picture) -> Detections:
        """All faces of the picture (RGB, uint8), most certain first."""
        longest = max(picture.shape[:2])
        if longest <= _ONE_PASS_SIDE:
            sides = [min(longest, _WHOLE_SIDE), longest] if longest > _WHOLE_SIDE else [longest]
        else:
            sides = [_WHOLE_SIDE, min(longest, _GRID_SIDE)]
        looks = [self._scan(picture, side) for side in sides]
        found = merge(looks)
        crowd = int((believed(found).sides < _CROWD_FACE_SIDE).sum()) >= _CROWD_FACES
        if longest > _GRID_SIDE and crowd:
            looks.append(self._scan(picture, min(longest, _CROWD_SIDE)))
            found = merge(looks)
        looks.extend(self._look_again(picture, box) for box in doubtful(found).boxes[:_SECOND_LOOKS])
        return believed(merge(looks))

    def _scan(self, picture: Picture, side: int) -> Candidates:
        """Looks at the picture scaled to `side` pixels on its long side, tile by tile where that is large."""
        height, width = picture.shape[:2]
        scale = side / max(height, width)
        scaled = picture
        if scale != 1:
            size = (max(1, round(width * scale)), max(1, round(height * scale)))
            scaled = np.asarray(cv2.resize(picture, size, interpolation=cv2.INTER_AREA), dtype=np.uint8)
        found = Candidates.joined([self._look(scaled, window) for window in _windows(*scaled.shape[:2])])
        factor = np.array([width / scaled.shape[1], height / scaled.shape[0]], dtype=np.float32)
        scales = np.full(len(found.scores), scale, dtype=np.float32)
        return Candidates(found.boxes * np.tile(factor, 2), found.scores, found.points * factor, found.cut, scales)

    def _look_again(self, picture: Picture, box: Floats) -> Candidates:
        """Looks at one place from nearby: the box and its surroundings, scaled so that the box gets a good size."""
        side = max(float(min(box[2] - box[0], box[3] - box[1])), 1.0)
        scale = _SECOND_FACE_SIDE / side
        reach = _SECOND_SIDE / scale / 2
        x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
        height, width = picture.shape[:2]
        left, top = max(0, int(x - reach)), max(0, int(y - reach))
        crop = picture[top : min(height, int(y + reach) + 1), left : min(width, int(x + reach) + 1)]
        size = (max(1, round(crop.shape[1] * scale)), max(1, round(crop.shape[0] * scale)))
        way = cv2.INTER_AREA if scale < 1 else cv2.INTER_LINEAR
        scaled = np.asarray(cv2.resize(crop, size, interpolation=way), dtype=np.uint8)
        found = self._look(scaled, _Window(0, 0, *size))
        factor = np.array([crop.shape[1] / size[0], crop.shape[0] / size[1]], dtype=np.float32)
        place = np.array([left, top], dtype=np.float32)
        middle = (found.boxes[:, :2] + found.boxes[:, 2:]) / 2
        near = (np.abs(middle - np.array(size) / 2) < _SECOND_FACE_SIDE).all(axis=1)
        return Candidates(
            found.boxes[near] * np.tile(factor, 2) + np.tile(place, 2),
            found.scores[near],
            found.points[near] * factor + place,
            found.cut[near],
            np.full(int(near.sum()), scale, dtype=np.float32),
        )

    def _look(self, scaled: Picture, window: _Window) -> Candidates:
        tile = scaled[window.top : window.bottom, window.left : window.right]
        height, width = tile.shape[:2]
        # Black to the right and below, so that the sides are multiples of 32 and nothing is stretched.
        padded = np.zeros((1, 3, _round_up(height), _round_up(width)), dtype=np.float32)
        padded[0, :, :height, :width] = tile.transpose(2, 0, 1)
        self._network.setInput(padded)
        heat, sizes, offsets, landmarks = (np.asarray(each, np.float32) for each in self._network.forward(_OUTPUTS))
        boxes, scores, points = _faces(heat, sizes, offsets, landmarks)
        cut = (
            ((window.left > 0) & (boxes[:, 0] < _CUT_MARGIN))
            | ((window.top > 0) & (boxes[:, 1] < _CUT_MARGIN))
            | ((window.right < scaled.shape[1]) & (boxes[:, 2] > width - _CUT_MARGIN))
            | ((window.bottom < scaled.shape[0]) & (boxes[:, 3] > height - _CUT_MARGIN))
        )
        boxes = np.clip(boxes, 0, np.array([width, height, width, height], dtype=np.float32))
        inside = (boxes[:, 2] - boxes[:, 0] >= 1) & (boxes[:, 3] - boxes[:, 1] >= 1)
        place = np.array([window.left, window.top], dtype=np.float32)
        return Candidates(
            boxes[inside] + np.tile(place, 2),
            scores[inside],
            points[inside] + place,
            cut[inside],
            np.ones(int(inside.sum()), dtype=np.float32),
        )


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
    starts = np.linspace(0, length - size, count).round().astype(int).tolist()
    return [(start, start + size) for start in dict.fromkeys(starts)]


def _faces(heat: Floats, sizes: Floats, offsets: Floats, landmarks: Floats) -> tuple[Floats, Floats, Floats]:
    """Boxes, scores and points out of the network's four maps, in pixels of the tile; boxes may reach beyond it."""
    rows, columns = np.nonzero(heat[0, 0] >= LOWEST_SCORE)
    heights, widths = np.exp(sizes[0, :, rows, columns]).T * _STRIDE
    top = (rows + offsets[0, 0, rows, columns] + 0.5) * _STRIDE - heights / 2
    left = (columns + offsets[0, 1, rows, columns] + 0.5) * _STRIDE - widths / 2
    boxes = np.stack([left, top, left + widths, top + heights], axis=1).astype(np.float32)
    shares = landmarks[0, :, rows, columns].reshape(-1, 5, 2)  # y, x of the box
    points_x = shares[:, :, 1] * widths[:, None] + left[:, None]
    points_y = shares[:, :, 0] * heights[:, None] + top[:, None]
    return boxes, heat[0, 0, rows, columns], np.stack([points_x, points_y], axis=2).astype(np.float32)
