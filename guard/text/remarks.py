"""Remarks: things people say in many words, found by the files in `data/remarks/` (see `remark_files`)."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from guard.reading import Frame, OrganisationMention, Remark, RemarkKind, Target
from guard.text.clauses import Clauses
from guard.text.frames import evidence
from guard.text.remark_files import LAUGH, MAYBE_NAMED, NAMED, PRICE, RemarkFiles, Tag, Together, remark_files
from guard.text.word_sets import word_set

_NEGATION = word_set(
    "not never no nobody none dont didnt doesnt wont wouldnt cant isnt arent wasnt without neither nor"
)
_URGING = word_set("forget hesitate worry afraid shy")  # "don't forget to message me" asks for it
_NEGATED_WITHIN = 4
_NEAR = 2  # sentences: people write in bits
_LAUGHS = "😂🤣😆😹💀🤦🤡🙄🤭🐷🐽🐳💩🤮🤢🥴"
_LAUGH = re.compile(f"[{_LAUGHS}]")
_SUM_OF_MONEY = re.compile("[£€] ?[0-9]")
_MOST = 25  # remarks of one kind reported of one text: nobody reads more

Place = tuple[int, int]  # the pieces it covers, half-open
Said = tuple[Place, bool, Target]


@dataclass(slots=True)
class _OfOneKind:
    """What was found of one kind, by the number of the sentence where it begins."""

    said: list[Said] = field(default_factory=list)
    joined: list[tuple[int, Said]] = field(default_factory=list)
    company: set[int] = field(default_factory=set)
    taken_back: set[int] = field(default_factory=set)

    def add(self, tag: Tag, each: Place, sentence: int) -> None:
        if tag.says:
            self.said.append((each, tag.role == "says", tag.target))
        else:
            reach = range(sentence - 1, sentence + 2) if tag.role.endswith("_near") else (sentence,)
            (self.company if tag.role.startswith("with") else self.taken_back).update(reach)

    def kept(self, starts: Sequence[int], about_school: set[int], *, needs_company: bool) -> list[Said]:
        """What is left of what was said: none of it overlapping, and of what is joined one a sentence."""
        kept: list[Said] = []
        spoken: set[int] = set()
        done = 0
        for said in sorted(self.said, key=lambda said: (said[0][0], not said[1], -said[0][1])):
            (first, end), strong, _ = said
            sentence = bisect_right(starts, first) - 1
            alone = needs_company and not strong and not (sentence in self.company or sentence in about_school)
            if first >= done and not alone and sentence not in self.taken_back:
                done = end
                if strong:
                    spoken.add(sentence)
                kept.append(said)
        for sentence, said in sorted(self.joined, key=lambda joined: (joined[0], not joined[1][1])):
            if sentence not in self.taken_back and sentence not in spoken:
                spoken.add(sentence)
                kept.append(said)
        return kept


def read_remarks(clauses: Clauses, organisations: Iterable[OrganisationMention] = ()) -> tuple[Remark, ...]:
    """The remarks of a text in order of place, at most 25 of a kind."""
    files = remark_files()
    starts = clauses.sentence_starts
    named = {
        (clauses.sentence_number(mention.span), mention.certain) for mention in organisations if not mention.outsider
    }
    about_school = {sentence for sentence, certain in named if certain}
    met: list[tuple[Tag, Place, int]] = []
    bits, done = files.seen, dict[str, int]()
    sentence, of_sentence, following = -1, dict[int, Place](), 0
    seen: dict[int, dict[int, Place]] = {}
    for index, ends in files.phrases.beginnings(clauses.pieces):
        while index >= following:
            sentence, of_sentence = sentence + 1, {}
            seen[sentence] = of_sentence
            following = starts[sentence + 1] if sentence + 1 < len(starts) else len(clauses.pieces)
        for name, end in ends.items():
            if name in bits:
                bit = bits[name]
                if bit not in of_sentence:
                    of_sentence[bit] = index, end
            elif done.get(name, 0) <= index:
                done[name] = end
                met.append((files.tags[name], (index, end), sentence))
    joined = list(_joined(clauses, files, seen, named))
    # Most of what is met bears on kinds of which nothing is said.
    kinds = {tag.kind for tag, _, _ in met if tag.says} | {line.kind for _, line, _ in joined}
    found: defaultdict[RemarkKind, _OfOneKind] = defaultdict(_OfOneKind)
    for tag, place, sentence in met:
        if tag.kind in kinds:
            found[tag.kind].add(tag, place, sentence)
    for sentence, line, first in joined:
        found[line.kind].joined.append((sentence, (first, line.strong, line.target)))
    remarks: list[Remark] = []
    for kind, of_kind in found.items():
        for each, strong, target in of_kind.kept(starts, about_school, needs_company=kind in files.needing)[:_MOST]:
            remarks.append(Remark(kind, clauses.span(*each), strong, target, _frame(clauses, each)))
    return tuple(sorted(remarks, key=lambda remark: remark.span))


def _stands_before(of_sentence: dict[int, Place], bars: int, marked: Place) -> bool:
    """Whether one of these begins in front of the end of what is marked."""
    return any(bit & bars and place[0] < marked[1] for bit, place in of_sentence.items())


def _joined(
    clauses: Clauses, files: RemarkFiles, seen: dict[int, dict[int, Place]], named: set[tuple[int, bool]]
) -> Iterator[tuple[int, Together, Place]]:
    """The lines of [together] and [perhaps] that hold, sentence by sentence, with what they mark."""
    bits = {sentence: sum(of_sentence) for sentence, of_sentence in seen.items()}
    for sentence, certain in named:
        bits[sentence] = bits.get(sentence, 0) | files.bits[NAMED if certain else MAYBE_NAMED]
    for sentence, sign in _signs(clauses):
        bits[sentence] = bits.get(sentence, 0) | files.bits[sign]
    for sentence, of_sentence in seen.items():
        here = bits[sentence]
        for bit, first in of_sentence.items():
            for line in files.together.get(bit, ()):
                for needed in line.here:
                    if not here & needed:
                        break
                else:
                    barred = here & line.bars or (
                        here & line.bars_before and _stands_before(of_sentence, line.bars_before, first)
                    )
                    if not barred and (not line.near or _stand_near(bits, sentence, line.near)):
                        yield sentence, line, first


def _stand_near(bits: Mapping[int, int], sentence: int, near: Iterable[int]) -> bool:
    """Whether something of each stands in this sentence or in the two on either side."""
    around = 0
    for number in range(sentence - _NEAR, sentence + _NEAR + 1):
        around |= bits.get(number, 0)
    return all(around & needed for needed in near)


def _signs(clauses: Clauses) -> Iterator[tuple[int, str]]:
    """The sentences that laughing signs and sums of money stand in or behind."""
    folded = clauses.words.folded.text
    if folded.isascii():
        return
    places = [(found.start(), PRICE) for found in _SUM_OF_MONEY.finditer(folded)]
    # Asking for each sign takes a third of the time that the pattern takes to find none.
    if any(laugh in folded for laugh in _LAUGHS):
        places.extend((found.start(), LAUGH) for found in _LAUGH.finditer(folded))
    for place, sign in places:
        yield bisect_right(clauses.sentence_starts, max(0, clauses.piece_at(place))) - 1, sign


def _frame(clauses: Clauses, place: Place) -> Frame:
    """In what light a remark stands."""
    frame = Frame.NONE
    first, last = place[0], place[1] - 1
    pieces = clauses.pieces
    if clauses.quoted(clauses.positions[first]):
        frame |= Frame.QUOTED
    before = clauses.clause_before(clauses.positions[first])[-_NEGATED_WITHIN:]
    if not _NEGATION.isdisjoint(before) and _URGING.isdisjoint(before):
        frame |= Frame.NEGATED
    # From where the sentence begins to where the next one does; nothing walks along a sentence that never ends.
    following = bisect_right(clauses.sentence_starts, last)
    begin = clauses.sentence_starts[bisect_right(clauses.sentence_starts, first) - 1]
    end = clauses.sentence_starts[following] if following < len(clauses.sentence_starts) else len(pieces)
    if not evidence().teaching.isdisjoint(pieces[max(begin, first - 30) : min(end, last + 1 + 30)]):
        frame |= Frame.LESSON
    return frame
