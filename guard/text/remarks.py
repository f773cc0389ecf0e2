"""Remarks: things people say in many words, found by the phrases in `data/remarks/`, one file a kind.

Sections of such a file, beside `[slots]` (those of `_slots.phrases` serve all files):

    [says]          this alone says it; [says.pupil] says it of a pupil (`Target`)
    [hints]         this may say it, [hints.pupil] of a pupil
    [with]          where there is such a section, a hint counts only in a sentence with one of these, or with the
                    name of a protected organisation
    [with_near]     the same, also from the sentence before or after
    [unless]        takes a remark of the same sentence back
    [unless_near]   takes back what is said in the sentence before or after, too
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache

from guard.reading import Frame, OrganisationMention, Remark, RemarkKind, Target
from guard.text.clauses import Clauses
from guard.text.frames import evidence
from guard.text.phrases import Found, Phrases, read_phrases
from guard.text.word_sets import word_set

_SAYING = ("says", "hints")
_SECTIONS = (*_SAYING, "with", "with_near", "unless", "unless_near")
_NEGATION = word_set(
    "not never no nobody none dont didnt doesnt wont wouldnt cant isnt arent wasnt without neither nor"
)
_URGING = word_set("forget hesitate worry afraid shy")  # "don't forget to message me" asks for it
_NEGATED_WITHIN = 4
_MOST = 100  # remarks reported of one text: nobody reads more


@dataclass(slots=True)
class _OfOneKind:
    """What was found of one kind, by the number of the sentence where it begins."""

    said: list[tuple[Found, bool, Target]] = field(default_factory=list)
    company: set[int] = field(default_factory=set)
    taken_back: set[int] = field(default_factory=set)


@cache
def _automaton() -> tuple[Phrases, frozenset[RemarkKind]]:
    """All phrases of all kinds, tagged "kind section.target", and the kinds whose hints need company."""
    _, shared = read_phrases("remarks/_slots.phrases")
    phrases = Phrases({})
    needing: set[RemarkKind] = set()
    for kind in RemarkKind:
        name = f"remarks/{kind.value}.phrases"
        sections, slots = read_phrases(name, shared)
        for section in sections:
            role, _, target = section.partition(".")
            if role not in _SECTIONS or (target and (role not in _SAYING or target not in list(Target))):
                raise ValueError(f"{name}: there is no section [{section}]")
        phrases.add({f"{kind.value} {section}": listed for section, listed in sections.items()}, slots)
        if "with" in sections:
            needing.add(kind)
    return phrases, frozenset(needing)


def read_remarks(clauses: Clauses, organisations: Iterable[OrganisationMention] = ()) -> tuple[Remark, ...]:
    """The remarks of a text in order of place, at most a hundred."""
    phrases, needing = _automaton()
    starts = clauses.sentence_starts
    about_school = {
        clauses.sentence_number(mention.span) for mention in organisations if mention.certain and not mention.outsider
    }
    found: defaultdict[str, _OfOneKind] = defaultdict(_OfOneKind)
    for each in phrases.find(clauses.pieces):
        kind, _, section = each.tag.partition(" ")
        role, _, target = section.partition(".")
        of_kind = found[kind]
        sentence = bisect_right(starts, each.first) - 1
        if role in _SAYING:
            of_kind.said.append((each, role == "says", Target(target or "nobody")))
        else:
            reach = range(sentence - 1, sentence + 2) if role.endswith("_near") else (sentence,)
            (of_kind.company if role.startswith("with") else of_kind.taken_back).update(reach)
    remarks: list[Remark] = []
    for name, of_kind in found.items():
        kind = RemarkKind(name)
        done = 0
        for each, strong, target in sorted(of_kind.said, key=lambda said: (said[0].first, not said[1], -said[0].end)):
            sentence = bisect_right(starts, each.first) - 1
            alone = not strong and kind in needing and sentence not in of_kind.company | about_school
            if each.first >= done and not alone and sentence not in of_kind.taken_back:
                done = each.end
                remarks.append(Remark(kind, clauses.span(each.first, each.end), strong, target, _frame(clauses, each)))
    return tuple(sorted(remarks[:_MOST], key=lambda remark: remark.span))


def _frame(clauses: Clauses, found: Found) -> Frame:
    """In what light a remark stands."""
    frame = Frame.NONE
    pieces = clauses.pieces
    if clauses.quoted(clauses.positions[found.first]):
        frame |= Frame.QUOTED
    before = clauses.clause_before(clauses.positions[found.first])[-_NEGATED_WITHIN:]
    if not _NEGATION.isdisjoint(before) and _URGING.isdisjoint(before):
        frame |= Frame.NEGATED
    begin, end = clauses.sentence(found.first, found.end)
    if not evidence().teaching.isdisjoint(pieces[max(begin, found.first - 30) : min(end, found.end + 30)]):
        frame |= Frame.LESSON
    return frame
