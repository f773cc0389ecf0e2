"""What is checked, and on whose behalf."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

from guard.errors import WrongArgument
from guard.model import arguments
from guard.model.kinds import AccountKind, Kind, Role


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of text, half-open, in code points of the part as given."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: {self.start}..{self.end}")


@dataclass(frozen=True, slots=True)
class Region:
    """A rectangle in a picture, in pixels of the upright (EXIF-turned) picture; right and bottom are exclusive."""

    left: int
    top: int
    right: int
    bottom: int


@dataclass(frozen=True, slots=True)
class Account:
    """Whose account the draft goes out from, as far as anybody knows. Raises UsageError for what is none."""

    kind: AccountKind
    handle: str = field(default="", repr=False)
    name: str = field(default="", repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "kind", arguments.choice("kind", self.kind, AccountKind))
        arguments.text("handle", self.handle)
        arguments.text("name", self.name)

    @classmethod
    def personal(cls, handle: str = "", name: str = "") -> Self:
        return cls(AccountKind.PERSONAL, handle, name)

    @classmethod
    def official(cls, handle: str = "", name: str = "") -> Self:
        return cls(AccountKind.OFFICIAL, handle, name)

    @classmethod
    def unknown(cls, handle: str = "", name: str = "") -> Self:
        return cls(AccountKind.UNKNOWN, handle, name)


class MediaTooLarge(ValueError):
    """The picture has more bytes than may be read."""


@dataclass(frozen=True, slots=True)
class Media:
    """A picture attached to a draft: a file, bytes at hand, or the digest of bytes handed over earlier.

    `answers` holds what the person has already said about this picture, by `QuestionKey`.
    Neither the bytes nor what they are called appear in `repr`. Raises UsageError for what is no picture.
    """

    name: str = field(default="", repr=False)
    alt: str = field(default="", repr=False)
    answers: Mapping[str, str] = field(default_factory=dict)
    path: Path | None = field(default=None, repr=False)
    data: bytes | None = field(default=None, repr=False)
    known_digest: str | None = None

    def __post_init__(self) -> None:
        arguments.text("name", self.name)
        arguments.text("alt", self.alt)
        object.__setattr__(self, "answers", arguments.answers(self.answers))
        if self.path is not None:
            object.__setattr__(self, "path", Path(self.path))
        if self.data is not None and not isinstance(self.data, bytes):
            raise WrongArgument(f"data= takes bytes, not {type(self.data).__name__}")
        if self.known_digest is not None:
            arguments.text("digest", self.known_digest)

    @classmethod
    def from_path(cls, path: str | Path, *, alt: str = "", answers: Mapping[str, str] | None = None) -> Self:
        """A file on disk, read when it is checked. Raises FileNotFoundError when there is no such file."""
        path = Path(path)
        if not path.is_file():
            raise FileNotFoundError(f"no picture at {path}: give the path of a file that exists")
        return cls(name=path.name, alt=alt, answers=answers or {}, path=path)

    @classmethod
    def from_bytes(
        cls, data: bytes, *, name: str = "", alt: str = "", answers: Mapping[str, str] | None = None
    ) -> Self:
        """A picture in memory, encoded as the file it came from (JPEG, PNG, ...)."""
        return cls(name=name, alt=alt, answers=answers or {}, data=_bytes(data))

    @classmethod
    def from_digest(
        cls, digest: str, *, name: str = "", alt: str = "", answers: Mapping[str, str] | None = None
    ) -> Self:
        """A picture whose bytes a picture reader was given before, by the SHA-256 of those bytes in hexadecimal."""
        return cls(name=name, alt=alt, answers=answers or {}, known_digest=arguments.text("digest", digest))

    def load(self, limit: int) -> bytes | None:
        """The encoded bytes, or None when only the digest is known.

        Raises MediaTooLarge beyond `limit` bytes, OSError where the file cannot be read.
        """
        if self.data is not None:
            if len(self.data) > limit:
                raise MediaTooLarge(f"{len(self.data)} bytes, {limit} may be read")
            return self.data
        if self.path is None:
            return None
        # One byte more than the limit, so that a file which grows meanwhile is noticed too.
        with self.path.open("rb") as file:
            data = file.read(limit + 1)
        if len(data) > limit:
            raise MediaTooLarge(f"more than the {limit} bytes that may be read")
        return data


def _bytes(data: object) -> bytes:
    if not isinstance(data, (bytes, bytearray, memoryview)):
        raise WrongArgument(f"data= takes bytes, not {type(data).__name__}")
    return bytes(data)


def digest_of(data: bytes) -> str:
    """The name a picture goes by: SHA-256 of its encoded bytes, in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


@dataclass(frozen=True, slots=True)
class Part:
    """One text of a draft. `media` is the index of the picture an alt text or file name belongs to.

    The words stay out of `repr`, which ends up in logs.
    """

    text: str = field(repr=False)
    role: Role = Role.BODY
    media: int | None = None

    def __post_init__(self) -> None:
        arguments.text("text", self.text)
        object.__setattr__(self, "role", arguments.choice("role", self.role, Role))
        if self.media is not None and not isinstance(self.media, int):
            raise WrongArgument(f"media= takes the index of a picture, not {type(self.media).__name__}")


@dataclass(frozen=True, slots=True, init=False)
class Draft:
    """What somebody is about to post. `text=` is shorthand for a single body part. Raises UsageError for what is none.

    `dismissed` are fingerprints of findings that somebody has looked at and set aside.
    """

    parts: tuple[Part, ...]
    account: Account
    site: str
    kind: Kind
    media: tuple[Media, ...]
    to: str = field(repr=False)
    in_reply_to: str = field(repr=False)
    profile_text: str = field(repr=False)
    shared_from: str = field(repr=False)
    answers: Mapping[str, str]
    dismissed: frozenset[str]

    def __init__(
        self,
        text: str | None = None,
        *,
        parts: Sequence[Part] = (),
        account: Account | None = None,
        site: str = "",
        kind: Kind | str = Kind.POST,
        media: Sequence[Media] = (),
        to: str = "",
        in_reply_to: str = "",
        profile_text: str = "",
        shared_from: str = "",
        answers: Mapping[str, str] | None = None,
        dismissed: Iterable[str] = (),
    ) -> None:
        if text is not None and parts:
            raise WrongArgument("give text= or parts=, not both")
        if account is not None and not isinstance(account, Account):
            raise WrongArgument(f"account= takes an Account, such as Account.personal(), not {type(account).__name__}")
        body = (Part(text),) if text is not None else arguments.each("parts", parts, Part)
        for name, value in {
            "parts": body,
            "account": account if account is not None else Account.unknown(),
            "site": arguments.text("site", site),
            "kind": arguments.choice("kind", kind, Kind),
            "media": arguments.each("media", media, Media),
            "to": arguments.text("to", to),
            "in_reply_to": arguments.text("in_reply_to", in_reply_to),
            "profile_text": arguments.text("profile_text", profile_text),
            "shared_from": arguments.text("shared_from", shared_from),
            "answers": arguments.answers(answers),
            "dismissed": frozenset(arguments.each("dismissed", dismissed, str)),
        }.items():
            object.__setattr__(self, name, value)

    def all_parts(self) -> tuple[Part, ...]:
        """The parts as given, then each picture's alt text and file name: everything a rule may read words from."""
        about_media = []
        for index, media in enumerate(self.media):
            if media.alt:
                about_media.append(Part(media.alt, Role.ALT, index))
            if media.name:
                about_media.append(Part(media.name, Role.FILE_NAME, index))
        return self.parts + tuple(about_media)
