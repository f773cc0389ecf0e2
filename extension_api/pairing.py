"""Pairing: a code shown on the service's own page and typed into the extension, once."""

from __future__ import annotations

import enum
import hmac
import re
import secrets
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

VALID_FOR = 120.0
TRIES = 5
_DIGITS = re.compile(r"[0-9]{6}")


class CodeState(enum.StrEnum):
    """What became of a code that was shown."""

    OPEN = "open"  # it can be typed in
    PAIRED = "paired"
    USED_UP = "used_up"  # by wrong tries
    OVER = "over"  # its time has run out, or another code was shown since


@dataclass(slots=True)
class _Code:
    digits: str
    expires: float
    tries_left: int = TRIES
    paired: bool = False

    def state(self, now: float) -> CodeState:
        if self.paired:
            return CodeState.PAIRED
        if not self.tries_left:
            return CodeState.USED_UP
        return CodeState.OPEN if now < self.expires else CodeState.OVER


class PairingDesk:
    """Hands out six-digit codes and takes each back once: within two minutes, at the fifth try at the latest.

    There is at most one code at a time; a new one makes the old one worthless. What is not six digits is no try at one.
    `clock` gives seconds.
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
            if code is None or code.state(self._clock()) is not CodeState.OPEN or not _DIGITS.fullmatch(offered):
                return False
            code.tries_left -= 1
            code.paired = hmac.compare_digest(code.digits, offered)
            return code.paired

    def state(self, digits: str) -> CodeState:
        """What became of a code, asked by whoever was shown it."""
        with self._lock:
            code = self._code
            if code is None or not hmac.compare_digest(code.digits.encode(), digits.encode("utf-8", "surrogatepass")):
                return CodeState.OVER
            return code.state(self._clock())
