from __future__ import annotations

import pytest

from guard import Account, Draft
from guard.model import Finding, FixKind, Media, Region, Severity
from guard.reading import Face, PictureReading
from guard.rule import Consent
from guard.testing import ListedPeople, guard_with, person_names

NAMES = [
    ("Amira", "Oyelaran", "4B"),
    ("Benjamin", "Smith-Jones", "6C"),
    ("Siân", "O'Neill", "2A"),
    ("Mary-Jane", "McDonald", "5B"),
    ("Oliver", "James", "3A"),
    ("Mark", "Page", "6C"),
]
BOTH = [
    "Congratulations to Amira Oyelaran!",
    "amira oyelaran with the cup",
    "STAR OF THE WEEK: AMIRA OYELARAN",
    "Star of the week: Oyelaran, Amira",
    "Our captain Amira Grace Oyelaran",
    "Amira\nOyelaran",
    "Amira Oyelaran's painting won the prize",
    "Sian O’Neill met the mayor",
    "Siân ONeill and her cake",
    "Ben Smith-Jones scored a hat-trick",
    "Benjamin Smith played Joseph",
    "Benji Jones, a brilliant donkey",
    "Mary-Jane MacDonald lit the candle",
    "Mary Jane Mc Donald led the singing",
    "Ollie James is our mathematician of the week",
    "#AmiraOyelaran",
    "What a race! #WellDoneAmiraOyelaran",
    "#amiraoyelaran for school council",
    "Lovely song by @amira_oyelaran",
    "Certificate for Mark Page in 6C",
    "Pictured: Amira Oyelaran (left) and friends",
    "Photo: Oliver James at the finish line",
    "1st Amira Oyelaran, 2nd Oliver James",
    "Head pupils for this year: Amira Oyelaran and Ben Smith-Jones",
    "So proud of Siân O'Neill from 2A, who raised £300",
    "Results are in. Oliver James: eight grade 9s!",
]
QUIET = [
    "Congratulations to everybody!",
    "Well done Amira",
    "Amira and Oliver with the cup",
    "Mrs Oyelaran baked the cakes",
    "Mrs Amira Oyelaran opened the fair",
    "Our governor Amira Oyelaran cut the ribbon",
    "A new novel by Amira Oyelaran is in the library",
    "Oliver James, our headteacher, in a wig",
    "Mark Page and the band were loud",
    "Please mark page 4",
    "Amira Oyelaren was ace",
    "A. Oyelaran",
    "A.O. was a star",
    "Amira O. read well",
    "#Amira",
    "#TeamOliver",
    "@oliver thank you",
    "Benjamin Zephaniah week in English",
    "Amira met Grace Olusola",
    "Smith and Jones the builders",
    "Old McDonald had a farm",
    "Neill wrote to Sian Phillips",
    "James, Oliver and Mia sang",
    "Great day at Oakfield Academy today",
    "Year 4 made Roman shields",
    "",
]


def checked(
    text: str,
    *,
    faces: int = 1,
    account: Account | None = None,
    answer: str = "",
    naming: Consent | None = None,
    alt: str = "",
    name: str = "a.jpg",
) -> list[Finding]:
    people = person_names(NAMES)
    listed = ListedPeople(people, naming={each.person: naming for each in people} if naming else {})
    media = Media.from_bytes(b"x", name=name, alt=alt, answers={"pupils": answer} if answer else {})
    picture = PictureReading("0" * 64, 100, 100, faces=(Face(Region(0, 0, 40, 40), 0.9),) * faces)
    with guard_with(people=listed, readings={name: picture}) as checker:
        report = checker.check(Draft(text, account=account or Account.official(), media=[media]))
    return [finding for finding in report.findings if finding.slug == "name-and-picture"]


@pytest.mark.parametrize("text", BOTH)
def test_a_full_name_beside_faces_warns(text: str) -> None:
    (finding,) = checked(text)
    assert finding.severity is Severity.WARN
    assert finding.requirement == "X1"


@pytest.mark.parametrize("text", QUIET)
def test_says_nothing(text: str) -> None:
    assert checked(text) == []


@pytest.mark.parametrize("account", [Account.personal(), Account.official(), Account.unknown()])
@pytest.mark.parametrize("faces", [1, 7])
def test_on_every_account_and_however_many_faces(account: Account, faces: int) -> None:
    (finding,) = checked(BOTH[0], faces=faces, account=account)
    assert finding.severity is Severity.WARN


def test_one_or_the_other_is_fine() -> None:
    assert checked(BOTH[0], faces=0) == []
    assert checked("What a cup!") == []


@pytest.mark.parametrize("answer", ["no", "family"])
def test_a_picture_of_no_pupils_is_fine(answer: str) -> None:
    assert checked(BOTH[0], answer=answer) == []


def test_holds_even_where_the_name_alone_may_be_published() -> None:
    assert checked(BOTH[0], naming=Consent.ALLOWED)


def test_a_description_and_a_file_name_count() -> None:
    assert checked("What a cup!", alt="Amira Oyelaran holds a cup")
    assert checked("What a cup!", name="amira-oyelaran-4b.jpg")


def test_one_finding_a_post_and_either_fix_settles_it() -> None:
    (finding,) = checked("Amira Oyelaran and Oliver James won")
    words, picture = finding.fixes
    assert words.kind is FixKind.EDIT_TEXT
    assert [edit.text for edit in words.edits] == ["A pupil", "a pupil"]
    assert picture.kind is FixKind.REMOVE_PICTURE
    assert picture.media == 0


def test_nothing_shown_carries_the_name() -> None:
    (finding,) = checked(BOTH[0])
    assert "amira" not in repr((finding.message, finding.params, finding.fingerprint, finding.fixes)).lower()
