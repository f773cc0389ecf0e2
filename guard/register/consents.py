"""What several answers about one person come to.

Refused beats withdrawn, withdrawn beats expired and not yet valid, and all of them beat allowed. An answer for the
channel and one for all channels both count, and so do a parent's and the pupil's own; a renewal takes the place of what
the same person said before. Nothing said for a channel means no.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from types import MappingProxyType

from guard.register.entries import ALL_CHANNELS, ConsentEntry, ConsentState, NamingLevel, Purpose, StoredConsent
from guard.rule import Consent


class AnswersOverTime:
    """What holds for everybody on the register. Remembered for each channel until the next consent begins or ends.

    Thread-safe: two threads may work out the same answer, and either will do.
    """

    def __init__(self, stored: Mapping[str, Sequence[StoredConsent]]) -> None:
        self._stored = stored
        entries = [consent.entry for consents in stored.values() for consent in consents]
        ends = {moment for entry in entries for moment in (entry.valid_from, entry.valid_until) if moment is not None}
        self._changes = sorted(ends)
        self._kept: tuple[int, dict[tuple[Purpose, str], Mapping[str, Consent]]] = (-1, {})

    def on(self, purpose: Purpose, channel: str, at: datetime) -> Mapping[str, Consent]:
        """ALLOWED or DENIED for each reference."""
        period = bisect_right(self._changes, at)
        kept_period, kept = self._kept
        if kept_period != period:
            self._kept = (period, kept := {})
        if (purpose, channel) not in kept:
            resolved = {person: resolve(consents, purpose, channel, at) for person, consents in self._stored.items()}
            kept[purpose, channel] = MappingProxyType(resolved)
        return kept[purpose, channel]


def resolve(consents: Iterable[StoredConsent], purpose: Purpose, channel: str, at: datetime) -> Consent:
    """What holds for one person on one channel: ALLOWED or DENIED. To be named means by the full name."""
    full = _permitted(consents, purpose, channel, at) is NamingLevel.FULL
    return Consent.ALLOWED if full else Consent.DENIED


def naming_level(consents: Iterable[StoredConsent], channel: str, at: datetime) -> NamingLevel:
    """How one person may be named on one channel."""
    return _permitted(consents, Purpose.NAMING, channel, at)


def picture_channels(consents: Sequence[StoredConsent], at: datetime) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Of the channels that were asked about, those on which one person may be shown, and those on which not."""
    asked = sorted({each.entry.channel for each in consents if each.entry.purpose is Purpose.PICTURE})
    allowed = tuple(each for each in asked if resolve(consents, Purpose.PICTURE, each, at) is Consent.ALLOWED)
    return allowed, tuple(each for each in asked if each not in allowed)


def _permitted(consents: Iterable[StoredConsent], purpose: Purpose, channel: str, at: datetime) -> NamingLevel:
    answers: dict[tuple[str, str], list[StoredConsent]] = {}
    for consent in consents:
        entry = consent.entry
        if entry.purpose is purpose and entry.channel in (channel, ALL_CHANNELS):
            answers.setdefault((entry.channel, entry.given_by), []).append(consent)
    return min((_answer(each, at) for each in answers.values()), default=NamingLevel.NONE)


def _answer(consents: list[StoredConsent], at: datetime) -> NamingLevel:
    # A withdrawal needs no date to act: asked about an earlier moment, the answer is no as well.
    if any(consent.withdrawn_at is not None for consent in consents):
        return NamingLevel.NONE
    in_force = [consent.entry for consent in consents if _in_force(consent.entry, at)]
    return min((_level(entry) for entry in in_force), default=NamingLevel.NONE)


def _in_force(entry: ConsentEntry, at: datetime) -> bool:
    begun = entry.valid_from is None or entry.valid_from <= at
    return begun and (entry.valid_until is None or at < entry.valid_until)


def _level(entry: ConsentEntry) -> NamingLevel:
    if entry.state is ConsentState.DENIED:
        return NamingLevel.NONE
    return entry.naming if entry.purpose is Purpose.NAMING else NamingLevel.FULL
