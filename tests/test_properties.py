"""What holds of every draft, whatever it says: tried on texts nobody has thought of."""

from __future__ import annotations

from functools import cache
from typing import Any, cast

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from extension_api.offsets import spans_to_utf16
from guard.guard import Guard
from guard.model import Account, AccountKind, Draft, Finding, Kind, Part, Role
from tests.corpus import LEISURE, Line, checker, lines, people
from tools import fuzz

SLIPS = lines("must_flag")
ORDINARY = lines("must_not_flag")
QUICK = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True)
# Nothing of this speaks of anybody, of the school or of whose views these are.
HARMLESS = [
    " The weather is fine.",
    "\n\nIt rained on the way home.",
    " 🌧️",
    "\r\nSoup was on the stove.",
    " " * 40,
    "\n" * 12,
    " Buses run every ten minutes.",
    " …",
    " Autumn leaves fell.\n\nA kettle boiled.",
]

#: Words of all kinds, whole posts, and what no keyboard has.
anything = st.lists(
    st.one_of(
        st.text(st.characters(), max_size=30),
        st.text(st.characters(codec="utf-8", categories=["L", "M", "N", "P", "S", "Z"]), max_size=20),
        st.sampled_from([line.data["text"] for line in (*SLIPS, *ORDINARY)]),
        st.sampled_from(
            ["\ud800", "\udfff", "\u200b", "\u202e", "\ufeff", "\r\n", "ﬀ", "İ", "ß", "\u0301" * 9, "😂" * 5]
        ),
    ),
    max_size=6,
).map("".join)
accounts = st.sampled_from([Account.personal("@me"), Account.official("@oakfieldacademy"), Account.unknown()])


@cache
def guard(policy: str = "demo") -> Guard:
    """A Guard with the corpus's people on its list, at one moment, so that two runs can be compared."""
    return Guard.open(policy, cast(Any, people()), fingerprint_key=b"k" * 32, clock=lambda: LEISURE)


def slug_of(finding: Finding) -> str:
    return finding.slug


@QUICK
@given(text=anything, title=st.text(max_size=20), account=accounts, kind=st.sampled_from(list(Kind)), other=anything)
def test_any_draft_is_checked_and_every_finding_points_into_it(
    text: str, title: str, account: Account, kind: Kind, other: str
) -> None:
    parts = [Part(text), Part(title, Role.TITLE)]
    draft = Draft(parts=parts, account=account, site="x.com", kind=kind, to=other, in_reply_to=other, shared_from=other)
    report = guard().check(draft)
    assert [each.rule for each in report.skipped] == []
    for finding in report.findings:
        assert (finding.part is None) == (finding.span is None)
        if finding.part is not None and finding.span is not None:
            assert 0 <= finding.span.start <= finding.span.end <= len(parts[finding.part].text)
        for edit in (edit for fix in finding.fixes for edit in fix.edits):
            assert edit.span.end <= len(parts[edit.part].text)
    report.to_dict("en")
    report.to_dict("cy")


@QUICK
@given(text=anything, account=accounts)
def test_two_runs_say_the_same_in_the_same_order(text: str, account: Account) -> None:
    draft = Draft(text, account=account, site="x.com")
    first, second = guard().check(draft), guard().check(draft)
    assert first.findings == second.findings
    order = [
        (-finding.severity.rank, finding.part or 0, finding.span.start if finding.span else 0)
        for finding in first.findings
    ]
    assert order == sorted(order)


@QUICK
@given(text=anything)
def test_offsets_in_utf16_units_lead_back_to_the_same_words(text: str) -> None:
    draft = Draft(text, account=Account.personal("@me"), site="x.com")
    report = guard().check(draft)
    answer = report.to_dict()
    spans_to_utf16(answer, draft.all_parts())
    units = text.encode("utf-16-le", "surrogatepass")
    for finding, told in zip(report.findings, answer["findings"], strict=True):
        if finding.span is not None:
            said = units[2 * told["span"]["start"] : 2 * told["span"]["end"]]
            meant = text[finding.span.start : finding.span.end]
            assert said == meant.encode("utf-16-le", "surrogatepass")


@pytest.mark.parametrize("line", SLIPS, ids=lambda line: line.id)
def test_a_harmless_line_after_it_clears_no_finding(line: Line) -> None:
    (kind, *_) = line.kinds
    alone = {finding.slug for _, finding in checker("demo").findings(line)}
    for suffix in HARMLESS:
        longer = Line(line.id, {**line.data, "text": line.data["text"] + suffix})
        cleared = alone - {finding.slug for _, finding in checker("demo").findings(longer)}
        assert not cleared, f"{cleared} after {suffix!r} on {kind}"


@QUICK
@given(before=st.lists(st.sampled_from([line.data["text"] for line in SLIPS]), max_size=3).map("\n\n".join))
def test_whatever_is_written_before_it_a_swear_word_is_found(before: str) -> None:
    text = f"{before}\n\nwhat a load of utter shit"
    findings = guard().check(Draft(text, account=Account(AccountKind.PERSONAL, "@me"), site="x.com")).findings
    assert "strong-language" in map(slug_of, findings)


def test_drafts_that_nobody_would_write_break_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    assert fuzz.main(["--runs", "150"]) == 0, capsys.readouterr().out
