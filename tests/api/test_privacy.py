"""The privacy canary: what was typed, shown or named leaves no trace in any file or log."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest

from guard.model import digest_of
from guard.pictures.reader import EnrolmentPhoto
from tests.api.support import Service
from tests.api.test_register_page import TEMPLATE, TODAY, Office
from tests.api.test_security import content_type, routes

DRAFT = "Zephyrine canary quokka marmalade"
FORENAME, SURNAME = "Quillonia", "Zanderwick"
PICTURE = b"\xff\xd8\xff zanzibar-canary-picture " + bytes(range(256)) * 4


def traces(folder: Path, *needles: bytes) -> list[Path]:
    """The files under a folder that hold one of the needles."""
    return [
        file
        for file in folder.rglob("*")
        if file.is_file() and any(needle in (data := file.read_bytes()) or needle in data.lower() for needle in needles)
    ]


def test_nothing_of_a_draft_a_name_or_a_picture_is_left(
    service: Service, tmp_path: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    for variable in ("TMPDIR", "TEMP", "TMP"):
        monkeypatch.setenv(variable, str(temporary))
    digest = digest_of(PICTURE)
    with caplog.at_level(logging.DEBUG):
        office = Office(service)
        service.pictures.photo = EnrolmentPhoto(TEMPLATE)
        reference = office.add(forename=FORENAME, surname=SURNAME)
        told = {"given_on": TODAY.isoformat(), "parents_told_on": TODAY.isoformat()}
        office.post(f"/register/people/{reference}/recognition", told)
        office.put(f"/register/people/{reference}/photos", PICTURE)
        office.people(names=True)
        service.call("PUT", f"/v1/pictures/{digest}", data=PICTURE, content_type="image/jpeg")
        answer = service.check(f"{DRAFT} {FORENAME} {SURNAME}", media=[{"digest": digest, "alt": DRAFT, "name": DRAFT}])
        assert answer["findings"]
        assert SURNAME not in str(answer)
        # Every route, with the canary in path, query, headers and body, as JSON and as rubbish.
        for method, path, declared in routes(service):
            for body in (DRAFT.encode(), f'{{"draft":"{DRAFT}"}}'.encode(), PICTURE):
                for token in ("right", DRAFT):
                    service.call(
                        method,
                        f"{path}?text={DRAFT}",
                        data=body,
                        token=token,
                        content_type=content_type(declared),
                        headers={"Referer": DRAFT, "User-Agent": DRAFT, "X-CSRF-Token": office.csrf},
                    )
        service.call("GET", f"/{DRAFT}")
        service.call("PUT", f"/v1/pictures/{DRAFT}", data=PICTURE, content_type="image/jpeg")
    assert "Zephyrine" not in caplog.text
    assert SURNAME not in caplog.text
    assert digest not in caplog.text
    assert reference not in caplog.text
    assert "zanzibar" not in caplog.text
    assert "POST /v1/check 200" in caplog.text
    needles = [DRAFT.split()[0].encode(), SURNAME.encode(), SURNAME.lower().encode(), b"zanzibar", TEMPLATE[:32]]
    assert traces(tmp_path, *needles) == []
    assert list(temporary.rglob("*")) == []
