"""Hosts of web addresses, and whether one is made to be taken for another.

A host is like a known one where it reads the same once look-alike letters and digits are made plain, where it begins
with the whole of a known one and ends elsewhere, or where bait ("login", "verify") is put beside a known name. One
letter off is only near: it may be somebody's honest name.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from guard.reading import LinkKind
from guard.text.edits import edits_within
from guard.text.fold import fold

_DECIMAL = re.compile(r"\d{1,3}(?:\.\d{1,3}){3}")
_ONE_NUMBER = re.compile(r"(?:\d{8,10}|0x[0-9a-f]{6,8})")
_LOOK = str.maketrans({"0": "o", "1": "l", "3": "e", "4": "a", "5": "s", "7": "t", "8": "b", "i": "l", "|": "l"})
_SHORTEST_NEAR = 7
_SHORTEST_NEAR_WELL_KNOWN = 6
_SHORTEST_BAITED = 3
_SHORTEST_DISGUISED = 5
_SHORTEST_BEGUN = 5


@dataclass(frozen=True, slots=True)
class _Lures:
    """What names of their own are made of that promise money or ask for a password."""

    cheap: frozenset[str]
    promises: tuple[str, ...]
    enticing: frozenset[str]


@cache
def _lures() -> _Lures:
    data = tomllib.loads(files("guard.text").joinpath("data/links.toml").read_text("utf-8"))
    return _Lures(
        cheap=frozenset(data["cheap_endings"].split()),
        promises=tuple(data["promises"].split()),
        enticing=frozenset(data["enticing"].split()),
    )


def is_lure(host: str) -> bool:
    """Whether a host's name promises or asks for what honest ones do not: "free-vbucks-generator.top".

    Under a cheap ending one such word is enough, elsewhere it takes two that are a piece of the name each.
    """
    label, _, ending = own_part(host).rpartition(".")
    lures = _lures()
    pieces = set(label.split("-"))
    enticing = len(pieces & lures.enticing) + sum(word in label for word in lures.promises)
    if ending in lures.cheap:
        return enticing > 0
    return "-" in label and enticing > 1


@cache
def _data() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    data = tomllib.loads(files("guard.text").joinpath("data/links.toml").read_text("utf-8"))
    return (
        frozenset(data["second_levels"].split()),
        frozenset(data["well_known"].split()),
        frozenset(data["bait"].split()),
    )


def plain_host(host: str) -> str:
    """A host in small letters, without "www." and without the full stop some write at its end."""
    return host.lower().removeprefix("www.").rstrip(".")


def is_number(host: str) -> bool:
    """Whether a host is an IP address that others can reach, in any way of writing it."""
    if host.startswith("["):
        return True
    if _DECIMAL.fullmatch(host):
        return not host.startswith(("127.", "10.", "192.168.", "172.16.", "0."))
    return _ONE_NUMBER.fullmatch(host) is not None


def own_part(host: str) -> str:
    """The part of a host that somebody registered: "news.oakfield.sch.uk" gives "oakfield.sch.uk"."""
    labels = host.split(".")
    ending = 2 if ".".join(labels[-2:]) in _data()[0] else 1
    return ".".join(labels[-ending - 1 :])


class Names:
    """The hosts that others may be made to look like: a school's own and the well-known ones."""

    def __init__(self, own: Iterable[str]) -> None:
        _, well_known, _ = _data()
        self._own = frozenset(plain_host(host) for host in own)
        self._known = self._own | well_known
        self._known_parts = frozenset(own_part(host) for host in self._known)
        self._looks = {_look(host) for host in self._known}
        self._label_looks = {_look(host.partition(".")[0]) for host in self._known if host.partition(".")[0].isalpha()}
        self._labels = {host.partition(".")[0] for host in self._known}

    def likeness(self, host: str) -> LinkKind:
        """LOOKALIKE, NEAR or PLAIN."""
        if not host.isascii() or "xn--" in host:
            return self._foreign(host)
        part = own_part(host)
        if host in self._known or part in self._known_parts:
            return LinkKind.PLAIN
        if _look(part) in self._looks or self._begins_like_another(host, part) or self._is_baited(part):
            return LinkKind.LOOKALIKE
        if self._holds_disguised(host) or part.startswith("com-"):
            return LinkKind.LOOKALIKE
        return LinkKind.NEAR if self._is_near(part) else LinkKind.PLAIN

    def _foreign(self, host: str) -> LinkKind:
        """Of a host with letters beyond a to z: a mixture of scripts, or one that reads like a known host."""
        try:
            shown = host.encode("ascii").decode("idna") if host.isascii() else unicodedata.normalize("NFKC", host)
        except UnicodeError:
            return LinkKind.LOOKALIKE
        if any(len(_scripts(label)) > 1 for label in shown.split(".")):
            return LinkKind.LOOKALIKE
        if shown.rpartition(".")[2] in _lures().cheap:
            return LinkKind.LOOKALIKE
        folded = fold(shown).text
        if folded != shown and (own_part(folded) in self._known_parts or _look(own_part(folded)) in self._looks):
            return LinkKind.LOOKALIKE
        return LinkKind.PLAIN

    def _begins_like_another(self, host: str, part: str) -> bool:
        """ "paypal.com.signin.example": the known host stands where it means nothing."""
        front = host.removesuffix(part).rstrip(".")
        padded = f".{front}.{part.partition('.')[0]}."
        return "." in front and any(f".{known}." in padded for known in self._known)

    def _holds_disguised(self, host: str) -> bool:
        """ "paypa1.pay.example", "amaz0n-deals.example": a known name with digits for letters, anywhere in a host."""
        return any(
            len(piece) >= _SHORTEST_DISGUISED and not piece.isalpha() and _look(piece) in self._label_looks
            for label in host.split(".")
            for piece in label.split("-")
        )

    def _is_baited(self, part: str) -> bool:
        """ "facebook-login.example", "facebooklogin.example"."""
        bait = _data()[2]
        pieces = part.partition(".")[0].split("-")
        if len(pieces) < 2:
            return any(
                len(known) >= _SHORTEST_BEGUN
                and part.startswith(known)
                and part[len(known) :].partition(".")[0] in bait
                for known in self._labels
            )
        if bait.isdisjoint(pieces):
            return False
        return any(len(piece) >= _SHORTEST_BAITED and piece in self._labels for piece in pieces)

    def _is_near(self, part: str) -> bool:
        label, _, ending = part.partition(".")
        for known in self._known_parts:
            wanted, _, its_ending = known.partition(".")
            shortest = _SHORTEST_NEAR if known in self._own else _SHORTEST_NEAR_WELL_KNOWN
            if (
                its_ending == ending
                and len(wanted) >= shortest
                and abs(len(wanted) - len(label)) <= 1
                and label != wanted + "s"
                and edits_within(label, wanted, 1)
            ):
                return True
        return False


def _look(host: str) -> str:
    """What a host looks like at a glance."""
    label, dot, ending = host.partition(".")
    return label.replace("rn", "m").replace("vv", "w").translate(_LOOK).replace("-", "") + dot + ending


def _scripts(label: str) -> set[str]:
    """The scripts the letters of a label belong to, by the first word of their names."""
    return {unicodedata.name(letter, "?").partition(" ")[0] for letter in label if letter.isalpha()}
