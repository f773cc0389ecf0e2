"""Badge and card keep out of the way, and everybody can work them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.composers import FORUM_REPLY, LINKEDIN_POST, X_INLINE, Composer, OpenComposer
from tests.extension_ui.page import LAYERS, finding, lift, state
from tests.extension_ui.pictures import two_faces
from tests.extension_ui.test_panel import ASKED, HINT, HOST, LISTED, NAME, SCOPES, badge, card, put, with_picture

Open = Callable[[Composer], OpenComposer]
Axe = Callable[[str], list[str]]

#: The badge stands 8 pixels below the form.
BELOW = f"""() => {{
  const badge = document.querySelector("{HOST}").shadowRoot.querySelector(".badge").getBoundingClientRect();
  return Math.abs(badge.top - document.querySelector("form").getBoundingClientRect().bottom - 8) < 1;
}}"""
TYPE_ON = """() => {
  window.changes = 0;
  const body = document.querySelector("school-guard-panel").shadowRoot.querySelector(".body");
  const all = { subtree: true, childList: true, characterData: true, attributes: true };
  new MutationObserver((seen) => { changes += seen.length; }).observe(body, all);
  for (let step = 1; step <= 20; step += 1) {
    const moved = structuredClone(state);
    moved.report.findings[0].span = { start: step, end: step + 8 };
    moved.report.findings[0].fixes[0].edits[0].span = { start: step, end: step };
    panel.update({ ...moved, phase: step % 2 ? "checking" : "checked" });
  }
  return new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
}"""


@pytest.mark.parametrize("composer", SCOPES, ids=str)
def test_badge_and_card_cover_neither_draft_nor_post_button(opened: Open, composer: Composer) -> None:
    page = put(opened, state(finding(1), NAME, HINT), composer)
    badge(page).click()
    boxes = [badge(page).bounding_box(), card(page).bounding_box()]
    for kept in (composer.editor(page).bounding_box(), composer.submit(page).bounding_box()):
        for box in boxes:
            assert kept
            assert box
            apart = box["x"] >= kept["x"] + kept["width"] or kept["x"] >= box["x"] + box["width"]
            apart = apart or box["y"] >= kept["y"] + kept["height"] or kept["y"] >= box["y"] + box["height"]
            assert apart, f"{box} covers {kept}"


def test_the_badge_goes_with_the_composer(opened: Open) -> None:
    page = put(opened, state(finding(1)), FORUM_REPLY)
    page.wait_for_function(BELOW)
    page.evaluate("() => document.body.prepend(Object.assign(document.createElement('p'), { textContent: 'News' }))")
    page.wait_for_function(BELOW)
    page.locator("textarea").evaluate("area => { area.style.height = '180px'; }")
    page.wait_for_function(BELOW)
    page.evaluate("() => { document.body.style.minHeight = '3000px'; window.scrollTo(0, 60); }")
    page.wait_for_function(f"() => window.scrollY === 60 && ({BELOW})()")
    page.evaluate("() => window.scrollTo(0, 2000)")
    expect(badge(page)).to_be_hidden()


@pytest.mark.parametrize("layer", LAYERS)
def test_it_can_be_worked_beside_a_composer_over_the_page(opened: Open, layer: str) -> None:
    page = put(opened, state(finding(1), HINT), FORUM_REPLY)
    lift(page, layer)
    page.evaluate("() => panel.update(state)")
    badge(page).click()
    expect(card(page)).to_be_in_viewport(ratio=1)
    card(page).get_by_role("button", name="Add the school's disclaimer").click()
    card(page).get_by_role("button", name="Off on this site").click()
    assert page.evaluate("() => calls") == [["fix", "f1", "Add the school's disclaimer"], ["turnOff", "site"]]
    expect(page.locator("#layer textarea")).to_be_visible()


@pytest.mark.parametrize("layer", LAYERS)
def test_it_comes_over_a_layer_that_is_closed_and_opened_again(opened: Open, layer: str) -> None:
    page = put(opened, state(finding(1)), FORUM_REPLY)
    lift(page, layer)
    expect(badge(page)).to_be_visible()
    page.evaluate("""() => {
      if (layer.localName === "dialog") {
        layer.close();
        layer.showModal();
      } else {
        layer.hidePopover();
        layer.showPopover();
      }
    }""")
    badge(page).click()
    card(page).get_by_role("button", name="Add the school's disclaimer").click()
    assert page.evaluate("() => calls.length") == 1


def test_the_same_findings_are_not_drawn_again_while_somebody_types(opened: Open) -> None:
    page = put(opened, state(finding(1), HINT))
    badge(page).click()
    page.evaluate(TYPE_ON)
    assert page.evaluate("() => changes") == 0
    card(page).get_by_role("button", name="Add the school's disclaimer").click()
    assert page.evaluate("() => calls.length") == 1


def test_pressing_in_the_card_leaves_the_caret_in_the_draft(opened: Open) -> None:
    page = put(opened, state(finding(1)))
    badge(page).click()
    card(page).get_by_role("button", name="Not a concern").click()
    page.keyboard.type("!")
    page.wait_for_function("() => handle.read() === 'Proud of Oakfield and!'")


# ---- keyboard, screen reader, zoom ----


def test_the_card_works_by_keyboard_alone(opened: Open) -> None:
    page = put(opened, state(finding(1)))
    page.keyboard.press("Alt+Shift+G")
    expect(card(page)).to_be_visible()
    focused = "() => document.querySelector('school-guard-panel').shadowRoot.activeElement?.textContent"
    seen = []
    for _ in range(10):
        page.keyboard.press("Tab")
        seen.append(page.evaluate(focused))
    for name in (
        "Add the school's disclaimer",
        "Ask the data protection officer",
        "Report a concern…",
        "Not a concern…",
        "Off on this site",
    ):
        assert name in seen
    page.evaluate("() => panel.open('f1', 'keyboard')")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("() => calls") == [["fix", "f1", "Add the school's disclaimer"]]
    page.keyboard.press("Escape")
    expect(card(page)).to_be_hidden()
    page.keyboard.type("!")
    page.wait_for_function("() => handle.read() === 'Proud of Oakfield and!'")


#: A page's dialog that keeps the Tab key to its own controls, before anybody else is asked; and that closes on Escape.
TRAP = """() => {
  window.heard = [];
  const form = document.querySelector("form");
  form.setAttribute("role", "dialog");
  const trap = (event) => {
    heard.push(event.key);
    if (event.key === "Escape") form.remove();
    if (event.key !== "Tab" || form.contains(event.target)) return;
    event.preventDefault();
    form.querySelector("textarea").focus();
  };
  document.addEventListener("keydown", trap, true);
}"""


def test_a_page_that_keeps_the_keyboard_in_its_dialog_leaves_it_to_the_card(opened: Open) -> None:
    page = put(opened, state(finding(1)), FORUM_REPLY)
    page.evaluate(TRAP)
    page.keyboard.press("Alt+Shift+G")
    expect(card(page)).to_be_visible()
    page.evaluate("() => { heard.length = 0; }")
    page.keyboard.press("Tab")
    page.keyboard.press("Shift+Tab")
    page.evaluate("() => panel.open('f1', 'keyboard')")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("() => calls") == [["fix", "f1", "Add the school's disclaimer"]]
    page.keyboard.press("Escape")
    expect(card(page)).to_be_hidden()
    assert page.evaluate("() => heard") == []
    page.keyboard.type("!")
    page.wait_for_function("() => handle.read().endsWith('!')")
    assert page.evaluate("() => heard") == ["!"]


def test_a_picked_mark_opens_its_finding_without_taking_the_caret(opened: Open) -> None:
    page = put(opened, state(finding(1), NAME))
    page.evaluate("() => panel.open('f1', 'pointer')")
    expect(card(page).locator(".picked")).to_have_attribute("data-key", "f1")
    page.keyboard.type("!")
    page.wait_for_function("() => handle.read() === 'Proud of Oakfield and!'")


def test_news_is_announced_once_things_have_settled(opened: Open, plain_page: Page) -> None:
    plain_page.clock.install()
    page = put(opened, state(finding(1), HINT))
    live = page.locator(f"{HOST} [aria-live=polite]")
    page.clock.run_for(2_000)
    expect(live).to_have_text("School Guard: 1 to look at · 1 hint. Alt+Shift+G opens the details.")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("composer", [X_INLINE, LINKEDIN_POST], ids=str)
def test_axe_finds_nothing(opened: Open, axe: Axe, plain_page: Page, composer: Composer, scheme: Any) -> None:
    plain_page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    wanted = with_picture(
        finding(1), NAME, HINT, LISTED, ASKED, accountQuestion={"site": "x.com", "handle": "@sampatel"}
    )
    page = put(opened, wanted, composer, two_faces())
    badge(page).click()
    card(page).locator("[data-key=f4]").get_by_role("button", name="Show").click()
    card(page).locator("[data-key=f2]").get_by_role("button", name="Not a concern").click()
    assert axe(HOST) == []


def test_everything_pressed_is_at_least_24_pixels(opened: Open) -> None:
    page = put(opened, with_picture(finding(1), NAME, HINT, LISTED, ASKED), picture=two_faces())
    badge(page).click()
    card(page).locator("[data-key=f2]").get_by_role("button", name="Not a concern").click()
    for control in page.locator(f"{HOST} button:visible").all():
        box = control.bounding_box()
        assert box
        assert min(box["height"], box["width"]) >= 24, control.inner_text()


def test_at_200_per_cent_on_a_small_screen_all_can_be_reached(opened: Open, plain_page: Page) -> None:
    plain_page.set_viewport_size({"width": 640, "height": 400})  # 1280 x 800 at 200 %
    page = put(opened, state(finding(1), NAME, HINT), FORUM_REPLY)
    badge(page).click()
    box = card(page).bounding_box()
    assert box
    assert box["x"] >= 0
    assert box["y"] >= 0
    assert box["x"] + box["width"] <= 640
    assert box["y"] + box["height"] <= 400
    last = card(page).locator("[data-key=f3]").get_by_role("link", name="Ask the data protection officer")
    last.scroll_into_view_if_needed()
    expect(last).to_be_in_viewport()


# ---- a dialog of the page, opened over the composer ----

#: What sites open over a page: a dialog of the browser's, and boxes that cover the window by themselves.
OVER = {
    "dialog": "<dialog><input></dialog>",
    "boxes": '<div style="position:fixed;inset:0"><div role="dialog" aria-modal="true"><input></div></div>',
}
OPEN_OVER = """html => {
  document.body.insertAdjacentHTML("beforeend", html);
  window.over = document.body.lastElementChild;
  if (over instanceof HTMLDialogElement) over.showModal();
  over.querySelector("input").focus();
}"""


@pytest.mark.parametrize("html", OVER.values(), ids=OVER.keys())
def test_the_badge_of_a_covered_composer_hides_until_it_is_uncovered(opened: Open, html: str) -> None:
    page = put(opened, state(finding(1)), FORUM_REPLY)
    badge(page).click()
    expect(card(page)).to_be_visible()
    page.evaluate(OPEN_OVER, html)
    expect(badge(page)).to_be_hidden()
    expect(card(page)).to_be_hidden()
    page.evaluate("() => over.remove()")
    expect(badge(page)).to_be_visible()
    expect(card(page)).to_be_visible()


def test_a_box_beside_the_composer_hides_nothing(opened: Open) -> None:
    page = put(opened, state(finding(1)), FORUM_REPLY)
    page.evaluate(OPEN_OVER, '<div style="position:fixed;inset:0 0 auto 0;height:30px"><input></div>')
    expect(badge(page)).to_be_visible()
    badge(page).click()
    expect(card(page)).to_be_visible()
