"""A service for tests: everything real but the pictures, which a fake reader sees as it was told."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from extension_api.app import create_app
from extension_api.config import ServiceConfig
from extension_api.problems import PROBLEM_TYPE, PROBLEM_TYPES
from extension_api.services import Services, open_services
from guard.model import Media, SkipCode, digest_of
from guard.pictures.errors import ModelsMissing
from guard.pictures.reader import EnrolmentPhoto
from guard.reading import PictureReading
from guard.vocabulary import Gallery

PORT = 47615
HOST = f"127.0.0.1:{PORT}"
EXTENSION_ID = "abcdefghijklmnopabcdefghijklmnop"
EXTENSION = f"chrome-extension://{EXTENSION_ID}"
OTHER_EXTENSION = "chrome-extension://ponmlkjihgfedcbaponmlkjihgfedcba"


@dataclass
class FakePictures:
    """A picture reader that finds in a picture what `seen` says, and has read nothing of what is `held_back`.

    `missing`: there are no face models. `meanwhile` happens while a photo is looked at.
    """

    seen: dict[str, PictureReading] = field(default_factory=dict)
    photo: EnrolmentPhoto = field(default_factory=lambda: EnrolmentPhoto(None))
    missing: bool = False
    meanwhile: Callable[[], object] = field(default=lambda: None)
    held_back: bool = False
    state: str = "ready"
    submitted: set[str] = field(default_factory=set)
    closed: bool = False

    def submit(self, data: bytes, name: str = "") -> str:
        digest = digest_of(data)
        self.submitted.add(digest)
        return digest

    def read(self, media: Sequence[Media], gallery: Gallery) -> tuple[PictureReading, ...]:
        return tuple(self._read(each.known_digest or "") for each in media)

    def _read(self, digest: str) -> PictureReading:
        if digest not in self.submitted:
            return PictureReading(digest, skipped=SkipCode.UNKNOWN_PICTURE)
        if self.held_back:
            return PictureReading(digest, skipped=SkipCode.PENDING)
        return self.seen.get(digest, PictureReading(digest, width=10, height=10, recognised=True))

    def enrol(self, photo: Media) -> EnrolmentPhoto:
        if self.missing:
            raise ModelsMissing("centerface.onnx is missing")
        self.meanwhile()
        return self.photo

    def close(self) -> None:
        self.closed = True


@dataclass
class Service:
    """A running app with a way to call it as different callers."""

    client: FlaskClient
    services: Services
    pictures: FakePictures
    token: str

    def call(
        self, method: str, path: str, *, json: Any = None, token: str | None = "right", **options: Any
    ) -> TestResponse:
        """Call as the paired extension does, unless told otherwise. `token`: "right", None, or what to send."""
        headers = {"Host": HOST, **options.pop("headers", {})}
        if token is not None:
            headers["Authorization"] = f"Bearer {self.token if token == 'right' else token}"
        return self.client.open(path, method=method, json=json, headers=headers, buffered=True, **options)

    def check(self, text: str = "", **draft: Any) -> dict[str, Any]:
        """The answer to a draft with this text."""
        body = {"draft": {"parts": [{"text": text}], "account": {"kind": "personal"}, "site": "x.com", **draft}}
        answer = self.call("POST", "/v1/check", json=body)
        assert answer.status_code == 200, answer.get_data(as_text=True)
        data: dict[str, Any] = answer.get_json()
        return data

    def sign_in(self, *, office: bool = True) -> str:
        """Come by the start link; the CSRF token of the session."""
        key = self.services.sessions.new_start_key(office=office)
        answer = self.call("GET", f"/start?key={key}", token=None)
        assert answer.status_code == 303
        cookie = self.client.get_cookie(self.services.cookie_name, domain="127.0.0.1")
        assert cookie is not None
        session = self.services.sessions.find(cookie.value)
        assert session is not None
        return session.csrf

    def close(self) -> None:
        self.services.close()


def make_service(folder: Path, **changes: Any) -> Service:
    """A service whose files are in `folder`."""
    pictures = FakePictures()
    config = replace(
        ServiceConfig(
            data_dir=folder / "data",
            port=PORT,
            register=folder / "register" / "register.db",
            register_key=folder / "key" / "register.key",
            extension_ids=(EXTENSION_ID,),
        ),
        **changes,
    )
    services = open_services(config, pictures)
    app = create_app(config, services)
    return Service(app.test_client(), services, pictures, services.issued_token)


def assert_problem(answer: TestResponse, status: int, slug: str | None = None) -> dict[str, Any]:
    """The one shape every error has."""
    text = answer.get_data(as_text=True)
    assert answer.status_code == status, text
    assert answer.content_type == PROBLEM_TYPE, text
    body: dict[str, Any] = answer.get_json()
    assert set(body) - {"errors"} == {"type", "title", "status", "detail", "instance"}
    page, _, found = body["type"].partition("#")
    assert page == "/docs/problems"
    assert found in PROBLEM_TYPES
    assert slug is None or found == slug
    assert body["status"] == status
    assert body["title"]
    assert body["detail"]
    for each in body.get("errors", ()):
        assert set(each) == {"pointer", "detail"}
        assert each["pointer"] == "" or each["pointer"].startswith("/")
    assert "Access-Control-Allow-Origin" not in answer.headers
    return body
