"""One plain view of a text, with the exact way back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guard.model import Span
from guard.text.fold import fold


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Plain TEXT", "plain text"),
        ("it\u2019s \u201cfine\u201d \u2013 don\u00b4t", "it's \"fine\" - don't"),
        ("caf\u00e9 cafe\u0301", "cafe cafe"),
        ("\uff26\uff35\uff2c\uff2c", "full"),
        ("\U0001d4ef\U0001d4f8\U0001d4fb\U0001d4f6", "form"),
        ("\u24d0\u24d1", "ab"),
        ("\U0001f130\U0001f171\U0001f152", "abc"),
        ("\u0430\u0435\u043e \u03bf", "aeo o"),
        ("ꜱᴍᴀʟʟ", "small"),
        ("zero\u200bwidth\u00ad", "zerowidth"),
        ("Stra\u00dfe \u00c6on", "strasse aeon"),
        ("\u0130stanbul", "istanbul"),
    ],
)
def test_folding(text: str, folded: str) -> None:
    assert fold(text).text == folded


def test_spans_lead_back_to_what_was_written() -> None:
    text = "a\u0301 stra\u00dfe \u200bx"
    view = fold(text)
    start = view.text.index("strasse")
    assert view.span(start, start + 7) == Span(3, 9)
    assert view.span(0, 1) == Span(0, 2)


@given(st.text(max_size=60))
def test_every_span_lies_inside_the_text_and_in_order(text: str) -> None:
    view = fold(text)
    reached = 0
    for index in range(len(view.text)):
        span = view.span(index, index + 1)
        assert reached <= span.start <= span.end <= len(text)
        reached = span.start
    assert view.source == text


@given(st.text(max_size=60))
def test_folding_twice_changes_nothing_more_than_folding_once_in_length(text: str) -> None:
    once = fold(text).text
    assert fold(once.lower()).span(0, len(fold(once).text)).end <= len(once)
