"""School Guard: what a school's own social-media policy says of a post, before it goes out.

    from guard import Account, Draft, Guard, Media

    with Guard.open(policy="demo") as checker:
        report = checker.check(Draft(text="Proud of Oakfield Academy!", account=Account.personal(), site="x.com"))
    report.verdict, report.findings, report.skipped

Nothing leaves the machine and nothing is kept. Importing this loads no picture code, no database and no web server.
"""

from __future__ import annotations

from pathlib import Path

from guard.errors import GuardError, PolicyError, PolicyIncomplete, PolicyNotFound, UsageError
from guard.guard import Guard
from guard.model import (
    Account,
    AccountKind,
    Clause,
    Confidence,
    Draft,
    Edit,
    Finding,
    Fix,
    FixKind,
    Kind,
    LeftOut,
    Media,
    MediaTooLarge,
    Part,
    PictureSummary,
    Question,
    QuestionKey,
    Region,
    Report,
    Role,
    Severity,
    SkipCode,
    Skipped,
    Source,
    Span,
    Suppressed,
    Verdict,
)

__version__ = "0.1.0"

__all__ = [
    "Account",
    "AccountKind",
    "Clause",
    "Confidence",
    "Draft",
    "Edit",
    "Finding",
    "Fix",
    "FixKind",
    "Guard",
    "GuardError",
    "Kind",
    "LeftOut",
    "Media",
    "MediaTooLarge",
    "Part",
    "PictureSummary",
    "PolicyError",
    "PolicyIncomplete",
    "PolicyNotFound",
    "Question",
    "QuestionKey",
    "Region",
    "Report",
    "Role",
    "Severity",
    "SkipCode",
    "Skipped",
    "Source",
    "Span",
    "Suppressed",
    "UsageError",
    "Verdict",
    "check",
]


def check(
    text: str,
    *,
    policy: str | Path = "demo",
    account: Account | AccountKind | str = AccountKind.UNKNOWN,
    site: str = "",
) -> Report:
    """Check one text, the short way. For more than one, keep a `Guard` open: it is made once."""
    if not isinstance(account, Account):
        try:
            account = Account(AccountKind(account))
        except ValueError:
            kinds = ", ".join(AccountKind)
            raise UsageError(f"no account of kind {account!r}: one of {kinds} is wanted") from None
    with Guard.open(policy) as checker:
        return checker.check(Draft(text, account=account, site=site))
