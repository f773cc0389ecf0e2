"""Posts of all of school life, a line each: what must not be flagged (`must_not_flag.jsonl`), what must be
(`must_flag.jsonl`), and the invented people some of them are about (`register.toml`).

Keys of a line: `id`, `text`, `account` (personal, official; both: it holds for either), `site`, `kind`; where they
matter `handle`, `name`, `to`, `in_reply_to`, `shared_from`, `profile_text`, `answers`, `at` (local time), `faces` (a
picture that shows so many), `alt`, `file`.

What must not be flagged has its `section` and perhaps `at_most`, the severity that is tolerable, and `unless`, policies
whose document asks for it after all. What must be has its `requirement`, perhaps `or` (rows that say the same of it),
`at_least`, and `policy` where another than the demo's asks for it.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any, cast
from zoneinfo import ZoneInfo

import msgspec

from guard.guard import Guard
from guard.model import Account, AccountKind, Draft, Finding, Media, Region
from guard.policy.loader import load_policy
from guard.reading import Face, PictureReading
from guard.rule import Consent
from guard.rules import option_specs
from guard.testing import GivenReadings, ListedPeople, person_names

FOLDER = Path(__file__).resolve().parent
# A Saturday evening in term: nobody's working time.
LEISURE = datetime(2026, 11, 14, 18, 30, tzinfo=ZoneInfo("Europe/London"))
OFFICIAL = {"x.com": "@oakfieldacademy"}


@dataclass(frozen=True)
class Line:
    """A post of the corpus."""

    id: str
    data: Mapping[str, Any] = field(repr=False)

    def get(self, key: str, default: str = "") -> Any:
        return self.data.get(key, default)

    @property
    def kinds(self) -> tuple[AccountKind, ...]:
        account = self.data["account"]
        return (AccountKind.PERSONAL, AccountKind.OFFICIAL) if account == "both" else (AccountKind(account),)

    @property
    def at(self) -> datetime:
        at = self.get("at")
        return datetime.fromisoformat(at).replace(tzinfo=LEISURE.tzinfo) if at else LEISURE

    def draft(self, kind: AccountKind) -> Draft:
        """The post as it would be written on an account of that kind."""
        own = OFFICIAL.get(self.get("site"), "Oakfield Academy") if kind is AccountKind.OFFICIAL else "@me"
        return Draft(
            self.data["text"],
            account=Account(kind, self.get("handle", own), self.get("name")),
            site=self.get("site"),
            kind=self.get("kind"),
            to=self.get("to"),
            in_reply_to=self.get("in_reply_to"),
            shared_from=self.get("shared_from"),
            profile_text=self.get("profile_text"),
            answers=self.data.get("answers"),
            media=[self._picture()] if "faces" in self.data else [],
        )

    def _picture(self) -> Media:
        name = self.get("file", f"IMG_{self.data['faces']:04}.jpg")
        return Media.from_bytes(b"picture", name=name, alt=self.get("alt"))


def lines(name: str) -> tuple[Line, ...]:
    """The lines of one file of the corpus."""
    text = (FOLDER / f"{name}.jsonl").read_text("utf-8")
    return tuple(Line(row["id"], row) for row in map(json.loads, text.splitlines()))


def people() -> ListedPeople:
    """The invented people, as a register holds them."""
    rows = tomllib.loads((FOLDER / "register.toml").read_text("utf-8"))["people"]
    listed = person_names((row["forename"], row["surname"], row["group"]) for row in rows)
    naming = {person.person: Consent(row.get("naming", "unknown")) for person, row in zip(listed, rows, strict=True)}
    return ListedPeople(listed, naming=naming)


class Checker:
    """A policy with the demo's identity filled in, and the corpus's people, checking posts at the time they name."""

    def __init__(self, policy: str) -> None:
        demo, wanted = (load_policy(name, option_specs()) for name in ("demo", policy))
        filled = msgspec.structs.replace(wanted, school=demo.school, accounts=demo.accounts)
        self._now = LEISURE
        self._guard = Guard(
            filled,
            register=cast(Any, people()),
            pictures=GivenReadings(_Pictures()),
            clock=lambda: self._now,
        )

    def findings(self, line: Line) -> Iterator[tuple[AccountKind, Finding]]:
        """What the policy says of the post, for each kind of account it is a post of."""
        self._now = line.at
        for kind in line.kinds:
            report = self._guard.check(line.draft(kind))
            report.to_dict("cy")  # every message there may be has its sentences
            if any(skipped.rule for skipped in report.skipped):
                raise AssertionError(f"{line.id}: a rule broke down")
            yield from ((kind, finding) for finding in report.findings)


@cache
def checker(policy: str) -> Checker:
    """The checker of a shipped policy, made once."""
    return Checker(policy)


class _Pictures(dict[str, PictureReading]):
    """A reading for any picture of the corpus: as many faces as its name says, one where it says nothing."""

    def __missing__(self, name: str) -> PictureReading:
        count = int(name[4:8]) if name.startswith("IMG_") else 1
        faces = tuple(Face(Region(100 * index, 50, 100 * index + 80, 150), 0.99) for index in range(count))
        return PictureReading("0" * 64, 1200, 800, faces, recognised=True)
