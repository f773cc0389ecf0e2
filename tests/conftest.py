"""Fixtures of every test that drives a browser: one driver for the whole run, as two cannot run side by side."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Playwright, sync_playwright

from tests.e2e.browser import BrowserMissingError, find_chromium
from tests.pages.build import PagesNotBuiltError, build_pages
from tests.pages.server import SiteServer


@pytest.fixture(scope="session")
def sites() -> Iterator[SiteServer]:
    """The replica pages, built when their sources changed, served over https."""
    try:
        build_pages()
    except PagesNotBuiltError as error:
        pytest.fail(str(error), pytrace=False)
    with SiteServer() as server:
        yield server


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """The driver; fails with the command that installs the browser when there is none."""
    try:
        find_chromium()
    except BrowserMissingError as error:
        pytest.fail(str(error), pytrace=False)
    with sync_playwright() as driver:
        yield driver
