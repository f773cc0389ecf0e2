"""A school's policy file, from layers to errors."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import guard.policy
from guard.cli import main
from guard.errors import PolicyError, PolicyNotFound
from guard.model import Severity, Source
from guard.pictures.limits import RECOMMENDED_THRESHOLD
from guard.policy.layers import SHIPPED
from guard.policy.loader import load_policy, remarks
from guard.policy.models import Policy
from guard.policy.schema import policy_schema
from guard.rules import all_rules, option_specs


def load(path: Path | str, **managed: object) -> Policy:
    return load_policy(path, option_specs(), managed or None)


def written(folder: Path, text: str, name: str = "school.toml") -> Path:
    path = folder / name
    path.write_text(text, "utf-8")
    return path


def test_every_policy_in_the_folder_is_shipped_and_loads() -> None:
    folder = Path(guard.policy.__file__).parent / "shipped"
    assert sorted(path.stem for path in folder.glob("*.toml")) == sorted(SHIPPED)
    for name in SHIPPED:
        assert load(name).name == name
    assert load("demo").rules.keys() == all_rules().keys()


def test_every_rule_of_a_shipped_policy_cites_where_it_comes_from_and_somebody_to_ask() -> None:
    for name in SHIPPED:
        policy = load(name)
        for rule in policy.rules.values():
            assert rule.settings.clause or rule.settings.source is not Source.CLAUSE
            assert rule.settings.ask in policy.contacts


def test_a_school_changes_what_it_says_and_keeps_the_rest(tmp_path) -> None:
    path = written(tmp_path, 'extends = "demo"\n[rules.mild-language]\nseverity = "advise"\n')
    policy = load(path)
    assert policy.rules["mild-language"].settings.severity is Severity.ADVISE
    assert policy.rules["mild-language"].settings.clause == load("demo").rules["mild-language"].settings.clause
    assert policy.school.name == "Oakfield Academy"


def test_a_policy_may_extend_another_file_beside_it(tmp_path) -> None:
    written(tmp_path, 'extends = "academy"\n[school]\nname = "Elm Trust"\n', "trust.toml")
    path = written(tmp_path, 'extends = "trust.toml"\n[school]\naliases = ["Elm Primary"]\n')
    assert (load(path).school.name, load(path).school.aliases) == ("Elm Trust", ("Elm Primary",))


def test_managed_settings_come_last() -> None:
    assert load("demo", gate={"on_not_checked": "hold"}).gate.on_not_checked == "hold"


def test_a_locked_key_cannot_be_changed_below(tmp_path) -> None:
    written(tmp_path, 'extends = "demo"\nlocked = ["rules.strong-language.severity"]\n', "trust.toml")
    path = written(tmp_path, 'extends = "trust.toml"\n[rules.strong-language]\nseverity = "advise"\n')
    with pytest.raises(PolicyError, match=r"school\.toml.*rules\.strong-language\.severity.*locked.*trust\.toml"):
        load(path)


def test_a_rule_that_is_locked_on_is_not_switched_off_place_by_place(tmp_path) -> None:
    written(
        tmp_path,
        'extends = "demo"\nlocked = ["rules.strong-language.enabled"]\n'
        '[rules.strong-language]\nseverity_on = {"linkedin.com" = "off"}\n',
        "trust.toml",
    )
    for kept in ('personal = "warn"', '"linkedin.com" = "off"'):
        load(written(tmp_path, f'extends = "trust.toml"\n[rules.strong-language]\nseverity_on = {{{kept}}}\n'))
    path = written(
        tmp_path,
        'extends = "trust.toml"\n[rules.strong-language]\nseverity_on = {personal = "off", official = "warn"}\n',
    )
    with pytest.raises(PolicyError, match=r"school\.toml.*rules\.strong-language\.severity_on.*locked.*trust\.toml"):
        load(path)


@pytest.mark.parametrize(
    "key", ["rules", "rules.strong-language", "gate", "contacts.head", "channels.sites", "accounts"]
)
def test_whatever_is_a_key_can_be_locked(tmp_path, key) -> None:
    assert load(written(tmp_path, f'extends = "demo"\nlocked = ["{key}"]\n')).school.name


def test_saying_a_locked_thing_again_is_no_change(tmp_path) -> None:
    written(tmp_path, 'extends = "demo"\nlocked = ["rules.strong-language"]\n', "trust.toml")
    path = written(tmp_path, 'extends = "trust.toml"\n[rules.strong-language]\nseverity = "stop"\n')
    assert load(path).rules["strong-language"].settings.severity is Severity.STOP


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[gate]\non_unchecked = 'hold'\n", r"unknown key 'gate\.on_unchecked'; did you mean 'on_not_checked'"),
        ("[rules.strong-langauge]\n", r"no rule 'strong-langauge'; did you mean 'strong-language'"),
        ("[rules.strong-language]\nseverty = 'stop'\n", r"rules\.strong-language\.severty'; did you mean 'severity'"),
        ("[rules.strong-language]\nseverity = 'fatal'\n", r"key 'rules\.strong-language\.severity'.*fatal"),
        ("[gate]\non_not_checked = 'never'\n", r"key 'gate\.on_not_checked'"),
        ("[school]\nname = 3\n", r"key 'school\.name'.*expected `str`"),
        ("[[accounts]]\nsite = 'x.com'\nhandel = '@a'\n", r"accounts\[0\]\.handel'; did you mean 'handle'"),
        ("[school\n", r"not valid TOML.*line 1"),
        ("extends = 'acadmy'\n", r"no policy"),
        ("[policy]\ntimezone = 'Mars/Olympus'\n", r"key 'policy'.*no time zone 'Mars/Olympus'"),
        ("[policy]\ntimezone = '../etc'\n", r"no time zone"),
        ("locked = ['nonsense']\n", r"key 'locked': 'nonsense' is no key"),
        ("locked = ['gate.on_unchecked']\n", r"'gate\.on_unchecked' is no key; did you mean 'on_not_checked'"),
        ("locked = ['policy.title.text']\n", r"'policy\.title\.text' is no key"),
        ("locked = ['rules.strong-langage.severity']\n", r"no rule 'strong-langage'; did you mean 'strong-language'"),
        ("locked = ['rules.strong-language.severty']\n", r"is no key; did you mean 'severity'"),
        (f"[rules.strong-language]\nseverity = {'[' * 900}{']' * 900}\n", r"nested too deeply|not valid|severity"),
    ],
)
def test_a_mistake_is_named_with_file_key_and_what_was_meant(tmp_path, text, message) -> None:
    with pytest.raises(PolicyError, match=message) as caught:
        load(written(tmp_path, text))
    if not isinstance(caught.value, PolicyNotFound):
        assert "school.toml" in str(caught.value)


def test_a_policy_that_extends_itself_is_refused(tmp_path) -> None:
    with pytest.raises(PolicyError, match="circle"):
        load(written(tmp_path, 'extends = "school.toml"\n'))


def test_a_name_nobody_knows_lists_those_there_are() -> None:
    with pytest.raises(PolicyNotFound, match=r"academy, alexandra.*demo"):
        load("acadmy")


def test_recognition_needs_its_assessment(tmp_path) -> None:
    path = written(tmp_path, 'extends = "academy"\n[recognition]\nenabled = true\napproved_by = "governors"\n')
    with pytest.raises(PolicyError, match=r"recognition\.impact_assessment, recognition\.review_by"):
        load(path)


def test_an_overdue_review_is_pointed_out(tmp_path, capsys) -> None:
    path = written(tmp_path, 'extends = "demo"\n[recognition]\nreview_by = 2020-01-31\n')
    (remark,) = remarks(load(path))
    assert (remark.key, remark.error) == ("recognition.review_by", False)
    assert main(["policy", "check", str(path)]) == 0
    said = capsys.readouterr().out
    assert "Recognising people in pictures: off since 2020-01-31" in said
    assert "Nothing left" not in said
    main(["policy", "check", str(path), "--format", "json"])
    assert json.loads(capsys.readouterr().out)["recognition"] is False


def test_checking_a_policy_says_what_is_still_to_be_filled_in() -> None:
    found = {remark.key: remark for remark in remarks(load("academy"))}
    assert found["school.name"].error
    assert remarks(load("demo")) == []


def test_checking_a_policy_points_out_names_that_may_mean_something_else(tmp_path) -> None:
    path = written(tmp_path, 'extends = "academy"\n[school]\nname = "St Helen\'s Primary"\naliases = ["Helen"]\n')
    assert any("ambiguous" in remark.text for remark in remarks(load(path)))


def test_the_schema_knows_every_key_the_loader_knows() -> None:
    schema = policy_schema(option_specs())
    for slug in all_rules():
        assert {"severity", "clause", "ask"} <= schema["properties"]["rules"]["properties"][slug]["properties"].keys()
    assert json.dumps(schema)


def test_an_official_account_is_known_with_or_without_the_at_sign() -> None:
    policy = load("demo")
    assert policy.is_official("x.com", "OakfieldAcademy")
    assert not policy.is_official("bsky.app", "@oakfieldacademy")
    assert not policy.is_official("x.com", "")


def test_the_threshold_is_the_one_that_was_measured() -> None:
    assert load("academy").recognition.threshold == RECOMMENDED_THRESHOLD
