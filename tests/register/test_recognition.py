"""Who may be recognised: only with a valid biometric consent, and not a day longer."""

from __future__ import annotations

import struct
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from guard.guard import Guard
from guard.model import Account, Draft, Media, Region, Verdict
from guard.reading import Face, PictureReading
from guard.register import (
    AnotherFace,
    BiometricConsent,
    ConsentEntry,
    ConsentGone,
    ConsentState,
    GivenBy,
    InvalidEntry,
    PersonKind,
    PhotosKept,
    Purpose,
    RecognitionRefused,
    UnknownPerson,
)
from guard.register.register import Register
from guard.testing import GivenReadings
from tests.register.support import NOW, TODAY, Clock, bytes_beside, consent, open_register, pupil, template

DAY = timedelta(days=1)


def recognised(register: Register, at: datetime = NOW) -> set[str]:
    return {each.person for each in register.gallery(0.5, at).people}


def test_an_enrolled_person_is_in_the_gallery_with_the_templates_as_given(register: Register) -> None:
    reference = register.add(pupil())
    register.add(pupil())
    register.enrol(reference[:8], [template(1), template(2)], consent())
    gallery = register.gallery(0.4, NOW)
    assert gallery.threshold == 0.4
    assert [(each.person, set(each.templates)) for each in gallery.people] == [(reference, {template(1), template(2)})]
    assert register.summary().recognisable == 1


def test_nobody_is_recognised_without_being_enrolled(register: Register) -> None:
    register.add(pupil())
    assert register.gallery(0.5, NOW).people == ()


def test_a_consent_ends_after_twelve_months_at_the_latest(register: Register) -> None:
    reference = register.add(pupil())
    register.enrol(reference, [template()], consent(date(2026, 9, 1)))
    last_day = datetime.fromisoformat("2027-08-31T23:59:59+01:00")
    assert recognised(register, last_day) == {reference}
    assert recognised(register, last_day + timedelta(seconds=1)) == set()


def test_a_consent_may_end_sooner(register: Register) -> None:
    reference = register.add(pupil())
    register.enrol(reference, [template()], consent(expires_on=TODAY + DAY))
    assert recognised(register) == {reference}
    assert recognised(register, NOW + DAY) == set()


def test_before_the_day_of_the_consent_nobody_is_recognised(register: Register) -> None:
    reference = register.add(pupil())
    register.enrol(reference, [template()], consent(TODAY))
    assert recognised(register, NOW - DAY) == set()


@pytest.mark.parametrize("expires_on", [date(2026, 9, 1), date(2026, 8, 1), date(2027, 9, 2)])
def test_an_end_before_the_beginning_or_beyond_twelve_months_is_refused(expires_on: date) -> None:
    with pytest.raises(InvalidEntry, match="12 months"):
        consent(date(2026, 9, 1), expires_on=expires_on)


def test_twelve_months_from_a_leap_day_end_with_february() -> None:
    assert consent(date(2028, 2, 29)).ends_on == date(2029, 2, 28)


@pytest.mark.parametrize(
    ("refused", "kind"),
    [
        (consent(given_by=GivenBy.PUPIL), PersonKind.PUPIL),
        (consent(given_by=GivenBy.ADULT), PersonKind.PUPIL),
        (consent(parents_told_on=None), PersonKind.PUPIL),
        (consent(date(2026, 9, 1), parents_told_on=date(2026, 9, 2)), PersonKind.PUPIL),
        (consent(date(2025, 10, 1)), PersonKind.PUPIL),
        (consent(TODAY + DAY), PersonKind.PUPIL),
        (consent(), PersonKind.ADULT),
    ],
    ids=["by the pupil", "by an adult", "parents not told", "parents told late", "expired", "to come", "not their own"],
)
def test_without_a_valid_consent_no_template_is_kept(
    register: Register, path: Path, refused: BiometricConsent, kind: PersonKind
) -> None:
    reference = register.add(pupil(kind=kind))
    before = register.version
    with pytest.raises(RecognitionRefused):
        register.enrol(reference, [template()], refused)
    assert recognised(register) == set()
    assert register.show(reference).recognition is None
    assert register.version == before


def test_an_adult_consents_alone(register: Register) -> None:
    reference = register.add(pupil(kind=PersonKind.ADULT))
    register.enrol(reference, [template()], BiometricConsent(TODAY, GivenBy.ADULT))
    assert recognised(register) == {reference}


@pytest.mark.parametrize(
    "templates", [[], [b""], [bytes(512)], [template()[:-4]], [template() + template()], [b"\xff" * 512]]
)
def test_what_is_no_template_is_refused(register: Register, templates: list[bytes]) -> None:
    reference = register.add(pupil())
    with pytest.raises(InvalidEntry, match="template"):
        register.enrol(reference, templates, consent())


def test_nobody_is_enrolled_who_is_not_on_the_register(register: Register) -> None:
    with pytest.raises(UnknownPerson):
        register.enrol("0123456789abcdef", [template()], consent())


def test_enrolling_again_replaces_the_templates(register: Register) -> None:
    reference = register.add(pupil())
    register.enrol(reference, [template(1), template(2)], consent())
    register.enrol(reference, [template(3)], consent(TODAY))
    (enrolment,) = register.gallery(0.5, NOW).people
    assert enrolment.templates == (template(3),)
    assert register.show(reference).recognition is not None


def test_the_gallery_version_follows_people_templates_and_validity(register: Register) -> None:
    versions = [register.gallery(0.5, NOW).version]
    first, second = register.add_many([pupil(), pupil()])
    assert register.gallery(0.5, NOW).version == versions[0]
    register.enrol(first, [template(1)], consent(date(2026, 9, 1)))
    versions.append(register.gallery(0.5, NOW).version)
    register.enrol(second, [template(2)], consent(date(2026, 9, 20)))
    versions.append(register.gallery(0.5, NOW).version)
    register.enrol(second, [template(2)], consent(date(2026, 9, 20)))
    versions.append(register.gallery(0.5, NOW).version)
    versions.append(register.gallery(0.5, datetime.fromisoformat("2027-09-05T12:00:00+00:00")).version)
    assert len(set(versions)) == 5
    register.add(pupil())
    assert register.gallery(0.5, NOW).version == versions[3]


def test_a_withdrawal_takes_somebody_out_of_a_gallery_opened_before(
    register: Register, path: Path, clock: Clock
) -> None:
    gone, stays = register.add_many([pupil(), pupil()])
    for reference in (gone, stays):
        register.enrol(reference, [template()], consent())
    assert recognised(register) == {gone, stays}
    with open_register(path, clock=clock) as office:
        office.withdraw(gone)
    assert recognised(register) == {stays}
    recognition = register.show(gone).recognition
    assert recognition is not None
    assert (recognition.templates, recognition.withdrawn_at) == (0, NOW)


def test_a_withdrawal_of_recognition_leaves_what_may_be_published(register: Register) -> None:
    reference = register.add(pupil())
    register.enrol(reference, [template()], consent())
    register.withdraw(reference, recognition_only=True)
    assert recognised(register) == set()
    assert not any(stored.withdrawn_at for stored in register.show(reference).consents)


def test_after_a_withdrawal_a_newer_consent_is_needed(register: Register, clock: Clock) -> None:
    reference = register.add(pupil())
    register.enrol(reference, [template()], consent(date(2026, 9, 1)))
    register.withdraw(reference, recognition_only=True)
    clock.move(days=30)
    with pytest.raises(RecognitionRefused, match="newer"):
        register.enrol(reference, [template()], consent(date(2026, 9, 2)))
    register.enrol(reference, [template()], consent(clock.now.date()))
    assert recognised(register, clock.now) == {reference}


def test_a_pupils_own_refusal_outweighs_every_consent(register: Register, clock: Clock) -> None:
    reference = register.add(pupil())
    register.withdraw(reference, by=GivenBy.PUPIL, recognition_only=True)
    register.withdraw(reference, by=GivenBy.PARENT)
    clock.move(days=30)
    with pytest.raises(RecognitionRefused, match="outweighs"):
        register.enrol(reference, [template()], consent(clock.now.date()))


def templates_of(register: Register, at: datetime = NOW) -> set[bytes]:
    return {each for enrolment in register.gallery(0.5, at).people for each in enrolment.templates}


def like(position: int) -> bytes:
    """One of several photos of the same face: near the others, and unlike each of them."""
    return struct.pack("<128f", *(0.98 if index == 0 else 0.199 if index == position else 0.0 for index in range(128)))


def test_a_photo_is_added_to_those_before(register: Register) -> None:
    reference = register.add(pupil())
    assert register.note_recognition_consent(reference, consent()) == 0
    for number in (1, 2, 3):
        assert register.add_photo(reference, like(number)) == PhotosKept(number, oldest_replaced=False)
    assert register.note_recognition_consent(reference, consent(TODAY)) == 3
    assert register.add_photo(reference, like(4)).photos == 4
    assert templates_of(register) == {like(number) for number in (1, 2, 3, 4)}
    recognition = register.show(reference).recognition
    assert recognition is not None
    assert recognition.given_on == TODAY


def test_the_oldest_photo_makes_room_and_that_is_said(register: Register, clock: Clock) -> None:
    reference = register.add(pupil())
    register.note_recognition_consent(reference, consent())
    for number in range(1, 6):
        assert not register.add_photo(reference, like(number)).oldest_replaced
        clock.move(minutes=1)
    assert register.add_photo(reference, like(6)) == PhotosKept(5, oldest_replaced=True)
    assert templates_of(register) == {like(number) for number in range(2, 7)}


def test_photos_do_not_outlive_their_consent_by_a_later_one(register: Register, clock: Clock) -> None:
    reference = register.add(pupil())
    register.enrol(reference, [like(1), like(2)], consent(expires_on=TODAY + DAY))
    clock.move(days=1)
    assert register.note_recognition_consent(reference, consent(clock.now.date())) == 0
    assert templates_of(register, clock.now) == set()
    register.add_photo(reference, like(3))
    assert register.note_recognition_consent(reference, consent(clock.now.date()), anew=True) == 0
    assert templates_of(register, clock.now) == set()


def test_a_photo_of_somebody_else_is_refused(register: Register) -> None:
    reference, twin = register.add_many([pupil(), pupil()])
    for each in (reference, twin):
        register.note_recognition_consent(each, consent())
    register.add_photo(reference, like(1))
    with pytest.raises(AnotherFace):
        register.add_photo(reference, template(9))
    assert templates_of(register) == {like(1)}
    register.add_photo(twin, template(9))


def test_no_photo_is_kept_without_a_consent_on_record(register: Register, clock: Clock) -> None:
    reference = register.add(pupil())
    with pytest.raises(ConsentGone):
        register.add_photo(reference, template())
    register.note_recognition_consent(reference, consent(expires_on=TODAY + DAY))
    clock.move(days=1)
    with pytest.raises(ConsentGone):
        register.add_photo(reference, template())
    assert register.purge(reference).templates == 0
    with pytest.raises(UnknownPerson):
        register.add_photo(reference, template())


def test_a_withdrawal_elsewhere_keeps_photos_from_coming_back(register: Register, path: Path, clock: Clock) -> None:
    reference = register.add(pupil())
    register.note_recognition_consent(reference, consent())
    register.add_photo(reference, like(1))
    with open_register(path, clock=clock) as office:
        office.withdraw(reference)
    with pytest.raises(ConsentGone):
        register.add_photo(reference, like(2))
    assert templates_of(register) == set()
    register.note_recognition_consent(reference, consent(TODAY))
    register.add_photo(reference, like(3))
    assert templates_of(register) == {like(3)}


def test_templates_of_another_engine_count_as_missing_until_there_are_new_ones(register: Register) -> None:
    reference = register.add(pupil())
    register.enrol(reference, [like(1), like(2)], consent(), engine="face-recognition")
    assert register.gallery(0.5, NOW).people == ()
    assert len(register.gallery(0.5, NOW, "face-recognition").people) == 1
    recognition = register.show(reference).recognition
    assert recognition is not None
    assert recognition.engine == "face-recognition"
    assert register.list()[0].recognition == recognition
    # They cannot be compared, so nobody can say that it is somebody else, and the others serve for nothing.
    assert register.add_photo(reference, template(9)) == PhotosKept(1, oldest_replaced=False)
    assert templates_of(register) == {template(9)}


def test_enrolling_one_pupil_does_not_silence_the_question_about_the_others(register: Register, clock: Clock) -> None:
    without_photo, enrolled, shown = register.add_many(
        [pupil(), pupil(), pupil(consents=(ConsentEntry(Purpose.PICTURE, ConsentState.ALLOWED),))]
    )
    register.enrol(enrolled, [template()], consent(TODAY))
    face = Face(Region(40, 30, 90, 95), 0.9)
    reader = GivenReadings({"a.jpg": PictureReading("d" * 64, 400, 300, (face,), recognised=True)})
    media = Media.from_bytes(b"x", name="a.jpg", answers={"cleared": "yes"})
    draft = Draft("What a day", account=Account.official("@oakfieldacademy"), media=[media])
    with Guard.open("demo", register, pictures=reader, clock=clock) as checker:

        def asked() -> list[str]:
            report = checker.check(draft)
            assert (report.verdict is Verdict.CLEAR) == (not report.findings)
            assert checker.check_many([draft])[0].findings == report.findings
            return [each.params["people"] for each in report.findings]

        assert asked() == ["1"]
        register.enrol(without_photo, [template(1)], consent(TODAY, expires_on=TODAY + 30 * DAY))
        assert asked() == []
        register.withdraw(shown)
        assert asked() == ["1"]
        register.purge(shown)
        assert asked() == []
        clock.move(days=31)
        assert asked() == ["1"]
        register.withdraw(enrolled, recognition_only=True)
        assert asked() == ["2"]


def test_templates_are_not_in_the_file_as_they_are(register: Register, path: Path) -> None:
    register.enrol(register.add(pupil()), [template(64)], consent())
    assert template(64)[128:384] not in bytes_beside(path)


def test_neither_templates_nor_references_show_in_a_gallerys_repr(register: Register) -> None:
    reference = register.add(pupil())
    register.enrol(reference, [template()], consent())
    assert reference not in repr(register.gallery(0.5, NOW))
