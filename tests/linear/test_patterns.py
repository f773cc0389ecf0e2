"""Every regular expression of the library takes a number of steps that grows as the text does, whatever the text."""

from __future__ import annotations

import ast
import gc
import importlib
import pkgutil
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import FunctionType, ModuleType

import pytest

import guard
from guard import Account, Draft, Guard
from guard.reading import RemarkKind
from guard.text.phrases import Phrases, read_phrases
from tests.linear.inputs import hard_inputs, largest_bound
from tests.linear.machine import Machine, NotLinearError, repeats

ROOT = Path(guard.__file__).parent
# From one length to three times the length: 3 for linear, 9 for quadratic.
TIMES, MOST_GROWTH = 3, 4.5
SHORTEST = 60
LIMIT = 400_000
# What is only ever shown so many characters, by the code around it, and the steps it may take with them.
SHOWN = {"guard.text.signatures._SIGNED": 90, "guard.text.signatures._BY_NAME": 90, "guard.text.signatures._ROLE": 90}
MOST_STEPS = 200_000
SEARCHES = {"search", "finditer", "findall", "sub", "subn", "split", "scanner"}


def modules() -> Iterator[ModuleType]:
    for found in pkgutil.walk_packages([str(ROOT)], "guard."):
        # Neither is loaded outside its own process; the tests of pictures load them.
        if not found.name.startswith(("guard.register.migrations", "guard.pictures.")):
            yield importlib.import_module(found.name)


def patterns_in(name: str, value: object) -> Iterator[tuple[str, re.Pattern[str]]]:
    """The patterns that a module's name stands for, those in its tables included."""
    if isinstance(value, re.Pattern):
        yield name, value
    elif isinstance(value, Mapping):
        for each in value.values():
            yield from patterns_in(name, each)
    elif isinstance(value, (tuple, list)):
        for each in value:
            yield from patterns_in(name, each)


def all_patterns() -> Iterator[tuple[str, re.Pattern[str], bool]]:
    """Name, pattern, and whether it is looked for everywhere in a text."""
    for module in modules():
        source = Path(str(module.__file__)).read_text("utf-8")
        for name, value in vars(module).items():
            for _, pattern in patterns_in(name, value):
                used = set(re.findall(rf"\b{name}\.(\w+)", source))
                # One in a table is used under another name: the worst is taken to be the case.
                yield f"{module.__name__}.{name}", pattern, not used or bool(used & SEARCHES)


PATTERNS = list(dict.fromkeys(all_patterns()))


@pytest.mark.parametrize(("name", "pattern", "everywhere"), PATTERNS, ids=[name for name, *_ in PATTERNS])
def test_three_times_the_text_takes_about_three_times_the_steps(
    name: str, pattern: re.Pattern[str], everywhere: bool
) -> None:
    machine = Machine(pattern)
    if name in SHOWN:
        for text in hard_inputs(pattern, machine.tree, SHOWN[name]):
            machine.steps(text[: SHOWN[name]], everywhere=everywhere, limit=MOST_STEPS)
        return
    length = max(SHORTEST, 3 * largest_bound(machine.tree))
    steps, more = (
        max(
            machine.steps(text, everywhere=everywhere, limit=LIMIT) for text in hard_inputs(pattern, machine.tree, each)
        )
        for each in (length, TIMES * length)
    )
    assert more <= MOST_GROWTH * steps + SHORTEST, f"{steps} steps, {more} for {TIMES} times the text"


@pytest.mark.parametrize(
    ("pattern", "everywhere"),
    [
        (r"[a-z]+(?:[*#!]+[a-z]*)+", True),
        (r"(a+)+$", False),
        (r"(?:a|a)*b", False),
        (r"\w+@", True),
        (r"\s*\n?\s*$", True),
        (r"(\w+\s?)*!", False),
        (r"a*b?a*c", False),
    ],
)
def test_a_pattern_that_is_not_linear_is_noticed(pattern: str, everywhere: bool) -> None:
    with pytest.raises((AssertionError, NotLinearError)):
        test_three_times_the_text_takes_about_three_times_the_steps("", re.compile(pattern), everywhere)


@pytest.mark.parametrize(
    "pattern", [r"[a-z]{1,40}@", r"(?<!\w)\w+@", r"a[^b\n]{0,60}b", r"(?:cat|dog)s?", r"\d\d:\d\d"]
)
def test_a_linear_pattern_is_taken_for_one(pattern: str) -> None:
    test_three_times_the_text_takes_about_three_times_the_steps("", re.compile(pattern), everywhere=True)


def test_the_machine_finds_what_re_finds() -> None:
    for _, pattern, _ in PATTERNS:
        machine = Machine(pattern)
        for text in list(hard_inputs(pattern, machine.tree, 30))[:40]:
            match = pattern.match(text)
            assert machine.end_of_match(text) == (match.end() if match else None), pattern.pattern[:60]


def test_patterns_are_made_once_and_where_they_can_be_seen() -> None:
    """Outside the top of a module `re` is only used for one character class, or for words joined to alternatives."""
    harmless = re.compile(r"\[[^\]]*\]")
    for path in ROOT.rglob("*.py"):
        tree = ast.parse(path.read_text("utf-8"))
        top = {
            id(inside)
            for node in tree.body
            if isinstance(node, (ast.Assign, ast.AnnAssign))
            for inside in ast.walk(node)
        }
        for node in ast.walk(tree):
            if not isinstance(node, ast.Call) or not ast.unparse(node.func).startswith("re.") or id(node) in top:
                continue
            given = ast.unparse(node.args[0])
            plain = isinstance(node.args[0], ast.Constant) and harmless.fullmatch(str(node.args[0].value))
            assert plain or given.startswith("_any_of(") or ast.unparse(node.func) == "re.escape", (
                f"{path.name}:{node.lineno}"
            )


def test_patterns_made_of_the_lexicon_repeat_nothing() -> None:
    with Guard.open("demo") as checker:
        found = {id(pattern): pattern for pattern in made_by(checker)}
    assert found
    for pattern in found.values():
        assert list(repeats(Machine(pattern).tree)) == []


def made_by(root: object) -> Iterator[re.Pattern[str]]:
    """The patterns that the library's objects below `root` hold, other than those of modules and classes."""
    seen, waiting = {id(root)}, [root]
    while waiting:
        for below in gc.get_referents(waiting.pop()):
            if isinstance(below, re.Pattern):
                yield below
            elif id(below) not in seen and type(below).__module__.startswith(("guard.", "builtins")):
                seen.add(id(below))
                if not isinstance(below, (type, ModuleType, FunctionType, str, bytes, int)):
                    waiting.append(below)


PHRASES = sorted(
    path.relative_to(ROOT / "text" / "data").as_posix() for path in (ROOT / "text" / "data").rglob("*.phrases")
)


@pytest.mark.parametrize("name", [name for name in PHRASES if not name.startswith("remarks/")])
def test_every_file_of_phrases_loads(name: str) -> None:
    sections, slots = read_phrases(name)
    Phrases(sections, slots)
    assert any(sections.values()) or slots


def test_every_file_of_remarks_loads() -> None:
    assert [kind for kind in RemarkKind if f"remarks/{kind.value}.phrases" not in PHRASES] == []
    with Guard.open("demo") as checker:
        assert checker.check(Draft("An ordinary day.", account=Account.personal("@me"))).skipped == ()
