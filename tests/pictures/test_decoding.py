"""What a picture file may be, and what is said of one that may not."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pillow_heif
import pytest
from PIL import Image

from guard.model import SkipCode
from guard.pictures import decoding
from guard.pictures.decoding import decode
from guard.pictures.errors import PictureRefused
from tests.pictures.files import encoded, gif_claiming, png_claiming, portrait, stored_turned, webp_claiming


def refusal(data: bytes) -> SkipCode:
    with pytest.raises(PictureRefused) as refused:
        decode(data)
    return refused.value.code


def outcome(data: bytes) -> str:
    try:
        decode(data)
    except PictureRefused as refused:
        return refused.code
    return "read"


def difference(one: np.ndarray, other: np.ndarray) -> float:
    return float(np.abs(one.astype(float) - other.astype(float)).mean())


@pytest.mark.parametrize(("kind", "allowed"), [("JPEG", 6.0), ("PNG", 0.0), ("WEBP", 8.0), ("GIF", 20.0)])
def test_the_usual_formats_are_read_in_their_own_colours(kind: str, allowed: float) -> None:
    picture = decode(encoded(portrait(), kind))
    assert picture.shape == (512, 512, 3)
    assert picture.dtype == np.uint8
    assert difference(picture, np.asarray(portrait())) <= allowed


def test_a_photo_of_an_iphone_is_read() -> None:
    pillow_heif.register_heif_opener()
    picture = decode(encoded(portrait(), "HEIF", quality=90))
    assert difference(picture, np.asarray(portrait())) < 8


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_picture_stored_sideways_is_stood_upright(orientation: int) -> None:
    assert difference(decode(stored_turned(orientation)), np.asarray(portrait())) < 8


def test_sixteen_bit_grey_is_scaled_not_clipped() -> None:
    ramp = np.linspace(0, 65535, 256).astype(np.uint16).reshape(16, 16)
    picture = decode(encoded(Image.fromarray(ramp)))
    assert (picture[..., 0].ravel() == np.arange(256)).all()


def test_print_colours_are_read() -> None:
    picture = decode(encoded(Image.new("CMYK", (20, 20), (0, 255, 255, 0)), "JPEG"))
    assert picture[10, 10, 0] > 200
    assert picture[10, 10, 1:].max() < 60


@pytest.mark.parametrize("mode", ["RGBA", "LA", "P"])
def test_what_is_transparent_is_white(mode: str) -> None:
    image = Image.new("RGBA", (8, 8), (0, 0, 0, 0)).convert(mode)
    options = {"transparency": 0} if mode == "P" else {}
    assert (decode(encoded(image, "PNG", **options)) == 255).all()


def test_of_an_animation_the_first_frame_is_read() -> None:
    frames = [Image.new("RGB", (40, 30), colour) for colour in ("red", "blue", "green")]
    for kind in ("GIF", "WEBP"):
        picture = decode(encoded(frames[0], kind, save_all=True, append_images=frames[1:]))
        assert picture[15, 20, 0] > 200
        assert picture[15, 20, 1:].max() < 60


@pytest.mark.parametrize(
    "data",
    [
        b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 10 10\nshowpage\n",
        b"SIMPLE  =                    T / FITS".ljust(2880),
        b"<svg xmlns='http://www.w3.org/2000/svg'><rect width='9' height='9'/></svg>",
        b"8BPS\0\1" + bytes(40),
        encoded(Image.new("RGB", (4, 4)), "TIFF"),
        encoded(Image.new("RGB", (4, 4)), "BMP"),
        b"%PDF-1.7 and some more bytes",
    ],
    ids=["eps", "fits", "svg", "psd", "tiff", "bmp", "pdf"],
)
def test_other_formats_are_not_supported_whatever_the_file_is_called(data: bytes) -> None:
    assert refusal(data) is SkipCode.UNSUPPORTED


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xff\xd8\xff",
        encoded(portrait(), "JPEG")[:2000],
        encoded(portrait(), "PNG")[:2000],
        encoded(portrait(), "WEBP")[:2000],
        b"GIF89a<html><body>not a picture</body></html>",
        b"\x89PNG\r\n\x1a\n" + bytes(100),
        png_claiming(0, 10),
    ],
    ids=["empty", "three bytes", "cut jpeg", "cut png", "cut webp", "html", "zeros", "no width"],
)
def test_a_damaged_file_is_unreadable(data: bytes) -> None:
    assert refusal(data) is SkipCode.UNREADABLE


def test_every_damage_is_said_and_none_raises_anything_else() -> None:
    whole = {kind: bytearray(encoded(portrait().resize((64, 64)), kind)) for kind in ("JPEG", "PNG", "WEBP", "GIF")}
    chance = np.random.default_rng(7)
    for data in whole.values():
        for _ in range(60):
            broken = data.copy()
            for place in chance.integers(12, len(data), 6):
                broken[place] = int(chance.integers(256))
            assert outcome(bytes(broken)) in ("read", SkipCode.UNREADABLE, SkipCode.TOO_LARGE)


@pytest.mark.parametrize("size", [(50_000, 50_000), (8_000, 5_001), (65_500, 65_500)])
def test_a_bomb_is_too_large_before_it_is_decoded(size: tuple[int, int]) -> None:
    assert refusal(png_claiming(*size)) is SkipCode.TOO_LARGE


@pytest.mark.parametrize("size", [(50_000, 50_000), (12_000, 12_000), (7_000, 7_000)])
@pytest.mark.parametrize("claiming", [gif_claiming, webp_claiming])
def test_a_frame_that_is_a_bomb_is_too_large(claiming: Callable[[int, int], bytes], size: tuple[int, int]) -> None:
    assert refusal(claiming(*size)) is SkipCode.TOO_LARGE


def test_a_damaged_photo_of_an_iphone_is_unreadable() -> None:
    pillow_heif.register_heif_opener()
    data = bytearray(encoded(portrait().resize((64, 64)), "HEIF"))
    place = data.index(b"ispe") + 8
    data[place : place + 4] = (637_534_272).to_bytes(4, "big")
    assert refusal(bytes(data)) in (SkipCode.UNREADABLE, SkipCode.TOO_LARGE)


def test_a_file_beyond_the_byte_limit_is_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(decoding, "BYTE_LIMIT", 1000)
    assert refusal(encoded(portrait())) is SkipCode.TOO_LARGE


def test_damaged_exif_does_not_cost_the_picture() -> None:
    data = stored_turned(6).replace(b"Exif\0\0", b"Exif\0\0\xff\xff\xff", 1)[: -(1 << 20)] or stored_turned(6)
    picture = decode(data)
    assert picture.shape == (512, 512, 3)
