from __future__ import annotations

import pytest

from guard import Account
from guard.model import Confidence, Severity
from guard.testing import findings_of

SHOULD_FLAG = [
    "Contact me at j.hart@oakfield-academy.example if you fancy joining the choir",
    "Selling my Corsa, 64 plate, message me or email s.poole@oakfield-academy.example",
    "Best email for the running club is lfarrow@oakfield-academy.example",
    "New to Instagram! Or reach me on k.iqbal@oakfield-academy.example",
    "dm or email hartj@oakfield-academy.example for the spare Take That tickets",
    "Quotes for the loft conversion to m.bannister@oakfield-academy.example please x",
    "Teacher, runner, mum of two. tandy@oakfield-academy.example",
    "RSVP for the hen do to rachel.dale@oakfield-academy.example by Friday girls!!",
    "for my tutoring timetable mail me: p.okonkwo@oakfield-academy.example",
    "lost my phone so email me instead - dpoole@oakfield-academy.example - ta",
    "MY EMAIL IS J.HART@OAKFIELD-ACADEMY.EXAMPLE",
    "email me: j.hart [at] oakfield-academy [dot] example",
    "e-mail me on j.hart at oakfield-academy dot example",
    "my work email is amy_w@oakfield-academy.example, quickest way to get me",
    "Buyers can write to jhart2@oakfield-academy.example",
    "Personal trainer on the side, bookings via gethin.e@oakfield-academy.example",
    "Any recommendations for a plumber? sian@oakfield-academy.example",
    "send me your old records, jen@oakfield-academy.example",
    "I'm collecting for the marathon: k.iqbal+run@oakfield-academy.example",
    "Invoices to me at freya@staff.oakfield-academy.example",
    "Looking for a new job, CV from j.hart@oakfield-academy.example",
    "ping me at t.owen@oakfield-academy.example",
    "dog walking, Tues and Thurs, h.reid@oakfield-academy.example",
    "Flat to rent, two beds, ask h.reid@oakfield-academy.example",
    "My contact: a.khan@oakfield-academy.example 🙂",
]
MUST_NOT_FLAG = [
    "Email me at jen.hart@mailbox.example about the choir",
    "The office is office@oakfield-academy.example if your child is ill",
    "Apply to recruitment@oakfield-academy.example by Friday",
    "Admissions questions go to admissions@oakfield-academy.example",
    "Have a look at www.oakfield-academy.example",
    "https://oakfield-academy.example/news is back up",
    "@oakfieldacademy had a lovely fair today",
    "My email is full again",
    "hello@grandtheatre.example has the tickets",
    "j.hart@oakfield-academy-alumni.example runs the reunion",
    "j.hart@oakfield.example",
    "Oakfield Academy's email system is down",
    "Ask at oakfield-academy.example",
    "enquiries@oakfield-academy.example answers within a day",
    "My school email gets two hundred messages a day",
    "No more emails after six, that is my new rule",
    "pta@oakfield-academy.example needs volunteers",
    "Got to clear my inbox before half term",
    "Signed up for emails from the museum: learning@museum.example",
    "What is a good e-mail address for a seven year old?",
    "at oakfield academy dot dot dot more later",
    "See you at the Oakfield Academy fair @ 2pm",
    "reception@oakfield-academy.example is the best address for lost property",
    "headteacher@oakfield-academy.example for praise, office@ for everything else",
    "finance@oakfield-academy.example sent the reminder",
]


@pytest.mark.parametrize("text", SHOULD_FLAG)
def test_flags(text: str) -> None:
    assert [finding.severity for finding in findings_of("school-email-address", text)] == [Severity.WARN]


@pytest.mark.parametrize("text", MUST_NOT_FLAG)
def test_does_not_flag(text: str) -> None:
    assert findings_of("school-email-address", text) == []


def test_the_schools_own_account_may_give_its_addresses() -> None:
    text = "Email Mrs Hart at j.hart@oakfield-academy.example"
    assert findings_of("school-email-address", text, account=Account.official("@oakfieldacademy")) == []


def test_an_unknown_account_hears_of_it_more_quietly() -> None:
    (finding,) = findings_of("school-email-address", SHOULD_FLAG[0], account=Account.unknown())
    assert finding.severity is Severity.ADVISE


def test_it_is_surest_where_the_writer_says_me() -> None:
    said = findings_of("school-email-address", "email me at a@oakfield-academy.example")[0]
    told = findings_of("school-email-address", "lovely walks, a.khan@oakfield-academy.example")[0]
    assert (said.confidence, told.confidence) == (Confidence.HIGH, Confidence.MEDIUM)
