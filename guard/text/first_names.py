"""First names that point to one child: with a class by them, or brought in as a pupil's.

Which words are names comes from the register, from a list of common forenames, and from what leads up to a name
("a boy in my class called ..."): the register lists some pupils, not all. A name with a surname behind it is no first
name alone; whether it is a grown-up's, a character's or the writer's own child's is told with it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from guard.model import Role, Span
from guard.reading import FirstName
from guard.text.first_name_signs import (
    REACH,
    class_with,
    group_places,
    is_introduced,
    is_no_name_alone,
    is_praised,
    is_rare_name,
    is_told_of,
    may_introduce,
    same_breath,
    speaks_of_grown_ups,
    speaks_of_one_person,
    speaks_of_pupils,
)
from guard.text.name_evidence import is_titled, points_elsewhere, speaks_of_pupil
from guard.text.name_forms import forename_forms, is_forename, is_ordinary, known_forenames, nicknames_of
from guard.text.staff import kin_places
from guard.text.word_sets import word_set
from guard.text.words import Words
from guard.vocabulary import PersonName

_WORK = re.compile(
    r"\b(?:read|reads|reading|study|studying|studied|book|story|play|film|performing|performance|production|novel|"
    r"poem|learn|learned|learning|learnt|about|watch|watched|watching|doing|teach|teaches|teaching|taught|cover|"
    r"covering|perform|wrote to|author|dear|st|saint|king|queen|storm|hurricane|team|house|class|street|port|mount)"
    r"(?:\s(?:is|of|about|a|the|an|our|for|with|by)){0,2}\s[\"(]?$"
)
# "Teaching Jacob in 10W": whoever is taught and has a class is a pupil, and no book.
_TAUGHT = re.compile(r"\b(?:teach|teaches|teaching|taught|watch|watching|about)\s$")
_CLOSE_CLASS = re.compile(
    r",?\s\(?(?:who (?:is|was) )?(?:in|from|of)?\s?(?:my\s)?(?:year\s)?(?:1[0-3]|[1-9])[a-z]\b|"
    r"\s(?:in|from|of)\s(?:my|our)\s(?:class|form|tutor group|set)\b"
)
_GROWN_UP_BEFORE = re.compile(
    r"\b(?:thank you(?: so much)?|thanks|thanks to|thank you to|colleague|colleagues|teacher|ta|tas|headteacher|"
    r"governor|teaching assistant|lsa|mum|dad|parent|staff|welcome back|wife|husband|partner|friend|mate|sister|"
    r"brother|auntie|uncle|student teacher|trainee|(?:work|works|worked|working|job share) with|alongside),?\s[\"(]?$"
)
_GROWN_UP_AFTER = re.compile(
    r",?\s\(?(?:who\s)?(?:(?:has|is|was|will be)\s)?(?:teaches|taught(?!\s(?:me|us|him|her)\b)|teaching|leads|runs|"
    r"leading|joins the staff|"
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
_NO_CHILD = _NOT_A_SURNAME | word_set(
    """
    i a an all everyone everybody team mr mrs miss ms mx dr sir dame january february march april may june july august
    september october november december england wales scotland ireland britain christmas easter eid diwali pe ict rwi
    spag sats gcse gcses eyfs dt rs re english french spanish german latin welsh maths phonics parents staff school
    academy friends pta world sports book governors this that there here these those when if but because and not no
    yes ok please thanks thank god lord very new great good another some no-one nobody ofsted you people they we
    """
)
# "My Archie lost a tooth" is no pupil.
_OWN_BEFORE = re.compile(r"\b(?:my|our)\s$")
# What stands right behind a name in small letters that a class goes with: "tia in year 5", "alfie (3m)".
_CLOSE = re.compile(r"\s(?:in|from|of)\s|\s?\(|,?\s(?:1[0-3]|[1-9])[a-z]\b")
_CODE = re.compile(r"\b(?:1[0-3]|[1-9])[a-z]{1,2}\d?\b")
# "Henry VIII", "Charlotte's Web".
_A_TITLE = re.compile(r"\s[IVX]+\b(?!['’])|['’]s\s[A-Z](?!ear)")
_A_KING = re.compile(r"\s[ivx]+\b(?!')")
_MOST = 20
_MOST_LOOKED_AT = 60
_NEAR_CLASS = 220


@cache
def common_forenames() -> frozenset[str]:
    """The forenames, and what is short for one, that are common enough to be known without a register."""
    text = files("guard.text").joinpath("data/forenames.txt").read_text("utf-8")
    listed = (word for line in text.splitlines() if not line.startswith("#") for word in line.split())
    return frozenset(listed) | known_forenames()


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
        self._known = common_forenames() | self._people.keys()

    def read(self, words: Words, role: Role, names: tuple[Span, ...]) -> tuple[FirstName, ...]:
        """The first names of a text that may point to a child; `names` are where full names stand."""
        if role is Role.FILE_NAME:
            return ()
        return tuple(self._found(words, names))[:_MOST]

    def _found(self, words: Words, names: tuple[Span, ...]) -> Iterator[FirstName]:
        text = words.folded.text
        kin: tuple[int, ...] | None = None
        groups: tuple[int, ...] | None = None
        looked_at = done = 0
        brought_in = may_introduce(text)
        known_names = self._known
        if not brought_in and known_names.isdisjoint(words.words):
            return
        source, moved = words.folded.source, words.folded.starts
        for index, (word, start) in enumerate(zip(words.words, words.starts, strict=True)):
            # Most words are nobody's name, and are passed over here.
            known = word in known_names
            large = source[start if moved is None else moved[start]].isupper()
            if not known and not (large and brought_in and word not in _NO_CHILD):
                continue
            if len(word) < 2 or index < done:
                continue
            if not large and is_no_name_alone(word, plainly=False):
                continue
            looked_at += 1
            if looked_at > _MOST_LOOKED_AT:
                return
            last = self._last(words, index) if large else index
            done = last + 1
            end = words.ends[last]
            before, after = text[max(0, start - REACH) : start], text[end : end + REACH]
            span = words.folded.span(start, end)
            if (
                _A_KING.match(after)
                or any(name.start <= span.start < name.end for name in names)
                or self._is_part_of_more(words, index, last)
            ):
                continue
            led = same_breath(before)
            grouped = class_with(led, after)
            introduced = is_introduced(led)
            praised = is_praised(led, after)
            one_person = speaks_of_one_person(after)
            rare = not (known or introduced or (praised and (grouped or one_person)))
            if not known and (word in _NO_CHILD or (rare and not is_rare_name(led, after, grouped))):
                continue
            told = is_told_of(led, after)
            if not large and (is_ordinary(word, word) or not (told if grouped is None else _CLOSE.match(after))):
                continue
            if introduced and before.endswith(("little ", "wee ")) and not grouped:
                introduced = speaks_of_pupils(text)
            if is_ordinary(word, word) or is_no_name_alone(word, plainly=False):
                plainly = introduced or praised or one_person
                beside_class = grouped is not None and _is_name_here(before, grouped)
                if not (
                    introduced or beside_class or ((told or praised) and not is_no_name_alone(word, plainly=plainly))
                ):
                    continue
            kin = kin_places(words) if kin is None else kin
            groups = group_places(text) if groups is None else groups
            class_near = any(abs(place - start) < _NEAR_CLASS for place in groups)
            if not large and grouped is None and not class_near:
                continue
            yield FirstName(
                span=span,
                people=self._people.get(word, ()),
                by_class=grouped is not None,
                introduced=introduced,
                pupil=speaks_of_pupil(words, index, last, ""),
                grown_up=_is_grown_up(words, index, last, before),
                own_family=any(abs(place - start) < REACH for place in kin)
                or (grouped is None and _OWN_BEFORE.search(before) is not None),
                told_of=told,
                praised=praised,
                rare=rare,
                class_near=class_near,
                grown_ups_near=speaks_of_grown_ups(before + " " + after),
            )

    def _last(self, words: Words, index: int) -> int:
        """The last word of a name that begins here: "Demi-Leigh" is one."""
        following = index + 1
        if following < len(words) and words.between(index) == "-" and words.is_large(following):
            return following
        return index

    def _is_title(self, words: Words, last: int) -> bool:
        """Whether a king's number stands behind the name, or what a book is called."""
        end = words.folded.span(words.starts[last], words.ends[last]).end
        return _A_TITLE.match(words.folded.source[end : end + 10]) is not None

    def _is_part_of_more(self, words: Words, index: int, last: int) -> bool:
        """Whether a surname stands behind the name, or another name before it ("Mrs Grace", "Oliver James")."""
        end = words.folded.span(words.starts[last], words.ends[last]).end
        following = words.words[last + 1] if last + 1 < len(words) else ""
        if _CAPITAL_NEXT.match(words.folded.source[end : end + 30]) and following not in _NOT_A_SURNAME:
            return True
        start = words.starts[index]
        if words.folded.text[max(0, start - 1) : start] in ("#", "@", "/", "_"):
            return True
        before = words.between(index - 1) if index else ""
        previous = words.words[index - 1] if index else ""
        return before == " " and (previous in self._people or is_forename(previous)) and words.is_large(index - 1)


def _is_name_here(before: str, group: str) -> bool:
    """Whether an ordinary word is a name beside a class: "Will in Year 4 terms" begins a sentence as any word may."""
    if before.rstrip()[-1:].isdigit():
        return False  # "14 May, Year 6"
    opens = not before.strip() or before.rstrip()[-1:] in ".!?:\n"
    return (
        not opens or " from " in group or " in my " in group or " in our " in group or _CODE.search(group) is not None
    )


def _is_grown_up(words: Words, first: int, last: int, before: str) -> bool:
    """Whether the name is a grown-up's, a character's, or somebody's of long ago."""
    after = words.folded.text[words.ends[last] : words.ends[last] + REACH]
    return (
        is_titled(words, first, last)
        or _GROWN_UP_BEFORE.search(before) is not None
        or _GROWN_UP_AFTER.match(after) is not None
        or (_WORK.search(before) is not None and not (_TAUGHT.search(before) and _CLOSE_CLASS.match(after)))
        or points_elsewhere(words, first, last)
    )
