from __future__ import annotations

import pytest

from guard import Account
from guard.model import Draft, FixKind, Part, Severity
from guard.testing import findings_of, guard_with

OFFICIAL = Account.official("@oakfieldacademy")

SHOULD_FLAG = [
    "If anyone has seen Ruby's bag please ring her mum on 07700 900412",
    "Jayden's mum's number is 07700900123 if anybody finds his coat",
    "Dylan's dad is on +44 (0)7700 900 321 for lifts to the match",
    "her nan is on (01632) 960 123 after school",
    "his gran's landline is 020 7946 0958",
    "text Miss Farrow's mobile, 07700-900-456, if the coach is late",
    "Lost phone, contact 07456 123 456",
    "Zuzanna's address is 14 Larch Close, Millbrook, MB4 7QT if anyone wants to send a card",
    "He lives at Flat 3, 27 Station Road now",
    "they live at 18a beech grove, by the park",
    "They live on Beech Grove, just past the shops",
    "The Threlfalls have moved to 7 Quarry Rise, MB3 2LE if anyone asks at the gate",
    "his postcode is dn16 3qj so he's in catchment",
    "Please e-mail Ifeoma's dad at dapo.nwachukwu@mailbox.example about lifts",
    "her mum's address is priya [at] example [dot] org",
    "send the photos to j.smith12@example.org please",
    "mum is kayleigh dot jones at gmail dot com if you need her",
    "Her date of birth is 12/03/2014 so she just misses the cut-off",
    "Whitelock, J. 8D DOB 04/11/2013",
    "he was born 1st May 2013 so he's the youngest in the year",
    "UPN for the transfer is A801200001001",
    "Can anybody trace pupil N824154990951?",
    "For the form: NHS number 943 476 5919, that's the lad in my class",
    "her NHS no. is 485-089-4143 for the trip form",
    "Her national insurance number is AB 12 34 56 C, can payroll sort it",
    "payslip says lh430705c for her",
    "pay the deposit with card 4111 1111 1111 1111",
    "Mrs Smith's sort code is 20-00-00 and account number 12345678",
    "Refund goes to GB29 NWBK 6016 1331 9268 19",
    "call his mum's work number 0161 496 0345, she's at the bakery",
]
MUST_NOT_FLAG = [
    "Worried about something? stopbullying@oakfieldacademy.example goes to two of our staff",
    "Please call the office on 01632 960123 if your child is poorly",
    "Absence line: 01632 960124, any time before nine",
    "You can reach us on 01632 960123 or at office@oakfield-academy.example",
    "Samaritans are on 116 123, day or night. Childline is 0800 1111.",
    "NSPCC helpline 0808 800 5000, NHS 111, and 999 when it cannot wait",
    "Worried about a child? Call the county's front door on 01632 960988, or 999 if it cannot wait.",
    "Tickets from the box office on 0333 321 4455",
    "Join us at Millbrook Leisure Centre, MB4 7QT, from 10am",
    "Sat nav for Saturday's fixture: SW1A 1AA. Parking is tight!",
    "St Mary's Church, 14 Church Lane, Millbrook, MB2 9JD. Doors at six.",
    "Sherlock Holmes lived at 221b Baker Street, and so did we on World Book Day",
    "Our school council visited 10 Downing Street today",
    "We won 24-18 and then 3-2 after extra time",
    "Millbrook 3 Elm Grove 2. What a match!",
    "Term starts on 3 September 2026, INSET on 04/09/2026",
    "Founded 12/03/1897 and still standing",
    "Shakespeare was born on 23 April 1564 and we had cake",
    "Children born between 1 September 2021 and 31 August 2022 can apply for Reception now",
    "Our lamb was born on 3 April 2025, weighing 4kg",
    "Happy 7th birthday to everyone born on a Tuesday",
    "Order 6113717039 shipped, ISBN 978-0-14-103614-4",
    "Registered charity no. 1234567, company number 07654321",
    "Zoom meeting ID 812 0472 8660, passcode 443919",
    "serial G840730345116 on the laptop trolley",
    "Ref: AB123456, exam centre 12345, candidate 0042",
    "5 close calls on the field today and 9 lives like a cat",
    "Year 6 Road safety week, and Class 4 Forest Drive assembly",
    "12 Angry Men on stage tonight, 7pm in the hall",
    "Donate to Oakfield PTA: sort code 20-00-00, account 12345678",
    "Any questions, email the PTA at millbrook.pta@example.org",
    "Tickets for the pantomime: boxoffice@grandtheatre.example",
    "Details at https://www.example.org/news/2026/03/12/07700900123",
    "Combination 12 34 56 wins the raffle, and bus 455 leaves at 0815",
    "We are in B4 5th lesson and N1 2nd half",
]


@pytest.mark.parametrize("text", SHOULD_FLAG)
def test_flags(text: str) -> None:
    assert findings_of("personal-data", text)


@pytest.mark.parametrize("text", MUST_NOT_FLAG)
@pytest.mark.parametrize("account", [Account.personal("@me"), OFFICIAL])
def test_does_not_flag(text: str, account: Account) -> None:
    assert findings_of("personal-data", text, account=account) == []


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ("his mum's mobile is 07700 900123", Severity.STOP),
        ("lost phone, ring 07700 900123", Severity.WARN),
        ("the family live at 9 St John's Close", Severity.STOP),
        ("party at 44 Victoria Terrace, 3pm Saturday", Severity.WARN),
        ("NHS number 943 476 5919", Severity.STOP),
    ],
)
def test_what_is_said_to_be_somebodys_matters_most(text: str, severity: Severity) -> None:
    assert findings_of("personal-data", text)[0].severity is severity


@pytest.mark.parametrize("text", ["Fair at 44 Victoria Terrace, 3pm Saturday", "Ring 01632 960123", "It's at GL50 4AZ"])
def test_a_place_or_landline_only_advises_on_the_schools_account(text: str) -> None:
    assert findings_of("personal-data", text, account=Account.personal())[0].severity is Severity.WARN
    assert findings_of("personal-data", text, account=OFFICIAL)[0].severity is Severity.ADVISE


def test_the_writers_own_is_left_to_the_other_rule() -> None:
    assert findings_of("personal-data", "my mobile is 07700 900123") == []


def test_a_policy_may_have_the_writers_own_told_here(tmp_path: object) -> None:
    from pathlib import Path

    policy = Path(str(tmp_path)) / "school.toml"
    policy.write_text('extends = "demo"\n[policy]\ntitle = "School"\n[rules.personal-data]\nown = "advise"\n', "utf-8")
    (finding,) = findings_of("personal-data", "my mobile is 07700 900123", policy=str(policy))
    assert finding.severity is Severity.ADVISE


def test_the_same_number_twice_is_one_finding_and_one_fix_takes_both_out() -> None:
    text = "His mum is on 07700 900123. Again: 07700900123!"
    (finding,) = findings_of("personal-data", text)
    (fix,) = finding.fixes
    assert fix.kind is FixKind.EDIT_TEXT
    for edit in sorted(fix.edits, key=lambda each: each.span, reverse=True):
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    assert text == "His mum is on. Again:!"


def test_no_fix_carries_what_it_takes_out() -> None:
    for text in SHOULD_FLAG:
        for finding in findings_of("personal-data", text):
            assert all(edit.text == "" for fix in finding.fixes for edit in fix.edits)


def test_spans_point_at_the_details_in_any_writing() -> None:
    text = "📞 ｈｉｓ mum’s mobile: ０７７００ ９００１２３ ✨"
    (finding,) = findings_of("personal-data", text)
    assert finding.span is not None
    assert text[finding.span.start : finding.span.end] == "０７７００ ９００１２３"


def test_every_part_is_read() -> None:
    with guard_with() as checker:
        draft = Draft(parts=[Part("Lost coat"), Part("her mum: 07700 900123")], account=Account.personal())
        assert [f.part for f in checker.check(draft).findings if f.slug == "personal-data"] == [1]
