"""A post from a personal account in working time, or from the school's own computer.

What it does: looks at the clock and, where the school's IT has said so, at whose computer this is. In working time, or
on a school computer where the policy does not want that, it says so once. The notice is the same all day for one
account, and the browser extension shows it once a day, never once a post. It never looks at what is written.

Why it matters: some schools ask staff to keep personal accounts out of working time, or off the school's computers; at
the end of a long day that is easily forgotten.

Example: a comment from a teacher's own account on a Tuesday morning at ten.

What to do instead: keep the draft for the break, or send it from a device of one's own.

Options: `working_time` and `school_device`, "avoid" or "allowed": which of the two the policy minds; the default is to
mind working time only. `device`, "school", "own" or "unknown" (the default): whose computer this is; set it by
managed settings on the school's computers, as it is never guessed. `days` (Monday to Friday), `start` and `end` of the
working day ("08:30", "15:30"), `breaks` with beginning and end, and `breaks_count`: whether a break is working time
too. `terms`, first and last day of each term or half-term: what lies outside is no working time; where none is given,
August and the days around Christmas are left out. `closed`: single days off, such as an occasional day.
`bank_holidays`: "england-and-wales", "scotland", "northern-ireland" or "none". Times are those of the policy's time
zone, summer time included.

Known to be wrong: people who work part-time or other hours are noticed all the same, and those who work late are not;
without `terms`, half-terms and the Easter holidays are taken for term.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Annotated, Literal

from msgspec import Meta

from guard.model import Confidence, Severity
from guard.reading import Reading
from guard.rule import Context, Hit, Rule, RuleOptions

RULE = Rule(code="SG106", requirement="B6", severity=Severity.ADVISE, applies_to="personal")

Wish = Literal["avoid", "allowed"]
Device = Literal["school", "own", "unknown"]
Day = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
Time = Annotated[str, Meta(pattern=r"^([01][0-9]|2[0-3]):[0-5][0-9]$")]

_DAYS: tuple[Day, ...] = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_MON = 0
_AUGUST = 8


class Options(RuleOptions, frozen=True):
    """What the policy minds, and when people work."""

    working_time: Wish = "avoid"
    school_device: Wish = "allowed"
    device: Device = "unknown"
    days: tuple[Day, ...] = _DAYS[:5]
    start: Time = "08:30"
    end: Time = "15:30"
    breaks: tuple[tuple[Time, Time], ...] = (("10:30", "10:50"), ("12:00", "13:30"))
    breaks_count: bool = False
    terms: tuple[tuple[date, date], ...] = ()
    closed: tuple[date, ...] = ()
    bank_holidays: Literal["england-and-wales", "scotland", "northern-ireland", "none"] = "england-and-wales"


def check(reading: Reading, context: Context[Options]) -> Iterator[Hit]:
    options = context.options
    at_work = options.working_time == "avoid" and _is_working_time(context.now, options)
    on_schools = options.school_device == "avoid" and _device(context) == "school"
    if not at_work and not on_schools:
        return
    message = "both" if at_work and on_schools else "working-time" if at_work else "school-device"
    yield Hit(
        message=message,
        # The same all day for one account: this is said once, whatever is written.
        subject=f"{context.now.date().isoformat()} {context.draft.site} {context.account.handle.casefold()}",
        severity=Severity.ADVISE,
        confidence=Confidence.HIGH if on_schools else Confidence.MEDIUM,
    )


def _device(context: Context[Options]) -> str:
    """Whose computer this is, as far as the school has said."""
    return context.draft.answers.get("device") or context.options.device


def _is_working_time(now: datetime, options: Options) -> bool:
    today = now.date()
    if _DAYS[today.weekday()] not in options.days or today in options.closed or not _is_term(today, options):
        return False
    if today in _bank_holidays(today.year, options.bank_holidays):
        return False
    time = now.strftime("%H:%M")
    if not options.start <= time < options.end:
        return False
    return options.breaks_count or not any(start <= time < end for start, end in options.breaks)


def _is_term(today: date, options: Options) -> bool:
    if options.terms:
        return any(first <= today <= last for first, last in options.terms)
    around_christmas = (today.month, today.day) >= (12, 22) or (today.month, today.day) <= (1, 2)
    return today.month != _AUGUST and not around_christmas


# -- bank holidays -------------------------------------------------------------------------------------------------


def _bank_holidays(year: int, nation: str) -> frozenset[date]:
    if nation == "none":
        return frozenset()
    easter = _easter(year)
    may = _monday_from(date(year, 5, 1))
    days = {easter - timedelta(2), may, _monday_before(date(year, 6, 1))}
    if nation == "scotland":
        fixed = [date(year, 1, 1), date(year, 1, 2), date(year, 11, 30), date(year, 12, 25), date(year, 12, 26)]
        days.add(_monday_from(date(year, 8, 1)))
    else:
        fixed = [date(year, 1, 1), date(year, 12, 25), date(year, 12, 26)]
        days |= {easter + timedelta(1), _monday_before(date(year, 9, 1))}
        if nation == "northern-ireland":
            fixed += [date(year, 3, 17), date(year, 7, 12)]
    for day in sorted(fixed):
        # What falls on a weekend is taken on the next day that is free.
        while day.weekday() > 4 or day in days:
            day += timedelta(1)
        days.add(day)
    return frozenset(days)


def _monday_from(day: date) -> date:
    return day + timedelta((_MON - day.weekday()) % 7)


def _monday_before(day: date) -> date:
    return _monday_from(day - timedelta(7))


def _easter(year: int) -> date:
    """Easter Sunday (the "anonymous" Gregorian reckoning, as in Meeus, Astronomical Algorithms, chapter 8)."""
    century, of_century = divmod(year, 100)
    leaps, rest = divmod(century, 4)
    moon = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * (year % 19) + century - leaps - moon + 15) % 30
    quarter, left = divmod(of_century, 4)
    weekday = (32 + 2 * rest + 2 * quarter - epact - left) % 7
    late = (year % 19 + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)
