"""The extension's own menu, with the service it belongs to."""

from __future__ import annotations

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.e2e.browser import background

pytestmark = pytest.mark.e2e


def test_the_menu_opens_the_page_to_try_things_on(browser: BrowserContext, page: Page) -> None:
    # The service refuses what a page opens; this comes from the browser itself, with a link that works once.
    page.goto(f"chrome-extension://{background(browser).url.split('/')[2]}/popup/popup.html")
    with browser.expect_page() as opened:
        page.get_by_role("button", name="Try it out").click()
    expect(opened.value.get_by_role("heading", name="Try School Guard")).to_be_visible()
    opened.value.close()
