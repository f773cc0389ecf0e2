"""Politics, money, trade or religion pressed on readers, and chain letters."""

from __future__ import annotations

import pytest

from guard import Account
from guard.model import Severity
from guard.testing import findings_of

SLUG = "solicitation"

SHOULD_FLAG = [
    "My candles are back in stock, message me to order",
    "Snp is the only party for Scotland, vote on Thursday",
    "Vote Labour on Thursday, our schools depend on it",
    "Copy and paste this to your wall, don't share, if you love a teacher",
    "Ask me how I earn £500 a week from my phone",
    "invest in bitcoin now, I've doubled my money and you can too",
    "Join the Green Party today, link below",
    "Come to our church on Sunday and be saved",
    "Get 20% off protein shakes with my code",
    "Please donate to Reform UK",
    "Vote Leave, take back control",
    "share this post to win an iPhone, like, tag three friends and comment done",
    "Come canvassing with us on Saturday, let's win this seat for Plaid Cymru",
    "Islam is the true path, message me to find out how to revert",
    "I sell Avon, new brochure's out, order through me",
    "Chain letter time! Send one book to the name at the top and add yours",
    "repost this if you agree, lets see who reads my posts",
    "Please support my campaign to become MP for Millbrook",
    "leave your religion and find the truth with us, bible study at mine every Tuesday, all you parents welcome",
    "Join my downline and be your own boss",
    "delivering leaflets for the Labour candidate tonight, get out and vote for her!",
    "Loan at low interest, apply through me today",
    "Give your vote to the Conservatives on Thursday",
    "Can you all sign and share this petition to stop Keir Starmer",
    "send this on to every mum you know or lose your luck",
    "Make money while you sleep, message me to find out how",
    "Looking for five people who want to earn an extra £300 a month, inbox me",
    "please help Reform win here, join us leafleting tonight",
    "Repost to your story or your mum will have seven years of bad luck lol",
    "My trading signals made me two grand last week, want in?",
    "come to Alpha at our church and find God, ask me for the link",
    "Donate to the Labour campaign fund here",
    "Win a £500 Tesco voucher: share, like and tag 5 friends",
    "buy my handmade jewellery, end of line sale, dm me",
    "Let's get Nigel into Number 10, vote on the 4th",
    "Every like is a prayer, type Amen and share",
    "Vote Yes for independence",
    "Support the SDLP candidate tomorrow, a neighbour you can trust",
    "If you are a Christian copy this on your page, 9 in 10 won't",
    "message me to book a Thermomix demo, limited offer",
    "Put a Labour poster in your window, I have spares",
    "let me pray with you and lead you to Christ, DMs open",
]

MUST_NOT_FLAG = [
    "Vote for your favourite design in our house badge competition",
    "Come to our Christmas fair and buy a wreath made by Year 5",
    "The church is hosting our carol service on Thursday, all welcome",
    "Polling station at school on Thursday, closed to pupils",
    "Parliament week: Year 6 met their MP",
    "Sign up for the parents' evening by Friday",
    "Message me if you can lend a tent for camp",
    "Bitcoin explained: Year 12 economics debate",
    "Vote for Millbrook in the Britain in Bloom competition",
    "Tag a friend who would love our sixth form",
    "The Vikings invested everything in their ships",
    "Buy one get one free at the book fair",
    "New candles on the cake, happy birthday to our school",
    "Invest in yourself: assembly with a former pupil",
    "Chain reaction experiments in science club",
    "Eid stall: henna and sweets for charity",
    "Help me choose a book: comment below",
    "Share your photos of the snow with us",
    "The green party bags are all gone, sorry",
    "I voted early, lovely walk to the village hall",
    "Saviour of the day: the lady with the jump leads",
    "Copying out recipes for my daughter",
    "Tag rugby and tig tag at break",
    "Sponsored silence, please give generously",
    "Yes or no? Pupils voted yes to wearing shorts",
    "Jewellery workshop after school",
    "Get in touch to book a tour of the school",
    "Message me if you want my marrows, free to good homes",
    "Eid party in the hall, bring a dish",
    "Donate your old wellies to Forest School",
    "Join the PTA, we are nice",
    "Share your favourite book with us",
    "Win a prize at our tombola",
    "Order of service for Thursday is on the website",
    "Carol singing in aid of Christian Aid",
    "The candidate interviews for head boy were impressive",
    "Catalogue of our art exhibition is £1",
    "Would you like to become a school governor? Ask the office",
    "Demo of the new science kit at 4 pm",
]


@pytest.mark.parametrize("text", SHOULD_FLAG)
def test_should_flag(text: str) -> None:
    assert findings_of(SLUG, text)


@pytest.mark.parametrize("text", MUST_NOT_FLAG)
def test_must_not_flag(text: str) -> None:
    assert findings_of(SLUG, text) == []


def test_it_warns_whoever_posts_it() -> None:
    for account in (Account.personal("@me"), Account.official("@oakfieldacademy"), Account.unknown()):
        (finding,) = findings_of(SLUG, "Vote Labour on Thursday, our schools depend on it", account=account)
        assert finding.severity is Severity.WARN


def test_a_quotation_is_only_a_hint() -> None:
    (finding,) = findings_of(SLUG, "Somebody sent me 'forward this to ten people or lose your luck' again")
    assert finding.severity is Severity.ADVISE


def test_two_appeals_are_one_card() -> None:
    assert len(findings_of(SLUG, "Vote Labour on Thursday. And vote Labour in May.")) == 1
