"""Reports as SARIF 2.1.0, the format code-review tools read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote

from guard.formats.checked import Checked, Refused
from guard.messages import messages
from guard.model import Finding, Report, Severity, Skipped
from guard.rules import all_rules

_LEVELS = {Severity.ADVISE: "note", Severity.WARN: "warning", Severity.STOP: "error"}


def reports_to_sarif(
    checked: Sequence[Checked], version: str, language: str = "en", refused: Sequence[Refused] = ()
) -> dict[str, Any]:
    """One run over drafts. Regions count characters of the draft or name its line; no text of it is quoted.

    A text that came from no file is an artifact without a location, told by its description.
    """
    unfiled = [each for each in checked if each.path is None]
    reports = [each.report for each in checked]
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
                "artifacts": [{"description": {"text": each.name or "text"}} for each in unfiled],
                "invocations": [
                    {
                        "executionSuccessful": not refused and not any(report.skipped for report in reports),
                        "toolExecutionNotifications": [
                            *(
                                _notification(each, skipped, unfiled, language)
                                for each in checked
                                for skipped in each.report.skipped
                            ),
                            *(_refusal(line) for line in refused),
                        ],
                    }
                ],
                "results": [
                    _result(each, finding, unfiled, language) for each in checked for finding in each.report.findings
                ],
                "properties": {"suppressed": _suppressed(reports)},
            }
        ],
    }


def _suppressed(reports: Sequence[Report]) -> list[dict[str, Any]]:
    """How much was left out, by rule and why. What was found there is not said: somebody has decided about it."""
    counts: Counter[tuple[str, str]] = Counter()
    for report in reports:
        for each in report.suppressed:
            counts[each.code, each.why.value] += each.count
    return [{"ruleId": code, "why": why, "count": count} for (code, why), count in sorted(counts.items())]


def _notification(checked: Checked, skipped: Skipped, unfiled: Sequence[Checked], language: str) -> dict[str, Any]:
    sentences = messages(language)
    names = [checked.name] if checked.name else []
    if skipped.media is not None:
        names.append(sentences.report("picture", number=skipped.media + 1))
    if skipped.rule is not None:
        names.append(skipped.rule)
    text = sentences.skipped(skipped.code)
    return {
        "level": "warning",
        "message": {"text": f"{', '.join(names)}: {text}" if names else text},
        "locations": [{"physicalLocation": _place(checked, skipped.media, unfiled)}],
    }


def _refusal(line: Refused) -> dict[str, Any]:
    place = {"artifactLocation": {"uri": _uri(line.path)}, "region": {"startLine": line.line}}
    return {"level": "error", "message": {"text": line.why}, "locations": [{"physicalLocation": place}]}


def _result(checked: Checked, finding: Finding, unfiled: Sequence[Checked], language: str) -> dict[str, Any]:
    title, message = messages(language).finding(finding.message, finding.params)
    part = checked.draft.all_parts()[finding.part] if finding.part is not None else None
    place = _place(checked, part.media if part is not None else finding.media, unfiled)
    location: dict[str, Any] = {"physicalLocation": place}
    if finding.span is not None and part is not None:
        characters = {"charOffset": finding.span.start, "charLength": finding.span.end - finding.span.start}
        if part.media is None and checked.line is None and len(checked.draft.parts) == 1:
            place["region"] = characters
        else:
            # The characters of a field, a file name or an alt text: not those of the file it is about.
            location["logicalLocations"] = [{"name": part.role.value}]
            location["properties"] = {"part": finding.part, **characters}
    return {
        "ruleId": finding.code,
        "level": _LEVELS[finding.severity],
        "message": {"text": f"{title}. {message}"},
        "locations": [location],
        "partialFingerprints": {"schoolGuard/v1": finding.fingerprint},
        "properties": {"confidence": finding.confidence.value, "requirement": finding.requirement},
    }


def _place(checked: Checked, media: int | None, unfiled: Sequence[Checked]) -> dict[str, Any]:
    """The picture's file, where there is one; else the line or the file the draft stands in; else the draft itself."""
    picture = checked.draft.media[media].path if media is not None else None
    if picture is not None:
        return {"artifactLocation": {"uri": _uri(picture)}}
    if checked.path is None:
        (index,) = (number for number, each in enumerate(unfiled) if each is checked)
        return {"artifactLocation": {"index": index}}
    place: dict[str, Any] = {"artifactLocation": {"uri": _uri(checked.path)}}
    if checked.line is not None:
        place["region"] = {"startLine": checked.line}
    return place


def _uri(path: Path) -> str:
    """The path as a URI, percent-encoded; a relative one stays relative."""
    return path.as_uri() if path.is_absolute() else quote(path.as_posix())
