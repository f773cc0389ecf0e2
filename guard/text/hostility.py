"""Reads what is said against people: derogation, threats, wishes of harm, abuse, talk into self-harm, praise of terror.

Three steps: words are read as what they stand for (data/hostility/readings.tsv, `repairs`), mentions of people become
one piece (`people`), and constructions are looked for among these pieces (data/hostility/constructions.phrases).

What is said to be wrong, denied or told of somebody else comes out with its frame, or not at all.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from guard.reading import Frame, Hostility, HostilityKind, Strength, Target
from guard.text.clauses import Clauses
from guard.text.frames import evidence
from guard.text.hostile_frames import Light, light_of
from guard.text.lexicon import joining_words, lexicon, ordinary_words, rows
from guard.text.people import GROUP, Token, kinds_of_people, mention_people
from guard.text.phrases import Phrases, Sections, read_phrases
from guard.text.repairs import Repairs
from guard.text.word_sets import word_set

_MOST = 40
_AROUND = 25  # words to either side that say in what light something stands
_PLAYFUL = word_set(
    "lol lmao rofl haha hahaha hahahaha hehe heehee ha jk joking kidding banter jokes match game final finals semi "
    "cup league fixture derby tournament quiz chess scrabble monopoly dodgeball football rugby netball hockey cricket "
    "race relay sports team teams pitch goal goals score tennis badminton uno cards trophy champions championship "
    "squad"
)
_LAUGHING = frozenset("😂🤣😉😀😄😅😜🙃")
_BACK = 2  # sentences to look back for whom "they" are
_THEY = ("<they>", "<them>")
_TARGETS = (
    (word_set("<group> <nogroup> <dirty> <adj> <thing>"), Target.GROUP),
    (word_set("<you> your ur yourself"), Target.READER),
    (word_set("<he> <him> <people> <them> <they> his her their"), Target.OTHER),
)
_CONTRACTED = {"well": "we'll", "were": "we're", "hell": "he'll", "shell": "she'll", "shed": "she'd"}
_SUBJECTS = word_set("i we you he she they it lets im ill why this that dont thats theyre youre hes")
_PRONOUNS = {"you": "<you>", "he": "<he>", "she": "<he>", "him": "<him>", "they": "<they>", "them": "<them>"}
_GLUE = word_set("to all the a of my our your their his her with for and be are is you must should like we")


@dataclass(frozen=True, slots=True)
class _Reader:
    phrases: Phrases
    readings: Mapping[str, tuple[str, ...]]
    repairs: Repairs
    plain: frozenset[str]


@cache
def _reader() -> _Reader:
    readings: dict[str, tuple[str, ...]] = {}
    for stands_for, listed in rows("hostility/readings.tsv"):
        for word in listed.split():
            readings[word] = () if stands_for == "=" else tuple(stands_for.split())
    sections, slots = read_phrases("hostility/constructions.phrases")
    passed_over = frozenset(word for word, words in readings.items() if not words)
    sections, slots = _without(passed_over, sections, slots)
    phrases = Phrases(sections, slots)
    telling = _telling_words(phrases)
    people = frozenset(kinds_of_people())
    known = ordinary_words() | lexicon().words.keys() | readings.keys() | people | phrases.words
    repairs = Repairs(telling, people, known, _GLUE | joining_words())
    return _Reader(phrases, readings, repairs, known | telling)


def read_hostility(clauses: Clauses) -> tuple[Hostility, ...]:
    """What is said against people in a text, in order of place, at most forty."""
    reader = _reader()
    tokens = _resolved(mention_people(_tokens(clauses, reader)))
    texts = [token.text for token in tokens]
    found: list[tuple[int, int, HostilityKind, Strength]] = []
    spared: list[tuple[int, int]] = []
    for each in reader.phrases.find(texts):
        kind, _, strength = each.tag.partition(".")
        if kind == "spared":
            spared.append((each.first, each.end))
        else:
            found.append((each.first, each.end, HostilityKind(kind), Strength(strength)))
    if not found:
        return ()
    hostilities: list[Hostility] = []
    for first, end, kind, strength in found[: 4 * _MOST]:
        if any(begin <= first < stop or first <= begin < end for begin, stop in spared):
            continue
        light = light_of(texts, first, end)
        if light is Light.DENIED:
            continue
        inside = [token for token in tokens[first:end] if token.text not in ".,?"]
        begin, stop = inside[0].first, max(token.end for token in inside)
        frame = Frame.QUOTED if light is Light.TOLD or clauses.quoted(clauses.positions[begin]) else Frame.NONE
        around = clauses.pieces[max(0, begin - _AROUND) : begin] + clauses.pieces[stop : stop + _AROUND]
        if not evidence().teaching.isdisjoint(around):
            frame |= Frame.LESSON
        playful = not _PLAYFUL.isdisjoint(around) or _laughing(clauses, begin, stop)
        target = _target(texts[first:end])
        hostilities.append(Hostility(kind, clauses.span(begin, stop), strength, target, frame, playful))
        if len(hostilities) == _MOST:
            break
    return tuple(sorted(hostilities, key=lambda one: one.span))


def _tokens(clauses: Clauses, reader: _Reader) -> list[Token]:
    """The pieces as what they stand for, beginning with a full stop so that every sentence begins behind one."""
    pieces, readings, plain = clauses.pieces, reader.readings, reader.plain
    folded = clauses.words.folded.text
    tokens = [Token(".", 0, 0)]
    index, count = 0, len(pieces)
    while index < count:
        piece = pieces[index]
        end = reader.repairs.apart(pieces, index) if len(piece) == 1 and piece.isalpha() else index
        if end > index and (words := reader.repairs.joined("".join(pieces[index:end]))):
            tokens.extend(Token(word, index, end) for word in words)
            index = end
            continue
        index += 1
        known = readings.get(piece)
        apart = _CONTRACTED.get(piece)
        if apart and "'" in folded[clauses.starts[index - 1] : clauses.ends[index - 1]]:
            known = readings[apart]
        if known is None and piece not in plain:
            known = reader.repairs.mended(piece)
        if known is None:
            tokens.append(Token(piece, index - 1, index))
        elif piece in ("so", "too", "to") and index < count and pieces[index] == "many":
            tokens.append(Token("too", index - 1, index))
        elif piece == "so" and index < count and pieces[index] in _SUBJECTS:
            tokens.append(Token(",", index - 1, index))
        elif piece == "all" and index < count and pieces[index] == "of":
            index += 1
        else:
            for word in known:
                tokens.extend(Token(read, index - 1, index) for read in readings.get(word, (word,)))
    if tokens[-1].text not in ".?":
        tokens.append(Token(".", count, count))
    return tokens


def _resolved(tokens: list[Token]) -> list[Token]:
    """ "They" and "them" as the group that was spoken of, where one was."""
    sentence, last_group, last_people = 0, -9, -9
    resolved: list[Token] = []
    for index, token in enumerate(tokens):
        if token.text == ".":
            sentence += 1
        elif token.text in (GROUP, "<nogroup>", "<dirty>"):
            last_group, last_people = sentence, -9
        elif token.text == "<people>":
            last_people = sentence
        elif token.text in _THEY and (
            (sentence - last_group <= _BACK and last_people < last_group) or _told_later(tokens, index)
        ):
            token = Token(GROUP, token.first, token.end)
        resolved.append(token)
    return resolved


def _told_later(tokens: list[Token], index: int) -> bool:
    """Whether the next sentence says who "they" are: "... They are immigrants after all." """
    window = [token.text for token in tokens[index : index + 16]]
    if "." not in window:
        return False
    place = window.index(".") + 1
    return window[place : place + 3] in (["<they>", "are", GROUP], ["<they>", "were", GROUP])


def _laughing(clauses: Clauses, begin: int, stop: int) -> bool:
    """Whether a laughing face stands near pieces[begin:stop]."""
    folded = clauses.words.folded.text
    after = clauses.starts[stop + 12] if stop + 12 < len(clauses.starts) else len(folded)
    return not _LAUGHING.isdisjoint(folded[clauses.starts[begin] : after])


def _target(texts: Iterable[str]) -> Target:
    inside = set(texts)
    return next((target for words, target in _TARGETS if not words.isdisjoint(inside)), Target.NOBODY)


def _without(passed_over: frozenset[str], sections: Sections, slots: dict[str, str]) -> tuple[Sections, dict[str, str]]:
    """The phrases without the words that are passed over in texts. Raises ValueError where nothing else is left."""

    def alternatives(body: str) -> str:
        kept = []
        for alternative in body.split("|"):
            words = alternative.split("_")
            if alternative != "too_many":
                words = [_PRONOUNS.get(word, word) for word in words if word not in passed_over]
            if words:
                kept.append("_".join(words))
        return "|".join(dict.fromkeys(kept))

    def element(written: str) -> str:
        mark = written[-1] if len(written) > 1 and written[-1] in "?*" else ""
        body = alternatives(written[: len(written) - len(mark)])
        if not body and not mark:
            raise ValueError(f"a construction asks for what is passed over: {written!r}")
        return body + mark if body else ""

    plain = {
        name: [" ".join(filter(None, map(element, phrase.split()))) for phrase in listed]
        for name, listed in sections.items()
    }
    return plain, {name: alternatives(words) for name, words in slots.items()}


def _telling_words(phrases: Phrases) -> frozenset[str]:
    return frozenset(word for word in phrases.words if word.isalpha() and len(word) > 2)
