"""`school-guard doctor`: what works on this machine, and what would make the rest work."""

from __future__ import annotations

import argparse
import importlib.metadata
import importlib.util
import os
import platform
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from packaging.requirements import Requirement

from guard import __version__
from guard.commands.models import describe
from guard.errors import PolicyError
from guard.models import status
from guard.paths import DATA_VARIABLE, data_folder
from guard.pictures.loading import is_installed
from guard.policy.loader import load_policy
from guard.register.errors import RegisterError
from guard.rules import option_specs

_EXTRAS = {"service": ("flask", "flask_cors", "waitress"), "pictures": ("numpy", "onnxruntime", "cv2", "PIL")}


@dataclass(frozen=True, slots=True)
class Line:
    """One thing looked at: what it is, how it is, and what to do where it is not well."""

    what: str
    state: str
    well: bool = True
    advice: str = ""


def configure(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    command = subparsers.add_parser("doctor", help="say what works on this machine and what is missing")
    command.add_argument("--policy", default="demo", help="the policy that is to work here (default: demo)")
    command.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    lines = list(examine(options.policy))
    for line in lines:
        print(f"{'ok  ' if line.well else 'look'} {line.what:22} {line.state}")
        if line.advice:
            print(f"     {line.advice}")
    if importlib.util.find_spec("numpy") is not None:
        print(describe(status()))
    return 0 if all(line.well for line in lines) else 3


def examine(policy: str = "demo") -> Iterator[Line]:
    """Everything that is looked at; `policy` is the one whose needs count."""
    yield Line("School Guard", f"{__version__} on Python {platform.python_version()}, {platform.system()}")
    for extra, modules in _EXTRAS.items():
        missing = [module for module in modules if importlib.util.find_spec(module) is None]
        if missing:
            yield Line(
                f"extra '{extra}'", f"missing: {', '.join(missing)}", False, f"pip install 'school-guard[{extra}]'"
            )
        else:
            yield Line(f"extra '{extra}'", "installed")
    yield _second_engine()
    yield _one_opencv()
    yield Line("installed size", f"{_installed_size() / 1e6:.0f} MB for School Guard and what it needs")
    found = status()
    yield Line(
        "face models", "ready" if found.ready else "not installed", found.ready, "" if found.ready else _install_hint()
    )
    yield _policy(policy)
    folder = data_folder()
    yield _folder(folder)
    yield _register(folder / "register.db")


def _policy(name: str) -> Line:
    try:
        policy = load_policy(name, option_specs())
    except PolicyError as error:
        return Line("policy", "cannot be used", False, str(error))
    recognition = policy.recognition
    if not policy.school.name:
        return Line("policy", "names no school yet", False, f"school-guard policy check {name}")
    if not is_installed(recognition.engine) and recognition.engine != "onnx":
        state = f"reads pictures with {recognition.engine}, which is not installed"
        return Line("policy", state, False, f"pip install 'school-guard[{recognition.engine}]'")
    if recognition.enabled and not recognition.runs_on(date.today()):
        state = f"recognises nobody since {recognition.review_by}, when its review was due"
        return Line("policy", state, False, "review the impact assessment, and date it anew as recognition.review_by")
    return Line("policy", policy.about.title or policy.name)


def _folder(folder: Path) -> Line:
    there = folder
    while not os.path.lexists(there) and there != there.parent:
        there = there.parent
    try:
        # Rights alone do not tell it on every system.
        with tempfile.TemporaryFile(dir=there):
            pass
    except OSError as error:
        return Line(
            "data folder",
            f"{folder} cannot be written ({error.strerror})",
            False,
            f"mend its rights, or name another folder in {DATA_VARIABLE}",
        )
    return Line("data folder", f"{folder}{'' if there == folder else ' (made at first use)'}")


def _register(path: Path) -> Line:
    try:
        path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return Line("no-publish list", "none yet (school-guard register add)")
    except OSError as error:
        return Line("no-publish list", f"cannot be looked at ({error.strerror})", False, f"mend the rights of {path}")
    from guard.register import Register  # the database: only where it is used

    try:
        with Register.open(path) as register:
            people = register.summary()
    except RegisterError as error:
        return Line("no-publish list", "cannot be used", False, str(error))
    count = people.pupils + people.adults
    return Line("no-publish list", f"there, with {count} {'person' if count == 1 else 'people'}")


def _second_engine() -> Line:
    if is_installed("face-recognition"):
        return Line("second engine", "installed")
    needed_by = 'only a policy with engine = "face-recognition" needs it'
    return Line("second engine", f"not installed; {needed_by}: pip install 'school-guard[face-recognition]'")


def _install_hint() -> str:
    return "school-guard models install"


def _one_opencv() -> Line:
    """Two OpenCV packages share one folder; the one installed last wins, and the other's libraries may be missing."""
    names = [
        name
        for name in ("opencv-python", "opencv-contrib-python", "opencv-python-headless")
        if _version(name) is not None
    ]
    if names in ([], ["opencv-python-headless"]):
        return Line("OpenCV", f"headless {_version(names[0])}" if names else "not installed", True)
    return Line(
        "OpenCV",
        " and ".join(names),
        False,
        "keep one: pip uninstall -y opencv-python opencv-contrib-python, then reinstall opencv-python-headless",
    )


def _version(name: str) -> str | None:
    try:
        return importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        return None


def _installed_size() -> int:
    """Bytes on disk of everything the extra `all` brings that is installed here."""
    seen: set[str] = set()
    waiting: list[tuple[str, tuple[str, ...]]] = [("school-guard", ("service", "pictures", "all"))]
    total = 0
    while waiting:
        name, extras = waiting.pop()
        if name.lower() in seen:
            continue
        seen.add(name.lower())
        try:
            distribution = importlib.metadata.distribution(name)
        except importlib.metadata.PackageNotFoundError:
            continue
        for file in distribution.files or ():
            path = Path(str(distribution.locate_file(file)))
            # Editable installations list no files of their own; ours are small.
            total += path.stat().st_size if path.is_file() else 0
        for text in distribution.requires or ():
            requirement = Requirement(text)
            marker = requirement.marker
            if marker is None or any(marker.evaluate({"extra": extra}) for extra in (*extras, "")):
                waiting.append((requirement.name, tuple(requirement.extras)))
    return total
