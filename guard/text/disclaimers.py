"""Disclaimers: where the writer says that the views are nobody's but the writer's own.

A small grammar over a plain view of the text (see `clauses` and `phrases`). A *claim* says whose the views are, a
*denial* whose they are not. Guards take back what is negated, quoted, somebody else's, half meant or only talked about.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from guard.reading import Disclaimer
from guard.text.clauses import Clauses, plain_clauses
from guard.text.phrases import compile_phrases
from guard.text.words import Words

# Nothing below can match without one of these; most posts have none and are done here.
_TRIGGER = re.compile(
    r"view|vws|opinion|\bown\b|myown|mine|behalf|capacity|personal|private|represent|reflect|myself|speak|official|"
    r"endorse|affiliat|nobody|no one|not as|not the|not my"
)
_NOUN = (
    "views|view|vws|viewpoint|viewpoints|opinion|opinions|thought|thoughts|tweet|tweets|retweets|rts|post|posts|comment|"
    "comments|musings|ramblings|rambling|words|rants|statement|statements|belief|beliefs|ideas|remarks|toots|content|takes|"
    "reflections|postings|writings|likes|shares|observations|reviews|threads|blogs|sentiments|mistakes|typos"
)
_ORGANISATION = (
    "school|schools|employer|employers|academy|academys|academies|trust|trusts|mat|mats|college|colleges|workplace|"
    "workplaces|work|works|council|councils|company|companys|organisation|organisations|organization|organizations|org|"
    "boss|bosss|headteacher|headteachers|head_teacher|governors|governing_body|federation|federations|nursery|nurserys|"
    "sixth_form|university|universitys|uni|unis|local_authority|local_authoritys|department|departments|setting|settings|"
    "place_of_work|place_of_employment|job|day_job|primary|infants|juniors|where_i_work|where_i_teach|who_i_work_for|"
    "anyone_i_work_for|those_i_work_for|the_people_i_work_for|whoever_i_work_for"
)
_SLOTS = {
    "NOUN": _NOUN,
    "ORG": _ORGANISATION,
    "DET": "my|the|all|these|any|both|those|of|our",
    "PURE": "my|own|personal|private|honest|very",
    "JOIN": "and|or|,",
    "PLACE": (
        "here|below|above|online|expressed|shared|stated|posted|written|made|given|contained|voiced|expressed_by_me|i_post|"
        "i_share|i_express|i_tweet|i_write|i_give|i_hold|in_this|on_this|from_this|on_here|on_my|in_my|from_my|by_me|on_twitter|"
        "on_x|on_linkedin|on_facebook|on_instagram|in_here|on_the|in_the|account|page|profile|feed|blog|thread|channel|site|"
        "post|posts|posting|postings|tweet|tweets|bio|timeline|platform|comment|comments|,"
    ),
    "BE": "are|is|r|:|-|,|being|remain|will_be|will_always_be|belong|belongs|should_be_taken_as|am|were_and_are",
    "ADV": (
        "all|always|entirely|solely|strictly|purely|very_much|100|100_percent|totally|completely|only|just|definitely|"
        "obviously|of_course|simply|wholly|clearly|absolutely|fully|exclusively|very|truly|merely|firmly|as_ever|as_always|"
        "as_usual|also|to|mine_and|most_definitely"
    ),
    "OWN": "mine|me|my_own|own|personal|my_very_own|my_own_personal|my_personal|my_own_private|mine_and_mine",
    "ALONE": "alone|only|entirely|solely|personally|exclusively|always|view|views|opinion|opinions|ones|thoughts",
    "SUBJECT": (
        "everything|anything|all|whatever|what|everything_that|anything_that|all_that|things|stuff|all_content|any_content|"
        "the_things|every_post"
    ),
    "SAY": (
        "i|ive|ill|post|posted|say|said|tweet|tweeted|write|written|share|shared|express|put|like|think|retweet|type|or|and|,|"
        "here|on_here|on_this_account|on_this_page|in_this_post|on_this_profile|on_my_page|on_my_account|on_my_profile"
    ),
    "THIS": (
        "these|this|they|it|its|thats|that|all_this|all_of_this|this_post|this_account|this_page|this_tweet|this_thread|"
        "this_blog|this_profile|all_posts|these_posts|these_tweets|this_one|all_these"
    ),
    "ONLY": "only|just|purely|strictly|entirely|solely|simply|all|these|here|mine|very_much",
    "NOT": "not|dont|doesnt|never|isnt|arent|aint|nor|wont",
    "DO": "do|does|may|might|should|will|can|are|is|am|and|but|which|so|in_no_way",
    "NECESSARILY": "necessarily|always|in_any_way|at_all|be|intended_to|meant_to|seek_to|claim_to|taken_as|seen_as|read_as|taken_to",
    "REPRESENT": (
        "represent|represents|reflect|reflects|representing|reflecting|speak_for|speaks_for|speaking_for|representative_of|"
        "endorsed_by|affiliated_with|affiliated_to|connected_to|connected_with|associated_with|attributable_to|linked_to|express|"
        "the_responsibility_of"
    ),
    "VIEWS_OF": (
        "|".join(f"{lead}{noun}_{link}" for lead in ("", "the_", "any_", "the_official_") for noun in
                 ("view", "views", "opinion", "opinions", "those", "that", "position", "stance", "policy", "values", "beliefs",
                  "thoughts", "views_or_opinions", "views_and_opinions", "opinions_or_views", "views_or_policies", "words")
                 for link in ("of", "held_by"))
    ),
    "WHOSE": "my|the|our|any|a|this|either|own|current|former|past|present|wider|his|her|lovely|wonderful|amazing|actual|or|and|of",
    "SPEAK": (
        "speak|speaking|post|posting|tweet|tweeting|write|writing|written|posted|comment|commenting|talk|talking|act|acting|made|"
        "sharing|share|said|here"
    ),
    "FOR": "on_behalf_of|in_behalf_of|in_the_name_of|as_a_representative_of|representing|for|as",
    "ACCOUNT": "account|page|profile|blog|feed|handle|channel|tweets|posts",
}  # fmt: skip
_SLOTS["EMPLOYER"] = (
    f"{_ORGANISATION}|~_school|~_academy|~_college|~_primary|~_trust|~_school_views|~_~_school|~_~_academy"
)

_ENDS_ANYHOW = r"(?= [.,\-]|$)"
# Claims that stand on their own wherever they are said, if only the sentence ends with them.
_CLAIMS = compile_phrases(
    [
        "DET* PURE? NOUN JOIN? DET? NOUN? JOIN? NOUN? PLACE* BE? BE? ADV* OWN ALONE?",
        "SUBJECT SAY* SAY* BE ADV* OWN ALONE?",
        "SUBJECT SAY* SAY* BE ADV* PURE PURE? NOUN",
        "SUBJECT|THIS represents|reflects ADV? my own|personal? NOUN ALONE?",
        "THIS PLACE? BE? ADV* my own|personal|private|very|honest PURE? NOUN ALONE?",
        "THIS NOUN? PLACE? BE? ADV* mine|my_own ALONE",
        "i? im? i_am? here? ONLY? all? NOUN? SPEAK NOUN? here|this|all? ONLY* in a|an|my|own* ONLY? personal|private|individual|own PURE? capacity|time",
        "i? im? i_am? ONLY? DET? NOUN PLACE? BE? ONLY* in a|an|my|own* ONLY? personal|private|individual|own PURE? capacity",
    ],
    _SLOTS,
)
# Claims that are too common as parts of sentences: they have to be a clause of their own.
_FRAGMENTS = compile_phrases(
    [
        "ONLY* my? own|personal|private PURE? NOUN JOIN? NOUN? PLACE? ALONE?",
        "ONLY? my NOUN JOIN? NOUN? only|alone",
        "this_is|its|just|purely|strictly* a|my|own* ONLY? personal|private|unofficial ~? ACCOUNT only?",
        "ONLY? in a|my|own* ONLY? personal|private|individual|own PURE? capacity",
        "i|im|i_am|here? ONLY? SPEAK here? ONLY? for|as myself|me|an_individual|a_private_individual ALONE? and_only_myself?",
        "this_is|its? not an_official|a_school|an_official_school|the_official ~? ACCOUNT",
    ],
    _SLOTS,
)
# Beginnings that become a claim through the denial after them: "my opinion, not my employer's".
_HALVES = compile_phrases(
    [
        "ONLY* my PURE? NOUN JOIN? NOUN? PLACE?",
        "SUBJECT|THIS SAY? BE? ADV* my|a|personal PURE? NOUN",
        "SUBJECT|THIS SAY* BE ADV* me talking|speaking|posting?",
        "SPEAK here|this? ONLY? as a|an ~ ~? ~? ~? ,|-?",
    ],
    _SLOTS,
)
_DENIALS = compile_phrases(
    [
        "DET* NOUN? JOIN? NOUN? ACCOUNT? PLACE* DO* NOT NECESSARILY* REPRESENT VIEWS_OF? WHOSE* EMPLOYER NOUN?",
        "THIS|i|they|which|and|but* ACCOUNT? DO* NOT NECESSARILY* REPRESENT VIEWS_OF? WHOSE* EMPLOYER NOUN?",
        "THIS|DET|NOUN* PLACE? DO* NOT NECESSARILY? VIEWS_OF WHOSE* EMPLOYER",
        "THIS|DET|NOUN* PLACE? DO* NOT NECESSARILY? WHOSE WHOSE* EMPLOYER official? NOUN",
        "i|im|i_am|am|here|this|account|these|NOUN* DO? NOT NECESSARILY? SPEAK? here|this|any_of_this? on_behalf_of|in_behalf_of|in_the_name_of|as_a_representative_of|representing WHOSE* EMPLOYER",
        "i|im|i_am|am|here* DO? NOT NECESSARILY? SPEAK here? for|as WHOSE* EMPLOYER",
        "nothing|none_of_what|none_of_this|none_of_these|none_of|nothing_that|none my|these? NOUN? SAY* SAY* DO? NECESSARILY? REPRESENT|on_behalf_of VIEWS_OF? WHOSE* EMPLOYER NOUN?",
    ],
    _SLOTS,
)
# What may follow a claim or a half and belongs to it.
_TAILS = compile_phrases(
    [
        ",|-|.? and|but|they|these|it|DO* NOT|rather_than|instead_of NECESSARILY* for|from|by|as|on_behalf_of|to? REPRESENT? VIEWS_OF? WHOSE* EMPLOYER NOUN?",
        ",|-|.? and|but|they|these|it|DO* NOT|rather_than NECESSARILY* those_of|that_of|the_views_of|the_opinions_of WHOSE* ~ ~? ~?",
        ",|-|.? and|but* NOT as|from|for a|an|the* ~? ~? staff|teacher|employee|representative|governor|leader|headteacher|member_of_staff of? WHOSE? EMPLOYER?",
        ",|-? and|but* not|in_no_way? nobody|noone|no_one|anyone|anybody else|elses NOUN?",
    ],
    _SLOTS,
)
_HASHTAG = re.compile(
    rf" #(?:(?:all|my|these|the)?(?:personal|own)?(?:{_NOUN})(?:here|expressed)?(?:are)?(?:all|entirely|solely)?"
    rf"(?:myown|mine|own|personal)(?:only|alone|views)?|(?:all)?(?:my)?(?:own|personal)(?:{_NOUN}|account)(?:only)?|"
    r"my(?:views|opinions)(?:only|alone|notmyemployers|notmyschools)|notmy(?:schools?|employers?)(?:views?|opinions?)?)(?= |$)"
)
_END = re.compile(
    r"$| [.,\-](?! \?)| (?:as ever|as always|as usual|x|xx|lol|of course|obviously|folks|btw|tho|though|too|everyone|ok|thanks|so)"
    r"(?= [.,\-]|$)| and (?:do|not|nobody|no|dont|are|should|never|nothing|that|i) "
)
_STRICT_END = re.compile(
    r"$| \.(?! \?)|(?: ,| -) (?:personal|private|not|views|opinions|no|nothing|rts?|retweets?|likes|all|and not|this is|tweets|posts)\b"
)
_CLAUSE_START = re.compile(
    r"(?:^| [.,\-:]| \?| note| disclaimer| that| usual| say| clear| obviously| account| and| but| ever| always| usual| nb| btw| reminder)$"
)
_COMMA_FRAGMENT = re.compile(r" ,$")

# Somebody else's words, a wish, a condition, a doubt, or talk about disclaimers, earlier in the same clause.
_GUARD_BEFORE = re.compile(
    r" (?:his|her|their|your|hers|theirs|yours|he|she|we|who|whose|wish|wished|if|whether|unless|until|why|when|once|"
    r"write|writes|wrote|put|puts|putting|add|adds|adding|added|says|said|saying|type|types|typed|typing|bother|refuse|"
    r"use|uses|using|include|includes|including|insert|forgot|forget|stick|sticks|sticking|slap|slapping|pop|bio|bios|"
    r"policy|phrase|line|quote|read|reads|everyone|everybody|people|someone|somebody|staff|pretend|imagine|"
    r"not|never|none|no|nothing|dont|didnt|arent|isnt|cant|wont|hardly|barely|neither|hate|calling|called|hashtag|"
    r"deleted|tell|tells|told|claims?|claimed|means?|meant|should|must|need|needs|have to|boss|colleague|without|"
    r"instead of|than|pupils|students|parents|children|our|love) "
)
_GUARD_BEFORE_DENIAL = re.compile(
    r" (?:his|her|their|your|he|she|we|who|whose|wish|if|unless|why|when|write|writes|wrote|put|puts|putting|add|adds|says|"
    r"said|saying|bother|refuse|forgot|bio|bios|policy|everyone|people|someone|staff|pupils|students|parents|should|must) "
)
_GUARD_AFTER = re.compile(
    r"(?: ,| -| \.)? (?:she|he|they|it|somebody|someone|everyone|people|my boss|the head) (?:said|says|wrote|writes|claimed|"
    r"claims|insisted|insists|put|adds|added)\b|"
    r"(?: ,| -)? (?:in|on|to) (?:his|her|their|your|everyones|every) (?:bio|bios|profile|profiles|posts?|page)\b|"
    r"(?: [,\-.])? (?:mostly|sometimes|usually|apart from|except|unless|not really|not always|not at all|not just|not only|"
    r"or not|or are they|or so|apparently|supposedly|allegedly|until|as well as|along with|and also|plus|but also|ish|"
    r"just kidding|joking|only joking|jk|as if|yeah right|or (?:the|my|our)|and (?:those of |also |that of )?(?:my|the|our))\b|"
    r" (?:said|says|is|isnt|does|doesnt|wont|means|mean|ha|was)\b| \.? ?\?"
)
_DENIES = re.compile(
    rf" (?:not|nor|dont|doesnt|arent|isnt|never|nothing|none|rather than|instead of)\b.*"
    rf"(?: (?:{_ORGANISATION.replace('_', ' ')}|staff|employee|representative)\b| (?:those|that|views|opinions) of )"
)  # fmt: skip
_LEAD_IN = re.compile(
    r" (?:usual )?(?:disclaimer|as (?:ever|always|usual)|please note|nb|note)(?: that)?(?: [,\-:.])?$"
)


def read_disclaimers(words: Words) -> tuple[Disclaimer, ...]:
    """The real disclaimers of a text, in order; neighbouring ones are one."""
    if not _TRIGGER.search(words.folded.text):
        return ()
    clauses = plain_clauses(words.folded.text)
    merged: list[tuple[int, int]] = []
    for start, end in sorted(_candidates(clauses)):
        if merged and start <= merged[-1][1] + 2:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(
        Disclaimer(words.folded.span(*clauses.behind(start, end)), bool(_DENIES.search(clauses.text[start:end])))
        for start, end in merged
    )


def _candidates(clauses: Clauses) -> Iterator[tuple[int, int]]:
    text = clauses.text
    for match in _CLAIMS.finditer(text):
        end = _with_tails(text, match.end())
        if (end > match.end() or _END.match(text, end)) and not _taken_back(clauses, match.start(), end, _GUARD_BEFORE):
            yield _with_lead_in(text, match.start()), end
    for match in _FRAGMENTS.finditer(text):
        end = _with_tails(text, match.end())
        strict = end > match.end() or _STRICT_END.match(text, end)
        if (
            strict
            and _begins_clause(text, match.start())
            and not _taken_back(clauses, match.start(), end, _GUARD_BEFORE)
        ):
            yield match.start(), end
    for match in _HALVES.finditer(text):
        end = _with_tails(text, match.end())
        if (
            end > match.end()
            and _begins_clause(text, match.start())
            and not _taken_back(clauses, match.start(), end, _GUARD_BEFORE)
        ):
            yield match.start(), end
    for match in _DENIALS.finditer(text):
        if _END.match(text, match.end()) and not _taken_back(clauses, match.start(), match.end(), _GUARD_BEFORE_DENIAL):
            yield match.span()
    for match in _HASHTAG.finditer(text):
        if not clauses.quoted(match.start() + 1) and not _GUARD_AFTER.match(text, match.end()):
            yield match.span()


def _begins_clause(text: str, start: int) -> bool:
    return bool(_CLAUSE_START.search(text, max(0, start - 16), start)) or start == 0


def _with_tails(text: str, end: int) -> int:
    for _ in range(3):
        tail = _TAILS.match(text, end)
        if tail is None:
            break
        end = tail.end()
    return end


def _with_lead_in(text: str, start: int) -> int:
    lead_in = _LEAD_IN.search(text, max(0, start - 30), start)
    return lead_in.start() if lead_in else start


def _taken_back(clauses: Clauses, start: int, end: int, guard: re.Pattern[str]) -> bool:
    """Whether something around a match takes it back."""
    before = clauses.clause_before(start + 1)
    return clauses.quoted(start + 1) or bool(guard.search(f" {before} ")) or bool(_GUARD_AFTER.match(clauses.text, end))
