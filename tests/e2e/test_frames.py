"""What is written in a frame of the page's own site is part of the page."""

from __future__ import annotations

import pytest
from playwright.sync_api import FrameLocator, Page, expect

from tests.e2e.drafts import HARMLESS, STRONG, STRONG_WORDS
from tests.e2e.files import payload, png
from tests.e2e.guard_ui import GuardUi

pytestmark = pytest.mark.e2e

FORUM = "https://forum.example"
REASON = "Permission has been given"
_MARKED = "words => [...(CSS.highlights.get('school-guard-stop') ?? [])].some((range) => String(range) === words)"


def _framed(page: Page, path: str) -> FrameLocator:
    page.goto(FORUM + path)
    return page.frame_locator("iframe")


def _posts(page: Page) -> list[str]:
    return [str(text) for text in page.evaluate("() => __posts.map((post) => post.text)")]


@pytest.mark.parametrize("path", ["/framed", "/written"])
def test_an_editor_in_a_frame_is_held_at_the_control_outside_it(page: Page, ui: GuardUi, path: str) -> None:
    editor = _framed(page, path).locator("body")
    editor.click()
    page.keyboard.type(STRONG)
    ui.expect_badge("1 to look at")
    page.frames[1].wait_for_function(_MARKED, arg=STRONG_WORDS)
    page.get_by_role("button", name="Post reply").click()
    ui.expect_held()
    ui.post_anyway(REASON)
    expect(page.locator("article", has_text=STRONG)).to_be_visible()
    assert _posts(page) == [STRONG]


def test_a_title_in_the_page_and_its_text_in_a_frame_are_both_looked_at(page: Page, ui: GuardUi) -> None:
    editor = _framed(page, "/framed").locator("body")
    page.get_by_placeholder("Subject").click()
    page.keyboard.type("Sports day")
    editor.click()
    page.keyboard.type(STRONG)
    page.get_by_role("button", name="Post reply").click()
    ui.expect_held()
    ui.change_it()
    editor.fill(HARMLESS)
    page.get_by_role("button", name="Post reply").click()
    expect(page.locator("article", has_text=HARMLESS)).to_be_visible()
    assert _posts(page) == [f"Sports day\n{HARMLESS}"]


def test_a_picture_chosen_beside_the_frame_is_of_the_draft_in_it(page: Page, ui: GuardUi) -> None:
    editor = _framed(page, "/framed").locator("body")
    editor.click()
    page.keyboard.type(HARMLESS)
    attached = page.get_by_label("Attachments")
    attached.set_input_files(payload("torn.png", png()[:60]))
    ui.expect_badge("Not checked")
    expect(ui.open_card()).to_contain_text("This picture could not be read")
    attached.set_input_files([])
    expect(ui.card).not_to_contain_text("This picture could not be read")


def test_a_small_frame_has_badge_and_dialog_around_it(page: Page, ui: GuardUi) -> None:
    frame = _framed(page, "/comments")
    frame.get_by_role("textbox").click()
    page.keyboard.type(STRONG)
    ui.expect_badge("1 to look at")
    frame.locator(".postbox button").click()
    expect(ui.dialog).to_be_visible()
    ui.change_it()
    page.get_by_role("button", name="Hide comments").press("Enter")
    expect(ui.badge).to_have_count(0)


def test_another_form_of_the_page_does_not_wait_for_a_draft_in_a_frame(page: Page, ui: GuardUi) -> None:
    frame = _framed(page, "/comments")
    frame.get_by_role("textbox").click()
    page.keyboard.type(STRONG)
    ui.expect_badge("1 to look at")
    page.locator("#message").fill(HARMLESS)
    page.get_by_role("button", name="Post reply").click()
    expect(page.locator("article", has_text=HARMLESS)).to_be_visible()
    expect(ui.dialog).to_have_count(0)
