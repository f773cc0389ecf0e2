"""Postcodes, and houses in streets: "Flat 3, 27 Station Road", "18a beech grove" where somebody is said to live."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from guard.text.digit_runs import DigitRuns, word_at
from guard.text.word_sets import word_set
from guard.text.words import Words

_AREAS = word_set(
    """
    ab al b ba bb bd bh bl bn br bs bt ca cb cf ch cm co cr ct cv cw da dd de dg dh dl dn dt dy e ec eh en ex fk fy g
    gl gu gy ha hd hg hp hr hs hu hx ig im ip iv je ka kt kw ky l la ld le ll ln ls lu m me mk ml n ne ng nn np nr nw
    ol ox pa pe ph pl po pr rg rh rm s sa se sg sk sl sm sn so sp sr ss st sw sy ta td tf tn tq tr ts tw ub w wa wc wd
    wf wn wr ws wv yo ze
    """
)
_POSTCODE = re.compile(
    r"(?<![\w#@/.-])(?P<area>[a-z]{1,2})\d[a-z\d]?(?P<gap> ?)\d(?P<unit>[abd-hjlnp-uw-z]{2})(?![\w@-])"
)
# "period B4 5th lesson", "shelf E3 8ft": in small letters these are counted and measured, not posted.
_COUNTED = word_set("st nd rd th ft lb hr gb tb px pt pd am pm ds xs ss")
_MODELS = word_set("model version table gate paper type size series gen")
# Houses of books, of ministers: everybody knows who lives there.
_KNOWN = frozenset({("221b", "baker"), ("10", "downing"), ("11", "downing"), ("4", "privet"), ("32", "windsor")})
_SURE_TYPES = word_set(
    """
    street road lane avenue close drive grove gardens terrace crescent mews rd st ave ln cl dr cres gdns tce ter
    """
)
_OTHER_TYPES = word_set(
    """
    place court way walk rise hill park view row square green parade croft garth wynd brae vale yard wharf quay gate
    cottages villas mount heights dene bank circus meadow meadows fields fold end ridge mead drove hollow heol ffordd
    ct pl sq
    """
)
_WELSH_TYPES = word_set("heol ffordd stryd lon clos rhodfa maes")
_TYPES = _SURE_TYPES | _OTHER_TYPES
_NUMBER = re.compile(r"[1-9]\d{0,3}[a-z]?$")
_NAME_GAPS = frozenset({" ", "'", "-", ". ", "' "})
_MOST_NAME_WORDS = 3
_NO_HOUSE = word_set(
    """
    year yr y class room chapter page route bus key ks week day term unit lesson act scene part level gate platform
    pitch group form set block zone team under u over age aged match game court band grade psalm verse sonnet hymn
    question q exercise task step stage top a m b junction channel tram train line tier division player page pages
        score lane section episode series verse bingo raffle ticket heat lap mile miles km
    """
)
# Words after a street's name that make it something else: "4 Oak Drive Primary", "12 Station Road Runners".
_SOMETHING_ELSE = word_set(
    """
    primary school academy infants juniors nursery college runners rangers rovers united fc afc cc rfc town city
    wanderers players singers band campus festival market mile challenge crew gang tips ideas ways stalls stall
    photos pupils children residents houses trees
    """
)
_LEADING = word_set("at to from on in is of near flat house address number no lives live lived by or and visit")
_LIVES = word_set("lives live living lived moved moving stays staying")


@dataclass(frozen=True, slots=True)
class PostalAddress:
    """A house or a postcode at words[first:last + 1]."""

    first: int
    last: int
    postcode: bool


def postal_addresses(words: Words, runs: DigitRuns) -> Iterator[PostalAddress]:
    """The postcodes and addresses of a text."""
    done = 0
    for start in runs.starts:
        # The district's number follows one or two letters.
        for begin in (start - 2, start - 1):
            match = _POSTCODE.match(runs.text, begin) if begin >= done else None
            if match is not None and _is_postcode(words, match):
                first = word_at(words.starts, match.start())
                yield PostalAddress(first, first + (1 if match["gap"] else 0), postcode=True)
                done = match.end()
                break
    if _TYPES.isdisjoint(words.words) and _WELSH_TYPES.isdisjoint(words.words):
        return
    done = 0
    for index, word in enumerate(words.words):
        if word in _WELSH_TYPES and 0 < index < len(words) - 1 and _welsh_house(words, index):
            yield PostalAddress(index - 1, index + 1, postcode=False)
            done = index + 2
        elif word in _TYPES and index > done:
            found = _house_in(words, index) or _street_lived_in(words, index)
            if found is not None and found.first >= done:
                yield found
                done = found.last + 1


def _is_postcode(words: Words, match: re.Match[str]) -> bool:
    span = words.folded.span(*match.span())
    written = words.folded.source[span.start : span.end]
    before = word_at(words.starts, match.start()) - 1
    if before >= 0 and words.words[before] in _NO_HOUSE | _MODELS and "\n" not in words.between(before):
        return False
    if match["area"] not in _AREAS and (
        not match["gap"] or len(match["area"]) < 2 or not written.isupper() or match["unit"] in _COUNTED
    ):
        return False
    if match["gap"]:
        return not written[-1].islower() or match["unit"] not in _COUNTED
    # Without the blank it could be a room or a model; in capitals and of some length it is hardly.
    return (
        (written.isupper() and len(written) >= 6) or "postcode" in words.folded.text or "post code" in words.folded.text
    )


def _house_in(words: Words, kind: int) -> PostalAddress | None:
    """The address whose street ends with the word `kind` ("road")."""
    number = None
    for index in range(kind - 1, max(-1, kind - _MOST_NAME_WORDS - 2), -1):
        gap = words.between(index)
        if _NUMBER.match(words.words[index]):
            if index + 1 < kind and gap in (" ", ", ", "  "):
                number = index
            break
        if gap not in _NAME_GAPS:
            return None
    if number is None or not _is_house(words, number, kind):
        return None
    return PostalAddress(_with_flat(words, number), kind, postcode=False)


def _welsh_house(words: Words, kind: int) -> bool:
    """ "47 Heol Fawr": in Welsh the kind of street comes first."""
    return (
        _NUMBER.match(words.words[kind - 1]) is not None
        and words.between(kind - 1) == words.between(kind) == " "
        and words.is_large(kind)
        and words.is_large(kind + 1)
    )


def _is_house(words: Words, number: int, kind: int) -> bool:
    before = words.words[number - 1] if number else ""
    gap_before = words.between(number - 1) if number else ""
    lived_in = lives_near(words, number)
    named = all(words.is_large(index) for index in range(number + 1, kind) if len(words.words[index]) > 1)
    if (not named and not lived_in) or (words.words[number], words.words[number + 1]) in _KNOWN:
        return False
    if before in _NO_HOUSE and gap_before.strip(" ") == "":
        return False
    # "Millbrook 3 Elm Grove 2" is a score.
    if kind + 1 < len(words) and words.between(kind).strip(" ") in ("", "-") and words.words[kind + 1].isdigit():
        return False
    if gap_before in ("-", ".", ":", "'", "/") or (
        words.starts[number] and words.folded.text[words.starts[number] - 1] in "£$€#"
    ):
        return gap_before == ":" and not before.isdigit()
    if kind + 1 < len(words) and words.between(kind) in (" ", "'") and words.words[kind + 1] in _SOMETHING_ELSE:
        return False
    if lived_in:
        return True
    if number and gap_before == " " and words.is_large(number - 1) and before not in _LEADING:
        return False
    led = (
        not number
        or before in _LEADING
        or _with_flat(words, number) < number
        or "\n" in gap_before
        or gap_before.strip(" ") in (",", ":", "-", "(", ".")
    )
    upper = words.is_large(kind)
    if words.words[kind] in _SURE_TYPES:
        return upper or led
    return upper and led


def _with_flat(words: Words, number: int) -> int:
    """The first word of the address: "Flat 3, 27 Station Road" begins at the flat."""
    if (
        number >= 2
        and words.words[number - 2] in ("flat", "apartment", "apt", "unit")
        and len(words.between(number - 1)) <= 2
    ):
        return number - 2
    return number


def _street_lived_in(words: Words, kind: int) -> PostalAddress | None:
    """ "They live on Beech Grove": a street without a number is an address where somebody is said to live in it."""
    first = kind
    while first > 0 and kind - first < _MOST_NAME_WORDS and words.between(first - 1) in _NAME_GAPS:
        if not words.is_large(first - 1) or words.words[first - 1] in _TYPES:
            break
        first -= 1
    if first == kind or not words.is_large(kind):
        return None
    before = words.words[max(0, first - 2) : first]
    if len(before) == 2 and before[0] in ("lives", "live") and before[1] in ("on", "in", "at", "off", "near"):
        return PostalAddress(first, kind, postcode=False)
    return None


def lives_near(words: Words, place: int) -> bool:
    """Whether somebody is said to live there, or the word "address" stands by, among the few words before."""
    before = words.words[max(0, place - 6) : place]
    return not _LIVES.isdisjoint(before) or "address" in before
