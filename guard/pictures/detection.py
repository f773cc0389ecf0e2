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
from guard.pictures.merging import (
    LOWEST_SCORE,
    SCORE_THRESHOLD,
    Candidates,
    Detections,
    Floats,
    believed,
    doubtful,
    merge,
)

_OUTPUTS = ("537", "538", "539", "540")  # heat map, size, offset, landmarks
_STRIDE = 4
_MULTIPLE = 32  # the network's input sides are multiples of this

_WHOLE_SIDE = 512
_ONE_PASS_SIDE = 1024  # pictures up to this size need no tiles
_TILE_SIDE = 800
_GRID_SIDE, _CROWD_SIDE = 2400, 3072  # 3 x 3 and 4 x 4 tiles
_OVERLAP = 48
_CUT_MARGIN = 8  # a box that comes so near to the edge of its tile may go on beyond it
_CLOSER_LOOKS, _CLOSER_TIMES, _CLOSER_SIDE, _CLOSER_FACE_SIDE = 12, 2, 192, 96  # a window of two faces a side
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
        looks.extend(self._closer_looks(picture, found))
        return believed(merge(looks))

    def _scan(self, picture: Picture, side: int) -> Candidates:
        """Looks at the picture scaled to `side` pixels on its long side, tile by tile where that is large."""
        height, width = picture.shape[:2]
        scale = side / max(height, width)
        scaled = picture
        if scale != 1:
            size = (max(1, round(width * scale)), max(1, round(height * scale)))
            scaled = np.asarray(cv2.resize(picture, size, interpolation=cv2.INTER_AREA), dtype=np.uint8)
        found = Candidates.joined([self._look_through(scaled, window) for window in _windows(*scaled.shape[:2])])
        factor = np.array([width / scaled.shape[1], height / scaled.shape[0]], dtype=np.float32)
        scales = np.full(len(found.scores), scale, dtype=np.float32)
        return Candidates(found.boxes * np.tile(factor, 2), found.scores, found.points * factor, found.cut, scales)

    def _closer_looks(self, picture: Picture, found: Detections) -> Iterator[Candidates]:
        """Looks at uncertain faces from nearby, and at what is still uncertain then from nearer still."""
        looks = 0
        for box in doubtful(found).boxes:
            for _ in range(_CLOSER_TIMES):
                if looks == _CLOSER_LOOKS:
                    return
                looks += 1
                seen = self._look_again(picture, box)
                # From nearby an ear can look a little like a face in company; a face looks quite like one.
                yield seen.only(seen.scores >= SCORE_THRESHOLD)
                if not len(seen.scores) or seen.scores.max() >= SCORE_THRESHOLD:
                    break
                box = seen.boxes[seen.scores.argmax()]

    def _look_again(self, picture: Picture, box: Floats) -> Candidates:
        """Looks at one place from nearby: the box and its surroundings, scaled so that the box gets a good size."""
        side = max(float(min(box[2] - box[0], box[3] - box[1])), 1.0)
        scale = _CLOSER_FACE_SIDE / side
        reach = _CLOSER_SIDE / scale / 2
        x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
        height, width = picture.shape[:2]
        left, top = max(0, int(x - reach)), max(0, int(y - reach))
        crop = picture[top : min(height, int(y + reach) + 1), left : min(width, int(x + reach) + 1)]
        # Not a pixel more than the window: the network would be given another 32.
        columns, rows = (min(max(1, round(length * scale)), _CLOSER_SIDE) for length in crop.shape[1::-1])
        way = cv2.INTER_AREA if scale < 1 else cv2.INTER_LINEAR
        scaled = np.asarray(cv2.resize(crop, (columns, rows), interpolation=way), dtype=np.uint8)
        right, bottom = left + crop.shape[1], top + crop.shape[0]
        found = self._look(scaled, (left > 0, top > 0, right < width, bottom < height))
        factor = np.array([crop.shape[1] / columns, crop.shape[0] / rows], dtype=np.float32)
        place = np.array([left, top], dtype=np.float32)
        seen = found.only(~found.cut)  # half a neighbour at the edge looks like a small face of its own
        boxes = seen.boxes * np.tile(factor, 2) + np.tile(place, 2)
        return Candidates(boxes, seen.scores, seen.points * factor + place, seen.cut, seen.scales * np.float32(scale))

    def _look_through(self, scaled: Picture, window: _Window) -> Candidates:
        """What is found in this part of the scaled picture, in the pixels of the scaled picture."""
        height, width = scaled.shape[:2]
        goes_on = (window.left > 0, window.top > 0, window.right < width, window.bottom < height)
        found = self._look(scaled[window.top : window.bottom, window.left : window.right], goes_on)
        place = np.array([window.left, window.top], dtype=np.float32)
        return Candidates(found.boxes + np.tile(place, 2), found.scores, found.points + place, found.cut, found.scales)

    def _look(self, tile: Picture, goes_on: tuple[bool, bool, bool, bool]) -> Candidates:
        """What is found in a tile, in its pixels. `goes_on`: whether the picture does, to the left, above, to the right
        and below, so that a face at that side may be cut off."""
        height, width = tile.shape[:2]
        # Black to the right and below, so that the sides are multiples of 32 and nothing is stretched.
        padded = np.zeros((1, 3, _round_up(height), _round_up(width)), dtype=np.float32)
        padded[0, :, :height, :width] = tile.transpose(2, 0, 1)
        self._network.setInput(padded)
        heat, sizes, offsets, landmarks = (np.asarray(each, np.float32) for each in self._network.forward(_OUTPUTS))
        boxes, scores, points = _faces(heat, sizes, offsets, landmarks)
        distances = np.stack([boxes[:, 0], boxes[:, 1], width - boxes[:, 2], height - boxes[:, 3]], axis=1)
        cut = ((distances < _CUT_MARGIN) & np.array(goes_on)).any(axis=1)
        boxes = np.clip(boxes, 0, np.array([width, height, width, height], dtype=np.float32))
        inside = (boxes[:, 2] - boxes[:, 0] >= 1) & (boxes[:, 3] - boxes[:, 1] >= 1)
        return Candidates(boxes, scores, points, cut, np.ones_like(scores)).only(inside)


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
