"""Disclaimers: where the writer says that the views are nobody's but the writer's own.

A small grammar (`data/disclaimers.phrases`) over a plain view of the text (`clauses`). A *claim* says whose the views
are, a *denial* whose they are not. Guards take back what is negated, quoted, somebody else's, half meant or only talked
about.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from guard.reading import Disclaimer
from guard.text.clauses import Clauses
from guard.text.phrases import Found, Phrases, read_phrases
from guard.text.word_sets import word_set

_SECTIONS, _SLOTS = read_phrases("disclaimers.phrases")
_PHRASES = Phrases(_SECTIONS, _SLOTS)
# Nothing below can match without one of these; most posts have none and are done here.
_TRIGGERS = frozenset(_SLOTS["NOUN"].split("|")) | word_set(
    """
    own mine behalf capacity personal personally private unofficial official myself individual representing
    representative spokesperson endorse endorses endorsed affiliated nobody nothing talking speak speaking tweeting
    responsibility me represent represents reflect reflects posting writing as
    """
)
_MOST_TAILS = 3
_OTHERS = word_set("those that")
_SUBJECTLESS = word_set("are is do does not dont doesnt arent isnt may might should will can never nor wont")
_END_PIECES = 400
_PHRASE_REACH = 20
# Every phrase holds one of these.
_TELLING = word_set(
    """
    own mine personal private individual myself me behalf capacity not dont doesnt never isnt arent aint nor wont
    nothing none nobody noone no rather instead only alone just unofficial official purely account views opinions
    view opinion author writer
    """
)

_NOUN = r"(?:views?|opinions?|thoughts?|tweets|posts|comments|musings|ramblings|words|retweets|rts)"
_HASHTAG = re.compile(
    rf" #(?:(?:all|my|these|the)?(?:personal|own)?{_NOUN}(?:here|expressed)?(?:are)?(?:all|entirely|solely)?"
    rf"(?:myown|mine|own|personal)(?:only|alone|views)?|(?:all)?(?:my)?(?:own|personal)(?:{_NOUN}|account)(?:only)?|"
    r"my(?:views|opinions)(?:only|alone|notmyemployers|notmyschools)|notmy(?:schools?|employers?)(?:views?|opinions?)?)"
    r"(?= |$)"
)
_END = re.compile(
    r"$| [.,:\-](?! \?)| (?:as ever|as always|as usual|x|xx|lol|of course|obviously|folks|btw|tho|though|too|"
    r"everyone|ok|"
    r"thanks|so)(?= [.,\-]|$)| and (?:do|not|nobody|no|dont|are|should|never|nothing|that|i) "
)
_CLEAR_END = re.compile(
    r"$| \.(?! \?)|(?: ,| -) (?:personal|private|just|only|im|i am|not|views|opinions|no|nothing|rts?|retweets?|likes|"
    r"all|and not|this is|tweets|posts)\b|"
    r"(?: ,| -)? (?:of course|obviously|naturally|as ever|as always|as usual|obvs|clearly)(?= [.,]|$)"
)
_CLAUSE_START = re.compile(
    r"(?:^|[.,\-:?]|\b(?:note|disclaimer|that|usual|say|clear|obviously|account|and|but|ever|always|nb|btw|"
    r"reminder)) ?$"
)
# Somebody else's words, a wish, a condition, a doubt, or talk about disclaimers, earlier in the same clause.
_BEFORE_DENIAL = word_set(
    """
    his her their your he she we who whose wish if unless why when write writes wrote put puts putting add adds says
    said
    saying bother refuse forgot bio bios policy everyone people someone staff pupils students parents should must survey
    uniform results report debate council union
    """
)
_BEFORE_CLAIM = _BEFORE_DENIAL | word_set(
    """
    hers theirs yours wished whether until once adding added type types typed typing use uses using include includes
    including insert forget stick sticks sticking slap slapping pop phrase line quote read reads everybody somebody
    pretend imagine not never none no nothing dont didnt arent isnt cant wont hardly barely neither hate calling called
    hashtag deleted tell tells told claim claims claimed mean means meant need needs boss colleague without instead than
    children our love half most some many room window hill garden
    """
)
_GUARD_AFTER = re.compile(
    r"(?: ,| -| \.)? (?:she|he|they|it|somebody|someone|everyone|people|my boss|the head) (?:said|says|wrote|"
    r"writes|claimed|"
    r"claims|insisted|insists|put|adds|added)\b|"
    r"(?: ,| -)? (?:in|on|to) (?:his|her|their|your|everyones|every) (?:bio|bios|profile|profiles|posts?|page)\b|"
    r"(?: [,\-.])? (?:mostly|sometimes|usually|apart from|except|unless|not really|not always|not at all|not just|"
    r"not only|"
    r"or not|or are they|or so|apparently|supposedly|allegedly|until|as well as|along with|and also|plus|but also|ish|"
    r"just kidding|joking|only joking|jk|as if|yeah right|or (?:the|my|our)|and (?:those of |also |that of )?"
    r"(?:my|the|our))\b|"
    r" (?:said|says|is|isnt|does|doesnt|wont|means|mean|ha|was)\b| \.? ?\?"
)
_DENIAL = re.compile(
    r" (?:in no way|by no means|not|nor|dont|doesnt|arent|isnt|never|nothing|none|rather than|instead of) "
)
# "My views are not those of my husband" says nothing of the school.
_OF_FAMILY = re.compile(
    r" (?:husbands?|wifes?|partners?|mums?|dads?|mothers?|fathers?|sons?|daughters?|sisters?|brothers?|boyfriends?|"
    r"girlfriends?|familys?|friends?|dogs?|cats?|kids?|children|parents)$"
)
_EMPLOYER = re.compile(
    r" (?:schools?|employers?|academys?|academies|trusts?|mats?|colleges?|workplaces?|works?|councils?|companys?|"
    r"organi[sz]ations?|org|boss|bosss|headteachers?|head teacher|governors|governing body|federations?|nurserys?|"
    r"sixth form|"
    r"universitys?|unis?|local authoritys?|departments?|settings?|place of \w+|job|primary|infants|juniors|i work|"
    r"i teach|"
    r"i work for|staff|employee|representative|teacher|(?:those|that|views|opinions) of) "
)
_LEAD_IN = re.compile(
    r"(?:usual )?(?:disclaimer|as (?:ever|always|usual)|please note|nb|note)(?: that)?(?: [,\-:.])? $"
)


def read_disclaimers(clauses: Clauses) -> tuple[Disclaimer, ...]:
    """The real disclaimers of a text, in order; neighbouring ones are one."""
    if _TRIGGERS.isdisjoint(clauses.pieces) and "#" not in clauses.text:
        return ()
    merged: list[tuple[int, int, bool]] = []
    for start, end, denies in sorted(_candidates(clauses)):
        if merged and start <= merged[-1][1] + 3:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]), denies or merged[-1][2])
        else:
            merged.append((start, end, denies))
    return tuple(
        Disclaimer(
            clauses.words.folded.span(*clauses.behind(start, end)),
            denies_employer=denies or _denies_employer(clauses.text[start:end]),
        )
        for start, end, denies in merged
    )


def _candidates(clauses: Clauses) -> Iterator[tuple[int, int, bool]]:
    """Where disclaimers may stand in the plain view, and whether by their form alone they deny the employer's part."""
    text = clauses.text
    for found in _found(clauses):
        start, end = clauses.stretch(found.first, found.end)
        if found.tag == "denials":
            # "The opinions of the speaker are not those of the school": without its subject a denial opens its clause.
            opening = clauses.pieces[found.first]
            if opening in _OTHERS or (opening in _SUBJECTLESS and not _begins_clause(text, start)):
                continue
            if _OF_FAMILY.search(text, start, end):
                continue
            if _END.match(text, end) and not _taken_back(clauses, start, end, _BEFORE_DENIAL):
                yield start, end, True
            continue
        last = _with_tails(clauses, found.end)
        whole = clauses.stretch(found.first, last)[1]
        if found.tag == "claims":
            if (last > found.end or _END.match(text, end)) and not _taken_back(clauses, start, whole, _BEFORE_CLAIM):
                yield _with_lead_in(text, start), whole, False
        elif found.tag in ("fragments", "halves") and not (last > found.end and _OF_FAMILY.search(text, start, whole)):
            clear = last > found.end or (found.tag == "fragments" and _CLEAR_END.match(text, end))
            if clear and _begins_clause(text, start) and not _taken_back(clauses, start, whole, _BEFORE_CLAIM):
                yield start, whole, False
    for match in _HASHTAG.finditer(text):
        if not clauses.quoted(match.start() + 1) and not _GUARD_AFTER.match(text, match.end()):
            yield match.start() + 1, match.end(), "notmy" in match.group()


def _found(clauses: Clauses) -> Iterator[Found]:
    """Where phrases stand; they are looked for only where one of their telling words follows soon.

    Of a very long text only both ends are read.
    """
    pieces = clauses.pieces
    count = len(pieces)
    begin = 0
    done: dict[str, int] = {}
    for index, piece in enumerate(pieces):
        if piece in _TELLING and not _END_PIECES < index < count - _END_PIECES:
            for first in range(max(begin, index - _PHRASE_REACH), index + 1):
                for tag, end in _PHRASES.at(pieces, first).items():
                    if done.get(tag, 0) <= first:
                        done[tag] = end
                        yield Found(tag, first, end)
            begin = index + 1


def _begins_clause(text: str, start: int) -> bool:
    return _CLAUSE_START.search(text, max(0, start - 16), start) is not None


def _with_tails(clauses: Clauses, end: int) -> int:
    for _ in range(_MOST_TAILS):
        tail = _PHRASES.at(clauses.pieces, end).get("tails")
        if tail is None:
            break
        end = tail
    return end


def _with_lead_in(text: str, start: int) -> int:
    lead_in = _LEAD_IN.search(text, max(0, start - 30), start)
    return lead_in.start() if lead_in else start


def _taken_back(clauses: Clauses, start: int, end: int, guards: frozenset[str]) -> bool:
    """Whether something around a match takes it back."""
    return (
        clauses.quoted(start)
        or not guards.isdisjoint(clauses.clause_before(start))
        or _GUARD_AFTER.match(clauses.text, end) is not None
    )


def _denies_employer(disclaimer: str) -> bool:
    denial = _DENIAL.search(f" {disclaimer} ")
    return denial is not None and _EMPLOYER.search(f" {disclaimer} ", denial.end() - 1) is not None
