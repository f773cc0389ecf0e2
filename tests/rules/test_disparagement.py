"""The school, its staff, pupils or parents run down: whom and how together."""

from __future__ import annotations

from pathlib import Path

import pytest

from guard import Account
from guard.model import Severity
from guard.testing import findings_of

SLUG = "disparagement"

SHOULD_FLAG = [
    "My head is an absolute idiot and everyone knows it",
    "Our headteacher hasn't a clue how to run a school",
    "This school is a joke",
    "our academy has become a complete shambles since September",
    "Honestly, SLT are useless. Totally useless.",
    "My line manager is a bully, there, I said it",
    "I hate my school so much right now",
    "So sick of our management, spineless the lot of them",
    "The parents at my school are so entitled",
    "Parents in my class couldn't care less about reading at home",
    "my bottom set are thick as mince",
    "Year 9 are absolutely feral today",
    "the kids at my school are vile",
    "My TA is a waste of space",
    "Mrs Bradwell is a liar and the governors know it",
    "What a joke of a school",
    "Don't send your kids to this school, seriously",
    "the place I work is a dump",
    "worst school I've ever worked in",
    "our governors are corrupt, look at who got the contract",
    "the new head is completely out of her depth",
    "Our deputy head lied to the whole staff",
    "Oakfield Academy is a disgrace",
    "Oakfield Academy stinks, ask anyone who works there",
    "Idiots in the office lost my DBS again. Idiots in our office!",
    "the stupid head cancelled the trip again",
    "My Year 8s are morons I swear",
    "one of the parents is a total nightmare and should be ashamed",
    "fed up with these entitled parents at the gate",
    "Management couldn't organise a raffle. Our management couldn't run a bath",
    "Another pointless staff meeting led by the most incompetent deputy in Yorkshire",
    "The parents at our place are a pack of whingers, every single one",
    "Oakfield Academy doesnt care about its kids, only about money",
    "The SENCO at our school is hopeless, no idea what an EHCP even is",
    "The office staff at school are rude and utterly useless",
    "My class are a bunch of brats and their parents are worse",
    "this trust is a cesspit, run by crooks",
    "my headteacher is a liar and I can prove it",
    "Year 11 are a bunch of thugs this year",
    "the kids in my class are horrible little toerags",
    "our management team are pathetic, no backbone whatsoever",
    "what a useless excuse for a headteacher we've got",
    "Our teaching assistants do nothing but drink tea and gossip",
    "Oakfield Academy has gone downhill fast since the new head took over, avoid",
    "Half the parents in my class can't be bothered to feed their kids never mind read with them",
    "our HT is a wee nyaff",
    "slt havent got a brain cell between them",
    "You'd have to be mad to send your child to Oakfield Academy",
    "School has sunk to a new low. Ashamed to work for these people",
    "My colleague next door is a lazy cow who has never marked a book in her life",
    "8C are a nasty bunch, spiteful and dim",
    "the trustees are only in it for the money, greedy so and sos",
    "My line manager's about as much use as a chocolate teapot",
    "Our year 7s are spoilt little so and sos with parents to match",
    "school's rubbish, head's rubbish, food's rubbish",
    "head took all the credit again, snivelling little weasel",
]

MUST_NOT_FLAG = [
    "My head is killing me after that staff party",
    "my head is all over the place today",
    "Our head is a legend",
    "This school is amazing and I will not hear otherwise",
    "Our new headteacher starts in January, welcome!",
    "The villain of our panto is a total idiot and the children adore her",
    "In the play the headteacher is a tyrant who gets her comeuppance",
    "The pitch is an absolute shambles after the rain",
    "The car park was a nightmare this morning",
    "Miss Trunchbull is horrible and Year 5 loved booing her",
    "We had a dreadful second half but the lads never gave up",
    "Year 9 are on their trip to Ypres today",
    "Year 10 are awful keen on this new mural",
    "Parents at our school are wonderful: £900 raised",
    "My class learned to skip this week and some of us fell over",
    "The governors are meeting on Thursday at six",
    "Our caretaker is a hero: the boiler lives again",
    "My own kids are feral this holiday",
    "That referee was useless",
    "The printer is useless",
    "Traffic round the ring road is a joke",
    "It is unacceptable to call a colleague an idiot, says our code of conduct",
    "The trust is recruiting a finance officer",
    "Stupid alarm clock. Nearly missed the bus to school.",
    "I hate Mondays but I love my class",
    "Worst weather for sports day ever",
    "The staff here are the best I have ever worked with",
    "Is this school open on Monday?",
    "Parents are reminded that the gate closes at 8.50",
    "Our SENCO is running a coffee morning for parents",
    "The worst thing about working in a school is that the biscuits never last",
    "Dreadful traffic past the school this morning, leave plenty of time",
    "Our Year 11s are absolute stars, what a concert",
    "Our deputy head is retiring after thirty years and half the staff are in tears",
    "Coming home from work to find the dog has eaten the sofa, what a joke",
    "Our governors give so much of their time for nothing, thank you",
    "Our class assembly is about how bullies feel",
    "England's defence is a bunch of clowns",
    "Nobody at our school knows what the surprise is yet",
    "My students are so much cleverer than me",
    "We are looking for parents to help in the library",
    "The head of Year 9 is on paternity leave, congratulations to him",
    "The rubbish bins at the school gate were emptied today",
    "Our head had the worst seat on the coach and never complained",
    "The head of our river trip was a lovely guide called Sam",
    "A circus came to school and the head rode a unicycle",
    "Watching a documentary about corrupt politicians",
    "Litter pick: Year 5 filled six sacks of rubbish",
    "Our chair of governors cut the ribbon",
    "The Twits are spiteful, says Year 3",
    "I despise celery",
    "The trustees met on Monday and approved the accounts",
    "Nobody in our school office got the crossword today",
    "Ashamed to say I ate the whole tin of biscuits the parents gave us",
    "Idiot's guide to parking at the fair: follow the arrows",
    "Macbeth is a weak man, argues Year 10",
    "The pantomime dame is a pompous windbag played by our deputy",
]


@pytest.mark.parametrize("text", SHOULD_FLAG)
def test_should_flag(text: str) -> None:
    assert findings_of(SLUG, text)


@pytest.mark.parametrize("text", MUST_NOT_FLAG)
def test_must_not_flag(text: str) -> None:
    assert findings_of(SLUG, text) == []


def test_it_is_shown_whoever_posts_it() -> None:
    for account in (Account.personal("@me"), Account.official("@oakfieldacademy")):
        (finding,) = findings_of(SLUG, "Our head is an idiot", account=account)
        assert finding.severity is Severity.WARN


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("This school is a joke", "school"),
        ("Our head is an idiot", "staff"),
        ("Parents at my school are so entitled", "parent"),
        ("My Year 8s are morons", "pupil"),
    ],
)
def test_it_says_who_is_run_down(text: str, message: str) -> None:
    (finding,) = findings_of(SLUG, text)
    assert finding.message == f"{SLUG}.{message}"


def test_a_quotation_is_only_a_hint() -> None:
    (finding,) = findings_of(SLUG, "A parent shouted 'this school is a joke' at our receptionist today.")
    assert finding.severity is Severity.ADVISE


@pytest.mark.parametrize(
    "text",
    [
        "I don't agree with the school's new uniform policy",
        "Disappointed with how the school handled the snow day",
        "The governors have got this wrong",
        "Our leadership team should listen to staff more",
        "The new timetable isn't working, the school needs to think again: our timetable is unfair",
    ],
)
def test_polite_criticism_is_left_alone_unless_the_policy_bars_it(text: str, tmp_path: Path) -> None:
    assert findings_of(SLUG, text) == []
    policy = tmp_path / "strict.toml"
    policy.write_text('extends = "demo"\n[rules.disparagement]\nany_criticism = true\n', "utf-8")
    findings = findings_of(SLUG, text, policy=str(policy))
    assert [finding.message for finding in findings][:1] == [f"{SLUG}.criticism"]
