"""What the person has set aside: "this one is fine", by fingerprint."""

from __future__ import annotations

from guard.model import Draft, Finding, Severity


def is_dismissed(finding: Finding, draft: Draft, stop_override: str) -> bool:
    """Whether the draft comes with word that this finding was looked at and set aside.

    A stop only where the school lets staff decide; a likeness always, since it is never more than possible.
    """
    if finding.fingerprint not in draft.dismissed:
        return False
    return finding.severity is not Severity.STOP or stop_override != "never" or finding.region is not None
