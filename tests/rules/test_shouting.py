"""Capitals and heavy punctuation on a school account; notices and abbreviations are none."""

from __future__ import annotations

import pytest

from guard import Account
from guard.model import Finding, Severity
from guard.testing import findings_of

SLUG = "shouting"
SCHOOL = Account.official("@oakfieldacademy")

SHOULD_FLAG = [
    "PLEASE CAN PARENTS STOP PARKING ON THE ZIGZAGS",
    "WE ARE SO PROUD OF EVERY SINGLE ONE OF THESE CHILDREN",
    "What a day. THE BEST SPORTS DAY WE HAVE EVER HAD BY MILES",
    "Uniform again: SHIRTS MUST BE TUCKED IN AT ALL TIMES EVERYBODY",
    "Well done Year 6!!!!",
    "Well done Year 6!!!! What a team!!!!!",
    "Who left the gate open????",
    "Really?!?!",
    "Go on Year 9!!! You can do it!!! Nearly there",
    "PLEASE READ THE LETTER BEFORE RINGING THE OFFICE AGAIN",
    "DO NOT LET YOUR CHILDREN CLIMB ON THE WALL OUTSIDE",
    "OUR CHILDREN SMASHED THE SPELLING BEE TODAY AND WE COULDN'T BE PROUDER",
    "So happy!!!!!!",
    "CAN WHOEVER TOOK THE BLUE CONES BRING THEM BACK",
    "I CANNOT BELIEVE HOW MANY TINS THEY BROUGHT IN",
    "This is the third time that we have had to say so. NO DOGS ON SITE EXCEPT ASSISTANCE DOGS THANKS SO MUCH EVERYONE",
    "Tickets are going fast!!!!!!!",
    "LOOK AT THESE AMAZING MODELS FROM YEAR FOUR",
    "Yes yes yes!!!! They won",
    "EVERYBODY WEAR SOMETHING YELLOW TOMORROW FOR THE CHILDREN",
    "Why oh why???? The minibus again",
    "HAPPY BIRTHDAY TO OUR WONDERFUL LOLLIPOP LADY JEAN",
    "YOU WILL NOT WANT TO MISS WHAT YEAR NINE HAVE BUILT",
    "Year 11 - you did it!!!!",
    "COME AND SEE THE GREENHOUSE OUR GARDENERS HAVE BUILT",
]

MUST_NOT_FLAG = [
    "SCHOOL CLOSED TODAY DUE TO SNOW",
    "REMINDER: PE KITS ON WEDNESDAY PLEASE EVERYBODY IN YEAR FOUR",
    "URGENT: THE YEAR 3 COACH IS RUNNING LATE",
    "IMPORTANT NOTICE ABOUT THE BOILER ON MONDAY",
    "SAVE THE DATE",
    "VACANCY FOR A MIDDAY SUPERVISOR IN OUR INFANT DEPARTMENT",
    "GCSE and BTEC results day is on Thursday for KS4 and KS5",
    "EYFS, KS1, KS2, SEND, PTA, DT, PE, ICT and MFL: our open evening has them all",
    "Well done Year 6!",
    "Well done Year 6!!",
    "What a match!!! On to the next.",
    "Is it Friday yet?",
    "Our school choir sang on BBC Radio 2",
    "NASA sent our Year 5s a reply",
    "LOST: one violin, please ask at the office if you have seen it",
    "WELCOME BACK TO ALL OUR FAMILIES AND OUR NEW RECEPTION CHILDREN",
    "Look what came today: a SHINY new minibus",
    "Ofsted: GOOD in all areas",
    "TICKETS FOR THE CHRISTMAS FAIR ARE ON SALE AT THE OFFICE",
    "POLLING STATION IN THE HALL ON THURSDAY, SCHOOL OPEN AS USUAL",
    "A huge THANK YOU to the PTFA",
    "Year 4 learned about NATO, the UN and the EU",
    "Lunch today: BLT or soup",
    "Science week is here",
    "CONGRATULATIONS TO ALL OUR YEAR THIRTEEN STUDENTS TODAY",
]


def found(text: str, account: Account = SCHOOL) -> list[Finding]:
    return findings_of(SLUG, text, account=account)


@pytest.mark.parametrize("text", SHOULD_FLAG)
def test_should_flag(text: str) -> None:
    assert found(text)


@pytest.mark.parametrize("text", MUST_NOT_FLAG)
def test_must_not_flag(text: str) -> None:
    assert found(text) == []


def test_it_is_a_hint_on_the_school_s_account_only() -> None:
    text = "PLEASE CAN PARENTS STOP PARKING ON THE ZIGZAGS"
    assert [finding.severity for finding in found(text)] == [Severity.ADVISE]
    assert found(text, Account.personal("@me")) == []


def test_the_mark_covers_the_run_of_capitals() -> None:
    (finding,) = found("Please: STOP PARKING ON THE ZIGZAGS OUTSIDE SCHOOL, thank you.")
    assert finding.span is not None
    assert (finding.span.start, finding.span.end) == (8, 50)
