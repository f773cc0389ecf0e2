"""Texts that make a pattern work as hard as it can: what it repeats, over and over, and then something else."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from re import _constants as sre  # type: ignore[attr-defined]
from typing import Any

from tests.linear.machine import UNBOUNDED, below_of, predicate_of, repeats

# Commonest first: a character that several parts of a pattern take is the one that makes them compete.
_ALPHABET = "a1 .-'_,@#/:!?\"A\n(\u2019é\u00a0z09b~"
_UNIVERSAL = ("a", "1", " ", ".", "a ", "a.", "1 ", "a-", "#a", ". ", "\n", "A", "Aa ", "!", '"', "x@", "a, ", "\u0301")


def largest_bound(tree: Any) -> int:
    """The largest number of times anything may be repeated that is bounded at all."""
    return max((most for most, _ in repeats(tree) if most != UNBOUNDED), default=0)


def hard_inputs(pattern: re.Pattern[str], tree: Any, length: int) -> Iterator[str]:
    """Texts of about `length` characters."""
    flags = pattern.flags
    ends = ("", "\0")
    pumps = list(_UNIVERSAL)
    beginnings = [""]
    for seed in range(2):
        choose = random.Random(seed)
        beginnings.append(_example(tree, flags, choose)[:40])
        for most, inside in repeats(tree):
            if most > 2:
                pumps.append(_example(inside, flags, choose))
        pumps.append(beginnings[-1])
        # All but its last character: what is begun again and again and never ends.
        pumps.append(beginnings[-1][:-1])
    for pump in dict.fromkeys(filter(None, pumps)):
        for beginning in dict.fromkeys(beginnings[:1] if pump in _UNIVERSAL[3:] else beginnings):
            times = max(1, (length - len(beginning)) // len(pump))
            for end in ends:
                yield beginning + pump * times + end


def _example(nodes: Any, flags: int, choose: random.Random) -> str:
    """A text that the nodes match, or nearly."""
    said = ""
    for kind, value in nodes:
        predicate = predicate_of((kind, value), flags)
        if predicate is not None:
            literal = chr(value) if kind is sre.LITERAL else ""
            takes = [char for char in _ALPHABET if predicate(char)]
            said += literal or (choose.choice(takes[:3]) if takes else "")
        elif kind in (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT):
            least, most, inside = value
            said += "".join(_example(inside, flags, choose) for _ in range(max(least, min(most, 2))))
        elif kind is sre.BRANCH:
            said += _example(choose.choice(value[1]), flags, choose)
        elif kind not in (sre.ASSERT, sre.ASSERT_NOT):
            said += "".join(_example(below, flags, choose) for below in below_of(kind, value))
    return said
