"""Whom a text names, tags or speaks to."""

from __future__ import annotations

import enum
from dataclasses import dataclass, field

from guard.model import Span


class NameForm(enum.StrEnum):
    """How a person of the register was named in full."""

    FULL = "full"
    SWAPPED = "swapped"
    INITIAL = "initial"
    NICKNAME = "nickname"
    JOINED = "joined"  # hashtag, handle, file name
    TYPO = "typo"


@dataclass(frozen=True, slots=True)
class PersonMention:
    """The full name of somebody on the register stands in the text.

    `forename` and `surname` are the spans of the two halves where they stand apart. `evidence` is True where class,
    year, school or pupil talk stands by; `other_person` where the text points to somebody else of that name
    (a title, an author, a date of long ago).
    """

    span: Span
    person: str
    form: NameForm
    forename: Span | None = None
    surname: Span | None = None
    evidence: bool = False
    other_person: bool = False


@dataclass(frozen=True, slots=True)
class FirstName:
    """A first name without its surname. `people` are those on the register who go by it.

    `by_class`: a class or group is said with it; `introduced`: it is brought in as a pupil's; `pupil`: pupil talk is
    near; `grown_up`: it seems to be a grown-up's or a character's; `own_family`: the writer speaks of the family;
    `told_of`: it is shown as under a picture, or somebody's who did something; `praised`: praise or a greeting leads up
    to it; `class_near`: a class is spoken of not far off; `grown_ups_near`: words for grown-ups or people in stories
    are; `rare`: it is on no list of names, and only stands where names do.
    """

    span: Span
    people: tuple[str, ...] = ()
    by_class: bool = False
    introduced: bool = False
    pupil: bool = False
    grown_up: bool = False
    own_family: bool = False
    told_of: bool = False
    praised: bool = False
    class_near: bool = False
    grown_ups_near: bool = False
    rare: bool = False


class Party(enum.StrEnum):
    """Who somebody is whom a draft goes to, answers or shows."""

    PUPIL = "pupil"
    FORMER_PUPIL = "former_pupil"
    PARENT = "parent"
    PRESS = "press"


@dataclass(frozen=True, slots=True)
class Tag:
    """A handle with its at sign. `organisation`: it looks like a club's, a shop's or a paper's, not like somebody's."""

    span: Span
    handle: str = field(repr=False)
    organisation: bool = False
