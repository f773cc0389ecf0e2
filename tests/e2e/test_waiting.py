"""A service that is slow, or was away: nothing unchecked is shown as fine or goes out in silence."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, Playwright, expect

from tests.e2e.browser import EXTENSION, launch, pair
from tests.e2e.composers import FORUM_REPLY, X_INLINE
from tests.e2e.drafts import HARMLESS, STRONG
from tests.e2e.guard_ui import GuardUi
from tests.e2e.relay import Relay, relayed
from tests.e2e.service import Service
from tests.pages.server import SiteServer

pytestmark = pytest.mark.e2e

FINE = "Nothing to point out"


@pytest.fixture(scope="module")
def relay(service: Service) -> Iterator[Relay]:
    with relayed(service.url) as between:
        yield between


@pytest.fixture
def browser(
    playwright: Playwright, sites: SiteServer, service: Service, relay: Relay, tmp_path: Path
) -> Iterator[BrowserContext]:
    """A browser that knows the service by the relay; of its own, so that nothing is remembered of it."""
    with launch(playwright, tmp_path / "profile", sites, extension=EXTENSION) as context:
        pair(context, relay.url, service.token)
        yield context


def test_words_that_nobody_has_checked_are_never_shown_as_fine(page: Page, ui: GuardUi, relay: Relay) -> None:
    box = X_INLINE.open(page)
    box.type(HARMLESS)
    ui.expect_nothing_to_point_out()
    expect(ui.open_card()).to_contain_text(FINE)
    with relay.keeping_back("/v1/check"):
        box.editor.click()
        page.keyboard.press("End")
        page.keyboard.type(" fucking")
        ui.expect_badge("Checking")
        expect(ui.card).not_to_contain_text(FINE)
    ui.wait_for_marks("stop", ["fucking"])


def test_a_draft_is_being_checked_while_the_policy_is_still_on_its_way(page: Page, ui: GuardUi, relay: Relay) -> None:
    with relay.keeping_back("/v1/policy"):
        X_INLINE.open(page).type(STRONG)
        ui.expect_badge("Checking")
    ui.wait_for_marks("stop", ["fucking"])


def test_a_post_that_waits_for_a_slow_check_says_so_and_is_held_when_the_answer_comes(
    page: Page, ui: GuardUi, relay: Relay
) -> None:
    box = X_INLINE.open(page)
    with relay.keeping_back("/v1/check"):
        box.type(STRONG)
        box.submit.click()
        expect(ui.dialog).to_contain_text("The draft is still being checked")
        expect(ui.dialog).to_contain_text("it goes out unchecked")
    expect(ui.dialog).to_contain_text("sorted out first")
    assert box.posts() == []


def test_a_post_that_goes_out_for_lack_of_an_answer_is_called_unchecked(page: Page, ui: GuardUi, relay: Relay) -> None:
    box = FORUM_REPLY.open(page)
    with relay.keeping_back("/v1/check"):
        box.type(STRONG)
        box.submit.click()
        assert box.wait_for_post()["text"] == STRONG
        expect(ui.card).to_contain_text("before the check was finished")
    assert len(box.posts()) == 1


def test_a_press_asks_again_when_the_service_was_away(page: Page, ui: GuardUi, relay: Relay) -> None:
    box = X_INLINE.open(page)
    relay.is_down = True
    box.type(STRONG)
    ui.expect_badge("Not checked")
    relay.is_down = False
    box.submit.click()
    expect(ui.dialog).to_contain_text("sorted out first")
    assert box.posts() == []


def test_a_draft_that_nobody_touches_is_checked_when_the_service_is_back(page: Page, ui: GuardUi, relay: Relay) -> None:
    box = X_INLINE.open(page)
    relay.is_down = True
    box.type(STRONG)
    ui.expect_badge("Not checked")
    relay.is_down = False
    ui.expect_badge("1 to look at")


def test_an_old_failure_says_nothing_about_what_was_typed_since(page: Page, ui: GuardUi, relay: Relay) -> None:
    box = X_INLINE.open(page)
    relay.is_down = True
    box.type(HARMLESS)
    ui.expect_badge("Not checked")
    relay.is_down = False
    page.keyboard.type(" fucking")
    box.submit.click()
    expect(ui.dialog).to_contain_text("sorted out first")
    assert box.posts() == []
