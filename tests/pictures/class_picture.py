"""Composes class pictures from a few real faces: known places, known persons, any size, turned and mirrored."""

from __future__ import annotations

import io
import math
import random
from collections.abc import Sequence
from dataclasses import dataclass

from PIL import Image, ImageChops, ImageDraw, ImageFilter

from tests.pictures.photos import FACES, Known, photo

WIDTH, HEIGHT = 4000, 3000


@dataclass(frozen=True)
class Placed:
    """A face in the composed picture: whose, the middle of its box, the box's width, and how far it is turned."""

    person: str
    x: float
    y: float
    width: float
    degrees: float


@dataclass(frozen=True)
class ClassPicture:
    """A composed picture as a JPEG file, and every face in it."""

    data: bytes
    faces: tuple[Placed, ...]


def compose(
    count: int = 30,
    *,
    faces: Sequence[Known] = FACES,
    widths: Sequence[float] = (32, 40, 56, 80, 120),
    turn: float = 20,
    seed: int = 1,
    size: tuple[int, int] = (WIDTH, HEIGHT),
) -> ClassPicture:
    """A picture of `count` faces in rows, each with its surroundings faded into a lively background.

    The faces are taken in turn, so are the widths; each is turned by up to `turn` degrees, every other one mirrored.
    """
    chance = random.Random(seed)
    canvas = _background(size, chance)
    columns = max(1, math.ceil(math.sqrt(count * size[0] / size[1])))
    rows = max(1, math.ceil(count / columns))
    sources = {known.photo: Image.open(photo(known.photo)).convert("RGB") for known in faces}
    placed = []
    for index in range(count):
        known, width = faces[index % len(faces)], widths[(index * 7 + index // len(widths)) % len(widths)]
        cell_x, cell_y = size[0] / columns, size[1] / rows
        x = (index % columns + 0.5) * cell_x + chance.uniform(-0.15, 0.15) * cell_x
        y = (index // columns + 0.5) * cell_y + chance.uniform(-0.1, 0.1) * cell_y
        face = Placed(known.person, x, y, width, chance.uniform(-turn, turn))
        _paste(canvas, sources[known.photo], known, face, mirror=index % 2 == 1)
        placed.append(face)
    out = io.BytesIO()
    canvas.save(out, "JPEG", quality=90)
    return ClassPicture(out.getvalue(), tuple(placed))


def _background(size: tuple[int, int], chance: random.Random) -> Image.Image:
    canvas = Image.linear_gradient("L").resize(size).convert("RGB")
    canvas = ImageChops.multiply(canvas, Image.new("RGB", size, (190, 205, 220)))
    draw = ImageDraw.Draw(canvas)
    for _ in range(120):  # books, windows, display boards
        x, y = chance.randrange(size[0]), chance.randrange(size[1])
        colour = tuple(chance.randrange(40, 230) for _ in range(3))
        draw.rectangle((x, y, x + chance.randrange(20, 260), y + chance.randrange(20, 260)), fill=colour)
    grain = bytes(chance.choices(range(80, 176), k=(size[0] // 4) * (size[1] // 4)))
    noise = Image.frombytes("L", (size[0] // 4, size[1] // 4), grain).resize(size).convert("RGB")
    return Image.blend(canvas, noise, 0.15)


def _paste(canvas: Image.Image, source: Image.Image, known: Known, face: Placed, *, mirror: bool) -> None:
    x, y = (known.left + known.right) / 2, (known.top + known.bottom) / 2
    reach = (known.bottom - known.top) * 0.95
    head = source.crop((round(x - reach), round(y - reach), round(x + reach), round(y + reach)))
    if mirror:
        head = head.transpose(Image.Transpose.FLIP_LEFT_RIGHT)
    side = max(2, round(2 * reach * face.width / (known.right - known.left)))
    head = head.resize((side, side), Image.Resampling.LANCZOS)
    head = head.rotate(face.degrees, Image.Resampling.BICUBIC)
    mask = Image.new("L", (side, side), 0)
    ImageDraw.Draw(mask).ellipse((side * 0.08, side * 0.02, side * 0.92, side * 0.98), fill=255)
    mask = mask.filter(ImageFilter.GaussianBlur(side * 0.02))
    canvas.paste(head, (round(face.x - side / 2), round(face.y - side / 2)), mask)
