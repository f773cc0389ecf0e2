"""The replica pages over https, each under its site's own name, from one port on the loopback."""

from __future__ import annotations

import datetime
import ssl
import tempfile
import threading
import urllib.parse
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import TracebackType
from typing import ClassVar

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from tests.pages.build import HERE

#: Which page stands under which host. Every address below the host is the same page, as in the sites' own apps.
SITES = {
    "x.com": "x.html",
    "www.facebook.com": "facebook.html",
    "www.linkedin.com": "linkedin.html",
    "forum.example": "generic.html",
}
#: As strict as the sites': no inline script, no request to anywhere else, pictures by blob only.
CONTENT_SECURITY_POLICY = (
    "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' blob: data:; "
    "media-src 'self' blob:; connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; "
    "frame-ancestors 'self'"
)
TYPES = {
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".svg": "image/svg+xml",
}


def self_signed(hosts: list[str]) -> tuple[bytes, bytes]:
    """A certificate for `hosts`, valid for a day, and its key; both PEM."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, hosts[0])])
    now = datetime.datetime.now(datetime.UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - datetime.timedelta(hours=1))
        .not_valid_after(now + datetime.timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(host) for host in hosts]), critical=False)
        .sign(key, hashes.SHA256())
    )
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    return certificate.public_bytes(serialization.Encoding.PEM), private


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    received: ClassVar[list[str]] = []

    def do_GET(self) -> None:
        path = urllib.parse.urlsplit(self.path).path
        page = SITES.get((self.headers.get("Host") or "").partition(":")[0])
        asset = path.removeprefix("/page-assets/") if path.startswith("/page-assets/") else None
        file = (HERE / asset if asset else HERE / page if page else HERE).resolve()
        # A browser asks for the icon by itself; nothing of it is wanted.
        if not file.is_file() or HERE not in file.parents or file.suffix not in TYPES or path == "/favicon.ico":
            self._answer(404, b"", "text/plain")
            return
        self._answer(200, file.read_bytes(), TYPES[file.suffix])

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0)).decode()
        self.received.append(urllib.parse.parse_qs(body, keep_blank_values=True).get("message", [""])[0])
        self.send_response(303)
        self.send_header("Location", self.path)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _answer(self, status: int, body: bytes, kind: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Content-Security-Policy", CONTENT_SECURITY_POLICY)
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Quiet: a test's output is about the test."""


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """A browser that closes a connection half way is no error of the pages."""


class SiteServer:
    """`with SiteServer() as sites:` serves until the block ends; `sites.port` is the local port behind every host."""

    def __init__(self) -> None:
        self._server = _Server(("127.0.0.1", 0), _Handler)
        self.port: int = self._server.server_address[1]
        self._thread = threading.Thread(target=self._server.serve_forever, daemon=True)

    @property
    def received(self) -> list[str]:
        """Messages that arrived as ordinary form posts, oldest first."""
        return _Handler.received

    def browser_arguments(self) -> list[str]:
        """Command-line switches that put the pages under their real names, as public pages on port 443."""
        rules = ", ".join(f"MAP {host}:443 127.0.0.1:{self.port}" for host in SITES)
        return [
            f"--host-resolver-rules={rules}, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
            "--ignore-certificate-errors",
            f"--ip-address-space-overrides=127.0.0.1:{self.port}=public",
        ]

    def __enter__(self) -> SiteServer:
        certificate, key = self_signed(list(SITES))
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        with tempfile.TemporaryDirectory() as folder:
            chain = Path(folder) / "chain.pem"
            chain.write_bytes(certificate + key)
            context.load_cert_chain(chain)
        # The handshake belongs in the connection's own thread, or one idle connection holds up all.
        self._server.socket = context.wrap_socket(self._server.socket, server_side=True, do_handshake_on_connect=False)
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()
