from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from guard import Account, Draft, Guard
from guard.errors import PolicyError
from guard.model import Finding, Severity

Check = Callable[..., list[Finding]]
SCHOOL = '[school]\nname = "Oakfield Academy"\n'


@pytest.fixture
def check(tmp_path: Path) -> Check:
    def checked(
        when: str,
        table: str = "",
        *,
        account: Account | None = None,
        text: str = "Lovely cake",
        zone: str = "",
        device: str = "",
    ) -> list[Finding]:
        about = f'[policy]\ntimezone = "{zone}"\n' if zone else ""
        wish = "" if "working_time" in table else 'working_time = "avoid"\n'
        policy = tmp_path / "school.toml"
        policy.write_text(f'extends = "academy"\n{about}{SCHOOL}[rules.working-time]\n{wish}{table}\n', "utf-8")
        now = datetime.fromisoformat(when).replace(tzinfo=UTC)
        answers = {"device": device} if device else {}
        with Guard.open(policy, clock=lambda: now, fingerprint_key=b"k" * 32) as guard:
            report = guard.check(Draft(text, account=account or Account.personal("@me"), answers=answers))
        return [finding for finding in report.findings if finding.slug == "working-time"]

    return checked


# Times are in UTC: in winter the school's clock says the same, in summer an hour more.
WORKING = [
    "2026-11-17T10:00",
    "2026-11-17T08:30",
    "2026-11-17T15:29",
    "2026-11-20T09:15",
    "2026-11-16T11:59",
    "2026-01-07T14:00",
    "2026-01-05T09:00",
    "2026-02-04T10:51",
    "2026-03-27T11:00",
    "2026-03-30T13:00",
    "2026-03-30T07:30",
    "2026-04-07T09:00",
    "2026-04-28T10:00",
    "2026-05-05T08:00",
    "2026-05-26T08:00",
    "2026-06-10T07:45",
    "2026-06-10T14:29",
    "2026-07-01T10:10",
    "2026-07-20T13:00",
    "2026-09-01T09:00",
    "2026-09-10T08:10",
    "2026-10-23T14:00",
    "2026-10-26T14:45",
    "2026-12-01T13:30",
    "2026-12-18T10:00",
    "2027-01-06T10:00",
]
FREE = [
    ("2026-11-17T08:29", "before school"),
    ("2026-11-17T15:30", "after school"),
    ("2026-11-17T19:30", "an evening"),
    ("2026-11-17T23:59", "late"),
    ("2026-11-17T00:10", "at night"),
    ("2026-11-17T10:35", "break"),
    ("2026-11-17T12:00", "lunch"),
    ("2026-11-17T13:29", "lunch"),
    ("2026-11-21T10:00", "a Saturday"),
    ("2026-11-22T10:00", "a Sunday"),
    ("2026-06-10T14:30", "half past three in summer time"),
    ("2026-06-10T07:29", "before half past eight in summer time"),
    ("2026-06-10T09:40", "break in summer time"),
    ("2026-07-01T11:00", "lunch in summer time"),
    ("2026-10-23T14:30", "the last Friday of summer time"),
    ("2026-08-12T10:00", "August"),
    ("2026-08-31T10:00", "the summer bank holiday"),
    ("2026-12-22T10:00", "Christmas holidays"),
    ("2026-12-25T10:00", "Christmas Day"),
    ("2026-12-28T10:00", "Boxing Day, taken on a Monday"),
    ("2027-01-01T10:00", "New Year"),
    ("2026-04-03T10:00", "Good Friday"),
    ("2026-04-06T10:00", "Easter Monday"),
    ("2026-05-04T10:00", "early May bank holiday"),
    ("2026-05-25T10:00", "spring bank holiday"),
    ("2027-03-26T10:00", "Good Friday next year"),
    ("2028-01-03T10:00", "New Year's Day, taken on a Monday"),
]


@pytest.mark.parametrize("when", WORKING)
def test_says_so_in_working_time(check: Check, when: str) -> None:
    (finding,) = check(when)
    assert finding.severity is Severity.ADVISE
    assert finding.requirement == "B6"
    assert finding.message == "working-time.working-time"


@pytest.mark.parametrize(("when", "what"), FREE)
def test_says_nothing_outside_working_time(check: Check, when: str, what: str) -> None:
    assert check(when) == [], what


def test_one_notice_a_day_for_one_account_whatever_is_written(check: Check) -> None:
    def notice(when: str, **about: object) -> str:
        (finding,) = check(when, **about)
        return finding.fingerprint

    morning = notice("2026-11-17T09:00")
    assert notice("2026-11-17T14:00", text="Another post altogether") == morning
    assert notice("2026-11-17T14:00", account=Account.personal("@ME")) == morning
    assert notice("2026-11-18T09:00") != morning
    assert notice("2026-11-17T09:00", account=Account.personal("@other")) != morning


def test_marks_no_words_and_offers_no_fix(check: Check) -> None:
    (finding,) = check("2026-11-17T09:00")
    assert finding.span is None
    assert finding.fixes == ()


@pytest.mark.parametrize("account", [Account.official("@oakfieldacademy"), Account.official()])
def test_the_schools_own_account_is_work(check: Check, account: Account) -> None:
    assert check("2026-11-17T09:00", account=account) == []


def test_never_more_than_advice(check: Check) -> None:
    (finding,) = check("2026-11-17T09:00", 'severity = "stop"')
    assert finding.severity is Severity.ADVISE


@pytest.mark.parametrize(
    ("table", "when", "noticed"),
    [
        ('days = ["mon", "tue"]', "2026-11-18T10:00", False),
        ('days = ["mon", "tue"]', "2026-11-17T10:00", True),
        ('start = "09:00"\nend = "17:00"', "2026-11-17T08:45", False),
        ('start = "09:00"\nend = "17:00"', "2026-11-17T16:45", True),
        ('breaks = [["11:00", "11:15"]]', "2026-11-17T11:05", False),
        ('breaks = [["11:00", "11:15"]]', "2026-11-17T12:30", True),
        ("breaks_count = true", "2026-11-17T12:30", True),
        ("terms = [[2026-09-02, 2026-10-23], [2026-11-02, 2026-12-18]]", "2026-10-28T10:00", False),
        ("terms = [[2026-09-02, 2026-10-23], [2026-11-02, 2026-12-18]]", "2026-12-18T10:00", True),
        ("terms = [[2026-08-19, 2026-10-09]]", "2026-08-20T10:00", True),
        ("closed = [2026-11-20]", "2026-11-20T10:00", False),
        ('bank_holidays = "none"', "2026-05-04T10:00", True),
        ('bank_holidays = "scotland"', "2026-04-06T10:00", True),
        ('bank_holidays = "scotland"', "2026-11-30T10:00", False),
        ('bank_holidays = "northern-ireland"', "2026-03-17T10:00", False),
        ('bank_holidays = "northern-ireland"', "2026-07-13T10:00", False),
        ('working_time = "allowed"', "2026-11-17T10:00", False),
    ],
)
def test_the_school_says_when_it_works(check: Check, table: str, when: str, noticed: bool) -> None:
    assert bool(check(when, table)) is noticed


def test_the_policys_time_zone_counts(check: Check) -> None:
    assert check("2026-11-17T14:45", zone="Europe/London")
    assert not check("2026-11-17T14:45", zone="Europe/Paris")


@pytest.mark.parametrize(
    ("table", "device", "when", "message"),
    [
        ('school_device = "avoid"\ndevice = "school"', "", "2026-11-17T20:00", "school-device"),
        ('school_device = "avoid"', "school", "2026-11-17T20:00", "school-device"),
        ('school_device = "avoid"', "school", "2026-11-17T12:30", "school-device"),
        ('school_device = "avoid"', "school", "2026-11-17T10:00", "both"),
        ('school_device = "avoid"', "own", "2026-11-17T20:00", None),
        ('school_device = "avoid"', "", "2026-11-17T20:00", None),
        ('school_device = "allowed"', "school", "2026-11-17T20:00", None),
        ('working_time = "allowed"\nschool_device = "avoid"', "school", "2026-11-17T10:00", "school-device"),
        ('working_time = "allowed"\nschool_device = "avoid"', "own", "2026-11-17T10:00", None),
    ],
)
def test_the_schools_computer_is_the_other_axis(
    check: Check, table: str, device: str, when: str, message: str | None
) -> None:
    assert [finding.message for finding in check(when, table, device=device)] == (
        [f"working-time.{message}"] if message else []
    )


def test_a_time_that_is_none_is_a_mistake_in_the_policy(check: Check) -> None:
    with pytest.raises(PolicyError, match="start"):
        check("2026-11-17T10:00", 'start = "half nine"')
