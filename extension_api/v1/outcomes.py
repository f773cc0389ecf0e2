"""POST /v1/outcomes: what became of findings, so that it is known how useful a rule is. Rule and outcome, no more."""

from __future__ import annotations

from flask import Blueprint, Response

from extension_api.access import Access, Body, Caller, access
from extension_api.answers import OutcomesAnswer
from extension_api.problems import Problem, ValueProblem
from extension_api.services import services
from extension_api.v1.reply import reply
from extension_api.wire import OutcomesRequest, read_json
from guard.rules import all_rules


def add_routes(blueprint: Blueprint) -> None:
    blueprint.post("/outcomes")(outcomes)


@access(
    Access(
        Caller.CLIENT,
        Body.JSON,
        summary="Count what became of findings: by rule and outcome, nothing else",
        request=OutcomesRequest,
        response=OutcomesAnswer,
    )
)
def outcomes() -> Response:
    kept = services()
    asked = read_json(OutcomesRequest)
    known = all_rules()
    unknown = [index for index, each in enumerate(asked.outcomes) if each.rule not in known]
    if unknown:
        problems = [ValueProblem(f"/outcomes/{index}/rule", "There is no such rule.") for index in unknown]
        raise Problem("invalid", errors=problems)
    counting = kept.guard.policy.tuning.count
    if counting:
        for each in asked.outcomes:
            kept.tallies.record(each.rule, each.outcome)
    return reply({**kept.stamp(), "counted": len(asked.outcomes) if counting else 0})
