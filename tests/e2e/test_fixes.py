"""Fixes go through the editor's own input path: its model has them, and it can undo them."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.composers import EVERY, FORUM_CHAT, FORUM_REPLY, LINKEDIN_POST, SITES, X_INLINE, Composer
from tests.e2e.drafts import EMOJI, NAMED, NAMED_SEVERITY, NAMED_WORDS, STRONG, STRONG_WORDS
from tests.e2e.guard_ui import GuardUi

pytestmark = pytest.mark.e2e

ADD_DISCLAIMER = "disclaimer"


@pytest.mark.parametrize("composer", EVERY, ids=str)
def test_the_disclaimer_is_added_and_the_mark_goes(page: Page, ui: GuardUi, composer: Composer) -> None:
    box = composer.open(page)
    box.type(NAMED)
    ui.wait_for_marks(NAMED_SEVERITY, [NAMED_WORDS])
    ui.open_card().get_by_role("button", name=ADD_DISCLAIMER).click()
    ui.wait_for_marks(NAMED_SEVERITY, [])
    assert box.text().startswith(NAMED)
    assert "my own" in box.text()[len(NAMED) :]
    box.submit.click()
    assert "my own" in box.wait_for_post()["text"]


@pytest.mark.parametrize("generation", ["1", "2"])
def test_linkedin_takes_a_fix_in_either_quill(page: Page, ui: GuardUi, generation: str) -> None:
    box = LINKEDIN_POST.open(page, f"quill={generation}")
    box.type(EMOJI)
    ui.wait_for_marks(NAMED_SEVERITY, [NAMED_WORDS])
    ui.open_card().get_by_role("button", name=ADD_DISCLAIMER).click()
    ui.wait_for_marks(NAMED_SEVERITY, [])
    assert box.text().startswith(EMOJI)


@pytest.mark.parametrize("composer", [*SITES, FORUM_REPLY], ids=str)
def test_a_fix_can_be_undone_and_typing_goes_on(page: Page, ui: GuardUi, composer: Composer) -> None:
    box = composer.open(page)
    box.type(NAMED)
    ui.wait_for_marks(NAMED_SEVERITY, [NAMED_WORDS])
    ui.open_card().get_by_role("button", name=ADD_DISCLAIMER).click()
    ui.wait_for_marks(NAMED_SEVERITY, [])
    fixed = box.text()
    box.editor.press("Control+End")
    page.keyboard.type("!")
    box.wait_for_text(fixed + "!")
    box.editor.press("Control+z")
    box.editor.press("Control+z")
    page.wait_for_function("([name, text]) => __model(name) !== text", arg=[composer.model, fixed + "!"])


def test_the_card_says_which_clause_and_whom_to_ask(page: Page, ui: GuardUi) -> None:
    box = X_INLINE.open(page)
    box.type(NAMED)
    ui.wait_for_marks(NAMED_SEVERITY, [NAMED_WORDS])
    card = ui.open_card()
    expect(card).to_contain_text("“Scope” of the school’s policy")
    expect(card).to_contain_text("In doubt, ask a senior leader: the deputy head, in the main office")


def test_a_dismissed_finding_does_not_come_back(page: Page, ui: GuardUi) -> None:
    box = X_INLINE.open(page)
    box.type(NAMED)
    ui.wait_for_marks(NAMED_SEVERITY, [NAMED_WORDS])
    card = ui.open_card()
    card.get_by_role("button", name="Not a concern").click()
    card.get_by_role("button", name="School Guard is wrong here").click()
    ui.wait_for_marks(NAMED_SEVERITY, [])
    box.editor.click()
    page.keyboard.press("Control+Home")
    page.keyboard.type("Hello! ")
    ui.expect_nothing_to_point_out()
    box.submit.click()
    assert box.wait_for_post()["text"] == "Hello! " + NAMED


@pytest.mark.parametrize("composer", [X_INLINE, FORUM_CHAT], ids=str)
def test_a_dismissed_stop_stops_the_next_post(page: Page, ui: GuardUi, composer: Composer) -> None:
    box = composer.open(page)
    box.type(STRONG)
    ui.wait_for_marks("stop", [STRONG_WORDS])
    card = ui.open_card()
    card.get_by_role("button", name="Not a concern").click()
    card.get_by_role("button", name="School Guard is wrong here").click()
    ui.wait_for_marks("stop", [])
    box.editor.click()
    box.press_shortcut()
    assert box.wait_for_post()["text"] == STRONG
    box.wait_for_clearing()
    box.type(STRONG)
    ui.wait_for_marks("stop", [STRONG_WORDS])
    box.press_shortcut()
    expect(ui.dialog).to_be_visible()
    assert len(box.posts()) == 1
