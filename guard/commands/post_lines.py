"""Posts out of a JSON Lines file, one a line. A line that is no post is told apart from those that are."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct

from guard.errors import UsageError
from guard.formats.checked import Refused
from guard.model import Account, AccountKind, Draft, Kind, Media, Part, Role


class _Part(Struct, frozen=True, forbid_unknown_fields=True):
    text: str
    role: Role = Role.BODY


class _Line(Struct, frozen=True):
    """One line, as it may be written. What is left out comes from the command line."""

    text: str | msgspec.UnsetType = msgspec.UNSET
    parts: tuple[_Part, ...] = ()
    account: AccountKind | None = None
    handle: str | msgspec.UnsetType = msgspec.UNSET
    site: str | msgspec.UnsetType = msgspec.UNSET
    kind: Kind | msgspec.UnsetType = msgspec.UNSET
    images: tuple[str, ...] = ()
    to: str = ""
    in_reply_to: str = ""
    profile_text: str = ""
    id: str | int | None = None


@dataclass(frozen=True, slots=True)
class PostLine:
    """A post and the line it stands on; `id` is what the file calls it."""

    draft: Draft = field(repr=False)
    line: int
    id: str | int | None = None


def read_lines(text: str, path: Path, defaults: Draft) -> Iterator[PostLine | Refused]:
    """The posts of a file's text; account, site and kind of `defaults` hold for lines that do not say them."""
    # Only at line feeds: JSON strings may hold the other characters that end a line for Python.
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            post = _parsed(line)
            yield PostLine(_draft(post, path.parent, defaults), number, post.id)
        except UsageError as error:
            yield Refused(path, number, f"{path}:{number}: {error}")


def _parsed(line: str) -> _Line:
    try:
        data = json.loads(line)
    except json.JSONDecodeError as error:
        raise UsageError(f"not JSON ({error.msg} at character {error.pos})") from None
    except (ValueError, RecursionError):
        raise UsageError("not JSON that can be read: a number too long, or lists nested too deeply") from None
    if not isinstance(data, dict):
        raise UsageError("an object with 'text' is wanted")
    for key in data:
        if key not in _Line.__struct_fields__:
            raise UsageError(f"unknown key {key!r}; known are {', '.join(sorted(_Line.__struct_fields__))}")
    try:
        post = msgspec.convert(data, _Line)
    except msgspec.ValidationError as error:
        raise UsageError(f"a value is not what it should be: {_explained(str(error))}") from None
    except UnicodeEncodeError:
        raise UsageError("a value is not what it should be: a keyword is not Unicode text") from None
    if post.text is msgspec.UNSET and not post.parts and not post.images:
        raise UsageError("nothing to check: 'text', 'parts' or 'images' is wanted")
    return post


def _explained(error: str) -> str:
    """What msgspec says, with the key in front, and without the value."""
    sentence, _, path = error.partition(" - at `$.")
    key = path.rstrip("`")
    if sentence.startswith("Invalid enum value"):
        kinds: Any = {"account": AccountKind, "kind": Kind}.get(key, Role)
        sentence = f"one of {', '.join(kinds)} is wanted"
    return f"key {key!r}: {sentence[:1].lower()}{sentence[1:].replace('`', '')}"


def _draft(post: _Line, folder: Path, defaults: Draft) -> Draft:
    account = defaults.account
    if post.account is not None or post.handle is not msgspec.UNSET:
        account = Account(post.account or AccountKind.UNKNOWN, post.handle or "")
    return Draft(
        # "" is a text too: a post of pictures only.
        None if post.parts and post.text is msgspec.UNSET else post.text or "",
        parts=[Part(part.text, part.role) for part in post.parts],
        account=account,
        site=defaults.site if post.site is msgspec.UNSET else post.site,
        kind=defaults.kind if post.kind is msgspec.UNSET else post.kind,
        media=[picture_at(folder / image) for image in post.images],
        to=post.to,
        in_reply_to=post.in_reply_to,
        profile_text=post.profile_text,
    )


def picture_at(path: Path) -> Media:
    """The picture in a file. Raises UsageError where there is none."""
    try:
        return Media.from_path(path)
    except (OSError, ValueError) as error:
        raise UsageError(str(error)) from None
