"""The school's allow-list: what it covers, for how long, and that it is counted."""

from __future__ import annotations

from pathlib import Path

import pytest

from guard import Account, Draft, LeftOut, Verdict
from guard.formats.checked import Checked
from guard.formats.sarif import reports_to_sarif
from guard.formats.text import report_to_text
from guard.policy.loader import load_policy, remarks
from guard.rules import option_specs
from tests.filters.support import ME, checked, left_out, of, policy_file, slugs

ENTRY = '[[allow]]\nreason = "the book week play"\nauthor = "head of English"\nexpires = 2027-07-31\n'
NAMED = "Proud to work at Oakfield Academy today"


def test_an_allowed_phrase_covers_what_is_found_inside_it_and_nothing_else(tmp_path: Path) -> None:
    policy = ENTRY + 'term = "Bloody Good Bakery"\n'
    report = checked(tmp_path, policy, "Buns for the fair from the bloody-good bakery")
    assert of(report, "mild-language") == []
    assert left_out(report) == {"mild-language": "allowed"}
    assert "mild-language" in slugs(checked(tmp_path, policy, "That bloody boiler is off again"))


@pytest.mark.parametrize("written", ["OAKFIELD ACADEMY", "Oákfield Academy", "#OakfieldAcademy", "“Oakfield Academy”"])
def test_a_term_is_known_however_it_is_written(tmp_path: Path, written: str) -> None:
    report = checked(tmp_path, ENTRY + 'term = "oakfield academy"\n', f"Proud to work at {written} today")
    assert "school-named" in left_out(report)


def test_an_entry_for_one_rule_says_nothing_of_another(tmp_path: Path) -> None:
    policy = ENTRY + 'term = "Oakfield Academy"\nrule = "mild-language"\n'
    assert "school-named" in slugs(checked(tmp_path, policy, NAMED))


def test_a_fingerprint_allows_exactly_one_finding(tmp_path: Path) -> None:
    (finding,) = of(checked(tmp_path, "", NAMED), "school-named")
    policy = ENTRY + f'fingerprint = "{finding.fingerprint}"\n'
    assert "school-named" in left_out(checked(tmp_path, policy, f"Hello. {NAMED}"))
    other = checked(tmp_path, policy, "Proud to work at @oakfieldacademy today")
    assert "school-named" in slugs(other)


def test_an_entry_counts_up_to_its_last_day_and_no_longer(tmp_path: Path) -> None:
    term = 'term = "Oakfield Academy"\n'
    for day, allowed in (("2026-11-18", True), ("2026-11-17", False)):
        policy = ENTRY.replace("2027-07-31", day) + term
        assert ("school-named" in left_out(checked(tmp_path, policy, NAMED))) is allowed


def test_checking_a_policy_says_which_entries_have_expired(tmp_path: Path) -> None:
    path = policy_file(tmp_path, ENTRY.replace("2027", "2020") + 'term = "Lantern"\n')
    (found,) = (each for each in remarks(load_policy(path, option_specs())) if each.key == "allow[0]")
    assert "2020-07-31" in found.text
    assert not found.error


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "'term' or 'fingerprint'"),
        ('term = "a"\nfingerprint = "b"\n', "'term' or 'fingerprint'"),
        ('term = "..."\n', "no letter"),
        ('term = "a"\nrule = "mild-langauge"\n', "did you mean 'mild-language'"),
        ('term = "a"\nuntil = 2027-01-01\n', "unknown key"),
    ],
)
def test_a_mistake_in_an_entry_is_named(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(Exception, match=message) as caught:
        load_policy(policy_file(tmp_path, ENTRY + text), option_specs())
    assert "school.toml" in str(caught.value)


@pytest.mark.parametrize("missing", ["reason", "author", "expires"])
def test_nobody_allows_anything_without_a_name_to_it(tmp_path: Path, missing: str) -> None:
    lines = [line for line in ENTRY.splitlines() if not line.startswith(missing)]
    with pytest.raises(Exception, match=missing):
        load_policy(policy_file(tmp_path, "\n".join([*lines, 'term = "a"\n'])), option_specs())


def test_what_was_left_out_is_counted_in_every_form_of_the_report(tmp_path: Path) -> None:
    report = checked(tmp_path, ENTRY + 'term = "Oakfield Academy"\n', NAMED)
    (suppressed,) = (each for each in report.suppressed if each.slug == "school-named")
    assert (suppressed.slug, suppressed.why, suppressed.count) == ("school-named", LeftOut.ALLOWED, 1)
    assert {
        "code": suppressed.code,
        "slug": "school-named",
        "why": "allowed",
        "count": 1,
        "message": "1 on the school's allow list",
    } in report.to_dict()["suppressed"]
    assert "on the school's allow list" in report_to_text(report)
    (sarif,) = reports_to_sarif([Checked(Draft(NAMED), report)], "1")["runs"]
    assert {"ruleId": suppressed.code, "why": "allowed", "count": 1} in sarif["properties"]["suppressed"]


def test_what_somebody_set_aside_is_left_out_by_its_fingerprint_and_counted(tmp_path: Path) -> None:
    (finding,) = of(checked(tmp_path, "", NAMED), "school-named")
    post = Draft(NAMED, account=ME, dismissed=[finding.fingerprint])
    report = checked(tmp_path, "", post)
    assert left_out(report) == {"school-named": "dismissed"}
    assert of(report, "school-named") == []


def test_a_stop_is_set_aside_only_where_the_school_lets_staff_decide(tmp_path: Path) -> None:
    text = "What a fucking day"
    (finding,) = of(checked(tmp_path, "", text), "strong-language")
    post = Draft(text, account=Account.personal("@me"), dismissed=[finding.fingerprint])
    assert checked(tmp_path, "", post).verdict is Verdict.CLEAR
    never = checked(tmp_path, '[gate]\nstop_override = "never"\n', post)
    assert never.verdict is Verdict.STOP
    assert never.suppressed == ()
