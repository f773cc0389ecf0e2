"""The lexicon: which words offend, in what way, how much, and in what company they do not. Data: data/lexicon.tsv."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from guard.reading import Category, Grade
from guard.text.lexicon_forms import inflect


@dataclass(frozen=True, slots=True)
class Company:
    """Words beside which a term is harmless. Stems end anywhere ("smok" is in the company of smoking)."""

    near: frozenset[str]
    near_stems: tuple[str, ...]
    before: frozenset[str]
    before_stems: tuple[str, ...]
    after: frozenset[str]
    after_stems: tuple[str, ...]

    @classmethod
    def parse(cls, column: str) -> Company | None:
        """The last column of a lexicon line, or None where it is empty."""
        groups: dict[str, list[str]] = {"": [], "<": [], ">": []}
        for token in column.split():
            side = token[0] if token[0] in "<>" else ""
            groups[side].append(token.removeprefix(side))
        if not any(groups.values()):
            return None
        whole = {side: frozenset(t for t in tokens if not t.endswith("*")) for side, tokens in groups.items()}
        stems = {side: tuple(t[:-1] for t in tokens if t.endswith("*")) for side, tokens in groups.items()}
        return cls(whole[""], stems[""], whole["<"], stems["<"], whole[">"], stems[">"])

    def present(self, words: tuple[str, ...], first: int, last: int, sentence: tuple[int, int]) -> bool:
        """Whether any of it stands around words[first:last + 1]; neighbours count within the sentence only."""
        start, end = sentence
        return (
            _any(words[max(0, first - 8) : first] + words[last + 1 : last + 9], self.near, self.near_stems)
            or _any(words[max(start, first - 2) : first], self.before, self.before_stems)
            or _any(words[last + 1 : min(end, last + 3)], self.after, self.after_stems)
        )


def _any(words: Iterable[str], whole: frozenset[str], stems: tuple[str, ...]) -> bool:
    return any(word in whole or (stems and word.startswith(stems)) for word in words)


@dataclass(frozen=True, slots=True)
class Term:
    """A line of the lexicon: what its words have in common (see the head of the data file for each mark)."""

    category: Category
    grade: Grade
    glued: bool = False
    anywhere: bool = False
    name: bool = False
    only_aimed: bool = False
    milder_unless_aimed: bool = False
    plain_only: bool = False
    company: Company | None = None

    @property
    def plain_sense(self) -> bool:
        """Whether the term offends whatever stands around it: no innocent sense, no name."""
        return not (self.name or self.only_aimed or self.milder_unless_aimed)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """`words` by folded form; `phrases` by their first word, each the remaining words and its term, longest first."""

    words: Mapping[str, Term]
    phrases: Mapping[str, tuple[tuple[tuple[str, ...], Term], ...]]


def rows(name: str) -> Iterator[list[str]]:
    """The rows of a data file: lines that are not empty and no comment, parted by tabs."""
    text = files("guard.text").joinpath("data", name).read_text("utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


@cache
def lexicon() -> Lexicon:
    """The lexicon as shipped, read once."""
    words: dict[str, Term] = {}
    phrases: dict[str, list[tuple[tuple[str, ...], Term]]] = defaultdict(list)
    for entries, category, grade, *rest in rows("lexicon.tsv"):
        marks, company = (*rest, "", "")[:2]
        term = Term(
            Category(category),
            Grade(grade),
            glued="g" in marks or "G" in marks,
            anywhere="G" in marks,
            name="n" in marks,
            only_aimed="h" in marks,
            milder_unless_aimed="m" in marks,
            plain_only="p" in marks,
            company=Company.parse(company),
        )
        for form in (form for entry in entries.split(",") for form in inflect(entry)):
            first, *others = form.split()
            if others:
                phrases[first].append((tuple(others), term))
            else:
                words.setdefault(form, term)
    ordered = {first: tuple(sorted(rest, key=lambda p: -len(p[0]))) for first, rest in phrases.items()}
    return Lexicon(words, ordered)


@cache
def ordinary_words() -> frozenset[str]:
    """Ordinary English words and what schools talk about, with their usual endings (some of them no words at all).

    They are harmless by themselves: nothing in them is looked into any further. Data: data/ordinary.tsv.
    """
    found: set[str] = set()
    for topic, listed in rows("ordinary.tsv"):
        bases = listed.split()
        found.update(bases)
        if not topic.startswith("="):
            for base in bases:
                found.update(_usual_endings(base))
    return frozenset(found - lexicon().words.keys())


def topic_words(wanted: str) -> frozenset[str]:
    """The words of one topic of data/ordinary.tsv, without their endings."""
    return frozenset(word for topic, listed in rows("ordinary.tsv") if topic == wanted for word in listed.split())


@cache
def joining_words() -> frozenset[str]:
    """The very common words that people glue to a swear word ("what", "total", "this")."""
    return topic_words("=joining")


def _usual_endings(word: str) -> Iterator[str]:
    yield from (word + ending for ending in ("s", "es", "d", "ed", "ing", "er", "ers", "ly"))
    if word.endswith("e"):
        yield from (word[:-1] + ending for ending in ("ing", "ings"))
    elif word.endswith("y"):
        yield from (word[:-1] + ending for ending in ("ies", "ied", "ier", "iest", "ily"))
    elif len(word) > 2 and word[-2] in "aeiou":
        yield from (word + word[-1] + ending for ending in ("ed", "ing", "er", "ers"))
