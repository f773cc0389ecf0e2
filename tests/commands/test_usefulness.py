"""`school-guard usefulness`: what was counted, which rules are quiet, and beginning anew."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from guard.cli import main
from guard.usefulness import Outcome, Tallies


@pytest.fixture(autouse=True)
def counted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Tallies:
    monkeypatch.setenv("SCHOOL_GUARD_DATA", str(tmp_path))
    tallies = Tallies(tmp_path)
    for _ in range(20):
        tallies.record("mild-language", Outcome.WRONG)
    tallies.record("school-named", Outcome.PERMISSION)
    tallies.record("strong-language", Outcome.POSTED)
    return tallies


def test_it_says_how_useful_each_rule_was_and_which_are_quiet(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["usefulness"]) == 0
    lines = {line.split()[1]: line for line in capsys.readouterr().out.splitlines() if line.startswith("SG")}
    assert "useful 0 of 20" in lines["mild-language"]
    assert "quiet" in lines["mild-language"]
    assert "useful 1 of 1" in lines["school-named"]
    assert "not known yet" in lines["strong-language"]


def test_a_rule_is_heard_again(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["usefulness", "--reset", "mild-language", "--format", "json"]) == 0
    assert list(json.loads(capsys.readouterr().out)) == ["school-named", "strong-language"]
    assert main(["usefulness", "--reset", "all"]) == 0
    assert "Nothing has been counted" in capsys.readouterr().out


def test_a_rule_there_is_not_is_no_rule_to_reset(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["usefulness", "--reset", "mild"]) == 2
    assert "no rule 'mild'" in capsys.readouterr().err


def test_a_policy_that_never_goes_quiet_says_so_of_nobody(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    policy = tmp_path / "school.toml"
    policy.write_text('extends = "demo"\n[tuning]\nquiet = "never"\n', "utf-8")
    assert main(["usefulness", "--policy", str(policy)]) == 0
    assert "quiet" not in capsys.readouterr().out.lower()
