"""The gate before the app: whoever is refused is refused by the headers alone, before a large body is taken in.

waitress receives a whole body before the app sees its request. Here the same checks, in the same order, are made when
the headers are complete, and what unfinished pictures take up together in memory is limited.
"""

from __future__ import annotations

import io
import logging
import threading
import weakref
from typing import TYPE_CHECKING

from flask import Flask
from waitress.channel import HTTPChannel
from waitress.parser import HTTPRequestParser
from waitress.task import ErrorTask
from waitress.utilities import Error

from extension_api.config import MAX_JSON, MAX_PICTURE
from extension_api.problems import PROBLEM_TYPE, Problem, problem_body
from extension_api.security import SECURITY_HEADERS, refusal_by_headers
from extension_api.services import Services

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIEnvironment

log = logging.getLogger("extension_api.access")

# What comes with the headers is here already, and most drafts do: the app is as quick to refuse them.
_WITH_HEADERS = 64 * 1024
# Bodies no larger than a draft are limited by how many connections there are.
PICTURES_AT_ONCE = 4 * MAX_PICTURE


class Room:
    """How many bytes of large bodies may be under way at once, over all connections."""

    def __init__(self, size: int) -> None:
        self._left = size
        self._lock = threading.Lock()

    def take(self, count: int) -> bool:
        """Whether there was room; it has to be given back."""
        with self._lock:
            if count > self._left:
                return False
            self._left -= count
            return True

    def give_back(self, count: int) -> None:
        with self._lock:
            self._left += count


class Gate:
    """What the gate of one server knows: its app, its services, its room."""

    def __init__(self, app: Flask, services: Services, size: int = PICTURES_AT_ONCE) -> None:
        self._app = app
        self._services = services
        self._room = Room(size)

    def refusal(self, request: Parser) -> Problem | None:
        """Why a request with a body is not taken in. One that is keeps its room until it is let go, however it ends."""
        refused = refusal_by_headers(self._app, self._services, _environ(request))
        if refused is not None:
            return refused
        announced = MAX_PICTURE if request.chunked else request.content_length
        if announced > MAX_JSON:
            if not self._room.take(announced):
                return Problem("busy", headers={"Retry-After": "1"})
            weakref.finalize(request, self._room.give_back, announced)
        return None


def _environ(request: Parser) -> WSGIEnvironment:
    """What the checks look at, as the app will get it."""
    host, _, port = request.headers.get("HOST", "").rpartition(":")
    environ: WSGIEnvironment = {
        "REQUEST_METHOD": request.command.upper(),
        "SCRIPT_NAME": "",
        "PATH_INFO": "/" + request.path.lstrip("/"),
        "QUERY_STRING": request.query,
        "SERVER_NAME": host,
        "SERVER_PORT": port,
        "SERVER_PROTOCOL": f"HTTP/{request.version}",
        "wsgi.url_scheme": "http",
        "wsgi.input": io.BytesIO(),
    }
    for name, value in request.headers.items():
        environ[name if name in ("CONTENT_LENGTH", "CONTENT_TYPE") else f"HTTP_{name}"] = value
    if request.chunked:
        environ["HTTP_TRANSFER_ENCODING"] = "chunked"
    return environ


class _Refusal(Error):  # type: ignore[misc]
    """What waitress is told instead of one of its own errors."""

    def __init__(self, problem: Problem) -> None:
        super().__init__("")
        self.code = problem.kind.status
        self.problem = problem


class Parser(HTTPRequestParser):  # type: ignore[misc]
    """Asks the gate as soon as the headers are complete."""

    gate: Gate
    headers: dict[str, str]
    command: str
    path: str
    query: str
    version: str
    chunked: bool
    content_length: int

    def parse_header(self, header_plus: bytes) -> None:
        super().parse_header(header_plus)
        if not self.chunked and self.content_length <= _WITH_HEADERS:
            return
        refused = self.gate.refusal(self)
        if refused is not None:
            self.error = _Refusal(refused)
            self.completed = True
            self.content_length = 0
            self.body_rcv = None
            # Whoever asks whether to go on gets the refusal for an answer.
            self.expect_continue = False


class _ProblemTask(ErrorTask):  # type: ignore[misc]
    """Answers what never reaches the app in the same shape as everything else."""

    def execute(self) -> None:
        error = self.request.error
        if isinstance(error, _Refusal):
            problem, place = error.problem, self.request.path
        else:
            problem, place = Problem({413: "too-large", 500: "internal"}.get(error.code, "refused")), ""
        body = problem_body(problem, place)
        self.status = f"{problem.kind.status} {problem.kind.title}"
        self.response_headers.extend({**SECURITY_HEADERS, **problem.headers}.items())
        self.response_headers.append(("Content-Type", PROBLEM_TYPE))
        self.response_headers.append(("Content-Length", str(len(body))))
        self.set_close_on_finish()
        self.content_length = len(body)
        self.write(body)
        log.info("- - %d before the body", problem.kind.status)


def channels_behind(gate: Gate) -> type[HTTPChannel]:
    """The kind of connection a server behind this gate has."""

    class GatedParser(Parser):
        pass

    class GatedChannel(HTTPChannel):  # type: ignore[misc]
        parser_class = GatedParser
        error_task_class = _ProblemTask

    GatedParser.gate = gate
    return GatedChannel
