"""Numbers that prove themselves: check letters and digits of British identifiers, cards and bank accounts.

Every function takes the bare letters and digits, small letters, no blanks.
"""

from __future__ import annotations

import re

_UPN_LETTERS = "abcdefghjklmnpqrtuvwxyz"
_UPN = re.compile(r"[a-hj-np-rt-z]\d{11}[\da-hj-np-rt-z]")
_NINO = re.compile(r"(?!bg|gb|kn|nk|nt|tn|zz)[a-ceghj-prstw-z][a-ceghj-nprstw-z]\d{6}[a-d]")
# Visa, Mastercard, American Express, Discover, Diners, Maestro: how long a number that begins so is.
_CARDS = (
    (re.compile(r"4"), (16, 19)),
    (re.compile(r"5[1-5]|2[2-7]|6011|6[45]|35|30|36|38|50|5[6-9]|6[37]"), (14, 16, 19)),
    (re.compile(r"3[47]"), (15,)),
)
_HALF_IBAN = 4


def is_upn(number: str) -> bool:
    """A Unique Pupil Number, permanent (a letter, twelve digits) or temporary (its last sign is a letter)."""
    if not _UPN.fullmatch(number):
        return False
    values = [int(sign) if sign.isdigit() else _UPN_LETTERS.index(sign) for sign in number[1:]]
    total = sum(place * value for place, value in enumerate(values, 2))
    return number[0] == _UPN_LETTERS[total % 23]


def is_nhs_number(digits: str) -> bool:
    """Ten digits whose last is the check digit (modulus 11)."""
    if len(digits) != 10 or len(set(digits)) == 1:
        return False
    total = sum(weight * int(digit) for weight, digit in zip(range(10, 1, -1), digits, strict=False))
    return (11 - total % 11) % 11 == int(digits[9])


def is_national_insurance_number(number: str) -> bool:
    """Two letters that are given out, six digits, a letter from A to D."""
    return _NINO.fullmatch(number) is not None


def is_card_number(digits: str) -> bool:
    """A payment card's number: its issuer's length and the check digit after Luhn."""
    lengths = next((lengths for start, lengths in _CARDS if start.match(digits)), ())
    if len(digits) not in lengths or len(set(digits)) < 2:
        return False
    total = 0
    for place, sign in enumerate(reversed(digits)):
        digit = int(sign) * (1 + place % 2)
        total += digit - 9 if digit > 9 else digit
    return total % 10 == 0


def is_iban(number: str) -> bool:
    """A British international bank account number (modulus 97)."""
    if len(number) != 22 or not number.startswith("gb"):
        return False
    turned = number[_HALF_IBAN:] + number[:_HALF_IBAN]
    return int("".join(str(int(sign, 36)) for sign in turned)) % 97 == 1
