"""The badge and the card: what they say, that they keep out of the way, and that everybody can work them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.composers import FACEBOOK_POST, FORUM_REPLY, LINKEDIN_POST, X_INLINE, Composer, OpenComposer
from tests.extension_ui.page import finding, report, show_panel, state
from tests.extension_ui.pictures import two_faces

Open = Callable[[Composer], OpenComposer]
Axe = Callable[[str], list[str]]

SCOPES = {X_INLINE: ".composer", FACEBOOK_POST: "[role=dialog]", LINKEDIN_POST: "[role=dialog], dialog", FORUM_REPLY: "form"}
HOST = "school-guard-panel"
FACE = {"left": 40, "top": 30, "right": 120, "bottom": 130}

NAME = finding(2, requirement="I5", severity="stop", title="A full name", span={"start": 20, "end": 29})
HINT = finding(3, requirement="B5", severity="advise", title="Who is posting?", fixes=[], span=None, part=None)
LISTED = finding(
    4,
    requirement="I1",
    severity="stop",
    title="Worth a look",
    message="This may show somebody the school does not publish.",
    source="list",
    clause=None,
    part=None,
    span=None,
    media=0,
    region=FACE,
    fixes=[{"kind": "blur_faces", "label": "Blur all faces", "media": 0, "edits": []}],
)
ASKED = finding(
    5,
    requirement="I2",
    title="Who is in the picture?",
    part=None,
    span=None,
    media=0,
    fixes=[],
    question={
        "key": "pupils",
        "text": "Are these pupils of the school?",
        "media": 0,
        "choices": [{"value": "no", "label": "No"}, {"value": "family", "label": "Family"}, {"value": "yes", "label": "Yes"}],
    },
)
PICTURE = {"media": 0, "name": "ada-quill.png", "digest": "d0", "state": "read", "file": None}


def with_picture(*findings: dict[str, Any], **changes: Any) -> dict[str, Any]:
    seen = [{"media": 0, "width": 320, "height": 200, "faces": [FACE, {"left": 180, "top": 30, "right": 260, "bottom": 130}]}]
    return state(report=report(*findings, pictures=seen), pictures=[PICTURE], **changes)


def put(opened: Open, wanted: dict[str, Any], composer: Composer = X_INLINE, picture: bytes | None = None) -> Page:
    box = opened(composer)
    box.type("Proud of Oakfield and")
    show_panel(box.page, SCOPES[composer], wanted, picture)
    box.page.locator(f"{HOST} .badge").wait_for()
    return box.page


def badge(page: Page) -> Any:
    return page.locator(f"{HOST} .badge")


def card(page: Page) -> Any:
    return page.locator(f"{HOST} .card")


# ---- what is said ----


@pytest.mark.parametrize(
    ("wanted", "said"),
    [
        (state(finding(1)), "1 to look at"),
        (state(finding(1), NAME, HINT), "2 to look at"),
        (state(HINT), "1 hint"),
        (state(HINT, finding(6, severity="advise")), "2 hints"),
        (state(), ""),
        (state(phase="checking", report=None), "Checking…"),
        (state(phase="off"), "Off here"),
        (state(phase="unavailable", report=None, unavailable={"code": "unreachable", "message": ""}), "Not checked"),
        (state(report=report(skipped=[{"code": "no_models", "media": 0, "rule": None, "message": "No models."}])), "Not checked"),
        (state(report=report(skipped=[{"code": "pending", "media": 0, "rule": None, "message": ""}])), "Checking…"),
    ],
    ids=["warn", "stop-and-warn", "hint", "hints", "nothing", "checking", "off", "unavailable", "skipped", "pending"],
)
def test_the_badge_counts_and_never_says_fine(opened: Open, wanted: dict[str, Any], said: str) -> None:
    assert badge(put(opened, wanted)).inner_text() == said


def test_the_card_groups_by_severity_and_says_why_where_from_and_whom_to_ask(opened: Open) -> None:
    page = put(opened, state(HINT, finding(1), NAME))
    badge(page).click()
    assert card(page).locator(".group h3").all_inner_texts() == ["To sort out before posting", "Worth a look", "Hints"]
    text = card(page).locator("[data-key=f1]").inner_text()
    assert "The post names the school" in text
    assert "Readers may take a personal view" in text
    assert "“Scope; Personal use” of the school’s policy" in text
    assert "ask the data protection officer: dpo@oakfield.example" in text


def test_the_school_s_list_is_named_as_the_source_and_no_reason_is_given(opened: Open) -> None:
    page = put(opened, with_picture(LISTED), picture=two_faces())
    badge(page).click()
    expect(card(page)).to_contain_text("From the school’s own list")


def test_every_control_tells_what_was_chosen(opened: Open) -> None:
    page = put(opened, with_picture(finding(1), ASKED, accountQuestion={"site": "x.com", "handle": "@sampatel"}), picture=two_faces())
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    badge(page).click()
    card(page).get_by_role("button", name="Add the school's disclaimer").click()
    card(page).get_by_role("button", name="Family").click()
    card(page).get_by_role("button", name="A person’s own").click()
    named = card(page).locator("[data-key=f1]")
    named.get_by_role("button", name="Not a concern").click()
    named.get_by_role("button", name="Permission has been given").click()
    named.get_by_role("button", name="Ask somebody").click()
    card(page).get_by_role("button", name="Off on this site").click()
    page.wait_for_function("() => calls.length === 6")
    assert sorted(page.evaluate("() => calls")) == [
        ["answer", "pupils", "family", 0],
        ["answerAccount", "personal"],
        ["askColleague", "f1"],
        ["dismiss", "f1", "permission"],
        ["fix", "f1", "Add the school's disclaimer"],
        ["turnOff", "site"],
    ]
    expect(card(page).get_by_role("button", name="Family")).to_have_attribute("aria-pressed", "true")


def test_the_note_for_somebody_else_holds_nothing_of_the_draft(opened: Open) -> None:
    page = put(opened, state(finding(1)))
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    badge(page).click()
    card(page).get_by_role("button", name="Ask somebody").click()
    expect(card(page)).to_contain_text("A short note was copied")
    note = page.evaluate("() => navigator.clipboard.readText()")
    assert "The school is named" in note and "Scope; Personal use" in note
    assert "Proud" not in note and "Oakfield" not in note


@pytest.mark.parametrize(
    ("about", "offered"),
    [
        (finding(1), ["Permission has been given", "School Guard is wrong here"]),
        (NAME, ["Permission has been given", "Not a pupil of the school", "Another person of that name", "Staff or a public figure"]),
        (LISTED, ["Not a pupil of the school", "Not a picture of pupils", "School Guard is wrong here"]),
    ],
    ids=["school", "name", "face"],
)
def test_the_reasons_fit_what_was_found(opened: Open, about: dict[str, Any], offered: list[str]) -> None:
    page = put(opened, with_picture(about), picture=two_faces())
    badge(page).click()
    card(page).get_by_role("button", name="Not a concern").click()
    for reason in offered:
        expect(card(page).get_by_role("button", name=reason)).to_be_visible()


def test_a_stop_is_not_dismissed_where_the_school_does_not_let_it_but_a_face_is(opened: Open) -> None:
    gate = {"on_not_checked": "show", "stop_override": "never"}
    page = put(opened, with_picture(NAME, LISTED, gate=gate), picture=two_faces())
    badge(page).click()
    assert card(page).locator("[data-key=f2]").get_by_role("button", name="Not a concern").count() == 0
    assert card(page).locator("[data-key=f4]").get_by_role("button", name="Not a concern").count() == 1


def test_what_could_not_be_checked_is_said_with_what_to_do(opened: Open) -> None:
    skipped = [{"code": "unsupported", "media": 0, "rule": None, "message": "Save it as JPEG and attach it again."}]
    page = put(opened, state(report=report(skipped=skipped), pictures=[PICTURE]))
    badge(page).click()
    expect(card(page).locator(".pictures")).to_contain_text("not checked: Save it as JPEG and attach it again.")


def test_an_absent_service_can_be_tried_again(opened: Open) -> None:
    page = put(opened, state(phase="unavailable", report=None, unavailable={"code": "unreachable", "message": "Nobody answers."}))
    badge(page).click()
    expect(card(page)).to_contain_text("Nobody answers.")
    card(page).get_by_role("button", name="Try again").click()
    assert page.evaluate("() => calls") == [["reload"]]


# ---- pictures, names and regions stay hidden ----


def test_a_picture_is_seen_only_after_show_and_not_for_long(opened: Open, plain_page: Page) -> None:
    plain_page.clock.install()
    page = put(opened, with_picture(LISTED), picture=two_faces())
    badge(page).click()
    shown = card(page).locator("canvas")
    expect(card(page).locator(".pictures")).to_contain_text("2 faces")
    assert shown.count() == 0
    assert "ada" not in card(page).inner_text().lower()
    card(page).locator("[data-key=f4]").get_by_role("button", name="Show").click()
    expect(shown).to_be_visible()
    page.clock.run_for(9_000)
    expect(shown).to_be_visible()
    page.clock.run_for(1_500)
    expect(shown).to_have_count(0)


@pytest.mark.parametrize(
    "leave",
    [
        "() => window.dispatchEvent(new Event('blur'))",
        """() => { Object.defineProperty(document, 'visibilityState', { value: 'hidden' });
                 document.dispatchEvent(new Event('visibilitychange')); }""",
    ],
    ids=["blur", "tab-switch"],
)
def test_leaving_hides_what_was_shown(opened: Open, leave: str) -> None:
    page = put(opened, with_picture(), picture=two_faces())
    badge(page).click()
    card(page).get_by_role("button", name="Show picture 1").click()
    expect(card(page).locator("canvas")).to_be_visible()
    expect(card(page)).to_contain_text("ada-quill.png")
    page.evaluate(leave)
    expect(card(page).locator("canvas")).to_have_count(0)
    assert "ada" not in card(page).inner_text().lower()


# ---- it stays out of the way ----


@pytest.mark.parametrize("composer", SCOPES, ids=str)
def test_badge_and_card_cover_neither_draft_nor_post_button(opened: Open, composer: Composer) -> None:
    page = put(opened, state(finding(1), NAME, HINT), composer)
    badge(page).click()
    boxes = [badge(page).bounding_box(), card(page).bounding_box()]
    for kept in (composer.editor(page).bounding_box(), composer.submit(page).bounding_box()):
        for box in boxes:
            assert kept and box
            apart = box["x"] >= kept["x"] + kept["width"] or kept["x"] >= box["x"] + box["width"]
            apart = apart or box["y"] >= kept["y"] + kept["height"] or kept["y"] >= box["y"] + box["height"]
            assert apart, f"{box} covers {kept}"


def test_the_badge_goes_with_the_composer(opened: Open) -> None:
    page = put(opened, state(finding(1)), FORUM_REPLY)
    gap = "() => document.querySelector('school-guard-panel').shadowRoot.querySelector('.badge').getBoundingClientRect().top - document.querySelector('form').getBoundingClientRect().bottom"
    page.wait_for_function(f"() => Math.abs(({gap})() - 8) < 1")
    page.evaluate("() => document.body.prepend(Object.assign(document.createElement('p'), { textContent: 'News', style: 'height: 37px' }))")
    page.wait_for_function(f"() => Math.abs(({gap})() - 8) < 1")
    page.locator("textarea").evaluate("area => { area.style.height = '180px'; }")
    page.wait_for_function(f"() => Math.abs(({gap})() - 8) < 1")
    page.evaluate("() => { document.body.style.minHeight = '3000px'; window.scrollTo(0, 60); }")
    page.wait_for_function(f"() => window.scrollY === 60 && Math.abs(({gap})() - 8) < 1")
    page.evaluate("() => window.scrollTo(0, 2000)")
    expect(badge(page)).to_be_hidden()


def test_the_same_findings_are_not_drawn_again_while_somebody_types(opened: Open) -> None:
    page = put(opened, state(finding(1), HINT))
    badge(page).click()
    page.evaluate("""() => {
      window.changes = 0;
      const body = document.querySelector("school-guard-panel").shadowRoot.querySelector(".body");
      new MutationObserver((all) => { changes += all.length; }).observe(body, { subtree: true, childList: true, characterData: true, attributes: true });
      for (let step = 1; step <= 20; step += 1) {
        const moved = structuredClone(state);
        moved.report.findings[0].span = { start: step, end: step + 8 };
        moved.report.findings[0].fixes[0].edits[0].span = { start: step, end: step };
        panel.update({ ...moved, phase: step % 2 ? "checking" : "checked" });
      }
      return new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    }""")
    assert page.evaluate("() => changes") == 0
    card(page).get_by_role("button", name="Add the school's disclaimer").click()
    assert page.evaluate("() => calls.length") == 1


def test_pressing_in_the_card_leaves_the_caret_in_the_draft(opened: Open) -> None:
    page = put(opened, state(finding(1)))
    badge(page).click()
    card(page).get_by_role("button", name="Not a concern").click()
    page.keyboard.type("!")
    page.wait_for_function("() => handle.read() === 'Proud of Oakfield and!'")


# ---- keyboard, screen reader, zoom ----


def test_the_card_works_by_keyboard_alone(opened: Open) -> None:
    page = put(opened, state(finding(1)))
    page.keyboard.press("Alt+Shift+G")
    expect(card(page)).to_be_visible()
    focused = "() => document.querySelector('school-guard-panel').shadowRoot.activeElement?.textContent"
    seen = []
    for _ in range(9):
        page.keyboard.press("Tab")
        seen.append(page.evaluate(focused))
    for name in ("Add the school's disclaimer", "Ask somebody", "Not a concern…", "Off on this site"):
        assert name in seen
    page.evaluate("() => panel.open('f1', 'keyboard')")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("() => calls") == [["fix", "f1", "Add the school's disclaimer"]]
    page.keyboard.press("Escape")
    expect(card(page)).to_be_hidden()
    page.keyboard.type("!")
    page.wait_for_function("() => handle.read() === 'Proud of Oakfield and!'")


def test_a_picked_mark_opens_its_finding_without_taking_the_caret(opened: Open) -> None:
    page = put(opened, state(finding(1), NAME))
    page.evaluate("() => panel.open('f1', 'pointer')")
    expect(card(page).locator(".picked")).to_have_attribute("data-key", "f1")
    page.keyboard.type("!")
    page.wait_for_function("() => handle.read() === 'Proud of Oakfield and!'")


def test_news_is_announced_once_things_have_settled(opened: Open, plain_page: Page) -> None:
    plain_page.clock.install()
    page = put(opened, state(finding(1), HINT))
    live = page.locator(f"{HOST} [aria-live=polite]")
    page.clock.run_for(2_000)
    expect(live).to_have_text("School Guard: 1 to look at · 1 hint. Alt+Shift+G opens the details.")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("composer", (X_INLINE, LINKEDIN_POST), ids=str)
def test_axe_finds_nothing(opened: Open, axe: Axe, plain_page: Page, composer: Composer, scheme: Any) -> None:
    plain_page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    wanted = with_picture(finding(1), NAME, HINT, LISTED, ASKED, accountQuestion={"site": "x.com", "handle": "@sampatel"})
    page = put(opened, wanted, composer, two_faces())
    badge(page).click()
    card(page).locator("[data-key=f4]").get_by_role("button", name="Show").click()
    card(page).locator("[data-key=f2]").get_by_role("button", name="Not a concern").click()
    assert axe(HOST) == []


def test_everything_pressed_is_at_least_24_pixels(opened: Open) -> None:
    page = put(opened, with_picture(finding(1), NAME, HINT, LISTED, ASKED), picture=two_faces())
    badge(page).click()
    card(page).locator("[data-key=f2]").get_by_role("button", name="Not a concern").click()
    for control in page.locator(f"{HOST} button:visible").all():
        box = control.bounding_box()
        assert box and box["height"] >= 24 and box["width"] >= 24, control.inner_text()


def test_at_200_per_cent_on_a_small_screen_all_can_be_reached(opened: Open, plain_page: Page) -> None:
    plain_page.set_viewport_size({"width": 640, "height": 400})  # 1280 x 800 at 200 %
    page = put(opened, state(finding(1), NAME, HINT), FORUM_REPLY)
    badge(page).click()
    box = card(page).bounding_box()
    assert box and box["x"] >= 0 and box["y"] >= 0 and box["x"] + box["width"] <= 640 and box["y"] + box["height"] <= 400
    last = card(page).locator("[data-key=f3]").get_by_role("button", name="Ask somebody")
    last.scroll_into_view_if_needed()
    expect(last).to_be_in_viewport()
