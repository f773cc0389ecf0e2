"""Demeaning or violent talk about pupils nobody names, on a personal account."""

from __future__ import annotations

import pytest

from guard import Account
from guard.model import Severity
from guard.testing import findings_of

SLUG = "demeaning-about-pupil"

SHOULD_FLAG = [
    "Could have strangled one of my Year 9s today",
    "I could happily throttle that kid",
    "One of mine was a little shit today",
    "one of my pupils stinks, someone tell her mum",
    "A kid in my class needs a good slap",
    "That boy in 8C is an evil little toerag. That boy is a nightmare",
    "Nearly slapped a year 8 this morning",
    "so tempted to smack one of my kids at school",
    "This kid in my class is feral",
    "My year 10s are animals",
    "I hate this one kid in my class, hate that kid",
    "Bring back the cane",
    "One of my students makes me want to punch a wall",
    "Certain child was a total brat in assembly",
    "my class were vile today",
    "Some of my students are so thick",
    "child from hell back in my class tomorrow",
    "One of my Year 6s is a psycho",
    "I would love to throw one of my year 11s out of the window",
    "The smelly one in my class sneezed on me",
    "thank god a certain child is off today: glad that child is off",
    "horrible little brats in my form today",
    "wanted to lock my tutor group in a cupboard",
    "this kid is a waste of space",
    "One of our kids will end up in prison",
    "could cheerfully murder my year 8s",
    "a boy in my class has nits again and he stinks",
    "If one more year 9 speaks to me like that I will not be responsible for my actions, might launch him",
    "One of my Year 10s is a proper little psycho",
    "the horrible wee shite in my p6 class is moving school, get in",
    "There's one lad in my form I cannot stand the sight of",
    "little scrote in my Year 7 threw a chair again, I hope they kick him out",
    "I swear this one kid makes me want to hit the bottle and then him",
    "The little brat who ruined my lesson got what was coming to him at break",
    "Year 8 have the brain cells of a goldfish between them",
    "my class this year are the thickest I've ever taught",
    "I'd happily drown the lot of 9F",
    "Some kids deserve everything they get. I'm looking at you, back row of 10D",
    "Came this close to chucking one of mine in the bin today",
    "the little thugs in my bottom set",
    "One of our year 11s will end up dead or in jail and frankly who cares",
    "honest to god if that boy says one more word I'll swing for him",
    "can we bring back corporal punishment just for 9B",
    "One wee toerag in P7 has me at the end of my tether, would love to skelp his backside",
    "my class are such a shower of ungrateful little gits",
    "Dreading tomorrow, I've got the demon twins all day",
    "I could cheerfully murder my year 8 class",
    "one boy stinks of wee every day and I've given up being nice about it",
    "wanted to smack a y4 round the head today, didn't, promise",
    "Told my worst student he'd amount to nothing. Felt amazing.",
]

MUST_NOT_FLAG = [
    "One of my Year 9s made me a card today",
    "My class were brilliant today",
    "My little monsters were so good in the nativity",
    "Could murder a cup of tea after that lesson",
    "My own kids are feral this half-term",
    "My toddler is a nightmare at bedtime",
    "Year 11 smashed their speaking exam",
    "A pupil nailed her violin solo",
    "One of mine has just learned to ride a bike",
    "That child is going places",
    "We were beaten by a better side but my Year 8s were fierce",
    "The hall stinks of paint",
    "One of my students wants to be a vet",
    "My dog is a little sod",
    "This boy can paint!",
    "I hate that the library is closing",
    "A pupil in my class found a fossil",
    "My year 10s are off to the theatre",
    "Could have hugged every one of my Year 6s today",
    "My tutor group did a silent cheer for me",
    "Kicked off the term with a treasure hunt for my class",
    "One of my pupils hit the target in archery",
    "The kids threw themselves into the panto",
    "Sad that one of my class is leaving on Friday",
    "Punch and Judy came to school and my class loved it",
    "My nephew is a little monster and I adore him",
    "One of my students plays an evil wizard in the school play",
    "I could have hugged every one of mine today",
    "I could strangle whoever designed this printer",
    "One of my pupils made me a card that says I'm fierce",
    "That kid in the X Factor final can really sing",
    "Excluded from the final by a single point, gutted for the girls",
    "Year 8 threw everything at it and won 3-1",
    "One of mine is moving school and I shall miss him dreadfully",
    "Prisons workshop today: Year 10 met a former governor",
    "Monsters, ghosts and vampires: our book corner at Halloween",
    "That girl can run! County champion",
    "My class had me in tears with their leaving song",
    "Wild animals visit nursery this Thursday",
    "Could happily teach Year 4 for ever",
    "Year 9 on a windy Friday flew kites, a treat",
    "Good riddance to the old portable cabins",
    "Olympic gold medallist visited our pupils",
    "My Year 2s were little stars tonight",
    "Zoo trip tomorrow, I have 30 packed lunches to count",
    "My son is the most annoying child in the world before 7am",
    "I hate PE kit washing with a passion",
    "What a waste of space our old cupboard was: now it is a library",
    "Twins in Year 1 swapped jumpers and fooled me all morning",
    "One of my Year 10s brought home gold from the swimming",
    "I get the sea in the morning and the school in the afternoon, best job",
    "The wee toerags raised two hundred quid for charity, so proud of my P7s",
    "End of term, end of my tether, end of the chocolate",
]


@pytest.mark.parametrize("text", SHOULD_FLAG)
def test_should_flag(text: str) -> None:
    assert findings_of(SLUG, text)


@pytest.mark.parametrize("text", MUST_NOT_FLAG)
def test_must_not_flag(text: str) -> None:
    assert findings_of(SLUG, text) == []


def test_it_is_shown_on_a_personal_account_only() -> None:
    (finding,) = findings_of(SLUG, "Could have strangled one of my Year 9s today")
    assert finding.severity is Severity.WARN
    assert (
        findings_of(SLUG, "Could have strangled one of my Year 9s", account=Account.official("@oakfieldacademy")) == []
    )


def test_a_wish_with_nobody_in_it_is_a_hint_beside_school_talk() -> None:
    (finding,) = findings_of(SLUG, "Playtime duty. Nearly strangled someone in class today.")
    assert finding.severity is Severity.ADVISE
    assert findings_of(SLUG, "The cat nearly strangled someone on the stairs.") == []
