"""Telephone numbers in all the ways the British write them, and numbers abroad that begin with a plus."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from guard.text.digit_runs import DigitRuns

# Area codes 01 and 02, mobiles and pagers 07, and the numbers only organisations have: 03, 08, 09.
_NATIONAL = re.compile(r"(?:01[1-9]\d{8}|02[03489]\d{8}|07[0-9]\d{8}|0[389]\d{9})")
_SHORT_NATIONAL = re.compile(r"(?:01[2-9]\d{7}|0(?:800|845|500)\d{6})")
_SERVICE = re.compile(r"0[389]")
_MOBILE = re.compile(r"07[1-9]")
_MOST_GROUPS = 7
_ABROAD = range(9, 16)
_BEFORE_SHORT = re.compile(r"(?:tel|phone|call|ring|number|telephone|mobile)\W{0,4}(?:is|on)?\W{0,4}$")


@dataclass(frozen=True, slots=True)
class PhoneNumber:
    """A number at folded text[start:end], from digit group `first` to `last`."""

    first: int
    last: int
    start: int
    end: int
    mobile: bool
    service: bool


def phone_numbers(runs: DigitRuns) -> Iterator[PhoneNumber]:
    """The telephone numbers among the groups of digits, in order, none overlapping."""
    index = 0
    while index < len(runs.groups):
        found = _phone_at(runs, index)
        if found is not None:
            yield found
            index = found.last + 1
        else:
            index += 1


def _phone_at(runs: DigitRuns, first: int) -> PhoneNumber | None:
    group, start = runs.groups[first], runs.starts[first]
    plus = runs.text[start - 1 : start] == "+"
    if not plus and group[0] not in "04":
        return None
    best: tuple[int, str] | None = None
    for last, digits, gaps in runs.runs(first, _MOST_GROUPS):
        if plus or digits.startswith(("44", "0044")):
            national = _from_abroad(digits, gaps, plus)
        else:
            national = digits if _shaped(runs, first, last, gaps) else None
        if national and runs.stands_alone(first, last):
            best = (last, national)
        if len(digits) > max(_ABROAD):
            break
    if best is None:
        return None
    last, national = best
    opened = runs.text[:start].endswith("(") and ")" in runs.text[start : runs.ends[last]]
    begin = start - (1 if plus or opened else 0)
    if plus and runs.text[begin - 1 : begin] == "(":
        begin -= 1
    return PhoneNumber(
        first,
        last,
        begin,
        runs.ends[last],
        mobile=_MOBILE.match(national) is not None,
        service=_SERVICE.match(national) is not None,
    )


def _from_abroad(digits: str, gaps: list[str], plus: bool) -> str | None:
    """The number as dialled at home, from one that begins with the country; None where it is none."""
    if digits.startswith("0044"):
        digits = digits[2:]
    elif not plus and not digits.startswith("447"):
        return None
    if digits.startswith("44"):
        national = "0" + digits[2:].removeprefix("0")
        return national if _NATIONAL.fullmatch(national) else None
    # "+353 87 ...": a country's number; the plus alone says that it is a telephone number.
    return "abroad" if plus and len(digits) in _ABROAD and "." not in gaps and "/" not in gaps else None


def _shaped(runs: DigitRuns, first: int, last: int, gaps: list[str]) -> bool:
    """Whether the groups look like a number somebody dials at home, not like dates, times and scores in a row."""
    digits = "".join(runs.groups[first : last + 1])
    size = len(runs.groups[first])
    if _NATIONAL.fullmatch(digits):
        if "/" in gaps and size < 5:
            return False
        if size < 3:
            # "07 70 09 00 12 3": in pairs, all apart in the same way.
            return size == 2 and digits.startswith("07") and len(set(gaps)) == 1 and gaps[0] in (" ", "-", ".")
        return True
    if _SHORT_NATIONAL.fullmatch(digits) and "/" not in gaps:
        shaped = first < last and size in (3, 4, 5, 6) and len(runs.groups[last]) >= 3
        return (
            shaped or _BEFORE_SHORT.search(runs.text[max(0, runs.starts[first] - 24) : runs.starts[first]]) is not None
        )
    return False
