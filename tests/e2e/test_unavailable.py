"""When nobody answers: said once, and held only where the school's policy wants that."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, Playwright, expect

from tests.e2e.browser import EXTENSION, launch, pair
from tests.e2e.composers import FORUM_REPLY, X_INLINE
from tests.e2e.drafts import NAMED, NAMED_SEVERITY, NAMED_WORDS, STRONG
from tests.e2e.guard_ui import GuardUi
from tests.e2e.service import running
from tests.pages.server import SiteServer

pytestmark = pytest.mark.e2e

HOLDING = """
extends = "demo"
[policy]
title = "Hold what was not checked"
version = "1"
[gate]
on_not_checked = "hold"
"""


@pytest.fixture
def browser(playwright: Playwright, sites: SiteServer, tmp_path: Path) -> Iterator[BrowserContext]:
    """A browser of its own: what it remembers of the service must not come from another test."""
    with launch(playwright, tmp_path / "profile", sites, extension=EXTENSION) as context:
        yield context


def test_a_stopped_service_is_said_once_and_holds_nothing(
    browser: BrowserContext, page: Page, ui: GuardUi, tmp_path: Path
) -> None:
    with running(tmp_path / "data") as service:
        pair(browser, service.url, service.token)
        box = X_INLINE.open(page)
        box.type(NAMED)
        ui.wait_for_marks(NAMED_SEVERITY, [NAMED_WORDS])
        service.stop()
        page.keyboard.type(".")
        ui.expect_badge("Not checked")
        expect(ui.card).to_contain_text("not checked at the moment")
        expect(ui.card.get_by_text("does not answer on this computer")).to_have_count(1)
        ui.card.get_by_role("button", name="Close").click()
        page.keyboard.type("!")
        box.wait_for_text(NAMED + ".!")
        ui.expect_badge("Not checked")
        expect(ui.card).to_be_hidden()
        box.submit.click()
        assert box.wait_for_post()["text"] == NAMED + ".!"
        expect(ui.dialog).to_have_count(0)


def test_it_goes_on_by_itself_when_the_service_is_back(
    browser: BrowserContext, page: Page, ui: GuardUi, tmp_path: Path
) -> None:
    pair(browser, "http://127.0.0.1:9", "nobody-answers-at-this-address-000000")
    box = X_INLINE.open(page)
    box.type(NAMED)
    ui.expect_badge("Not checked")
    with running(tmp_path / "data") as service:
        pair(browser, service.url, service.token)
        page.keyboard.type(".")
        ui.wait_for_marks(NAMED_SEVERITY, [NAMED_WORDS])


def test_a_school_may_want_what_was_not_checked_to_be_held(
    browser: BrowserContext, page: Page, ui: GuardUi, tmp_path: Path
) -> None:
    policy = tmp_path / "holding.toml"
    policy.write_text(HOLDING)
    with running(tmp_path / "data", policy=str(policy)) as service:
        pair(browser, service.url, service.token)
        box = FORUM_REPLY.open(page)
        box.type(NAMED)
        ui.wait_for_marks(NAMED_SEVERITY, [NAMED_WORDS])
        service.stop()
        page.keyboard.type(".")
        ui.expect_badge("Not checked")
        box.submit.click()
        ui.expect_held()
        expect(ui.dialog).to_contain_text("does not answer on this computer")
        ui.post_anyway()
        assert box.wait_for_post()["text"] == NAMED + "."


def test_a_browser_that_was_never_paired_says_so(page: Page, ui: GuardUi) -> None:
    box = X_INLINE.open(page)
    box.type(STRONG)
    ui.expect_badge("Not checked")
    expect(ui.card).to_contain_text("paired")
    box.submit.click()
    assert box.wait_for_post()["text"] == STRONG
