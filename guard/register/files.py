"""Files of the register's: where it lies by default, and files that only their owner can read."""

from __future__ import annotations

import os
from pathlib import Path

import platformdirs

DATA_ENVIRONMENT = "SCHOOL_GUARD_DATA"


def default_register_path() -> Path:
    """Where the register lies unless told otherwise: the folder in SCHOOL_GUARD_DATA, or the user's data folder."""
    folder = os.environ.get(DATA_ENVIRONMENT) or platformdirs.user_data_dir("school-guard", appauthor=False)
    return Path(folder) / "register.db"


def create_owner_only(path: Path, content: bytes = b"") -> None:
    """A new file that nobody else can read, from its first moment on. Raises FileExistsError, OSError."""
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(content)
