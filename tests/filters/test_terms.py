"""Words of the school's own: looked for, or harmless here, by policy alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from guard import Confidence, Severity, Source
from guard.errors import PolicyError
from tests.filters.support import checked, of

LISTED = """
[[terms]]
words = ["Project Lantern", "Grubb & Sons"]
severity = "stop"
requirement = "C3"
clause_number = "4.2"
clause = "Confidential projects"
ask = "head_teacher"

[[terms]]
words = ["snufflebonk"]
severity = "advise"
"""


@pytest.mark.parametrize(
    "text",
    [
        "Busy week with Project Lantern!",
        "busy week with PROJECT LANTERN",
        "Great start #ProjectLantern",
        "Ｐｒｏｊｅｃｔ  Lántern is on",
        "Grubb and co? No: Grubb & Sons.",
    ],
)
def test_a_listed_phrase_is_found_with_severity_clause_and_whom_to_ask_of_its_list(tmp_path: Path, text: str) -> None:
    (finding,) = of(checked(tmp_path, LISTED, text), "school-terms")
    assert (finding.severity, finding.requirement, finding.ask) == (Severity.STOP, "C3", "head_teacher")
    assert str(finding.clause) == "4.2 Confidential projects"
    assert finding.confidence is Confidence.HIGH


def test_a_list_without_a_clause_is_the_school_s_own(tmp_path: Path) -> None:
    (finding,) = of(checked(tmp_path, LISTED, "Such a snufflebonk"), "school-terms")
    assert (finding.severity, finding.source, finding.clause) == (Severity.ADVISE, Source.LIST, None)


@pytest.mark.parametrize("text", ["A lantern for the project", "snufflebonks", "the projects lantern"])
def test_other_words_are_none_of_it(tmp_path: Path, text: str) -> None:
    assert of(checked(tmp_path, LISTED, text), "school-terms") == []


def test_no_sentence_of_a_finding_repeats_the_words(tmp_path: Path) -> None:
    report = checked(tmp_path, LISTED, "Busy week with Project Lantern!").to_dict()
    (finding,) = (each for each in report["findings"] if each["slug"] == "school-terms")
    assert "lantern" not in " ".join((finding["title"], finding["message"], finding["why"])).lower()


def test_a_harmless_word_is_passed_over(tmp_path: Path) -> None:
    text = "Our donkey, the old arse, had a bath"
    assert of(checked(tmp_path, "", text), "mild-language") != []
    harmless = '[[terms]]\nwords = ["arse"]\nseverity = "harmless"\n'
    assert of(checked(tmp_path, harmless, text), "mild-language") == []


def test_all_of_it_is_switched_off_with_its_rule(tmp_path: Path) -> None:
    off = LISTED + "\n[rules.school-terms]\nenabled = false\n"
    assert of(checked(tmp_path, off, "Busy week with Project Lantern!"), "school-terms") == []


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("words = []\n", "words"),
        ('words = ["!!"]\n', "without a letter"),
        ('words = ["two words"]\nseverity = "harmless"\n', "single words"),
        ('words = ["one"]\nseverity = "fatal"\n', "severity"),
    ],
)
def test_a_mistake_in_a_list_is_named(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(PolicyError, match=message):
        checked(tmp_path, f"[[terms]]\n{text}", "hello")
