"""Strong language is held; quoted, in a title or taught about it is only a hint."""

from __future__ import annotations

import pytest

from guard.model import Account, Severity
from guard.testing import findings_of

SLUG = "strong-language"

SHOULD_FLAG = [
    "What a fucking day. Year 9 wet play, twice.",
    "Ofsted can fuck off.",
    "Fuck's sake, the printer again.",
    "I called him a wanker and I meant it.",
    "The new timetable is utter bollocks.",
    "The boiler is a pile of shit",
    "Who wrote this shite behaviour policy?",
    "Fucking hell, today's lesson was shit.",
    "Year 11 were little shits in assembly this morning.",
    "Our deputy is an arsehole, everybody knows it.",
    "Some of those parents are right cunts",
    "The coach driver was a total bellend.",
    "Absolute knobhead parked across the gate",
    "He is such a dick",
    "Don't send me your dick pics, thanks.",
    "That's bullshit and the governors know it.",
    "the lad is a paedo if you ask me",
    "What a tosser. Honestly.",
    "son of a bitch stole my parking space",
    "what the actual f*** was that staff meeting",
    "B*ll*cks to marking!",
    "sh!t day, going home",
    "f.u.c.k this",
    "f u c k this job",
    "fuuuuuck it is only Tuesday",
    "This is fcuking ridiculous",
    "Another data drop? \uff46\uff55\uff43\uff4b that.",
    "So over it #FuckOfsted",
    "so over it #thisisshit",
    "s\u200bh\u200bi\u200bt, I forgot the register",
    "clusterfuck of an inset day",
    "nice tits on the new TA",
    "he wanted a blowjob, apparently",
    "what a pr1ck",
    "w@nker",
]

ADVISED = [
    '"Fuck off," says the boy in our set text, and the class discussed why the author wrote it.',
    "The graffiti read 'fuck the system' and our sociology group took it apart.",
    "In assembly we talked about why the word 'wanker' gets people sent out.",
    "The word bollocks has a long history, our linguist told Year 12.",
]

MUST_NOT_FLAG = [
    "Well done to our Scunthorpe and Penistone choirs!",
    "Cock-a-leekie soup and spotted dick at the Burns supper.",
    "Dick Whittington is this year's panto. Oh yes it is!",
    "We read Dick King-Smith and Moby Dick.",
    "Thank you Dick, our caretaker, for forty years.",
    "The cockerel and two hens have settled in on the school farm.",
    "The cock crowed at dawn on our farm residential.",
    "Shuttlecocks, peacocks and a weathercock: our art trail.",
    "Mrs Hitchcock and Mr Woodcock ran the quiz.",
    "Cockermouth and Cockfosters: map skills with Year 5.",
    "Prick out your seedlings when they have two leaves.",
    "By the pricking of my thumbs: Macbeth opens tonight.",
    "Sleeping Beauty pricked her finger, and Reception gasped.",
    "William the Bastard became William the Conqueror in 1066.",
    "Edmund, the bastard son of Gloucester: King Lear revision.",
    "Great tits have nested by the library again.",
    "The pussy willow is out, spring is here.",
    "The Owl and the Pussycat, performed by Reception.",
    "The pancake race needs a champion tosser: pancakes at noon.",
    "Nonce words and Jabberwocky with Year 8.",
    "Turn left at Bell End and right at Minge Lane for the fixture.",
    "Tosser's Wood is closed for path repairs.",
    "Penis, vagina, testicles and vulva: the RSE lesson uses the proper words.",
    "Sexual health: the nurse visits Year 10 on Thursday.",
    "Gay and lesbian families are welcome here.",
    "The pen is mightier than the sword; an us and them attitude helps nobody.",
    "S.H.I.P. stands for Student Health In Practice.",
    "A* A* A: congratulations! 12 A*s this year.",
    "c++ and c# club, and f(x) = x**2 on the board",
    "Matsushita, Takeshita and Dikshit spoke at the science fair.",
    "Shiitake mushrooms, cocktail sticks and cocoa for food tech.",
    "Who re-elected the art monitor? As sorted by the office.",
    "#sussexpupils #grassroots #Arsenal",
    "Phuc and Phuket: our Vietnamese and Thai exchange partners.",
    "Swanky Wankel engines in engineering club.",
    "Magna cum laude! And a kitchen-cum-classroom opens.",
]


@pytest.mark.parametrize("text", SHOULD_FLAG)
def test_strong_language_is_held(text: str) -> None:
    findings = findings_of(SLUG, text)
    assert findings
    assert findings[0].severity is Severity.STOP


@pytest.mark.parametrize("text", ADVISED)
def test_quoted_or_taught_about_it_is_a_hint(text: str) -> None:
    assert [finding.severity for finding in findings_of(SLUG, text)] == [Severity.ADVISE]


@pytest.mark.parametrize("text", MUST_NOT_FLAG)
def test_ordinary_school_life_is_left_alone(text: str) -> None:
    assert findings_of(SLUG, text) == []


def test_it_holds_on_the_schools_own_account_too() -> None:
    assert findings_of(SLUG, "What a fucking day", account=Account.official("@oakfieldacademy"))


def test_the_span_is_the_word_as_written_and_nothing_is_quoted() -> None:
    text = "Well \U0001f600 that was s\u0336h\u0336i\u0336t\u0336, everyone"
    (finding,) = findings_of(SLUG, text)
    assert finding.span is not None
    assert text[finding.span.start : finding.span.end] == "s\u0336h\u0336i\u0336t\u0336"
    assert "shit" not in repr(finding)


def test_marks_around_the_word_do_not_excuse_it() -> None:
    (finding,) = findings_of(SLUG, "He is such a 'wanker'")
    assert finding.severity is Severity.STOP
