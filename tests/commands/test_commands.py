"""The other commands, each as somebody would use it."""

from __future__ import annotations

import json

import pytest

from guard.cli import main
from guard.rules import all_rules


def test_the_rules_are_listed(capsys) -> None:
    assert main(["rules"]) == 0
    out = capsys.readouterr().out
    assert all(loaded.rule.code in out and slug in out for slug, loaded in all_rules().items())


@pytest.mark.parametrize("name", ["SG101", "sg101", "school-named"])
def test_a_rule_is_explained_by_code_or_name(capsys, name) -> None:
    assert main(["explain", name]) == 0
    assert "Known to be wrong" in capsys.readouterr().out


def test_a_rule_there_is_not_gets_a_hint(capsys) -> None:
    assert main(["explain", "school-name"]) == 2
    assert "did you mean school-named?" in capsys.readouterr().err


def test_a_school_starts_a_policy_of_its_own(capsys, tmp_path) -> None:
    path = tmp_path / "school.toml"
    assert main(["policy", "init", str(path)]) == 0
    assert main(["policy", "check", str(path)]) == 2
    assert "school.name" in capsys.readouterr().out
    path.write_text(path.read_text("utf-8").replace('name = ""', 'name = "Elm Primary School"'), "utf-8")
    assert main(["policy", "check", str(path)]) == 0
    assert main(["check", "Elm Primary School is great", "--policy", str(path), "--account", "personal"]) == 1


def test_a_policy_that_is_there_is_not_overwritten(capsys, tmp_path) -> None:
    path = tmp_path / "school.toml"
    path.write_text("precious", "utf-8")
    assert main(["policy", "init", str(path)]) == 2
    assert path.read_text("utf-8") == "precious"


def test_the_facts_of_a_policy_as_json(capsys) -> None:
    assert main(["policy", "check", "demo", "--format", "json"]) == 0
    facts = json.loads(capsys.readouterr().out)
    assert facts["school"] == "Oakfield Academy"
    assert facts["accounts"]
    assert facts["contacts"]["data_protection_officer"]
    assert {rule["slug"] for rule in facts["rules"]} == set(all_rules())
    assert all(rule["clause"] or rule["source"] != "clause" for rule in facts["rules"])


def test_the_shipped_policies_are_listed(capsys) -> None:
    assert main(["policy", "list"]) == 0
    assert {"academy", "demo"} <= set(capsys.readouterr().out.split())


def test_the_schema_is_json(capsys) -> None:
    assert main(["policy", "schema"]) == 0
    assert json.loads(capsys.readouterr().out)["title"] == "School Guard policy"


def test_doctor_says_how_large_it_is_and_whether_the_models_are_there(capsys) -> None:
    main(["doctor"])
    out = capsys.readouterr().out
    assert "MB for School Guard" in out
    assert "face models" in out


def test_missing_models_are_named_with_the_command_that_brings_them(capsys, tmp_path, monkeypatch) -> None:
    monkeypatch.setenv("SCHOOL_GUARD_DATA", str(tmp_path))
    assert main(["models"]) == 3
    assert "school-guard models install" in capsys.readouterr().out


def test_an_unfinished_policy_of_the_schools_own_says_what_is_missing(capsys, tmp_path) -> None:
    path = tmp_path / "school.toml"
    main(["policy", "init", str(path)])
    assert main(["check", "Hello", "--policy", str(path)]) == 2
    assert "names no school yet: fill in [school]" in capsys.readouterr().err
