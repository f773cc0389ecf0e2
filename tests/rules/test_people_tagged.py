"""People tagged and named beside a picture."""

from __future__ import annotations

import pytest

from guard import Account, Draft
from guard.model import Finding, Kind, Media, Region, Severity, SkipCode
from guard.reading import Face, PictureReading
from guard.testing import guard_with

SLUG = "people-tagged"
FACES = PictureReading("0" * 64, 800, 600, (Face(Region(10, 10, 90, 90), 0.99),), recognised=True)
NOBODY = PictureReading("0" * 64, 800, 600, recognised=True)
UNREAD = PictureReading("0" * 64, skipped=SkipCode.NO_MODELS)

SHOULD_FLAG = [
    "Great night at the awards! Tagging @sarah.dale @tomrao @nwosu_j so you can find yourselves.",
    "Staff do 😍 @jennyhart @bigdavepoole",
    "Our winners with @kwame_boyd",
    "From left: Jenny Hart, Dave Poole, Lisa Farrow and me",
    "From left to right: Jenny Hart and Dave Poole",
    "L-R: Mrs Dale, Mr Rao, Ms Farrow with the new minibus",
    "L to R Jenny Hart, Dave Poole",
    "tag yourselves!",
    "Tag your mates if they are in this",
    "In the picture: Mr Bannister (left) and Sandra from the kitchen (right)",
    "With our lovely visitor @authorkfuchs in the library",
    "That's @kellyiqbal at the back pulling a face",
    "Say hello to @drhpell, @pokonkwo and @revtandy, our new governors",
    "Pictured: Dave Poole with the cheque",
    "Pictured left is Mrs Adair",
    "Back row: Leo Bell, Jack Moss. Front row: Sam Dale",
    "Front row, Ella and Noor; middle row, Jo",
    "Mrs Dale on the left, Mr Rao on the right",
    "Mr Rao (far right) took the prize",
    "Lovely to meet @jo_bloggs today",
    "thanks @lizzie.t for the cake",
    "Photographed: Amina Yusuf and her team",
    "Tagged everyone I could find",
    "@dave_p looking sharp as ever, and so is @maz",
    "Shown here: Priya Menon at the finish",
    "In our photo: Kate from the kitchen",
]

MUST_NOT_FLAG = [
    "Great night at the awards!",
    "Thanks to @MillbrookLibrary for having us",
    "Match day at @millbrookfc",
    "Proud of everybody @oakfieldacademy",
    "Our trip to the @NationalTrust garden",
    "Email office@oakfield-academy.example for tickets",
    "Thank you @millbrook_bakery",
    "From left field comes a surprise",
    "Left a bit, right a bit: Year 4 with their robots",
    "Pictured: the new minibus",
    "In the picture: our new pond",
    "Back row seats are still free for the concert",
    "We went from right to left across the bridge",
    "The tag rugby team had a great day",
    "Price tags are on the uniform rail",
    "Lunch @ 12, see everyone there",
    "Meet us @ the gate",
    "Well done to the runners",
    "Turn left at the hall for parents' evening",
    "Right, time for a cup of tea",
    "A photo from the archive",
    "See @bbcnews for the weather",
    "Another great day with @YoungScienceClub",
    "Second from last in the league, but smiling",
    "Name tags in coats, please",
    "Thanks @ParentsPTFA for the bouncy castle",
]


def found(
    text: str, picture: PictureReading | None = FACES, account: Account | None = None, **draft: str
) -> list[Finding]:
    media = [Media.from_bytes(b"picture", name="a.jpg")] if picture is not None else []
    kind = Kind(draft.pop("kind", "post"))
    with guard_with(readings={"a.jpg": picture or NOBODY}) as checker:
        post = Draft(text, account=account or Account.personal("@me"), media=media, kind=kind)
        return [finding for finding in checker.check(post).findings if finding.slug == SLUG]


@pytest.mark.parametrize("text", SHOULD_FLAG)
def test_should_flag(text: str) -> None:
    (finding,) = found(text)
    assert finding.severity is Severity.ADVISE


@pytest.mark.parametrize("text", MUST_NOT_FLAG)
def test_must_not_flag(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize("picture", [None, NOBODY])
@pytest.mark.parametrize("text", SHOULD_FLAG[:4])
def test_without_faces_there_is_nobody_to_tag(text: str, picture: PictureReading | None) -> None:
    assert found(text, picture) == []


def test_a_picture_that_could_not_be_read_counts_beside_a_caption() -> None:
    assert found("From left: Jenny Hart, Dave Poole", UNREAD)
    assert found("Lovely to meet @jo_bloggs today", UNREAD) == []


def test_it_is_said_on_any_account() -> None:
    assert found("L-R: Mrs Dale, Mr Rao", account=Account.official("@oakfieldacademy"))


def test_whom_an_answer_goes_to_is_no_tag() -> None:
    assert found("@jo_bloggs what a day that was", kind="reply") == []
    assert found("@jo_bloggs with @lizzie.t", kind="reply")
