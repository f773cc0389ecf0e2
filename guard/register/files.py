"""Files that only their owner can read."""

from __future__ import annotations

import os
from pathlib import Path


def create_owner_only(path: Path, content: bytes = b"") -> None:
    """A new file that nobody else can read, from its first moment on. Raises FileExistsError, OSError."""
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(content)
