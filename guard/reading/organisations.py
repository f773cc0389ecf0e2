"""Who speaks for, or works at, a protected organisation; and who says that the views are not its."""

from __future__ import annotations

import enum
from dataclasses import dataclass

from guard.model import Span


class MentionForm(enum.StrEnum):
    """How an organisation was named."""

    NAME = "name"
    ALIAS = "alias"
    ABBREVIATION = "abbreviation"
    HANDLE = "handle"
    HASHTAG = "hashtag"
    DOMAIN = "domain"
    MOTTO = "motto"
    MISSPELLING = "misspelling"


@dataclass(frozen=True, slots=True)
class OrganisationMention:
    """The text names a protected organisation.

    `organisation` is its index in the policy; `certain` is False for an ambiguous name (a saint, a town, a common
    motto) with nothing near that speaks for the school; `outsider` is True where the writer is plainly somebody else:
    an opponent, a parent of a child there.
    """

    span: Span
    organisation: int
    form: MentionForm
    certain: bool = True
    outsider: bool = False


@dataclass(frozen=True, slots=True)
class StaffHint:
    """The writer shows to work at a school without naming it ("my Year 4s", "our headteacher")."""

    span: Span
    strong: bool


@dataclass(frozen=True, slots=True)
class Disclaimer:
    """A real disclaimer of the writer's own. `denies_employer`: it says whose views they are not."""

    span: Span
    denies_employer: bool
