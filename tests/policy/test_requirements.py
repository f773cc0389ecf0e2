"""Every row of the requirements, in every policy that names it: caught where it has to be, silent beside it."""

from __future__ import annotations

from datetime import datetime
from functools import lru_cache
from pathlib import Path
from typing import Any, cast

import pytest

from guard import Guard
from guard.model import Clause, Finding, Region, Source
from guard.pictures.reader import PictureReader
from guard.reading import Face, PictureReading
from guard.testing import GivenReadings, ListedPeople, person_names
from tests.policy.requirement_cases import BEYOND, CASES
from tests.policy.saying import PUPILS, Case, Say
from tests.policy.schools import HANDLE, SCHOOLS, school_policy
from tools import coverage

ROWS = {row.id: row for row in coverage.rows()}


RUNS = [
    pytest.param(case, name, id=f"{case}-{name}") for case in CASES for name in case.only or ROWS[case.row].documents
]


class Checkers:
    """A Guard for each policy and addition, opened once; the time is the draft's."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._now = datetime.min
        self.opened = lru_cache(maxsize=None)(self._open)

    def _open(self, name: str, more: str) -> Guard:
        folder = self._folder / f"{len(list(self._folder.iterdir()))}"
        folder.mkdir()
        picture = PictureReading("0" * 64, width=800, height=600, faces=(Face(Region(100, 100, 260, 260), 0.9),))
        reader = cast(PictureReader, GivenReadings({"IMG_2041.jpg": picture}))
        people = cast(Any, ListedPeople(person_names(PUPILS)))
        return Guard.open(school_policy(name, folder, more), people, pictures=reader, clock=lambda: self._now)

    def found(self, say: Say, case: Case, name: str) -> list[Finding]:
        """What the case's rule finds."""
        self._now = say.now
        report = self.opened(name, case.more).check(say.made(SCHOOLS[name], HANDLE))
        assert [skipped for skipped in report.skipped if skipped.rule is not None] == []
        return [finding for finding in report.findings if finding.slug == case.slug]


@pytest.fixture(scope="module")
def checkers(tmp_path_factory: pytest.TempPathFactory) -> Checkers:
    return Checkers(tmp_path_factory.mktemp("schools"))


@pytest.mark.parametrize(("case", "name"), RUNS)
def test_what_a_document_asks_is_found_with_its_clause_and_whom_to_ask(
    checkers: Checkers, case: Case, name: str
) -> None:
    found = checkers.found(case.caught, case, name)
    assert found
    policy = checkers.opened(name, case.more).policy
    settings = policy.rules[case.slug].settings
    assert found[0].requirement == case.row
    if name in BEYOND:
        assert (found[0].source, found[0].clause) == (Source.GUIDANCE, None)
    else:
        assert found[0].source is Source.CLAUSE
        assert found[0].clause == Clause(settings.clause_number, settings.clause)
    assert found[0].ask in policy.contacts


@pytest.mark.parametrize(("case", "name"), RUNS)
def test_what_only_looks_like_it_is_left_alone(checkers: Checkers, case: Case, name: str) -> None:
    assert checkers.found(case.left_alone, case, name) == []


def test_every_row_about_words_or_the_account_has_a_case_in_every_policy_that_names_it() -> None:
    tried = {(case.row, name) for case in CASES for name in case.only or ROWS[case.row].documents}
    named = {(row.id, name) for row in ROWS.values() if row.about in ("words", "account") for name in row.documents}
    assert named <= tried
