"""Covering faces: nothing of them is left, the rest of the picture is, and the old file's metadata is not."""

from __future__ import annotations

import base64
import io

import pytest
from PIL import Image, ImageChops
from playwright.sync_api import Page

from tests.extension_ui.page import load
from tests.extension_ui.pictures import two_faces

BLUR = """async ([data, name, type, faces]) => {
  const bytes = Uint8Array.from(atob(data), (character) => character.charCodeAt(0));
  const out = await SchoolGuard.pictures.blurFaces(new File([bytes], name, { type }), faces);
  const text = Array.from(new Uint8Array(await out.arrayBuffer()), (byte) => String.fromCharCode(byte)).join("");
  return [out.name, out.type, btoa(text)];
}"""
LEFT_FACE = {"left": 40, "top": 30, "right": 120, "bottom": 130}


@pytest.fixture
def page(plain_page: Page) -> Page:
    plain_page.goto("https://forum.example/reply")
    load(plain_page)
    return plain_page


def blurred(page: Page, data: bytes, name: str, kind: str, *faces: dict[str, int]) -> tuple[str, str, bytes]:
    out_name, out_kind, out = page.evaluate(BLUR, [base64.b64encode(data).decode(), name, kind, list(faces)])
    return out_name, out_kind, base64.b64decode(out)


def test_a_face_is_gone_and_the_rest_is_untouched(page: Page) -> None:
    before = Image.open(io.BytesIO(two_faces())).convert("RGB")
    name, kind, data = blurred(page, two_faces(), "class.png", "image/png", LEFT_FACE)
    after = Image.open(io.BytesIO(data)).convert("RGB")
    assert (name, kind, after.size) == ("class-faces-blurred.png", "image/png", before.size)
    changed = ImageChops.difference(before, after).getbbox()
    assert changed
    assert changed[0] >= 16
    assert changed[2] <= 144
    assert changed[3] <= 160
    eyes = after.crop((58, 58, 102, 76)).convert("L")
    low, high = eyes.getextrema()
    assert high - low < 60, "eyes can still be told from skin"  # type: ignore[operator]


def test_the_picture_comes_out_upright_and_without_metadata(page: Page) -> None:
    image = Image.open(io.BytesIO(two_faces())).convert("RGB").rotate(90, expand=True)
    exif = Image.Exif()
    exif[0x0112] = 6  # the camera was turned: show it rotated by 90 degrees clockwise
    exif[0x010F] = "A camera"
    out = io.BytesIO()
    image.save(out, "JPEG", exif=exif, quality=95)
    name, kind, data = blurred(page, out.getvalue(), "IMG.1.JPG", "image/jpeg", LEFT_FACE)
    after = Image.open(io.BytesIO(data))
    assert (name, kind) == ("IMG.1-faces-blurred.jpg", "image/jpeg")
    assert after.size == (320, 200)
    assert not after.getexif()
    assert b"A camera" not in data
    face, other = after.convert("L").crop((58, 58, 102, 76)), after.convert("L").crop((198, 58, 242, 76))
    assert face.getextrema()[1] - face.getextrema()[0] < 60 < other.getextrema()[1] - other.getextrema()[0]  # type: ignore[operator]


def test_a_face_at_the_edge_is_covered_up_to_the_edge(page: Page) -> None:
    face = {"left": -10, "top": 0, "right": 30, "bottom": 40}
    _, _, data = blurred(page, two_faces(), "edge.png", "image/png", face)
    assert Image.open(io.BytesIO(data)).size == (320, 200)


def test_a_file_that_is_no_picture_is_refused(page: Page) -> None:
    with pytest.raises(Exception, match="cannot decode"):
        blurred(page, b"not a picture", "x.jpg", "image/jpeg", LEFT_FACE)
