"""Many at once, and quick enough for every keystroke."""

from __future__ import annotations

import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from guard.register import Name, PersonEntry, Purpose, RegisterUnreadable
from guard.register.register import Register
from tests.register.support import KEY, NOW, consent, open_register, pupil, template


def test_threads_add_withdraw_and_ask_at_the_same_time(register: Register) -> None:
    start = threading.Barrier(8)

    def work(number: int) -> list[str]:
        start.wait(timeout=10)
        added = []
        for turn in range(5):
            reference = register.add(pupil(f"Marisol {number}", f"Quennelby {turn}"))
            register.enrol(reference, [template(number)], consent())
            assert reference in {name.person for name in register.names()}
            assert reference in register.consents(Purpose.PICTURE, "website", NOW)
            assert reference in {each.person for each in register.gallery(0.5, NOW).people}
            register.withdraw(reference)
            assert reference not in {each.person for each in register.gallery(0.5, NOW).people}
            added.append(reference)
        return added

    with ThreadPoolExecutor(8) as pool:
        references = [reference for added in pool.map(work, range(8)) for reference in added]
    assert {record.reference for record in register.list()} == set(references)
    assert len(set(references)) == 40


def test_several_start_on_the_same_new_register(path: Path) -> None:
    start = threading.Barrier(6)

    def work(_: int) -> str:
        start.wait(timeout=10)
        with open_register(path, create=True) as register:
            return register.add(pupil())

    with ThreadPoolExecutor(6) as pool:
        references = set(pool.map(work, range(6)))
    with open_register(path) as register:
        assert {record.reference for record in register.list()} == references


def test_a_withdrawal_by_another_process_is_seen_at_once(register: Register, path: Path) -> None:
    reference = register.add(pupil())
    register.enrol(reference, [template()], consent())
    before = register.version, register.gallery(0.5, NOW).version
    script = (
        "import sys; from guard.register import Register\n"
        f"with Register.open(sys.argv[1], bytes.fromhex({KEY.hex()!r})) as register: register.withdraw(sys.argv[2])"
    )
    subprocess.run([sys.executable, "-W", "error", "-c", script, str(path), reference], check=True)
    assert register.version != before[0]
    assert register.gallery(0.5, NOW).version != before[1]
    assert register.gallery(0.5, NOW).people == ()


def test_a_register_that_stays_busy_says_so(register: Register, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("guard.register.database._BUSY_SECONDS", 0.05)
    with open_register(path) as waiting, register._database.setting_up():
        with pytest.raises(RegisterUnreadable, match="in use elsewhere"):
            waiting.add(pupil())
        assert waiting.names() == ()


def test_two_thousand_pupils_are_read_once_and_then_remembered(register: Register) -> None:
    register.add_many(
        PersonEntry(Name(f"Marisol {number}", "Quennelby"), Name("Mari", f"Ostrander {number}"), "4B")
        for number in range(2000)
    )
    names = register.names()
    assert len(names) == 4000
    assert register.names() is names
