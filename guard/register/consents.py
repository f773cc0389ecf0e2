"""What several answers about one person come to."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from guard.register.entries import ALL_CHANNELS, ConsentEntry, ConsentState, NamingLevel, Purpose, StoredConsent
from guard.rule import Consent


def resolve(consents: Iterable[StoredConsent], purpose: Purpose, channel: str, at: datetime) -> Consent:
    """What holds for one person: ALLOWED only where everybody who answered for the channel allows it now.

    Refused beats withdrawn, withdrawn beats expired and not yet valid, and all of them beat allowed. An answer for the
    channel and one for all channels both count, and so do a parent's and the pupil's own; a renewal takes the place
    of what the same person said before. Nothing said for this channel means denied. To be named means in full.
    """
    answers: dict[tuple[str, str], list[StoredConsent]] = {}
    for consent in consents:
        entry = consent.entry
        if entry.purpose is purpose and entry.channel in (channel, ALL_CHANNELS):
            answers.setdefault((entry.channel, entry.given_by), []).append(consent)
    allowed = bool(answers) and all(_allows(each, at) for each in answers.values())
    return Consent.ALLOWED if allowed else Consent.DENIED


def _allows(consents: list[StoredConsent], at: datetime) -> bool:
    # A withdrawal needs no date to act: asked about an earlier moment, the answer is no as well.
    if any(consent.withdrawn_at is not None for consent in consents):
        return False
    in_force = [consent.entry for consent in consents if _in_force(consent.entry, at)]
    return bool(in_force) and all(_permits(entry) for entry in in_force)


def _in_force(entry: ConsentEntry, at: datetime) -> bool:
    begun = entry.valid_from is None or entry.valid_from <= at
    return begun and (entry.valid_until is None or at < entry.valid_until)


def _permits(entry: ConsentEntry) -> bool:
    if entry.state is ConsentState.DENIED:
        return False
    return entry.purpose is Purpose.PICTURE or entry.naming is NamingLevel.FULL
