"""Staff hints: where the writer shows to work at a school without naming it ("my Year 4s", "our headteacher").

A parent says much the same of a child's school ("my son's Year 4 class", "our INSET day"): what both may say is a weak
hint, and none at all beside the writer's own child. The phrases are in `data/staff.toml`.
"""

from __future__ import annotations

import re

from guard.reading import StaffHint
from guard.text.phrases import phrase_tables
from guard.text.word_sets import word_set
from guard.text.words import Words

_TABLES = phrase_tables("staff.toml")
_STRONG, _WEAK, _NOT_TAUGHT = (_TABLES[key] for key in ("strong", "weak", "not_taught"))
_CLASS_FOR_FUN = word_set(
    """
    yoga zumba pilates spin spinning gym dance fitness evening pottery swimming ballet uni university antenatal nct
    cookery salsa driving master
    """
)
_KIN = word_set(
    """
    son sons daughter daughters child kid kids boy boys girl girls twins eldest oldest youngest middle bairn bairns
    lad lads lass grandson grandsons granddaughter granddaughters grandchild grandchildren grandkids stepson
    stepdaughter nephew nephews niece nieces goddaughter godson brother brothers sister sisters toddler
    """
)
_PARENT = word_set(
    """
    parent mum dad mummy nan carer grandparent grandma grandad
    """
)
_NEAR = 8
_WORD = re.compile(r"[^\W_]+")


def read_staff_hints(words: Words) -> tuple[StaffHint, ...]:
    """Where the writer shows to be staff, in order of place."""
    text = words.folded.text
    found = [
        StaffHint(words.folded.span(*match.span()), strong=True)
        for match in _STRONG.find(text, words.words, words.starts)
        if not _for_fun(text, match)
    ]
    weak = [words.folded.span(*match.span()) for match in _WEAK.find(text, words.words, words.starts)]
    if weak and not kin_places(words):
        strong = tuple(hint.span for hint in found)
        found.extend(
            StaffHint(span, strong=False)
            for span in weak
            if not any(other.start < span.end and span.start < other.end for other in strong)
        )
    return tuple(sorted(found, key=lambda hint: hint.span))


def kin_places(words: Words) -> tuple[int, ...]:
    """Where in the folded text the writer speaks as a parent or of the family: "my youngest", "as a mum of two"."""
    places = []
    every = words.words
    for index, word in enumerate(every):
        if word in ("my", "our"):
            following = every[index + 1 : index + 4]
            # "my little one", "my six-year-old daughter", but not "my class and their parents".
            if not _KIN.isdisjoint(following) or following[:2] == ("little", "one"):
                places.append(words.starts[index])
        elif (word in ("a", "proud", "fellow") and not _PARENT.isdisjoint(every[index + 1 : index + 2])) or (
            word == "school" and every[index + 1 : index + 2] == ("run",)
        ):
            places.append(words.starts[index])
    return tuple(places)


def _for_fun(text: str, match: re.Match[str]) -> bool:
    """Whether "my class" is one the writer takes, and "my pupils" are those of the eye."""
    if not match.group().endswith(("class", "form", "pupils")):
        return False
    after = text[match.end() + 1 : match.end() + 60]
    following = _WORD.match(after)
    if following is not None and _NOT_TAUGHT.at(after, following.group(), 0) is not None:
        return True
    near = _WORD.findall(text[max(0, match.start() - 60) : match.start()])[-_NEAR:] + _WORD.findall(after)[:_NEAR]
    return not _CLASS_FOR_FUN.isdisjoint(near)
