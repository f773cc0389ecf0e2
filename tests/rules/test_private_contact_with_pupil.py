"""Private messages to pupils, and asking children for what should stay private."""

from __future__ import annotations

from typing import Any

import pytest

from guard import Account
from guard.model import Finding, Severity
from guard.testing import findings_of

SLUG = "private-contact-with-pupil"
PUPILS = [("Tyler", "Grimshaw-Ball", "10F"), ("Callum", "Threlfall", "9C")]


def found(text: str, **draft: Any) -> list[Finding]:
    return findings_of(SLUG, text, register_names=PUPILS, **draft)


SHOULD_FLAG: list[tuple[str, dict[str, Any]]] = [
    ("I've been texting a couple of my Year 11s about their mocks", {}),
    ("Anyone know which bus that girl in 9B gets home? Need to catch her on her own", {}),
    ("DM me your number", {}),
    ("add me on snap Year 11s", {}),
    ("message me privately if you want help tonight", {}),
    ("which house do you live in?", {}),
    ("don't tell your mum", {}),
    ("dont tell ur parents i gave you this", {"kind": "message", "to": "Tyler Grimshaw-Ball"}),
    ("Don't tell your dad I said so, but well done", {"kind": "message", "to": "Callum T, 9C"}),
    ("Year 11: message me privately tonight if the coursework is a struggle", {}),
    ("Year 10s, text me if you get stuck on the revision", {}),
    ("Any of my GCSE group can WhatsApp me over Easter", {}),
    ("My Year 13s have all got my number so there is no excuse", {}),
    ("Set up a WhatsApp group with my Year 10s, works a treat", {}),
    ("Well done today. See you tomorrow.", {"kind": "message", "to": "Tyler Grimshaw-Ball"}),
    ("Are you feeling any better?", {"kind": "message", "to": "Amira, 4B"}),
    ("Hi, your homework was great", {"kind": "message", "to": "a pupil in Year 8"}),
    ("it's our little secret ok", {}),
    ("You're so mature for your age", {}),
    ("delete this after you've read it x", {}),
    ("are you home alone tonight", {}),
    ("send me a selfie of you in the new kit", {}),
    ("What are you wearing?", {}),
    ("Hey Year 9s, what's your snap?", {}),
    ("Does anyone know where Tyler in Year 10 lives?", {}),
    ("anyone got an address for a kid in Year 8? want to drop his bag round", {}),
    ("Anybody know where this lad lives?", {}),
    ("what's your snap?", {"kind": "reply", "in_reply_to": "Miss, I'm in your form, is there homework?"}),
    ("Which of my Year 9s lives near the park? Drop me your address", {}),
    ("You looked sad in class. Want to meet up on Saturday? Just us.", {}),
    ("Its your teacher. Where do you live?", {}),
    ("If you need someone to talk to, message me privately. Your parents don't need to know.", {}),
    ("don't forget to add me on snapchat Year 11", {}),
    ("I've been messaging some of my pupils on Instagram, they're hilarious", {}),
]

MUST_NOT_FLAG: list[tuple[str, dict[str, Any]]] = [
    ("Message the office if your child will be absent", {}),
    ("Parents, please DM us with any questions", {"account": Account.official("@oakfieldacademy")}),
    ("Year 11 parents: message us on the app if your child is unwell", {}),
    ("Follow us for more news from the allotment", {}),
    ("DM me for the cake recipe", {}),
    ("Selling my old sofa, DM me your number if interested", {}),
    ("Never share your address online, and never meet a stranger", {}),
    ("If someone online asks where do you live, tell a trusted adult", {}),
    ("Safer Internet Day: groomers often say 'don't tell your mum' and 'our little secret'", {}),
    ("Staff should never message pupils privately", {}),
    ("One of my Year 2s asked me how old are you and guessed 100", {}),
    ("A child just asked me 'where do you live, at school?' Bless", {}),
    ("Where do you live now? I heard you moved to Leeds!", {"kind": "message", "to": "Jo Bradwell"}),
    ("Are you still on for Thursday? I can pick you up at seven.", {"kind": "message", "to": "Sis"}),
    ("What's your address? I want to send the wedding invitation", {"kind": "message", "to": "Priya Menon"}),
    ("Fancy meeting for a coffee after school?", {"kind": "message", "to": "Lisa from work"}),
    ("Text me when the train gets in", {}),
    ("Drop me a message if you want to join the running club", {}),
    ("Our little secret garden is in bloom", {}),
    ("Year 6 have been writing messages in bottles", {}),
    ("Year 10: your coursework is due on Friday. E-mail your teacher if stuck.", {}),
    ("Missing since Tuesday: please call the police on 101 with any information", {}),
    ("My son's birthday party: text me his friends' numbers, Year 3 mums!", {}),
    ("Meet me at the stadium, kick-off at three", {}),
    ("What's your favourite book, Year 4? Tell your teacher tomorrow.", {}),
    ("Snap! The card game club meets on Tuesdays", {}),
    ("Keep it between us: the staff party is at the bowling alley", {}),
    ("The register shows how old the oak is: 300 years", {}),
    ("Message me if you need a lift to the conference, colleagues", {}),
    ("Pupils can message the wellbeing team in the school app", {"account": Account.official("@oakfieldacademy")}),
]


@pytest.mark.parametrize(("text", "draft"), SHOULD_FLAG)
def test_should_flag(text: str, draft: dict[str, Any]) -> None:
    assert found(text, **draft)


@pytest.mark.parametrize(("text", "draft"), MUST_NOT_FLAG)
def test_must_not_flag(text: str, draft: dict[str, Any]) -> None:
    assert found(text, **draft) == []


@pytest.mark.parametrize("account", [Account.personal("@me"), Account.official("@oakfieldacademy")])
def test_a_message_to_a_pupil_is_stopped_from_any_account(account: Account) -> None:
    (finding,) = found("Good luck tomorrow!", kind="message", to="Callum Threlfall", account=account)
    assert finding.severity is Severity.STOP
    assert finding.message == f"{SLUG}.message"


def test_words_with_no_pupil_to_be_seen_only_warn() -> None:
    (finding,) = found("DM me your number")
    assert finding.severity is Severity.WARN


def test_words_to_pupils_are_stopped() -> None:
    (finding,) = found("add me on snap Year 11s")
    assert finding.severity is Severity.STOP


@pytest.mark.parametrize("answer", ["family", "other"])
def test_it_is_asked_whom_a_message_goes_to(answer: str) -> None:
    draft: dict[str, Any] = {"kind": "message", "to": "Callum Threlfall"}
    (finding,) = found("Happy birthday!", **draft)
    assert finding.question is not None
    assert finding.question.key == "recipient"
    assert found("Happy birthday!", **draft, answers={"recipient": answer}) == []


def test_who_is_said_to_be_a_pupil_is_one() -> None:
    assert found("See you later", kind="message", to="TG") == []
    (finding,) = found("See you later", kind="message", to="TG", answers={"recipient": "pupil"})
    assert finding.severity is Severity.STOP


def test_a_pupils_mother_is_no_pupil() -> None:
    assert found("See you at the concert", kind="message", to="Callum Threlfall's mum") == []
