"""Reads by whom a text is signed: "- Mrs Khan, Year 4", "Posted by Jo", "^JK", "The PE team"."""

from __future__ import annotations

import re

from guard.model import Span

_LONGEST = 90
_TITLED = r"(?:Mr|Mrs|Miss|Ms|Mx|Dr|Rev|Sir)\.? (?:[A-Z]\.? ?){0,2}[A-Z][\w'’-]{1,30}"
_NAMED = r"[A-Z][\w'’-]{1,20}(?: [A-Z][\w'’-]{1,25})?"
_POST = (
    r"head ?teacher|head|principal|deputy|school office|office|(?:head|teacher|leader|team|department|dept|lead|staff)"
)
_SIGNED = re.compile(
    rf"(?:[-–—~]\s?|[(\[]|\n\s*|(?:[.!?]\s+|\n\s*)(?:from|love|love from|thanks|(?:kind )?regards|best wishes)[,:]?\s)"
    rf"(?:{_TITLED}|the [\w ]{{2,30}}(?:team|department|dept|office|staff)|[\w ]{{0,20}}\b(?:team|office|dept))"
    rf"(?:,?\s[\w ]{{2,30}})?[)\].!\s]*$",
    re.IGNORECASE,
)
_BY_NAME = re.compile(rf"(?:\n\s*|[.!?]\s+)[-–—~]\s?{_NAMED}(?:, [\w ]{{2,30}})?[.\s]*$")
_ROLE = re.compile(rf"\n\s*{_NAMED},? \(?[\w ]{{0,20}}\b(?:{_POST})\b[\w ]{{0,20}}\)?[.\s]*$")
_INITIALS = re.compile(r"(?:\^\s?[A-Za-z]{1,3}|[-–—/]\s?[A-Z]{2,3}|\([A-Z]{2,3}\))[.\s]*$")
# One of these stands in whatever `_STATED` finds; asking for them takes a tenth of the time.
_STATING = (" by ", "this is ", "it's ", "it’s ", "i'm ", "i’m ", "i am ", " here", " tweeting", " posting", " writing")
_STATED = re.compile(
    rf"\b(?:posted|written|tweeted|shared|brought to you|updated|run) by (?:the |our )?[A-Z][\w'’-]|"
    rf"\b(?:this is|it's|it’s|i'm|i’m|i am) (?:{_TITLED}|{_NAMED} (?:from|in|here|tweeting|posting)\b)|"
    rf"\b{_TITLED} (?:here|tweeting|posting|writing)\b",
    re.IGNORECASE,
)


def read_signature(text: str) -> Span | None:
    """Where a text says who is posting: at its end, or in so many words near its beginning."""
    begin = max(0, len(text) - _LONGEST)
    for pattern in (_SIGNED, _BY_NAME, _ROLE, _INITIALS):
        found = pattern.search(text, begin)
        if found is not None:
            return Span(*found.span())
    lowered = text.lower()
    if not any(word in lowered for word in _STATING):
        return None
    found = _STATED.search(text[: 3 * _LONGEST]) or _STATED.search(text, begin)
    return Span(*found.span()) if found is not None else None
