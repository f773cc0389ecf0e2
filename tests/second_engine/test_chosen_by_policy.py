"""`engine = "face-recognition"` in a policy: the whole way from the file to the finding."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from guard import Account, Draft, Guard, Media
from guard.pictures.in_process import InProcessReader
from guard.register import BiometricConsent, GivenBy, Name, PersonEntry
from guard.register.register import Register
from tests.pictures.photos import photo

POLICY = 'extends = "demo"\n\n[recognition]\nengine = "face-recognition"\n'


@pytest.fixture
def policy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A policy that chooses the second engine, on a machine where the first one's weights are not installed."""
    monkeypatch.setenv("SCHOOL_GUARD_DATA", str(tmp_path / "data"))
    path = tmp_path / "school.toml"
    path.write_text(POLICY)
    return path


def post(name: str) -> Draft:
    return Draft("A lovely day", account=Account.official("@oakfieldacademy"), media=[Media.from_path(photo(name))])


def test_an_enrolled_person_is_found_and_nobody_else(policy: Path, tmp_path: Path) -> None:
    (tmp_path / "list").mkdir()
    reader = InProcessReader(engine="face-recognition")
    enrolled = reader.enrol(Media.from_path(photo("a1.jpg")))
    assert enrolled.template is not None
    today = datetime.now(UTC).date()
    with Register.open(tmp_path / "list" / "register.db", bytes(32), create=True) as register:
        reference = register.add(PersonEntry(Name("Marisol", "Quennelby")))
        consent = BiometricConsent(today, GivenBy.PARENT, date(2026, 9, 1))
        register.enrol(reference, [enrolled.template], consent, engine="face-recognition")
        with Guard.open(policy, register) as checker:
            shown, other = checker.check(post("a3.jpg")), checker.check(post("b1.jpg"))
    assert "listed-person-pictured" in [finding.slug for finding in shown.findings]
    assert "listed-person-pictured" not in [finding.slug for finding in other.findings]
    assert (shown.skipped, other.skipped) == ((), ())
    assert len(other.pictures[0].faces) == 1


def test_the_command_line_uses_it(policy: Path) -> None:
    command = [sys.executable, "-m", "guard.cli", "check", "--policy", str(policy), "--format", "json"]
    done = subprocess.run(
        [*command, "--account", "personal", "--image", str(photo("b1.jpg"))],
        capture_output=True,
        text=True,
        env=os.environ,
        cwd=policy.parent,
    )
    report = json.loads(done.stdout)
    assert len(report["pictures"][0]["faces"]) == 1
    assert "no_models" not in [each["code"] for each in report["skipped"]]
