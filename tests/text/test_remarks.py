"""Remarks told from what stands together in a sentence, or near it."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from guard.reading import Remark, Target
from guard.text import remark_files, remarks
from guard.text.clauses import plain_clauses
from guard.text.phrases import Sections
from guard.text.remarks import read_remarks
from guard.text.words import cut

SHARED: Sections = {"seen.staff": ["our head|deputy"], "seen.laugh": ["lol"], "seen.thing": ["printer"]}
GRIEVANCE: Sections = {
    "seen.bad": ["useless", "a shambles"],
    "together.staff": ["bad staff !<thing"],
    "perhaps": ["bad + laugh !staff"],
    "says": ["enough is enough"],
    "unless": ["panto"],
}
GAIN: Sections = {"seen.mine": ["my ~? cakes"], "together.self": ["mine price"]}


@pytest.fixture(autouse=True)
def small_files(monkeypatch: pytest.MonkeyPatch) -> None:
    """Three small files in place of those shipped; every other kind has none."""
    written = {"_seen": SHARED, "grievance": GRIEVANCE, "personal_gain": GAIN}

    def read(name: str, shared: Mapping[str, str] | None = None) -> tuple[Sections, dict[str, str]]:
        return written.get(name.removeprefix("remarks/").removesuffix(".phrases"), {}), {}

    monkeypatch.setattr(remark_files, "read_phrases", read)
    files = remark_files.RemarkFiles()
    monkeypatch.setattr(remarks, "remark_files", lambda: files)


def told(text: str) -> list[tuple[str, bool, Target]]:
    found: tuple[Remark, ...] = read_remarks(plain_clauses(cut(text)))
    return [(text[each.span.start : each.span.end], each.strong, each.target) for each in found]


def test_it_takes_all_that_a_line_names_in_one_sentence() -> None:
    assert told("Our head is useless") == [("useless", True, Target.STAFF)]
    assert told("So useless, our deputy") == [("useless", True, Target.STAFF)]
    assert told("Our head is here. Useless weather.") == []


def test_what_stands_near_may_be_two_sentences_off() -> None:
    for text in ("Useless. lol", "lol. Well. Useless.", "Useless 😂"):
        assert [strong for _, strong, _ in told(text)] == [False]
    assert told("Useless. One. Two. lol") == []


def test_a_bar_in_front_holds_only_what_stands_in_front() -> None:
    assert told("Our head has a printer that is useless") == []
    assert told("Our head is useless with a printer") == [("useless", True, Target.STAFF)]


def test_a_sum_of_money_is_seen_and_ends_no_sentence() -> None:
    assert told("My lovely cakes for £5 each") == [("My lovely cakes", True, Target.SELF)]
    assert told("My lovely cakes for the fair") == []


def test_a_sentence_is_told_once_and_taken_back_whole() -> None:
    assert len(told("Our head is useless, a shambles, useless")) == 1
    assert told("Enough is enough, our head is useless") == [("Enough is enough", True, Target.NOBODY)]
    assert told("In the panto our head is useless") == []


def test_a_name_that_nothing_is_seen_as_is_refused() -> None:
    GRIEVANCE["together.school"] = ["bad nowhere"]
    try:
        with pytest.raises(ValueError, match="nowhere"):
            remark_files.RemarkFiles()
    finally:
        del GRIEVANCE["together.school"]


def test_a_section_that_does_not_exist_is_refused() -> None:
    GRIEVANCE["sayz"] = ["anything"]
    try:
        with pytest.raises(ValueError, match="sayz"):
            remark_files.RemarkFiles()
    finally:
        del GRIEVANCE["sayz"]
