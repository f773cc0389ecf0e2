"""What the shipped policies say of posts: of ordinary ones as little as may be, of slips as many as can be caught.

python -m benchmarks.budgets [--corpora FOLDER] [--policy NAME ...]

The posts of tests/corpus under every shipped policy, with the demo's identity filled in: for each kind of account the
share of ordinary posts that get any card, one at warn or above, one that stops, and one at warn or above about
language; then the slips that are caught, row by row. The places and surnames in tests/corpus were chosen because they
trip filters. With --corpora (or SCHOOL_GUARD_CORPORA) also the folder's benign*.jsonl (`text`) as posts of either
kind of account, and what the language rules make of the names in its places*.txt and surnames*.txt (a name a line).
"""

from __future__ import annotations

import argparse
import json
import os
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from guard.model import AccountKind, Severity
from guard.policy.layers import SHIPPED
from tests.corpus import FOLDER, Line, checker, lines

POLICIES = [name for name in SHIPPED if name != "template"]
COLUMNS = ("any", "warn", "stop", "language")
LANGUAGE = ("L1", "L2")
SENTENCES = {"places": "Our visit to {} on Tuesday was a great success.", "surnames": "Thank you to Mrs {} for coming."}


def shares(policy: str, posts: Sequence[Line]) -> Iterator[str]:
    """A row for each kind of account."""
    counted: Counter[tuple[AccountKind, str]] = Counter()
    for line in posts:
        for kind in line.kinds:
            counted[kind, "posts"] += 1
        for kind, what in set(met(policy, line)):
            counted[kind, what] += 1
    for kind in (AccountKind.PERSONAL, AccountKind.OFFICIAL):
        count = counted[kind, "posts"]
        cells = " ".join(f"{100 * counted[kind, what] / max(count, 1):>8.2f}%" for what in COLUMNS)
        yield f"{policy:<12} {kind:<9} {count:>6} {cells}"


def met(policy: str, line: Line) -> Iterator[tuple[AccountKind, str]]:
    """Which columns a post counts in, for each kind of account."""
    for kind, finding in checker(policy).findings(line):
        yield kind, "any"
        if finding.severity >= Severity.WARN:
            yield kind, "warn"
            if finding.requirement in LANGUAGE:
                yield kind, "language"
        if finding.severity is Severity.STOP:
            yield kind, "stop"


def caught(slips: Iterable[Line]) -> Iterator[str]:
    """Row by row how many slips are caught, at the severity that is the least."""
    of: Counter[str] = Counter()
    hits: Counter[str] = Counter()
    for line in slips:
        row = line.get("requirement")
        wanted = {row, *line.get("or", "").split()}
        least = Severity(line.get("at_least", "advise"))
        of[row] += 1
        hits[row] += any(
            finding.requirement in wanted and finding.severity >= least
            for _, finding in checker(line.get("policy", "demo")).findings(line)
        )
    yield " ".join(f"{row} {hits[row]}/{of[row]}" for row in of)
    yield f"{hits.total()} of {of.total()}: {hits.total() / of.total():.3f}"


def plain_posts(texts: Iterable[str], account: str = "both") -> list[Line]:
    """Posts of which nothing is known but the text."""
    return [
        Line(str(index), {"text": text, "account": account, "site": "x.com", "kind": "post"})
        for index, text in enumerate(texts)
    ]


def named(folder: Path, kind: str) -> Iterator[str]:
    """How many names of a kind are flagged by the language rules, in ten thousand."""
    for path in sorted(folder.glob(f"{kind}*.txt")):
        names = path.read_text("utf-8").split("\n")[:-1]
        posts = plain_posts((SENTENCES[kind].format(name) for name in names), "official")
        flagged = sum(
            any(finding.requirement in LANGUAGE for _, finding in checker("demo").findings(post)) for post in posts
        )
        yield f"{path.name}: {flagged} of {len(names)} flagged, {10_000 * flagged / max(len(names), 1):.1f} in 10,000"


def main() -> None:
    parser = argparse.ArgumentParser(description="What the shipped policies say of ordinary posts and of slips.")
    parser.add_argument("--corpora", type=Path, default=os.environ.get("SCHOOL_GUARD_CORPORA"))
    parser.add_argument("--policy", nargs="*", default=POLICIES, choices=POLICIES)
    options = parser.parse_args()
    header = f"{'policy':<12} {'account':<9} {'posts':>6} " + " ".join(f"{what:>9}" for what in COLUMNS)
    sets = {"tests/corpus/must_not_flag.jsonl": list(lines("must_not_flag"))}
    folders = [FOLDER]
    if options.corpora is not None:
        folders.append(Path(options.corpora))
        for path in sorted(folders[-1].glob("benign*.jsonl")):
            rows = path.read_text("utf-8").splitlines()
            sets[path.name] = plain_posts(json.loads(row)["text"] for row in rows)
    for name, posts in sets.items():
        print(f"\n{name}\n{header}")
        for policy in options.policy:
            print("\n".join(shares(policy, posts)))
    print("\ntests/corpus/must_flag.jsonl, caught")
    print("\n".join(caught(lines("must_flag"))))
    print()
    for folder in folders:
        for kind in SENTENCES:
            print("\n".join(named(folder, kind)) or f"no {kind}*.txt in {folder.name}")


if __name__ == "__main__":
    main()
