"""The constructions of hostility, compiled: how words are read, what is looked for, which words give occasion to look.

Data: data/hostility/readings.tsv, constructions.phrases. What is passed over in texts is left out of the phrases, too.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from guard.text.lexicon import joining_words, lexicon, ordinary_words, rows
from guard.text.people import kinds_of_people
from guard.text.phrases import Phrases, Sections, alternatives_of, read_phrases
from guard.text.repairs import Repairs
from guard.text.word_sets import word_set

_PRONOUNS = {"you": "<you>", "he": "<he>", "she": "<he>", "him": "<him>", "they": "<they>", "them": "<them>"}
_GLUE = word_set("to all the a of my our your their his her with for and be are is you must should like we")
_TELLING_ANYWAY = word_set("hate stupid ugly dirty filthy mad crazy lazy fat shut")
_MOST_EVERYDAY = 0.3  # of what an element may be
_GROUPS = frozenset(("<group>", "<nogroup>", "<dirty>", "<adj>", "<thing>"))
# What an apostrophe in it makes another word.
CONTRACTED = {"well": "we'll", "were": "we're", "hell": "he'll", "shell": "she'll", "shed": "she'd"}
# Words that stand in every other post: no occasion to look any closer.
_EVERYDAY = word_set(
    "people school schools class learn read play work help come back home house place take get put give make good "
    "right need want like love think see show life world town children child kids kid team win game time day better "
    "best only great new first last keep let look tell say use find bring run start open close join stay wait park "
    "call change hope feel free safe please thank hand hands head face arms legs eyes heart name names address number "
    "car bus road street window door water food money light age part next week year trust support allow allowed "
    "welcome sit walk happy sorry proud hard fine kind clean clear nice fit eat send move turn try ask build grow "
    "plan meet speak share off out down up power race culture values history family families mum dad friend friends "
    "he she they we i you it ready real able equal never no not none every each any more less than least most too "
    "learnt taught lesson teach teaching reading believe expect hear sound looks half boys girls men women man woman "
    "boy girl about a came after long well old early fun box string player there into left true leaves careful fair "
    "brave finished science 7 stick"
)


@dataclass(frozen=True, slots=True)
class HostilityIndex:
    """`plain` are the words to leave as they are; `telling` those of which one stands in whatever is to be found.

    `special` are the words that stand for others, in some place at least: all others are read as they are.
    """

    phrases: Phrases
    readings: Mapping[str, tuple[str, ...]]
    repairs: Repairs
    plain: frozenset[str]
    telling: frozenset[str]
    special: frozenset[str]


@cache
def hostility_index() -> HostilityIndex:
    """The index as shipped, made once."""
    readings: dict[str, tuple[str, ...]] = {}
    for stands_for, listed in rows("hostility/readings.tsv"):
        for word in listed.split():
            readings[word] = () if stands_for == "=" else tuple(stands_for.split())
    passed_over = frozenset(word for word, words in readings.items() if not words)
    sections, slots = _without(passed_over, *read_phrases("hostility/constructions.phrases"))
    phrases = Phrases(sections, slots)
    kinds = kinds_of_people()
    people = frozenset(kinds)
    words = phrases.words
    plain = ordinary_words() | lexicon().words.keys() | readings.keys() | people | words
    groups = frozenset(word for word, kind in kinds.items() if kind not in ("person", "other"))
    telling = _telling(sections, slots) | groups
    repairs = Repairs(telling & words | {"people"}, people, plain, _GLUE | joining_words())
    special = frozenset((*readings, *CONTRACTED, "too", "to", "so", "all"))
    return HostilityIndex(phrases, readings, repairs, plain, telling, special)


def _telling(sections: Sections, slots: Mapping[str, str]) -> frozenset[str]:
    """Of each phrase the words of one element that has to come: that with the fewest everyday words, or else groups."""
    passing = joining_words() - _TELLING_ANYWAY
    common = passing | _EVERYDAY
    known: dict[str, tuple[int, int, frozenset[str]]] = {}

    def counted(part: str) -> tuple[int, int, frozenset[str]]:
        """Of a slot or a word: how many alternatives, how many of everyday words only, and the rarest word of each."""
        if part not in known:
            everyday, rare, count = 0, set(), 0
            for alternative in alternatives_of(part, slots):
                count += 1
                words = [word for word in alternative if word[:1].isalnum() and word not in passing]
                rarest = max((word for word in words if word not in common), key=len, default="")
                everyday += not rarest
                rare.add(rarest or max(words, key=len, default=""))
            known[part] = count, everyday, frozenset(rare - {""})
        return known[part]

    def judged(element: str) -> tuple[float, frozenset[str]]:
        counts = [counted(part) for part in element.split("|")]
        everyday = sum(each[1] for each in counts) / sum(each[0] for each in counts)
        return everyday, frozenset().union(*(each[2] for each in counts))

    found: set[str] = set()
    for listed in (listed for name, listed in sections.items() if name not in ("spared", "counter")):
        for phrase in listed:
            needed = [element for element in phrase.split() if element[-1] not in "?*" or len(element) == 1]
            everyday, rare = min((judged(element) for element in needed), key=lambda each: (each[0], len(each[1])))
            if everyday <= _MOST_EVERYDAY or not any(_names_a_group(element, slots) for element in needed):
                found.update(rare)
    return frozenset(found - _EVERYDAY)


def _names_a_group(element: str, slots: Mapping[str, str]) -> bool:
    return all(not _GROUPS.isdisjoint(words) for words in alternatives_of(element, slots))


def _without(passed_over: frozenset[str], sections: Sections, slots: dict[str, str]) -> tuple[Sections, dict[str, str]]:
    """The phrases without the words that are passed over in texts. Raises ValueError where nothing else is left."""

    def alternatives(body: str) -> str:
        kept = []
        for alternative in body.split("|"):
            words = alternative.split("_")
            if alternative != "too_many":
                words = [_PRONOUNS.get(word, word) for word in words if word not in passed_over]
            if words:
                kept.append("_".join(words))
        return "|".join(dict.fromkeys(kept))

    def element(written: str) -> str:
        mark = written[-1] if len(written) > 1 and written[-1] in "?*" else ""
        body = alternatives(written[: len(written) - len(mark)])
        if not body and not mark:
            raise ValueError(f"a construction asks for what is passed over: {written!r}")
        return body + mark if body else ""

    plain = {
        name: [" ".join(filter(None, map(element, phrase.split()))) for phrase in listed]
        for name, listed in sections.items()
    }
    return plain, {name: alternatives(words) for name, words in slots.items()}
