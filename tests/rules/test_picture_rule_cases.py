"""The rules about pictures over what may come together: whose account, what was recognised, what was answered.

Each rule has at least 25 pictures it must speak of and 25 it must leave alone; the table says which is which, and why.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import product

import pytest

from guard import Account, Draft, Media, Severity
from guard.model import Region
from guard.reading import Face, FaceMatch, PictureReading
from guard.rule import Consent
from guard.testing import ListedPeople, guard_with

PERSONAL, OFFICIAL, UNKNOWN = Account.personal("@me"), Account.official("@oakfieldacademy"), Account.unknown()
ACCOUNTS = (PERSONAL, OFFICIAL, UNKNOWN)

STRANGER = Face(Region(40, 30, 90, 95), 0.9)
DENIED = replace(STRANGER, match=FaceMatch("p0", 0.8))
CLEARED = replace(STRANGER, match=FaceMatch("p1", 0.8))
UNSAID = replace(STRANGER, match=FaceMatch("p9", 0.8))
CONSENTS = {"p0": Consent.DENIED, "p1": Consent.ALLOWED}
NEIGHBOUR = replace(STRANGER, region=Region(200, 30, 250, 95))

QUIET = ("", "What a day", "Lovely weather on the moors")
SCHOOL = (
    "Sports day at Oakfield Academy. Views my own, not my employer's.",
    "Proud of my Year 4s today. Views my own, not my employer's.",
)


@dataclass(frozen=True)
class Case:
    """One picture on one account."""

    account: Account
    faces: tuple[Face, ...] = ()
    recognised: bool = True
    text: str = "What a day"
    answers: dict[str, str] = field(default_factory=dict)
    register: bool = True

    def __str__(self) -> str:
        matches = "+".join(face.match.person if face.match else "stranger" for face in self.faces) or "nobody"
        answers = ",".join(f"{key}={value}" for key, value in self.answers.items())
        return f"{self.account.kind}-{matches}-{'seen' if self.recognised else 'counted'}-{answers}-{self.text[:12]}"

    def severities(self, slug: str) -> list[Severity]:
        reading = PictureReading("d" * 64, 400, 300, self.faces, recognised=self.recognised)
        media = Media.from_bytes(b"x", name="a.jpg", answers=self.answers)
        people = ListedPeople(pictures=CONSENTS) if self.register else None
        with guard_with(people=people, readings={"a.jpg": reading}) as checker:
            report = checker.check(Draft(self.text, account=self.account, media=[media]))
        return [finding.severity for finding in report.findings if finding.slug == slug]


ANSWERS: tuple[dict[str, str], ...] = ({}, {"cleared": "yes"}, {"pupils": "no"}, {"pupils": "family"})


def listed_must_stop() -> Iterator[Case]:
    # A likeness of somebody who may not be shown stops whatever was answered about other things.
    for account, face, answers in product(ACCOUNTS, (DENIED, UNSAID), ANSWERS):
        yield Case(account, (face,), answers=answers)
    for account in ACCOUNTS:
        yield Case(account, (STRANGER, CLEARED, DENIED))
        yield Case(account, (STRANGER,), recognised=False, answers={"listed": "yes"})


def listed_must_not_stop() -> Iterator[Case]:
    for account, face, answers in product(ACCOUNTS, (CLEARED, STRANGER), ANSWERS):
        yield Case(account, (face,), answers=answers)
    for account in ACCOUNTS:
        yield Case(account)
        yield Case(account, (STRANGER,), recognised=False, answers={"listed": "no"})


@pytest.mark.parametrize("case", tuple(listed_must_stop()), ids=str)
def test_somebody_who_may_not_be_shown_stops(case: Case) -> None:
    assert Severity.STOP in case.severities("listed-person-pictured")


@pytest.mark.parametrize("case", tuple(listed_must_not_stop()), ids=str)
def test_everybody_else_does_not(case: Case) -> None:
    assert case.severities("listed-person-pictured") == []


def pupils_must_be_spoken_of() -> Iterator[tuple[Case, Severity]]:
    for text, recognised, register in product((*QUIET, *SCHOOL), (True, False), (True, False)):
        yield Case(PERSONAL, (STRANGER,), recognised, text, {"pupils": "yes"}, register), Severity.STOP
    for text, recognised in product(QUIET, (True, False)):
        yield Case(PERSONAL, (STRANGER, NEIGHBOUR), recognised, text), Severity.ADVISE
    for text, recognised in product(SCHOOL, (True, False)):
        yield Case(PERSONAL, (STRANGER,), recognised, text), Severity.WARN
    for face in (DENIED, CLEARED, UNSAID):
        yield Case(PERSONAL, (face,)), Severity.STOP


def pupils_must_be_left_alone() -> Iterator[Case]:
    # The school's own account is the place for them, and other people's children are nobody's business.
    for text, answers in product((*QUIET, *SCHOOL), ANSWERS):
        yield Case(OFFICIAL, (STRANGER,), text=text, answers=answers)
    for text, answer in product((*QUIET, *SCHOOL), ("no", "family")):
        yield Case(PERSONAL, (STRANGER,), text=text, answers={"pupils": answer})
    for text in QUIET:
        yield Case(PERSONAL, text=text)


@pytest.mark.parametrize(("case", "severity"), tuple(pupils_must_be_spoken_of()), ids=str)
def test_pupils_on_a_personal_account_are_spoken_of(case: Case, severity: Severity) -> None:
    assert case.severities("pupils-on-personal-account") == [severity]


@pytest.mark.parametrize("case", tuple(pupils_must_be_left_alone()), ids=str)
def test_other_pictures_are_left_alone(case: Case) -> None:
    assert case.severities("pupils-on-personal-account") == []


def consent_must_be_asked() -> Iterator[Case]:
    for text, faces, answers in product(
        (*QUIET, *SCHOOL), ((STRANGER,), (STRANGER, NEIGHBOUR), (CLEARED, NEIGHBOUR)), ({}, {"cleared": "no"})
    ):
        yield Case(OFFICIAL, faces, text=text, answers=answers)
    # Without a register nothing else asks about the faces.
    yield Case(OFFICIAL, (STRANGER,), recognised=False, register=False)


def consent_must_not_be_asked() -> Iterator[Case]:
    for text, faces in product((*QUIET, *SCHOOL), ((), (CLEARED,), (CLEARED, CLEARED))):
        yield Case(OFFICIAL, faces, text=text)
    for text in (*QUIET, *SCHOOL):
        yield Case(OFFICIAL, (STRANGER,), text=text, answers={"cleared": "yes"})
        yield Case(PERSONAL, (STRANGER,), text=text)
    # A likeness that already stops the post is not asked about again, nor is a picture with the list's own question.
    yield Case(OFFICIAL, (DENIED,))
    yield Case(OFFICIAL, (STRANGER,), recognised=False)


@pytest.mark.parametrize("case", tuple(consent_must_be_asked()), ids=str)
def test_faces_nobody_cleared_are_asked_about(case: Case) -> None:
    assert case.severities("consent-unknown") == [Severity.ADVISE]


@pytest.mark.parametrize("case", tuple(consent_must_not_be_asked()), ids=str)
def test_settled_faces_are_not_asked_about(case: Case) -> None:
    assert case.severities("consent-unknown") == []


def test_each_rule_has_cases_enough() -> None:
    for cases in (
        listed_must_stop,
        listed_must_not_stop,
        pupils_must_be_spoken_of,
        pupils_must_be_left_alone,
        consent_must_be_asked,
        consent_must_not_be_asked,
    ):
        assert sum(1 for _ in cases()) >= 25, cases.__name__
