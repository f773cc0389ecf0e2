"""The real photographs the tests look at, and who is in them. `tests/photos_install.py` fetches them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from tests.photos_install import folder


@dataclass(frozen=True)
class Known:
    """A face in one of the photographs: whose (an invented label), in which file, and its box."""

    person: str
    photo: str
    left: int
    top: int
    right: int
    bottom: int


# Boxes drawn by hand around brow, chin and cheeks.
FACES = (
    Known("astronaut", "astronaut.png", 181, 58, 269, 181),
    Known("ash", "a1.jpg", 371, 83, 612, 410),
    Known("ash", "a2.jpg", 198, 249, 467, 640),
    Known("ash", "a3.jpg", 650, 281, 904, 609),
    Known("birch", "b1.jpg", 434, 154, 666, 570),
    Known("g1", "group.jpg", 62, 268, 165, 403),
    Known("g2", "group.jpg", 271, 152, 371, 285),
    Known("g3", "group.jpg", 464, 265, 570, 405),
    Known("g4", "group.jpg", 746, 348, 844, 475),
    Known("g5", "group.jpg", 903, 59, 1012, 200),
    Known("g6", "group.jpg", 1132, 266, 1229, 390),
)


def photo(name: str) -> Path:
    """The photograph's file. Fails with what to run when the photographs are not installed."""
    path = folder() / name
    if not path.is_file():
        raise FileNotFoundError(f"{path} is not there: run `python tests/photos_install.py`, which fetches it")
    return path
