"""Check drafts that nobody would write, looking for one that breaks a reader or a rule, or takes long.

python -m tools.fuzz                          5,000 drafts
python -m tools.fuzz --runs 100000 --seed 7
python -m tools.fuzz --seed 7 --only 4711     one of them again, under a debugger for instance
python -m tools.fuzz --atheris                guided by coverage, until it is stopped (pip install atheris)

Drafts are made of the posts in tests/corpus, cut up, repeated and strewn with odd characters. What is looked at:
no exception and no rule that broke down, spans and edits inside their texts, the same answer twice. A draft is known
by seed and number and is never printed.
"""

from __future__ import annotations

import argparse
import importlib
import random
import sys
import time
from collections.abc import Callable, Sequence
from typing import Any, cast

from guard.guard import Guard
from guard.model import Account, AccountKind, Draft, Kind, Part, Role
from tests.corpus import LEISURE, lines, people

ODD = (
    *("\u200b", "\u200d", "\u202e", "\ufeff", "\ud800", "\udc00", "\u0301", "\r\n", "\0", "\t"),
    *("İ", "ß", "ﬀ", "Ⓢ", "ｆ", "𝓯", "🎉", "👩\u200d👩\u200d👧", "’", "“", '"', "'", "\\"),
    *("#", "@", ".", "-", "(", "*", "_", "/", "://", "0", "07700 900", "%", "{}"),
)
MOST = 10_000
#: What a draft took at most to be worth a line, in milliseconds.
SLOW = 60.0


class Broken(Exception):
    """A draft for which something does not hold."""


def made(choose: random.Random, posts: Sequence[str]) -> Draft:
    """A draft, other for each state of `choose`."""
    texts = [_text(choose, posts) for _ in range(5)]
    return Draft(
        parts=[Part(texts[0]), Part(texts[1][:200], Role.TITLE), Part(texts[2][:500], Role.THREAD)],
        account=Account(choose.choice(list(AccountKind)), choose.choice(("@me", "@oakfieldacademy", texts[3][:20]))),
        site=choose.choice(("x.com", "facebook.com", "linkedin.com", "")),
        kind=choose.choice(list(Kind)),
        to=choose.choice(("", texts[3][:80])),
        in_reply_to=choose.choice(("", texts[3])),
        shared_from=choose.choice(("", texts[4])),
        profile_text=choose.choice(("", texts[4][:160])),
    )


def _text(choose: random.Random, posts: Sequence[str]) -> str:
    pieces: list[str] = []
    for _ in range(choose.randrange(6)):
        post = choose.choice(posts)
        cut = choose.randrange(len(post) + 1)
        pieces.append(
            choose.choice(
                (
                    lambda post, cut: post,
                    lambda post, cut: post[cut:],
                    lambda post, cut: post[:cut] + choose.choice(ODD) * choose.choice((1, 1, 40)) + post[cut:],
                    lambda post, cut: post[cut : cut + 4] * choose.randrange(300),
                    lambda post, cut: choose.choice(ODD).join(post),
                    lambda post, cut: " ".join(choose.sample(post.split(), len(post.split()))),
                    lambda post, cut: "".join(chr(choose.randrange(0x110000)) for _ in range(cut)),
                )
            )(post, cut)
        )
    return choose.choice(("", " ", "\n\n")).join(pieces)[:MOST]


def look_at(checker: Guard, draft: Draft) -> float:
    """Check a draft; how long that took, in milliseconds. Raises Broken."""
    report = checker.check(draft)
    parts = draft.all_parts()
    if any(each.rule for each in report.skipped):
        raise Broken(f"{', '.join(sorted(each.rule for each in report.skipped if each.rule))} broke down")
    for finding in report.findings:
        if finding.part is not None and finding.span is not None and finding.span.end > len(parts[finding.part].text):
            raise Broken(f"{finding.slug} points outside the text")
        if any(edit.span.end > len(parts[edit.part].text) for fix in finding.fixes for edit in fix.edits):
            raise Broken(f"{finding.slug} edits outside the text")
    report.to_dict("cy")
    again = checker.check(draft)
    if again.findings != report.findings:
        raise Broken("the second check says something else")
    # The better of the two: the computer may have been busy with something else.
    return min(report.took_ms, again.took_ms)


def checker_of(policy: str) -> Guard:
    """A Guard with the corpus's invented people on its list, at one moment."""
    return Guard.open(policy, cast(Any, people()), clock=lambda: LEISURE)


def posts_of() -> list[str]:
    """The texts that drafts are made of."""
    return [line.data["text"] for name in ("must_flag", "must_not_flag") for line in lines(name)]


def run(seed: int, numbers: Sequence[int], policy: str) -> int:
    """Check these drafts of a seed, say which are broken and which was slowest; how many are broken."""
    checker, posts = checker_of(policy), posts_of()
    checker.check(Draft(" ".join(posts)[:MOST]))  # the first one pays for what is made once
    slowest, at, broken = 0.0, 0, 0
    started = time.monotonic()
    for number in numbers:
        draft = made(random.Random(f"{seed} {number}"), posts)
        try:
            took = look_at(checker, draft)
        except (Broken, ArithmeticError, LookupError, TypeError, ValueError, RecursionError) as error:
            broken += 1
            what = f": {error}" if isinstance(error, Broken) else ""
            print(f"broken: --seed {seed} --only {number} ({type(error).__name__}{what})")
            continue
        if took > slowest:
            slowest, at = took, number
    print(f"{len(numbers)} drafts in {time.monotonic() - started:.0f} s, {broken} broken")
    print(f"slowest: {slowest:.0f} ms, --seed {seed} --only {at}{', too slow' if slowest > SLOW else ''}")
    return broken


def fuzz_with_atheris(policy: str) -> None:
    """Let atheris choose, by the lines of code that are reached. Does not return."""
    atheris: Any = importlib.import_module("atheris")
    checker, posts = checker_of(policy), posts_of()

    def one(data: bytes) -> None:
        text = atheris.FuzzedDataProvider(data).ConsumeUnicode(MOST)
        look_at(checker, Draft(text, account=Account.personal("@me"), site="x.com", in_reply_to=text))
        look_at(checker, made(random.Random(data), posts))

    instrumented: Callable[[], object] = atheris.instrument_all
    instrumented()
    atheris.Setup([sys.argv[0]], one)
    atheris.Fuzz()


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="Check drafts that nobody would write.")
    parser.add_argument("--runs", type=int, default=5_000)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--only", type=int, help="the one draft of this number")
    parser.add_argument("--policy", default="demo")
    parser.add_argument("--atheris", action="store_true", help="guided by coverage")
    options = parser.parse_args(arguments)
    if options.atheris:
        fuzz_with_atheris(options.policy)
    numbers = range(options.runs) if options.only is None else [options.only]
    return 1 if run(options.seed, numbers, options.policy) else 0


if __name__ == "__main__":
    sys.exit(main())
