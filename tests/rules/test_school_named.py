from __future__ import annotations

import msgspec
import pytest

from guard import Account
from guard.model import Draft, Edit, Finding, FixKind, Kind, Media, Part, QuestionKey, Role, Severity
from guard.policy.models import Disclaimer
from guard.reading import PictureReading
from guard.testing import findings_of, guard_with

WARNED = [
    "Great day at Oakfield Academy today",
    "So proud of everybody at Oakfield Academy for the harvest festival. Over 200 tins!",
    "OAKFIELD ACADEMY SPORTS DAY WAS A BELTER",
    "oakfield academy really is the best place",
    "Óakfield Académy turned out in force for the litter pick",
    "Oakfield Academy's new library is open at last",
    "Oakfield-Academy ten mile walk done, feet ruined",
    "Oakfeild Academy open evening went well",
    "Oakfield Acadmy quiz night, we came second",
    "Oakfields Academy summer fair raised a fortune",
    "Wet play again at Oakfield. My Year 4s were saints.",
    "Proud to work at Oakfield",
    "I teach at Oakfield and I would not swap it",
    "Oakfield pupils were a credit to themselves in assembly",
    "Staff meeting at Oakfield ran until six",
    "Another rainy duty at Oakfield in Millbrook",
    "What a team at Oakfield: the nativity was lovely",
    "OFA sixth form open evening tonight",
    "Hard hat on for the new O.F.A. sports hall",
    "#OakfieldAcademy",
    "Long week but worth it #oakfieldacademy #teacherlife",
    "Marking done, marathon next #TeamOakfieldAcademy",
    "Thank you @oakfieldacademy for a lovely leaving do",
    "Write to me at j.bloggs@oakfield-academy.example about the reunion",
    "Photos on https://www.oakfield-academy.example/news soon",
    "Loads more at x.com/oakfieldacademy tonight",
    "Rooted in kindness, as we say at our school",
    "First week as head of year at Oakfield Academy and I already need a nap",
    "My daughter came to see the classroom at Oakfield Academy, where I teach",
    "Our Year 11s left today. Oakfield Academy will not be the same.",
    "The views from Oakfield Academy are stunning this morning",
    "He says views are his own, but Oakfield Academy is still brilliant",
    "Our policy says to write 'views are my own' when we mention Oakfield Academy",
]
ADVISED = [
    "Lovely walk near Oakfield",
    "Rooted in kindness",
    "So good to be back at oakfield",
    "My Year 4s made me a card",
    "So proud of my class for their assembly",
    "Our headteacher has been nominated for an award",
    "Marking Year 9 books all Sunday",
    "Oakfield Primary had a lovely fair",
]
QUIET = [
    "Great day at Oakfield Academy today. Views are my own.",
    "Oakfield Academy choir sang like angels. Opinions my own, not my school's.",
    "Proud of Oakfield Academy #viewsmyown",
    "Oakfield Academy was on fine form. I am not speaking on behalf of my employer.",
    "Great day at Oakfield Academy. The views in this post are my own and not those of my academy.",
    "We beat Oakfield 3-1 in the cup!",
    "Our Year 9s beat Oakfield Academy 3-1",
    "Away at Oakfield Academy tonight, wrap up warm",
    "Riverside High vs Oakfield Academy, 4pm kick-off",
    "Tough draw with Oakfield Academy but a great effort",
    "Lost to Oakfield Academy on penalties, gutted",
    "My daughter's first day at Oakfield Academy and I am a wreck",
    "My son starts at Oakfield Academy in September",
    "Picked up my youngest from Oakfield Academy, snack demanded at once",
    "As a parent I think Oakfield Academy handled the snow day well",
    "Crash on Oakfield Road, avoid if possible",
    "Oakfield Park run was muddy this morning",
    "Pumpkins at Oakfield Farm shop are huge",
    "Oakfield Garage saved my MOT, go see them",
    "Mrs Oakfield next door makes the best jam",
    "The Gazette reports that Oakfield Academy is to expand",
    "Vacancy: caretaker, Oakfield Academy. Closing date Friday.",
    "Three-bed house for sale, close to Oakfield Academy",
    "The oak field behind the village is full of poppies",
    "Views over the valley were worth the climb",
    "My son's Year 4 class went to the zoo",
    "My yoga class was lovely tonight",
    "Inset day tomorrow, so my kids are at nan's",
    "An academy award would suit that film",
    "We were rooted to the spot. Such kindness!",
    "Sofa so comfy I may never leave",
    "",
]


@pytest.mark.parametrize("text", WARNED)
def test_naming_the_school_without_a_disclaimer_warns(text: str) -> None:
    (finding,) = findings_of("school-named", text)
    assert finding.severity is Severity.WARN
    assert finding.requirement == "B1"


@pytest.mark.parametrize("text", ADVISED)
def test_what_may_mean_the_school_only_advises(text: str) -> None:
    (finding,) = findings_of("school-named", text)
    assert finding.severity is Severity.ADVISE


@pytest.mark.parametrize("text", QUIET)
def test_says_nothing(text: str) -> None:
    assert findings_of("school-named", text) == []


@pytest.mark.parametrize("text", WARNED + ADVISED)
@pytest.mark.parametrize("site", ["", "x.com"])
def test_the_fix_settles_it(text: str, site: str) -> None:
    (finding,) = findings_of("school-named", text, site=site)
    assert findings_of("school-named", _fixed(text, finding), site=site) == []


def test_marks_exactly_what_names_the_school() -> None:
    text = "Hooray 🎉 for Oakfield Academy!"
    (finding,) = findings_of("school-named", text)
    assert finding.span is not None
    assert text[finding.span.start : finding.span.end] == "Oakfield Academy"


def test_one_finding_however_often_the_school_is_named() -> None:
    assert (
        len(findings_of("school-named", "Oakfield Academy! Oakfield Academy! @oakfieldacademy #OakfieldAcademy")) == 1
    )


def test_the_same_finding_tomorrow_in_other_words() -> None:
    with guard_with() as checker:
        prints = {
            finding.fingerprint
            for text in ("Great day at Oakfield Academy", "Rain at OAKFIELD  Academy again")
            for finding in checker.check(Draft(text, account=Account.personal())).findings
            if finding.slug == "school-named"
        }
    assert len(prints) == 1


@pytest.mark.parametrize("account", [Account.official("@oakfieldacademy"), Account.official()])
def test_the_schools_own_account_may_name_it(account: Account) -> None:
    assert findings_of("school-named", "Great day at Oakfield Academy today", account=account) == []


def test_an_unknown_account_is_treated_more_mildly() -> None:
    (finding,) = findings_of("school-named", "Great day at Oakfield Academy today", account=Account.unknown())
    assert finding.severity is Severity.ADVISE


def test_a_disclaimer_in_the_profile_is_enough() -> None:
    bio = "Teacher. Runner. Views my own."
    assert findings_of("school-named", "Great day at Oakfield Academy", profile_text=bio) == []


def test_a_profile_without_one_is_not_asked_about() -> None:
    (finding,) = findings_of("school-named", "Great day at Oakfield Academy", profile_text="Teacher. Runner.")
    assert finding.question is None


def test_asks_about_the_profile_until_answered() -> None:
    text = "Great day at Oakfield Academy"
    (finding,) = findings_of("school-named", text)
    assert finding.question is not None
    assert finding.question.key is QuestionKey.PROFILE_DISCLAIMER
    assert findings_of("school-named", text, answers={"profile_disclaimer": "yes"}) == []
    (finding,) = findings_of("school-named", text, answers={"profile_disclaimer": "no"})
    assert finding.question is None


def test_the_short_wording_where_the_long_one_does_not_fit() -> None:
    text = "Great day at Oakfield Academy. " + "Everybody sang and sang. " * 8
    (long,) = findings_of("school-named", text, site="facebook.com")
    (short,) = findings_of("school-named", text, site="x.com")
    assert "The views in this post" in _fixed(text, long)
    assert len(_fixed(text, short)) <= 280


@pytest.mark.parametrize(
    ("text", "joint"),
    [
        ("Great day at Oakfield Academy!", "! The"),
        ("Great day at Oakfield Academy", "Academy. The"),
        ("Great day at Oakfield Academy! 🎉", "🎉 The"),
        ("Great day! #OakfieldAcademy", "Academy\nThe"),
        ("See https://oakfield-academy.example/news", "news\nThe"),
        ("Great day at Oakfield Academy\n\nThanks all", "all\n\nThe"),
        ("Great day at Oakfield Academy\nThanks all ", "all\nThe"),
        ("Great day at Oakfield Academy\n", "\nThe"),
    ],
)
def test_the_disclaimer_is_joined_on_tidily(text: str, joint: str) -> None:
    (finding,) = findings_of("school-named", text)
    assert joint in _fixed(text, finding)


def test_a_disclaimer_anywhere_in_a_thread_counts_and_the_fix_goes_last() -> None:
    def check(*texts: str) -> list[Finding]:
        parts = [Part(text, Role.THREAD) for text in texts]
        with guard_with() as checker:
            report = checker.check(Draft(parts=parts, account=Account.personal()))
        return [finding for finding in report.findings if finding.slug == "school-named"]

    (finding,) = check("Great day at Oakfield Academy.", "More soon.")
    assert finding.part == 0
    assert finding.fixes[0].edits[0].part == 1
    assert check("Great day at Oakfield Academy.", "More soon. Views my own.") == []


@pytest.mark.parametrize("kind", list(Kind))
def test_holds_for_every_kind_of_posting(kind: Kind) -> None:
    assert findings_of("school-named", "Great day at Oakfield Academy", kind=kind)


def test_a_description_of_a_picture_counts_and_a_file_name_does_not() -> None:
    def named(name: str = "", alt: str = "") -> list[str]:
        with guard_with(readings={"": _no_faces(), "oakfield-academy.jpg": _no_faces()}) as checker:
            draft = Draft("Hello", account=Account.personal(), media=[Media.from_bytes(b"x", name=name, alt=alt)])
            return [finding.slug for finding in checker.check(draft).findings if finding.slug == "school-named"]

    assert named(alt="The gates of Oakfield Academy")
    assert not named(name="oakfield-academy.jpg")


def test_where_the_employer_has_to_be_denied_a_plain_disclaimer_is_not_enough() -> None:
    with guard_with() as checker:
        strict = Disclaimer(accepts_profile=False, must_deny_employer=True)
        checker.policy = msgspec.structs.replace(checker.policy, disclaimer=strict)

        def said(text: str, profile_text: str = "") -> list[str]:
            findings = checker.check(Draft(text, account=Account.personal(), profile_text=profile_text)).findings
            return [finding.message for finding in findings if finding.slug == "school-named"]

        plain = "Great day at Oakfield Academy. Views my own."
        assert said(plain) == ["school-named.employer-not-denied"]
        assert said("Great day at Oakfield Academy. Views my own, not those of my employer.") == []
        assert said("Great day at Oakfield Academy.", profile_text="Views my own, not my employer's") != []


def _no_faces() -> PictureReading:
    return PictureReading("0" * 64, 10, 10)


def _fixed(text: str, finding: Finding) -> str:
    (fix,) = finding.fixes
    assert fix.kind is FixKind.EDIT_TEXT
    edit: Edit = fix.edits[0]
    return text[: edit.span.start] + edit.text + text[edit.span.end :]
