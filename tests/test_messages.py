"""The sentences people read: the same ones in every language, in the tone the project promises."""

from __future__ import annotations

import string
import tomllib
from collections.abc import Iterator, Mapping
from importlib import resources
from typing import Any

import pytest

from guard import Account, Draft, Guard
from guard.errors import UsageError
from guard.formats.text import report_to_text
from guard.messages import LANGUAGES, language_of, messages
from guard.model import SkipCode

OTHERS = [language for language in LANGUAGES if language != "en"]


def table(language: str) -> dict[str, str]:
    """All sentences of a language by their dotted key."""
    text = resources.files("guard.messages").joinpath(f"{language}.toml").read_text("utf-8")
    return dict(_flat(tomllib.loads(text)))


def _flat(entries: Mapping[str, Any], above: str = "") -> Iterator[tuple[str, str]]:
    for key, value in entries.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{above}{key}.")
        else:
            yield f"{above}{key}", value


def parameters(sentence: str) -> list[str]:
    return sorted(name for _, name, _, _ in string.Formatter().parse(sentence) if name is not None)


@pytest.mark.parametrize("language", OTHERS)
def test_every_sentence_is_there_in_every_language(language: str) -> None:
    english, other = table("en"), table(language)
    assert sorted(set(english) - set(other)) == [], f"missing in {language}.toml"
    assert sorted(set(other) - set(english)) == [], f"only in {language}.toml"
    assert [key for key in english if parameters(english[key]) != parameters(other[key])] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_is_empty_and_titles_are_short(language: str) -> None:
    sentences = table(language)
    assert all(sentence.strip() == sentence != "" for sentence in sentences.values())
    assert [key for key, sentence in sentences.items() if key.endswith(".title") and len(sentence) > 60] == []


@pytest.mark.parametrize(("language", "heading"), [("en", "Worth a look"), ("cy", "Gwerth ail olwg")])
def test_no_sentence_repeats_the_heading_it_stands_under(language: str, heading: str) -> None:
    """Nor speaks more softly than it: the same sentence may stand under "Held before posting"."""
    sentences = table(language)
    assert [key for key, sentence in sentences.items() if sentence.startswith(f"{heading}:")] == []


def test_the_languages_are_translated_not_copied() -> None:
    english, welsh = table("en"), table("cy")
    assert [key for key in english if english[key] == welsh.get(key)] == []


def test_findings_are_told_in_welsh() -> None:
    with Guard.open("demo") as checker:
        report = checker.check(Draft("Great day at Oakfield Academy", account=Account.personal("@me")))
    text = report_to_text(report, language="cy")
    assert "Mae'r ysgol yn cael ei henwi yma" in text
    assert "Gwerth ail olwg cyn postio" in text
    (finding,) = report.to_dict("cy")["findings"]
    assert finding["title"] == "Mae'r ysgol yn cael ei henwi yma"


@pytest.mark.parametrize(
    ("wanted", "spoken"),
    [("cy", "cy"), ("cy-GB", "cy"), ("CY_gb", "cy"), ("en-GB", "en"), ("fr", "en"), ("", "en"), ("*", "en")],
)
def test_a_language_there_is_not_is_answered_in_english(wanted: str, spoken: str) -> None:
    assert language_of(wanted) == spoken


def test_asking_the_tables_for_a_language_there_is_not_says_which_there_are() -> None:
    with pytest.raises(UsageError, match="en, cy"):
        messages("fr")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_reason_for_not_checking_has_a_sentence(language: str) -> None:
    assert all(messages(language).skipped(code) for code in SkipCode)
