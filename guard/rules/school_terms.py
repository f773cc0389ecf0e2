"""School terms: words and phrases the school itself wants pointed out.

What it does: looks for words and phrases that the school's policy lists under `[[terms]]`, in capitals or not, with or
without accents, and run together as in a hashtag. Each list has a severity, a clause and somebody to ask of its own.

Why it matters: a school knows things no general rule can: the code name of a project, a supplier it is in dispute with,
a nickname that hurts somebody there.

Example: with `words = ["Project Lantern"]`, "A busy week with Project Lantern!"

What to do instead: leave the words out, or ask whoever the finding names.

Options: `words`, further words and phrases, at the severity and with the clause of `[rules.school-terms]`.

Known to be wrong: it looks for words, not for what is meant, so a listed word in another sense is pointed at too. Other
forms of a word (plurals, misspellings) have to be listed. Pupils' names do not belong here: a policy is read by many;
pupils are on the register.
"""

from __future__ import annotations

from collections.abc import Iterator

from guard.model import Severity
from guard.reading import Reading
from guard.rule import Context, Hit, Rule, RuleOptions

RULE = Rule(code="SG901", requirement="S1", severity=Severity.STOP)


class Options(RuleOptions, frozen=True):
    """What this school looks for."""

    words: tuple[str, ...] = ()


def check(reading: Reading, context: Context[Options]) -> Iterator[Hit]:
    wanted = set(context.options.words)
    for index, part in reading:
        pointed_out = set()
        for found in part.terms:
            if found.term in wanted and found.term not in pointed_out:
                pointed_out.add(found.term)
                yield Hit("listed", found.term.casefold(), part=index, span=found.span)
