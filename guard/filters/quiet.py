"""A rule that was mostly wrong speaks more softly."""

from __future__ import annotations

from dataclasses import replace

from guard.model import Finding, Severity

_SOFTER = {Severity.STOP: Severity.WARN, Severity.WARN: Severity.ADVISE}


def softened(finding: Finding, quiet: str) -> Finding | None:
    """The finding of a quiet rule as `[tuning] quiet` wants it, or None where it is left out."""
    if quiet == "never":
        return finding
    severity = Severity.ADVISE if finding.severity is Severity.STOP else None
    if quiet == "softer":
        severity = _SOFTER.get(finding.severity)
    return None if severity is None else replace(finding, severity=severity)
