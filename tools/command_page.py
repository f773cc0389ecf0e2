"""The page about the command line, made from the parser that reads it."""

from __future__ import annotations

import argparse
from collections.abc import Iterator

HEADING = """# The command line

Made by `python -m tools.generate` from what `school-guard --help` and the `--help` of each command say.

Exit codes: 0 nothing at or above `--fail-on`, 1 findings, 2 an error of usage or policy, 3 not fully checked.
"""


def command_page(root: argparse.ArgumentParser) -> str:
    """The page as Markdown: every command with its arguments and options."""
    lines = [HEADING]
    for name, help_text, parser in _commands(root, root.prog, ""):
        lines += [f"## {name}", "", *([f"{help_text[:1].upper()}{help_text[1:]}.", ""] if help_text else [])]
        rows = [_row(action) for action in parser._actions if _is_told(action)]
        if rows:
            lines += ["| | |", "| --- | --- |", *rows, ""]
    return "\n".join(lines)


def _commands(
    parser: argparse.ArgumentParser, name: str, help_text: str
) -> Iterator[tuple[str, str, argparse.ArgumentParser]]:
    yield name, help_text, parser
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            helps = {each.dest: each.help or "" for each in action._choices_actions}
            for each, below in action.choices.items():
                yield from _commands(below, f"{name} {each}", helps.get(each, ""))


def _is_told(action: argparse.Action) -> bool:
    return not isinstance(action, (argparse._HelpAction, argparse._SubParsersAction))


def _row(action: argparse.Action) -> str:
    names = ", ".join(f"`{each}`" for each in action.option_strings) or f"`{action.metavar or action.dest}`"
    choices = [str(each) for each in action.choices or ()]
    takes_value = bool(action.option_strings) and action.nargs != 0
    value = str(action.metavar or action.dest.upper().replace("_", "-")) if takes_value and not choices else ""
    told = (action.help or "").replace("%(default)s", str(action.default)).replace("|", "\\|")
    if choices:
        told = "; ".join(filter(None, (told, f"one of {', '.join(choices)}")))
    if action.required and action.option_strings:
        told += " (required)"
    shown = f"{names} {value}".strip().replace("|", "\\|")
    return f"| {shown} | {told} |"
