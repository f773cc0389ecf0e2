"""Bundles the replica pages when their sources are newer than the last build."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
from pathlib import Path

HERE = Path(__file__).resolve().parent
DIST = HERE / "dist"
STAMP = DIST / ".sources"


class PagesNotBuiltError(RuntimeError):
    """The pages cannot be bundled; the text says which command to run."""


def _digest(paths: list[Path]) -> str:
    digest = hashlib.sha256()
    for path in paths:
        digest.update(str(path.relative_to(HERE)).encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _sources() -> list[Path]:
    return sorted(
        [*(HERE / "src").rglob("*.js*"), HERE / "build.mjs", HERE / "package.json", HERE / "package-lock.json"]
    )


def _run(command: list[str]) -> None:
    # npm asks the registry about its own newest version otherwise, and writes to the person's terminal about it.
    environment = os.environ | {"NPM_CONFIG_UPDATE_NOTIFIER": "false"}
    result = subprocess.run(command, cwd=HERE, env=environment, capture_output=True, text=True)
    if result.returncode:
        said = (result.stderr or result.stdout).strip()
        raise PagesNotBuiltError(f"`{' '.join(command)}` in tests/pages failed:\n{said}")


def build_pages() -> Path:
    """Install the pinned editors and bundle the pages, unless that was done for these very sources; return dist/."""
    wanted = _digest(_sources())
    if STAMP.is_file() and STAMP.read_text() == wanted:
        return DIST
    node, npm = shutil.which("node"), shutil.which("npm")
    if not node or not npm:
        raise PagesNotBuiltError(
            "The replica pages need Node 20 or newer with npm. On Debian: apt-get install nodejs npm; "
            "then run: cd tests/pages && npm ci && node build.mjs"
        )
    installed = HERE / "node_modules" / ".lock"
    lock = _digest([HERE / "package-lock.json"])
    if not installed.is_file() or installed.read_text() != lock:
        _run([npm, "ci"])
        installed.write_text(lock)
    _run([node, "build.mjs"])
    STAMP.write_text(wanted)
    return DIST


if __name__ == "__main__":
    print(build_pages())
