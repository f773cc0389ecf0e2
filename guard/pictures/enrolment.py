"""Whether a photo serves to recognise its one person by."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from guard.pictures.alignment import chip
from guard.pictures.decoding import Picture, decode
from guard.pictures.engine import Engine
from guard.pictures.errors import PictureRefused
from guard.pictures.reader import EnrolmentPhoto, EnrolmentProblem

SMALLEST_FACE = 60  # pixels, the shorter side
_BYSTANDER = 1 / 3  # faces below this share of the largest are in the background
_SHARPNESS = 40.0  # variance of the Laplacian of the 150-pixel face
_BRIGHTNESS = 50.0  # mean grey of the middle of the face, 0..255
_TURN = 0.35  # how far the nose may be from the middle of the eyes, in distances between the eyes

Floats = NDArray[np.float32]


def enrol(engine: Engine, data: bytes) -> EnrolmentPhoto:
    """The template of the photo's one person, and what is not good about it; never raises for a bad photo."""
    try:
        picture = decode(data)
    except PictureRefused:
        return EnrolmentPhoto(None, (EnrolmentProblem.UNREADABLE,))
    found = engine.detect(picture)
    if not len(found):
        return EnrolmentPhoto(None, (EnrolmentProblem.NO_FACE,))
    sides = found.sides
    if int((sides >= sides.max() * _BYSTANDER).sum()) > 1:
        return EnrolmentPhoto(None, (EnrolmentProblem.SEVERAL_FACES,))
    face = int(sides.argmax())
    if sides[face] < SMALLEST_FACE:
        return EnrolmentPhoto(None, (EnrolmentProblem.TOO_SMALL,))
    subject = found.only(face)
    template = engine.templates(picture, subject)[0].astype("<f4").tobytes()
    return EnrolmentPhoto(template, _problems(picture, subject.points[0]))


def _problems(picture: Picture, points: Floats) -> tuple[EnrolmentProblem, ...]:
    grey = cv2.cvtColor(chip(picture, points), cv2.COLOR_RGB2GRAY)[25:125, 25:125]
    problems = []
    if cv2.Laplacian(grey, cv2.CV_64F).var() < _SHARPNESS:
        problems.append(EnrolmentProblem.BLURRED)
    if grey.mean() < _BRIGHTNESS:
        problems.append(EnrolmentProblem.TOO_DARK)
    if abs(_turn(points)) > _TURN:
        problems.append(EnrolmentProblem.TURNED_AWAY)
    return tuple(problems)


def _turn(points: Floats) -> float:
    """How far the tip of the nose lies beside the line from between the eyes to the middle of the mouth.

    In distances between the eyes, so that neither size nor a tilted head matters; 0 is straight ahead.
    """
    left_eye, right_eye, nose, left_mouth, right_mouth = points.astype(np.float64)
    eyes, mouth = (left_eye + right_eye) / 2, (left_mouth + right_mouth) / 2
    down, across = mouth - eyes, right_eye - left_eye
    length, distance = float(np.hypot(*down)), float(np.hypot(*across))
    if length < 1e-6 or distance < 1e-6:
        return 1.0
    aside = float(down[0] * (nose - eyes)[1] - down[1] * (nose - eyes)[0]) / length
    return aside / max(distance, 0.6 * length)  # of a turned head the eyes come close together
