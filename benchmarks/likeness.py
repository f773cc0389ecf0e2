"""What the hints of `guard.text.likeness` are worth: python -m benchmarks.likeness

For each requirement, of the posts in tools/likeness/posts (each told by a model that has not seen it): how many that
break it are hinted at, and how many of its near misses; then how many ordinary posts are hinted at as anything. After
that the shipped model on sentences that name a group of people and say something ordinary of them, group by group:
no word for a group weighs anything, so none may be hinted at more than another.
"""

from __future__ import annotations

from collections import Counter, defaultdict

import numpy as np

from guard.text.clauses import plain_clauses
from guard.text.likeness import read_likenesses
from guard.text.people import kinds_of_people
from guard.text.words import cut
from tools.likeness.train import training

SENTENCES = (
    "I love {} people",
    "{} people are great",
    "My neighbour is {} and makes wonderful bread",
    "We are proud of our {} families and what they bring",
    "Being {} is nothing to be ashamed of",
    "There are three {} teachers on the panel this year",
)


def by_requirement() -> None:
    """The posts in tools/likeness/posts, told by models that have not seen them."""
    given = training()
    unseen = np.array([given.unseen_scores(requirement) for requirement in given.requirements])
    hinted = unseen > given.threshold(unseen)
    print(f"{'requirement':<12} {'posts':>6} {'hinted at':>10} {'near misses':>12} {'hinted at':>10}")
    for number, requirement in enumerate(given.requirements):
        breaking = np.array([post.breaks and post.requirement == requirement for post in given.posts])
        beside = np.array([not post.breaks and post.requirement == requirement for post in given.posts])
        print(
            f"{requirement:<12} {breaking.sum():>6} {100 * hinted[number, breaking].mean():>9.0f}% "
            f"{beside.sum():>12} {100 * hinted[:, beside].any(axis=0).mean():>9.1f}%"
        )
    ordinary = np.array([not post.requirement for post in given.posts])
    share = 100 * hinted[:, ordinary].any(axis=0).mean()
    print(f"\nordinary posts: {ordinary.sum()}, hinted at as anything: {share:.2f}%")


def by_group() -> None:
    """Sentences that name a group and say something ordinary of it."""
    said: Counter[str] = Counter()
    hinted: defaultdict[str, int] = defaultdict(int)
    for word, kind in kinds_of_people().items():
        if kind not in ("person", "other"):
            for sentence in SENTENCES:
                said[kind] += 1
                hinted[kind] += bool(read_likenesses(plain_clauses(cut(sentence.format(word)))))
    print("\nsentences that name a group of people, by the kind of word")
    for kind, count in said.items():
        print(f"{kind:<12} {count:>6} {hinted[kind]:>6} hinted at")


if __name__ == "__main__":
    by_requirement()
    by_group()
