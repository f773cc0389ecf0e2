"""Where pupils are out of school now, or will be on a day to come: what people say of trips.

The phrases are in `data/outings.phrases`. What is over, what anybody is asked to come to, and what happens at school is
no outing here. A place is a word for one (zoo, coast) or a name written large after "at", "to" and their like.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable

from guard.model import Span
from guard.reading import Outing, When
from guard.text.clauses import Clauses
from guard.text.phrases import Found, phrases_of
from guard.text.word_sets import word_set

_PHRASES = phrases_of("outings.phrases")
_LEADING = word_set(
    "at to in from around visiting exploring for near enjoying visit visits outside via off walking "
    "climbing touring reached through beside wandering crossing roaming past"
)
_SKIPPED = word_set("the a an our lovely beautiful sunny rainy wonderful amazing famous local rather very")
_NO_PLACE = word_set(
    """
    year yr class monday tuesday wednesday thursday friday saturday sunday january february march april may june july
    august september october november december christmas easter i the reception nursery ks1 ks2 ks3 ks4 maths english
    science history geography french spanish german art music drama pe re computing phonics assembly school academy term
    half mr mrs miss ms dr y1 y2 y3 y4 y5 y6 y7 y8 y9 y10 y11 y12 y13 gcse sats pta
    """
)
_PLACE_WITHIN = 12
_PLACE_BEFORE = 4
_PLACE_BEFORE_PUPILS = 9
_MOST = 10
# Of these one stands in every sentence that tells of an outing.
_TELLING = frozenset(("now", "surely", "going", "surely_going", "together", "back", "returning", "live"))

_Tags = defaultdict[str, list[Found]]


def read_outings(clauses: Clauses) -> tuple[Outing, ...]:
    """The outings of a text, one a sentence at most, ten in all."""
    said = list(_PHRASES.find(clauses.pieces))
    if not any(found.tag in _TELLING for found in said):
        return ()
    starts = clauses.sentence_starts
    by_sentence: defaultdict[int, _Tags] = defaultdict(lambda: defaultdict(list))
    for found in said:
        by_sentence[bisect_right(starts, found.first) - 1][found.tag].append(found)
    outings: list[Outing] = []
    for number in sorted(by_sentence):
        if not _TELLING.isdisjoint(by_sentence[number]):
            outing = _outing(clauses, number, by_sentence)
            if outing is not None:
                outings.append(outing)
    return tuple(outings[:_MOST])


def _outing(clauses: Clauses, number: int, by_sentence: defaultdict[int, _Tags]) -> Outing | None:
    here = by_sentence[number]
    near = [by_sentence[each] for each in (number - 1, number, number + 1) if each in by_sentence]
    trip = any("trip" in tags for tags in near)
    crowd = any("crowd" in tags for tags in near)
    pupils = crowd or any("pupils" in tags for tags in near)
    over = "past" in here
    invited = any("public" in tags for tags in near)
    if not invited and ("surely" in here or (here["now"] and not over)):
        said = [*here["now"], *here["surely"]] if not over else here["surely"]
        at = _place_by(clauses, here, said, before=_PLACE_BEFORE)
        if at is not None or (trip and "trip" in here):
            return _made(clauses, said, When.NOW, at, pupils or trip)
    if here["together"] and not (over or invited or "lesson" in here):
        at = _place_by(clauses, here, here["together"], before=_PLACE_BEFORE_PUPILS)
        if at is not None:
            return _made(clauses, here["together"], When.NOW, at, pupils or trip)
    if crowd and here["live"] and not (over or invited or "match" in here or _in_lesson(clauses, here)):
        at = _place_by(clauses, here, here["live"], before=_PLACE_WITHIN)
        if at is not None:
            when = When.LATER if here["soon"] and not here["now"] else When.NOW
            return _made(clauses, here["live"], when, at, pupils=True)
    if not invited and here["going"] and here["soon"] and not over and "match" not in here:
        at = _place_by(clauses, here, here["going"], before=0)
        if at is not None:
            return _made(clauses, [*here["going"], *here["soon"]], When.LATER, at, pupils or trip)
    if here["surely_going"] and here["soon"] and not over and not invited:
        at = _place_by(clauses, here, here["surely_going"], before=0)
        if at is not None:
            return _made(clauses, [*here["surely_going"], *here["soon"]], When.LATER, at, pupils or trip)
    if here["returning"] and (trip or pupils):
        return _made(clauses, here["returning"], When.BACK, None, pupils or trip)
    if here["back"] and not over and (trip or pupils):
        return _made(clauses, here["back"], When.BACK, None, pupils or trip)
    return None


def _in_lesson(clauses: Clauses, here: _Tags) -> bool:
    """Whether a lesson is spoken of; "what is about to happen" is none."""
    return any(clauses.pieces[each.end - 1 : each.end + 1] != ("about", "to") for each in here["lesson"])


def _made(clauses: Clauses, said: Iterable[Found], when: When, place: tuple[int, int] | None, pupils: bool) -> Outing:
    said = list(said)
    first, end = min(each.first for each in said), max(each.end for each in said)
    if place is not None:
        first, end = min(first, place[0]), max(end, place[1])
    # "until 3.30" is one time, though its full stop cuts it in two.
    if end + 1 < len(clauses.pieces) and clauses.starts[end + 1] == clauses.ends[end - 1] + 1:
        end += 2 if clauses.pieces[end - 1].isdigit() and clauses.pieces[end + 1][:1].isdigit() else 0
    return Outing(
        span=clauses.span(first, end),
        when=when,
        place=None if place is None else clauses.span(*place),
        pupils=pupils,
    )


def _place_by(clauses: Clauses, here: _Tags, said: Iterable[Found], before: int) -> tuple[int, int] | None:
    """The pieces of a place that stands by one of these phrases: behind it, or at most so many pieces before it."""
    said = list(said)[:_MOST]
    begin, stop = clauses.sentence(said[0].first, said[0].end) if said else (0, 0)
    for each in said:
        for found in here["place"][:_MOST]:
            if each.first <= found.first < each.end + _PLACE_WITHIN or 0 <= each.first - found.end < before:
                return found.first, found.end
        for index in range(max(begin, each.first - before), min(stop, each.end + _PLACE_WITHIN)):
            place = _named_place(clauses, index, stop) if clauses.pieces[index] in _LEADING else None
            if place is not None:
                return place
    return None


def _named_place(clauses: Clauses, index: int, stop: int) -> tuple[int, int] | None:
    """A name written large right behind piece `index`."""
    first = index + 1
    while first < stop and clauses.pieces[first] in _SKIPPED:
        first += 1
    end = first
    while end < stop and _is_large(clauses, end) and clauses.pieces[end] not in _NO_PLACE:
        end += 1
    return (first, end) if end > first else None


def _is_large(clauses: Clauses, index: int) -> bool:
    written = _source(clauses, clauses.span(index, index + 1))
    return written[:1].isupper() and (len(written) == 1 or not written.isupper() or len(written) > 2)


def _source(clauses: Clauses, span: Span) -> str:
    return clauses.words.folded.source[span.start : span.end]
