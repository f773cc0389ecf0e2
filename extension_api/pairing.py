"""Pairing: a code shown on the service's own page and typed into the extension, once."""

from __future__ import annotations

import hmac
import secrets
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

VALID_FOR = 120.0
TRIES = 5


@dataclass(slots=True)
class _Code:
    digits: str
    expires: float
    tries_left: int = TRIES


class PairingDesk:
    """Hands out six-digit codes and takes each back once: within two minutes, at the fifth try at the latest.

    There is at most one code at a time; a new one makes the old one worthless. `clock` gives seconds.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._code: _Code | None = None

    def new_code(self) -> str:
        """Six digits to show to the person."""
        digits = f"{secrets.randbelow(1_000_000):06}"
        with self._lock:
            self._code = _Code(digits, self._clock() + VALID_FOR)
        return digits

    def redeem(self, offered: str) -> bool:
        """Whether the code is the one shown; then it is used up."""
        with self._lock:
            code = self._code
            if code is None or self._clock() >= code.expires:
                self._code = None
                return False
            code.tries_left -= 1
            right = hmac.compare_digest(code.digits.encode(), offered.encode("utf-8", "surrogatepass"))
            if right or code.tries_left == 0:
                self._code = None
            return right
