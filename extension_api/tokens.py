"""Secrets of the service: kept in files that only their owner may read, compared in constant time."""

from __future__ import annotations

import hashlib
import hmac
import os
import secrets
import stat
from pathlib import Path

from extension_api.errors import DataFolderError

TOKEN_BYTES = 32
_FORBIDDEN_TO_OTHERS = stat.S_IRWXG | stat.S_IRWXO


def open_data_folder(folder: Path) -> None:
    """Make the data folder, for its owner only. Raises DataFolderError."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise DataFolderError(
            f"{folder} cannot be made ({error.strerror}): choose another folder with --data-dir"
        ) from error


def read_or_make(file: Path) -> str:
    """The secret in `file`, made at the first call: 32 random bytes, written for URLs. Raises DataFolderError."""
    try:
        return _make(file)
    except FileExistsError:
        return read_secret(file)
    except OSError as error:
        raise DataFolderError(
            f"{file} cannot be written ({error.strerror}): choose another folder with --data-dir"
        ) from error


def _make(file: Path) -> str:
    secret = secrets.token_urlsafe(TOKEN_BYTES)
    # Made with its final rights, never readable by others in between.
    descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="ascii") as opened:
        opened.write(secret)
    return secret


def read_secret(file: Path) -> str:
    """The secret somebody put into `file`. Raises DataFolderError when it is missing, short or open to others."""
    try:
        if os.name == "posix" and file.stat().st_mode & _FORBIDDEN_TO_OTHERS:
            raise DataFolderError(f"{file} can be read by others: take their rights away with 'chmod 600 {file}'")
        secret = file.read_text("ascii").strip()
    except (OSError, UnicodeDecodeError) as error:
        why = error.strerror if isinstance(error, OSError) else "it is no plain text"
        raise DataFolderError(
            f"{file} cannot be read ({why}): it has to be a text file of this user's with the access token; "
            "where the school hands none out, start without --managed-token-file"
        ) from error
    if len(secret) < TOKEN_BYTES:
        raise DataFolderError(f"{file} holds less than {TOKEN_BYTES} characters: put a longer random value into it")
    return secret


class Secret:
    """A value that callers have to know. Holds only its hash, so that it cannot be printed by accident."""

    def __init__(self, value: str) -> None:
        self._digest = _digest(value)

    def matches(self, offered: str) -> bool:
        """Whether the offered value is the secret; takes as long for any value."""
        return hmac.compare_digest(self._digest, _digest(offered))


def _digest(value: str) -> bytes:
    return hashlib.sha256(value.encode("utf-8", "surrogatepass")).digest()
