"""Mild language is shown; quoted, in a title or taught about, or known to one word list only, it is a hint."""

from __future__ import annotations

import pytest

from guard.model import Severity
from guard.testing import findings_of

SLUG = "mild-language"

SHOULD_FLAG = [
    "The bloody photocopier is broken again.",
    "Bloody hell, is it only Tuesday?",
    "Parents' evening was crap.",
    "The coffee in the staffroom is crappier than ever",
    "I can't be arsed with planning tonight",
    "What a complete arse of a day",
    "Seriously pissed off with the new rota",
    "He told me to piss off, so I did.",
    "Sod off, Monday.",
    "sod it, I'm having cake",
    "Oh bugger, forgot the raffle tickets.",
    "bugger all left in the budget",
    "You absolute knob, who left the gate open",
    "He's a miserable old git",
    "What a prat I was",
    "Our head is a pillock",
    "The plonker parked on the zigzags",
    "Damn it, the minibus failed its MOT",
    "dammit, no glue sticks",
    "go to hell, SATs",
    "What the hell is this mark scheme",
    "WTF is this mark scheme",
    "ffs another inset",
    "oh for f's sake",
    "feck it, it's Friday",
    "Don't be a dick about the car park",
    "Year 8 think they are badass",
    "That scumbag keyed my car",
    "what a load of balls",
    "the frigging laminator",
    "cr@p, missed the bus",
    "b*gger",
    "craaaap",
]

ADVISED = [
    '"Bloody hell!" said Ron, and the audience roared.',
    "The old git in the play was brilliantly acted.",
    "Why do people say 'bloody'? A history of the word, with Year 12.",
    "An evening for parents on porn and online safety.",
]

MUST_NOT_FLAG = [
    "The sow has had ten piglets and the old cock has stopped chasing the caretaker",
    "Bloody Mary and the Tudor succession: Year 8 history.",
    "Bloody Sunday was discussed in politics.",
    "A bloody battle: Year 7 re-enacted Hastings with foam swords.",
    "A bloody nose on the playground, all fine now.",
    "The Bloody Code and transportation with Year 9.",
    "Sod's law, it rained. The mayor turned the first sod of turf.",
    "Git commit, git push: computing club shared its code.",
    "We use git to save every version of our program.",
    "The donkeys, asses and mules at the sanctuary were adorable.",
    "Bottom wears an ass's head in A Midsummer Night's Dream.",
    "The ox and the ass stole the Nativity.",
    "Turn the door knob. Add a knob of butter.",
    "Blue tits and coal tits at the bird table.",
    "Tit for tat never works, we say in Reception.",
    "Fanny Price and Mansfield Park for A level.",
    "Blue-footed boobies on our Galapagos topic.",
    "A shag and two cormorants on the pier.",
    "A shag pile carpet for the seventies set.",
    "Horned toads and horny scales: reptile day.",
    "Screw the bracket to the wall in DT.",
    "Balls in the PE cupboard, please. Energy balls in food tech.",
    "Craps and other dice games: probability with Year 10.",
    "Hello from Hell's Mouth bay! Shell collecting.",
    "We could kill for a cup of tea. Damson crumble after.",
    "Jackass penguins at the zoo.",
    "Crackers about science? Join the club.",
    "Willy Wonka and the Chocolate Factory opens on Thursday.",
    "Weed the flower beds and water the pots: gardening club.",
    "Sex education letters, HIV awareness and a talk on drugs went home.",
    "Room 455 and Room 717 are closed; take the A55.",
    "Virgin Trains gave us a group discount. God bless!",
    "Year 3 learned about organs; Stroke awareness: act FAST.",
    "Slave ships and the Nazis' rise: two history trips.",
    "Paddy, Len and Gay Hill fixture lists are up.",
    "Assistants, assessors, classes, bass and grass.",
]


@pytest.mark.parametrize("text", SHOULD_FLAG)
def test_mild_language_is_shown(text: str) -> None:
    findings = findings_of(SLUG, text)
    assert findings
    assert findings[0].severity is Severity.WARN


@pytest.mark.parametrize("text", ADVISED)
def test_quoted_staged_or_taught_about_it_is_a_hint(text: str) -> None:
    assert [finding.severity for finding in findings_of(SLUG, text)] == [Severity.ADVISE]


@pytest.mark.parametrize("text", MUST_NOT_FLAG)
def test_ordinary_school_life_is_left_alone(text: str) -> None:
    assert findings_of(SLUG, text) == []


def test_a_word_only_the_second_list_knows_is_a_hint() -> None:
    (finding,) = findings_of(SLUG, "A right schlong of a queue at the canteen")
    assert finding.severity is Severity.ADVISE
    assert finding.message == "mild-language.ungraded"
