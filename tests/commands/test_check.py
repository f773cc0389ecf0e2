"""`school-guard check`, as somebody at a terminal or a script uses it."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from guard.cli import main

NAMED = "Proud of everybody at Oakfield Academy today!"


@pytest.fixture(autouse=True)
def own_data_folder(tmp_path, monkeypatch):
    monkeypatch.setenv("SCHOOL_GUARD_DATA", str(tmp_path / "data"))


def check(*arguments: str | Path) -> int:
    return main(["check", *map(str, arguments)])


def test_a_text_with_nothing_to_say(capsys) -> None:
    assert check("Lovely weather for sports day", "--account", "personal") == 0
    assert "Nothing to hold this post" in capsys.readouterr().out


def test_a_text_worth_a_look_says_why_where_and_whom_to_ask(capsys) -> None:
    assert check(NAMED, "--account", "personal", "--site", "x.com") == 1
    out = capsys.readouterr().out
    assert "From: Scope" in out
    assert "characters 22 to 38" in out
    assert "in doubt ask a senior leader" in out
    assert "Oakfield" not in out  # the draft is not quoted


def test_only_what_matters_enough_fails(capsys) -> None:
    assert check(NAMED, "--account", "personal", "--fail-on", "stop") == 0
    assert check(NAMED, "--account", "unknown", "--fail-on", "advise") == 1


def test_hints_are_called_hints_and_never_fine(capsys) -> None:
    assert check(NAMED) == 0
    assert "1 hint" in capsys.readouterr().out


def test_json_has_the_offsets_and_the_verdict(capsys) -> None:
    assert check(NAMED, "--account", "personal", "--format", "json") == 1
    document = json.loads(capsys.readouterr().out)
    assert document["verdict"] == "warn"
    assert document["findings"][0]["span"] == {"start": 22, "end": 38}


def test_sarif_names_rules_and_places(capsys) -> None:
    check(NAMED, "--account", "personal", "--format", "sarif")
    run = json.loads(capsys.readouterr().out)["runs"][0]
    (result,) = run["results"]
    assert result["ruleId"] in {rule["id"] for rule in run["tool"]["driver"]["rules"]}
    assert result["locations"][0]["physicalLocation"]["region"] == {"charOffset": 22, "charLength": 16}


def test_a_file_and_standard_input(capsys, tmp_path, monkeypatch) -> None:
    path = tmp_path / "post.txt"
    path.write_text(NAMED, "utf-8")
    assert check("--file", path, "--account", "personal") == 1
    monkeypatch.setattr("sys.stdin", io.StringIO(NAMED))
    assert check("-", "--account", "personal") == 1


def test_a_file_of_posts(capsys, tmp_path) -> None:
    path = tmp_path / "posts.jsonl"
    posts = [{"text": "Hello"}, {"text": NAMED, "account": "personal"}, {"text": "Bye"}]
    path.write_text("\n".join(map(json.dumps, posts)), "utf-8")
    assert check("--jsonl", path, "--format", "json") == 1
    verdicts = [json.loads(line)["verdict"] for line in capsys.readouterr().out.splitlines()]
    assert verdicts == ["clear", "warn", "clear"]
    check("--jsonl", path)
    assert "3 posts checked, 2 with nothing to say" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("{", r"posts\.jsonl:2: not JSON"),
        ("[]", r"posts\.jsonl:2: an object"),
        ('{"txt": "a"}', r"posts\.jsonl:2: unknown key 'txt'"),
        ('{"text": "a", "account": "mine"}', r"posts\.jsonl:2: a value"),
        ('{"text": 3}', r"posts\.jsonl:2: a value"),
    ],
)
def test_a_line_that_is_no_post_is_named(capsys, tmp_path, line, message) -> None:
    path = tmp_path / "posts.jsonl"
    path.write_text('{"text": "Hello"}\n' + line, "utf-8")
    assert check("--jsonl", path) == 2
    error = capsys.readouterr().err
    assert __import__("re").search(message, error)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ((), "give one of"),
        (("a", "--file", "b"), "give one of"),
        (("--file", "missing.txt"), "no file at missing.txt"),
        (("a", "--image", "missing.jpg"), "missing.jpg"),
        (("a", "--policy", "missing"), "academy, alexandra"),
        (("a", "--policy", "academy"), "policy init"),
    ],
)
def test_a_mistake_in_the_call_says_what_to_do(capsys, arguments, message) -> None:
    assert check(*arguments) == 2
    assert message in capsys.readouterr().err


def test_a_picture_that_cannot_be_read_is_not_fine(capsys, tmp_path) -> None:
    path = tmp_path / "broken.jpg"
    path.write_bytes(b"\xff\xd8\xff\xe0 not really a picture")
    assert check("Look at this", "--image", path, "--account", "official") == 3
    assert "not checked (picture 1)" in capsys.readouterr().out
