"""Reads handles that tag somebody: "@jo.bloggs", but not "office@school.example"."""

from __future__ import annotations

import re

from guard.model import Span
from guard.reading import Tag
from guard.text.word_sets import word_set

_HANDLE = re.compile(r"(?<![\w.@/])@([A-Za-z0-9_][A-Za-z0-9_.]{0,49})")
# What handles of clubs, charities, papers and the like have in them, and people's names have not.
_ORGANISATIONS = word_set(
    """
    school academy primary college nursery trust council library museum charity club society united athletic theatre
    gallery chapel cathedral mosque bakery cafe books publish press gazette herald bbc itv radio police nhs hospital
    hospice university _uk uk_ official foundation association federation ofsted dfe govuk gov_ netball football cricket
    rugby hockey choir orchestra festival awards events education learning science maths english history music drama
    pta ptfa friends scouts guides brownies rspb rspca nspcc nationaltrust coop tesco asda morrisons department
    community centre project group parkrun ltd company catering travel tours outdoors adventure team
    """
)
_ENDINGS = ("uk", "fc", "rfc", "afc", "news", "sport", "sports", "shop", "bank", "hub", "church", "zoo", "band", "art")
_MOST = 50


def read_tags(text: str) -> tuple[Tag, ...]:
    """The handles of a text in order of place, at most fifty."""
    if "@" not in text:
        return ()
    tags = []
    for match in _HANDLE.finditer(text):
        handle = match.group(1).rstrip(".")
        plain = handle.casefold()
        organisation = any(word in plain for word in _ORGANISATIONS) or plain.endswith(_ENDINGS)
        tags.append(Tag(Span(match.start(), match.start() + 1 + len(handle)), handle, organisation))
        if len(tags) == _MOST:
            break
    return tuple(tags)
