"""What became of findings is counted by rule and outcome; a rule that was mostly wrong goes quiet and says so."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import msgspec
import pytest

from extension_api.answers import CheckAnswer, OutcomesAnswer
from tests.api.support import Service, assert_problem, make_service

NAMED = "Proud to work at Oakfield Academy today"


def tell(service: Service, *outcomes: tuple[str, str]) -> dict[str, object]:
    body = {"outcomes": [{"rule": rule, "outcome": outcome} for rule, outcome in outcomes]}
    answer = service.call("POST", "/v1/outcomes", json=body)
    assert answer.status_code == 200, answer.get_data(as_text=True)
    data: dict[str, object] = answer.get_json()
    msgspec.convert(data, OutcomesAnswer)
    return data


def severity_of(slug: str, answer: dict[str, Any]) -> str:
    (finding,) = (each for each in answer["findings"] if each["slug"] == slug)
    return str(finding["severity"])


def test_rule_and_outcome_are_counted_and_nothing_else_is_kept(service: Service) -> None:
    assert tell(service, ("school-named", "acted"), ("school-named", "wrong"))["counted"] == 2
    kept = json.loads((service.services.config.data_dir / "usefulness.json").read_text("utf-8"))
    assert kept == {"version": 1, "rules": {"school-named": {"acted": 1, "wrong": 1}}}


@pytest.mark.parametrize(
    ("body", "pointer"),
    [
        ({"outcomes": [{"rule": "no-such-rule", "outcome": "wrong"}]}, "/outcomes/0/rule"),
        ({"outcomes": [{"rule": "school-named", "outcome": "secret"}]}, "/outcomes/0/outcome"),
        ({"outcomes": []}, "/outcomes"),
        ({}, ""),
    ],
)
def test_what_is_no_outcome_is_refused_and_not_repeated(service: Service, body: object, pointer: str) -> None:
    answer = service.call("POST", "/v1/outcomes", json=body)
    problem = assert_problem(answer, 422, "invalid")
    assert [each["pointer"] for each in problem["errors"]] == [pointer]
    assert "secret" not in answer.get_data(as_text=True)
    assert service.services.tallies.rules() == {}


def test_nobody_counts_without_the_token(service: Service) -> None:
    body = {"outcomes": [{"rule": "school-named", "outcome": "wrong"}]}
    assert_problem(service.call("POST", "/v1/outcomes", json=body, token=None), 401)


def test_a_school_may_switch_counting_off(tmp_path: Path) -> None:
    policy = tmp_path / "school.toml"
    policy.write_text('extends = "demo"\n[tuning]\ncount = false\n', "utf-8")
    service = make_service(tmp_path, policy=policy)
    assert tell(service, *[("school-named", "wrong")] * 30)["counted"] == 0
    assert service.services.tallies.rules() == {}
    service.sign_in()
    assert "switched counting off" in service.call("GET", "/usefulness", token=None).get_data(as_text=True)
    service.close()


def test_a_rule_that_is_mostly_wrong_goes_quiet_and_the_answer_and_the_page_say_so(service: Service) -> None:
    tell(service, *[("school-named", "wrong")] * 20)
    answer = service.check(NAMED)
    msgspec.convert(answer, CheckAnswer)
    assert severity_of("school-named", answer) == "advise"
    assert [each["slug"] for each in answer["quiet"]] == ["school-named"]
    service.sign_in(office=False)
    page = service.call("GET", "/usefulness", token=None).get_data(as_text=True)
    assert "Useful 0 of 20 times" in page
    assert "--reset school-named" in page
    service.services.tallies.reset()
    assert severity_of("school-named", service.check(NAMED)) == "warn"
    assert "Nothing has been counted yet" in service.call("GET", "/usefulness", token=None).get_data(as_text=True)


def test_the_page_opens_by_the_start_link_only(service: Service) -> None:
    assert_problem(service.call("GET", "/usefulness", token=None, headers={"Accept": "application/json"}), 401)


def test_what_was_set_aside_is_left_out_and_counted(service: Service) -> None:
    finding = next(each for each in service.check(NAMED)["findings"] if each["slug"] == "school-named")
    answer = service.check(NAMED, dismissed=[finding["fingerprint"]])
    msgspec.convert(answer, CheckAnswer)
    assert "school-named" not in [each["slug"] for each in answer["findings"]]
    assert [(each["slug"], each["why"], each["count"]) for each in answer["suppressed"]] == [
        ("school-named", "dismissed", 1)
    ]
