"""Policy, health, API description, and what the errors mean."""

from __future__ import annotations

import json
import re

import msgspec
import pytest

from extension_api.access import access_of
from extension_api.answers import HealthAnswer, PolicyAnswer
from extension_api.problems import PROBLEM_TYPES
from tests.api.support import Service, assert_problem


def test_the_policy_in_short(service: Service) -> None:
    answer = service.call("POST", "/v1/policy", json={}).get_json()
    msgspec.convert(answer, PolicyAnswer)
    assert answer["school"]["name"] == "Oakfield Academy"
    assert {"site": "x.com", "handle": "@oakfieldacademy"} in answer["official_accounts"]
    assert answer["contacts"]["data_protection_officer"]["label"]
    assert answer["disclaimers"]["wording"]
    assert answer["recognition"] == "on"


def test_health_needs_no_token_and_tells_no_secret(service: Service) -> None:
    answer = service.call("GET", "/v1/health", token=None)
    msgspec.convert(answer.get_json(), HealthAnswer)
    assert service.token not in answer.get_data(as_text=True)
    service.pictures.state = "no_models"
    assert service.call("GET", "/v1/health", token=None).get_json()["pictures"] == "no_models"


def test_every_answer_says_which_policy_and_register_it_comes_from(service: Service) -> None:
    for method, path, body in (
        ("POST", "/v1/check", {"draft": {}}),
        ("POST", "/v1/policy", {}),
        ("POST", "/v1/start-link", {}),
        ("GET", "/v1/health", None),
        ("GET", "/v1/openapi.json", None),
    ):
        data = service.call(method, path, json=body).get_json()
        assert data["api_version"] == "1"
        assert data["policy"]["name"] == "demo"
        assert data["register_version"]


def test_the_description_covers_every_route_and_every_reference_leads_somewhere(service: Service) -> None:
    description = service.call("GET", "/v1/openapi.json").get_json()
    app = service.client.application
    rules = {re.sub(r"<(\w+)>", r"{\1}", rule.rule) for rule in app.url_map.iter_rules() if "/v1/" in rule.rule}
    assert set(description["paths"]) == rules
    for rule in app.url_map.iter_rules():
        declared = access_of(app, rule.endpoint)
        assert declared is not None
        if rule.rule.startswith("/v1/"):
            assert declared.summary
    components = description["components"]["schemas"]
    references = re.findall(r"#/components/schemas/(\w+)", json.dumps(description))
    assert {"CheckRequest", "CheckAnswer", "ProblemAnswer"} <= set(references)
    assert set(references) <= set(components)


def test_every_error_is_explained_where_its_type_points(service: Service) -> None:
    page = service.call("GET", "/docs/problems", token=None).get_data(as_text=True)
    for slug in PROBLEM_TYPES:
        assert f'id="{slug}"' in page


def test_a_fault_of_ours_is_answered_without_its_text_and_logged_without_it(
    service: Service, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(_: object) -> None:
        raise RuntimeError("canary")

    monkeypatch.setattr(service.services.guard, "check", fail)
    with caplog.at_level("INFO"):
        answer = service.call("POST", "/v1/check", json={"draft": {}})
    assert_problem(answer, 500, "internal")
    assert "canary" not in answer.get_data(as_text=True)
    assert "canary" not in caplog.text
    assert "RuntimeError" in caplog.text


def test_people_get_errors_as_pages(service: Service) -> None:
    answer = service.call("GET", "/register", token=None, headers={"Accept": "text/html"})
    assert answer.status_code == 401
    assert answer.mimetype == "text/html"
    assert "start link" in answer.get_data(as_text=True)
