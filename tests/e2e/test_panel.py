"""Card and dialog for everybody: by keyboard, for a screen reader; and gone when it is turned off."""

from __future__ import annotations

import json
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.e2e.composers import FACEBOOK_POST, FORUM_REPLY, LINKEDIN_POST, X_INLINE, Composer
from tests.e2e.drafts import NAMED, NAMED_SEVERITY, NAMED_WORDS, STRONG, STRONG_WORDS
from tests.e2e.guard_ui import GuardUi
from tests.pages.build import DIST

pytestmark = pytest.mark.e2e


#: The middle of the first marked words.
MARK = """severity => {
  const box = [...CSS.highlights.get(`school-guard-${severity}`)][0].getBoundingClientRect();
  return [box.left + box.width / 2, box.top + box.height / 2];
}"""


def faults(page: Page) -> list[str]:
    """What axe has to say about School Guard's own boxes on the page."""
    page.evaluate((DIST / "axe.min.js").read_text(encoding="utf-8"))
    found = page.evaluate("() => axe.run('school-guard-panel', { resultTypes: ['violations'] })")
    return [json.dumps([fault["id"], [node["target"] for node in fault["nodes"]]]) for fault in found["violations"]]


def covers(one: Locator, other: Locator) -> bool:
    """Does any of `one` stand where `other` is?"""
    upper, lower = one.bounding_box(), other.bounding_box()
    assert upper
    assert lower
    across = upper["x"] < lower["x"] + lower["width"] and lower["x"] < upper["x"] + upper["width"]
    return across and upper["y"] < lower["y"] + lower["height"] and lower["y"] < upper["y"] + upper["height"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("composer", [X_INLINE, FACEBOOK_POST, LINKEDIN_POST, FORUM_REPLY], ids=str)
def test_card_and_dialog_have_no_barriers(page: Page, ui: GuardUi, composer: Composer, scheme: str) -> None:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light", reduced_motion="reduce")
    box = composer.open(page)
    box.type(f"{STRONG}. {NAMED}")
    ui.wait_for_marks("stop", [STRONG_WORDS])
    ui.open_card()
    assert faults(page) == []
    box.submit.click()
    expect(ui.dialog).to_be_visible()
    assert faults(page) == []


@pytest.mark.parametrize("composer", [X_INLINE, FACEBOOK_POST, LINKEDIN_POST], ids=str)
def test_at_200_per_cent_the_card_leaves_draft_and_post_button_in_sight(
    page: Page, ui: GuardUi, composer: Composer
) -> None:
    page.set_viewport_size({"width": 640, "height": 450})  # 1280 x 900 at 200 %
    box = composer.open(page)
    box.type(NAMED)
    ui.wait_for_marks(NAMED_SEVERITY, [NAMED_WORDS])
    ui.open_card()
    assert not covers(ui.card, box.editor)
    assert not covers(ui.card, box.submit)


def test_a_card_that_the_pointer_brought_goes_with_the_pointer(page: Page, ui: GuardUi) -> None:
    box = FORUM_REPLY.open(page)
    box.type(NAMED)
    ui.wait_for_marks(NAMED_SEVERITY, [NAMED_WORDS])
    where = page.evaluate(MARK, NAMED_SEVERITY)
    page.mouse.move(*where)
    expect(ui.card).to_be_visible()
    page.mouse.move(4, 4)
    expect(ui.card).not_to_be_visible()
    page.mouse.move(*where)
    expect(ui.card).to_be_visible()
    ui.card.get_by_role("heading", name="School Guard").click()
    page.mouse.move(4, 4)
    page.mouse.move(8, 8)
    box.editor.hover()
    expect(ui.card).to_be_visible()


def test_the_card_closes_when_the_draft_is_given_up(page: Page, ui: GuardUi) -> None:
    box = X_INLINE.open(page)
    box.type(NAMED)
    ui.wait_for_marks(NAMED_SEVERITY, [NAMED_WORDS])
    ui.open_card()
    box.editor.click()
    page.keyboard.press("Control+a")
    page.keyboard.press("Delete")
    expect(ui.card).not_to_be_visible()
    ui.open_card()


def test_the_keyboard_alone_reaches_the_finding_its_fix_and_the_post(page: Page, ui: GuardUi) -> None:
    box = X_INLINE.open(page)
    box.type(NAMED)
    ui.wait_for_marks(NAMED_SEVERITY, [NAMED_WORDS])
    page.keyboard.press("Alt+Shift+G")
    expect(ui.card).to_be_visible()
    fix = ui.card.get_by_role("button", name="disclaimer")
    for _ in range(12):
        if fix.evaluate("button => button.getRootNode().activeElement === button"):
            break
        page.keyboard.press("Tab")
    expect(fix).to_be_focused()
    page.keyboard.press("Enter")
    ui.wait_for_marks(NAMED_SEVERITY, [])
    # The fix has put the keyboard back into the draft.
    page.keyboard.press("Control+Enter")
    assert box.wait_for_post()["text"].startswith(NAMED)


def test_the_dialog_keeps_the_keyboard_until_a_choice_is_made(page: Page, ui: GuardUi) -> None:
    box = FORUM_REPLY.open(page)
    box.type(STRONG)
    ui.wait_for_marks("stop", [STRONG_WORDS])
    box.submit.click()
    expect(ui.dialog.get_by_role("button", name="Change it")).to_be_focused()
    for _ in range(10):
        page.keyboard.press("Tab")
        assert page.evaluate("() => document.activeElement.localName") == "school-guard-panel"


def test_a_finding_is_said_to_a_screen_reader(page: Page, ui: GuardUi) -> None:
    box = X_INLINE.open(page)
    box.type(NAMED)
    expect(ui.panels.locator("[aria-live=polite]")).to_contain_text("1 to look at")


def listeners_on_window(page: Page) -> set[str]:
    """The events that the extension's own scripts listen to on the page's window."""
    devtools = page.context.new_cdp_session(page)
    worlds: list[int] = []

    def meet(event: dict[str, Any]) -> None:
        if event["context"]["name"] == "School Guard":
            worlds.append(event["context"]["id"])

    devtools.on("Runtime.executionContextCreated", meet)
    devtools.send("Runtime.enable")
    assert worlds, "the extension's scripts are not in the page"
    window = devtools.send("Runtime.evaluate", {"expression": "window", "contextId": worlds[0]})["result"]["objectId"]
    found = devtools.send("DOMDebugger.getEventListeners", {"objectId": window})["listeners"]
    devtools.detach()
    return {listener["type"] for listener in found}


@pytest.mark.parametrize("composer", [X_INLINE, LINKEDIN_POST, FORUM_REPLY], ids=str)
def test_off_here_means_off_until_it_is_turned_on_again(page: Page, ui: GuardUi, composer: Composer) -> None:
    box = composer.open(page)
    box.type(STRONG)
    ui.wait_for_marks("stop", [STRONG_WORDS])
    assert {"keydown", "click", "submit", "input", "paste", "drop", "change"} <= listeners_on_window(page)
    ui.open_card().get_by_role("button", name="Off on this site").click()
    ui.wait_for_marks("stop", [])
    ui.expect_badge("Off here")
    assert not listeners_on_window(page) & {"keydown", "click", "submit", "input", "paste", "drop", "change"}
    ui.card.get_by_role("button", name="Turn on again").click()
    box.editor.click()
    ui.wait_for_marks("stop", [STRONG_WORDS])
    ui.open_card().get_by_role("button", name="Off on this site").click()
    ui.expect_badge("Off here")
    box.submit.click()
    assert box.wait_for_post()["text"] == STRONG
    expect(ui.dialog).to_have_count(0)
    again = composer.open(page)
    again.type(STRONG)
    ui.expect_badge("Off here")
    assert ui.marked("stop") == []
    assert not listeners_on_window(page) & {"keydown", "click", "submit", "input", "paste", "drop", "change"}
    ui.open_card().get_by_role("button", name="Turn on again").click()
    again.editor.click()
    ui.wait_for_marks("stop", [STRONG_WORDS])
