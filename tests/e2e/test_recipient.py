"""Whom a reply goes to: asked where the page does not say, and settled by the answer for what is being written."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.composers import X_REPLY
from tests.e2e.drafts import TO_PARENT
from tests.e2e.guard_ui import GuardUi

pytestmark = pytest.mark.e2e


def test_an_answer_settles_who_a_reply_is_to_and_counts_for_this_reply_only(page: Page, ui: GuardUi) -> None:
    box = X_REPLY.open(page)
    box.type(TO_PARENT)
    ui.expect_badge("1 to look at")
    card = ui.open_card()
    expect(card).to_contain_text("Who is this to?")
    card.get_by_role("button", name="My own family").click()
    ui.expect_nothing_to_point_out()
    box.submit.click()
    assert box.wait_for_post()["text"] == TO_PARENT
    X_REPLY.open(page).type(TO_PARENT)
    ui.expect_badge("1 to look at")


def test_a_reply_to_a_parent_waits_for_one_tap(page: Page, ui: GuardUi) -> None:
    box = X_REPLY.open(page)
    box.type(TO_PARENT)
    ui.expect_badge("1 to look at")
    box.submit.click()
    ui.expect_held()
    ui.post_anyway()
    assert box.wait_for_post()["text"] == TO_PARENT
