"""The allow-list: what the school has said is all right, with a reason, an author and a day on which that ends."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from guard.filters.places import Places
from guard.model import Finding
from guard.policy.decisions import Allowed
from guard.text.terms import TermReader


class AllowList:
    """The entries of a policy, compiled. An expired entry counts for nothing."""

    def __init__(self, entries: Sequence[Allowed]) -> None:
        self._by_fingerprint = {entry.fingerprint: entry for entry in entries if entry.fingerprint}
        self._by_term: dict[str, list[Allowed]] = {}
        for entry in entries:
            if entry.term:
                self._by_term.setdefault(entry.term, []).append(entry)
        self._terms = TermReader(self._by_term)

    def covers(self, finding: Finding, places: Places, today: date) -> bool:
        """Whether an entry allows this finding: its fingerprint, or allowed words that all of it stands in."""
        exactly = self._by_fingerprint.get(finding.fingerprint)
        if exactly is not None and _counts(exactly, finding, today):
            return True
        words, core = (places.words(finding), places.core(finding)) if self._by_term else (None, None)
        if words is None or core is None:
            return False
        return any(
            found.span.start <= core.start and core.end <= found.span.end and _counts(entry, finding, today)
            for found in self._terms.read(words)
            for entry in self._by_term[found.term]
        )


def _counts(entry: Allowed, finding: Finding, today: date) -> bool:
    return today <= entry.expires and entry.rule in ("", finding.slug)
