"""PUT /v1/pictures/{digest}."""

from __future__ import annotations

import hashlib

import msgspec
import pytest

from extension_api.answers import PictureAnswer
from extension_api.config import MAX_PICTURE
from guard.model import SkipCode
from guard.reading import PictureReading
from tests.api.support import Service, assert_problem

DATA = b"\xff\xd8\xff a picture"
DIGEST = hashlib.sha256(DATA).hexdigest()
PATH = f"/v1/pictures/{DIGEST}"


@pytest.mark.parametrize("kind", ["image/jpeg", "image/heic", "application/octet-stream"])
def test_a_picture_is_taken_and_its_state_told(service: Service, kind: str) -> None:
    service.pictures.held_back = True
    answer = service.call("PUT", PATH, data=DATA, content_type=kind)
    assert answer.status_code == 202
    data = answer.get_json()
    msgspec.convert(data, PictureAnswer)
    assert data["state"] == "pending"
    assert data["retry_after_ms"] > 0


def test_sending_it_again_is_harmless_and_says_when_it_was_read(service: Service) -> None:
    assert service.call("PUT", PATH, data=DATA, content_type="image/jpeg").get_json()["state"] == "read"
    assert service.call("PUT", PATH, data=DATA, content_type="image/jpeg").get_json()["state"] == "read"


@pytest.mark.parametrize("code", [SkipCode.UNREADABLE, SkipCode.NO_MODELS, SkipCode.TIMEOUT])
def test_what_cannot_be_read_is_said(service: Service, code: SkipCode) -> None:
    service.pictures.seen[DIGEST] = PictureReading(DIGEST, skipped=code)
    answer = service.call("PUT", PATH, data=DATA, content_type="image/jpeg").get_json()
    msgspec.convert(answer, PictureAnswer)
    assert answer["state"] == code
    assert answer["retry_after_ms"] is None


@pytest.mark.parametrize("digest", ["ab" * 32, "x", DIGEST.upper()])
def test_bytes_of_another_digest_are_refused(service: Service, digest: str) -> None:
    answer = service.call("PUT", f"/v1/pictures/{digest}", data=DATA, content_type="image/jpeg")
    assert_problem(answer, 400, "digest-differs")
    assert not service.pictures.submitted


@pytest.mark.parametrize("kind", ["multipart/form-data; boundary=x", "application/json", "text/plain"])
def test_only_raw_pictures_are_taken(service: Service, kind: str) -> None:
    assert_problem(service.call("PUT", PATH, data=DATA, content_type=kind), 415)


def test_a_picture_that_is_too_large_is_refused_by_its_announced_length(service: Service) -> None:
    announced = {"CONTENT_LENGTH": str(MAX_PICTURE + 1)}
    answer = service.call("PUT", PATH, data=DATA, content_type="image/jpeg", environ_overrides=announced)
    assert_problem(answer, 413, "too-large")
