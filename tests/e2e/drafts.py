"""Drafts for the invented demo school, by what its policy says of them on a personal account."""

from __future__ import annotations

NAMED = "Lovely morning at Oakfield Academy"
#: What is underlined in it, and how severe it is.
NAMED_WORDS = "Oakfield Academy"
NAMED_SEVERITY = "warn"

STRONG = "What a fucking brilliant sports day"
STRONG_WORDS = "fucking"

HARMLESS = "Took the dog round the reservoir before breakfast, then soup with the neighbours"

#: As an answer to somebody it brings up the question whom it goes to.
TO_PARENT = "Thanks! Your son forgot his PE kit again today, could he bring it in tomorrow?"

#: Two astral characters and a joined family before the words: offsets in code points would be off by six.
EMOJI = "🎉🎉 👩‍👩‍👧 " + NAMED
