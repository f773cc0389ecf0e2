"""Offensive words, the school's own terms and hostility towards people."""

from __future__ import annotations

import enum
from dataclasses import dataclass

from guard.model import Span
from guard.reading.evidence import Frame
from guard.reading.remarks import Target


class Category(enum.StrEnum):
    """What sort of offence a lexicon term gives. Identity categories follow the protected characteristics."""

    PROFANITY = "profanity"
    SEXUAL = "sexual"
    INSULT = "insult"
    RACE = "race"
    RELIGION = "religion"
    SEX = "sex"
    SEXUAL_ORIENTATION = "sexual_orientation"
    GENDER_REASSIGNMENT = "gender_reassignment"
    DISABILITY = "disability"
    AGE = "age"


class Grade(enum.StrEnum):
    """How strong an offensive term is to a British school audience."""

    MILD = "mild"
    STRONG = "strong"
    UNGRADED = "ungraded"  # reported by better-profanity alone, which does not grade


@dataclass(frozen=True, slots=True)
class OffensiveTerm:
    """An offensive word or phrase, plain or disguised."""

    span: Span
    category: Category
    grade: Grade
    frame: Frame = Frame.NONE
    disguised: bool = False


@dataclass(frozen=True, slots=True)
class SchoolTerm:
    """A word or phrase that the school asked to look for stands here; `term` is how the school writes it."""

    span: Span
    term: str


class HostilityKind(enum.StrEnum):
    """What sort of hostility a text shows towards people."""

    DEROGATION = "derogation"  # a group with a protected characteristic is run down, shut out or hated
    THREAT = "threat"
    WISH = "wish"  # that harm may come to somebody, or should
    ABUSE = "abuse"  # of one person: insulted, hated, ganged up on
    SELF_HARM = "selfharm"  # somebody is talked into it
    EXTREMISM = "extremism"  # terror or genocide is praised or denied


class Strength(enum.StrEnum):
    """How plain a hostility is."""

    STRONG = "strong"
    WEAK = "weak"  # could be meant less badly
    IDIOM = "idiom"  # a way of speaking, mostly


@dataclass(frozen=True, slots=True)
class Hostility:
    """Something hostile said of, or to, people. `playful` is True where a laugh stands by, or a game is meant."""

    kind: HostilityKind
    span: Span
    strength: Strength
    target: Target
    frame: Frame = Frame.NONE
    playful: bool = False
