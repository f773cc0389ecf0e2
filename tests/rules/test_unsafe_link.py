from __future__ import annotations

from pathlib import Path

import pytest

from guard import Account, Draft, Guard
from guard.model import Finding, Severity
from guard.testing import findings_of

SHORTENED = [
    "Vote for our playground here: bit.ly/3xYz12",
    "Vote for our playground here: https://bit.ly/3xYz12",
    "Tickets for the summer fair (https://tinyurl.com/fair26).",
    "PTA quiz night sign-up http://ow.ly/AbC123!",
    "Survey closes Friday, is.gd/quiz26, thank you",
    "Menu for next term: HTTPS://TINYURL.COM/menus",
    "www.bit.ly/abc123 for the coach times",
    "Sponsor us\nhttps://buff.ly/3AbCdE",
    "New uniform shop: cutt.ly/uniform26",
    "Have a look at https://rb.gy/abc1 and tell us what you think",
    "Governors needed, apply at t.ly/gov",
    "QR code does not work? Use https://qrco.de/oak1",
    "Vote for us: https://z9q.nu/aB3xQ7",
    "Order at https://shop.rebrand.ly/uniform",
]
LOOKALIKE = [
    "School news: https://оakfield-academy.example/news",
    "School news: https://oakfie1d-academy.example/news",
    "Log in at https://oakfield-academy.example.parents-login.com",
    "Pay for the trip at https://paypa1.com/oakfield",
    "See https://www.faceb00k.com/events",
    "https://xn--pypal-4ve.com/login",
    "Your parcel: https://royalmail.com.parcel-check.top/x",
    "Free vouchers at https://amazon-verify.shop",
    "Photos at https://facebook.com.albums.example",
    "Reset it at https://rnicrosoft.com/reset",
    "gооgle.com/forms/abc for the sign-up sheet",
    "Refunds at https://gov.uk.tax-refund.com",
    "Sign in: https://paypa1.pay.example/x",
    "Deals: https://amaz0n-deals.example",
    "https://netflixlogin.example to keep watching",
]
OTHER = [
    ("Trip photos on http://81.2.69.142/album", "number"),
    ("Photos: http://3627734734/album", "number"),
    ("https://www.bbc.co.uk@evil.example/news", "disguised"),
    ("http://oakfield-academy.example@198.51.100.7/", "disguised"),
    ("Loads of free films on https://fmovies.to/x", "unsuitable"),
    ("Check out onlyfans.com/me", "unsuitable"),
    ("My tip for the Grand National: https://www.bet365.com", "unsuitable"),
    ("https://freecasino-bonus.example/spin", "unsuitable"),
    ("Everybody wins something: https://prize-generator.top/go", "unsuitable"),
    ("Easy cash at http://quick-money.club", "unsuitable"),
    ("Footy stream that works: http://strimz4u.ru/live2", "unsuitable"),
    ("Battlefield footage at http://gorevault.net/clips", "unsuitable"),
    ("Puzzles at https://unblocked-games.netlify.app", "unsuitable"),
    ("Sign up at bit dot ly/3abcD", "shortened"),
    ("Tonight's match on hxxps://crackstreams[.]me/live", "unsuitable"),
]
ADVISED = [
    ("Slides at https://gogle.com/slides", "nearly-known"),
    ("Get the app: https://downloads.example/quiz/setup.exe", "program"),
    ("News: https://oakfield-acadmy.example", "nearly-known"),
]
QUIET = [
    "Read more at https://www.oakfield-academy.example/news/2026/11?page=2#top",
    "https://t.co/AbC123dEf",
    "Join us: https://lnkd.in/abc-123",
    "Live at https://fb.me/e/abc and https://youtu.be/dQw4w9WgXcQ",
    "Book with https://forms.gle/abc123XYZ",
    "Where we are: https://goo.gl/maps/abc and https://maps.app.goo.gl/abc",
    "Story in bbc.in/3abc, well worth a read",
    "Details on gov.uk/school-admissions and www.nhs.uk/live-well",
    "Donate: https://www.justgiving.com/page/oakfield-library",
    "Term dates: https://www.westshire.gov.uk/term-dates",
    "Write to office@oakfield-academy.example or jo.bloggs@bit.ly",
    "Well done.So proud of them all",
    "The score was 3.2.1 and we came 4th in 12.5 seconds",
    "Version 10.4.2 of the app is out",
    "Printer is at http://192.168.1.20 again",
    "Year 6.In the hall at 9.30am",
    "Menu at https://ysgolbrynŵen.cymru/bwydlen",
    "Le petit café: https://www.café-école.fr",
    "Our blog: oakfieldyear4.wordpress.com",
    "https://en.wikipedia.org/wiki/Mercury_(planet)",
    "See https://www.twinkl.co.uk/resource/t2-e-123 for the sheet",
    "Essex and Sussex: https://www.essex.ac.uk and https://www.sussex.ac.uk",
    "Scunthorpe Museum: https://www.scunthorpemuseum.example/visit",
    "PDF: https://www.oakfield-academy.example/policies/e-safety.pdf",
    "e.g. maths, i.e. numbers, etc. at 3.15pm",
    "Node.js club and the .NET challenge on Friday",
    "bit.ly is a shortener, said our computing lesson",
    "https://www.tes.com/jobs and https://www.teachers.net",
    "Share https://share.example/?u=https://www.bbc.co.uk/news",
    "",
]


@pytest.mark.parametrize("text", SHORTENED)
def test_a_shortened_link_hides_where_it_leads(text: str) -> None:
    (finding,) = findings_of("unsafe-link", text)
    assert finding.message == "unsafe-link.shortened"
    assert finding.severity is Severity.WARN
    assert finding.requirement == "C7"


@pytest.mark.parametrize("text", LOOKALIKE)
def test_a_host_made_to_look_like_another(text: str) -> None:
    (finding,) = findings_of("unsafe-link", text)
    assert finding.message == "unsafe-link.look-alike"
    assert finding.severity is Severity.WARN


@pytest.mark.parametrize(("text", "message"), OTHER)
def test_other_unsafe_links(text: str, message: str) -> None:
    (finding,) = findings_of("unsafe-link", text)
    assert finding.message == f"unsafe-link.{message}"
    assert finding.severity is Severity.WARN


@pytest.mark.parametrize(("text", "message"), ADVISED)
def test_what_may_well_be_fine_only_advises(text: str, message: str) -> None:
    (finding,) = findings_of("unsafe-link", text)
    assert finding.message == f"unsafe-link.{message}"
    assert finding.severity is Severity.ADVISE


@pytest.mark.parametrize("text", QUIET)
@pytest.mark.parametrize("account", [Account.personal(), Account.official()])
def test_says_nothing(text: str, account: Account) -> None:
    assert findings_of("unsafe-link", text, account=account) == []


@pytest.mark.parametrize("account", [Account.personal(), Account.official(), Account.unknown()])
def test_holds_on_every_account(account: Account) -> None:
    (finding,) = findings_of("unsafe-link", "Vote here: bit.ly/3xYz12", account=account)
    assert finding.severity is Severity.WARN


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("🎉 Vote (https://bit.ly/3xYz12).", "https://bit.ly/3xYz12"),
        ("Vote: **bit.ly/3xYz12**", "bit.ly/3xYz12"),
        ("Vote:https://bit.ly/3xYz12,thanks", "https://bit.ly/3xYz12,thanks"),
        ("“https://bit.ly/3xYz12” is the one", "https://bit.ly/3xYz12"),
    ],
)
def test_marks_the_address_and_can_leave_it_out(text: str, marked: str) -> None:
    (finding,) = findings_of("unsafe-link", text)
    assert finding.span is not None
    assert text[finding.span.start : finding.span.end] == marked
    (edit,) = finding.fixes[0].edits
    assert findings_of("unsafe-link", text[: edit.span.start] + edit.text + text[edit.span.end :]) == []


def test_each_host_once() -> None:
    assert len(findings_of("unsafe-link", "bit.ly/aaaa bit.ly/bbbb tinyurl.com/cccc")) == 2


def _with(tmp_path: Path, table: str, text: str) -> list[Finding]:
    policy = tmp_path / "school.toml"
    policy.write_text(f'extends = "demo"\n[rules.unsafe-link]\n{table}\n', "utf-8")
    with Guard.open(policy) as guard:
        report = guard.check(Draft(text, account=Account.personal("@me")))
    return [finding for finding in report.findings if finding.slug == "unsafe-link"]


@pytest.mark.parametrize(
    ("table", "text", "expected"),
    [
        ('allow = ["bit.ly"]', "bit.ly/3xYz12", []),
        ('allow = ["https://www.gogle.com/"]', "https://docs.gogle.com/x", []),
        ('block = ["rumours.example"]', "Seen on www.rumours.example/oakfield", ["warn blocked"]),
        ('block = ["rumours.example"]', "Seen on m.rumours.example/oakfield", ["warn blocked"]),
        ('block = ["rumours.example"]', "Seen on norumours.example/oakfield", []),
        ('shortened = "off"', "bit.ly/3xYz12", []),
        ('shortened = "advise"', "bit.ly/3xYz12", ["advise shortened"]),
        ('shortened = "advise"', "https://paypa1.com", ["warn look-alike"]),
    ],
)
def test_the_schools_own_lists(tmp_path: Path, table: str, text: str, expected: list[str]) -> None:
    found = _with(tmp_path, table, text)
    assert [f"{each.severity} {each.message.removeprefix('unsafe-link.')}" for each in found] == expected
