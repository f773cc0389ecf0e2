"""What a text reads like: hints that only advise, that nothing talks away, and that no group of people draws."""

from __future__ import annotations

from collections.abc import Iterator
from types import SimpleNamespace
from typing import cast

import pytest

from guard import Account, Draft
from guard.model import QuestionKey, Severity, Span
from guard.reading import Likeness, PartReading, Reading
from guard.rule import Context, Hit, Rule, RuleOptions, or_likeness
from guard.testing import findings_of
from guard.text.clauses import plain_clauses
from guard.text.likeness import features, model, read_likenesses, runs, words_of
from guard.text.organisations import OrganisationReader
from guard.text.people import kinds_of_people
from guard.text.words import cut
from guard.vocabulary import Organisation

HINTED = {
    "C1": "Dear Mr Hale, you asked about Peter. I managed him: his planning is strong but his marking is weak",
    "C2": "Told no photocopying and no supply till the new financial year, skint again, roll on April",
    "C8": "@TownNews use my pic if you want and yes it's true, everyone got sent home because the boilers packed in",
    "L3": "Your son touches mine again and he will find out what happens",
}


def read(text: str) -> tuple[Likeness, ...]:
    return read_likenesses(plain_clauses(cut(text)))


def requirements(text: str) -> set[str]:
    return {likeness.requirement for likeness in read(text)}


@pytest.mark.parametrize(("requirement", "text"), HINTED.items())
def test_a_text_in_other_words_is_told_by_what_it_reads_like(requirement: str, text: str) -> None:
    assert requirement in requirements(text)


@pytest.mark.parametrize(("requirement", "text"), HINTED.items())
@pytest.mark.parametrize("before", ["", "Rain all day here.\n\n"])
@pytest.mark.parametrize("after", [" and the weather is fine", ". Soup was on the stove.", "\n\nBuses run. " * 40])
def test_nothing_beside_it_talks_a_hint_away(requirement: str, text: str, before: str, after: str) -> None:
    assert requirement in requirements(before + text + after)


def test_it_points_at_the_sentence_that_says_most_of_it() -> None:
    text = f"Rain all day here. {HINTED['C2']}. Soup for tea."
    (span,) = (likeness.span for likeness in read(text) if likeness.requirement == "C2")
    assert text[span.start : span.end] == HINTED["C2"]


@pytest.mark.parametrize("sentence", ["{} people are great", "My {} neighbours bake", "Proud of our {} families"])
def test_words_for_groups_of_people_weigh_nothing(sentence: str) -> None:
    groups = [word for word, kind in kinds_of_people().items() if kind not in ("person", "other")]
    held = {feature for word in groups for feature in model().weights if word in feature}
    assert held == set()
    assert [word for word in groups if requirements(sentence.format(word))] == []


def test_nothing_weighs_against_a_hint() -> None:
    assert all(weight > 0 for weights in model().weights.values() for _, weight in weights)


def test_names_count_as_names_and_the_school_as_the_school() -> None:
    clauses = plain_clauses(cut("Amelia and Oliver love Oakfield Academy, 4B and 27 others"))
    organisations = OrganisationReader((Organisation("Oakfield Academy"),)).read(clauses, ())
    words = words_of(clauses, organisations)
    assert " ".join(filter(None, words)) == "<name> and <name> love <school> <school> <code> and <number> others"
    assert ("<name>", "and") in features(words)


def test_runs_of_an_earlier_text_stay_when_it_grows() -> None:
    assert set(runs(4)) <= set(runs(5))
    assert (0, 4) not in runs(9)


@pytest.mark.parametrize("text", ["", "   ", "!!!", "😂", "#", "@ # @"])
def test_hardly_a_text_reads_like_nothing(text: str) -> None:
    assert read(text) == ()


def test_a_hint_advises_and_no_more() -> None:
    (finding,) = findings_of("press-enquiry", HINTED["C8"], account=Account.personal())
    assert finding.message == "press-enquiry.likeness"
    assert finding.severity is Severity.ADVISE


def test_what_a_rule_finds_itself_needs_no_hint() -> None:
    found = findings_of("press-enquiry", "I told the Gazette what I think of the inspection. " + HINTED["C8"])
    assert [finding.message for finding in found] == ["press-enquiry.talk"]


@pytest.mark.parametrize(("answers", "hints"), [({}, 1), ({"recipient": "family"}, 0)])
def test_an_answer_to_whom_it_goes_says_more_than_a_likeness(answers: dict[str, str], hints: int) -> None:
    @or_likeness(Rule("SG000", "P3", Severity.STOP), unless_answered=QuestionKey.RECIPIENT)
    def finds_nothing(reading: Reading, context: Context[RuleOptions]) -> Iterator[Hit]:
        return iter(())

    draft = Draft("How are you?", answers=answers)
    part = PartReading()
    part.part, part.likenesses = draft.all_parts()[0], (Likeness("P3", Span(0, 12)),)
    reading = Reading((part,))
    context = cast("Context[RuleOptions]", SimpleNamespace(draft=draft))
    assert len(list(finds_nothing(reading, context))) == hints
