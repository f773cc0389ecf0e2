"""Numbers that name one person or one account: pupil, NHS and National Insurance numbers, cards, bank accounts.

Most carry a check digit, and only a right one counts; a number that is called what it is may have been mistyped. What
is called an order, a reference or a serial number is none of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from guard.reading import DataKind
from guard.text.check_digits import is_card_number, is_iban, is_national_insurance_number, is_nhs_number, is_upn
from guard.text.digit_runs import DigitRuns, word_at
from guard.text.word_sets import word_set
from guard.text.words import Words

_PUPIL_NUMBER = re.compile(r"(?<![\w#-])[a-hj-np-rt-z]\d{11}[\da-hj-np-rt-z](?![\w-])")
_SPACED_PUPIL_NUMBER = re.compile(r"(?<![\w#-])[a-hj-np-rt-z](?:[ -]?\d){11}[ -]?[\da-hj-np-rt-z](?![\w-])")
_INSURANCE = re.compile(
    r"(?<![\w#-])(?P<prefix>[a-z]{2})(?P<gap>[ -]?)\d{2}[ -]?\d{2}[ -]?\d{2}(?P<last>[ -]?)[a-d](?![\w-])"
)
_IBAN = re.compile(r"(?<!\w)gb\d{2} ?[a-z]{4}(?: ?\d){14}(?!\w)")
_SORT_CODE = re.compile(r"\b(?:sort ?code|s/c)\b[^\d\n]{0,20}(?P<code>\d\d[- ]?\d\d[- ]?\d\d)(?!\d)")
_ACCOUNT = re.compile(r"\b(?:account|acct|a/c|acc)\b(?: ?(?:number|num|no|nr))?[^\d\n]{0,12}(?P<number>\d{8})(?!\d)")
_BOTH = re.compile(r"(?<!\d)(?P<code>\d\d-\d\d-\d\d)[^\d\n]{1,20}(?P<number>\d{8})(?!\d)")
_REFERENCE = word_set(
    """
    order orders ref reference invoice tracking booking serial policy licence barcode isbn issn ean sku asin charity
    company registration urn raffle ticket lottery model item product code voucher parcel consignment asset batch
    case patent zoom meeting id webinar passcode passcodes wifi password candidate
    """
)
_CALLED = {
    DataKind.NHS_NUMBER: word_set("nhs chi"),
    DataKind.CARD: word_set("card visa mastercard amex debit credit maestro"),
    DataKind.PUPIL_NUMBER: word_set("upn upns pupil"),
    DataKind.NATIONAL_INSURANCE: word_set("ni nino insurance"),
}
_SHORTEST_CARD = 14
_NEAR = 6
_ALWAYS_NEAR = 4


@dataclass(frozen=True, slots=True)
class Identifier:
    """Something that names one person or account, at folded text[start:end]."""

    start: int
    end: int
    kind: DataKind


def identifiers(words: Words, runs: DigitRuns) -> Iterator[Identifier]:
    """The identifiers of a text that has digits, kind by kind."""
    text = words.folded.text
    if any(len(group) >= 6 for group in runs.groups) or len(runs.groups) > 2:
        yield from _pupil_numbers(words, runs)
        yield from _insurance_numbers(words, runs)
        yield from _digits_only(words, runs)
        yield from _accounts(words, text)


def called(words: Words, place: int, names: frozenset[str], near: int = _NEAR) -> bool:
    """Whether one of the names stands among the few words before a place of the folded text, on the same line."""
    last = word_at(words.starts, place)
    first = max(0, last - near)
    for index in range(last - 1, first - 1, -1):
        following = words.between(index) if index + 1 < len(words) else ""
        if "\n" in following:
            return False
        if words.words[index] in names:
            return True
    return False


def is_reference(words: Words, place: int, near: int = _ALWAYS_NEAR) -> bool:
    """Whether what stands at a place is called an order, a reference or the like."""
    return called(words, place, _REFERENCE, near)


def _pupil_numbers(words: Words, runs: DigitRuns) -> Iterator[Identifier]:
    text = runs.text
    for group, start in zip(runs.groups, runs.starts, strict=True):
        match = _PUPIL_NUMBER.match(text, start - 1) if start and len(group) in (11, 12) else None
        if match is None:
            continue
        named = called(words, match.start(), _CALLED[DataKind.PUPIL_NUMBER])
        if named or (is_upn(match.group()) and not is_reference(words, match.start())):
            yield Identifier(*match.span(), DataKind.PUPIL_NUMBER)
    if "upn" in text:
        for match in _SPACED_PUPIL_NUMBER.finditer(text):
            written = match.group()
            spaced = " " in written or "-" in written
            if spaced and called(words, match.start(), _CALLED[DataKind.PUPIL_NUMBER]):
                yield Identifier(*match.span(), DataKind.PUPIL_NUMBER)


def _insurance_numbers(words: Words, runs: DigitRuns) -> Iterator[Identifier]:
    for group, start in zip(runs.groups, runs.starts, strict=True):
        if len(group) not in (2, 6) or start < 2:
            continue
        begin = start - (2 if runs.text[start - 1].isalpha() else 3)
        match = _INSURANCE.match(runs.text, begin) if begin >= 0 else None
        if match is None or not is_national_insurance_number(re.sub("[ -]", "", match.group())):
            continue
        if not called(words, match.start(), _CALLED[DataKind.NATIONAL_INSURANCE]):
            source = words.folded.span(match.start("prefix"), match.end("prefix"))
            shouted = words.folded.source[source.start : source.end].isupper()
            if is_reference(words, match.start()) or (match["last"] == " " and not shouted):
                continue
        yield Identifier(*match.span(), DataKind.NATIONAL_INSURANCE)


def _digits_only(words: Words, runs: DigitRuns) -> Iterator[Identifier]:
    """NHS and card numbers."""
    index = 0
    while index < len(runs.groups):
        found = _nhs_at(words, runs, index) or _card_at(words, runs, index)
        if found is None:
            index += 1
        else:
            last, kind = found
            yield Identifier(runs.starts[index], runs.ends[last], kind)
            index = last + 1


def _nhs_at(words: Words, runs: DigitRuns, first: int) -> tuple[int, DataKind] | None:
    if len(runs.groups[first]) not in (3, 10):
        return None
    sizes = [len(group) for group in runs.groups[first : first + 3]]
    if sizes[0] == 10:
        last = first
    elif sizes == [3, 3, 4] and runs.gap(first) == runs.gap(first + 1) and runs.gap(first) in (" ", "-", "."):
        last = first + 2
    else:
        return None
    digits = "".join(runs.groups[first : last + 1])
    if not runs.stands_alone(first, last) or not is_nhs_number(digits):
        return None
    place = runs.starts[first]
    if not called(words, place, _CALLED[DataKind.NHS_NUMBER]):
        # Numbers given out begin so; anything else of ten digits is one by chance every eleventh time.
        if is_reference(words, place) or (last == first and digits[0] not in "3467"):
            return None
        if digits[0] == "0":
            return None
    return last, DataKind.NHS_NUMBER


def _card_at(words: Words, runs: DigitRuns, first: int) -> tuple[int, DataKind] | None:
    if runs.digits_in(first, 5) < _SHORTEST_CARD or runs.groups[first][0] not in "23456":
        return None
    for last, digits, gaps in runs.runs(first, 5):
        sizes = [len(group) for group in runs.groups[first : last + 1]]
        shaped = first == last or (
            len(set(gaps)) == 1 and gaps[0] in (" ", "-", ".") and (set(sizes[:-1]) == {4} or sizes[:2] == [4, 6])
        )
        if shaped and is_card_number(digits) and runs.stands_alone(first, last):
            place = runs.starts[first]
            if called(words, place, _CALLED[DataKind.CARD]) or not is_reference(words, place):
                return last, DataKind.CARD
    return None


def _accounts(words: Words, text: str) -> Iterator[Identifier]:
    if "gb" in text:
        for match in _IBAN.finditer(text):
            if is_iban(match.group().replace(" ", "")):
                yield Identifier(*match.span(), DataKind.BANK_ACCOUNT)
    if "sort" in text or "s/c" in text or "a/c" in text or "bank" in text or "acc" in text:
        taken = set()
        for pattern, group in ((_SORT_CODE, "code"), (_ACCOUNT, "number")):
            for match in pattern.finditer(text):
                taken.add(match.start(group))
                yield Identifier(*match.span(group), DataKind.BANK_ACCOUNT)
        for match in _BOTH.finditer(text):
            for group in ("code", "number"):
                if match.start(group) not in taken and called(
                    words, match.start(), word_set("bank account transfer pay bacs")
                ):
                    yield Identifier(*match.span(group), DataKind.BANK_ACCOUNT)
