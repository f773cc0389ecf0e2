"""Phrases: a small language for what people say, and the automaton that looks for all of them at once.

    DET* VIEWS are|is? OWN        with the slots  DET = my the,  VIEWS = views opinions,  OWN = my_own mine

Elements stand a word apart. `a|b` are alternatives, a name in capitals is a slot, `_` joins the words of one
alternative; `~` is any one word and `%` any number. A trailing `?` makes an element optional, `*` lets it come up to
three times. Phrases are looked for among the pieces of `clauses`: words in small letters without apostrophes, and the
marks . , - : ? as pieces of their own, which no `~` stands for.

A `.phrases` file has sections in brackets, a phrase a line; in `[slots]` lines say `NAME = words`, and indented lines
go on. A slot may speak of those above it.

The automaton is deterministic, over words, and made as it is used (as in RE2: Cox, "Regular Expression Matching in the
Wild", 2010): the first text that leads somewhere makes the state, later ones follow it. Each piece of a text is looked
up once, and again for each phrase begun at one of the pieces before it that still fits, so that the work is linear.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from importlib.resources import files
from typing import Any, NamedTuple

_SLOT = re.compile(r"[A-Z][A-Z_]+")
# The first word of each alternative; a mark is one by itself.
_FIRST = re.compile(r"(?:^|\|)([^|_-]+|[^|])")
_WORDS_APART = {ord("'"): "", ord("|"): " ", ord("_"): " ", ord("-"): " "}
_MARKS = frozenset(".,-:?")
_ANY, _NUMBER = "~", "%"
_MOST_OF_ONE = 3
# Beyond so many states all are let go of: nobody's text makes the automaton grow without end.
_MOST_STATES = 20_000

Trie = dict[str | None, Any]
Sections = dict[str, list[str]]


class Found(NamedTuple):
    """A phrase of section `tag` covers pieces[first:end]."""

    tag: str
    first: int
    end: int


@dataclass(slots=True, eq=False)
class _Element:
    """One element of a phrase: its alternatives, slots put in, and how often it may come."""

    written: str
    optional: bool
    most: int
    trie: Trie | None = None

    @property
    def alternatives(self) -> Trie:
        """The alternatives as a trie of words, made when a text first comes as far as this: most never do."""
        if self.trie is None:
            trie: Trie = {}
            for words in _alternatives(self.written):
                node = trie
                for word in words:
                    node = node.setdefault(word, {})
                node[None] = {}
            self.trie = trie
        return self.trie

    def firsts(self) -> Iterable[str]:
        """The words it can begin with."""
        return _FIRST.findall(self.written.replace("'", ""))


@dataclass(slots=True)
class _State:
    """Where phrases stand after some words: `accepts` are the tags complete here, `next` what has been met so far.

    `wild`: whether a word that stands in no phrase may come here.
    """

    items: frozenset[_Item]
    accepts: tuple[str, ...]
    wild: bool
    next: dict[str, _State | None] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, eq=False)
class _Item:
    """A place in a phrase: at the element `element`, which has come `count` times, inside the trie at `node`."""

    phrase: int
    element: int
    count: int
    node: Trie


class Phrases:
    """Phrases by tag. May be used from any thread: two threads at worst make the same state twice."""

    def __init__(self, sections: Mapping[str, Iterable[str]], slots: Mapping[str, str] | None = None) -> None:
        self._phrases: list[tuple[_Element, ...]] = []
        self._tags: list[str] = []
        self._first: defaultdict[str, list[int]] = defaultdict(list)
        self._words: set[str] = set()
        self._items: dict[tuple[int, int, int, int], _Item] = {}
        self._begun: dict[str, _State] = {}
        self._states: dict[tuple[frozenset[_Item], tuple[str, ...]], _State] = {}
        self.add(sections, slots or {})

    def add(self, sections: Mapping[str, Iterable[str]], slots: Mapping[str, str]) -> None:
        """More phrases, with slots of their own. Raises ValueError for a phrase that could begin with any word."""
        elements: dict[str, _Element] = {}
        for tag, phrases in sections.items():
            for phrase in phrases:
                parsed = []
                for written in phrase.split():
                    if written not in elements:
                        elements[written] = _parse(written, slots)
                    parsed.append(elements[written])
                for first in _firsts(parsed, phrase):
                    self._first[first].append(len(self._phrases))
                self._phrases.append(tuple(parsed))
                self._tags.append(tag)
        self._words |= _MARKS
        self._words.update(" ".join(each.written for each in elements.values()).translate(_WORDS_APART).split())

    @property
    def words(self) -> frozenset[str]:
        """The words the phrases are made of."""
        return frozenset(self._words)

    def find(self, pieces: Sequence[str]) -> Iterator[Found]:
        """The phrases in a text, in order of their beginnings: of each tag the longest, none of one tag overlapping."""
        done: dict[str, int] = {}
        for index, ends in self.beginnings(pieces):
            for tag, end in ends.items():
                if done.get(tag, 0) <= index:
                    done[tag] = end
                    yield Found(tag, index, end)

    def at(self, pieces: Sequence[str], index: int) -> Mapping[str, int]:
        """Where the longest phrase of each tag ends that begins at pieces[index]."""
        for _, ends in self.beginnings(pieces, range(index, min(index + 1, len(pieces)))):
            return ends
        return {}

    def beginnings(
        self, pieces: Sequence[str], places: Iterable[int] | None = None
    ) -> Iterator[tuple[int, Mapping[str, int]]]:
        """Each place (or each of these) where phrases begin, with where the longest of each tag ends.

        They may overlap. This is where most of the time of reading a text goes.
        """
        words, first, begun, count = self._words, self._first, self._begun, len(pieces)
        for index in range(count) if places is None else places:
            piece = pieces[index]
            if piece not in first:
                continue
            ends: dict[str, int] = {}
            state: _State | None = begun.get(piece) or self._begin(piece)
            end = index
            while state is not None:
                end += 1
                for tag in state.accepts:
                    ends[tag] = end
                if end == count or not state.items:
                    break
                piece = pieces[end]
                following = state.next
                if piece in following:
                    state = following[piece]
                    continue
                if piece not in words:
                    if not state.wild:
                        break
                    piece = _class_of(piece)
                state = following[piece] if piece in following else self._step(state, piece)
            if ends:
                yield index, ends

    # -- making states ---------------------------------------------------------------------------------------------

    def _begin(self, piece: str) -> _State:
        if len(self._states) > _MOST_STATES:
            self._states, self._begun = {}, {}
        items: set[_Item] = set()
        for phrase in self._first[piece]:
            self._enter(phrase, 0, items, set())
        state = self._after(items, piece)
        self._begun[piece] = state
        return state

    def _step(self, state: _State, piece: str) -> _State | None:
        following = self._after(state.items, piece) if piece else None
        # A text that fits no phrase any more is done with here and now.
        alive = following if following is not None and (following.items or following.accepts) else None
        state.next[piece] = alive
        return alive

    def _after(self, items: Iterable[_Item], piece: str) -> _State:
        reached: set[_Item] = set()
        accepts: set[str] = set()
        wild = (piece, *_classes_of(piece))
        for item in items:
            element = self._phrases[item.phrase][item.element]
            for key in wild:
                node = item.node.get(key)
                if node is None:
                    continue
                if len(node) > (None in node):
                    reached.add(self._item(item.phrase, item.element, item.count, node))
                if None in node:
                    if item.count + 1 < element.most:
                        root = element.alternatives
                        reached.add(self._item(item.phrase, item.element, item.count + 1, root))
                    self._enter(item.phrase, item.element + 1, reached, accepts)
        place = frozenset(reached), tuple(sorted(accepts))
        state = self._states.get(place)
        if state is None:
            open_ended = any(_ANY in item.node or _NUMBER in item.node for item in reached)
            state = self._states[place] = _State(*place, open_ended)
        return state

    def _enter(self, phrase: int, element: int, items: set[_Item], accepts: set[str]) -> None:
        """Everywhere a phrase may go on from before `element`, past what need not come."""
        elements = self._phrases[phrase]
        while element < len(elements):
            items.add(self._item(phrase, element, 0, elements[element].alternatives))
            if not elements[element].optional:
                return
            element += 1
        accepts.add(self._tags[phrase])

    def _item(self, phrase: int, element: int, count: int, node: Trie) -> _Item:
        key = (phrase, element, count, id(node))
        item = self._items.get(key)
        if item is None:
            item = self._items[key] = _Item(phrase, element, count, node)
        return item


def read_phrases(file_name: str, shared: Mapping[str, str] | None = None) -> tuple[Sections, dict[str, str]]:
    """The sections of a file in this package's data folder, and its slots with those of `shared`, put in."""
    slots = dict(shared or {})
    sections: Sections = {}
    section: list[str] = []
    name = ""
    in_slots = False
    text = files("guard.text").joinpath("data", *file_name.split("/")).read_text("utf-8")
    for line in text.splitlines():
        content = line.partition("# ")[0].rstrip() if not line.startswith("#") else ""
        if not content:
            continue
        if content.startswith("["):
            in_slots = content == "[slots]"
            section = [] if in_slots else sections.setdefault(content.strip("[]"), [])
        elif not in_slots:
            section.append(content)
        elif content[0].isspace():
            slots[name] += "|" + _expanded(content, slots)
        else:
            name, _, words = content.partition("=")
            name = name.strip()
            slots[name] = _expanded(words, slots)
    return sections, slots


def phrases_of(file_name: str) -> Phrases:
    """The automaton of one file; the tags are its sections."""
    return Phrases(*read_phrases(file_name))


def _expanded(words: str, slots: Mapping[str, str]) -> str:
    return _SLOT.sub(lambda match: slots[match.group()], "|".join(words.split()))


def _parse(written: str, slots: Mapping[str, str]) -> _Element:
    repeat = written[-1] if len(written) > 1 and written[-1] in "?*" else ""
    body = written[:-1] if repeat else written
    expanded = _SLOT.sub(lambda match: slots[match.group()], body)
    return _Element(expanded, bool(repeat), _MOST_OF_ONE if repeat == "*" else 1)


def alternatives_of(element: str, slots: Mapping[str, str]) -> Iterator[Sequence[str]]:
    """The words of each alternative of an element (without its mark), slots put in."""
    return _alternatives(_SLOT.sub(lambda match: slots[match.group()], element))


def _alternatives(expanded: str) -> Iterator[Sequence[str]]:
    for alternative in expanded.split("|"):
        # Apostrophes and hyphens inside words are written as people write them; pieces have none.
        if len(alternative) > 1:
            yield alternative.replace("'", "").replace("-", "_").split("_")
        else:
            yield (alternative,)


def _firsts(elements: Sequence[_Element], phrase: str) -> set[str]:
    """The words a phrase can begin with."""
    firsts: set[str] = set()
    for element in elements:
        firsts.update(element.firsts())
        if not element.optional:
            break
    if not firsts.isdisjoint((_ANY, _NUMBER)):
        raise ValueError(f"a phrase cannot begin with any word at all: {phrase!r}")
    return firsts


def _class_of(piece: str) -> str:
    """What a piece that stands in no phrase counts as: any number, any word, or nothing that fits."""
    if piece.isdigit():
        return _NUMBER
    return _ANY if piece[:1].isalnum() else ""


def _classes_of(piece: str) -> tuple[str, ...]:
    """What else a word of a phrase may stand for."""
    if piece == _ANY:
        return ()
    if piece == _NUMBER or piece.isdigit():
        return (_ANY,) if piece == _NUMBER else (_NUMBER, _ANY)
    return (_ANY,) if piece[:1].isalnum() else ()
