"""Personal data, and what is told of somebody's private circumstances."""

from __future__ import annotations

import enum
from dataclasses import dataclass

from guard.model import Span


class DataKind(enum.StrEnum):
    """What sort of personal data stands in a text."""

    PHONE = "phone"
    EMAIL = "email"
    MESSAGING = "messaging"  # a name in a messaging app, or the invitation to write there
    ADDRESS = "address"
    POSTCODE = "postcode"
    BIRTH_DATE = "birth_date"
    PUPIL_NUMBER = "pupil_number"  # Unique Pupil Number
    NHS_NUMBER = "nhs_number"
    NATIONAL_INSURANCE = "national_insurance"
    CARD = "card"
    BANK_ACCOUNT = "bank_account"


class Owner(enum.StrEnum):
    """Whose a piece of personal data is, as far as the words around tell."""

    WRITER = "writer"
    PERSON = "person"  # a pupil, somebody's family, a colleague
    ORGANISATION = "organisation"  # an office, a helpline, a venue, a published number
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class PersonalDatum:
    """Contact details or an identifier. Numbers that carry a check digit are only reported where it is right.

    `organisation` is the index of the protected organisation whose domain an e-mail address is at.
    """

    span: Span
    kind: DataKind
    owner: Owner = Owner.UNKNOWN
    organisation: int | None = None


class CircumstanceSort(enum.StrEnum):
    """What somebody's circumstances are about."""

    MEDICAL = "medical"
    NEEDS = "needs"  # special educational needs, free school meals
    SAFETY = "safety"  # safeguarding, care
    BEHAVIOUR = "behaviour"
    FAMILY = "family"


class About(enum.StrEnum):
    """Whom circumstances are told of."""

    PUPIL = "pupil"  # somebody unnamed: "one of my Year 4s"
    NAMED = "named"
    FAMILY = "family"
    STAFF = "staff"


@dataclass(frozen=True, slots=True)
class Circumstance:
    """Something private is told of somebody: an illness, special needs, care, behaviour, the home.

    `name` is where the name stands, if one does: `listed` on the register, `full_name` more than a first name.
    `beside`: only a sensitive word stands in the sentence of a name on the register. `sure` is False where nothing says
    that a pupil's family is meant; `school_talk` is True where class, year or pupil talk stands by the name.
    """

    span: Span
    sort: CircumstanceSort
    about: About
    name: Span | None = None
    listed: bool = False
    full_name: bool = False
    beside: bool = False
    sure: bool = True
    school_talk: bool = False
