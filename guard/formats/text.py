"""A report for people at a terminal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from guard.messages import Messages, messages
from guard.model import Finding, FixKind, LeftOut, Part, Report, Verdict


def report_to_text(report: Report, name: str = "", language: str = "en", parts: Sequence[Part] = ()) -> str:
    """Some lines about one draft; the draft itself is not quoted. `parts` (`Draft.all_parts()`) tell whose words a
    finding points at: those of a picture's file name, say.
    """
    sentences = messages(language)
    heading = sentences.report(report.verdict)
    if report.verdict is Verdict.CLEAR and report.findings:
        count = len(report.findings)
        heading = sentences.report("hints", count=count) if count > 1 else sentences.report("hint")
    lines = [f"{name}: {heading}" if name else heading]
    for finding in report.findings:
        title, message = sentences.finding(finding.message, finding.params)
        where = _where(finding, parts, sentences)
        lines.append(f"  {finding.severity.value:6} {finding.code} {title}{where}")
        lines.append(f"         {message}")
        source = str(finding.clause) if finding.clause is not None else sentences.source(finding.source)
        origin = [sentences.report("from", source=source)]
        if finding.ask:
            origin.append(sentences.report("ask", role=sentences.role(finding.ask)))
        if finding.report_to:
            origin.append(sentences.report("tell", role=sentences.role(finding.report_to)))
        lines.append(f"         {'; '.join(origin)}")
        # One covered face shows who is protected. There is no room here to say so first, so it is not suggested.
        possible = (sentences.fix(fix.label) for fix in finding.fixes if fix.kind is not FixKind.BLUR_ONE_FACE)
        lines.extend(f"         {sentences.report('possible', fix=fix)}" for fix in possible)
        if finding.question is not None:
            question = sentences.question(finding.question.key)
            lines.append(f"         {sentences.report('question', question=question)}")
    for skipped in report.skipped:
        where = f" ({sentences.report('picture', number=skipped.media + 1)})" if skipped.media is not None else ""
        lines.append(f"  {sentences.report('skipped')}{where}: {sentences.skipped(skipped.code)}")
    if report.suppressed:
        counts: Counter[LeftOut] = Counter()
        for each in report.suppressed:
            counts[each.why] += each.count
        reasons = ", ".join(sentences.left_out(why, count) for why, count in counts.items())
        lines.append(f"  {sentences.left_out('summary', counts.total())} ({reasons})")
    lines.extend(f"  {sentences.quiet_rule(slug)}" for slug in report.quiet)
    if report.account == "unknown":
        lines.append(f"  {sentences.report('account_unknown')}")
    return "\n".join(lines)


def _where(finding: Finding, parts: Sequence[Part], sentences: Messages) -> str:
    """Where a finding points, in brackets; "" where it is about the draft as a whole."""
    places = []
    part = parts[finding.part] if finding.part is not None and parts else None
    if finding.part is not None and part is not None and part.media is None:
        if sum(each.media is None for each in parts) > 1:
            places.append(sentences.report("part", number=finding.part + 1))
    elif part is not None and part.media is not None:
        places += [sentences.report("picture", number=part.media + 1), sentences.report(part.role)]
    elif finding.media is not None and finding.span is None:
        places.append(sentences.report("picture", number=finding.media + 1))
    if finding.span is not None:
        places.append(sentences.report("characters", start=finding.span.start, end=finding.span.end))
    return f" ({', '.join(places)})" if places else ""
