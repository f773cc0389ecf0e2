"""Other filters for swearing and abuse that can be installed: each asked as its own documentation shows.

What is not installed is named as skipped. A list of words (LDNOOBW and its like, an entry a line) is looked for whole
words only; it is given by `--word-list` or the environment variable SCHOOL_GUARD_WORD_LIST.
"""

from __future__ import annotations

import importlib
import os
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

WORD_LIST = "SCHOOL_GUARD_WORD_LIST"


@dataclass(frozen=True)
class Engine:
    """Something that finds or does not find: by name and version, and what it says of a text."""

    name: str
    finds: Callable[[str], bool]


def _better_profanity() -> Callable[[str], bool]:
    peer = importlib.import_module("better_profanity").Profanity()
    return lambda text: bool(peer.contains_profanity(text))


def _alt_profanity_check() -> Callable[[str], bool]:
    peer: Any = importlib.import_module("profanity_check")
    return lambda text: bool(peer.predict([text])[0])


def _glin_profanity() -> Callable[[str], bool]:
    peer = importlib.import_module("glin_profanity").Filter({"languages": ["english"]})
    return lambda text: bool(peer.is_profane(text))


PACKAGES: dict[str, Callable[[], Callable[[str], bool]]] = {
    "better-profanity": _better_profanity,
    "alt-profanity-check": _alt_profanity_check,
    "glin-profanity": _glin_profanity,
}


def word_list(path: Path) -> Callable[[str], bool]:
    entries = sorted({line.strip().lower() for line in path.read_text("utf-8").splitlines() if line.strip()})
    pattern = re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, entries)) + r")(?!\w)")
    return lambda text: pattern.search(text.lower()) is not None


def peers() -> Iterator[Engine]:
    """The peers there are; prints which there are not."""
    for name, make in PACKAGES.items():
        try:
            yield Engine(f"{name} {version(name)}", make())
        except (PackageNotFoundError, ImportError):
            print(f"skipped: {name} is not installed")
    listed = os.environ.get(WORD_LIST, "")
    if listed and Path(listed).is_file():
        yield Engine("a list of words", word_list(Path(listed)))
    else:
        print(f"skipped: a list of words ({WORD_LIST} names no file)")
