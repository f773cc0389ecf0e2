"""The policy a school starts from: a hand-written head, and a commented table for every rule there is."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import msgspec

from guard.rules import LoadedRule, all_rules

HEAD = Path(__file__).parent / "template_head.toml"
_OFF = {
    "working-time": "Off until the school has filled in its hours and terms.",
    "talk-about-work": "Off: few schools ask staff not to speak of work at all.",
}
_SAFEGUARDING = ("L3", "L7", "P2", "P3", "P5", "X4", "X6")
_SEVERITY = {"school-terms": "warn"}
_LIST = ("listed-person-pictured", "school-terms")
_WIDTH = 116


def template() -> str:
    """The text of guard/policy/shipped/template.toml."""
    blocks = ["\n".join(_block(each)) for each in all_rules().values()]
    return "\n\n".join([HEAD.read_text("utf-8").rstrip(), *blocks]) + "\n"


def _block(loaded: LoadedRule) -> Iterator[str]:
    rule = loaded.rule
    summary, _, body = loaded.documentation.partition("\n\n")
    yield from _comment(f"{rule.code} {rule.requirement}: {' '.join(summary.split())}".replace(" :", ":"))
    yield from _comment(_options_text(body))
    if loaded.slug in _OFF:
        yield from _comment(_OFF[loaded.slug])
    yield f"[rules.{loaded.slug}]"
    if loaded.slug in _OFF:
        yield "enabled = false"
    yield f"severity = {_toml(_SEVERITY.get(loaded.slug, rule.severity.value))}"
    yield f"source = {_toml('list' if loaded.slug in _LIST else 'guidance')}"
    yield f"ask = {_toml(_role(rule.requirement))}"
    for field in msgspec.structs.fields(loaded.options):
        made = field.default is msgspec.NODEFAULT
        yield f"# {field.encode_name} = {_toml(field.default_factory() if made else field.default)}"


def _options_text(body: str) -> str:
    """The paragraph of the rule's documentation that is about its options."""
    paragraph = next((each for each in body.split("\n\n") if each.startswith("Options:")), "")
    text = " ".join(paragraph.split())
    return "" if text.lower().startswith(("options: none", "options: -")) else text


def _comment(text: str) -> list[str]:
    return [f"# {line}" for line in textwrap.wrap(text, _WIDTH, break_on_hyphens=False)]


def _role(requirement: str) -> str:
    if requirement in _SAFEGUARDING:
        return "safeguarding_lead"
    return "data_protection_officer" if requirement[:1] in ("I", "P", "X") else "senior_leader"


def _toml(value: Any) -> str:
    if isinstance(value, str):
        return json.dumps(str(value), ensure_ascii=False)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (list, tuple, set, frozenset)):
        return f"[{', '.join(map(_toml, value))}]"
    if isinstance(value, dict):
        return (
            f"{{ {', '.join(f'{json.dumps(key)} = {_toml(each)}' for key, each in value.items())} }}" if value else "{}"
        )
    if isinstance(value, (int, float)):
        return str(value)
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"no TOML for a default of type {type(value).__name__}")
