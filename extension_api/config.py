"""How a service is set up: plain data, made by the command line or by a test."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from guard.pictures.limits import BYTE_LIMIT

DEFAULT_PORT = 47615
LOOPBACK_HOSTS = ("127.0.0.1", "localhost", "[::1]")

# What the largest picture, and the largest JSON body, may have in bytes.
MAX_PICTURE = BYTE_LIMIT
MAX_JSON = 512 * 1024


@dataclass(frozen=True, slots=True)
class ServiceConfig:
    """Everything a service is told from outside.

    `register` is the path of the no-publish list; None keeps it in the data folder. `managed_token` is the access token
    the school hands out by its own device management; without it one is made at first start. `server_names` are further
    names, each with its port, under which the service may be called; `allowed_origins` are web origins that get CORS
    headers (none by default); `extension_ids` the extensions that may call without having been paired
    (those of the shipped extension when empty). `register_key` is the file of the register's key; None leaves it where
    `guard.register.keys` puts it. In a `demo` an invented pupil may be put on the register.
    """

    data_dir: Path
    policy: str | Path = "demo"
    register: Path | None = None
    port: int = DEFAULT_PORT
    managed_token: str | None = None
    server_names: tuple[str, ...] = ()
    allowed_origins: tuple[str, ...] = ()
    extension_ids: tuple[str, ...] = ()
    extension_folder: Path | None = None
    demo: bool = False
    register_key: Path | None = None

    @property
    def hosts(self) -> frozenset[str]:
        """Every Host header that is answered, port included; browsers leave out a port that is the scheme's own."""
        own = {f"{name}:{self.port}" for name in LOOPBACK_HOSTS}
        if self.port == 80:
            own.update(LOOPBACK_HOSTS)
        return frozenset(own | set(self.server_names))

    @property
    def url(self) -> str:
        """Where the service's own pages are."""
        return f"http://127.0.0.1:{self.port}"

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
