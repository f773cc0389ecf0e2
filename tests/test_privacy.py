"""A draft, a name and a picture go through everything there is, and leave no trace in any file or log.

Each program runs with folders of its own (home, temporary files, data), and all that lies there afterwards is searched.
"""

from __future__ import annotations

import hashlib
import http.client
import json
import os
import re
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from guard import Account, Draft, Guard
from guard.models import default_folder
from tests import canaries
from tests.e2e.service import running

ROOT = Path(__file__).resolve().parent.parent
MODELS = default_folder()
WANTED = {**canaries.texts(), **canaries.pictures()}
Run = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The only folders programs of these tests know of: home, temporary files, data."""
    folder = tmp_path_factory.mktemp("place")
    for name in ("home", "temporary", "data", "office"):
        (folder / name).mkdir()
    for name in ("data", "office"):
        (folder / name / "models").symlink_to(MODELS)
    with pytest.MonkeyPatch.context() as patch:
        for variable in [name for name in os.environ if name.startswith(("XDG_", "SCHOOL_GUARD_"))]:
            patch.delenv(variable)
        for variable in ("TMPDIR", "TEMP", "TMP"):
            patch.setenv(variable, str(folder / "temporary"))
        patch.setenv("PYTHONPATH", str(ROOT))
        patch.setenv("HOME", str(folder / "home"))
        patch.setenv("SCHOOL_GUARD_DATA", str(folder / "data"))
        patch.setenv("SCHOOL_GUARD_KEY_FILE", str(folder / "data-register.key"))
        yield folder


@pytest.fixture(scope="module")
def image(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The picture, where its owner keeps it."""
    path = tmp_path_factory.mktemp("mine") / canaries.FILE_NAME
    path.write_bytes(canaries.picture())
    return path


@pytest.fixture(scope="module")
def run(place: Path) -> Run:
    """Run Python with these arguments in those folders."""

    def run_(*arguments: str, **options: Any) -> subprocess.CompletedProcess[str]:
        done = subprocess.run([sys.executable, *arguments], capture_output=True, text=True, cwd=place, **options)
        assert "Traceback" not in done.stderr
        return done

    return run_


@pytest.fixture(scope="module")
def listed(run: Run, place: Path, image: Path) -> str:
    """The canary's reference on the register, enrolled with the picture."""
    photo = ("--photo", str(image), "--biometric-consent", "2026-09-01", "--parents-told", "2026-09-01")
    name = (canaries.FORENAME, canaries.SURNAME, "--group", canaries.GROUP)
    done = run("-m", "guard.cli", "register", "add", *name, "--channel", "*=denied", *photo)
    assert done.returncode == 0, done.stderr
    assert canaries.traces((done.stdout + done.stderr).encode(), WANTED) == []
    shown = run("-m", "guard.cli", "register", "list").stdout
    assert canaries.traces(shown.encode(), WANTED) == []
    return shown


LIBRARY = """
import logging, sys
from pathlib import Path
logging.basicConfig(level=logging.DEBUG)
from guard import Account, Draft, Guard, Media
from guard.register.register import Register
draft, image, register = sys.stdin.read(), Path(sys.argv[1]), sys.argv[2]
with Guard.open("demo", register) as checker:
    media = [Media.from_path(image), Media.from_bytes(image.read_bytes(), name=image.name)]
    post = Draft(draft, account=Account.official("@oakfieldacademy"), media=media)
    report = checker.check(post)
    print(sorted({finding.slug for finding in report.findings}))
    print(report, post, media, checker, report.to_dict() and report.skipped)
with Register.open(register) as opened:
    print(opened.names(), opened.list(), opened)
"""


def test_the_library_leaves_no_trace(run: Run, place: Path, image: Path, listed: str) -> None:
    """Nor do its objects tell when they are printed, nor its logs in full detail."""
    done = run("-c", LIBRARY, str(image), str(place / "data" / "register.db"), input=canaries.DRAFT)
    assert "'listed-person-pictured', 'name-and-picture', 'pupil-full-name'" in done.stdout, done.stderr
    assert canaries.traces(done.stderr.encode(), WANTED) == []
    assert canaries.traces(done.stdout.encode(), WANTED) == []
    assert canaries.traces_under(place, WANTED) == []


@pytest.mark.parametrize("form", ["text", "json", "sarif"])
def test_the_command_line_leaves_no_trace(run: Run, place: Path, image: Path, listed: str, form: str) -> None:
    register = str(place / "data" / "register.db")
    options = ["--register", register, "--account", "official", "--format", form]
    if form == "json":
        options += ["--image", str(image)]
    done = run("-m", "guard.cli", "check", "-", *options, input=canaries.DRAFT)
    assert done.returncode == 1, done.stderr
    assert "pupil-full-name" in done.stdout or "SG201" in done.stdout or form == "text"
    # The fix that shortens the name has to say what stays of it, which is the forename.
    wanted = {name: value for name, value in WANTED.items() if name != "forename" or form == "text"}
    assert canaries.traces(done.stdout.encode(), wanted) == []
    assert canaries.traces(done.stderr.encode(), WANTED) == []
    assert canaries.traces_under(place, WANTED) == []


def test_a_mistake_in_a_file_of_posts_is_told_without_its_words(run: Run, place: Path, tmp_path: Path) -> None:
    posts = tmp_path / "posts.jsonl"
    for line in (f'{{"text": "{canaries.DRAFT}"', f'{{"text": ["{canaries.DRAFT}"]}}', f'"{canaries.DRAFT}"'):
        posts.write_text(line)
        done = run("-m", "guard.cli", "check", "--jsonl", str(posts))
        assert done.returncode == 2, done.stdout
        assert canaries.traces((done.stdout + done.stderr).encode(), WANTED) == []


class Caller:
    """Somebody who asks the service: with the token, or as the office's browser with its session."""

    def __init__(self, url: str, **headers: str) -> None:
        self.host = urlsplit(url).netloc
        self.headers = headers

    def __call__(self, method: str, path: str, body: object = None, **headers: str) -> tuple[int, str, dict[str, str]]:
        connection = http.client.HTTPConnection(self.host, timeout=60)
        data = body if isinstance(body, bytes) or body is None else json.dumps(body).encode()
        names = {"Content-Type": "application/json", **self.headers, **headers}
        connection.request(method, path, data, names)
        answer = connection.getresponse()
        text = answer.read().decode()
        connection.close()
        return answer.status, text, dict(answer.getheaders())


def read_picture(ask: Caller, request: dict[str, Any], data: bytes) -> str:
    """Send the picture and ask, as often as the service says, until it was looked at."""
    digest = request["draft"]["media"][0]["digest"]
    patience = time.monotonic() + 60
    while time.monotonic() < patience:
        status, text, _ = ask("POST", "/v1/check", request)
        assert status == 200, text
        answer = json.loads(text)
        codes = {each["code"] for each in answer["skipped"]}
        if "unknown_picture" in codes:
            status, said, _ = ask("PUT", f"/v1/pictures/{digest}", data, **{"Content-Type": "image/jpeg"})
            assert status == 202, said
        elif "pending" not in codes:
            return text
        threading.Event().wait((answer["retry_after_ms"] or 0) / 1000)
    raise AssertionError("the picture was never read")


def test_the_service_leaves_no_trace(place: Path, image: Path, listed: str) -> None:
    data = image.read_bytes()
    digest = hashlib.sha256(data).hexdigest()
    draft = {
        "parts": [{"text": canaries.DRAFT, "role": "body"}],
        "account": {"kind": "official", "handle": "@oakfieldacademy"},
        "site": "x.com",
        "media": [{"digest": digest, "name": canaries.FILE_NAME}],
    }
    with running(place / "data") as service:
        ask = Caller(service.url, Authorization=f"Bearer {service.token}")
        answer = read_picture(ask, {"draft": draft}, data)
        slugs = {finding["slug"] for finding in json.loads(answer)["findings"]}
        assert {"pupil-full-name", "listed-person-pictured"} <= slugs
        # Whatever is wrong with a request, the answer and the log do not repeat it.
        said = [
            ask("POST", "/v1/check", canaries.DRAFT.encode()),
            ask("POST", "/v1/check", {"draft": {**draft, "parts": canaries.DRAFT}}),
            ask("POST", "/v1/check", {"draft": {**draft, "kind": canaries.WORD}}),
            ask("POST", f"/v1/checked?draft={canaries.WORD}", {"draft": draft}),
            ask("PUT", f"/v1/pictures/{'0' * 64}", data, **{"Content-Type": "image/jpeg"}),
            ask("PUT", f"/v1/pictures/{digest}", data, **{"Content-Type": f"text/{canaries.WORD}"}),
            ask("POST", "/v1/check", {"draft": draft}, Authorization=f"Bearer {canaries.WORD}"),
            ask("POST", "/v1/check", {"draft": draft}, Origin=f"https://{canaries.WORD}.example"),
            ask("POST", "/v1/check", {"draft": draft}, Host=f"{canaries.WORD}.example"),
            ask("POST", "/v1/pair", {"code": canaries.WORD}),
        ]
        assert all(400 <= status < 500 for status, _, _ in said)
        assert [canaries.traces(text.encode(), WANTED) for _, text, _ in said] == [[]] * len(said)
        assert canaries.traces_under(place, WANTED) == []
        service.stop()
    log = (place / "data-service.log").read_text()
    assert "/v1/check 200" in log
    assert digest not in log
    assert canaries.traces_under(place, WANTED) == []


def test_the_page_for_the_register_leaves_no_trace(place: Path, image: Path) -> None:
    """Somebody of the office adds a pupil with a photo, looks at the list, and makes mistakes."""
    person = {"forename": canaries.FORENAME, "surname": canaries.SURNAME, "group": canaries.GROUP}
    with running(place / "office") as service:
        assert service.process.stdout
        link = next(filter(None, (re.search(r"/start\?key=\S+", line) for line in service.process.stdout)))
        visitor = Caller(service.url)
        _, _, headers = visitor("GET", link.group())
        cookie = headers["Set-Cookie"].split(";")[0]
        _, page, _ = visitor("GET", "/register", Cookie=cookie)
        token = re.search(r'name="csrf" content="([^"]+)"', page)
        assert token
        ours = {"X-CSRF-Token": token[1], "Sec-Fetch-Site": "same-origin"}
        office = Caller(service.url, Cookie=cookie, Origin=service.url, **ours)
        status, text, _ = office("POST", "/register/people", person)
        assert status == 201, text
        record = f"/register/people/{json.loads(text)['reference']}"
        consent = {"given_on": "2026-09-01", "parents_told_on": "2026-09-01"}
        assert office("POST", f"{record}/recognition", consent)[0] == 200
        status, text, _ = office("PUT", f"{record}/photos", image.read_bytes(), **{"Content-Type": "image/jpeg"})
        assert status == 200, text
        masked = office("POST", "/register/list", {})[1]
        assert json.loads(masked)["people"][0]["photos"] == 1
        wrong = office("POST", "/register/people", {**person, "kind": canaries.WORD})
        assert wrong[0] == 422
        assert canaries.traces((masked + wrong[1]).encode(), WANTED) == []
        # Names are shown to whoever asks for them, and to nobody else.
        assert canaries.SURNAME in office("POST", "/register/list", {"names": True})[1]
        service.stop()
    assert canaries.traces_under(place, WANTED) == []


def test_a_withdrawal_on_the_command_line_reaches_an_open_checker(run: Run, place: Path) -> None:
    """Another program takes consent back; the one that is running knows at its very next check."""
    name = (canaries.FORENAME, canaries.SURNAME)
    register = ("--register", str(place / "other" / "register.db"))
    consent = ("--channel", "*=allowed", "--naming", "full")
    added = run("-m", "guard.cli", "register", "add", *name, *consent, *register)
    assert added.returncode == 0, added.stderr
    post = Draft(canaries.DRAFT, account=Account.official("@oakfieldacademy"), site="x.com")
    with Guard.open("demo", register[1]) as checker:
        before = checker.check(post)
        reference = run("-m", "guard.cli", "register", "list", *register).stdout.splitlines()[1].split()[0]
        assert run("-m", "guard.cli", "register", "withdraw", reference, *register).returncode == 0
        after = checker.check(post)
    assert "pupil-full-name" not in [finding.slug for finding in before.findings]
    assert "pupil-full-name" in [finding.slug for finding in after.findings]
    assert before.register_version != after.register_version


def test_a_canary_would_be_found(tmp_path: Path) -> None:
    """The search finds what it looks for, however it is written down."""
    (tmp_path / "log").write_text(f"checked: {canaries.DRAFT}")
    (tmp_path / "upload").write_bytes(canaries.picture())
    (tmp_path / "wide").write_bytes(b"\1" + canaries.SURNAME.encode("utf-16-le"))
    found = canaries.traces_under(tmp_path, WANTED)
    assert {"log: draft", "log: surname", "upload: comment", "wide: surname"} <= set(found)
