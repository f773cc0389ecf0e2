from __future__ import annotations

import pytest

from guard.reading import MentionForm, OrganisationMention
from guard.text.clauses import plain_clauses
from guard.text.organisations import OrganisationReader
from guard.text.staff import read_staff_hints
from guard.text.words import cut
from guard.vocabulary import Organisation

OAKFIELD = Organisation(
    name="Oakfield Academy",
    aliases=("Oakfield",),
    abbreviations=("OFA",),
    handles=("@oakfieldacademy",),
    hashtags=("#OakfieldAcademy",),
    domains=("oakfield-academy.example",),
    mottos=("Rooted in kindness",),
    places=("Millbrook",),
    ambiguous=("Oakfield", "Rooted in kindness"),
)
SAINT = Organisation(name="St Wilfa's School", aliases=("St Wilfa's",), ambiguous=("St Wilfa's",))
LONG = Organisation(name="Millbrook Community Primary School")
READER = OrganisationReader((OAKFIELD, SAINT, LONG))


def read(text: str) -> tuple[OrganisationMention, ...]:
    clauses = plain_clauses(cut(text))
    return READER.read(clauses, read_staff_hints(clauses))


@pytest.mark.parametrize(
    ("text", "form", "shown"),
    [
        ("at Oakfield Academy now", MentionForm.NAME, "Oakfield Academy"),
        ("at OAKFIELD\nACADEMY now", MentionForm.NAME, "OAKFIELD\nACADEMY"),
        ("at Oakfield Academy's gates", MentionForm.NAME, "Oakfield Academy"),
        ("at Ｏakfield Àcademy", MentionForm.NAME, "Ｏakfield Àcademy"),
        ("at Oakfield again", MentionForm.ALIAS, "Oakfield"),
        ("at OFA again", MentionForm.ABBREVIATION, "OFA"),
        ("at O.F.A. again", MentionForm.ABBREVIATION, "O.F.A"),
        ("hi @OakfieldAcademy", MentionForm.HANDLE, "@OakfieldAcademy"),
        ("fun #oakfieldacademy", MentionForm.HASHTAG, "#oakfieldacademy"),
        ("fun #ProudOfOakfieldAcademy", MentionForm.HASHTAG, "#ProudOfOakfieldAcademy"),
        ("fun #TeamOFA", MentionForm.ABBREVIATION, "#TeamOFA"),
        ("a@oakfield-academy.example", MentionForm.DOMAIN, "oakfield-academy.example"),
        ("https://www.oakfield-academy.example/x", MentionForm.DOMAIN, "oakfield-academy.example"),
        ("rooted in Kindness", MentionForm.MOTTO, "rooted in Kindness"),
        ("at Oakfeild Academy", MentionForm.MISSPELLING, "Oakfeild Academy"),
        ("at Oakfild Academy", MentionForm.MISSPELLING, "Oakfild Academy"),
        ("at Oakfield Acadmy", MentionForm.MISSPELLING, "Oakfield Acadmy"),
        ("at Saint Wilfas School", MentionForm.NAME, "Saint Wilfas School"),
        ("at st. wilfa’s school", MentionForm.NAME, "st. wilfa’s school"),
        ("at Millbrook Primary School", MentionForm.NAME, "Millbrook Primary School"),
        ("at Millbrook Primary", MentionForm.NAME, "Millbrook Primary"),
    ],
)
def test_every_form_of_a_name(text: str, form: MentionForm, shown: str) -> None:
    (mention,) = read(text)
    assert mention.form is form
    assert text[mention.span.start : mention.span.end] == shown


@pytest.mark.parametrize(
    "text",
    [
        "the oak field",
        "Ashford Academy",
        "Oxfield College",
        "sofa",
        "ofa",
        "kindness",
        "St Wilfred's School",
        "",
    ],
)
def test_other_words_are_other_words(text: str) -> None:
    assert all(not mention.certain for mention in read(text))


@pytest.mark.parametrize("text", ["oakfield-academy.example.com", "x-oakfield-academy.example", "oakfield.example"])
def test_a_longer_domain_is_another_domain(text: str) -> None:
    assert all(mention.form is not MentionForm.DOMAIN for mention in read(text))


@pytest.mark.parametrize(
    ("text", "certain"),
    [
        ("Lunch at Oakfield", False),
        ("Lunch at Oakfield in Millbrook", True),
        ("Lunch at Oakfield with the governors", True),
        ("Lunch at Oakfield, says @oakfieldacademy", True),
        ("I work at Oakfield", True),
        ("St Wilfa's is a lovely church", False),
        ("St Wilfa's pupils sang", True),
        ("Oakfield Primary is next door", False),
    ],
)
def test_an_ambiguous_name_needs_something_that_speaks_for_the_school(text: str, certain: bool) -> None:
    assert read(text)[0].certain is certain


@pytest.mark.parametrize(
    ("text", "outsider"),
    [
        ("We beat Oakfield Academy 3-1", True),
        ("Away at Oakfield Academy", True),
        ("Riverside vs Oakfield Academy", True),
        ("Oakfield Academy beat us fair and square", True),
        ("Oakfield Academy beat Riverside 3-1", False),
        ("My daughter's first day at Oakfield Academy", True),
        ("My daughter visited me at Oakfield Academy, where I teach", False),
        ("Flat to let, walking distance of Oakfield Academy", True),
        ("We are hiring! Join our team at Oakfield Academy", False),
        ("The Gazette says Oakfield Academy will grow", True),
        ("Roadworks on Oakfield Road", True),
        ("Oakfield road safety week", False),
        ("Great day at Oakfield Academy", False),
    ],
)
def test_somebody_else_speaking(text: str, outsider: bool) -> None:
    assert read(text)[0].outsider is outsider


def test_tells_organisations_apart() -> None:
    assert [mention.organisation for mention in read("Oakfield Academy and St Wilfa's School")] == [0, 1]
