"""A 12-megapixel class picture of 30 faces: School Guard beside the plain `face_recognition` recipe, in one run.

    python benchmarks/pictures.py [--baseline PYTHON] [--repeat N]

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
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

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
    from tests.pictures.class_picture import ClassPicture, compose
    from tests.pictures.photos import photo

    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--baseline", default=sys.executable, help="a Python that has face-recognition")
    parser.add_argument("--repeat", type=int, default=3)
    options = parser.parse_args()

    def found(picture: ClassPicture, boxes: list[list[float]]) -> int:
        return sum(
            any(left <= face.x < right and top <= face.y < bottom for left, top, right, bottom in boxes)
            for face in picture.faces
        )

    picture = compose(30, widths=(32, 40, 56, 80, 120), seed=1)
    enrolled = "|".join(str(photo(name)) for name in ("a1.jpg", "astronaut.png"))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "class.jpg"
        path.write_bytes(picture.data)
        arguments = (str(path), enrolled, str(options.repeat))
        ours = run(sys.executable, OURS, *arguments)
        recipe = run(options.baseline, RECIPE, *arguments)
    if ours is None:
        print("School Guard could not be measured: are the weights and the `pictures` extra installed?")
        return 1
    print(f"{'':18}{'CPU s':>8}{'wall s':>8}{'faces':>10}{'peak MB':>9}")
    for name, result in (("School Guard", ours), ("face_recognition", recipe)):
        if result is not None:
            faces = f"{found(picture, result['boxes'])} of {len(picture.faces)}"
            print(f"{name:18}{result['cpu']:8.2f}{result['wall']:8.2f}{faces:>10}{result['peak_mb']:9.0f}")
    if recipe is None:
        print("face_recognition is not installed there: see --help")
        return 0
    faces = found(picture, ours["boxes"]) / max(1, found(picture, recipe["boxes"]))
    print(f"ratios: {recipe['cpu'] / ours['cpu']:.1f} x as fast, {faces:.2f} x the faces")
    return 0


if __name__ == "__main__":
    sys.exit(main())
