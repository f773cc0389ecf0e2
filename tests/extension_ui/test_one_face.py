"""Blurring one face only: offered last, after it was said what that shows, and without pointing at anybody."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.e2e.composers import FORUM_REPLY, LINKEDIN_POST, X_INLINE, Composer, OpenComposer
from tests.extension_ui.page import finding, report, state
from tests.extension_ui.pictures import two_faces
from tests.extension_ui.test_panel import FACE, HOST, PICTURE, badge, card, put

Open = Callable[[Composer], OpenComposer]
Axe = Callable[[str], list[str]]

OTHER_FACE = {"left": 180, "top": 30, "right": 260, "bottom": 130}
ANOTHER, ALL, REMOVE, ONE = "Choose another picture", "Blur all faces", "Remove the picture", "Blur one face only…"
GO_ON = "Go on with one face…"
NOTICE = "One covered face among clear ones shows who is protected."
LEAVE = "() => window.dispatchEvent(new Event('blur'))"
FOCUSED = "() => document.querySelector('school-guard-panel').shadowRoot.activeElement?.dataset.focus ?? ''"


def fix(kind: str, label: str) -> dict[str, Any]:
    return {"kind": kind, "label": label, "media": 0, "edits": []}


def listed(number: int = 4, region: dict[str, int] | None = FACE) -> dict[str, Any]:
    return finding(
        number,
        requirement="I1",
        severity="stop",
        title="Worth a look",
        message="This may show somebody the school does not publish.",
        source="list",
        clause=None,
        part=None,
        span=None,
        media=0,
        region=region,
        fixes=[
            fix("replace_picture", ANOTHER),
            fix("blur_faces", ALL),
            fix("remove_picture", REMOVE),
            fix("blur_one_face", ONE),
        ],
    )


def seen(*findings: dict[str, Any], faces: tuple[dict[str, int], ...] = (OTHER_FACE, FACE)) -> dict[str, Any]:
    picture = {"media": 0, "width": 320, "height": 200, "faces": list(faces)}
    return state(report=report(*findings, pictures=[picture]), pictures=[PICTURE])


def open_card(opened: Open, wanted: dict[str, Any], composer: Composer = X_INLINE) -> Page:
    page = put(opened, wanted, composer, two_faces())
    badge(page).click()
    return page


def press(page: Page, name: str) -> None:
    card(page).locator("[data-key=f4]").get_by_role("button", name=name, exact=True).click()


def faces(page: Page) -> Locator:
    return page.locator(HOST).get_by_role("button", name=re.compile(r"^Face \d"))


def open_choice(opened: Open, wanted: dict[str, Any], composer: Composer = X_INLINE) -> Page:
    page = open_card(opened, wanted, composer)
    for name in ("Show", ONE, GO_ON):
        press(page, name)
    expect(faces(page).first).to_be_visible()
    return page


# ---- the way there ----


def test_it_is_offered_last_and_only_while_the_picture_is_shown(opened: Open) -> None:
    page = open_card(opened, seen(listed()))
    one = card(page).get_by_role("button", name=ONE)
    assert one.count() == 0
    press(page, "Show")
    expect(one).to_be_visible()
    row = card(page).locator("[data-key=f4] .inner > .row").first
    assert row.get_by_role("button").all_inner_texts() == [ANOTHER, ALL, REMOVE, ONE]
    press(page, "Hide")
    expect(one).to_have_count(0)


def test_it_is_not_offered_for_a_picture_of_one_face(opened: Open) -> None:
    page = open_card(opened, seen(listed(), faces=(FACE,)))
    press(page, "Show")
    expect(card(page).locator("canvas")).to_be_visible()
    assert card(page).get_by_role("button", name=ONE).count() == 0


def test_the_notice_comes_first_with_the_better_choices_and_shows_nobody(opened: Open) -> None:
    page = open_card(opened, seen(listed()))
    press(page, "Show")
    press(page, ONE)
    notice = card(page).get_by_role("group", name="One blurred face stands out")
    expect(notice).to_contain_text(NOTICE)
    assert notice.get_by_role("button").all_inner_texts() == [ANOTHER, ALL, GO_ON, "Back"]
    expect(notice.get_by_text("One blurred face stands out")).to_be_in_viewport(ratio=1)
    assert card(page).locator("canvas").count() == 0
    assert page.evaluate("() => calls.filter(([what]) => what === 'fix')") == []


@pytest.mark.parametrize("name", [ANOTHER, ALL])
def test_a_better_choice_is_one_press_away(opened: Open, name: str) -> None:
    page = open_card(opened, seen(listed()))
    for each in ("Show", ONE, name):
        press(page, each)
    assert page.evaluate("() => calls.at(-1)") == ["fix", "f4", name]
    expect(card(page)).not_to_contain_text(NOTICE)


def test_the_chosen_face_and_no_other_is_handed_on(opened: Open) -> None:
    page = open_choice(opened, seen(listed()))
    faces(page).nth(1).click()
    assert page.evaluate("() => calls.at(-1)") == ["fix", "f4", ONE, OTHER_FACE]
    expect(faces(page)).to_have_count(0)
    expect(card(page)).not_to_contain_text(NOTICE)


def test_back_leads_from_the_faces_to_the_notice_and_from_there_to_the_finding(opened: Open) -> None:
    page = open_choice(opened, seen(listed()))
    press(page, "Back")
    expect(card(page)).to_contain_text(NOTICE)
    expect(faces(page)).to_have_count(0)
    press(page, "Back")
    expect(card(page)).not_to_contain_text(NOTICE)
    assert page.evaluate("() => calls.filter(([what]) => what === 'fix')") == []


def test_where_nobody_was_recognised_the_picture_can_be_shown_and_a_face_chosen(opened: Open) -> None:
    page = open_choice(opened, seen(listed(region=None)))
    expect(faces(page)).to_have_count(2)


# ---- nobody is pointed at, and nothing stays on the screen ----


def test_the_faces_look_the_same_whichever_of_them_was_found(opened: Open) -> None:
    page = open_choice(opened, seen(listed()))
    names = ["Face 1 of 2, on the left", "Face 2 of 2, on the right"]
    shown = [
        each.evaluate("node => [node.outerHTML, node.querySelector('canvas').toDataURL()]")
        for each in faces(page).all()
    ]
    assert [each.get_attribute("aria-label") for each in faces(page).all()] == names
    page.evaluate(
        "face => { state.report.findings[0].region = face; panel.update(structuredClone(state)); }", OTHER_FACE
    )
    page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    again = [
        each.evaluate("node => [node.outerHTML, node.querySelector('canvas').toDataURL()]")
        for each in faces(page).all()
    ]
    assert again == shown


def test_the_faces_are_hidden_soon_and_the_notice_stays(opened: Open, plain_page: Page) -> None:
    plain_page.clock.install()
    page = open_choice(opened, seen(listed()))
    page.clock.run_for(9_000)
    faces(page).first.focus()
    page.clock.run_for(9_000)
    expect(faces(page)).to_have_count(2)
    page.clock.run_for(1_500)
    expect(faces(page)).to_have_count(0)
    expect(card(page)).to_contain_text(NOTICE)


@pytest.mark.parametrize(
    "leave",
    [
        LEAVE,
        """() => { Object.defineProperty(document, 'visibilityState', { value: 'hidden' });
                 document.dispatchEvent(new Event('visibilitychange')); }""",
    ],
    ids=["blur", "tab-switch"],
)
def test_leaving_hides_the_faces(opened: Open, leave: str) -> None:
    page = open_choice(opened, seen(listed()))
    page.evaluate(leave)
    expect(faces(page)).to_have_count(0)
    assert card(page).locator("canvas").count() == 0


def test_the_notice_is_shown_anew_each_time(opened: Open) -> None:
    page = open_choice(opened, seen(listed()))
    card(page).get_by_role("button", name="Close", exact=True).click()
    badge(page).click()
    assert faces(page).count() == 0
    expect(card(page)).not_to_contain_text(NOTICE)
    press(page, "Show")
    press(page, ONE)
    expect(card(page)).to_contain_text(NOTICE)
    assert faces(page).count() == 0


# ---- everybody can work it ----


def test_it_works_by_keyboard_alone(opened: Open) -> None:
    page = open_card(opened, seen(listed()))
    card(page).get_by_role("button", name="Show", exact=True).focus()
    page.keyboard.press("Enter")
    card(page).get_by_role("button", name=ONE).focus()
    page.keyboard.press("Enter")
    page.wait_for_function(f"() => ({FOCUSED})() === 'notice:f4'")
    for _ in range(3):
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(faces(page)).to_have_count(2)
    page.wait_for_function(f"() => ({FOCUSED})() === 'notice:f4'")
    page.evaluate(LEAVE)
    expect(faces(page)).to_have_count(0)
    page.wait_for_function(f"() => ({FOCUSED})() === 'notice:f4'")
    for _ in range(3):
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(faces(page)).to_have_count(2)
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("() => calls.at(-1)") == ["fix", "f4", ONE, OTHER_FACE]
    page.wait_for_function(f"() => ({FOCUSED})() === 'show:f4'")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("composer", [X_INLINE, LINKEDIN_POST], ids=str)
def test_axe_finds_nothing(opened: Open, axe: Axe, plain_page: Page, composer: Composer, scheme: Any) -> None:
    plain_page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    page = open_card(opened, seen(listed()), composer)
    press(page, "Show")
    press(page, ONE)
    expect(card(page)).to_contain_text(NOTICE)
    assert axe(HOST) == []
    press(page, GO_ON)
    expect(faces(page)).to_have_count(2)
    assert axe(HOST) == []


def test_at_200_per_cent_many_faces_can_be_reached_and_pressed(opened: Open, plain_page: Page) -> None:
    plain_page.set_viewport_size({"width": 640, "height": 400})  # 1280 x 800 at 200 %
    crowd = tuple(
        {"left": x, "top": y, "right": x + 20, "bottom": y + 24} for y in (10, 80, 150) for x in range(0, 300, 30)
    )
    page = open_choice(opened, seen(listed(), faces=crowd), FORUM_REPLY)
    expect(faces(page)).to_have_count(30)
    inside = card(page).bounding_box()
    assert inside
    for control in (faces(page).last, card(page).get_by_role("button", name="Back")):
        control.scroll_into_view_if_needed()
        expect(control).to_be_in_viewport()
        box = control.bounding_box()
        assert box
        assert min(box["width"], box["height"]) >= 24
        assert inside["x"] <= box["x"]
        assert box["x"] + box["width"] <= inside["x"] + inside["width"]
