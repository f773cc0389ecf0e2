"""Being friends with pupils, former pupils and parents, and following them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from guard import Account
from guard.model import Finding, Severity
from guard.testing import findings_of

SLUG = "connection-with-pupil"
PUPILS = [("Tyler", "Grimshaw-Ball", "10F"), ("Callum", "Threlfall", "9C")]
REQUEST = "connection_request"


def found(text: str, **draft: Any) -> list[Finding]:
    return findings_of(SLUG, text, register_names=PUPILS, **draft)


SHOULD_FLAG: list[tuple[str, dict[str, Any]]] = [
    ("Three lads from my Year 10 set found my insta so I added them all back", {}),
    ("My tutor group keep asking to add me on Snapchat, gave in today", {}),
    ("Used to coach this lot in the under 15s, now they have all sent me friend requests and I've accepted", {}),
    ("Accepting friend requests from Year 11 leavers now!", {}),
    ("I accept friend requests from my students, life is too short", {}),
    ("Following all my old Year 11s back, come and say hi!", {}),
    ("my pupils can follow me on here now", {}),
    ("My Year 10s may add me on Facebook, why not", {}),
    ("Aw just had a friend request from one of my Year 10s, accepted of course", {}),
    ("Year 11 leavers, you can add me now", {}),
    ("Class of 2026, feel free to add me now that you have left school", {}),
    ("Left school this summer? You are allowed to add me now, Class of 2026!", {}),
    ("Thanks for all the follows Year 10, followed you all back", {}),
    ("I'm friends with loads of my pupils on Facebook", {}),
    ("Added some of my students on Insta today", {}),
    ("Sent friend requests to my Year 13s", {}),
    ("I follow back my former pupils on here: followed all my former pupils back", {}),
    ("Accepted all the follow requests from my form", {}),
    ("add me Year 11s", {}),
    ("follow me on Insta, Year 9s", {}),
    ("Got my Year 11s on Snapchat, they are a hoot", {}),
    ("Accepting friend requests from parents too", {}),
    ("I'm friends with most of the mums on Facebook", {}),
    ("Hi Tyler! Miss Hart from school, add me", {"kind": REQUEST, "to": "Tyler Grimshaw-Ball"}),
    ("", {"kind": REQUEST, "to": "Callum Threlfall"}),
    ("hey its sir from football, gonna follow you lot", {"kind": REQUEST, "to": "c.t.09"}),
    ("Great to see you at the fete, adding you on here", {"kind": REQUEST, "to": "Jayden's mum"}),
    ("Followed you back x", {"kind": "reply", "in_reply_to": "Miss!! follow me back, its Saoirse from your form"}),
    ("Ha, brilliant", {"kind": "reply", "in_reply_to": "Sir, is the test tomorrow?"}),
    ("Lovely to hear from you", {"kind": "reply", "in_reply_to": "hi sir, I was in your choir till last summer"}),
    ("what a goal @callumthrelfall", {}),
    ("Now you've finished Year 11 you can all follow me", {}),
    ("Following my ex-students on Twitter", {}),
]

MUST_NOT_FLAG: list[tuple[str, dict[str, Any]]] = [
    ("Follow our Year 6 adventures on the blog", {}),
    ("Follow us for news of the Year 9 trip", {}),
    ("Follow Year 5 as they cross the Lakes this week", {"account": Account.official("@oakfieldacademy")}),
    ("Pupils can follow our library account for book tips", {}),
    ("Year 11s can follow the school account for revision tips", {}),
    ("Declined three friend requests from pupils this week, as you do", {}),
    ("I never accept friend requests from students", {}),
    ("Staff cannot accept friend requests from pupils or former pupils", {}),
    ("Please don't send me friend requests, Year 11: I can't accept them from pupils", {}),
    ("Year 8 followed the recipe to the letter", {}),
    ("Following Year 7's success in the quiz, Year 8 want a go", {}),
    ("We are adding Year 4 to the swimming rota", {}),
    ("My students added fractions all morning", {}),
    ("Friends of the school meet on Thursday", {}),
    ("Year 6 made friends with Year 1 in the garden", {}),
    ("Accepting applications for Year 12 now", {}),
    ("Accepted onto my master's course!", {}),
    ("Leavers' hoodies: orders by Friday", {}),
    ("Great to see so many former pupils at the fete", {}),
    ("Old students tell us how uni is going", {}),
    ("Hello, we met at the maths conference; good to connect", {"kind": REQUEST, "to": "Dr Ngozi Brandt"}),
    ("Add me to the rota for Friday please", {}),
    ("Anyone on Strava? Add me!", {}),
    ("Thanks for the follow!", {"kind": "reply", "in_reply_to": "Love your garden pictures"}),
    ("Parents can follow the trip on the school's page", {}),
    ("Well done @oakfieldacademy choir", {}),
    ("Children followed the trail through the wood", {}),
    ("Year 10 have requested more time on the mock", {}),
]


@pytest.mark.parametrize(("text", "draft"), SHOULD_FLAG)
def test_should_flag(text: str, draft: dict[str, Any]) -> None:
    assert found(text, **draft)


@pytest.mark.parametrize(("text", "draft"), MUST_NOT_FLAG)
def test_must_not_flag(text: str, draft: dict[str, Any]) -> None:
    assert found(text, **draft) == []


def policy_with(folder: Path, options: str) -> str:
    policy = folder / "school.toml"
    policy.write_text(f'extends = "demo"\n[rules.connection-with-pupil]\n{options}\n', "utf-8")
    return str(policy)


@pytest.mark.parametrize("account", [Account.personal("@me"), Account.official("@oakfieldacademy")])
def test_it_warns_on_any_account(account: Account) -> None:
    (finding,) = found("Following all my pupils back", account=account)
    assert finding.severity is Severity.WARN


def test_a_school_account_may_answer_a_pupil_but_not_follow_back() -> None:
    draft: dict[str, Any] = {
        "kind": "reply",
        "in_reply_to": "Sir, is the test tomorrow?",
        "account": Account.official("@oakfieldacademy"),
    }
    assert found("Yes, period 2", **draft) == []
    assert found("Followed you back", **draft)


def test_former_pupils_count_where_the_policy_says_so(tmp_path: Path) -> None:
    text = "Following all my former pupils back"
    assert [finding.message for finding in found(text)] == [f"{SLUG}.former-pupil"]
    assert found(text, policy=policy_with(tmp_path, "includes_former_pupils = false")) == []


@pytest.mark.parametrize(
    ("text", "flagged"),
    [
        ("Accepting friend requests from Year 11 leavers now!", True),
        ("Class of 2019: add me, class of 2019", False),
        ("Accepting friend requests from old pupils who are at uni now", False),
        ("Accepting friend requests from my pupils", True),
    ],
)
def test_former_pupils_count_up_to_an_age(text: str, flagged: bool, tmp_path: Path) -> None:
    assert bool(found(text, policy=policy_with(tmp_path, "up_to_age = 18"))) is flagged


def test_parents_count_where_the_policy_says_so(tmp_path: Path) -> None:
    text = "Accepting friend requests from parents too"
    assert [finding.message for finding in found(text)] == [f"{SLUG}.parent"]
    assert found(text, policy=policy_with(tmp_path, "includes_parents = false")) == []


def test_it_is_asked_who_somebody_is() -> None:
    (finding,) = found("", kind=REQUEST, to="Callum Threlfall")
    assert finding.question is not None
    assert found("", kind=REQUEST, to="Callum Threlfall", answers={"recipient": "family"}) == []
    assert found("", kind=REQUEST, to="CT", answers={"recipient": "pupil"})
