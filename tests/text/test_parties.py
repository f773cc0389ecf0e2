"""Whom a draft goes to, whom it answers, and whether what is shared is about pupils."""

from __future__ import annotations

import pytest

from guard.reading import Party
from guard.text.clauses import plain_clauses
from guard.text.parties import Played, read_parties
from guard.text.words import cut


def parties(text: str, played: Played) -> set[str]:
    return {party.value for party in read_parties(plain_clauses(cut(text)), played)}


@pytest.mark.parametrize(
    ("to", "party"),
    [
        ("a pupil in Year 10", "pupil"),
        ("Saoirse, 7R", "pupil"),
        ("Callum T (student)", "pupil"),
        ("Kwame, class of 2024", "former_pupil"),
        ("Ifeoma's mum", "parent"),
        ("parent of a pupil in 7R", "parent"),
        ("Mr Whitelock (carer)", "parent"),
        ("Daily Courier newsdesk", "press"),
        ("Sam Pell, reporter", "press"),
        ("@tia.yr8", "pupil"),
        ("@sunreporter_jo", "press"),
    ],
)
def test_an_addressee_says_who_it_is(to: str, party: str) -> None:
    assert parties(to, Played.TO) == {party}


@pytest.mark.parametrize(
    "to",
    ["Mum", "my mum", "Dear Nan", "Jo Bell", "Dr Ngozi Brandt", "3D", "@amy10", "@chris12", "Netball 7s organisers"],
)
def test_family_and_others_are_nobody_in_particular(to: str) -> None:
    assert parties(to, Played.TO) == set()


@pytest.mark.parametrize(
    ("question", "party"),
    [
        ("Miss!! follow me back, its Saoirse from your form", "pupil"),
        ("Sir, when is the test?", "pupil"),
        ("hi sir, I was in your choir till last summer", "former_pupil"),
        ("Hi Miss, is Jack ok? He was upset this morning", "parent"),
        ("I'm Ella's mum, we met at the gate", "parent"),
        ("I'm a reporter at the Gazette", "press"),
        ("BBC News here. Can you confirm?", "press"),
        ("Can we use this picture on our website, with credit?", "press"),
    ],
)
def test_a_question_says_who_asks(question: str, party: str) -> None:
    assert parties(question, Played.ANSWERED) == {party}


@pytest.mark.parametrize(
    "question",
    [
        "Where do I find the trip form?",
        "Miss you loads!",
        "So proud of my little girl today",
        "Read this in the Gazette",
    ],
)
def test_most_questions_say_nothing_of_who_asks(question: str) -> None:
    assert parties(question, Played.ANSWERED) == set()


def test_what_is_shared_may_be_about_pupils() -> None:
    assert parties("Year 5 with their bird boxes", Played.SHARED) == {Party.PUPIL}
    assert parties("The library is open on Saturdays", Played.SHARED) == set()


@pytest.mark.parametrize("played", list(Played))
def test_an_empty_text_says_nothing(played: Played) -> None:
    assert parties("", played) == set()
