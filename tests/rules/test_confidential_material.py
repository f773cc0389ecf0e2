from __future__ import annotations

import pytest

from guard import Account
from guard.model import Severity
from guard.testing import findings_of

SHOULD_FLAG = [
    "Sworn to secrecy, but the merger with the other trust goes to a vote on Thursday",
    "Head would kill me if she knew, but three jobs are going in the restructure",
    "Took a screenshot of the governors' minutes, look at item four",
    "You heard it here first: the deputy has resigned",
    "Not public yet but the new head is going to be Mrs Okonkwo from Hillcrest!",
    "Between us, the trust is about to take over St Cuthbert's. Don't share.",
    "INTERNAL: Staffing structure 2027. Not for distribution outside the senior team.",
    "Strictly confidential, but here is what the governors decided last night about the pay policy...",
    "Leaked from the SLT minutes: year 7 to be cut to five forms",
    "shouldnt be telling you this but the grade boundaries in our mocks were moved",
    "Sharing a page of our contract with the catering firm, marked commercial in confidence",
    "Password for the staff shared drive this term is Millbrook2026!",
    "keep this to yourselves, its embargoed till thursday: our ofsted grade is good",
    "Off the record, two heads of year are being investigated",
    "This is not for sharing but the draft timetable has us teaching 24 hours next year",
    "CONFIDENTIAL",
    "OFFICIAL-SENSITIVE: attendance panel, 4 March",
    "NOT FOR CIRCULATION",
    "*** CONFIDENTIAL - governors' part 2 minutes ***",
    "hasn't been announced yet but we got outstanding!!",
    "Keep it under your hat, but Mrs Trewin is leaving at Easter",
    "dont tell anyone but there are redundancies coming in the science dept",
    "Screenshot of CPOMS this morning, honestly what a caseload",
    "Our ASP data shows progress of -0.6 for boys, gutted",
    "The wifi password for staff is Sunflower22",
    "the code for the side gate is 4471 if you're late",
    "parents don't know yet but the nursery is closing in July",
    "You didn't hear it from me, but the trust is broke",
    "heard in confidence that the head has resigned",
    "Private and confidential: letter to the parents of 9C about the incident",
    "We're not allowed to say yet but we've been chosen for the pilot",
    "from last night's governors' minutes: the deficit is 400k",
    "for internal use only: cover rota and absence reasons",
    "strictly between us, the year 6 results are awful",
    "before it's announced, I can tell you we're academising",
    "Draft Ofsted report says we're requires improvement",
]
MUST_NOT_FLAG = [
    "Our confidential helpline is open all night",
    "Internal exams start on Monday for Year 10",
    "Counselling is private and confidential, drop in any lunchtime",
    "All applications will be treated in strict confidence",
    "Talk to the school nurse in confidence",
    "The governors' minutes are on our website",
    "Results are not out yet, please be patient",
    "The winners haven't been announced yet, watch this space",
    "Between us we raised £640 for the hospice!",
    "Between us, we have run 400 miles this month",
    "Don't tell anyone but I love a wet break",
    "Keep it secret: surprise party for Mrs Smith on Friday",
    "Don't share your password with anyone, not even your best friend",
    "Please don't share photos of other people's children",
    "Bletchley Park trip: our code breakers cracked a confidential message",
    "We cannot share the new head's name yet",
    "Confidential waste bins go out on Tuesday",
    "The exam board's embargo on results lifts at 8am on Thursday",
    "I am confident we can win on Saturday",
    "The staff room is for staff only",
    "A strong password is three random words",
    "Our lips are sealed about the panto villain",
    "Shakespeare on secrets: Year 9 discuss Iago",
    "GDPR training today: what does strictly confidential really mean?",
    "Ofsted has published our report, read it on the website",
    "Year 11 will get their grades on 21 August",
    "Your vote is confidential, so say what you think",
    "The survey is anonymous and confidential",
    "You can speak to our DSL in confidence at any time",
    "Confidential support for families: call 0808 800 5000",
    "The draft timetable is out for consultation, have your say",
    "Official: we are the best netball team in Millbrook",
    "Not for sale: one slightly chewed pencil",
    "Restricted parking outside school during the half marathon",
    "Password to success: keep trying",
    "The code for kindness is: listen",
]


@pytest.mark.parametrize("text", SHOULD_FLAG)
def test_flags(text: str) -> None:
    assert findings_of("confidential-material", text)


@pytest.mark.parametrize("text", MUST_NOT_FLAG)
@pytest.mark.parametrize("account", [Account.personal("@me"), Account.official("@oakfieldacademy")])
def test_does_not_flag(text: str, account: Account) -> None:
    assert findings_of("confidential-material", text, account=account) == []


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ("NOT FOR CIRCULATION\nStaffing for next year", Severity.STOP),
        ("Not public yet but Mrs Okonkwo is the new head", Severity.STOP),
        ("dont tell anyone but there are redundancies coming", Severity.WARN),
        ('The envelope said "not for circulation" in red', Severity.ADVISE),
    ],
)
def test_an_act_of_disclosure_matters_most(text: str, severity: Severity) -> None:
    assert findings_of("confidential-material", text)[0].severity is severity


def test_a_mark_counts_alone_on_its_line_or_in_capitals() -> None:
    assert findings_of("confidential-material", "Confidential\nDeficit: 400k")
    assert findings_of("confidential-material", "CONFIDENTIAL: deficit 400k")
    assert findings_of("confidential-material", "Confidential advice for carers is on the second floor") == []


def test_a_document_that_says_so_on_every_page_is_told_of_once() -> None:
    assert len(findings_of("confidential-material", "CONFIDENTIAL\nPage 1\nCONFIDENTIAL\nPage 2")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "this isn't common knowledge yet but our exec head is off in the summer",
        "Here's the email SLT sent to staff this morning, you couldn't make it up",
        "Our SIMS password is Oakfield1",
        "This doesn't go any further but the trust is in talks with Hillcrest",
        "Don't tell parents yet but we're closing early on Friday",
    ],
)
def test_more_ways_to_let_something_slip(text: str) -> None:
    assert findings_of("confidential-material", text)


@pytest.mark.parametrize(
    "text",
    [
        "Here is the letter the head sent home to all parents today",
        "What happens in Year 6 camp stays between us and the marshmallows",
        "Can't say too much about the panto, but bring wellies",
        "Reset your password every term",
    ],
)
def test_more_that_is_no_secret(text: str) -> None:
    assert findings_of("confidential-material", text) == []
