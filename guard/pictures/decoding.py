"""Opens a picture file safely: few formats, limits before anything is decoded, upright, eight bits, no transparency."""

from __future__ import annotations

import io
import struct
from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import GifImagePlugin, Image, ImageFile, JpegImagePlugin, PngImagePlugin, WebPImagePlugin

from guard.model import SkipCode
from guard.pictures.errors import PictureRefused
from guard.pictures.limits import BYTE_LIMIT, PIXEL_LIMIT

Picture = NDArray[np.uint8]  # height x width x 3, RGB, upright
Opener = Callable[[io.BytesIO], ImageFile.ImageFile]

_ORIENTATION = 0x0112
_UPRIGHT = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
_HEIC_BRANDS = {b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"}
# What the decoders raise over broken files; SyntaxError is how Pillow says "not mine", RuntimeError is libheif's.
_BROKEN = (
    OSError,
    SyntaxError,
    ValueError,
    EOFError,
    LookupError,
    TypeError,
    ArithmeticError,
    RuntimeError,
    struct.error,
)
# Pillow's own limit, which its GIF and WebP plug-ins apply to frames before the size of the whole can be asked.
_BOMB = (Image.DecompressionBombError, Image.DecompressionBombWarning)
_TOO_MANY_PIXELS = f"the picture has more than {PIXEL_LIMIT // 1_000_000} million pixels"


def _opener(data: bytes) -> Opener:
    """The decoder for what the file's first bytes say it is; its name and declared type are never asked.

    The plug-ins are called one by one instead of `Image.open`, which would try others and has its own global limit.
    """
    if data[:3] == b"\xff\xd8\xff":
        return JpegImagePlugin.JpegImageFile
    if data[:8] == b"\x89PNG\r\n\x1a\n":
        return PngImagePlugin.PngImageFile
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return WebPImagePlugin.WebPImageFile
    if data[:6] in (b"GIF87a", b"GIF89a"):
        return GifImagePlugin.GifImageFile
    if data[4:8] == b"ftyp" and data[8:12] in _HEIC_BRANDS:
        return _heic_opener()
    if len(data) < 12:
        raise PictureRefused(SkipCode.UNREADABLE, "the file is empty or cut off")
    raise PictureRefused(SkipCode.UNSUPPORTED, "not a JPEG, PNG, WebP, GIF or HEIC picture")


def _heic_opener() -> Opener:
    try:
        from pillow_heif import HeifImageFile
    except ImportError as error:
        raise PictureRefused(SkipCode.UNSUPPORTED, "HEIC pictures need the package pillow-heif") from error
    opener: Opener = HeifImageFile
    return opener


def decode(data: bytes) -> Picture:
    """The picture as upright RGB, height x width x 3, uint8; of an animation, the first frame.

    Raises PictureRefused: TOO_LARGE beyond BYTE_LIMIT bytes or PIXEL_LIMIT pixels (read from the header, before
    decoding), UNSUPPORTED for another format, UNREADABLE for a broken file.
    """
    if len(data) > BYTE_LIMIT:
        raise PictureRefused(SkipCode.TOO_LARGE, f"the file has more than {BYTE_LIMIT // 1_000_000} million bytes")
    opener = _opener(data)
    try:
        with opener(io.BytesIO(data)) as image:
            width, height = image.size
            if width * height > PIXEL_LIMIT:
                raise PictureRefused(SkipCode.TOO_LARGE, _TOO_MANY_PIXELS)
            if width < 1 or height < 1:
                raise PictureRefused(SkipCode.UNREADABLE, "the picture has no pixels")
            image.load()
            return np.asarray(_upright(_plain(image), _orientation(image)))
    except PictureRefused:
        raise
    except _BOMB as error:
        raise PictureRefused(SkipCode.TOO_LARGE, _TOO_MANY_PIXELS) from error
    except _BROKEN as error:
        raise PictureRefused(SkipCode.UNREADABLE, "the file is damaged") from error


def _orientation(image: Image.Image) -> int:
    try:
        value: Any = image.getexif().get(_ORIENTATION, 1)
    except _BROKEN:  # damaged EXIF data in a picture that is itself fine
        return 1
    return value if isinstance(value, int) else 1


def _plain(image: Image.Image) -> Image.Image:
    """Eight-bit RGB; what is transparent is shown on white, as a browser does."""
    if image.mode == "RGB" and "transparency" not in image.info:
        return image
    if image.mode.startswith("I") or image.mode == "F":
        # 16-bit grey: convert() would clip instead of scaling.
        grey = np.asarray(image).astype(np.float32) / 257.0
        return Image.fromarray(np.clip(np.rint(grey), 0, 255).astype(np.uint8)).convert("RGB")
    if image.has_transparency_data:
        image = image.convert("RGBA")
        background = Image.new("RGBA", image.size, (255, 255, 255, 255))
        return Image.alpha_composite(background, image).convert("RGB")
    return image.convert("RGB")


def _upright(image: Image.Image, orientation: int) -> Image.Image:
    method = _UPRIGHT.get(orientation)
    return image if method is None else image.transpose(method)
