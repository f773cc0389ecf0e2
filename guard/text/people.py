"""Whom a text speaks of: words for people, drawn together with what stands around them, and pronouns.

    "you and all the other black people in this town"  ->  one piece, <group>

Whoever belongs to a group with a protected characteristic is <group>, one of no such group <people>; "no black person"
and "not all women" are <nogroup>; "dirty foreigners" are <dirty>. Data: data/hostility/people.tsv.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cache

import msgspec

from guard.text.lexicon import rows
from guard.text.word_sets import word_set

GROUP, NO_GROUP, DIRTY, PEOPLE, HIM = "<group>", "<nogroup>", "<dirty>", "<people>", "<him>"
ADJECTIVE, THING = "<adj>", "<thing>"

_BEFORE = word_set(
    "next the these those this that them a an any every each most some other another such you <you> our your my bloody "
    "damn whole entire single last one two three four five hundreds thousands millions certain modern so-called "
    "average local poor ordinary us we likes bunch load lot sort kind type half few"
)
_NONE = word_set("no none not nor neither zero")
_OURS = word_set("our my your his her their the these those year <people> <thing> u11 u12 u13 u14 u15 u16 u18 under")
_INSULTING = word_set(
    "dirty filthy smelly stinking stinky thick lazy thieving scrounging disgusting vile fucking scummy scrounger evil "
    "bastard sponging uncivilised inbred brainless worthless useless pathetic repulsive ungrateful murdering cheating "
    "lying scum stupid dumb greasy freeloading job-stealing subhuman savage ugly fuckin effing"
)
_LIKE = word_set("you him her that this them those these <you> <him> <them> <he> me")
_SOMETHING_IS_SAID = word_set(
    "is are was were am be should must have has had will would can could deserve deserves need needs do does did make "
    "makes ruin smell stink . , ? : - and or who whom that from like in on at with to of without off out until not "
    "never here there now today tomorrow tonight first ought live only belong seem may might because when if so lol "
    "all <you>"
)
_FUNCTION = word_set(
    "a an the what how in on at to for with and or but . , ? : - up down out off over again now then so if when "
    "because that this today tomorrow tonight after before like as is was will would should by from alone either too "
    "lol who i you he she they we until unless about since into onto more most"
)
_WHOSE = word_set("your his her their every off")
_YOU_LOT = word_set("lot guys two people folks bunch")
_TITLES = word_set("mr mrs miss ms mx dr sir madam")
_AMOUNTS = word_set(
    "some most many none lot lots bunch load loads one any each few half hundreds thousands group likes sort kind"
)
_BEGINNING = (".", ",", "because", "and", "but", "that")
_COUPLED = ("and", "or", ",")
_IDENTITIES = ("adjective", "noun", "thing")
_BANNERS = ("power", "pride", "supremacy", "genocide", "jihad", "revolution")
_MOST = 12  # words of one mention


class Token(msgspec.Struct, frozen=True, gc=False):
    """A word as the constructions see it; it stands for pieces[first:end] of the clauses."""

    text: str
    first: int
    end: int


@cache
def kinds_of_people() -> dict[str, str]:
    """The kind of each single word for people."""
    kinds: dict[str, str] = {}
    for kind, listed in rows("hostility/people.tsv"):
        for entry in listed.split():
            if "_" not in entry:
                kinds.setdefault(entry, kind)
    return kinds


@cache
def _phrases_of_people() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """Words for people that are several words: by the first, the others and the kind."""
    found: defaultdict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
    for kind, listed in rows("hostility/people.tsv"):
        for entry in listed.split():
            if "_" in entry or "-" in entry:
                first, *others = entry.replace("-", "_").split("_")
                found[first].append((tuple(others), kind))
    return {first: sorted(listed, key=lambda each: -len(each[0])) for first, listed in found.items()}


@cache
def _persons() -> frozenset[str]:
    return frozenset(
        word for kind, listed in rows("hostility/people.tsv") if kind == "person" for word in listed.split()
    )


@cache
def _somebody() -> frozenset[str]:
    kinds = ("person", "other")
    return frozenset(word for word, kind in kinds_of_people().items() if kind in kinds) | _persons()


@cache
def _speaking_of_people() -> frozenset[str]:
    """The words that a mention may begin with, or that stand for somebody: all others are passed over."""
    return _somebody() | kinds_of_people().keys() | _phrases_of_people().keys() | _TITLES | {"head", "<you>", "her"}


def mention_people(tokens: list[Token]) -> list[Token]:
    """The tokens with each mention of people as one."""
    kinds, persons, somebody, speaking = kinds_of_people(), _persons(), _somebody(), _speaking_of_people()
    written: list[Token] = []
    count = len(tokens)
    index = 0
    while index < count:
        token = tokens[index]
        text = token.text
        if text not in speaking and text[-2:] != "ss":
            written.append(token)
            index += 1
            continue
        kind, length = _kind_at(tokens, index, kinds)
        if kind in ("noun", "weak", "adjective", "thing"):
            index = _identity(tokens, index, written, kinds, persons)
        elif text == "head" and written and written[-1].text in _WHOSE:
            written.append(token)
            index += 1
        elif token.text == "<you>" and index + 1 < count and tokens[index + 1].text in _YOU_LOT:
            written.append(Token(text, token.first, tokens[index + 1].end))
            index += 2
        elif text in somebody and not (text == "people" and not (written and written[-1].text in _OURS)):
            end = index + max(1, length)
            first = _back(written, _OURS | _BEFORE, token.first)
            written.append(Token(HIM if _single(text) else PEOPLE, first, tokens[end - 1].end))
            index = _liking(tokens, end)
        elif text == "her":
            following = tokens[index + 1].text if index + 1 < count else "."
            written.append(Token(HIM if following in _FUNCTION else text, token.first, token.end))
            index += 1
        elif text in _TITLES and index + 1 < count and tokens[index + 1].text.isalpha():
            written.append(Token(HIM, token.first, tokens[index + 1].end))
            index += 2
        else:
            written.append(token)
            index += 1
    return written


def _single(text: str) -> bool:
    return (not text.endswith("s") or text == "boss") and text not in (
        "people",
        "children",
        "folk",
        "women",
        "men",
        "police",
        "family",
    )


def _kind_at(tokens: list[Token], index: int, kinds: dict[str, str]) -> tuple[str, int]:
    """What kind of word for people stands at a token, and how many tokens it is long."""
    text = tokens[index].text
    for others, kind in _phrases_of_people().get(text, ()):
        if tuple(token.text for token in tokens[index + 1 : index + 1 + len(others)]) == others:
            return kind, 1 + len(others)
    kind = kinds.get(text, "") or (kinds.get(text[:-1], "") if text.endswith("ss") else "")
    return kind, 1 if kind else 0


def _identity(
    tokens: list[Token], index: int, written: list[Token], kinds: dict[str, str], persons: frozenset[str]
) -> int:
    """Writes the mention that begins with an identity at tokens[index]; answers where it ends."""
    start, count = index, len(tokens)
    seen: set[str] = set()
    ended = False  # with a word for people, so that what follows is another matter
    while index < min(count, start + _MOST):
        kind, length = _kind_at(tokens, index, kinds)
        word = tokens[index].text
        if kind in ("adjective", "thing", "noun", "weak"):
            if ended and kind in ("adjective", "thing"):
                break
            seen.add(kind)
            index += length
            ended = kind in ("noun", "weak")
        elif word in persons:
            seen.add("noun" if seen - {"weak"} else "weak")
            index += 1
            ended = True
            break
        elif word in _COUPLED and index + 1 < count and _kind_at(tokens, index + 1, kinds)[0] in _IDENTITIES:
            index += 1
            ended = False
        else:
            break
    while tokens[index - 1].text in _COUPLED:
        index -= 1
    before = written[-1].text if written else "."
    following = tokens[index].text if index < count else "."
    first, end = tokens[start].first, tokens[index - 1].end
    if tokens[start].text in ("white", "whites") and following in _BANNERS and index - start == 1:
        written.append(tokens[start])
        return index
    if not seen & {"noun", "weak"}:
        nominal = (before == "the" and following in _SOMETHING_IS_SAID) or (
            before in ("a", "an")
            and seen == {"adjective"}
            and (following in _SOMETHING_IS_SAID or following[-3:] == "ing")
        )
        if not nominal:
            written.append(Token(ADJECTIVE if "adjective" in seen else THING, first, end))
            return index
    elif seen == {"weak"} and (before in _OURS or before == "<him>" or before == "s"):
        written.append(Token(PEOPLE, _back(written, _BEFORE | _OURS, first), end))
        return index
    text = GROUP
    if before in _INSULTING and not (seen == {"weak"} and before in ("stupid", "lazy", "lying", "dumb")):
        text = DIRTY
        first = written.pop().first
    first = _back(written, _BEFORE, first)
    if len(written) >= 2 and written[-1].text == "and" and written[-2].text == "<you>":
        written.pop()
        first = written.pop().first
    if _of_none(written):
        text = NO_GROUP
        first = written.pop().first
    written.append(Token(text, first, end))
    return _liking(tokens, index)


def _of_none(written: list[Token]) -> bool:
    """Whether a mention to come is one of nobody: "no ...", "not all ..." - and not "do not ..."."""
    if len(written) > 1 and written[-1].text == "more" and written[-2].text == "no":
        written.pop()
    if not written or written[-1].text not in _NONE:
        return False
    return written[-1].text != "not" or len(written) < 2 or written[-2].text in _BEGINNING


def _back(written: list[Token], words: frozenset[str], first: int) -> int:
    """Takes back what belongs to a mention and stands before it; answers where the mention begins."""
    for _ in range(_MOST):
        if not written or not (written[-1].text in words or _counting(written)):
            break
        first = written.pop().first
    return first


def _counting(written: list[Token]) -> bool:
    """Whether "of" stands last, with a word for how many before it."""
    return len(written) > 1 and written[-1].text == "of" and written[-2].text in _AMOUNTS


def _liking(tokens: list[Token], index: int) -> int:
    """Past "like you" and "like that" behind a mention."""
    if index + 1 < len(tokens) and tokens[index].text == "like" and tokens[index + 1].text in _LIKE:
        return index + 2
    return index
