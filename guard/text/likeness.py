"""Likeness: whether a text reads like posts that break a requirement.

Phrases know how a thing is said; what is said in ways nobody has thought of is told here, roughly, by which words and
pairs of words stand in up to three sentences. A linear model adds up their weights; it was trained by `tools/likeness`
on invented posts. It only ever hints. No weight is below 0: nothing that is written beside it talks a hint away.

Words for groups of people are never looked at, so whom a post names weighs nothing; names of people and of the school
count as names only.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import chain, pairwise

from guard.model import Span
from guard.reading import Likeness, OrganisationMention
from guard.text.clauses import Clauses
from guard.text.first_names import common_forenames
from guard.text.lexicon import ordinary_words, topic_words
from guard.text.people import kinds_of_people

LONGEST_RUN = 3  # sentences that are weighed together: most posts have no more
_NUMBER, _CODE, _NAME, _SCHOOL = "<number>", "<code>", "<name>", "<school>"
_MARKS = ".,-:?"

Feature = tuple[str, ...]  # a word, or two that stand side by side


@dataclass(frozen=True, slots=True)
class Model:
    """`weights` of a `known` feature: pairs of a requirement's number and what it weighs for that.

    With its bias added, whatever comes to more than 0 is a hint. `least` is what has to be weighed at least for that.
    All are whole numbers, so that their sum is the same in whichever order they are added up.
    """

    requirements: tuple[str, ...]
    biases: tuple[int, ...]
    known: frozenset[Feature]
    weights: Mapping[Feature, list[tuple[int, int]]]
    least: int


@cache
def model() -> Model:
    """The model as shipped."""
    data = json.loads(files("guard.text").joinpath("data/likeness.json").read_text("utf-8"))
    weights = {tuple(feature.split()): weighed for feature, weighed in data["weights"].items()}
    return Model(
        tuple(data["requirements"]),
        tuple(data["biases"]),
        frozenset(weights),
        weights,
        -max(data["biases"]),
    )


@cache
def _counting_as() -> Mapping[str, str]:
    """Words that count as something else, or as nothing: those for groups of people, by whatever they are grouped."""
    names = dict.fromkeys(common_forenames() - (ordinary_words() - topic_words("names")), _NAME)
    groups = (word for word, kind in kinds_of_people().items() if kind not in ("person", "other"))
    return names | dict.fromkeys((*groups, *topic_words("identity"), *_MARKS), "")


def words_of(clauses: Clauses, organisations: Iterable[OrganisationMention]) -> list[str]:
    """What each piece of a text counts as; "" for what does not count."""
    counting_as = _counting_as()
    words = [
        counting_as[piece] if piece in counting_as else piece if piece.isalpha() else _sign(piece)
        for piece in clauses.pieces
    ]
    for mention in organisations:
        begin, end = clauses.pieces_of(mention.span)
        words[begin:end] = [_SCHOOL] * (end - begin)
    return words


def _sign(piece: str) -> str:
    if piece[0] in "#@":
        return _counting_as().get(piece[1:], piece[1:])
    return _NUMBER if piece.isdigit() else _CODE


def features(words: Iterable[str]) -> Iterator[Feature]:
    """What a sentence holds: its words and its pairs of words; what it holds twice comes twice."""
    counting = [word for word in words if word]
    return chain(zip(counting), pairwise(counting))


def runs(count: int) -> Iterator[tuple[int, int]]:
    """The runs among so many sentences that are weighed: each sentence, alone and with those that follow it.

    What is written behind them changes nothing about runs that are there already.
    """
    return _runs_beyond([1] * count, 0)


def _runs_beyond(heaviest: Sequence[int], least: int) -> Iterator[tuple[int, int]]:
    """The runs of sentences whose heaviest weights come to more than the least that matters: hardly any do."""
    count = len(heaviest)
    for first in range(count):
        summed = 0
        for place in range(first, min(first + LONGEST_RUN, count)):
            summed += heaviest[place]
            if summed > least:
                yield first, place + 1


def read_likenesses(clauses: Clauses, organisations: Iterable[OrganisationMention] = ()) -> tuple[Likeness, ...]:
    """What a text reads like, in the order of the requirements, each once."""
    made = model()
    words = words_of(clauses, organisations)
    sentences = list(zip(clauses.sentence_starts, (*clauses.sentence_starts[1:], len(words)), strict=True))
    weighed = [_weighed(made.known.intersection(features(words[begin:end])), made) for begin, end in sentences]
    heaviest = [max(weights) for weights in weighed]
    best: dict[int, tuple[int, int]] = {}
    for first, last in _runs_beyond(heaviest, made.least):
        summed = map(sum, zip(*weighed[first:last], strict=True))
        for number, (bias, weight) in enumerate(zip(made.biases, summed, strict=True)):
            if bias + weight > best.get(number, (0,))[0]:
                best[number] = bias + weight, max(range(first, last), key=lambda place: weighed[place][number])
    return tuple(
        Likeness(made.requirements[number], _span(clauses, *sentences[telling]))
        for number, (_, telling) in sorted(best.items())
    )


def _span(clauses: Clauses, first: int, end: int) -> Span:
    """Where a sentence stands, without the marks it ends with."""
    while end - 1 > first and clauses.pieces[end - 1] in _MARKS:
        end -= 1
    return clauses.span(first, end)


def _weighed(held: Iterable[Feature], made: Model) -> list[int]:
    """What the features of a sentence weigh for each requirement."""
    weighed = [0] * len(made.biases)
    for feature in held:
        for number, weight in made.weights[feature]:
            weighed[number] += weight
    return weighed
