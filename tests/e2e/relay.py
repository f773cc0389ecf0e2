"""A relay between the browser and the service: it can be silent, or keep answers back for a while."""

from __future__ import annotations

import http.client
import threading
import urllib.parse
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

_NOT_PASSED_ON = ("content-length", "transfer-encoding", "connection", "date", "server")


class Relay:
    """Passes every request on to the service at `target`; `url` is where the browser finds it."""

    def __init__(self, target: str) -> None:
        self.target = urllib.parse.urlsplit(target).netloc
        self.is_down = False
        self.gates: dict[str, threading.Event] = {}
        relay = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def pass_on(self) -> None:
                relay.answer(self)

            do_GET = do_POST = do_PUT = pass_on  # noqa: N815 - the names that http.server calls

            def log_message(self, format: str, *args: object) -> None:
                """Quiet: a test's output is about the test."""

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self.server.server_address[1]}"

    def answer(self, request: BaseHTTPRequestHandler) -> None:
        """What the service answers, when nothing keeps it back; nothing at all while it is down."""
        body = request.rfile.read(int(request.headers.get("Content-Length") or 0))
        if self.is_down:
            request.close_connection = True
            return
        for path, gate in list(self.gates.items()):
            if request.path.startswith(path):
                gate.wait(60)
        service = http.client.HTTPConnection(self.target, timeout=60)
        headers = {name: value for name, value in request.headers.items() if name.lower() != "connection"}
        service.request(request.command, request.path, body=body, headers={**headers, "Host": self.target})
        reply = service.getresponse()
        data = reply.read()
        service.close()
        try:
            request.send_response(reply.status)
            for name, value in reply.getheaders():
                if name.lower() not in _NOT_PASSED_ON:
                    request.send_header(name, value)
            request.send_header("Content-Length", str(len(data)))
            request.end_headers()
            request.wfile.write(data)
        except (BrokenPipeError, ConnectionResetError):
            request.close_connection = True  # The tab was closed while its answer was kept back.

    @contextmanager
    def keeping_back(self, path: str) -> Iterator[None]:
        """Nothing under `path` is answered before the block ends."""
        gate = self.gates[path] = threading.Event()
        try:
            yield
        finally:
            del self.gates[path]
            gate.set()


@contextmanager
def relayed(target: str) -> Iterator[Relay]:
    """A relay to the service at `target`, until the block ends."""
    relay = Relay(target)
    thread = threading.Thread(target=relay.server.serve_forever, daemon=True)
    thread.start()
    try:
        yield relay
    finally:
        relay.server.shutdown()
        relay.server.server_close()
        thread.join()
