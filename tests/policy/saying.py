"""Drafts in the making, for the table of cases."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Any

from guard.model import Account, Draft, Kind, Media

SATURDAY_EVENING = datetime(2026, 11, 14, 20, 0, tzinfo=UTC)
WEDNESDAY_MORNING = datetime(2026, 11, 18, 9, 45, tzinfo=UTC)

PERSONAL = Account.personal("@me")
OFFICIAL = Account.official("@ourschool")

PUPILS = (("Amira", "Oyelaran", "4B"), ("Callum", "Fenwick", "6W"))
CLASS_PICTURE = Media.from_digest("0" * 64, name="IMG_2041.jpg", alt="")


@dataclass(frozen=True)
class Say:
    """A draft in the making: its text, the account, and the other arguments of `Draft`."""

    text: str
    account: Account = PERSONAL
    now: datetime = SATURDAY_EVENING
    draft: Mapping[str, Any] = field(default_factory=dict)

    def made(self, school: str, handle: str) -> Draft:
        """The draft for one school."""
        fill = {"school": school, "handle": handle}
        others = {key: value.format(**fill) if type(value) is str else value for key, value in self.draft.items()}
        account = replace(self.account, name=self.account.name.format(**fill))
        return Draft(self.text.format(**fill), account=account, **{"site": "x.com", **others})


@dataclass(frozen=True)
class Case:
    """A row, the rule that serves it, what it has to catch and what it must leave alone."""

    row: str
    slug: str
    caught: Say
    left_alone: Say
    only: tuple[str, ...] = ()
    more: str = ""

    def __str__(self) -> str:
        return f"{self.row}-{self.slug}"


def official(text: str, **draft: Any) -> Say:
    return Say(text, OFFICIAL, draft=draft)


def say(text: str, **draft: Any) -> Say:
    return Say(text, draft=draft)


def reply(text: str, to: str, account: Account = PERSONAL) -> Say:
    return Say(text, account, draft={"kind": Kind.REPLY, "in_reply_to": to})
