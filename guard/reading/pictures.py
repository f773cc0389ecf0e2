"""What was seen of a picture."""

from __future__ import annotations

from dataclasses import dataclass

from guard.model import Region, SkipCode


@dataclass(frozen=True, slots=True)
class FaceMatch:
    """A possible match with somebody enrolled. `score` is the penalised cosine similarity, -1..1; higher is closer."""

    person: str
    score: float


@dataclass(frozen=True, slots=True)
class Face:
    """A face in a picture. `score` is the detector's, 0..1; `match` the one best match above the threshold, if any."""

    region: Region
    score: float
    match: FaceMatch | None = None


@dataclass(frozen=True, slots=True)
class PictureReading:
    """What was seen of one picture. `skipped` says why it was not read; then sizes are 0 and there are no faces.

    `recognised` is False when faces were only counted (recognition off, or no gallery).
    """

    digest: str
    width: int = 0
    height: int = 0
    faces: tuple[Face, ...] = ()
    recognised: bool = False
    skipped: SkipCode | None = None
