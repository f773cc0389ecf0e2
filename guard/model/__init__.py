"""The words everybody shares: what is checked (Draft), on whose behalf (Account) and what came of it (Report).

Plain frozen data. Nothing here reads a file, knows a policy or imports another room of the package, its errors apart.
Offsets are half-open, count Unicode code points and point into a part's text exactly as it was given.
"""

from __future__ import annotations

from guard.model.draft import Account, Draft, Media, MediaTooLarge, Part, Region, Span, digest_of
from guard.model.kinds import (
    AccountKind,
    Confidence,
    FixKind,
    Kind,
    LeftOut,
    OrderedStrEnum,
    QuestionKey,
    Role,
    Severity,
    SkipCode,
    Source,
    Verdict,
)
from guard.model.report import Clause, Edit, Finding, Fix, PictureSummary, Question, Report, Skipped, Suppressed

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
    "Kind",
    "LeftOut",
    "Media",
    "MediaTooLarge",
    "OrderedStrEnum",
    "Part",
    "PictureSummary",
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
    "Verdict",
    "digest_of",
]
