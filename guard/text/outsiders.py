"""Who is speaking of a school: its own people, or plainly somebody else.

An opponent, a parent of a child there, a newspaper, an advertisement, or a street and a farm of the same name.
"""

from __future__ import annotations

import re

from guard.text.staff import KIN

_WINDOW = 90
_SENTENCE_END = re.compile(r"[.!?\n](?=\s|$)")
_BETWEEN = r"(?:\s(?:the|a|our|local|old|mighty|near|nearby|neighbours|rivals|rival|very strong|strong|tough|good|side|hosts)){0,3}\s?[@#]?$"
_OPPONENT_BEFORE = re.compile(
    r"\b(?:beat|beats|beating|beaten by|defeat(?:ed|ing)?|thrash(?:ed|ing)?|v|vs|versus|against|lost to|losing to|lose to|loss to|"
    r"drew with|draw with|drawing with|drew against|win over|won over|victory over|defeat to|defeat by|defeat at|knocked out by|knocked out|"
    r"hosted by|visitors|opponents|rivals|away (?:day |trip |game |match |fixture |win |to |at |from )?(?:at|to|from|against|versus)|away|"
    r"travel(?:led|ling|s)? to|trip to face|face|faced|facing|played|playing|play|take on|took on|taking on|narrowly beat|edged out|"
    r"overcame|hammered|outplayed|welcomed|home to|versus|fixture with|match with|friendly with|guests of|narrow loss to|draw at|win at|won at|lost at)"
    + _BETWEEN
)  # fmt: skip
_OWN_SIDE_BEFORE = re.compile(r"\b(?:we|i|our (?:school|home)|us)\s(?:[\w']+\s){0,3}at\s$")
_OPPONENT_AFTER = re.compile(
    r"^(?:'s)?\s(?:\w+\s){0,2}?(?:beat|thrashed|defeated|hammered|knocked)\s(?:us|our|my)\b|^(?:'s)?\s(?:were|was)\s(?:too (?:good|strong)|good hosts|great hosts|the better)\b|^\s(?:ran out|came out)\s(?:winners|on top)"
)
_PRESS = re.compile(
    r"\b(?:gazette|herald|echo|chronicle|mercury|courier|evening post|examiner|argus|bbc|itv|guardian|telegraph|daily mail|the sun|"
    r"local (?:paper|news|radio)|newspaper|reporter|journalist|news(?:room|desk)?)\b[^.!?\n]{0,60}\b(?:report\w*|say\w*|said|stor\w+|"
    r"article|headline\w*|covered|feature\w*|ran|published|reads?)\b|\b(?:according to|read in|saw in|article in|headline in|breaking)\b"
)
_ADVERT = re.compile(
    r"\b(?:is|are)\s(?:hiring|recruiting|looking for|seeking|advertising)\b|\b(?:vacanc(?:y|ies)|job(?:s)? (?:going|available|advert)|"
    r"post available|apply (?:now|by|to|for)|closing date|estate agent|for sale|to let|bed(?:room)? (?:house|home|flat)|catchment(?: area)? (?:of|for)|"
    r"walking distance (?:of|to|from)|minutes from|close to|sponsored)\b"
)
_OUR_OWN = re.compile(
    r"\b(?:join (?:us|our|my)|my (?:team|department|school)|our (?:team|department|school|staff)|come and (?:work|join)|we(?:'re| are)|work with (?:me|us)|i work|i teach)\b"
)
_PARENT_TIE = re.compile(
    r"\b(?:start(?:s|ed|ing)?|first day|last day|settl\w+|goes|go|going|went|attend\w*|at|joins?|joined|joining|picked|pick|pick-up|collect\w*|"
    r"drop\w*|school|place|loves?|loved|loving|enjoy\w*|year|reception|class|uniform|parents'?|proud|teacher|nursery|got into|offer\w*|open (?:day|evening)|applied|applying|run to)\b"
)
_PLACE_AFTER = re.compile(
    r"^(?:'s)?\s(?:(?:lower|upper|retail|business|industrial|leisure|memorial|country|garden|city|community|village|working men's|"
    r"and district|medical|health|nursing|care|shopping|dental|veterinary|golf|cricket|football|rugby|tennis|bowls|social|sailing)\s)?"
    r"(?:road|rd|street|lane|ln|avenue|ave|close|drive|parkrun|park run|park|farm|garage|pub|inn|hotel|surgery|medical centre|"
    r"dental|dentist|church|parish|chapel|estate|station|roundabout|shopping centre|leisure centre|centre|library|fc|afc|rfc|cc|united|"
    r"town|rovers|wanderers|albion|athletic|club|hospice|hospital|nursing home|care home|home|house|court|gardens|grove|way|crescent|terrace|"
    r"place|vets|bakery|cafe|brewery|chip shop|chippy|co-?op|tesco|post office|market|village|woods?|common|reservoir|lake|hill|bridge|"
    r"allotments|cemetery|mews|square|walk|rise|view|meadows?|heights|barn|stables|kennels|nurseries|butchers?|dairy|cottage|mill|quarry)\b"
    r"(?!\s(?:safety|show|show of|trip|visit|club|fun|groups?|school|learning|run by|team|day))"
)  # fmt: skip
_PERSON_BEFORE = re.compile(
    r"\b(?:mr|mrs|miss|ms|dr|sir|lady|lord|dame|prof|professor|rev|cllr|fr|father|sister|pastor)\.?\s$"
)
_PLACE_BEFORE = re.compile(
    r"\b(?:lower|upper|great|little|new|old|north|south|east|west|nether|over|market|drive to|weekend in|holiday in|flat in|house in|village of|town of|born in|live in|lives in|lived in|moved to)\s$"
)


def is_outsider(text: str, start: int, end: int, *, namesakes: bool, staff: bool) -> bool:
    """Whether the writer, at text[start:end], plainly speaks as somebody else. `text` is folded.

    `namesakes` asks for streets and farms too: a name that says "school" itself has none. `staff` is whether the writer
    shows to work at a school.
    """
    before = text[max(0, start - _WINDOW) : start]
    after = text[end : end + _WINDOW]
    left, right = _SENTENCE_END.split(before)[-1], _SENTENCE_END.split(after)[0]
    if (_OPPONENT_BEFORE.search(left) and not _OWN_SIDE_BEFORE.search(left)) or _OPPONENT_AFTER.search(right):
        return True
    if namesakes and (_PLACE_AFTER.search(after) or _PERSON_BEFORE.search(before) or _PLACE_BEFORE.search(before)):
        return True
    sentence = left + " " + right
    if not staff:
        kin_near = KIN.search(sentence) is not None or KIN.search(before + " " + after) is not None
        if kin_near and _PARENT_TIE.search(sentence):
            return True
        if (_PRESS.search(sentence) or _ADVERT.search(sentence)) and not _OUR_OWN.search(text):
            return True
    return False
