"""The JSON Schema of a policy file, made from the types that validate it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec

from guard.policy.models import PolicyFile, RuleSettings
from guard.rule import RuleOptions


def policy_schema(rules: Mapping[str, type[RuleOptions]]) -> dict[str, Any]:
    """A draft 2020-12 schema; each rule's table takes the settings all rules share and the rule's own options."""
    types: list[Any] = [PolicyFile, RuleSettings, *rules.values()]
    (file, settings, *options), components = msgspec.json.schema_components(types, ref_template="#/$defs/{name}")
    shared = _resolve(settings, components)["properties"]
    tables = {}
    for slug, reference in zip(rules, options, strict=True):
        own = _resolve(reference, components).get("properties", {})
        tables[slug] = {"type": "object", "properties": {**shared, **own}, "additionalProperties": False}
    root = dict(_resolve(file, components))
    root["properties"] = {
        **root["properties"],
        "rules": {"type": "object", "properties": tables, "additionalProperties": False},
    }
    used = {name: body for name, body in components.items() if not _is_rule_type(name, rules)}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **root,
        "title": "School Guard policy",
        "description": "A school's own policy for School Guard; see docs/policy.md.",
        "$defs": used,
    }


def _resolve(reference: dict[str, Any], components: Mapping[str, Any]) -> dict[str, Any]:
    name = reference.get("$ref", "").rpartition("/")[2]
    return dict(components[name]) if name else reference


def _is_rule_type(name: str, rules: Mapping[str, type[RuleOptions]]) -> bool:
    # Types of one name in several modules are told apart by their module in the component's name.
    return name in ("PolicyFile", "RuleSettings") or name.endswith("Options")
