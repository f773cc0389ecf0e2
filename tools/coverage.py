"""What the documents ask, held against the shipped policies: the page docs/coverage.md, and what is missing in it."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from guard.model import Source
from guard.policy.loader import load_policy
from guard.policy.models import Policy, RuleSettings
from guard.rules import LoadedRule, all_rules, option_specs

FACTS = Path(__file__).parent / "requirements.toml"
# On everywhere, whatever a document says: the school's own list, and the school's own words.
_OF_THE_SCHOOL = ("listed-person-pictured", "school-terms")
_NONE = "–"


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the requirements, with the documents that name it."""

    id: str
    about: str
    title: str
    documents: tuple[str, ...]
    note: str = ""


@cache
def facts() -> Mapping[str, Any]:
    return tomllib.loads(FACTS.read_text("utf-8"))


def documents() -> dict[str, str]:
    """The documents' policies by name, with their short names."""
    return {name: str(each["short"]) for name, each in facts()["documents"].items()}


def rows() -> list[Row]:
    return [Row(**{**each, "documents": tuple(each["documents"])}) for each in facts()["rows"]]


def rules_of(requirement: str) -> list[LoadedRule]:
    return [each for each in all_rules().values() if each.rule.requirement == requirement]


def policies() -> dict[str, Policy]:
    return {name: load_policy(name, option_specs()) for name in documents()}


def settings_of(policy: Policy, slug: str) -> RuleSettings | None:
    """What a policy says of a rule, or None where it is off."""
    configured = policy.rules.get(slug)
    return configured.settings if configured is not None and configured.settings.enabled else None


# -- what is missing -----------------------------------------------------------------------------------------------


def holes() -> list[str]:
    """Everything the documents ask that the policies do not say, and the other way round, in words."""
    return [
        hole for name, policy in policies().items() for hole in (*_missing(name, policy), *_unfounded(name, policy))
    ]


def _missing(name: str, policy: Policy) -> Iterator[str]:
    for row in rows():
        if row.about not in ("words", "account") or name not in row.documents:
            continue
        rules = rules_of(row.id)
        if not rules:
            yield f"{name}: no rule serves {row.id}"
        for each in rules:
            settings = settings_of(policy, each.slug)
            if settings is None:
                yield f"{name}: {each.slug} ({row.id}) is off"
            elif each.rule.status != "stable":
                yield f"{name}: {each.slug} ({row.id}) is {each.rule.status}"
            elif settings.source is not Source.CLAUSE or not settings.clause:
                yield f"{name}: {each.slug} ({row.id}) names no clause"
            elif settings.ask not in policy.contacts:
                yield f"{name}: {each.slug} ({row.id}) names nobody to ask"


def _unfounded(name: str, policy: Policy) -> Iterator[str]:
    asked = {row.id for row in rows() if name in row.documents}
    for slug in policy.rules:
        settings = settings_of(policy, slug)
        if settings is None:
            continue
        if all_rules()[slug].rule.requirement not in asked and slug not in _OF_THE_SCHOOL:
            yield f"{name}: {slug} is on, and the document does not ask for it"
        for place in _places(settings):
            if place not in _clauses(name):
                yield f"{name}: {slug} cites {place!r}, which is no clause of the document"


def _clauses(name: str) -> set[str]:
    return {_place(number, title) for number, title in facts()["documents"][name]["clauses"]}


def _place(number: str, title: str) -> str:
    return " ".join(filter(None, (number, title)))


def _places(settings: RuleSettings) -> list[str]:
    return [place for place in (_place(settings.clause_number, settings.clause), *settings.also) if place]


# -- the page ------------------------------------------------------------------------------------------------------

_INTRODUCTION = """\
# What the documents ask, and where it is checked

Five schools' documents are shipped as policies. Each row is something they ask of a post; a cell says how much it
matters in that policy and which clause asks for it, with further places in brackets. "{none}": the document does not
ask for it, and the rule is off in its policy. This page is made by `python -m tools.generate` of the policies and of
`tools/requirements.toml`; a row that a document asks for and its policy leaves out fails the tests.
"""

_SECTIONS = (
    (("account", "words"), "The words of a post, and the account it goes out from", ""),
    (("pictures",), "Pictures", 'Rules that are marked "not yet" are not built; nothing is said about these rows.'),
    (
        ("beyond",),
        "Beyond the documents",
        "From regulators' and safeguarding guidance. Off in the documents' policies, on in the `template`.",
    ),
)


def page() -> str:
    """The page docs/coverage.md."""
    loaded = policies()
    lines = [_INTRODUCTION.format(none=_NONE)]
    for kinds, heading, remark in _SECTIONS:
        lines += [f"## {heading}", "", *([remark, ""] if remark else ())]
        if kinds == ("beyond",):
            lines += _table(("row", "what", "rule"), (_beyond(row) for row in _about(kinds)))
        else:
            lines += _table(
                ("row", "what", "rule", *documents()), (line for row in _about(kinds) for line in _lines(row, loaded))
            )
    lines += ["## Around the post", "", "Kept by the policy file itself, not by a rule.", ""]
    lines += _table(("row", "what", *documents()), (_around(row, loaded) for row in _about(("around",))))
    lines += ["## What cannot be checked before a post", ""]
    shorts = documents()
    lines += _table(
        ("what", "asked for by", "why not"),
        (
            (each["title"], ", ".join(shorts[name] for name in each["documents"]), each["why"])
            for each in facts()["unseen"]
        ),
    )
    lines += ["## Notes", ""]
    lines += [f"* {row.id}: {row.note}" for row in rows() if row.note]
    return "\n".join([*lines, ""])


def _about(kinds: Sequence[str]) -> list[Row]:
    return [row for row in rows() if row.about in kinds]


def _table(head: Sequence[str], body: Iterator[Sequence[str]]) -> list[str]:
    return [_line(head), _line(["---"] * len(head)), *map(_line, body), ""]


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _link(slug: str) -> str:
    return f"[{slug}](rules/{slug}.md)"


def _lines(row: Row, loaded: Mapping[str, Policy]) -> Iterator[list[str]]:
    for each in rules_of(row.id):
        yield [row.id, row.title, _link(each.slug), *(_cell(policy, each) for policy in loaded.values())]
    if not rules_of(row.id):
        yield [row.id, row.title, "not yet", *("not yet" if name in row.documents else _NONE for name in loaded)]


def _cell(policy: Policy, rule: LoadedRule) -> str:
    settings = settings_of(policy, rule.slug)
    if settings is None:
        return _NONE
    first, *more = _places(settings) or ["the school's own list"]
    return f"{settings.severity or rule.rule.severity}: {first}" + (f" ({'; '.join(more)})" if more else "")


def _beyond(row: Row) -> list[str]:
    named = "option of " + _link("school-named") if row.id == "X8" else "not yet"
    return [row.id, row.title, ", ".join(_link(each.slug) for each in rules_of(row.id)) or named]


def _around(row: Row, loaded: Mapping[str, Policy]) -> list[str]:
    return [row.id, row.title, *(_kept(row, name, policy) for name, policy in loaded.items())]


def _kept(row: Row, name: str, policy: Policy) -> str:
    if row.id == "A1":
        asked = {each.settings.ask for each in policy.rules.values() if each.settings.enabled}
        return f"every finding: {', '.join(sorted(role.replace('_', ' ') for role in asked))}"
    if row.id == "A2":
        told = policy.reporting
        return f"{told.to.replace('_', ' ')}: {'; '.join((_place(told.clause_number, told.clause), *told.also))}"
    if name not in row.documents:
        return _NONE
    if row.id == "A3":
        return settings.ask.replace("_", " ") if (settings := settings_of(policy, "listed-person-pictured")) else "off"
    if row.id == "A4":
        return (
            f"`[[accounts]]`, `[registration]`: {_place(policy.registration.clause_number, policy.registration.clause)}"
        )
    return "see the note"
