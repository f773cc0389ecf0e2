"""Whose account it is: read from the page, compared with the school's own, asked once where the page does not say."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, Playwright, expect

from tests.e2e.browser import EXTENSION, launch, pair
from tests.e2e.composers import FACEBOOK_POST, LINKEDIN_POST, Composer
from tests.e2e.drafts import NAMED, NAMED_SEVERITY, NAMED_WORDS
from tests.e2e.guard_ui import GuardUi
from tests.e2e.service import Service
from tests.pages.server import SiteServer

pytestmark = pytest.mark.e2e


@pytest.fixture
def browser(playwright: Playwright, sites: SiteServer, service: Service, tmp_path: Path) -> Iterator[BrowserContext]:
    """A browser in which nothing has been answered yet."""
    with launch(playwright, tmp_path / "profile", sites, extension=EXTENSION) as context:
        pair(context, service.url, service.token)
        yield context


@pytest.mark.parametrize("composer", [FACEBOOK_POST, LINKEDIN_POST], ids=str)
def test_an_account_the_page_does_not_settle_is_asked_about_once(page: Page, ui: GuardUi, composer: Composer) -> None:
    composer.open(page).type(NAMED)
    ui.wait_for_marks("advise", [NAMED_WORDS])
    ui.say_whose_account("A person’s own")
    ui.wait_for_marks(NAMED_SEVERITY, [NAMED_WORDS])
    composer.open(page).type(NAMED)
    ui.wait_for_marks(NAMED_SEVERITY, [NAMED_WORDS])
    expect(ui.open_card()).not_to_contain_text("Whose account is")


def test_the_schools_own_account_is_believed_when_somebody_says_so(page: Page, ui: GuardUi) -> None:
    box = FACEBOOK_POST.open(page)
    box.type(NAMED)
    ui.wait_for_marks("advise", [NAMED_WORDS])
    ui.say_whose_account("The school’s")
    ui.wait_for_marks("advise", [])
    box.submit.click()
    assert box.wait_for_post()["text"] == NAMED


def test_a_hint_is_shown_and_never_held(page: Page, ui: GuardUi) -> None:
    box = FACEBOOK_POST.open(page)
    box.type(NAMED)
    ui.wait_for_marks("advise", [NAMED_WORDS])
    ui.expect_badge("1 hint")
    box.submit.click()
    assert box.wait_for_post()["text"] == NAMED
    expect(ui.dialog).to_have_count(0)
