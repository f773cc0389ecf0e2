"""Handles that tag somebody."""

from __future__ import annotations

import pytest

from guard.text.tags import read_tags


def test_handles_are_found_where_they_stand() -> None:
    text = "with @sarah.dale. and (@tomrao)"
    assert [text[tag.span.start : tag.span.end] for tag in read_tags(text)] == ["@sarah.dale", "@tomrao"]


@pytest.mark.parametrize("text", ["office@school.example", "lunch @ 12", "@", "a@@b", "x.com/@jo"])
def test_addresses_and_times_are_none(text: str) -> None:
    assert read_tags(text) == ()


@pytest.mark.parametrize(
    ("handle", "organisation"),
    [
        ("@MillbrookLibrary", True),
        ("@millbrookfc", True),
        ("@bbcnews", True),
        ("@sarahgreen", False),
        ("@coachtandy", False),
        ("@bishop_jo", False),
    ],
)
def test_clubs_and_papers_are_told_from_people(handle: str, organisation: bool) -> None:
    (tag,) = read_tags(handle)
    assert tag.organisation is organisation


def test_a_handle_stays_out_of_repr() -> None:
    (tag,) = read_tags("@jo_bloggs")
    assert "bloggs" not in repr(tag)
