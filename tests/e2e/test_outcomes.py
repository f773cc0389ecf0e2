"""What becomes of a finding is counted at the service by rule and outcome; what was set aside can come back."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from guard.usefulness import FILE_NAME
from tests.e2e.composers import X_INLINE
from tests.e2e.drafts import NAMED, NAMED_SEVERITY, NAMED_WORDS, STRONG, STRONG_WORDS
from tests.e2e.guard_ui import GuardUi
from tests.e2e.service import Service

pytestmark = pytest.mark.e2e


@pytest.fixture
def counted(service: Service, page: Page) -> Callable[[str, str], None]:
    """Wait until one more outcome of a rule has been counted since the test began."""

    def counts() -> Counter[tuple[str, str]]:
        path = service.data_dir / FILE_NAME
        rules = json.loads(path.read_text("utf-8"))["rules"] if path.exists() else {}
        return Counter({(slug, outcome): count for slug, found in rules.items() for outcome, count in found.items()})

    before = counts()

    def expect_(slug: str, outcome: str) -> None:
        for _ in range(2_000):
            more = counts() - before
            if more:
                break
            page.request.get(f"{service.url}/v1/health")
        assert more == {(slug, outcome): 1}

    return expect_


def test_setting_aside_counts_its_reason_and_can_be_taken_back(
    page: Page, ui: GuardUi, counted: Callable[[str, str], None]
) -> None:
    box = X_INLINE.open(page)
    box.type(NAMED)
    ui.wait_for_marks(NAMED_SEVERITY, [NAMED_WORDS])
    ui.open_card().get_by_role("button", name="Not a concern").click()
    ui.card.get_by_role("button", name="Permission has been given").click()
    ui.wait_for_marks(NAMED_SEVERITY, [])
    counted("school-named", "permission")
    expect(ui.card).to_contain_text("Left out: 1 set aside")
    ui.card.get_by_role("button", name="Show again").click()
    ui.wait_for_marks(NAMED_SEVERITY, [NAMED_WORDS])
    # And stays back: nothing is remembered of it.
    X_INLINE.open(page).type(NAMED)
    ui.wait_for_marks(NAMED_SEVERITY, [NAMED_WORDS])


def test_the_reason_for_posting_in_spite_of_a_stop_is_counted(
    page: Page, ui: GuardUi, counted: Callable[[str, str], None]
) -> None:
    box = X_INLINE.open(page)
    box.type(STRONG)
    ui.wait_for_marks("stop", [STRONG_WORDS])
    box.submit.click()
    ui.post_anyway("Permission has been given")
    assert box.wait_for_post()["text"] == STRONG
    counted("strong-language", "permission")


def test_pressing_the_fix_is_acting_on_it(page: Page, ui: GuardUi, counted: Callable[[str, str], None]) -> None:
    box = X_INLINE.open(page)
    box.type(NAMED)
    ui.wait_for_marks(NAMED_SEVERITY, [NAMED_WORDS])
    ui.open_card().get_by_role("button", name="disclaimer").click()
    ui.wait_for_marks(NAMED_SEVERITY, [])
    counted("school-named", "acted")
