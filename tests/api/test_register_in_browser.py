"""The register page in a real browser, as somebody in the school office uses it."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from guard.pictures.reader import EnrolmentPhoto, EnrolmentProblem
from guard.register import Name, PersonEntry
from tests.api.site import PORTRAIT, Held, Site, portraits
from tests.api.test_register_page import TEMPLATE, TODAY, like

pytestmark = pytest.mark.e2e


def test_the_office_adds_a_person_enrols_photos_and_withdraws(site: Site, page: Page) -> None:
    page.goto(f"{site.services.config.url}/register")
    expect(page.locator("#empty")).to_be_visible()
    page.get_by_role("button", name="Add a person").click()
    page.get_by_label("First name").fill("Juniper")
    page.get_by_label("Surname").fill("Larkspur")
    page.get_by_label("Class or group").fill("4B")
    page.get_by_role("button", name="Add to the list").click()
    row = page.locator("tbody tr")
    expect(row).to_contain_text("J. L.")
    page.get_by_role("button", name="Show names").click()
    expect(row).to_contain_text("Juniper Larkspur")
    page.evaluate("window.dispatchEvent(new Event('blur'))")
    expect(row).not_to_contain_text("Juniper")

    row.get_by_role("button", name="Photos").click()
    page.get_by_label("Date of the written consent").fill(TODAY.isoformat())
    page.get_by_label("Parents were told on").fill(TODAY.isoformat())
    page.get_by_role("button", name="Go on to the photos").click()
    # Nobody can choose a photo before this shows; a driver can.
    expect(page.locator("#photo-step")).to_be_visible()
    site.pictures.photo = EnrolmentPhoto(None, (EnrolmentProblem.TOO_SMALL,))
    page.locator("#photo-file").set_input_files(PORTRAIT)
    expect(page.locator("#photo-list")).to_contain_text("too small")
    site.pictures.photo = EnrolmentPhoto(TEMPLATE)
    page.locator("#photo-file").set_input_files(PORTRAIT)
    expect(page.locator("#photo-list")).to_contain_text("Serves well")
    page.get_by_role("button", name="Done").click()
    expect(row).to_contain_text("by 1 photo")

    row.get_by_role("button", name="Withdraw").click()
    page.get_by_role("button", name="Withdraw now").click()
    expect(row).not_to_contain_text("by 1 photo")


def add_person(site: Site, forename: str, surname: str, group: str = "4B") -> str:
    return site.services.register.add(PersonEntry(Name(forename, surname), group=group))


def open_register(site: Site, page: Page, people: int) -> None:
    page.goto(f"{site.services.config.url}/register")
    expect(page.locator("tbody tr")).to_have_count(people)


def row_of(page: Page, label: str) -> Locator:
    return page.locator("tbody tr").filter(has_text=label)


def consent_to_photos(page: Page, label: str) -> None:
    row_of(page, label).get_by_role("button", name="Photos").click()
    page.get_by_label("Date of the written consent").fill(TODAY.isoformat())
    page.get_by_label("Parents were told on").fill(TODAY.isoformat())
    page.get_by_role("button", name="Go on to the photos").click()
    expect(page.locator("#photo-step")).to_be_visible()


def test_photos_chosen_for_one_child_are_never_taken_for_the_next(site: Site, page: Page) -> None:
    anna = add_person(site, "Anna", "Alder")
    bert = add_person(site, "Bert", "Birch")
    open_register(site, page, 2)
    site.pictures.photo = EnrolmentPhoto(TEMPLATE)
    consent_to_photos(page, "A. A.")
    expect(page.locator("#photos-who")).to_have_text("For A. A., 4B")
    sent: list[str] = []
    page.on("request", lambda request: sent.append(request.url) if request.method == "PUT" else None)
    held = Held(page, "**/photos")
    page.locator("#photo-file").set_input_files(portraits(4))
    photo = held.first()
    expect(page.get_by_role("button", name="Done")).to_be_disabled()
    page.keyboard.press("Escape")
    consent_to_photos(page, "B. B.")
    expect(page.locator("#photos-who")).to_have_text("For B. B., 4B")
    photo.continue_()
    expect(row_of(page, "A. A.")).to_contain_text("by 1 photo")
    held.end()
    page.locator("#photo-file").set_input_files(portraits(2))
    expect(page.locator("#photo-list li")).to_have_count(2)
    page.get_by_role("button", name="Done").click()
    expect(row_of(page, "B. B.")).to_contain_text("by 2 photos")
    assert [anna in url for url in sent] == [True, False, False]
    assert [bert in url for url in sent] == [False, True, True]


def test_all_photos_chosen_are_looked_at_before_the_dialog_says_done(site: Site, page: Page) -> None:
    add_person(site, "Anna", "Alder")
    open_register(site, page, 1)
    site.pictures.photo = EnrolmentPhoto(TEMPLATE)
    consent_to_photos(page, "A. A.")
    page.locator("#photo-file").set_input_files(portraits(3))
    page.get_by_role("button", name="Done").click()
    expect(row_of(page, "A. A.")).to_contain_text("by 3 photos")


def test_the_keyboard_goes_on_from_the_row_a_dialog_was_opened_from(site: Site, page: Page) -> None:
    """Also where the list was drawn anew meanwhile."""
    add_person(site, "Anna", "Alder")
    open_register(site, page, 1)
    site.pictures.photo = EnrolmentPhoto(TEMPLATE)
    consent_to_photos(page, "A. A.")
    page.locator("#photo-file").set_input_files(PORTRAIT)
    expect(row_of(page, "A. A.")).to_contain_text("by 1 photo")
    page.get_by_role("button", name="Done").click()
    expect(page.get_by_role("button", name="Photos of A. A.")).to_be_focused()


def test_pressing_twice_adds_nobody_twice(site: Site, page: Page) -> None:
    open_register(site, page, 0)
    page.get_by_role("button", name="Add a person").click()
    page.get_by_label("First name").fill("Juniper")
    page.get_by_label("Surname").fill("Larkspur")
    page.get_by_role("button", name="Add to the list").dblclick()
    expect(page.locator("#add-dialog")).to_be_hidden()
    expect(page.locator("tbody tr")).to_have_count(1)
    assert len(site.services.register.list()) == 1


def test_somebody_of_the_same_name_and_group_is_asked_about(site: Site, page: Page) -> None:
    add_person(site, "Juniper", "Larkspur")
    open_register(site, page, 1)
    page.get_by_role("button", name="Add a person").click()
    page.get_by_label("First name").fill("juniper")
    page.get_by_label("Surname").fill("Larkspur ")
    page.get_by_label("Class or group").fill("4b")
    page.get_by_role("button", name="Add to the list").click()
    expect(page.locator("#add-error")).to_contain_text("is on the list already")
    assert len(site.services.register.list()) == 1
    page.get_by_role("button", name="Add another person").click()
    expect(page.locator("tbody tr")).to_have_count(2)


def test_only_in_these_places_needs_a_place(site: Site, page: Page) -> None:
    open_register(site, page, 0)
    page.get_by_role("button", name="Add a person").click()
    page.get_by_label("First name").fill("Juniper")
    page.get_by_label("Surname").fill("Larkspur")
    page.get_by_label("only in these places").check()
    page.get_by_role("button", name="Add to the list").click()
    expect(page.locator("#add-error")).to_contain_text("tick at least one place")
    assert site.services.register.list() == ()


def test_names_that_were_hidden_stay_hidden_when_an_answer_comes_late(site: Site, page: Page) -> None:
    add_person(site, "Juniper", "Larkspur")
    open_register(site, page, 1)
    held = Held(page, "**/register/list")
    page.get_by_role("button", name="Show names").click()
    late = held.first()
    held.end()
    with page.expect_response("**/register/list"):
        page.get_by_role("button", name="Hide names").click()
    with page.expect_response("**/register/list"):
        late.continue_()
    expect(page.locator("tbody tr")).to_contain_text("J. L.")
    expect(page.locator("body")).not_to_contain_text("Juniper")


def test_names_are_hidden_at_once_also_when_the_service_does_not_answer(site: Site, page: Page) -> None:
    add_person(site, "Juniper", "Larkspur")
    open_register(site, page, 1)
    page.get_by_role("button", name="Show names").click()
    expect(page.locator("tbody tr")).to_contain_text("Juniper")
    held = Held(page, "**/register/list")
    page.get_by_role("button", name="Hide names").click()
    expect(page.locator("tbody tr")).to_contain_text("J. L.")
    held.end()


def test_withdrawing_happens_once_and_the_keyboard_goes_on_from_there(site: Site, page: Page) -> None:
    add_person(site, "Nell", "Thorn", group="")
    open_register(site, page, 1)
    posted: list[str] = []
    page.on("request", lambda request: posted.append(request.url) if request.url.endswith("/withdraw") else None)
    page.get_by_role("button", name="Withdraw for N. T.").click()
    expect(page.locator("#withdraw-who")).to_have_text("For N. T.")
    page.get_by_role("button", name="Withdraw now").dblclick()
    expect(page.locator("#withdraw-dialog")).to_be_hidden()
    expect(page.get_by_role("button", name="Withdraw for N. T.")).to_be_focused()
    assert len(posted) == 1
    page.keyboard.press("Enter")
    page.get_by_label("the whole record").check()
    page.get_by_role("button", name="Withdraw now").click()
    expect(page.locator("#empty")).to_be_visible()
    expect(page.get_by_role("button", name="Add a person")).to_be_focused()


def test_a_wrong_photo_is_put_right_by_beginning_anew(site: Site, page: Page) -> None:
    add_person(site, "Anna", "Alder")
    open_register(site, page, 1)

    def give(template: bytes, says: str) -> None:
        lines = page.locator("#photo-list li")
        before = lines.count()
        site.pictures.photo = EnrolmentPhoto(template)
        page.locator("#photo-file").set_input_files(PORTRAIT)
        expect(lines).to_have_count(before + 1)
        expect(lines.last).to_contain_text(says)

    consent_to_photos(page, "A. A.")
    give(like(1), "Serves well")
    give(like(2), "Serves well")
    give(TEMPLATE, "somebody else")
    page.get_by_role("button", name="Done").click()
    expect(row_of(page, "A. A.")).to_contain_text("by 2 photos")

    row_of(page, "A. A.").get_by_role("button", name="Photos").click()
    page.get_by_label("Date of the written consent").fill(TODAY.isoformat())
    page.get_by_label("Parents were told on").fill(TODAY.isoformat())
    page.get_by_label("begin anew").check()
    page.get_by_role("button", name="Go on to the photos").click()
    expect(page.locator("#photo-step")).to_be_visible()
    give(TEMPLATE, "Serves well")
    page.get_by_role("button", name="Done").click()
    expect(row_of(page, "A. A.")).to_contain_text("by 1 photo")
