"""Staff hints: where the writer shows to work at a school without naming it ("my Year 4s", "our headteacher").

A parent says much the same of a child's school ("my son's Year 4 class", "our INSET day"): what both may say is a weak
hint, and none at all beside the writer's own child. The phrases are in `data/staff.phrases`.
"""

from __future__ import annotations

from guard.reading import StaffHint
from guard.text.clauses import Clauses
from guard.text.phrases import Found, phrases_of
from guard.text.word_sets import word_set
from guard.text.words import Words

_PHRASES = phrases_of("staff.phrases")
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


def read_staff_hints(clauses: Clauses) -> tuple[StaffHint, ...]:
    """Where the writer shows to be staff, in order of place."""
    by_tag: dict[str, list[Found]] = {"strong": [], "weak": [], "not_taught": []}
    for each in _PHRASES.find(clauses.pieces):
        by_tag[each.tag].append(each)
    found = [
        StaffHint(clauses.span(each.first, each.end), strong=True)
        for each in by_tag["strong"]
        if not _for_fun(clauses, each)
    ]
    if by_tag["weak"] and not kin_places(clauses.words):
        strong = tuple(hint.span for hint in found)
        found.extend(
            StaffHint(span, strong=False)
            for span in (clauses.span(each.first, each.end) for each in by_tag["weak"])
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


def _for_fun(clauses: Clauses, found: Found) -> bool:
    """Whether "my class" is one the writer takes, and "my pupils" are those of the eye."""
    pieces = clauses.pieces
    if not pieces[found.end - 1].endswith(("class", "form", "pupils")):
        return False
    if "not_taught" in _PHRASES.at(pieces, found.end):
        return True
    near = pieces[max(0, found.first - _NEAR) : found.first] + pieces[found.end : found.end + _NEAR]
    return not _CLASS_FOR_FUN.isdisjoint(near)
