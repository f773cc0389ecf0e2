"""What the rules about pictures say of what was seen."""

from __future__ import annotations

from dataclasses import replace

import pytest

from guard import Account, Draft, FixKind, Media, QuestionKey, Report, Severity, SkipCode, Verdict
from guard.formats.text import report_to_text
from guard.model import Region
from guard.reading import Face, FaceMatch, PictureReading
from guard.rule import Consent
from guard.testing import ListedPeople, guard_with

FACE = Face(Region(40, 30, 90, 95), 0.9)
LISTED = replace(FACE, match=FaceMatch("p0", 0.8))
CLEARED = replace(FACE, match=FaceMatch("p1", 0.8))
CONSENTS = {"p0": Consent.DENIED, "p1": Consent.ALLOWED}

PERSONAL = Account.personal("@me")
OFFICIAL = Account.official("@oakfieldacademy")


def report_on(
    *faces: Face,
    account: Account,
    recognised: bool = True,
    text: str = "What a day",
    register: bool = True,
    without_photos: frozenset[str] = frozenset(),
    **answers: str,
) -> Report:
    reading = PictureReading("d" * 64, 400, 300, faces, recognised=recognised)
    media = Media.from_bytes(b"x", name="a.jpg", answers=answers)
    people = ListedPeople(pictures=CONSENTS, without_photos=without_photos) if register else None
    with guard_with(people=people, readings={"a.jpg": reading}) as checker:
        return checker.check(Draft(text, account=account, media=[media]))


def found(report: Report) -> list[tuple[str, Severity]]:
    return [(finding.message, finding.severity) for finding in report.findings]


def test_a_listed_face_stops_on_the_schools_account() -> None:
    report = report_on(LISTED, account=OFFICIAL, cleared="yes")
    assert found(report) == [("listed-person-pictured.possible-match", Severity.STOP)]
    assert report.findings[0].region == LISTED.region


def test_a_listed_face_can_be_mended_in_this_order() -> None:
    finding = report_on(LISTED, account=OFFICIAL).findings[0]
    assert [fix.kind for fix in finding.fixes] == [FixKind.REPLACE_PICTURE, FixKind.BLUR_FACES, FixKind.REMOVE_PICTURE]


def test_blurring_one_face_comes_last_and_only_where_there_are_others() -> None:
    everything = [FixKind.REPLACE_PICTURE, FixKind.BLUR_FACES, FixKind.REMOVE_PICTURE, FixKind.BLUR_ONE_FACE]
    matched = report_on(LISTED, FACE, account=OFFICIAL).findings[0]
    assert [fix.kind for fix in matched.fixes] == everything
    said = report_on(FACE, FACE, account=OFFICIAL, recognised=False, listed="yes").findings[0]
    assert [fix.kind for fix in said.fixes] == everything
    alone = report_on(FACE, account=OFFICIAL, recognised=False, listed="yes").findings[0]
    assert FixKind.BLUR_ONE_FACE not in [fix.kind for fix in alone.fixes]


def test_blurring_one_face_is_not_suggested_where_nothing_can_be_said_first() -> None:
    text = report_to_text(report_on(LISTED, FACE, account=OFFICIAL))
    assert "Blur all faces" in text
    assert "one face" not in text


def test_the_wording_for_a_listed_face_names_nobody_and_only_speaks_of_a_resemblance() -> None:
    (finding, *_) = report_on(LISTED, account=OFFICIAL).to_dict()["findings"]
    assert "may show" in finding["message"]
    assert "p0" not in str(finding)


def test_a_face_cleared_for_the_channel_says_nothing() -> None:
    assert found(report_on(CLEARED, account=OFFICIAL)) == []


def test_a_match_whose_consent_is_unknown_counts_as_listed() -> None:
    stranger = replace(FACE, match=FaceMatch("p9", 0.8))
    assert ("listed-person-pictured.possible-match", Severity.STOP) in found(report_on(stranger, account=OFFICIAL))


def test_no_match_is_never_said_to_be_cleared() -> None:
    report = report_on(FACE, account=OFFICIAL)
    assert found(report) == [("consent-unknown.ask", Severity.ADVISE)]
    assert report.findings[0].question.key is QuestionKey.CLEARED


def test_having_checked_the_list_settles_it() -> None:
    assert found(report_on(FACE, account=OFFICIAL, cleared="yes")) == []
    assert found(report_on(FACE, account=OFFICIAL, cleared="no")) == [("consent-unknown.not-cleared", Severity.ADVISE)]


def test_with_recognition_off_the_question_is_asked_and_nothing_is_called_fine() -> None:
    report = report_on(FACE, account=OFFICIAL, recognised=False)
    assert found(report) == [("listed-person-pictured.ask", Severity.ADVISE)]
    assert [skipped.code for skipped in report.skipped] == [SkipCode.RECOGNITION_OFF]
    assert report.verdict is Verdict.NOT_CHECKED


def test_with_recognition_off_no_is_remembered_for_the_picture() -> None:
    report = report_on(FACE, account=OFFICIAL, recognised=False, listed="no")
    assert (found(report), report.verdict) == ([], Verdict.CLEAR)


def test_with_recognition_off_yes_stops() -> None:
    report = report_on(FACE, account=OFFICIAL, recognised=False, listed="yes")
    assert found(report) == [("listed-person-pictured.said-to-be-listed", Severity.STOP)]


SOME = frozenset({"p0"})


def test_while_somebody_listed_has_no_photo_the_question_goes_on_being_asked() -> None:
    report = report_on(FACE, account=OFFICIAL, without_photos=SOME)
    assert found(report) == [("listed-person-pictured.ask-others", Severity.ADVISE)]
    assert report.findings[0].question.key is QuestionKey.LISTED
    assert [skipped.code for skipped in report.skipped] == [SkipCode.RECOGNITION_OFF]
    assert report.verdict is Verdict.NOT_CHECKED


def test_the_question_says_how_many_cannot_be_recognised_and_who_nowhere() -> None:
    report = report_on(FACE, account=OFFICIAL, without_photos=SOME)
    (asked,) = report.to_dict()["findings"]
    assert "(1 cannot)" in asked["message"]
    assert "p0" not in str(report.to_dict())


@pytest.mark.parametrize(("answer", "verdict"), [("no", Verdict.CLEAR), ("yes", Verdict.STOP)])
def test_the_answer_for_those_without_photos_is_remembered_for_the_picture(answer, verdict) -> None:
    assert report_on(FACE, account=OFFICIAL, without_photos=SOME, listed=answer).verdict is verdict


def test_a_match_set_aside_does_not_answer_for_those_without_photos() -> None:
    report = report_on(CLEARED, account=OFFICIAL, without_photos=SOME)
    assert found(report) == [("listed-person-pictured.ask-others", Severity.ADVISE)]


def test_a_school_that_enrolled_everybody_it_may_not_show_is_not_asked() -> None:
    report = report_on(FACE, account=OFFICIAL, without_photos=frozenset({"p1"}), cleared="yes")
    assert (found(report), report.skipped, report.verdict) == ([], (), Verdict.CLEAR)


def test_a_picture_without_faces_is_not_asked_about_those_without_photos() -> None:
    report = report_on(account=OFFICIAL, without_photos=SOME)
    assert (found(report), report.verdict) == ([], Verdict.CLEAR)


def test_on_a_personal_account_one_question_is_asked_at_a_time() -> None:
    report = report_on(FACE, account=PERSONAL, recognised=False)
    assert found(report) == [("pupils-on-personal-account.ask", Severity.ADVISE)]


@pytest.mark.parametrize("answer", ["no", "family"])
def test_other_peoples_faces_on_a_personal_account_are_fine(answer) -> None:
    report = report_on(FACE, account=PERSONAL, recognised=False, pupils=answer)
    assert (found(report), report.verdict) == ([], Verdict.CLEAR)


def test_pupils_on_a_personal_account_stop() -> None:
    report = report_on(FACE, account=PERSONAL, pupils="yes")
    assert found(report) == [("pupils-on-personal-account.pupils", Severity.STOP)]


def test_the_question_is_firmer_where_the_words_are_the_schools() -> None:
    text = "Sports day at Oakfield Academy. Views my own, not my employer's."
    report = report_on(FACE, account=PERSONAL, text=text)
    assert found(report) == [("pupils-on-personal-account.ask-school", Severity.WARN)]


def test_a_register_match_on_a_personal_account_stops() -> None:
    messages = dict(found(report_on(CLEARED, account=PERSONAL)))
    assert messages["pupils-on-personal-account.resembles-pupil"] is Severity.STOP


def test_a_picture_without_faces_is_asked_nothing() -> None:
    for account in (PERSONAL, OFFICIAL):
        assert found(report_on(account=account)) == []


def test_several_listed_faces_are_several_findings() -> None:
    other = replace(LISTED, region=Region(200, 30, 260, 95))
    prints = {each.fingerprint for each in report_on(LISTED, other, account=OFFICIAL).findings}
    assert len(prints) == 2


def test_an_unknown_account_is_asked_mildly() -> None:
    severities = {finding.slug: finding.severity for finding in report_on(FACE, account=Account.unknown()).findings}
    assert severities == {"pupils-on-personal-account": Severity.ADVISE, "consent-unknown": Severity.ADVISE}
