"""Where School Guard keeps what it has to keep: one data folder, by default the user's own."""

from __future__ import annotations

import os
from pathlib import Path

DATA_VARIABLE = "SCHOOL_GUARD_DATA"


def data_folder() -> Path:
    """The data folder: `SCHOOL_GUARD_DATA`, or the place the operating system has for it. Not created here."""
    given = os.environ.get(DATA_VARIABLE)
    if given:
        return Path(given)
    from platformdirs import user_data_path  # only commands and the service need it

    return user_data_path("school-guard", appauthor=False)


def write_private(path: Path, data: bytes) -> None:
    """Write a file only its owner may read, whole or not at all; folders are made as needed."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    partial = path.with_name(path.name + ".part")
    descriptor = os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(data)
    partial.replace(path)
