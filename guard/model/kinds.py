"""The kinds of things there are: closed lists, some of them in order."""

from __future__ import annotations

import enum


class OrderedStrEnum(enum.StrEnum):
    """A string enum whose members compare in the order they are written in, not alphabetically.

    A plain string counts as the member it spells ("stop"). Anything else raises TypeError: without a word, Python
    would compare the letters.
    """

    @property
    def rank(self) -> int:
        return list(type(self)).index(self)

    def __lt__(self, other: object) -> bool:
        return self.rank < self._rank_of(other)

    def __le__(self, other: object) -> bool:
        return self.rank <= self._rank_of(other)

    def __gt__(self, other: object) -> bool:
        return self.rank > self._rank_of(other)

    def __ge__(self, other: object) -> bool:
        return self.rank >= self._rank_of(other)

    def _rank_of(self, other: object) -> int:
        scale = type(self)
        if isinstance(other, scale):
            return other.rank
        if isinstance(other, str) and not isinstance(other, enum.Enum) and other in list(scale):
            return scale(other).rank
        raise TypeError(f"a {scale.__name__} compares with one of {', '.join(scale)}, not with {type(other).__name__}")


class Severity(OrderedStrEnum):
    """How much a finding matters; the school's choice."""

    ADVISE = "advise"
    WARN = "warn"
    STOP = "stop"


class Confidence(OrderedStrEnum):
    """How sure the rule is; the rule's own judgement."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


class Verdict(OrderedStrEnum):
    """What a report comes to as a whole."""

    CLEAR = "clear"
    WARN = "warn"
    NOT_CHECKED = "not_checked"
    STOP = "stop"


class AccountKind(enum.StrEnum):
    PERSONAL = "personal"
    OFFICIAL = "official"
    UNKNOWN = "unknown"


class Role(enum.StrEnum):
    """What a part of a draft is."""

    BODY = "body"
    TITLE = "title"
    ALT = "alt"
    FILE_NAME = "file_name"
    THREAD = "thread"


class Kind(enum.StrEnum):
    """What is about to be published."""

    POST = "post"
    COMMENT = "comment"
    REPLY = "reply"
    QUOTE = "quote"
    STORY = "story"
    MESSAGE = "message"
    PROFILE = "profile"
    RECOMMENDATION = "recommendation"
    CONNECTION_REQUEST = "connection_request"


class Source(enum.StrEnum):
    """Where a finding's authority comes from: a clause of the policy, the school's own list, or guidance."""

    CLAUSE = "clause"
    LIST = "list"
    GUIDANCE = "guidance"


class SkipCode(enum.StrEnum):
    """Why something could not be checked. A closed list; each has a sentence that says what to do."""

    PENDING = "pending"
    UNKNOWN_PICTURE = "unknown_picture"
    UNREADABLE = "unreadable"
    TOO_LARGE = "too_large"
    UNSUPPORTED = "unsupported"
    NO_MODELS = "no_models"
    NO_REGISTER = "no_register"
    RECOGNITION_OFF = "recognition_off"
    TIMEOUT = "timeout"
    RULE_FAILED = "rule_failed"


class LeftOut(enum.StrEnum):
    """Why a finding was left out of a report: somebody had decided so."""

    ALLOWED = "allowed"
    PUBLISHED = "published"
    DISMISSED = "dismissed"
    QUIET = "quiet"


class FixKind(enum.StrEnum):
    """What a fix does when the person presses it."""

    EDIT_TEXT = "edit_text"
    REPLACE_PICTURE = "replace_picture"
    REMOVE_PICTURE = "remove_picture"
    BLUR_FACES = "blur_faces"
    # Shows who is protected: offer it last, and only after saying so.
    BLUR_ONE_FACE = "blur_one_face"


class QuestionKey(enum.StrEnum):
    """What only the person can answer; answers come back in `Draft.answers` or `Media.answers` under this key."""

    PROFILE_DISCLAIMER = "profile_disclaimer"
    PUPILS = "pupils"
    CLEARED = "cleared"
    LISTED = "listed"
    RECIPIENT = "recipient"
