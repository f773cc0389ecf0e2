"""What the hints of `guard.text.likeness` are worth: python -m benchmarks.likeness

For each requirement, of the posts in tools/likeness/posts: how many that break it the rule finds by itself under the
demo policy (none of its phrases was written for them), how many with hints, each by a model that has not seen the post,
and how many near misses are hinted at; then how many ordinary posts are. After that the shipped model on sentences that
name a group of people and say something ordinary of them, group by group: no word for a group weighs anything, so none
may be hinted at more than another.
"""

from __future__ import annotations

from collections import Counter, defaultdict

import numpy as np

from guard import Account, Draft, Guard
from guard.text.clauses import plain_clauses
from guard.text.likeness import read_likenesses
from guard.text.people import kinds_of_people
from guard.text.words import cut
from tools.likeness.posts import Post
from tools.likeness.train import training

# What only a school's account can break.
OF_SCHOOL = ("B8", "C9")
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
    with Guard.open("demo") as checker:
        by_rule = np.array([_finds(checker, post) for post in given.posts])
    print(f"{'requirement':<12} {'posts':>6} {'by rule':>8} {'with hints':>11} {'near misses':>12} {'hinted at':>10}")
    every = np.zeros(len(given.posts), dtype=bool)
    for number, requirement in enumerate(given.requirements):
        breaking = np.array([post.breaks and post.requirement == requirement for post in given.posts])
        beside = np.array([not post.breaks and post.requirement == requirement for post in given.posts])
        every |= breaking & (by_rule | hinted[number])
        print(
            f"{requirement:<12} {breaking.sum():>6} {100 * by_rule[breaking].mean():>7.0f}% "
            f"{100 * every[breaking].mean():>10.0f}% "
            f"{beside.sum():>12} {100 * hinted[:, beside].any(axis=0).mean():>9.1f}%"
        )
    broken = np.array([post.breaks for post in given.posts])
    print(f"{'all':<12} {broken.sum():>6} {100 * by_rule[broken].mean():>7.0f}% {100 * every[broken].mean():>10.0f}%")
    ordinary = np.array([not post.requirement for post in given.posts])
    share = 100 * hinted[:, ordinary].any(axis=0).mean()
    print(f"\nordinary posts: {ordinary.sum()}, hinted at as anything: {share:.2f}%")


def _finds(checker: Guard, post: Post) -> bool:
    """Whether the rule finds a post by itself."""
    if not post.breaks:
        return False
    account = Account.official("@OakfieldAcademy") if post.requirement in OF_SCHOOL else Account.personal("@me")
    report = checker.check(Draft(post.text, account=account, site="x.com"))
    return any(
        finding.requirement == post.requirement and not finding.message.endswith(".likeness")
        for finding in report.findings
    )


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
