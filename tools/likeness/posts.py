"""The posts the model is trained on: invented ones, written for this project, a file a requirement.

`posts/C4.txt` holds posts that break C4 (lines with "+") and near misses that do not ("-"); `posts/ordinary_*.txt` hold
ordinary ones. " / " stands for a line break. The posts of the tests' corpus that must not be flagged are ordinary, too.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from guard.configuration import vocabulary_of
from guard.policy.loader import load_policy
from guard.rules import option_specs
from guard.text.clauses import plain_clauses
from guard.text.likeness import features, words_of
from guard.text.organisations import OrganisationReader
from guard.text.staff import read_staff_hints
from guard.text.words import cut

FOLDER = Path(__file__).parent / "posts"
CORPUS = Path(__file__).parents[2] / "tests" / "corpus" / "must_not_flag.jsonl"
ORDINARY = "ordinary"


@dataclass(frozen=True, slots=True)
class Post:
    """A post that breaks `requirement`, or (`breaks` is False) one that does not; an ordinary one has none."""

    requirement: str
    breaks: bool
    text: str


def posts() -> list[Post]:
    """All posts, in the order of the files. Raises ValueError for a line that is neither a post nor a comment."""
    listed = [post for path in sorted(FOLDER.glob("*.txt")) for post in _posts_of(path)]
    corpus = map(json.loads, CORPUS.read_text("utf-8").splitlines())
    return listed + [Post("", False, line["text"]) for line in corpus]


def _posts_of(path: Path) -> Iterator[Post]:
    requirement = "" if path.stem.startswith(ORDINARY) else path.stem
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        sign, _, text = line.partition(" ")
        if line and not line.startswith("#"):
            if sign not in ("+", "-") or not text:
                raise ValueError(f"{path.name}, line {number}: a post begins with '+ ' or '- '")
            yield Post(requirement, sign == "+", text.replace(" / ", "\n"))


class FeatureReader:
    """The features of a post as the Guard of the demo policy would see them; the posts name its school."""

    def __init__(self) -> None:
        self._organisations = OrganisationReader(vocabulary_of(load_policy("demo", option_specs())).organisations)

    def read(self, text: str) -> list[list[str]]:
        """The features of each sentence of a text."""
        clauses = plain_clauses(cut(text))
        words = words_of(clauses, self._organisations.read(clauses, read_staff_hints(clauses)))
        ends = (*clauses.sentence_starts[1:], len(words))
        sentences = zip(clauses.sentence_starts, ends, strict=True)
        return [sorted(set(map(" ".join, features(words[begin:end])))) for begin, end in sentences]
