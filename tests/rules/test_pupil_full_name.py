from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from guard import Account
from guard.model import Draft, Finding, FixKind, Media, Part, Role, Severity
from guard.reading import PictureReading
from guard.rule import Consent
from guard.testing import ListedPeople, findings_of, guard_with, person_names

NAMES = [
    ("Amira", "Oyelaran", "4B"),
    ("Benjamin", "Smith-Jones", "6C"),
    ("Siân", "O'Neill", "2A"),
    ("Mary-Jane", "McDonald", "5B"),
    ("Oliver", "James", "3A"),
    ("Mark", "Page", "6C"),
    ("Will", "Read", "1A"),
    ("Grace", "May", "4B"),
    ("Zofia", "Kowalczyk-Wrona", "7X"),
]
STOPPED = [
    "Well done to Amira Oyelaran in 4B!",
    "Amira Oyelaran",
    "amira oyelaran was star of the week",
    "STAR OF THE WEEK: AMIRA OYELARAN",
    "Star of the week: Oyelaran, Amira",
    "Oyelaran Amira came first in the cross country",
    "Amira Grace Oyelaran read beautifully",
    'Our captain Amira "Mimi" Oyelaran scored twice',
    "Amira\nOyelaran",
    "Amira Oyelaran's painting won the prize",
    "Amira Oyelaran’s poem made us all cry",
    "Ａmira Oyelaran",
    "Ben Smith-Jones scored a hat-trick",
    "Benjamin Smith played Joseph",
    "Benji Jones was a brilliant donkey",
    "Sian O’Neill and her class met the mayor",
    "Siân ONeill won the bake-off",
    "Mary-Jane MacDonald lit the candle",
    "Mary Jane Mc Donald led the singing",
    "Ollie James is our mathematician of the week",
    "Zofia Kowalczyk joined the choir",
    "#AmiraOyelaran",
    "What a race! #WellDoneAmiraOyelaran",
    "#amiraoyelaran for school council",
    "Vote @amira_oyelaran for head girl",
    "Lovely song by @amiraoyelaran1",
    "Certificate for Mark Page in 6C",
    "Will Read got his pen licence in class today",
    "Sports day winners: Grace May (4B), then two from 3A",
    "Swimming gala: 1st Amira Oyelaran, 2nd Year 6",
]
ADVISED = [
    "Our governor Amira Oyelaran opened the fair",
    "Thank you Mrs Amira Oyelaran for the cakes",
    "Dr Amira Oyelaran spoke about bees",
    "A new novel by Amira Oyelaran is in the library",
    "Amira Oyelaran (1912-1980) painted the sea",
    "Oliver James, our headteacher, wore a wig",
    "Mark Page and the band were loud",
    "Amira Oyelaren was ace",
    "A. Oyelaran",
]
QUIET = [
    "Amira was star of the week",
    "Well done Amira and Ben",
    "Mrs Oyelaran brought the cakes",
    "Oyelaran is a lovely name",
    "Please mark page 4 by Friday",
    "I will read to the class tomorrow",
    "May grace and peace be with us",
    "They may mark pages in pencil",
    "The grace may be said by anybody",
    "James, Oliver and Mia sang",
    "Oliver and James shared a bike",
    "Amira met Grace Olusola at the park",
    "Smith and Jones the builders",
    "Mary had a little lamb",
    "Amira O. read well",
    "A.O. was a star",
    "#Amira",
    "#TeamGrace",
    "@grace thank you",
    "We will. Read the letter first.",
    "Mark: page six needs a look",
    "Ben Nevis here we come",
    "Neill wrote to Sian Phillips",
    "Old McDonald had a farm",
    "Zofia and the Kowalczyks next door",
    "Benjamin Zephaniah week in English",
    "William Shakespeare, Emily Bronte and Charles Dickens",
    "Grace under pressure. May the best team win.",
    "",
    "Great day at Oakfield Academy today",
]


def _findings(text: str, account: Account | None = None, **draft: Any) -> list[Finding]:
    return findings_of("pupil-full-name", text, register_names=NAMES, account=account, **draft)


def _fixed(text: str, finding: Finding, label: str) -> str:
    (fix,) = [fix for fix in finding.fixes if fix.label == label]
    assert fix.kind is FixKind.EDIT_TEXT
    for edit in sorted(fix.edits, key=lambda edit: edit.span.start, reverse=True):
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    return text


@pytest.mark.parametrize("text", STOPPED)
@pytest.mark.parametrize("account", [Account.personal(), Account.official(), Account.unknown()])
def test_a_full_name_stops_on_every_account(text: str, account: Account) -> None:
    (finding,) = _findings(text, account)
    assert finding.severity is Severity.STOP
    assert finding.requirement == "I5"


@pytest.mark.parametrize("text", ADVISED)
def test_what_may_be_somebody_else_only_advises(text: str) -> None:
    (finding,) = _findings(text)
    assert finding.severity is Severity.ADVISE


@pytest.mark.parametrize("text", QUIET)
def test_says_nothing(text: str) -> None:
    assert _findings(text) == []


@pytest.mark.parametrize("text", STOPPED + ADVISED)
def test_leaving_the_name_out_settles_it(text: str) -> None:
    (finding,) = _findings(text)
    assert _findings(_fixed(text, finding, "leave-name-out")) == []


@pytest.mark.parametrize(
    ("text", "shortened"),
    [
        ("Well done to Amira Oyelaran in 4B!", "Well done to Amira in 4B!"),
        ("Oyelaran, Amira came first", "Amira came first"),
        ("Amira Grace Oyelaran's painting", "Amira's painting"),
        ("Benji Jones was a brilliant donkey", "Benji was a brilliant donkey"),
    ],
)
def test_on_the_schools_account_the_first_name_may_stay(text: str, shortened: str) -> None:
    (finding,) = _findings(text, Account.official())
    assert finding.fixes[0].label == "first-name-only"
    assert _fixed(text, finding, "first-name-only") == shortened
    assert _findings(shortened, Account.official()) == []


def test_on_a_personal_account_the_first_name_is_no_fix() -> None:
    (finding,) = _findings("Well done to Amira Oyelaran!")
    assert [fix.label for fix in finding.fixes] == ["leave-name-out"]


def test_initials_are_fine_on_the_schools_account() -> None:
    assert _findings("A. Oyelaran won the race", Account.official()) == []


def test_a_tag_is_left_out_whole() -> None:
    text = "What a race! #WellDoneAmiraOyelaran 🎉"
    (finding,) = _findings(text)
    assert _fixed(text, finding, "leave-name-out") == "What a race! 🎉"


def test_one_finding_for_each_person_and_one_fix_for_all_places() -> None:
    text = "Amira Oyelaran and Ollie James won. Amira Oyelaran cried."
    findings = _findings(text)
    assert len(findings) == 2
    assert _fixed(text, findings[0], "leave-name-out") == "A pupil and Ollie James won. A pupil cried."


def test_somebody_else_of_that_name_does_not_hide_the_pupil() -> None:
    (finding,) = _findings("Mrs Amira Oyelaran clapped as Amira Oyelaran in Year 4 sang")
    assert finding.severity is Severity.STOP


@pytest.mark.parametrize("role", [Role.BODY, Role.TITLE, Role.THREAD])
def test_every_part_is_read(role: Role) -> None:
    with guard_with(people=ListedPeople(person_names(NAMES))) as checker:
        report = checker.check(Draft(parts=[Part("Hello"), Part("Amira Oyelaran", role)], account=Account.official()))
    (finding,) = [finding for finding in report.findings if finding.slug == "pupil-full-name"]
    assert finding.part == 1


@pytest.mark.parametrize(
    "name",
    [
        "amira-oyelaran-4b.jpg",
        "AmiraOyelaran1.jpg",
        "oyelaran_amira.PNG",
        "IMG 12 Amira Oyelaran (2).jpeg",
        "amiraoyelaran.webp",
    ],
)
def test_file_names_and_descriptions_are_read_and_point_to_their_part(name: str) -> None:
    reader = {name: PictureReading("0" * 64, 10, 10)}
    media = Media.from_bytes(b"x", name=name, alt="Siân O'Neill with a shield")
    with guard_with(people=ListedPeople(person_names(NAMES)), readings=reader) as checker:
        report = checker.check(Draft("Hello", account=Account.official(), media=[media]))
    found = [finding for finding in report.findings if finding.slug == "pupil-full-name"]
    assert [finding.part for finding in found] == [1, 2]
    assert all(finding.severity is Severity.STOP for finding in found)


def test_who_may_be_named_here_may_be_named() -> None:
    def checked(naming: dict[str, Consent], people: Sequence[tuple[str, ...]]) -> list[Finding]:
        with guard_with(people=ListedPeople(person_names(people), naming=naming)) as checker:
            report = checker.check(Draft("Well done Amira Oyelaran", account=Account.official()))
        return [finding for finding in report.findings if finding.slug == "pupil-full-name"]

    assert checked({"p0": Consent.ALLOWED}, NAMES) == []
    assert checked({"p0": Consent.DENIED}, NAMES) != []
    namesakes = [("Amira", "Oyelaran", "4B"), ("Amira", "Oyelaran", "1A")]
    assert len(checked({"p0": Consent.ALLOWED}, namesakes)) == 1


@pytest.mark.parametrize("account", [Account.personal(), Account.official()])
def test_nothing_shown_carries_the_name(account: Account) -> None:
    (finding,) = _findings("Well done to Amira Oyelaran in 4B!", account)
    shown = repr((finding.message, finding.params, finding.fingerprint, finding.fixes))
    assert "amira" not in shown.lower()
    assert "oyelaran" not in shown.lower()


def test_without_a_register_nothing_is_said() -> None:
    assert findings_of("pupil-full-name", "Well done to Amira Oyelaran in 4B!") == []
