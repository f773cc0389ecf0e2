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
    "I am putting in a formal complaint about my line manager tomorrow",
    "they've cut my planning time again and expect me to smile about it",
    "If nobody in school listens about the safeguarding stuff I will be going to the press",
    "Our school has docked my pay for going to a funeral. Unbelievable",
    "two months of asking for reasonable adjustments at my school and nothing",
    "My workload at school is out of control and nobody upstairs gives a monkeys",
    "management have ignored my complaint for 3 months",
    "Work have refused my flexible working request AGAIN while the head's mate gets hers. fuming",
    "our head shouted at me in front of my class today and i walked out",
    "I've had enough, they can stick their job",
    "Complained to HR about my deputy, they brushed it under the carpet",
    "My appraisal was a stitch up, they'd already decided",
    "reported a serious concern about our site to the governors, they buried it",
    "Nobody at work has once asked how I am since I came back from sick leave",
    "Thinking of taking legal action against my school",
    "What's the point of a grievance procedure if HR are best mates with the head",
    "i get spoken to like a piece of dirt at work and I've had it",
    "The bullying of staff at Oakfield Academy has to stop",
    "The school owes me two months' back pay and I'm told to be patient",
    "Exit interview today. I told them everything. The bullying, the lies, the lot",
    "if my school sends me one more email at 11pm I am going to lose it",
    "I asked HR for the minutes of my meeting and they've gone mysteriously missing",
    "I am sick of working for people who lie to us",
    "no TA no resources no support, my school expects miracles",
    "My school has broken me. Off to the GP tomorrow",
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
    "My workload is lighter now that exams are over, hurrah",
    "Our complaints policy is on the website",
    "Whistle blown, final score 3-3",
    "We had no heating today but the fire in the hall was cosy",
    "Emmeline Pankhurst and the fight for equal pay: Year 8 history",
    "Pay award for teachers announced, says the news",
    "Working late on reports with tea and Radio 4",
    "Teacher workload in England is too high, says a new survey",
    "The support staff at our school are treasured",
    "We are advertising for a lunchtime supervisor",
    "The train company owes me a refund and an apology",
    "Any union reps free for the equality conference?",
    "Forced out of the tent by a storm, DofE silver group are home safe",
    "Lodged my car at the garage again",
    "Our staff Christmas do is at the curry house",
    "The mould experiment in Year 6 is going furry",
    "The fear of public speaking: tips for our debating club",
    "Favourite classes at the gym: spin and yoga",
    "Email from a former pupil at 11pm made my week",
    "Broke my toe in the staff football",
    "The parent complaint about the ice cream van has been settled with a 99",
    "Discriminated against by my satnav, again down a farm track",
    "Off to the GP for my flu jab",
    "Reported missing: one tortoise, Millbrook, answers to Speedy",
    "Resources for Eid shared by the lovely team in RE",
    "Break duty with snow angels, lovely",
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
