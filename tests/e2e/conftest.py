"""Fixtures of the end-to-end tests: the replica sites, a browser, the running service."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import BrowserContext, Page, Playwright

from tests.e2e.browser import EXTENSION, launch, pair
from tests.e2e.composers import FACEBOOK_POST, LINKEDIN_POST
from tests.e2e.drafts import HARMLESS
from tests.e2e.guard_ui import GuardUi
from tests.e2e.service import Service, running
from tests.pages.server import SiteServer


@pytest.fixture(scope="module")
def plain_browser(
    playwright: Playwright, sites: SiteServer, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[BrowserContext]:
    """A browser without the extension."""
    with launch(playwright, tmp_path_factory.mktemp("profile"), sites) as context:
        yield context


@pytest.fixture
def plain_page(plain_browser: BrowserContext) -> Iterator[Page]:
    """A new tab without the extension; an error thrown by the page fails the test."""
    yield from _tab(plain_browser)


@pytest.fixture(scope="session")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    """The running service with the demo policy and an empty list; it remembers nothing between drafts."""
    with running(tmp_path_factory.mktemp("service") / "data") as started:
        yield started


@pytest.fixture(scope="module")
def browser(
    playwright: Playwright, sites: SiteServer, service: Service, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[BrowserContext]:
    """A browser with the shipped extension, which knows the running service.

    Facebook and LinkedIn show a name but no handle, so whose account it is has been answered there, as is done once.
    """
    with launch(playwright, tmp_path_factory.mktemp("profile"), sites, extension=EXTENSION) as context:
        pair(context, service.url, service.token)
        for composer in (FACEBOOK_POST, LINKEDIN_POST):
            tab = context.new_page()
            composer.open(tab).type(HARMLESS)
            GuardUi(tab).say_whose_account("A person’s own")
            tab.close()
        yield context


@pytest.fixture
def page(browser: BrowserContext) -> Iterator[Page]:
    """A new tab with the extension; an error thrown by the page fails the test."""
    yield from _tab(browser)


@pytest.fixture
def ui(page: Page) -> GuardUi:
    """School Guard on that tab."""
    return GuardUi(page)


def _tab(context: BrowserContext) -> Iterator[Page]:
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    yield page
    page.close()
    assert errors == [], "the page itself threw"
