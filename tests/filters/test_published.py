"""What the school publishes itself: contacts and public people, however they are written."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from guard import Confidence, Draft, Finding, Severity, Source, Span
from guard.filters.places import Places
from guard.filters.published import PublishedFacts
from guard.policy.decisions import Published
from tests.filters.support import checked, left_out, of, slugs

FACTS = PublishedFacts(
    Published(
        people=("Rosalind Thackeray",),
        phones=("01632 960123", "+44 20 7946 0018"),
        emails=("office@oakfield-academy.example",),
        addresses=("Oakfield Academy, 1 Mill Lane, Millbrook, ZZ1 1AA",),
        links=("https://www.oakfield-academy.example/", "bit.ly/oakfield-fair"),
    )
)


def finding(requirement: str, text: str, said: str, **changes: object) -> tuple[Finding, Places]:
    """A finding of that requirement at `said` in `text`."""
    start = text.index(said)
    made = Finding(
        code="SG000",
        slug="a-rule",
        requirement=requirement,
        severity=Severity.STOP,
        confidence=Confidence.MEDIUM,
        message="a-rule.found",
        source=Source.CLAUSE,
        clause=None,
        ask="",
        params={},
        part=0,
        span=Span(start, start + len(said)),
        media=None,
        region=None,
        fixes=(),
        question=None,
        fingerprint="f",
    )
    return replace(made, **changes), Places(Draft(text))  # type: ignore[arg-type]


def is_published(requirement: str, text: str, said: str = "", **changes: object) -> bool:
    return FACTS.covers(*finding(requirement, text, said or text, **changes))


@pytest.mark.parametrize(
    "number",
    [
        "01632 960123",
        "01632960123",
        "(01632) 960 123",
        "+44 1632 960123",
        "+44 (0)1632 960123",
        "0044 1632 960123",
        "０１６３２ ９６０１２３",
        "020 7946 0018",
    ],
)
def test_a_published_telephone_number_may_stand_however_it_is_written(number: str) -> None:
    assert is_published("P1", f"Ring the office on {number} by Friday", number)


@pytest.mark.parametrize("number", ["01632 960124", "07700 900123", "01632 960123 or 07700 900123", "960123"])
def test_another_number_may_not(number: str) -> None:
    assert not is_published("P1", f"Ring {number}", number)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Write to Office@Oakfield-Academy.example.", "Office@Oakfield-Academy.example"),
        ("mailto:office@oakfield-academy.example", "office@oakfield-academy.example"),
        ("(office@oakfield-academy.example)", "office@oakfield-academy.example"),
    ],
)
def test_a_published_e_mail_address_may_stand(text: str, said: str) -> None:
    assert is_published("P1", text, said)
    assert not is_published("P1", text.replace("ffice", "ffices"), said.replace("ffice", "ffices"))


def test_a_published_address_may_stand_whole_or_in_part() -> None:
    text = "Come to 1 Mill Lane,\nMillbrook ZZ1 1AA on Saturday"
    assert is_published("P1", text, "1 Mill Lane,\nMillbrook ZZ1 1AA")
    assert is_published("P1", text, "ZZ1 1AA")
    assert not is_published("P1", "Come to 2 Mill Lane, Millbrook", "2 Mill Lane, Millbrook")


@pytest.mark.parametrize(
    ("address", "published"),
    [
        ("https://oakfield-academy.example/fair?from=post", True),
        ("www.oakfield-academy.example", True),
        ("https://BIT.LY/oakfield-fair", True),
        ("https://bit.ly/oakfield-fairer", False),
        ("https://oakfield-academy.example.evil.example/", False),
        ("https://evil.example/oakfield-academy.example", False),
    ],
)
def test_a_published_link_stands_for_all_below_it(address: str, published: bool) -> None:
    assert is_published("C7", f"Sign up: {address} today", address) is published


def test_a_school_address_where_a_personal_one_is_wanted_stays_a_finding() -> None:
    assert not is_published("B4", "office@oakfield-academy.example")


def test_a_public_person_may_be_named_but_not_where_it_is_surely_a_pupil() -> None:
    text = "Welcome, Rosalind Thackeray!"
    assert is_published("I5", text, "Rosalind Thackeray")
    assert not is_published("I5", text, "Rosalind Thackeray", confidence=Confidence.HIGH)
    assert not is_published("I5", "Welcome, Rosalind Thackery!", "Rosalind Thackery")
    assert not is_published("L2", text, "Rosalind Thackeray")


def test_a_pupil_of_the_author_s_name_is_still_found_by_the_class(tmp_path: Path) -> None:
    policy = '[published]\npeople = ["Rosalind Thackeray"]\n'
    names = [("Rosalind", "Thackeray", "4B")]
    author = checked(tmp_path, policy, "A visit from the author Rosalind Thackeray", names=names)
    assert of(author, "pupil-full-name") == []
    plain = checked(tmp_path, policy, "What a morning with Rosalind Thackeray", names=names)
    assert of(plain, "pupil-full-name") == []
    assert left_out(plain)["pupil-full-name"] == "published"
    pupil = checked(tmp_path, policy, "Well done to our pupil Rosalind Thackeray of 4B", names=names)
    assert "pupil-full-name" in slugs(pupil)
