"""Making, opening and closing a register file."""

from __future__ import annotations

import os
import sqlite3
import stat
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from guard.register import RegisterNotFound, RegisterUnreadable, WrongKey
from guard.register.register import Register
from tests.register.support import NOW, Clock, open_register, pupil


def test_a_missing_register_is_not_made_unasked(path: Path) -> None:
    with pytest.raises(RegisterNotFound, match="register add"):
        open_register(path)
    assert not path.exists()


def test_a_new_register_is_readable_by_its_owner_only(path: Path) -> None:
    before = os.umask(0)
    try:
        with open_register(path, create=True) as register:
            register.add(pupil())
            assert stat.S_IMODE(path.stat().st_mode) == 0o600
    finally:
        os.umask(before)


def test_folders_are_made_as_needed(tmp_path: Path) -> None:
    with open_register(tmp_path / "new" / "folder" / "register.db", create=True) as register:
        assert register.list() == ()


def test_what_was_added_is_there_after_opening_again(path: Path) -> None:
    with open_register(path, create=True) as register:
        reference = register.add(pupil("Marisol", "Quennelby", group="4B"))
        version = register.version
    with open_register(path, create=True) as register:
        assert register.version == version
        assert register.show(reference, names=True).label == "Marisol Quennelby"


def test_an_interrupted_start_is_taken_up_again(path: Path) -> None:
    path.touch(mode=0o600)
    with pytest.raises(RegisterUnreadable, match="no register"):
        open_register(path)
    with open_register(path, create=True) as register:
        assert register.names() == ()


def test_another_key_is_noticed_on_opening(path: Path) -> None:
    open_register(path, create=True).close()
    with pytest.raises(WrongKey, match="SCHOOL_GUARD_KEY_FILE"):
        Register.open(path, bytes(32))


@pytest.mark.parametrize("content", [b"not a database at all, but long enough to be one" * 40, b"x"])
def test_a_file_of_another_kind_is_refused(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    with pytest.raises(RegisterUnreadable, match="is no register"):
        open_register(path, create=True)
    assert path.read_bytes() == content


def test_another_programmes_database_is_left_alone(path: Path) -> None:
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE recipes (name TEXT)")
    content = path.read_bytes()
    with pytest.raises(RegisterUnreadable, match="no register"):
        open_register(path, create=True)
    assert path.read_bytes() == content


def test_a_closed_register_says_so(register: Register) -> None:
    register.close()
    register.close()
    for ask in (lambda: register.version, register.names, lambda: register.add(pupil())):
        with pytest.raises(RegisterUnreadable, match="closed"):
            ask()


def test_the_age_of_the_list_counts_from_the_last_change(register: Register, clock: Clock) -> None:
    assert (register.updated_at, register.age_days) == (NOW, 0)
    clock.move(days=41, hours=3)
    assert register.age_days == 41
    register.add(pupil())
    assert register.age_days == 0


def test_importing_the_room_and_its_commands_loads_no_database() -> None:
    heavy = "('sqlalchemy', 'alembic', 'cryptography', 'keyring', 'numpy', 'cv2')"
    script = f"import sys, guard, guard.register.commands; print([m for m in {heavy} if m in sys.modules])"
    loaded = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert loaded.stdout.strip() == "[]"
