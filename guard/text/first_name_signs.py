"""What stands around a first name: a class that is said with it, how a child is brought in, and what children do.

All of it is told from some seventy signs on either side of a name, in the folded text.
"""

from __future__ import annotations

import re

from guard.text.word_sets import word_set

REACH = 70

_CODE_OF_CLASS = r"(?:1[0-3]|[1-9])(?!(?:st|nd|rd|th|am|pm|km|kg|cm|mm|ft|hrs?|p)\b)[a-z]{1,2}\d?"
_YEARS = rf"(?:(?:year|yr)\s?(?:1[0-3]|[1-9])|y(?:1[0-3]|[1-9])|{_CODE_OF_CLASS}|p[1-7]|s[1-6]|ks[1-5])\b"
_GROUP = (
    r"(?:class|form|set|top set|bottom set|tutor group|tutor set|tutor|tutees|maths group|reading group|phonics group|"
    r"year group|english group|science group|group|lesson|lessons|registration|choir|orchestra|band|team|squad|cast|"
    r"club|lot|bubble|house|babies)\b"
)
_A_CLASS = rf"(?:{_YEARS}|(?:reception|nursery|preschool|foundation)\b(?!\sdesk)|(?:class|form|set|group)\s[a-z0-9]+\b)"
_DETERMINER = r"(?:my|our|the|a|this|that|(?:mr|mrs|miss|ms)\s[a-z]+'?s)\s"
# "Amira in my lovely Year 4 class", "Amira (4B)", "Amira, 4B,", "Amira, who is in Year 4".
_CLASS_AFTER = re.compile(
    rf"(?:\s?(?:,|&|and)\s?[a-z-]+){{0,3}}(?:,?\s\(?|\s?[-–—]\s|,\s|\s?\()(?:who(?:\sis|s|'s)?\s)?(?:one of\s)?"
    rf"(?:(?:is\s|was\s)?(?:in|from|of|down in|over in|up in)\s)?"
    rf"(?:(?:{_DETERMINER})?{_A_CLASS}|{_DETERMINER}(?:[a-z0-9']+\s){{0,3}}(?:{_A_CLASS}|{_GROUP}))"
    r"(?!\s(?:tests?|books?|papers?|terms|essays?|exams?|assembly|plays?|topics?|curriculum|homework|newsletter|trip|"
    r"production|staff|team|office|displays?|means)\b)"
)
_GOES_ON = re.compile(r"(?:\sclass)?\s(?:are|were|have|will|is|was|has|did|had|just|went|got|done|really)\b")
# "Amira is our reader of the month", "Amira, our head girl".
_ROLE_AFTER = re.compile(
    r"(?:,|\sis|\swas)\s(?:our|the|this week's|today's)\s(?:[a-z]+\s){0,2}(?:reader|writer|star|pupil|student|captain|"
    r"head (?:boy|girl)|winner|artist|champion|mathematician|scientist|learner|prefect|ambassador|vip|superstar|"
    r"baker)\b"
)
# "Amira from Butterflies class", "Amira in Elm class".
_NAMED_CLASS_AFTER = re.compile(
    r"(?:\s?(?:,|&|and)\s?[a-z-]+){0,2},?\s\(?(?:who(?:\sis|s|'s)\s)?(?:in|from|of)\s(?:our\s|the\s)?[a-z]+\sclass\b"
)
# "Amira, 7," and "Amira (aged 7)".
_AGE_AFTER = re.compile(r"(?:,\s|\s\()(?:aged?\s)?(?:[4-9]|1[0-8])(?:,|\)|\sand\s)")
# "4B's Amira", "Year 4 pupil Amira", "my tutee Amira", "my Year 4 superstar, Amira".
_CLASS_BEFORE = re.compile(
    rf"(?:{_YEARS}|\b(?:my|our)\s(?:[a-z]+\s)?(?:tutee|tutees|pupil|student|mentee|form|class))(?:'?s)?[,:]?\s"
    r"(?:(?:class|superstar|star|pupil|student|mentee|reader|writer|artist|mathematician|scientist|captain|rep|child|"
    r"boy|girl|lad|lass|legend|tutee|prefect|monitor|ambassador|winner|runner|very own|own)s?[,:]?\s){0,2}[\"(]?$"
)
_INTRODUCED = re.compile(
    r"(?:\b(?:a|the|this|one|another|my|our|that)\s(?:[a-z]+\s){0,2}(?:boy|girl|lad|lass|child|kid|pupil|student|tutee|"
    r"youngster|teenager|learner|mentee)(?:\s(?:in|from|of)\s(?:my|our|the)?\s?(?:[a-z0-9]+\s){0,3}(?:class|form|group|"
    r"set)?)?(?:\s?,|\s(?:called|named|whose name is))\s?|"
    r"\b(?:one|two|some) of (?:my|our) (?:[a-z0-9]+\s){0,3}(?:pupils|students|class|tutees|mentees|children|form|kids|"
    r"s|choir|team|prefects|readers|leavers),?\s|"
    rf"{_YEARS}s?\s(?:[a-z]+\s)?(?:called|named|whose name is)\s|"
    r"\byoung (?:people|lads|girls|men|women) (?:such as|like)\s|"
    r"\b(?:my|our)\s(?:[a-z]+\s)?(?:pupil|student|tutee|mentee)\s|\b(?:little|wee)\s)$"
)
_MAY_INTRODUCE = re.compile(
    r"\b(?:called|named|whose name|little|wee|(?:one|two|some) of (?:my|our)|young (?:people|lads|girls|men|women)|"
    r"(?:boy|girl|lad|lass|child|kid|pupil|student|tutee|youngster|teenager|learner|mentee)\s?,)|"
    r"\b(?:my|our) (?:[a-z]+ )?(?:pupil|student|tutee|mentee)\b"
)
_CAPTION_WORDS = re.compile(
    r"\b(?:this is|here is|here's|heres|meet|introducing|say (?:hello|hi) to|well done|congratulations|congrats|"
    r"shout ?out|proud of|bravo|look at|goes to|told|(?:card|note|letter|hug) from|(?:with|in|on|and) (?:his|her)|"
    r"star|gold|silver|bronze|medal|award|prize|certificate|trophy|of the (?:day|week|month|term)|head (?:boy|girl)|"
    rf"welcome|(?:in|from) {_YEARS})\b|\({_YEARS}"
)
# "This is Amira", "Huge well done to our very own Amira", "Star of the week: Amira", "Bronze for Amira".
_CAPTION_BEFORE = re.compile(
    r"(?:\b(?:this is|here is|here's|heres|here we have|meet|introducing|say (?:hello|hi) to|welcome(?: to)?|"
    r"well done(?: to)?|congratulations(?: to)?|congrats(?: to)?|shout ?out (?:to|for)|(?:so|very|incredibly|super)? ?"
    r"proud of|bravo|look at|a round of applause for|hats off to|give it up for|good luck(?: to)?|"
    r"happy birthday(?: to)?|(?:star|gold|silver|bronze|medal|award|prize|certificate|trophy|cup|badge|winners?|pupil|"
    r"student|writer|reader|head (?:boy|girl)|captain|superstar|artist|baker|player|champion|learner|mathematician|"
    r"scientist|place|vip|week|month|term|day|year|drawn|painted|"
    r"made|written|baked|built|taken|moment|highlight)(?:\s(?:in|of|from|this)\s[a-z0-9]+(?:\s[a-z0-9]+)?)?\s?"
    r"(?:goes to|is|was|for|to|by|:|-|,))"
    r"[,:!]?\s(?:(?:our|the|lovely|little|wee|amazing|brilliant|gorgeous|clever|talented|super|superstar|very|own|"
    r"young|fantastic|wonderful)\s){0,4}(?:[a-z-]+(?:,| and| &)\s){0,2})$"
)
_ACTS = (
    r"(?:told|said|wrote|drew|made|brought|gave|came|got|won|lost|fell|sang|read|ran|swam|sat|stood|spoke|knew|thought|"
    r"did|ate|hid|hit|put|taught|learnt|built|took|went|saw|found|cut|stole|spent|beat|broke|swore|shook|slept|threw|"
    r"caught|drank|left|began|swept|held|bit|blew|sent|spelt|chose|felt|had|has|is|was|wants|thinks|says|asks|knows|"
    r"loves|hates|reckons|calls|keeps|insists|[a-z]{2,}[a-rt-z]s|[a-z]{2,}ed)\b"
)
_ACT_AFTER = re.compile(
    r"\s(?:(?:and|&)\s[a-z-]+\s)?(?:(?:just|also|then|only|finally|apparently|actually|literally|always|never|still|"
    rf"once|even|now|today|himself|herself|has|have|had|is|was)\s){{0,3}}{_ACTS}|,?\s?:\s?[\"'“‘]|,?\swho\s|"
    rf"[.!]\s(?:he|she)\s"
)
# "Amira with her certificate", "Dewi planting", "Amira's first goal".
_SHOWN_AFTER = re.compile(
    r",?\s\(?(?:(?:and|&)\s[a-z-]+\s)?(?:(?:proudly|carefully|busy|happily|all|just|looking)\s)?"
    r"(?:(?:with|in|on|and) (?:his|her|their)|with (?:the|a)|hard at work|deep in|all smiles|mid-[a-z]+|in action|"
    r"pictured|(?!during|morning|evening|everything|something|nothing|anything|king|ring|spring|thing)[a-z]{3,}ing)\b|"
    r"'s\s(?!mum|dad|parents|class|teacher|book)[a-z]+"
)
_STORY_BEFORE = re.compile(
    r"(?:\b(?:told|asked|miss|missing|bless|superstar|head boy|head girl|chat with|morning with|afternoon with|"
    r"watching|seeing|hearing|caught|hug from|proud of|spotted|taught|teaching|had|love|poor|dear|even|when|because|"
    r"only|hero|legend|champion|champ|genius|"
    r"(?:card|note|letter|drawing|picture|painting|hug|message|present|flower|flowers|poem) (?:from|by)))\s"
    r"(?:(?:little|wee|dear|lovely|young|sweet)\s)?$"
)
_GROUP_SAID = re.compile(
    rf"\b(?:{_YEARS}|(?:my|our) (?:[a-z0-9]+ ){{0,3}}(?:class|pupils|students|form|set|tutees|mentees|choir|tutor|"
    r"group|squad|babies|children|kiddos|year [1-9])\b|(?:reception|nursery|preschool|early years)\b(?!\s(?:desk|"
    r"area|office|staff|place))|[a-z]+ class\b|"
    r"(?:my|our) (?:[a-z0-9]+ ){0,2}(?:club|band|orchestra|cast|lot|kids|bunch|readers|prefects|leavers|team)\b|"
    r"u1[0-9]s?\b)"
    r"(?!'?s?\s(?:reports?|books?|mocks?|marking|tests?|papers?|sats|parents|planning|data|essays?|exams?|"
    r"assessments?))"
)
_SAID_OF_PUPILS = re.compile(
    rf"\b(?:{_YEARS}s?|my (?:[a-z0-9]+ ){{0,3}}(?:class|pupils|students|tutor group|form|set|tutees)|pupils?|"
    r"students?|tutees?|(?:nursery|reception) (?:babies|class|children))"
)
_ONE_PERSON = re.compile(r"\b(?:he|she|his|her|him|himself|herself|hers|hes|shes)\b")
# Where even a word that is on no list of names is one: "a hug from Ziyanda (2M)", "Well done Ziyanda!".
_PERSON_BEFORE = re.compile(r"\b(?:with|from|told|asked|to|when|because|seen|saw|like|by|as|miss|love|thank)\s$")
_CLOSES = re.compile(r"'?s?(?:[.!,\n)]|\s(?:in|for|on|with|who|is|has|and|from|was|at|got|won|came|pictured)\b|\s?$)")
_WITH_THEIR_OWN = re.compile(r",?\s(?:(?:proudly|happily)\s)?(?:with|in|on|and)\s(?:his|her)\s")
# What grown-ups do, and the roles they have.
_GROWN_UPS = re.compile(
    r"\b(?:ta|tas|lsa|teacher(?!'s)|teaching assistant|headteacher(?!'s)|caretaker|(?<!mud )(?<!play )kitchen|admin|"
    r"joins our team|our office|cook|chef|governor|colleague|staff|librarian|"
    r"receptionist|senco|mayor|author|illustrator|poet|visitor|volunteer|farmer|officer|nurse|midwife|supervisor|"
    r"lollipop|retir[a-z]{2,5}|maternity|wedding|married|engaged|pub|husband|wife|baby|conference|ect|nqt|hod|ppa|"
    r"interview|new (?:job|role|post)|promotion|mum|dad|parent|hamster|guinea pig|rabbit|puppy|dog|tortoise|gecko|"
    r"snake|chick|stick insect|character|novel|chapter|shakespeare|play|story|film|musical)\b"
)
# Animals that a child holds, and is none.
_HELD = re.compile(
    r"\b(?:with|hold|holding|held|met|meets|meeting|feeding|fed|stroking|stroked|cuddling|loved|loves|and) "
    r"(?:a|an|the|our|his|her) (?:class |school |baby |new |little )?"
    r"(?:hamster|guinea pig|rabbit|puppy|dog|tortoise|gecko|snake|chick|stick insect)s?\b"
)
_NOT_NAMES = word_set(
    """
    kit huge im aid aide asia arch gift pen pop pops win van flip cat hat herb cob tab tabs tea via owe bee gem gems
    ant sum hen hols hump roma chess tel ver vi lo la ty em ed md barbie devon nelson patch roman al gen jazz han char
    bas ads ru fee tal may grace will mark hope faith joy rich page read reading summer autumn april june august rose
    dawn eve star sunny rain river brook forest reed bay ray gene guy art angel trinity harmony melody story merry
    liberty unity bill grant chance chase hunter king queen prince duke earl dean rob sue pat bob china india paris
    london florence sydney jordan israel georgia lance wade ward norm sol sonny stone hardy curt storm gale miles
    major minor junior buddy master christian pope bishop deacon destiny dash blaze ace jet flint opal pearl amber
    jade crystal coral sage rosemary basil heather ginger honey candy cherry penny bunny kitty robin wren raven lark
    dove phoenix leo max sky lincoln austin chelsea victor justice clay dale glen heath cliff sandy rocky red grey
    blue bright dusty woody windy piper harper carol viola reader paige tale baker cooper miller mason archer carter
    taylor parker tyler fletcher
    """
)
_IN_BOOKS = word_set(
    "romeo juliet elsa olaf moana simba matilda dante hamlet atticus oberon titania puck goldilocks gretel ophelia"
)
# Of those, the ones that are names all the same where a child is plainly spoken of.
_MOSTLY_NAMES = word_set(
    "max leo robin tyler taylor mason harper jade amber carter archer chelsea jordan paige cooper georgia parker "
    "grace heather kitty penny wren hunter rose will eve"
)


def class_with(before: str, after: str) -> str | None:
    """The class or group that is said with a name, or nothing; an age counts as one."""
    behind = _CLASS_AFTER.match(after)
    if behind is not None and behind.group().startswith(",") and _GOES_ON.match(after, behind.end()):
        behind = None  # "off with Dave, Year 11 are done"
    for match in (
        behind,
        _CLASS_BEFORE.search(before),
        _NAMED_CLASS_AFTER.match(after),
        _AGE_AFTER.match(after),
    ):
        if match is not None:
            return match.group()
    return None


def same_breath(before: str) -> str:
    """What of the signs before a name stands in its sentence: no sign that leads up to a name reaches any further."""
    return before[max(before.rfind("."), before.rfind("?")) + 1 :]


def may_introduce(text: str) -> bool:
    """Whether a text holds anything that may bring in a name."""
    return _MAY_INTRODUCE.search(text) is not None or _CAPTION_WORDS.search(text) is not None


def is_introduced(before: str) -> bool:
    """Whether what leads up to a name brings it in as a pupil's."""
    return _INTRODUCED.search(before) is not None


def speaks_of_pupils(text: str) -> bool:
    """Whether pupils are spoken of at all."""
    return _SAID_OF_PUPILS.search(text) is not None


def is_rare_name(before: str, after: str, grouped: str | None) -> bool:
    """Whether a word that is on no list of names, written large, stands where names stand."""
    if grouped is not None and _PERSON_BEFORE.search(before):
        return True
    return _WITH_THEIR_OWN.match(after) is not None or (
        _CAPTION_BEFORE.search(before) is not None and _CLOSES.match(after) is not None
    )


def is_praised(before: str, after: str) -> bool:
    """Whether praise, a greeting or a prize leads up to a name, or what the pupil has become stands behind it."""
    return (
        _CAPTION_BEFORE.search(before) is not None
        or _STORY_BEFORE.search(before) is not None
        or _ROLE_AFTER.match(after) is not None
    )


def is_told_of(before: str, after: str) -> bool:
    """Whether a name is somebody's who did, said or was told something, or is shown with something."""
    return (
        _STORY_BEFORE.search(before) is not None
        or _ACT_AFTER.match(after) is not None
        or _SHOWN_AFTER.match(after) is not None
    )


def group_places(text: str) -> tuple[int, ...]:
    """Where in the folded text classes and groups of the writer's are spoken of."""
    return tuple(match.start() for match in _GROUP_SAID.finditer(text))


def speaks_of_grown_ups(stretch: str) -> bool:
    """Whether grown-ups, animals or people in stories are spoken of."""
    return _GROWN_UPS.search(_HELD.sub("", stretch)) is not None


def speaks_of_one_person(stretch: str) -> bool:
    """Whether one person is spoken of as he or she."""
    return _ONE_PERSON.search(stretch) is not None


def is_no_name_alone(word: str, *, plainly: bool) -> bool:
    """Whether a word in a name's place is rather another word; `plainly` where a child is plainly spoken of."""
    return word in _IN_BOOKS or (word in _NOT_NAMES and not (plainly and word in _MOSTLY_NAMES))
