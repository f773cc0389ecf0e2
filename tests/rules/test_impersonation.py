"""Speaking as somebody else; accounts that look like the school's."""

from __future__ import annotations

from typing import Any

import pytest

from guard import Account
from guard.model import Severity
from guard.testing import findings_of

SLUG = "impersonation"


def named(handle: str, name: str = "") -> dict[str, Any]:
    return {"account": Account.personal(handle, name), "site": "x.com"}


SHOULD_FLAG: list[tuple[str, dict[str, Any]]] = [
    ("Posing as a parent to see what they say about us", {}),
    ("Set up a burner account so Mr Doyle thinks it's Ofsted messaging him", {}),
    ("Speaking as the head, I can say the school will close", {}),
    ("Writing as your headteacher: uniform rules change on Monday", {}),
    ("Hi, this is the head of Oakfield Academy, please send the trip money here", {}),
    ("Hello this is Oakfield Academy office, we have moved to a new page.", {}),
    ("Welcome to the official page of Oakfield Academy!", {}),
    ("I'm pretending to be our head on here and nobody has noticed", {}),
    ("pretending to be Mr Cole in the group chat lol", {}),
    ("set up a fake account as Mr Bannister, follow it before he finds out", {}),
    ("made a parody page of our deputy head, link in comments", {}),
    ("Posting as Mrs Adair today because she does not do social media", {}),
    ("Tweeting as our head tonight", {}),
    ("I got into Mr Cole's Facebook account so expect some fun: logged in as Mr Cole", {}),
    ("new spoof account for our headteacher, link below", {}),
    ("Replying as the headteacher: no", {}),
    ("I've created a fake profile", {}),
    ("posing as my head of year to see who bites", {}),
    ("commenting as Miss Hart, don't tell her", {}),
    ("parody account of our school is live", {}),
    ("I have set up a Year 9 page for our school. The office has not been told.", {}),
    ("This page is run by one of us, the school never agreed to it", {}),
    ("Hi all, Mr Doyle here. Only joking, it's 10B, he left it unlocked", {"account": Account.official("@school")}),
    ("Miss Hart is off to lunch. I'll answer all your questions as her", {"account": Account.official("@school")}),
    ("hacked Gemma! She says she loves the caretaker. Don't leave your phone unlocked", {}),
    ("Same crest and name as the school's page, and nobody knows it's me", {}),
    ("Changed my display name to our deputy's", {}),
    ("Good morning, this is Mrs Lowe, your headteacher. No homework this week.", {}),
    ("Wrote a review of our school as if I were a parent", {}),
    ("Trip money due by Friday.", named("@oakfieldacademy_y9", "Oakfield Academy Year 9")),
    ("School will be closed tomorrow.", named("Oakfield Academy News", "Oakfield Academy News")),
    ("Confess your crush", named("oakfieldacademyconfessions", "Oakfield Academy Confessions")),
    ("Important message about uniform.", named("@oakfield_head", "Head of Oakfield Academy")),
    ("New kit is here", named("@oakfieldacademype")),
    ("Open day on Saturday", named("@ofa_admissions", "OFA Admissions")),
    ("Lunch menu", named("@oakfieldacademy0fficial", "Oakfield Academy Official")),
    ("Good morning, this is the headteacher of Oakfield. Gates are locked today.", {}),
]

MUST_NOT_FLAG: list[tuple[str, dict[str, Any]]] = [
    ("Speaking as a head teacher, I love the first day of term", {}),
    ("As a teacher at a small school I see this a lot", {}),
    ("Our head spoke at the conference today", {}),
    ("Year 3 pretended to be pirates all morning", {}),
    ("Mr Cole pretending to be the head for Children in Need", {}),
    ("It's really me, I promise! New phone, new account.", {}),
    ("Only joking, of course I like coriander", {}),
    ("My account was hacked yesterday, please ignore the message", {}),
    ("I've set up a page for our running club, ten members already", {}),
    ("This isn't an official account. Views are my own.", {}),
    ("In the play she is pretending to be the teacher", {}),
    ("World Book Day: our caretaker came as Mr Twit", {}),
    ("There is a fake account pretending to be our school. Please report it and do not follow.", {}),
    ("Beware: a scam page is posing as our school", {}),
    ("Never pretend to be a teacher online, kids: it is not funny", {}),
    ("This is the view from the top of the hill", {}),
    ("This is Oakfield Academy in the snow", {}),
    ("Head for a day: Ella speaking as the head of Year 6 in assembly", {}),
    ("A message from the head of the PTA: cakes please", {}),
    ("My toddler is pretending to be my boss", {}),
    ("Acting as chair tonight", {}),
    ("Logged into the gym app at last", {}),
    ("Lovely day", named("@me", "Jo Bloggs")),
    ("Lovely day", named("@tomoakfield", "Tom Oakfield")),
    ("Lovely day", named("@oakfieldrunners", "Oakfield Park Runners")),
    ("Lovely day", named("@hillcrestprimary", "Hillcrest Primary School")),
    ("Playing the head in the staff panto!", {}),
    ("Drama club: writing as Mr Darcy", {}),
    ("Creative writing: Year 8 are writing as Mrs Beaton in her kitchen for an assembly", {}),
    ("The fake tan was a mistake", {}),
    ("Using the library account to order more books", {}),
]


@pytest.mark.parametrize(("text", "draft"), SHOULD_FLAG)
def test_should_flag(text: str, draft: dict[str, Any]) -> None:
    assert findings_of(SLUG, text, **draft)


@pytest.mark.parametrize(("text", "draft"), MUST_NOT_FLAG)
def test_must_not_flag(text: str, draft: dict[str, Any]) -> None:
    assert findings_of(SLUG, text, **draft) == []


def test_pretending_warns_on_any_account() -> None:
    for account in (Account.personal("@me"), Account.official("@oakfieldacademy")):
        (finding,) = findings_of(SLUG, "I'm pretending to be our head on here", account=account)
        assert finding.severity is Severity.WARN


def test_the_head_may_speak_on_the_schools_account() -> None:
    text = "Good morning, this is the headteacher of Oakfield. Gates open at 8.40."
    assert findings_of(SLUG, text, account=Account.official("@oakfieldacademy"), site="x.com") == []


def test_an_account_on_the_schools_list_may_have_its_name() -> None:
    for account in (Account.official("@oakfieldacademy"), Account.unknown("@oakfieldacademy")):
        assert findings_of(SLUG, "Open day on Saturday", account=account, site="x.com") == []


def test_a_person_with_the_schools_name_is_only_advised() -> None:
    (finding,) = findings_of(SLUG, "Lovely day", **named("@jhart", "Jenny Hart (Oakfield Academy)"))
    assert finding.severity is Severity.ADVISE
    assert findings_of(SLUG, "Open day", **named("@x", "Oakfield Academy News"))[0].severity is Severity.WARN


def test_an_accounts_name_is_one_finding_for_all_its_posts() -> None:
    one, other = (findings_of(SLUG, text, **named("@x", "Oakfield Academy News"))[0] for text in ("One", "Two"))
    assert one.fingerprint == other.fingerprint
