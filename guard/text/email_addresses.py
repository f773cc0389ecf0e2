"""E-mail addresses, written out or in words: "amira@example.org", "amira [at] example [dot] org"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from guard.text.word_sets import word_set
from guard.text.words import Words

_LOCAL = re.compile(r"[a-z0-9](?:[a-z0-9._%+'-]{0,62}[a-z0-9_+-])?$")
_LOCAL_CHARACTERS = re.compile(r"[a-z0-9._%+'-]{1,64}$")
_DOMAIN = re.compile(r"(?:[a-z0-9][a-z0-9-]{0,62}\.){1,5}[a-z]{2,24}(?![a-z0-9-])")
_TOP_LEVELS = word_set(
    """
    com org net uk co ac sch gov nhs edu info eu ie io me biz school academy education example test cymru wales scot
    london email online uk
    """
)
_FREE = word_set(
    """
    gmail googlemail hotmail outlook live msn yahoo ymail icloud aol btinternet sky talktalk virginmedia ntlworld
    protonmail proton gmx mail
    """
)
_BRACKETED = re.compile(r"[\[({<] ?at ?[\])}>]")
_OPEN, _CLOSE = frozenset("[({<"), frozenset("])}>")
# "have a look at ...", "find us at ...": what stands before "at" there is no mailbox.
_NO_MAILBOX = word_set(
    """
    look looking us me them it is are be find visit see meet here there now today on and out up back home available
    details info online more site website page us join arrive live good great work working am pm not or the a an in
    """
)
_MAIL_WORDS = word_set(
    "email emails e mail mails mailing contact address message mailto line reply send cc forward rsvp"
)
_LONGEST_LOCAL = 64


@dataclass(frozen=True, slots=True)
class EmailAddress:
    """An address at folded text[start:end], plain: "amira" and "example.org"."""

    start: int
    end: int
    local: str
    domain: str


def email_addresses(words: Words) -> Iterator[EmailAddress]:
    """The addresses of a text; those in words last."""
    text = words.folded.text
    place = text.find("@")
    while place >= 0:
        found = _written(text, place)
        if found is not None:
            yield found
        place = text.find("@", (found.end if found else place) + 1)
    if "dot" in words.words or _BRACKETED.search(text) is not None or not _FREE.isdisjoint(words.words):
        for index, word in enumerate(words.words):
            if word == "at":
                found = _in_words(words, index)
                if found is not None:
                    yield found
        yield from _spaced_signs(words, text)


def _written(text: str, place: int) -> EmailAddress | None:
    before = _LOCAL_CHARACTERS.search(text, max(0, place - _LONGEST_LOCAL), place)
    after = _DOMAIN.match(text, place + 1)
    if before is None or after is None:
        return None
    local = before.group().lstrip(".'-%")
    if not _LOCAL.match(local):
        return None
    return EmailAddress(place - len(local), after.end(), local, after.group())


def _spaced_signs(words: Words, text: str) -> Iterator[EmailAddress]:
    """ "amira @ gmail.com", "amira@example dot org"."""
    for index in range(len(words) - 2):
        gap = words.between(index)
        if len(gap) <= 5 and gap.strip(" ") == "@":
            domain = _domain_in_words(words, index + 1)
            if domain is None:
                continue
            last, name, spelt = domain
            written = gap == "@" and not spelt
            if not written and (spelt or not _FREE.isdisjoint(name.split("."))):
                first, local = _local_in_words(words, index)
                yield EmailAddress(words.starts[first], words.ends[last], local, name)


def _in_words(words: Words, index: int) -> EmailAddress | None:
    """An address whose "at" is the word `index`."""
    if not 0 < index < len(words) - 2:
        return None
    before, after = words.between(index - 1), words.between(index)
    bracketed = _stripped(before)[-1:] in _OPEN and _stripped(after)[:1] in _CLOSE
    if not bracketed and (before.strip(" -_") or after.strip(" -_")):
        return None
    if len(before) > 5 or len(after) > 5 or "\n" in before or "\n" in after:
        return None
    domain = _domain_in_words(words, index + 1)
    if domain is None:
        return None
    last, name, spelt = domain
    first, local = _local_in_words(words, index - 1)
    free = not _FREE.isdisjoint(name.split("."))
    if not bracketed:
        if not (spelt or free) or local in _NO_MAILBOX:
            return None
        # "details at oakfield dot org": a site, unless the talk is of e-mail or the name can only be a mailbox's.
        near = words.words[max(0, first - 5) : first] + words.words[domain[0] + 1 : domain[0] + 5]
        bracket_opens = first > 0 and words.between(first - 1).strip(" ") == "("
        shouted = words.source(index) == "AT" and not words.source(first).isupper()
        if (
            not free
            and not (shouted or bracket_opens)
            and local.isalpha()
            and _MAIL_WORDS.isdisjoint(near)
            and "sch" not in name
        ):
            return None
    return EmailAddress(words.starts[first], words.ends[last], local, name)


def _domain_in_words(words: Words, first: int) -> tuple[int, str, bool] | None:
    """The domain that begins at a word: its last word, its name, whether a dot of it is spelt out."""
    labels, spelt, index = [words.words[first]], False, first
    while index + 1 < len(words) and len(labels) < 6:
        gap = words.between(index)
        following = words.words[index + 1]
        if gap == ".":
            index, labels = index + 1, [*labels, following]
        elif gap == "-" and labels:
            index, labels = index + 1, [*labels[:-1], labels[-1] + "-" + following]
        elif following == "dot" and index + 2 < len(words) and _is_dot(gap, words.between(index + 1)):
            index, labels, spelt = index + 2, [*labels, words.words[index + 2]], True
        else:
            break
    while len(labels) > 1 and labels[-1] not in _TOP_LEVELS:
        labels.pop()
        index -= 1
    if len(labels) < 2 or labels[-1] not in _TOP_LEVELS:
        return None
    return index, ".".join(labels), spelt


def _is_dot(before: str, after: str) -> bool:
    return len(before) <= 4 and len(after) <= 4 and not (before + after).strip(" [](){}<>-_")


def _local_in_words(words: Words, last: int) -> tuple[int, str]:
    """The mailbox that ends with a word: its first word and its name."""
    first, local = last, words.words[last]
    while first > 0 and last - first < 6:
        gap = words.between(first - 1)
        if gap in (".", "-", "_", "+", "'", "__"):
            first -= 1
            local = words.words[first] + gap + local
        elif words.words[first - 1] == "dot" and first > 1 and _is_dot(words.between(first - 2), gap):
            first -= 2
            local = words.words[first] + "." + local
        else:
            break
    return first, local


def _stripped(gap: str) -> str:
    return gap.strip(" ")
