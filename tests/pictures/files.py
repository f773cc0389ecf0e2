"""Picture files made on the spot: whole, broken and hostile ones."""

from __future__ import annotations

import io
import struct
import zlib

from PIL import Image

from tests.pictures.photos import photo

EXIF_ORIENTATION = 0x0112


def encoded(image: Image.Image, kind: str = "PNG", **options: object) -> bytes:
    out = io.BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def portrait() -> Image.Image:
    """The photograph of one face, 512 x 512."""
    with Image.open(photo("astronaut.png")) as image:
        return image.convert("RGB")


def stored_turned(orientation: int) -> bytes:
    """The portrait stored as a phone does: pixels turned, and the orientation that makes it upright again."""
    undo = {
        1: None,
        2: Image.Transpose.FLIP_LEFT_RIGHT,
        3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_90,
        7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_270,
    }[orientation]
    image = portrait() if undo is None else portrait().transpose(undo)
    exif = Image.Exif()
    exif[EXIF_ORIENTATION] = orientation
    return encoded(image, "JPEG", quality=92, exif=exif)


def png_claiming(width: int, height: int) -> bytes:
    """A PNG of a few bytes whose header promises any number of pixels."""
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"\0")) + chunk(b"IEND", b"")


def gif_claiming(width: int, height: int) -> bytes:
    """A GIF of 41 bytes and one pixel, whose only frame promises any number of them."""
    frame = b"," + struct.pack("<HHHHB", 0, 0, width, height, 0) + b"\x02\x02\x4c\x01\x00;"
    return b"GIF89a" + struct.pack("<HHBBB", 1, 1, 0x80, 0, 0) + bytes(6) + frame


def webp_claiming(width: int, height: int) -> bytes:
    """A whole, animated WebP whose header promises a canvas of any size."""
    frames = [Image.new("RGB", (8, 8), colour) for colour in ("red", "blue")]
    data = encoded(frames[0], "WEBP", save_all=True, append_images=frames[1:])
    place = data.index(b"VP8X") + 12
    return data[:place] + struct.pack("<I", width - 1)[:3] + struct.pack("<I", height - 1)[:3] + data[place + 6 :]
