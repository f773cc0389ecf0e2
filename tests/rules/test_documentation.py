"""What a rule says of itself: its page in the catalogue, what `explain` prints, and that it owns up to its mistakes."""

from __future__ import annotations

import re

import pytest

from guard.cli import main
from guard.messages import LANGUAGES, messages
from guard.rules import all_rules

HEADINGS = (
    "What it does",
    "Why it matters",
    "Example",
    "What to do instead",
    "Options",
    "Known to be wrong",
)
RULES = sorted(all_rules())


def sections(documentation: str) -> dict[str, str]:
    """What stands under each heading of a rule's docstring, in order."""
    parts = re.split(rf"^({'|'.join(HEADINGS)}):", documentation, flags=re.MULTILINE)
    return {heading: " ".join(text.split()) for heading, text in zip(parts[1::2], parts[2::2], strict=True)}


@pytest.mark.parametrize("slug", RULES)
def test_a_rule_says_what_it_does_why_and_where_it_is_wrong(slug: str) -> None:
    documentation = all_rules()[slug].documentation
    found = sections(documentation)
    assert tuple(found) == HEADINGS
    assert all(len(text) > 3 for text in found.values())
    # "Nothing" is not an answer: every rule is wrong somewhere, and whoever tunes it wants to know where.
    assert len(found["Known to be wrong"].split()) >= 5
    assert len(documentation.splitlines()[0]) <= 120


@pytest.mark.parametrize("slug", RULES)
def test_explain_says_what_is_known_to_be_wrong(slug: str, capsys: pytest.CaptureFixture[str]) -> None:
    loaded = all_rules()[slug]
    for name in (slug, loaded.rule.code):
        assert main(["explain", name]) == 0
        out = capsys.readouterr().out
        assert sections(loaded.documentation)["Known to be wrong"] in " ".join(out.split())
        assert loaded.rule.requirement in out


@pytest.mark.parametrize("slug", RULES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_rule_says_why_in_every_language(slug: str, language: str) -> None:
    assert messages(language).why(slug)


def test_no_two_rules_share_a_code() -> None:
    codes = [loaded.rule.code for loaded in all_rules().values()]
    assert len(codes) == len(set(codes))
