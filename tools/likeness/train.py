"""Trains the model of `guard.text.likeness` and writes it: python -m tools.likeness.train [--check]

A logistic regression for each requirement over the features of `guard.text.likeness`, fitted to the posts in `posts/`
by gradient descent (Adam: Kingma and Ba, 2015), always the same from the same posts. Posts that break another
requirement are left out, since many break more than one. What counts as a hint is set so that of ordinary posts and
near misses so many are hinted at as `RATE` says, told by the quarter of them that each of four trial models never saw,
and read as texts are: the likeliest of their runs of sentences counts.

With --check nothing is written: the model has to be of these posts and this script.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.resources import files
from itertools import chain
from pathlib import Path

import numpy as np
import numpy.typing as npt

from guard.text import likeness
from guard.text.likeness import runs
from tools.likeness.posts import CORPUS, FOLDER, FeatureReader, Post, posts

Floats = npt.NDArray[np.float64]
Integers = npt.NDArray[np.int64]

RATE = 0.02
_FOLDS = 4
_FEWEST = 3  # posts a feature has to come in
_DECAY = 0.2  # weight of the squared weights
_STEPS, _STEP = 150, 0.05
_SMALLEST = 0.4  # a weight below is left out
_SEED = 20


@dataclass(frozen=True, slots=True)
class Table:
    """Posts and their features: `features[i]` is held by the post `owners[i]`."""

    features: Integers
    owners: Integers
    posts: int
    width: int

    def scores(self, weights: Floats, bias: float) -> Floats:
        """The score of each post."""
        summed = np.bincount(self.owners, weights[self.features], self.posts)
        return summed.astype(np.float64) + bias

    def slopes(self, errors: Floats) -> Floats:
        """What the errors of posts come to for each feature."""
        return np.bincount(self.features, errors[self.owners], self.width).astype(np.float64)


def table_of(read: Sequence[Sequence[str]], vocabulary: dict[str, int]) -> Table:
    """The table of posts, or of runs of sentences, whose features have been read."""
    listed = [sorted(vocabulary[feature] for feature in held if feature in vocabulary) for held in read]
    counts = [len(features) for features in listed]
    return Table(
        np.array([feature for features in listed for feature in features], dtype=np.int64),
        np.repeat(np.arange(len(listed)), counts),
        len(listed),
        len(vocabulary),
    )


def vocabulary_of(read: Sequence[Sequence[str]]) -> dict[str, int]:
    """The features that come in enough posts, numbered."""
    counts = Counter(feature for held in read for feature in set(held))
    return {feature: number for number, feature in enumerate(sorted(f for f, n in counts.items() if n >= _FEWEST))}


def fit(table: Table, breaks: Floats, counts: Floats) -> tuple[Floats, float]:
    """The weights and the bias that tell the posts that break a requirement from those that count beside them.

    No weight is below 0, and small ones, which change little, are left out: the fewer the faster a text is read.
    """
    weights: Floats = np.zeros(table.width)
    bias = -3.0
    mean: Floats = np.zeros(table.width + 1)
    square: Floats = np.zeros(table.width + 1)
    for step in range(1, _STEPS + 1):
        error = (1 / (1 + np.exp(-table.scores(weights, bias))) - breaks) * counts
        slope: Floats = np.append(table.slopes(error) + _DECAY * weights, error.sum())
        mean = 0.9 * mean + 0.1 * slope
        square = 0.999 * square + 0.001 * slope * slope
        change = _STEP * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.999**step)) + 1e-8)
        weights, bias = np.maximum(weights - change[:-1], 0.0), bias - float(change[-1])
    weights[weights < _SMALLEST] = 0.0
    return weights, bias


@dataclass(frozen=True, slots=True)
class Training:
    """All that is learnt from: posts, their features as a table, and the requirements there are posts of."""

    posts: Sequence[Post]
    vocabulary: dict[str, int]
    table: Table
    runs: Table
    posts_of_runs: Integers
    requirements: Sequence[str]

    def breaks(self, requirement: str) -> Floats:
        """1 for each post that breaks a requirement."""
        return np.array([float(post.breaks and post.requirement == requirement) for post in self.posts])

    def counts(self, requirement: str) -> Floats:
        """0 for each post that breaks another one."""
        return np.array([float(not post.breaks or post.requirement == requirement) for post in self.posts])

    def unseen_scores(self, requirement: str) -> Floats:
        """The score of each post, which is that of its likeliest run, by a model that has not seen it."""
        part = np.random.default_rng(_SEED).integers(0, _FOLDS, len(self.posts))
        breaks, counts = self.breaks(requirement), self.counts(requirement)
        scores = np.zeros(len(self.posts))
        for number in range(_FOLDS):
            weights, bias = fit(self.table, breaks, counts * (part != number))
            likeliest = np.full(len(self.posts), -np.inf)
            np.maximum.at(likeliest, self.posts_of_runs, self.runs.scores(weights, bias))
            scores[part == number] = likeliest[part == number]
        return scores

    def threshold(self, unseen: Floats) -> float:
        """The score that no more than `RATE` of the posts that break nothing reach; `unseen` is a row a requirement."""
        harmless = np.sort(unseen.max(axis=0)[np.array([not post.breaks for post in self.posts])])
        return float(harmless[-int(np.ceil(RATE * len(harmless))) - 1])


def training() -> Training:
    """Everything to learn from, as it lies in `posts/`."""
    listed = posts()
    reader = FeatureReader()
    sentences = [reader.read(post.text) for post in listed]
    read = [list(chain.from_iterable(each)) for each in sentences]
    vocabulary = vocabulary_of(read)
    placed = [(number, first, last) for number, each in enumerate(sentences) for first, last in runs(len(each))]
    return Training(
        listed,
        vocabulary,
        table_of(read, vocabulary),
        table_of([list(chain.from_iterable(sentences[post][first:last])) for post, first, last in placed], vocabulary),
        np.array([number for number, _, _ in placed]),
        sorted({post.requirement for post in listed if post.requirement}),
    )


def train() -> str:
    """The model as it is written, a feature a line."""
    given = training()
    threshold = given.threshold(np.array([given.unseen_scores(each) for each in given.requirements]))
    fitted = [fit(given.table, given.breaks(each), given.counts(each)) for each in given.requirements]
    columns = np.array([weights for weights, _ in fitted]).T
    lines = []
    for feature, column in zip(given.vocabulary, columns, strict=True):
        hundredths = np.rint(100 * column).astype(int)
        kept = np.flatnonzero(hundredths)
        if len(kept):
            weights = [(int(place), int(hundredths[place])) for place in kept]
            lines.append(f"{json.dumps(feature, ensure_ascii=False)}: {json.dumps(weights, separators=(',', ':'))}")
    head = {
        "made_of": digest(),
        "requirements": given.requirements,
        "biases": [round(100 * (bias - threshold)) for _, bias in fitted],
    }
    written = [f"{json.dumps(key)}: {json.dumps(value)}," for key, value in head.items()]
    return "\n".join(["{", *written, '"weights": {', ",\n".join(lines), "}}", ""])


def digest() -> str:
    """What the model is made of: the posts, this script, and what takes a text apart."""
    made_of = hashlib.sha256()
    for path in (*sorted(FOLDER.glob("*.txt")), CORPUS, Path(__file__), Path(likeness.__file__)):
        made_of.update(path.read_bytes().replace(b"\r\n", b"\n"))
    return made_of.hexdigest()


def main() -> int:
    """Train, or say whether the model is to be trained again."""
    arguments = argparse.ArgumentParser(description="Train the model of guard.text.likeness.")
    arguments.add_argument("--check", action="store_true", help="write nothing; fail where the model is of other posts")
    path = Path(str(files("guard.text").joinpath("data/likeness.json")))
    if arguments.parse_args().check:
        current = json.loads(path.read_text("utf-8"))["made_of"] == digest()
        print("the model is of these posts" if current else "train the model: python -m tools.likeness.train")
        return 0 if current else 1
    path.write_text(train(), "utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
