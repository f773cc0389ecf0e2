"""Fixtures of the extension's own parts: the replica pages with our content scripts loaded by hand."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.e2e.composers import Composer, OpenComposer
from tests.e2e.conftest import plain_browser, plain_page
from tests.extension_ui.page import load
from tests.pages.build import DIST

__all__ = ["axe", "opened", "plain_browser", "plain_page"]


@pytest.fixture
def opened(plain_page: Page) -> Callable[[Composer], OpenComposer]:
    """Open a composer of a replica page and load our scripts; the handle of its editor is then `handle`."""

    def open_(composer: Composer) -> OpenComposer:
        box = composer.open(plain_page)
        load(plain_page)
        box.editor.evaluate("element => { window.handle = SchoolGuard.editors.claim(element); }")
        return box

    return open_


@pytest.fixture
def axe(plain_page: Page) -> Callable[[str], list[str]]:
    """What axe-core has to say about one element and everything in it, shadow roots included."""
    source = (DIST / "axe.min.js").read_text("utf-8")

    def run(selector: str) -> list[str]:
        plain_page.evaluate(source + ";0")
        result = plain_page.evaluate("selector => axe.run(selector)", selector)
        return [f"{each['id']}: {each['nodes'][0]['html'][:120]}" for each in result["violations"]]

    return run
