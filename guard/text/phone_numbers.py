"""Telephone numbers in all the ways the British write them, and numbers abroad that begin with a plus."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from guard.text.digit_runs import DigitRuns
from guard.text.words import Words

# Area codes 01 and 02, mobiles and pagers 07, and the numbers only organisations have: 03, 08, 09.
_NATIONAL = re.compile(r"(?:01[1-9]\d{8}|02[03489]\d{8}|07[0-9]\d{8}|0[389]\d{9})")
_SHORT_NATIONAL = re.compile(r"(?:01[2-9]\d{7}|0(?:800|845|500)\d{6})")
_SERVICE = re.compile(r"0[389]")
_MOBILE = re.compile(r"07[1-9]")
_MOST_GROUPS = 7
_DIGIT_BY_DIGIT = 11
_ABROAD = range(9, 16)
_CHAT_LINK = re.compile(r"\b(?:wa\.me/|whatsapp\.com/send\?phone=)\+?(?P<number>\d{10,15})")
_SPELT = {"zero": "0", "oh": "0", "o": "0", "nought": "0", "naught": "0", "one": "1", "two": "2", "three": "3"}
_SPELT |= {"four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8", "nine": "9"}
_TIMES = {"double": 2, "treble": 3, "triple": 3}
_HUNDRED = "hundred"
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


def numbers_in_links(text: str) -> Iterator[tuple[int, int]]:
    """Where the numbers of links into a messaging app stand."""
    if "wa.me/" in text or "whatsapp.com/send" in text:
        for match in _CHAT_LINK.finditer(text):
            yield match.span("number")


def spelt_numbers(words: Words) -> Iterator[tuple[int, int]]:
    """Numbers in words ("oh seven seven double oh nine hundred one two three"), as the first and the last word."""
    if "seven" not in words.words:
        return
    index = 0
    while index < len(words):
        last, digits = _spelt_at(words, index)
        if _NATIONAL.fullmatch(digits):
            yield index, last
        index = max(index, last) + 1


def _spelt_at(words: Words, first: int) -> tuple[int, str]:
    """The last word of the digits in words that begin at a word, and the digits; at most twelve of them."""
    digits, times, last = "", 1, first - 1
    for index in range(first, len(words)):
        word = words.words[index]
        if index > first and words.between(index - 1).strip(" -,"):
            break
        if word in _TIMES:
            times = _TIMES[word]
            continue
        digit = _SPELT.get(word, word if word.isdigit() and len(word) == 1 else "")
        if word == _HUNDRED and digits:
            digit, times = "0", 2
        if not digit or len(digits) > max(_ABROAD):
            break
        digits, times, last = digits + digit * times, 1, index
    return last, digits


def _phone_at(runs: DigitRuns, first: int) -> PhoneNumber | None:
    group, start = runs.groups[first], runs.starts[first]
    plus = runs.text[start - 1 : start] == "+"
    if (not plus and group[0] not in "04") or runs.digits_in(first, _DIGIT_BY_DIGIT) < min(_ABROAD):
        return None
    if len(group) == 1 and not plus and runs.groups[first + 1] != "7":
        return None
    best: tuple[int, str] | None = None
    for last, digits, gaps in runs.runs(first, _DIGIT_BY_DIGIT if len(group) == 1 else _MOST_GROUPS):
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
        if size == 1:
            alone = all(len(group) == 1 for group in runs.groups[first : last + 1])
            return alone and digits.startswith("07") and len(set(gaps)) == 1 and gaps[0] in (" ", "-", ".")
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
