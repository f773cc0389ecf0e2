"""Older register files are brought up to date, newer ones refused."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import insert

from guard.register import Name, PersonEntry, Purpose, RegisterTooNew, RegisterUnreadable, names
from guard.register.crypto import Cipher
from guard.register.database import Database
from guard.register.migrate import upgrade
from guard.register.schema import Base, Meta, Person
from guard.rule import Consent
from tests.register.support import KEY, NOW, consent, open_register, pupil, template

REFERENCE = "0123456789abcdef"


def register_of_the_first_schema(path: Path) -> None:
    """A register as the first version wrote it, with one person on it, before there was recognition."""
    database, cipher = Database(path), Cipher(KEY)
    with database.setting_up() as connection:
        upgrade(connection, "0001")
        connection.execute(insert(Meta).values(version="first", updated_at=NOW, key_check=cipher.check_value()))
        sealed = names.seal(PersonEntry(Name("Marisol", "Quennelby")), REFERENCE, cipher)
        connection.execute(insert(Person).values(reference=REFERENCE, kind="pupil", names=sealed, added_at=NOW))
    database.close()


def revision_of(path: Path) -> str:
    with closing(sqlite3.connect(path)) as connection:
        (revision,) = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    return str(revision)


def test_an_older_register_is_migrated_with_its_people(path: Path) -> None:
    register_of_the_first_schema(path)
    assert revision_of(path) == "0001"
    with open_register(path) as register:
        assert register.show(REFERENCE, names=True).label == "Marisol Quennelby"
        assert register.consents(Purpose.PICTURE, "website", NOW) == {REFERENCE: Consent.DENIED}
        register.enrol(REFERENCE, [template()], consent())
        assert len(register.gallery(0.5, NOW).people) == 1
    assert revision_of(path) != "0001"


def test_templates_from_before_engines_were_noted_go_on_serving(path: Path) -> None:
    register_of_the_first_schema(path)
    database, cipher = Database(path), Cipher(KEY)
    with database.setting_up() as connection:
        upgrade(connection, "0002")
        connection.exec_driver_sql(
            "INSERT INTO biometric_consent (person, given_on, expires_on) VALUES (?, '2026-09-01', '2027-09-01')",
            (REFERENCE,),
        )
        sealed = cipher.seal(template(), "template", "ab" * 8 + REFERENCE)
        connection.exec_driver_sql(
            "INSERT INTO template (reference, person, data) VALUES (?, ?, ?)", ("ab" * 8, REFERENCE, sealed)
        )
    database.close()
    with open_register(path) as register:
        (enrolment,) = register.gallery(0.5, NOW).people
        assert enrolment.templates == (template(),)
        assert register.add_photo(REFERENCE, template()).photos == 2


def test_a_migration_that_fails_leaves_the_older_register_as_it_was(path: Path) -> None:
    register_of_the_first_schema(path)
    with closing(sqlite3.connect(path)) as connection:
        # A later step of the migration stumbles over this, when the ones before it are done.
        connection.execute("CREATE INDEX ix_template_person ON person (kind)")
    content = path.read_bytes()
    with pytest.raises(RegisterUnreadable):
        open_register(path)
    assert path.read_bytes() == content


def test_a_newer_register_is_refused_and_left_alone(path: Path) -> None:
    open_register(path, create=True).close()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.commit()
    content = path.read_bytes()
    with pytest.raises(RegisterTooNew, match="install that version or a newer one"):
        open_register(path)
    assert path.read_bytes() == content


def test_the_migrations_lead_to_the_tables_of_today(path: Path) -> None:
    open_register(path, create=True).close()
    database = Database(path)
    with database.reading() as session:
        context = MigrationContext.configure(session.connection(), opts={"compare_type": True})
        assert compare_metadata(context, Base.metadata) == []
    database.close()


def test_moments_are_kept_in_utc(path: Path) -> None:
    with open_register(
        path, create=True, clock=lambda: datetime.fromisoformat("2026-07-01T09:30:00+01:00")
    ) as register:
        register.add(pupil())
        (record,) = register.list()
    assert record.added_at == datetime(2026, 7, 1, 8, 30, tzinfo=UTC)
    assert record.added_at.tzinfo is UTC
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT added_at FROM person").fetchone() == ("2026-07-01 08:30:00.000000",)
