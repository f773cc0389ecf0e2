"""12-megapixel pictures of 30 faces: School Guard beside the plain `face_recognition` recipe, in one run.

    python -m benchmarks.pictures [--baseline PYTHON] [--repeat N]

The pictures are composed of the eleven real faces of the test photographs, each in turn, every other one mirrored, on a
lively background. How wide the faces are (brow to chin is a third more) and how far they are turned in the plane is
drawn with a fixed seed, the picture's number:

- class 1, 2, 3: 32 to 200 pixels, evenly on a logarithmic scale; turned evenly by up to 35 degrees either way. Half of
  the faces are below 80 pixels; one in five is larger than in its photograph, and so somewhat soft.
- hall 1, 2, 3: the same from 24 to 64 pixels, as in a picture of a whole year.
- phone 4, 5, 6, 7: as class, and every other one stored as phones store a picture taken with the phone held upright:
  pixels turned by a quarter, and an EXIF orientation that says so.
- easy: 32 to 120 pixels, turned by up to 10 degrees.

Faces, seconds and their ratios are summed for each kind.

Each measurement is a fresh process on one thread: processor seconds for one picture after loading (the best of N),
faces found at their true places, boxes where none is ("others"), and peak memory of the whole process. The recipe is
the one from the package's own examples: load_image_file, face_locations (HOG, upsampled once), face_encodings,
compare_faces. `--baseline` names a Python that has face-recognition; it compiles dlib for a long time when installed
plainly, so an environment of its own:

    pip install dlib-bin 'setuptools<81' numpy pillow click
    pip install --no-deps face-recognition==1.3.0 face-recognition-models==0.3.0

Needs the weights (`school-guard models install`) and the test photographs (`python tests/photos_install.py`).
"""

from __future__ import annotations

import argparse
import io
import json
import os
import random
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PIL import Image

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.pictures.class_picture import ClassPicture, compose  # noqa: E402
from tests.pictures.files import EXIF_ORIENTATION  # noqa: E402
from tests.pictures.photos import photo  # noqa: E402

SEEDS = (1, 2, 3)
PHONE_SEEDS = (4, 5, 6, 7)

Result = tuple[ClassPicture, dict[str, Any], dict[str, Any] | None]  # ours, and the recipe's

_MEASURE = """
import json, sys, time
def peak():
    for line in open("/proc/self/status"):
        if line.startswith("VmHWM"):
            return int(line.split()[1]) / 1024
def measure(read, repeat):
    best, boxes = None, None
    for _ in range(repeat):
        cpu, wall = time.process_time(), time.perf_counter()
        boxes = read()
        spent = (time.process_time() - cpu, time.perf_counter() - wall)
        best = min(best or spent, spent)
    print(json.dumps({"cpu": best[0], "wall": best[1], "peak_mb": peak(), "boxes": boxes}))
picture, enrolled, repeat = sys.argv[1], sys.argv[2].split("|"), int(sys.argv[3])
"""

OURS = (
    _MEASURE
    + """
from pathlib import Path
from guard.model import Media
from guard.pictures.engine import FaceEngine
from guard.pictures.limits import RECOMMENDED_THRESHOLD
from guard.pictures.looking import Looker
from guard.vocabulary import Enrolment, Gallery
looker = Looker(FaceEngine())
people = tuple(Enrolment(name, (looker.enrol(Path(name).read_bytes()).template,)) for name in enrolled)
gallery = Gallery("1", people, RECOMMENDED_THRESHOLD)
data = Path(picture).read_bytes()
def read():
    return [[f.region.left, f.region.top, f.region.right, f.region.bottom] for f in looker.look(data, gallery).faces]
measure(read, repeat)
"""
)

RECIPE = (
    _MEASURE
    + """
import face_recognition
known = [face_recognition.face_encodings(face_recognition.load_image_file(name))[0] for name in enrolled]
def read():
    image = face_recognition.load_image_file(picture)
    locations = face_recognition.face_locations(image)
    for encoding in face_recognition.face_encodings(image, locations):
        face_recognition.compare_faces(known, encoding)
    return [[left, top, right, bottom] for top, right, bottom, left in locations]
measure(read, repeat)
"""
)


def run(python: str, script: str, *arguments: str) -> dict[str, Any] | None:
    environment = {**os.environ, "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [python, "-W", "ignore", "-c", script, *arguments], env=environment, capture_output=True, text=True
    )
    # face_recognition can end its program with exit code 0 on import, so the exit code says nothing.
    line = done.stdout.strip().splitlines()[-1:] or [""]
    return json.loads(line[0]) if line[0].startswith("{") else None


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--baseline", default=sys.executable, help="a Python that has face-recognition")
    parser.add_argument("--repeat", type=int, default=2)
    options = parser.parse_args()

    enrolled = "|".join(str(photo(name)) for name in ("a1.jpg", "astronaut.png"))
    print(f"{'picture':12}{'':18}{'CPU s':>8}{'wall s':>8}{'faces':>12}{'others':>8}{'peak MB':>9}")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "class.jpg"
        for kind, group in pictures().items():
            results = []
            for name, picture in group.items():
                path.write_bytes(picture.data)
                arguments = (str(path), enrolled, str(options.repeat))
                ours = run(sys.executable, OURS, *arguments)
                if ours is None:
                    print("School Guard could not be measured: are the weights and the `pictures` extra installed?")
                    return 1
                recipe = run(options.baseline, RECIPE, *arguments)
                results.append((picture, ours, recipe))
                show(name, *measured(results[-1:]))
            if len(results) > 1:
                show(f"{kind}, all", *measured(results))
    if recipe is None:
        print("face_recognition is not installed there: see --help")
    return 0


def pictures() -> dict[str, dict[str, ClassPicture]]:
    """The pictures by kind, each by its name."""
    return {
        "class": {f"class {seed}": drawn(seed, 32, 200) for seed in SEEDS},
        "hall": {f"hall {seed}": drawn(seed, 24, 64) for seed in SEEDS},
        "phone": {f"phone {seed}": as_phones_store(seed) for seed in PHONE_SEEDS},
        "easy": {"easy": compose(30, widths=(32, 40, 56, 80, 120), turn=10, seed=1)},
    }


def drawn(seed: int, narrowest: float, widest: float) -> ClassPicture:
    """30 faces whose widths in pixels are drawn evenly on a logarithmic scale."""
    chance = random.Random(seed)
    widths = [round(narrowest * (widest / narrowest) ** chance.random()) for _ in range(30)]
    return compose(30, widths=widths, turn=35, seed=seed)


def as_phones_store(seed: int) -> ClassPicture:
    """A class picture; that of an odd seed is stored sideways."""
    picture = drawn(seed, 32, 200)
    return ClassPicture(sideways(picture.data), picture.faces) if seed % 2 else picture


def sideways(data: bytes) -> bytes:
    """The same picture as a phone stores it: pixels turned by a quarter, and the note that says so."""
    out, exif = io.BytesIO(), Image.Exif()
    exif[EXIF_ORIENTATION] = 6
    with Image.open(io.BytesIO(data)) as image:
        image.transpose(Image.Transpose.ROTATE_90).save(out, "JPEG", quality=90, exif=exif)
    return out.getvalue()


@dataclass(frozen=True)
class Measured:
    """What one of the two needed for some pictures, in seconds and megabytes, and found in them."""

    cpu: float
    wall: float
    found: int
    faces: int
    others: int
    peak: float


def measured(results: Sequence[Result]) -> tuple[Measured, Measured | None]:
    """The sums over these pictures, the highest peak: School Guard's, and the recipe's where there is one."""
    ours = summed([(picture, each) for picture, each, _ in results])
    theirs = [(picture, each) for picture, _, each in results if each is not None]
    return ours, summed(theirs) if len(theirs) == len(results) else None


def summed(results: Sequence[tuple[ClassPicture, dict[str, Any]]]) -> Measured:
    hits = [[inside(picture, box) for box in each["boxes"]] for picture, each in results]
    return Measured(
        cpu=sum(each["cpu"] for _, each in results),
        wall=sum(each["wall"] for _, each in results),
        found=sum(len(set().union(*boxes)) for boxes in hits),
        faces=sum(len(picture.faces) for picture, _ in results),
        others=sum(not faces for boxes in hits for faces in boxes),
        peak=max(each["peak_mb"] for _, each in results),
    )


def inside(picture: ClassPicture, box: Sequence[float]) -> set[int]:
    """Which faces of the picture have their middle in this box."""
    left, top, right, bottom = box
    return {i for i, face in enumerate(picture.faces) if left <= face.x < right and top <= face.y < bottom}


def show(name: str, ours: Measured, recipe: Measured | None) -> None:
    for tool, result in (("School Guard", ours), ("face_recognition", recipe)):
        if result is not None:
            faces = f"{result.found} of {result.faces}"
            numbers = f"{result.cpu:8.2f}{result.wall:8.2f}{faces:>12}{result.others:8}{result.peak:9.0f}"
            print(f"{name:12}{tool:18}{numbers}", flush=True)
    if recipe is not None:
        many = f"{ours.found / recipe.found:.2f} x the faces" if recipe.found else "and it finds none"
        print(f"{'':12}{recipe.cpu / ours.cpu:.1f} x as fast, {many}", flush=True)


if __name__ == "__main__":
    sys.exit(main())
