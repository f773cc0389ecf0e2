"""The writer's own private contact details, where pupils can read them.

What it does: looks for telephone numbers, e-mail addresses, a home address and names in messaging apps that the writer
gives as their own ("my mobile is", "WhatsApp me on", "add me on Snap"). Addresses at the school are none: they are
there to be written to.

Why it matters: pupils read what staff post. Contact that goes round the school protects neither the pupil nor the
member of staff.

Example: "Any questions about the trip, text me on 07700 900123"

What to do instead: the school office, or an address at the school on the school's own accounts.

Options: none of its own.

Known to be wrong: a number without a word on whose it is counts as somebody's, not as the writer's own, and the rule
personal-data speaks of it.
"""

from __future__ import annotations

from collections.abc import Iterator

from guard.model import Edit, Fix, FixKind, Severity
from guard.reading import DataKind, Owner, PersonalDatum, Reading
from guard.rule import Context, Hit, Rule, RuleOptions

RULE = Rule(code="SG403", requirement="P2", severity=Severity.WARN)

_MESSAGES = {
    DataKind.PHONE: "phone",
    DataKind.EMAIL: "email",
    DataKind.MESSAGING: "messaging",
    DataKind.ADDRESS: "home",
    DataKind.POSTCODE: "home",
}


class Options(RuleOptions, frozen=True):
    """No options of its own."""


def check(reading: Reading, context: Context[Options]) -> Iterator[Hit]:
    places: dict[tuple[str, str], list[tuple[int, PersonalDatum]]] = {}
    for index, part in reading:
        for datum in part.personal_data:
            if datum.owner is Owner.WRITER and datum.kind in _MESSAGES and datum.organisation is None:
                written = part.part.text[datum.span.start : datum.span.end].casefold()
                subject = "".join(sign for sign in written if sign.isalnum())
                places.setdefault((_MESSAGES[datum.kind], subject), []).append((index, datum))
    for (message, subject), found in places.items():
        index, datum = found[0]
        editable = tuple(
            Edit(index, datum.span, "")
            for index, datum in found
            if index < len(context.draft.parts) and datum.kind is not DataKind.MESSAGING
        )
        fix = (Fix(FixKind.EDIT_TEXT, "remove-details", editable),) if editable else ()
        yield Hit(message=message, subject=subject, part=index, span=datum.span, fixes=fix)
