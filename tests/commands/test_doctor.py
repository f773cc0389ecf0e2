"""`school-guard doctor`: what does not work is not called fine, and there is advice."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest

from guard.cli import main


def line_of(capsys: pytest.CaptureFixture[str], what: str, *arguments: str) -> tuple[str, str]:
    """The line about one thing, and what stands below it."""
    capsys.readouterr()
    main(["doctor", *arguments])
    lines = capsys.readouterr().out.splitlines()
    (index,) = (number for number, line in enumerate(lines) if line[5:].startswith(what + " "))
    return lines[index], lines[index + 1]


def test_a_register_in_order_is_counted(capsys) -> None:
    assert "none yet" in line_of(capsys, "no-publish list")[0]
    main(["register", "add", "Zephyrine", "Quackenbush"])
    line, _ = line_of(capsys, "no-publish list")
    assert line.startswith("ok")
    assert "1 people" not in line
    assert "1 person" in line
    assert "Quackenbush" not in line


@pytest.mark.parametrize("damage", ["plain text", "damaged", "no key"])
def test_a_register_that_cannot_be_used_is_not_called_fine(capsys, data_folder, tmp_path, damage) -> None:
    main(["register", "add", "Zephyrine", "Quackenbush"])
    path = data_folder / "register.db"
    if damage == "plain text":
        path.write_text("no register", "utf-8")
    elif damage == "damaged":
        path.write_bytes(path.read_bytes()[:100] + bytes(5000))
    else:
        (tmp_path / "key" / "register.key").unlink()
    line, advice = line_of(capsys, "no-publish list")
    assert line.startswith("look")
    assert "key" in advice if damage == "no key" else "backup" in advice
    assert main(["doctor"]) == 3


def test_a_data_folder_that_is_a_file_is_not_called_fine(capsys, tmp_path, monkeypatch) -> None:
    file = tmp_path / "file"
    file.write_text("", "utf-8")
    for place in (file, file / "below"):
        monkeypatch.setenv("SCHOOL_GUARD_DATA", str(place))
        line, advice = line_of(capsys, "data folder")
        assert line.startswith("look")
        assert "SCHOOL_GUARD_DATA" in advice


def test_a_data_folder_that_cannot_be_written_is_not_called_fine(capsys, data_folder, monkeypatch) -> None:
    assert line_of(capsys, "data folder")[0].startswith("ok")

    def refused(**_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(tempfile, "TemporaryFile", refused)
    line, _ = line_of(capsys, "data folder")
    assert line.startswith("look")
    assert "Permission denied" in line


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('extends = "demo"\n[gate]\nstop = 1\n', "gate.stop"),
        ('extends = "academy"\n', "policy check"),
        ('extends = "demo"\n[recognition]\nreview_by = 2020-01-31\n', "date it anew"),
        ('extends = "demo"\n[recognition]\nengine = "face-recognition"\n', "school-guard[face-recognition]"),
    ],
)
def test_a_policy_that_cannot_work_here_is_not_called_fine(
    capsys, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str, said: str
) -> None:
    monkeypatch.setattr("guard.commands.doctor.is_installed", lambda engine: engine == "onnx")
    path = tmp_path / "school.toml"
    path.write_text(text, "utf-8")
    assert line_of(capsys, "policy")[0].startswith("ok")
    line, advice = line_of(capsys, "policy", "--policy", str(path))
    assert line.startswith("look")
    assert said in advice
