"""Finds web addresses and says what can be told of them offline: shortened, made to look like another, a bare number.

A link is looked at, never followed: where a shortened one leads, and what waits behind any of them, cannot be told
here. What is known of sites is in `data/links.toml`.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from guard.model import Span
from guard.reading import Link, LinkKind
from guard.text.bait_hosts import is_bait, is_offered
from guard.text.hosts import Names, is_lure, is_number, own_part, plain_host
from guard.vocabulary import Organisation

# The dots of "8.40" and of a sentence's end are in every other text; a name of a site has a letter behind one.
_MAY_HOLD = re.compile(r"[:w.](?:(?<=:)//|(?<=w)ww\.|(?<=\w\.)[^\W\d])")
_TOKEN = re.compile(r"[^\s<>\"“”]+")
_OPENING = "([{'‘*_`"
_CLOSING = ")]}'’*_`.,;:!?…"
_SCHEME = re.compile(r"h(?:tt|xx)ps?:/{1,3}", re.IGNORECASE)
_HOST = re.compile(r"[^/?#\\:]+")
_BARE = re.compile(r"\w[\w-]*(?:\.[\w-]+)+(?:[:/?#].*)?$")
_LONGEST = 2_000
_LONGEST_SHORT = 5
_USUAL = ("com", "org", "net", "uk", "eu", "edu", "gov")
_RANDOM = re.compile(r"/([A-Za-z0-9]{4,9})/?")
_SPELT = re.compile(r"\b([\w-]{1,20})\s?[(\[]?\s?dot\s?[)\]]?\s?([a-z]{2,6})\s?/\s?[\w-]{2,40}", re.IGNORECASE)
_MOST = 50


@dataclass(frozen=True, slots=True)
class _Sites:
    """What `data/links.toml` knows."""

    shorteners: frozenset[str]
    known_destinations: tuple[str, ...]
    endings: frozenset[str]
    unsuitable: frozenset[str]
    unsuitable_words: tuple[str, ...]
    unsuitable_endings: frozenset[str]
    own_short: frozenset[str]
    open_groups: frozenset[str]
    open_hosting: frozenset[str]
    telling_of_groups: tuple[str, ...]
    programs: tuple[str, ...]


@cache
def _sites() -> _Sites:
    data = tomllib.loads(files("guard.text").joinpath("data/links.toml").read_text("utf-8"))
    return _Sites(
        shorteners=frozenset(data["shorteners"].split()),
        known_destinations=tuple(data["known_destinations"].split()),
        endings=frozenset(data["endings"].split()),
        unsuitable=frozenset(data["unsuitable"].split()),
        unsuitable_words=tuple(data["unsuitable_words"].split()),
        unsuitable_endings=frozenset(data["unsuitable_endings"].split()),
        own_short=frozenset(data["own_short"].split()),
        open_groups=frozenset(data["open_groups"].split()),
        open_hosting=frozenset(data["open_hosting"].split()),
        telling_of_groups=tuple(data["telling_of_groups"].split()),
        programs=tuple(data["programs"].split()),
    )


class LinkReader:
    """Compiled once from the organisations, whose own sites others may be made to look like."""

    def __init__(self, organisations: tuple[Organisation, ...]) -> None:
        self._names = Names(domain for each in organisations for domain in each.domains)

    def read(self, text: str) -> tuple[Link, ...]:
        """The web addresses of a text, in order; fifty at most."""
        found = list(_spelt_out(text))
        if not _MAY_HOLD.search(text):
            return tuple(found[:_MOST])
        for token in _TOKEN.finditer(text):
            written = token.group()
            if "." not in written[1:-1] and "://" not in written:
                continue
            for start, address in _addresses(written):
                link = self._link(address, token.start() + start, text)
                if link is not None:
                    found.append(link)
            if len(found) >= _MOST:
                break
        return tuple(sorted(found, key=lambda link: link.span)[:_MOST])

    def _link(self, address: str, start: int, text: str) -> Link | None:
        scheme = _SCHEME.match(address)
        rest = address[scheme.end() :] if scheme else address
        place = re.split(r"[/?#\\]", rest, maxsplit=1)[0]
        user, _, after = place.rpartition("@")
        if user and scheme is None:
            return None  # an e-mail address
        match = _HOST.match(after)
        if after.startswith("["):
            host = after
        elif match is None:
            return None
        else:
            host = match.group()
        # "hxxps://games[.]example" is how some write what they know to be bad.
        host = plain_host(host.replace("[.]", ".").replace("(.)", "."))
        path = rest[len(place) :]
        if scheme is None and not address.lower().startswith("www.") and not _is_bare_link(address, host, path):
            return None
        if "." not in host and not is_number(host):
            return None
        span = Span(start, start + len(address))
        return Link(span, host, self._kind(host, user, path, text))

    def _kind(self, host: str, user: str, path: str, text: str) -> LinkKind:
        sites = _sites()
        if user:
            return LinkKind.DISGUISED
        if is_number(host):
            return LinkKind.NUMBER
        if path.strip("/?#") and (own_part(host) in sites.shorteners or _looks_shortened(host, path)):
            leads = any((host + path.lower()).startswith(known) for known in sites.known_destinations)
            return LinkKind.PLAIN if leads else LinkKind.SHORTENED
        likeness = self._names.likeness(host)
        if likeness is not LinkKind.PLAIN:
            return likeness
        if self._is_unsuitable(host, path.lower()) or _is_baited(host, text.lower()):
            return LinkKind.UNSUITABLE
        if path.lower().partition("?")[0].endswith(sites.programs):
            return LinkKind.PROGRAM
        return LinkKind.PLAIN

    def _is_unsuitable(self, host: str, path: str) -> bool:
        sites = _sites()
        if is_lure(host) or (host in sites.open_groups and any(word in path for word in sites.telling_of_groups)):
            return True
        if own_part(host) in sites.unsuitable or host.rpartition(".")[2] in sites.unsuitable_endings:
            return True
        return any(word in host for word in sites.unsuitable_words)


def _is_baited(host: str, text: str) -> bool:
    """Whether a host is named like a pirate's or a gambler's, or the post offers what is to be had in an open group."""
    sites, part = _sites(), own_part(host)
    if part in sites.open_hosting:
        label, dot, _ = host.removesuffix(part).rstrip(".").partition(".")
        return bool(label or dot) and is_bait(f"{label}.com", text)
    return is_bait(part, text) or (host in sites.open_groups and is_offered(text))


def _spelt_out(text: str) -> Iterator[Link]:
    """Shortened links with their dot in letters, "bit dot ly/3abcD": hidden twice."""
    if "dot" not in text:
        return
    for match in _SPELT.finditer(text):
        host = f"{match.group(1)}.{match.group(2)}".lower()
        if host in _sites().shorteners:
            yield Link(Span(match.start(), match.end()), host, LinkKind.SHORTENED)


def _looks_shortened(host: str, path: str) -> bool:
    """Whether a very short host with a random word behind it is a shortener nobody has listed: "z9.nu/aB3xQ"."""
    label, _, ending = host.rpartition(".")
    if len(label) > _LONGEST_SHORT or len(ending) > 3 or ending in _USUAL or host in _sites().own_short:
        return False
    word = _RANDOM.fullmatch(path)
    if word is None or host.count(".") > 1:
        return False
    written = word.group(1)
    mixed = not written.islower() and not written.isupper() and not written.istitle() and any(map(str.islower, written))
    return mixed or (any(map(str.isdigit, written)) and any(map(str.isalpha, written)) and not written[:3].isalpha())


def _addresses(written: str) -> Iterator[tuple[int, str]]:
    """The addresses in a run of signs without blanks, and where they begin: "(see:https://a.example)," has one."""
    starts = [match.start() for match in _SCHEME.finditer(written)] or [0]
    ends = [*starts[1:], len(written)]
    for start, end in zip(starts, ends, strict=True):
        # An address handed on inside another one ("?u=https://...") belongs to it.
        if start and starts[0] < start and written[start - 1] in "=/":
            continue
        address = written[start:end][:_LONGEST]
        lead = len(address) - len(address.lstrip(_OPENING))
        stripped = address[lead:].rstrip(_CLOSING)
        # A bracket that the address opened itself stays.
        if stripped.count("(") > stripped.count(")") and address[lead + len(stripped) :].startswith(")"):
            stripped += ")"
        if stripped:
            yield start + lead, stripped


def _is_bare_link(address: str, host: str, path: str) -> bool:
    """Whether something without "https://" or "www." is a web address, and not two words around a full stop."""
    if not _BARE.match(address) or host.rpartition(".")[2] not in _sites().endings:
        return False
    if path.startswith("/") and len(path) > 1:
        return True
    # "Well done.So proud", "Year 6.In the hall": sentences that lack their blank.
    first, _, ending = address.partition("/")[0].rpartition(".")
    return ending.islower() and not (first[:1].isupper() and "." not in first and len(ending) == 2)
