"""Somebody's contact details or an identifying number: a pupil's, a family's, a colleague's.

What it does: looks for telephone numbers, e-mail addresses (also "name at example dot org"), postcodes and house
addresses, dates of birth, Unique Pupil Numbers, NHS and National Insurance numbers, cards and bank accounts, and for
whose they are. Numbers with a check digit count where it is right. What is said to be somebody's ("his mum's mobile")
and what identifies one person counts in full; a number whose owner nobody tells is one step milder, and a lone
landline, postcode or house on the school's own account another. The numbers of an office, a helpline, a service or a
venue are none.

Why it matters: once such details are out, strangers can find a child or a family, and nobody can take them back.

Example: "Jayden's mum's number is 07700 900123 if anybody finds his coat"

What to do instead: let people go through the school office, or send the details to the one person who needs them.

Options: `own`: what the writer's own contact details are worth here: "leave" (the default, where the rule
own-contact-details looks after them) or "advise".

Known to be wrong: house addresses in small letters are only seen where somebody is said to live there; a business's
mobile number may be taken for a person's; names of streets without a number are seen after "lives on" only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from guard.model import AccountKind, Confidence, Edit, Fix, FixKind, Severity, Span
from guard.reading import DataKind, Owner, PersonalDatum, Reading
from guard.rule import Context, Hit, Rule, RuleOptions

RULE = Rule(code="SG401", requirement="P1", severity=Severity.STOP)

_MESSAGES = {
    DataKind.PHONE: "phone",
    DataKind.EMAIL: "email",
    DataKind.ADDRESS: "address",
    DataKind.POSTCODE: "postcode",
    DataKind.BIRTH_DATE: "birth-date",
    DataKind.PUPIL_NUMBER: "identifier",
    DataKind.NHS_NUMBER: "identifier",
    DataKind.NATIONAL_INSURANCE: "identifier",
    DataKind.CARD: "account",
    DataKind.BANK_ACCOUNT: "account",
}
_ORDER = (Owner.PERSON, Owner.WRITER, Owner.UNKNOWN, Owner.ORGANISATION)
_MOBILE = re.compile(r"(?:0|44|0044|440)7")
_CONTACT = (DataKind.PHONE, DataKind.EMAIL, DataKind.ADDRESS, DataKind.POSTCODE)


class Options(RuleOptions, frozen=True):
    """What the writer's own details are worth."""

    own: Literal["leave", "advise"] = "leave"


def check(reading: Reading, context: Context[Options]) -> Iterator[Hit]:
    places: dict[tuple[DataKind, str], list[tuple[int, PersonalDatum]]] = {}
    for index, part in reading:
        for datum in part.personal_data:
            if datum.kind in _MESSAGES:
                written = part.part.text[datum.span.start : datum.span.end]
                key = datum.kind, "".join(sign for sign in written.casefold() if sign.isalnum())
                places.setdefault(key, []).append((index, datum))
    for (kind, subject), found in places.items():
        owner = min((datum.owner for _, datum in found), key=_ORDER.index)
        severity = _severity(subject, owner, found[0][1], context)
        if severity is not None:
            index, datum = found[0]
            yield Hit(
                message="own" if owner is Owner.WRITER and kind in _CONTACT else _MESSAGES[kind],
                subject=subject,
                part=index,
                span=datum.span,
                severity=severity,
                confidence=Confidence.HIGH if severity is Severity.STOP else Confidence.MEDIUM,
                fixes=tuple(_fixes(found, reading, context)),
            )


def _severity(subject: str, owner: Owner, datum: PersonalDatum, context: Context[Options]) -> Severity | None:
    """How much it matters, or None where it does not."""
    kind = datum.kind
    official = context.account.kind is AccountKind.OFFICIAL
    if owner is Owner.ORGANISATION:
        return None
    if kind not in _CONTACT:
        return Severity.STOP
    if datum.organisation is not None and (official or owner is not Owner.PERSON):
        # A colleague's address at the school is there to be written to; on a personal account another rule asks.
        return None
    if owner is Owner.PERSON:
        return Severity.STOP
    if owner is Owner.WRITER:
        return Severity.ADVISE if context.options.own == "advise" else None
    # A school's own account names venues and other people's offices every day.
    landline = kind is DataKind.PHONE and not _MOBILE.match(subject)
    mostly_public = landline or kind in (DataKind.ADDRESS, DataKind.POSTCODE)
    return Severity.ADVISE if official and mostly_public else Severity.WARN


def _fixes(found: list[tuple[int, PersonalDatum]], reading: Reading, context: Context[Options]) -> Iterator[Fix]:
    """Taking it out, everywhere it stands. What a picture is called cannot be changed from here."""
    editable = [(index, datum.span) for index, datum in found if index < len(context.draft.parts)]
    if editable:
        edits = tuple(Edit(index, _with_blank(reading.parts[index].part.text, span), "") for index, span in editable)
        yield Fix(FixKind.EDIT_TEXT, "remove-details", edits)


def _with_blank(text: str, span: Span) -> Span:
    """The span and the blank before it, so that none is left over."""
    before = span.start > 0 and text[span.start - 1] == " "
    after = span.end == len(text) or not text[span.end].isalnum()
    return Span(span.start - 1, span.end) if before and after else span
