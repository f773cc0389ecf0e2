"""Old posts out of a CSV file, as a site's export or a spreadsheet writes it.

Excel's ways are known: a byte-order mark, UTF-16, semicolons or tabs, a first line that says `sep=;`, empty rows at the
end. Errors name the line and never quote a post.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from guard.errors import UsageError
from guard.model import Account, AccountKind, Draft, Kind

# Headings by what they mean, in small letters without blanks and signs.
_HEADINGS = {
    "text": ("text", "post", "message", "caption", "content", "body", "posttext", "fulltext", "tweettext"),
    "account": ("account", "accountkind", "accounttype", "kindofaccount"),
    "handle": ("handle", "username", "user", "author", "page", "pagename", "accountname"),
    "site": ("site", "platform", "network", "channel"),
    "to": ("to", "recipient"),
    "in_reply_to": ("inreplyto", "replyto", "parent"),
    "kind": ("kind", "type", "posttype"),
    "date": ("date", "time", "datetime", "created", "createdat", "posted", "publishedat", "publishtime", "timestamp"),
}
_SITES = {
    "x": "x.com",
    "twitter": "x.com",
    "twitter.com": "x.com",
    "facebook": "facebook.com",
    "linkedin": "linkedin.com",
    "instagram": "instagram.com",
}
_ACCOUNTS = {"school": AccountKind.OFFICIAL, "own": AccountKind.PERSONAL, "": AccountKind.UNKNOWN}
_DATES = ("%d/%m/%Y %H:%M:%S", "%d/%m/%Y %H:%M", "%d/%m/%Y", "%d/%m/%y %H:%M", "%d/%m/%y", "%d-%m-%Y", "%d %b %Y")
_DELIMITERS = ",;\t|"
_SEPARATOR = re.compile(r"sep=(.)\r?\n", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Post:
    """One old post. `line` is the line of the file it begins on; `at` when it went out, without a time zone perhaps."""

    line: int
    draft: Draft = field(repr=False)
    at: datetime | None = None


def read_posts(path: Path) -> Iterator[Post]:
    """The posts of a CSV file with a column `text`, and perhaps `account`, `handle`, `site`, `kind`, `date`, `to` (whom
    it goes to) and `in_reply_to` (the text it answers).

    Raises UsageError with the line that is not what it should be.
    """
    text = _decoded(path)
    said = _SEPARATOR.match(text)
    header = text[said.end() if said else 0 :].lstrip().partition("\n")[0]
    # newline="": line breaks inside a post stay as they are, and csv finds the ends of rows itself.
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=said[1] if said else _delimiter(header), strict=True)
    columns: dict[str, int] | None = None
    width = 0
    line = 1
    try:
        for row in rows:
            begun, line = line, rows.line_num + 1
            if not any(cell.strip() for cell in row) or (begun == 1 and said):
                continue
            if columns is None:
                columns, width = _columns(row, f"{path}:{begun}"), len(row)
            elif any(cell.strip() for cell in row[width:]):
                raise UsageError(
                    f"{path}:{begun}: the row has more columns than the first one: a post with a separator in it "
                    "needs quotation marks around it"
                )
            else:
                yield _post(row, columns, begun, f"{path}:{begun}")
    except csv.Error as error:
        raise UsageError(f"{path}:{line}: not CSV ({error}): is a quotation mark missing?") from None
    if columns is None:
        raise UsageError(f"{path}: the file is empty")


def _decoded(path: Path) -> str:
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        raise UsageError(f"no file at {path}") from None
    except OSError as error:
        raise UsageError(f"{path} cannot be read ({type(error).__name__})") from None
    if data.startswith(b"PK"):
        raise UsageError(f"{path} is a workbook: save it as 'CSV UTF-8' and try again")
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _as(data, "utf-16", path)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        # What Excel on Windows writes for plain "CSV".
        return _as(data, "cp1252", path)


def _as(data: bytes, encoding: str, path: Path) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        raise UsageError(f"{path} is not text that can be read: save it as 'CSV UTF-8' and try again") from None


def _delimiter(header: str) -> str:
    return max(_DELIMITERS, key=header.count)


def _columns(row: Sequence[str], where: str) -> dict[str, int]:
    found: dict[str, int] = {}
    for index, cell in enumerate(row):
        plain = "".join(character for character in cell.lower() if character.isalnum())
        for meaning, headings in _HEADINGS.items():
            if plain in headings:
                found.setdefault(meaning, index)
    if "text" not in found:
        raise UsageError(f"{where}: no column is called 'text': the first row has to say which column holds the posts")
    return found


def _post(row: Sequence[str], columns: dict[str, int], line: int, where: str) -> Post:
    cells = {meaning: row[index].strip() for meaning, index in columns.items() if index < len(row)}
    if "text" not in cells:
        raise UsageError(f"{where}: the row has fewer columns than the first one")
    site = cells.get("site", "").lower()
    account = Account(_account_kind(cells.get("account", ""), where), cells.get("handle", ""))
    draft = Draft(
        row[columns["text"]],
        account=account,
        site=_SITES.get(site, site),
        kind=_kind(cells.get("kind", "")),
        to=cells.get("to", ""),
        in_reply_to=cells.get("in_reply_to", ""),
    )
    return Post(line, draft, _date(cells.get("date", ""), where))


def _account_kind(cell: str, where: str) -> AccountKind:
    plain = cell.lower()
    if plain in _ACCOUNTS:
        return _ACCOUNTS[plain]
    if plain not in list(AccountKind):
        raise UsageError(f"{where}: column 'account' says neither personal, nor official, nor unknown")
    return AccountKind(plain)


def _kind(cell: str) -> Kind:
    # Sites have kinds of their own ("Photo", "Link"): all of them are posts.
    plain = cell.lower().replace(" ", "_")
    return Kind(plain) if plain in list(Kind) else Kind.POST


def _date(cell: str, where: str) -> datetime | None:
    if not cell:
        return None
    try:
        return datetime.fromisoformat(cell)
    except ValueError:
        pass
    for form in _DATES:
        try:
            return datetime.strptime(cell, form)
        except ValueError:
            continue
    raise UsageError(f"{where}: column 'date' is no date: write 2026-11-18 or 18/11/2026, with the time if it is known")
