from __future__ import annotations

from pathlib import Path

import pytest

from guard import Account, Draft, Guard
from guard.model import Finding, Media, Region, Severity
from guard.reading import Face, PictureReading
from guard.rule import Consent
from guard.testing import ListedPeople, findings_of, guard_with, person_names

NAMES = [
    ("Amira", "Oyelaran", "4B"),
    ("Benjamin", "Smith-Jones", "6C"),
    ("Siân", "O'Neill", "2A"),
    ("Oliver", "James", "3A"),
    ("Mark", "Page", "6C"),
    ("Will", "Read", "1A"),
    ("Grace", "May", "4B"),
    ("Zofia", "Kowalczyk-Wrona", "7X"),
]
WITH_CLASS = [
    "I have been teaching Jacob in 10W for two years",
    "Daisy in our nursery counted to 100 today!",
    "Told Keziah in 9A2 she would pass, and she passed",
    "Got a card from Ellie-Mae (8B), made my week",
    "zainab in year 5 says i am old",
    "Kwame and Lottie from Hedgehogs class built a den",
    "One of my Year 11 mentees, Marcus, taught me to code",
    "So proud of Amira in 4B today",
    "Amira (4B) read us her poem",
    "Little Amira in my Year 4 class made me a card",
    "4B's Amira has the best laugh",
    "My Year 4 superstar Amira got her pen licence!",
    "Ben from my form has just passed grade 5 piano",
    "Well done Amira and Ben in 6C",
    "Amira, 4B, lost her first tooth in assembly",
    "One of my Year 4s, Amira, told me I look like a potato",
    "A girl in my class called Amira asked why the moon follows us",
    "My tutee Ben wrote me the kindest note",
    "Amira, who is in Year 4, says hello",
    "Ollie from Year 3 beat me at chess again",
    "Year 3 pupil Oliver has raised £200",
    "a boy in my class called Ben cried when the butterflies left",
    "Had to explain taxes to Oliver in reception today",
    "shout out to Siân in y2 for the best joke of the week",
    "Grace in 4B is a natural",
    "Congratulations to Benji, Year 6, on the swimming gala",
    "Zofia from 7X sang like an angel",
    "Zofia of my tutor group is leaving, gutted",
    'Amira in Year 4: "Miss, are you a hundred?"',
    "My class rep Amira ran the whole assembly",
    "Amira – 4B – star of the week",
    "Ben in my maths group finally cracked fractions",
]
QUIET = [
    "working with Sue in reception, ten years today",
    "Teaching Oliver Twist in Year 8",
    "Amira",
    "Happy birthday Amira!",
    "Amira and Ben came for tea",
    "Oliver is a lovely name",
    "Mrs Amira in 4B",
    "Thank you Amira for helping in Year 4",
    "Amira, our headteacher, read to Year 4",
    "Reading Oliver Twist with Year 6",
    "We are reading Matilda in Year 4",
    "My daughter Amira in Year 4 won a prize",
    "My son Ben is in Year 6 now",
    "Will in Year 4 terms this is easy",
    "Grace before lunch in Year 4",
    "May in Year 6 means SATs",
    "Mark in Year 4 books: green pen",
    "Amira Jones in Year 4 drew a fox",
    "Amira teaches Year 4 and is a legend",
    "Ben, our caretaker, mended the Year 4 sink",
    "#Amira in Year 4",
    "Team Oliver in Year 3 won sports day",
    "St Oliver in Year 2 RE lessons",
    "Oliver Cromwell in Year 8 history",
    "Ben's mum runs the cake stall for Year 6",
    "Colleague Ben in Year 5 is retiring",
    "Storm Amira: Year 4 trip is off",
    "Ben Nevis climbed by Year 6",
    "King Oliver in 4B assembly was a hoot",
    "Amira has cooked. Year 4 reports can wait",
    "Oliver and I have been married ten years",
    "Ben is asleep on my marking",
    "On Thursday 14 May Year 6 have their assembly",
    "A gem from a Year 9 test",
    "Michelangelo's David, clothed by Year 5 in felt",
    "",
]


def faces(count: int) -> PictureReading:
    return PictureReading("0" * 64, 100, 100, faces=(Face(Region(0, 0, 40, 40), 0.9),) * count)


def beside(
    text: str, count: int = 1, *, account: Account | None = None, answer: str = "", naming: Consent | None = None
) -> list[Finding]:
    """What is said of a text beside a picture of so many faces."""
    people = person_names(NAMES)
    listed = ListedPeople(people, naming={each.person: naming for each in people} if naming else {})
    media = Media.from_bytes(b"x", name="a.jpg", answers={"pupils": answer} if answer else {})
    with guard_with(people=listed, readings={"a.jpg": faces(count)}) as checker:
        report = checker.check(Draft(text, account=account or Account.official(), media=[media]))
    return [finding for finding in report.findings if finding.slug == "identifying-first-name"]


@pytest.mark.parametrize("text", WITH_CLASS)
@pytest.mark.parametrize("register", [NAMES, []], ids=["with a register", "without one"])
def test_a_first_name_with_a_class_points_to_one_child(text: str, register: list[tuple[str, ...]]) -> None:
    found = findings_of("identifying-first-name", text, register_names=register)
    assert found
    assert all(finding.severity is Severity.WARN for finding in found)
    assert {finding.message for finding in found} == {"identifying-first-name.with-class"}
    assert found[0].requirement == "I6"


@pytest.mark.parametrize(
    "text",
    [
        "My form 7Q made a cake. Aleksander iced it himself",
        "Cover with 9B today. Kian asked whether I am human",
    ],
)
def test_a_class_spoken_of_close_by_only_advises(text: str) -> None:
    assert [each.severity for each in findings_of("identifying-first-name", text)] == [Severity.ADVISE]


@pytest.mark.parametrize("text", QUIET)
@pytest.mark.parametrize("register", [NAMES, []], ids=["with a register", "without one"])
def test_says_nothing(text: str, register: list[tuple[str, ...]]) -> None:
    assert findings_of("identifying-first-name", text, register_names=register) == []


@pytest.mark.parametrize("text", WITH_CLASS)
def test_on_the_schools_account_first_name_and_class_are_fine(text: str) -> None:
    assert findings_of("identifying-first-name", text, register_names=NAMES, account=Account.official()) == []


def test_unless_the_policy_lets_nothing_identify_a_child(tmp_path: Path) -> None:
    policy = tmp_path / "school.toml"
    policy.write_text('extends = "demo"\n[rules.identifying-first-name]\nclass_counts_on = "both"\n', "utf-8")
    with Guard.open(policy) as guard:
        report = guard.check(Draft("So proud of Oliver in 4B today", account=Account.official()))
    assert [each.severity for each in report.findings if each.slug == "identifying-first-name"] == [Severity.WARN]


def test_an_unknown_account_counts_as_the_schools() -> None:
    assert findings_of("identifying-first-name", WITH_CLASS[0], account=Account.unknown()) == []


@pytest.mark.parametrize(
    "text",
    ["Well done Amira!", "Amira with her cup", "A proud moment for Siân", "Look at Oliver go", "Ben's first goal"],
)
def test_a_pupils_first_name_beside_one_face(text: str) -> None:
    (finding,) = beside(text)
    assert finding.severity is Severity.WARN
    assert finding.message == "identifying-first-name.beside-face"


@pytest.mark.parametrize(
    "text",
    [
        "Well done everybody!",
        "Thank you Amira, our cook",
        "Mrs Amira opened the fair",
        "May the best team win",
        "Reading Oliver together",
        "Will has been signed",
        "What a goal",
    ],
)
def test_words_that_name_no_pupil_beside_one_face(text: str) -> None:
    assert beside(text) == []


@pytest.mark.parametrize("count", [0, 2, 12])
def test_a_name_beside_no_face_or_many_is_nobodys_face(count: int) -> None:
    assert beside("Well done Amira!", count) == []


@pytest.mark.parametrize("answer", ["no", "family"])
def test_a_picture_that_shows_no_pupil(answer: str) -> None:
    assert beside("Well done Amira, certificate in hand!", account=Account.personal(), answer=answer) == []


def test_at_home_a_name_beside_a_face_takes_pupil_talk() -> None:
    assert beside("Happy birthday Amira", account=Account.personal()) == []
    assert beside("My star pupil of the week: Amira", account=Account.personal())


def test_who_may_be_named_in_full_may_be_named() -> None:
    assert beside("Well done Amira!", naming=Consent.ALLOWED) == []
    assert beside("Well done Amira!", naming=Consent.DENIED)


def test_one_finding_for_each_name_and_one_fix_for_all_its_places() -> None:
    text = "Amira in 4B and Ollie in 3A won. Amira in 4B cried."
    found = findings_of("identifying-first-name", text, register_names=NAMES)
    assert len(found) == 2
    fixed = text
    for edit in sorted(found[0].fixes[0].edits, key=lambda edit: edit.span.start, reverse=True):
        fixed = fixed[: edit.span.start] + edit.text + fixed[edit.span.end :]
    assert fixed == "A pupil in 4B and Ollie in 3A won. A pupil in 4B cried."


def test_nothing_shown_carries_the_name() -> None:
    for finding in findings_of("identifying-first-name", WITH_CLASS[0], register_names=NAMES):
        assert "amira" not in repr((finding.message, finding.params, finding.fingerprint, finding.fixes)).lower()
