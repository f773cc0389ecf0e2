from __future__ import annotations

import pytest

from guard.text.clauses import plain_clauses
from guard.text.staff import read_staff_hints
from guard.text.words import cut


@pytest.mark.parametrize(
    "text",
    [
        "My Year 4s were brilliant today",
        "my lovely y6s smashed it",
        "my lovely 4B made me a card",
        "So proud of my class",
        "Our headteacher wore a wig",
        "I teach at a small primary",
        "I now work in a lovely school by the sea",
        "Proud to work at such a kind place",
        "Marking Year 9 books all Sunday",
        "Been marking mocks since seven",
        "As a teacher I find this sad",
        "I'm a TA in reception",
        "Last day with my tutor group",
        "The school where I teach",
    ],
)
def test_only_staff_say_this(text: str) -> None:
    assert any(hint.strong for hint in read_staff_hints(plain_clauses(cut(text))))


@pytest.mark.parametrize(
    "text", ["Staff meeting again", "Our Year 11s did us proud", "Back at work", "Our pupils are ace"]
)
def test_others_may_say_this_too(text: str) -> None:
    assert [hint.strong for hint in read_staff_hints(plain_clauses(cut(text)))] == [False]


@pytest.mark.parametrize(
    "text",
    [
        "My son's Year 4 class went to the zoo",
        "Our daughter's headteacher was kind",
        "My Year 6 is nervous about SATs",
        "Inset day, so my kids are at nan's",
        "My yoga class was lovely",
        "My class at the gym was packed",
        "My class reunion is on Friday",
        "My pupils were dilated at the optician",
        "I taught my son to ride a bike",
        "I work from home",
        "What a lovely day at the beach",
    ],
)
def test_parents_and_hobbies_are_no_hint(text: str) -> None:
    assert read_staff_hints(plain_clauses(cut(text))) == ()


def test_says_where_it_stands() -> None:
    text = "🎉 Well, my Year 4s rock"
    (hint,) = read_staff_hints(plain_clauses(cut(text)))
    assert text[hint.span.start : hint.span.end] == "my Year 4s"
