"""`school-guard policy init|list|check|schema`."""

from __future__ import annotations

import argparse
import json
from datetime import date
from pathlib import Path

from guard.commands import policy_trial
from guard.errors import UsageError
from guard.policy.layers import SHIPPED
from guard.policy.loader import Remark, load_policy, remarks
from guard.policy.models import Policy, Recognition
from guard.policy.schema import policy_schema
from guard.policy.template import school_file
from guard.rules import all_rules, option_specs


def configure(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    policy = subparsers.add_parser("policy", help="the school's policy: start one, look at it, check it")
    commands = policy.add_subparsers(title="commands", metavar="COMMAND", required=True)
    init = commands.add_parser("init", help="write a policy file of the school's own")
    init.add_argument("file", type=Path, help="the file to write, such as school.toml")
    init.add_argument(
        "--extends",
        default="template",
        choices=SHIPPED,
        help="the policy it builds on; without it the file is a copy of the template, with everything explained",
    )
    init.set_defaults(run=run_init)
    commands.add_parser("list", help="list the policies that come ready-made").set_defaults(run=run_list)
    check = commands.add_parser("check", help="say what a policy asks for and what is still to be filled in")
    check.add_argument("policy", help="a shipped policy's name or a policy file")
    check.add_argument("--format", choices=("text", "json"), default="text")
    check.set_defaults(run=run_check)
    policy_trial.configure(commands)
    commands.add_parser("schema", help="print the JSON Schema of a policy file").set_defaults(run=run_schema)


def run_init(options: argparse.Namespace) -> int:
    try:
        with options.file.open("x", encoding="utf-8") as file:
            file.write(school_file(options.extends))
    except FileExistsError:
        raise UsageError(f"{options.file} is there already: choose another name, or move it away first") from None
    except OSError as error:
        raise UsageError(f"{options.file} cannot be written ({type(error).__name__})") from None
    print(f"Written: {options.file}\nFill in [school], then: school-guard policy check {options.file}")
    return 0


def run_list(_: argparse.Namespace) -> int:
    for name in SHIPPED:
        policy = load_policy(name, option_specs())
        print(f"{name:12} {policy.about.title}")
    return 0


def run_check(options: argparse.Namespace) -> int:
    policy = load_policy(options.policy, option_specs())
    found = remarks(policy)
    if options.format == "json":
        print(json.dumps(_facts(policy, found), indent=2))
    else:
        print(_describe(policy, found))
    return 2 if any(remark.error for remark in found) else 0


def run_schema(_: argparse.Namespace) -> int:
    print(json.dumps(policy_schema(option_specs()), indent=2, sort_keys=True))
    return 0


def _facts(policy: Policy, found: list[Remark]) -> dict[str, object]:
    codes = {slug: loaded.rule for slug, loaded in all_rules().items()}
    return {
        "name": policy.name,
        "title": policy.about.title,
        "version": policy.about.version,
        "school": policy.school.name,
        "accounts": [{"site": each.site, "handle": each.handle, "owner": each.owner} for each in policy.accounts],
        "contacts": policy.contacts,
        "reporting": policy.reporting.to,
        "recognition": policy.recognition.runs_on(date.today()),
        "rules": [
            {
                "slug": slug,
                "code": codes[slug].code,
                "requirement": codes[slug].requirement,
                "enabled": each.settings.enabled,
                "severity": (each.settings.severity or codes[slug].severity).value,
                "severity_on": each.settings.severity_on,
                "source": each.settings.source.value,
                "clause": " ".join(filter(None, (each.settings.clause_number, each.settings.clause))),
                "also": each.settings.also,
                "ask": each.settings.ask,
            }
            for slug, each in policy.rules.items()
        ],
        "remarks": [{"key": each.key, "text": each.text, "error": each.error} for each in found],
    }


def _recognition(recognition: Recognition) -> str:
    if recognition.enabled and not recognition.runs_on(date.today()):
        return f"off since {recognition.review_by}, when its review was due"
    return "on" if recognition.enabled else "off"


def _describe(policy: Policy, found: list[Remark]) -> str:
    codes = {slug: loaded.rule for slug, loaded in all_rules().items()}
    lines = [
        f"{policy.about.title or policy.name}, version {policy.about.version or '(none)'}",
        f"School: {policy.school.name or '(still to be filled in)'}",
        f"Recognising people in pictures: {_recognition(policy.recognition)}",
        f"A mistake or a concern goes to: {policy.reporting.to.replace('_', ' ') or '(nobody named)'}",
        "Official accounts:" if policy.accounts else "Official accounts: none listed",
        *(f"  {each.site}: {each.handle} ({each.owner})" for each in policy.accounts),
        "Rules:",
    ]
    for slug, each in policy.rules.items():
        severity = (each.settings.severity or codes[slug].severity).value if each.settings.enabled else "off"
        source = " ".join(filter(None, (each.settings.clause_number, each.settings.clause))) or each.settings.source
        lines.append(f"  {codes[slug].code} {slug:28} {severity:6} {source}")
    lines.extend(f"{'To mend' if each.error else 'Worth a look'}: {each.key}: {each.text}" for each in found)
    if not found:
        lines.append("Nothing left to fill in.")
    return "\n".join(lines)
