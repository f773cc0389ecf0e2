"""How large School Guard is when it is installed: each extra in a fresh virtual environment, by plain pip.

    python benchmarks/sizes.py [EXTRA ...]

Needs the package index, no compiler. Every compiler's name is shadowed by a program that fails, so that an extra whose
packages have to be compiled cannot be installed here; and each is looked at for a second OpenCV.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
EXTRAS = ("", "service", "pictures", "all", "test")
COMPILERS = ("cc", "c++", "gcc", "g++", "clang", "clang++", "cmake", "rustc", "cargo")
# What each extra has to be able to do, as a person would find out.
TRIES = {
    "": "import guard; assert guard.check('Proud of Oakfield Academy', policy='demo', account='personal').findings",
    "service": "import extension_api.server",
    "pictures": "import cv2, onnxruntime, PIL.Image, pillow_heif, guard.pictures.engine",
    "all": "import extension_api.server, guard.pictures.engine",
    "test": "import pytest, mypy, playwright.sync_api, hatchling, extension_api.server, guard.pictures.engine",
}


@dataclass(frozen=True, slots=True)
class Size:
    """What an extra came to: bytes in site-packages without pip and setuptools, packages, seconds to install."""

    extra: str
    size: int
    packages: int
    seconds: float
    opencv: tuple[str, ...]


def main(extras: list[str]) -> int:
    with tempfile.TemporaryDirectory(prefix="school-guard-sizes-") as folder:
        sizes = [measure(extra, Path(folder)) for extra in extras or EXTRAS]
    print("| extra | installed size | packages | time to install |")
    print("| --- | --- | --- | --- |")
    for each in sizes:
        print(f"| {each.extra or 'none'} | {each.size / 1e6:.0f} MB | {each.packages} | {each.seconds:.0f} s |")
    doubled = [each.extra for each in sizes if each.opencv not in ((), ("opencv-python-headless",))]
    if doubled:
        print(f"more than the headless OpenCV in: {', '.join(doubled)}", file=sys.stderr)
    return 1 if doubled else 0


def measure(extra: str, folder: Path) -> Size:
    """Install one extra from this checkout and look at what came. Raises CalledProcessError when it cannot be."""
    environment = folder / (extra or "none")
    subprocess.run([sys.executable, "-m", "venv", str(environment)], check=True)
    python = environment / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    place = subprocess.run(
        [str(python), "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"],
        check=True,
        capture_output=True,
        text=True,
    )
    packages = Path(place.stdout.strip())
    before = size_of(packages)
    there = distributions(packages)
    started = time.monotonic()
    command = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    subprocess.run([*command, f"{ROOT}[{extra}]" if extra else str(ROOT)], check=True, env=without_compilers(folder))
    seconds = time.monotonic() - started
    subprocess.run([str(python), "-W", "error", "-c", TRIES[extra]], check=True, cwd=folder)
    came = distributions(packages) - there
    opencv = tuple(sorted(name for name in came if name.startswith("opencv")))
    return Size(extra, size_of(packages) - before, len(came), seconds, opencv)


def without_compilers(folder: Path) -> dict[str, str]:
    """An environment in which starting a compiler fails."""
    shadows = folder / "no-compilers"
    shadows.mkdir(exist_ok=True)
    for name in COMPILERS:
        path = shadows / name
        path.write_text("#!/bin/sh\necho 'a compiler was started' >&2\nexit 1\n")
        path.chmod(0o755)
    return {**os.environ, "PATH": f"{shadows}{os.pathsep}{os.environ['PATH']}", "CC": "cc", "CXX": "c++"}


def size_of(folder: Path) -> int:
    """Bytes of all files under `folder`."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file() and not path.is_symlink())


def distributions(packages: Path) -> set[str]:
    """Names of the distributions installed in a site-packages folder."""
    return {path.name.split("-")[0].replace("_", "-").lower() for path in packages.glob("*.dist-info")}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
