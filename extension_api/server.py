"""Serving the app with waitress, so that no request ever touches the disk."""

from __future__ import annotations

import errno
import ipaddress
import os
import signal
import socket
import sys
from dataclasses import replace
from types import FrameType
from typing import Any, NoReturn

from waitress.server import create_server

from extension_api.app import create_app
from extension_api.config import MAX_PICTURE, ServiceConfig
from extension_api.errors import AddressRefused, PortTaken
from extension_api.gate import Gate, channels_behind
from extension_api.services import Services, open_services
from guard.model import Draft

THREADS = 8
CONNECTIONS = 64
# Bodies are refused from this size on; waitress counts the limit itself as too large already.
_LARGEST_BODY = MAX_PICTURE + 1


# Words no list knows, and those that most posts and most phrases looked for begin with.
_EVERYDAY = (
    "Quizzical flumphs at breakfast. We all had a very good time with our class in the hall today, and every one of "
    "them could be proud of it. You are so kind to have come; this is what I work for at the school, not only for the "
    "children but with you, my friends."
)


class Server:
    """A service bound to its address, with everything open; `run` answers until it is stopped."""

    def __init__(self, config: ServiceConfig, *, allow_network: bool = False) -> None:
        """Bind and open. Port 0 takes any free one. Raises AddressRefused, PortTaken and what `create_app` raises."""
        bound = bind(config.host, config.port, allow_network=allow_network)
        try:
            self.config = replace(config, port=bound.getsockname()[1])
            self.services: Services = open_services(self.config)
            self.app = create_app(self.config, self.services)
            # Whoever is told that the service is ready need not wait for what is loaded at first use.
            self.services.guard.check(Draft(_EVERYDAY))
        except BaseException:
            bound.close()
            raise
        self._waitress: Any = create_server(
            self.app,
            sockets=[bound],
            threads=THREADS,
            connection_limit=CONNECTIONS,
            ident=None,
            max_request_body_size=_LARGEST_BODY,
            # Bodies and answers beyond these sizes would go to temporary files: pictures stay in memory.
            inbuf_overflow=_LARGEST_BODY + 1,
            outbuf_overflow=_LARGEST_BODY + 1,
            recv_bytes=65536,
            clear_untrusted_proxy_headers=True,
        )
        self._waitress.channel_class = channels_behind(Gate(self.app, self.services))

    def run(self) -> None:
        """Answer until told to stop, then let everything go."""
        try:
            self._waitress.run()
        finally:
            self._waitress.close()
            self.services.close()


def bind(host: str, port: int, *, allow_network: bool) -> socket.socket:
    """A listening-to-be socket. Raises AddressRefused, PortTaken."""
    if not allow_network and not _is_loopback(host):
        raise AddressRefused(
            f"{host} can be reached from other machines. School Guard listens on this machine only, "
            "unless it is started with --allow-network (see docs/security.md)"
        )
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    bound = socket.socket(family, socket.SOCK_STREAM)
    if os.name == "nt":
        # On Windows another program could otherwise take the same port beside us.
        bound.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)  # type: ignore[attr-defined]
    else:
        bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        bound.bind((host, port))
        bound.listen(CONNECTIONS)
    except OSError as error:
        bound.close()
        if error.errno in (errno.EADDRINUSE, errno.EACCES):
            raise PortTaken(
                f"another program answers on this port ({port}), or it may not be used: "
                "stop that program, or choose another port with --port"
            ) from error
        raise AddressRefused(f"{host} is no address of this machine: leave --host out to use 127.0.0.1") from error
    return bound


def _is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def announce(server: Server) -> None:
    """Tell whoever started the service, and programs waiting for it, that it answers."""
    print(f"School Guard is ready at {server.config.url}", flush=True)


def stop_in_order() -> None:
    """Have the service end in order, as with Ctrl+C, when it is told to stop or its terminal is closed."""

    def stop(_signal: int, _frame: FrameType | None) -> NoReturn:
        sys.exit(0)

    # A closed terminal is SIGHUP, and on Windows SIGBREAK.
    for name in ("SIGTERM", "SIGHUP", "SIGBREAK"):
        number = getattr(signal, name, None)
        # nohup has the service go on without a terminal.
        if number is not None and signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, stop)
