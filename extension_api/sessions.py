"""Who is looking at the service's own pages: browsers that came by a one-time start link."""

from __future__ import annotations

import hashlib
import secrets
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field

START_LINK_VALID_FOR = 15 * 60.0
IDLE_LIMIT = 8 * 3600.0


@dataclass(frozen=True, slots=True)
class Session:
    """A browser that may see the pages. `office` sessions may see and change the register."""

    office: bool
    csrf: str = field(repr=False)


@dataclass(slots=True)
class _Kept:
    session: Session
    last_used: float


class Sessions:
    """Start links and the sessions they became, in memory only: all end with the service. `clock` gives seconds."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._links: dict[bytes, tuple[bool, float]] = {}
        self._sessions: dict[bytes, _Kept] = {}

    def new_start_key(self, *, office: bool) -> str:
        """A key that opens one session, once, within a quarter of an hour."""
        key = secrets.token_urlsafe(32)
        with self._lock:
            self._forget_old()
            self._links[_hash(key)] = (office, self._clock() + START_LINK_VALID_FOR)
        return key

    def start(self, key: str) -> str | None:
        """The id of a new session, or None when the key was used before, is too old, or never was one."""
        with self._lock:
            self._forget_old()
            found = self._links.pop(_hash(key), None)
            if found is None:
                return None
            identity = secrets.token_urlsafe(32)
            session = Session(office=found[0], csrf=secrets.token_urlsafe(32))
            self._sessions[_hash(identity)] = _Kept(session, self._clock())
            return identity

    def find(self, identity: str) -> Session | None:
        """The session of that id, unless it lay idle for too long."""
        with self._lock:
            kept = self._sessions.get(_hash(identity))
            if kept is None or self._clock() - kept.last_used > IDLE_LIMIT:
                return None
            kept.last_used = self._clock()
            return kept.session

    def _forget_old(self) -> None:
        now = self._clock()
        self._links = {key: value for key, value in self._links.items() if value[1] > now}
        self._sessions = {key: kept for key, kept in self._sessions.items() if now - kept.last_used <= IDLE_LIMIT}


def _hash(value: str) -> bytes:
    # Looked up by hash, so that how long a look-up takes says nothing about the value.
    return hashlib.sha256(value.encode("utf-8", "surrogatepass")).digest()
