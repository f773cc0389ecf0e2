"""The one conversion between code points and UTF-16 units."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from extension_api.offsets import Utf16Offsets, spans_to_utf16
from guard.model import Part

ANY_TEXT = st.text(st.characters(codec=None), max_size=40)  # lone surrogates too


def units_before(text: str, offset: int) -> int:
    """How many units JavaScript counts up to here, each character by itself: two lone halves stay two."""
    return sum(2 if ord(character) > 0xFFFF else 1 for character in text[:offset])


@given(ANY_TEXT)
def test_every_offset_is_counted_as_javascript_does(text: str) -> None:
    offsets = Utf16Offsets(text)
    assert [offsets.from_code_points(each) for each in range(len(text) + 1)] == [
        units_before(text, each) for each in range(len(text) + 1)
    ]


@given(ANY_TEXT)
def test_there_and_back_again_is_where_it_began(text: str) -> None:
    offsets = Utf16Offsets(text)
    for each in range(len(text) + 1):
        assert offsets.to_code_points(offsets.from_code_points(each)) == each


def test_line_breaks_lone_halves_and_byte_order_marks_are_kept() -> None:
    text = "\ufeffa\r\n\ud83d🎉b"
    offsets = Utf16Offsets(text)
    assert offsets.from_code_points(text.index("b")) == 7
    assert offsets.to_code_points(7) == text.index("b")


def test_an_offset_within_a_pair_counts_as_before_it() -> None:
    assert Utf16Offsets("a🎉b").to_code_points(2) == 1


def test_findings_and_edits_are_turned_and_pictures_left_alone() -> None:
    report: dict[str, Any] = {
        "findings": [
            {
                "part": 0,
                "span": {"start": 1, "end": 2},
                "fixes": [{"edits": [{"part": 1, "span": {"start": 2, "end": 2}, "text": "x"}]}],
            },
            {"part": None, "span": None, "fixes": []},
        ]
    }
    spans_to_utf16(report, (Part("🎉a"), Part("🎉🎉")))
    assert report["findings"][0]["span"] == {"start": 2, "end": 3}
    assert report["findings"][0]["fixes"][0]["edits"][0]["span"] == {"start": 4, "end": 4}
    assert report["findings"][1]["span"] is None
