"""A backtracking machine for parsed regular expressions that counts its steps.

It tries alternatives in the order `re` tries them, without its shortcuts: what is linear here is linear there. Counted
are the instructions carried out, so that the answer is the same on every computer.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

# `re`'s own parser: nothing else says for certain what a pattern means.
from re import _constants as sre  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

Predicate = Callable[[str], bool]
Instruction = tuple[Any, ...]
UNBOUNDED = int(sre.MAXREPEAT)


class NotLinearError(Exception):
    """A pattern that cannot be linear, or was not."""


class Machine:
    """One pattern, made into instructions. Raises NotLinearError for a loop around what may match nothing."""

    def __init__(self, pattern: re.Pattern[str]) -> None:
        self.tree = parser.parse(pattern.pattern, pattern.flags & ~re.DEBUG)
        self._flags = pattern.flags
        self._code: list[Instruction] = []
        self._put_all(self.tree)
        self._code.append(("end",))

    # -- making --------------------------------------------------------------------------------------------------

    def _put_all(self, nodes: Any) -> None:
        for node in nodes:
            self._put(node)

    def _put(self, node: tuple[Any, Any]) -> None:
        kind, value = node
        code = self._code
        if (predicate := predicate_of(node, self._flags)) is not None:
            code.append(("char", predicate))
        elif kind in (sre.MAX_REPEAT, sre.MIN_REPEAT):
            self._put_repeat(*value, greedy=kind is sre.MAX_REPEAT)
        elif kind is sre.BRANCH:
            self._put_branches(value[1])
        elif kind is sre.SUBPATTERN:
            group, *_, inside = value
            code.append(("save", group, 0))
            self._put_all(inside)
            code.append(("save", group, 1))
        elif kind is sre.AT:
            code.append(("at", value))
        elif kind in (sre.ASSERT, sre.ASSERT_NOT):
            direction, inside = value
            code.append(("look", self._apart(inside), direction, kind is sre.ASSERT, inside.getwidth()[0]))
        elif kind is sre.ATOMIC_GROUP:
            code.append(("atomic", self._apart(value)))
        elif kind is sre.POSSESSIVE_REPEAT:
            code.append(("atomic", self._apart([(sre.MAX_REPEAT, value)])))
        elif kind is sre.GROUPREF:
            code.append(("again", value))
        else:
            raise NotLinearError(f"nothing is known of {kind}")

    def _apart(self, nodes: Any) -> list[Instruction]:
        kept, self._code = self._code, []
        self._put_all(nodes)
        made, self._code = [*self._code, ("end",)], kept
        return made

    def _put_repeat(self, least: int, most: int, inside: Any, *, greedy: bool) -> None:
        code = self._code
        for _ in range(least):
            self._put_all(inside)
        if most == UNBOUNDED:
            if inside.getwidth()[0] == 0:
                raise NotLinearError("a loop around what may match nothing")
            at = len(code)
            code.append(())
            self._put_all(inside)
            code.append(("jump", at))
            code[at] = ("split", at + 1, len(code)) if greedy else ("split", len(code), at + 1)
            return
        splits = []
        for _ in range(most - least):
            splits.append(len(code))
            code.append(())
            self._put_all(inside)
        for at in splits:
            code[at] = ("split", at + 1, len(code)) if greedy else ("split", len(code), at + 1)

    def _put_branches(self, branches: Any) -> None:
        code = self._code
        jumps = []
        for index, branch in enumerate(branches):
            last = index == len(branches) - 1
            at = len(code)
            if not last:
                code.append(())
            self._put_all(branch)
            if not last:
                jumps.append(len(code))
                code.append(())
                code[at] = ("split", at + 1, len(code))
        for at in jumps:
            code[at] = ("jump", len(code))

    # -- running -------------------------------------------------------------------------------------------------

    def steps(self, text: str, *, everywhere: bool, limit: int) -> int:
        """The steps to look for the pattern in `text`: at its beginning, or everywhere as `finditer` does.

        Raises NotLinearError beyond `limit`.
        """
        counter = _Counter(limit)
        start = 0
        while start <= len(text):
            end = _run(self._code, text, start, counter)
            if not everywhere:
                break
            start = end if end is not None and end > start else start + 1
        return counter.steps

    def end_of_match(self, text: str) -> int | None:
        """Where the match at the beginning of `text` ends, as `re` has it."""
        return _run(self._code, text, 0, _Counter(1_000_000))


class _Counter:
    def __init__(self, limit: int) -> None:
        self.steps = 0
        self.limit = limit

    def step(self) -> None:
        self.steps += 1
        if self.steps > self.limit:
            raise NotLinearError(f"more than {self.limit} steps")


def _run(code: list[Instruction], text: str, start: int, counter: _Counter) -> int | None:
    """Where the first match that begins at `start` ends."""
    waiting: list[tuple[int, int, tuple[tuple[int, int, int], ...]]] = [(0, start, ())]
    while waiting:
        at, position, saved = waiting.pop()
        while True:
            counter.step()
            what, *given = code[at]
            at += 1
            if what == "end":
                return position
            if what == "char":
                if position == len(text) or not given[0](text[position]):
                    break
                position += 1
            elif what == "split":
                waiting.append((given[1], position, saved))
                at = given[0]
            elif what == "jump":
                at = given[0]
            elif what == "save":
                saved = (*saved[-8:], (given[0] or 0, given[1], position))
            elif what == "at":
                if not _holds(given[0], text, position):
                    break
            elif what == "look":
                inside, direction, wanted, width = given
                begin = position if direction > 0 else position - width
                if (begin >= 0 and _run(inside, text, begin, counter) is not None) is not wanted:
                    break
            elif what == "atomic":
                end = _run(given[0], text, position, counter)
                if end is None:
                    break
                position = end
            else:
                said = _group(saved, given[0], text)
                if not text.startswith(said, position):
                    break
                position += len(said)
    return None


def _group(saved: tuple[tuple[int, int, int], ...], group: int, text: str) -> str:
    ends = {side: place for number, side, place in saved if number == group}
    return text[ends[0] : ends[1]]


def _holds(where: Any, text: str, position: int) -> bool:
    if where in (sre.AT_BEGINNING, sre.AT_BEGINNING_STRING):
        return position == 0
    if where is sre.AT_BEGINNING_LINE:
        return position == 0 or text[position - 1] == "\n"
    if where is sre.AT_END:
        return position == len(text) or (position == len(text) - 1 and text[position] == "\n")
    if where is sre.AT_END_STRING:
        return position == len(text)
    if where is sre.AT_END_LINE:
        return position == len(text) or text[position] == "\n"
    if where in (sre.AT_BOUNDARY, sre.AT_NON_BOUNDARY):
        beside = [0 <= at < len(text) and re.match(r"\w", text[at]) is not None for at in (position - 1, position)]
        return (beside[0] != beside[1]) is (where is sre.AT_BOUNDARY)
    raise NotLinearError(f"nothing is known of {where}")


# -- what one character of a pattern takes -----------------------------------------------------------------------

_CATEGORIES = {
    sre.CATEGORY_DIGIT: r"\d",
    sre.CATEGORY_NOT_DIGIT: r"\D",
    sre.CATEGORY_SPACE: r"\s",
    sre.CATEGORY_NOT_SPACE: r"\S",
    sre.CATEGORY_WORD: r"\w",
    sre.CATEGORY_NOT_WORD: r"\W",
}


def predicate_of(node: tuple[Any, Any], flags: int) -> Predicate | None:
    """What a node takes of one character, or None where it is not about one."""
    kind, value = node
    if kind in (sre.LITERAL, sre.NOT_LITERAL):
        said = chr(value)
        fold = str.lower if flags & re.IGNORECASE else str
        return lambda char: (fold(char) == fold(said)) is (kind is sre.LITERAL)
    if kind is sre.ANY:
        return lambda char: bool(flags & re.DOTALL) or char != "\n"
    if kind is sre.CATEGORY:
        category = re.compile(_CATEGORIES[value])
        return lambda char: category.match(char) is not None
    if kind is sre.IN:
        return _class(value, flags)
    return None


def _class(items: Any, flags: int) -> Predicate:
    negated = bool(items) and items[0][0] is sre.NEGATE
    inside: list[Predicate] = []
    for kind, value in items[negated:]:
        if kind is sre.RANGE:
            low, high = value
            inside.append(lambda char, low=low, high=high: low <= ord(char) <= high)  # type: ignore[misc]
        else:
            predicate = predicate_of((kind, value), 0)
            assert predicate is not None
            inside.append(predicate)

    def takes(char: str) -> bool:
        forms = {char, char.lower(), char.upper()[:1]} if flags & re.IGNORECASE else {char}
        return any(predicate(form) for form in forms for predicate in inside) is not negated

    return takes


def repeats(nodes: Any) -> Iterator[tuple[int, Any]]:
    """Every repetition of a tree: how often it may come at most, and what is repeated."""
    for kind, value in nodes:
        if kind in (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT):
            yield int(value[1]), value[2]
        for below in below_of(kind, value):
            yield from repeats(below)


def below_of(kind: Any, value: Any) -> list[Any]:
    """The trees directly below a node."""
    if kind in (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT):
        return [value[2]]
    if kind is sre.BRANCH:
        return list(value[1])
    if kind is sre.SUBPATTERN:
        return [value[-1]]
    if kind in (sre.ASSERT, sre.ASSERT_NOT):
        return [value[1]]
    return [value] if kind is sre.ATOMIC_GROUP else []
