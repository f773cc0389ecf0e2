"""Pairing as a member of staff does it: a code on the service's page, typed into the extension's menu."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Playwright, expect

from tests.e2e.browser import EXTENSION, background, launch
from tests.e2e.composers import X_INLINE
from tests.e2e.drafts import NAMED, NAMED_SEVERITY, NAMED_WORDS
from tests.e2e.guard_ui import GuardUi
from tests.e2e.service import Service
from tests.pages.server import SiteServer

pytestmark = pytest.mark.e2e

_ADDRESS = "url => chrome.storage.local.set({ serviceUrl: url })"


def test_the_code_from_the_services_page_connects_the_browser(
    playwright: Playwright, sites: SiteServer, service: Service, tmp_path: Path
) -> None:
    with launch(playwright, tmp_path / "profile", sites, extension=EXTENSION) as browser:
        background(browser).evaluate(_ADDRESS, service.url)
        # Asked with the token, as the person who started the service could: the printed link does the same.
        link = browser.request.post(
            f"{service.url}/v1/start-link", headers={"Authorization": f"Bearer {service.token}"}, data={}
        ).json()["url"]
        code_page = browser.new_page()
        code_page.goto(link)
        code_page.goto(f"{service.url}/pair")
        code_page.get_by_role("button", name="Show a code").click()
        shown = code_page.locator("#code")
        expect(shown).to_have_text(re.compile(r"\d"))
        code = shown.text_content() or ""

        menu = browser.new_page()
        menu.goto(f"chrome-extension://{background(browser).url.split('/')[2]}/popup/popup.html")
        expect(menu.locator("#chip")).to_have_text("Not paired yet")
        menu.get_by_label("Six-digit code").fill(code)
        menu.get_by_role("button", name="Connect").click()
        expect(menu.locator("#chip")).to_have_text("At work")

        page = browser.new_page()
        X_INLINE.open(page).type(NAMED)
        GuardUi(page).wait_for_marks(NAMED_SEVERITY, [NAMED_WORDS])
