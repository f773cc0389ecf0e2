"""Drawn pictures: no photograph of anybody."""

from __future__ import annotations

import io

from PIL import Image, ImageDraw


def two_faces() -> bytes:
    """A PNG of 320 x 200 pixels with two drawn faces, at 40..120 and 180..260 across and 30..130 down."""
    image = Image.new("RGB", (320, 200), "#9cc5c9")
    draw = ImageDraw.Draw(image)
    for left in (40, 180):
        draw.ellipse((left, 30, left + 80, 130), fill="#e8c8a0")
        for eye in (left + 22, left + 50):
            draw.ellipse((eye, 62, eye + 8, 72), fill="#20242c")
        draw.arc((left + 20, 80, left + 60, 112), 20, 160, fill="#7a2f2f", width=4)
    out = io.BytesIO()
    image.save(out, "PNG")
    return out.getvalue()
