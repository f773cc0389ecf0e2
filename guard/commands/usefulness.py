"""`school-guard usefulness`: how useful each rule has been on this installation."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from guard.errors import UsageError
from guard.paths import data_folder
from guard.policy.decisions import Tuning
from guard.policy.loader import load_policy
from guard.rules import all_rules, option_specs
from guard.usefulness import Tallies, Usefulness

_ALL = "all"


def configure(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    command = subparsers.add_parser(
        "usefulness",
        help="say how useful each rule has been, as counted by the service",
        description="What became of each rule's findings: rule and outcome are counted, nothing else.",
    )
    command.add_argument("--policy", default="demo", help="the policy that says when a rule goes quiet (default: demo)")
    command.add_argument("--data-dir", type=Path, help="the service's folder (default: the data folder)")
    command.add_argument("--reset", metavar="RULE", help="begin anew for this rule, or for all")
    command.add_argument("--format", choices=("text", "json"), default="text")
    command.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    tallies = Tallies(options.data_dir or data_folder())
    if options.reset is not None:
        if options.reset != _ALL and options.reset not in all_rules():
            raise UsageError(f"there is no rule {options.reset!r}: 'school-guard rules' lists them; 'all' means all")
        tallies.reset(None if options.reset == _ALL else options.reset)
    tuning = load_policy(options.policy, option_specs()).tuning
    quiet = tallies.quiet(tuning)
    found = {slug: each for slug, each in tallies.rules().items() if slug in all_rules()}
    if options.format == "json":
        print(json.dumps({slug: _facts(each, slug in quiet) for slug, each in found.items()}, indent=2))
        return 0
    for slug, each in found.items():
        print(_line(slug, each, slug in quiet))
    if not found:
        print("Nothing has been counted yet.")
    if quiet:
        print(_explained(tuning))
    return 0


def _facts(found: Usefulness, is_quiet: bool) -> dict[str, object]:
    counts = {outcome.value: count for outcome, count in found.counts.items()}
    return {"useful": found.useful, "judged": found.judged, "quiet": is_quiet, "counts": counts}


def _line(slug: str, found: Usefulness, is_quiet: bool) -> str:
    said = f"useful {found.useful} of {found.judged}" if found.judged else "not known yet"
    counts = ", ".join(f"{count} {outcome.said}" for outcome, count in found.counts.items())
    return f"{all_rules()[slug].rule.code}  {slug:28} {said:22} {'quiet ' if is_quiet else '      '} ({counts})"


def _explained(tuning: Tuning) -> str:
    return (
        f"Quiet: useful in fewer than {tuning.quiet_below:.0%} of at least {tuning.quiet_after} cases. "
        "To have a rule heard again: school-guard usefulness --reset RULE"
    )
