"""What the routes work with: one of everything for each app, never for the process."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any, Protocol
from zoneinfo import ZoneInfo

from flask import current_app
from flask.sansio.app import App

from extension_api import tokens
from extension_api.config import ServiceConfig, pinned_extension_ids
from extension_api.extensions import Extensions
from extension_api.pairing import PairingDesk
from extension_api.sessions import Sessions
from extension_api.tokens import Secret
from guard.guard import Guard
from guard.installation import installation_key
from guard.pictures.reader import PictureReader
from guard.policy.loader import load_policy
from guard.rules import option_specs
from guard.usefulness import Tallies

if TYPE_CHECKING:
    from guard.register import Register

API_VERSION = "1"
_KEY = "school_guard"


class PictureDesk(PictureReader, Protocol):
    """A picture reader that takes bytes ahead of the check, as the worker's client does."""

    @property
    def state(self) -> str:
        """ "ready", "loading" or "no_models"."""

    def submit(self, data: bytes, name: str = "") -> str:
        """Take a picture to be read; its digest. Returns before it is read."""


@dataclass(slots=True, repr=False)
class Services:
    """Everything a request may need. `token` is known by its hash; `issued_token` is what pairing hands over."""

    config: ServiceConfig
    guard: Guard
    register: Register
    pictures: PictureDesk
    token: Secret
    issued_token: str
    pairing: PairingDesk
    sessions: Sessions
    extensions: Extensions
    tallies: Tallies

    @property
    def cookie_name(self) -> str:
        """Cookies do not tell ports apart, so the name does, for two services on one machine."""
        return f"school_guard_{self.config.port}"

    def stamp(self) -> dict[str, Any]:
        """What every JSON answer carries."""
        policy = self.guard.policy
        return {
            "api_version": API_VERSION,
            "policy": {"name": policy.name, "version": policy.about.version},
            "register_version": self.guard.register_version,
        }

    def start_link(self, *, office: bool, called_by: str = "") -> str:
        """A link that opens the pages in one browser, once, at the name the service was `called_by` (a Host header)."""
        address = self.config.addresses.get(called_by, self.config.url)
        return f"{address}/start?key={self.sessions.new_start_key(office=office)}"

    def close(self) -> None:
        """End the worker, close the register."""
        self.pictures.close()
        self.guard.close()


def open_services(config: ServiceConfig, pictures: PictureDesk | None = None) -> Services:
    """Everything a service with this configuration needs; `pictures` takes the place of the worker.

    Raises ServiceError, PolicyError, RegisterError.
    """
    from guard.register import Register

    tokens.open_data_folder(config.data_dir)
    token = config.managed_token or tokens.read_or_make(config.data_dir / "token")
    policy = load_policy(config.policy, option_specs())
    # A day ends on the register when it does at the school.
    zone = ZoneInfo(policy.about.timezone)
    register = Register.open(config.register_path, config.register_key, create=True, clock=lambda: datetime.now(zone))
    if pictures is None:
        from guard.pictures.worker_client import WorkerReader

        pictures = WorkerReader(policy.recognition.engine)
    tallies = Tallies(config.data_dir)
    return Services(
        config=config,
        guard=Guard(
            policy,
            register=register,
            pictures=pictures,
            fingerprint_key=installation_key(config.data_dir),
            tallies=tallies,
        ),
        register=register,
        pictures=pictures,
        token=Secret(token),
        issued_token=token,
        pairing=PairingDesk(),
        sessions=Sessions(),
        extensions=Extensions(config.extension_ids or pinned_extension_ids(), config.data_dir / "extensions.json"),
        tallies=tallies,
    )


def keep_services(app: App, kept: Services) -> None:
    """Tie the services to their app."""
    app.extensions[_KEY] = kept


def services_of(app: App) -> Services:
    """The services of an app."""
    found: Services = app.extensions[_KEY]
    return found


def services() -> Services:
    """The services of the app that answers this request."""
    return services_of(current_app)
