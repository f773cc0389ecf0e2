"""What the school publishes itself: its contacts, and adults who are named in public."""

from __future__ import annotations

import re
from collections.abc import Iterable

from guard.filters.places import Places
from guard.model import Confidence, Finding, Severity
from guard.policy.decisions import Published
from guard.text.fold import fold
from guard.text.terms import TermReader
from guard.text.words import Words, cut

_NAMES = frozenset({"I5", "I6", "I10", "X1", "X4"})
_CONTACTS = frozenset({"P1", "P2"})
_LINKS = frozenset({"C7"})

_PHONE = re.compile(r"\(?\+?\d(?:[ ().-]{0,3}\d){6,16}")
_AROUND = "()[]{}<>\"'.,;:!?"


class PublishedFacts:
    """The `[published]` table of a policy, compiled; contacts are compared however they are written."""

    def __init__(self, published: Published) -> None:
        self._people = TermReader(published.people)
        self._phones = frozenset(map(phone, published.phones))
        self._emails = frozenset(map(email, published.emails))
        self._links = tuple(map(link, published.links))
        self._addresses = tuple(cut(address).words for address in published.addresses)

    def covers(self, finding: Finding, places: Places) -> bool:
        """Whether the finding points at nothing but what the school publishes."""
        if finding.requirement in _NAMES:
            words = places.words(finding)
            return words is not None and self._is_public_person(finding, places, words)
        if finding.requirement in _CONTACTS:
            return self._is_contact(finding, places)
        if finding.requirement in _LINKS:
            return _is_below(link(places.run(finding)), self._links)
        return False

    def _is_public_person(self, finding: Finding, places: Places, words: Words) -> bool:
        # What is sure and stops has more to go by than the name (a class, a year): that is somebody else of this name.
        if finding.severity is Severity.STOP and finding.confidence is Confidence.HIGH:
            return False
        core = places.core(finding)
        return core is not None and any(
            found.span.start <= core.start and core.end <= found.span.end for found in self._people.read(words)
        )

    def _is_contact(self, finding: Finding, places: Places) -> bool:
        folded = fold(places.text(finding)).text
        emails = [email(run) for run in fold(places.run(finding)).text.split() if "@" in run]
        phones = [phone(match.group()) for match in _PHONE.finditer(folded)]
        if emails or phones:
            return self._emails.issuperset(emails) and self._phones.issuperset(phones)
        said = cut(folded).words
        return bool(said) and any(_stands_in(said, address) for address in self._addresses)


def phone(number: str) -> str:
    """A British telephone number as its digits, whichever way it is written: +44 (0)20 ..., 0044 20 ..., 020 ..."""
    digits = "".join(character for character in fold(number).text if character.isdigit())
    for prefix in ("0044", "44"):
        if digits.startswith(prefix) and len(digits) >= len(prefix) + 9:
            return "0" + digits.removeprefix(prefix).lstrip("0")
    return digits


def email(address: str) -> str:
    """An e-mail address in small letters, without what stands around it."""
    return fold(address).text.strip(_AROUND).removeprefix("mailto:").strip(_AROUND)


def link(address: str) -> str:
    """A web address in small letters, without its scheme, "www." and what stands around it."""
    plain = fold(address).text.strip(_AROUND + "/")
    plain = plain.removeprefix("https://").removeprefix("http://").removeprefix("www.")
    return plain.partition("#")[0].rstrip("/")


def _is_below(found: str, published: Iterable[str]) -> bool:
    return bool(found) and any(
        found == each or found.startswith((f"{each}/", f"{each}?")) for each in published if each
    )


def _stands_in(words: tuple[str, ...], address: tuple[str, ...]) -> bool:
    """Whether these words, in this order, are a stretch of the address."""
    return any(address[at : at + len(words)] == words for at in range(len(address) - len(words) + 1))
