"""Private circumstances in a text: of whom they are told, by which name, and what takes them back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guard.model import Part
from guard.reading import About, Circumstance, CircumstanceSort
from guard.testing import person_names
from guard.text.reader import TextReader
from guard.vocabulary import Vocabulary

READER = TextReader(Vocabulary(persons=person_names([("Amira", "Oyelaran", "4B")])))


def read(text: str) -> tuple[Circumstance, ...]:
    return READER.read(Part(text)).circumstances


@pytest.mark.parametrize(
    ("text", "sort", "about"),
    [
        ("One of my Year 4s has epilepsy", CircumstanceSort.MEDICAL, About.PUPIL),
        ("a lad in my form is on free school meals", CircumstanceSort.NEEDS, About.PUPIL),
        ("that girl in 9C is in foster care", CircumstanceSort.SAFETY, About.PUPIL),
        ("Callum was excluded", CircumstanceSort.BEHAVIOUR, About.NAMED),
        ("Callum's been excluded", CircumstanceSort.BEHAVIOUR, About.NAMED),
        ("Callum's dad is in prison", CircumstanceSort.FAMILY, About.FAMILY),
        ("his mum's in prison", CircumstanceSort.FAMILY, About.FAMILY),
        ("Miss Farrow is off with depression", CircumstanceSort.MEDICAL, About.STAFF),
        ("A lad in my class came in late. He's been diagnosed with ADHD.", CircumstanceSort.MEDICAL, About.PUPIL),
    ],
)
def test_of_whom_it_is_told(text: str, sort: CircumstanceSort, about: About) -> None:
    (told,) = read(text)
    assert (told.sort, told.about) == (sort, about)


@pytest.mark.parametrize(
    "text",
    [
        "My son has epilepsy. He has an EHCP.",
        "I have ADHD",
        "my niece Chloe has autism",
        "if a child has epilepsy, tell the office",
        "pupils who have asthma",
        "He might have autism",
        "In the novel, Willie is abused",
        "World Autism Day: a boy in the film is autistic",
    ],
)
def test_what_is_nobodys_or_the_writers_own(text: str) -> None:
    assert read(text) == ()


def test_the_name_is_marked_without_its_ending() -> None:
    text = "Zuzanna's counselling helps"
    (told,) = read(text)
    assert told.name is not None
    assert text[told.name.start : told.name.end] == "Zuzanna"


def test_a_name_on_the_register_is_known_as_such() -> None:
    (told,) = read("Amira Oyelaran has had her EHCP agreed")
    assert (told.listed, told.full_name, told.beside) == (True, True, False)
    (near,) = read("CAMHS called about Amira Oyelaran")
    assert (near.listed, near.beside) == (True, True)


PIECES = [
    "he ",
    "is ",
    "has ",
    "Callum",
    "'s ",
    "mum ",
    "my ",
    "one of my Year 4s ",
    "autistic",
    ". ",
    "who ",
    "in 4B ",
]
PIECES += ["excluded ", "Amira Oyelaran ", "her ", "ADHD ", ", ", "\u0130", "ß "]


@given(st.lists(st.sampled_from(PIECES), max_size=50))
def test_spans_stay_inside_any_mix(pieces: list[str]) -> None:
    text = "".join(pieces)
    for told in read(text):
        assert 0 <= told.span.start < told.span.end <= len(text)
        assert told.name is None or 0 <= told.name.start < told.name.end <= len(text)


@pytest.mark.parametrize(
    "piece", ["He is autistic. ", "one of my Year 4s has epilepsy. ", "Callum's mum's ", "his mum "]
)
def test_at_most_twenty_are_told_of(piece: str) -> None:
    assert len(read(piece * (10_000 // len(piece)))) <= 20
