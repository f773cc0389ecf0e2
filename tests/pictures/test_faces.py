"""Finding and recognising faces, on real photographs."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from guard.pictures.engine import FaceEngine, TemplatedFace
from guard.pictures.errors import PictureRefused
from tests.pictures.class_picture import ClassPicture, Placed, compose
from tests.pictures.files import encoded, portrait, stored_turned
from tests.pictures.photos import FACES, photo


def face_at(placed: Placed, faces: tuple[TemplatedFace, ...]) -> TemplatedFace | None:
    for face in faces:
        left, top, right, bottom = face.box
        if left <= placed.x < right and top <= placed.y < bottom and 0.35 < (right - left) / placed.width < 2.8:
            return face
    return None


def test_a_face_has_a_box_a_score_and_a_unit_template(engine: FaceEngine) -> None:
    (face,) = engine.read(photo("astronaut.png"))
    assert face.box.left < 225 < face.box.right
    assert face.box.top < 120 < face.box.bottom
    assert 0.35 < face.score <= 1
    assert face.template.dtype == np.float32
    assert face.template.shape == (128,)
    assert np.linalg.norm(face.template) == pytest.approx(1, abs=1e-5)


def test_bytes_and_path_say_the_same(engine: FaceEngine) -> None:
    path = photo("group.jpg")
    assert [face.box for face in engine.read(path)] == [face.box for face in engine.read(path.read_bytes())]


def test_nothing_of_a_face_stands_in_its_repr(engine: FaceEngine) -> None:
    (face,) = engine.read(photo("astronaut.png"))
    assert str(face.box.left) not in repr(face)
    assert "array" not in repr(face)


@pytest.mark.parametrize("name", sorted({face.photo for face in FACES}))
def test_every_face_of_the_photographs_is_found_once(engine: FaceEngine, name: str) -> None:
    faces = engine.read(photo(name))
    known = [face for face in FACES if face.photo == name]
    assert len(faces) == len(known)
    for face in known:
        x, y = (face.left + face.right) / 2, (face.top + face.bottom) / 2
        assert sum(f.box.left < x < f.box.right and f.box.top < y < f.box.bottom for f in faces) == 1


def test_photographs_of_one_person_are_alike_and_of_two_are_not(engine: FaceEngine) -> None:
    one = [engine.read(photo(name))[0].template for name in ("a1.jpg", "a2.jpg", "a3.jpg", "a4.jpg", "a5.jpg")]
    others = [face.template for name in ("astronaut.png", "b1.jpg", "group.jpg") for face in engine.read(photo(name))]
    same = np.array(one) @ np.array(one).T
    different = np.array(one) @ np.array(others).T
    assert same.min() > 0.94
    assert different.max() < 0.92


@pytest.mark.parametrize("orientation", [3, 6, 8])
def test_a_photo_stored_sideways_has_its_face_where_it_is_seen(engine: FaceEngine, orientation: int) -> None:
    (turned,) = engine.read(stored_turned(orientation))
    (upright,) = engine.read(encoded(portrait(), "JPEG", quality=92))
    assert np.abs(np.array(turned.box) - np.array(upright.box)).max() <= 4
    assert turned.template @ upright.template > 0.99


@pytest.mark.parametrize(("seed", "width"), [(1, 32), (2, 32), (3, 32), (4, 40), (5, 80)])
def test_every_face_of_a_class_picture_from_32_pixels_on_is_found(engine: FaceEngine, seed: int, width: float) -> None:
    picture = compose(30, widths=(width,), seed=seed)
    faces = engine.read(picture.data)
    assert [placed for placed in picture.faces if face_at(placed, faces) is None] == []
    assert len(faces) <= len(picture.faces) + 1


@pytest.mark.parametrize("seed", [102, 107, 208])
def test_small_faces_are_found_however_the_heads_are_tilted(engine: FaceEngine, seed: int) -> None:
    picture = compose(30, widths=(32, 36, 40, 48), turn=35, seed=seed)
    faces = engine.read(picture.data)
    assert [placed for placed in picture.faces if face_at(placed, faces) is None] == []
    assert len(faces) <= len(picture.faces) + 1


def test_faces_beside_and_across_the_tiles_are_found(engine: FaceEngine) -> None:
    picture = compose(12, widths=(300, 420), turn=10, seed=6)
    faces = engine.read(picture.data)
    assert [placed for placed in picture.faces if face_at(placed, faces) is None] == []
    assert len(faces) == len(picture.faces)


def test_a_crowd_of_tiny_faces_is_looked_at_more_closely(engine: FaceEngine) -> None:
    picture = crowd()
    faces = engine.read(picture.data)
    assert sum(face_at(placed, faces) is not None for placed in picture.faces) >= 0.9 * len(picture.faces)


def crowd() -> ClassPicture:
    return compose(60, widths=(24, 26), seed=7)


def test_pictures_without_faces_have_none(engine: FaceEngine) -> None:
    empty = compose(0, seed=8)
    assert engine.read(empty.data) == ()


def test_a_file_that_is_no_picture_is_refused(engine: FaceEngine, tmp_path: Path) -> None:
    path = tmp_path / "notes.jpg"
    path.write_text("not a picture at all")
    with pytest.raises(PictureRefused):
        engine.read(path)
    with pytest.raises(FileNotFoundError):
        engine.read(tmp_path / "missing.jpg")
