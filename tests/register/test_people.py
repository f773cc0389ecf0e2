"""Putting people on the register and looking at them."""

from __future__ import annotations

import logging
import sqlite3
from collections import Counter
from contextlib import closing
from dataclasses import asdict
from datetime import date
from pathlib import Path

import pytest

from guard.register import (
    AmbiguousReference,
    InvalidEntry,
    Name,
    PersonEntry,
    PersonKind,
    RegisterUnreadable,
    UnknownPerson,
    WrongKey,
)
from guard.register.register import Register
from guard.vocabulary import PersonName
from tests.register.support import KEY, NOW, bytes_beside, open_register, pupil


def test_both_names_of_a_pupil_are_looked_for(register: Register) -> None:
    reference = register.add(
        PersonEntry(Name("Marisol", "Quennelby", ("Wren",)), known_as=Name("Mari", "Ostrander"), group="4B")
    )
    assert set(register.names()) == {
        PersonName(reference, "Marisol", "Quennelby", ("Wren",), "4B"),
        PersonName(reference, "Mari", "Ostrander", (), "4B"),
    }


def test_adults_may_be_named(register: Register) -> None:
    register.add(pupil("Tobias", "Fennimore", kind=PersonKind.ADULT))
    assert register.names() == ()
    assert register.summary().adults == 1


def test_names_are_tidied_to_one_unicode_form(register: Register) -> None:
    register.add(PersonEntry(Name("  Sia\u0302n ", "Van \t der  Holm")))
    (name,) = register.names()
    assert (name.forename, name.surname) == ("Si\u00e2n", "Van der Holm")


@pytest.mark.parametrize("bad", ["", "   ", "x" * 101, "Mari\x00sol", "Mari\ud800"])
def test_what_is_no_name_is_refused_without_quoting_it(bad: str) -> None:
    with pytest.raises(InvalidEntry) as refused:
        Name("Marisol", bad)
    assert not bad.strip() or bad not in str(refused.value)


def test_names_are_masked_unless_asked_for(register: Register) -> None:
    reference = register.add(pupil("Marisol", "Quennelby"))
    assert [record.label for record in register.list()] == ["M. Q."]
    assert register.show(reference).label == "M. Q."
    assert [record.label for record in register.list(names=True)] == ["Marisol Quennelby"]


def test_the_name_in_use_is_the_only_one_shown(register: Register) -> None:
    reference = register.add(PersonEntry(Name("Marisol", "Quennelby"), known_as=Name("Mari", "Ostrander")))
    assert register.show(reference, names=True).label == "Mari Ostrander"
    assert register.show(reference).label == "M. O."
    assert "Quennelby" not in str(asdict(register.show(reference, names=True)))


def test_the_order_of_a_masked_list_tells_no_names(register: Register) -> None:
    added = [register.add(pupil(forename, "Quennelby", group="4B")) for forename in ("Zelda", "Marisol", "Anouk")]
    assert [record.reference for record in register.list()] == sorted(added)
    assert [record.label[0] for record in register.list(names=True)] == ["A", "M", "Z"]


def test_references_say_nothing_of_the_order_of_adding(register: Register) -> None:
    references = register.add_many(pupil() for _ in range(50))
    assert len(set(references)) == 50
    assert list(references) != sorted(references)
    assert max(Counter(reference[0] for reference in references).values()) < 25


def test_a_reference_may_be_shortened_while_it_fits_one_person(register: Register) -> None:
    references = register.add_many(pupil() for _ in range(3))
    for reference in references:
        assert register.show(f" {reference[:8].upper()} ").reference == reference


def test_a_beginning_that_fits_several_people_is_refused(register: Register, monkeypatch: pytest.MonkeyPatch) -> None:
    numbers = iter(["abcd000000000001", "abcd000000000002", "0123456789abcdef"])
    monkeypatch.setattr("guard.register.people.secrets.token_hex", lambda _: next(numbers))
    register.add_many([pupil(), pupil()])
    with pytest.raises(AmbiguousReference, match="more"):
        register.withdraw("abcd")


@pytest.mark.parametrize("typed", ["Quennelby", "abc", "", "%", "____", "ffffffffffffffff", "0" * 17])
def test_an_unknown_reference_is_refused_without_quoting_it(register: Register, typed: str) -> None:
    register.add(pupil())
    with pytest.raises(UnknownPerson) as refused:
        register.show(typed)
    assert not typed or typed not in str(refused.value)


def test_several_people_are_added_all_or_none(register: Register) -> None:
    def entries() -> object:
        yield pupil()
        raise InvalidEntry("made up")

    before = register.version
    with pytest.raises(InvalidEntry):
        register.add_many(entries())  # type: ignore[arg-type]
    assert register.list() == ()
    assert register.version == before


def test_there_is_no_place_for_a_reason(register: Register) -> None:
    fields = set(PersonEntry.__dataclass_fields__) | set(register.show(register.add(pupil())).__dataclass_fields__)
    assert fields == {
        "name", "known_as", "group", "kind", "consents", "keep_until", "reference", "label", "added_at", "recognition"
    }  # fmt: skip


def test_names_are_nowhere_but_where_they_were_asked_for(path: Path, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    with open_register(path, create=True) as register:
        entry = PersonEntry(Name("Marisol", "Quennelby"), known_as=Name("Mari", "Ostrander"), group="Hazelwood")
        reference = register.add(entry)
        shown = [repr(each) for each in (entry, entry.name, register, register.show(reference, names=True))]
        shown += [repr(register.names()), repr(register.list(names=True)), repr(register.summary()), caplog.text]
        with pytest.raises(UnknownPerson) as refused:
            register.withdraw("Quennelby")
        shown.append(str(refused.value))
    stored = bytes_beside(path)
    for secret in ("Marisol", "Quennelby", "Mari", "Ostrander", "Hazelwood"):
        assert not [text for text in shown if secret in text]
        for encoding in ("utf-8", "utf-16-le"):
            assert secret.encode(encoding) not in stored


def test_a_damaged_file_is_told_without_what_is_in_it(path: Path) -> None:
    open_register(path, create=True).close()
    with path.open("r+b") as file:
        file.seek(4096)
        file.write(b"\xff" * 16384)
    with pytest.raises(RegisterUnreadable, match="backup") as refused:
        open_register(path)
    assert refused.value.__suppress_context__


def test_a_refused_write_is_told_without_what_was_to_be_written(register: Register, path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TRIGGER no BEFORE INSERT ON person BEGIN SELECT RAISE(ABORT, 'Quennelby'); END")
    with pytest.raises(RegisterUnreadable) as refused:
        register.add(pupil())
    assert "Quennelby" not in str(refused.value)
    assert register.list() == ()


def test_a_name_cannot_be_moved_to_another_person(register: Register, path: Path) -> None:
    first, second = register.add_many([pupil("Marisol", "Quennelby"), pupil("Tobias", "Fennimore")])
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(
            "UPDATE person SET names = (SELECT names FROM person WHERE reference = ?) WHERE reference = ?",
            (first, second),
        )
    with pytest.raises(WrongKey, match="damaged or changed"):
        register.show(second)


def test_counts(register: Register) -> None:
    register.add_many([pupil(), pupil(keep_until=date(2026, 9, 30)), pupil(kind=PersonKind.ADULT)])
    summary = register.summary()
    assert (summary.pupils, summary.adults, summary.recognisable, summary.overdue) == (2, 1, 0, 1)


def test_the_same_key_and_file_serve_a_second_register_object(path: Path, register: Register) -> None:
    register.add(pupil())
    with Register.open(path, KEY) as second:
        assert len(second.names()) == 1
        assert second.updated_at == NOW
