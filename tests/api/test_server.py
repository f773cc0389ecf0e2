"""The service as a program: starting, refusing to start, large bodies, stopping."""

from __future__ import annotations

import contextlib
import hashlib
import http.client
import json
import os
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from extension_api.config import MAX_PICTURE, ServiceConfig
from extension_api.demo_folder import PREFIX, demo_folder, remove_left_behind
from extension_api.errors import AddressRefused, PortTaken
from extension_api.problems import PROBLEM_TYPE
from extension_api.server import bind
from tests.api.support import make_service

ROOT = Path(__file__).resolve().parents[2]


@dataclass
class Program:
    """A started service."""

    process: subprocess.Popen[str]
    port: int
    token: str
    start_link: str

    def send(
        self, method: str, path: str, body: bytes = b"", *, headers: dict[str, str] | None = None, chunked: bool = False
    ) -> tuple[int, str, bytes]:
        """Status, content type and body of an answer."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        everything = {"Authorization": f"Bearer {self.token}", **(headers or {})}
        with contextlib.closing(connection):
            # A service that refuses a body answers before it is sent, and may have hung up by then.
            with contextlib.suppress(BrokenPipeError):
                connection.request(method, path, iter([body]) if chunked else body, everything, encode_chunked=chunked)
            answer = connection.getresponse()
            content = answer.read()
        return answer.status, answer.headers["Content-Type"], content

    @contextlib.contextmanager
    def connect(self, line: str, headers: dict[str, str]) -> Iterator[socket.socket]:
        """A connection over which the head of a request was sent, and no body."""
        with socket.create_connection(("127.0.0.1", self.port), timeout=10) as connection:
            head = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
            connection.sendall(f"{line} HTTP/1.1\r\n{head}\r\n".encode())
            yield connection

    def head_only(self, line: str, headers: dict[str, str], wait_for: int = -1) -> tuple[str, str]:
        """Head and body of the answer to a request of which only the head is sent; `wait_for`: read no more bytes."""
        with self.connect(line, headers) as connection, connection.makefile("rb") as stream:
            top, _, body = stream.read(wait_for).decode().partition("\r\n\r\n")
        return top, body


def start(folder: Path, **environment: str) -> Program:
    """Run the demo and wait for its ready line."""
    with (folder.parent / "log").open("w") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", "guard.cli", "demo", "--no-browser", "--port", "0", "--data-dir", str(folder)],
            stdout=subprocess.PIPE,
            stderr=log,
            text=True,
            cwd=ROOT,
            env={**os.environ, **environment},
        )
    assert process.stdout is not None
    ready = process.stdout.readline()
    assert ready.startswith("School Guard is ready at http://127.0.0.1:"), (folder.parent / "log").read_text()
    link = process.stdout.readline().split()[-1]
    port = int(ready.rsplit(":", 1)[1])
    return Program(process, port, (folder / "token").read_text(), link)


def stop(program: Program) -> int:
    program.process.terminate()
    code = program.process.wait(timeout=20)
    assert program.process.stdout is not None
    program.process.stdout.close()
    return code


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Program]:
    folder = tmp_path_factory.mktemp("program") / "data"
    nowhere = folder.parent / "no-such-folder"
    # A temp folder that cannot be written: whatever would spool to disk fails.
    started = start(folder, TMPDIR=str(nowhere), TEMP=str(nowhere), TMP=str(nowhere))
    yield started
    stop(started)


def test_a_large_upload_never_touches_the_disk(program: Program) -> None:
    data = os.urandom(12 * 1024 * 1024)
    path = f"/v1/pictures/{hashlib.sha256(data).hexdigest()}"
    for chunked in (False, True):
        status, _, body = program.send("PUT", path, data, headers={"Content-Type": "image/jpeg"}, chunked=chunked)
        assert status == 202, body
        assert json.loads(body)["state"] in {"pending", "unreadable", "unsupported", "no_models"}


JSON = {"Content-Type": "application/json"}
PICTURE = {"Content-Type": "image/jpeg"}


@pytest.mark.parametrize(
    ("line", "headers", "announced", "status", "slug"),
    [
        ("POST /v1/check", JSON, 600_000, 413, "too-large"),
        ("POST /v1/check", JSON | {"Expect": "100-continue"}, 2_000_000, 413, "too-large"),
        ("PUT /v1/pictures/x", PICTURE, MAX_PICTURE + 1, 413, "too-large"),
        ("PUT /v1/pictures/x", PICTURE, 10**12, 413, "too-large"),
        ("PUT /v1/pictures/x", PICTURE | {"Authorization": "Bearer wrong"}, 30_000_000, 401, "token-needed"),
        ("PUT /register/people/x/photos", PICTURE, 30_000_000, 401, "session-needed"),
        ("PUT /v1/pictures/x", JSON, 30_000_000, 415, "unsupported-media-type"),
        ("POST /v1/pictures/x", PICTURE, 30_000_000, 405, "method-not-allowed"),
        ("PUT /v1/pictures/x", PICTURE | {"Origin": "https://x.com"}, 30_000_000, 403, "origin-refused"),
        ("PUT /v1/pictures/x", PICTURE | {"Sec-Fetch-Site": "cross-site"}, 30_000_000, 403, "origin-refused"),
        ("PUT /v1/pictures/x", PICTURE | {"Host": "evil.test"}, 10**12, 403, "host-refused"),
        ("POST /v1/check", JSON | {"Transfer-Encoding": "chunked"}, None, 411, "length-required"),
        ("POST /nowhere", JSON, 10**12, 404, "not-found"),
    ],
)
def test_whoever_is_refused_is_refused_before_the_body_is_read(
    program: Program, line: str, headers: dict[str, str], announced: int | None, status: int, slug: str
) -> None:
    """No body is ever sent here: an answer comes all the same."""
    everything = {"Host": f"127.0.0.1:{program.port}", "Authorization": f"Bearer {program.token}", **headers}
    if announced is not None:
        everything["Content-Length"] = str(announced)
    top, body = program.head_only(line, everything)
    assert top.startswith(f"HTTP/1.1 {status} ")
    assert PROBLEM_TYPE in top
    assert "X-Content-Type-Options: nosniff" in top
    assert json.loads(body)["type"] == f"/docs/problems#{slug}"


def test_what_unfinished_pictures_take_up_together_is_limited(program: Program) -> None:
    head = {
        "Host": f"127.0.0.1:{program.port}",
        "Authorization": f"Bearer {program.token}",
        "Content-Length": str(MAX_PICTURE),
        "Expect": "100-continue",
        **PICTURE,
    }
    with contextlib.ExitStack() as stack:
        for _ in range(4):
            connection = stack.enter_context(program.connect("PUT /v1/pictures/x", head))
            assert connection.recv(1000).startswith(b"HTTP/1.1 100 ")
        top, body = program.head_only("PUT /v1/pictures/x", head)
        assert top.startswith("HTTP/1.1 503 ")
        assert "Retry-After: 1" in top
        assert json.loads(body)["type"] == "/docs/problems#busy"
        # Drafts do not wait for pictures.
        assert program.send("POST", "/v1/check", b'{"draft": {}}', headers=JSON)[0] == 200
    # They have hung up. The service notices when it next looks, which each try makes it do.
    tries = (program.head_only("PUT /v1/pictures/x", head, wait_for=12)[0] for _ in range(500))
    assert any(answer == "HTTP/1.1 100" for answer in tries)


@pytest.mark.parametrize("request_line", [b"NONSENSE\r\n\r\n", b"GET / HTTP/1.1\r\nContent-Length: x\r\n\r\n"])
def test_what_is_no_http_is_answered_in_the_same_shape(program: Program, request_line: bytes) -> None:
    with socket.create_connection(("127.0.0.1", program.port), timeout=10) as connection:
        connection.sendall(request_line)
        with connection.makefile("rb") as stream:
            answer = stream.read()
    top, _, body = answer.partition(b"\r\n\r\n")
    assert PROBLEM_TYPE.encode() in top
    assert json.loads(body)["status"] == 400
    assert b"Server:" not in top


def test_a_check_is_answered_over_a_real_connection(program: Program) -> None:
    body = json.dumps({"draft": {"parts": [{"text": "Proud of Oakfield Academy"}], "account": {"kind": "personal"}}})
    status, _, answer = program.send(
        "POST", "/v1/check", body.encode(), headers={"Content-Type": "application/json", "Sec-Fetch-Site": "none"}
    )
    assert status == 200
    assert json.loads(answer)["verdict"] == "warn"


def test_the_printed_link_opens_the_pages(program: Program) -> None:
    path = program.start_link.removeprefix(f"http://127.0.0.1:{program.port}")
    assert path != program.start_link
    assert program.send("GET", path)[0] == 303


def test_a_second_service_on_the_port_is_told_plainly(program: Program) -> None:
    with pytest.raises(PortTaken, match="another program answers on this port"):
        bind("127.0.0.1", program.port, allow_network=False)


@pytest.mark.parametrize("host", ["0.0.0.0", "192.0.2.1", "::", "guard.school.example"])
def test_other_machines_are_let_in_only_when_asked_for(host: str) -> None:
    with pytest.raises(AddressRefused, match="--allow-network"):
        bind(host, 0, allow_network=False)


def test_an_address_of_another_machine_is_refused_plainly() -> None:
    with pytest.raises(AddressRefused, match="no address of this machine"):
        bind("192.0.2.1", 0, allow_network=True)


def demo_in(temporary: Path) -> subprocess.Popen[str]:
    """A running demo that makes its own folder in `temporary`."""
    process = subprocess.Popen(
        [sys.executable, "-m", "guard.cli", "demo", "--no-browser", "--port", "0"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        cwd=ROOT,
        env={**os.environ, "TMPDIR": str(temporary), "TEMP": str(temporary), "TMP": str(temporary)},
    )
    assert process.stdout is not None
    process.stdout.readline()
    return process


def ended(process: subprocess.Popen[str], number: int) -> int:
    process.send_signal(number)
    code = process.wait(timeout=20)
    assert process.stdout is not None
    process.stdout.close()
    return code


CLOSED_TERMINAL = signal.SIGBREAK if sys.platform == "win32" else signal.SIGHUP


@pytest.fixture
def heard_terminal() -> Iterator[None]:
    """What this process starts hears of a closed terminal, also where nohup keeps it from the process itself."""
    kept = signal.signal(CLOSED_TERMINAL, signal.SIG_DFL)
    yield
    signal.signal(CLOSED_TERMINAL, kept)


@pytest.mark.usefixtures("heard_terminal")
@pytest.mark.parametrize("number", [signal.SIGTERM, CLOSED_TERMINAL])
def test_stopping_leaves_nothing_behind_in_a_demo_without_a_folder(tmp_path: Path, number: int) -> None:
    process = demo_in(tmp_path)
    assert len(list(tmp_path.iterdir())) == 1
    assert ended(process, number) == 0
    assert list(tmp_path.iterdir()) == []


def test_what_a_killed_demo_left_behind_goes_at_the_next_start_and_a_running_one_keeps_its_own(tmp_path: Path) -> None:
    killed, running = demo_in(tmp_path), demo_in(tmp_path)
    before = set(tmp_path.iterdir())
    ended(killed, signal.SIGTERM if sys.platform == "win32" else signal.SIGKILL)
    with demo_folder_in(tmp_path) as new:
        after = set(tmp_path.iterdir())
        assert len(before) == len(after) == 2
        assert new in after
        assert len(after & before) == 1
    assert ended(running, signal.SIGTERM) == 0
    assert list(tmp_path.iterdir()) == []


@contextlib.contextmanager
def demo_folder_in(place: Path) -> Iterator[Path]:
    kept, tempfile.tempdir = tempfile.tempdir, str(place)
    try:
        with demo_folder() as folder:
            yield folder
    finally:
        tempfile.tempdir = kept


def test_only_folders_of_demos_that_have_ended_are_removed(tmp_path: Path) -> None:
    """One without a lock may just have been made, by a demo that starts at this moment."""
    fresh, old, other = (tmp_path / name for name in (f"{PREFIX}fresh", f"{PREFIX}old", "something-else"))
    for folder in (fresh, old, other):
        folder.mkdir()
    for folder in (old, other):
        os.utime(folder, (0, 0))
    (tmp_path / f"{PREFIX}link").symlink_to(other)
    remove_left_behind(tmp_path)
    assert {each.name for each in tmp_path.iterdir()} == {fresh.name, other.name, f"{PREFIX}link"}


@pytest.mark.parametrize(
    ("host", "url"),
    [
        ("127.0.0.1", "http://127.0.0.1:8080"),
        ("127.0.0.2", "http://127.0.0.2:8080"),
        ("::1", "http://[::1]:8080"),
        ("localhost", "http://localhost:8080"),
        ("192.0.2.7", "http://192.0.2.7:8080"),
        ("0.0.0.0", "http://127.0.0.1:8080"),
        ("::", "http://[::1]:8080"),
    ],
)
def test_the_address_that_is_printed_is_one_that_is_answered(tmp_path: Path, host: str, url: str) -> None:
    service = make_service(tmp_path, host=host, port=8080)
    try:
        assert service.services.config.url == url
        link = service.services.start_link(office=True)
        assert link.startswith(f"{url}/start?")
        headers = {"Host": url.removeprefix("http://")}
        assert service.call("GET", link.removeprefix(url), token=None, headers=headers).status_code == 303
    finally:
        service.close()


def test_the_hosts_that_are_answered_carry_the_port() -> None:
    config = ServiceConfig(data_dir=Path("nowhere"), port=80)
    assert "localhost" in config.addresses
    assert "127.0.0.1:80" in config.addresses
    assert "localhost" not in ServiceConfig(data_dir=Path("nowhere"), port=8080).addresses
