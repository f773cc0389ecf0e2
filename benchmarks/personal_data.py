"""How well contact details and identifiers are found in texts nobody has tuned to: made up anew from a seed.

python -m benchmarks.personal_data [--seed 1] [--texts 1000]

Prints for each kind how many of the details are found (a finding overlaps it by half or more), and how many of the
look-alikes - scores, order numbers, an office's telephone, a venue's postcode - are found wrongly. Beside
Presidio where it is installed, without a language model; at its first e-mail address it asks the network for a list of
domains, and goes on without.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Callable, Iterator
from importlib import import_module
from typing import Any

from benchmarks.made_up_data import Detail, look_alikes, posts_with_details
from guard import Account, Draft, Guard

Row = dict[str, Any]
PRESIDIO_ENTITIES = (
    "PHONE_NUMBER", "EMAIL_ADDRESS", "UK_POSTCODE", "UK_NHS", "UK_NINO", "CREDIT_CARD", "IBAN_CODE", "DATE_OF_BIRTH",
)  # fmt: skip
REQUIREMENTS = ("P1", "P2", "B4")


def spans_found(checker: Guard, text: str) -> list[tuple[int, int]]:
    """Where Guard finds personal data in a text on a personal account."""
    report = checker.check(Draft(text, account=Account.personal("@me")))
    return [(f.span.start, f.span.end) for f in report.findings if f.requirement in REQUIREMENTS and f.span is not None]


def presidio() -> Callable[[str], list[tuple[int, int]]] | None:
    """Presidio's British recognisers without a language model, or None where it is not installed."""
    try:
        spacy, analyzer, engines = map(import_module, ("spacy", "presidio_analyzer", "presidio_analyzer.nlp_engine"))
    except ImportError:
        return None
    language = engines.SpacyNlpEngine()
    # Its recognisers go by patterns and check digits; the names a language model would add are not asked for.
    language.nlp = {"en": spacy.blank("en")}
    engine = analyzer.AnalyzerEngine(nlp_engine=language, supported_languages=["en"])
    # The British ones among its recognisers are not switched on by themselves.
    more = import_module("presidio_analyzer.predefined_recognizers")
    for name in ("UkNinoRecognizer", "UkPostcodeRecognizer"):
        if hasattr(more, name):
            engine.registry.add_recognizer(getattr(more, name)())
    asked = sorted(set(engine.get_supported_entities("en")) & set(PRESIDIO_ENTITIES))
    return lambda text: [
        (hit.start, hit.end) for hit in engine.analyze(text, "en", entities=asked, score_threshold=0.3)
    ]


def measure(rows: list[Row], checker: Guard) -> Iterator[str]:
    """Recall over labelled entities and false alarms over texts that have none, for Guard and for Presidio."""
    engines: dict[str, Callable[[str], list[tuple[int, int]]]] = {"guard": lambda text: spans_found(checker, text)}
    peer = presidio()
    if peer is not None:
        engines["presidio"] = peer
    wanted = [(row, entity) for row in rows for entity in row["entities"]]
    others = [row for row in rows if not row["label"]]
    for name, find in engines.items():
        missed: Counter[str] = Counter()
        for row, entity in wanted:
            if not overlaps(find(row["text"]), entity["start"], entity["end"]):
                missed[entity["type"]] += 1
        wrong = sum(1 for row in others if find(row["text"]))
        recall = 1 - sum(missed.values()) / max(1, len(wanted))
        yield (
            f"{name:<10} found {recall:.3f} of {len(wanted)}, false alarms {wrong / max(1, len(others)):.3f} of "
            f"{len(others)}; missed {dict(missed) or 'none'}"
        )
    if peer is None:
        yield "presidio   not installed: left out"


def overlaps(found: list[tuple[int, int]], start: int, end: int) -> bool:
    """Whether one of the stretches shares half or more with the one that is wanted."""
    return any(
        min(stop, end) - max(begin, start) >= 0.5 * (max(stop, end) - min(begin, start)) for begin, stop in found
    )


def as_row(detail: Detail) -> Row:
    entity = {"start": detail.start, "end": detail.end, "type": detail.kind}
    return {"text": detail.text, "label": 1, "entities": [entity]}


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--texts", type=int, default=1000)
    given = arguments.parse_args()
    rows = [as_row(detail) for detail in posts_with_details(given.seed, given.texts)]
    rows += [{"text": text, "label": 0, "entities": []} for text in look_alikes(given.seed, given.texts)]
    with Guard.open("demo") as checker:
        for line in measure(rows, checker):
            print(line)


if __name__ == "__main__":
    main()
