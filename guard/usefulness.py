"""How useful each rule is: how often its findings were acted on or set aside, and with what reason.

Rule and outcome are counted, and nothing else: no time, no site, no account, no word of a draft. The counts stand in a
small file of the data folder.
"""

from __future__ import annotations

import enum
import json
import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from guard.errors import GuardError
from guard.paths import write_private
from guard.policy.decisions import Tuning

FILE_NAME = "usefulness.json"


class Outcome(enum.StrEnum):
    """What became of a finding: something was changed, it was posted as it was, or it was set aside for a reason."""

    ACTED = "acted"
    POSTED = "posted"
    PERMISSION = "permission"
    NOT_PUPIL = "not_pupil"
    ANOTHER_PERSON = "another_person"
    STAFF_OR_PUBLIC = "staff_or_public"
    NOT_PUPILS_PICTURE = "not_pupils_picture"
    WRONG = "wrong"

    @property
    def said(self) -> str:
        """The outcome in words, after a number."""
        return _SAID[self]


_SAID = {
    Outcome.ACTED: "acted on",
    Outcome.POSTED: "posted as they were",
    Outcome.PERMISSION: "with permission",
    Outcome.NOT_PUPIL: "not a pupil",
    Outcome.ANOTHER_PERSON: "another person of that name",
    Outcome.STAFF_OR_PUBLIC: "staff or public figure",
    Outcome.NOT_PUPILS_PICTURE: "not a picture of pupils",
    Outcome.WRONG: "wrong",
}
# Whoever has permission was rightly asked. Posted as it was says neither: people press on for many reasons.
_USEFUL = (Outcome.ACTED, Outcome.PERMISSION)
_NEITHER = (Outcome.POSTED,)


@dataclass(frozen=True, slots=True)
class Usefulness:
    """What became of one rule's findings."""

    counts: Mapping[Outcome, int] = field(default_factory=dict)

    @property
    def useful(self) -> int:
        """Findings that were acted on, or set aside because permission had been given."""
        return sum(self.counts.get(outcome, 0) for outcome in _USEFUL)

    @property
    def judged(self) -> int:
        """Findings of which it is known whether they were useful."""
        return sum(count for outcome, count in self.counts.items() if outcome not in _NEITHER)

    @property
    def share(self) -> float | None:
        """Useful among judged, 0..1; None where nothing was judged."""
        return self.useful / self.judged if self.judged else None

    def is_mostly_wrong(self, tuning: Tuning) -> bool:
        """Whether there were enough cases, and too few of them useful."""
        return self.judged >= tuning.quiet_after and (self.share or 0.0) < tuning.quiet_below


class Tallies:
    """The counts of one installation, by rule. Thread-safe; what another process writes is noticed.

    Raises GuardError where the file cannot be read or written.
    """

    def __init__(self, folder: Path) -> None:
        self.path = folder / FILE_NAME
        self._lock = threading.Lock()
        self._stamp: tuple[int, int] | None = None
        self._rules: dict[str, Usefulness] = {}

    def rules(self) -> dict[str, Usefulness]:
        """What became of the findings of each rule that had any, by slug."""
        with self._lock:
            self._load()
            return dict(self._rules)

    def quiet(self, tuning: Tuning) -> frozenset[str]:
        """The rules that were mostly wrong so far."""
        if tuning.quiet == "never" or not tuning.count:
            return frozenset()
        return frozenset(slug for slug, found in self.rules().items() if found.is_mostly_wrong(tuning))

    def record(self, slug: str, outcome: Outcome) -> None:
        """Count one more."""
        with self._lock:
            self._load()
            counts = dict(self._rules.get(slug, Usefulness()).counts)
            counts[outcome] = counts.get(outcome, 0) + 1
            self._write({**self._rules, slug: Usefulness(counts)})

    def reset(self, slug: str | None = None) -> None:
        """Begin anew for one rule, or for all."""
        with self._lock:
            self._load()
            self._write({name: found for name, found in self._rules.items() if slug not in (None, name)})

    def _load(self) -> None:
        try:
            status = self.path.stat()
        except FileNotFoundError:
            self._stamp, self._rules = None, {}
            return
        except OSError as error:
            raise GuardError(f"{self.path} cannot be read ({error.strerror})") from None
        stamp = (status.st_mtime_ns, status.st_size)
        if stamp == self._stamp:
            return
        try:
            rules = json.loads(self.path.read_text("utf-8"))["rules"]
            self._rules = {
                str(slug): Usefulness({Outcome(name): int(count) for name, count in counts.items()})
                for slug, counts in rules.items()
            }
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            raise GuardError(f"{self.path} is damaged: delete it, and counting begins anew") from None
        self._stamp = stamp

    def _write(self, rules: dict[str, Usefulness]) -> None:
        # By name, so that the file does not tell in which order things happened.
        data = {
            "version": 1,
            "rules": {slug: dict(sorted(found.counts.items())) for slug, found in sorted(rules.items())},
        }
        try:
            write_private(self.path, json.dumps(data, indent=1).encode())
            status = self.path.stat()
        except OSError as error:
            raise GuardError(f"{self.path} cannot be written ({type(error).__name__})") from None
        self._rules = rules
        self._stamp = (status.st_mtime_ns, status.st_size)
