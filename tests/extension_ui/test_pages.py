"""Popup and settings: what they say of the service, and that what the school has set cannot be changed."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, Playwright, expect

from tests.e2e.browser import EXTENSION, launch
from tests.pages.build import DIST
from tests.pages.server import SiteServer

ORIGIN = f"chrome-extension://{json.loads((EXTENSION / 'extension_id.json').read_text())['id']}"
Show = Callable[..., Page]

SETTINGS = {
    "serviceUrl": "http://127.0.0.1:47615",
    "paired": True,
    "sites": ["forum.example"],
    "offSites": ["facebook.com"],
    "language": "en",
    "managed": [],
    "builtIn": ["facebook.com", "linkedin.com", "x.com"],
}
READY = {
    "state": "ready",
    "message": "",
    "version": "0.1.0",
    "health": {"status": "ok", "version": "0.1.0", "pictures": "ready", "register": "none"},
}
POLICY = {"policy": {"name": "demo", "title": "Oakfield Primary: social media", "version": "1"}}

#: Stands in for the background: answers by message type, and notes what was asked.
STUB = """replies => {
  window.asked = [];
  chrome.runtime.sendMessage = async ({ type, body }) => {
    asked.push([type, body]);
    if (type === "set_settings") {
      replies.settings.value = { ...replies.settings.value, ...body };
      return structuredClone(replies.settings);
    }
    if (type === "turn_off") {
      const others = replies.settings.value.offSites.filter((host) => host !== body.host);
      replies.settings.value.offSites = body.off ? [...others, body.host] : others;
      return structuredClone(replies.settings);
    }
    return structuredClone(replies[type] ?? { ok: true, value: null });
  };
  chrome.tabs.query = async () => [{ url: replies.tab }];
}"""


@pytest.fixture(scope="module")
def extended(
    playwright: Playwright, sites: SiteServer, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[BrowserContext]:
    """A browser with the extension."""
    with launch(playwright, tmp_path_factory.mktemp("profile"), sites, extension=EXTENSION) as context:
        yield context


@pytest.fixture
def show(extended: BrowserContext) -> Iterator[Show]:
    """Open one of the extension's pages over `tab`, with these settings and this status."""
    page = extended.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))

    def show_(
        name: str,
        status: dict[str, Any] = READY,
        tab: str = "https://x.com/home",
        pair: dict[str, Any] | None = None,
        **settings: Any,
    ) -> Page:
        replies = {
            "settings": {"ok": True, "value": {**SETTINGS, **settings}},
            "status": {"ok": True, "value": status},
            "policy": {"ok": True, "value": POLICY},
            "pair": pair or {"ok": True, "value": READY},
            "tab": tab,
        }
        page.add_init_script(f"({STUB})({json.dumps(replies)})")
        page.goto(f"{ORIGIN}/{name}/{name}.html")
        expect(page.locator("#chip")).not_to_have_attribute("data-state", "checking")
        return page

    yield show_
    page.close()
    assert errors == []


def asked(page: Page, kind: str) -> list[Any]:
    return [body for type_, body in page.evaluate("() => asked") if type_ == kind]


def test_the_popup_says_that_all_is_at_work_and_under_which_policy(show: Show) -> None:
    page = show("popup")
    expect(page.locator("#chip")).to_have_text("At work")
    expect(page.locator("#details")).to_contain_text("Oakfield Primary: social media")
    expect(page.locator("#details")).to_contain_text("No list is set up")
    expect(page.locator("#pairing")).to_be_hidden()


def test_the_services_pages_are_opened_by_the_background(show: Show) -> None:
    page = show("popup")
    page.get_by_role("button", name="Try it out").click()
    assert asked(page, "open_page") == [{"page": "try"}]


@pytest.mark.parametrize(
    ("state", "said"), [("unreachable", "No service"), ("refused", "Not accepted"), ("timeout", "No answer in time")]
)
def test_the_popup_says_what_is_wrong_and_what_to_do(show: Show, state: str, said: str) -> None:
    page = show("popup", {"state": state, "message": "", "version": "0.1.0", "health": None})
    expect(page.locator("#chip")).to_have_text(said)
    assert len(page.locator("#text").inner_text()) > 40


def test_a_code_connects_the_browser(show: Show) -> None:
    page = show("popup", {"state": "not_paired", "message": "", "version": "0.1.0", "health": None})
    code = page.get_by_label("Six-digit code")
    code.fill("12 34")
    code.press("Enter")
    expect(page.get_by_role("alert")).to_have_text("The code has six digits.")
    code.fill("123 456")
    code.press("Enter")
    expect(page.locator("#chip")).to_have_text("At work")
    assert asked(page, "pair") == [{"code": "123456"}]
    expect(page.locator("#pairing")).to_be_hidden()


def test_a_wrong_code_says_so(show: Show) -> None:
    wrong = {"ok": False, "error": {"code": "problem", "message": "", "status": 403}}
    page = show("popup", {"state": "not_paired", "message": "", "version": "0.1.0", "health": None}, pair=wrong)
    page.get_by_label("Six-digit code").fill("000000")
    page.get_by_role("button", name="Connect").click()
    expect(page.get_by_role("alert")).to_contain_text("not the one shown")


def test_a_site_is_switched_off_and_on_from_the_popup(show: Show) -> None:
    page = show("popup")
    switch = page.get_by_role("switch", name="Check posts on x.com")
    expect(switch).to_be_checked()
    switch.click()
    expect(page.locator("#site-reload")).not_to_be_empty()
    expect(switch).not_to_be_checked()
    switch.click()
    expect(switch).to_be_checked()
    page.wait_for_function("() => asked.filter(([type]) => type === 'turn_off').length === 2")
    assert asked(page, "turn_off") == [{"host": "x.com", "off": True}, {"host": "x.com", "off": False}]


def test_a_site_is_switched_off_and_on_in_the_settings(show: Show) -> None:
    page = show("options")
    switch = page.get_by_role("switch", name="facebook.com")
    expect(switch).not_to_be_checked()
    switch.click()
    expect(switch).to_be_checked()
    switch.click()
    expect(switch).not_to_be_checked()
    assert asked(page, "turn_off") == [{"host": "facebook.com", "off": False}, {"host": "facebook.com", "off": True}]


def test_a_site_nobody_listed_is_turned_on_from_the_popup(show: Show) -> None:
    page = show("popup", tab="https://club.example/new")
    switch = page.get_by_role("switch", name="Check posts on club.example")
    expect(switch).not_to_be_checked()
    switch.click()
    page.wait_for_function("() => asked.some(([type]) => type === 'set_settings')")
    assert asked(page, "set_settings") == [{"sites": ["forum.example", "club.example"]}]


def test_where_there_is_no_site_the_popup_offers_no_switch(show: Show) -> None:
    page = show("popup", tab="chrome://newtab/")
    assert page.get_by_role("switch").count() == 0
    expect(page.locator("#site-none")).to_be_visible()


def test_settings_add_and_remove_sites(show: Show) -> None:
    page = show("options")
    host = page.get_by_label("Add a site")
    host.fill("not a host")
    host.press("Enter")
    expect(page.locator("#more-said")).to_contain_text("host alone")
    host.fill("Club.example")
    host.press("Enter")
    expect(host).to_have_value("")
    page.get_by_role("button", name="Remove forum.example").click()
    page.wait_for_function("() => asked.filter(([type]) => type === 'set_settings').length === 2")
    assert asked(page, "set_settings")[0] == {"sites": ["forum.example", "club.example"]}


def test_settings_take_only_an_address_a_draft_may_be_sent_to(show: Show) -> None:
    page = show("options")
    address = page.get_by_label("Address of the service")
    address.fill("http://somewhere.example")
    address.press("Enter")
    expect(page.locator("#address-said")).to_contain_text("not an address")
    assert asked(page, "set_settings") == []
    address.fill("https://guard.oakfield.example")
    address.press("Enter")
    expect(page.locator("#address-said")).to_have_text("Saved.")
    assert asked(page, "set_settings") == [{"serviceUrl": "https://guard.oakfield.example"}]


def test_what_the_school_has_set_is_shown_and_cannot_be_changed(show: Show) -> None:
    page = show("options", managed=["serviceUrl", "sites", "offSites", "language", "token"])
    expect(page.get_by_label("Address of the service")).to_be_disabled()
    expect(page.get_by_label("Add a site")).to_be_disabled()
    expect(page.locator("#language")).to_be_disabled()
    for switch in page.get_by_role("switch").all():
        expect(switch).to_be_disabled()
    assert page.get_by_text("Set by your school").count() == 4


def test_the_popup_s_switch_is_locked_where_the_school_has_decided(show: Show) -> None:
    page = show("popup", managed=["offSites"])
    expect(page.get_by_role("switch")).to_be_disabled()
    expect(page.get_by_text("Set by your school")).to_be_visible()


def test_what_is_remembered_can_be_forgotten(show: Show) -> None:
    page = show("options")
    page.get_by_role("button", name="Forget it all").click()
    expect(page.locator("#forgotten")).to_have_text("Forgotten.")
    assert len(asked(page, "forget")) == 1


def test_the_pages_speak_welsh_where_it_is_chosen_and_at_once(show: Show) -> None:
    page = show("options")
    page.locator("#language").select_option(label="Cymraeg")
    expect(page.get_by_role("heading", level=1)).to_have_text("Gosodiadau School Guard")
    expect(page.locator("#chip")).to_have_text("Ar waith")
    expect(page.locator("html")).to_have_attribute("lang", "cy")
    assert asked(page, "set_settings") == [{"language": "cy"}]
    expect(show("popup", language="cy-GB").locator("html")).to_have_attribute("lang", "cy")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", ["popup", "options"])
def test_axe_finds_nothing(show: Show, name: str, scheme: Any) -> None:
    page = show(name, {"state": "not_paired", "message": "", "version": "0.1.0", "health": None}, managed=["language"])
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    page.evaluate((DIST / "axe.min.js").read_text("utf-8") + ";0")
    result = page.evaluate("() => axe.run()")
    assert [each["id"] for each in result["violations"]] == []
