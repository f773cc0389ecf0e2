from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, Playwright

from tests.api.site import Complaints, Site
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
def complaints() -> Complaints:
    return Complaints()


@pytest.fixture
def page(site: Site, playwright: Playwright, complaints: Complaints) -> Iterator[Page]:
    """The try-it page, opened by its start link; an error thrown by a script fails the test."""
    browser = playwright.chromium.launch(executable_path=find_chromium())
    opened = browser.new_page()
    opened.set_default_timeout(8_000)
    opened.on("pageerror", lambda error: complaints.found.append(str(error)))
    opened.on("console", lambda message: complaints.found.append(message.text) if message.type == "error" else None)
    opened.goto(site.services.start_link(office=True))
    yield opened
    browser.close()
    assert complaints.unexpected() == []
