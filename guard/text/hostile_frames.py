"""Whether something hostile is the writer's own word: said, told of somebody else, or denied."""

from __future__ import annotations

import enum
from collections.abc import Sequence

from guard.text.word_sets import word_set

_NOT = word_set(
    "not never no nobody none without stop stopping against oppose opposed nor neither prevent refuse hardly"
)
_REACH = 7
_FURTHEST = 30
_TOLD = word_set(
    "say says said saying tell tells told telling claim claims claimed claiming believe believes believed believing "
    "think thinks thought thinking argue argues argued shout shouts shouted shouting chant chants chanted chanting "
    "write writes wrote writing tweet tweeted tweets tweeting posted posting comment comments commented statement "
    "statements phrase phrases quote quotes quoted calling called calls suggest suggests suggested suggesting imply "
    "implies implied heard idea ideas notion myth myths stereotype stereotypes belief beliefs propaganda message "
    "messages attitude attitudes rhetoric narrative threat threats threatened threatening wishing wish_ treats "
    "treated insist insists insisted assume assumes assumed assuming assumption presume pretend portrayed describes "
    "described depicted accuse accused accuses preached preaching lies lie yelled yelling screamed screaming sprayed "
    "painted slogan graffiti mock mocked joke joked joking words posters poster leaflet leaflets argument arguments "
    "tired_ opinion_ prejudice letter letters call_ hashtag"
)
_OWN = word_set("i we im we'll")
_OWN_WORDS = word_set("say said think believe reckon claim tell told wish call comment argue insist assume")
_ENDORSED = (
    ("wrong", "with"), ("wrong", "in"), ("mistake", "in"), ("harm", "in"), ("problem", "with"), ("afraid", "to"),
    ("am", "i", "wrong"), ("scared", "to"), ("crime", "to"), ("brave", "enough"), ("allowed", "to"), ("racist", "to"),
    ("sexist", "to"), ("bad", "for"), ("true", "to"), ("must", "be"), ("fair", "to"), ("safe", "to"), ("right", "to"),
    ("truth", "is"), ("point", "in"), ("shame", "in"), ("agree",), ("everyone", "knows"), ("the", "fact"),
    ("time", "to"),
)  # fmt: skip
_ENDORSING = word_set(
    "agree agreed admit accept realise realize acknowledge understand finally clear obvious apparent evident "
    "surprising surprised doubt wonder deny but offence exaggeration coincidence secret lie question"
)
_ASKING = word_set("is are was were does do did can could would will should how why when where who what has have am")
_JOINING = word_set("and because therefore then since although though while")
_SUBJECTS = word_set("i we <you> <he> <they> <group> <people> they this it that")
_IFS = word_set("if when once unless whenever")
_MINDED = word_set("think agree see believe find feel realise notice understand")
_SAYS = word_set("says said shouts shouted writes wrote cries cried asks asked yells yelled")
_MARKS = word_set(". ?")


class Light(enum.Enum):
    """In what light something stands."""

    PLAIN = enum.auto()
    TOLD = enum.auto()
    DENIED = enum.auto()


def light_of(texts: Sequence[str], first: int, end: int) -> Light:
    """The light in which texts[first:end] stand, by the words before them in their sentence."""
    start = first
    while start > max(0, first - _FURTHEST) and texts[start - 1] not in _MARKS:
        start -= 1
    if texts[first] in _MARKS:
        return Light.PLAIN
    if list(texts[end : end + 1]) == [","] and texts[end + 1 : end + 2] and texts[end + 1] in _SAYS:
        return Light.TOLD
    before = list(texts[start:first])
    if not before:
        return Light.PLAIN
    endorsed = any(_has(before, words) for words in _ENDORSED) or not _ENDORSING.isdisjoint(before)
    told = _told(before)
    asking = before[0] in _ASKING
    if asking and "not" in before and not _MINDED.isdisjoint(before):
        endorsed = True  # "Do you not think that ...?"
    near = before[-_REACH:]
    for place in range(len(near) - 1, -1, -1):
        joins = near[place] in _JOINING and place + 1 < len(near) and near[place + 1] in _SUBJECTS
        if joins or near[place] in (",", "but", ":"):
            near = near[place + 1 :]
            break
    denied = not _NOT.isdisjoint(near) and not endorsed and not asking
    if told and not endorsed:
        return Light.DENIED if not _NOT.isdisjoint(before) and not asking else Light.TOLD
    return Light.DENIED if denied else Light.PLAIN


def _told(before: Sequence[str]) -> bool:
    for index, word in enumerate(before):
        if word in _TOLD:
            mine = index > 0 and before[index - 1] in _OWN and word in _OWN_WORDS
            supposed = not _IFS.isdisjoint(before[max(0, index - 3) : index])
            if not mine and not supposed:
                return True
    return False


def _has(words: Sequence[str], wanted: Sequence[str]) -> bool:
    size = len(wanted)
    return any(tuple(words[place : place + size]) == tuple(wanted) for place in range(len(words) - size + 1))
