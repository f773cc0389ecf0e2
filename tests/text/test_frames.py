"""In what light an offensive word stands."""

from __future__ import annotations

import pytest

from guard.reading import Frame
from guard.text.offensive import OffensiveReader
from guard.text.words import cut

READER = OffensiveReader()


def frame_of(text: str) -> Frame:
    frame = Frame.NONE
    terms = READER.read(cut(text))
    assert terms, text
    for term in terms:
        frame |= term.frame
    return frame


@pytest.mark.parametrize(
    "text",
    [
        'He shouted "wanker" across the street',
        "He shouted \u201cwanker\u201d across the street",
        "The sign said 'bollocks to this'",
        '"You dirty bitch," snarls Bill Sikes',
        "A pupil was called a spastic on the bus",
        "somebody called my friend a paki",
    ],
)
def test_quoted(text: str) -> None:
    assert Frame.QUOTED in frame_of(text)


@pytest.mark.parametrize(
    "text",
    [
        "I called him a wanker",
        "He's such a 'wanker'",
        "you 'spastic'",
        "it's the kids' fault, the little shits' fault",
        'that 6" sub was shit and the 12" worse\n',
        "People have called me out for being a bastard",
    ],
)
def test_not_quoted(text: str) -> None:
    assert Frame.QUOTED not in frame_of(text)


@pytest.mark.parametrize(
    "text",
    [
        "Why the word spastic hurts",
        "Words like retard are not banter",
        "Slurs such as pikey have no place here",
        "Of Mice and Men: how the novel uses nigger, with Year 10",
        "Our anti-bullying workshop: nobody is a mong here",
        "Golliwogs in Victorian adverts: a history project",
        "Faggot is a slur",
    ],
)
def test_taught_about(text: str) -> None:
    assert Frame.LESSON in frame_of(text)


@pytest.mark.parametrize(
    "text",
    [
        "Fucking hell, today's lesson was shit",
        "What a crap assembly",
        "those pikeys ruined the history trip",
        "ffs another training day",
        "Lost for words. You absolute wanker.",
    ],
)
def test_swearing_beside_a_lesson_is_still_swearing(text: str) -> None:
    assert Frame.LESSON not in frame_of(text)


@pytest.mark.parametrize(
    "text",
    [
        "The old git in the play was brilliant",
        "We saw the film Inglourious Bastards by accident",
        "cast as a grumpy old git",
    ],
)
def test_titles_and_the_stage(text: str) -> None:
    assert Frame.TITLE in frame_of(text)


@pytest.mark.parametrize(
    "text",
    [
        "Meet at Bell End",
        "The fixture is in Tosser Lane",
        "Tosser's Wood is closed",
        "Thanks to Mrs Slag for the cakes",
    ],
)
def test_places_and_people(text: str) -> None:
    assert Frame.PLACE in frame_of(text)


@pytest.mark.parametrize("text", ["what a bell end", "BELL END", "Meet me, wanker"])
def test_no_place(text: str) -> None:
    assert Frame.PLACE not in frame_of(text)


@pytest.mark.parametrize(
    "text",
    ["Spaz is not a word we use", 'Stop saying "retard", our assembly said', "The word mong is never acceptable"],
)
def test_disowned(text: str) -> None:
    assert Frame.NEGATED in frame_of(text)


def test_not_alone_disowns_nothing() -> None:
    assert frame_of("not a bloody clue") is Frame.NONE
