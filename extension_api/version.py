"""Which version this is."""

from __future__ import annotations

from functools import cache
from importlib import metadata


@cache
def version() -> str:
    """The installed distribution's version, or "0" in a checkout that is not installed."""
    try:
        return metadata.version("school-guard")
    except metadata.PackageNotFoundError:
        return "0"
