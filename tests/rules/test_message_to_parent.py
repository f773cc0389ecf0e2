"""Messages and replies to parents from a personal account."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from guard import Account
from guard.model import Severity
from guard.testing import findings_of

SLUG = "message-to-parent"
MESSAGE: dict[str, Any] = {"kind": "message"}
REPLY: dict[str, Any] = {"kind": "reply"}

SHOULD_FLAG: list[tuple[str, dict[str, Any]]] = [
    ("Hi Mrs Khan, Amira had a tricky day", MESSAGE),
    ("Hi Mrs Khan, Amira had a tricky day", REPLY),
    ("Hi Mrs Khan, Amira had a tricky day", {}),
    ("Hello Mr Okafor, Ada forgot her PE kit again in school today", MESSAGE),
    ("Good morning Ms Bell, just a quick note about Leo's behaviour", MESSAGE),
    ("See you on Thursday", {"kind": "message", "to": "Amira's mum"}),
    ("No problem at all, have a nice weekend", {"kind": "message", "to": "Jack's dad (3H)"}),
    ("Thanks for letting me know", {"kind": "message", "to": "Mr Whitelock (parent)"}),
    ("I've marked it now", {"kind": "reply", "in_reply_to": "Hi Miss, my son says he hasn't got his homework back"}),
    ("He's fine, don't worry!", {"kind": "reply", "in_reply_to": "Hi Miss, is Jack ok? He was upset this morning"}),
    ("I'm your daughter's class teacher, nice to meet you", MESSAGE),
    ("It's Callum's form tutor. He did really well in my lesson", MESSAGE),
    ("your son forgot his homework again", {"kind": "comment"}),
    ("Your daughter was fine in class today", REPLY),
    ("your lad has got a detention on thursday", MESSAGE),
    ("Your little one had a bit of a wobbly morning", MESSAGE),
    ("could you sign the slip for friday pls", MESSAGE),
    ("Just to let you know Amira has had a great day", MESSAGE),
    ("Your boy did so well in maths, he got 38 out of 40", {"kind": "comment"}),
    ("Hi Mrs Wieczorek, your daughter left her coat", MESSAGE),
    ("Hi, Miss Hart here (Amira's teacher). Is she any better?", MESSAGE),
    ("Morning Mrs Dale, Tom hit another child at lunchtime", MESSAGE),
    ("Can we talk about it?", {"kind": "message", "to": "parent of a pupil in 7R"}),
    ("Lovely to hear", {"kind": "message", "to": "mum of Zuzanna"}),
    ("Your twins were brilliant in assembly", {"kind": "comment"}),
    ("Sorry Mr Page, Mark hasn't been in school this week so no report yet", REPLY),
    ("ok will do", {"kind": "message", "answers": {"recipient": "parent"}}),
    ("Dear Mrs Nwosu, Ifeoma is struggling in phonics", {"kind": "message"}),
]

MUST_NOT_FLAG: list[tuple[str, dict[str, Any]]] = [
    ("Happy birthday! Have a brilliant day", REPLY),
    ("Your daughter looks so like you!", {"kind": "comment"}),
    ("Congratulations on your baby boy!", {"kind": "comment"}),
    ("How is your son getting on at university?", MESSAGE),
    ("Your kids are adorable", {"kind": "comment"}),
    ("See you at seven", {"kind": "message", "to": "Mum"}),
    ("Love you", {"kind": "message", "to": "my mum"}),
    ("Hi Mrs Patel, thanks for covering my duty today!", MESSAGE),
    ("Morning Mr Cole, the meeting has moved to room 4", MESSAGE),
    ("Hi Miss Adeyemi, could I borrow the glue guns?", MESSAGE),
    ("Parents' evening tonight, wish me luck", {}),
    ("So proud of my own two today", {}),
    ("My daughter had a tricky day at school", {}),
    ("Your dog had a great day with us!", {"kind": "comment"}),
    ("Hi Dr Singh, the talk had a great audience", {"kind": "message"}),
    ("Hope your mum is feeling better", MESSAGE),
    ("Thank you to all the parents who came along", {}),
    ("I disagree, but it is a fair point", REPLY),
    ("Hi Jo, what a day", MESSAGE),
    ("Mr Tumble had a busy day on telly", {}),
    ("Your son will love this book", {"kind": "comment", "in_reply_to": "Any book tips for a ten year old?"}),
    ("Looks delicious, can I have the recipe?", {"kind": "comment"}),
    ("Dear diary, Monday had a tricky start", {}),
    ("A parent wrote 'your son had a great day' in the card, lovely", {}),
    ("Looking forward to the reunion", {"kind": "message", "to": "Jo and Mark Tilley"}),
    ("Aww he is gorgeous", {"kind": "comment", "in_reply_to": "So proud of my little boy starting school today"}),
    ("The boys had a great day at the match", {}),
]


@pytest.mark.parametrize(("text", "draft"), SHOULD_FLAG)
def test_should_flag(text: str, draft: dict[str, Any]) -> None:
    assert findings_of(SLUG, text, **draft)


@pytest.mark.parametrize(("text", "draft"), MUST_NOT_FLAG)
def test_must_not_flag(text: str, draft: dict[str, Any]) -> None:
    assert findings_of(SLUG, text, **draft) == []


def test_the_schools_account_is_the_place() -> None:
    draft: dict[str, Any] = {"kind": "message", "to": "Amira's mum"}
    assert findings_of(SLUG, "Thank you", account=Account.official("@oakfieldacademy"), **draft) == []
    (finding,) = findings_of(SLUG, "Thank you", **draft)
    assert finding.severity is Severity.WARN
    (milder,) = findings_of(SLUG, "Thank you", account=Account.unknown(), **draft)
    assert milder.severity is Severity.ADVISE


def test_family_is_exempt_once_somebody_says_so() -> None:
    draft: dict[str, Any] = {"kind": "message", "to": "Amira's mum"}
    (finding,) = findings_of(SLUG, "See you on Sunday", **draft)
    assert finding.question is not None
    assert "family" in finding.question.choices
    assert findings_of(SLUG, "See you on Sunday", **draft, answers={"recipient": "family"}) == []


def test_friends_are_accepted_where_the_policy_says_so(tmp_path: Path) -> None:
    policy = tmp_path / "friends.toml"
    policy.write_text('extends = "demo"\n[rules.message-to-parent]\naccepts = "friends"\n', "utf-8")
    draft: dict[str, Any] = {"kind": "message", "to": "Amira's mum", "answers": {"recipient": "friend"}}
    assert findings_of(SLUG, "See you on Sunday", **draft)
    assert findings_of(SLUG, "See you on Sunday", policy=str(policy), **draft) == []
    asked = findings_of(SLUG, "See you on Sunday", policy=str(policy), kind="message", to="Amira's mum")
    assert asked[0].question is not None
    assert "friend" in asked[0].question.choices
