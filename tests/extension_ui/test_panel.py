"""The badge and the card: what they say, that they keep out of the way, and that everybody can work them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from urllib.parse import unquote

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.composers import FACEBOOK_POST, FORUM_REPLY, LINKEDIN_POST, X_INLINE, Composer, OpenComposer
from tests.extension_ui.page import finding, report, show_panel, state
from tests.extension_ui.pictures import two_faces

Open = Callable[[Composer], OpenComposer]
Axe = Callable[[str], list[str]]

SCOPES = {
    X_INLINE: ".composer",
    FACEBOOK_POST: "[role=dialog]",
    LINKEDIN_POST: "[role=dialog], dialog",
    FORUM_REPLY: "form",
}
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
        "choices": [
            {"value": "no", "label": "No"},
            {"value": "family", "label": "Family"},
            {"value": "yes", "label": "Yes"},
        ],
    },
)
PICTURE = {"media": 0, "name": "ada-quill.png", "digest": "d0", "state": "read", "file": None}


def with_picture(*findings: dict[str, Any], **changes: Any) -> dict[str, Any]:
    seen = [
        {
            "media": 0,
            "width": 320,
            "height": 200,
            "faces": [FACE, {"left": 180, "top": 30, "right": 260, "bottom": 130}],
        }
    ]
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
        (state(accountQuestion={"site": "x.com", "handle": "@sampatel"}), "1 question"),
        (state(phase="checking", report=None), "Checking…"),
        (state(phase="off"), "Off here"),
        (state(phase="unavailable", report=None, unavailable={"code": "unreachable", "message": ""}), "Not checked"),
        (
            state(report=report(skipped=[{"code": "no_models", "media": 0, "rule": None, "message": "No models."}])),
            "Not checked",
        ),
        (state(report=report(skipped=[{"code": "pending", "media": 0, "rule": None, "message": ""}])), "Checking…"),
    ],
    ids=[
        "warn",
        "stop-and-warn",
        "hint",
        "hints",
        "nothing",
        "question",
        "checking",
        "off",
        "unavailable",
        "skipped",
        "pending",
    ],
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
    page = put(
        opened,
        with_picture(finding(1), ASKED, accountQuestion={"site": "x.com", "handle": "@sampatel"}),
        picture=two_faces(),
    )
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    badge(page).click()
    card(page).get_by_role("button", name="Add the school's disclaimer").click()
    card(page).get_by_role("button", name="Family").click()
    card(page).get_by_role("button", name="A person’s own").click()
    named = card(page).locator("[data-key=f1]")
    named.get_by_role("button", name="Not a concern").click()
    named.get_by_role("button", name="Permission has been given").click()
    named.get_by_role("link", name="Ask the data protection officer").click()
    expect(card(page)).to_contain_text("A short note was begun")
    card(page).get_by_role("button", name="Off on this site").click()
    page.wait_for_function("() => calls.length === 5")
    assert sorted(page.evaluate("() => calls")) == [
        ["answer", "pupils", "family", 0],
        ["answerAccount", "personal"],
        ["dismiss", "f1", "permission"],
        ["fix", "f1", "Add the school's disclaimer"],
        ["turnOff", "site"],
    ]
    expect(card(page).get_by_role("button", name="Family")).to_have_attribute("aria-pressed", "true")


def test_the_note_for_somebody_else_holds_nothing_of_the_draft(opened: Open) -> None:
    page = put(opened, state(finding(1)))
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    badge(page).click()
    ask = card(page).get_by_role("link", name="Ask the data protection officer")
    mail = unquote(str(ask.get_attribute("href")))
    ask.click()
    expect(card(page)).to_contain_text("it was copied as well")
    for note in (mail, page.evaluate("() => navigator.clipboard.readText()")):
        assert "The school is named (SG101; “Scope; Personal use” of the school’s policy)" in note
        assert "Proud" not in note
        assert "Oakfield" not in note
    assert mail.startswith("mailto:dpo@oakfield.example?subject=A second opinion")


def test_somebody_who_has_no_mail_address_is_asked_by_a_copied_note(opened: Open) -> None:
    contacts = {"data_protection_officer": {"label": "the data protection officer", "how": "extension 214"}}
    page = put(opened, state(finding(1), contacts=contacts))
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    badge(page).click()
    card(page).get_by_role("button", name="Ask the data protection officer").click()
    expect(card(page)).to_contain_text("A short note was copied, without the draft")
    assert "Proud" not in page.evaluate("() => navigator.clipboard.readText()")


def test_a_mistake_or_a_concern_is_reported_from_the_warning_to_those_the_policy_names(opened: Open) -> None:
    contacts = {
        "data_protection_officer": {"label": "the data protection officer", "how": "dpo@oakfield.example"},
        "safeguarding_lead": {"label": "the safeguarding lead", "how": "see https://oakfield.example/concern."},
        "manager": {"label": "a manager", "how": "manager@oakfield.example"},
    }
    named = finding(1, report_to="head_teacher", report_to_label="the head teacher")
    page = put(opened, state(named, contacts=contacts))
    badge(page).click()
    concern = card(page).get_by_role("button", name="Report a concern")
    expect(concern).to_have_attribute("aria-expanded", "false")
    concern.click()
    choices = card(page).get_by_role("group", name="Whom to tell").locator("a, button")
    assert choices.all_inner_texts() == [
        "Tell the head teacher",
        "Tell the safeguarding lead",
        "Tell the data protection officer",
    ]
    assert choices.nth(1).get_attribute("href") == "https://oakfield.example/concern"
    mail = unquote(str(choices.nth(2).get_attribute("href")))
    assert mail.startswith("mailto:dpo@oakfield.example?subject=A mistake or a concern")
    assert "SG101" in mail


def test_what_was_left_out_is_said_and_what_was_set_aside_can_come_back(opened: Open) -> None:
    left_out = [
        {"code": "SG202", "slug": "mild-language", "why": "allowed", "count": 2, "message": ""},
        {"code": "SG101", "slug": "school-named", "why": "dismissed", "count": 1, "message": ""},
    ]
    quiet = [{"slug": "shouting", "message": "The rule shouting speaks more softly for now."}]
    page = put(opened, state(report=report(suppressed=left_out, quiet=quiet)))
    badge(page).click()
    expect(card(page)).to_contain_text("Left out: 2 on the school’s allow list, 1 set aside Show again")
    expect(card(page)).to_contain_text("speaks more softly")
    card(page).get_by_role("button", name="Show again").click()
    assert page.evaluate("() => calls") == [["bringBack"]]


@pytest.mark.parametrize(
    ("about", "offered"),
    [
        (finding(1), ["Permission has been given", "School Guard is wrong here"]),
        (
            NAME,
            [
                "Permission has been given",
                "Not a pupil of the school",
                "Another person of that name",
                "Staff or a public figure",
            ],
        ),
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
    page = put(
        opened,
        state(phase="unavailable", report=None, unavailable={"code": "unreachable", "message": "Nobody answers."}),
    )
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
