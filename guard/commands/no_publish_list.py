"""Which no-publish list a command looks at: the one named, else the data folder's, where there is one."""

from __future__ import annotations

import argparse
from pathlib import Path

from guard.errors import UsageError
from guard.paths import data_folder


def configure(command: argparse.ArgumentParser) -> None:
    """Add the options that choose the list."""
    group = command.add_mutually_exclusive_group()
    group.add_argument(
        "--register", type=Path, help="the no-publish list's file (default: the data folder's, where there is one)"
    )
    group.add_argument("--no-register", action="store_true", help="check without a no-publish list")


def chosen(options: argparse.Namespace) -> Path | None:
    """The list's file, None where there is none to look at. Raises UsageError where that cannot be told."""
    if options.no_register:
        return None
    if options.register is not None:
        return Path(options.register)
    path = data_folder() / "register.db"
    try:
        path.stat()
    except FileNotFoundError:
        return None
    except OSError as error:
        # Not "none": nobody would notice that the list is left out.
        raise UsageError(
            f"{path} cannot be looked at ({error.strerror}): mend that, or check without it by --no-register"
        ) from None
    return path


def described(path: Path | None) -> str:
    """Which list it was, in a line."""
    if path is None:
        return "No-publish list: none, so nobody on one was looked for"
    return f"No-publish list: {path}"
