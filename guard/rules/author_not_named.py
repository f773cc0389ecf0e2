"""Nobody says who is posting on a school account.

What it does: advises, once per account, where a post goes out from a school account that the policy lists with no
owner, and nothing in the post says who wrote it: a name, a team, initials.

Why it matters: families like to know whom they are dealing with, and colleagues whom to ask when something goes wrong.

Example: "Rehearsal moved to Thursday", on a drama account that is on nobody's list.

What to do instead: have the account registered with an owner, or sign: "Mrs Khan, drama", "The PE team", "^JK".

Options: none.

Known to be wrong: a signature in the middle of a long post; who stands in the account's profile is not known.
"""

from __future__ import annotations

from collections.abc import Iterator

from guard.model import AccountKind, Confidence, Kind, Severity
from guard.reading import Reading
from guard.rule import Context, Hit, Rule, RuleOptions

RULE = Rule(code="SG105", requirement="B5", severity=Severity.ADVISE, applies_to="official")


class Options(RuleOptions, frozen=True):
    """None."""


def check(reading: Reading, context: Context[Options]) -> Iterator[Hit]:
    account = context.account
    # Of an account that nobody knows to be the school's, or that cannot be told from the registered ones, there is
    # nothing to say.
    if account.kind is not AccountKind.OFFICIAL or not (context.draft.site and account.handle + account.name):
        return
    if context.owner or context.draft.kind is Kind.PROFILE:
        return
    if any(part.signature is not None for _, part in reading):
        return
    # The same finding for every post of an account: setting it aside once is enough.
    subject = f"{context.draft.site} {(account.handle or account.name).lstrip('@').casefold()}"
    yield Hit("unsigned", subject, confidence=Confidence.MEDIUM)
