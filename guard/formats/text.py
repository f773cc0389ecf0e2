"""A report for people at a terminal."""

from __future__ import annotations

from guard.messages import messages
from guard.model import FixKind, Report, Verdict

_HEADINGS = {
    Verdict.CLEAR: "Nothing to hold this post",
    Verdict.WARN: "Worth a look before posting",
    Verdict.NOT_CHECKED: "Not everything could be checked",
    Verdict.STOP: "Please stop and look first",
}


def report_to_text(report: Report, name: str = "", language: str = "en") -> str:
    """Some lines about one draft; the draft itself is not quoted."""
    sentences = messages(language)
    heading = _HEADINGS[report.verdict]
    if report.verdict is Verdict.CLEAR and report.findings:
        count = len(report.findings)
        heading = f"{count} hint{'s' if count > 1 else ''}"
    lines = [f"{name}: {heading}" if name else heading]
    for finding in report.findings:
        title, message = sentences.finding(finding.message, finding.params)
        where = ""
        if finding.span is not None:
            where = f" (characters {finding.span.start} to {finding.span.end})"
        elif finding.media is not None:
            where = f" (picture {finding.media + 1})"
        lines.append(f"  {finding.severity.value:6} {finding.code} {title}{where}")
        lines.append(f"         {message}")
        source = f"{finding.clause}" if finding.clause is not None else "the school's own list"
        ask = f"; in doubt ask {sentences.role(finding.ask)}" if finding.ask else ""
        lines.append(f"         From: {source}{ask}")
        # One covered face shows who is protected. There is no room here to say so first, so it is not suggested.
        possible = (fix for fix in finding.fixes if fix.kind is not FixKind.BLUR_ONE_FACE)
        lines.extend(f"         Possible: {sentences.fix(fix.label)}" for fix in possible)
        if finding.question is not None:
            lines.append(f"         Question: {sentences.question(finding.question.key)}")
    for skipped in report.skipped:
        where = f" (picture {skipped.media + 1})" if skipped.media is not None else ""
        lines.append(f"  not checked{where}: {sentences.skipped(skipped.code)}")
    if report.account == "unknown":
        lines.append(
            "  Whose account this is was not said, so both sets of rules were used, each at its milder severity."
        )
    return "\n".join(lines)
