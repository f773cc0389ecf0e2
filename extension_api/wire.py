"""What travels over HTTP. These types validate requests and make the API description; unknown fields are ignored."""

from __future__ import annotations

import json
import re
from typing import Annotated, Any, Literal, NoReturn, TypeVar

import msgspec
from flask import request
from msgspec import Meta, Struct

from extension_api.problems import Problem, ValueProblem
from guard.model import Account, AccountKind, Draft, Kind, Media, Part, Role
from guard.usefulness import Outcome

Text = Annotated[str, Meta(max_length=100_000)]
Short = Annotated[str, Meta(max_length=1_000)]
Digest = Annotated[str, Meta(pattern="^[0-9a-f]{64}$", description="SHA-256 of the picture's bytes")]
Fingerprint = Annotated[str, Meta(pattern="^[0-9a-f]{64}$", description="The fingerprint of a finding set aside")]
Answers = Annotated[dict[Short, Short], Meta(max_length=20)]
OffsetEncoding = Literal["utf-16", "code-point"]


class PartIn(Struct, frozen=True):
    text: Text
    role: Role = Role.BODY


class AccountIn(Struct, frozen=True):
    kind: AccountKind = AccountKind.UNKNOWN
    handle: Short = ""
    name: Short = ""


class MediaIn(Struct, frozen=True):
    digest: Digest
    name: Short = ""
    alt: Text = ""
    answers: Answers = {}


class DraftIn(Struct, frozen=True):
    parts: Annotated[tuple[PartIn, ...], Meta(max_length=200)] = ()
    kind: Kind = Kind.POST
    site: Short = ""
    account: AccountIn = AccountIn()
    to: Short = ""
    in_reply_to: Text = ""
    profile_text: Text = ""
    shared_from: Text = ""
    media: Annotated[tuple[MediaIn, ...], Meta(max_length=50)] = ()
    answers: Answers = {}
    dismissed: Annotated[tuple[Fingerprint, ...], Meta(max_length=1_000)] = ()

    def to_draft(self) -> Draft:
        """The same in the library's words."""
        return Draft(
            parts=tuple(Part(part.text, part.role) for part in self.parts),
            account=Account(self.account.kind, self.account.handle, self.account.name),
            site=self.site,
            kind=self.kind,
            media=tuple(
                Media.from_digest(each.digest, name=each.name, alt=each.alt, answers=each.answers)
                for each in self.media
            ),
            to=self.to,
            in_reply_to=self.in_reply_to,
            profile_text=self.profile_text,
            shared_from=self.shared_from,
            answers=self.answers,
            dismissed=self.dismissed,
        )


class CheckRequest(Struct, frozen=True):
    draft: DraftIn
    offset_encoding: OffsetEncoding = "utf-16"
    language: Short = ""


class PolicyRequest(Struct, frozen=True):
    language: Short = ""


class PairRequest(Struct, frozen=True):
    code: Annotated[str, Meta(max_length=20)]


class OutcomeIn(Struct, frozen=True):
    rule: Short
    outcome: Outcome


class OutcomesRequest(Struct, frozen=True):
    outcomes: Annotated[tuple[OutcomeIn, ...], Meta(min_length=1, max_length=100)]


class Nothing(Struct, frozen=True):
    """A body that says nothing."""


T = TypeVar("T", bound=Struct)


def read_json(wanted: type[T]) -> T:
    """The request's body as `wanted`. Raises Problem "malformed" or "invalid"."""
    try:
        # Not msgspec's own decoder: it refuses lone surrogates, which a half-typed emoji leaves in a draft.
        data = json.loads(request.get_data(cache=False).decode("utf-8"), parse_constant=_refuse_constant)
    except (ValueError, RecursionError):
        raise Problem("malformed") from None
    return convert(data, wanted)


def convert(data: Any, wanted: type[T]) -> T:
    """JSON data as `wanted`. Raises Problem "invalid", which names the place and what was expected."""
    try:
        return msgspec.convert(data, wanted)
    except msgspec.ValidationError as error:
        raise Problem("invalid", errors=[_value_problem(str(error))]) from None
    except UnicodeEncodeError:
        # A lone surrogate in a name or a keyword; in texts they are welcome.
        raise Problem("invalid", errors=[ValueProblem("", "A key or keyword is not Unicode text.")]) from None


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError("not JSON")


_WHERE = re.compile(r" - at (?:`(?:key|value)` in )?`\$(?P<path>[^`]*)`$")
_STEP = re.compile(r"\.([A-Za-z_]+)|\[(\d+)\]")
# Only these sentences of msgspec's are passed on: they speak of types and limits, never of the value received.
_SAFE = re.compile(
    r"Expected `[a-z0-9 |_]+`(?:, got `[a-z]+`| of length [<>]= \d+| matching regex '[^']+')?"
    r"|Object missing required field `[a-z_]+`"
)


def _value_problem(text: str) -> ValueProblem:
    where = _WHERE.search(text)
    sentence = text[: where.start()] if where else text
    path = where["path"] if where else ""
    pointer = "".join(f"/{name or index}" for name, index in _STEP.findall(path))
    safe = _SAFE.fullmatch(sentence)
    return ValueProblem(pointer, f"{sentence}." if safe else "Not one of the values there are.")
