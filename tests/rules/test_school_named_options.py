"""How a school may set the rule that asks for a disclaimer, and names that it shares with others."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from guard import Account, Draft, Guard
from guard.model import Finding, Severity
from tests.rules.test_school_named import ADVISED, QUIET, WARNED

VIEWS = [
    "In my opinion Ofsted should be scrapped.",
    "Personally I think homework is a waste of time",
    "I strongly disagree with the council's decision on parking.",
    "My own view is that phones should be banned.",
    "imo the new timetable is brilliant",
    "If you ask me, the government has no idea.",
    "I honestly believe schools are underfunded",
    "Personally, I'd rather we kept the old uniform",
    "Speaking personally, the strike was right.",
    "I totally agree with the mayor on this",
    "To my mind there is no better play than Macbeth",
]
NO_VIEWS = [
    "Our Year 6s think the new library is the best in town",
    '"I think we should save the bees," said a Year 2 pupil.',
    "We hope you have a lovely half term",
    "I hope you have a lovely half term",
    "Great day at Oakfield Academy today",
    "Views over the valley were stunning",
    "In history we asked whose opinion counts",
    'Debate club: "This house believes homework should go"',
    "We believe every child can succeed",
    "Mr Hill said: in my opinion this is the best choir yet",
    "In my opinion Ofsted should be scrapped. These views are my own and not those of the school.",
]
Check = Callable[[str, str, Account], list[Finding]]


@pytest.fixture
def with_options(tmp_path: Path) -> Check:
    def check(table: str, text: str, account: Account) -> list[Finding]:
        policy = tmp_path / "school.toml"
        policy.write_text(f'extends = "demo"\n[rules.school-named]\n{table}\n', "utf-8")
        with Guard.open(policy) as guard:
            report = guard.check(Draft(text, account=account))
        return [finding for finding in report.findings if finding.slug == "school-named"]

    return check


@pytest.mark.parametrize("text", WARNED)
def test_a_school_may_ask_never_to_be_named(with_options: Check, text: str) -> None:
    (finding,) = with_options('naming = "never"', f"{text} Views are my own, not my employer's.", Account.personal())
    assert finding.severity is Severity.WARN
    assert finding.message == "school-named.never-named"
    assert finding.fixes == ()
    assert finding.question is None


def test_never_to_be_named_still_leaves_others_alone(with_options: Check) -> None:
    for text in QUIET:
        for finding in with_options('naming = "never"', text, Account.personal()):
            assert (
                "my own" in text.lower() or "myown" in text.lower() or "behalf" in text.lower() or "not those" in text
            )
            assert finding.message in ("school-named.never-named", "school-named.perhaps-never")


@pytest.mark.parametrize("text", WARNED + ADVISED)
def test_a_school_may_not_mind(with_options: Check, text: str) -> None:
    assert with_options('naming = "off"', text, Account.personal()) == []


def test_what_shows_work_may_be_left_alone(with_options: Check) -> None:
    assert with_options('self_identification = "off"', "My Year 4s made me a card", Account.personal()) == []


@pytest.mark.parametrize("text", VIEWS)
def test_a_personal_view_on_the_schools_account(with_options: Check, text: str) -> None:
    account = Account.official("@oakfieldacademy")
    (finding,) = with_options("views_on_official = true", text, account)
    assert finding.severity is Severity.WARN
    assert finding.message == "school-named.own-view"
    assert finding.fixes[0].label == "add-disclaimer"
    assert with_options("views_on_official = false", text, account) == []


@pytest.mark.parametrize("text", NO_VIEWS)
def test_what_is_no_personal_view(with_options: Check, text: str) -> None:
    assert with_options("views_on_official = true", text, Account.official("@oakfieldacademy")) == []


SAINT = """
name = "St Ann's School"
aliases = ["St Ann's"]
abbreviations = ["SAS"]
handles = ["@stannsschool"]
hashtags = ["#StAnns"]
domains = ["st-anns.example"]
mottos = ["Love one another"]
places = ["Netherfield"]
ambiguous = ["St Ann's", "SAS", "Love one another"]
"""
TOWN = """
name = "Norbury Community Primary School"
aliases = ["Norbury Primary", "Norbury"]
abbreviations = ["NCPS"]
mottos = ["Learning together"]
places = ["Southgate"]
ambiguous = ["Norbury", "Learning together"]
"""
FORENAME = """
name = "Alexandra Infants' School"
aliases = ["Alexandra Infants", "Alexandra"]
ambiguous = ["Alexandra"]
"""


@pytest.mark.parametrize(
    ("school", "text", "severity"),
    [
        (SAINT, "So proud of everyone at St Ann's School this week", "warn"),
        (SAINT, "st anns school nativity was a triumph", "warn"),
        (SAINT, "St Anne's School sports day today, gorgeous weather", "warn"),
        (SAINT, "Saint Ann's School choir at the cathedral", "warn"),
        (SAINT, "Inset day at St Ann's. Staff room full of cake", "warn"),
        (SAINT, "I work at St Ann's and my feet hurt", "warn"),
        (SAINT, "Lovely service at St Ann's this morning", "advise"),
        (SAINT, "Love one another", "advise"),
        (SAINT, "St Ann's Church bells rang for an hour", None),
        (SAINT, "Walked along St Ann's Road", None),
        (SAINT, "St Ann's Well is worth the walk", None),
        (SAINT, "Jesus said love one another as I have loved you", None),
        (SAINT, "The SAS are recruiting, saw the film", None),
        (SAINT, "Feast of St Ann today", None),
        (SAINT, "Nan lives in St Ann's, Nottingham", None),
        (SAINT, "Our lads beat St Ann's 3-0 in the cup", None),
        (SAINT, "As a mum at St Ann's School I am thrilled with the new playground", None),
        (TOWN, "Norbury Comunity Primary School disco!", "warn"),
        (TOWN, "Assembly at Norbury this morning made me cry", "warn"),
        (TOWN, "NCPS staff do on Friday", "warn"),
        (TOWN, "Lovely afternoon in Norbury", "advise"),
        (TOWN, "Train delayed at Norbury again", None),
        (TOWN, "Norbury Road closed until Friday", None),
        (TOWN, "Norbury FC through to the next round", None),
        (TOWN, "Learning together with my husband how to tile a bathroom", None),
        (FORENAME, "Alexandra Infants' School harvest festival, what a spread", "warn"),
        (FORENAME, "Reception at Alexandra settled in so well, my TA is a star", "warn"),
        (FORENAME, "Alexandra Palace fireworks were stunning", None),
        (FORENAME, "Alexandra Burke on the telly", None),
        (FORENAME, "My niece Alexandra passed her driving test", None),
        (FORENAME, "Princess Alexandra opened the hospital", None),
        (FORENAME, "Alexandra had her baby, a girl!", None),
    ],
)
def test_names_that_saints_towns_and_people_share(tmp_path: Path, school: str, text: str, severity: str | None) -> None:
    policy = tmp_path / "school.toml"
    policy.write_text(f'extends = "academy"\n[school]\n{school}', "utf-8")
    with Guard.open(policy) as guard:
        findings = guard.check(Draft(text, account=Account.personal("@me"))).findings
    assert [f.severity.value for f in findings if f.slug == "school-named"] == ([severity] if severity else [])
