"""What is removed is gone from the file, byte for byte."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

from guard.register import Purged
from guard.register.register import Register
from tests.register.support import NOW, TODAY, Clock, bytes_beside, consent, open_register, pupil, template

TABLES = ("person", "consent", "biometric_consent", "template")


def stored_of(path: Path, reference: str) -> list[bytes]:
    """Every byte string that the file holds of a person: sealed names and templates, and the reference."""
    with closing(sqlite3.connect(path)) as connection:
        sealed = connection.execute("SELECT names FROM person WHERE reference = ?", [reference]).fetchall()
        sealed += connection.execute("SELECT data FROM template WHERE person = ?", [reference]).fetchall()
    return [reference.encode(), *(value[:64] for (value,) in sealed)]


def test_nothing_of_a_purged_person_stays_in_the_file(register: Register, path: Path) -> None:
    people = register.add_many(pupil("Marisol", f"Quennelby {number}") for number in range(40))
    for number, reference in enumerate(people):
        register.enrol(reference, [template(number), template(number + 1)], consent())
    gone, stays = people[20], people[21]
    gone_bytes, stays_bytes = stored_of(path, gone), stored_of(path, stays)
    assert len(gone_bytes) == 4
    assert all(each in bytes_beside(path) for each in gone_bytes + stays_bytes)

    assert register.purge(gone) == Purged(people=1, templates=2)

    left = bytes_beside(path)
    assert [each for each in gone_bytes if each in left] == []
    assert all(each in left for each in stays_bytes)
    assert len(register.list()) == 39


def test_templates_of_a_withdrawn_person_leave_the_file(register: Register, path: Path) -> None:
    reference = register.add(pupil())
    register.enrol(reference, [template(1), template(2)], consent())
    _, _, *templates = stored_of(path, reference)
    register.withdraw(reference)
    assert [each for each in templates if each in bytes_beside(path)] == []


def test_replaced_templates_leave_the_file(register: Register, path: Path) -> None:
    reference = register.add(pupil())
    register.enrol(reference, [template(1)], consent())
    _, _, *templates = stored_of(path, reference)
    register.enrol(reference, [template(1)], consent())
    assert [each for each in templates if each in bytes_beside(path)] == []


def test_people_past_their_day_are_removed_together(register: Register, clock: Clock) -> None:
    left = register.add(pupil(keep_until=TODAY - timedelta(days=1)))
    stays, open_ended = register.add_many([pupil(keep_until=TODAY), pupil()])
    register.enrol(left, [template()], consent())
    assert register.purge_overdue() == Purged(people=1, templates=1)
    assert {record.reference for record in register.list()} == {stays, open_ended}
    assert register.purge_overdue() == Purged(people=0, templates=0)


def test_templates_that_no_consent_covers_any_more_are_destroyed(register: Register, path: Path, clock: Clock) -> None:
    lapsed, valid = register.add_many([pupil(), pupil()])
    register.enrol(lapsed, [template(1)], consent(expires_on=date(2026, 10, 10)))
    register.enrol(valid, [template(2)], consent())
    _, _, sealed = stored_of(path, lapsed)
    clock.move(days=9)
    assert register.purge_overdue() == Purged(people=0, templates=1)
    assert sealed not in bytes_beside(path)
    assert [each.person for each in register.gallery(0.5, NOW).people] == [valid]
    assert len(register.list()) == 2


def test_a_purge_reaches_a_register_opened_before(register: Register, path: Path, clock: Clock) -> None:
    reference = register.add(pupil())
    assert register.names()
    with open_register(path, clock=clock) as office:
        office.purge(reference)
    assert register.names() == ()


def test_no_row_of_a_purged_person_stays(register: Register, path: Path) -> None:
    reference = register.add(pupil())
    register.enrol(reference, [template()], consent())
    register.purge(reference)
    with closing(sqlite3.connect(path)) as connection:
        counts = [connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in TABLES]
    assert counts == [0, 0, 0, 0]
