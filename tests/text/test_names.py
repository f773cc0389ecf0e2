from __future__ import annotations

import pytest

from guard.model import Role, Span
from guard.reading import NameForm, PersonMention
from guard.text.names import NameReader
from guard.text.words import cut
from guard.vocabulary import PersonName

READER = NameReader(
    (
        PersonName("amira", "Amira", "Oyelaran", group="4B"),
        PersonName("ben", "Benjamin", "Smith-Jorran"),
        PersonName("sian", "Siân", "O'Neary"),
        PersonName("mary", "Mary-Jane", "McTarran"),
        PersonName("oliver", "Oliver", "James"),
        PersonName("mark", "Mark", "Page", group="6C"),
    )
)


def read(text: str, role: Role = Role.BODY) -> tuple[PersonMention, ...]:
    return READER.read(cut(text), role)


def shown(text: str, span: Span | None) -> str | None:
    return text[span.start : span.end] if span is not None else None


@pytest.mark.parametrize(
    ("text", "person", "form", "name", "forename", "surname"),
    [
        ("so Amira Oyelaran's mum", "amira", NameForm.FULL, "Amira Oyelaran", "Amira", "Oyelaran"),
        ("so Oyelaran, Amira", "amira", NameForm.SWAPPED, "Oyelaran, Amira", "Amira", "Oyelaran"),
        ("Amira Grace Oyelaran", "amira", NameForm.FULL, "Amira Grace Oyelaran", "Amira", "Oyelaran"),
        ("A. Oyelaran", "amira", NameForm.INITIAL, "A. Oyelaran", "A", "Oyelaran"),
        ("Amira Oyelarn", "amira", NameForm.TYPO, "Amira Oyelarn", "Amira", "Oyelarn"),
        ("Amria Oyelaran", "amira", NameForm.TYPO, "Amria Oyelaran", "Amria", "Oyelaran"),
        ("#GoAmiraOyelaran", "amira", NameForm.JOINED, "GoAmiraOyelaran", None, None),
        ("@amira_oyelaran", "amira", NameForm.JOINED, "amira_oyelaran", "amira", "oyelaran"),
        ("Ben Smith-Jorran", "ben", NameForm.NICKNAME, "Ben Smith-Jorran", "Ben", "Smith-Jorran"),
        ("Benjamin Jorran", "ben", NameForm.FULL, "Benjamin Jorran", "Benjamin", "Jorran"),
        ("Sian O’Neary", "sian", NameForm.FULL, "Sian O’Neary", "Sian", "O’Neary"),
        ("SIAN ONEARY", "sian", NameForm.FULL, "SIAN ONEARY", "SIAN", "ONEARY"),
        ("Mary Jane MacTarran", "mary", NameForm.FULL, "Mary Jane MacTarran", "Mary Jane", "MacTarran"),
    ],
)
def test_every_form_of_a_name(
    text: str, person: str, form: NameForm, name: str, forename: str | None, surname: str | None
) -> None:
    (mention,) = read(text)
    assert (mention.person, mention.form) == (person, form)
    assert shown(text, mention.span) == name
    assert shown(text, mention.forename) == forename
    assert shown(text, mention.surname) == surname


@pytest.mark.parametrize(
    "name", ["amira-oyelaran-4b.jpg", "AmiraOyelaran1.jpg", "oyelaran_amira.png", "amiraoyelaran.webp"]
)
def test_file_names(name: str) -> None:
    (mention,) = read(name, Role.FILE_NAME)
    assert mention.person == "amira"
    assert mention.evidence


@pytest.mark.parametrize(
    "text",
    [
        "Amira",
        "Oyelaran",
        "Amira, Ben and Oliver",
        "James, Oliver and Mia",
        "Amira met Grace Olusola",
        "Amira. Oyelaran is a surname.",
        "Mrs Oyelaran and Amira",
        "please mark page 4",
        "A page of sums",
        "Samir Oyeyemi",
        "Ben Smithson",
        "amiraoyelaranscatteredwords in prose",
    ],
)
def test_half_a_name_is_no_name(text: str) -> None:
    assert read(text) == ()


@pytest.mark.parametrize(
    "text", ["Amira Oyelaran in Year 4", "Well done Amira Oyelaran", "4B: Amira Oyelaran", "Photo: Amira Oyelaran"]
)
def test_pupil_talk_is_evidence(text: str) -> None:
    (mention,) = read(text)
    assert mention.evidence
    assert not mention.other_person


@pytest.mark.parametrize(
    "text",
    [
        "Mrs Amira Oyelaran visited Year 4",
        "Our governor Amira Oyelaran visited Year 4",
        "Amira Oyelaran, our headteacher, sang",
        "a novel by Amira Oyelaran",
        "Amira Oyelaran (1912-1980)",
        "Amira Oyelaran MP",
        "Mark Page was loud",
    ],
)
def test_somebody_else_of_that_name(text: str) -> None:
    (mention,) = read(text)
    assert mention.other_person
    assert not mention.evidence


def test_to_miss_somebody_is_no_title() -> None:
    (mention,) = read("We will miss Amira Oyelaran")
    assert not mention.other_person


def test_names_of_ordinary_words_need_capitals_or_their_class() -> None:
    assert read("well, mark page one") == ()
    assert [mention.person for mention in read("well done mark page in 6C")] == ["mark"]


def test_everybody_of_that_name_is_told() -> None:
    twins = NameReader((PersonName("one", "Amira", "Oyelaran"), PersonName("two", "Amira", "Oyelaran")))
    assert [mention.person for mention in twins.read(cut("Amira Oyelaran"), Role.BODY)] == ["one", "two"]


def test_no_register_no_names() -> None:
    assert NameReader(()).read(cut("Amira Oyelaran"), Role.BODY) == ()


def test_its_repr_shows_no_name() -> None:
    assert "amira" not in repr(READER).lower()


UNUSUAL = NameReader(
    (
        PersonName("kacz", "Ellie-Mae", "Kaczmarek"),
        PersonName("souza", "Dafydd", "D'Souza"),
        PersonName("silva", "Zachary", "de Silva"),
        PersonName("hassan", "Yetunde", "Al-Hassan"),
        PersonName("shaugh", "Rukhsana", "O'Shaughnessy"),
        PersonName("chol", "Abdullah", "Cholmondeley"),
        PersonName("costa", "Xanthe", "Ferreira-da-Costa"),
    )
)


@pytest.mark.parametrize(
    ("text", "person", "form"),
    [
        ("well done ellie-mae grace kaczmarek", "kacz", NameForm.FULL),
        ("**Abdullah** **Cholmondeley**", "chol", NameForm.FULL),
        ("Abdullah (Cholmondeley) in goal", "chol", NameForm.FULL),
        ("Abdullah 🌟 Cholmondeley", "chol", NameForm.FULL),
        ("#Abdullah #Cholmondeley", "chol", None),
        ("@abdullah_cholmondeley2012", "chol", NameForm.JOINED),
        ("#AbdullahCholmondeleyYear6", "chol", NameForm.JOINED),
        ("Zachary Silva sang", "silva", NameForm.FULL),
        ("Yetunde Hassan sang", "hassan", NameForm.FULL),
        ("Xanthe Ferreira sang", "costa", NameForm.FULL),
        ("Z. de Silva", "silva", NameForm.INITIAL),
        ("R O'Shaughnessy", "shaugh", NameForm.INITIAL),
        ("Dafydd D'Soaza", "souza", NameForm.TYPO),
        ("Yetunde Al-Hasan", "hassan", NameForm.TYPO),
        ("Yetnude Al-Hassan", "hassan", NameForm.TYPO),
        ("Ellie-Mae Kaczmerek", "kacz", NameForm.TYPO),
        ("Cholmondely, Abdullah", "chol", NameForm.TYPO),
        ("ABDULLAH CHOLMONDELY", "chol", NameForm.TYPO),
        ("well done abdullah cholmondelee", "chol", NameForm.TYPO),
        ("Abdullah Cholmondeleys mum", "chol", NameForm.TYPO),
    ],
)
def test_finds_a_name_however_it_is_written(text: str, person: str, form: NameForm | None) -> None:
    (mention,) = UNUSUAL.read(cut(text), Role.BODY)
    assert mention.person == person
    assert form is None or mention.form is form


def test_two_tags_with_first_names_are_two_children() -> None:
    assert read("#Oliver #James") == ()


@pytest.mark.parametrize("text", ["Dafydd", "Zachary de", "Yetunde Al", "Ellie Mae", "by Dafydd D", "Rukhsana O"])
def test_a_name_that_the_text_breaks_off_is_none(text: str) -> None:
    assert UNUSUAL.read(cut(text), Role.BODY) == ()
