"""Reads contact details and identifiers of a text, and whose they are."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice, zip_longest

from guard.model import Role
from guard.reading import DataKind, Owner, PersonalDatum
from guard.text.birth_dates import birth_dates
from guard.text.clauses import Clauses
from guard.text.data_owners import account_owner, contact_owner, place_owner
from guard.text.digit_runs import DigitRuns, digit_runs, word_at
from guard.text.email_addresses import EmailAddress, email_addresses
from guard.text.identifiers import identifiers, is_reference
from guard.text.phone_numbers import numbers_in_links, phone_numbers, spelt_numbers
from guard.text.phrases import phrases_of
from guard.text.postal_addresses import postal_addresses
from guard.text.word_sets import word_set
from guard.text.words import Words
from guard.vocabulary import Organisation

_INVITATIONS = phrases_of("messaging.phrases")
_RIGHT_AFTER = 5
_MOST = 50  # reported of one text
_NO_DIGITS = digit_runs("")
_DIGITS = frozenset("0123456789")
# Mailboxes of an office, a committee, a club; also as part of one: "millbrook.pta", "bookings2".
_POSTS = word_set(
    """
    office admin info enquiries enquiry hello contact reception tickets bookings booking pta ptfa ptsa friends school
    head headteacher headteachers governors clerk admissions recruitment jobs careers hr finance press media comms
    communications support help helpdesk noreply donotreply team events secretary treasurer membership sales
    volunteers volunteer safeguarding dpo dataprotection privacy senco sendco send library music sport sports pe exams
    attendance absence absences nursery preschool wraparound breakfastclub afterschool afterschoolclub sixthform uniform
    catering kitchen lettings marketing news newsletter editor feedback complaints customerservice customerservices
    reservations shop orders education learning schools outreach foodbank council parish church fc rfc cc afc club
    fundraising donations charity community hire theatre boxoffice museum gallery mail post postmaster
    """
)
_MARKED_POST = (
    *("office", "admin", "enquir", "info@", "pta", "ptfa", "school", "club", "bookings", "fc@", "support", "bully"),
    *("safeguard", "worried", "concern", "wellbeing", "helpline", "report", "absence", "attendance"),
)
_PUBLIC_DOMAINS = (".gov.uk", ".nhs.uk", ".police.uk", ".parliament.uk", ".gov.wales", ".gov.scot")


class PersonalDataReader:
    """Made once from the organisations' domains; `read` may be called from any thread."""

    def __init__(self, organisations: tuple[Organisation, ...]) -> None:
        self._domains = tuple(
            (domain.lower().removeprefix("www."), index)
            for index, organisation in enumerate(organisations)
            for domain in organisation.domains
        )

    def read(self, clauses: Clauses, role: Role) -> tuple[PersonalDatum, ...]:
        """The personal data of a text in order of place, none overlapping."""
        words = clauses.words
        found = list(self._emails(words))
        if not _DIGITS.isdisjoint(words.folded.text):
            runs = digit_runs(words.folded.text)
            # In the names of files digits are dates and counters.
            if role is not Role.FILE_NAME:
                found.extend(_phones(words, runs))
            found.extend(_identifiers(words, runs))
            found.extend(_dates(words))
            found.extend(_places(words, runs))
        else:
            found.extend(_places(words, _NO_DIGITS))
        found.extend(_phones_in_words(words))
        found.extend(_invitations(clauses))
        return tuple(_apart(found))

    def _emails(self, words: Words) -> Iterator[PersonalDatum]:
        for email in islice(email_addresses(words), _MOST):
            first, last = word_at(words.starts, email.start), word_at(words.starts, email.end) - 1
            owner = contact_owner(words, first, last)
            if owner is not Owner.WRITER and _is_post(email):
                owner = Owner.ORGANISATION
            elif owner is Owner.ORGANISATION:
                owner = Owner.UNKNOWN
            span = words.folded.span(email.start, email.end)
            yield PersonalDatum(span, DataKind.EMAIL, owner, self._organisation(email.domain))

    def _organisation(self, domain: str) -> int | None:
        for own, index in self._domains:
            if domain == own or domain.endswith("." + own):
                return index
        return None


def _is_post(email: EmailAddress) -> bool:
    """Whether a mailbox belongs to an office rather than to somebody."""
    if email.domain.endswith(_PUBLIC_DOMAINS):
        return True
    name = email.local.partition("+")[0]
    pieces = name.replace("-", ".").replace("_", ".").split(".")
    marked = name + "@"
    return any(piece.rstrip("0123456789") in _POSTS for piece in pieces) or any(mark in marked for mark in _MARKED_POST)


def _phones(words: Words, runs: DigitRuns) -> Iterator[PersonalDatum]:
    for phone in islice(phone_numbers(runs), _MOST):
        first, last = word_at(words.starts, phone.start), word_at(words.starts, phone.end) - 1
        if is_reference(words, phone.start, near=4 if phone.first == phone.last else 2):
            continue
        owner = Owner.ORGANISATION if phone.service else contact_owner(words, first, last)
        yield PersonalDatum(words.folded.span(phone.start, phone.end), DataKind.PHONE, owner)


def _phones_in_words(words: Words) -> Iterator[PersonalDatum]:
    for first, last in islice(spelt_numbers(words), _MOST):
        span = words.folded.span(words.starts[first], words.ends[last])
        yield PersonalDatum(span, DataKind.PHONE, contact_owner(words, first, last))
    for start, end in islice(numbers_in_links(words.folded.text), _MOST):
        first = word_at(words.starts, start)
        owner = contact_owner(words, first, first)
        yield PersonalDatum(words.folded.span(start, end), DataKind.PHONE, owner)


def _identifiers(words: Words, runs: DigitRuns) -> Iterator[PersonalDatum]:
    for each in islice(identifiers(words, runs), _MOST):
        first, last = word_at(words.starts, each.start), word_at(words.starts, each.end) - 1
        if each.kind is DataKind.BANK_ACCOUNT:
            owner = account_owner(words, first, last)
        else:
            owner = contact_owner(words, first, last)
            owner = Owner.UNKNOWN if owner is Owner.ORGANISATION else owner
        yield PersonalDatum(words.folded.span(each.start, each.end), each.kind, owner)


def _dates(words: Words) -> Iterator[PersonalDatum]:
    for each in islice(birth_dates(words), _MOST):
        yield PersonalDatum(words.folded.span(each.start, each.end), DataKind.BIRTH_DATE, Owner.PERSON)


def _places(words: Words, runs: DigitRuns) -> Iterator[PersonalDatum]:
    for each in islice(postal_addresses(words, runs), _MOST):
        kind = DataKind.POSTCODE if each.postcode else DataKind.ADDRESS
        span = words.folded.span(words.starts[each.first], words.ends[each.last])
        yield PersonalDatum(span, kind, place_owner(words, each.first, each.last))


def _invitations(clauses: Clauses) -> Iterator[PersonalDatum]:
    for each in islice(_INVITATIONS.find(clauses.pieces), _MOST):
        yield PersonalDatum(clauses.span(each.first, each.end), DataKind.MESSAGING, Owner.WRITER)


def _apart(found: list[PersonalDatum]) -> Iterator[PersonalDatum]:
    """The longest of those that overlap, in order of place; an invitation with its number right after is the number."""
    found.sort(key=lambda datum: (datum.span.start, -datum.span.end))
    end, given = 0, 0
    for each, following in zip_longest(found, found[1:]):
        if each.span.start < end or given == _MOST:
            continue
        led = following is not None and 0 <= following.span.start - each.span.end <= _RIGHT_AFTER
        if not (each.kind is DataKind.MESSAGING and led):
            yield each
            end, given = each.span.end, given + 1
