"""How much a finding matters on one site or account."""

from __future__ import annotations

from pathlib import Path

import pytest

from guard import Guard
from guard.errors import PolicyError
from guard.model import Account, Draft, Severity
from guard.policy.loader import load_policy
from guard.rules import option_specs

OFFICIAL, PERSONAL, UNKNOWN = Account.official("@oakfieldacademy"), Account.personal("@me"), Account.unknown()


def severity(folder: Path, slug: str, settings: str, text: str, account: Account, site: str = "x.com") -> str:
    """What a rule makes of a text in the demo policy with some settings changed; "" where it is silent."""
    path = folder / "school.toml"
    path.write_text(f'extends = "demo"\n[rules.{slug}]\n{settings}\n', "utf-8")
    with Guard.open(path) as checker:
        found = checker.check(Draft(text, account=account, site=site)).findings
    return next((finding.severity.value for finding in found if finding.slug == slug), "")


SWEARING = "Well that is fucking marvellous"


@pytest.mark.parametrize(
    ("settings", "account", "site", "expected"),
    [
        ("", PERSONAL, "x.com", "stop"),
        ('severity_on = { "linkedin.com" = "advise" }', PERSONAL, "linkedin.com", "advise"),
        ('severity_on = { "linkedin.com" = "advise" }', PERSONAL, "x.com", "stop"),
        ('severity_on = { personal = "warn" }', PERSONAL, "x.com", "warn"),
        ('severity_on = { personal = "warn" }', OFFICIAL, "x.com", "stop"),
        ('severity_on = { personal = "off" }', PERSONAL, "x.com", ""),
        ('severity = "advise"\nseverity_on = { "x.com" = "stop" }', PERSONAL, "x.com", "stop"),
        ('severity_on = { "x.com" = "warn", personal = "advise" }', PERSONAL, "x.com", "warn"),
        ('severity_on = { "@Me" = "advise", "x.com" = "warn" }', PERSONAL, "x.com", "advise"),
        ('severity_on = { "@someone" = "advise", "x.com" = "warn" }', PERSONAL, "x.com", "warn"),
    ],
)
def test_the_closest_entry_decides(tmp_path, settings, account, site, expected) -> None:
    assert severity(tmp_path, "strong-language", settings, SWEARING, account, site) == expected


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        ("", "stop"),
        ('severity_on = { personal = "warn" }', "warn"),
        ('severity_on = { official = "advise", personal = "warn" }', "advise"),
        ('severity_on = { official = "off" }', "warn"),
        ('severity_on = { official = "off", personal = "off" }', ""),
        ('severity_on = { unknown = "advise" }', "advise"),
    ],
)
def test_where_nobody_knows_whose_account_it_is_the_milder_holds(tmp_path, settings, expected) -> None:
    assert severity(tmp_path, "strong-language", settings, SWEARING, UNKNOWN) == expected


def test_a_rule_for_personal_accounts_is_a_step_milder_on_an_unknown_one(tmp_path) -> None:
    text = "Any questions, email me on j.brown@oakfield-academy.example"
    assert severity(tmp_path, "school-email-address", "", text, PERSONAL) == "warn"
    assert severity(tmp_path, "school-email-address", "", text, UNKNOWN) == "advise"
    assert severity(tmp_path, "school-email-address", "", text, OFFICIAL) == ""
    assert severity(tmp_path, "school-email-address", 'severity_on = { unknown = "warn" }', text, UNKNOWN) == "warn"


def test_a_hint_stays_a_hint_where_the_rule_is_made_stricter(tmp_path) -> None:
    settings = 'severity_on = { "x.com" = "stop" }'
    assert severity(tmp_path, "school-named", settings, "Lovely assembly with my Year 4s today", PERSONAL) == "advise"


@pytest.mark.parametrize(
    ("entry", "message"),
    [
        ('{ offical = "off" }', r"rules\.strong-language\.severity_on.*'offical'.*did you mean 'official'"),
        ('{ linkedin = "off" }', r"severity_on.*'linkedin' is neither a handle .* nor a site"),
        ('{ "x.com" = "of" }', r"rules\.strong-language\.severity_on"),
    ],
)
def test_a_mistake_is_named(tmp_path, entry, message) -> None:
    path = tmp_path / "school.toml"
    path.write_text(f'extends = "demo"\n[rules.strong-language]\nseverity_on = {entry}\n', "utf-8")
    with pytest.raises(PolicyError, match=message):
        load_policy(path, option_specs())


@pytest.mark.parametrize("locked", ["rules.strong-language", "rules.strong-language.severity"])
@pytest.mark.parametrize("setting", ['severity_on = { "x.com" = "off" }', "enabled = false", 'severity = "advise"'])
def test_a_locked_severity_is_not_made_milder_by_the_side_door(tmp_path, locked, setting) -> None:
    trust = f'extends = "demo"\nlocked = ["{locked}"]\n[rules.strong-language]\nenabled = true\nseverity = "stop"\n'
    (tmp_path / "trust.toml").write_text(trust, "utf-8")
    path = tmp_path / "school.toml"
    path.write_text(f'extends = "trust.toml"\n[rules.strong-language]\n{setting}\n', "utf-8")
    with pytest.raises(PolicyError, match="locked"):
        load_policy(path, option_specs())


def test_severities_are_what_a_policy_says(tmp_path) -> None:
    path = tmp_path / "school.toml"
    path.write_text('extends = "demo"\n[rules.mild-language.severity_on]\n"@ourschool" = "off"\n', "utf-8")
    settings = load_policy(path, option_specs()).rules["mild-language"].settings
    assert (settings.severity, settings.severity_on) == (Severity.WARN, {"@ourschool": "off"})
