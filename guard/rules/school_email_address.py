"""A school e-mail address given as the writer's contact on a personal account.

What it does: looks for e-mail addresses at the school's web domains on personal accounts. The address of an office
("office@", "admissions@") is the school's own and none.

Why it matters: a personal post with a school address looks like the school's own, and a personal profile belongs to a
personal address.

Example: "Selling two Take That tickets, e-mail me at a.khan@oakfield-academy.example"

What to do instead: a personal e-mail address, sent privately; school matters go out from the school's accounts.

Options: none of its own.

Known to be wrong: an address that is quoted to explain how to reach somebody at work is taken for the writer's.
"""

from __future__ import annotations

from collections.abc import Iterator

from guard.model import Confidence, Edit, Fix, FixKind, Severity
from guard.reading import DataKind, Owner, Reading
from guard.rule import Context, Hit, Rule, RuleOptions

RULE = Rule(code="SG104", requirement="B4", severity=Severity.WARN, applies_to="personal")


class Options(RuleOptions, frozen=True):
    """No options of its own."""


def check(reading: Reading, context: Context[Options]) -> Iterator[Hit]:
    for index, part in reading:
        for datum in part.personal_data:
            if datum.kind is not DataKind.EMAIL or datum.organisation is None:
                continue
            if datum.owner in (Owner.WRITER, Owner.UNKNOWN):
                editable = index < len(context.draft.parts)
                yield Hit(
                    message="school-address",
                    subject=part.part.text[datum.span.start : datum.span.end].casefold(),
                    part=index,
                    span=datum.span,
                    confidence=Confidence.HIGH if datum.owner is Owner.WRITER else Confidence.MEDIUM,
                    fixes=(Fix(FixKind.EDIT_TEXT, "remove-details", (Edit(index, datum.span, ""),)),)
                    if editable
                    else (),
                )
