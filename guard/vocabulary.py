"""What to look for: plain data compiled from the policy and the register, and handed to the readers.

A vocabulary knows names and templates, never what is allowed; readers know a vocabulary, never a policy.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Organisation:
    """The names a protected organisation goes by. `ambiguous` lists those that may mean something else."""

    name: str
    aliases: tuple[str, ...] = ()
    abbreviations: tuple[str, ...] = ()
    handles: tuple[str, ...] = ()
    hashtags: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    mottos: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    ambiguous: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, repr=False)
class PersonName:
    """One name a person on the register goes by. `person` is an opaque reference. No `repr`: names stay out of logs."""

    person: str
    forename: str
    surname: str
    middle_names: tuple[str, ...] = ()
    group: str = ""


@dataclass(frozen=True, slots=True, repr=False)
class Enrolment:
    """A person's face templates: each 128 little-endian float32 values, a unit vector."""

    person: str
    templates: tuple[bytes, ...]


@dataclass(frozen=True, slots=True, repr=False)
class Gallery:
    """Whom to recognise. `threshold` is the penalised cosine similarity from which a match is reported.

    `version` changes whenever the people or their templates do; a gallery with no people only lets faces be counted.
    """

    version: str = ""
    people: tuple[Enrolment, ...] = ()
    threshold: float = 1.0


@dataclass(frozen=True, slots=True, repr=False)
class Vocabulary:
    """All the readers look for. `terms` are words and phrases of the school's own, as it writes them."""

    organisations: tuple[Organisation, ...] = ()
    persons: tuple[PersonName, ...] = ()
    harmless_words: frozenset[str] = frozenset()
    terms: tuple[str, ...] = ()
