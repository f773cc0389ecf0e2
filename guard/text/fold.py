"""Folding: one plain, lower-case view of a text, with the way back to where everything stood.

Compatibility forms, accents and combining marks, zero-width characters and look-alike letters of other scripts all
come down to plain lower-case letters, so that every reader after this looks for plain words only.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from guard.model import Span

# Letters of other scripts that are drawn like Latin ones, and signs NFKD leaves alone. Field term: confusables.
_CONFUSABLES = str.maketrans(
    {
        **dict(zip("абвьсԁеғɡһіјкӏмпорԛгѕтуѵѡԝхз", "abbbcdefghijklmnopqrstyvwwx3", strict=True)),
        **dict(zip("αβςδεφικλμνορτυχωγηϲ", "abcdefiklmvoptuxwync", strict=True)),
        **dict(zip("øđłħŧıƒŋɑəɩɡɾʂȿɯʉᵾ", "odlhtifnaeigrsswuu", strict=True)),
        **dict(zip("ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘꞯʀꜱᴛᴜᴠᴡʏᴢ", "abcdefghijklmnopqrstuvwyz", strict=True)),
        # Letters in black squares and circles, which have no compatibility form.
        **{chr(base + index): chr(97 + index) for base in (0x1F150, 0x1F170) for index in range(26)},
        **dict(zip("հոօսцш¢", "hnouuwc", strict=True)),
        "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th",
        "’": "'", "‘": "'", "ʼ": "'", "`": "'", "＇": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"',
        "‐": "-", "‑": "-", "‒": "-", "–": "-", "—": "-", "−": "-",
    }
)  # fmt: skip


_NOT_ASCII = re.compile(r"[^\x00-\x7f]")
_RUN = re.compile(r"[\x00-\x7f]+|[^\x00-\x7f]+")


@lru_cache(maxsize=4096)
def _fold_character(character: str) -> str:
    if character == "´":
        return "'"  # typed for an apostrophe; its compatibility form is a space
    decomposed = unicodedata.normalize("NFKD", character)
    kept = [c for c in decomposed if unicodedata.category(c) not in ("Mn", "Me", "Cf")]
    # Casefolding may lengthen (ß); a second decomposition catches what lower-casing brings out (İ).
    return "".join(kept).lower().translate(_CONFUSABLES)


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text. `starts[i]` is where folded character i began in the source; None when nothing moved."""

    text: str
    source: str
    starts: tuple[int, ...] | None

    def span(self, start: int, end: int) -> Span:
        """The source span behind folded[start:end]; marks that were dropped after its last letter belong to it."""
        if self.starts is None:
            return Span(start, end)
        if start >= end:
            position = self.starts[start] if start < len(self.starts) else len(self.source)
            return Span(position, position)
        last = self.starts[end - 1]
        following = end
        while following < len(self.starts) and self.starts[following] == last:
            following += 1
        stop = self.starts[following] if following < len(self.starts) else len(self.source)
        return Span(self.starts[start], stop)


def fold(text: str) -> Folded:
    """The folded view of `text`: time and memory in proportion to its length."""
    if text.isascii():
        # The backtick is the one ASCII character that folding changes.
        return Folded(text.lower().replace("`", "'"), text, None)
    # Where every character folds to exactly one, as with curly quotation marks, nothing moves.
    table = {ord(character): _fold_character(character) for character in set(_NOT_ASCII.findall(text))}
    if all(len(piece) == 1 for piece in table.values()):
        return Folded(_replaced(text, table).lower().replace("`", "'"), text, None)
    pieces: list[str] = []
    starts: list[int] = []
    for match in _RUN.finditer(text):
        start, end = match.span()
        run = match.group()
        if run.isascii():
            pieces.append(run.lower().replace("`", "'"))
            starts.extend(range(start, end))
        else:
            for index, character in enumerate(run, start):
                piece = table[ord(character)]
                pieces.append(piece)
                starts.extend([index] * len(piece))
    return Folded("".join(pieces), text, tuple(starts))


def _replaced(text: str, table: dict[int, str]) -> str:
    # A handful of characters is replaced one by one, which is far faster than a table; what becomes ASCII is final.
    if len(table) > 8 or not all(piece.isascii() or ord(piece) == code for code, piece in table.items()):
        return text.translate(table)
    for code, piece in table.items():
        text = text.replace(chr(code), piece)
    return text
