"""Hostility is read in many wordings, and kindness, news, sport and quotations are not taken for it.

The sentences were written apart from the constructions (tests/text/hostile_posts.py and hostile_posts_more.py).
"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guard.reading import Frame, Hostility, HostilityKind, Strength, Target
from guard.text.clauses import plain_clauses
from guard.text.hostility import read_hostility
from guard.text.words import cut
from tests.text import hostile_posts_more as more
from tests.text.hostile_posts import ABUSE, DEROGATION, HARMLESS, THREATS


def read(text: str) -> tuple[Hostility, ...]:
    return read_hostility(plain_clauses(cut(text)))


def plainly(text: str) -> list[Hostility]:
    """What the writer says in earnest, in their own name."""
    return [
        one
        for one in read(text)
        if not one.frame & Frame.QUOTED
        and one.strength is not Strength.IDIOM
        and not (one.playful and (one.strength is Strength.WEAK or one.kind is HostilityKind.ABUSE))
    ]


@pytest.mark.parametrize(
    ("texts", "least"),
    [
        (DEROGATION, 0.95),
        (THREATS, 0.95),
        (ABUSE, 0.95),
        (more.DEROGATION, 0.85),
        (more.THREATS, 0.8),
        (more.ABUSE, 0.85),
    ],
)
def test_most_of_what_is_hostile_is_read(texts: list[str], least: float) -> None:
    missed = [text for text in texts if not plainly(text)]
    assert len(missed) <= (1 - least) * len(texts), missed


@pytest.mark.parametrize("text", HARMLESS + more.HARMLESS)
def test_nothing_is_read_into_what_is_harmless(text: str) -> None:
    assert plainly(text) == []


IDENTITIES = [
    "women",
    "trans people",
    "gay men",
    "lesbians",
    "bisexuals",
    "disabled people",
    "deaf people",
    "autistic children",
    "black people",
    "Asians",
    "Muslims",
    "Jews",
    "Hindus",
    "Sikhs",
    "Catholics",
    "immigrants",
    "refugees",
    "asylum seekers",
    "Gypsies",
    "Travellers",
    "Roma families",
    "Polish people",
    "Romanians",
    "old people",
    "young people",
    "white men",
    "wheelchair users",
    "people with autism",
]
AGAINST = [
    "I hate {}",
    "{} are scum",
    "all {} are disgusting",
    "{} should be deported",
    "We don't need any more {} here, {} are vermin",
    "honestly {} make me sick",
    "Kill all {}",
    "{} will never be decent",
    "{} don't deserve to live",
    "I wish there were no {}",
    "{} turned up again. They are filth.",
]
FOR = [
    "I love {}",
    "{} are great",
    "{} are people",
    "{} deserve respect",
    "{} do not deserve to be attacked",
    "{} are not scum",
    "Nobody should hate {}",
    "I never said that {} are stupid",
    "{} are welcome here",
    "Some of my friends are {}",
    "We met {} at the museum",
    "It is wrong to say that {} are vermin",
    "{} have always been part of this town",
    "Are {} treated fairly? Debate club, Friday.",
]


@pytest.mark.parametrize("identity", IDENTITIES)
def test_every_group_is_read_alike(identity: str) -> None:
    for template in AGAINST:
        text = template.format(identity, identity)
        assert [one.target for one in plainly(text)][:1] == [Target.GROUP], text
    for template in FOR:
        text = template.format(identity)
        assert plainly(text) == [], text


@pytest.mark.parametrize(
    "text",
    [
        "Wmoen are scum",
        "Blck people are scum",
        "Musl1ms are scum",
        "W o m e n are scum",
        "Women are s c u m",
        "Deathto all women",
        "#IHateWomen",
        "Women are d!sgusting",
        "Women are dissgusting",
        "gay poeple are vermin",
        "w\u200bomen are scum",
        "wоmen are scum",
    ],
)
def test_misspellings_and_disguises_do_not_help(text: str) -> None:
    assert plainly(text)


@pytest.mark.parametrize(
    ("text", "frame"),
    [
        ('Statements like "women are scum" are deeply hurtful.', Frame.QUOTED),
        ("People say that women are stupid.", Frame.QUOTED),
        ("Year 9 studied how propaganda called Jewish people vermin.", Frame.QUOTED | Frame.LESSON),
    ],
)
def test_what_others_said_is_read_as_theirs(text: str, frame: Frame) -> None:
    assert {one.frame for one in read(text)} == {frame}


@pytest.mark.parametrize("text", ["women are not scum", "I never said that women are scum", "No woman deserves to die"])
def test_what_is_denied_is_not_read(text: str) -> None:
    assert read(text) == ()


@given(st.text(alphabet="kil womenyu.,!?'\"\u200b🔥ŵ4#@\n", max_size=200))
def test_spans_lie_in_the_text(text: str) -> None:
    assert all(0 <= one.span.start < one.span.end <= len(text) for one in read(text))


@pytest.mark.parametrize("suffix", [" Thanks!", "\nSee you on Monday.", " #school", " ."])
def test_a_harmless_suffix_clears_nothing(suffix: str) -> None:
    for text in DEROGATION[:20] + THREATS[:20]:
        if plainly(text):
            assert plainly(text + suffix), text
