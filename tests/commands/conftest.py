"""Every command in a data folder of its own: what lies on this machine is nobody's business here."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "data"
    monkeypatch.setenv("SCHOOL_GUARD_DATA", str(folder))
    monkeypatch.setenv("SCHOOL_GUARD_KEY_FILE", str(tmp_path / "key" / "register.key"))
    return folder
