"""Hosts whose names are put together from what pirates, gamblers and their like call their sites: "gorevault.example".

A name counts where all of it is made of such words ("streamz4u" is streams, 4u), and one of them is bad in itself, or
is risky beside something odd: a cheap ending, digits for letters, "free". An honest name has a word of its own in it.
Where the post itself offers what such sites do, an odd host is enough.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

_LEET = str.maketrans("013457", "oieast")
_DIGIT_IN_WORD = re.compile(r"[a-z][0-9]+[a-z]|[0-9][a-z]{3}")
_LONGEST = 30
_NOTHING, _NEUTRAL, _ODD, _RISKY, _BAD = range(5)
# What is said of such a site by whoever passes it on.
_OFFERED = re.compile(
    r"\b(?:(?:footy|football|match|game|fight|ppv|sky|hd|free|dodgy|illegal|ufc|boxing|films?|movies?)\s"
    r"(?:\w+\s){0,2}(?:streams?|links?)|streams?\s(?:that|which)\s(?:actually\s)?works?|"
    r"full (?:match|game|film|movie|fight|episode)s?|(?:don'?t|do not) tell|watch (?:it )?free|"
    r"free (?:movies|films|sky|robux|vbucks|coins|spins|bets?|money|iphone)|cracked|torrent|keygen|aimbot|mod menu|"
    r"18\+|nsfw|uncensored|not for the squeamish|leaked|no id\b|under the counter|exam answers|"
    r"answers (?:to|for) (?:the|every|all|tomorrow|monday|friday)|"
    r"(?:get|gets|got) (?:around|round|past) the (?:school )?filter|double your|get rich|passive income|easy money|"
    r"(?:bet|gamble) with|hot singles|sick notes?|fake id)"
)


@dataclass(frozen=True, slots=True)
class _Words:
    """How much each word of a name weighs, and which endings cost next to nothing or are given to the trusted alone."""

    weights: dict[str, int]
    odd: frozenset[str]
    cheap: frozenset[str]
    trusted: tuple[str, ...]
    honest: frozenset[str]


@cache
def _words() -> _Words:
    data = tomllib.loads(files("guard.text").joinpath("data/links.toml").read_text("utf-8"))
    names = data["names"]
    weights: dict[str, int] = {}
    for weight, key in ((_NEUTRAL, "neutral"), (_ODD, "odd"), (_RISKY, "risky"), (_BAD, "bad")):
        weights.update(dict.fromkeys(names[key].split(), weight))
    return _Words(
        weights=weights,
        odd=frozenset(names["odd"].split()),
        cheap=frozenset(data["cheap_endings"].split()),
        trusted=tuple(names["trusted_endings"].split()),
        honest=frozenset(names["honest"].split()),
    )


def is_offered(said: str) -> bool:
    """Whether the folded post offers what pirates, gamblers and their like have to offer."""
    return _OFFERED.search(said) is not None


def is_bait(host: str, said: str) -> bool:
    """Whether a host (its registered part, in small letters) is named like such a site; `said` is the folded post."""
    words = _words()
    label, _, ending = host.partition(".")
    if host in words.honest or ending in words.trusted or len(label) > _LONGEST:
        return False
    odd = ending in words.cheap or _DIGIT_IN_WORD.search(label) is not None
    offered = is_offered(said)
    if odd and offered:
        return True
    for name in {label, label.translate(_LEET)}:
        pieces = [_weighed(piece, words) for piece in name.split("-")]
        if _NOTHING in (each[0] for each in pieces):
            continue
        heaviest = max(each[0] for each in pieces)
        odd_word = any(each[1] for each in pieces) or name != label or offered
        if heaviest == _BAD or (heaviest == _RISKY and (odd or odd_word)):
            return True
    return False


def _weighed(piece: str, words: _Words) -> tuple[int, bool]:
    """The heaviest words a piece can be cut into without rest, and whether an odd one is among them."""
    best: list[tuple[int, bool]] = [(_NEUTRAL, False)] + [(_NOTHING, False)] * len(piece)
    for end in range(1, len(piece) + 1):
        for start in range(max(0, end - 14), end):
            before = best[start]
            word = piece[start:end]
            weight = words.weights.get(word, _NOTHING)
            if before[0] and weight:
                best[end] = max(best[end], (max(before[0], weight), before[1] or word in words.odd))
    return best[-1]
