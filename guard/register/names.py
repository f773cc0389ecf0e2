"""The sealed column of names: what is in it, and what is shown of it."""

from __future__ import annotations

import json
from typing import Any

from guard.register.crypto import Cipher
from guard.register.entries import Name, PersonEntry
from guard.vocabulary import PersonName

_COLUMN = "names"


def seal(entry: PersonEntry, reference: str, cipher: Cipher) -> bytes:
    """All names of a person and the group, as one sealed value."""
    content = {"name": _plain(entry.name), "group": entry.group.strip()}
    if entry.known_as is not None:
        content["known_as"] = _plain(entry.known_as)
    return cipher.seal(json.dumps(content, ensure_ascii=False).encode(), _COLUMN, reference)


def vocabulary(sealed: bytes, reference: str, cipher: Cipher) -> tuple[PersonName, ...]:
    """Every name of a person, as the readers of text look for them."""
    content = _unseal(sealed, reference, cipher)
    return tuple(
        PersonName(reference, name["forename"], name["surname"], tuple(name["middle_names"]), content["group"])
        for name in (content["name"], content.get("known_as"))
        if name is not None
    )


def label(sealed: bytes, reference: str, cipher: Cipher, *, masked: bool) -> tuple[str, str]:
    """The name in use, or its initials ("J. S."), and the group.

    Never the other name: an adopted child may carry one that nobody in school should see.
    """
    content = _unseal(sealed, reference, cipher)
    name = content.get("known_as") or content["name"]
    halves = (name["forename"], name["surname"])
    shown = " ".join(f"{half[0]}." for half in halves) if masked else " ".join(halves)
    return shown, content["group"]


def _unseal(sealed: bytes, reference: str, cipher: Cipher) -> dict[str, Any]:
    content: dict[str, Any] = json.loads(cipher.open(sealed, _COLUMN, reference))
    return content


def _plain(name: Name) -> dict[str, Any]:
    return {"forename": name.forename, "surname": name.surname, "middle_names": list(name.middle_names)}
