"""`school-guard check`, as somebody at a terminal or a script uses it."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from guard.cli import main

NAMED = "Proud of everybody at Oakfield Academy today!"


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


def test_a_list_that_was_made_is_used_without_being_named(capsys, tmp_path) -> None:
    text = "Well done Zephyrine Quackenbush on the cross country win"
    assert check(text, "--account", "official") == 0
    assert "No-publish list: none" in capsys.readouterr().out
    assert main(["register", "add", "Zephyrine", "Quackenbush", "--group", "4B"]) == 0
    capsys.readouterr()
    assert check(text, "--account", "official") == 1
    assert "register.db" in capsys.readouterr().out
    assert check(text, "--account", "official", "--no-register") == 0
    assert "No-publish list: none" in capsys.readouterr().out
    posts = tmp_path / "posts.csv"
    posts.write_text(f"text,account\n{text},official\n", "utf-8")
    assert main(["policy", "test", str(posts), "--format", "json"]) == 0
    assert "pupil-full-name" in {rule["slug"] for rule in json.loads(capsys.readouterr().out)["rules"]}
    assert main(["policy", "test", str(posts), "--no-register"]) == 0
    said = capsys.readouterr().out
    assert "pupil-full-name" not in said
    assert "No-publish list: none" in said


def test_a_list_and_no_list_are_not_asked_for_at_once(capsys) -> None:
    with pytest.raises(SystemExit):
        check("Hello", "--register", "list.db", "--no-register")


def test_a_text_is_checked_where_nothing_can_be_kept(capsys, monkeypatch) -> None:
    def refused(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("guard.installation.write_private", refused)
    assert check(NAMED, "--account", "personal") == 1
    said = capsys.readouterr()
    assert "From: Scope" in said.out
    assert "cannot be written (Permission denied)" in said.err


def lines(tmp_path: Path, *posts: object) -> Path:
    path = tmp_path / "my posts.jsonl"
    path.write_text("\n".join(each if isinstance(each, str) else json.dumps(each) for each in posts), "utf-8")
    return path


@pytest.mark.parametrize(
    ("post", "said"),
    [
        ({"text": "secret", "handle": 5}, "key 'handle': expected str, got int"),
        ({"text": None}, "key 'text': expected str, got null"),
        ({"text": "secret", "site": None}, "key 'site': expected str, got null"),
        ({"to": 5, "text": "secret"}, "key 'to': expected str, got int"),
        ({"parts": [{"text": 5}]}, "key 'parts[0].text': expected str, got int"),
        ({"parts": [{"text": "a", "role": "secret"}]}, "key 'parts[0].role': one of body, title"),
        ({"text": "a", "account": "secret"}, "key 'account': one of personal, official, unknown is wanted"),
        ({"text": "a", "images": "secret.jpg"}, "key 'images': expected array"),
        ({"text": "a", "parts": [{"text": "secret"}]}, "not both"),
        ({"id": 3}, "nothing to check"),
        ({"parts": [], "images": []}, "nothing to check"),
        ({"to": 5}, "key 'to': expected str, got int"),
        ("[" * 100_000 + "]" * 100_000, "nested too deeply"),
        ('{"text": ' + "9" * 5000 + "}", "a number too long"),
    ],
)
def test_a_line_that_is_no_post_is_named_and_the_others_are_checked(capsys, tmp_path, post, said) -> None:
    path = lines(tmp_path, {"text": NAMED, "account": "personal"}, post, {"text": "Bye", "id": "last"})
    assert check("--jsonl", path, "--format", "json") == 2
    out, err = capsys.readouterr()
    assert "my posts.jsonl:2: " in err
    assert said in err
    assert "secret" not in err
    first, second, third = map(json.loads, out.splitlines())
    assert (first["line"], first["verdict"]) == (1, "warn")
    assert (second["line"], said in second["error"]) == (2, True)
    assert (third["line"], third["id"], third["verdict"]) == (3, "last", "clear")
    assert check("--jsonl", path) == 2
    assert "2 posts checked, 1 with nothing to say, 1 line not read" in capsys.readouterr().out


def test_only_a_line_feed_ends_a_line(capsys, tmp_path) -> None:
    path = lines(tmp_path, '{"text": "one\u2028two\u2029three\x85four"}\r', '{"text": "five"}')
    assert check("--jsonl", path) == 0
    assert "2 posts checked" in capsys.readouterr().out


def test_what_a_line_does_not_say_comes_from_the_command(capsys, tmp_path) -> None:
    path = lines(tmp_path, {"text": NAMED}, {"text": NAMED, "account": "official", "handle": "@oakfieldacademy"})
    assert check("--jsonl", path, "--account", "personal", "--format", "json") == 1
    assert [json.loads(line)["account"] for line in capsys.readouterr().out.splitlines()] == ["personal", "official"]


def test_a_picture_beside_a_file_of_posts_is_refused(capsys, tmp_path) -> None:
    path = lines(tmp_path, {"text": "Hello"})
    assert check("--jsonl", path, "--image", path) == 2
    assert "each line names its own as 'images'" in capsys.readouterr().err


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    path = tmp_path / "What the fuck.jpg"
    path.write_bytes(b"\xff\xd8\xff\xe0 not really a picture")
    return path


def test_words_of_a_file_name_are_said_to_be_those(capsys, picture) -> None:
    assert check("Look at this", "--image", picture, "--account", "official") == 1
    assert "(picture 1, file name, characters 9 to 13)" in capsys.readouterr().out


def sarif(capsys, *arguments: str | Path) -> dict:
    check(*arguments, "--account", "personal", "--format", "sarif")
    (run,) = json.loads(capsys.readouterr().out)["runs"]
    return run


def places(run: dict) -> list[dict]:
    return [result["locations"][0] for result in run["results"]]


def test_sarif_points_into_a_file_by_a_uri(capsys, tmp_path, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("my post.txt").write_text(NAMED, "utf-8")
    (place,) = places(sarif(capsys, "--file", "my post.txt"))
    assert place["physicalLocation"] == {
        "artifactLocation": {"uri": "my%20post.txt"},
        "region": {"charOffset": 22, "charLength": 16},
    }


def test_sarif_has_no_uri_for_what_is_no_file(capsys, monkeypatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(NAMED))
    run = sarif(capsys, "-")
    (place,) = places(run)
    assert place["physicalLocation"]["artifactLocation"] == {"index": 0}
    assert run["artifacts"] == [{"description": {"text": "standard input"}}]


def test_sarif_names_the_line_of_a_file_of_posts(capsys, tmp_path) -> None:
    path = lines(tmp_path, {"text": "Hello"}, {"text": NAMED}, "{")
    run = sarif(capsys, "--jsonl", path)
    (place,) = places(run)
    physical = place["physicalLocation"]
    assert physical["artifactLocation"]["uri"].endswith("/my%20posts.jsonl")
    assert physical["region"] == {"startLine": 2}
    assert place["properties"] == {"part": 0, "charOffset": 22, "charLength": 16}
    (invocation,) = run["invocations"]
    assert not invocation["executionSuccessful"]
    (notification,) = invocation["toolExecutionNotifications"]
    assert notification["locations"][0]["physicalLocation"]["region"] == {"startLine": 3}


def test_sarif_points_at_the_picture_and_says_which_was_not_checked(capsys, tmp_path, picture) -> None:
    path = tmp_path / "post.txt"
    path.write_text("Look at this", "utf-8")
    run = sarif(capsys, "--file", path, "--image", picture)
    (place,) = places(run)
    uri = place["physicalLocation"]["artifactLocation"]["uri"]
    assert uri.endswith("/What%20the%20fuck.jpg")
    assert "region" not in place["physicalLocation"]
    assert place["logicalLocations"] == [{"name": "file_name"}]
    (invocation,) = run["invocations"]
    assert not invocation["executionSuccessful"]
    (notification,) = invocation["toolExecutionNotifications"]
    assert "post.txt, picture 1: " in notification["message"]["text"]
    assert notification["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == uri
