"""Whatever goes wrong: one sentence, exit code 2, and never a word of the draft."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

import guard
from guard.cli import main

DRAFT = "A secret word about the Quackenbush family"


def run(*arguments: str, **options: str) -> subprocess.CompletedProcess[bytes]:
    """The command in a process of its own; `options` are environment variables."""
    environment = {**os.environ, "PYTHONPATH": str(Path(guard.__file__).parent.parent), **options}
    return subprocess.run([sys.executable, "-m", "guard.cli", *arguments], capture_output=True, env=environment)


def deep_policy(folder: Path) -> Sequence[str]:
    (folder / "deep.toml").write_text(f"[policy]\ntitle = {'[' * 3000}{']' * 3000}", "utf-8")
    return ["check", DRAFT, "--policy", str(folder / "deep.toml")]


def deep_line(folder: Path) -> Sequence[str]:
    (folder / "deep.jsonl").write_text('{"text": ' + "[" * 100_000 + "]" * 100_000 + "}", "utf-8")
    return ["check", "--jsonl", str(folder / "deep.jsonl")]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (lambda folder: ["check", "--file", str(folder)], "cannot be read"),
        (lambda folder: ["check", "--jsonl", str(folder)], "cannot be read"),
        (lambda folder: ["check", DRAFT, "--policy", ""], "no policy is named"),
        (deep_policy, "deep.toml"),
        (deep_line, "deep.jsonl"),
    ],
)
def test_a_mistake_ends_in_one_line_and_two(
    arguments, said, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments(tmp_path)) == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith("school-guard: ")
    assert said in line


@pytest.mark.parametrize("arguments", [["check", DRAFT], ["usefulness"], ["register", "list"]])
def test_a_data_folder_that_is_a_file_is_said_so(
    arguments: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "file"
    file.write_text("no folder", "utf-8")
    monkeypatch.setenv("SCHOOL_GUARD_DATA", str(file))
    assert main(arguments) == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert str(file) in line


def test_a_mistake_of_our_own_says_where_and_quotes_nothing(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RuntimeError(DRAFT)

    monkeypatch.setattr("guard.guard.Guard.check_many", broken)
    assert main(["check", DRAFT]) == 2
    said = capsys.readouterr()
    assert "internal error, RuntimeError at test_cli.py:" in said.err
    assert "report" in said.err
    assert "secret" not in said.err + said.out


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device of Linux")
def test_an_answer_that_cannot_be_written_is_an_error(tmp_path: Path) -> None:
    with open("/dev/full", "wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "guard.cli", "rules"],
            stdout=full,
            stderr=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": str(Path(guard.__file__).parent.parent)},
        )
    assert done.returncode == 2
    assert b"No space left" in done.stderr
    assert b"Traceback" not in done.stderr
    assert b"Exception" not in done.stderr


@pytest.mark.parametrize("form", ["json", "sarif", "text"])
def test_a_console_of_another_alphabet_gets_an_answer(form: str) -> None:
    text = "We are at Drayton Manor with Year 5 now"
    done = run(
        "check",
        text,
        "--language",
        "cy",
        "--account",
        "official",
        "--fail-on",
        "advise",
        "--format",
        form,
        PYTHONIOENCODING="ascii",
    )
    assert done.returncode == 1, done.stderr
    assert form == "text" or json.loads(done.stdout)


def test_posts_are_shown_on_a_console_of_another_alphabet(tmp_path: Path) -> None:
    file = tmp_path / "posts.csv"
    file.write_text("text,account\nProud of Oakfield Academy \N{SPARKLES},personal\n", "utf-8")
    for form in ("text", "json"):
        done = run("policy", "test", str(file), "--show", "--format", form, PYTHONIOENCODING="cp1252")
        assert done.returncode == 0, done.stderr
    assert "\N{SPARKLES}" in json.loads(done.stdout)["texts"]["2"]


def test_standard_input_that_is_no_text_is_said_so(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"\xff\xfe\xfa"), encoding="utf-8"))
    assert main(["check", "-"]) == 2
    assert "standard input" in capsys.readouterr().err


@pytest.mark.parametrize("port", ["70000", "-1", "many"])
def test_a_port_there_is_not_is_refused_at_once(port: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["serve", f"--port={port}"])
    assert ended.value.code == 2
    assert "0 to 65535" in capsys.readouterr().err
