from __future__ import annotations

import pytest

from guard.text.phrases import Found, Phrases

SLOTS = {"DET": "my|the", "VIEWS": "views|opinions", "OWN": "my_own|mine"}
PHRASES = Phrases(
    {
        "views": ["DET* VIEWS are|is? OWN"],
        "age": ["aged % today?"],
        "anybody": ["dear ~ ~?", "dear ~* , thank_you"],
    },
    SLOTS,
)


def found(text: str) -> list[tuple[str, str]]:
    pieces = text.split()
    return [(each.tag, " ".join(pieces[each.first : each.end])) for each in PHRASES.find(pieces)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("views my own", [("views", "views my own")]),
        ("all the views are mine here", [("views", "the views are mine")]),
        ("my my my opinions is mine", [("views", "my my my opinions is mine")]),
        ("my my my my opinions mine", [("views", "my my my opinions mine")]),
        ("views are ours", []),
        ("aged 7 today", [("age", "aged 7 today")]),
        ("aged seven", []),
        ("dear sir or madam", [("anybody", "dear sir or")]),
        ("dear , sir", []),
        ("dear all of you , thank you", [("anybody", "dear all of you , thank you")]),
        ("dear dear dear", [("anybody", "dear dear dear")]),
        ("", []),
    ],
)
def test_phrases_are_found_where_they_stand_the_longest_of_each(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


def test_sections_are_found_beside_each_other() -> None:
    both = Phrases({"one": ["a b"], "other": ["a b c", "b c"]})
    assert list(both.find(["a", "b", "c"])) == [Found("one", 0, 2), Found("other", 0, 3)]


def test_a_text_never_seen_makes_no_states_of_its_own_words() -> None:
    states = len(PHRASES._states)
    found("dear Zebedee Quux")
    once = len(PHRASES._states)
    for index in range(50):
        found(f"dear stranger{index} nobody{index}")
    assert len(PHRASES._states) == once >= states


def test_what_was_made_is_let_go_of_when_it_grows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("guard.text.phrases._MOST_STATES", 1)
    small = Phrases({"tag": ["a b", "c d", "e f"]})
    assert [each.tag for each in small.find(["a", "b", "c", "d", "e", "f", "a", "b"])] == ["tag"] * 4


@pytest.mark.parametrize("phrase", ["~ views", "a? ~ views", "% views"])
def test_a_phrase_that_could_begin_anywhere_is_refused(phrase: str) -> None:
    with pytest.raises(ValueError, match="any word"):
        Phrases({"tag": [phrase]})
