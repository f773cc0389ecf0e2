"""A Guard at work: what comes of a draft as a whole."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime

import pytest

import guard
from guard import Account, Draft, Guard, Media, PolicyIncomplete, Severity, SkipCode, UsageError, Verdict
from guard.model import AccountKind, Region
from guard.reading import Face, FaceMatch, PictureReading
from guard.rule import Consent
from guard.testing import ListedPeople, guard_with, person_names

NAMED = "Proud of everybody at Oakfield Academy today!"
DISCLAIMED = NAMED + " Views are my own, not my employer's."
FACE = Face(Region(10, 10, 60, 60), 0.9)
MATCHED = replace(FACE, match=FaceMatch("p0", 0.8))
SEEN = PictureReading("d" * 64, 400, 300, (FACE,), recognised=True)
PICTURE = Media.from_bytes(b"x", name="a.jpg")


@pytest.fixture(scope="module")
def checker():
    with Guard.open("demo") as checker:
        yield checker


def test_naming_the_school_on_a_personal_account_is_warned_of(checker) -> None:
    report = checker.check(Draft(NAMED, account=Account.personal(), site="x.com"))
    assert report.verdict is Verdict.WARN
    (finding,) = report.findings
    assert finding.requirement == "B1"
    assert NAMED[finding.span.start : finding.span.end] == "Oakfield Academy"


def test_a_disclaimer_settles_it(checker) -> None:
    assert checker.check(Draft(DISCLAIMED, account=Account.personal())).verdict is Verdict.CLEAR


def test_the_schools_own_account_may_name_it(checker) -> None:
    assert checker.check(Draft(NAMED, account=Account.official("@oakfieldacademy"))).verdict is Verdict.CLEAR


def test_an_unknown_account_gets_the_milder_severity_and_is_said_so(checker) -> None:
    report = checker.check(Draft(NAMED))
    assert report.account == "unknown"
    assert [finding.severity for finding in report.findings] == [Severity.ADVISE]


def test_every_finding_cites_the_policy_and_says_whom_to_ask(checker) -> None:
    (finding,) = checker.check(Draft(NAMED, account=Account.personal())).findings
    assert str(finding.clause) == "Scope"
    assert finding.ask in checker.policy.contacts


def test_severe_findings_come_first(checker) -> None:
    report = checker.check(Draft(NAMED + " What a fucking day.", account=Account.personal()))
    assert [finding.severity for finding in report.findings] == [Severity.STOP, Severity.WARN]


def test_a_report_is_neither_true_nor_false(checker) -> None:
    with pytest.raises(TypeError, match="verdict"):
        bool(checker.check(Draft("Hello")))


def test_the_one_liner() -> None:
    assert guard.check(NAMED, policy="demo", account="personal").verdict is Verdict.WARN


def test_the_one_liner_refuses_an_account_kind_there_is_not() -> None:
    with pytest.raises(UsageError, match="personal"):
        guard.check("Hello", account="private")


def test_checking_asynchronously_says_the_same(checker) -> None:
    draft = Draft(NAMED, account=Account.personal())
    # In a thread of its own: the browser tests keep a loop running in this one.
    with ThreadPoolExecutor(1) as thread:
        report = thread.submit(lambda: asyncio.run(checker.acheck(draft))).result()
    assert report.findings == checker.check(draft).findings


def test_a_closed_guard_says_so() -> None:
    checker = Guard.open("demo")
    checker.close()
    with pytest.raises(UsageError, match="closed"):
        checker.check(Draft("Hello"))


@pytest.mark.parametrize(
    "use",
    [
        lambda checker: checker.check(Draft("Hello", media=[Media.from_bytes(b"no picture", name="a.jpg")])),
        lambda checker: checker.check_many([]),
        lambda checker: checker.__enter__(),
    ],
)
def test_a_closed_guard_says_so_whatever_is_asked_of_it(use) -> None:
    with Guard.open("demo") as checker:
        checker.check(Draft("Hello", media=[Media.from_bytes(b"no picture", name="a.jpg")]))
    with pytest.raises(UsageError, match="closed"):
        use(checker)


def test_what_is_no_draft_is_said_so_before_any_is_checked(checker) -> None:
    with pytest.raises(UsageError, match="draft 2 of 3 is no Draft, but str"):
        checker.check_many([Draft("a"), "secret", Draft("c")])
    with pytest.raises(UsageError, match="is no Draft, but str"):
        checker.check("secret")


def test_a_policy_without_a_school_is_refused_with_the_way_on() -> None:
    with pytest.raises(PolicyIncomplete, match="policy init"):
        Guard.open("academy")


def test_many_drafts_are_answered_in_order(checker) -> None:
    drafts = [Draft("Hello"), Draft(NAMED, account=Account.personal()), Draft("Bye")]
    assert [report.verdict for report in checker.check_many(drafts)] == [Verdict.CLEAR, Verdict.WARN, Verdict.CLEAR]


def test_a_picture_in_several_drafts_is_read_once() -> None:
    class Counting(dict):
        reads = 0

        def __getitem__(self, name):
            Counting.reads += 1
            return SEEN

    with guard_with(people=ListedPeople(), readings=Counting()) as checker:
        checker.check_many([Draft("a", media=[PICTURE]), Draft("b", media=[PICTURE])])
    assert Counting.reads == 1


def test_fingerprints_stay_the_same_when_other_text_changes(checker) -> None:
    one = checker.check(Draft(NAMED, account=Account.personal())).findings[0]
    other = checker.check(Draft("Rain again. " + NAMED, account=Account.personal())).findings[0]
    assert one.fingerprint == other.fingerprint
    with Guard.open("demo") as stranger:
        assert stranger.check(Draft(NAMED, account=Account.personal())).findings[0].fingerprint != one.fingerprint


def test_a_broken_rule_loses_nothing_the_others_found(checker, monkeypatch, caplog) -> None:
    (loaded, configured, weight), *others = checker._rules_on(AccountKind.PERSONAL, "", "")

    def broken(reading, context):
        raise RuntimeError(context.draft.parts[0].text)

    broken_first = (replace(loaded, check=broken), configured, weight)
    monkeypatch.setattr(checker, "_rules_on", lambda *_: (broken_first, *others))
    report = checker.check(Draft("What a fucking day at Oakfield Academy.", account=Account.personal()))
    assert report.verdict is Verdict.STOP
    assert [(each.code, each.rule) for each in report.skipped] == [(SkipCode.RULE_FAILED, loaded.slug)]
    assert "Oakfield" not in caplog.text


def test_a_reader_that_breaks_costs_only_the_rules_that_ask_for_what_it_reads(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(clauses: object) -> None:
        raise RuntimeError(f"quotes {clauses}")

    monkeypatch.setattr("guard.text.reader.read_outings", broken)
    with Guard.open("demo") as checker:
        report = checker.check(Draft("What a fucking day", account=Account.personal()))
    assert [finding.slug for finding in report.findings] == ["strong-language"]
    assert [(each.code, each.rule) for each in report.skipped] == [(SkipCode.RULE_FAILED, "live-location")]


def test_rules_that_are_off_cost_no_reading(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(clauses: object) -> None:
        raise RuntimeError(f"quotes {clauses}")

    monkeypatch.setattr("guard.text.reader.read_outings", broken)
    with Guard.open("demo", managed={"rules": {"live-location": {"enabled": False}}}) as checker:
        assert checker.check(Draft("What a fucking day", account=Account.personal())).skipped == ()


@pytest.mark.parametrize("code", list(SkipCode))
def test_what_could_not_be_looked_at_is_never_shown_as_fine(code) -> None:
    reading = PictureReading("d" * 64, skipped=code)
    with guard_with(people=ListedPeople(), readings={"a.jpg": reading}) as checker:
        report = checker.check(Draft("Hello", media=[PICTURE]))
    assert report.verdict is Verdict.NOT_CHECKED
    assert report.to_dict()["skipped"][0]["message"]


def test_faces_without_a_register_are_not_called_fine() -> None:
    with guard_with(readings={"a.jpg": replace(SEEN, recognised=False)}) as checker:
        report = checker.check(Draft("Hello", account=Account.official(), media=[PICTURE]))
    assert [each.code for each in report.skipped] == [SkipCode.NO_REGISTER]


@pytest.mark.parametrize("answer", ["family", "no"])
def test_a_picture_of_no_pupils_needs_no_register_once_that_was_said(answer) -> None:
    answered = Media.from_bytes(b"x", name="a.jpg", answers={"pupils": answer})
    with guard_with(readings={"a.jpg": replace(SEEN, recognised=False)}) as checker:
        report = checker.check(Draft("Lovely weekend", account=Account.personal(), media=[answered]))
    assert report.verdict is Verdict.CLEAR


def test_a_picture_without_faces_needs_no_register() -> None:
    with guard_with(readings={"a.jpg": replace(SEEN, faces=(), recognised=False)}) as checker:
        assert checker.check(Draft("Hello", media=[PICTURE])).verdict is Verdict.CLEAR


def test_a_withdrawal_reaches_a_guard_that_is_open() -> None:
    people = ListedPeople(pictures={"p0": Consent.ALLOWED})
    with guard_with(people=people, readings={"a.jpg": replace(SEEN, faces=(MATCHED,))}) as checker:
        draft = Draft("Hello", account=Account.official(), media=[PICTURE])
        assert checker.check(draft).verdict is Verdict.CLEAR
        people.pictures, people.version = {"p0": Consent.DENIED}, "2"
        assert checker.check(draft).verdict is Verdict.STOP


def test_a_name_added_to_the_register_is_found_at_the_next_check() -> None:
    people = ListedPeople()
    with guard_with(people=people) as checker:
        draft = Draft("Well done Amira Oyelaran in Year 4!", account=Account.official())
        assert checker.check(draft).verdict is Verdict.CLEAR
        people.people, people.version = person_names([("Amira", "Oyelaran", "4B")]), "2"
        assert checker.check(draft).verdict is Verdict.STOP


def test_an_overdue_review_switches_recognition_off() -> None:
    people = ListedPeople()
    with Guard.open("demo", people, clock=lambda: datetime(2026, 11, 1, tzinfo=UTC)) as checker:  # type: ignore[arg-type]
        assert checker.gallery().version
    with Guard.open("demo", people, clock=lambda: datetime(2100, 1, 2, tzinfo=UTC)) as checker:  # type: ignore[arg-type]
        assert checker.gallery().version == ""
