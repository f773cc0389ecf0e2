"""A report as plain JSON data. The keys are part of the public contract; new ones may be added, none changes."""

from __future__ import annotations

from typing import Any

from guard.messages import Messages, messages
from guard.model import Finding, Fix, Question, Region, Report, Skipped, Span


def report_to_dict(report: Report, language: str = "en") -> dict[str, Any]:
    """The report with its sentences in `language`; offsets in code points."""
    sentences = messages(language)
    return {
        "verdict": report.verdict.value,
        "account": report.account.value,
        "findings": [_finding(finding, sentences) for finding in report.findings],
        "skipped": [_skipped(each, sentences) for each in report.skipped],
        "pictures": [
            {
                "media": picture.media,
                "width": picture.width,
                "height": picture.height,
                "faces": [_region(face) for face in picture.faces],
            }
            for picture in report.pictures
        ],
        "policy": {"name": report.policy, "version": report.policy_version},
        "register_version": report.register_version,
        "suppressed": [
            {
                "code": each.code,
                "slug": each.slug,
                "why": each.why.value,
                "count": each.count,
                "message": sentences.left_out(each.why, each.count),
            }
            for each in report.suppressed
        ],
        "quiet": [{"slug": slug, "message": sentences.quiet_rule(slug)} for slug in report.quiet],
        "took_ms": report.took_ms,
        "offset_encoding": "code-point",
    }


def _finding(finding: Finding, sentences: Messages) -> dict[str, Any]:
    title, message = sentences.finding(finding.message, finding.params)
    return {
        "code": finding.code,
        "slug": finding.slug,
        "requirement": finding.requirement,
        "severity": finding.severity.value,
        "confidence": finding.confidence.value,
        "title": title,
        "message": message,
        "why": sentences.why(finding.slug),
        "source": finding.source.value,
        "clause": str(finding.clause) if finding.clause is not None else None,
        "ask": finding.ask,
        "ask_label": sentences.role(finding.ask) if finding.ask else "",
        "report_to": finding.report_to,
        "report_to_label": sentences.role(finding.report_to) if finding.report_to else "",
        "part": finding.part,
        "span": _span(finding.span),
        "media": finding.media,
        "region": _region(finding.region) if finding.region is not None else None,
        "fixes": [_fix(fix, sentences) for fix in finding.fixes],
        "question": _question(finding.question, sentences) if finding.question is not None else None,
        "fingerprint": finding.fingerprint,
    }


def _fix(fix: Fix, sentences: Messages) -> dict[str, Any]:
    return {
        "kind": fix.kind.value,
        "label": sentences.fix(fix.label),
        "media": fix.media,
        "edits": [{"part": edit.part, "span": _span(edit.span), "text": edit.text} for edit in fix.edits],
    }


def _question(question: Question, sentences: Messages) -> dict[str, Any]:
    return {
        "key": question.key.value,
        "text": sentences.question(question.key),
        "media": question.media,
        "choices": [{"value": each, "label": sentences.choice(question.key, each)} for each in question.choices],
    }


def _skipped(skipped: Skipped, sentences: Messages) -> dict[str, Any]:
    return {
        "code": skipped.code.value,
        "media": skipped.media,
        "rule": skipped.rule,
        "message": sentences.skipped(skipped.code),
    }


def _span(span: Span | None) -> dict[str, int] | None:
    return None if span is None else {"start": span.start, "end": span.end}


def _region(region: Region) -> dict[str, int]:
    return {"left": region.left, "top": region.top, "right": region.right, "bottom": region.bottom}
