"""Phrases: a small language for what people say, compiled to bounded regular expressions over `Clauses.text`.

    compile_phrases(["DET* VIEWS are|is? OWN"], {"DET": "my|the", "VIEWS": "views|opinions", "OWN": "my own|mine"})

Elements stand one space apart. `a|b` are alternatives, a name in capitals is a slot, `_` joins the words of one
alternative (`on_behalf_of`), a trailing `?` makes an element optional and `*` lets it come up to three times.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

_SLOT = re.compile(r"[A-Z][A-Z_]+")


def compile_phrases(phrases: Iterable[str], slots: Mapping[str, str]) -> re.Pattern[str]:
    """One pattern for all the phrases, the first that fits wins; a match begins with the space before it."""
    return re.compile("|".join(_phrase(phrase, slots) for phrase in phrases))


def _phrase(phrase: str, slots: Mapping[str, str]) -> str:
    return "".join(_element(element, slots) for element in phrase.split()) + r"(?= |$)"


def _element(element: str, slots: Mapping[str, str]) -> str:
    repeat = {"?": "?", "*": "{0,3}"}.get(element[-1], "") if len(element) > 1 else ""
    body = element[:-1] if repeat else element
    words = _SLOT.sub(lambda match: slots[match.group()], body)
    alternatives = sorted((word.replace("_", " ") for word in words.split("|")), key=len, reverse=True)
    joined = "|".join(_escape(alternative) for alternative in alternatives)
    return f"(?: (?:{joined})(?= |$)){repeat}"


def _escape(alternative: str) -> str:
    # "WORD" stands for any one word; everything else is literal.
    return " ".join("[^\\W_]+" if word == "~" else re.escape(word) for word in alternative.split(" "))
