"""Answering abuse: the reminder depends on what is answered, and on what the policy asks instead."""

from __future__ import annotations

from pathlib import Path

import pytest

from guard import Account
from guard.model import Finding, Kind, Severity
from guard.testing import findings_of

SLUG = "reply-to-abuse"

ABUSIVE = [
    "You lot are a disgrace",
    "Shame on you all",
    "You're useless, the whole school is useless",
    "what a pathetic liar you are",
    "Your head is a bully and you should be ashamed",
    "sack the lot of you",
    "You are nothing but a bunch of clowns",
    "get a life you idiot",
    "I hope you lose your job",
    "Fuck off you twat",
    "you people are scum",
    "Nobody likes you",
    "Watch your back mate",
]

ANSWERS_OF_ABUSE = [
    "To all the trolls on here: we will not be silenced",
    "Whoever keeps posting lies about me, grow up",
    "Replying to the bullies one last time",
    "Stop harassing me",
    "You are just a coward hiding behind an anonymous account",
    "To whoever is behind the fake account: I know who you are",
    "Here is my response to the haters",
    "Dear keyboard warriors, say it to my face",
    "I will not put up with your abuse",
    "answering back to the trolls again tonight",
    "Whoever made the page about me, take it down",
    "Enough of the hate, stop sending me abuse",
]

HARMLESS = [
    "Lovely pictures, thank you!",
    "What time does the fair start?",
    "Could somebody ring me about the coach?",
    "I am disappointed that the trip was cancelled",
    "Proud grandad here",
    "You are all stars",
    "Shame about the weather",
    "Is the school open tomorrow?",
    "My daughter was useless at skipping until today!",
    "The bins by the gate are a disgrace, can the council come?",
    "Brilliant, well done Year 6",
    "Does the policy on phones change in January?",
    "The referee was a joke but well played all",
]

MUST_NOT_FLAG = [
    "Anti-bullying week starts on Monday: odd socks please",
    "Assembly on trolls and online abuse for Year 8",
    "Three Billy Goats Gruff: our troll lives under a real bridge",
    "How to block abusive accounts: advice for parents",
    "World of Trolls disco on Friday",
    "Whoever left the lovely cakes in the staffroom, thank you",
    "Reply slips for the trip are due on Friday",
    "Stop the clock: we have a winner",
    "Our response to the consultation is on the website",
    "Whoever has my stapler, please bring it back",
    "Dear parents, the gate opens at 8.40",
    "To all the volunteers: thank you",
]


def replying(abuse: str, account: Account | None = None, policy: str = "demo") -> list[Finding]:
    return findings_of(
        SLUG, "Thank you for getting in touch.", kind=Kind.REPLY, in_reply_to=abuse, account=account, policy=policy
    )


@pytest.mark.parametrize("abuse", ABUSIVE)
def test_an_answer_to_abuse_is_noticed(abuse: str) -> None:
    (finding,) = replying(abuse)
    assert finding.severity is Severity.ADVISE


@pytest.mark.parametrize("text", HARMLESS)
def test_an_answer_to_anything_else_is_not(text: str) -> None:
    assert replying(text) == []


@pytest.mark.parametrize("text", ANSWERS_OF_ABUSE)
def test_a_post_that_answers_abuse_is_noticed(text: str) -> None:
    assert findings_of(SLUG, text)


@pytest.mark.parametrize("text", MUST_NOT_FLAG)
def test_must_not_flag(text: str) -> None:
    assert findings_of(SLUG, text) == []


def test_a_new_post_answers_nobody() -> None:
    assert findings_of(SLUG, "Thank you.", in_reply_to="You lot are a disgrace") == []


@pytest.mark.parametrize(
    ("on", "personal", "official"), [("both", True, True), ("personal", True, False), ("official", False, True)]
)
def test_the_policy_says_for_whom_and_what_instead(on: str, personal: bool, official: bool, tmp_path: Path) -> None:
    policy = tmp_path / "policy.toml"
    policy.write_text(f'extends = "demo"\n[rules.reply-to-abuse]\non = "{on}"\nadvice = "block"\n', "utf-8")
    for wanted, account in ((personal, Account.personal("@me")), (official, Account.official("@oakfieldacademy"))):
        messages = [finding.message for finding in replying("You lot are a disgrace", account, str(policy))]
        assert messages == ([f"{SLUG}.block"] if wanted else [])
