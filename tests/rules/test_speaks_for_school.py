"""Speaking for the school on a personal account."""

from __future__ import annotations

import pytest

from guard import Account
from guard.model import Severity
from guard.testing import findings_of

SLUG = "speaks-for-school"

SHOULD_FLAG = [
    "On behalf of everyone at Oakfield Academy I would like to apologise for Friday's traffic",
    "Speaking for the school, we are very disappointed by the council's decision",
    "The official line from Oakfield is that the trip was cancelled for safety reasons",
    "Here at Oakfield Academy we believe every child can succeed",
    "Oakfield Academy would like to thank all parents for their patience",
    "As a spokesperson for Oakfield let me set the record straight",
    "We as a school cannot comment on individual pupils but the story is untrue",
    "In my capacity as deputy head of Oakfield Academy I can tell you that this is not true",
    "The academy wishes to respond to the comments made on this page",
    "Here at Oakfield we are proud to announce a new sixth form centre",
    "we at the school think the strike is wrong",
    "The staff and governors of Oakfield Academy stand together on this",
    "We in the maths department at Oakfield Academy reject the new syllabus",
    "The school has asked me to say that the gate will be closed at nine",
    "I speak for all of us at school when I say the council have let us down",
    "Our school's stance is simple: no phones",
    "We here at oakfield academy dont believe in homework",
    "on behalf of school can i just say sorry to the neighbours about the noise",
    "Oakfield Academy has decided to withdraw from the league and we ask people to respect that",
    "We, the staff of Oakfield Academy, oppose the merger",
    "I'm writing for Oakfield Academy to say that the allegations are baseless",
    "On behalf of the whole staff, we're sorry the fair was cancelled",
    "our school doesn't authorise holidays in term time, so please don't ask",
    "we here at school take safeguarding very seriously",
    "Oakfield Academy will not be commenting further",
    "The academy's opinion is that the road should be closed",
    "Oakfield would never exclude a pupil for that",
    "What we believe at Oakfield Academy is that every child matters",
    "I've been asked by the head to say on here that the rumours arent true",
    "at our school we dont tolerate that sort of thing and the boys have been dealt with",
    "oakfield has listened and oakfield will act",
    "All at Oakfield Academy send their condolences",
    "as the school's social media person I can confirm the date is the 4th",
    "I can officially confirm Oakfield is getting a new head",
    "Oakfield Academy regrets any offence caused",
    "Oakfield Academy fully supports the campaign for a crossing",
    "As far as the school is concerned the matter is closed",
    "Our governing body has asked me to make clear that we oppose the plans",
    "Let me assure all parents on behalf of SLT that the trip will go ahead",
    "oakfield academy apologise unreservedly for the mix up",
]

MUST_NOT_FLAG = [
    "I am not speaking on behalf of my school",
    "Views are mine and do not represent Oakfield Academy",
    "On behalf of Year 6, thank you to the bakery for the buns",
    "As a family we have decided to move to Devon",
    "As a school librarian I read a lot of dragons",
    "Our policy at home is no phones at dinner",
    "The government's position on phones changed again",
    "Speaking as a mum of two, sleep is a myth",
    "We as a nation love a queue",
    "I had a great day at Oakfield Academy with my class",
    "I cannot speak for the school but I loved the show",
    "On behalf of the Scouts, thank you for the jumble",
    "Our school fair made £800, well done to everybody",
    "Union statement: the ballot closes on Friday",
    "In my capacity as chief cake tester I can confirm it was good",
    "The Academy would like to thank the host of the Oscars, ha",
    "Our school choir sang at the cathedral and I cried",
    "I speak for nobody but myself",
    "As parents we feel the bus fares are too high",
    "I wish to respond to the invitation: yes please",
    "I'm writing a novel",
    "At our house we don't tolerate that sort of thing",
    "Speaking purely for myself, the show was great",
    "The government categorically denies it",
    "What I believe is that every child matters",
    "Message from my mum: the cat is fine",
    "In the name of love, who parked across my drive",
    "As far as I am concerned the matter is cake",
    "Our school fair was ace, I ate four doughnuts",
    "I visited Oakfield Academy for the concert, it was packed",
    "We as a family send our condolences",
    "Us at number 12 are having a street party",
    "Proud governor of Oakfield Academy here, what a carol concert",
    "All at the allotment send their best",
    "At Oakfield Academy tonight for my daughter's parents' evening",
    "The school says the gate opens at 8.40",
    "Can I just say that the crossing lady is a legend",
    "I can confirm the pudding was excellent",
    "Speaking of school, who has a spare tie?",
    "Statement necklace from the school fair, two quid",
]


@pytest.mark.parametrize("text", SHOULD_FLAG)
def test_should_flag(text: str) -> None:
    assert findings_of(SLUG, text)


@pytest.mark.parametrize("text", MUST_NOT_FLAG)
def test_must_not_flag(text: str) -> None:
    assert findings_of(SLUG, text) == []


@pytest.mark.parametrize("text", SHOULD_FLAG[:5])
def test_a_school_account_may_speak_for_the_school(text: str) -> None:
    assert findings_of(SLUG, text, account=Account.official("@oakfieldacademy")) == []


@pytest.mark.parametrize(
    ("account", "severity"),
    [(Account.personal("@me"), Severity.WARN), (Account.unknown(), Severity.ADVISE)],
)
def test_it_is_milder_where_nobody_knows_whose_account_it_is(account: Account, severity: Severity) -> None:
    text = "On behalf of everyone at Oakfield Academy, I would like to apologise for the traffic"
    (finding,) = findings_of(SLUG, text, account=account)
    assert finding.severity is severity


def test_a_quotation_is_only_a_hint() -> None:
    (finding,) = findings_of(SLUG, "The paper wrote: 'We at Oakfield Academy do not tolerate bullying of any kind'")
    assert finding.severity is Severity.ADVISE


def test_saying_it_twice_is_one_card() -> None:
    text = "On behalf of the school, sorry. On behalf of the school, thank you for your patience."
    assert len(findings_of(SLUG, text)) == 1
