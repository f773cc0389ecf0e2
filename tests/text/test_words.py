"""The one cut into words that all readers of text share."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from guard.text.words import cut


def test_words_are_letters_and_digits_and_know_where_they_stand() -> None:
    words = cut("Don't stop, Year_4B \u2013 caf\u00e9!")
    assert words.words == ("don", "t", "stop", "year", "4b", "cafe")
    assert words.source(5) == "caf\u00e9"
    assert words.between(1) == " "
    assert words.between(2) == ", "


def test_no_words() -> None:
    for text in ("", "   ", "!?", "\u200b"):
        assert len(cut(text)) == 0


@given(st.text(max_size=80))
def test_positions_fit_the_folded_text(text: str) -> None:
    words = cut(text)
    for word, start, end in zip(words.words, words.starts, words.ends, strict=True):
        assert words.folded.text[start:end] == word
