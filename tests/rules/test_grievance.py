"""Complaints about work aired in public."""

from __future__ import annotations

import pytest

from guard import Account
from guard.model import Severity
from guard.testing import findings_of

SLUG = "grievance"

SHOULD_FLAG = [
    "Third week without PPA and nobody upstairs cares, same again in our department",
    "I've put in a formal grievance against my head",
    "Raising a grievance tomorrow. Enough is enough.",
    "Thinking of whistleblowing about my school",
    "I'm taking my school to tribunal",
    "Constructive dismissal, here we come",
    "Being bullied at work by my line manager and nobody cares",
    "Our workload is absolutely ridiculous",
    "my workload is killing me",
    "I hate my job",
    "so sick of this job",
    "Can't wait to leave this place",
    "SLT treat us like dirt",
    "SLT won't listen to anyone",
    "My school still hasn't paid me for the tuition",
    "no support from SLT as usual",
    "Signed off with stress because of my head",
    "toxic workplace, that is all",
    "Handed in my notice because of the bullying",
    "I told management about it three times and nothing happened. Raised it with SLT and was ignored",
    "Staff morale at this school is at an all time low",
    "got micromanaged by my head of department again, micromanaged at work every day",
    "Unpaid overtime again",
    "Off sick with work stress",
    "my employer refuses to pay for my training",
    "Pushed out of my school after twelve years",
    "Our management never back us",
    "The marking load is unsustainable",
]

MUST_NOT_FLAG = [
    "Strike action on Tuesday: the school is open to Year 11 only",
    "Our whistleblowing policy is on the policies page",
    "Workload workshop for early career teachers on Friday",
    "Love my job",
    "Can't wait to leave for the Year 6 residential!",
    "Marking all weekend, send biscuits",
    "Long day. Bath. Bed.",
    "Hate mornings, love teaching",
    "The history club is looking at the match girls' strike",
    "Mental health first aid course at work today",
    "The union meeting is at four in the library",
    "My son got paid for his paper round",
    "No support act tonight, the choir goes straight on",
    "Counting down to the summer fair",
    "Our staff wellbeing day was lovely",
    "Thank you SLT for the doughnuts",
    "Good to hear the government listen on workload at last",
    "My husband's boss is a nightmare",
    "We are recruiting a midday supervisor",
    "Teachers everywhere deserve better pay",
    "Quitting sugar for Lent",
    "The complaint box in the canteen asks for more custard",
    "A novel about a whistleblower is our book of the month",
    "New job! I start at a lovely school in September",
    "Left because of a house move, but I will miss them all",
    "Stress balls on sale at the school fair",
    "Resignation of the Prime Minister: Year 12 politics reacts",
]


@pytest.mark.parametrize("text", SHOULD_FLAG)
def test_should_flag(text: str) -> None:
    assert findings_of(SLUG, text)


@pytest.mark.parametrize("text", MUST_NOT_FLAG)
def test_must_not_flag(text: str) -> None:
    assert findings_of(SLUG, text) == []


def test_it_is_shown_on_every_account() -> None:
    for account in (Account.personal("@me"), Account.official("@oakfieldacademy")):
        (finding,) = findings_of(SLUG, "I have put in a grievance against my head", account=account)
        assert finding.severity is Severity.WARN


def test_a_quotation_is_only_a_hint() -> None:
    (finding,) = findings_of(SLUG, 'The banner said "management never listen" and I had to smile.')
    assert finding.severity is Severity.ADVISE
