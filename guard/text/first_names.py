"""First names that point to one child: with a class by them, or brought in as a pupil's.

Which words are names comes from the register; where there is none, from a list of common forenames, and from what
leads up to a name ("a boy in my class called ..."). A name with a surname behind it is no first name alone; whether it
is a grown-up's, a character's or the writer's own child's is told with it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from guard.model import Role, Span
from guard.reading import FirstName
from guard.text.name_evidence import is_titled, points_elsewhere, speaks_of_pupil
from guard.text.name_forms import forename_forms, is_forename, is_ordinary, nicknames_of
from guard.text.staff import kin_places
from guard.text.word_sets import word_set
from guard.text.words import Words
from guard.vocabulary import PersonName

_YEARS = r"(?:(?:year|yr)\s?(?:1[0-3]|[1-9])|y(?:1[0-3]|[1-9])|(?:1[0-3]|[1-9])[a-z]{1,2}|p[1-7]|s[1-6]|ks[1-5])\b"
_A_CLASS = (
    rf"(?:{_YEARS}|(?:reception|nursery)\b(?!\sdesk)|(?:class|form|set|tutor group|tutor set|maths group|reading group|"
    r"year group|english group|science group|lesson|lessons|registration)\b)"
)
# "Amira in my lovely Year 4 class", "Amira (4B)", "Amira, 4B,", "Amira, who is in Year 4".
_CLASS_AFTER = re.compile(
    rf"(?:\s?(?:,|&|and)\s?[a-z]+){{0,3}}(?:,?\s\(?|\s?-\s|,\s)(?:who(?:\sis|s|'s)?\s)?(?:one of\s)?"
    rf"(?:(?:is\s|was\s)?(?:in|from|of)\s)?(?:(?:my|our|the|a)\s(?:[a-z]+\s){{0,2}})?{_A_CLASS}"
    r"(?!\s(?:tests?|books?|papers?|terms|essays?|exams?|assembly|plays?|topics?|curriculum|homework|newsletter|trip|"
    r"production|staff|team|office|displays?|means)\b)"
)
# "4B's Amira", "Year 4 pupil Amira", "my tutee Amira", "my Year 4 superstar, Amira".
_CLASS_BEFORE = re.compile(
    rf"(?:{_YEARS}|\b(?:my|our)\s(?:[a-z]+\s)?(?:tutee|tutees|pupil|student|form|class))(?:'?s)?[,:]?\s"
    r"(?:(?:class|superstar|star|pupil|student|reader|writer|artist|mathematician|scientist|captain|rep|child|boy|girl|"
    r"lad|lass|legend|tutee|prefect|monitor|ambassador|winner|runner|very own|own)s?[,:]?\s){0,2}[\"(]?$"
)
_INTRODUCED = re.compile(
    r"(?:\b(?:a|the|this|one|another|my|our|that)\s(?:[a-z]+\s){0,2}(?:boy|girl|lad|lass|child|kid|pupil|student|tutee|"
    r"youngster|teenager|learner)(?:\s(?:in|from|of)\s(?:my|our|the)?\s?(?:[a-z0-9]+\s){0,3}(?:class|form|group|set)?)?"
    r"(?:\s?,|\s(?:called|named|whose name is))\s?|"
    r"\b(?:one|two|some) of my (?:[a-z0-9]+\s){0,3}(?:pupils|students|class|tutees|children|form|kids|s),?\s|"
    r"\b(?:my|our)\s(?:[a-z]+\s)?(?:pupil|student|tutee)\s|\blittle\s)$"
)
_MAY_INTRODUCE = re.compile(
    r"\b(?:called|named|whose name|little|(?:one|two|some) of my|(?:boy|girl|lad|lass|child|kid|pupil|student|tutee|"
    r"youngster|teenager|learner)\s?,)|\b(?:my|our) (?:[a-z]+ )?(?:pupil|student|tutee)\b"
)
_SAID_OF_PUPILS = re.compile(
    rf"\b(?:{_YEARS}s?|my (?:[a-z0-9]+ ){{0,3}}(?:class|pupils|students|tutor group|form|set|tutees)|pupils?|"
    r"students?|tutees?)"
)
_WORK = re.compile(
    r"\b(?:read|reads|reading|study|studying|studied|book|story|play|film|performing|performance|production|novel|"
    r"poem|learn|learned|learning|learnt|about|watch|watched|watching|doing|teach|teaches|teaching|taught|cover|"
    r"covering|perform|wrote to|author|dear|st|saint|king|queen|storm|hurricane|team|house|class|street|port|mount)"
    r"(?:\s(?:is|of|about|a|the|an|our|for|with|by)){0,2}\s[\"(]?$"
)
_GROWN_UP_BEFORE = re.compile(
    r"\b(?:thank you(?: so much)?|thanks|thanks to|thank you to|colleague|colleagues|teacher|ta|tas|headteacher|"
    r"governor|teaching assistant|lsa|mum|dad|parent|staff|welcome back|wife|husband|partner|friend|mate|sister|"
    r"brother|auntie|uncle|student teacher|trainee),?\s[\"(]?$"
)
_GROWN_UP_AFTER = re.compile(
    r",?\s\(?(?:who\s)?(?:(?:has|is|was|will be)\s)?(?:teaches|taught|teaching|leads|runs|leading|joins the staff|"
    r"our (?:new )?(?:ta|teacher|head|cook|caretaker|governor)|teacher|ta\b|the teacher|"
    r"and (?:the|her|his) (?:[a-z0-9]+ ){0,2}team)|(?:'s)\s(?:mum|dad|class|year|form|reception|"
    r"lesson|lessons|nursery|tutor)\b"
)
_CAPITAL_NEXT = re.compile(r"[ \u00a0-][A-Z][a-z]+")
_NOT_A_SURNAME = word_set(
    """
    year yr class reception nursery from in and is was has had you your for at on the our my who monday tuesday
    wednesday thursday friday saturday sunday well what so she he it i with to ks1 ks2 ks3 ks4 star got won did
    made came
    """
)
_CODE = re.compile(r"\b(?:1[0-3]|[1-9])[a-z]{1,2}\b")
_REACH = 70
_MOST = 20
_MOST_LOOKED_AT = 60


@cache
def _common() -> frozenset[str]:
    text = files("guard.text").joinpath("data/forenames.txt").read_text("utf-8")
    return frozenset(word for line in text.splitlines() if not line.startswith("#") for word in line.split())


class FirstNameReader:
    """Compiled once from the register's names; `read` may be called from any thread. Its `repr` shows no name."""

    def __init__(self, persons: tuple[PersonName, ...]) -> None:
        people: defaultdict[str, set[str]] = defaultdict(set)
        for person in persons:
            for form in forename_forms(person.forename):
                if len(form) == 1:
                    for word in (form[0], *nicknames_of(form[0])):
                        people[word].add(person.person)
        self._people = {word: tuple(sorted(each)) for word, each in people.items()}

    def read(self, words: Words, role: Role, names: tuple[Span, ...]) -> tuple[FirstName, ...]:
        """The first names of a text that may point to a child; `names` are where full names stand."""
        if role is Role.FILE_NAME:
            return ()
        return tuple(self._found(words, names))[:_MOST]

    def _found(self, words: Words, names: tuple[Span, ...]) -> Iterator[FirstName]:
        text = words.folded.text
        kin: tuple[int, ...] | None = None
        pupils: bool | None = None
        looked_at = 0
        brought_in = _MAY_INTRODUCE.search(text) is not None
        for index, word in enumerate(words.words):
            # Most words are nobody's name, and are passed over here.
            known = word in self._people or (not self._people and (word in _common() or is_forename(word)))
            if not (known or brought_in) or len(word) < 2 or not words.source(index)[:1].isupper():
                continue
            start, end = words.starts[index], words.ends[index]
            before = text[max(0, start - _REACH) : start]
            introduced = _INTRODUCED.search(before) is not None
            if not known and not introduced:
                continue
            looked_at += 1
            if looked_at > _MOST_LOOKED_AT:
                return
            span = words.folded.span(start, end)
            if any(name.start <= span.start < name.end for name in names) or self._is_part_of_more(words, index):
                continue
            grouped = _CLASS_AFTER.match(text[end : end + _REACH]) or _CLASS_BEFORE.search(before)
            if introduced and before.endswith("little ") and not grouped:
                pupils = _SAID_OF_PUPILS.search(text) is not None if pupils is None else pupils
                introduced = pupils
            if is_ordinary(word, word) and not (introduced or (grouped and _is_name_here(before, grouped.group()))):
                continue
            kin = kin_places(words) if kin is None else kin
            yield FirstName(
                span=span,
                people=self._people.get(word, ()),
                by_class=grouped is not None,
                introduced=introduced,
                pupil=speaks_of_pupil(words, index, index, ""),
                grown_up=_is_grown_up(words, index, before),
                own_family=any(abs(place - start) < _REACH for place in kin),
            )

    def _is_part_of_more(self, words: Words, index: int) -> bool:
        """Whether a surname stands behind the name, or another name before it ("Mrs Grace", "Oliver James")."""
        end = words.folded.span(words.starts[index], words.ends[index]).end
        following = words.words[index + 1] if index + 1 < len(words) else ""
        if _CAPITAL_NEXT.match(words.folded.source[end : end + 30]) and following not in _NOT_A_SURNAME:
            return True
        start = words.starts[index]
        if words.folded.text[max(0, start - 1) : start] in ("#", "@", "/", "_"):
            return True
        before = words.between(index - 1) if index else ""
        previous = words.words[index - 1] if index else ""
        return (
            before == " "
            and (previous in self._people or is_forename(previous))
            and (words.source(index - 1)[:1].isupper())
        )


def _is_name_here(before: str, group: str) -> bool:
    """Whether an ordinary word is a name beside a class: "Will in Year 4 terms" begins a sentence as any word may."""
    if before.rstrip()[-1:].isdigit():
        return False  # "14 May, Year 6"
    opens = not before.strip() or before.rstrip()[-1:] in ".!?:\n"
    return not opens or _CODE.search(group) is not None


def _is_grown_up(words: Words, index: int, before: str) -> bool:
    """Whether the name is a grown-up's, a character's, or somebody's of long ago."""
    after = words.folded.text[words.ends[index] : words.ends[index] + _REACH]
    return (
        is_titled(words, index, index)
        or _GROWN_UP_BEFORE.search(before) is not None
        or _GROWN_UP_AFTER.match(after) is not None
        or _WORK.search(before) is not None
        or points_elsewhere(words, index, index)
    )
