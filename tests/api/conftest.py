from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, Playwright

from tests.api.site import Site
from tests.api.support import Service, make_service
from tests.e2e.browser import find_chromium


@pytest.fixture
def service(tmp_path: Path) -> Iterator[Service]:
    made = make_service(tmp_path)
    yield made
    made.close()


@pytest.fixture
def demo(tmp_path: Path) -> Iterator[Service]:
    made = make_service(tmp_path, demo=True)
    yield made
    made.close()


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Site]:
    made = Site(tmp_path)
    yield made
    made.close()


@pytest.fixture
def errors() -> list[str]:
    """What the browser has complained about; a test in which the service fails on purpose takes that out again."""
    return []


@pytest.fixture
def page(site: Site, playwright: Playwright, errors: list[str]) -> Iterator[Page]:
    """The try-it page, opened by its start link; an error thrown by a script fails the test."""
    browser = playwright.chromium.launch(executable_path=find_chromium())
    opened = browser.new_page()
    opened.set_default_timeout(8_000)
    opened.on("pageerror", lambda error: errors.append(str(error)))
    opened.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    opened.goto(site.services.start_link(office=True))
    yield opened
    browser.close()
    assert errors == []
