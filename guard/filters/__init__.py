"""What is left out of a report, and why: only what the school or the person has decided, never a matter of reading."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from guard.filters.allowed import AllowList
from guard.filters.dismissed import is_dismissed
from guard.filters.places import Places
from guard.filters.published import PublishedFacts
from guard.filters.quiet import softened
from guard.model import Draft, Finding, LeftOut, Suppressed
from guard.policy.models import Policy

# The school's own list speaks for somebody else: nothing but a look at the picture settles it.
_OWN_LIST = "I1"


@dataclass(frozen=True, slots=True)
class Filtered:
    """What is left to say, what was left out, and which rules were quiet."""

    findings: tuple[Finding, ...]
    suppressed: tuple[Suppressed, ...] = ()
    quiet: tuple[str, ...] = ()


class Filters:
    """The decisions of one policy, compiled. May be used from any thread."""

    def __init__(self, policy: Policy) -> None:
        self._allowed = AllowList(policy.allow)
        self._published = PublishedFacts(policy.published)
        self._tuning = policy.tuning
        self._stop_override = policy.gate.stop_override

    def apply(self, findings: Iterable[Finding], draft: Draft, today: date, quiet: Collection[str] = ()) -> Filtered:
        """Leave out what somebody has decided about; `quiet` are the rules that were mostly wrong so far."""
        places = Places(draft)
        left_out: Counter[tuple[str, str, LeftOut]] = Counter()
        kept: list[Finding] = []
        quietened = []
        for finding in findings:
            why = self._decided(finding, draft, places, today)
            said: Finding | None = finding
            if why is None and finding.slug in quiet and finding.requirement != _OWN_LIST:
                said = softened(finding, self._tuning.quiet)
                if said is not finding:
                    quietened.append(finding.slug)
                if said is None:
                    why = LeftOut.QUIET
            if why is not None:
                left_out[finding.code, finding.slug, why] += 1
            elif said is not None:
                kept.append(said)
        return Filtered(
            tuple(kept),
            tuple(Suppressed(*key, count) for key, count in sorted(left_out.items())),
            tuple(dict.fromkeys(quietened)),
        )

    def _decided(self, finding: Finding, draft: Draft, places: Places, today: date) -> LeftOut | None:
        if finding.requirement != _OWN_LIST:
            if self._allowed.covers(finding, places, today):
                return LeftOut.ALLOWED
            if self._published.covers(finding, places):
                return LeftOut.PUBLISHED
        return LeftOut.DISMISSED if is_dismissed(finding, draft, self._stop_override) else None
