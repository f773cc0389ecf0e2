"""What a draft is made of is looked at where it is made: a mistake is named there, not somewhere in a rule."""

from __future__ import annotations

import enum
from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

from guard.errors import WrongArgument

E = TypeVar("E", bound=enum.StrEnum)
T = TypeVar("T")


def text(name: str, value: object) -> str:
    """`value`, which has to be a string. Raises WrongArgument."""
    if not isinstance(value, str):
        raise WrongArgument(f"{name}= takes a string, not {_kind(value)}")
    return value


def choice(name: str, value: Any, kinds: type[E]) -> E:
    """`value` as one of `kinds`. Raises WrongArgument."""
    try:
        return kinds(value)
    except ValueError:
        # The value is not quoted: by mistake it may be the draft's own words.
        raise WrongArgument(f"{name}= takes one of {', '.join(kinds)}, not another {_kind(value)}") from None


def each(name: str, values: object, wanted: type[T]) -> tuple[T, ...]:
    """`values` as a tuple of `wanted`. Raises WrongArgument."""
    if isinstance(values, (str, bytes)) or not isinstance(values, Iterable):
        raise WrongArgument(f"{name}= takes a sequence of {wanted.__name__}, not {_kind(values)}")
    found = tuple(values)
    for value in found:
        if not isinstance(value, wanted):
            raise WrongArgument(f"{name}= takes a sequence of {wanted.__name__}; one of these is {_kind(value)}")
    return found


def answers(value: object) -> dict[str, str]:
    """`value` as answers by question. Raises WrongArgument."""
    if value is None:
        return {}
    if not isinstance(value, Mapping):
        raise WrongArgument(f"answers= takes a mapping of strings, not {_kind(value)}")
    for one in (*value, *value.values()):
        if not isinstance(one, str):
            raise WrongArgument(f"answers= takes a mapping of strings; one of these is {_kind(one)}")
    return dict(value)


def _kind(value: Any) -> str:
    return "None" if value is None else type(value).__name__
