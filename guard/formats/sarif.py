"""Reports as SARIF 2.1.0, the format code-review tools read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from guard.messages import messages
from guard.model import Finding, Report, Severity, Verdict
from guard.rules import all_rules

_LEVELS = {Severity.ADVISE: "note", Severity.WARN: "warning", Severity.STOP: "error"}


def reports_to_sarif(reports: Sequence[tuple[str, Report]], version: str, language: str = "en") -> dict[str, Any]:
    """One run over named drafts. Regions count characters of the draft; no text of it is quoted."""
    sentences = messages(language)
    return {
        "$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": "School Guard",
                        "version": version,
                        "rules": [
                            {
                                "id": loaded.rule.code,
                                "name": slug,
                                "shortDescription": {"text": loaded.documentation.splitlines()[0]},
                            }
                            for slug, loaded in all_rules().items()
                        ],
                    }
                },
                "columnKind": "unicodeCodePoints",
                "invocations": [
                    {
                        "executionSuccessful": all(report.verdict is not Verdict.NOT_CHECKED for _, report in reports),
                        "toolExecutionNotifications": [
                            {"level": "warning", "message": {"text": sentences.skipped(skipped.code)}}
                            for _, report in reports
                            for skipped in report.skipped
                        ],
                    }
                ],
                "results": [
                    _result(name, finding, language) for name, report in reports for finding in report.findings
                ],
                "properties": {"suppressed": _suppressed(reports)},
            }
        ],
    }


def _suppressed(reports: Sequence[tuple[str, Report]]) -> list[dict[str, Any]]:
    """How much was left out, by rule and why. What was found there is not said: somebody has decided about it."""
    counts: Counter[tuple[str, str]] = Counter()
    for _, report in reports:
        for each in report.suppressed:
            counts[each.code, each.why.value] += each.count
    return [{"ruleId": code, "why": why, "count": count} for (code, why), count in sorted(counts.items())]


def _result(name: str, finding: Finding, language: str) -> dict[str, Any]:
    sentences = messages(language)
    title, message = sentences.finding(finding.message, finding.params)
    location: dict[str, Any] = {"artifactLocation": {"uri": name}}
    if finding.span is not None:
        location["region"] = {
            "charOffset": finding.span.start,
            "charLength": finding.span.end - finding.span.start,
        }
    return {
        "ruleId": finding.code,
        "level": _LEVELS[finding.severity],
        "message": {"text": f"{title}. {message}"},
        "locations": [{"physicalLocation": location}],
        "partialFingerprints": {"schoolGuard/v1": finding.fingerprint},
        "properties": {"confidence": finding.confidence.value, "requirement": finding.requirement},
    }
