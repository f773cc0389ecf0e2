"""`school-guard rules` and `school-guard explain RULE`."""

from __future__ import annotations

import argparse
import difflib
import json

from guard.errors import UsageError
from guard.rules import LoadedRule, all_rules


def configure(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    listing = subparsers.add_parser("rules", help="list the rules")
    listing.add_argument("--format", choices=("text", "json"), default="text")
    listing.set_defaults(run=run_rules)
    explain = subparsers.add_parser("explain", help="say what a rule does, and what is known to be wrong with it")
    explain.add_argument("rule", help="a rule's code or name, such as SG101 or school-named")
    explain.set_defaults(run=run_explain)


def run_rules(options: argparse.Namespace) -> int:
    rules = all_rules().values()
    if options.format == "json":
        print(json.dumps([_facts(loaded) for loaded in rules], indent=2))
        return 0
    for loaded in rules:
        rule = loaded.rule
        summary = loaded.documentation.splitlines()[0]
        print(f"{rule.code}  {rule.requirement:3} {rule.severity.value:6} {loaded.slug:28} {summary}")
    return 0


def run_explain(options: argparse.Namespace) -> int:
    loaded = _find(options.rule)
    rule = loaded.rule
    print(f"{rule.code} {loaded.slug}: requirement {rule.requirement}, {rule.severity} by default, {rule.status}\n")
    print(loaded.documentation)
    return 0


def _facts(loaded: LoadedRule) -> dict[str, str]:
    rule = loaded.rule
    return {
        "code": rule.code,
        "slug": loaded.slug,
        "requirement": rule.requirement,
        "severity": rule.severity.value,
        "applies_to": rule.applies_to,
        "status": rule.status,
        "summary": loaded.documentation.splitlines()[0],
    }


def _find(wanted: str) -> LoadedRule:
    rules = all_rules()
    by_code = {loaded.rule.code: loaded for loaded in rules.values()}
    found = rules.get(wanted.lower()) or by_code.get(wanted.upper())
    if found is None:
        close = difflib.get_close_matches(wanted, [*rules, *by_code], n=1)
        hint = f"did you mean {close[0]}?" if close else "'school-guard rules' lists them"
        raise UsageError(f"there is no rule {wanted!r}: {hint}")
    return found
