"""A stance on what divides people, on a school account."""

from __future__ import annotations

from pathlib import Path

import pytest

from guard import Account
from guard.model import Severity
from guard.testing import findings_of

SLUG = "controversial-stance"
OFFICIAL = Account.official("@oakfieldacademy")

SHOULD_FLAG = [
    "Tuition fees are a disgrace and must be abolished",
    "We call on ministers to scrap the benefit cap",
    "We support our teachers on strike today and so should you",
    "Free Palestine",
    "Brexit has been a disaster for our pupils",
    "Trans women are women, full stop. Our school says so",
    "Stop the boats",
    "Vote this government out, they hate teachers",
    "Labour's tax on private schools is spiteful and wrong",
    "We say no to the academy takeover, hands off our school",
    "Scotland should be independent and our pupils agree",
    "Just Stop Oil are heroes",
    "Defund the police",
    "We oppose the death penalty and the politicians who want it back",
    "The King should be the last, abolish the monarchy",
    "Immigration is out of control in this town",
    "Our school rejects gender ideology",
    "We urge parents to vote against the mayor",
    "Climate deniers should not be allowed to teach",
    "Our school is against Brexit",
    "we're with the strikers all the way",
    "Marriage is between a man and a woman",
    "End the occupation now",
    "Our hearts are with the pickets and our teachers deserve better than this rotten government",
    "Everyone at this school backs a ceasefire now",
    "Private schools should be abolished",
    "We are ashamed of our MP for voting against free school meals",
    "Britain is full",
    "We want our country back",
    "Black Lives Matter is a Marxist organisation and has no place here",
    "Our school calls for Israel to be boycotted",
    "We believe abortion should be illegal",
    "The rich should pay more tax so our children can eat",
    "It is a disgrace that the government pays teachers so little",
    "Nobody should vote for a party that wants to close our school",
    "God made them male and female, that is what we teach and we won't apologise",
    "The police are racist",
    "The cost of living crisis was caused by Tory greed",
    "fracking must be stopped in Millbrook, we are against it",
    "This council is corrupt and parents should kick them out in May",
    "Boycott Starbucks",
    "Rejoin the EU",
]

MUST_NOT_FLAG = [
    "School is closed on Wednesday because of strike action",
    "We will be a polling station on Thursday",
    "Year 9 asked: was Brexit a good idea? Both sides were argued",
    "Pride month: our library display is up",
    "Our MP visited and answered questions from Year 6",
    "Climate change is Year 8's topic this half term",
    "Sixth formers held a mock trial about the death penalty",
    "We support our Year 11s in their exams",
    "Hockey girls march on to the final",
    "Prime Minister for a day: Year 4 wrote speeches",
    "We back our boys in Saturday's final",
    "Labour Day in Canada: our exchange pupils explain",
    "Abolition of slavery: Year 8 visited Wilberforce House",
    "Our debating society argued that zoos should be banned",
    "Peace vigil for all those suffering in the Middle East, all faiths welcome",
    "Scotland trip: Year 10 are on their way to Edinburgh",
    "Immigration to Britain through time is the GCSE history unit",
    "Parliament's education committee wants pupils' views, here is the form",
    "Trans-Siberian railway: Year 7's geography project",
    "A ceasefire in the great snowball fight at 1 pm",
    "The pickets of our new fence are painted",
    "Private study for sixth formers is in the library",
    "Girls' sport week: try rugby, cricket and judo",
    "Lives matter: first aid lesson for Year 9",
    "The police choir sang in assembly",
    "Geography: fracking, for and against",
    "We want our ball back: lost over the neighbour's wall",
    "The rich soil in our garden grew 3 kg of beans",
    "Teachers will strike on 5 July; Years 7 to 9 stay at home",
    "Climate debate: is net zero realistic? Year 12 discuss",
    "Party politics A level: a visit from three candidates of three parties",
    "Free school meals: how to apply",
    "School council demands more ketchup",
    "The river trip is on",
    "The union of maths and art: tessellations",
    "A tax on biscuits, proposed by our maths department, jokingly",
    "Religion and belief: visit to the gurdwara",
    "Starbucks has a job fair at the sixth form",
    "It is a pleasure to welcome our new governors",
]


@pytest.mark.parametrize("text", SHOULD_FLAG)
def test_should_flag(text: str) -> None:
    assert findings_of(SLUG, text, account=OFFICIAL)


@pytest.mark.parametrize("text", MUST_NOT_FLAG)
def test_must_not_flag(text: str) -> None:
    assert findings_of(SLUG, text, account=OFFICIAL) == []


@pytest.mark.parametrize("text", SHOULD_FLAG[:5])
def test_a_personal_account_may_take_sides(text: str) -> None:
    assert findings_of(SLUG, text, account=Account.personal("@me")) == []


def test_it_warns_on_a_school_account() -> None:
    (finding,) = findings_of(SLUG, "We stand with the strikers", account=OFFICIAL)
    assert (finding.severity, finding.message) == (Severity.WARN, f"{SLUG}.stance")


def strict(folder: Path) -> str:
    """A policy where statements need approval."""
    policy = folder / "strict.toml"
    policy.write_text('extends = "demo"\n[rules.controversial-stance]\nstatements_need_approval = true\n', "utf-8")
    return str(policy)


def test_statements_need_approval_where_the_policy_says_so(tmp_path: Path) -> None:
    text = "On behalf of the governors, we would like to thank the fire service"
    assert findings_of(SLUG, text, account=OFFICIAL) == []
    (finding,) = findings_of(SLUG, text, account=OFFICIAL, policy=strict(tmp_path))
    assert finding.message == f"{SLUG}.approval"


@pytest.mark.parametrize(
    "text",
    [
        "We are saddened by the death of a member of our school community",
        "On behalf of Oakfield Academy: our thoughts are with the family of Mr Lowe, who taught here for thirty years",
    ],
)
def test_nobody_is_asked_for_leave_to_condole(text: str, tmp_path: Path) -> None:
    assert findings_of(SLUG, text, account=OFFICIAL, policy=strict(tmp_path)) == []
