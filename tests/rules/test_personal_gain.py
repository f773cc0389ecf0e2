"""A school account used for somebody's own gain."""

from __future__ import annotations

import pytest

from guard import Account
from guard.model import Severity
from guard.testing import findings_of

SLUG = "personal-gain"
OFFICIAL = Account.official("@oakfieldacademy")

SHOULD_FLAG = [
    "I'm offering private maths tuition this summer, £30 an hour, message me",
    "Use my code MISSB20 for 20% off at checkout",
    "My husband's plumbing firm is giving Oakfield families a discount",
    "Buy my new book, link in bio!",
    "Our teaching assistant sells Avon, catalogues in the office",
    "Sign up through my link and we both get £20",
    "Check out my side hustle, personalised water bottles, order now",
    "I'm an independent consultant for Tropic, book a pamper party with me",
    "my daughter's dog walking business is taking bookings, tell your friends",
    "Fundraising for my own trip to Thailand, please donate to my GoFundMe",
    "Get my revision guides for just £4.99 on my TES shop",
    "Our receptionist's brother is a decorator, mention Oakfield for 15% off",
    "Slimming World with Mrs Pope in the village hall, first week free when you mention me",
    "vote for my band in the battle of the bands",
    "I get commission if you order your uniform through this link so please use it",
    "Want to earn from home? Join my team, ask me how",
    "As an affiliate I earn from these book links",
    "Tickets for my gig on Saturday £8 from me",
    "my summer football camp (run by me, not school) £80 for the week, book via my page",
    "Treat yourself to a massage with our TA Jo's new company, use code OAKFIELD10",
    "Mr Lacey from Year 5 will tutor your child for the 11 plus, £40 an hour, ring him on his own number",
    "I've got a load of Scentsy to shift, PM me",
    "Our cook makes celebration cakes from home, from £45, order on her page",
    "Please like my partner's business page",
    "Selling two tickets for Take That, face value, message me",
    "Buy me a coffee via the link if you like my resources",
    "Mrs Olu's husband is an electrician, 10 percent off for anyone from school",
    "New single by our drama teacher out on Friday, stream it, buy it",
    "need a babysitter? our TA Kay does evenings, tenner an hour",
    "We recommend Sharp Estate Agents, run by our chair's brother, get in touch with them to sell your home",
    "Our site manager is letting his holiday cottage, school families get a discount",
    "handmade cards by Mrs Finch, £2.50, all money to Mrs Finch lol",
    "private speech therapy from our own SENCO at weekends, £50 a session",
    "My sister's boutique has a sale on, tell them Oakfield sent you",
    "sell your old books to me, I pay cash",
    "Mr Tate's band is for hire, weddings, parties, competitive rates",
    "our PE teacher does personal training, £25 a session, mention school for a free taster",
    "Body Shop At Home with me, Miss Lunn, new catalogue here",
    "5% off your conveyancing with my brother's law firm, just mention the school",
    "Guinea pigs for sale, £20 each, from Mr Pugh's own litter",
]

MUST_NOT_FLAG = [
    "Second-hand uniform sale on Friday, all items 50p, run by the PTA",
    "Tickets for our school production are £5 from the office",
    "Our headteacher's book corner: three books for half term",
    "Book your parents' evening slot online",
    "Use the code on your letter to log in to ParentPay",
    "Follow us on Instagram for more from our Year 6 residential",
    "Free revision classes with Mr Kerr on Saturdays in the library",
    "Young Enterprise: buy a tote bag for £6, all profits to the food bank",
    "Buy a brick for the new library, £10",
    "Thank you to Dave's Plumbing for the raffle prize",
    "Subscribe to our newsletter on the website",
    "Our holiday club has spaces, £22 a day",
    "The book fair is here: every sale earns books for our library",
    "Mrs Gale in the office has lost property",
    "My Year 3s loved the visit to the bakery",
    "Mr Shaw, head of music, plays a free concert on Sunday for the organ fund",
    "Year 8 have written a book and it is on sale in the office, proceeds to the library",
    "We have two spaces in Reception from January, get in touch",
    "The village hall is hosting a wedding fair on Sunday",
    "Football camp with the community trust at our school, book on their site",
    "Our 11 plus familiarisation evening is free and in the hall",
    "PTA cakes from £1 in aid of the playground",
    "Our cook makes the best lasagne in the county",
    "Babysitting course for Year 10 with St John Ambulance",
    "Our drama teacher directs Grease this spring",
    "Sharp Estate Agents have given us 20 boards for the fair, thank you",
    "The school shop sells calculators at £8",
    "Car boot sale on our field, £8 a pitch, PTA funds",
    "We rent our hall to a dance school on Saturdays, see their page",
    "Pre-order your school hoodie on the form",
    "Download our app to pay for lunches",
    "Text giving for the hospice: details on the poster",
    "Our apprentice electrician visited his old school",
    "Coaching for the rugby team is on Tuesday and Thursday",
    "Recycle your old phones with us: the school earns points",
    "School lottery: sign up online, £1 a week, half for books",
    "The uniform supplier has 10% off in July",
    "Personal training in first aid for Year 11",
    "Book early for Santa's grotto, £3 with a gift",
    "Miss Lunn ran the marathon for our hospice, please sponsor her",
]


@pytest.mark.parametrize("text", SHOULD_FLAG)
def test_should_flag(text: str) -> None:
    assert findings_of(SLUG, text, account=OFFICIAL)


@pytest.mark.parametrize("text", MUST_NOT_FLAG)
def test_must_not_flag(text: str) -> None:
    assert findings_of(SLUG, text, account=OFFICIAL) == []


@pytest.mark.parametrize("text", SHOULD_FLAG[:5])
def test_on_a_personal_account_it_is_nobodys_business(text: str) -> None:
    assert findings_of(SLUG, text, account=Account.personal("@me")) == []


def test_it_warns_and_says_it_once() -> None:
    text = "I'm offering private maths tuition, £30 an hour, message me. Use my code MISSB20 at checkout."
    (finding,) = findings_of(SLUG, text, account=OFFICIAL)
    assert finding.severity is Severity.WARN


def test_a_quotation_is_only_a_hint() -> None:
    text = "Beware of posts like 'use my referral code and earn from home'"
    (finding,) = findings_of(SLUG, text, account=OFFICIAL)
    assert finding.severity is Severity.ADVISE
