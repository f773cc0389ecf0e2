"""The no-publish list: who may not be shown or named where, and who may be recognised.

    from guard.register import PersonEntry, Name, Register

    with Register.open("register.db", create=True) as register:
        reference = register.add(PersonEntry(Name("Ada", "Example"), group="4B"))

Importing this is light; the database is loaded with `Register`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from guard.register.consents import naming_level, picture_channels
from guard.register.entries import (
    ALL_CHANNELS,
    BiometricConsent,
    ConsentEntry,
    ConsentState,
    GivenBy,
    Name,
    NamingLevel,
    PersonEntry,
    PersonKind,
    PersonRecord,
    PhotosKept,
    Purged,
    Purpose,
    Recognition,
    RegisterSummary,
    StoredConsent,
)
from guard.register.errors import (
    AmbiguousReference,
    AnotherFace,
    ConsentGone,
    InvalidEntry,
    KeyNotFound,
    KeyNotSafe,
    KeyProblem,
    RecognitionRefused,
    RegisterError,
    RegisterNotFound,
    RegisterTooNew,
    RegisterUnreadable,
    UnknownPerson,
    WrongKey,
)

if TYPE_CHECKING:
    from guard.register.register import Register as Register

__all__ = [
    "ALL_CHANNELS",
    "AmbiguousReference",
    "AnotherFace",
    "BiometricConsent",
    "ConsentEntry",
    "ConsentGone",
    "ConsentState",
    "GivenBy",
    "InvalidEntry",
    "KeyNotFound",
    "KeyNotSafe",
    "KeyProblem",
    "Name",
    "NamingLevel",
    "PersonEntry",
    "PersonKind",
    "PersonRecord",
    "PhotosKept",
    "Purged",
    "Purpose",
    "Recognition",
    "RecognitionRefused",
    "Register",
    "RegisterError",
    "RegisterNotFound",
    "RegisterSummary",
    "RegisterTooNew",
    "RegisterUnreadable",
    "StoredConsent",
    "UnknownPerson",
    "WrongKey",
    "naming_level",
    "picture_channels",
]


def __getattr__(name: str) -> Any:
    if name == "Register":
        from guard.register.register import Register

        return Register
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
