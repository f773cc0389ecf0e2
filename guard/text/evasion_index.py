"""What disguised words are looked up in: the lexicon's forms, arranged by what a disguise leaves of them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from itertools import groupby

from guard.reading import Grade
from guard.text.lexicon import Lexicon, Term
from guard.text.lexicon_forms import disguises

LEET = str.maketrans("0123456789@$!+|£€(×", "oizeasgtbgasitllecx")
_MASKS = frozenset("*#%&^~•█×@?")
_VOWELS = "aeiou"
_SHORTEST = 4
_STAND_ALONE = ("fk", "st", "ct")  # first and last letters that say it all


def runs_of(word: str) -> tuple[str, tuple[int, ...]]:
    """A word with its runs of equal letters drawn together, and how long each was."""
    runs = [(letter, len(list(group))) for letter, group in groupby(word)]
    return "".join(letter for letter, _ in runs), tuple(length for _, length in runs)


class EvasionIndex:
    """`forms`: terms by plain form; `prefixes`: their beginnings; `ordinary` and `known`: words not to look into."""

    def __init__(self, lexicon: Lexicon, ordinary: frozenset[str], joining: frozenset[str]) -> None:
        usable = {
            form: term
            for form, term in lexicon.words.items()
            if len(form) >= _SHORTEST and not term.plain_only and not term.only_aimed
        }
        self.ordinary = ordinary
        self.known = ordinary | lexicon.words.keys()
        self.forms = usable
        self.prefixes = frozenset(form[:length] for form in usable for length in range(1, len(form)))
        self.misspelt = _misspellings(usable, self.known)
        self._drawn: dict[str, list[tuple[tuple[int, ...], Term]]] = defaultdict(list)
        self._skeletons: dict[str, tuple[str, Term]] = {}
        self._masked: dict[tuple[int, str, str], list[tuple[str, Term]]] = defaultdict(list)
        self._holes: dict[str, Term] = {}
        for form, term in usable.items():
            letters, lengths = runs_of(form)
            self._drawn[letters].append((lengths, term))
            self._skeletons.setdefault(_skeleton(form), (form, term))
            for first, last in ((form[0], form[-1]), (form[0], ""), ("", form[-1])):
                self._masked[len(form), first, last].append((form, term))
            if term.grade is Grade.STRONG:
                for index in range(1, len(form) - 1):
                    if form[index] in _VOWELS:
                        self._holes.setdefault(form[:index] + "-" + form[index + 1 :], term)
                if len(form) == _SHORTEST and term.plain_sense and form[0] + form[-1] in _STAND_ALONE:
                    self._holes[form[0] + "🤬" + form[-1]] = term
        glued = {form: term for form, term in lexicon.words.items() if term.glued and len(form) >= _SHORTEST}
        self._glued = glued
        self._joining = joining | glued.keys()
        self.inside = re.compile(_any_of(_shortest(glued)))

    def drawn_out(self, word: str) -> Term | None:
        """The term that `word` is with letters held down."""
        if len(word) > 80:
            return None
        letters, lengths = runs_of(word)
        for term_lengths, term in self._drawn.get(letters, ()):
            if all(length >= least for length, least in zip(lengths, term_lengths, strict=True)):
                return term
        return None

    def holed(self, before: str, gap: str, after: str) -> Term | None:
        """The term of which `before` and `after` are left: a sign for one vowel, dashes for letters, a face for all."""
        if len(gap) == 1 and not (gap == "'" and after == "s"):
            found = self._holes.get(f"{before}-{after}")
            return found or (None if gap.isascii() else self._holes.get(f"{before}🤬{after}"))
        if set(gap) == {"-"} or set(gap) == {"_"}:
            return self._unmasked(before + "*" * len(gap) + after)
        return None

    def signed(self, chunk: str) -> Term | None:
        """The term that `chunk` is with digits and signs in the place of letters."""
        if len(chunk) < _SHORTEST or chunk.isalpha() or chunk.isdigit():
            return None
        plain = chunk.translate(LEET)
        if plain.isalpha():
            if (found := self._skeletons.get(_skeleton(plain))) and (len(plain) > 4 or _trustworthy(chunk)):
                return found[1]
            if term := self.drawn_out(plain):
                return term
        return self._unmasked(chunk) if not _MASKS.isdisjoint(chunk) else None

    def _unmasked(self, chunk: str) -> Term | None:
        shown = sum(character.isalpha() for character in chunk)
        first = chunk[0] if chunk[0].isalpha() else ""
        last = chunk[-1] if chunk[-1].isalpha() else ""
        if not first and (len(chunk) < 6 or chunk[1:] in self.known):
            return None  # "*hit" begins a list and "**it" is emphasis in half the editors there are
        all_hidden_but_one = shown == 1 and bool(first)
        if shown < 2 and not (all_hidden_but_one and len(chunk) >= _SHORTEST and set(chunk[1:]) <= {"*"}):
            return None
        for form, term in self._masked.get((len(chunk), first, last), ()):
            if all_hidden_but_one and not (term.grade is Grade.STRONG and term.plain_sense):
                continue
            if all(_may_stand_for(sign, letter) for sign, letter in zip(chunk, form, strict=True)):
                return term
        return None

    def glued(self, word: str, offset: int, found: str, stands_out: bool) -> Term | None:
        """The term glued into `word` at `offset`, beginning with `found`, if the rest is what people glue to it.

        `stands_out`: capitals mark it off, as in #ParkingBastards.
        """
        if len(word) > 80:
            return None
        ends = range(min(len(word), offset + 14), offset + len(found), -1)
        longer = next((word[offset:end] for end in ends if word[offset:end] in self._glued), None)
        for form in filter(None, (longer, found)):
            term = self._glued[form]
            before, after = word[:offset], word[offset + len(form) :]
            if term.anywhere or stands_out or (self._joined(before) and self._joined(after)):
                return term
            unmistakable = term.grade is Grade.STRONG and term.plain_sense and term.company is None
            if unmistakable and all(not rest or (len(rest) > 3 and rest in self.ordinary) for rest in (before, after)):
                return term
        return None

    def _joined(self, rest: str) -> bool:
        """Whether `rest` is made up of very common words (or offensive ones)."""
        if not rest:
            return True
        if len(rest) > 30:
            return False
        reached, todo = {0}, [0]
        while todo:
            start = todo.pop()
            for end in range(start + 2, min(len(rest), start + 12) + 1):
                if end not in reached and rest[start:end] in self._joining:
                    if end == len(rest):
                        return True
                    reached.add(end)
                    todo.append(end)
        return False


def _may_stand_for(sign: str, letter: str) -> bool:
    if sign == letter:
        return True
    if sign.isalpha():
        return False
    if sign in "*#•█×%&^~?":
        return True
    return sign.translate(LEET) == letter or (sign in "@!1" and letter in _VOWELS)


def _trustworthy(chunk: str) -> bool:
    """Whether a four-character chunk is a disguise rather than a code: a sign, or letters around one digit."""
    return any(not c.isalnum() for c in chunk) or chunk[-1].isalpha()


def _skeleton(word: str) -> str:
    # The digit 1, the bar and the exclamation mark stand for i as well as for l.
    return word.replace("l", "i")


def _misspellings(usable: dict[str, Term], known: frozenset[str]) -> dict[str, Term]:
    found: dict[str, Term] = {}
    for form, term in usable.items():
        if term.grade is Grade.STRONG and not term.name:
            for spelling in disguises(form):
                if len(spelling) >= _SHORTEST and spelling not in known:
                    found.setdefault(spelling, term)
    return found


def _shortest(forms: Iterable[str]) -> list[str]:
    """The forms without those that begin with another."""
    kept: list[str] = []
    for form in sorted(forms):
        if not kept or not form.startswith(kept[-1]):
            kept.append(form)
    return kept


def _any_of(forms: list[str]) -> str:
    """A pattern for any of `forms`, branching by letter so that a place in the text is tried once a letter."""
    branches: dict[str, list[str]] = {}
    for form in forms:
        branches.setdefault(form[0], []).append(form[1:])
    tails = [re.escape(letter) + (_any_of(rest) if rest != [""] else "") for letter, rest in branches.items()]
    return tails[0] if len(tails) == 1 else f"(?:{'|'.join(tails)})"
