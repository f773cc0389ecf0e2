"""Whose a telephone number, an address or a date is, as the words around tell: "my mobile", "his mum's", "the office".

The nearest sign decides, and signs before count more than signs after.
"""

from __future__ import annotations

from guard.reading import Owner
from guard.text.word_sets import word_set
from guard.text.words import Words

_BEFORE, _AFTER = 10, 7
_WRITER = word_set("my mine myself")
_THEIRS = word_set("his her their hers theirs")
_KIN = word_set(
    """
    mum mums mam mams mom moms mummy dad dads daddy nan nans gran grans grandma grandad grandmother grandfather
    stepdad stepmum auntie aunt uncle childminder nanny mother father mothers fathers
    """
)
_DETAILS = word_set(
    """
    number numbers no num mobile mob phone cell landline tel telephone email e mail address postcode dob birthday
    birthdate date home house contact details whatsapp digits nhs ni nino upn account card sort bank personal private
    new old work
    """
)
_REACHING = word_set(
    """
    call ring text phone contact message email mail whatsapp dm reach bell tell ask catch msg txt find drop give get
    buzz write
    """
)
_OFFICES = word_set(
    """
    office reception receptionist helpline hotline helpdesk line lines switchboard desk school academy college nursery
    trust council surgery centre center hospital hospice clinic library museum theatre box station stadium arena
    church chapel hall club shop store cafe restaurant hotel pub farm park company team service services charity
    samaritans childline nspcc mind shelter kooth papyrus crimestoppers police nhs bank foodbank university venue
    county door ward firm garage surgery
    department dept supplier taxi taxis coach coaches bus garage admissions absence attendance enquiries enquiry
    bookings booking tickets ticket catering kitchen pta ptfa fundraising admin branch campus support info
    information hire lettings sendiass camhs dentist vet vets safeguarding hub gp ofsted dfe ico switch studio
    """
)
_VENUES = _OFFICES | word_set(
    """
    satnav sat navs parking park venue pitch pitches ground grounds fixture kick ko gallery barn mill castle zoo
    cathedral abbey temple mosque synagogue gurdwara court rooms suite unit floor warehouse pavilion leisure pool
    baths gym courts arena cinema tearoom bakery salon clubhouse courthouse depot showroom gardens market inn arms
    lodge cemetery crematorium playground field fields track trail wood woods visit plaque showground racecourse
    aquarium observatory laboratory institute sanctuary headquarters hq premises based situated located
    """
)
_PLACE_PERSON = word_set("lives live living lived moved moving stays staying home")
_STANDS_BACK = word_set("on at via through is are was the a an our or and to for by of in please pls new it")
_FUNDS = word_set(
    """
    pta ptfa ptsa school academy fund funds charity donate donation donations trust church club society appeal hospice
    association friends council sponsor justgiving scouts guides foodbank
    """
)
_SHORT = word_set("tel no mob st mr mrs ms dr ext e g")
_LISTED = word_set("who which so but because")


def contact_owner(words: Words, first: int, last: int) -> Owner:
    """Whose the number or address at words[first:last + 1] is."""
    found = _before(words, first)
    return found if found is not Owner.UNKNOWN else _after(words, last)


def place_owner(words: Words, first: int, last: int) -> Owner:
    """Whose the house or postcode at words[first:last + 1] is: somebody's home, or a venue's."""
    for index in _back(words, first, 14):
        word = words.words[index]
        if word in _WRITER or word in ("we", "our", "ours"):
            return Owner.WRITER if word in ("mine", "ours") else _home(words, index, first, Owner.WRITER)
        if word == "i":
            return Owner.WRITER if _between(words, index, first, _PLACE_PERSON) else Owner.UNKNOWN
        if word in _THEIRS or word in _KIN or word in ("he", "she", "they", "family", "child", "pupil", "student"):
            return Owner.PERSON
        if word in ("lives", "lived", "live", "living") and words.words[index + 1] in (
            "on",
            "in",
            "at",
            "near",
            "with",
        ):
            return _resident(words, index)
        if word in ("moved", "moving", "moves") and words.words[index + 1] in ("to", "into"):
            return _resident(words, index)
        if word == "s" and index and words.between(index - 1) == "'" and _owns(words, index + 1):
            return Owner.PERSON
        if word in _VENUES and not _between(words, index, first, _PLACE_PERSON):
            return Owner.ORGANISATION
    for index in range(last + 1, min(len(words), last + 6)):
        if "\n" in words.between(index - 1):
            break
        word = words.words[index]
        if word in _THEIRS:
            return Owner.PERSON
        if word in ("satnav", "sat", "parking", "venue") or word in _OFFICES:
            return Owner.ORGANISATION
    return Owner.UNKNOWN


def account_owner(words: Words, first: int, last: int) -> Owner:
    """Whose the bank account at words[first:last + 1] is: a charity's is there to be paid into."""
    near = words.words[max(0, first - 14) : first] + words.words[last + 1 : last + 9]
    return Owner.UNKNOWN if _FUNDS.isdisjoint(near) else Owner.ORGANISATION


# -- looking back and forth ----------------------------------------------------------------------------------------


def _before(words: Words, first: int) -> Owner:
    for index in _back(words, first, _BEFORE):
        word = words.words[index]
        if word in _WRITER:
            return Owner.WRITER if _owns(words, index + 1) or word != "my" else Owner.UNKNOWN
        if word == "me":
            return Owner.WRITER
        if word in ("i", "im"):
            return Owner.WRITER if _followed(words, index, ("m", "am", "ve")) else Owner.UNKNOWN
        if word == "us" and index and words.words[index - 1] in _REACHING:
            return Owner.ORGANISATION
        if word in _THEIRS and (
            _owns(words, index + 1) or (words.words[index - 1 : index] and words.words[index - 1] in _REACHING)
        ):
            return Owner.PERSON
        if word in ("him", "them"):
            return Owner.PERSON if index and words.words[index - 1] in _REACHING else Owner.UNKNOWN
        if word in _OFFICES:
            return Owner.ORGANISATION
        if word in _KIN:
            return Owner.PERSON
        if word == "book" and index and words.words[index - 1] == "to":
            return Owner.ORGANISATION
        if word == "s" and index and words.between(index - 1) == "'" and _owns(words, index + 1):
            return Owner.ORGANISATION if words.words[index - 1] in _OFFICES else Owner.PERSON
    return Owner.UNKNOWN


def _after(words: Words, last: int) -> Owner:
    for index in range(last + 1, min(len(words), last + 1 + _AFTER)):
        gap = words.between(index - 1)
        if "\n" in gap or "." in gap or "!" in gap:
            break
        word = words.words[index]
        if word in _WRITER or (word == "me" and words.words[index - 1] in _REACHING):
            return Owner.WRITER
        if word in _THEIRS or word in _KIN:
            return Owner.PERSON
        if word in _OFFICES or (word == "book" and words.words[index - 1] == "to"):
            return Owner.ORGANISATION
    return Owner.UNKNOWN


def _back(words: Words, first: int, most: int) -> range:
    """The words before `first` on its line and in its sentence, nearest first, at most `most`."""
    index = first
    while index > 0 and first - index < most:
        gap = words.between(index - 1)
        if "\n" in gap or "!" in gap or "?" in gap:
            break
        if "." in gap and words.words[index - 1] not in _SHORT and gap.strip() == "." and len(gap) > 1:
            break
        index -= 1
    return range(first - 1, index - 1, -1)


def _owns(words: Words, index: int) -> bool:
    """Whether what is owned, within a few words, is a number, an address or the like."""
    return not _DETAILS.isdisjoint(words.words[index : index + 4])


def _followed(words: Words, index: int, following: tuple[str, ...]) -> bool:
    return words.words[index] == "im" or (index + 1 < len(words) and words.words[index + 1] in following)


def _between(words: Words, first: int, last: int, signs: frozenset[str]) -> bool:
    return not signs.isdisjoint(words.words[first + 1 : last])


def _home(words: Words, index: int, first: int, owner: Owner) -> Owner:
    """ "our house at ..." is a home, "our spring fair at ..." is not."""
    near = words.words[index + 1 : first]
    at_home = _PLACE_PERSON | word_set("house flat address place postcode")
    return owner if not at_home.isdisjoint(near) else Owner.UNKNOWN


def _resident(words: Words, index: int) -> Owner:
    """Who lives there: somebody named or not, unless it is the writer."""
    before = words.words[max(0, index - 3) : index]
    if "i" in before or "we" in before:
        return Owner.WRITER
    return Owner.PERSON
