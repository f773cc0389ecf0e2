"""POST /v1/policy: what the extension needs to know of the policy. Nothing secret, nobody of the register."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, Response

from extension_api.access import Access, Body, Caller, access
from extension_api.answers import PolicyAnswer
from extension_api.services import Services, services
from extension_api.v1.check import language_for
from extension_api.v1.reply import reply
from extension_api.wire import PolicyRequest, read_json
from guard.messages import messages


def add_routes(blueprint: Blueprint) -> None:
    blueprint.post("/policy")(policy)


@access(
    Access(
        Caller.CLIENT,
        Body.JSON,
        summary="The policy in short: official accounts, gate, contacts, disclaimers",
        request=PolicyRequest,
        response=PolicyAnswer,
    )
)
def policy() -> Response:
    return reply(policy_answer(services(), read_json(PolicyRequest).language))


def policy_answer(kept: Services, language: str) -> dict[str, Any]:
    """The policy in short, role names in the language asked for."""
    policy = kept.guard.policy
    language = language_for(language)
    sentences = messages(language)
    stamp = kept.stamp()
    return {
        **stamp,
        "policy": {**stamp["policy"], "title": policy.about.title},
        "school": {"name": policy.school.name},
        "official_accounts": [{"site": each.site, "handle": each.handle} for each in policy.accounts],
        "gate": {"on_not_checked": policy.gate.on_not_checked, "stop_override": policy.gate.stop_override},
        "contacts": {role: {"label": sentences.role(role), "how": how} for role, how in policy.contacts.items()},
        "disclaimers": {"wording": policy.disclaimer.wording, "short": policy.disclaimer.short_wording},
        "recognition": "on" if kept.guard.recognises else "off",
        "language": language,
    }
