from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from guard.register.register import Register
from tests.register.support import Clock, open_register


@pytest.fixture
def path(tmp_path: Path) -> Path:
    folder = tmp_path / "data"
    folder.mkdir()
    return folder / "register.db"


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def register(path: Path, clock: Clock) -> Iterator[Register]:
    with open_register(path, create=True, clock=clock) as opened:
        yield opened


@pytest.fixture(autouse=True)
def no_key_of_this_machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test finds or leaves a key in the folders or the keyring of whoever runs it."""
    monkeypatch.delenv("SCHOOL_GUARD_KEY_FILE", raising=False)
    monkeypatch.delenv("SCHOOL_GUARD_DATA", raising=False)
    monkeypatch.setattr("guard.register.keys.os_keyring", lambda: None)
    monkeypatch.setattr(
        "guard.register.keys.default_key_file", lambda: tmp_path / "configuration" / "school-guard-key" / "register.key"
    )
