"""The dialog that holds a post: what it lets through, and that the keyboard cannot get lost in it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.e2e.composers import FACEBOOK_POST, LINKEDIN_POST, X_INLINE, Composer, OpenComposer
from tests.extension_ui.page import finding, report, show_panel, state
from tests.extension_ui.test_panel import HOST, LISTED, NAME, SCOPES, with_picture

Open = Callable[[Composer], OpenComposer]
Axe = Callable[[str], list[str]]

ROOT = "document.querySelector('school-guard-panel').shadowRoot"
HOLD = """([state, why]) => {
  window.decision = null;
  window.life = new AbortController();
  panel.hold(state, why, life.signal).then((decision) => { window.decision = decision; });
}"""
NEVER = {"on_not_checked": "show", "stop_override": "never"}
FREE = {"on_not_checked": "show", "stop_override": "free"}
WAITING = report(skipped=[{"code": "pending", "media": 0, "rule": None, "message": "Being looked at."}])


def hold(opened: Open, wanted: dict[str, Any], why: str, composer: Composer = X_INLINE) -> Page:
    box = opened(composer)
    box.type("Proud of Oakfield")
    show_panel(box.page, SCOPES[composer], wanted)
    box.page.evaluate(HOLD, [wanted, why])
    dialog(box.page).wait_for()
    return box.page


def dialog(page: Page) -> Locator:
    return page.locator(f"{HOST} dialog")


def decision(page: Page) -> Any:
    page.wait_for_function("() => window.decision !== null")
    return page.evaluate("() => decision")


def focused(page: Page) -> str:
    return str(page.evaluate(f"() => {ROOT}.activeElement?.dataset.choice ?? ''"))


def test_a_stop_says_what_it_is_about_and_starts_at_change_it(opened: Open) -> None:
    page = hold(opened, state(finding(1), NAME), "stop")
    assert page.get_by_role("alertdialog").get_attribute("aria-modal") == "true"
    expect(page.get_by_role("alertdialog", name="Please look at this before it is posted")).to_be_visible()
    expect(dialog(page)).to_contain_text("A full name")
    expect(dialog(page)).not_to_contain_text("The school is named")
    assert focused(page) == "change"


def test_posting_past_a_stop_needs_a_reason(opened: Open) -> None:
    page = hold(opened, state(NAME), "stop")
    dialog(page).get_by_role("button", name="Post anyway").click()
    expect(dialog(page).get_by_role("alert")).to_have_text("Please choose a reason first.")
    assert page.evaluate("() => decision") is None
    dialog(page).get_by_label("Permission has been given").check()
    dialog(page).get_by_role("button", name="Post anyway").click()
    assert decision(page) == {"choice": "post", "reason": "permission"}


@pytest.mark.parametrize(
    ("wanted", "why"), [(state(finding(1)), "warn"), (state(NAME, gate=FREE), "stop")], ids=["warn", "free"]
)
def test_one_tap_goes_on_where_no_reason_is_asked(opened: Open, wanted: dict[str, Any], why: str) -> None:
    page = hold(opened, wanted, why)
    dialog(page).get_by_role("button", name="Post anyway").click()
    assert decision(page) == {"choice": "post"}


def test_nothing_goes_on_where_the_school_never_lets_it(opened: Open) -> None:
    page = hold(opened, state(NAME, gate=NEVER), "stop")
    assert dialog(page).get_by_role("button").all_inner_texts() == ["Change it"]


def test_a_possible_match_of_a_face_can_always_be_set_aside(opened: Open) -> None:
    page = hold(opened, with_picture(LISTED, gate=NEVER), "stop")
    dialog(page).get_by_label("Not a pupil of the school").check()
    dialog(page).get_by_role("button", name="Post anyway").click()
    assert decision(page) == {"choice": "post", "reason": "not_pupil"}


@pytest.mark.parametrize("why", ["pending", "stale"])
def test_a_wait_offers_only_the_way_back_and_ends_with_its_signal(opened: Open, why: str) -> None:
    page = hold(opened, state(report=WAITING), why)
    assert dialog(page).get_by_role("button").all_inner_texts() == ["Change it"]
    page.evaluate("() => life.abort()")
    assert decision(page) == {"choice": "change"}
    expect(dialog(page)).to_have_count(0)


def test_a_stop_that_arrives_while_the_dialog_is_open_asks_for_its_reason(opened: Open) -> None:
    page = hold(opened, state(finding(1)), "warn")
    page.evaluate("state => panel.update(state)", state(finding(1), NAME))
    expect(dialog(page)).to_contain_text("A full name")
    dialog(page).get_by_role("button", name="Post anyway").click()
    assert page.evaluate("() => decision") is None


def test_what_was_not_checked_is_named(opened: Open) -> None:
    skipped = [{"code": "no_models", "media": 0, "rule": None, "message": "Pictures cannot be read yet. Ask IT."}]
    page = hold(opened, state(report=report(skipped=skipped, verdict="not_checked")), "not_checked")
    expect(dialog(page)).to_contain_text("Pictures cannot be read yet. Ask IT.")


@pytest.mark.parametrize("composer", [X_INLINE, FACEBOOK_POST, LINKEDIN_POST], ids=str)
def test_escape_is_change_it_and_the_caret_is_where_it_was(opened: Open, composer: Composer) -> None:
    page = hold(opened, state(NAME), "stop", composer)
    page.keyboard.press("Escape")
    assert decision(page) == {"choice": "change"}
    expect(dialog(page)).to_have_count(0)
    page.keyboard.type("!")
    page.wait_for_function("() => handle.read() === 'Proud of Oakfield!'")


@pytest.mark.parametrize("composer", [X_INLINE, FACEBOOK_POST, LINKEDIN_POST], ids=str)
def test_tab_stays_inside(opened: Open, composer: Composer) -> None:
    page = hold(opened, state(finding(1)), "warn", composer)
    seen = [focused(page)]
    for key in ("Tab", "Tab", "Tab", "Shift+Tab", "Shift+Tab"):
        page.keyboard.press(key)
        seen.append(focused(page))
    assert seen == ["change", "post", "change", "post", "change", "post"]


def test_tab_stays_inside_with_reasons_to_choose_from(opened: Open) -> None:
    page = hold(opened, state(NAME), "stop")
    dialog(page).get_by_label("Another person of that name").check()
    page.keyboard.press("Shift+Tab")
    assert focused(page) == "change"
    page.keyboard.press("Tab")
    assert page.evaluate(f"() => {ROOT}.activeElement.value") == "another_person"


def test_a_stop_looks_different_from_a_hint(opened: Open) -> None:
    look = f"() => getComputedStyle({ROOT}.querySelector('.hold')).borderTopColor"
    page = hold(opened, state(NAME), "stop")
    stop = page.evaluate(look), dialog(page).locator("h2 path").first.get_attribute("d")
    page.keyboard.press("Escape")
    page.evaluate(HOLD, [state(finding(1)), "warn"])
    dialog(page).wait_for()
    warn = page.evaluate(look), dialog(page).locator("h2 path").first.get_attribute("d")
    assert stop[0] != warn[0]
    assert stop[1] != warn[1]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(opened: Open, axe: Axe, plain_page: Page, scheme: Any) -> None:
    plain_page.emulate_media(color_scheme=scheme)
    hold(opened, with_picture(NAME, LISTED), "stop")
    assert axe(HOST) == []
