"""The files in `data/remarks/`, one a kind of remark, and the one automaton made of them all.

Sections of such a file, beside `[slots]` (those of `_slots.phrases` serve all files):

    [says]          this alone says it; [says.pupil] says it of a pupil (`Target`)
    [hints]         this may say it, [hints.pupil] of a pupil
    [with]          where there is such a section, a hint counts only in a sentence with one of these, or with the
                    name of a protected organisation
    [with_near]     the same, also from the sentence before or after
    [unless]        takes a remark of the same sentence back
    [unless_near]   takes back what is said in the sentence before or after, too

    [seen.NAME]     something that alone says nothing; those of `_seen.phrases` serve all files
    [together]      says it where all the names of a line are seen in one sentence; [together.pupil] says it of a pupil
    [perhaps]       the same, but only a hint

A line such as `insult staff|school + laugh !family` asks for an insult, and for staff or the school, in one sentence;
for laughter there or within two sentences; and for no family. `!<thing` bars a thing only in front of what is marked
("the printer is useless"): what is spoken of afterwards takes nothing back. What stands for the first name is marked.
`named` is seen where the school is named, `maybe_named` where a name may be the school's, `price` beside a sum of
money, `laugh` also beside laughing signs.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache

from guard.reading import RemarkKind, Target
from guard.text.phrases import Phrases, Sections, read_phrases

NAMED, MAYBE_NAMED, PRICE, LAUGH = "named", "maybe_named", "price", "laugh"
_SAYING = ("says", "hints")
_JOINING = ("together", "perhaps")
_COMPANY = ("with", "with_near", "unless", "unless_near")


@dataclass(frozen=True, slots=True)
class Tag:
    """What a phrase is for: the section of a kind's file."""

    kind: RemarkKind
    role: str
    target: Target
    says: bool


@dataclass(frozen=True, slots=True)
class Together:
    """A line of [together] (strong) or [perhaps]; each number is the bits of alternatives."""

    kind: RemarkKind
    strong: bool
    target: Target
    first: int
    here: tuple[int, ...]
    near: tuple[int, ...]
    bars: int
    bars_before: int


class RemarkFiles:
    """All files as one automaton; `together` by the bit of what a line names first.

    Of the automaton's tags `seen` has the bits by which lines ask for them, `tags` all others. `needing` are the kinds
    whose hints need company. Raises ValueError for a section or a name that does not exist.
    """

    def __init__(self) -> None:
        self.phrases = Phrases({})
        self.tags: dict[str, Tag] = {}
        self.seen: dict[str, int] = {}
        self.bits: dict[str, int] = {}
        self.together: defaultdict[int, list[Together]] = defaultdict(list)
        self.needing: set[RemarkKind] = set()
        _, shared = read_phrases("remarks/_slots.phrases")
        sections, slots = read_phrases("remarks/_seen.phrases", shared)
        self._bit(NAMED)
        self._bit(MAYBE_NAMED)
        self._bit(PRICE)
        self._add(None, sections, slots)
        for kind in RemarkKind:
            sections, slots = read_phrases(f"remarks/{kind.value}.phrases", shared)
            self._add(kind, sections, slots)

    def _add(self, kind: RemarkKind | None, sections: Sections, slots: dict[str, str]) -> None:
        tagged: dict[str, list[str]] = {}
        for section, lines in sections.items():
            role, _, rest = section.partition(".")
            if not _exists(kind, role, rest):
                raise ValueError(f"remarks of {kind}: there is no section [{section}]")
            if role not in _JOINING:
                tag = f"{kind} {section}"
                if role == "seen":
                    self.seen[tag] = self._bit(rest if kind is None else f"{kind} {rest}")
                elif kind is not None:
                    says = role in _SAYING
                    target = Target(rest) if rest and says else Target.NOBODY
                    self.tags[tag] = Tag(kind, role, target, says)
                tagged[tag] = lines
            if kind is not None and role == "with":
                self.needing.add(kind)
        self.phrases.add(tagged, slots)
        for section, lines in sections.items():
            role, _, rest = section.partition(".")
            if kind is not None and role in _JOINING:
                for line in lines:
                    joined = self._together(kind, line, role == "together", Target(rest or "nobody"))
                    for place in range(joined.first.bit_length()):
                        if joined.first >> place & 1:
                            self.together[1 << place].append(joined)

    def _bit(self, name: str) -> int:
        return self.bits.setdefault(name, 1 << len(self.bits))

    def _together(self, kind: RemarkKind, line: str, strong: bool, target: Target) -> Together:
        here: list[int] = []
        near: list[int] = []
        asked, bars, bars_before = here, 0, 0
        for names in line.split():
            if names == "+":
                asked = near
            elif names.startswith("!<"):
                bars_before |= self._any_of(kind, names[2:], line)
            elif names.startswith("!"):
                bars |= self._any_of(kind, names[1:], line)
            else:
                asked.append(self._any_of(kind, names, line))
        return Together(kind, strong, target, here[0], tuple(here[1:]), tuple(near), bars, bars_before)

    def _any_of(self, kind: RemarkKind, names: str, line: str) -> int:
        bits = 0
        for name in names.split("|"):
            bit = self.bits.get(f"{kind} {name}") or self.bits.get(name)
            if bit is None:
                raise ValueError(f"remarks of {kind}: nothing is seen as {name!r}: {line!r}")
            bits |= bit
        return bits


@cache
def remark_files() -> RemarkFiles:
    """The files as shipped, read once."""
    return RemarkFiles()


def _exists(kind: RemarkKind | None, role: str, rest: str) -> bool:
    if role == "seen":
        return bool(rest)
    if kind is None:
        return False
    return (role in _COMPANY and not rest) or (role in (*_SAYING, *_JOINING) and (not rest or rest in list(Target)))
