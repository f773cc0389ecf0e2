"""A report for people at a terminal."""

from __future__ import annotations

from collections import Counter

from guard.messages import messages
from guard.model import FixKind, LeftOut, Report, Source, Verdict

_HEADINGS = {
    Verdict.CLEAR: "Nothing to hold this post",
    Verdict.WARN: "Worth a look before posting",
    Verdict.NOT_CHECKED: "Not everything could be checked",
    Verdict.STOP: "Please stop and look first",
}
_ORIGINS = {
    Source.CLAUSE: "the school's policy",
    Source.LIST: "the school's own list",
    Source.GUIDANCE: "guidance for schools",
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
        source = f"{finding.clause}" if finding.clause is not None else _ORIGINS[finding.source]
        ask = f"; in doubt ask {sentences.role(finding.ask)}" if finding.ask else ""
        tell = f"; a mistake or a concern goes to {sentences.role(finding.report_to)}" if finding.report_to else ""
        lines.append(f"         From: {source}{ask}{tell}")
        # One covered face shows who is protected. There is no room here to say so first, so it is not suggested.
        possible = (fix for fix in finding.fixes if fix.kind is not FixKind.BLUR_ONE_FACE)
        lines.extend(f"         Possible: {sentences.fix(fix.label)}" for fix in possible)
        if finding.question is not None:
            lines.append(f"         Question: {sentences.question(finding.question.key)}")
    for skipped in report.skipped:
        where = f" (picture {skipped.media + 1})" if skipped.media is not None else ""
        lines.append(f"  not checked{where}: {sentences.skipped(skipped.code)}")
    if report.suppressed:
        counts: Counter[LeftOut] = Counter()
        for each in report.suppressed:
            counts[each.why] += each.count
        reasons = ", ".join(sentences.left_out(why, count) for why, count in counts.items())
        lines.append(f"  {sentences.left_out('summary', counts.total())} ({reasons})")
    lines.extend(f"  {sentences.quiet_rule(slug)}" for slug in report.quiet)
    if report.account == "unknown":
        lines.append(
            "  Whose account this is was not said, so both sets of rules were used, each at its milder severity."
        )
    return "\n".join(lines)
