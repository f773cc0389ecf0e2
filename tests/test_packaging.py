"""What is in the wheel, and that School Guard works from it: installed, away from this checkout."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

import guard

ROOT = Path(__file__).resolve().parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]


def pip(*arguments: str) -> None:
    """Plain pip, without a network."""
    command = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet", *arguments]
    # pip's own cache and its wrappers' warnings are no concern here; its result is.
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from this checkout as pip builds it."""
    folder = tmp_path_factory.mktemp("wheel")
    pip("wheel", "--no-deps", "--no-build-isolation", "--no-index", "--wheel-dir", str(folder), str(ROOT))
    (path,) = folder.glob("*.whl")
    return path


@pytest.fixture(scope="module")
def inside(wheel: Path) -> set[str]:
    """The names of the files in the wheel."""
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with nothing in it but the installed wheel."""
    folder = tmp_path_factory.mktemp("installed")
    pip("install", "--no-deps", "--no-index", "--no-compile", "--target", str(folder), str(wheel))
    return folder


def school_guard(installed: Path, data: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """`school-guard` from the installed wheel, keeping its things in `data`."""
    data.mkdir(exist_ok=True)
    environment = {
        **os.environ,
        "PYTHONPATH": str(installed),
        "SCHOOL_GUARD_DATA": str(data / "data"),
        "SCHOOL_GUARD_KEY_FILE": str(data / "key" / "register.key"),
        "PYTHONWARNINGS": "error",
    }
    command = [sys.executable, "-c", "from guard.cli import entry; entry()", *arguments]
    return subprocess.run(command, capture_output=True, text=True, cwd=data, env=environment)


def shipped(*places: str) -> set[str]:
    """The files of this checkout that git knows, or would, under these folders."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z", "--", *places]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return {name for name in listed.split("\0") if name and (ROOT / name).is_file()}


def test_the_wheel_holds_every_file_of_the_three_rooms(inside: set[str]) -> None:
    assert shipped("guard", "extension_api", "browser_extension") <= inside


def test_the_wheel_holds_nothing_else(inside: set[str]) -> None:
    rooms = {name.split("/")[0] for name in inside}
    assert rooms == {"guard", "extension_api", "browser_extension", f"school_guard-{guard.__version__}.dist-info"}
    assert not [name for name in inside if name.endswith((".pyc", ".db", ".key", ".onnx", ".dat"))]


@pytest.mark.parametrize(
    "name",
    [
        "guard/py.typed",
        "guard/policy/policy.schema.json",
        "guard/policy/shipped/academy.toml",
        "guard/policy/shipped/demo.toml",
        "guard/messages/en.toml",
        "guard/text/data/lexicon.tsv",
        "guard/register/migrations/env.py",
        "extension_api/pages/templates/base.html",
        "extension_api/pages/static/base.css",
        "browser_extension/manifest.json",
        "browser_extension/managed_schema.json",
        "browser_extension/icons/icon-128.png",
    ],
)
def test_the_wheel_holds_what_is_read_at_run_time(inside: set[str], name: str) -> None:
    assert name in inside


def test_the_licence_and_the_command_are_in_its_metadata(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        folder = f"school_guard-{guard.__version__}.dist-info"
        assert "school-guard = guard.cli:entry" in archive.read(f"{folder}/entry_points.txt").decode()
        assert "MIT" in archive.read(f"{folder}/licenses/LICENSE").decode()
        metadata = archive.read(f"{folder}/METADATA").decode()
    for extra in ("service", "pictures", "all", "face-recognition", "test"):
        assert f"Provides-Extra: {extra}\n" in metadata


def test_nothing_brings_a_second_opencv_or_asks_for_a_compiler() -> None:
    wanted = [*PROJECT["dependencies"]]
    for name, extra in PROJECT["optional-dependencies"].items():
        wanted += extra if name != "face-recognition" else []
    names = [requirement.split(">")[0].split("=")[0] for requirement in wanted]
    assert [name for name in names if name.startswith("opencv")] == ["opencv-python-headless"]
    assert not {"dlib", "face-recognition"} & set(names)


def test_the_command_line_runs_from_the_wheel(installed: Path, tmp_path: Path) -> None:
    where = subprocess.run(
        [sys.executable, "-c", "import guard, extension_api; print(guard.__file__, extension_api.__file__)"],
        capture_output=True,
        text=True,
        check=True,
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(installed)},
    )
    assert all(path.startswith(str(installed)) for path in where.stdout.split())
    policies = school_guard(installed, tmp_path, "policy", "list")
    assert "academy" in policies.stdout
    assert "demo" in policies.stdout
    assert (policies.stderr, policies.returncode) == ("", 0)
    rules = school_guard(installed, tmp_path, "rules")
    assert "school-named" in rules.stdout
    assert (rules.stderr, rules.returncode) == ("", 0)
    schema = school_guard(installed, tmp_path, "policy", "schema")
    assert "rules" in json.loads(schema.stdout)["properties"]


def test_a_post_is_checked_from_the_wheel(installed: Path, tmp_path: Path) -> None:
    done = school_guard(installed, tmp_path, "check", "Proud of Oakfield Academy!", "--account", "personal")
    assert done.returncode == 1, done.stderr
    assert "SG101" in done.stdout
    assert done.stderr == ""


def test_the_register_is_made_and_read_from_the_wheel(installed: Path, tmp_path: Path) -> None:
    added = school_guard(installed, tmp_path, "register", "add", "Marisol", "Quennelby")
    assert (added.stderr, added.returncode) == ("", 0)
    listed = school_guard(installed, tmp_path, "register", "list", "--names")
    assert "Quennelby" in listed.stdout
    register = tmp_path / "data" / "register.db"
    text = "Well done Marisol Quennelby"
    found = school_guard(installed, tmp_path, "check", text, "--register", str(register), "--format", "json")
    slugs = [finding["slug"] for finding in json.loads(found.stdout)["findings"]]
    assert "pupil-full-name" in slugs


def test_the_extension_lies_beside_the_package(installed: Path, tmp_path: Path) -> None:
    done = school_guard(installed, tmp_path, "extension", "path")
    folder = Path(done.stdout.strip())
    assert folder.is_relative_to(installed)
    manifest = json.loads((folder / "manifest.json").read_text("utf-8"))
    named = [name for block in manifest["content_scripts"] for name in block["js"]]
    named += [manifest["background"]["service_worker"], *manifest["icons"].values()]
    named += [manifest["storage"]["managed_schema"]]
    assert [name for name in named if not (folder / name).is_file()] == []


def test_the_service_answers_from_the_wheel(installed: Path, tmp_path: Path) -> None:
    """Its pages, styles and scripts come with it."""
    script = (
        "from pathlib import Path\n"
        "from extension_api.app import create_app\n"
        "from extension_api.config import ServiceConfig\n"
        "config = ServiceConfig(data_dir=Path('service'), policy='demo', port=47615)\n"
        "client = create_app(config).test_client()\n"
        "for path in ('/v1/health', '/static/base.css', '/static/try/main.js'):\n"
        "    print(client.get(path, base_url='http://127.0.0.1:47615').status_code)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True,
        text=True,
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(installed), "SCHOOL_GUARD_KEY_FILE": str(tmp_path / "register.key")},
    )
    assert done.stdout.split() == ["200", "200", "200"], done.stderr
