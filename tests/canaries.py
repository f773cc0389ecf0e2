"""Things so unlike anything else that, wherever a trace of them lies, it is theirs."""

from __future__ import annotations

import base64
import io
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from PIL import Image

from tests.pictures.photos import photo

WORD = "Wozzlequimby"
DRAFT = f"The {WORD} assembly was lovely, and Marisolette Quennelbyre sang in it."
FORENAME, SURNAME, GROUP = "Marisolette", "Quennelbyre", "7Qx"
COMMENT = b"Canary comment of a camera: Fizzlewhump"
FILE_NAME = "flumphington.jpg"


@cache
def picture() -> bytes:
    """A photograph of a face, with a comment in the file as cameras leave them."""
    data = photo("b1.jpg").read_bytes()
    return data[:2] + b"\xff\xfe" + (len(COMMENT) + 2).to_bytes(2, "big") + COMMENT + data[2:]


def texts() -> dict[str, bytes]:
    """What must not be found of the draft and of the name."""
    return {"draft": WORD.encode(), "forename": FORENAME.encode(), "surname": SURNAME.encode()}


def pictures() -> dict[str, bytes]:
    """What must not be found of the picture: its file's bytes, its comment, its name, and its pixels."""
    data = picture()
    middle = len(data) // 2
    with Image.open(io.BytesIO(data)) as opened:
        pixels = opened.convert("RGB")
    width, height = pixels.size
    row = pixels.crop((width // 2, height // 3, width // 2 + 16, height // 3 + 1))
    blue_first = Image.merge("RGB", row.split()[::-1])
    return {
        "bytes of the file": data[middle : middle + 48],
        "comment": COMMENT,
        "name of the file": FILE_NAME.split(".")[0].encode(),
        "pixels": row.tobytes(),
        "pixels, blue first": blue_first.tobytes(),
    }


def traces(content: bytes, wanted: dict[str, bytes]) -> list[str]:
    """Which of them lie in `content`, as they are, in UTF-16, in hexadecimal digits or in Base64."""
    low = content.lower()
    return [
        name for name, value in wanted.items() if any(form.lower() in low for form in forms(value)) if len(value) > 2
    ]


def forms(value: bytes) -> Iterator[bytes]:
    yield value
    yield value.hex().encode()
    if value.isascii():
        yield value.decode().encode("utf-16-le")
    for shift in range(3):
        # Base64 of the middle of something longer: the characters at the edges depend on what is around it.
        yield base64.b64encode(b"\0" * shift + value)[4 if shift else 0 : -4]


def traces_under(folder: Path, wanted: dict[str, bytes]) -> list[str]:
    """Every file below `folder`, by its name and its content, in which one of them lies."""
    found = []
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not path.is_symlink():
            content = path.name.encode() + b"\n" + path.read_bytes()
            found += [f"{path.relative_to(folder)}: {name}" for name in traces(content, wanted)]
    return found
