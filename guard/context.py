"""What a rule gets to know beside the reading, put together from policy, register and draft."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Any

from guard.model import Draft
from guard.policy.models import Policy
from guard.reading import PictureReading
from guard.rule import Consent, Context, DisclaimerPolicy
from guard.vocabulary import Gallery

if TYPE_CHECKING:
    from guard.register import Register


class LazyConsents(Mapping[str, Consent]):
    """Consents by opaque person reference, read from the register when a rule first asks.

    Most posts name and show nobody on the register; they do not pay for it.
    """

    def __init__(self, load: Callable[[], Mapping[str, Consent]]) -> None:
        self._load = load
        self._loaded: Mapping[str, Consent] | None = None

    def _consents(self) -> Mapping[str, Consent]:
        if self._loaded is None:
            self._loaded = self._load()
        return self._loaded

    def __getitem__(self, person: str) -> Consent:
        return self._consents()[person]

    def __iter__(self) -> Iterator[str]:
        return iter(self._consents())

    def __len__(self) -> int:
        return len(self._consents())


def consents_on(
    register: Register | None, channel: str, at: datetime
) -> tuple[Mapping[str, Consent], Mapping[str, Consent]]:
    """Who may be shown and who may be named on a channel."""
    if register is None:
        return {}, {}
    from guard.register import Purpose

    return (
        LazyConsents(lambda: register.consents(Purpose.PICTURE, channel, at)),
        LazyConsents(lambda: register.consents(Purpose.NAMING, channel, at)),
    )


def not_compared(pictures: Sequence[PictureReading], gallery: Gallery, consents: Mapping[str, Consent]) -> int:
    """How many people who may not be shown the faces of these pictures were not compared with; 0 without a face."""
    if not any(picture.faces for picture in pictures):
        return 0
    enrolled = {enrolment.person for enrolment in gallery.people}
    return sum(consent is not Consent.ALLOWED and person not in enrolled for person, consent in consents.items())


def contexts_for(
    policy: Policy,
    draft: Draft,
    channel: str,
    now: datetime,
    consents: tuple[Mapping[str, Consent], Mapping[str, Consent]],
    has_register: bool,
    unrecognisable: int,
) -> Callable[..., Context[Any]]:
    """What makes the frozen context of each rule for one draft, of the rule's `options` and `severity`."""
    disclaimer = policy.disclaimer
    return partial(
        Context,
        account=draft.account,
        channel=channel,
        draft=draft,
        now=now,
        disclaimer=DisclaimerPolicy(
            wording=disclaimer.wording,
            short_wording=disclaimer.short_wording,
            accepts_profile=disclaimer.accepts_profile,
            must_deny_employer=disclaimer.must_deny_employer,
        ),
        has_register=has_register,
        unrecognisable=unrecognisable,
        owner=policy.owner_of(draft.site, draft.account.handle),
        pictures=consents[0],
        naming=consents[1],
    )
