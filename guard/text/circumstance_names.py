"""Names before a statement: "Callum's been ...", "Zuzanna Wieczorek, who ...", "Miss Farrow is ..."."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from guard.model import Span
from guard.reading import PersonMention
from guard.text.clauses import Clauses
from guard.text.first_name_signs import is_no_name_alone
from guard.text.first_names import common_forenames
from guard.text.name_forms import is_ordinary
from guard.text.word_sets import word_set

_TITLES = word_set("mr mrs miss ms mx dr sir madam")
_MARKS = frozenset(".,-:?")
# Capitalised and nobody: what sentences begin with, days, subjects, institutions.
_NOBODY = word_set(
    """
    he she they it this that these those who what which there here we you i his her their our my your its one two three
    everyone everybody someone somebody anyone nobody all some many most both each every another other the a an and but
    so if when while because as at in on of for from with to by not no yes ok just now then also still even only today
    tomorrow yesterday tonight monday tuesday wednesday thursday friday saturday sunday january february march april
    may june july august september october november december christmas easter eid diwali school schools academy college
    nursery class classes year years yr reception pupil pupils student students child children kid kids boy boys girl
    girls parent parents mum mums dad dads family families teacher teachers staff head headteacher senco ta tas slt
    governor governors lesson lessons english maths science history geography art music drama pe french spanish german
    football rugby netball cricket hockey swimming training practice match game club clubs trip trips assembly play
    ofsted dfe lea council government nhs camhs covid brexit england wales scotland ireland britain uk london leeds
    send sen ehcp fsm autism adhd dyslexia epilepsy diabetes cancer counselling week month term day morning afternoon
    team teams service services line trains train bus buses production exam exams mocks gcse gcses sats phonics reading
    lunch dinner dinners homework proud great good well thank thanks please sorry happy sad poor hello hi dear
    had has have got is was are were did do does told met saw can could still since
    congratulations parking traffic weather registration applications membership lol omg tbh god jesus lord
    """
)
_KINGS = word_set("ii iii iv vi vii viii")
_SHORTEST = 3


@dataclass(frozen=True, slots=True)
class NameInText:
    """A name whose first piece is `first`. `full` is more than a first name, `titled` "Miss" and the like before it."""

    first: int
    span: Span
    full: bool
    titled: bool
    listed: bool


def name_ending_at(
    clauses: Clauses, index: int, persons: tuple[PersonMention, ...], alone: bool = True
) -> NameInText | None:
    """The name that ends with pieces[index], if one does.

    `alone`: whether a capitalised word that is no known first name may be one where a sentence begins.
    """
    following = clauses.pieces[index + 1] if index + 1 < len(clauses.pieces) else ""
    if clauses.pieces[index] in _MARKS or following in _KINGS:
        return None
    mention = _listed_at(clauses, index, persons)
    if mention is not None:
        first = clauses.piece_at(folded_place(clauses, mention.span.start))
        return NameInText(first, mention.span, full=True, titled=False, listed=True)
    initial = (
        len(clauses.pieces[index]) == 1 and index > 0 and _capitalised(clauses, index) and _adjoins(clauses, index - 1)
    )
    if not _is_name(clauses, index - initial, alone):
        return None
    first = index - initial
    while first > 0 and index - first < 2 and _adjoins(clauses, first - 1) and _capitalised(clauses, first - 1):
        before = clauses.pieces[first - 1]
        if before in _NOBODY and before not in _TITLES:
            break
        first -= 1
    titled = clauses.pieces[first] in _TITLES
    if not titled and first > 0 and clauses.pieces[first - 1] in _TITLES:
        first, titled = first - 1, True
    return NameInText(first, _without_ending(clauses, first, index), first < index, titled, listed=False)


def forename_at(clauses: Clauses, index: int) -> bool:
    """Whether pieces[index] is a known first name, written as one."""
    piece = _base(clauses, index)
    known = len(piece) >= _SHORTEST and piece not in _NOBODY and piece in common_forenames()
    return known and _capitalised(clauses, index)


def _is_name(clauses: Clauses, index: int, alone: bool) -> bool:
    piece = _base(clauses, index)
    if len(piece) < _SHORTEST or not piece.isalpha() or piece in _NOBODY:
        return False
    if not _capitalised(clauses, index):
        return _written_small(clauses, piece)
    if piece in common_forenames():
        return True
    opens = index == 0 or clauses.pieces[index - 1] in ".?"
    return alone or not opens


def _written_small(clauses: Clauses, piece: str) -> bool:
    """Whether a word in small letters is a first name all the same, where the writer has no use for capitals."""
    return (
        clauses.words.folded.source[:1].islower()
        and len(piece) > _SHORTEST
        and piece in common_forenames()
        and not is_ordinary(piece, piece)
        and not is_no_name_alone(piece, plainly=True)
    )


def _base(clauses: Clauses, index: int) -> str:
    """The piece without the "s" of a genitive."""
    piece = clauses.pieces[index]
    return piece[:-1] if _genitive(clauses, index) else piece


def _genitive(clauses: Clauses, index: int) -> bool:
    text, end = clauses.words.folded.text, clauses.ends[index]
    return text[max(0, end - 2) : end] == "'s"


def _capitalised(clauses: Clauses, index: int) -> bool:
    span = clauses.span(index, index + 1)
    written = clauses.words.folded.source[span.start : span.end]
    return written[:1].isupper() and (len(written) < 3 or not written.isupper())


def _adjoins(clauses: Clauses, index: int) -> bool:
    between = clauses.words.folded.text[clauses.ends[index] : clauses.starts[index + 1]]
    return between in (" ", "-", ". ")


def _without_ending(clauses: Clauses, first: int, last: int) -> Span:
    span = clauses.span(first, last + 1)
    return Span(span.start, span.end - 2) if _genitive(clauses, last) and span.end - span.start > 3 else span


def _listed_at(clauses: Clauses, index: int, persons: tuple[PersonMention, ...]) -> PersonMention | None:
    if not persons:
        return None
    span = clauses.span(index, index + 1)
    return next(
        (
            each
            for each in persons
            if not each.other_person and span.start < each.span.end <= span.end + 1 and each.span.start <= span.start
        ),
        None,
    )


def folded_place(clauses: Clauses, place: int) -> int:
    """The place in the folded text of a place in the text as given."""
    starts = clauses.words.folded.starts
    return place if starts is None else bisect_left(starts, place)
