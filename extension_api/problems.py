"""Errors over HTTP: RFC 9457 problems, one shape for all, in words of ours and never of an exception."""

from __future__ import annotations

import json
import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from flask import Flask, Response, render_template, request
from werkzeug.exceptions import HTTPException, MethodNotAllowed

log = logging.getLogger("extension_api")

PROBLEM_TYPE = "application/problem+json"


@dataclass(frozen=True, slots=True)
class ProblemType:
    """A kind of error: its HTTP status, its heading, and what can be done about it."""

    status: int
    title: str
    advice: str


PROBLEM_TYPES: Mapping[str, ProblemType] = {
    "malformed": ProblemType(400, "The request cannot be read", "Send UTF-8 JSON, as the API description says."),
    "digest-differs": ProblemType(
        400, "The picture is not the one announced", "The address has to end in the SHA-256 of the bytes sent."
    ),
    "token-needed": ProblemType(
        401,
        "The access token is missing or wrong",
        "Pair the extension once more with a code from this service's own page.",
    ),
    "session-needed": ProblemType(
        401, "This page opens by its start link", "Open the link that School Guard printed when it was started."
    ),
    "host-refused": ProblemType(
        403, "Called by an unknown name", "Call the service by the exact address it printed at its start."
    ),
    "origin-refused": ProblemType(
        403, "Called from an unknown place", "Only this service's own pages and the paired extension may call it."
    ),
    "form-outdated": ProblemType(403, "The page is out of date", "Load the page again and repeat the last step."),
    "not-for-this-session": ProblemType(
        403, "Not open to this session", "The register opens by the start link printed when School Guard was started."
    ),
    "code-refused": ProblemType(
        403, "The code was not accepted", "Show a new code on the service's own page; each works once, for two minutes."
    ),
    "not-found": ProblemType(404, "Nothing is here", "Look at the address; the API description lists what there is."),
    "method-not-allowed": ProblemType(405, "Not possible in this way", "See the Allow header for the ways there are."),
    "conflict": ProblemType(409, "Not possible at the moment", "Load the page again to see how things stand."),
    "length-required": ProblemType(
        411, "The length has to be announced", "Send a Content-Length; only pictures may come in chunks."
    ),
    "too-large": ProblemType(413, "Too large", "Send less at once: a draft up to 512 KB, a picture up to 40 MB."),
    "unsupported-media-type": ProblemType(
        415, "Wrong content type", "Send JSON as application/json, and pictures as image/* or application/octet-stream."
    ),
    "invalid": ProblemType(
        422, "A value does not fit", "Each entry of 'errors' points to the value and says what was expected."
    ),
    "refused": ProblemType(400, "The request was refused", "See the API description."),
    "internal": ProblemType(500, "Something went wrong here", "Try again; if it stays, restart School Guard."),
    "busy": ProblemType(
        503, "Too much at once", "Other pictures are being taken in at the moment; try again in a second."
    ),
}


@dataclass(frozen=True, slots=True)
class ValueProblem:
    """What is wrong with one value: its JSON pointer and a sentence."""

    pointer: str
    detail: str


class Problem(Exception):
    """Raised anywhere in a request to answer with a problem. `detail` is one of our own sentences."""

    def __init__(
        self,
        slug: str,
        detail: str = "",
        *,
        errors: Sequence[ValueProblem] = (),
        headers: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(slug)
        self.slug = slug
        self.kind = PROBLEM_TYPES[slug]
        self.detail = detail or self.kind.advice
        self.errors = tuple(errors)
        self.headers = dict(headers or {})


def problem_body(problem: Problem, instance: str) -> bytes:
    """The JSON of a problem; `instance` is the path it happened at."""
    body: dict[str, object] = {
        "type": f"/docs/problems#{problem.slug}",
        "title": problem.kind.title,
        "status": problem.kind.status,
        "detail": problem.detail,
        "instance": instance,
    }
    if problem.errors:
        body["errors"] = [{"pointer": each.pointer, "detail": each.detail} for each in problem.errors]
    return json.dumps(body).encode("ascii")


def problem_response(problem: Problem, instance: str) -> Response:
    """A problem as JSON."""
    response = Response(problem_body(problem, instance), status=problem.kind.status, content_type=PROBLEM_TYPE)
    response.headers.update(problem.headers)
    return response


def as_problem(error: HTTPException) -> Problem:
    """An error of the web framework as one of ours."""
    slug = {404: "not-found", 405: "method-not-allowed", 413: "too-large", 415: "unsupported-media-type"}
    headers = {}
    if isinstance(error, MethodNotAllowed) and error.valid_methods:
        headers["Allow"] = ", ".join(sorted(error.valid_methods))
    if error.code is None or error.code >= 500:
        return Problem("internal")
    return Problem(slug.get(error.code, "refused"), headers=headers)


def register_problem_handlers(app: Flask) -> None:
    """Have every error of the app answered as a problem; people looking at pages get the same as a page."""

    def answer(problem: Problem) -> Response:
        if _wants_page():
            page = render_template("problem.html", problem=problem)
            response = Response(page, status=problem.kind.status, mimetype="text/html")
            response.headers.update(problem.headers)
            return response
        return problem_response(problem, request.path)

    @app.errorhandler(Problem)
    def on_problem(problem: Problem) -> Response:
        return answer(problem)

    @app.errorhandler(HTTPException)
    def on_http_exception(error: HTTPException) -> Response:
        return answer(as_problem(error))

    @app.errorhandler(Exception)
    def on_exception(error: Exception) -> Response:
        # The last resort at the edge. The exception's text might quote a draft, so only its type is logged.
        log.error("%s on %s", type(error).__name__, request.url_rule)
        return answer(Problem("internal"))


def _wants_page() -> bool:
    return not request.path.startswith("/v1/") and "text/html" in request.headers.get("Accept", "")
