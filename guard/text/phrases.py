"""Phrases: a small language for what people say, written in data files and compiled to bounded patterns.

    "DET* VIEWS are|is? OWN"    slots: DET = "my|the", VIEWS = "views|opinions", OWN = "my_own|mine"

Elements stand a word apart. `a|b` are alternatives, a name in capitals is a slot, `_` joins the words of one
alternative, `~` is any one word; a trailing `?` makes an element optional and `*` lets it come up to three times. At
least one element has to come. Whether a phrase begins at a word is asked only where that word can begin one.
"""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from importlib.resources import files
from typing import Any

_SLOT = re.compile(r"[A-Z][A-Z_]+")
_FIRST_WORD = re.compile(r"[^\W_]+|[.,:\-?]")
_WORD_END = r"(?![^\W_])"
_GAP = r"\s{1,3}"


class Phrases:
    """A set of phrases; the first that fits wins."""

    def __init__(self, phrases: Iterable[str], slots: Mapping[str, str]) -> None:
        by_first: defaultdict[str, list[str]] = defaultdict(list)
        for phrase in phrases:
            elements = [_Element(element, slots) for element in phrase.split()]
            pattern = _pattern(elements)
            for first in _firsts(elements):
                by_first[first].append(pattern)
        self._sources = {first: "|".join(patterns) for first, patterns in by_first.items()}
        self._compiled: dict[str, re.Pattern[str]] = {}

    def _for(self, word: str) -> re.Pattern[str]:
        # Compiled when first met: compiling all of them would keep every start waiting.
        pattern = self._compiled.get(word)
        if pattern is None:
            pattern = self._compiled[word] = re.compile(self._sources[word])
        return pattern

    def at(self, text: str, word: str, position: int) -> re.Match[str] | None:
        """The phrase that begins at a position of `text`, where `word` stands."""
        return self._for(word).match(text, position) if word in self._sources else None

    def find(self, text: str, words: Iterable[str], starts: Iterable[int]) -> Iterator[re.Match[str]]:
        """The phrases of a text given with its words and where they start, in order, none overlapping."""
        done = 0
        begin = self._sources
        for word, start in zip(words, starts, strict=True):
            if word in begin and start >= done:
                match = self._for(word).match(text, start)
                if match is not None:
                    yield match
                    done = match.end()


def phrase_tables(file_name: str) -> dict[str, Phrases]:
    """The phrase lists of a data file of this package, by key; its `[slots]` serve all of them."""
    data: dict[str, Any] = tomllib.loads(files("guard.text").joinpath("data", file_name).read_text(encoding="utf-8"))
    slots = _expanded({name: "|".join(value.split()) for name, value in data.pop("slots").items()})
    return {key: Phrases(phrases, slots) for key, phrases in data.items() if isinstance(phrases, list)}


def _expanded(slots: dict[str, str]) -> dict[str, str]:
    """Slots with the slots they speak of put in; a slot may speak of those above it only."""
    done: dict[str, str] = {}
    for name, value in slots.items():
        done[name] = _SLOT.sub(lambda match: done[match.group()], value)
    return done


class _Element:
    """One element of a phrase: its alternatives and how often it may come."""

    def __init__(self, written: str, slots: Mapping[str, str]) -> None:
        self.repeat = {"?": "?", "*": "{0,3}"}.get(written[-1], "") if len(written) > 1 else ""
        body = written[:-1] if self.repeat else written
        words = _SLOT.sub(lambda match: slots[match.group()], body)
        self.alternatives = sorted({word.replace("_", " ") for word in words.split("|")}, key=_reach, reverse=True)

    @property
    def pattern(self) -> str:
        return f"(?:{'|'.join(_literal(alternative) for alternative in self.alternatives)}){_WORD_END}"


def _reach(alternative: str) -> tuple[int, int]:
    # Longest first, in words and then in letters: what comes after a phrase is judged without trying it again.
    return alternative.count(" "), len(alternative)


def _literal(alternative: str) -> str:
    return _GAP.join(r"[^\W_]+" if word == "~" else re.escape(word) for word in alternative.split(" "))


def _pattern(elements: list[_Element]) -> str:
    pieces = []
    leading = True
    for element in elements:
        if leading and element.repeat:
            pieces.append(f"(?:{element.pattern}{_GAP}){element.repeat}")
        elif leading:
            pieces.append(element.pattern)
            leading = False
        else:
            pieces.append(f"(?:{_GAP}{element.pattern}){element.repeat}")
    return "".join(pieces)


def _firsts(elements: list[_Element]) -> set[str]:
    """The words a phrase can begin with."""
    firsts: set[str] = set()
    for element in elements:
        for alternative in element.alternatives:
            match = _FIRST_WORD.match(alternative)
            if match is None:
                raise ValueError(f"a phrase cannot begin with {alternative!r}")
            firsts.add(match.group())
        if not element.repeat:
            break
    return firsts
