"""Makes one detection a face out of what several looks at the same picture, at several sizes, have found."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]

SCORE_THRESHOLD = 0.35
# Beside so many certain faces that are at most so much larger, a less certain one is looked at again from nearby, and
# believed from a lower score on: in a class picture that finds the small faces looking down, while gravel stays gravel.
COMPANY, COMPANY_SIZE, SCORE_IN_COMPANY = 3, 4.0, 0.2
LOWEST_SCORE = 0.05
_APART = 0.1  # the share of it that may lie in a certain face
_BESIDE = 0.75  # what is within this many widths and heights of a certain face may well be part of the same person

# Two boxes mean the same face: shared area over joint area, or over the smaller box; less for one that a tile cut off.
_SAME_IOU, _SAME_CONTAINED, _SAME_CUT = 0.4, 0.75, 0.2

# The points are taken from where the face was seen largest, but not larger than this.
_POINTS_IOU, _POINTS_SIDE = 0.5, 300.0


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

    @property
    def sides(self) -> Floats:
        """The shorter side of each box, in pixels."""
        return shorter_sides(self.boxes)

    def only(self, *faces: int) -> Detections:
        """Just the faces with these indices."""
        chosen = list(faces)
        return Detections(self.boxes[chosen], self.scores[chosen], self.points[chosen])


@dataclass(frozen=True, slots=True, eq=False)
class Candidates:
    """What looks found, several boxes a face: as in Detections, and for each whether a tile's edge cut it off, and how
    large the picture was when it was found (1: its own size)."""

    boxes: Floats
    scores: Floats
    points: Floats
    cut: NDArray[np.bool_]
    scales: Floats

    @classmethod
    def joined(cls, parts: Sequence[Candidates]) -> Candidates:
        """All of them in one."""
        return cls(
            np.concatenate([part.boxes for part in parts]),
            np.concatenate([part.scores for part in parts]),
            np.concatenate([part.points for part in parts]),
            np.concatenate([part.cut for part in parts]),
            np.concatenate([part.scales for part in parts]),
        )

    def only(self, chosen: NDArray[np.bool_]) -> Candidates:
        """Just those for which `chosen` is true."""
        return Candidates(
            self.boxes[chosen], self.scores[chosen], self.points[chosen], self.cut[chosen], self.scales[chosen]
        )


def merge(looks: Sequence[Candidates]) -> Detections:
    """One box a face, whole boxes before cut ones, then by score; also those not to be believed yet."""
    found = Candidates.joined(looks)
    order = np.argsort(found.cut - found.scores, kind="stable")
    areas = _areas(found.boxes)
    keep: list[int] = []
    while order.size:
        best, order = int(order[0]), order[1:]
        keep.append(best)
        shared = _shared(found.boxes[best], found.boxes[order])
        smaller = np.minimum(areas[best], areas[order])
        iou = shared / (areas[best] + areas[order] - shared)
        contained = np.where(found.cut[order], _SAME_CUT, _SAME_CONTAINED)
        order = order[(iou < _SAME_IOU) & (shared < contained * smaller)]
    kept = np.array(sorted(keep, key=lambda index: -float(found.scores[index])), dtype=np.intp)
    points = found.points[[_clearest(found, areas, int(index)) for index in kept]]
    return Detections(found.boxes[kept], found.scores[kept], points)


def _clearest(found: Candidates, areas: Floats, face: int) -> int:
    """The candidate for the same face whose points are likely to be the most exact."""
    shared = _shared(found.boxes[face], found.boxes)
    same = shared / (areas[face] + areas - shared) >= _POINTS_IOU
    seen = shorter_sides(found.boxes) * found.scales
    fit = same & ~found.cut & (found.scores >= SCORE_THRESHOLD) & (seen <= _POINTS_SIDE)
    return int(np.where(fit, seen, -1).argmax()) if fit.any() else face


def believed(found: Detections) -> Detections:
    """Certain faces, and less certain ones in company."""
    certain = found.scores >= SCORE_THRESHOLD
    return found.only(*np.flatnonzero(certain | (_in_company(found) & (found.scores >= SCORE_IN_COMPANY))).tolist())


def doubtful(found: Detections) -> Detections:
    """Uncertain faces in company that are worth a second look, the most promising first.

    Those beside a certain face come last, for most are its collar or its hands; then the most certain come first.
    """
    weak = np.flatnonzero((found.scores < SCORE_THRESHOLD) & _in_company(found))
    around = found.boxes[found.scores >= SCORE_THRESHOLD]
    reach = _BESIDE * (around[:, 2:] - around[:, :2])
    around = np.concatenate([around[:, :2] - reach, around[:, 2:] + reach], axis=1)
    beside = [bool(_shared(found.boxes[face], around).any()) for face in weak]
    return found.only(*weak[np.argsort(beside, kind="stable")].tolist())


def _in_company(found: Detections) -> NDArray[np.bool_]:
    """Which faces stand beside enough certain ones of a fitting size, and are no part of one: no ear, no collar."""
    certain = found.scores >= SCORE_THRESHOLD
    sides, areas = found.sides, _areas(found.boxes)
    company = (sides[certain][None, :] <= sides[:, None] * COMPANY_SIZE).sum(axis=1) >= COMPANY
    for face in np.flatnonzero(company & ~certain):
        company[face] = not (_shared(found.boxes[face], found.boxes[certain]) > _APART * areas[face]).any()
    return np.asarray(company, dtype=np.bool_)


def shorter_sides(boxes: Floats) -> Floats:
    """The shorter side of each box."""
    sides: Floats = np.minimum(boxes[:, 2] - boxes[:, 0], boxes[:, 3] - boxes[:, 1])
    return sides


def _areas(boxes: Floats) -> Floats:
    areas: Floats = (boxes[:, 2] - boxes[:, 0]) * (boxes[:, 3] - boxes[:, 1])
    return areas


def _shared(box: Floats, others: Floats) -> Floats:
    """The area each of the other boxes shares with this one."""
    corner = np.maximum(box[:2], others[:, :2])
    sides = np.maximum(0, np.minimum(box[2:], others[:, 2:]) - corner)
    return np.asarray(sides[:, 0] * sides[:, 1], dtype=np.float32)
