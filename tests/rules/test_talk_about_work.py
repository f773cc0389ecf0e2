"""Work talked of on a personal account, where the policy asks about that; parents and other jobs are left alone."""

from __future__ import annotations

import pytest

from guard import Account
from guard.model import Finding, Severity
from guard.testing import findings_of

SLUG = "talk-about-work"
MINE = Account.personal("@me")

SHOULD_FLAG = [
    "A kid told me I look like his nan",
    "Split up a fight at lunchtime, what a day",
    "My Year 4s were lovely in assembly.",
    "So proud of my class today",
    "My Year 11s have their first exam tomorrow. Good luck to them all!",
    "Long day at work: my class would not settle, and the staff meeting went on for ever",
    "One of my pupils told me the funniest joke today",
    "Parents' evening done. Thirty families in three hours, I am finished",
    "Inset day tomorrow, lie-in!",
    "My head said we can wear jeans on Friday",
    "Marking books until bedtime again",
    "Report writing all weekend, send biscuits",
    "My form made me a birthday cake",
    "Another staff meeting that could have been an email",
    "my y3s are obsessed with volcanoes",
    "Had a parent in tears in my classroom today, what a job",
    "Planning lessons on a Sunday night again",
    "One of my students gave me a hand-drawn card today",
    "My Year 9s nearly finished me off today",
    "Break duty in the rain. Living the dream.",
    "My tutor group are leaving on Friday and I am a mess",
    "Our head gave us all a mug",
    "Just finished my reports!",
    "My teaching assistant is the best thing about this term",
    "Covered Year 8 maths today and learnt more than they did",
    "Teaching my class long division is harder than it looks",
    "Marking mocks until midnight",
]

MUST_NOT_FLAG = [
    "I work at Oakfield Academy",
    "Parents' evening done. Our youngest is a chatterbox, apparently",
    "My daughter's teacher is a legend",
    "My son's class went to the zoo today",
    "Proud mum moment: she read the whole book to me",
    "Loved my yoga class tonight",
    "My spin class nearly killed me",
    "Great football with the lads, then a curry",
    "The kids made me breakfast in bed",
    "Long day in the garden, but the beans are in",
    "My boss at the bakery let us finish early",
    "School run in the snow",
    "Teachers deserve a pay rise",
    "My old school has been turned into flats",
    "Watching Bad Education again",
    "First day at my new job tomorrow. Wish me luck",
    "Payday at last",
    "The head of the council should resign",
    "My first pint of the year",
    "Reading Matilda to the little one",
    "Finally handed in my dissertation",
    "Our office move is done at last",
    "My nephew starts in Year 7 on Monday",
    "A lovely lunch with old school friends",
    "My driving lesson went well",
]


def found(text: str, account: Account = MINE) -> list[Finding]:
    return [each for each in findings_of(SLUG, text, account=account) if each.slug == SLUG]


@pytest.mark.parametrize("text", SHOULD_FLAG)
def test_talk_of_work_is_pointed_out(text: str) -> None:
    (finding,) = found(text)
    assert finding.severity is Severity.ADVISE
    assert finding.span is not None


@pytest.mark.parametrize("text", MUST_NOT_FLAG)
def test_what_is_not_about_the_writers_work_is_left_alone(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize("text", SHOULD_FLAG[:3])
def test_the_schools_own_account_talks_of_school(text: str) -> None:
    assert found(text, Account.official("@oakfieldacademy")) == []
