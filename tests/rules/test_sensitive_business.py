"""Inspection, results, money, posts and admissions, told before the school tells them."""

from __future__ import annotations

from pathlib import Path

import pytest

from guard import Account
from guard.model import Severity
from guard.testing import findings_of

SLUG = "sensitive-business"

SHOULD_FLAG = [
    "Just been told the music department is being cut to two posts",
    "the trust has announced a merger and half the office staff must reapply",
    "Ofsted rang at lunchtime. Pray for us at Oakfield",
    "Our GCSE results are down 12% on last year and SLT are in meltdown",
    "Redundancies at my school, three TAs going",
    "Our place has been put in special measures, it'll be on the website next week",
    "We are closing the nursery in July, governors voted last night",
    "Heard today that our school is joining a trust in September, not announced yet",
    "Our inspection report is out tomorrow and it's not good",
    "They're restructuring our department, four posts into two",
    "Oakfield Academy got Requires Improvement. Feel sick",
    "supply budget is spent until April so no cover at my school",
    "My school can't fill three maths posts and is using unqualified staff",
    "Attendance at our school is the worst in the county",
    "We got Good from Ofsted!! So proud of my school",
    "Estyn are coming to us next week, cannot sleep",
    "the trust is freezing all recruitment at Oakfield to save money",
    "They are cutting A level music at my school, not enough takers",
    "Teachers at Oakfield Academy have voted to strike over job losses",
    "Our SEND funding has been cut and school's letting the one to ones go",
    "parents are appealing cos we refused their lad a place, tribunal next month at our school",
    "Pupil exclusions at my school doubled this year",
    "our school is £90k overdrawn and they want us to buy our own pens",
    "I can't believe they're axing drama at our school",
    "exam results at my school were shocking, maths 31% pass",
    "Our head is leaving under a cloud, statement to parents on Monday",
    "Half the TAs at my place won't have a job in September",
    "they've capped my year group cos we cant get teachers, 35 in a class at Oakfield Academy",
    "Financial notice to improve for our trust, you heard it here first",
    "Phonics pass rate 54% at our school this year, lowest ever",
    "Deputy's been sent home pending an investigation, school's buzzing",
    "our SATS are in: bottom of the borough",
    "Just found out Oakfield and Millbrook Primary are merging",
    "they're not replacing our caretaker when he retires, budget cuts",
    "Education Scotland arrive at my school Monday, heid's a mess",
    "my school has lost its appeal against the ofsted grade",
    "Oakfield Academy judged Outstanding in all areas today!!",
    "Behaviour figures at our school are through the roof, 60 suspensions since September",
    "Our school's got a cash flow problem, supplier stopped deliveries",
    "admissions panel today, 15 families fighting for 2 places at our school",
    "attendance is 86% at my place and the DfE are sniffing round",
    "School's roll has dropped by 100, that's half a million gone",
]

MUST_NOT_FLAG = [
    "Results day for my niece: three As, so proud",
    "Our budget for the wedding is gone",
    "The inspector in that crime drama is brilliant",
    "The MOT inspection failed again",
    "Ofsted's new framework is out, here is a summary",
    "The Chancellor's budget was dull",
    "We are restructuring the garden, four beds into two",
    "Staffing a stall at the summer fair, come and say hello",
    "Oakfield Academy's summer fair is on Saturday",
    "GCSE season: good luck to everyone",
    "My brother was made redundant from the bank",
    "We got a good from the food hygiene inspector at the cafe",
    "Appeal for blankets: the dog shelter is short",
    "Half our team leave for the marathon at six",
    "We lost our sixth match in a row",
    "Our numbers are up in running club",
    "My Year 4s are learning about budgeting with toy money",
    "Strike at the bowling alley, beat the head of PE",
    "Attendance at the village hall meeting was high",
    "Inspected the tents with Cubs: inadequate, rain came in",
    "Off to the bank, overdrawn again",
    "The big O: my niece is learning her letters",
    "Our TAs are the best in the land",
    "My appeal against the parking fine worked",
    "Merging two recipes gave me the best curry yet",
    "HR lady at my gym is so nice",
    "35 in our choir now",
    "My sister is a school governor in Kent",
    "Notice to all cyclists: the path is icy",
    "My year group had the best sports day",
    "Good luck to everyone sitting GCSEs",
    "Budget supermarkets have the best biscuits",
    "New head of Marvel studios announced",
    "Our deputy has been sent a bouquet",
    "The phonics song is stuck in my head",
    "Suspension bridges: Year 5 build day",
    "Letters from the front: our history trip",
    "We got the call: the puppy is ready",
    "Education Secretary was on the radio",
    "Mock exams for my son start on Monday",
]


@pytest.mark.parametrize("text", SHOULD_FLAG)
def test_should_flag(text: str) -> None:
    assert findings_of(SLUG, text)


@pytest.mark.parametrize("text", MUST_NOT_FLAG)
def test_must_not_flag(text: str) -> None:
    assert findings_of(SLUG, text) == []


@pytest.mark.parametrize("text", SHOULD_FLAG[:5])
def test_the_schools_own_account_may_tell_it(text: str) -> None:
    assert findings_of(SLUG, text, account=Account.official("@oakfieldacademy")) == []


def test_bad_news_warns_and_good_news_advises() -> None:
    (bad,) = findings_of(SLUG, "Redundancies at my school, three TAs going")
    assert (bad.severity, bad.message) == (Severity.WARN, f"{SLUG}.sensitive")
    (good,) = findings_of(SLUG, "We got Good from Ofsted!! So proud of my school")
    assert (good.severity, good.message) == (Severity.ADVISE, f"{SLUG}.good-news")


def test_a_policy_may_mind_good_news_as_well(tmp_path: Path) -> None:
    policy = tmp_path / "strict.toml"
    policy.write_text('extends = "demo"\n[rules.sensitive-business]\ngood_news = "warn"\n', "utf-8")
    (good,) = findings_of(SLUG, "We got Good from Ofsted!! So proud of my school", policy=str(policy))
    assert (good.severity, good.message) == (Severity.WARN, f"{SLUG}.good-news")
