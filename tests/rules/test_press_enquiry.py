"""Answering the press."""

from __future__ import annotations

from typing import Any

import pytest

from guard import Account
from guard.model import Severity
from guard.testing import findings_of

SLUG = "press-enquiry"
REPORTER = "Hi, I'm a reporter at the Millbrook Gazette, could you DM me?"


def answering(question: str, kind: str = "reply") -> dict[str, Any]:
    return {"kind": kind, "in_reply_to": question}


SHOULD_FLAG: list[tuple[str, dict[str, Any]]] = [
    ("Gave a reporter the full story about the boiler at ours", {}),
    ("The Echo rang and I told them what staff think of the cuts", {}),
    ("Sure, sent you a message", answering(REPORTER)),
    ("Yes I work there, happy to talk. It started in the science block.", answering(REPORTER, "comment")),
    ("The head was suspended on Monday, yes", answering("BBC News here. Can you confirm that the head is suspended?")),
    (
        "We can confirm that police were called",
        answering("Hello, Sky News. Are you able to comment on reports of a fire?"),
    ),
    ("Go ahead, use it", answering("Can we use your video on our news programme?")),
    ("I think it stinks", answering("Press enquiry: what do staff think of the academy order?")),
    ("Nine years, and never seen the like", answering("I'm a freelance journalist writing about SEND cuts")),
    ("Message me", answering("Journalist looking for teachers to speak about the strike")),
    ("No comment officially, but it's been brewing for months", answering("The Herald here, any comment on the vote?")),
    ("OK ring me after four", answering("I'm a producer with Radio Millbrook, would you come on the show?")),
    ("Yes that is right, three exclusions", {"kind": "message", "to": "Daily Courier newsdesk"}),
    ("Attached is the letter", {"kind": "message", "to": "Sam Pell (reporter)"}),
    ("speaking to the Gazette about the cuts this afternoon", {}),
    ("Spoke to the reporter outside the gates and told her everything", {}),
    ("Just gave the Gazette an interview about what's happening at our school", {}),
    ("I've done an interview with the Herald about the academy order", {}),
    ("A journalist rang me about the fire and I told her what I saw", {}),
    ("Had a good chat with a journalist: talked to the journalist for an hour about the head", {}),
    ("I've been contacted by the Echo about what happened on Friday", {}),
    ("Any journalists reading, my DMs are open. Journalists: dm me", {}),
    ("Happy to talk to any journalist about what goes on here", {}),
    ("Emailed the Gazette about the leaking roof", {}),
    ("Going to the papers: I have leaked it to the press", {}),
    ("I am quoted in the Chronicle about the redundancies", {}),
    ("Gave a quick quote to the Argus", {}),
    ("talking to bbc about the strike tomorrow", {}),
    ("Been asked by a reporter for a comment and I said plenty", {}),
]

MUST_NOT_FLAG: list[tuple[str, dict[str, Any]]] = [
    ("We are in the Gazette!", {}),
    ("Our choir is on page five of the Herald this week", {}),
    ("Thank you to the Gazette for the lovely write-up", {}),
    ("Great to see Year 6 in the Echo, page 12", {}),
    ("Please contact the school office with any questions.", answering(REPORTER)),
    ("Thanks for asking. Please e-mail the head teacher's office.", answering(REPORTER)),
    ("Sorry, staff can't comment. The trust's press office can help.", answering(REPORTER)),
    ("Year 5 spoke to a reporter for their newspaper project", {}),
    ("A journalist visited Year 9 to talk about her career", {}),
    ("Reporter for the day: our school newspaper club gave Mr Cole an interview", {}),
    ("Never speak to the press without asking the head", {}),
    ("All press enquiries go to the trust's press office", {}),
    ("Speaking to the parents' forum about the new menu", {}),
    ("Spoke to my mum about the weekend", {}),
    ("The paper for Tuesday's exam is in the safe", {}),
    ("Past papers are on the website", {}),
    ("New printing press in the art room!", {}),
    ("Journalism club starts on Monday", {}),
    ("Talking to the team about the match", {}),
    ("I told the Year 4s about volcanoes", {}),
    ("Read in the Gazette that the bridge is closed", {}),
    ("The Times crossword beat me again", {}),
    ("We disagree with this article", {"kind": "quote", "shared_from": "Gazette: school places cut"}),
    ("Lovely picture!", answering("Our picture of the day is by a reader from Millbrook")),
    ("In An Inspector Calls he spoke to the press in the end", {}),
    ("Thank you!", answering("What a lovely school, well done all")),
    ("Media studies: Year 10 gave a radio interview to BBC School Report", {}),
]


@pytest.mark.parametrize(("text", "draft"), SHOULD_FLAG)
def test_should_flag(text: str, draft: dict[str, Any]) -> None:
    assert findings_of(SLUG, text, **draft)


@pytest.mark.parametrize(("text", "draft"), MUST_NOT_FLAG)
def test_must_not_flag(text: str, draft: dict[str, Any]) -> None:
    assert findings_of(SLUG, text, **draft) == []


def test_an_answer_warns_on_any_account() -> None:
    for account in (Account.personal("@me"), Account.official("@oakfieldacademy")):
        (finding,) = findings_of(SLUG, "Yes, true", account=account, **answering(REPORTER))
        assert finding.severity is Severity.WARN


def test_on_the_schools_account_an_interview_only_advises() -> None:
    text = "Just gave the Gazette an interview about the new library"
    (finding,) = findings_of(SLUG, text, account=Account.official("@oakfieldacademy"))
    assert finding.severity is Severity.ADVISE
    assert findings_of(SLUG, text)[0].severity is Severity.WARN


def test_an_answer_that_says_more_than_whom_to_ask_is_one() -> None:
    text = (
        "Three pupils were hurt and one is still in hospital, as far as we know here. Please contact the school office."
    )
    assert findings_of(SLUG, text, **answering(REPORTER))
