"""The service's pages in a real browser, as a visitor and somebody in the school office use them."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from guard.model import Region, SkipCode, digest_of
from guard.pictures.reader import EnrolmentPhoto, EnrolmentProblem
from guard.reading import Face, FaceMatch, PictureReading
from tests.api.site import PIXEL, PORTRAIT, Site
from tests.api.test_register_page import TEMPLATE
from tests.e2e.browser import REPOSITORY

pytestmark = pytest.mark.e2e


def sample(page: Page, name: str) -> None:
    page.locator(f"[data-sample={name}]").click()


def test_the_school_named_is_marked_and_the_fix_takes_the_mark_away(page: Page) -> None:
    sample(page, "named")
    expect(page.locator("#mirror mark")).to_have_text("Oakfield Academy")
    card = page.locator(".finding")
    expect(card).to_contain_text("Scope")
    expect(card).to_contain_text("deputy head")
    expect(card).to_contain_text("nothing left this machine")
    card.get_by_role("button", name="Add the disclaimer").click()
    expect(page.locator("#mirror mark")).to_have_count(0)
    expect(page.locator("#verdict")).to_have_attribute("data-verdict", "clear")
    assert page.locator("#text").input_value().endswith(".")


def test_the_same_from_the_school_and_a_post_full_of_traps_give_nothing(page: Page) -> None:
    for name in ("official", "traps"):
        sample(page, name)
        expect(page.locator("#verdict")).to_have_attribute("data-verdict", "clear")
        expect(page.locator(".finding")).to_have_count(0)


def test_a_full_name_would_be_held_and_less_so_under_the_document_alone(page: Page) -> None:
    sample(page, "name")
    expect(page.locator("#verdict")).to_have_attribute("data-verdict", "stop")
    page.get_by_label("Policy", exact=True).select_option("academy")
    expect(page.locator("#verdict")).to_have_attribute("data-verdict", "warn")


@pytest.mark.parametrize(
    ("name", "verdict", "code"),
    [
        ("contact", "stop", "SG401"),
        ("private", "stop", "SG402"),
        ("parent", "warn", "SG405"),
        ("link", "warn", "SG507"),
        ("confidential", "stop", "SG503"),
        ("shouting", "hints", "SG206"),
    ],
)
def test_a_further_sample_shows_its_rule_and_no_other(page: Page, name: str, verdict: str, code: str) -> None:
    sample(page, name)
    expect(page.locator("#verdict")).to_have_attribute("data-verdict", verdict)
    expect(page.locator(".finding")).to_have_attribute("data-code", code)


def test_each_document_speaks_with_its_own_clause_and_the_schools_name(page: Page) -> None:
    sample(page, "named")
    clauses = {"aylestone": "2 Scope of Policy", "alexandra": "9.1 Protecting the school's reputation"}
    for document, clause in clauses.items():
        page.get_by_label("Policy", exact=True).select_option(document)
        expect(page.locator(".finding")).to_contain_text(clause)
        expect(page.locator("#mirror mark")).to_have_text("Oakfield Academy")
    for document in ("leamington", "st-anns"):
        page.get_by_label("Policy", exact=True).select_option(document)
        expect(page.locator("#verdict")).to_have_attribute("data-verdict", "clear")


def test_whom_a_message_is_to_is_asked_and_the_answer_counts_for_this_one_only(page: Page) -> None:
    sample(page, "parent")
    page.locator(".finding").get_by_role("button", name="My own family").click()
    expect(page.locator("#verdict")).to_have_attribute("data-verdict", "clear")
    page.get_by_label("To", exact=True).fill("Rowan's mum")
    expect(page.locator("#verdict")).to_have_attribute("data-verdict", "warn")


def test_what_is_set_aside_is_counted_and_comes_back(page: Page) -> None:
    sample(page, "link")
    page.get_by_role("button", name="Not a concern").click()
    expect(page.locator(".finding")).to_have_count(0)
    expect(page.locator("#findings")).to_contain_text("Left out: 1 set aside")
    page.get_by_role("button", name="Show again").click()
    expect(page.locator(".finding")).to_have_count(1)


def test_findings_come_in_welsh_when_asked(page: Page) -> None:
    sample(page, "link")
    page.get_by_label("Findings in").select_option("cy")
    expect(page.locator("#findings")).to_have_attribute("lang", "cy")
    expect(page.locator(".finding")).to_contain_text("Gwerth ail olwg")


def test_an_enrolled_face_is_found_and_shown_where_only_when_asked(site: Site, page: Page) -> None:
    sample(page, "face")
    site.pictures.photo = EnrolmentPhoto(None, (EnrolmentProblem.NO_FACE,))
    page.locator("#enrol-file").set_input_files(PORTRAIT)
    expect(page.locator("#enrol-status")).to_contain_text("No face was found")
    site.pictures.photo = EnrolmentPhoto(TEMPLATE)
    (person,) = site.services.register.list()
    digest = digest_of(PIXEL)
    match = Face(Region(0, 0, 1, 1), 0.9, FaceMatch(person.reference, 0.9))
    site.pictures.seen[digest] = PictureReading(digest, 1, 1, (match,), recognised=True)
    page.locator("#enrol-file").set_input_files(PORTRAIT)
    expect(page.locator("#verdict")).to_have_attribute("data-verdict", "stop")
    expect(page.locator(".region")).to_have_count(0)
    page.get_by_role("button", name="Show where").click()
    expect(page.locator(".region")).not_to_have_count(0)
    page.evaluate("window.dispatchEvent(new Event('blur'))")
    expect(page.locator(".region")).to_have_count(0)
    page.locator(".finding").first.get_by_role("button", name="Remove the picture").click()
    expect(page.locator("#verdict")).to_have_attribute("data-verdict", "clear")


def test_a_picture_being_read_says_so_and_a_broken_one_is_not_passed_over(site: Site, page: Page) -> None:
    site.pictures.held_back = True
    sample(page, "broken")
    expect(page.locator("#verdict")).to_contain_text("Looking at the pictures")
    (digest,) = site.pictures.submitted
    site.pictures.seen[digest] = PictureReading(digest, skipped=SkipCode.UNREADABLE)
    site.pictures.held_back = False
    expect(page.locator("#verdict")).to_have_attribute("data-verdict", "not_checked")
    expect(page.locator(".finding")).to_contain_text("Not checked")


def test_the_state_of_everything_is_live(site: Site, page: Page) -> None:
    expect(page.locator("#state-service")).to_contain_text("Running")
    expect(page.locator("#state-extension")).to_contain_text("Has not called yet")
    expect(page.locator("#folder")).to_have_text("/opt/school-guard/browser_extension")
    page.locator("#new-code").click()
    expect(page.locator("#code")).to_have_text(re.compile(r"^\d{3} \d{3}$"))
    assert site.services.pairing.redeem(page.locator("#code").inner_text().replace(" ", ""))
    expect(page.locator("#code-note")).to_contain_text("Paired")
    expect(page.locator("#code")).to_be_empty()


def test_a_code_that_wrong_tries_used_up_is_not_shown_as_valid(site: Site, page: Page) -> None:
    page.goto(f"{site.services.config.url}/pair")
    page.locator("#new-code").click()
    expect(page.locator("#code-note")).to_contain_text("Valid")
    wrong = f"{(int(page.locator('#code').inner_text().replace(' ', '')) + 1) % 1_000_000:06}"
    for _ in range(5):
        site.services.pairing.redeem(wrong)
    expect(page.locator("#code-note")).to_contain_text("Used up")
    expect(page.locator("#code")).to_be_empty()
    page.get_by_role("button", name="Show another code").click()
    expect(page.locator("#code-note")).to_contain_text("Valid")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.usefixtures("sites")  # builds the pages that axe is installed with
def test_the_pages_are_accessible(site: Site, page: Page, scheme: str) -> None:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    sample(page, "name")
    expect(page.locator(".finding")).to_have_count(1)
    assert complaints(page) == []
    for path in ("/register", "/pair", "/docs/problems"):
        page.goto(site.services.config.url + path)
        assert complaints(page) == []
    page.goto(f"{site.services.config.url}/register")
    for button, dialog in (
        ("Add a person", "#add-dialog"),
        ("Photos", "#photos-dialog"),
        ("Withdraw", "#withdraw-dialog"),
    ):
        page.get_by_role("button", name=button).first.click()
        expect(page.locator(dialog)).to_be_visible()
        assert complaints(page) == []
        page.keyboard.press("Escape")


def complaints(page: Page) -> list[str]:
    """What axe finds wrong."""
    page.evaluate((REPOSITORY / "tests/pages/node_modules/axe-core/axe.min.js").read_text("utf-8"))
    found: list[str] = page.evaluate("axe.run().then(({violations}) => violations.map((each) => each.id))")
    return found


def test_at_200_percent_and_on_a_narrow_screen_nothing_is_cut_off(site: Site, page: Page) -> None:
    sample(page, "name")
    expect(page.locator(".finding")).to_have_count(1)
    for width in (620, 320):
        page.set_viewport_size({"width": width, "height": 800})
        for path in ("/", "/register", "/pair"):
            page.goto(site.services.config.url + path)
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
