"""The replica pages by themselves, without the extension: they post what their editors' own models hold."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.composers import (
    EVERY,
    FACEBOOK_POST,
    FORUM_CHAT,
    FORUM_CLASSIC,
    FORUM_EDITOR,
    FORUM_REPLY,
    LINKEDIN_POST,
    X_INLINE,
    X_MODAL,
    Composer,
)
from tests.e2e.files import payload, png
from tests.pages.server import SiteServer

pytestmark = pytest.mark.e2e

TEXT = "Sports day went well 🎉 thanks all"
PICTURE = png()
FILE = payload("sports.png", PICTURE)
BY_KEYS = [composer for composer in EVERY if composer.shortcut]
RICH = [composer for composer in EVERY if composer.site != "forum"]


@pytest.mark.parametrize("composer", EVERY, ids=str)
def test_typed_text_is_in_the_model_and_a_click_posts_it_once(plain_page: Page, composer: Composer) -> None:
    box = composer.open(plain_page)
    box.type(TEXT)
    box.wait_for_text(TEXT)
    box.submit.click()
    assert box.wait_for_post()["text"] == TEXT
    assert len(box.posts()) == 1
    expect(plain_page.get_by_text(TEXT).first).to_be_visible()


@pytest.mark.parametrize("composer", BY_KEYS, ids=str)
def test_the_sites_own_keys_post(plain_page: Page, composer: Composer) -> None:
    box = composer.open(plain_page)
    box.type(TEXT)
    box.wait_for_text(TEXT)
    box.press_shortcut()
    post = box.wait_for_post()
    assert (post["text"], post["how"] in ("shortcut", "enter")) == (TEXT, True)


@pytest.mark.parametrize("composer", RICH, ids=str)
def test_lines_and_undo_belong_to_the_editor(plain_page: Page, composer: Composer) -> None:
    box = composer.open(plain_page)
    box.type("one")
    box.editor.press("Shift+Enter")
    plain_page.keyboard.type("two")
    box.wait_for_text("one\ntwo")
    for _ in range(8):
        plain_page.keyboard.press("Control+z")
    assert box.text() != "one\ntwo"


@pytest.mark.parametrize("composer", [X_INLINE, X_MODAL, FACEBOOK_POST], ids=str)
def test_a_file_chosen_by_input_is_posted_whole(plain_page: Page, composer: Composer) -> None:
    box = composer.open(plain_page)
    box.type(TEXT)
    scope = "[role=dialog] " if composer is not X_INLINE else "[data-testid=primaryColumn] "
    plain_page.locator(f"{scope}input[type=file]").set_input_files(FILE)
    expect(plain_page.locator(f"{scope}img[src^='blob:']")).to_be_visible()
    box.submit.click()
    [sent] = box.wait_for_post()["files"]
    assert (sent["name"], sent["size"]) == ("sports.png", len(PICTURE))
    assert sent["sha256"] == hashlib.sha256(PICTURE).hexdigest()


@pytest.mark.parametrize("query", ["", "input=detached"])
def test_linkedin_takes_media_in_a_step_of_its_own(plain_page: Page, query: str) -> None:
    box = LINKEDIN_POST.open(plain_page, query)
    box.type(TEXT)
    plain_page.get_by_role("button", name="Add media").click()
    with plain_page.expect_file_chooser() as chooser:
        plain_page.get_by_text("Upload from computer").click()
    chooser.value.set_files(FILE)
    plain_page.get_by_role("button", name="Next").click()
    box.submit.click()
    assert [sent["name"] for sent in box.wait_for_post()["files"]] == ["sports.png"]


@pytest.mark.parametrize("composer", [X_INLINE, FACEBOOK_POST], ids=str)
def test_a_detached_input_never_touches_the_document(plain_page: Page, composer: Composer) -> None:
    box = composer.open(plain_page, "input=detached")
    box.type(TEXT)
    plain_page.evaluate("() => { window.heard = 0; addEventListener('change', () => heard++, true); }")
    with plain_page.expect_file_chooser() as chooser:
        plain_page.get_by_role("button", name="photo").last.click()
    chooser.value.set_files(FILE)
    box.submit.click()
    assert [sent["name"] for sent in box.wait_for_post()["files"]] == ["sports.png"]
    assert plain_page.evaluate("() => heard") == 0


TAKES_FILES = pytest.mark.parametrize("composer", [X_INLINE, FACEBOOK_POST, LINKEDIN_POST, FORUM_EDITOR], ids=str)


@TAKES_FILES
def test_a_pasted_picture_is_attached(plain_page: Page, composer: Composer) -> None:
    box = composer.open(plain_page)
    box.type(TEXT)
    box.paste_picture(PICTURE)
    expect(plain_page.locator("img[src^='blob:']")).to_be_visible()
    box.submit.click()
    assert [sent["type"] for sent in box.wait_for_post()["files"]] == ["image/png"]
    assert box.posts()[0]["text"] == TEXT


@TAKES_FILES
def test_a_dropped_file_is_attached(plain_page: Page, composer: Composer, tmp_path: Path) -> None:
    path = tmp_path / "sports.png"
    path.write_bytes(PICTURE)
    box = composer.open(plain_page)
    box.type(TEXT)
    box.drop_file(path)
    expect(plain_page.locator("img[src^='blob:']")).to_be_visible()
    box.submit.click()
    assert [sent["sha256"] for sent in box.wait_for_post()["files"]] == [hashlib.sha256(PICTURE).hexdigest()]


def test_translated_labels_stand_where_the_english_ones_stood(plain_page: Page) -> None:
    box = FACEBOOK_POST.open(plain_page, "lang=vi")
    expect(box.submit).to_have_attribute("aria-label", "Đăng")
    expect(box.submit).to_have_attribute("aria-disabled", "true")
    box.type(TEXT)
    box.submit.click()
    assert box.wait_for_post()["text"] == TEXT


def test_facebook_pages_post_in_two_steps(plain_page: Page) -> None:
    box = FACEBOOK_POST.open(plain_page, "flow=next&account=official")
    box.type(TEXT)
    box.submit.click()
    expect(plain_page.get_by_role("dialog", name="Post settings")).to_be_visible()
    assert box.posts() == []
    box.submit.click()
    assert box.wait_for_post()["account"] == "Oakfield Academy"


def test_x_posts_a_thread_as_one(plain_page: Page) -> None:
    box = X_MODAL.open(plain_page)
    box.type("first")
    plain_page.get_by_test_id("addButton").click()
    plain_page.get_by_test_id("tweetTextarea_1").click()
    plain_page.keyboard.type("second")
    expect(box.submit).to_have_text("Post all")
    box.submit.click()
    assert box.wait_for_post()["text"] == "first\n---\nsecond"


def test_a_slow_site_keeps_the_text_while_the_post_is_on_its_way(plain_page: Page) -> None:
    box = FORUM_REPLY.open(plain_page, "slow=5000")
    box.type(TEXT)
    box.submit.click()
    box.wait_for_post()
    assert box.text() == TEXT


def test_the_older_forum_leaves_the_page(plain_page: Page, sites: SiteServer) -> None:
    box = FORUM_CLASSIC.open(plain_page)
    box.type(TEXT)
    with plain_page.expect_navigation():
        box.submit.click()
    assert sites.received[-1] == TEXT


@pytest.mark.parametrize("generation", ["1", "2"])
def test_linkedin_pastes_at_the_caret_in_either_quill(plain_page: Page, generation: str) -> None:
    box = LINKEDIN_POST.open(plain_page, f"quill={generation}")
    box.type("onethree")
    for _ in range(len("three")):
        plain_page.keyboard.press("ArrowLeft")
    box.paste("two")
    box.wait_for_text("onetwothree")


def test_the_pages_hold_a_policy_as_strict_as_the_sites(plain_page: Page) -> None:
    FORUM_CHAT.open(plain_page)
    refused = plain_page.evaluate("() => fetch('http://127.0.0.1:9/').then(() => 'sent', () => 'refused')")
    assert refused == "refused"
    plain_page.evaluate(
        """() => {
          const script = Object.assign(document.createElement("script"), { textContent: "window.ran = true" });
          document.body.append(script);
        }"""
    )
    assert plain_page.evaluate("() => window.ran") is None
