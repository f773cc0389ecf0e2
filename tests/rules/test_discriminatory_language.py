"""Slurs are held, milder ones shown; naming an identity never is anything."""

from __future__ import annotations

import pytest

from guard.model import Severity
from guard.testing import findings_of

SLUG = "discriminatory-language"

HELD = [
    "Those pikeys next door are at it again.",
    "bunch of retards in my set 5",
    "He threw like a spastic at sports day",
    "What a spaz I am this morning",
    "total mong behaviour",
    "he's a window licker that one",
    "Popped to the paki shop at lunch",
    "Getting a chinky after parents' evening",
    "some wog moved in",
    "The golliwog stays in the window, I say",
    "nigger",
    "my nigga smashed his mocks",
    "The gyppos are back on the field",
    "a half-caste lad in Year 9",
    "That kike runs the board",
    "muzzies everywhere on that estate",
    "ragheads, the lot of them",
    "jewboy in the front row",
    "she's a total bitch",
    "common slut",
    "dressed like a whore for prom",
    "Some slag from the PTA",
    "That's only natural for a queer like you.",
    "you poof",
    "a pair of poofters running the PE department",
    "faggot",
    "What a lesbo",
    "batty boy, they shouted, and I laughed along: batty boy!",
    "The new sub is a tranny",
    "shemale on reception",
    "p@ki",
    "r3tard",
    "n*gger",
    "#SoRetard",
    "s p a s t i c",
    "tr\u200banny",
    "f\u0430ggot",
]

SHOWN = [
    "Our head is a stupid cow",
    "The midget in goal let in ten",
    "nutters, the whole governing body",
    "a coffin dodger on the crossing",
    "That's so gay.",
    "The coloured girl in my form",
    "such a bimbo",
    "What a homo",
]

DEROGATORY = [
    "Muslims are scum",
    "immigrants are vermin and they are everywhere",
    "Gays are disgusting",
    "I hate gypsies",
    "Women are inferior, end of",
    "Disabled people are a waste of space",
    "Go back to your own country",
    "Those Romanians behave like animals.",
    "Trans people are freaks of nature",
    "Jews are snakes",
    "The only good traveller is a dead one",
    "Polish people have no right to be here",
    "W0men are brainless",
]
BELITTLING = [
    "women can't drive",
    "Too many immigrants in this town",
    "What is the point of old people?",
    "I don't want a gay teaching my son",
    "Foreigners shouldn't be allowed to vote",
    "I don't trust Romanians",
]

FRAMED = [
    ("To Kill a Mockingbird uses the word nigger; how do we teach it?", Severity.WARN),
    ('Words like "spastic" hurt, our speaker told Year 7.', Severity.WARN),
    ("A pupil was called a paki on the bus, and our anti-racism group made a film about it.", Severity.WARN),
    ("John Agard's poem Half-Caste was discussed by Year 10.", Severity.WARN),
    ("Golliwogs and empire: what adverts taught Victorians, a history project.", Severity.WARN),
    ("Spaz is not a word we use. Our assembly explained why words hurt.", Severity.ADVISE),
    ("Why we don't say \"that's so gay\": Anti-Bullying Week.", Severity.ADVISE),
]

MUST_NOT_FLAG = [
    "I love gay people.",
    "We are proud of our gay, lesbian, bi and trans staff and pupils.",
    "Queer Studies talk for sixth formers; queer artists in the corridor.",
    "It was slightly queer how it all worked out.",
    "Gypsy, Roma and Traveller History Month in assembly.",
    "Muslim, Jewish, Christian, Hindu and Sikh pupils shared a meal.",
    "Our deaf choir signed beautifully.",
    "Black History Month: black authors, Asian artists, Windrush stories.",
    "Disabled athletes and wheelchair users ran the workshop.",
    "Autistic pupils told us what helps: quiet rooms.",
    "A Labrador bitch and her puppies visited Reception.",
    "Faggots, peas and gravy for British Pie Week.",
    "A bundle of faggots for the bonfire scene.",
    "Fag ends and litter: the eco council cleaned the park.",
    "The dyke burst in the Dutch flood model.",
    "Walking Offa's Dyke and Devil's Dyke for DofE.",
    "Chinks of light through the clouds for our walkers.",
    "Maine Coon cats at animal care.",
    "#cocoon and #snigger were our spelling words",
    "Spastic diplegia is a form of cerebral palsy, our speaker said.",
    "Fire retardant costumes; frost can retard growth.",
    "Hoe the soil, then rake. Plymouth Hoe at sunset.",
    "Ho ho ho! Santa is coming.",
    "Our hooker scored a try in the last minute!",
    "Bakewell tart sale; jam tart too.",
    "Slag heaps and steel: Year 6 at the ironworks.",
    "Slut-shaming and consent: a talk for Year 11.",
    "Homo sapiens and Neanderthals in Year 6 science.",
    "The Mongol Empire and Mongolian yurts; Hmong story cloths; Mong Kok.",
    "Pakistan Independence Day celebrations.",
    "The Negro Speaks of Rivers by Langston Hughes. Rio Negro fieldwork.",
    "Coloured pencils please; brightly coloured people on the mural.",
    "Midget gems are 50p in the tuck shop.",
    "Poof! The rabbit vanished in a puff of magic smoke.",
    "Spick and span classrooms.",
    "Alice Nutter and the Pendle witches.",
    "The Cripple of Inishmaan is our autumn play.",
    "Paddy's Wigwam is the cathedral in Liverpool.",
    "#wemadeapakistanicurry and #whorunstheworld",
]


@pytest.mark.parametrize("text", HELD)
def test_slurs_are_held(text: str) -> None:
    findings = findings_of(SLUG, text)
    assert findings
    assert findings[0].severity is Severity.STOP


@pytest.mark.parametrize("text", DEROGATORY)
def test_contempt_without_a_slur_is_held(text: str) -> None:
    assert findings_of(SLUG, text)[0].severity is Severity.STOP


@pytest.mark.parametrize("text", BELITTLING)
def test_what_belittles_is_shown(text: str) -> None:
    assert {finding.severity for finding in findings_of(SLUG, text)} == {Severity.WARN}


def test_contempt_told_of_others_is_a_hint_and_in_a_lesson_nothing() -> None:
    told = 'Statements like "women are scum" are deeply hurtful.'
    assert {finding.severity for finding in findings_of(SLUG, told)} == {Severity.ADVISE}
    assert findings_of(SLUG, "Year 9 studied how propaganda called Jewish people vermin.") == []


@pytest.mark.parametrize("text", SHOWN)
def test_milder_ones_are_shown(text: str) -> None:
    assert [finding.severity for finding in findings_of(SLUG, text)] == [Severity.WARN]


@pytest.mark.parametrize(("text", "severity"), FRAMED)
def test_quoted_or_taught_about_they_are_never_held(text: str, severity: Severity) -> None:
    assert {finding.severity for finding in findings_of(SLUG, text)} == {severity}


@pytest.mark.parametrize("text", MUST_NOT_FLAG)
def test_identities_and_ordinary_senses_are_left_alone(text: str) -> None:
    assert findings_of(SLUG, text) == []


IDENTITIES = [
    "gay",
    "lesbian",
    "bisexual",
    "trans",
    "queer",
    "straight",
    "Muslim",
    "Jewish",
    "Christian",
    "Hindu",
    "Sikh",
    "Catholic",
    "Buddhist",
    "atheist",
    "black",
    "white",
    "Asian",
    "African",
    "Caribbean",
    "Chinese",
    "Polish",
    "Romanian",
    "Pakistani",
    "Roma",
    "Gypsy",
    "Traveller",
    "immigrant",
    "refugee",
    "disabled",
    "deaf",
    "blind",
    "autistic",
    "dyslexic",
    "old",
    "young",
    "male",
    "female",
    "transgender",
    "non-binary",
]


@pytest.mark.parametrize("identity", IDENTITIES)
def test_naming_an_identity_is_never_a_finding(identity: str) -> None:
    for text in (f"I am {identity} and proud.", f"Our {identity} pupils led the assembly", f"{identity} people matter"):
        for slug in (SLUG, "strong-language", "mild-language"):
            assert findings_of(slug, text) == []
