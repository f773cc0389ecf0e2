"""The installation's own key: fingerprints made with it stay the same on this machine and mean nothing elsewhere."""

from __future__ import annotations

import secrets
from pathlib import Path

from guard.errors import DataFolderNotWritable, GuardError
from guard.paths import data_folder, write_private


def installation_key(folder: Path | None = None) -> bytes:
    """32 bytes, made at first use and kept in an owner-only file of the data folder.

    Raises DataFolderNotWritable where a new key cannot be kept, GuardError where the kept one cannot be used.
    """
    path = (folder or data_folder()) / "installation.key"
    try:
        key = path.read_bytes()
    except FileNotFoundError:
        return _new_key(path)
    except OSError as error:
        raise GuardError(f"{path} cannot be read ({error.strerror}): is {path.parent} the data folder?") from None
    if len(key) != 32:
        raise GuardError(f"{path} is damaged: delete it, and a new one is made (dismissed findings may show again)")
    return key


def _new_key(path: Path) -> bytes:
    key = secrets.token_bytes(32)
    try:
        write_private(path, key)
    except OSError as error:
        raise DataFolderNotWritable(f"the data folder {path.parent} cannot be written ({error.strerror})") from None
    return key
