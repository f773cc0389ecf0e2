"""face-recognition behind the same interface as the engine that comes with School Guard."""

from __future__ import annotations

import sys

import numpy as np
import pytest

from guard.pictures import FaceEngine
from guard.pictures.dlib_engine import DlibEngine
from guard.pictures.engine import Box, TemplatedFace
from guard.pictures.errors import PicturesNotInstalled, PicturesUnavailable
from guard.pictures.loading import load_engine
from tests.pictures.photos import photo

PORTRAITS = ("astronaut.png", "a1.jpg", "a3.jpg", "b1.jpg")


@pytest.fixture(scope="module")
def second() -> DlibEngine:
    return DlibEngine()


@pytest.fixture(scope="module")
def first() -> FaceEngine:
    return FaceEngine()


def overlap(one: Box, other: Box) -> float:
    """Shared area over joint area."""
    width = min(one.right, other.right) - max(one.left, other.left)
    height = min(one.bottom, other.bottom) - max(one.top, other.top)
    shared = max(0, width) * max(0, height)
    areas = sum((box.right - box.left) * (box.bottom - box.top) for box in (one, other))
    return shared / (areas - shared)


def only_face(engine: DlibEngine | FaceEngine, name: str) -> TemplatedFace:
    """The most certain face of a portrait: dlib's detector sees a second one on the astronaut's suit."""
    return engine.read(photo(name))[0]


@pytest.mark.parametrize("name", PORTRAITS)
def test_a_portrait_has_the_same_face_for_both_engines(second: DlibEngine, first: FaceEngine, name: str) -> None:
    assert overlap(only_face(second, name).box, only_face(first, name).box) > 0.4


def test_a_group_has_the_same_faces_for_both_engines(second: DlibEngine, first: FaceEngine) -> None:
    theirs, ours = second.read(photo("group.jpg")), first.read(photo("group.jpg"))
    assert len(ours) == 6
    assert len(theirs) >= 5
    for face in theirs:
        assert max(overlap(face.box, other.box) for other in ours) > 0.4


def test_a_template_is_a_unit_vector_of_128_numbers(second: DlibEngine) -> None:
    face = only_face(second, "astronaut.png")
    assert (face.template.shape, face.template.dtype) == ((128,), np.float32)
    assert np.linalg.norm(face.template) == pytest.approx(1, abs=1e-5)


def test_one_person_is_closer_than_another(second: DlibEngine) -> None:
    one, again, another, stranger = (
        only_face(second, name).template for name in ("a1.jpg", "a3.jpg", "b1.jpg", "astronaut.png")
    )
    assert one @ again > 0.9
    assert one @ again > max(one @ another, again @ another, one @ stranger, again @ stranger) + 0.05


def test_a_template_of_one_engine_serves_the_other(second: DlibEngine, first: FaceEngine) -> None:
    """They run the same network, so a list enrolled with one need not be enrolled anew."""
    one, again = only_face(second, "a1.jpg").template, only_face(first, "a3.jpg").template
    assert one @ again > one @ only_face(first, "b1.jpg").template + 0.05


def test_bytes_and_a_path_are_read_alike(second: DlibEngine) -> None:
    by_bytes = second.read(photo("astronaut.png").read_bytes())
    assert [face.box for face in by_bytes] == [face.box for face in second.read(photo("astronaut.png"))]


@pytest.mark.parametrize("missing", ["face_recognition", "face_recognition_models", "pkg_resources"])
def test_without_the_package_it_is_said_what_to_install(monkeypatch: pytest.MonkeyPatch, missing: str) -> None:
    """face-recognition itself would end the program with exit code 0 here."""
    monkeypatch.setitem(sys.modules, missing, None)
    with pytest.raises(PicturesNotInstalled, match=r"pip install 'school-guard\[face-recognition\]'"):
        load_engine("face-recognition")
    assert issubclass(PicturesNotInstalled, PicturesUnavailable)
