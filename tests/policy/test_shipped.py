"""The policies that come ready-made: what the documents ask is on, and a school can start from each."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import get_args, get_type_hints

import msgspec
import pytest

from guard import Guard
from guard.cli import main
from guard.formats.text import report_to_text
from guard.model import Account, Draft, Finding, Source
from guard.policy import models
from guard.policy.layers import SHIPPED, read_layer
from guard.policy.loader import load_policy, remarks
from guard.policy.models import Policy
from guard.policy.template import school_file
from guard.rules import all_rules, option_specs
from tests.policy.schools import SCHOOLS, school_policy
from tools import coverage

DOCUMENTS = sorted(coverage.documents())
ROWS = {row.id: row for row in coverage.rows()}


def load(name: str) -> Policy:
    return load_policy(name, option_specs())


@pytest.mark.parametrize("name", DOCUMENTS)
@pytest.mark.parametrize(
    "row", [row for row in ROWS.values() if row.about in ("words", "account")], ids=lambda row: row.id
)
def test_a_row_is_on_where_a_document_asks_for_it_and_off_elsewhere(name: str, row: coverage.Row) -> None:
    policy = load(name)
    for rule in coverage.rules_of(row.id):
        settings = coverage.settings_of(policy, rule.slug)
        if name not in row.documents:
            assert settings is None
            continue
        assert settings is not None
        assert settings.source is Source.CLAUSE
        assert settings.clause
        assert settings.ask in policy.contacts
        assert rule.rule.status == "stable"
    assert coverage.rules_of(row.id) or name not in row.documents


def test_nothing_is_missing_and_nothing_is_unfounded() -> None:
    assert coverage.holes() == []


def test_a_hole_would_be_found(monkeypatch: pytest.MonkeyPatch) -> None:
    policy = load("leamington")
    kept = {slug: rule for slug, rule in policy.rules.items() if slug != "strong-language"}
    elsewhere = {**kept, "shouting": load("academy").rules["shouting"]}
    monkeypatch.setattr(coverage, "policies", lambda: {"leamington": msgspec.structs.replace(policy, rules=elsewhere)})
    assert {
        "leamington: strong-language (L1) is off",
        "leamington: shouting is on, and the document does not ask for it",
        "leamington: shouting cites 'Tone', which is no clause of the document",
    } <= set(coverage.holes())


def test_whoever_is_on_the_list_is_looked_for_in_every_policy() -> None:
    for name in SHIPPED:
        assert coverage.settings_of(load(name), "listed-person-pictured") is not None
    assert load("alexandra").rules["listed-person-pictured"].settings.source is Source.LIST


@pytest.mark.parametrize("name", SHIPPED)
def test_a_shipped_policy_is_complete_but_for_the_schools_identity(name: str, tmp_path: Path) -> None:
    found = remarks(load(name))
    assert [remark.key for remark in found if remark.error] == ([] if name == "demo" else ["school.name"])
    assert remarks(load_policy(school_policy(name, tmp_path), option_specs())) == []
    assert main(["policy", "check", str(school_policy(name, tmp_path))]) == 0


@pytest.mark.parametrize("name", SHIPPED)
def test_a_shipped_policy_names_roles_and_no_people(name: str) -> None:
    policy = load(name)
    known = {
        "communications lead", "data_protection_officer", "deputy head", "head_teacher", "manager", "network_manager",
        "safeguarding_lead", "school_business_manager", "senior_leader", "senior_manager",
    }  # fmt: skip
    roles = {*policy.contacts, policy.reporting.to, *(account.owner for account in policy.accounts)}
    roles |= {rule.settings.ask for rule in policy.rules.values()}
    assert roles <= known
    assert policy.reporting.to in policy.contacts


def first(name: str, folder: Path, text: str, slug: str, account: Account | None = None) -> Finding:
    with Guard.open(school_policy(name, folder)) as checker:
        report = checker.check(Draft(text, account=account or Account.personal("@me")))
    return next(finding for finding in report.findings if finding.slug == slug)


def test_two_clauses_of_one_number_are_told_apart_by_their_title(tmp_path: Path) -> None:
    policy = load("alexandra")
    cited = {str(rule.settings.clause) for rule in policy.rules.values() if rule.settings.clause_number == "8"}
    assert cited == {"Business use of social media"}


@pytest.mark.parametrize("name", ["aylestone", "alexandra", "academy", "demo", "template"])
def test_the_wording_that_is_offered_settles_what_it_is_offered_for(name: str, tmp_path: Path) -> None:
    policy = load(name)
    text = f"Great day at {SCHOOLS[name]} today!"
    for wording in (policy.disclaimer.wording, policy.disclaimer.short_wording):
        with Guard.open(school_policy(name, tmp_path)) as checker:
            for draft, expected in ((text, True), (f"{text} {wording}", False)):
                report = checker.check(Draft(draft, account=Account.personal("@me")))
                assert any(finding.slug == "school-named" for finding in report.findings) is expected


def test_what_a_disclaimer_has_to_do_differs(tmp_path: Path) -> None:
    half = "Great day at {} today! All views are my own."
    for name, expected in (("aylestone", False), ("academy", False), ("alexandra", True)):
        with Guard.open(school_policy(name, tmp_path)) as checker:
            text = half.format(SCHOOLS[name])
            report = checker.check(Draft(text, account=Account.personal("@me")))
            assert any(finding.slug == "school-named" for finding in report.findings) is expected


def test_whether_a_profile_is_enough_differs(tmp_path: Path) -> None:
    profile = "Teacher. My views do not represent the views of my employer."
    for name, expected in (("aylestone", False), ("academy", False), ("alexandra", True)):
        with Guard.open(school_policy(name, tmp_path)) as checker:
            draft = Draft(f"Great day at {SCHOOLS[name]}!", account=Account.personal("@me"), profile_text=profile)
            assert any(finding.slug == "school-named" for finding in checker.check(draft).findings) is expected


def test_a_school_chooses_whether_it_may_be_named(tmp_path: Path) -> None:
    text = f"Great day at {SCHOOLS['template']} today! My views, not those of my employer."
    for naming, expected in (("off", False), ("disclaimer", False), ("never", True)):
        path = school_policy("template", tmp_path, f'[rules.school-named]\nnaming = "{naming}"\n')
        with Guard.open(path) as checker:
            found = checker.check(Draft(text, account=Account.personal("@me"))).findings
        assert any(finding.slug == "school-named" for finding in found) is expected


# -- around the post ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_finding_says_whom_to_ask_and_whom_to_tell(name: str, tmp_path: Path) -> None:
    finding = first(name, tmp_path, "What a fucking day", "strong-language")
    policy = load(name)
    assert finding.clause is not None
    assert policy.contacts[finding.ask]
    assert policy.contacts[finding.report_to]


def test_the_report_people_read_says_where_it_comes_from_and_whom_to_tell(tmp_path: Path) -> None:
    with Guard.open(school_policy("template", tmp_path)) as checker:
        report = checker.check(Draft("What a fucking day", account=Account.personal("@me")))
    text = report_to_text(report)
    assert "From: guidance for schools; in doubt ask a senior leader" in text
    assert "a mistake or a concern goes to a senior leader" in text
    (finding,) = report.to_dict()["findings"]
    assert (finding["report_to"], finding["report_to_label"]) == ("senior_leader", "a senior leader")


def test_a_rule_may_have_its_mistakes_told_to_somebody_else(tmp_path: Path) -> None:
    path = school_policy("academy", tmp_path, '[rules.strong-language]\nreport_to = "safeguarding_lead"\n')
    with Guard.open(path) as checker:
        (finding,) = checker.check(Draft("What a fucking day", account=Account.personal("@me"))).findings
    assert finding.report_to == "safeguarding_lead"


def test_an_account_nobody_else_runs_is_pointed_out_where_the_document_asks_for_two(tmp_path: Path) -> None:
    account = '[[accounts]]\nsite = "x.com"\nhandle = "@elm"\nowner = "communications lead"\n'
    for name, expected in (("academy", ["accounts[0].deputy"]), ("leamington", [])):
        path = tmp_path / f"{name}-school.toml"
        path.write_text(f'extends = "{name}"\n[school]\nname = "Elm Park School"\n{account}', "utf-8")
        assert [remark.key for remark in remarks(load_policy(path, option_specs()))] == expected


def test_two_accounts_of_one_owner_on_a_site_are_pointed_out_where_the_document_expects_one(tmp_path: Path) -> None:
    accounts = "".join(
        f'[[accounts]]\nsite = "x.com"\nhandle = "{handle}"\nowner = "music department"\n' for handle in ("@a", "@b")
    )
    path = tmp_path / "school.toml"
    path.write_text(f'extends = "aylestone"\n[school]\nname = "Elm Park School"\n{accounts}', "utf-8")
    (remark,) = remarks(load_policy(path, option_specs()))
    assert "owns 2 accounts" in remark.text
    assert not remark.error


# -- the template ------------------------------------------------------------------------------------------------------


def keys_of(kind: object) -> set[str]:
    """The keys of the tables a policy file may have, tables in tables included."""
    found = set()
    for each in (kind, *get_args(kind)):
        if isinstance(each, type) and issubclass(each, msgspec.Struct):
            for name, hint in get_type_hints(each).items():
                found |= {name, *keys_of(hint)}
    return found


def test_the_template_shows_every_table_and_key_there_is() -> None:
    text = school_file("template")
    shown = set(re.findall(r"^#? *([a-z_]+) ", text, re.MULTILINE)) | set(re.findall(r"`([a-z_]+)`", text))
    tables = {name for path in re.findall(r"^(?:# )?\[+([a-z_.]+)", text, re.MULTILINE) for name in path.split(".")}
    assert keys_of(models.PolicyFile) - shown - tables == set()
    assert set(get_type_hints(models.RuleSettings)) <= shown
    for slug, rule in all_rules().items():
        assert f"[rules.{slug}]" in text
        for field in msgspec.structs.fields(rule.options):
            assert f"# {field.encode_name} = " in text


def test_what_stands_behind_a_hash_in_the_template_is_what_holds_anyway(tmp_path: Path) -> None:
    text = school_file("template")
    rules = text.partition("[rules.")[1] + text.partition("[rules.")[2]
    path = tmp_path / "school.toml"
    path.write_text('[school]\nname = "Elm"\n' + re.sub(r"^# ([a-z_]+ = )", r"\1", rules, flags=re.MULTILINE), "utf-8")
    spelled_out = load_policy(path, option_specs()).rules
    assert {slug: rule.options for slug, rule in spelled_out.items()} == {
        slug: rule.options for slug, rule in load("template").rules.items()
    }


def test_the_template_has_what_goes_beyond_the_documents_and_says_where_it_is_from() -> None:
    policy = load("template")
    assert policy.rules.keys() == all_rules().keys()
    for slug, rule in policy.rules.items():
        if all_rules()[slug].rule.requirement.startswith("X"):
            assert rule.settings.enabled
        assert rule.settings.source is not Source.CLAUSE
        assert rule.settings.ask in policy.contacts


def test_the_demo_says_guidance_where_the_document_it_builds_on_has_no_clause() -> None:
    academy, demo = load("academy"), load("demo")
    assert demo.rules.keys() == all_rules().keys()
    for slug, rule in demo.rules.items():
        assert rule.settings.enabled
        if slug not in academy.rules:
            assert rule.settings.source is not Source.CLAUSE
        elif rule.settings.source is Source.CLAUSE:
            assert (rule.settings.clause_number, rule.settings.clause) == (
                academy.rules[slug].settings.clause_number,
                academy.rules[slug].settings.clause,
            )


def test_shipped_files_repeat_no_table_of_what_they_build_on() -> None:
    academy = tomllib.loads((Path(models.__file__).parent / "shipped" / "academy.toml").read_text("utf-8"))["rules"]
    for slug, table in read_layer("demo").data["rules"].items():
        assert table != academy.get(slug)
