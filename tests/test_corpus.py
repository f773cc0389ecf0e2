"""The corpus of posts under every shipped policy: what must be caught is, what must not be flagged is not."""

from __future__ import annotations

from collections import Counter

import pytest

from guard.model import AccountKind, Finding, Severity
from guard.policy.layers import SHIPPED
from tests.corpus import FOLDER, Line, checker, lines

POLICIES = [name for name in SHIPPED if name != "template"]
ORDINARY = lines("must_not_flag")
CAUGHT = lines("must_flag")
LANGUAGE = ("L1", "L2")
ROWS = [
    *("B1", "B3", "B4", "B5", "B6", "B7", "B8"),
    *("L1", "L2", "L3", "L4", "L5", "L6", "L7"),
    *("I5", "I6", "I10"),
    *("P1", "P2", "P3", "P4", "P5"),
    *("C1", "C2", "C3", "C4", "C5", "C6", "C7", "C8", "C9", "C10"),
    *("X1", "X3", "X4", "X6", "X7"),
]
# Of ordinary posts, how many may get a card at all, one at warn or above, one that stops; and one about language.
MOST = {"any": 0.10, "warn": 0.03, "stop": 0.003, "language": 0.01}


def named(line: Line) -> str:
    return line.id


def above(finding: Finding, at_most: str) -> bool:
    return not at_most or finding.severity > Severity(at_most)


@pytest.mark.parametrize("line", ORDINARY, ids=named)
def test_an_ordinary_post_is_not_flagged(line: Line) -> None:
    flagged = {
        f"{policy}/{kind}: {finding.slug} {finding.severity}"
        for policy in POLICIES
        if policy not in line.get("unless", "").split()
        for kind, finding in checker(policy).findings(line)
        if above(finding, line.get("at_most"))
    }
    assert not flagged, ", ".join(sorted(flagged))


@pytest.mark.parametrize("line", CAUGHT, ids=named)
def test_a_slip_is_caught(line: Line) -> None:
    found = [finding for _, finding in checker(line.get("policy", "demo")).findings(line)]
    wanted = {line.get("requirement"), *line.get("or", "").split()}
    met = [finding for finding in found if finding.requirement in wanted]
    assert met, f"{', '.join(sorted(wanted))} wanted, {', '.join(finding.slug for finding in found) or 'nothing'} found"
    assert max(finding.severity for finding in met) >= Severity(line.get("at_least", "advise"))


@pytest.mark.parametrize("kind", [AccountKind.PERSONAL, AccountKind.OFFICIAL])
@pytest.mark.parametrize("policy", POLICIES)
def test_few_ordinary_posts_get_a_card(policy: str, kind: AccountKind) -> None:
    posts = [line for line in ORDINARY if kind in line.kinds]
    counted: Counter[str] = Counter()
    for line in posts:
        findings = [finding for found_for, finding in checker(policy).findings(line) if found_for is kind]
        counted["any"] += bool(findings)
        counted["warn"] += any(finding.severity >= Severity.WARN for finding in findings)
        counted["stop"] += any(finding.severity is Severity.STOP for finding in findings)
        counted["language"] += any(
            finding.requirement in LANGUAGE and finding.severity >= Severity.WARN for finding in findings
        )
    over = {
        what: f"{counted[what]} of {len(posts)}" for what, most in MOST.items() if counted[what] > most * len(posts)
    }
    assert not over


def test_the_corpus_is_large_and_no_line_is_there_twice() -> None:
    assert len(ORDINARY) >= 420
    assert len(CAUGHT) >= 420
    assert len({line.id for line in (*ORDINARY, *CAUGHT)}) == len(ORDINARY) + len(CAUGHT)
    assert len({line.data["text"] for line in ORDINARY}) == len(ORDINARY)


@pytest.mark.parametrize("requirement", ROWS)
def test_every_row_about_words_has_slips_of_its_own(requirement: str) -> None:
    assert sum(line.get("requirement") == requirement for line in CAUGHT) >= 8


# Of names that naive filters trip over there are far more in these lists than in a gazetteer or a telephone book.
MOST_NAMES = 3


@pytest.mark.parametrize(
    ("file", "sentence"),
    [
        ("places.txt", "Our visit to {name} on Tuesday was a great success."),
        ("surnames.txt", "Thank you to Mrs {name} for a superb assembly."),
    ],
)
def test_names_of_places_and_people_are_not_taken_for_rude_words(file: str, sentence: str) -> None:
    names = (FOLDER / file).read_text("utf-8").split("\n")[:-1]
    assert len(names) >= 250
    row = {"account": "official", "site": "x.com", "kind": "post"}
    flagged = [
        name
        for name in names
        if list(checker("demo").findings(Line(name, {**row, "text": sentence.format(name=name)})))
    ]
    assert len(flagged) <= MOST_NAMES, flagged
