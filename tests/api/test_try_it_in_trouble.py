"""The try-it page when something is slow, refused or gone: what nobody checked is never shown as fine."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import FilePayload, Page, Route, expect

from extension_api.config import MAX_PICTURE
from guard.model import Region, digest_of
from guard.pictures.reader import EnrolmentPhoto
from guard.reading import Face, FaceMatch, PictureReading
from guard.register import Name, PersonEntry
from tests.api.site import PIXEL, PORTRAIT, Complaints, Held, Site
from tests.api.test_pages_in_browser import sample
from tests.api.test_register_page import TEMPLATE

pytestmark = pytest.mark.e2e

OTHER = FilePayload(name="other.png", mimeType="image/png", buffer=PIXEL + b"other")
RESTARTED = {"title": "This page opens by its start link", "status": 401, "detail": "Open the link once more."}
TOO_LARGE = {"title": "Too large", "status": 413, "detail": "Send less at once."}


@pytest.fixture
def trouble(page: Page, complaints: Complaints) -> Page:
    """The page, in a test in which the service refuses something."""
    complaints.refusals_expected = True
    return page


def gone(route: Route) -> None:
    route.abort()


def restarted(route: Route) -> None:
    route.fulfill(status=401, json=RESTARTED)


@pytest.mark.parametrize(("answer", "why"), [(gone, "does not answer"), (restarted, "Open the link once more")])
def test_nothing_that_was_said_before_stands_beside_a_failure(trouble: Page, answer: object, why: str) -> None:
    page = trouble
    sample(page, "named")
    expect(page.locator("#mirror mark")).to_have_count(1)
    page.route("**/try/*", answer)
    page.locator("#text").press_sequentially("!")
    expect(page.locator("#verdict")).to_have_attribute("data-verdict", "error")
    expect(page.locator("#verdict")).to_contain_text("Not checked")
    expect(page.locator("#verdict")).to_contain_text(why)
    expect(page.locator(".finding")).to_have_attribute("data-severity", "not_checked")
    expect(page.locator("#findings")).not_to_contain_text("Nothing to say")
    expect(page.locator("#mirror mark")).to_have_count(0)
    expect(page.locator("#proof")).not_to_contain_text(" ms")
    expect(page.locator("#state-service")).to_contain_text(why)
    expect(page.locator("#tiles [data-state=good]")).to_have_count(0)
    page.unroute("**/try/*")
    expect(page.locator("#verdict")).to_have_attribute("data-verdict", "warn")
    expect(page.locator("#mirror mark")).to_have_count(1)


def test_a_green_verdict_does_not_stand_beside_a_check_under_way(page: Page) -> None:
    sample(page, "traps")
    expect(page.locator("#verdict")).to_have_attribute("data-verdict", "clear")
    held = Held(page, "**/try/check")
    page.locator("#text").press_sequentially("!")
    expect(page.locator("#verdict")).to_contain_text("Checking")
    held.end()
    expect(page.locator("#verdict")).to_have_attribute("data-verdict", "clear")


def test_while_a_picture_is_being_read_nothing_is_called_fine(site: Site, page: Page) -> None:
    site.pictures.held_back = True
    page.locator("#file").set_input_files(PORTRAIT)
    expect(page.locator("#verdict")).to_contain_text("Looking at the pictures")
    expect(page.locator("#findings")).to_contain_text("Checking")
    expect(page.locator("#findings")).not_to_contain_text("Nothing to say")
    site.pictures.held_back = False
    expect(page.locator("#findings")).to_contain_text("Nothing to say")


def test_a_picture_too_large_to_be_sent_is_named_and_keeps_back_no_other(
    site: Site, page: Page, tmp_path: Path
) -> None:
    large = tmp_path / "large.jpg"
    with large.open("wb") as file:
        file.truncate(MAX_PICTURE + 1)
    page.locator("#file").set_input_files(large)
    page.locator("#file").set_input_files(PORTRAIT)
    expect(page.locator("#verdict")).to_have_attribute("data-verdict", "not_checked")
    card = page.locator(".finding")
    expect(card).to_have_attribute("data-code", "too_large")
    expect(card).to_contain_text("large.jpg")
    expect(page.locator(".picture", has_text="large.jpg")).to_contain_text("Not checked")
    expect(page.locator(".picture", has_text="portrait.png")).to_contain_text("No faces")
    page.get_by_label("Findings in").select_option("cy")
    expect(card).to_contain_text("Heb ei wirio")
    page.get_by_role("button", name="Remove large.jpg").click()
    expect(page.locator("#verdict")).to_have_attribute("data-verdict", "clear")


def test_a_picture_that_the_service_refuses_keeps_back_no_other(trouble: Page) -> None:
    page = trouble
    refused = f"**/v1/pictures/{digest_of(PIXEL)}"
    page.route(refused, lambda route: route.fulfill(status=413, json=TOO_LARGE))
    page.locator("#file").set_input_files([PORTRAIT, OTHER])
    expect(page.locator(".finding")).to_have_attribute("data-code", "too_large")
    expect(page.locator(".finding")).to_contain_text("portrait.png")
    expect(page.locator(".picture", has_text="other.png")).to_contain_text("No faces")


def test_choosing_no_other_picture_leaves_the_one_there_is(site: Site, page: Page) -> None:
    reference = site.services.register.add(PersonEntry(Name("Juniper", "Larkspur")))
    face = Face(Region(0, 0, 1, 1), 0.9, FaceMatch(reference, 0.9))
    digest = digest_of(PIXEL)
    site.pictures.seen[digest] = PictureReading(digest, 1, 1, (face,), recognised=True)
    page.locator("#file").set_input_files(PORTRAIT)
    # The words are timed, a picture is not.
    expect(page.locator(".finding").first).not_to_contain_text(" ms")
    with page.expect_file_chooser():
        page.locator(".finding").first.get_by_role("button", name="Choose another picture").click()
    page.locator("#file").dispatch_event("cancel")
    expect(page.locator(".picture")).to_contain_text("portrait.png")
    with page.expect_file_chooser() as chooser:
        page.locator(".finding").first.get_by_role("button", name="Choose another picture").click()
    chooser.value.set_files(OTHER)
    expect(page.locator(".picture")).to_contain_text("other.png")
    expect(page.locator(".picture")).to_have_count(1)


def test_a_portrait_is_attached_to_no_sample_but_its_own(site: Site, page: Page) -> None:
    site.pictures.photo = EnrolmentPhoto(TEMPLATE)
    sample(page, "face")
    held = Held(page, "**/try/pupil/photo")
    page.locator("#enrol-file").set_input_files(PORTRAIT)
    late = held.first()
    sample(page, "traps")
    with page.expect_response("**/try/pupil/photo"):
        late.continue_()
    expect(page.locator("#enrol-status")).to_contain_text("is enrolled")
    expect(page.locator(".picture")).to_have_count(0)
    expect(page.locator("#verdict")).to_have_attribute("data-verdict", "clear")


def test_a_sample_that_needs_the_service_says_when_it_is_gone(trouble: Page) -> None:
    trouble.route("**/try/*", gone)
    sample(trouble, "name")
    expect(trouble.locator("#verdict")).to_contain_text("Not checked")


def test_a_file_dropped_beside_the_box_opens_nothing(page: Page) -> None:
    prevented = page.evaluate(
        """() => {
          const dataTransfer = new DataTransfer();
          dataTransfer.items.add(new File(["x"], "photo.jpg"));
          const options = { dataTransfer, bubbles: true, cancelable: true };
          const dropped = (kind) => !document.querySelector("h1").dispatchEvent(new DragEvent(kind, options));
          return dropped("dragover") && dropped("drop");
        }"""
    )
    assert prevented
    expect(page.locator(".picture")).to_have_count(0)
