"""`school-guard check`: check a post, or a file of posts."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from guard import __version__
from guard.commands import no_publish_list
from guard.commands.post_lines import picture_at, read_lines
from guard.errors import DataFolderNotWritable, UsageError
from guard.formats.checked import Checked, Refused
from guard.formats.json import report_to_dict
from guard.formats.sarif import reports_to_sarif
from guard.formats.text import report_to_text
from guard.guard import Guard
from guard.installation import installation_key
from guard.messages import LANGUAGES
from guard.model import Account, AccountKind, Draft, Kind, Report, Severity, Verdict


def configure(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    command = subparsers.add_parser(
        "check",
        help="check a post",
        description="Check a text, a file, standard input (-) or a JSON Lines file of posts.",
    )
    command.add_argument("text", nargs="?", help="the text of the post; - reads standard input")
    command.add_argument("--file", type=Path, help="read the text from this file (UTF-8)")
    command.add_argument(
        "--jsonl",
        type=Path,
        help='read one post a line: {"text": ..., "account": "personal", "site": ..., "images": [...]}; '
        "--account, --handle, --site and --kind hold for lines that do not say them",
    )
    command.add_argument("--image", type=Path, action="append", default=[], help="a picture attached; may be repeated")
    command.add_argument("--account", choices=[kind.value for kind in AccountKind], default="unknown")
    command.add_argument("--handle", default="", help="the account's handle, such as @me")
    command.add_argument("--site", default="", help="the site it goes to, such as x.com")
    command.add_argument("--kind", choices=[kind.value for kind in Kind], default="post")
    command.add_argument("--policy", default="demo", help="a shipped policy's name or a policy file (default: demo)")
    no_publish_list.configure(command)
    command.add_argument("--format", choices=("text", "json", "sarif"), default="text")
    command.add_argument("--language", choices=LANGUAGES, default=LANGUAGES[0], help="of the sentences (default: en)")
    command.add_argument(
        "--fail-on", choices=[severity.value for severity in Severity], default="warn", help="default: warn"
    )
    command.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    register = no_publish_list.chosen(options)
    posts, refused = _posts(options)
    for line in refused:
        print(f"school-guard: {line.why}", file=sys.stderr)
    with Guard.open(options.policy, register, fingerprint_key=_fingerprint_key()) as checker:
        reports = checker.check_many([draft for draft, _ in posts])
    checked = [Checked(draft, report, **place) for (draft, place), report in zip(posts, reports, strict=True)]
    print(_render(checked, refused, register, options))
    return 2 if refused else exit_code(reports, Severity(options.fail_on))


def exit_code(reports: list[Report], fail_on: Severity) -> int:
    """What the command ends with, over all reports: 1 before 3 before 0."""
    if any(finding.severity >= fail_on for report in reports for finding in report.findings):
        return 1
    return 3 if any(report.skipped for report in reports) else 0


def _fingerprint_key() -> bytes | None:
    try:
        return installation_key()
    except DataFolderNotWritable as error:
        # What a post says can be told all the same.
        print(f"school-guard: {error}: fingerprints will differ from those of other checks", file=sys.stderr)
        return None


_Post = tuple[Draft, dict[str, Any]]  # the draft and its place, as `Checked` takes it


def _posts(options: argparse.Namespace) -> tuple[list[_Post], list[Refused]]:
    given = [options.text is not None, options.file is not None, options.jsonl is not None]
    if sum(given) > 1 or (not any(given) and not options.image):
        raise UsageError("give one of: a text, - for standard input, --file FILE, --jsonl FILE; or only --image FILE")
    if options.jsonl is not None and options.image:
        raise UsageError("--image goes with one post: in a JSON Lines file each line names its own as 'images'")
    place: dict[str, Any] = {}
    text = options.text or ""
    if options.file is not None:
        text, place = _read(options.file), {"name": str(options.file), "path": options.file}
    elif options.text == "-":
        text, place = _standard_input(), {"name": "standard input"}
    draft = Draft(
        text,
        account=Account(AccountKind(options.account), options.handle),
        site=options.site,
        kind=options.kind,
        media=[picture_at(path) for path in options.image],
    )
    if options.jsonl is None:
        return [(draft, place)], []
    path: Path = options.jsonl
    lines = list(read_lines(_read(path), path, defaults=draft))
    posts = [
        (each.draft, {"name": f"{path}:{each.line}", "path": path, "line": each.line, "id": each.id})
        for each in lines
        if not isinstance(each, Refused)
    ]
    return posts, [each for each in lines if isinstance(each, Refused)]


def _standard_input() -> str:
    try:
        return sys.stdin.read()
    except UnicodeDecodeError as error:
        raise UsageError(f"standard input is no text in {error.encoding}: give a file in UTF-8 as --file") from None


def _read(path: Path) -> str:
    try:
        # newline="" keeps line ends as they are, so that offsets count in the file's own characters.
        with path.open(encoding="utf-8-sig", newline="") as file:
            return file.read()
    except FileNotFoundError:
        raise UsageError(f"no file at {path}") from None
    except OSError as error:
        raise UsageError(f"{path} cannot be read ({error.strerror})") from None
    except UnicodeDecodeError:
        raise UsageError(f"{path} is not UTF-8 text: save it as UTF-8 and try again") from None


def _render(
    checked: Sequence[Checked], refused: Sequence[Refused], register: Path | None, options: argparse.Namespace
) -> str:
    language = options.language
    if options.format == "sarif":
        return json.dumps(reports_to_sarif(checked, __version__, language, refused), indent=2)
    if options.format == "json":
        if options.jsonl is None:
            return json.dumps(report_to_dict(checked[0].report, language), indent=2)
        return "\n".join(json.dumps(document) for document in _documents(checked, refused, language))
    shown = checked
    if options.jsonl is not None:
        shown = [each for each in checked if each.report.verdict is not Verdict.CLEAR or each.report.findings]
    lines = [report_to_text(each.report, each.name, language, each.draft.all_parts()) for each in shown]
    if options.jsonl is not None:
        not_read = f", {_counted(len(refused), 'line')} not read" if refused else ""
        nothing = f"{len(checked) - len(shown)} with nothing to say"
        lines.append(f"{_counted(len(checked), 'post')} checked, {nothing}{not_read}")
    lines.append(no_publish_list.described(register))
    return "\n".join(lines)


def _documents(checked: Sequence[Checked], refused: Sequence[Refused], language: str) -> list[dict[str, Any]]:
    """One for each line that says anything, in the order of the file."""
    documents = [{"line": each.line, "id": each.id, **report_to_dict(each.report, language)} for each in checked]
    documents.extend({"line": each.line, "error": each.why} for each in refused)
    return sorted(documents, key=lambda document: document["line"])


def _counted(count: int, what: str) -> str:
    return f"{count} {what}{'' if count == 1 else 's'}"
