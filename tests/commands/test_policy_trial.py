"""`school-guard policy test`: old posts out of CSV files as people have them, and what is said about them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from guard import AccountKind, Severity
from guard.cli import main
from guard.errors import UsageError
from guard.posts import Post, read_posts
from guard.trial import changes, try_policy

NAMED = "Proud to work at Oakfield Academy today"
STRONG = "What a fucking day"
PLAIN = "Lovely assembly this morning"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "posts.csv"


def read(file: Path, text: str, encoding: str = "utf-8") -> list[Post]:
    file.write_bytes(text.encode(encoding))
    return list(read_posts(file))


def texts(posts: list[Post]) -> list[str]:
    return [post.draft.parts[0].text for post in posts]


def run(capsys: pytest.CaptureFixture[str], file: Path, *options: str) -> tuple[int, str, str]:
    code = main(["policy", "test", str(file), *options])
    said = capsys.readouterr()
    return code, said.out, said.err


@pytest.mark.parametrize(
    ("written", "encoding"),
    [
        ('text,site\n"One, two",x.com\nThree,x.com\n', "utf-8"),
        ('text,site\n"One, two",x.com\nThree,x.com\n', "utf-8-sig"),
        ("Text;Site\r\nOne, two;x.com\r\nThree;x.com\r\n;\r\n", "utf-8-sig"),
        ("sep=;\r\nText;Site\r\nOne, two;x.com\r\nThree;x.com\r\n", "cp1252"),
        ("text\tsite\r\nOne, two\tx.com\r\nThree\tx.com\r\n", "utf-16"),
        ('\n\nPost text,Platform\n"One, two",x.com\nThree,x.com\n,\n', "utf-8"),
    ],
)
def test_a_file_is_read_however_a_spreadsheet_saved_it(file: Path, written: str, encoding: str) -> None:
    posts = read(file, written, encoding)
    assert texts(posts) == ["One, two", "Three"]
    assert {post.draft.site for post in posts} == {"x.com"}


def test_letters_of_windows_are_read_too(file: Path) -> None:
    assert texts(read(file, "text\nCafé – it’s open\n", "cp1252")) == ["Café – it’s open"]


def test_a_post_is_named_by_the_line_it_begins_on(file: Path) -> None:
    posts = read(file, 'text,date\n"One\n\ntwo",\nThree,18/11/2026 16:30\nFour,2026-11-18T09:00:00Z\n')
    assert [post.line for post in posts] == [2, 5, 6]
    assert texts(posts)[0] == "One\n\ntwo"
    assert posts[1].at is not None
    assert posts[1].at.isoformat() == "2026-11-18T16:30:00"


def test_site_account_and_kind_are_taken_as_people_write_them(file: Path) -> None:
    heading = "Message,Platform,Account,Type,In reply to"
    posts = read(file, f"{heading}\nOne,Twitter,School,Photo,\nTwo,Facebook,Personal,Reply,Who won?\n")
    assert [post.draft.site for post in posts] == ["x.com", "facebook.com"]
    assert [post.draft.account.kind for post in posts] == [AccountKind.OFFICIAL, AccountKind.PERSONAL]
    assert [post.draft.kind.value for post in posts] == ["post", "reply"]
    assert [post.draft.in_reply_to for post in posts] == ["", "Who won?"]


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ("", "empty"),
        ("words\nhello\n", r"posts\.csv:1: no column is called 'text'"),
        ("text,account\nfine,personal\nsecret,mine\n", r"posts\.csv:3: column 'account'"),
        ("text,date\nsecret,yesterday\n", r"posts\.csv:2: column 'date' is no date"),
        ("text,date\nsecret one, two, three\n", r"posts\.csv:2: the row has more columns"),
        ("date,text\n2026-11-18\n", r"posts\.csv:2: the row has fewer columns"),
        ('text\nfine\n"secret\n', r"posts\.csv:3: not CSV"),
        ('text\n"sec"ret\n', r"posts\.csv:2: not CSV"),
    ],
)
def test_a_mistake_is_named_with_its_line_and_nothing_is_quoted(file: Path, written: str, message: str) -> None:
    with pytest.raises(UsageError, match=message) as caught:
        read(file, written)
    assert "secret" not in str(caught.value)


def test_a_workbook_is_told_from_a_csv_file(file: Path) -> None:
    file.write_bytes(b"PK\x03\x04")
    with pytest.raises(UsageError, match="CSV UTF-8"):
        list(read_posts(file))


def test_it_counts_posts_by_rule_and_severity_and_names_lines_never_words(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    read(file, f"text,account\n{NAMED},personal\n{STRONG},personal\n{PLAIN},personal\n{PLAIN},school\n")
    code, said, _ = run(capsys, file)
    assert code == 0
    assert "3 from personal accounts" in said
    assert "66.7%" in said
    assert "SG101 school-named" in said
    assert "over" in said
    assert not any(words in said for words in ("Proud", "fucking", "assembly"))
    facts = json.loads(run(capsys, file, "--format", "json")[1])
    (strong,) = (rule for rule in facts["rules"] if rule["slug"] == "strong-language")
    assert (strong["stop"], strong["lines"]) == (1, [3])
    personal = next(each for each in facts["accounts"] if each["account"] == "personal")
    assert personal["at_least"]["stop"] == {"posts": 1, "budget": 0.003}


def test_the_words_are_shown_when_asked_for(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    read(file, f"text,account\n{NAMED},personal\n{PLAIN},personal\n")
    said = run(capsys, file, "--show")[1]
    assert f"2: {NAMED}" in said
    assert PLAIN not in said


def test_only_so_many_lines_are_named(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    read(file, "text,account\n" + f"{NAMED},personal\n" * 9)
    assert "2, 3 and 7 more" in run(capsys, file, "--examples", "2")[1]


def test_it_says_what_changes_against_another_policy(
    tmp_path: Path, file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    stricter = tmp_path / "stricter.toml"
    stricter.write_text(
        'extends = "demo"\n[rules.strong-language]\nenabled = false\n[[terms]]\nwords = ["assembly"]\n', "utf-8"
    )
    posts = read(file, f"text,account\n{NAMED},personal\n{STRONG},personal\n{PLAIN},personal\n")
    found = changes(try_policy("demo", posts), try_policy(stricter, posts))
    assert [(change.line, change.before, change.after) for change in found] == [
        (3, Severity.STOP, None),
        (4, None, Severity.WARN),
    ]
    said = run(capsys, file, "--policy", str(stricter), "--against", "demo")[1]
    assert "2 posts differ" in said
    assert "stop -> nothing: 1 (lines 3)" in said
    assert "nothing -> warn: 1 (lines 4)" in said
    assert "school-terms 1" in said


def test_a_ready_made_policy_is_compared_with_the_school_of_the_other(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    read(file, f"text,account\n{NAMED},personal\n")
    code, said, _ = run(capsys, file, "--against", "academy")
    assert (code, "Against academy" in said) == (0, True)


def test_an_official_account_is_known_by_its_handle(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    read(file, f"text,handle,site\n{NAMED},@OakfieldAcademy,x\n")
    facts = json.loads(run(capsys, file, "--format", "json")[1])
    assert [each["account"] for each in facts["accounts"]] == ["official"]


def test_an_official_post_without_a_handle_is_one_of_a_listed_account(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    read(file, f"text,account,site\n{PLAIN},official,x\n{PLAIN},official,\n{PLAIN},official,nowhere.example\n")
    facts = json.loads(run(capsys, file, "--format", "json")[1])
    lines = {line for rule in facts["rules"] if rule["slug"] == "author-not-named" for line in rule["lines"]}
    assert lines <= {4}


def test_each_post_is_looked_at_as_on_its_own_day(tmp_path: Path, file: Path, capsys: Any) -> None:
    policy = tmp_path / "school.toml"
    entry = 'reason = "anniversary"\nauthor = "head"\nterm = "Oakfield Academy"\nexpires = 2026-06-30\n'
    policy.write_text(f'extends = "demo"\n[[allow]]\n{entry}', "utf-8")
    read(file, f"text,account,date\n{NAMED},personal,2026-06-30\n{NAMED},personal,2026-07-01\n")
    facts = json.loads(run(capsys, file, "--policy", str(policy), "--format", "json")[1])
    assert [rule["lines"] for rule in facts["rules"] if rule["slug"] == "school-named"] == [[3]]
    assert facts["left_out"] == {"allowed": 1}


def test_no_post_at_all_is_an_error(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    read_nothing = file.write_text("text\n", "utf-8")
    assert read_nothing
    code, _, said = run(capsys, file)
    assert (code, "no post" in said) == (2, True)
