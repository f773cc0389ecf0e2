"""References for colleagues."""

from __future__ import annotations

from typing import Any

import pytest

from guard import Account
from guard.model import Severity
from guard.testing import findings_of

SLUG = "reference-for-colleague"
RECOMMENDATION: dict[str, Any] = {"kind": "recommendation", "site": "linkedin.com"}

SHOULD_FLAG: list[tuple[str, dict[str, Any]]] = [
    ("Happy to recommend Jo as a teacher: kind, calm, never late", {}),
    ("A joy to work with.", RECOMMENDATION),
    ("Lisa is organised, warm and fun.", RECOMMENDATION),
    ("I managed Priya for three years and would recommend her without hesitation for any teaching post.", {}),
    ("Happy to give a reference for Tom Rao. Hire him!", {}),
    ("Any school would be lucky to have her", {}),
    ("To whoever is interviewing Dave on Friday: he has my full recommendation", {}),
    ("If any schools are looking, my TA Sandra is outstanding. Ask me for a reference.", {}),
    ("I'd employ her again tomorrow", {}),
    ("Dave worked under me at Oakfield. Punctual, honest. I cannot recommend him highly enough as a teacher.", {}),
    ("Would happily act as a referee for any of our NQTs", {}),
    ("Having been her line manager I can vouch for Jenny's honesty and skill.", {}),
    ("My former colleague is looking for work. I line-managed her for four years.", {}),
    ("She comes highly recommended, best TA in the school", {}),
    ("We have no hesitation in recommending Miss Iqbal", {}),
    ("I recommend Mr Cole to you all", {}),
    ("would recommend him to any school", {}),
    ("Snap her up, schools of Millbrook: our NQT moves in July", {}),
    ("She would be an asset to any school", {}),
    ("don't hire him as a teacher, he'd be a disaster with any class: do not employ him again", {}),
    ("I wouldn't recommend her for a teaching post", {}),
    ("Recommending my colleague Sam for the deputy headship", {}),
    ("Wrote a glowing reference for my TA", {}),
    ("I can vouch for Jenny as a teacher", {}),
    ("Best teaching assistant I've ever worked with, your school is lucky to get her", {}),
    ("Happy to provide a reference for our cover supervisor", {}),
    ("i highly recommend him for any head of department role", {}),
    ("Any head who appoints her is lucky: any head would be lucky to have her", {}),
]

MUST_NOT_FLAG: list[tuple[str, dict[str, Any]]] = [
    ("Thank you Jo for everything, we will miss you", {}),
    ("A huge thank you to our wonderful TAs", {}),
    ("Mrs Bell retires after thirty years. The best colleague anybody could wish for.", {}),
    ("Highly recommend this book for Year 5", {}),
    ("Can't recommend her novels highly enough for teachers of Year 9", {}),
    ("I recommend the museum for any Year 4 class", {}),
    ("Happy to recommend a good plumber in Millbrook", {}),
    ("Forty UCAS references done, only sixty to go", {}),
    ("Writing references for our Year 13 pupils all weekend", {}),
    ("Can anybody recommend a childminder near the school?", {}),
    ("Would recommend the phonics training to any school", {}),
    ("We recommend that pupils bring a coat", {}),
    ("Teachers recommend twenty minutes of reading a day", {}),
    ("The reference library is closed on Monday", {}),
    ("With reference to the letter of 3 May, the trip is full", {}),
    ("We are recruiting a teacher. Two references will be taken up before interview.", {}),
    ("Come and work for us: any teacher would love this place", {}),
    ("I am lucky to have such a team", {}),
    ("Lucky to work with these people", {}),
    ("What a cake! I'd hire the baker tomorrow", {}),
    ("Lovely coffee, highly recommended", {"kind": "recommendation", "site": "facebook.com"}),
    ("My hairdresser Kelly is amazing, can't recommend her highly enough", {}),
    ("Well done to our new deputy head on the appointment", {}),
    ("The referee had a good game on Saturday", {}),
    ("Mr Rao has been named teacher of the year!", {}),
    ("A speaker every school should have: highly recommended", {}),
    ("Congratulations to our ECTs, who have finished their first year", {}),
]


@pytest.mark.parametrize(("text", "draft"), SHOULD_FLAG)
def test_should_flag(text: str, draft: dict[str, Any]) -> None:
    assert findings_of(SLUG, text, **draft)


@pytest.mark.parametrize(("text", "draft"), MUST_NOT_FLAG)
def test_must_not_flag(text: str, draft: dict[str, Any]) -> None:
    assert findings_of(SLUG, text, **draft) == []


@pytest.mark.parametrize("account", [Account.personal("@me"), Account.official("@oakfieldacademy")])
def test_it_warns_on_any_account(account: Account) -> None:
    (finding,) = findings_of(SLUG, "Happy to recommend Jo as a teacher", account=account)
    assert finding.severity is Severity.WARN
    (finding,) = findings_of(SLUG, "A joy to work with", account=account, **RECOMMENDATION)
    assert finding.message == f"{SLUG}.recommendation"
