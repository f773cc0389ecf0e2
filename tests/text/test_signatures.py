"""Where a post says who wrote it."""

from __future__ import annotations

import pytest

from guard.text.signatures import read_signature


@pytest.mark.parametrize(
    ("text", "signature"),
    [
        ("Bring scripts. - Mrs Khan", "- Mrs Khan"),
        ("Bring scripts. ^JK", "^JK"),
        ("Posted by Mrs Khan: bring scripts", "Posted by Mr"),
        ("Mr Cole here. Bring scripts.", "Mr Cole here"),
    ],
)
def test_a_signature_is_found_where_it_stands(text: str, signature: str) -> None:
    span = read_signature(text)
    assert span is not None
    assert text[span.start : span.end].startswith(signature)


@pytest.mark.parametrize(
    "text", ["", "Well done to Mr Cole", "Tickets from the office", "A message about the team", "See you at 7.45 sharp"]
)
def test_somebody_who_is_only_mentioned_has_not_signed(text: str) -> None:
    assert read_signature(text) is None
