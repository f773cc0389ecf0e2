"""What stands near a name: signs that it is a pupil's, or that it is somebody else's."""

from __future__ import annotations

import re
from itertools import pairwise

from guard.text.word_sets import word_set
from guard.text.words import Words

_NEAR = 14
_PUPIL_WORDS = word_set(
    """
    class classes classmates pupil pupils student students school academy primary form tutor reception nursery eyfs
    year yr assembly homework lesson lessons teacher teachers headteacher playground classroom pictured photo photos
    picture pics certificate award awards prize star writer reader mathematician house captain prefect sats gcse
    gcses phonics spelling reading maths scored goal goals team sports choir orchestra nativity play panto trip
    merit merits points sixth leavers prom proud congratulations congrats champion champions winner winners won
    achievement effort attendance monitor council eco buddy buddies learner week mock exam exams results ks1 ks2 ks3
    ks4 badge medal debate club son daughter mum dad parents autistic send sen ehcp kid kids child children boy girl
    lad lass cross country swimming gala bake
    """
)
_GROUP = re.compile(r"(?:(?:1[0-3]|[1-9])[a-z]{1,2}\d?|y(?:1[0-3]|[1-9])s?|ks[1-5]|r[a-z]|year(?:1[0-3]|[1-9]))$")
_PRAISE = word_set(
    """
    done congratulations congrats proud star
    """
)
_TITLES = word_set(
    """
    mr mrs ms miss mx dr sir dame lord lady prof professor rev revd reverend cllr councillor fr pc sgt
    """
)
_ADULTS = word_set(
    """
    novelist author writer poet playwright artist painter illustrator sculptor composer singer songwriter actor
    actress footballer cricketer athlete olympian paralympian comedian presenter broadcaster journalist politician
    mp councillor mayor minister president king queen scientist physicist chemist biologist mathematician engineer
    explorer astronaut inventor historian philosopher suffragette nurse soldier saint bishop governor governors
    chair headteacher headmaster headmistress principal teacher head deputy senco librarian caretaker cook
    receptionist coach trustee founder benefactor director architect photographer film director lecturer chaplain
    vicar speaker storyteller colleague ta governess
    """
)
_PUPIL_ROLES = word_set(
    """
    young budding junior student pupil little our
    """
)
_WORKS = re.compile(
    r"^(?:'s)?,?\s(?:\w+\s){0,2}?(?:novels?|bestsellers?|films?|albums?|theory|theories|autobiography|biography|"
    r"memoirs?|symphony|"
    r"concerto|trilogy|expedition|lecture tour|books?)\b|^,?\s(?:mp|obe|mbe|cbe|phd|qc|kc|frs)\b|"
    r"^,?\s\(?(?:born|b\.|died|d\.|c\.)\s|^,?\s\(?\d{4}|^,?\s(?:was|who was) (?:born|killed|executed|elected|"
    r"awarded the nobel|shot)\b|"
    r"^,?\s(?:discovered|invented|composed|founded|painted the|wrote the|starred|starring|stars in)\b"
)
_APPOSITION = re.compile(
    r"^,?\s\(?(?:is\s|was\s|as\s|-\s)?(?:our|the|a|an|my|former|ex|current|new|retired|chair of|vice chair of|"
    r"deputy|head of|school)?\s?(?:\w+\s)?(?P<role>[a-z]+)"
)
_BOOK_BY = re.compile(
    r"\b(?:book|novel|film|story|directed|written|composed|sung|biography|published|illustrated|play|song|music|"
    r"words|cover|version|author|starring|adapted)\b[^.!?\n]{0,50}\bby\s$|\bby\s(?:the\s)?(?:author|novelist|poet|artist)\s$"
)
_IS_OURS = re.compile(r"\s(?:is|was)\s(?:our|the|a|an|my)\s")
_LONG_AGO = re.compile(
    r"\b1[0-8]\d\d\b|\b19[0-8]\d\b|\b(?:victorian|tudor|century|world war|ww[12]|historical|memorial to|plaque|"
    r"nobel|bestsell\w+)\b"
)


def speaks_of_pupil(words: Words, first: int, last: int, group: str) -> bool:
    """Whether class, year, group, school, picture or other pupil talk stands within some words of the name."""
    near = words.words[max(0, first - _NEAR) : first] + words.words[last + 1 : last + 1 + _NEAR]
    plain_group = "".join(letter for letter in group.lower() if letter.isalnum())
    if any(pair == ("well", "done") for pair in pairwise(near)):
        return True
    return any(word in _PUPIL_WORDS or _GROUP.match(word) or (plain_group and word == plain_group) for word in near)


def group_near(words: Words, first: int, last: int, group: str) -> bool:
    """Whether a class or praise stands right by: what it takes to see a name in ordinary small-letter words."""
    near = words.words[max(0, first - 4) : first] + words.words[last + 1 : last + 5]
    plain_group = "".join(letter for letter in group.lower() if letter.isalnum())
    praised = any(word in _PRAISE for word in words.words[max(0, first - 3) : first])
    return praised or any((plain_group and word == plain_group) or _GROUP.match(word) for word in near)


def is_titled(words: Words, first: int, last: int) -> bool:
    """Whether a title or an adult's role stands right before the name, or right after it in apposition."""
    for back in (1, 2):
        index = first - back
        if index < 0:
            break
        word = words.words[index]
        gap = words.between(index)
        if back == 1 and word in _TITLES and gap.strip() in ("", ".") and words.is_large(index):
            return True
        if back == 1 and word in _ADULTS and gap.strip() in ("", ",", ":", "-") and not _young(words, index):
            return True
    after = words.folded.text[words.ends[last] : words.ends[last] + 50]
    match = _APPOSITION.match(after)
    return bool(
        match and after[:1] in ",( " and match["role"] in _ADULTS and "pupil" not in after and _is_apposition(after)
    )


def points_elsewhere(words: Words, first: int, last: int) -> bool:
    """Whether the text around speaks of an author, an artist, a date of long ago."""
    text = words.folded.text
    start, end = words.starts[first], words.ends[last]
    before = text[max(0, start - 80) : start]
    after = text[end : end + 80]
    return bool(_WORKS.match(after) or _BOOK_BY.search(before) or _LONG_AGO.search(before + " " + after))


def _young(words: Words, index: int) -> bool:
    return any(word in _PUPIL_ROLES - {"our"} for word in words.words[max(0, index - 2) : index])


def _is_apposition(after: str) -> bool:
    return after.startswith((",", " (", ", ")) or _IS_OURS.match(after) is not None
