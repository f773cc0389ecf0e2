"""Names and templates at rest: AES-256-GCM, each value bound to the record it belongs to."""

from __future__ import annotations

import os

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from guard.register.errors import WrongKey

KEY_BYTES = 32
_NONCE_BYTES = 12
_CHECK = b"School Guard register"


class Cipher:
    """Seals and opens values with one key. Thread-safe."""

    __slots__ = ("_aead",)

    def __init__(self, key: bytes) -> None:
        self._aead = AESGCM(key)

    def seal(self, value: bytes, column: str, reference: str) -> bytes:
        """Nonce and ciphertext; opens only for the same column and record."""
        nonce = os.urandom(_NONCE_BYTES)
        return nonce + self._aead.encrypt(nonce, value, _bound_to(column, reference))

    def open(self, sealed: bytes, column: str, reference: str) -> bytes:
        """The value again. Raises WrongKey when key or record are not the ones it was sealed with."""
        try:
            return self._aead.decrypt(sealed[:_NONCE_BYTES], sealed[_NONCE_BYTES:], _bound_to(column, reference))
        except (InvalidTag, ValueError):
            raise WrongKey(
                "part of the register does not open with its key: the file was damaged or changed by another "
                "programme; restore it from a backup"
            ) from None

    def check_value(self) -> bytes:
        """What a register keeps so that a wrong key is noticed on opening."""
        return self.seal(_CHECK, "check", "")

    def fits(self, check_value: bytes) -> bool:
        """Whether a register's check value was made with this key."""
        try:
            return self.open(check_value, "check", "") == _CHECK
        except WrongKey:
            return False


def _bound_to(column: str, reference: str) -> bytes:
    return f"{column}:{reference}".encode()
