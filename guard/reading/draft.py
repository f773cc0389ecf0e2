"""A whole draft and its parts, as rules get to see them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from guard.model import Part, Span
from guard.reading.language import Hostility, OffensiveTerm, SchoolTerm
from guard.reading.likeness import Likeness
from guard.reading.links import Link
from guard.reading.organisations import Disclaimer, OrganisationMention, StaffHint
from guard.reading.outings import Outing
from guard.reading.people import FirstName, Party, PersonMention, Tag
from guard.reading.personal import Circumstance, PersonalDatum
from guard.reading.pictures import PictureReading
from guard.reading.remarks import Remark, RemarkKind


class PartReading:
    """What one part of a draft says, in order of place; each is read when it is first asked for (`guard.text.reader`).

    `signature` is where it says who is posting, `sentences` are where its sentences stand. `parties` are only read of
    what stands around a draft (`Reading.to`, `.in_reply_to`, `.shared_from`): who is shown there to be addressed, to
    ask or to be pictured.
    """

    part: Part
    offensive: tuple[OffensiveTerm, ...]
    organisations: tuple[OrganisationMention, ...]
    staff_hints: tuple[StaffHint, ...]
    disclaimers: tuple[Disclaimer, ...]
    persons: tuple[PersonMention, ...]
    first_names: tuple[FirstName, ...]
    remarks: tuple[Remark, ...]
    likenesses: tuple[Likeness, ...]
    hostilities: tuple[Hostility, ...]
    personal_data: tuple[PersonalDatum, ...]
    circumstances: tuple[Circumstance, ...]
    terms: tuple[SchoolTerm, ...]
    links: tuple[Link, ...]
    outings: tuple[Outing, ...]
    tags: tuple[Tag, ...]
    signature: Span | None
    parties: frozenset[Party]
    sentences: tuple[Span, ...]

    def sentence_of(self, span: Span) -> int:
        """The number of the sentence a span begins in."""
        return max(0, bisect_right(self.sentences, span.start, key=lambda sentence: sentence.start) - 1)

    def same_sentence(self, one: Span, other: Span) -> bool:
        """Whether two spans begin in one sentence."""
        return self.sentence_of(one) == self.sentence_of(other)

    def remarks_of(self, *kinds: RemarkKind) -> tuple[Remark, ...]:
        """The remarks of these kinds, in order of place."""
        return tuple(remark for remark in self.remarks if remark.kind in kinds)


@dataclass(frozen=True, slots=True)
class Reading:
    """A whole draft. `parts` follows `Draft.all_parts()`, `pictures` follows `Draft.media`.

    `in_reply_to` and `shared_from` are what is answered and what is shared, as far as the draft tells; `to` is whom it
    goes to, `account` the account's name and handle, a line each.
    """

    parts: tuple[PartReading, ...]
    pictures: tuple[PictureReading, ...] = ()
    profile: PartReading | None = None
    in_reply_to: PartReading | None = None
    shared_from: PartReading | None = None
    to: PartReading | None = None
    account: PartReading | None = None

    def __iter__(self) -> Iterator[tuple[int, PartReading]]:
        return iter(enumerate(self.parts))

    def addressed(self) -> frozenset[Party]:
        """Who is shown to be written to or answered; a name of the register is a pupil's, unless it is a parent's."""
        parties: frozenset[Party] = frozenset()
        if self.in_reply_to is not None:
            parties |= self.in_reply_to.parties
        if self.to is not None:
            parties |= self.to.parties
            if not self.to.parties and any(not person.other_person for person in self.to.persons):
                parties |= {Party.PUPIL}
        return parties
