"""Posts with invented personal data and posts with what only looks like it, drawn from a seed.

Telephone numbers are of the ranges kept for drama where there is such a range; nobody and nothing here is real.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass

from guard.text.check_digits import is_card_number, is_national_insurance_number, is_nhs_number, is_upn

_LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ"
_FIRST = ("Amelia", "Priya", "Tom", "Zainab", "Kofi", "Gethin", "Chloe", "Dylan", "Jayden", "Mrs Patel", "Mr Evans")
_MONTHS = ("January", "March", "May", "June", "August", "September", "October", "December")
_STREETS = ("Station", "Church", "Victoria", "Beech", "Elm", "St John's", "Mill", "High", "Back Mill", "Chestnut")
_KINDS_OF_STREET = ("Road", "Street", "Lane", "Avenue", "Drive", "Close", "Grove", "Gardens", "Terrace", "Way", "Court")
_VENUES = ("Millbrook Leisure Centre", "St Mary's Church", "the Grand Theatre", "the village hall", "Millbrook Library")


@dataclass(frozen=True)
class Detail:
    """A post with one piece of personal data at text[start:end]."""

    kind: str
    text: str
    start: int
    end: int


class _Maker:
    """Makes one of everything, as people write it."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)

    def digits(self, count: int) -> str:
        return "".join(self.random.choice("0123456789") for _ in range(count))

    def one_of(self, *shapes: str) -> str:
        return self.random.choice(shapes)

    def until(self, make: Callable[[], str], right: Callable[[str], bool]) -> str:
        while True:
            made = make()
            if right(made.lower()):
                return made

    def phone(self) -> str:
        if self.random.random() < 0.3:
            area, rest = self.one_of("01632", "01204", "01952"), "960" + self.digits(3)
            return self.one_of(f"{area} {rest}", f"({area}) {rest}", f"{area}{rest}", f"{area}-{rest}")
        number = "7700900" + self.digits(3)
        first, rest = number[:4], number[4:]
        return self.one_of(
            f"0{first} {rest}", f"0{number}", f"0{first} {rest[:3]} {rest[3:]}", f"+44 {first} {rest}", f"+44{number}",
            f"+44 (0){first} {rest}", f"0044 {first} {rest}", f"0{first}-{rest}", f"0{first}.{rest[:3]}.{rest[3:]}",
        )  # fmt: skip

    def email(self) -> str:
        name = self.one_of(
            "amelia", "priya", "j.smith12", "tom_o'brien", "ali-k", "mum2twins", "crafty.sue", "khan+kids"
        )
        host, top = self.one_of("example", "mailbox.example", "gmail"), self.one_of("com", "org", "co.uk")
        dots = f"{host}.{top}".replace(".", " dot ")
        return self.one_of(
            f"{name}@{host}.{top}", f"{name}@{host}.{top}", f"{name} at {dots}",
            f"{name} [at] {host}.{top}".replace(".", " [dot] "), f"{name} (at) {dots.replace('dot', '(dot)')}",
        )  # fmt: skip

    def postcode(self) -> str:
        area = self.one_of("B", "M", "LS", "BD", "GL", "DN", "CF", "EH", "G", "PO", "NE", "CB")
        code = f"{area}{self.random.randint(1, 28)} {self.random.randint(1, 9)}{self.one_of('AB', 'QX', 'LN', 'DJ')}"
        return self.one_of(code, code, code.lower())

    def address(self) -> str:
        house = f"{self.random.randint(1, 240)}{self.one_of('', '', 'a')}"
        flat = self.one_of("", "", f"Flat {self.random.randint(1, 20)}, ")
        return f"{flat}{house} {self.random.choice(_STREETS)} {self.random.choice(_KINDS_OF_STREET)}"

    def birth_date(self) -> str:
        day, month, year = self.random.randint(1, 28), self.random.randint(1, 12), self.random.randint(2006, 2021)
        name = self.random.choice(_MONTHS)
        return self.one_of(
            f"{day:02}/{month:02}/{year}", f"{day}.{month}.{year}", f"{day:02}-{month:02}-{year % 100:02}",
            f"{day} {name} {year}", f"{day} {name[:3]} {year}", f"{name} {day}, {year}", f"{year}-{month:02}-{day:02}",
        )  # fmt: skip

    def upn(self) -> str:
        number = self.digits(12)
        letter = next(each for each in _LETTERS if is_upn(f"{each}{number}".lower()))
        return letter + number

    def nhs(self) -> str:
        number = self.until(lambda: self.one_of("4", "6", "7") + self.digits(9), is_nhs_number)
        return self.one_of(
            number, f"{number[:3]} {number[3:6]} {number[6:]}", f"{number[:3]}-{number[3:6]}-{number[6:]}"
        )

    def national_insurance(self) -> str:
        def make() -> str:
            return f"{self.one_of(*_LETTERS)}{self.one_of(*_LETTERS)}{self.digits(6)}{self.one_of('A', 'B', 'C', 'D')}"

        number = self.until(make, is_national_insurance_number)
        return self.one_of(
            number, number.lower(), f"{number[:2]} {number[2:4]} {number[4:6]} {number[6:8]} {number[8]}"
        )

    def card(self) -> str:
        number = self.until(lambda: "4" + self.digits(15), is_card_number)
        return self.one_of(number, " ".join(number[place : place + 4] for place in range(0, 16, 4)))


_TEMPLATES: dict[str, tuple[str, ...]] = {
    "phone": ("Ring {n} on {}", "his dad's number is {}", "{n}: {}", "call {} please", "my mobile is {}", "tel {}",
              "mum can be reached on {}", "phone {} after 6", "{} is her mobile", "lost cat, phone {}"),
    "email": ("email {}", "my email is {}", "contact {n} at {}", "{n} ({})", "send it to {} by Monday", "cc {} too",
              "her personal email {}", "drop her a line: {}", "{} is {n}'s email", "please reply to {}"),
    "postcode": ("postcode {}", "their postcode is {}", "he lives in {}", "near {} somewhere", "family home {}"),
    "address": ("He lives at {}", "her address is {}", "party at {}, 7pm", "they've moved to {}", "drop {n} off at {}",
                "home address {}", "round to {} for tea", "{n}, {}"),
    "birth_date": ("DOB {}", "D.O.B. {}", "date of birth: {}", "{n} was born on {}", "his birthday is {}", "born {}",
                   "{} is her date of birth"),
    "upn": ("UPN {}", "{n} UPN: {}", "pupil number {}", "please check {} on the system"),
    "nhs": ("NHS number {}", "his NHS no. {}", "nhs: {}", "found a letter with {} on it"),
    "national_insurance": ("NI number {}", "my NINO is {}", "national insurance number {}", "payroll has {} for her"),
    "card": ("card {}", "my card number is {}", "pay with {}", "she read out {} on the phone"),
}  # fmt: skip


def posts_with_details(seed: int, count: int) -> list[Detail]:
    """Posts with one piece of personal data each."""
    maker = _Maker(seed)
    made = []
    for _ in range(count):
        kind = maker.random.choice(list(_TEMPLATES))
        template = maker.random.choice(_TEMPLATES[kind]).replace("{n}", maker.random.choice(_FIRST))
        value = str(getattr(maker, kind)())
        start = template.index("{}")
        made.append(Detail(kind, template.replace("{}", value), start, start + len(value)))
    return made


def look_alikes(seed: int, count: int) -> list[str]:
    """Posts without personal data that look as if they had some."""
    maker = _Maker(seed)
    d, pick, between = maker.digits, maker.one_of, maker.random.randint
    shapes: tuple[Callable[[], str], ...] = (
        lambda: f"We won {between(0, 40)}-{between(0, 40)} today",
        lambda: f"Term starts on {maker.birth_date()}",
        lambda: f"Order {d(pick_length(maker))} shipped",
        lambda: f"ISBN 978-{d(1)}-{d(3)}-{d(5)}-{d(1)} is the set text",
        lambda: f"Ref: {pick('AB', 'CY')}{d(6)}",
        lambda: f"Ext {d(3)}, room {pick('B12', 'C4', '0161')}",
        lambda: f"Bus {d(3)} leaves at {between(6, 18):02}{pick('00', '15', '45')}",
        lambda: f"Registered charity no. {d(7)}",
        lambda: f"Please call the office on {maker.phone()}",
        lambda: f"Absence line: {maker.phone()}",
        lambda: f"To book a tour ring {maker.phone()}",
        lambda: pick("Samaritans 116 123", "Childline 0800 1111", "NSPCC helpline 0808 800 5000", "NHS 111"),
        lambda: f"Join us at {pick(*_VENUES)}, {maker.postcode().upper()}",
        lambda: f"Sat nav for the fixture: {maker.postcode().upper()}",
        lambda: f"{pick(*_VENUES)}, {between(1, 99)} Church Lane, Millbrook",
        lambda: f"#Room{d(3)} and hex #{d(6)}",
        lambda: f"{between(2, 9)} close calls on the road to Chapter {between(1, 30)} High hopes",
        lambda: f"Class {between(1, 6)} Forest Drive assembly",
        lambda: "Email office@oakfield-academy.example to book",
        lambda: f"https://www.example.org/news/{d(4)}/{d(11)}",
        lambda: f"Zoom meeting ID {d(3)} {d(4)} {d(4)}",
        lambda: f"We raised £{between(1, 9)},{d(3)}.{d(2)}",
        lambda: "Shakespeare was born on 23 April 1564",
        lambda: "Children born between 1 September 2021 and 31 August 2022 can apply now",
        lambda: f"Tracking number {d(12)}",
        lambda: f"{between(0, 6)}-{between(0, 6)} {between(0, 6)}-{between(0, 6)} {between(0, 6)}-{between(0, 6)}",
        lambda: f"Millbrook {between(0, 5)} Elm Grove {between(0, 5)}",
        lambda: f"period {pick('B4 5th', 'N1 2nd')} lesson",
        lambda: f"Donate to the PTA: sort code {d(2)}-{d(2)}-{d(2)} account {d(8)}",
        lambda: "Visit to 10 Downing Street for our school council",
    )
    return [maker.random.choice(shapes)() for _ in range(count)]


def pick_length(maker: _Maker) -> int:
    """How long an order's number is."""
    return maker.random.choice((8, 10, 11, 12, 16))
