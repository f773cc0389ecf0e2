"""Photos to recognise somebody by: what each gives, and in plain words what is wrong with it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from guard.model import Media
from guard.pictures.reader import EnrolmentProblem, PictureReader

ADVICE: dict[EnrolmentProblem, str] = {
    EnrolmentProblem.UNREADABLE: "it cannot be read as a picture; try a JPEG or PNG",
    EnrolmentProblem.NO_FACE: "no face was found; take one with the face towards the camera",
    EnrolmentProblem.SEVERAL_FACES: "several faces are in it; cut it down to the one person",
    EnrolmentProblem.TOO_SMALL: "the face is too small; take one from nearer",
    EnrolmentProblem.BLURRED: "the face is blurred; a sharper one serves better",
    EnrolmentProblem.TOO_DARK: "the face is too dark; one in daylight serves better",
    EnrolmentProblem.TURNED_AWAY: "the face is turned away; one from the front serves better",
}


@dataclass(frozen=True, slots=True, repr=False)
class PhotosRead:
    """The templates of the photos that serve, and a sentence for each that does not, or only just."""

    templates: tuple[bytes, ...]
    feedback: tuple[str, ...]


def read_photos(reader: PictureReader, photos: Sequence[Media]) -> PhotosRead:
    """Look at photos of one person. Photos go by their number: file names of photos are often names of people."""
    templates: list[bytes] = []
    feedback: list[str] = []
    for number, media in enumerate(photos, start=1):
        photo = reader.enrol(media)
        if photo.template is not None:
            templates.append(photo.template)
        outcome = "is used, though" if photo.template is not None else "is not used:"
        feedback.extend(f"Photo {number} of {len(photos)} {outcome} {ADVICE[each]}." for each in photo.problems)
    return PhotosRead(tuple(templates), tuple(feedback))
