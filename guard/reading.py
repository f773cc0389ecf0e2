"""What readers produce and rules consume: what a draft says and shows, perceived without knowing any policy.

Readers live in `guard.text` and `guard.pictures`; rules import these types and nothing else of them.
Spans point into the part exactly as given (see `guard.model`). Persons are opaque references.
"""

from __future__ import annotations

import enum
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from guard.model import Part, Region, SkipCode, Span


class Frame(enum.Flag):
    """In what light a stretch of text stands; linguistic evidence that rules weigh."""

    NONE = 0
    QUOTED = enum.auto()  # inside quotation marks, or reported speech
    TITLE = enum.auto()  # the title of a book, film, song or lesson
    LESSON = enum.auto()  # teaching, history or prevention talk stands by
    PLACE = enum.auto()  # part of the name of a place or person
    NEGATED = enum.auto()


class Category(enum.StrEnum):
    """What sort of offence a lexicon term gives. Identity categories follow the protected characteristics."""

    PROFANITY = "profanity"
    SEXUAL = "sexual"
    INSULT = "insult"
    RACE = "race"
    RELIGION = "religion"
    SEX = "sex"
    SEXUAL_ORIENTATION = "sexual_orientation"
    GENDER_REASSIGNMENT = "gender_reassignment"
    DISABILITY = "disability"
    AGE = "age"


class Grade(enum.StrEnum):
    """How strong an offensive term is to a British school audience."""

    MILD = "mild"
    STRONG = "strong"
    UNGRADED = "ungraded"  # reported by better-profanity alone, which does not grade


@dataclass(frozen=True, slots=True)
class OffensiveTerm:
    """An offensive word or phrase, plain or disguised."""

    span: Span
    category: Category
    grade: Grade
    frame: Frame = Frame.NONE
    disguised: bool = False


class MentionForm(enum.StrEnum):
    """How an organisation was named."""

    NAME = "name"
    ALIAS = "alias"
    ABBREVIATION = "abbreviation"
    HANDLE = "handle"
    HASHTAG = "hashtag"
    DOMAIN = "domain"
    MOTTO = "motto"
    MISSPELLING = "misspelling"


@dataclass(frozen=True, slots=True)
class OrganisationMention:
    """The text names a protected organisation.

    `organisation` is its index in the policy; `certain` is False for an ambiguous name (a saint, a town, a common
    motto) with nothing near that speaks for the school; `outsider` is True where the writer is plainly somebody else:
    an opponent, a parent of a child there.
    """

    span: Span
    organisation: int
    form: MentionForm
    certain: bool = True
    outsider: bool = False


@dataclass(frozen=True, slots=True)
class StaffHint:
    """The writer shows to work at a school without naming it ("my Year 4s", "our headteacher")."""

    span: Span
    strong: bool


@dataclass(frozen=True, slots=True)
class Disclaimer:
    """A real disclaimer of the writer's own. `denies_employer`: it says whose views they are not."""

    span: Span
    denies_employer: bool


class NameForm(enum.StrEnum):
    """How a person of the register was named in full."""

    FULL = "full"
    SWAPPED = "swapped"
    INITIAL = "initial"
    NICKNAME = "nickname"
    JOINED = "joined"  # hashtag, handle, file name
    TYPO = "typo"


@dataclass(frozen=True, slots=True)
class PersonMention:
    """The full name of somebody on the register stands in the text.

    `forename` and `surname` are the spans of the two halves where they stand apart. `evidence` is True where class,
    year, school or pupil talk stands by; `other_person` where the text points to somebody else of that name
    (a title, an author, a date of long ago).
    """

    span: Span
    person: str
    form: NameForm
    forename: Span | None = None
    surname: Span | None = None
    evidence: bool = False
    other_person: bool = False


@dataclass(frozen=True, slots=True)
class FirstName:
    """A first name without its surname. `people` are those on the register who go by it.

    `by_class`: a class or group is said with it; `introduced`: it is brought in as a pupil's; `pupil`: pupil talk is
    near; `grown_up`: it seems to be a grown-up's or a character's; `own_family`: the writer speaks of the family;
    `told_of`: it is shown as under a picture, or somebody's who did something; `praised`: praise or a greeting leads up
    to it; `class_near`: a class is spoken of not far off; `grown_ups_near`: words for grown-ups or people in stories
    are; `rare`: it is on no list of names, and only stands where names do.
    """

    span: Span
    people: tuple[str, ...] = ()
    by_class: bool = False
    introduced: bool = False
    pupil: bool = False
    grown_up: bool = False
    own_family: bool = False
    told_of: bool = False
    praised: bool = False
    class_near: bool = False
    grown_ups_near: bool = False
    rare: bool = False


class RemarkKind(enum.StrEnum):
    """What sort of thing is said, where it takes more than single words; each has a file in guard/text/data/remarks."""

    ABUSE = "abuse"
    ABUSE_ANSWERED = "abuse_answered"
    BORROWED_MATERIAL = "borrowed_material"
    BUSINESS_TOPIC = "business_topic"
    CAPTION = "caption"
    CONFIDENTIAL = "confidential"
    CONNECTION = "connection"
    CRITICISM = "criticism"
    DEMEANING = "demeaning"
    DISCLOSURE = "disclosure"
    DISPARAGEMENT = "disparagement"
    GRIEVANCE = "grievance"
    GROWN_UP = "grown_up"
    IMPERSONATION = "impersonation"
    INTERNAL_DOCUMENT = "internal_document"
    OWN_VIEW = "own_view"
    PARENT_TALK = "parent_talk"
    PASSWORD = "password"  # noqa: S105 - what is spoken of, not one
    PERSONAL_GAIN = "personal_gain"
    PRESS_CONTACT = "press_contact"
    PRESS_REFERRED = "press_referred"
    PUPIL_ADDRESSED = "pupil_addressed"
    PUPIL_CONTACT = "pupil_contact"
    REFERENCE = "reference"
    RESHARED = "reshared"
    RIDICULE = "ridicule"
    SOLICITATION = "solicitation"
    SPEAKS_FOR_SCHOOL = "speaks_for_school"
    STANCE = "stance"
    WORK_TALK = "work_talk"


class Target(enum.StrEnum):
    """Whom or what a remark is about."""

    NOBODY = "nobody"
    SELF = "self"
    READER = "reader"
    SCHOOL = "school"
    STAFF = "staff"
    PUPIL = "pupil"
    FORMER_PUPIL = "former_pupil"
    PARENT = "parent"
    GROUP = "group"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Remark:
    """Something is said, in whatever words. `strong` is False for what could also mean something else."""

    kind: RemarkKind
    span: Span
    strong: bool = True
    target: Target = Target.NOBODY
    frame: Frame = Frame.NONE


@dataclass(frozen=True, slots=True)
class SchoolTerm:
    """A word or phrase that the school asked to look for stands here; `term` is how the school writes it."""

    span: Span
    term: str


class DataKind(enum.StrEnum):
    """What sort of personal data stands in a text."""

    PHONE = "phone"
    EMAIL = "email"
    MESSAGING = "messaging"  # a name in a messaging app, or the invitation to write there
    ADDRESS = "address"
    POSTCODE = "postcode"
    BIRTH_DATE = "birth_date"
    PUPIL_NUMBER = "pupil_number"  # Unique Pupil Number
    NHS_NUMBER = "nhs_number"
    NATIONAL_INSURANCE = "national_insurance"
    CARD = "card"
    BANK_ACCOUNT = "bank_account"


class Owner(enum.StrEnum):
    """Whose a piece of personal data is, as far as the words around tell."""

    WRITER = "writer"
    PERSON = "person"  # a pupil, somebody's family, a colleague
    ORGANISATION = "organisation"  # an office, a helpline, a venue, a published number
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class PersonalDatum:
    """Contact details or an identifier. Numbers that carry a check digit are only reported where it is right.

    `organisation` is the index of the protected organisation whose domain an e-mail address is at.
    """

    span: Span
    kind: DataKind
    owner: Owner = Owner.UNKNOWN
    organisation: int | None = None


class LinkKind(enum.StrEnum):
    """What can be told of a web address without going there."""

    PLAIN = "plain"
    SHORTENED = "shortened"  # where it leads cannot be seen
    LOOKALIKE = "lookalike"  # made to be taken for the school's own site or a well-known one
    NEAR = "near"  # one letter off such a site
    DISGUISED = "disguised"  # begins with one host and leads to another (user@host)
    NUMBER = "number"  # an IP address where a name should be
    UNSUITABLE = "unsuitable"  # a site that no school post leads to
    PROGRAM = "program"


@dataclass(frozen=True, slots=True)
class Link:
    """A web address. `host` is in small letters, as written (not decoded from Punycode), without "www."."""

    span: Span
    host: str
    kind: LinkKind


class When(enum.StrEnum):
    """When pupils are out of school, as the text has it."""

    NOW = "now"
    LATER = "later"
    BACK = "back"  # when and how they come back


@dataclass(frozen=True, slots=True)
class Outing:
    """Somebody is out, or will be: never what is over. `pupils` is True where pupils or a school trip stand by."""

    span: Span
    when: When
    place: Span | None = None
    pupils: bool = False


class HostilityKind(enum.StrEnum):
    """What sort of hostility a text shows towards people."""

    DEROGATION = "derogation"  # a group with a protected characteristic is run down, shut out or hated
    THREAT = "threat"
    WISH = "wish"  # that harm may come to somebody, or should
    ABUSE = "abuse"  # of one person: insulted, hated, ganged up on
    SELF_HARM = "selfharm"  # somebody is talked into it
    EXTREMISM = "extremism"  # terror or genocide is praised or denied


class Strength(enum.StrEnum):
    """How plain a hostility is."""

    STRONG = "strong"
    WEAK = "weak"  # could be meant less badly
    IDIOM = "idiom"  # a way of speaking, mostly


@dataclass(frozen=True, slots=True)
class Hostility:
    """Something hostile said of, or to, people. `playful` is True where a laugh stands by, or a game is meant."""

    kind: HostilityKind
    span: Span
    strength: Strength
    target: Target
    frame: Frame = Frame.NONE
    playful: bool = False


class Party(enum.StrEnum):
    """Who somebody is whom a draft goes to, answers or shows."""

    PUPIL = "pupil"
    FORMER_PUPIL = "former_pupil"
    PARENT = "parent"
    PRESS = "press"


@dataclass(frozen=True, slots=True)
class Tag:
    """A handle with its at sign. `organisation`: it looks like a club's, a shop's or a paper's, not like somebody's."""

    span: Span
    handle: str = field(repr=False)
    organisation: bool = False


class CircumstanceSort(enum.StrEnum):
    """What somebody's circumstances are about."""

    MEDICAL = "medical"
    NEEDS = "needs"  # special educational needs, free school meals
    SAFETY = "safety"  # safeguarding, care
    BEHAVIOUR = "behaviour"
    FAMILY = "family"


class About(enum.StrEnum):
    """Whom circumstances are told of."""

    PUPIL = "pupil"  # somebody unnamed: "one of my Year 4s"
    NAMED = "named"
    FAMILY = "family"
    STAFF = "staff"


@dataclass(frozen=True, slots=True)
class Circumstance:
    """Something private is told of somebody: an illness, special needs, care, behaviour, the home.

    `name` is where the name stands, if one does: `listed` on the register, `full_name` more than a first name.
    `beside`: only a sensitive word stands in the sentence of a name on the register. `sure` is False where nothing says
    that a pupil's family is meant; `school_talk` is True where class, year or pupil talk stands by the name.
    """

    span: Span
    sort: CircumstanceSort
    about: About
    name: Span | None = None
    listed: bool = False
    full_name: bool = False
    beside: bool = False
    sure: bool = True
    school_talk: bool = False


@dataclass(frozen=True, slots=True)
class PartReading:
    """Everything read from one part of a draft. `sentences` are where its sentences stand, in order.

    `signature` is where it says who is posting. `parties` are only read of what stands around a draft (`Reading.to`,
    `.in_reply_to`, `.shared_from`): who is shown there to be addressed, to ask or to be pictured.
    """

    part: Part
    offensive: tuple[OffensiveTerm, ...] = ()
    organisations: tuple[OrganisationMention, ...] = ()
    staff_hints: tuple[StaffHint, ...] = ()
    disclaimers: tuple[Disclaimer, ...] = ()
    persons: tuple[PersonMention, ...] = ()
    first_names: tuple[FirstName, ...] = ()
    remarks: tuple[Remark, ...] = ()
    hostilities: tuple[Hostility, ...] = ()
    personal_data: tuple[PersonalDatum, ...] = ()
    circumstances: tuple[Circumstance, ...] = ()
    terms: tuple[SchoolTerm, ...] = ()
    links: tuple[Link, ...] = ()
    outings: tuple[Outing, ...] = ()
    tags: tuple[Tag, ...] = ()
    signature: Span | None = None
    parties: frozenset[Party] = frozenset()
    sentences: tuple[Span, ...] = ()

    def sentence_of(self, span: Span) -> int:
        """The number of the sentence a span begins in."""
        return max(0, bisect_right(self.sentences, span.start, key=lambda sentence: sentence.start) - 1)

    def same_sentence(self, one: Span, other: Span) -> bool:
        """Whether two spans begin in one sentence."""
        return self.sentence_of(one) == self.sentence_of(other)

    def remarks_of(self, *kinds: RemarkKind) -> tuple[Remark, ...]:
        """The remarks of these kinds, in order of place."""
        return tuple(remark for remark in self.remarks if remark.kind in kinds)


@dataclass(frozen=True, slots=True)
class FaceMatch:
    """A possible match with somebody enrolled. `score` is the penalised cosine similarity, -1..1; higher is closer."""

    person: str
    score: float


@dataclass(frozen=True, slots=True)
class Face:
    """A face in a picture. `score` is the detector's, 0..1; `match` the one best match above the threshold, if any."""

    region: Region
    score: float
    match: FaceMatch | None = None


@dataclass(frozen=True, slots=True)
class PictureReading:
    """What was seen of one picture. `skipped` says why it was not read; then sizes are 0 and there are no faces.

    `recognised` is False when faces were only counted (recognition off, or no gallery).
    """

    digest: str
    width: int = 0
    height: int = 0
    faces: tuple[Face, ...] = ()
    recognised: bool = False
    skipped: SkipCode | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """A whole draft, read. `parts` follows `Draft.all_parts()`, `pictures` follows `Draft.media`.

    `in_reply_to` and `shared_from` are what is answered and what is shared, as far as the draft tells; `to` is whom it
    goes to, `account` the account's name and handle, a line each.
    """

    parts: tuple[PartReading, ...]
    pictures: tuple[PictureReading, ...] = ()
    profile: PartReading | None = None
    in_reply_to: PartReading | None = None
    shared_from: PartReading | None = None
    to: PartReading | None = None
    account: PartReading | None = None

    def __iter__(self) -> Iterator[tuple[int, PartReading]]:
        return iter(enumerate(self.parts))

    def addressed(self) -> frozenset[Party]:
        """Who is shown to be written to or answered; a name of the register is a pupil's, unless it is a parent's."""
        parties: frozenset[Party] = frozenset()
        if self.in_reply_to is not None:
            parties |= self.in_reply_to.parties
        if self.to is not None:
            parties |= self.to.parties
            if not self.to.parties and any(not person.other_person for person in self.to.persons):
                parties |= {Party.PUPIL}
        return parties
