"""Things people say in many words."""

from __future__ import annotations

import enum
from dataclasses import dataclass

from guard.model import Span
from guard.reading.evidence import Frame


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
