"""Other people's material without leave or credit."""

from __future__ import annotations

import pytest

from guard import Account
from guard.model import Severity
from guard.testing import findings_of

SLUG = "uncredited-material"

SHOULD_FLAG = [
    "Grabbed these posters off Pinterest, no idea who drew them",
    "Borrowed this lovely poem off the internet, no idea who wrote it",
    "Found this picture on Google images, perfect for our harvest display",
    "pinched this worksheet from Twinkl for you all, saves you paying",
    "Full film here for those who missed movie night, just don't tell Disney",
    "free download of The Gruffalo audiobook, grabbed it off youtube",
    "Not my photo, not sure whose it is, but what a sunset over the school",
    "screenshotted this from another school's paid resources, use it as you like",
    "Sharing the whole script of Matilda so parents needn't buy it",
    "All rights reserved Pearson 2023, but here are the pages you need for homework",
    "Someone's put the whole book online, link here, why pay",
    "Alamy stock photo of our castle",
    "lifted this from another teacher's facebook page, credit to whoever made it",
    "Wish I knew who drew this, found it floating about online",
    "watch the full match here, someone's streaming it for free",
    "© 2022 Oxford University Press. Pages 14 to 20 for tonight's homework",
    "Pirate copy of the Nativity songs for anyone who wants to practise",
    "TES resource I paid for, sharing it free with everyone here",
    "uploaded the past papers that are still locked, enjoy",
    "Saved this off Twitter, no clue whose it is",
    "PA Images photo of the Queen's visit to our school",
    "lovely illustration, dont ask me where I found it",
    "pic: Rex Features",
    "another school's display that I've passed off as ours haha",
    "here is the answer book for the textbook, photographed cover to cover",
    "I copied this straight from a website, seemed too good to pay for",
    "Found on Tumblr. Artist unknown",
    "Photo copyright Daily Mail",
    "Heres a link to download Microsoft Office for free, cracked version",
    "I've lifted the questions from a paid Kahoot, you're welcome",
    "Grabbed the song off iTunes and put it over our sports day film",
    "Free pdf of the new Julia Donaldson book, get it before they take it down",
    "copyright Hodder but we photocopied the lot",
    "I screen recorded the West End show on National Theatre at Home, link for class",
    "used someone's Instagram photo for our poster as it was nicer than ours",
    "cheeky scan of the Schofield and Sims answers",
    "(c) Pearson Education Ltd, unit 5 attached for you all",
    "Press Association image of the Princess opening our hall",
    "Don't know who made this but I'm stealing it",
    "Harry Potter audiobooks, all seven, on my google drive, shout if you want access",
    "The photo belongs to a photographer in town, never got round to asking",
]

MUST_NOT_FLAG = [
    "Photo by our own Year 10 photography group",
    "Our poster was drawn by a Year 5 artist",
    "The whole book is in our library, come and borrow it",
    "Our film club watches Paddington on Friday",
    "Found this lovely leaf on our walk",
    "We borrowed a telescope from the university",
    "The photographer visits on Monday, brushed hair please",
    "Poem by Michael Rosen, with thanks to his publisher",
    "Google Classroom is down, please try later",
    "A Creative Commons picture by NASA",
    "Our pupils' artwork is on show at the library",
    "Pinterest board of costumes ideas made by our PTA",
    "Nicked my knee on the fence on duty",
    "I scanned my passport for the ski trip",
    "The pirate ship in Reception is open for business",
    "Lesson plans are on the shared drive",
    "Photocopier is working again",
    "Photos: Mrs Hall",
    "Past papers are on the exam board's website",
    "We wrote this poem together in class 4",
    "Illustrations by our Year 7 artists",
    "The answer book is for staff only, sorry",
    "Dictionary race in class today",
    "Team photo by our parent photographer, used with her permission",
    "Song written and sung by Reception",
    "Reproduced by kind permission of the Bodleian",
    "Daily Mail headlines from 1914: source work in history",
    "We stream our carol concert on the website",
    "Flashcards made by Year 13 for Year 11",
    "CDs of our choir are £5",
    "Remembrance poppies knitted by our grans",
    "The Guardian visited our newspaper club",
    "Our hall looks just like Hogwarts tonight",
    "We cropped our oats and made flapjack",
    "Whole school photo on Tuesday",
    "National Theatre workshop in the studio",
    "Author visit: bring your own book to be signed",
    "Instagram takeover by our sixth form",
    "Tumbling club on Wednesday",
    "Poetry by heart: Year 8's favourites",
]


@pytest.mark.parametrize("text", SHOULD_FLAG)
def test_should_flag(text: str) -> None:
    assert findings_of(SLUG, text)


@pytest.mark.parametrize("text", MUST_NOT_FLAG)
def test_must_not_flag(text: str) -> None:
    assert findings_of(SLUG, text) == []


def test_it_advises_whoever_posts_it() -> None:
    text = "Nicked this off Pinterest, no idea who made it"
    for account in (Account.personal("@me"), Account.official("@oakfieldacademy"), Account.unknown()):
        (finding,) = findings_of(SLUG, text, account=account)
        assert finding.severity is Severity.ADVISE


def test_a_copyright_sign_of_others_counts_and_the_schools_own_does_not() -> None:
    assert findings_of(SLUG, "Unit 5 for tonight \u00a9 Pearson Education")
    assert findings_of(SLUG, "Our prospectus is out. \u00a9 Oakfield Academy 2026") == []
    assert findings_of(SLUG, "The castle in snow \u00a9 A. Hill, with permission") == []


def test_a_long_quotation_wants_a_source() -> None:
    words = "the sea was a grey cat that morning, and it lay down by the wall and would not be moved for anybody at all"
    (finding,) = findings_of(SLUG, f'"{words}"')
    assert finding.message == f"{SLUG}.quotation"
    assert findings_of(SLUG, f'"{words}" - Anna Hale') == []
