"""A register file put in the place of one that is open: a backup, or the list from another machine."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from guard.guard import Guard
from guard.model import Account, Draft, Verdict
from guard.register import ConsentEntry, ConsentState, NamingLevel, Purpose, RegisterUnreadable, WrongKey
from guard.register.register import Register
from guard.rule import Consent
from tests.register.support import KEY, NOW, Clock, consent, open_register, pupil, template
from tests.register.test_schema import REFERENCE, register_of_the_first_schema

PutInPlace = Callable[[Path, Path], object]
ALLOWED = (
    ConsentEntry(Purpose.PICTURE, ConsentState.ALLOWED),
    ConsentEntry(Purpose.NAMING, ConsentState.ALLOWED, naming=NamingLevel.FULL),
)


@pytest.fixture(params=[os.replace, shutil.copyfile, shutil.copy2], ids=["moved", "copied over", "copied with its age"])
def put_in_place(request: pytest.FixtureRequest) -> PutInPlace:
    chosen: PutInPlace = request.param
    return chosen


@pytest.fixture
def other(path: Path, register: Register) -> Path:
    """A copy of the list. The list is written to once more, so that after one write to the copy SQLite, which counts
    writes, cannot tell the two files apart."""
    reference = register.add(pupil(consents=ALLOWED))
    register.enrol(reference, [template()], consent())
    copy = path.with_name("other.db")
    shutil.copy2(path, copy)
    register.set_consents(reference, ALLOWED)
    return copy


def withdrawn_in(path: Path) -> None:
    with open_register(path) as office:
        for record in office.list():
            office.withdraw(record.reference)


def test_a_withdrawal_in_a_file_put_in_place_acts_at_once(
    register: Register, path: Path, other: Path, put_in_place: PutInPlace
) -> None:
    version = register.version
    assert register.gallery(0.5, NOW).people
    assert set(register.consents(Purpose.PICTURE, "website", NOW).values()) == {Consent.ALLOWED}
    withdrawn_in(other)
    put_in_place(other, path)
    assert register.version != version
    assert register.gallery(0.5, NOW).people == ()
    assert set(register.consents(Purpose.PICTURE, "website", NOW).values()) == {Consent.DENIED}


def test_a_guard_opened_before_checks_by_the_file_put_in_place(
    register: Register, path: Path, other: Path, put_in_place: PutInPlace
) -> None:
    draft = Draft("Well done Marisol Quennelby of 4B!", account=Account.official("@oakfieldacademy"))
    with Guard.open("demo", open_register(path)) as checker:
        before = checker.check(draft)
        assert before.verdict is Verdict.CLEAR
        withdrawn_in(other)
        put_in_place(other, path)
        after = checker.check(draft)
        assert after.verdict is Verdict.STOP
        assert after.register_version != before.register_version


def test_what_is_written_goes_into_the_file_put_in_place(
    register: Register, path: Path, other: Path, put_in_place: PutInPlace
) -> None:
    put_in_place(other, path)
    added = register.add(pupil("Tobias", "Fennimore"))
    with open_register(path) as opened:
        assert added in {record.reference for record in opened.list()}


def test_threads_go_on_while_files_are_put_in_place(register: Register, path: Path, other: Path) -> None:
    people = len(register.list())

    def ask(_: int) -> int:
        assert register.version
        return len(register.consents(Purpose.PICTURE, "website", NOW))

    with ThreadPoolExecutor(4) as pool:
        answers = [pool.submit(ask, turn) for turn in range(60)]
        for turn in range(10):
            shutil.copy2(other, other.with_name(f"{turn}.db"))
            other.with_name(f"{turn}.db").replace(path)
        assert {each.result() for each in answers} == {people}


def test_an_older_file_put_in_place_is_migrated(register: Register, path: Path, put_in_place: PutInPlace) -> None:
    older = path.with_name("older.db")
    register_of_the_first_schema(older)
    put_in_place(older, path)
    assert register.consents(Purpose.PICTURE, "website", NOW) == {REFERENCE: Consent.DENIED}
    assert register.gallery(0.5, NOW).people == ()


def test_a_file_with_another_key_is_refused_and_the_right_one_taken_up_again(
    register: Register, path: Path, other: Path, put_in_place: PutInPlace
) -> None:
    foreign = path.with_name("foreign.db")
    Register.open(foreign, bytes(reversed(KEY)), create=True, clock=Clock()).close()
    put_in_place(foreign, path)
    for _ in range(2):
        with pytest.raises(WrongKey, match="SCHOOL_GUARD_KEY_FILE"):
            register.consents(Purpose.PICTURE, "website", NOW)
    put_in_place(other, path)
    assert len(register.list()) == 1


def test_a_file_that_is_gone_is_said_and_none_is_made(register: Register, path: Path, other: Path) -> None:
    path.unlink()
    for ask in (lambda: register.version, register.names, lambda: register.add(pupil())):
        with pytest.raises(RegisterUnreadable, match="is gone"):
            ask()
    assert not path.exists()
    other.replace(path)
    assert len(register.list()) == 1
