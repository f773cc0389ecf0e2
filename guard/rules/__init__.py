"""The rules, one file each. The list is generated from the files (`python -m tools.generate`), so that it also
holds in a frozen program, where folders cannot be listed; a test fails when it is out of date."""

from __future__ import annotations

import importlib
import inspect
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from types import ModuleType
from typing import Any

from guard.reading import Reading
from guard.rule import Context, Hit, Rule, RuleOptions
from guard.rules.catalogue import MODULES

# Said of the rules that are wrapped in `or_likeness`.
_HINTS_TOO = """\
Hints: where it finds nothing, it advises on posts whose words, on the whole, read like posts that break its
requirement. That is told by a small model (guard/text/likeness.py) and now and then wrong: of ordinary posts about one
in a hundred gets such a hint."""


@dataclass(frozen=True, slots=True)
class LoadedRule:
    """A rule with its name and its check."""

    slug: str
    rule: Rule
    options: type[RuleOptions]
    check: Callable[[Reading, Context[Any]], Iterator[Hit]]
    documentation: str


def _load(name: str) -> LoadedRule:
    module: ModuleType = importlib.import_module(f"guard.rules.{name}")
    documentation = inspect.cleandoc(module.__doc__ or "")
    if inspect.unwrap(module.check) is not module.check:
        documentation += f"\n\n{_HINTS_TOO}"
    return LoadedRule(
        slug=name.replace("_", "-"),
        rule=module.RULE,
        options=module.Options,
        check=module.check,
        documentation=documentation,
    )


@cache
def all_rules() -> dict[str, LoadedRule]:
    """Every rule by slug, in the order of their codes."""
    loaded = sorted((_load(name) for name in MODULES), key=lambda each: each.rule.code)
    return {each.slug: each for each in loaded}


def option_specs() -> dict[str, type[RuleOptions]]:
    """Each rule's options type by slug: what the policy loader has to know of the rules."""
    return {slug: each.options for slug, each in all_rules().items()}
