"""Who may be shown and named where."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guard.register import ConsentEntry, ConsentState, GivenBy, InvalidEntry, NamingLevel, Purpose, StoredConsent
from guard.register.consents import naming_level, picture_channels, resolve
from guard.register.register import Register
from guard.rule import Consent
from tests.register.support import NOW, Clock, open_register, pupil

DAY = timedelta(days=1)
YES, NO = Consent.ALLOWED, Consent.DENIED


def allowed(channel: str = "*", **fields: object) -> ConsentEntry:
    return ConsentEntry(Purpose.PICTURE, ConsentState.ALLOWED, channel, **fields)  # type: ignore[arg-type]


def denied(channel: str = "*", **fields: object) -> ConsentEntry:
    return ConsentEntry(Purpose.PICTURE, ConsentState.DENIED, channel, **fields)  # type: ignore[arg-type]


def named(level: NamingLevel, channel: str = "*") -> ConsentEntry:
    return ConsentEntry(Purpose.NAMING, ConsentState.ALLOWED, channel, naming=level)


PICTURES = [
    ("nothing said", [], NO),
    ("refused everywhere", [denied()], NO),
    ("allowed everywhere", [allowed()], YES),
    ("allowed here", [allowed("website")], YES),
    ("limited to another channel", [allowed("prospectus")], NO),
    ("refused elsewhere only", [allowed("website"), denied("press")], YES),
    ("refused here, allowed everywhere", [denied("website"), allowed()], NO),
    ("allowed here, refused everywhere", [allowed("website"), denied()], NO),
    ("not yet valid", [allowed(valid_from=NOW + DAY)], NO),
    ("valid from this moment", [allowed(valid_from=NOW)], YES),
    ("valid until this moment", [allowed(valid_until=NOW)], NO),
    ("valid a little longer", [allowed(valid_until=NOW + timedelta(microseconds=1))], YES),
    ("expired here, valid everywhere", [allowed("website", valid_until=NOW), allowed()], NO),
    ("renewed in time", [allowed(valid_until=NOW + DAY), allowed(valid_from=NOW + DAY)], YES),
    ("renewed after it ended", [allowed(valid_until=NOW - DAY), allowed(valid_from=NOW - DAY)], YES),
    ("refused until yesterday, then allowed", [denied(valid_until=NOW - DAY), allowed(valid_from=NOW - DAY)], YES),
    ("a refusal that ended, and nothing since", [denied(valid_until=NOW - DAY)], NO),
    ("both parents answered, one refused", [allowed(), denied()], NO),
    ("parent allows, pupil refuses", [allowed(), denied(given_by=GivenBy.PUPIL)], NO),
    ("parent refuses, pupil allows", [denied(), allowed(given_by=GivenBy.PUPIL)], NO),
    ("parent and pupil allow", [allowed(), allowed(given_by=GivenBy.PUPIL)], YES),
    ("the pupil's own consent expired", [allowed(), allowed(given_by=GivenBy.PUPIL, valid_until=NOW)], NO),
    ("to be named is not to be shown", [named(NamingLevel.FULL)], NO),
]


@pytest.mark.parametrize(("case", "consents", "expected"), PICTURES, ids=[case for case, *_ in PICTURES])
def test_pictures(register: Register, case: str, consents: list[ConsentEntry], expected: Consent) -> None:
    reference = register.add(pupil(consents=tuple(consents)))
    assert register.consents(Purpose.PICTURE, "website", NOW) == {reference: expected}


NAMING = [
    ("nothing said", [], NO, NamingLevel.NONE),
    ("in full", [named(NamingLevel.FULL)], YES, NamingLevel.FULL),
    ("first name only", [named(NamingLevel.FIRST)], NO, NamingLevel.FIRST),
    ("refused", [ConsentEntry.denied(Purpose.NAMING)], NO, NamingLevel.NONE),
    (
        "less here than everywhere",
        [named(NamingLevel.FIRST, "website"), named(NamingLevel.FULL)],
        NO,
        NamingLevel.FIRST,
    ),
    (
        "more here than everywhere",
        [named(NamingLevel.FULL, "website"), named(NamingLevel.FIRST)],
        NO,
        NamingLevel.FIRST,
    ),
    ("on another channel", [named(NamingLevel.FULL, "newsletter")], NO, NamingLevel.NONE),
    ("to be shown is not to be named", [allowed()], NO, NamingLevel.NONE),
]


@pytest.mark.parametrize(("case", "consents", "expected", "level"), NAMING, ids=[case for case, *_ in NAMING])
def test_naming(
    register: Register, case: str, consents: list[ConsentEntry], expected: Consent, level: NamingLevel
) -> None:
    reference = register.add(pupil(consents=tuple(consents)))
    assert register.consents(Purpose.NAMING, "website", NOW) == {reference: expected}
    assert naming_level(register.show(reference).consents, "website", NOW) is level


def test_everybody_on_the_register_has_an_answer(register: Register) -> None:
    references = register.add_many([pupil(), pupil(consents=(allowed(),)), pupil(consents=(allowed("press"),))])
    assert set(register.consents(Purpose.PICTURE, "website", NOW)) == set(references)


def test_an_answer_follows_the_moment_it_is_asked_for(register: Register) -> None:
    reference = register.add(pupil(consents=(allowed(valid_from=NOW, valid_until=NOW + 2 * DAY),)))
    answers = [register.consents(Purpose.PICTURE, "website", NOW + days * DAY)[reference] for days in (-1, 0, 1, 2)]
    assert answers == [NO, YES, YES, NO]


def test_remembered_answers_change_when_a_consent_begins_and_when_it_ends(register: Register) -> None:
    begin, end = NOW, NOW + timedelta(days=1)
    limited = ConsentEntry(Purpose.PICTURE, ConsentState.ALLOWED, valid_from=begin, valid_until=end)
    (reference,) = register.add_many([pupil(consents=(limited,))])
    tick = timedelta(microseconds=1)
    for at, expected in (
        (begin, Consent.ALLOWED),
        (begin - tick, Consent.DENIED),
        (end - tick, Consent.ALLOWED),
        (end, Consent.DENIED),
        (begin, Consent.ALLOWED),
    ):
        assert register.consents(Purpose.PICTURE, "website", at) == {reference: expected}
        assert register.consents(Purpose.NAMING, "website", at) == {reference: Consent.DENIED}


def test_a_summary_of_channels(register: Register) -> None:
    reference = register.add(pupil(consents=(allowed("website"), denied("press"), allowed("newsletter"))))
    assert picture_channels(register.show(reference).consents, NOW) == (("newsletter", "website"), ("press",))


def test_answers_can_be_put_in_the_place_of_others(register: Register) -> None:
    reference = register.add(pupil())
    register.withdraw(reference)
    register.set_consents(reference, [allowed("website")])
    assert register.consents(Purpose.PICTURE, "website", NOW)[reference] is YES
    assert register.consents(Purpose.PICTURE, "press", NOW)[reference] is NO
    assert register.consents(Purpose.NAMING, "website", NOW)[reference] is NO


def test_a_withdrawal_reaches_a_register_opened_before(register: Register, path: Path, clock: Clock) -> None:
    reference = register.add(pupil(consents=(allowed(), named(NamingLevel.FULL))))
    with open_register(path, clock=clock) as office:
        versions = {register.version, office.version}
        assert register.consents(Purpose.PICTURE, "website", NOW)[reference] is YES
        assert register.consents(Purpose.NAMING, "website", NOW)[reference] is YES
        assert office.withdraw(reference[:8]) == reference
    assert register.version not in versions
    assert register.consents(Purpose.PICTURE, "website", NOW)[reference] is NO
    assert register.consents(Purpose.NAMING, "website", NOW)[reference] is NO
    # Somebody whose clock is slow is not told otherwise.
    assert register.consents(Purpose.PICTURE, "website", NOW - DAY)[reference] is NO
    assert {stored.withdrawn_at for stored in register.show(reference).consents} == {NOW}


def test_every_write_gives_another_version(register: Register) -> None:
    versions = [register.version]
    reference = register.add(pupil())
    versions.append(register.version)
    register.set_consents(reference, [allowed()])
    versions.append(register.version)
    register.withdraw(reference)
    versions.append(register.version)
    register.purge(reference)
    versions.append(register.version)
    assert len(set(versions)) == 5
    assert register.version == versions[-1]


def test_moments_without_a_time_zone_are_refused(register: Register) -> None:
    naive = datetime(2026, 10, 1)
    with pytest.raises(InvalidEntry, match="time zone"):
        register.consents(Purpose.PICTURE, "website", naive)
    with pytest.raises(InvalidEntry, match="time zone"):
        register.gallery(0.5, naive)
    with pytest.raises(InvalidEntry, match="time zone"):
        allowed(valid_from=naive)


@pytest.mark.parametrize(
    "fields",
    [
        {"channel": " "},
        {"naming": NamingLevel.FULL},
        {"purpose": Purpose.NAMING},
        {"purpose": Purpose.NAMING, "state": ConsentState.DENIED, "naming": NamingLevel.FIRST},
        {"valid_from": NOW, "valid_until": NOW},
    ],
)
def test_an_answer_that_makes_no_sense_is_refused(fields: dict[str, object]) -> None:
    with pytest.raises(InvalidEntry):
        ConsentEntry(**{"purpose": Purpose.PICTURE, "state": ConsentState.ALLOWED, **fields})  # type: ignore[arg-type]


ANSWERS = st.builds(
    lambda channel, state, by, withdrawn: StoredConsent(
        ConsentEntry(Purpose.PICTURE, state, channel, by), NOW if withdrawn else None
    ),
    st.sampled_from(["*", "website", "press"]),
    st.sampled_from(ConsentState),
    st.sampled_from(GivenBy),
    st.booleans(),
)


@given(st.lists(ANSWERS, max_size=6))
def test_one_refusal_or_withdrawal_for_the_channel_settles_it(answers: list[StoredConsent]) -> None:
    about_website = [each for each in answers if each.entry.channel != "press"]
    refusals = [each for each in about_website if each.entry.state is ConsentState.DENIED or each.withdrawn_at]
    expected = YES if about_website and not refusals else NO
    assert resolve(answers, Purpose.PICTURE, "website", NOW) is expected
