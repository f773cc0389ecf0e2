"""How well the readers do on labelled texts, beside other filters on the same texts in the same run.

python -m benchmarks.accuracy --corpora FOLDER        (or the environment variable SCHOOL_GUARD_CORPORA)

The folder holds JSON lines, none of which is part of the project; what is missing is left out:

hatecheck*.jsonl   `text`, `category`, `policy` (1 is to be found, 0 is to pass, null either): HateCheck by R\u00f6ttger
                   et al. 2021, CC BY 4.0.
benign*.jsonl      `text`: ordinary posts, of which none is to be found.
evasions*.jsonl    `text`, `label`, `technique`, `start`, `end`: disguised words and harmless look-alikes.
disclaimers*.jsonl `text`, `label`: posts with and without a real "views are my own".
pii*.jsonl         `text`, `label`, `entities` (`start`, `end`, `type`): made-up personal data and look-alikes.
"""

from __future__ import annotations

import argparse
import json
import os
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

from benchmarks import personal_data
from benchmarks.peers import Engine, peers
from guard import Account, Draft, Guard
from guard.model import Finding, Severity
from guard.text.clauses import plain_clauses
from guard.text.disclaimers import read_disclaimers
from guard.text.words import cut

Row = dict[str, Any]
LANGUAGE = ("L1", "L2", "L3")


def language_findings(checker: Guard, text: str) -> list[Finding]:
    report = checker.check(Draft(text, account=Account.personal("@me")))
    return [finding for finding in report.findings if finding.requirement in LANGUAGE]


@lru_cache(maxsize=1)
def engines(checker: Guard) -> tuple[Engine, ...]:
    return (
        Engine(
            "guard, warn or above",
            lambda text: any(f.severity > Severity.ADVISE for f in language_findings(checker, text)),
        ),
        Engine("guard, hints included", lambda text: bool(language_findings(checker, text))),
        *peers(),
    )


def rows_of(folder: Path, name: str) -> list[Row]:
    return [
        json.loads(line)
        for path in sorted(folder.glob(f"{name}*.jsonl"))
        for line in path.read_text("utf-8").splitlines()
    ]


def share(hits: Iterable[bool]) -> str:
    listed = list(hits)
    return f"{sum(listed) / len(listed):.3f}" if listed else "-"


def hatecheck(rows: list[Row], checker: Guard) -> Iterator[str]:
    """Share found by kind of test case, and precision, recall, F1 over those that have a label."""
    tried = engines(checker)
    found = {engine.name: [engine.finds(row["text"]) for row in rows] for engine in tried}
    yield f"{'engine':<26} {'precision':>9} {'recall':>7} {'F1':>6}"
    for name, hits in found.items():
        both = [(hit, row["policy"]) for hit, row in zip(hits, rows, strict=True) if row["policy"] is not None]
        right = sum(1 for hit, label in both if hit and label)
        flagged, wanted = sum(1 for hit, _ in both if hit), sum(1 for _, label in both if label)
        precision, recall = right / flagged if flagged else 0.0, right / wanted
        f1 = 2 * precision * recall / (precision + recall) if right else 0.0
        yield f"{name:<26} {precision:>9.3f} {recall:>7.3f} {f1:>6.3f}"
    kinds: dict[tuple[str, str], list[int]] = defaultdict(list)
    for index, row in enumerate(rows):
        kinds[row["category"], {1: "find", 0: "pass", None: "either"}[row["policy"]]].append(index)
    yield ""
    yield f"{'share found of':<26} {'to':<7} {'n':>4}  " + "  ".join(engine.name for engine in tried)
    for (kind, label), places in sorted(kinds.items()):
        shares = "  ".join(f"{share(found[e.name][i] for i in places):>{len(e.name)}}" for e in tried)
        yield f"{kind:<26} {label:<7} {len(places):>4}  {shares}"


def benign(rows: list[Row], checker: Guard) -> Iterator[str]:
    """Share of ordinary posts found: 0 is best."""
    for engine in engines(checker):
        yield f"{engine.name:<26} {share(engine.finds(row['text']) for row in rows)} of {len(rows)} ordinary posts"


def evasions(rows: list[Row], checker: Guard) -> Iterator[str]:
    """Share of disguised words found, of look-alikes found, and how often the span fits."""
    disguised = [row for row in rows if row["label"]]
    controls = [row for row in rows if not row["label"]]
    for engine in engines(checker):
        recall, wrong = (
            share(engine.finds(r["text"]) for r in disguised),
            share(engine.finds(r["text"]) for r in controls),
        )
        yield f"{engine.name:<26} found {recall} of {len(disguised)} disguised, {wrong} of {len(controls)} look-alikes"
    fits = []
    for row in disguised:
        spans = [f.span for f in language_findings(checker, row["text"]) if f.span]
        if spans:
            fits.append(max(_overlap(s.start, s.end, row["start"], row["end"]) for s in spans) >= 0.5)
    yield f"{'guard':<26} spans overlap the disguised word by half or more: {share(fits)}"


def _overlap(start: int, end: int, other_start: int, other_end: int) -> float:
    """Intersection over union of two stretches."""
    shared = min(end, other_end) - max(start, other_start)
    return max(0, shared) / (max(end, other_end) - min(start, other_start))


def disclaimers(rows: list[Row], _: Guard) -> Iterator[str]:
    """Precision, recall and F1 of finding a disclaimer that is really one."""
    found = [bool(read_disclaimers(plain_clauses(cut(row["text"])))) for row in rows]
    right = sum(1 for hit, row in zip(found, rows, strict=True) if hit and row["label"])
    flagged, wanted = sum(found), sum(1 for row in rows if row["label"])
    precision, recall = right / max(flagged, 1), right / max(wanted, 1)
    f1 = 2 * right / max(flagged + wanted, 1)
    yield f"{'guard':<26} precision {precision:.3f}, recall {recall:.3f}, F1 {f1:.3f} of {len(rows)} posts"


SETS: dict[str, Callable[[list[Row], Guard], Iterator[str]]] = {
    "hatecheck": hatecheck,
    "benign": benign,
    "evasions": evasions,
    "disclaimers": disclaimers,
    "pii": personal_data.measure,
}


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    arguments.add_argument("--corpora", type=Path, default=os.environ.get("SCHOOL_GUARD_CORPORA"))
    folder = arguments.parse_args().corpora
    if folder is None or not Path(folder).is_dir():
        arguments.error("say where the labelled texts are: --corpora FOLDER")
    with Guard.open("demo") as checker:
        for name, measure in SETS.items():
            rows = rows_of(Path(folder), name)
            if rows:
                print(f"\n== {name}: {len(rows)} lines")
                for line in measure(rows, checker):
                    print(line)


if __name__ == "__main__":
    main()
