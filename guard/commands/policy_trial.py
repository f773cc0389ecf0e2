"""`school-guard policy test`: what a policy would have said about old posts."""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from guard.commands import no_publish_list
from guard.errors import UsageError
from guard.messages import messages
from guard.model import LeftOut, Severity
from guard.posts import Post, read_posts
from guard.rules import all_rules
from guard.trial import BUDGET, Change, Trial, changes, try_policy

_SAID = {Severity.ADVISE: "any card", Severity.WARN: "a warning or a stop", Severity.STOP: "a stop"}
_EXCERPT = 160


def configure(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    test = commands.add_parser(
        "test",
        help="say what a policy would have said about old posts",
        description="Reads a CSV file with a column 'text', and perhaps 'account' (personal, official), 'handle', "
        "'site' and 'date'. Nothing is kept, and posts are named by their line.",
    )
    test.add_argument("posts", type=Path, help="the CSV file")
    test.add_argument("--policy", default="demo", help="a shipped policy's name or a policy file (default: demo)")
    test.add_argument("--against", metavar="POLICY", help="say what changes against this policy, such as today's")
    no_publish_list.configure(test)
    test.add_argument("--examples", type=int, default=5, metavar="N", help="lines named for each rule (default: 5)")
    test.add_argument("--show", action="store_true", help="print the posts of those lines too")
    test.add_argument("--format", choices=("text", "json"), default="text")
    test.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    posts = list(read_posts(options.posts))
    if not posts:
        raise UsageError(f"{options.posts}: there is no post in it")
    register = no_publish_list.chosen(options)
    trial = try_policy(options.policy, posts, register)
    changed = None
    if options.against is not None:
        changed = changes(try_policy(options.against, posts, register, like=trial.policy), trial)
    shown = {post.line: post for post in posts} if options.show else {}
    if options.format == "json":
        print(json.dumps(_facts(trial, changed, options.examples, shown), indent=2))
    else:
        print("\n".join(_lines(trial, changed, options.against, options.examples, shown)))
        print(f"\n{no_publish_list.described(register)}")
    return 0


# -- text ----------------------------------------------------------------------------------------------------------


def _lines(
    trial: Trial, changed: list[Change] | None, against: str | None, examples: int, shown: dict[int, Post]
) -> Iterator[str]:
    yield f"{len(trial.posts)} posts under {trial.policy.about.title or trial.policy.name}"
    for account, count in trial.accounts().items():
        heading = f"{count} from {account} accounts"
        yield f"\n{heading:38} posts   share  budget"
        for severity, budget in BUDGET.items():
            found = trial.at_least(severity, account)
            over = "  over" if found / count > budget else ""
            yield f"  {_SAID[severity]:36}{found:6} {found / count:7.1%} {budget:7.1%}{over}"
    by_rule = trial.by_rule()
    if by_rule:
        yield f"\n{'rule':38}stop  warn  hint  lines"
    for slug, counts in by_rule.items():
        numbers = "".join(f"{counts[severity]:6}" for severity in reversed(Severity))
        said = trial.lines_of(slug, examples)
        rest = counts.total() - len(said)
        named = ", ".join(map(str, said)) + (f" and {rest} more" if rest else "")
        yield f"{all_rules()[slug].rule.code} {slug:30}{numbers}  {named}"
        yield from (f"{'':8}{line}: {_excerpt(shown[line])}" for line in said if line in shown)
    left_out = _left_out(trial)
    if left_out:
        sentences = messages()
        reasons = ", ".join(sentences.left_out(why, count) for why, count in left_out.items())
        yield f"\n{sentences.left_out('summary', left_out.total())} ({reasons})"
    failed = sum(post.failed for post in trial.posts)
    if failed:
        yield f"\nNot fully checked: {failed} posts"
    if changed is not None:
        yield from _change_lines(changed, str(against), examples, shown)


def _change_lines(changed: list[Change], against: str, examples: int, shown: dict[int, Post]) -> Iterator[str]:
    yield f"\nAgainst {against}: {len(changed)} {'post differs' if len(changed) == 1 else 'posts differ'}"
    steps = Counter((_name(change.before), _name(change.after)) for change in changed)
    for (before, after), count in steps.most_common():
        lines = [change.line for change in changed if (_name(change.before), _name(change.after)) == (before, after)]
        rest = f" and {count - examples} more" if count > examples else ""
        yield f"  {before} -> {after}: {count} (lines {', '.join(map(str, lines[:examples]))}{rest})"
        yield from (f"{'':8}{line}: {_excerpt(shown[line])}" for line in lines[:examples] if line in shown)
    more = Counter(slug for change in changed for slug in change.more)
    fewer = Counter(slug for change in changed for slug in change.fewer)
    for word, counts in (("new or other", more), ("gone", fewer)):
        if counts:
            yield f"  {word}: " + ", ".join(f"{slug} {count}" for slug, count in counts.most_common())


def _excerpt(post: Post) -> str:
    text = " ".join(part.text for part in post.draft.parts)
    flat = " ".join(text.split())
    return flat if len(flat) <= _EXCERPT else f"{flat[:_EXCERPT]}…"


def _name(severity: Severity | None) -> str:
    return {None: "nothing", Severity.ADVISE: "hint"}.get(severity, str(severity))


def _left_out(trial: Trial) -> Counter[LeftOut]:
    total: Counter[LeftOut] = Counter()
    for post in trial.posts:
        total.update(post.left_out)
    return total


# -- JSON ----------------------------------------------------------------------------------------------------------


def _facts(trial: Trial, changed: list[Change] | None, examples: int, shown: dict[int, Post]) -> dict[str, Any]:
    facts: dict[str, Any] = {
        "policy": {"name": trial.policy.name, "version": trial.policy.about.version},
        "posts": len(trial.posts),
        "accounts": [
            {
                "account": account.value,
                "posts": count,
                "at_least": {
                    severity.value: {"posts": trial.at_least(severity, account), "budget": budget}
                    for severity, budget in BUDGET.items()
                },
            }
            for account, count in trial.accounts().items()
        ],
        "rules": [
            {
                "code": all_rules()[slug].rule.code,
                "slug": slug,
                **{severity.value: counts[severity] for severity in Severity},
                "lines": trial.lines_of(slug, examples),
            }
            for slug, counts in trial.by_rule().items()
        ],
        "left_out": {why.value: count for why, count in _left_out(trial).items()},
        "not_checked": sum(post.failed for post in trial.posts),
    }
    if changed is not None:
        facts["changes"] = [
            {
                "line": change.line,
                "before": change.before.value if change.before is not None else None,
                "after": change.after.value if change.after is not None else None,
                "more": list(change.more),
                "fewer": list(change.fewer),
            }
            for change in changed
        ]
    if shown:
        named = {line for rule in facts["rules"] for line in rule["lines"]}
        facts["texts"] = {str(line): _excerpt(shown[line]) for line in sorted(named)}
    return facts
