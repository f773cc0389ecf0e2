"""Photos to recognise somebody by: what each gives, and in plain words what is wrong with it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from guard.model import Media
from guard.pictures.loading import EngineName
from guard.pictures.reader import EnrolmentProblem, PictureReader
from guard.register.errors import AnotherFace
from guard.register.templates import same_person

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
    """The templates of the photos that serve, made with `engine`; a sentence for each that does not, or only just."""

    engine: EngineName
    templates: tuple[bytes, ...]
    feedback: tuple[str, ...]


def read_photos(reader: PictureReader, engine: EngineName, photos: Sequence[Media]) -> PhotosRead:
    """Look at photos of one person. Photos go by their number: file names of photos are often names of people.

    Raises AnotherFace when they show different people, since nobody could say which of them it is.
    """
    templates: list[bytes] = []
    feedback: list[str] = []
    for number, media in enumerate(photos, start=1):
        photo = reader.enrol(media)
        if photo.template is not None:
            if not same_person(templates, photo.template):
                raise AnotherFace(
                    f"photo {number} of {len(photos)} looks like somebody else than those before it, so nothing was "
                    "kept: leave out the one that is of another person"
                )
            templates.append(photo.template)
        outcome = "is used, though" if photo.template is not None else "is not used:"
        feedback.extend(f"Photo {number} of {len(photos)} {outcome} {ADVICE[each]}." for each in photo.problems)
    return PhotosRead(engine, tuple(templates), tuple(feedback))
