"""Files that the end-to-end tests attach, made on the spot."""

from __future__ import annotations

import struct
import zlib

from playwright.sync_api import FilePayload


def png(width: int = 64, height: int = 48, colour: tuple[int, int, int] = (70, 120, 90)) -> bytes:
    """A plain PNG of one colour; nobody and nothing is in it."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    rows = (b"\0" + bytes(colour) * width) * height
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def payload(name: str, data: bytes, kind: str = "image/png") -> FilePayload:
    """`data` as a file that a person chooses, pastes or drops."""
    return {"name": name, "mimeType": kind, "buffer": data}
