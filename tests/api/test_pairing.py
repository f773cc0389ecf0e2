"""Pairing, tokens and sessions."""

from __future__ import annotations

import os
from pathlib import Path

import msgspec
import pytest

from extension_api.answers import PairAnswer
from extension_api.errors import DataFolderError
from extension_api.extensions import Extensions
from extension_api.pairing import PairingDesk
from extension_api.sessions import Sessions
from extension_api.tokens import read_or_make, read_secret
from tests.api.support import EXTENSION, HOST, OTHER_EXTENSION, Service, assert_problem, make_service


class Clock:
    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


def test_a_code_shown_on_the_page_is_worth_the_token_once(service: Service) -> None:
    csrf = service.sign_in()
    shown = service.call("POST", "/pair/code", json={}, token=None, headers={"X-CSRF-Token": csrf}).get_json()
    answer = service.call("POST", "/v1/pair", json={"code": shown["code"]}, token=None, headers={"Origin": EXTENSION})
    assert answer.status_code == 200
    msgspec.convert(answer.get_json(), PairAnswer)
    assert answer.get_json()["token"] == service.token
    again = service.call("POST", "/v1/pair", json={"code": shown["code"]}, token=None)
    assert_problem(again, 403, "code-refused")


def test_an_extension_with_another_id_is_let_in_once_it_was_paired(service: Service) -> None:
    headers = {"Origin": OTHER_EXTENSION}
    assert_problem(service.call("POST", "/v1/policy", json={}, headers=headers), 403, "origin-refused")
    assert_problem(service.call("POST", "/v1/pair", json={"code": "000000"}, token=None, headers=headers), 403)
    assert_problem(service.call("POST", "/v1/policy", json={}, headers=headers), 403, "origin-refused")
    code = service.services.pairing.new_code()
    assert service.call("POST", "/v1/pair", json={"code": code}, token=None, headers=headers).status_code == 200
    assert service.call("POST", "/v1/policy", json={}, headers=headers).status_code == 200


def test_what_was_learned_at_pairing_outlives_a_restart(tmp_path: Path) -> None:
    first = make_service(tmp_path)
    code = first.services.pairing.new_code()
    first.call("POST", "/v1/pair", json={"code": code}, token=None, headers={"Origin": OTHER_EXTENSION})
    first.close()
    second = make_service(tmp_path)
    assert second.token == first.token
    answer = second.call("POST", "/v1/policy", json={}, headers={"Origin": OTHER_EXTENSION})
    second.close()
    assert answer.status_code == 200


def test_a_damaged_list_of_paired_extensions_is_said_plainly(tmp_path: Path) -> None:
    file = tmp_path / "extensions.json"
    file.write_text('["chrome-exten')
    with pytest.raises(DataFolderError, match="damaged"):
        Extensions((), file)


def test_a_list_of_paired_extensions_that_cannot_be_read_is_said_plainly(tmp_path: Path) -> None:
    file = tmp_path / "extensions.json"
    file.mkdir()
    with pytest.raises(DataFolderError, match="cannot be read"):
        Extensions((), file)


def test_a_web_page_cannot_pair(service: Service) -> None:
    code = service.services.pairing.new_code()
    answer = service.call("POST", "/v1/pair", json={"code": code}, token=None, headers={"Origin": "https://x.com"})
    assert_problem(answer, 403, "origin-refused")


def test_a_code_runs_out_after_two_minutes() -> None:
    clock = Clock()
    desk = PairingDesk(clock)
    code = desk.new_code()
    clock.now += 119.9
    assert desk.redeem(code)
    code = desk.new_code()
    clock.now += 120
    assert not desk.redeem(code)


def test_a_code_is_worthless_after_five_wrong_tries() -> None:
    desk = PairingDesk()
    code = desk.new_code()
    wrong = f"{(int(code) + 1) % 1_000_000:06}"
    for _ in range(4):
        assert not desk.redeem(wrong)
    assert desk.redeem(code)
    code = desk.new_code()
    for _ in range(5):
        assert not desk.redeem(wrong if wrong != code else "x")
    assert not desk.redeem(code)


@pytest.mark.parametrize("malformed", ["", " ", "12345", "1234567", "abcdef", "１２３４５６"])
def test_what_is_no_code_is_no_try_at_one(service: Service, malformed: str) -> None:
    code = service.services.pairing.new_code()
    for _ in range(10):
        assert_problem(service.call("POST", "/v1/pair", json={"code": malformed}, token=None), 403, "code-refused")
    assert service.call("POST", "/v1/pair", json={"code": code}, token=None).status_code == 200


def test_whoever_is_shown_a_code_learns_what_became_of_it() -> None:
    clock = Clock()
    desk = PairingDesk(clock)
    first = desk.new_code()
    assert desk.state(first) == "open"
    assert desk.redeem(first)
    assert desk.state(first) == "paired"
    second = desk.new_code()
    assert first == second or desk.state(first) == "over"
    for _ in range(5):
        desk.redeem(f"{(int(second) + 1) % 1_000_000:06}")
    assert desk.state(second) == "used_up"
    third = desk.new_code()
    clock.now += 120
    assert desk.state(third) == "over"
    assert desk.state("") == "over"


def test_a_new_code_takes_the_place_of_the_old_one() -> None:
    desk = PairingDesk()
    old = desk.new_code()
    new = desk.new_code()
    assert old == new or not desk.redeem(old)
    assert desk.redeem(new)
    assert len(new) == 6


def test_without_a_code_shown_nothing_is_accepted() -> None:
    assert not PairingDesk().redeem("")


@pytest.mark.skipif(os.name == "nt", reason="rights are kept otherwise there")
def test_the_token_is_readable_by_its_owner_only_and_stays_the_same(tmp_path: Path) -> None:
    file = tmp_path / "token"
    token = read_or_make(file)
    assert len(token) >= 43
    assert file.stat().st_mode & 0o777 == 0o600
    assert read_or_make(file) == token
    file.chmod(0o644)
    with pytest.raises(DataFolderError, match="chmod 600"):
        read_or_make(file)


def test_a_short_or_missing_managed_token_is_refused_with_advice(tmp_path: Path) -> None:
    file = tmp_path / "managed"
    with pytest.raises(DataFolderError, match="cannot be read"):
        read_secret(file)
    file.write_text("short")
    file.chmod(0o600)
    with pytest.raises(DataFolderError, match="longer"):
        read_secret(file)


def test_a_managed_token_takes_the_place_of_the_made_one(tmp_path: Path) -> None:
    made = make_service(tmp_path, managed_token="m" * 40)
    assert made.call("POST", "/v1/policy", json={}, token="m" * 40).status_code == 200
    assert not (tmp_path / "data" / "token").exists()
    made.close()


def test_a_start_link_opens_one_session_once(service: Service) -> None:
    key = service.services.sessions.new_start_key(office=True)
    # A program that looks at the link beforehand does not use it up.
    looked = service.call("HEAD", f"/start?key={key}", token=None)
    assert looked.status_code == 200
    assert "Set-Cookie" not in looked.headers
    opened = service.call("GET", f"/start?key={key}", token=None)
    assert opened.status_code == 303
    cookie = opened.headers["Set-Cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Strict" in cookie
    assert service.call("GET", "/", token=None).status_code == 200
    assert_problem(service.call("GET", f"/start?key={key}", token=None), 401, "session-needed")


def test_the_extensions_own_link_opens_the_try_it_page_but_not_the_register(service: Service) -> None:
    url = service.call("POST", "/v1/start-link", json={}).get_json()["url"]
    assert url.startswith(f"http://{HOST}/start?key=")
    assert service.call("GET", url.removeprefix(f"http://{HOST}"), token=None).status_code == 303
    assert service.call("GET", "/", token=None).status_code == 200
    assert_problem(service.call("GET", "/register", token=None), 403, "not-for-this-session")
    assert_problem(service.call("POST", "/register/list", json={}, token=None), 403, "not-for-this-session")


def test_a_page_that_was_forged_elsewhere_lacks_the_csrf_token(service: Service) -> None:
    service.sign_in()
    for headers in ({}, {"X-CSRF-Token": "guess"}):
        answer = service.call("POST", "/register/list", json={}, token=None, headers=headers)
        assert_problem(answer, 403, "form-outdated")


def test_sessions_and_start_links_end() -> None:
    clock = Clock()
    sessions = Sessions(clock)
    key = sessions.new_start_key(office=False)
    clock.now += 16 * 60
    assert sessions.start(key) is None
    identity = sessions.start(sessions.new_start_key(office=False))
    assert identity is not None
    assert sessions.find(identity) is not None
    clock.now += 9 * 3600
    assert sessions.find(identity) is None
    assert sessions.find("") is None


def test_when_the_extension_last_called_is_known(service: Service) -> None:
    csrf = service.sign_in()
    ask = {"X-CSRF-Token": csrf}
    before = service.call("POST", "/try/state", json={}, token=None, headers=ask).get_json()
    assert before["extension_seconds_ago"] is None
    service.call("POST", "/v1/policy", json={}, headers={"Origin": EXTENSION})
    after = service.call("POST", "/try/state", json={}, token=None, headers=ask).get_json()
    assert after["extension_seconds_ago"] == 0
