"""What to say about a photo somebody is to be recognised by."""

from __future__ import annotations

from typing import Any

from guard.pictures.reader import EnrolmentPhoto, EnrolmentProblem
from guard.register.entries import MOST_PHOTOS

ADVICE = {
    EnrolmentProblem.UNREADABLE: "This file cannot be read as a picture. A JPEG straight from the camera works best.",
    EnrolmentProblem.NO_FACE: "No face was found. Please choose a picture with the face seen from the front.",
    EnrolmentProblem.SEVERAL_FACES: "There are several faces in it. Please choose a picture of this person alone.",
    EnrolmentProblem.TOO_SMALL: "The face is too small. Please choose one taken closer, or not scaled down.",
    EnrolmentProblem.BLURRED: "The face is rather blurred. A sharper picture would be recognised more reliably.",
    EnrolmentProblem.TOO_DARK: "The face is rather dark. A picture in better light would be recognised more reliably.",
    EnrolmentProblem.TURNED_AWAY: "The face is turned aside. One facing the camera would be recognised more reliably.",
}

NO_MODELS = (
    "Photos cannot be looked at on this machine yet: run 'school-guard models install' first "
    "('school-guard doctor' says what else may be missing)."
)


SOMEBODY_ELSE = {
    "code": "somebody_else",
    "advice": "This looks like somebody else than the photos before. If one of those is the wrong one, "
    "note the consent again and begin anew.",
}
OLDEST_REPLACED = {
    "code": "oldest_replaced",
    "advice": f"{MOST_PHOTOS} photos are kept, so the oldest one has made room for it.",
}


def photo_answer(photo: EnrolmentPhoto) -> dict[str, Any]:
    """Whether the photo serves, and what to say about it; never the template."""
    return {
        "accepted": photo.template is not None,
        "problems": [{"code": each.value, "advice": ADVICE[each]} for each in photo.problems],
    }
