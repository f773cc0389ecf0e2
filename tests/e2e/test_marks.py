"""What a person sees while writing: the words underlined, the count on the badge, the editor left alone."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.composers import (
    EVERY,
    FACEBOOK_POST,
    FORUM_CLASSIC,
    FORUM_REPLY,
    LINKEDIN_POST,
    SITES,
    X_INLINE,
    X_MODAL,
    Composer,
)
from tests.e2e.drafts import EMOJI, HARMLESS, NAMED, NAMED_SEVERITY, NAMED_WORDS, STRONG, STRONG_WORDS
from tests.e2e.guard_ui import GuardUi

pytestmark = pytest.mark.e2e

OFFICIAL = [X_INLINE, FACEBOOK_POST, LINKEDIN_POST]


@pytest.mark.parametrize("composer", [*EVERY, FORUM_CLASSIC], ids=str)
def test_the_schools_name_is_underlined_without_touching_the_editor(
    page: Page, ui: GuardUi, composer: Composer
) -> None:
    box = composer.open(page)
    box.type(NAMED)
    before = box.editor.evaluate("editor => editor.outerHTML")
    ui.wait_for_marks(NAMED_SEVERITY, [NAMED_WORDS])
    ui.expect_badge("1 to look at")
    assert box.editor.evaluate("editor => editor.outerHTML") == before
    assert box.text() == NAMED


@pytest.mark.parametrize("composer", [*SITES, FORUM_REPLY], ids=str)
def test_pasted_text_with_emoji_is_underlined_at_the_right_place(page: Page, ui: GuardUi, composer: Composer) -> None:
    box = composer.open(page)
    box.editor.click()
    box.paste(EMOJI)
    ui.wait_for_marks(NAMED_SEVERITY, [NAMED_WORDS])
    assert box.text() == EMOJI


@pytest.mark.parametrize("composer", [*SITES, FORUM_REPLY], ids=str)
def test_marks_follow_the_words_and_go_with_them(page: Page, ui: GuardUi, composer: Composer) -> None:
    box = composer.open(page)
    box.type(NAMED)
    ui.wait_for_marks(NAMED_SEVERITY, [NAMED_WORDS])
    page.keyboard.press("Control+Home")
    page.keyboard.type("🎉 ")
    ui.wait_for_marks(NAMED_SEVERITY, [NAMED_WORDS])
    page.keyboard.press("Control+a")
    page.keyboard.press("Delete")
    ui.wait_for_marks(NAMED_SEVERITY, [])


def test_undo_brings_back_the_words_and_their_mark(page: Page, ui: GuardUi) -> None:
    box = X_INLINE.open(page)
    box.type(NAMED)
    ui.wait_for_marks(NAMED_SEVERITY, [NAMED_WORDS])
    page.keyboard.press("Control+a")
    page.keyboard.press("Delete")
    ui.wait_for_marks(NAMED_SEVERITY, [])
    page.keyboard.press("Control+z")
    box.wait_for_text(NAMED)
    ui.wait_for_marks(NAMED_SEVERITY, [NAMED_WORDS])


def test_two_composers_are_told_apart(page: Page, ui: GuardUi) -> None:
    inline = X_INLINE.open(page)
    inline.type(NAMED)
    ui.wait_for_marks(NAMED_SEVERITY, [NAMED_WORDS])
    X_MODAL.prepare(page)
    X_MODAL.editor(page).click()
    page.keyboard.type(STRONG)
    ui.wait_for_marks("stop", [STRONG_WORDS])
    assert ui.marked(NAMED_SEVERITY) == [NAMED_WORDS]
    assert page.evaluate("() => __models().map((model) => model.text)") == [NAMED, STRONG]
    expect(ui.panels).to_have_count(2)


def test_every_part_of_a_thread_is_read(page: Page, ui: GuardUi) -> None:
    box = X_MODAL.open(page)
    box.type(NAMED)
    page.get_by_test_id("addButton").click()
    page.get_by_test_id("tweetTextarea_1").click()
    page.keyboard.type(STRONG)
    ui.wait_for_marks("stop", [STRONG_WORDS])
    assert ui.marked(NAMED_SEVERITY) == [NAMED_WORDS]
    ui.expect_badge("2 to look at")
    box.submit.click()
    ui.expect_held()


@pytest.mark.parametrize("composer", OFFICIAL, ids=str)
def test_the_schools_own_account_may_name_the_school(page: Page, ui: GuardUi, composer: Composer) -> None:
    box = composer.open(page, "account=official")
    box.type(NAMED + ". " + STRONG)
    ui.wait_for_marks("stop", [STRONG_WORDS])
    assert ui.marked(NAMED_SEVERITY) == []


@pytest.mark.parametrize("composer", [X_INLINE, FACEBOOK_POST, LINKEDIN_POST, FORUM_REPLY], ids=str)
def test_a_harmless_post_gets_no_card_and_goes_out_at_one_press(page: Page, ui: GuardUi, composer: Composer) -> None:
    box = composer.open(page)
    box.type(HARMLESS)
    ui.expect_nothing_to_point_out()
    expect(ui.card).to_be_hidden()
    box.submit.click()
    assert box.wait_for_post()["text"] == HARMLESS
    expect(ui.dialog).to_have_count(0)


def test_search_and_passwords_are_left_alone(page: Page, ui: GuardUi) -> None:
    page.goto("https://forum.example/account")
    for label in ("Search the forum", "User name", "Password"):
        page.get_by_label(label).fill(STRONG)
        page.get_by_label(label).press("Enter")
    box = FORUM_REPLY.open(page)
    box.type(NAMED)
    ui.wait_for_marks(NAMED_SEVERITY, [NAMED_WORDS])
    page.goto("https://forum.example/account")
    page.get_by_label("Password").fill(STRONG)
    expect(ui.panels).to_have_count(0)


@pytest.mark.parametrize(("composer", "language"), [(FACEBOOK_POST, "vi"), (LINKEDIN_POST, "de"), (X_INLINE, "ja")])
def test_a_page_in_another_language_is_read_and_held_all_the_same(
    page: Page, ui: GuardUi, composer: Composer, language: str
) -> None:
    box = composer.open(page, f"lang={language}")
    box.type(STRONG)
    ui.wait_for_marks("stop", [STRONG_WORDS])
    box.submit.click()
    ui.expect_held()


@pytest.mark.parametrize("composer", [X_INLINE, FACEBOOK_POST, LINKEDIN_POST], ids=str)
def test_neither_badge_nor_card_covers_the_button_that_posts(page: Page, ui: GuardUi, composer: Composer) -> None:
    box = composer.open(page)
    box.type(NAMED)
    ui.expect_badge("to look at")
    ui.open_card()
    post = box.submit.bounding_box()
    assert post
    for ours in (ui.badge, ui.card):
        at = ours.bounding_box()
        assert at
        apart = (
            at["x"] >= post["x"] + post["width"]
            or post["x"] >= at["x"] + at["width"]
            or at["y"] >= post["y"] + post["height"]
            or post["y"] >= at["y"] + at["height"]
        )
        assert apart


def test_a_draft_under_the_sites_own_dialog_shows_no_badge_over_it(page: Page, ui: GuardUi) -> None:
    box = X_INLINE.open(page)
    box.type(NAMED)
    ui.wait_for_marks(NAMED_SEVERITY, [NAMED_WORDS])
    X_MODAL.prepare(page)
    X_MODAL.editor(page).click()
    page.keyboard.type(HARMLESS)
    expect(ui.badge.filter(visible=True)).to_have_count(1)
    expect(ui.badge.filter(visible=True)).to_have_accessible_name("School Guard: Nothing to point out")
    page.get_by_test_id("app-bar-close").click()
    expect(X_MODAL.editor(page)).to_have_count(0)
    expect(ui.badge).to_be_visible()
    ui.expect_badge("1 to look at")
