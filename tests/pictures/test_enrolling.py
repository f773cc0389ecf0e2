"""Photos of one person go together, those of another do not; on real faces."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from guard.model import Media
from guard.pictures.limits import RECOMMENDED_THRESHOLD
from guard.pictures.worker_client import WorkerReader
from guard.register import AnotherFace
from guard.register.register import Register
from tests.pictures.files import encoded
from tests.pictures.photos import FACES, photo
from tests.register.support import KEY, NOW, Clock, consent, pupil

SAME = ("a1.jpg", "a2.jpg", "a3.jpg", "a4.jpg", "a5.jpg")


@pytest.fixture
def register(tmp_path: Path) -> Iterator[Register]:
    with Register.open(tmp_path / "register.db", KEY, create=True, clock=Clock()) as opened:
        yield opened


def template(worker: WorkerReader, name: str) -> bytes:
    found = worker.enrol(Media.from_path(photo(name))).template
    assert found is not None
    return found


def others(worker: WorkerReader) -> list[bytes]:
    """Templates of eight people who are none of them "ash"."""
    found = [template(worker, "b1.jpg"), template(worker, "astronaut.png")]
    with Image.open(photo("group.jpg")) as group:
        for face in (known for known in FACES if known.photo == "group.jpg"):
            head = group.convert("RGB").crop((face.left - 40, face.top - 40, face.right + 40, face.bottom + 40))
            made = worker.enrol(Media.from_bytes(encoded(head))).template
            assert made is not None
            found.append(made)
    return found


@pytest.mark.parametrize("first", SAME)
def test_photos_of_one_person_taken_years_apart_go_together(
    worker: WorkerReader, register: Register, first: str
) -> None:
    reference = register.add(pupil())
    register.note_recognition_consent(reference, consent())
    for name in (first, *(each for each in SAME if each != first)):
        register.add_photo(reference, template(worker, name))
    assert register.show(reference).recognition.templates == len(SAME)  # type: ignore[union-attr]


def test_a_photo_of_another_person_is_refused_and_the_first_goes_on_being_found(
    worker: WorkerReader, register: Register
) -> None:
    reference = register.add(pupil())
    register.note_recognition_consent(reference, consent())
    register.add_photo(reference, template(worker, "a1.jpg"))
    for other in others(worker):
        with pytest.raises(AnotherFace):
            register.add_photo(reference, other)
    gallery = register.gallery(RECOMMENDED_THRESHOLD, NOW)
    (reading,) = worker.read([Media.from_path(photo("a2.jpg"))], gallery)
    assert [face.match.person for face in reading.faces if face.match] == [reference]
