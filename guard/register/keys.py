"""Where the key to the register lies: never beside it.

In order: what the caller names, the file in SCHOOL_GUARD_KEY_FILE, the keyring of the operating system, and a file that
only its owner can read, in a folder of its own under the user's configuration. A file holds the key in Base64.
"""

from __future__ import annotations

import base64
import binascii
import os
import secrets
from pathlib import Path
from typing import Protocol

import platformdirs

from guard.register.crypto import KEY_BYTES
from guard.register.errors import KeyNotFound, KeyNotSafe, KeyProblem
from guard.register.files import create_owner_only

ENVIRONMENT = "SCHOOL_GUARD_KEY_FILE"
KeySource = str | Path | bytes
_SERVICE, _USER = "school-guard", "register key"
_REAL_KEYRINGS = ("macOS", "Windows", "SecretService", "kwallet", "libsecret")


class Keyring(Protocol):
    """The two things that are asked of a keyring."""

    def get_password(self, service: str, username: str) -> str | None: ...

    def set_password(self, service: str, username: str, password: str) -> None: ...


def find_key(register: Path, source: KeySource | None, *, create: bool, keyring: Keyring | None = None) -> bytes:
    """The 32 bytes of the key to `register`; made, and kept in the first place of the order, with `create`.

    `source` is the key itself or the path of its file. Raises KeyNotFound, KeyNotSafe, KeyProblem.
    """
    if isinstance(source, bytes):
        if len(source) != KEY_BYTES:
            raise KeyProblem(f"the key to the register has {len(source)} bytes: {KEY_BYTES} are wanted")
        return source
    named = source or os.environ.get(ENVIRONMENT)
    if named:
        return _from_file(Path(named), register, create)
    keyring = keyring or os_keyring()
    if keyring is not None and (kept := _from_keyring(keyring)) is not None:
        return kept
    default = default_key_file()
    if keyring is not None and create and not default.exists():
        _into_keyring(keyring, secrets.token_bytes(KEY_BYTES))
        kept = _from_keyring(keyring)
        if kept is None:
            raise _keyring_closed()
        return kept
    return _from_file(default, register, create)


def default_key_file() -> Path:
    """A folder of its own, because on Windows and macOS configuration and data share one."""
    return Path(platformdirs.user_config_dir("school-guard-key", appauthor=False)) / "register.key"


def os_keyring() -> Keyring | None:
    """The keyring of the operating system; None where there is none, or only one that keeps secrets in plain sight."""
    import keyring  # starts talking to the desktop: only where a key is looked for
    from keyring.backends.chainer import ChainerBackend

    backend = keyring.get_keyring()
    candidates = backend.backends if isinstance(backend, ChainerBackend) else [backend]
    for each in candidates:
        module = type(each).__module__
        if module.startswith("keyring.backends.") and module.rpartition(".")[2] in _REAL_KEYRINGS:
            return each
    return None


def _from_file(path: Path, register: Path, create: bool) -> bytes:
    path = path.expanduser()
    # A key beside the register would be copied, backed up and stolen together with it.
    if path.resolve().parent == register.resolve().parent:
        raise KeyNotSafe(
            f"the key file {path} lies in the same folder as the register: move it to another folder "
            f"and name it in {ENVIRONMENT}"
        )
    if create and not path.exists():
        key = secrets.token_bytes(KEY_BYTES)
        try:
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            create_owner_only(path, base64.b64encode(key) + b"\n")
        except FileExistsError:
            return _from_file(path, register, create=False)
        except OSError as error:
            raise KeyProblem(f"the key file {path} cannot be written: {error.strerror}") from None
        return key
    try:
        if os.name == "posix" and path.stat().st_mode & 0o077:
            raise KeyNotSafe(f"others can read the key file {path}: run 'chmod 600' on it")
        return _decode(path.read_text("ascii"), str(path))
    except FileNotFoundError:
        raise KeyNotFound(
            f"there is no key to the register at {path}: put the key file back from its backup, "
            f"or name the file in {ENVIRONMENT}"
        ) from None
    except (OSError, UnicodeDecodeError):
        raise KeyProblem(f"the key file {path} cannot be read: look at its owner and its contents") from None


def _decode(text: str, where: str) -> bytes:
    try:
        key = base64.b64decode(text.strip(), validate=True)
    except binascii.Error:
        key = b""
    if len(key) != KEY_BYTES:
        raise KeyProblem(f"what is kept in {where} is no key to a register: {KEY_BYTES} bytes in Base64 are wanted")
    return key


def _from_keyring(keyring: Keyring) -> bytes | None:
    from keyring.errors import KeyringError

    try:
        kept = keyring.get_password(_SERVICE, _USER)
    except KeyringError:
        raise _keyring_closed() from None
    return _decode(kept, "the keyring") if kept is not None else None


def _into_keyring(keyring: Keyring, key: bytes) -> None:
    from keyring.errors import KeyringError

    try:
        keyring.set_password(_SERVICE, _USER, base64.b64encode(key).decode("ascii"))
    except KeyringError:
        raise _keyring_closed() from None


def _keyring_closed() -> KeyProblem:
    return KeyProblem(
        f"the keyring of this computer did not answer: unlock it and try again, or name a key file in {ENVIRONMENT}"
    )
