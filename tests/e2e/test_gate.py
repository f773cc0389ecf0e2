"""Pressing Post: held, changed, overridden; and never twice."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.composers import (
    EVERY,
    FACEBOOK_POST,
    FORUM_BESIDE,
    FORUM_CLASSIC,
    FORUM_CONVERSATIONS,
    FORUM_DRAFTS,
    FORUM_EDITOR,
    FORUM_MOUSE,
    FORUM_POINTER,
    FORUM_REPLY,
    LINKEDIN_POST,
    SITES,
    X_INLINE,
    X_MODAL,
    Composer,
)
from tests.e2e.drafts import HARMLESS, NAMED, NAMED_SEVERITY, NAMED_WORDS, STRONG, STRONG_WORDS
from tests.e2e.guard_ui import GuardUi
from tests.pages.server import SiteServer

pytestmark = pytest.mark.e2e

BY_KEYS = [composer for composer in EVERY if composer.shortcut]
REASON = "Permission has been given"


@pytest.mark.parametrize("composer", EVERY, ids=str)
def test_a_stop_is_held_when_the_button_is_pressed(page: Page, ui: GuardUi, composer: Composer) -> None:
    box = composer.open(page)
    box.type(STRONG)
    ui.wait_for_marks("stop", [STRONG_WORDS])
    box.submit.click()
    ui.expect_held()
    ui.change_it()
    assert (box.text(), box.posts()) == (STRONG, [])


@pytest.mark.parametrize("composer", BY_KEYS, ids=str)
def test_a_stop_is_held_when_the_keys_are_pressed(page: Page, ui: GuardUi, composer: Composer) -> None:
    box = composer.open(page)
    box.type(STRONG)
    ui.wait_for_marks("stop", [STRONG_WORDS])
    box.press_shortcut()
    ui.expect_held()
    ui.change_it()
    assert (box.text(), box.posts()) == (STRONG, [])


@pytest.mark.parametrize("composer", [*SITES, FORUM_REPLY], ids=str)
def test_a_press_right_after_the_last_key_is_held_too(page: Page, ui: GuardUi, composer: Composer) -> None:
    box = composer.open(page)
    box.type(STRONG)
    box.submit.click()
    ui.expect_held()
    expect(ui.dialog.get_by_role("button", name="Post anyway")).to_be_visible()
    assert box.posts() == []


def test_an_ordinary_form_is_held_before_the_page_goes_away(page: Page, ui: GuardUi, sites: SiteServer) -> None:
    before = list(sites.received)
    box = FORUM_CLASSIC.open(page)
    box.type(STRONG)
    ui.wait_for_marks("stop", [STRONG_WORDS])
    box.submit.click()
    expect(ui.dialog).to_be_visible()
    assert sites.received == before
    with page.expect_navigation():
        ui.post_anyway(REASON)
    assert sites.received == [*before, STRONG]


@pytest.mark.parametrize("name", ["Preview", "Save draft"])
def test_what_sends_a_form_without_posting_it_is_left_alone(page: Page, ui: GuardUi, name: str) -> None:
    box = FORUM_DRAFTS.open(page)
    box.type(STRONG)
    ui.wait_for_marks("stop", [STRONG_WORDS])
    page.get_by_role("button", name=name).click()
    expect(page.locator("output")).to_have_text("save" if name == "Save draft" else "preview")
    expect(ui.dialog).not_to_be_visible()
    box.submit.click()
    expect(ui.dialog).to_be_visible()
    assert box.posts() == []


@pytest.mark.parametrize("by", ["button", "Enter"])
def test_a_search_beside_a_draft_is_left_alone(page: Page, ui: GuardUi, by: str) -> None:
    box = FORUM_BESIDE.open(page)
    box.type(STRONG)
    ui.wait_for_marks("stop", [STRONG_WORDS])
    page.get_by_placeholder("Search the forum").fill("netball")
    if by == "Enter":
        page.keyboard.press("Enter")
    else:
        page.get_by_role("button", name="Go", exact=True).click()
    expect(page.locator("output")).to_have_text("netball")
    expect(ui.dialog).not_to_be_visible()


def test_a_list_of_conversations_beside_a_chat_is_no_list_of_suggestions(page: Page, ui: GuardUi) -> None:
    box = FORUM_CONVERSATIONS.open(page)
    box.type(STRONG)
    ui.wait_for_marks("stop", [STRONG_WORDS])
    page.keyboard.press("Enter")
    expect(ui.dialog).to_be_visible()
    assert box.posts() == []


@pytest.mark.parametrize(
    ("composer", "part"), [(FORUM_EDITOR, ".postbox"), (LINKEDIN_POST, "#interop-outlet")], ids=str
)
def test_the_dialog_leaves_with_its_composer(page: Page, ui: GuardUi, composer: Composer, part: str) -> None:
    box = composer.open(page)
    box.type(STRONG)
    ui.wait_for_marks("stop", [STRONG_WORDS])
    box.submit.click()
    ui.expect_held()
    page.locator(part).evaluate("element => element.remove()")
    expect(ui.dialog).to_have_count(0)
    expect(ui.card).not_to_be_visible()


@pytest.mark.parametrize("composer", [X_INLINE, FACEBOOK_POST, LINKEDIN_POST, FORUM_REPLY], ids=str)
def test_a_held_post_goes_out_once_it_is_put_right(page: Page, ui: GuardUi, composer: Composer) -> None:
    box = composer.open(page)
    box.type(STRONG)
    ui.wait_for_marks("stop", [STRONG_WORDS])
    box.submit.click()
    ui.change_it()
    box.editor.click()
    page.keyboard.press("Control+a")
    page.keyboard.type(HARMLESS)
    ui.wait_for_marks("stop", [])
    box.submit.click()
    assert box.wait_for_post()["text"] == HARMLESS
    assert len(box.posts()) == 1


@pytest.mark.parametrize("composer", EVERY, ids=str)
def test_a_stop_can_be_overridden_with_a_reason_and_posts_once(page: Page, ui: GuardUi, composer: Composer) -> None:
    box = composer.open(page)
    box.type(STRONG)
    ui.wait_for_marks("stop", [STRONG_WORDS])
    box.submit.click()
    ui.dialog.get_by_role("button", name="Post anyway").click()
    expect(ui.dialog.get_by_role("alert")).to_have_text("Please choose a reason first.")
    assert box.posts() == []
    ui.post_anyway(REASON)
    assert box.wait_for_post()["text"] == STRONG
    box.wait_for_clearing()
    assert len(box.posts()) == 1


@pytest.mark.parametrize("composer", BY_KEYS, ids=str)
def test_what_was_pressed_by_keys_goes_on_by_itself_or_says_what_to_press(
    page: Page, ui: GuardUi, composer: Composer
) -> None:
    box = composer.open(page)
    box.type(NAMED)
    ui.wait_for_marks(NAMED_SEVERITY, [NAMED_WORDS])
    box.press_shortcut()
    ui.expect_held()
    ui.post_anyway()
    assert box.wait_for_post()["text"] == NAMED
    assert len(box.posts()) == 1


@pytest.mark.parametrize("composer", [X_INLINE, FACEBOOK_POST, LINKEDIN_POST, FORUM_REPLY], ids=str)
def test_a_warning_takes_one_tap(page: Page, ui: GuardUi, composer: Composer) -> None:
    box = composer.open(page)
    box.type(NAMED)
    ui.wait_for_marks(NAMED_SEVERITY, [NAMED_WORDS])
    box.submit.click()
    ui.expect_held()
    ui.post_anyway()
    assert box.wait_for_post()["text"] == NAMED
    box.wait_for_clearing()
    assert len(box.posts()) == 1


@pytest.mark.parametrize("composer", [FORUM_REPLY, X_MODAL], ids=str)
def test_a_site_that_takes_five_seconds_gets_the_post_once(page: Page, ui: GuardUi, composer: Composer) -> None:
    box = composer.open(page, "slow=5000")
    box.type(NAMED)
    ui.wait_for_marks(NAMED_SEVERITY, [NAMED_WORDS])
    box.submit.click()
    ui.post_anyway()
    box.wait_for_post()
    box.wait_for_clearing()
    assert len(box.posts()) == 1


def test_a_site_that_takes_longer_still_is_never_said_to_want_a_second_press(page: Page, ui: GuardUi) -> None:
    box = X_INLINE.open(page, "slow=9000")
    box.type(NAMED)
    ui.wait_for_marks(NAMED_SEVERITY, [NAMED_WORDS])
    box.submit.click()
    ui.post_anyway()
    box.wait_for_post()
    expect(ui.card).to_contain_text("may still be busy with it", timeout=20_000)
    expect(ui.card).not_to_contain_text("once more")
    box.wait_for_clearing()
    assert len(box.posts()) == 1


@pytest.mark.parametrize("composer", [FORUM_POINTER, FORUM_MOUSE], ids=str)
def test_a_press_that_begins_before_the_check_and_ends_after_it_is_not_lost(
    page: Page, ui: GuardUi, composer: Composer
) -> None:
    box = composer.open(page)
    box.type(HARMLESS)
    ui.expect_nothing_to_point_out()
    box.submit.hover()
    page.keyboard.type("!")
    page.mouse.down()
    ui.expect_nothing_to_point_out()
    page.mouse.up()
    assert box.wait_for_post()["text"] == HARMLESS + "!"
    box.wait_for_clearing()
    assert len(box.posts()) == 1


def test_a_pass_is_good_for_that_text_only(page: Page, ui: GuardUi) -> None:
    box = FORUM_REPLY.open(page)
    for count, text in enumerate((NAMED, "Again: " + NAMED), start=1):
        box.type(text)
        ui.wait_for_marks(NAMED_SEVERITY, [NAMED_WORDS])
        box.submit.click()
        expect(ui.dialog).to_be_visible()
        assert len(box.posts()) == count - 1
        ui.post_anyway()
        assert box.wait_for_post(count)["text"] == text
        box.wait_for_clearing()


def test_a_site_that_wants_a_real_press_gets_one(page: Page, ui: GuardUi) -> None:
    box = FORUM_EDITOR.open(page, "trusted=only")
    box.type(NAMED)
    ui.wait_for_marks(NAMED_SEVERITY, [NAMED_WORDS])
    box.submit.click()
    ui.post_anyway()
    expect(ui.card).to_contain_text("press Post once more")
    assert box.posts() == []
    box.submit.click()
    assert box.wait_for_post()["text"] == NAMED
    box.wait_for_clearing()
    assert len(box.posts()) == 1


def test_escape_is_change_it_and_the_keyboard_goes_back_to_the_draft(page: Page, ui: GuardUi) -> None:
    box = X_INLINE.open(page)
    box.type(STRONG)
    ui.wait_for_marks("stop", [STRONG_WORDS])
    box.press_shortcut()
    ui.expect_held()
    page.keyboard.press("Escape")
    expect(ui.dialog).to_have_count(0)
    page.keyboard.type("!")
    box.wait_for_text(STRONG + "!")
    assert box.posts() == []
