"""The documentation: its samples run, it mentions everything there is, its links lead somewhere."""

from __future__ import annotations

import argparse
import ast
import json
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args, get_origin, get_type_hints

import msgspec
import pytest

from extension_api.app import create_app
from extension_api.config import ServiceConfig
from guard.cli import main, parser
from guard.model import SkipCode
from guard.policy import models
from guard.rule import RuleOptions
from guard.rules import all_rules
from tools import generate, manifest

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", ROOT / "CHANGELOG.md", *sorted(DOCS.rglob("*.md"))]
_FENCE = re.compile(r"^```(\w+)\n(.*?)^```", re.MULTILINE | re.DOTALL)


def text(page: Path) -> str:
    return page.read_text("utf-8")


def samples(page: Path, language: str) -> list[str]:
    """The fenced blocks of a page in one language."""
    return [body for found, body in _FENCE.findall(text(page)) if found == language]


def identifier(page: Path) -> str:
    return str(page.relative_to(ROOT))


# -- samples -----------------------------------------------------------------------------------------------------------

PYTHON_SAMPLES = [
    pytest.param(sample, id=f"{identifier(page)}-{index}")
    for page in PAGES
    for index, sample in enumerate(samples(page, "python"))
]


@pytest.mark.parametrize("sample", PYTHON_SAMPLES)
def test_a_python_sample_runs_and_prints_what_it_says(sample: str, tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", sample],
        capture_output=True,
        text=True,
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT), "SCHOOL_GUARD_DATA": str(tmp_path)},
    )
    assert done.returncode == 0, done.stderr
    said = [line.partition("#")[2].strip() for line in sample.splitlines() if line.startswith("print(")]
    assert done.stdout.splitlines() == said


def test_there_are_python_samples_for_readers_of_the_readme_and_for_developers() -> None:
    names = {str(sample.id).rpartition("-")[0] for sample in PYTHON_SAMPLES}
    assert {"README.md", "docs/developers.md"} <= names


@pytest.mark.parametrize("page", PAGES, ids=identifier)
def test_a_command_in_the_docs_is_one_there_is(page: Path) -> None:
    """The parser takes every `school-guard ...` line of the samples, and the scripts named are there."""
    for line in "".join(samples(page, "sh")).splitlines():
        words = shlex.split(line, comments=True)
        if "&&" in words:
            words = words[len(words) - words[::-1].index("&&") :]
        if words and Path(words[0]).name == "school-guard":
            end = words.index(">") if ">" in words else len(words)
            assert callable(parser().parse_args(words[1:end]).run)
        if words and words[0].startswith("python") and words[1].endswith(".py"):
            assert (ROOT / words[1]).is_file()


def test_the_readmes_commands_check_a_post(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Any) -> None:
    monkeypatch.setenv("SCHOOL_GUARD_DATA", str(tmp_path))
    (line,) = (line for line in text(ROOT / "README.md").splitlines() if line.startswith('school-guard check "'))
    assert main(shlex.split(line)[1:]) == 1
    assert "SG101" in capsys.readouterr().out


# -- everything is mentioned ----------------------------------------------------------------------------------


def parsers(root: argparse.ArgumentParser) -> Iterator[argparse.ArgumentParser]:
    yield root
    for action in root._actions:
        if isinstance(action, argparse._SubParsersAction):
            for below in action.choices.values():
                yield from parsers(below)


def test_every_command_and_option_is_in_the_page_about_the_command_line() -> None:
    page = text(DOCS / "command-line.md")
    for each in parsers(parser()):
        assert f"## {each.prog}\n" in page
        for action in each._actions:
            if not isinstance(action, argparse._HelpAction):
                assert all(f"`{name}`" in page for name in action.option_strings)


def policy_keys() -> Iterator[tuple[str, str]]:
    """Every table of a policy file, as its row in the docs begins, and every key in it."""
    for name, kind in get_type_hints(models.PolicyFile).items():
        table = next((each for each in (kind, *get_args(kind)) if _is_table(each)), None)
        if name == "rules":
            table = models.RuleSettings
        for field in msgspec.structs.fields(table) if table is not None else ():
            yield name, field.encode_name


def _is_table(kind: Any) -> bool:
    return get_origin(kind) is None and isinstance(kind, type) and issubclass(kind, msgspec.Struct)


@pytest.mark.parametrize(("table", "key"), sorted(policy_keys()))
def test_every_key_of_a_policy_is_explained(table: str, key: str) -> None:
    rows = [line for line in text(DOCS / "policy.md").splitlines() if re.match(rf"\|[^|]*`\[+{table}[\].]", line)]
    assert any(f"`{key}`" in row for row in rows), f"docs/policy.md: [{table}] {key}"


@pytest.mark.parametrize("key", ["extends", "locked"])
def test_what_stands_above_the_tables_is_explained(key: str) -> None:
    assert f"`{key}" in text(DOCS / "policy.md")


@pytest.mark.parametrize("slug", sorted(all_rules()))
def test_every_rule_has_its_page_with_every_option(slug: str) -> None:
    page = text(DOCS / "rules" / f"{slug}.md")
    options = {field.encode_name for field in msgspec.structs.fields(all_rules()[slug].options)}
    options -= {field.encode_name for field in msgspec.structs.fields(RuleOptions)}
    assert [option for option in sorted(options) if f"`{option}`" not in page] == []
    assert f"({slug}.md)" in text(DOCS / "rules" / "README.md")


def routes(tmp_path: Path) -> set[str]:
    app = create_app(ServiceConfig(data_dir=tmp_path, policy="demo", register_key=tmp_path / "key" / "register.key"))
    return {re.sub(r"<(?:\w+:)?(\w+)>", r"{\1}", str(rule)) for rule in app.url_map.iter_rules()}


def test_every_route_of_the_service_is_mentioned(tmp_path: Path) -> None:
    page = text(DOCS / "developers.md")
    assert [route for route in sorted(routes(tmp_path)) if f"`{route}`" not in page] == []


def test_every_managed_setting_is_explained() -> None:
    page = text(DOCS / "it.md")
    schema = json.loads((ROOT / "browser_extension" / "managed_schema.json").read_text("utf-8"))
    assert [name for name in schema["properties"] if f"| `{name}` |" not in page] == []


def test_the_sample_of_managed_settings_has_only_settings_there_are() -> None:
    schema = json.loads((ROOT / "browser_extension" / "managed_schema.json").read_text("utf-8"))
    (sample,) = samples(DOCS / "it.md", "json")
    ((identity, settings),) = json.loads(sample)["3rdparty"]["extensions"].items()
    assert identity == json.loads((ROOT / "browser_extension" / "extension_id.json").read_text("utf-8"))["id"]
    assert set(settings) <= set(schema["properties"])


def test_every_environment_variable_is_explained() -> None:
    page = text(DOCS / "it.md")
    named = {
        node.value
        for room in ("guard", "extension_api")
        for path in (ROOT / room).rglob("*.py")
        for node in ast.walk(ast.parse(text(path)))
        if isinstance(node, ast.Constant) and re.fullmatch(r"SCHOOL_GUARD_[A-Z_]+", str(node.value))
    }
    assert named
    assert [name for name in sorted(named) if f"`{name}`" not in page] == []


def test_every_reason_for_not_checking_is_explained() -> None:
    assert [code for code in SkipCode if f"`{code}`" not in text(DOCS / "developers.md")] == []


# -- nothing leads nowhere, nothing is out of date --------------------------------------------------------------


def anchors(page: Path) -> set[str]:
    """What the headings of a page are linked by."""
    headings = re.findall(r"^#+ (.+)$", text(page), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("page", PAGES, ids=identifier)
def test_links_between_the_pages_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)\s]+)\)", text(page)):
        if re.match(r"[a-z]+:", target):
            continue
        name, _, anchor = target.partition("#")
        path = (page.parent / name).resolve() if name else page
        assert path.exists(), target
        assert not anchor or anchor in anchors(path), target


@pytest.mark.parametrize("page", PAGES, ids=identifier)
def test_files_named_in_the_pages_are_there(page: Path) -> None:
    rooms = ("guard/", "extension_api/", "browser_extension/", "tests/", "tools/", "benchmarks/", "docs/")
    for name in re.findall(r"`([\w./-]+)`", text(page)):
        if name.startswith(rooms):
            assert (ROOT / name).exists(), name


@pytest.mark.parametrize("make", [generate.main, manifest.main])
def test_generated_files_are_up_to_date(make: Any, capsys: Any) -> None:
    assert make(["--check"]) == 0, capsys.readouterr().out


def test_the_changelog_knows_this_version() -> None:
    page = text(ROOT / "CHANGELOG.md")
    assert "## [Unreleased]" in page or re.search(r"^## \[\d", page, re.MULTILINE)
