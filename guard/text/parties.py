"""Who somebody is whom a draft goes to or answers, and whether a shared post is about pupils.

Only what stands around a draft is read for this (`Draft.to`, `.in_reply_to`, `.shared_from`): a name, a question, a
post by somebody else. The phrases are in `data/parties.phrases`, a section for each way and party.
"""

from __future__ import annotations

import enum
import re

from guard.reading import Party
from guard.text.clauses import Clauses
from guard.text.phrases import Found, phrases_of
from guard.text.word_sets import word_set

_PHRASES = phrases_of("parties.phrases")
# "4B", "10F", "7RW", as a name's last word ("Saoirse, 7R"); "3D" and "4K" are something else.
_CLASS = re.compile(r"(?:[1-9]|1[0-3])(?!(?:[ap]m|km|kg|cm|mm|ft|hr|lb|oz|bn)$)[a-z]{1,2}")
_NO_CLASS = word_set("3d 4k 2d 1st 2nd 3rd 4th 5th 6th 7th 8th 9th 5k 10k 4g 5g 8k 4x 9ct")
_OWN = word_set("my our your the dear love , . -")
# What the handles of pupils and of the press have in them: "@lola.yr8", "@danny_is_12", "@jess_sunreporter".
_PUPILS_HANDLE = re.compile(
    r"(?:(?:(?<![a-z])y|yr|year|class|form)_?(?:1[0-3]|[1-9])(?![0-9])|sixth_?form|(?<![a-z])(?:is|im|age|aged)_?(?:1[0-7]|[5-9])(?![0-9])|"
    r"(?:pupil|schoolgirl|schoolboy|studentof|student_at))"
)
_PRESS_HANDLE = re.compile(
    r"(?:reporter|journalist|journo|correspondent|(?:sky|bbc|itv|stv|utv|c4|gb|evening|local|channel4|5)_?news|"
    r"newsdesk|newsroom|newsnight|newyddion|bbcradio|radio_?(?:scotland|wales|ulster)|(?:gazette|herald|chronicle|courier|"
    r"mercury|examiner|argus|observer|telegraph|dailymail|mailonline|schoolsweek|editorial|freelance)|_?bbc(?![a-z0-9])|"
    r"looknorth|lookeast|newsproducer|tv_?producer|presspa)"
)
_ADDRESSED_WITHIN = 4
_LONGEST_NAME = 200


class Played(enum.StrEnum):
    """What a text around a draft is."""

    TO = "to"
    ANSWERED = "writes"
    SHARED = "shows"


def read_parties(clauses: Clauses, played: Played) -> frozenset[Party]:
    """Who is shown by a text that is whom a draft goes to, what it answers or what it shares."""
    if played is Played.TO:
        return frozenset(_addressee(clauses))
    found = {each.tag for each in _PHRASES.find(clauses.pieces)}
    if played is Played.SHARED:
        class_named = any(_is_class(piece) and not _costs(clauses, index) for index, piece in enumerate(clauses.pieces))
        childs = "shows.perhaps" in found and "shows.grown_up" not in found
        return frozenset({Party.PUPIL} if "shows.pupils" in found or childs or class_named else ())
    return frozenset(_asking(clauses, found))


def _addressee(clauses: Clauses) -> set[Party]:
    pieces = clauses.pieces
    found = list(_PHRASES.find(pieces))
    tags = {each.tag for each in found}
    handle = _handle(clauses.words.folded.text)
    if "to.press" in tags or _PRESS_HANDLE.search(handle):
        return {Party.PRESS}
    if "to.parent" in tags or any(each.tag == "to.kin" and _somebodys(pieces, each) for each in found):
        return {Party.PARENT}
    if "to.former_pupil" in tags:
        return {Party.FORMER_PUPIL}
    in_class = len(pieces) > 1 and _is_class(next((piece for piece in reversed(pieces) if piece.isalnum()), ""))
    return {Party.PUPIL} if "to.pupil" in tags or in_class or _PUPILS_HANDLE.search(handle) else set()


def _handle(name: str) -> str:
    """The first handle in a name, or nothing."""
    _, at, handle = name[:_LONGEST_NAME].partition("@")
    return handle.split(maxsplit=1)[0] if at and handle.strip() else ""


def _somebodys(pieces: tuple[str, ...], kin: Found) -> bool:
    """ "Ifeoma's mum", but neither "Mum" nor "my mum", who is the writer's own."""
    return kin.first > 0 and pieces[kin.first - 1] not in _OWN


def _asking(clauses: Clauses, found: set[str]) -> set[Party]:
    if "writes.press" in found or {"writes.paper", "writes.asks"} <= found:
        return {Party.PRESS}
    addressed = any(
        each.tag == "writes.address" and each.first < _ADDRESSED_WITHIN for each in _PHRASES.find(clauses.pieces)
    )
    if "writes.former_pupil" in found:
        return {Party.FORMER_PUPIL}
    if "writes.pupil" in found:
        return {Party.PUPIL}
    if "writes.parent" in found or (addressed and "writes.child" in found):
        return {Party.PARENT}
    return {Party.PUPIL} if addressed and "writes.schoolwork" in found and _to_teacher(clauses) else set()


def _to_teacher(clauses: Clauses) -> bool:
    """Whether somebody is addressed as pupils address a teacher: as "miss" or "sir", without a surname."""
    pieces = clauses.pieces[: _ADDRESSED_WITHIN + 1]
    return any(
        piece in ("miss", "sir") and (index + 1 == len(clauses.pieces) or _stops(clauses.pieces[index + 1]))
        for index, piece in enumerate(pieces)
    )


def _stops(piece: str) -> bool:
    return not piece.isalnum() or piece in _AFTER_ADDRESS


_AFTER_ADDRESS = word_set(
    """
    can could when what where is are do does did how its it i im please follow add its will have u you my the that
    this we whats why who
    """
)


def _costs(clauses: Clauses, index: int) -> bool:
    """Whether a sum of money stands there: "£1m" is no class."""
    return clauses.words.folded.text[max(0, clauses.starts[index] - 1) : clauses.starts[index]] in ("£", "$", "€")


def _is_class(piece: str) -> bool:
    return piece not in _NO_CLASS and _CLASS.fullmatch(piece) is not None
