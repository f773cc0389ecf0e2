"""The one way pictures are read, whoever reads them: in this process, or in the worker."""

from __future__ import annotations

import enum
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from guard.model import Media
from guard.reading import PictureReading
from guard.vocabulary import Gallery


class EnrolmentProblem(enum.StrEnum):
    """Why a photo does not serve to recognise somebody by."""

    UNREADABLE = "unreadable"
    NO_FACE = "no_face"
    SEVERAL_FACES = "several_faces"
    TOO_SMALL = "too_small"
    BLURRED = "blurred"
    TOO_DARK = "too_dark"
    TURNED_AWAY = "turned_away"


@dataclass(frozen=True, slots=True, repr=False)
class EnrolmentPhoto:
    """What a photo gives for enrolment: a template, or what is wrong with it.

    The template is a unit vector of 128 little-endian float32 values. A photo with a mild problem (blurred, dark,
    turned away) has both.
    """

    template: bytes | None
    problems: tuple[EnrolmentProblem, ...] = ()


class PictureReader(Protocol):
    """Reads pictures. Never raises for a bad picture: its reading says why it was skipped."""

    def read(self, media: Sequence[Media], gallery: Gallery) -> tuple[PictureReading, ...]:
        """One reading for each picture, in order."""

    def enrol(self, photo: Media) -> EnrolmentPhoto:
        """What the photo gives to recognise its one person by."""

    def close(self) -> None:
        """Let go of processes and memory; reading afterwards is an error."""
