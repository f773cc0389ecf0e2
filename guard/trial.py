"""Trying a policy on old posts: how often it would have spoken, which rules, on which lines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import msgspec

from guard.guard import Guard
from guard.model import AccountKind, Draft, LeftOut, Severity
from guard.policy.loader import load_policy
from guard.policy.models import Policy
from guard.posts import Post
from guard.rules import option_specs

# What a policy should stay below on ordinary posts, as shares of them (see docs/policy.md).
BUDGET = {Severity.ADVISE: 0.10, Severity.WARN: 0.03, Severity.STOP: 0.003}


@dataclass(frozen=True, slots=True)
class Verdicts:
    """What one policy says of one post: the severity of each rule's gravest finding, by slug."""

    line: int
    account: AccountKind
    rules: dict[str, Severity]
    left_out: Counter[LeftOut] = field(default_factory=Counter)
    failed: bool = False

    @property
    def worst(self) -> Severity | None:
        """The gravest of them all; None where nothing is said."""
        return max(self.rules.values(), default=None)


@dataclass(frozen=True, slots=True)
class Trial:
    """What one policy says of many posts."""

    policy: Policy
    posts: tuple[Verdicts, ...]

    def at_least(self, severity: Severity, account: AccountKind | None = None) -> int:
        """How many posts have something of that severity or a graver one."""
        return sum(
            1
            for post in self.posts
            if post.worst is not None and post.worst >= severity and account in (None, post.account)
        )

    def accounts(self) -> dict[AccountKind, int]:
        """How many posts there are of each kind of account."""
        return dict(sorted(Counter(post.account for post in self.posts).items()))

    def by_rule(self) -> dict[str, Counter[Severity]]:
        """How many posts each rule speaks of, by severity."""
        found: dict[str, Counter[Severity]] = {}
        for post in self.posts:
            for slug, severity in post.rules.items():
                found.setdefault(slug, Counter())[severity] += 1
        return dict(sorted(found.items()))

    def lines_of(self, slug: str, at_most: int) -> list[int]:
        """Lines of posts that a rule speaks of, the gravest first."""
        said = [post for post in self.posts if slug in post.rules]
        said.sort(key=lambda post: (-post.rules[slug].rank, post.line))
        return [post.line for post in said[:at_most]]


@dataclass(frozen=True, slots=True)
class Change:
    """A post of which two policies say different things; None stands for nothing."""

    line: int
    before: Severity | None
    after: Severity | None
    more: tuple[str, ...]
    fewer: tuple[str, ...]


def try_policy(
    policy: str | Path, posts: Sequence[Post], register: Path | None = None, like: Policy | None = None
) -> Trial:
    """Check every post under the policy, each as on its own day. Raises PolicyError, RegisterError.

    A ready-made policy names no school; with `like` it is tried with that policy's school and accounts.
    """
    now = datetime.now(UTC)
    clock = [now]
    managed = None
    if like is not None and not load_policy(policy, option_specs()).school.name:
        managed = {"school": msgspec.to_builtins(like.school), "accounts": msgspec.to_builtins(like.accounts)}
    with Guard.open(policy, register, managed=managed, clock=lambda: clock[0]) as checker:
        found = []
        for post in posts:
            clock[0] = _moment(post, checker.policy, now)
            found.append(_verdicts(checker, post))
        return Trial(checker.policy, tuple(found))


def changes(before: Trial, after: Trial) -> list[Change]:
    """The posts of which the two policies say different things."""
    found = []
    for one, other in zip(before.posts, after.posts, strict=True):
        if one.rules == other.rules:
            continue
        more = tuple(slug for slug, severity in other.rules.items() if one.rules.get(slug) != severity)
        fewer = tuple(slug for slug in one.rules if slug not in other.rules)
        found.append(Change(one.line, one.worst, other.worst, more, fewer))
    return found


def _moment(post: Post, policy: Policy, now: datetime) -> datetime:
    if post.at is None:
        return now
    return post.at if post.at.tzinfo is not None else post.at.replace(tzinfo=ZoneInfo(policy.about.timezone))


def _verdicts(checker: Guard, post: Post) -> Verdicts:
    draft = _with_account(post.draft, checker.policy)
    report = checker.check(draft)
    rules: dict[str, Severity] = {}
    for finding in report.findings:
        rules[finding.slug] = max(finding.severity, rules.get(finding.slug, finding.severity))
    left_out: Counter[LeftOut] = Counter()
    for each in report.suppressed:
        left_out[each.why] += each.count
    return Verdicts(post.line, draft.account.kind, rules, left_out, failed=bool(report.skipped))


def _with_account(draft: Draft, policy: Policy) -> Draft:
    """The draft, with what the policy's list of official accounts tells of its account.

    A listed handle is official; an official post that names no handle is taken for one of a listed account.
    """
    account, site = draft.account, draft.site
    if account.kind is AccountKind.UNKNOWN and policy.is_official(draft.site, account.handle):
        account = replace(account, kind=AccountKind.OFFICIAL)
    elif account.kind is AccountKind.OFFICIAL and not account.handle:
        listed = next((each for each in policy.accounts if draft.site in ("", each.site)), None)
        if listed is not None:
            account, site = replace(account, handle=listed.handle), listed.site
    if account == draft.account:
        return draft
    return Draft(
        parts=draft.parts,
        account=account,
        site=site,
        kind=draft.kind,
        to=draft.to,
        in_reply_to=draft.in_reply_to,
    )
