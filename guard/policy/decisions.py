"""What a school decides beside its rules: what may stand, what else is looked for, when a rule goes quiet.

Pupils are in none of these tables: whoever may not be named or shown is on the register, and a policy is read by many.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from msgspec import Meta

from guard.model import Source
from guard.policy.table import Names, Table, Text

SeverityOfWord = Literal["harmless", "advise", "warn", "stop"]


class Allowed(Table, frozen=True):
    """`[[allow]]`: a finding that is all right, who said so and until when.

    `term` covers what is found inside these words, `fingerprint` one finding exactly; `rule` narrows it to one rule.
    `author` is a role, never a person; the entry counts up to and on the day of `expires`.
    """

    reason: Text
    author: Text
    expires: date
    term: str = ""
    fingerprint: str = ""
    rule: str = ""

    def __post_init__(self) -> None:
        if bool(self.term) == bool(self.fingerprint):
            raise ValueError("Either 'term' or 'fingerprint' is wanted: what is it that is allowed?")
        if self.term and not has_letters(self.term):
            raise ValueError("The term has no letter or digit to look for")


class Published(Table, frozen=True):
    """`[published]`: who may be named and which contacts may stand in a post, since the school publishes them itself.

    `people` are governors, heads, authors: adults who are named in public. Contacts are compared however they are
    written; a link also stands for everything below it.
    """

    people: Names = ()
    phones: Names = ()
    emails: Names = ()
    addresses: Names = ()
    links: Names = ()


class Terms(Table, frozen=True):
    """`[[terms]]`: words and phrases the school wants pointed out, or single words that are harmless here.

    What is not said (`ask`, the clause) comes from `[rules.school-terms]`.
    """

    words: Annotated[Names, Meta(min_length=1)]
    severity: SeverityOfWord = "warn"
    requirement: str = ""
    source: Source | None = None
    clause_number: str = ""
    clause: str = ""
    ask: str = ""

    def __post_init__(self) -> None:
        for word in self.words:
            if not has_letters(word):
                raise ValueError("A word without a letter or digit cannot be looked for")
            if self.severity == "harmless" and not word.isalnum():
                raise ValueError("Only single words can be harmless: a phrase that is all right goes under [[allow]]")


class Tuning(Table, frozen=True):
    """`[tuning]`: whether it is counted how useful each rule is, and what happens to one that is mostly wrong.

    `quiet`: "softer" takes its findings a step down (a hint is left out), "hide" leaves them out (of a stop a hint
    stays), "never" changes nothing. A rule is mostly wrong when fewer than `quiet_below` of at least `quiet_after`
    findings were useful. What is said of the school's own list never goes quiet.
    """

    count: bool = True
    quiet: Literal["softer", "hide", "never"] = "softer"
    quiet_below: Annotated[float, Meta(ge=0, le=1)] = 0.5
    quiet_after: Annotated[int, Meta(ge=5)] = 20


def has_letters(text: str) -> bool:
    """Whether there is anything in `text` that a reader could look for."""
    return any(character.isalnum() for character in text)
