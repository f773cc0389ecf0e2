"""The access log: method, route, status and milliseconds; never an address with its parameters, never a body."""

from __future__ import annotations

import logging
import time

from flask import Flask, g, request
from werkzeug.wrappers import Response

log = logging.getLogger("extension_api.access")


def log_requests(app: Flask) -> None:
    """Write one line for each request that reaches a route."""

    @app.before_request
    def start_clock() -> None:
        g.started = time.perf_counter()

    @app.after_request
    def write_line(response: Response) -> Response:
        if log.isEnabledFor(logging.INFO):
            took = (time.perf_counter() - g.started) * 1000
            # The rule, not the path: a path holds digests, references and start keys.
            route = request.url_rule.rule if request.url_rule is not None else "-"
            log.info("%s %s %d %.1f ms", request.method, route, response.status_code, took)
        return response
