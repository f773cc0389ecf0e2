"""What every table of a policy file is made of."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta, Struct

Text = Annotated[str, Meta(min_length=1, max_length=500)]
Names = tuple[Text, ...]


class Table(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, omit_defaults=True):
    """What all tables share: unknown keys are mistakes, not extras."""
