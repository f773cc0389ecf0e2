"""Sentences by key and language, rendered at the edge: rules and reports carry keys, people read these."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Any

from guard.errors import UsageError

# The first is what is spoken where nothing else is asked for.
LANGUAGES = ("en", "cy")


class Messages:
    """The sentences of one language."""

    def __init__(self, table: Mapping[str, Any]) -> None:
        self._table = table

    def _entry(self, *keys: str) -> Any:
        entry: Any = self._table
        for key in keys:
            entry = entry[key]
        return entry

    def finding(self, message: str, params: Mapping[str, str]) -> tuple[str, str]:
        """The title and the sentence of a finding, by its message key ("<slug>.<message>")."""
        slug, _, name = message.partition(".")
        entry = self._entry(slug, name)
        return entry["title"].format(**params), entry["message"].format(**params)

    def why(self, slug: str) -> str:
        """Why a rule matters."""
        return str(self._entry(slug, "why"))

    def fix(self, label: str) -> str:
        return str(self._entry("fix", label))

    def question(self, key: str) -> str:
        return str(self._entry("question", key, "text"))

    def choice(self, key: str, choice: str) -> str:
        return str(self._entry("question", key, "choices", choice))

    def skipped(self, code: str) -> str:
        return str(self._entry("skipped", code))

    def left_out(self, why: str, count: int) -> str:
        """How many findings were left out for one reason; "summary" heads all of them."""
        return str(self._entry("left_out", why)).format(count=count)

    def quiet_rule(self, slug: str) -> str:
        """That a rule speaks more softly for now."""
        return str(self._entry("left_out", "quiet_rule")).format(rule=slug)

    def report(self, key: str, **params: object) -> str:
        """A phrase of the report at a terminal."""
        return str(self._entry("report", key)).format(**params)

    def source(self, source: str) -> str:
        """Where a finding comes from that cites no clause."""
        return str(self._entry("source", source))

    def role(self, role: str) -> str:
        """What to call a role; a role of the school's own making is called by its key."""
        roles = self._entry("role")
        return str(roles.get(role, role.replace("_", " ")))


def language_of(wanted: str) -> str:
    """The language to speak where `wanted` ("cy-GB", say) is asked for; the first there is, where it is not known."""
    base = wanted.strip().lower().replace("_", "-").partition("-")[0]
    return base if base in LANGUAGES else LANGUAGES[0]


@cache
def messages(language: str = "en") -> Messages:
    """The sentences in a language. Raises UsageError for one there is not."""
    if language not in LANGUAGES:
        raise UsageError(f"no sentences in language {language!r}: there are {', '.join(LANGUAGES)}")
    text = resources.files("guard.messages").joinpath(f"{language}.toml").read_text("utf-8")
    return Messages(tomllib.loads(text))
