"""Who gets in: Host x Sec-Fetch-Site x Origin x token, on every route."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from extension_api.access import Access, Body, Caller, access_of
from extension_api.config import server_name
from tests.api.support import (
    EXTENSION,
    HOST,
    OTHER_EXTENSION,
    PORT,
    Service,
    assert_problem,
    make_service,
)

GOOD_HOSTS = [HOST, f"localhost:{PORT}", f"[::1]:{PORT}"]
BAD_HOSTS = [
    "LOCALHOST:47615",
    f"localhost.:{PORT}",
    f"127.0.0.1:{PORT + 1}",
    "127.0.0.1",
    "evil.test",
    f"evil.test:{PORT}",
    f"127.0.0.1.evil.test:{PORT}",
    f"127.0.0.1:{PORT}, evil.test",
    "",
]
BAD_ORIGINS = ["https://x.com", "null", "http://127.0.0.1:1", f"https://127.0.0.1:{PORT}", OTHER_EXTENSION, "file://"]
FETCH_SITES = [None, "none", "same-origin", "same-site", "cross-site", "anything"]
TOKENS = ["right", "wrong", None]


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    made = make_service(tmp_path_factory.mktemp("service"))
    yield made
    made.close()


def routes(service: Service) -> Iterator[tuple[str, str, Access]]:
    """Every way to call the service: method, path, what it asks."""
    app = service.client.application
    for rule in app.url_map.iter_rules():
        declared = access_of(app, rule.endpoint)
        assert declared is not None, f"{rule.rule} declares no access"
        path = rule.rule.replace("<digest>", "ab" * 32).replace("<reference>", "ab" * 8)
        for method in sorted((rule.methods or set()) - {"HEAD"}):
            yield method, path.replace("<path:name>", "base.css"), declared


def content_type(declared: Access) -> str | None:
    return {Body.JSON: "application/json", Body.PICTURE: "image/jpeg", Body.NONE: None}[declared.body]


def test_every_route_says_what_it_asks_and_there_are_no_others(shared: Service) -> None:
    found = {(method, path.split("/")[1]) for method, path, _ in routes(shared)}
    assert len(found) > 8
    assert "OPTIONS" not in {method for method, _ in found}


def test_only_the_exact_host_with_its_port_is_answered(shared: Service) -> None:
    for method, path, declared in routes(shared):
        for host in BAD_HOSTS:
            answer = shared.call(method, path, headers={"Host": host}, content_type=content_type(declared))
            assert_problem(answer, 403, "host-refused")
    for host in GOOD_HOSTS:
        assert shared.call("GET", "/v1/health", headers={"Host": host}).status_code == 200
    for path in ("/nowhere", "/v1/nowhere", "/static/../app.py"):
        assert_problem(shared.call("GET", path, headers={"Host": "evil.test"}), 403, "host-refused")


def test_the_whole_matrix_lets_in_nobody_who_should_stay_out(shared: Service) -> None:
    hosts = [HOST, "evil.test"]
    origins = [None, f"http://{HOST}", EXTENSION, *BAD_ORIGINS]
    for method, path, declared in routes(shared):
        for host, site, origin, token in itertools.product(hosts, FETCH_SITES, origins, TOKENS):
            headers = {"Host": host}
            if site is not None:
                headers["Sec-Fetch-Site"] = site
            if origin is not None:
                headers["Origin"] = origin
            # An empty body: whoever gets past the door fails at the schema or finds nobody, and changes nothing.
            answer = shared.call(
                method, path, token=token, headers=headers, data=b"", content_type=content_type(declared)
            )
            case = (method, path, headers, token)
            expected = refusal(path, declared, host, site, origin, token)
            if expected is not None:
                assert assert_problem(answer, *expected), case
            else:
                assert answer.status_code not in (401, 403) or path in ("/start", "/v1/pair"), case
            assert not [name for name, _ in answer.headers if name.startswith("Access-Control")], case
            assert answer.headers["X-Content-Type-Options"] == "nosniff", case
            assert answer.headers["Cache-Control"] == "no-store", case


def refusal(
    path: str, declared: Access, host: str, site: str | None, origin: str | None, token: str | None
) -> tuple[int, str] | None:
    """What the design says comes back, or None for being let in."""
    if host != HOST:
        return 403, "host-refused"
    new_extension = origin == OTHER_EXTENSION and path == "/v1/pair"
    if site not in (None, "none", "same-origin") or (origin in BAD_ORIGINS and not new_extension):
        return 403, "origin-refused"
    if declared.caller in (Caller.SESSION, Caller.OFFICE):
        return 401, "session-needed"
    if declared.caller in (Caller.CLIENT, Caller.BEARER) and token != "right":
        return 401, "token-needed"
    return None


def test_a_refusal_for_the_token_says_how_to_come_back(shared: Service) -> None:
    answer = shared.call("POST", "/v1/check", json={}, token=None)
    assert_problem(answer, 401, "token-needed")
    assert answer.headers["WWW-Authenticate"] == "Bearer"
    assert_problem(shared.call("POST", "/v1/check", json={}, headers={"Authorization": "Basic abc"}, token=None), 401)


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data", None])
def test_simple_requests_of_foreign_forms_fail_at_their_content_type(shared: Service, kind: str | None) -> None:
    answer = shared.call("POST", "/v1/check", data=b"{}", content_type=kind, token=None)
    assert_problem(answer, 415, "unsupported-media-type")


def test_the_order_is_method_content_type_token_size_schema(shared: Service) -> None:
    big = b"x" * 600_000
    assert_problem(shared.call("PUT", "/v1/check", data=big, content_type="text/plain", token=None), 405)
    assert_problem(shared.call("POST", "/v1/check", data=big, content_type="text/plain", token=None), 415)
    assert_problem(shared.call("POST", "/v1/check", data=big, content_type="application/json", token=None), 401)
    assert_problem(shared.call("POST", "/v1/check", data=big, content_type="application/json"), 413)
    assert_problem(shared.call("POST", "/v1/check", data=b"{}", content_type="application/json"), 422)


def test_a_wrong_method_is_told_the_right_ones(shared: Service) -> None:
    answer = shared.call("DELETE", "/v1/check")
    assert_problem(answer, 405, "method-not-allowed")
    assert answer.headers["Allow"] == "POST"


def test_cors_headers_go_to_a_configured_origin_and_to_nobody_else(tmp_path: Path) -> None:
    made = make_service(tmp_path, allowed_origins=("https://guard.school.example",))
    try:
        ask = {"Access-Control-Request-Method": "POST", "Sec-Fetch-Site": "cross-site"}
        allowed = {"Origin": "https://guard.school.example", **ask}
        preflight = made.call("OPTIONS", "/v1/check", headers=allowed, token=None)
        assert preflight.headers["Access-Control-Allow-Origin"] == "https://guard.school.example"
        answer = made.call("POST", "/v1/check", json={"draft": {}}, headers=allowed)
        assert answer.status_code == 200
        assert answer.headers["Access-Control-Allow-Origin"] == "https://guard.school.example"
        # The service's own pages are nobody else's.
        for method, path in (("GET", "/start?key=x"), ("GET", "/docs/problems"), ("POST", "/register/list")):
            answer = made.call(method, path, headers=allowed, token=None)
            assert_problem(answer, 403, "origin-refused")
        other = made.call("OPTIONS", "/v1/check", headers={"Origin": "https://other.example", **ask}, token=None)
        assert_problem(other, 403, "origin-refused")
    finally:
        made.close()


def test_a_further_name_can_be_configured(shared: Service) -> None:
    config = replace(shared.services.config, server_names=("guard.school.example:443",))
    assert "guard.school.example:443" in config.addresses
    assert "guard.school.example" not in config.addresses


def test_a_server_that_takes_https_in_front_is_a_name_with_an_origin_of_its_own(tmp_path: Path) -> None:
    name = server_name("https://Guard.School.example:443")
    made = make_service(tmp_path, server_names=(name,))
    try:
        front = {"Host": "guard.school.example", "Sec-Fetch-Site": "same-origin"}
        link = made.services.start_link(office=True)
        assert link.startswith("https://guard.school.example/start?")
        opened = made.call("GET", link.removeprefix("https://guard.school.example"), token=None, headers=front)
        assert opened.status_code == 303
        assert "Secure" in opened.headers["Set-Cookie"]
        for origin, status in (("https://guard.school.example", 200), ("http://guard.school.example", 403)):
            headers = {**front, "Origin": origin}
            assert made.call("POST", "/v1/policy", json={}, headers=headers).status_code == status
        # Who calls by one name gets links to that name.
        for host, url in (("guard.school.example", "https://guard.school.example/"), (HOST, f"http://{HOST}/")):
            answer = made.call("POST", "/v1/start-link", json={}, headers={"Host": host})
            assert answer.get_json()["url"].startswith(url)
    finally:
        made.close()


def test_pages_may_run_only_our_own_scripts_and_be_framed_by_nobody(shared: Service) -> None:
    policy = shared.call("GET", "/docs/problems", token=None).headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "script-src 'self'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
