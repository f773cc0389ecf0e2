"""Reads what is said against people: derogation, threats, wishes of harm, abuse, talk into self-harm, praise of terror.

Three steps: words are read as what they stand for (data/hostility/readings.tsv, `repairs`), mentions of people become
one piece (`people`), and constructions are looked for among these pieces (data/hostility/constructions.phrases).

What is said to be wrong, denied or told of somebody else comes out with its frame, or not at all.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence

from guard.reading import Frame, Hostility, HostilityKind, Strength, Target
from guard.text.clauses import Clauses
from guard.text.evasion_index import LEET
from guard.text.frames import evidence
from guard.text.hostile_frames import Light, light_of
from guard.text.hostility_index import CONTRACTED, HostilityIndex, hostility_index
from guard.text.people import GROUP, Token, mention_people
from guard.text.word_sets import word_set

_MOST = 40
_MARKS = (".", ",", "?")
_SENTENCE_MARKS = (".", "?")
_STRENGTHS = {**{each.value: each for each in Strength}, "loose": Strength.WEAK}
_SIGN = re.compile(r"[@!$|](?<=[a-z0-9].)[a-z0-9]")
_SIGNED_WORD = re.compile(r"(?<![a-z0-9@!$|])[a-z0-9][a-z0-9@!$|]{2,30}(?![a-z0-9@$|])")
_ORDER = {strength: place for place, strength in enumerate(Strength)}
_GRAVE = (HostilityKind.SELF_HARM, HostilityKind.THREAT, HostilityKind.EXTREMISM)
_FEWEST_APART = 3
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
# What tells whom "they" are, or may be they.
_RESOLVING = word_set(". <group> <nogroup> <dirty> <people> what <they> <them>")
_TARGETS = (
    (word_set("<group> <nogroup> <dirty> <adj> <thing>"), Target.GROUP),
    (word_set("<you> your ur yourself"), Target.READER),
    (word_set("<he> <him> <people> <them> <they> his her their"), Target.OTHER),
)
Signed = dict[int, tuple[int, str]]
_SUBJECTS = word_set("i we you he she they it lets im ill why this that dont thats theyre youre hes")


def read_hostility(clauses: Clauses) -> tuple[Hostility, ...]:
    """What is said against people in a text, in order of place, at most forty."""
    index = hostility_index()
    mended = _mended(clauses, index)
    signed = _signed(clauses, index)
    found: list[Hostility] = []
    for first, end in _stretches(clauses, index, mended, signed):
        found.extend(_in_stretch(clauses, first, end, index, mended, signed))
        if len(found) >= _MOST:
            break
    return tuple(sorted(_plainest(found[: 2 * _MOST])[:_MOST], key=lambda one: one.span))


def _plainest(found: Sequence[Hostility]) -> list[Hostility]:
    """Of what is said in one place, against a group or otherwise, the plainest only."""
    kept: list[Hostility] = []
    for one in sorted(found, key=lambda one: (_ORDER[one.strength], one.kind not in _GRAVE, one.span)):
        grouped = one.kind is HostilityKind.DEROGATION
        if not any(
            (other.kind is HostilityKind.DEROGATION) == grouped
            and one.span.start < other.span.end
            and other.span.start < one.span.end
            for other in kept
        ):
            kept.append(one)
    return kept


def _mended(clauses: Clauses, index: HostilityIndex) -> dict[str, tuple[str, ...]]:
    """The words of the text that are not as they should be, as they were meant."""
    mended = {}
    for piece in set(clauses.pieces) - index.plain:
        if len(piece) > 1 and (words := index.repairs.mended(piece)):
            mended[piece] = words
    return mended


def _stretches(
    clauses: Clauses, index: HostilityIndex, mended: Mapping[str, tuple[str, ...]], signed: Signed
) -> Iterator[tuple[int, int]]:
    """The pieces worth a look: sentences with a telling word, those two before them, and the one behind."""
    telling = index.telling
    wanted = set(telling.intersection(clauses.pieces))
    wanted.update(piece for piece, words in mended.items() if not telling.isdisjoint(words))
    places = [place for place, piece in enumerate(clauses.pieces) if piece in wanted] if wanted else []
    places.extend(_places_apart(clauses))
    places.extend(signed)
    if not places:
        return
    starts = (*clauses.sentence_starts, len(clauses.pieces))
    begun = ended = -1
    for sentence in sorted({bisect_right(clauses.sentence_starts, place) - 1 for place in places}):
        first, end = max(0, sentence - _BACK), min(sentence + 2, len(starts) - 1)
        if first > ended:
            if begun >= 0:
                yield starts[begun], starts[ended]
            begun = first
        ended = end
    yield starts[begun], starts[ended]


def _places_apart(clauses: Clauses) -> Iterator[int]:
    """Where letters stand apart, three at least; before the last word of the text."""
    pieces = clauses.pieces
    for place, length in enumerate(map(len, pieces)):
        if length == 1 and place >= _FEWEST_APART - 1:
            letters = "".join(pieces[place - _FEWEST_APART + 1 : place + 1])
            if len(letters) == _FEWEST_APART and letters.isalnum():
                yield place


def _in_stretch(
    clauses: Clauses,
    first: int,
    end: int,
    index: HostilityIndex,
    mended: Mapping[str, tuple[str, ...]],
    signed: Signed,
) -> Iterator[Hostility]:
    """What is said against people in pieces[first:end]."""
    tokens = _resolved(mention_people(_tokens(clauses, first, end, index, mended, signed)))
    texts = [token.text for token in tokens]
    spared: list[tuple[int, int]] = []
    found: list[tuple[int, int, str]] = []
    counter: list[int] = []
    for each in index.phrases.find(texts):
        if each.tag == "spared":
            spared.append((each.first, each.end))
        elif each.tag == "counter":
            counter.append(each.first)
        else:
            found.append((each.first, each.end, each.tag))
    for begin, stop, tag in found[: 2 * _MOST]:
        if any(start <= begin < finish or begin <= start < stop for start, finish in spared[:_MOST]):
            continue
        if tag.endswith(".loose") and _countered(texts, begin, stop, counter):
            continue
        light = light_of(texts, begin, stop)
        if light is not Light.DENIED:
            inside = [token for token in tokens[begin:stop] if token.text not in _MARKS]
            yield _hostility(clauses, tag, inside, light)


def _countered(texts: Sequence[str], begin: int, stop: int, counter: Sequence[int]) -> bool:
    """Whether anything in the sentence around texts[begin:stop] speaks for a harmless reading."""
    while begin and texts[begin - 1] not in _SENTENCE_MARKS:
        begin -= 1
    while stop < len(texts) and texts[stop] not in _SENTENCE_MARKS:
        stop += 1
    place = bisect_left(counter, begin)
    return place < len(counter) and counter[place] < stop


def _hostility(clauses: Clauses, tag: str, tokens: Sequence[Token], light: Light) -> Hostility:
    kind, _, strength = tag.partition(".")
    begin, stop = tokens[0].first, max(token.end for token in tokens)
    frame = Frame.QUOTED if light is Light.TOLD or clauses.quoted(clauses.positions[begin]) else Frame.NONE
    around = clauses.pieces[max(0, begin - _AROUND) : begin] + clauses.pieces[stop : stop + _AROUND]
    own_threat = tag.startswith("threat") and tokens[0].text in ("i", "we")
    if not own_threat and not evidence().teaching.isdisjoint(around):
        frame |= Frame.LESSON
    playful = not _PLAYFUL.isdisjoint(around) or _laughing(clauses, begin, stop)
    target = _target(token.text for token in tokens)
    return Hostility(HostilityKind(kind), clauses.span(begin, stop), _STRENGTHS[strength], target, frame, playful)


def _tokens(
    clauses: Clauses,
    start: int,
    count: int,
    made: HostilityIndex,
    mended: Mapping[str, tuple[str, ...]],
    signed: Signed,
) -> list[Token]:
    """pieces[start:count] as what they stand for, with a full stop before, so that every sentence stands behind one."""
    pieces, readings = clauses.pieces, made.readings
    special = made.special | mended.keys() if mended else made.special
    folded = clauses.words.folded.text
    tokens = [Token(".", start, start)]
    index = start
    while index < count:
        piece = pieces[index]
        if not signed and piece not in special and (len(piece) > 1 or not piece.isalnum()):
            tokens.append(Token(piece, index, index + 1))
            index += 1
            continue
        if index in signed:
            end, word = signed[index]
            tokens.append(Token(word, index, end))
            index = end
            continue
        if len(piece) == 1 and (end := made.repairs.apart(pieces, index)) > index:
            words = made.repairs.joined("".join(pieces[index:end])) or pieces[index:end]
            tokens.extend(Token(word, index, end) for word in words)
            index = end
            continue
        index += 1
        known = readings.get(piece) or mended.get(piece)
        apart = CONTRACTED.get(piece)
        if apart and "'" in folded[clauses.starts[index - 1] : clauses.ends[index - 1]]:
            known = readings[apart]
        if known is None and piece not in readings:
            tokens.append(Token(piece, index - 1, index))
        elif piece in ("too", "to") and index < count and pieces[index] == "many":
            tokens.append(Token("too", index - 1, index))
        elif piece == "so" and index < count and pieces[index] in _SUBJECTS:
            tokens.append(Token(",", index - 1, index))
        elif piece == "all" and index < count and pieces[index] == "of":
            index += 1
        else:
            for word in known or ():
                tokens.extend(Token(read, index - 1, index) for read in readings.get(word, (word,)))
    if tokens[-1].text not in _MARKS:
        tokens.append(Token(".", count, count))
    return tokens


def _signed(clauses: Clauses, made: HostilityIndex) -> Signed:
    """Words with signs for letters ("d!sgusting"): by the first piece, where they end and how they were meant."""
    found: Signed = {}
    folded = clauses.words.folded.text
    if not _SIGN.search(folded):
        return found
    for match in _SIGNED_WORD.finditer(folded):
        word = match.group().translate(LEET)
        if made.repairs.knows(word):
            found[clauses.piece_at(match.start())] = clauses.piece_at(match.end() - 1) + 1, word
    return found


def _resolved(tokens: list[Token]) -> list[Token]:
    """ "They" and "them" as the group that was spoken of, where one was."""
    sentence, last_group, last_people = 0, -9, -9
    resolved: list[Token] = []
    for index, token in enumerate(tokens):
        if token.text not in _RESOLVING:
            resolved.append(token)
            continue
        if token.text == ".":
            sentence += 1
        elif token.text in (GROUP, "<nogroup>", "<dirty>"):
            last_group, last_people = sentence, -9
        elif token.text == "<people>":
            last_people = sentence
        elif token.text == "what" and sentence - last_group == 1 and tokens[index - 1].text == ".":
            token = Token(GROUP, token.first, token.end)  # "... immigrants. What a ..."
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
    following = window[place : place + 3]
    return following in (["<they>", "are", GROUP], ["<they>", "were", GROUP]) or (
        following[:1] == [GROUP] and following[1:2] in ([","], ["."])
    )


def _laughing(clauses: Clauses, begin: int, stop: int) -> bool:
    """Whether a laughing face stands near pieces[begin:stop]."""
    folded = clauses.words.folded.text
    after = clauses.starts[stop + 12] if stop + 12 < len(clauses.starts) else len(folded)
    return not _LAUGHING.isdisjoint(folded[clauses.starts[begin] : after])


def _target(texts: Iterable[str]) -> Target:
    inside = set(texts)
    return next((target for words, target in _TARGETS if not words.isdisjoint(inside)), Target.NOBODY)
