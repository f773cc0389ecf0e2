"""Dates of birth: a date beside "date of birth", "born" or "birthday". A date alone is none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from guard.text.digit_runs import word_at
from guard.text.word_sets import word_set
from guard.text.words import Words

_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]{0,6}"
_DATE = re.compile(
    r"(?<![\w£$])(?<!\d[.,-])(?:"
    r"(?P<day>\d{1,2})(?P<sign>[/.-]| ?/ ?| )(?P<month>\d{1,2})(?P=sign)(?P<year>(?:19|20)\d\d|\d\d)|"
    r"(?P<iso>(?:19|20)\d\d)-\d\d-\d\d|"
    rf"\d{{1,2}}(?:st|nd|rd|th)?(?: of)?[ -]{_MONTH},?[ -](?P<named>(?:19|20)\d\d|'?\d\d)|"
    rf"{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? (?P<american>(?:19|20)\d\d)"
    r")(?![\w/]|[.-]\d)"
)
_GATES = word_set("dob born birthday birth birthdate bday birthdays dobs")
_LABELS = word_set("dob birthdate")
_BORN = word_set("born birthday bday")
_NEAR = 7
# A pupil's or a colleague's; anybody born before that is in a history book as often as in a staff room.
_SINCE = 1990
_LONG_SINCE = 1930
_PUPILS_SINCE = 2004
_SPAN = word_set("between before after from until onwards since or if")
_NOT_OURS = word_set(
    """
    puppy puppies lamb lambs kitten kittens calf chick chicks duckling ducklings foal piglet piglets giraffe elephant
    panda dog cat pony horse prince princess king queen author poet novelist artist composer scientist footballer
    singer actor actress president lb lbs oz weighing arrived welcome welcomed safely newborn founded company club
    team school nation
    """
)


@dataclass(frozen=True, slots=True)
class BirthDate:
    """A date of birth at folded text[start:end]; `labelled` where it is called one outright."""

    start: int
    end: int
    labelled: bool


def birth_dates(words: Words) -> Iterator[BirthDate]:
    """The dates of birth of a text, in order."""
    text = words.folded.text
    if _GATES.isdisjoint(words.words) and "d.o.b" not in text:
        return
    for match in _DATE.finditer(text):
        first = word_at(words.starts, match.start())
        last = word_at(words.starts, match.end())
        before = words.words[max(0, first - _NEAR) : first]
        after = words.words[last : last + _NEAR]
        year = _year(match)
        if not _possible(match):
            continue
        if _labelled(before) or _labelled_after(after):
            if year >= _LONG_SINCE:
                yield BirthDate(*match.span(), labelled=True)
        elif _born(before, after) and year >= _SINCE and not _of_others(words, first, last, year):
            yield BirthDate(*match.span(), labelled=False)


def _year(match: re.Match[str]) -> int:
    written = (match["year"] or match["iso"] or match["named"] or match["american"]).strip("'")
    # "09" is of this century as long as nobody of the age it says could be at school otherwise.
    return int(written) if len(written) == 4 else int(written) + (2000 if int(written) < 40 else 1900)


def _possible(match: re.Match[str]) -> bool:
    """Whether a date in digits has a day and a month, either way round."""
    if match["day"] is None:
        return True
    day, month = int(match["day"]), int(match["month"])
    return 1 <= min(day, month) <= 12 and 1 <= max(day, month) <= 31


def _labelled(before: tuple[str, ...]) -> bool:
    near = before[-6:]
    return (
        not _LABELS.isdisjoint(near)
        or any(near[place : place + 3] in (("date", "of", "birth"), ("d", "o", "b")) for place in range(len(near) - 2))
        or any(near[place : place + 2] == ("birth", "date") for place in range(len(near) - 1))
    )


def _labelled_after(after: tuple[str, ...]) -> bool:
    if after[:1] in (("is",), ("was",)) and len(after) > 1:
        after = after[2:] if after[1] in ("his", "her", "their", "my", "the") else after[1:]
    return after[:1] in (("dob",), ("birthdate",)) or after[:3] in (("d", "o", "b"), ("date", "of", "birth"))


def _born(before: tuple[str, ...], after: tuple[str, ...]) -> bool:
    for place, word in enumerate(before):
        if word in _BORN:
            # "born between 1 September 2021 and 31 August 2022", "born on or after": a year group, nobody's birthday.
            return _SPAN.isdisjoint(before[place + 1 :])
    return after[:1] in (("is",), ("was",)) and not _BORN.isdisjoint(after[1:5])


def _of_others(words: Words, first: int, last: int, year: int) -> bool:
    """Whether the talk is of a foal, a princess, a club - or of a birth that the family is glad to tell."""
    near = chain(words.words[max(0, first - 14) : first], words.words[last : last + 14])
    return any(word in _NOT_OURS for word in near) or (year < _PUPILS_SINCE and _two_names(words, first))


def _two_names(words: Words, first: int) -> bool:
    """ "Marcus Rashford was born on ...": somebody introduced by a full name in capitals is a public person."""
    for index in range(max(0, first - _NEAR), first):
        if words.words[index] == "born" and index >= 3 and words.words[index - 1] in ("was", "is"):
            return words.is_large(index - 2) and words.is_large(index - 3)
    return False
