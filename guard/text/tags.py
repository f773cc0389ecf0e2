"""Reads handles that tag somebody: "@jo.bloggs", but not "office@school.example"."""

from __future__ import annotations

import re

from guard.model import Span
from guard.reading import Tag

_HANDLE = re.compile(r"(?<![\w.@/])@([A-Za-z0-9_][A-Za-z0-9_.]{0,49})")
# What handles of shops, clubs, charities, papers and the like have in them.
_ORGANISATIONS = tuple(
    """
    school academy primary college nursery trust council library museum charity club society united athletic theatre
    gallery church chapel cathedral mosque temple bank bakery cafe shop store books publish press gazette herald news
    bbc itv radio police fire nhs hospital hospice uni university _uk uk_ official team foundation association
    federation union ofsted dfe govuk gov_ sport netball football cricket rugby hockey swim choir band orchestra
    festival awards events education learning science maths english history geog music drama art_ _art pta ptfa
    friends scouts guides brownies cubs zoo farm park rspb rspca nspcc mind nationaltrust coop tesco asda morrisons
    dept department house sixth eco green community centre project group parkrun yarn hub ltd company catering coach
    travel tours outdoors adventure centre_
    """.split()
)
_MOST = 50


def read_tags(text: str) -> tuple[Tag, ...]:
    """The handles of a text in order of place, at most fifty."""
    tags = []
    for match in _HANDLE.finditer(text):
        handle = match.group(1).rstrip(".")
        plain = handle.casefold()
        organisation = any(word in plain for word in _ORGANISATIONS) or plain.endswith(("uk", "fc", "rfc", "cc", "afc"))
        tags.append(Tag(Span(match.start(), match.start() + 1 + len(handle)), handle, organisation))
        if len(tags) == _MOST:
            break
    return tuple(tags)
