"""Who is posting on a school account."""

from __future__ import annotations

import pytest

from guard import Account
from guard.model import Severity
from guard.testing import findings_of

SLUG = "author-not-named"
DRAMA = Account.official("@oakfielddrama")

SHOULD_FLAG = [
    "Fantastic effort from the U13s this afternoon. More pictures to follow!",
    "Rehearsal moved to Thursday lunch, bring scripts.",
    "New books in! Come and have a nosy at break.",
    "Homework for 9B is on Teams, due Friday.",
    "Kit list for the ski trip is on the website.",
    "Thanks for all the lovely comments about our garden!",
    "Food tech this week: bread. It rose!",
    "We've hit 500 followers, thank you",
    "Mrs Khan has had a baby girl, congratulations",
    "Tickets for Oliver! are on sale now",
    "Well done to Mr Cole and all the runners today",
    "A big thank you to everyone who came",
    "No choir tonight",
    "Auditions next week, see the board by the office.",
    "Day one of the expedition: blisters, but smiling",
    "What a concert",
    "Lost property is overflowing, please have a look",
    "Good luck to Year 11 tomorrow",
    "The tuck shop is back on Fridays",
    "Please remember shin pads",
    "Bus leaves at 7.45 sharp from the front gate",
    "Happy Eid to all who celebrate",
    "Does anyone have a spare double bass?",
    "Six new hens have arrived!",
    "Photos from the trip are up",
]

SIGNED = [
    "Rehearsal moved to Thursday lunch. - Mrs Khan",
    "Rehearsal moved to Thursday lunch. Mrs Khan here, by the way: bring scripts",
    "Bring scripts on Thursday.\nMrs Khan, drama",
    "Bring scripts on Thursday.\n\nMiss O'Dowd\nHead of Drama",
    "Bring scripts. ^JK",
    "Bring scripts. - JK",
    "Bring scripts (JK)",
    "Bring scripts on Thursday.\nThe drama team",
    "Bring scripts on Thursday. From the drama department",
    "Posted by Mrs Khan: bring scripts on Thursday",
    "Good luck all. Love, Mr Cole",
    "Bring scripts. — Ms Adeyemi, Head of Drama",
    "Hello, this is Mr Cole from the drama department. Bring scripts!",
    "Mr Cole here. Bring scripts on Thursday.",
    "Miss Hart tweeting today: bring scripts",
    "Bring scripts on Thursday.\nSam Bell, Drama teacher",
    "Bring scripts [Mrs Khan]",
    "Bring scripts (Mr Cole)",
    "Bring scripts. Thanks, Mrs Khan",
    "Bring scripts on Thursday.\nOakfield drama dept",
    "Bring scripts. ~ Mrs Khan",
    "I'm Mrs Khan and I look after this account. Bring scripts!",
    "Written by Mrs Khan. Bring scripts on Thursday.",
    "Bring scripts on Thursday.\n- Jo, drama club",
    "Bring scripts on Thursday.\n\nKind regards,\nMr P. Cole",
]


@pytest.mark.parametrize("text", SHOULD_FLAG)
def test_should_flag(text: str) -> None:
    (finding,) = findings_of(SLUG, text, account=DRAMA, site="x.com")
    assert finding.severity is Severity.ADVISE


@pytest.mark.parametrize("text", SIGNED)
def test_must_not_flag(text: str) -> None:
    assert findings_of(SLUG, text, account=DRAMA, site="x.com") == []


@pytest.mark.parametrize("text", SHOULD_FLAG[:3])
def test_an_account_with_an_owner_needs_no_name(text: str) -> None:
    assert findings_of(SLUG, text, account=Account.official("@oakfieldacademy"), site="x.com") == []


@pytest.mark.parametrize("account", [Account.personal("@me"), Account.unknown("@me"), Account.official()])
def test_other_accounts_need_none(account: Account) -> None:
    assert findings_of(SLUG, SHOULD_FLAG[0], account=account, site="x.com") == []


def test_it_is_one_finding_for_all_posts_of_an_account() -> None:
    one, other = (findings_of(SLUG, text, account=DRAMA, site="x.com")[0] for text in SHOULD_FLAG[:2])
    assert one.fingerprint == other.fingerprint
    elsewhere = findings_of(SLUG, SHOULD_FLAG[0], account=Account.official("@oakfieldpe"), site="x.com")[0]
    assert elsewhere.fingerprint != one.fingerprint
