"""How useful rules are is counted, and one that is mostly wrong speaks more softly and says so."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from guard import Draft, Severity
from guard.errors import GuardError
from guard.filters import Filters
from guard.formats.text import report_to_text
from guard.policy.decisions import Tuning
from guard.policy.loader import load_policy
from guard.rules import option_specs
from guard.usefulness import Outcome, Tallies, Usefulness
from tests.filters.support import NOW, checked, left_out, of
from tests.filters.test_published import finding

NAMED = "Proud to work at Oakfield Academy today"


@pytest.fixture
def tallies(tmp_path: Path) -> Tallies:
    return Tallies(tmp_path / "data")


def judge(tallies: Tallies, slug: str, useful: int, wrong: int) -> None:
    for outcome, count in ((Outcome.ACTED, useful), (Outcome.WRONG, wrong)):
        for _ in range(count):
            tallies.record(slug, outcome)


def test_a_rule_that_was_mostly_wrong_speaks_one_step_softer_and_the_report_says_so(
    tmp_path: Path, tallies: Tallies
) -> None:
    judge(tallies, "school-named", 9, 11)
    report = checked(tmp_path, "", NAMED, tallies=tallies)
    (found,) = of(report, "school-named")
    assert found.severity is Severity.ADVISE
    assert report.quiet == ("school-named",)
    assert "speaks more softly" in report_to_text(report)
    assert report.to_dict()["quiet"][0]["slug"] == "school-named"


@pytest.mark.parametrize(("useful", "wrong"), [(10, 10), (0, 19), (30, 10)])
def test_half_is_enough_and_a_few_cases_are_not(tmp_path: Path, tallies: Tallies, useful: int, wrong: int) -> None:
    judge(tallies, "school-named", useful, wrong)
    report = checked(tmp_path, "", NAMED, tallies=tallies)
    assert report.quiet == ()
    assert of(report, "school-named")[0].severity is Severity.WARN


def test_a_quiet_rule_s_hints_are_left_out_and_counted(tmp_path: Path, tallies: Tallies) -> None:
    judge(tallies, "school-named", 0, 20)
    report = checked(tmp_path, '[rules.school-named]\nseverity = "advise"\n', NAMED, tallies=tallies)
    assert of(report, "school-named") == []
    assert left_out(report) == {"school-named": "quiet"}


@pytest.mark.parametrize(
    ("quiet", "severity"), [("softer", Severity.WARN), ("hide", Severity.ADVISE), ("never", Severity.STOP)]
)
def test_a_stop_never_vanishes_altogether(tmp_path: Path, tallies: Tallies, quiet: str, severity: Severity) -> None:
    judge(tallies, "strong-language", 0, 20)
    report = checked(tmp_path, f'[tuning]\nquiet = "{quiet}"\n', "What a fucking day", tallies=tallies)
    assert [each.severity for each in of(report, "strong-language")] == [severity]


def test_the_school_s_own_list_never_goes_quiet_and_is_never_allowed(tmp_path: Path) -> None:
    policy = tmp_path / "school.toml"
    entry = 'reason = "r"\nauthor = "a"\nexpires = 2099-01-01\n'
    policy.write_text(f'extends = "demo"\n[[allow]]\n{entry}term = "look"\n[[allow]]\n{entry}fingerprint = "f"\n')
    listed, _ = finding("I1", "Look", "Look")
    filters = Filters(load_policy(policy, option_specs()))
    filtered = filters.apply([listed], Draft("Look"), NOW.date(), quiet={"a-rule"})
    assert filtered.findings == (listed,)
    assert filters.apply([replace(listed, requirement="L1")], Draft("Look"), NOW.date()).findings == ()


def test_permission_means_rightly_asked_and_posting_on_says_nothing() -> None:
    found = Usefulness({Outcome.ACTED: 1, Outcome.PERMISSION: 2, Outcome.WRONG: 1, Outcome.POSTED: 50})
    assert (found.useful, found.judged, found.share) == (3, 4, 0.75)
    assert Usefulness({Outcome.POSTED: 50}).share is None
    assert not Usefulness({Outcome.POSTED: 50}).is_mostly_wrong(Tuning())


def test_the_file_holds_rule_and_outcome_and_nothing_else(tallies: Tallies) -> None:
    judge(tallies, "school-named", 1, 2)
    assert json.loads(tallies.path.read_text("utf-8")) == {
        "version": 1,
        "rules": {"school-named": {"acted": 1, "wrong": 2}},
    }
    assert tallies.path.stat().st_mode & 0o077 == 0


def test_what_another_process_counts_or_resets_is_noticed(tallies: Tallies) -> None:
    other = Tallies(tallies.path.parent)
    judge(tallies, "school-named", 1, 0)
    judge(other, "school-named", 1, 0)
    judge(other, "mild-language", 0, 1)
    assert tallies.rules()["school-named"].useful == 2
    other.reset("school-named")
    assert list(tallies.rules()) == ["mild-language"]
    other.reset()
    assert tallies.rules() == {}


def test_a_damaged_file_says_what_to_do(tallies: Tallies) -> None:
    tallies.path.parent.mkdir(parents=True)
    tallies.path.write_text("{")
    with pytest.raises(GuardError, match="delete it"):
        tallies.rules()
