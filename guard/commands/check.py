"""`school-guard check`: check a post, or a file of posts."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from guard import __version__
from guard.errors import UsageError
from guard.formats.json import report_to_dict
from guard.formats.sarif import reports_to_sarif
from guard.formats.text import report_to_text
from guard.guard import Guard
from guard.installation import installation_key
from guard.messages import LANGUAGES
from guard.model import Account, AccountKind, Draft, Kind, Media, Part, Report, Role, Severity, Verdict


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
        help='read one post a line: {"text": ..., "account": "personal", "site": ..., "images": [...]}',
    )
    command.add_argument("--image", type=Path, action="append", default=[], help="a picture attached; may be repeated")
    command.add_argument("--account", choices=[kind.value for kind in AccountKind], default="unknown")
    command.add_argument("--handle", default="", help="the account's handle, such as @me")
    command.add_argument("--site", default="", help="the site it goes to, such as x.com")
    command.add_argument("--kind", choices=[kind.value for kind in Kind], default="post")
    command.add_argument("--policy", default="demo", help="a shipped policy's name or a policy file (default: demo)")
    command.add_argument("--register", type=Path, help="the no-publish list's file")
    command.add_argument("--format", choices=("text", "json", "sarif"), default="text")
    command.add_argument("--language", choices=LANGUAGES, default=LANGUAGES[0], help="of the sentences (default: en)")
    command.add_argument(
        "--fail-on", choices=[severity.value for severity in Severity], default="warn", help="default: warn"
    )
    command.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    named = list(_drafts(options))
    with Guard.open(options.policy, options.register, fingerprint_key=installation_key()) as checker:
        reports = checker.check_many([draft for _, draft in named])
    answers = [(name, report) for (name, _), report in zip(named, reports, strict=True)]
    print(_render(answers, options))
    return exit_code([report for _, report in answers], Severity(options.fail_on))


def exit_code(reports: list[Report], fail_on: Severity) -> int:
    """What the command ends with, over all reports: 1 before 3 before 0."""
    if any(finding.severity >= fail_on for report in reports for finding in report.findings):
        return 1
    return 3 if any(report.skipped for report in reports) else 0


def _drafts(options: argparse.Namespace) -> Iterator[tuple[str, Draft]]:
    given = [options.text is not None, options.file is not None, options.jsonl is not None]
    if sum(given) > 1 or (not any(given) and not options.image):
        raise UsageError("give one of: a text, - for standard input, --file FILE, --jsonl FILE; or only --image FILE")
    if options.jsonl is not None:
        yield from _from_jsonl(options.jsonl)
        return
    account = Account(AccountKind(options.account), options.handle)
    media = [_picture(path) for path in options.image]
    name, text = "", options.text or ""
    if options.file is not None:
        name, text = str(options.file), _read(options.file)
    elif options.text == "-":
        name, text = "standard input", sys.stdin.read()
    yield name, Draft(text, account=account, site=options.site, kind=options.kind, media=media)


def _from_jsonl(path: Path) -> Iterator[tuple[str, Draft]]:
    for number, line in enumerate(_read(path).splitlines(), 1):
        if not line.strip():
            continue
        where = f"{path}:{number}"
        try:
            post = json.loads(line)
        except json.JSONDecodeError as error:
            raise UsageError(f"{where}: not JSON ({error.msg} at character {error.pos})") from None
        if not isinstance(post, dict):
            raise UsageError(f"{where}: an object with 'text' is wanted")
        yield where, _draft(post, where, path.parent)


def _draft(post: dict[str, Any], where: str, folder: Path) -> Draft:
    known = {"text", "parts", "account", "handle", "site", "kind", "images", "to", "in_reply_to", "profile_text", "id"}
    for key in post:
        if key not in known:
            raise UsageError(f"{where}: unknown key {key!r}; known are {', '.join(sorted(known))}")
    try:
        parts = [Part(part["text"], Role(part.get("role", "body"))) for part in post.get("parts", ())]
        return Draft(
            None if parts else post.get("text", ""),
            parts=parts,
            account=Account(AccountKind(post.get("account", "unknown")), post.get("handle", "")),
            site=post.get("site", ""),
            kind=post.get("kind", "post"),
            media=[_picture(folder / image) for image in post.get("images", ())],
            to=post.get("to", ""),
            in_reply_to=post.get("in_reply_to", ""),
            profile_text=post.get("profile_text", ""),
        )
    except (KeyError, TypeError, ValueError) as error:
        raise UsageError(f"{where}: a value is not what it should be ({type(error).__name__})") from None


def _picture(path: Path) -> Media:
    try:
        return Media.from_path(path)
    except FileNotFoundError as error:
        raise UsageError(str(error)) from None


def _read(path: Path) -> str:
    try:
        # newline="" keeps line ends as they are, so that offsets count in the file's own characters.
        with path.open(encoding="utf-8-sig", newline="") as file:
            return file.read()
    except FileNotFoundError:
        raise UsageError(f"no file at {path}") from None
    except UnicodeDecodeError:
        raise UsageError(f"{path} is not UTF-8 text: save it as UTF-8 and try again") from None


def _render(answers: list[tuple[str, Report]], options: argparse.Namespace) -> str:
    if options.format == "sarif":
        return json.dumps(reports_to_sarif(answers, __version__, options.language), indent=2)
    if options.format == "json":
        documents = [report_to_dict(report, options.language) for _, report in answers]
        if options.jsonl is None:
            return json.dumps(documents[0], indent=2, ensure_ascii=False)
        return "\n".join(json.dumps(document, ensure_ascii=False) for document in documents)
    shown = answers
    if options.jsonl is not None:
        shown = [each for each in answers if each[1].verdict is not Verdict.CLEAR or each[1].findings]
    lines = [report_to_text(report, name, options.language) for name, report in shown]
    if options.jsonl is not None:
        lines.append(f"{len(answers)} posts checked, {len(answers) - len(shown)} with nothing to say")
    return "\n".join(lines)
