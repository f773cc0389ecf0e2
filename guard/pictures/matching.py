"""Compares faces with the gallery.

A person is one centroid of their templates. The score of a face with a person is the cosine of the two, less a penalty
for persons who resemble others of the gallery: 0.35 times the mean cosine with their second and third most similar
other persons. The nearest is left out, so that twins are not penalised for each other. A face gets one name at most.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from guard.pictures.limits import SMALL_GALLERY, TYPICAL_RESEMBLANCE
from guard.reading import FaceMatch
from guard.vocabulary import Gallery

Floats = NDArray[np.float32]

TEMPLATE_BYTES = 128 * 4
_PENALTY_WEIGHT = 0.35
_NEIGHBOURS = (1, 3)  # the second and third most similar, counting from 0
_BLOCK = 512


class GalleryIndex:
    """A gallery made ready to be compared with; made once for each version of it."""

    def __init__(self, gallery: Gallery) -> None:
        """Raises ValueError for a template that is not 128 float32 values."""
        self.version = gallery.version
        self.threshold = gallery.threshold
        self._people = [enrolment.person for enrolment in gallery.people if enrolment.templates]
        self._centroids = np.zeros((len(self._people), TEMPLATE_BYTES // 4), dtype=np.float32)
        for row, enrolment in enumerate(e for e in gallery.people if e.templates):
            if any(len(template) != TEMPLATE_BYTES for template in enrolment.templates):
                raise ValueError(f"a template has {TEMPLATE_BYTES} bytes")
            templates = np.frombuffer(b"".join(enrolment.templates), dtype="<f4").reshape(len(enrolment.templates), -1)
            centroid = templates.mean(axis=0)
            self._centroids[row] = centroid / max(float(np.linalg.norm(centroid)), 1e-12)
        self._penalties = _penalties(self._centroids)

    def __len__(self) -> int:
        return len(self._people)

    def best_scores(self, templates: Floats) -> Floats:
        """For each template (n x 128, unit vectors) its best score with anybody. The gallery must not be empty."""
        return np.asarray(self._scores(templates).max(axis=1), dtype=np.float32)

    def _scores(self, templates: Floats) -> Floats:
        return np.asarray(templates @ self._centroids.T - self._penalties, dtype=np.float32)

    def match(self, templates: Floats) -> list[FaceMatch | None]:
        """For each template (n x 128, unit vectors) the best person, if the score reaches the threshold."""
        if not self._people or not len(templates):
            return [None] * len(templates)
        scores = self._scores(templates)
        best = scores.argmax(axis=1)
        return [
            FaceMatch(self._people[person], float(row[person])) if row[person] >= self.threshold else None
            for row, person in zip(scores, best, strict=True)
        ]


def _penalties(centroids: Floats) -> Floats:
    """What to take off each person's scores (see above); in a small gallery at least what is typical of larger ones."""
    count = len(centroids)
    resemblance = np.full(count, TYPICAL_RESEMBLANCE, dtype=np.float32)
    if count > _NEIGHBOURS[1]:
        for start in range(0, count, _BLOCK):  # a school's 10,000 people at once would be 400 MB
            block = centroids[start : start + _BLOCK] @ centroids.T
            block[np.arange(len(block)), np.arange(start, start + len(block))] = -np.inf
            nearest = -np.partition(-block, _NEIGHBOURS[1] - 1, axis=1)[:, : _NEIGHBOURS[1]]
            nearest.sort(axis=1)
            resemblance[start : start + _BLOCK] = nearest[:, : _NEIGHBOURS[1] - 1].mean(axis=1)
    if count < SMALL_GALLERY:
        np.maximum(resemblance, TYPICAL_RESEMBLANCE, out=resemblance)
    return np.asarray(_PENALTY_WEIGHT * resemblance, dtype=np.float32)
