"""How long a check of a text takes, beside better-profanity on the same text, in one process.

python -m benchmarks.text [--rounds 100]

Prints milliseconds of CPU time (medians) and ratios; ratios of one run can be compared, milliseconds of different
machines cannot. Once with all rules, and once with those a school would begin with (`BASIC`): what no rule asks for is
not read. Then the slowest of a set of inputs made to be slow, each 10,000 characters.
"""

from __future__ import annotations

import argparse
import resource
import statistics
import sys
import time
from collections.abc import Callable
from functools import partial
from itertools import product
from typing import Any, cast

from better_profanity import Profanity

from guard import Account, Draft, Guard
from guard.rules import all_rules
from guard.testing import ListedPeople, person_names

POST = """\
What a week at Oakfield! Year 4 finished their Viking longships, and the hall still smells of paint
and glue. On Tuesday our netball team played five matches in the rain and came home with a trophy,
muddy knees and enormous smiles. Thank you to everybody who baked for the summer fair; you raised
\u00a31,240 for the new library corner, which is wonderful. Reception planted sunflowers, carrots
and a surprising number of potatoes. Our choir sang at the care home, and several residents joined
in with every verse. A reminder that PE kit is needed on Wednesday and Friday, and that the gate
opens at 8.40. If your child can't come in, please ring the office before nine o'clock. Next week:
science day (wear something old), the Year 6 residential, and a visit from a local author who writes
about badgers, bridges and brave grandmothers. We're also looking for volunteers to listen to
readers, help in the garden, and mend the shed roof that blew off in the storm. Finally, well done
to the chess club, who drew with the staff after two very long and extremely quiet lunchtimes.
"""
SIZE = 10_000
# The school named, bad language, discrimination, pictures of pupils on the list, consent, full names.
BASIC = ("B1", "L1", "L2", "I1", "I2", "I3", "I5")

HARD = {
    "one letter": "a",
    "letters apart": "f u c k ",
    "letters dotted": "f.",
    "plain words": "fuck ",
    "quoted words": '"fuck" ',
    "words with an innocent sense": "such a dick ",
    "stars": "f*",
    "starred words": "f**k ",
    "in two pieces": "fu ck ",
    "in many pieces": "re ta r d ",
    "glued": "cockyoucockyoucockyoux ",
    "drawn out": "fffuuuccckkkx ",
    "digits for letters": "s1a1 ",
    "exclamation marks": "!",
    "apostrophes": "'a",
    "quotation marks": '"a ',
    "accents": "f\u0301\u0302u\u0301",
    "zero width": "f\u200b",
    "emoji": "f\u2764\ufe0f",
    "places": "Bell End ",
    "full names": "Amira Oyelaran ",
    "disclaimers": "views are my own not ",
    "every word new": "",
    "every character new": "",
}


def post_of(size: int) -> str:
    """An ordinary post of `size` characters."""
    return (POST * (size // len(POST) + 1))[:size]


def hard_input(name: str) -> str:
    """One of the inputs made to be slow, 10,000 characters."""
    if name == "every word new":
        return " ".join(f"qx{index}zj" for index in range(SIZE))[:SIZE]
    if name == "every character new":
        return "".join(chr(0x100 + index * 7919 % 0x3000) for index in range(SIZE))
    return (HARD[name] * (SIZE // len(HARD[name]) + 1))[:SIZE]


def median_ms(work: Callable[[], object], rounds: int) -> float:
    taken = []
    for _ in range(rounds):
        started = time.process_time()
        work()
        taken.append(time.process_time() - started)
    return statistics.median(taken) * 1000


def memory_mb() -> float:
    """The most memory this process has had so far, in MB."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1024 * 1024 if sys.platform == "darwin" else 1024)


def people(number: int) -> ListedPeople:
    """A register of so many invented people."""
    forenames = [
        start + end
        for start, end in product(
            ("Ka", "Mi", "Tho", "Be", "Zu", "Lo", "Re"), ("ren", "lo", "mas", "tia", "vin", "dra")
        )
    ]
    surnames = [
        start + end
        for start, end in product(
            ("Oye", "Brack", "Hal", "Wins", "Tar", "Mel", "Quin"),
            ("laran", "ford", "sted", "worth", "nock", "bury", "den"),
        )
    ]
    names = [(forename, surname, "4B") for forename, surname in product(forenames, surnames)]
    return ListedPeople(person_names(names[:number]))


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    arguments.add_argument("--rounds", type=int, default=100)
    rounds = arguments.parse_args().rounds

    before = memory_mb()
    started = time.process_time()
    checker = Guard.open("demo", cast(Any, people(2000)))
    opened = (time.process_time() - started) * 1000
    with_guard = memory_mb()
    others = {slug: {"enabled": False} for slug, each in all_rules().items() if each.rule.requirement not in BASIC}
    basic = Guard.open("demo", cast(Any, people(2000)), managed={"rules": others})
    account = Account.personal("@me")
    posts = {size: post_of(size) for size in (100, 1000, 10_000)}

    started = time.process_time()
    checker.check(Draft(posts[1000], account=account))
    cold = (time.process_time() - started) * 1000
    for text in posts.values():
        for _ in range(5):
            checker.check(Draft(text, account=account))
            basic.check(Draft(text, account=account))

    peer = Profanity()
    peer.contains_profanity(posts[100])
    print(f"opening Guard on 2,000 people {opened:.0f} ms, memory +{with_guard - before:.0f} MB")
    print(f"memory at the most, better-profanity included, {memory_mb():.0f} MB")
    print(f"first check of 1,000 characters {cold:.1f} ms, with better-profanity's own start-up")
    print(f"\n{'characters':>12} {'rules':>8} {'guard ms':>10} {'better-profanity ms':>20} {'ratio':>8}")
    for size, text in posts.items():
        theirs = median_ms(partial(peer.contains_profanity, text), 1 if size >= SIZE else max(3, rounds // 20))
        for rules, guard in (("all", checker), ("basic", basic)):
            ours = median_ms(partial(guard.check, Draft(text, account=account)), rounds)
            print(f"{size:>12,} {rules:>8} {ours:>10.3f} {theirs:>20.1f} {theirs / ours:>7.0f}x")

    print(f"\n{'10,000 characters of':<32} {'first ms':>9} {'again ms':>9}")
    rows = []
    for name in HARD:
        draft = Draft(hard_input(name), account=account)
        first = median_ms(partial(checker.check, draft), 1)
        rows.append((first, median_ms(partial(checker.check, draft), 5), name))
    for first, again, name in sorted(rows, reverse=True):
        print(f"{name:<32} {first:>9.1f} {again:>9.1f}")


if __name__ == "__main__":
    main()
