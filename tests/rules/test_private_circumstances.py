from __future__ import annotations

from pathlib import Path

import pytest

from guard import Account
from guard.model import FixKind, Severity
from guard.testing import findings_of

OFFICIAL = Account.official("@oakfieldacademy")

SHOULD_FLAG = [
    "A lad in my form told me she's pregnant, meaning his sister, and I had to log a safeguarding concern about it",
    "She's been seeing the school counsellor since her mum died, and she came top of the class",
    "One of my Year 4s has just been diagnosed with leukaemia, heartbroken",
    "a boy in my class has autism and today he spoke for the first time",
    "One of my kids in 4B is on a child protection plan and it breaks my heart",
    "Our new Year 5 is in foster care and has seen things no child should see",
    "Callum was excluded on Tuesday for fighting, so please do not ask him about it.",
    "Jayden's mum has been diagnosed with cancer so go easy on him please everyone",
    "Miss Farrow is off with depression again, think she'll be gone till Easter",
    "his parents have split up and dad is in prison, hence the behaviour",
    "That boy with ADHD in 8D has stopped taking his tablets, it shows",
    "had to ring social services about one of mine today, his dad is an alcoholic",
    "Poor lad in my form, his mum's in prison and nobody told us",
    "one of my y9s got permanently excluded for bringing a knife in",
    "my student has an EHCP and still gets no support",
    "A girl in Year 10 is pregnant and everyone knows",
    "One of our families has been evicted, three kids in a B&B",
    "the child I support has epilepsy and had three seizures this morning",
    "A pupil of mine self harms and camhs wont see her",
    "two of my Year 6s are on free school meals and couldnt afford the trip",
    "one of my year 3s bit the TA today",
    "This kid in my class, his mum died last week and he came in anyway",
    "The little boy in reception is still in nappies because mum can't cope",
    "Another one of my tutees has been arrested. Year 11!",
    "That girl in 9C took an overdose at the weekend",
    "her dad beats her and nobody does anything",
    "my year 8 pupil was caught vaping in the toilets again",
    "Lovely lad in my class has been diagnosed with ADHD finally",
    "a student of mine tried to kill himself last night",
    "Kayleigh's been suspended for hitting Tyler",
    "The parents of one of my kids are getting divorced and it's affecting her sats",
    "One of our mums is in a refuge with the kids",
    "a lad in my tutor group lives with foster carers",
    "the twins in Year 2 have been taken into care",
]
MUST_NOT_FLAG = [
    "Our SENCO Mrs Smith is running a drop-in on Friday",
    "Counselling is open on Fridays in the library",
    "Autism awareness week starts on Monday: wear something bright",
    "A talk about EHCP funding in the hall tonight, all parents welcome",
    "12% of our pupils are on free school meals",
    "One in six children has a mental health condition",
    "If your child has been diagnosed with asthma, please tell the office",
    "Children who have an EHCP can apply for a place until Friday",
    "My son has just been diagnosed with ADHD and I finally understand",
    "I have ADHD and I teach, ask me anything",
    "my dad is in hospital so I'm off this week",
    "Our class is reading Wonder. Auggie has a facial difference and is home schooled",
    "In Goodnight Mister Tom, Willie is abused by his mum",
    "Tracy Beaker is in care, and the book handles it well",
    "Free school meals: apply through the council by 5 July",
    "The boiler has died and the hall is in isolation",
    "Year 6 visited the hospital to sing carols",
    "Our football match is suspended because of the rain",
    "Lessons were suspended for the whole-school assembly",
    "Mr Evans is off to the moon, well, to Year 3",
    "A pupil with an EHCP is entitled to a review every year",
    "Pupils with autism may find the fire drill hard, so we warn them",
    "Any parent who is struggling to pay for the trip can talk to us in confidence",
    "Henry VIII has had six wives and was divorced twice",
    "Callum is on fire this week: three goals",
    "One of my Year 4s has just discovered poetry",
    "a boy in my class told me the best joke today",
    "The girl in my class with the best handwriting won",
    "Juliet is dead and Romeo is in exile, says 9C",
    "My mum has dementia and the school have been so kind",
    "My friend's husband has cancer, please sponsor me",
    "Miss Khan is off to Ghana for half term",
    "Mrs Jones is expecting a baby, congratulations!",
    "His dad is a firefighter and came in to talk to Year 2",
    "Exclusion and suspension figures are published every term",
    "Parents, if dad is away please tell us who collects",
    "Lady Macbeth is suicidal by Act 5",
]


@pytest.mark.parametrize("text", SHOULD_FLAG)
def test_flags(text: str) -> None:
    assert findings_of("private-circumstances", text)


@pytest.mark.parametrize("text", MUST_NOT_FLAG)
@pytest.mark.parametrize("account", [Account.personal("@me"), OFFICIAL])
def test_does_not_flag(text: str, account: Account) -> None:
    assert findings_of("private-circumstances", text, account=account) == []


@pytest.mark.parametrize(
    ("text", "personal", "official"),
    [
        ("One of my Year 4s has been diagnosed with leukaemia", Severity.STOP, Severity.STOP),
        ("Callum was excluded on Tuesday", Severity.WARN, Severity.STOP),
        ("Amy has been diagnosed with MS", Severity.ADVISE, Severity.STOP),
        ("her dad beats her", Severity.WARN, Severity.WARN),
        ("Miss Farrow is off with depression", Severity.WARN, Severity.WARN),
    ],
)
def test_the_surer_a_pupil_is_meant_the_more_it_matters(text: str, personal: Severity, official: Severity) -> None:
    assert findings_of("private-circumstances", text)[0].severity is personal
    assert findings_of("private-circumstances", text, account=OFFICIAL)[0].severity is official


def test_somebody_in_the_news_is_no_pupil() -> None:
    assert findings_of("private-circumstances", "Morwenna Pascoe has epilepsy and won gold anyway") == []


def test_a_policy_may_leave_colleagues_out(tmp_path: Path) -> None:
    policy = tmp_path / "school.toml"
    table = '[rules.private-circumstances]\ncolleagues = "leave"\n'
    policy.write_text(f'extends = "demo"\n[policy]\ntitle = "School"\n{table}', "utf-8")
    text = "Miss Farrow is off with depression again"
    assert findings_of("private-circumstances", text, policy=str(policy)) == []


def test_a_fix_leaves_the_sentence_out() -> None:
    text = "Busy week. One of my Year 4s has leukaemia. Back on Monday!"
    (finding,) = findings_of("private-circumstances", text)
    (fix,) = finding.fixes
    (edit,) = fix.edits
    assert fix.kind is FixKind.EDIT_TEXT
    assert text[: edit.span.start] + edit.text + text[edit.span.end :] == "Busy week. Back on Monday!"


def test_no_fix_where_nothing_would_be_left() -> None:
    assert findings_of("private-circumstances", "One of my Year 4s has leukaemia")[0].fixes == ()


def test_one_sentence_is_told_of_once_for_each_matter() -> None:
    text = "That boy with ADHD in 8D has autism and was diagnosed with epilepsy"
    assert len(findings_of("private-circumstances", text)) == 1
