"""How a service is set up: plain data, made by the command line or by a test."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from extension_api.errors import ServiceError
from guard.pictures.limits import BYTE_LIMIT

DEFAULT_PORT = 47615
LOOPBACK_HOSTS = ("127.0.0.1", "localhost", "[::1]")

# What the largest picture, and the largest JSON body, may have in bytes.
MAX_PICTURE = BYTE_LIMIT
MAX_JSON = 512 * 1024


_HTTPS = "https://"
_SERVER_NAME = re.compile(r"(https?://)?([a-z0-9.-]+|\[[0-9a-f:]+\])(:\d+)?")


def server_name(text: str) -> str:
    """A further name of the service as in the Host header, with "https://" where that goes first. Raises ServiceError.

    NAME:PORT is called without https; https://NAME is a server in front of the service that takes https for it.
    """
    name = text.lower()
    found = _SERVER_NAME.fullmatch(name)
    if found is None or found[1] == "http://":
        raise ServiceError(
            f"{text} is no server name: give NAME:PORT, or https://NAME for a server that takes https in front"
        )
    return name.removesuffix(":443") if found[1] else name


def web_origin(text: str) -> str:
    """The origin of another server's pages, as browsers write it. Raises ServiceError."""
    name = text.lower()
    found = _SERVER_NAME.fullmatch(name)
    if found is None or found[1] is None:
        raise ServiceError(f"{text} is no origin: give it as https://NAME, with its port but without a path")
    return name.removesuffix(":443") if found[1] == _HTTPS else name.removesuffix(":80")


@dataclass(frozen=True, slots=True)
class ServiceConfig:
    """Everything a service is told from outside.

    `host` is the address it listens at. `register` is the path of the no-publish list; None keeps it in the data
    folder. `managed_token` is the access token the school hands out by its own device management; without it one is
    made at first start. `server_names` are further names under which the service may be called, as `server_name`
    gives them; `allowed_origins` are web origins that get CORS headers (none by default); `extension_ids` the
    extensions that may call without having been paired (those of the shipped extension when empty). `register_key` is
    the file of the register's key; None leaves it where `guard.register.keys` puts it. In a `demo` an invented pupil
    may be put on the register.
    """

    data_dir: Path
    policy: str | Path = "demo"
    register: Path | None = None
    host: str = "127.0.0.1"
    port: int = DEFAULT_PORT
    managed_token: str | None = None
    server_names: tuple[str, ...] = ()
    allowed_origins: tuple[str, ...] = ()
    extension_ids: tuple[str, ...] = ()
    extension_folder: Path | None = None
    demo: bool = False
    register_key: Path | None = None

    @property
    def addresses(self) -> Mapping[str, str]:
        """Every Host header that is answered, each with the origin of the pages that are called by it.

        Ports are included; browsers leave out a port that is the scheme's own.
        """
        found = {}
        for name in (*LOOPBACK_HOSTS, self._name):
            found[f"{name}:{self.port}"] = f"http://{name}:{self.port}"
            if self.port == 80:
                found[name] = f"http://{name}"
        for name in self.server_names:
            found[name.removeprefix(_HTTPS)] = name if name.startswith(_HTTPS) else f"http://{name}"
        return found

    @property
    def url(self) -> str:
        """Where the service's own pages are: by https where a server that takes https in front of it was named."""
        secure = next((name for name in self.server_names if name.startswith(_HTTPS)), None)
        return secure or f"http://{self._name}:{self.port}"

    @property
    def _name(self) -> str:
        """What stands for the listening address in a link on this machine."""
        host = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(self.host, self.host)  # noqa: S104 - compared, not bound to
        return f"[{host}]" if ":" in host else host

    @property
    def register_path(self) -> Path:
        return self.register if self.register is not None else self.data_dir / "register.db"


def find_extension() -> Path | None:
    """The folder of the browser extension, which lies beside this package in a checkout and when installed."""
    folder = Path(__file__).resolve().parent.parent / "browser_extension"
    return folder if (folder / "manifest.json").is_file() else None


@cache
def pinned_extension_ids() -> tuple[str, ...]:
    """The id the shipped extension always has; its manifest fixes it."""
    folder = find_extension()
    if folder is None:
        return ()
    return (str(json.loads((folder / "extension_id.json").read_text("utf-8"))["id"]),)
