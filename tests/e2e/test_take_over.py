"""A new version of the extension comes to tabs that were open before."""

from __future__ import annotations

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.e2e.browser import background
from tests.e2e.composers import FORUM_REPLY, X_INLINE, Composer
from tests.e2e.drafts import STRONG, STRONG_WORDS
from tests.e2e.guard_ui import GuardUi

pytestmark = pytest.mark.e2e


# Chromium switches an unpacked extension off when it is loaded anew, unless somebody works on extensions.
_WORK_ON_EXTENSIONS = "() => chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true })"


def _load_anew(context: BrowserContext) -> None:
    """Start the extension anew, as an update does, and wait for its new background."""
    settings = context.new_page()
    settings.goto("chrome://extensions")
    settings.evaluate(_WORK_ON_EXTENSIONS)
    settings.close()
    with context.expect_event("serviceworker"):
        background(context).evaluate("() => chrome.runtime.reload()")


@pytest.mark.parametrize("composer", [X_INLINE, FORUM_REPLY], ids=str)
def test_the_new_scripts_take_the_place_of_the_old_ones(
    browser: BrowserContext, page: Page, ui: GuardUi, composer: Composer
) -> None:
    box = composer.open(page)
    box.type(STRONG)
    ui.wait_for_marks("stop", [STRONG_WORDS])
    panel = ui.panels.element_handle()
    assert panel
    _load_anew(browser)
    page.wait_for_function("panel => !panel.isConnected", arg=panel)
    ui.expect_badge("1 to look at")
    expect(ui.panels).to_have_count(1)
    ui.wait_for_marks("stop", [STRONG_WORDS])
    box.submit.click()
    ui.expect_held()
    expect(ui.dialog).to_have_count(1)
    ui.change_it()
    assert (box.text(), box.posts()) == (STRONG, [])
