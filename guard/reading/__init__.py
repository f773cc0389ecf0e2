"""What readers produce and rules consume: what a draft says and shows, perceived without knowing any policy.

Readers live in `guard.text` and `guard.pictures`; rules import these types and nothing else of them.
Spans point into the part exactly as given (see `guard.model`). Persons are opaque references.
"""

from __future__ import annotations

from guard.reading.draft import PartReading, Reading
from guard.reading.evidence import Frame
from guard.reading.language import Category, Grade, Hostility, HostilityKind, OffensiveTerm, SchoolTerm, Strength
from guard.reading.likeness import Likeness
from guard.reading.links import Link, LinkKind
from guard.reading.organisations import Disclaimer, MentionForm, OrganisationMention, StaffHint
from guard.reading.outings import Outing, When
from guard.reading.people import FirstName, NameForm, Party, PersonMention, Tag
from guard.reading.personal import About, Circumstance, CircumstanceSort, DataKind, Owner, PersonalDatum
from guard.reading.pictures import Face, FaceMatch, PictureReading
from guard.reading.remarks import Remark, RemarkKind, Target

__all__ = [
    "About",
    "Category",
    "Circumstance",
    "CircumstanceSort",
    "DataKind",
    "Disclaimer",
    "Face",
    "FaceMatch",
    "FirstName",
    "Frame",
    "Grade",
    "Hostility",
    "HostilityKind",
    "Likeness",
    "Link",
    "LinkKind",
    "MentionForm",
    "NameForm",
    "OffensiveTerm",
    "OrganisationMention",
    "Outing",
    "Owner",
    "PartReading",
    "Party",
    "PersonMention",
    "PersonalDatum",
    "PictureReading",
    "Reading",
    "Remark",
    "RemarkKind",
    "SchoolTerm",
    "StaffHint",
    "Strength",
    "Tag",
    "Target",
    "When",
]
