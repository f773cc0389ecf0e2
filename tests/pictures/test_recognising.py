"""Whether the enrolled are found in class pictures, and nobody else is named; on real faces only."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from PIL import Image

from guard.model import Media
from guard.pictures.in_process import InProcessReader
from guard.pictures.limits import RECOMMENDED_THRESHOLD, SMALL_GALLERY
from guard.pictures.matching import GalleryIndex
from guard.pictures.reader import EnrolmentProblem
from guard.pictures.worker_client import WorkerReader
from guard.reading import Face
from guard.vocabulary import Enrolment, Gallery
from tests.pictures.class_picture import ClassPicture, Placed, compose
from tests.pictures.files import encoded, portrait
from tests.pictures.photos import FACES, photo

ENROLLED = {"ash": ("a1.jpg", "a2.jpg", "a4.jpg"), "astronaut": ("astronaut.png",)}


@pytest.fixture(scope="module")
def gallery(worker: WorkerReader) -> Gallery:
    people = []
    for person, names in ENROLLED.items():
        photos = [worker.enrol(Media.from_path(photo(name))) for name in names]
        people.append(Enrolment(person, tuple(each.template for each in photos if each.template)))
    return Gallery("1", tuple(people), RECOMMENDED_THRESHOLD)


def faces_at(picture: ClassPicture, faces: tuple[Face, ...]) -> list[tuple[Placed, Face | None]]:
    pairs = []
    for placed in picture.faces:
        hits = [
            face
            for face in faces
            if face.region.left <= placed.x < face.region.right and face.region.top <= placed.y < face.region.bottom
        ]
        pairs.append((placed, hits[0] if hits else None))
    return pairs


@pytest.mark.parametrize(("seed", "width"), [(11, 40), (12, 56), (13, 80), (14, 120)])
def test_the_enrolled_are_found_in_a_class_picture_and_nobody_else_is_named(
    worker: WorkerReader, gallery: Gallery, seed: int, width: float
) -> None:
    # Of "ash" the class picture shows another photograph than those enrolled.
    shown = [face for face in FACES if face.photo not in ("a1.jpg", "a2.jpg")]
    picture = compose(30, faces=shown, widths=(width,), seed=seed)
    (reading,) = worker.read([Media.from_bytes(picture.data)], gallery)
    assert reading.recognised
    assert (reading.width, reading.height) == (4000, 3000)
    found = faces_at(picture, reading.faces)
    named = [(placed.person, face.match.person) for placed, face in found if face and face.match]
    assert [pair for pair in named if pair[0] != pair[1]] == []
    expected = [placed for placed in picture.faces if placed.person in ENROLLED]
    assert len(named) >= 0.9 * len(expected)


def test_other_photographs_of_the_enrolled_are_recognised(worker: WorkerReader, gallery: Gallery) -> None:
    for name in ("a3.jpg", "a5.jpg"):
        (reading,) = worker.read([Media.from_path(photo(name))], gallery)
        assert [face.match.person for face in reading.faces if face.match] == ["ash"]


def test_strangers_are_not_named(worker: WorkerReader, gallery: Gallery) -> None:
    for reading in worker.read([Media.from_path(photo(name)) for name in ("group.jpg", "b1.jpg")], gallery):
        assert reading.faces
        assert [face.match for face in reading.faces if face.match] == []


def test_without_a_gallery_faces_are_only_counted(worker: WorkerReader) -> None:
    (reading,) = worker.read([Media.from_path(photo("group.jpg"))], Gallery())
    assert len(reading.faces) == 6
    assert not reading.recognised
    assert {face.match for face in reading.faces} == {None}


def test_both_readers_see_the_same(worker: WorkerReader, gallery: Gallery) -> None:
    media = [Media.from_path(photo("a3.jpg")), Media.from_path(photo("group.jpg"))]
    reader = InProcessReader()
    assert reader.read(media, gallery) == worker.read(media, gallery)
    reader.close()
    with pytest.raises(ValueError, match="closed"):
        reader.read(media, gallery)


@pytest.mark.parametrize(
    ("data", "problem", "has_template"),
    [
        (lambda: b"no picture", EnrolmentProblem.UNREADABLE, False),
        (lambda: encoded(portrait().crop((0, 300, 150, 450))), EnrolmentProblem.NO_FACE, False),
        (lambda: photo("group.jpg").read_bytes(), EnrolmentProblem.SEVERAL_FACES, False),
        (lambda: encoded(portrait().resize((240, 240))), EnrolmentProblem.TOO_SMALL, False),
        (lambda: encoded(portrait().resize((180, 180)).resize((512, 512))), EnrolmentProblem.BLURRED, True),
        (lambda: encoded(portrait().point(lambda value: value // 6)), EnrolmentProblem.TOO_DARK, True),
    ],
    ids=["unreadable", "no face", "several", "small", "blurred", "dark"],
)
def test_a_poor_photo_is_told_from_a_good_one(
    worker: WorkerReader, data: Callable[[], bytes], problem: EnrolmentProblem, has_template: bool
) -> None:
    result = worker.enrol(Media.from_bytes(data()))
    assert problem in result.problems
    assert (result.template is not None) == has_template


def test_a_face_in_profile_is_turned_away(worker: WorkerReader) -> None:
    known = next(face for face in FACES if face.person == "g5")
    with Image.open(photo(known.photo)) as group:
        head = group.convert("RGB").crop((known.left - 60, known.top - 60, known.right + 50, known.bottom + 60))
    assert EnrolmentProblem.TURNED_AWAY in worker.enrol(Media.from_bytes(encoded(head))).problems


def test_a_good_photo_has_nothing_wrong_with_it(worker: WorkerReader) -> None:
    for name in ("astronaut.png", "a1.jpg", "a2.jpg"):
        result = worker.enrol(Media.from_path(photo(name)))
        assert result.problems == ()
        assert result.template is not None
        assert np.linalg.norm(np.frombuffer(result.template, "<f4")) == pytest.approx(1, abs=1e-5)


# -- the arithmetic of matching, on made-up vectors --------------------------------------------------------------


def people(vectors: np.ndarray, threshold: float = 0.0) -> Gallery:
    return Gallery(
        "x", tuple(Enrolment(f"p{row}", (v.astype("<f4").tobytes(),)) for row, v in enumerate(vectors)), threshold
    )


def around(centre: np.ndarray, count: int, spread: float, seed: int) -> np.ndarray:
    vectors = centre + spread * np.random.default_rng(seed).normal(size=(count, 128)) / np.sqrt(128)
    return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)


def test_a_face_gets_one_name_the_best() -> None:
    vectors = around(np.eye(128)[0], SMALL_GALLERY + 10, 0.4, 1).astype(np.float32)
    matches = GalleryIndex(people(vectors)).match(vectors)
    assert [match.person for match in matches if match] == [f"p{row}" for row in range(len(vectors))]


def test_the_penalty_leaves_out_the_nearest_other_person() -> None:
    vectors = around(np.eye(128)[0], SMALL_GALLERY, 0.3, 2).astype(np.float32)
    with_twin = np.vstack([vectors, vectors[:1]])
    alone = GalleryIndex(people(vectors)).best_scores(vectors[:1])
    beside_twin = GalleryIndex(people(with_twin)).best_scores(vectors[:1])
    similar = np.sort(vectors[1:] @ vectors[0])[::-1]
    assert alone[0] == pytest.approx(1 - 0.35 * similar[1:3].mean(), abs=1e-5)
    assert beside_twin[0] == pytest.approx(1 - 0.35 * similar[0:2].mean(), abs=1e-5)


def test_below_the_threshold_there_is_no_name() -> None:
    vectors = around(np.eye(128)[0], 3, 0.3, 3).astype(np.float32)
    assert GalleryIndex(people(vectors, threshold=0.99)).match(vectors) == [None, None, None]


def test_a_person_is_the_middle_of_their_templates() -> None:
    one, other = np.eye(128, dtype=np.float32)[:2]
    gallery = Gallery("1", (Enrolment("p", (one.tobytes(), other.tobytes())),), 0.0)
    middle = ((one + other) / np.sqrt(2))[None]
    assert GalleryIndex(gallery).best_scores(middle)[0] == pytest.approx(1 - 0.35 * 0.9, abs=1e-5)


def test_a_broken_template_is_refused() -> None:
    with pytest.raises(ValueError, match="512 bytes"):
        GalleryIndex(Gallery("1", (Enrolment("p", (b"short",)),), 0.6))
