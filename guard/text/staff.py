"""Staff hints: where the writer shows to work at a school without naming it ("my Year 4s", "our headteacher").

A parent says much the same of a child's school ("my son's Year 4 class", "our INSET day"), so that what both may say is
a weak hint, and none at all beside the writer's own child.
"""

from __future__ import annotations

import re

from guard.reading import StaffHint
from guard.text.words import Words

_KIN = (
    r"(?:sons?|daughters?|child|childs|kids?|boys?|girls?|twins?|eldest|oldest|youngest|middle one|little (?:one|boy|girl|man|lad)s?|"
    r"lad|lass|bairns?|grand(?:son|daughter|child|children|kids?)s?|step(?:son|daughter|children|kids?)s?|nephews?|nieces?|"
    r"goddaughter|godson|brother|sister|toddler)"
)
KIN = re.compile(
    rf"\b(?:my|our)\s(?:[\w-]{{1,15}}\s){{0,2}}?{_KIN}\b(?!\s(?:at work|in class|in my class|i teach))|\b(?:as a|proud|every|fellow)\s"
    r"(?:parent|mum|dad|nan|grandparent|carer)\b|\b(?:school run|mum of|dad of)\b"
)
"""A parent speaking: the writer's own child, or the writer as one."""

_ADJECTIVES = r"(?:(?:lovely|amazing|wonderful|brilliant|fab|fabulous|awesome|new|old|gorgeous|incredible|fantastic|little|own|own lovely|current|first|whole|super|noisy|crazy|clever|hardworking|hard-working|talented|bottom|top|dear|poor|chatty|ks[1-5]|gcse|btec|a[ -]level|maths|english|science|history|geography|french|spanish|german|art|music|drama|pe|re|computing|dt|mfl|phonics|reading|sixth form|primary|secondary|send)\s){0,3}"
_YEAR = r"(?:(?:year|yr|y)[\s-]?(?:1[0-3]|[1-9])|reception|nursery|eyfs|ks[1-5])"
_TAUGHT = r"(?:pupils|students|tutees|tutor group|form group|form class|mentor group|sixth[ -]formers|classroom|class|form|tutor set)"
_LOT = r"(?:class|group|groups|pupils|students|children|lot|form|set|sets|kids|lesson|lessons|classes|crew|gang|team|tutor group|bunch|cherubs|angels|readers|writers|mathematicians|scientists|artists)"
_ROLE = r"(?:teacher|ta|teaching assistant|head\s?teacher|head of (?:year|department|maths|english|science|ks[1-5]|[a-z]+)|form tutor|senco|sendco|school business manager|nqt|ect|pgce student|trainee teacher|supply teacher|class teacher|deputy head|assistant head|cover supervisor|lsa|hlta|lunchtime supervisor|school (?:nurse|librarian|receptionist|caretaker|cook))"
_SCHOOL = (
    r"(?:school|academy|primary|secondary|college|sixth form|nursery|infants?|juniors?|prep|comprehensive|comp|grammar)"
)
_HOBBY = r"(?:yoga|zumba|pilates|spin|spinning|gym|dance|fitness|evening|pottery|swimming|ballet|uni|university|antenatal|nct|cookery|salsa|keep[ -]fit|driving|master)"

_STRONG = re.compile(
    "|".join(
        (
            rf"\bmy\s{_ADJECTIVES}{_YEAR}(?:'?s\b(?!\s(?:{_KIN}))|\s(?:[a-z]+\s)?{_LOT}\b)",
            rf"\bmy\s{_ADJECTIVES}(?:1[0-3]|[1-9])[a-hx-z]{{1,2}}(?:s\b|\s{_LOT}\b)",
            rf"\bmy\s{_ADJECTIVES}{_TAUGHT}\b(?!\s(?:reunion|of\s\d|action|mates?|teacher|ring|at\s(?:the\sgym|uni)|(?:are|were|got)?\s?dilat))",
            rf"\bi\s(?:also\s|now\s|still\s|only\s|actually\s|currently\s|have\s|'ve\s)?(?:teach|taught)\s(?:at|in|{_YEAR}|here|maths|english|science|history|geography|french|spanish|german|art|music|drama|pe|re|computing|reading|phonics|gcse|a[ -]level|primary|secondary|sixth|part[ -]time|full[ -]time|children|teenagers|them|there|these)\b",
            rf"\b(?:i|we)\s(?:also\s|now\s|still\s|actually\s|currently\s|both\s)?work\s(?:at|in|for)\s(?:a|an|the|this|our|such a|my)\s(?:[\w-]+\s){{0,3}}?{_SCHOOL}\b",
            rf"\b(?:i|we)\s(?:also\s|now\s|still\s|actually\s|currently\s|both\s)?work\s(?:at|in|for)\s(?:[\w'-]+\s){{1,3}}?{_SCHOOL}\b",
            r"\b(?:proud|honoured|privileged|lucky|delighted|happy|thrilled|excited|blessed|privilege|pleasure|joy|love|loved|loving|enjoy|enjoying)\s(?:to\sbe\s|to\s)?(?:work|working|teach|teaching|lead|leading|be part of the (?:staff|team)|part of the (?:staff|team)|be joining|joining)\s(?:at|in|for|here|with)\b",
            rf"\b(?:as|i'?m|i am|being|am)\s(?:also\s|still\s)?(?:a|an|the|their|your)\s(?:[\w-]+\s){{0,2}}?{_ROLE}\b(?!'s\b)",
            rf"\b(?:my|our)\s{_ADJECTIVES}(?:head\s?teacher|executive head|slt|staff\s?room|staff meeting|staff briefing|staff training|senco|deputy head|line manager at school|department meeting|tutor time|ect mentor|lesson observation|teaching (?:career|job|practice|timetable)|teacher mates)\b",
            r"\b(?:my|our)\s(?:first|last|final|second|third|new)\s(?:day|week|term|half[ -]term|year|job|post|role)\s(?:as\s(?:a|an|the)\s(?:[\w-]+\s){0,2}?(?:teacher|head|headteacher|ta|ect|nqt|tutor|senco)|teaching|in teaching|on the staff)\b",
            r"\b(?:i'?m|i am|just|busy|still|been|sat|sunday|evening|weekend)\s(?:[\w-]+\s){0,2}?marking\s(?:[\w-]+\s){0,3}?(?:books|mocks|essays|papers|coursework|assessments)\b",
            rf"\bmarking\s(?:my\s)?{_YEAR}",
            r"\b(?:where|school|academy|college)\s(?:that\s)?i\s(?:work|teach)\b|\bwhere i'?m\s(?:a|the|head|working|teaching)\b",
            r"\b(?:colleagues|team|staff)\shere\sat\b|\bat\swork\s(?:at|in)\s(?:school|the academy)\b|\bmy\s(?:job|role|post)\s(?:at|in)\s(?:school|the academy|the school)\b",
        )
    )
)  # fmt: skip
_WEAK = re.compile(
    "|".join(
        (
            rf"\bour\s{_ADJECTIVES}(?:{_YEAR}(?:'?s\b|\s{_LOT}\b)|pupils|students|sixth[ -]formers|staff|school|academy|class|children)\b",
            r"\b(?:i|we)\s(?:also\s|now\s|still\s)?(?:work|worked|am working|'m working)\s(?:at|in|for)\b|\b(?:working|teaching|worked)\sat\b",
            r"\bstaff\s?(?:meeting|room|briefing|training|do|party|quiz)\b|\binset\b|\bslt\b",
            rf"\bmy\s{_ADJECTIVES}(?:colleagues?|school|work\s?mates|lessons?|timetable|ppa|whiteboard|headship)\b",
            r"\b(?:day|week|term|back)\s(?:at|to)\swork\b|\bat\swork\b|\bteacher ?life\b|\bin my classroom\b|\bplayground duty\b|\bon duty\b",
        )
    )
)  # fmt: skip
_TRIGGER = re.compile(
    r"\b(?:my|our|i|we|i'm|teach|teaching|work|working|staff\w*|inset|slt|duty|marking|teacher\w*|where|here)\b"
)
_SENTENCE_END = re.compile(r"[.!?\n]")


def read_staff_hints(words: Words) -> tuple[StaffHint, ...]:
    """Where the writer shows to be staff, in order of place."""
    text = words.folded.text
    if not _TRIGGER.search(text):
        return ()
    parent = KIN.search(text) is not None
    found = [
        StaffHint(words.folded.span(*match.span()), strong=True)
        for match in _STRONG.finditer(text)
        if not _of_a_hobby(text, match.start(), match.end())
    ]
    if not parent:
        found.extend(
            StaffHint(span, strong=False)
            for span in (words.folded.span(*match.span()) for match in _WEAK.finditer(text))
            if not any(hint.span.start < span.end and span.start < hint.span.end for hint in found)
        )
    return tuple(sorted(found, key=lambda hint: hint.span))


def _of_a_hobby(text: str, start: int, end: int) -> bool:
    """Whether "my class" is one the writer takes for fun."""
    if "class" not in text[start:end]:
        return False
    sentence = text[max(0, start - 60) : end + 60]
    before, after = sentence[: start - max(0, start - 60)], sentence[-60:]
    near = _SENTENCE_END.split(before)[-1] + " " + _SENTENCE_END.split(after)[0]
    return re.search(rf"\b{_HOBBY}\b", near) is not None
