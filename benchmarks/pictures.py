"""A 12-megapixel class picture of 30 faces: School Guard beside the plain `face_recognition` recipe, in one run.

    python benchmarks/pictures.py [--baseline PYTHON] [--repeat N]

Three pictures, composed of real faces: an easy one (32 pixels and more, hardly turned), one as classes are (from 24
pixels on, heads tilted), and the same as a phone held upright stores it, sideways with an EXIF orientation.

Each measurement is a fresh process on one thread: processor seconds for one picture after loading (the best of N),
faces found at their true places, and peak memory of the whole process. The recipe is the one from the package's own
examples: load_image_file, face_locations (HOG, upsampled once), face_encodings, compare_faces. `--baseline` names a
Python that has face-recognition; it compiles dlib for a long time when installed plainly, so an environment of its own:

    pip install dlib-bin 'setuptools<81' numpy pillow click
    pip install --no-deps face-recognition==1.3.0 face-recognition-models==0.3.0

Needs the weights (`school-guard models install`) and the test photographs (`python tests/photos_install.py`).
"""

from __future__ import annotations

import argparse
import io
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from PIL import Image

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.pictures.class_picture import ClassPicture, compose  # noqa: E402
from tests.pictures.files import EXIF_ORIENTATION  # noqa: E402
from tests.pictures.photos import photo  # noqa: E402

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
    print(f"{'picture':10}{'':18}{'CPU s':>8}{'wall s':>8}{'faces':>10}{'peak MB':>9}")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "class.jpg"
        for name, picture in pictures().items():
            path.write_bytes(picture.data)
            arguments = (str(path), enrolled, str(options.repeat))
            ours, recipe = run(sys.executable, OURS, *arguments), run(options.baseline, RECIPE, *arguments)
            if ours is None:
                print("School Guard could not be measured: are the weights and the `pictures` extra installed?")
                return 1
            show(name, picture, ours, recipe)
    if recipe is None:
        print("face_recognition is not installed there: see --help")
    return 0


def pictures() -> dict[str, ClassPicture]:
    lively = compose(30, widths=(24, 32, 40, 56, 80, 120), turn=35, seed=1)
    return {
        "easy": compose(30, widths=(32, 40, 56, 80, 120), turn=10, seed=1),
        "class": lively,
        "sideways": ClassPicture(sideways(lively.data), lively.faces),
    }


def sideways(data: bytes) -> bytes:
    """The same picture as a phone stores it: pixels turned by a quarter, and the note that says so."""
    out, exif = io.BytesIO(), Image.Exif()
    exif[EXIF_ORIENTATION] = 6
    with Image.open(io.BytesIO(data)) as image:
        image.transpose(Image.Transpose.ROTATE_90).save(out, "JPEG", quality=90, exif=exif)
    return out.getvalue()


def show(name: str, picture: ClassPicture, ours: dict[str, Any], recipe: dict[str, Any] | None) -> None:
    for tool, result in (("School Guard", ours), ("face_recognition", recipe)):
        if result is not None:
            faces = f"{found(picture, result['boxes'])} of {len(picture.faces)}"
            numbers = f"{result['cpu']:8.2f}{result['wall']:8.2f}{faces:>10}{result['peak_mb']:9.0f}"
            print(f"{name:10}{tool:18}{numbers}", flush=True)
    if recipe is not None:
        faces, theirs = found(picture, ours["boxes"]), found(picture, recipe["boxes"])
        many = f"{faces / theirs:.2f} x the faces" if theirs else "and it finds none"
        print(f"{'':10}{recipe['cpu'] / ours['cpu']:.1f} x as fast, {many}", flush=True)


def found(picture: ClassPicture, boxes: list[list[float]]) -> int:
    return sum(
        any(left <= face.x < right and top <= face.y < bottom for left, top, right, bottom in boxes)
        for face in picture.faces
    )


if __name__ == "__main__":
    sys.exit(main())
