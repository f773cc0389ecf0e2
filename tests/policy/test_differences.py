"""Where the documents differ on a row, and what the differences come to."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any, cast

import pytest

from guard import Guard
from guard.model import Account, Draft, Finding, Kind
from guard.testing import ListedPeople, person_names
from tests.policy.schools import HANDLE, SCHOOLS, school_policy

PERSONAL, OFFICIAL = Account.personal("@me"), Account.official(HANDLE)
EVENING = datetime(2026, 11, 14, 20, 0, tzinfo=UTC)
LESSON, LUNCH = datetime(2026, 11, 18, 9, 45, tzinfo=UTC), datetime(2026, 11, 18, 12, 30, tzinfo=UTC)


def found(
    name: str, folder: Path, slug: str, text: str, account: Account = PERSONAL, now: datetime = EVENING, **draft: Any
) -> list[Finding]:
    people = cast(Any, ListedPeople(person_names([("Amira", "Oyelaran", "4B")])))
    with Guard.open(school_policy(name, folder), people, clock=lambda: now) as checker:
        report = checker.check(Draft(text.format(school=SCHOOLS[name]), account=account, site="x.com", **draft))
    return [finding for finding in report.findings if finding.slug == slug]


@pytest.mark.parametrize(
    ("name", "minded"), [("aylestone", False), ("academy", False), ("leamington", False), ("st-anns", True)]
)
def test_only_one_document_minds_polite_criticism(tmp_path, name, minded) -> None:
    text = "I do not agree with how {school} handled the parking, though everybody meant well"
    assert bool(found(name, tmp_path, "disparagement", text)) is minded


@pytest.mark.parametrize(
    ("name", "at_lunch", "on_a_school_device"),
    [
        ("aylestone", False, False),
        ("leamington", False, False),
        ("alexandra", False, True),
        ("academy", False, True),
        ("st-anns", False, False),
    ],
)
def test_when_and_on_what_a_personal_account_may_be_used(tmp_path, name, at_lunch, on_a_school_device) -> None:
    text = "Anybody watching the snooker?"
    assert bool(found(name, tmp_path, "working-time", text, now=LESSON)) is (name != "aylestone")
    assert bool(found(name, tmp_path, "working-time", text, now=LUNCH)) is at_lunch
    answers = {"device": "school"}
    assert bool(found(name, tmp_path, "working-time", text, answers=answers)) is on_a_school_device


@pytest.mark.parametrize(
    ("name", "family", "friend"), [("leamington", False, True), ("aylestone", False, True), ("st-anns", False, False)]
)
def test_which_parents_may_be_written_to_from_a_personal_account(tmp_path, name, family, friend) -> None:
    text = "Hi Jo, it's Mr Brown, I teach your daughter. She left her reading book in class today."
    message = {"kind": Kind.MESSAGE, "to": "Jo Oyelaran"}
    assert found(name, tmp_path, "message-to-parent", text, **message)
    for recipient, minded in (("family", family), ("friend", friend)):
        answers = {"recipient": recipient}
        assert bool(found(name, tmp_path, "message-to-parent", text, answers=answers, **message)) is minded


@pytest.mark.parametrize(
    ("name", "account", "minded"),
    [
        ("leamington", PERSONAL, True),
        ("leamington", OFFICIAL, False),
        ("aylestone", PERSONAL, False),
        ("aylestone", OFFICIAL, True),
        ("academy", PERSONAL, False),
        ("academy", OFFICIAL, True),
        ("st-anns", PERSONAL, True),
        ("st-anns", OFFICIAL, True),
    ],
)
def test_whose_answers_to_abuse_are_minded(tmp_path, name, account, minded) -> None:
    answer = {"kind": Kind.REPLY, "in_reply_to": "You are a useless fat cow, get stuffed"}
    assert bool(found(name, tmp_path, "reply-to-abuse", "Come and say that here", account, **answer)) is minded


@pytest.mark.parametrize(("name", "severity"), [("aylestone", "stop"), ("st-anns", "stop"), ("academy", "warn")])
def test_how_much_a_full_name_matters_and_what_may_stand_instead(tmp_path, name, severity) -> None:
    (finding,) = found(name, tmp_path, "pupil-full-name", "Amira Oyelaran in 4B won the cup", OFFICIAL)
    assert finding.severity.value == severity
    labels = {fix.label for fix in finding.fixes}
    assert ("first-name-only" in labels) is (name != "st-anns")


@pytest.mark.parametrize(("name", "minded"), [("aylestone", True), ("academy", True), ("alexandra", False)])
def test_whose_own_view_needs_a_disclaimer_on_the_schools_account(tmp_path, name, minded) -> None:
    text = "In my personal opinion the new bus lane is a mistake"
    assert bool(found(name, tmp_path, "school-named", text, OFFICIAL)) is minded


@pytest.mark.parametrize("name", ["aylestone", "alexandra"])
def test_a_disclaimer_does_not_cure_talk_of_sensitive_business(tmp_path, name) -> None:
    text = "Redundancies are coming at {school}, the budget is gone. "
    wording = "These views are mine and do not represent the views of my employer."
    assert found(name, tmp_path, "sensitive-business", text)
    assert found(name, tmp_path, "sensitive-business", text + wording)
