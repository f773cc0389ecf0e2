"""In what light an offensive word stands: quoted, in a title, taught about, part of a name, or disowned.

What is weighed here is evidence in the words around, nothing of a policy; each question looks at a bounded stretch.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache, cached_property

from guard.reading import Category, Frame, Grade
from guard.text.lexicon import Term, rows
from guard.text.words import Words

_QUOTATION = re.compile(
    r'(?<![^\W_])"[^"\n]{1,300}"|(?<![^\W_])\'[^\'\n]{1,120}(?:\'[^\W_][^\'\n]{0,120}){0,4}\'(?![^\W_])'
)
_SENTENCE_END = re.compile(r"[.!?\n]")


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words that are evidence, by what for: the rows of data/frames.tsv."""

    called: frozenset[str]
    somebody: frozenset[str]
    first_person: frozenset[str]
    word_talk: frozenset[str]
    copula: frozenset[str]
    judged: frozenset[str]
    teaching: frozenset[str]
    stage: frozenset[str]
    works: frozenset[str]
    place: frozenset[str]
    towards: frozenset[str]
    honorific: frozenset[str]
    disowning: frozenset[str]
    aiming: frozenset[str]
    aiming_before_a: frozenset[str]
    target: frozenset[str]


@cache
def evidence() -> Evidence:
    """The evidence as shipped, read once."""
    found = {name: frozenset(listed.split()) for name, listed in rows("frames.tsv")}
    found["judged"] |= found["word_talk"]
    found["works"] |= found["stage"]
    return Evidence(**found)


class Frames:
    """The frames of one text; made for a text that has a hit, asked once for each hit."""

    def __init__(self, words: Words) -> None:
        self._words = words
        self._list = words.words
        self._evidence = evidence()

    @cached_property
    def _quotations(self) -> list[tuple[int, int]]:
        return [match.span() for match in _QUOTATION.finditer(self._words.folded.text)]

    @cached_property
    def _sentence_starts(self) -> list[int]:
        starts = [0]
        for index in range(len(self._list) - 1):
            if _SENTENCE_END.search(self._words.between(index)):
                starts.append(index + 1)
        return starts

    def of(self, term: Term, first: int, last: int, disguised: bool = False) -> Frame:
        """The light in which words[first:last + 1], an occurrence of `term`, stands."""
        frame = Frame.NONE
        sentence = self.sentence(first)
        aimed = self.aimed(first, last)
        if self._in_quotation(first, last, aimed) or self._reported(first, sentence[0]):
            frame |= Frame.QUOTED
        if self._taught(term, first, last, sentence, aimed):
            frame |= Frame.LESSON
        if self._titled(term, first, last, aimed):
            frame |= Frame.TITLE
        if not term.anywhere and (self._placed(first, last) or (disguised and self._named(first, last))):
            frame |= Frame.PLACE
        if frame & (Frame.QUOTED | Frame.LESSON) and self._disowned(first, last, sentence):
            frame |= Frame.NEGATED
        return frame

    def aimed(self, first: int, last: int) -> bool:
        """Whether the word is thrown at somebody: "you ...", "such a ...", "... like you"."""
        words = self._list
        before = words[max(0, first - 2) : first]
        if before and before[-1] in self._evidence.aiming:
            return True
        if len(before) == 2 and before[1] in ("a", "an", "little") and before[0] in self._evidence.aiming_before_a:
            return before[0] not in ("is", "hes", "shes", "was", "what") or self._ends_here(last)
        after = words[last + 1 : last + 3]
        return len(after) == 2 and after[0] == "like" and after[1] in self._evidence.target

    def _ends_here(self, last: int) -> bool:
        return last + 1 == len(self._list) or bool(_SENTENCE_END.search(self._words.between(last)))

    def capitalised(self, index: int) -> bool:
        """Whether a word is written like a name: a capital first, and not all of it shouted."""
        source = self._words.source(index)
        return source[:1].isupper() and not (len(source) > 1 and source.isupper())

    def name_like(self, index: int) -> bool:
        """Whether a word has a capital that no sentence begins with."""
        return self.capitalised(index) and self.sentence(index)[0] != index

    def sentence(self, index: int, neighbours: int = 0) -> tuple[int, int]:
        """The words (half-open) of the sentence around `index` and its neighbours, at most 30 words to a side."""
        position = bisect_right(self._sentence_starts, index) - 1
        start = self._sentence_starts[max(0, position - neighbours)]
        following = position + 1 + neighbours
        end = self._sentence_starts[following] if following < len(self._sentence_starts) else len(self._list)
        return max(start, index - 30), min(end, index + 30)

    def _in_quotation(self, first: int, last: int, aimed: bool) -> bool:
        words = self._words
        position = bisect_right(self._quotations, (words.starts[first], len(words.folded.text))) - 1
        if position < 0 or words.ends[last] > self._quotations[position][1]:
            return False
        # Marks around just the word, in "such a 'word'", do not make it somebody else's.
        start, end = self._quotations[position]
        alone = start + 1 >= words.starts[first] and words.ends[last] >= end - 2
        return not (aimed and alone)

    def _reported(self, first: int, start: int) -> bool:
        """ "Somebody called a pupil a ..." - not "I called him a ..."."""
        words = self._list[max(start, first - 6) : first]
        for index, word in enumerate(words):
            if word in self._evidence.called:
                told = words[index + 1 : index + 4]
                passive = index > 0 and words[index - 1] in ("was", "were", "been", "being", "got", "get", "is")
                if (passive or any(w in self._evidence.somebody for w in told)) and words[
                    max(0, index - 1)
                ] not in self._evidence.first_person:
                    return "out" not in words[index + 1 :]
        return False

    def _taught(self, term: Term, first: int, last: int, sentence: tuple[int, int], aimed: bool) -> bool:
        words = self._list
        start, end = sentence
        if any(word in self._evidence.word_talk for word in words[max(start, first - 3) : first]):
            return True
        after = words[last + 1 : min(end, last + 9)]
        if after and after[0] in self._evidence.copula and any(word in self._evidence.judged for word in after[1:]):
            return True
        rude = term.category in (Category.SEXUAL, Category.INSULT) and term.grade is Grade.STRONG and term.plain_sense
        if aimed or rude or term.category is Category.PROFANITY:
            # Swearing beside the word "lesson" is still swearing.
            return False
        start, end = self.sentence(first, neighbours=1)
        return any(word in self._evidence.teaching for word in words[start:end])

    def _titled(self, term: Term, first: int, last: int, aimed: bool) -> bool:
        words = self._list
        near = words[max(0, first - 8) : first] + words[last + 1 : last + 9]
        if not aimed and self.capitalised(first):
            beside = (first > 0 and self.capitalised(first - 1)) or (
                last + 1 < len(words) and self.capitalised(last + 1)
            )
            if (beside or last > first) and any(word in self._evidence.works for word in near):
                return True
        staged = term.category in (Category.PROFANITY, Category.INSULT) and not term.anywhere
        return staged and term.grade is Grade.MILD and not aimed and any(word in self._evidence.stage for word in near)

    def _placed(self, first: int, last: int) -> bool:
        words = self._list
        if not all(self.capitalised(index) for index in range(first, last + 1)):
            return False
        following = last + 1
        if first < last and self._among_names(first, last):
            return True
        if following < len(words) and words[following] == "s":
            following += 1
        if following < len(words) and words[following] in self._evidence.place and self.capitalised(following):
            return True
        if first > 0 and words[first - 1] in self._evidence.honorific:
            return True
        return last > first and first > 0 and words[first - 1] in self._evidence.towards

    def _named(self, first: int, last: int) -> bool:
        """Whether what looks like a disguised word is the second half of a name: Amira Dickman, Great Cockup."""
        start = self._words.starts[first]
        hashtag = self._words.folded.text[max(0, start - 1) : start] == "#"
        return first == last and not hashtag and self.name_like(first) and self.capitalised(first - 1)

    def _among_names(self, first: int, last: int) -> bool:
        """Whether words written as a name stand beside another: "Lickey End, Bell End"."""
        before = first > 0 and self.name_like(first) and self.capitalised(first - 1)
        return before or (last + 1 < len(self._list) and self.name_like(last + 1) and self.name_like(last))

    def _disowned(self, first: int, last: int, sentence: tuple[int, int]) -> bool:
        start, end = sentence
        around = self._list[max(start, first - 6) : first] + self._list[last + 1 : min(end, last + 7)]
        return any(word in self._evidence.disowning for word in around)
