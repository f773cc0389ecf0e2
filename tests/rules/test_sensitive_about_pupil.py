from __future__ import annotations

import pytest

from guard import Account
from guard.model import Severity
from guard.testing import findings_of

OFFICIAL = Account.official("@oakfieldacademy")
NAMES = [
    ("Amira", "Oyelaran", "4B"),
    ("Jayden", "Whitelock", "8D"),
    ("Callum", "Threlfall", "9C"),
    ("Ifeoma", "Nwachukwu", "3M"),
    ("Mark", "Page", "3M"),
    ("Tyler", "Grimshaw-Ball", "5B"),
    ("Saoirse", "O'Dwyer-Mensah", "7R"),
    ("Zuzanna", "Wieczorek", "6P"),
]
SHOULD_FLAG = [
    "I have supported Oscar Dunn since he joined us. He has now been diagnosed with autism after a long wait.",
    "kyle in my form got booted out again today, permanent exclusion this time",
    "maisie in year 3 wet herself again bless",
    "Still no diagnosis for Alfie, three years on the list",
    "So proud of Rhys in my form, his first week with the insulin pump and he is coping with diabetes so well",
    "Seat Tegan near the door please, table 4, it's the epilepsy",
    "Amira Oyelaran has had her EHCP agreed, wonderful news for the family",
    "Jayden Whitelock is back from his exclusion today",
    "Callum Threlfall is autistic and he absolutely smashed his speech",
    "Free school meals forms are still needed from Ifeoma Nwachukwu and Mark Page (3M)",
    "Well done Tyler Grimshaw-Ball, who has come so far since he went into foster care",
    "Zuzanna's counselling seems to be helping, she smiled today",
    "Saoirse in 7R has been self harming again, keep an eye on her please",
    "Thank you for the get well cards for Zuzanna Wieczorek, who is in hospital with her epilepsy",
    "Kofi in my class has ADHD and today he sat still for a whole story",
    "Callum T is on the SEN register so he gets extra time",
    "Mrs Trewin and I met about Saoirse O'Dwyer-Mensah, CAMHS are involved now",
    "Jayden's mum is in prison, so his nan collects",
    "Ifeoma is on free school meals",
    "Tyler got excluded again lol",
    "Amira Oyelaran - pupil premium, SEN support",
    "Callum's social worker came to the show",
    "Mark Page (3M) is a looked after child",
    "Please remember that Jayden Whitelock has diabetes",
    "Zuzanna has got an eating disorder and skips lunch",
    "Tyler in 5B is being assessed for autism",
    "Counselling for Callum Threlfall on Tuesday, room 4",
    "Amira's parents have separated and she is struggling",
    "We're proud of Saoirse, who has been diagnosed with dyslexia and read aloud today",
    "Jayden is under CAMHS now",
    "Ifeoma's exclusion ends on Friday",
    "Suspended this week: Jayden Whitelock, 8D",
]
MUST_NOT_FLAG = [
    "Dyslexia isn't a lack of brains, as Year 6's talks about Mabel Thorn, Rufus Lind and Dora Quill made clear",
    "Mabel Thorn's dyslexia did not stop her, Year 6 learned",
    "Well done Amira, who raised £200 for cancer research",
    "Amira Oyelaran raised £200 for Epilepsy Action",
    "Amira Oyelaran gave an assembly for autism awareness week",
    "Callum is on fire this week: three goals",
    "Jayden Whitelock was star of the week",
    "Zuzanna's painting is in the hall",
    "Counselling is open on Fridays. Well done Jayden!",
    "Our SENCO Mrs Trewin runs the drop-in",
    "Mrs Trewin, our SEN lead, spoke to parents",
    "Tyler is off to Scotland",
    "Mark the page with your name",
    "Ifeoma has got a new bike",
    "Callum has had three helpings of crumble",
    "My niece Chloe has autism and loves it here",
    "In the book, Auggie has a facial difference",
    "Romeo is banished in Act 3",
    "Jayden asked why the sky is blue",
    "The Amira Oyelaran cup goes to the chess club",
    "Free school meals: apply by Friday. Congratulations to 4B!",
    "Saoirse sang at the hospital carol concert",
    "Wear something bright for autism awareness day, says Zuzanna",
    "Tyler is in the team for Saturday",
    "Amira and Ifeoma are back from Paris",
    "Jayden is on stage at seven",
    "Callum is in the hall with the choir",
    "Exclusion figures are published each term",
]


@pytest.mark.parametrize("text", SHOULD_FLAG)
def test_flags(text: str) -> None:
    assert findings_of("sensitive-about-pupil", text, register_names=NAMES)


@pytest.mark.parametrize("text", MUST_NOT_FLAG)
@pytest.mark.parametrize("account", [Account.personal("@me"), OFFICIAL])
def test_does_not_flag(text: str, account: Account) -> None:
    assert findings_of("sensitive-about-pupil", text, register_names=NAMES, account=account) == []


@pytest.mark.parametrize(
    ("text", "personal", "official"),
    [
        ("Amira Oyelaran has an EHCP", Severity.STOP, Severity.STOP),
        ("Kofi in my class has ADHD", Severity.STOP, Severity.STOP),
        ("Kofi was excluded", Severity.WARN, Severity.STOP),
        ("Kofi has ADHD", Severity.ADVISE, Severity.STOP),
        ("Zuzanna has ADHD", Severity.WARN, Severity.STOP),
    ],
)
def test_the_surer_a_pupil_is_meant_the_more_it_matters(text: str, personal: Severity, official: Severity) -> None:
    assert findings_of("sensitive-about-pupil", text, register_names=NAMES)[0].severity is personal
    assert findings_of("sensitive-about-pupil", text, register_names=NAMES, account=OFFICIAL)[0].severity is official


def test_without_a_register_names_with_school_talk_count() -> None:
    (finding,) = findings_of("sensitive-about-pupil", "Kofi in my class has ADHD")
    assert finding.severity is Severity.STOP


def test_the_fix_puts_a_pupil_in_the_place_of_the_name() -> None:
    text = "Amira Oyelaran has an EHCP"
    (finding,) = findings_of("sensitive-about-pupil", text, register_names=NAMES)
    ((edit,),) = [fix.edits for fix in finding.fixes]
    assert text[: edit.span.start] + edit.text + text[edit.span.end :] == "A pupil has an EHCP"


def test_each_name_is_told_of() -> None:
    text = "Free school meals forms are still needed from Ifeoma Nwachukwu and Mark Page (3M)"
    assert len(findings_of("sensitive-about-pupil", text, register_names=NAMES)) == 2
