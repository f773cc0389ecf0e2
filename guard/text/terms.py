"""Looks for given words and phrases, however they are cased, accented or disguised by look-alike letters."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from guard.model import Span
from guard.reading import SchoolTerm
from guard.text.words import Words, cut

_MOST = 100  # reported of one text: nobody reads more


class TermReader:
    """Compiled once; `read` may be called from any thread. A term of several words is also known run together."""

    def __init__(self, terms: Iterable[str]) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for term in dict.fromkeys(terms):
            words = cut(term).words
            for form in {words, ("".join(words),)} if words else ():
                self._by_first.setdefault(form[0], []).append((form, term))
        for forms in self._by_first.values():
            forms.sort(key=lambda form: -len(form[0]))

    def read(self, words: Words) -> tuple[SchoolTerm, ...]:
        """Where the terms stand, in order; each term as it was given."""
        if not self._by_first or self._by_first.keys().isdisjoint(words.words):
            return ()
        found = []
        for term in self._found(words):
            found.append(term)
            if len(found) == _MOST:
                break
        return tuple(found)

    def _found(self, words: Words) -> Iterator[SchoolTerm]:
        for index, word in enumerate(words.words):
            for form, term in self._by_first.get(word, ()):
                end = index + len(form)
                if words.words[index:end] == form:
                    yield SchoolTerm(_span(words, index, end), term)


def _span(words: Words, first: int, end: int) -> Span:
    return words.folded.span(words.starts[first], words.ends[end - 1])
