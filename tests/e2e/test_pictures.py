"""Attached pictures: looked at whichever way they come in, held when somebody listed may be shown, put right."""

from __future__ import annotations

import base64
import datetime
import hashlib
import io
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PIL import Image, ImageChops
from playwright.sync_api import Page, expect

from tests.e2e.browser import REPOSITORY
from tests.e2e.composers import (
    FACEBOOK_POST,
    FORUM_EDITOR,
    FORUM_REPLY,
    LINKEDIN_POST,
    X_INLINE,
    Composer,
    OpenComposer,
)
from tests.e2e.files import payload, png
from tests.e2e.guard_ui import GuardUi
from tests.e2e.service import Service, environment_of, running
from tests.pictures.photos import FACES, photo

pytestmark = pytest.mark.e2e

LISTED = "a3.jpg"
POSSIBLE = "This may show somebody the school does not publish here."
#: The middle of the face in a photograph.
MIDDLES = {known.photo: ((known.left + known.right) // 2, (known.top + known.bottom) // 2) for known in FACES}
#: The pixels of the picture that the page itself shows beside the draft, which is the file it holds.
PREVIEW = """async image => {
  await image.decode();
  const size = { width: image.naturalWidth, height: image.naturalHeight };
  const canvas = Object.assign(document.createElement("canvas"), size);
  canvas.getContext("2d").drawImage(image, 0, 0);
  return canvas.toDataURL().split(",")[1];
}"""
#: A form of the page's own that publishes nothing.
ANOTHER_FORM = """() => document.body.insertAdjacentHTML(
  "beforeend",
  "<form><input type=file aria-label='Picture of yourself'><button>Keep it</button></form>",
)"""
REASON = "Permission has been given"
TEXT = "Such a bright morning by the river"


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    """A service whose list has one invented person on it, by two real photographs."""
    data_dir = tmp_path_factory.mktemp("service") / "data"
    data_dir.mkdir(mode=0o700)
    today = datetime.datetime.now(datetime.UTC).date().isoformat()
    command = [sys.executable, "-m", "guard.cli", "register", "add", "Rowan", "Ashdown", "--group", "4B"]
    command += ["--channel", "*=denied", "--biometric-consent", today, "--parents-told", today]
    command += ["--photo", str(photo("a1.jpg")), "--photo", str(photo("a2.jpg"))]
    command += ["--register", str(data_dir / "register.db")]
    done = subprocess.run(
        command, cwd=REPOSITORY, env=environment_of(data_dir), capture_output=True, text=True, timeout=120
    )
    assert done.returncode == 0, done.stderr or done.stdout
    with running(data_dir) as started:
        yield started


def by_input(box: OpenComposer, path: Path) -> None:
    box.page.locator("input[type=file]").last.set_input_files(path)


def by_chooser(box: OpenComposer, path: Path) -> None:
    with box.page.expect_file_chooser() as chooser:
        box.page.get_by_role("button", name="photo").last.click()
    chooser.value.set_files(path)


def by_paste(box: OpenComposer, path: Path) -> None:
    box.paste_picture(as_screenshot(path))


def by_drop(box: OpenComposer, path: Path) -> None:
    box.drop_file(path)


def by_media_step(box: OpenComposer, path: Path) -> None:
    box.page.get_by_role("button", name="Add media").click()
    with box.page.expect_file_chooser() as chooser:
        box.page.get_by_text("Upload from computer").click()
    chooser.value.set_files(path)
    box.page.get_by_role("button", name="Next").click()


def as_screenshot(path: Path) -> bytes:
    """The photograph, smaller, as a screenshot tool puts it on the clipboard: a PNG."""
    out = io.BytesIO()
    with Image.open(path) as picture:
        picture.thumbnail((800, 800))
        picture.save(out, "PNG")
    return out.getvalue()


def side_by_side(path: Path) -> Path:
    """A PNG of two people, the listed one on the left; PNG, so that what nobody touches stays the same to the pixel."""
    picture = Image.new("RGB", (1000, 500), "#9cc5c9")
    for left, name in ((0, LISTED), (500, "b1.jpg")):
        with Image.open(photo(name)) as person:
            x, y = MIDDLES[name]
            picture.paste(person.crop((x - 300, y - 300, x + 300, y + 300)).resize((500, 500)), (left, 0))
    picture.save(path)
    return path


def name_of(value: object) -> str:
    return getattr(value, "__name__", str(value))


WAYS = [
    (X_INLINE, "", by_input),
    (X_INLINE, "input=detached", by_chooser),
    (X_INLINE, "", by_paste),
    (X_INLINE, "", by_drop),
    (FACEBOOK_POST, "", by_input),
    (FACEBOOK_POST, "input=detached", by_chooser),
    (FACEBOOK_POST, "", by_paste),
    (FACEBOOK_POST, "", by_drop),
    (LINKEDIN_POST, "", by_media_step),
    (LINKEDIN_POST, "input=detached", by_media_step),
    (LINKEDIN_POST, "", by_paste),
    (LINKEDIN_POST, "", by_drop),
    (FORUM_REPLY, "", by_input),
    (FORUM_EDITOR, "", by_paste),
    (FORUM_EDITOR, "", by_drop),
]


@pytest.mark.parametrize(
    ("composer", "query", "attach"), WAYS, ids=lambda value: getattr(value, "__name__", str(value))
)
def test_a_listed_face_is_held_whichever_way_it_comes_in(
    page: Page, ui: GuardUi, composer: Composer, query: str, attach: Callable[[OpenComposer, Path], None]
) -> None:
    box = composer.open(page, query)
    box.type(TEXT)
    attach(box, photo(LISTED))
    ui.expect_badge("to look at")
    box.submit.click()
    ui.expect_held()
    expect(ui.dialog).to_contain_text(POSSIBLE)


def test_pressing_post_while_the_picture_is_still_being_looked_at_waits_for_it(page: Page, ui: GuardUi) -> None:
    box = X_INLINE.open(page)
    box.type(TEXT)
    by_input(box, photo("group.jpg"))
    box.submit.click()
    expect(ui.dialog).to_be_visible()
    assert box.posts() == []


def test_a_picture_without_faces_goes_out_whole(page: Page, ui: GuardUi) -> None:
    box = X_INLINE.open(page)
    box.type(TEXT)
    data = png()
    page.get_by_test_id("fileInput").set_input_files(payload("lawn.png", data))
    ui.expect_nothing_to_point_out()
    box.submit.click()
    [sent] = box.wait_for_post()["files"]
    assert sent["sha256"] == hashlib.sha256(data).hexdigest()


def test_a_broken_picture_is_said_to_be_unchecked_and_not_held(page: Page, ui: GuardUi) -> None:
    box = X_INLINE.open(page)
    box.type(TEXT)
    page.get_by_test_id("fileInput").set_input_files(payload("torn.png", png()[:60]))
    ui.expect_badge("Not checked")
    expect(ui.open_card()).to_contain_text("could not be read")
    box.submit.click()
    assert [sent["name"] for sent in box.wait_for_post()["files"]] == ["torn.png"]


def test_a_file_that_is_too_large_is_said_to_be_unchecked_and_not_waited_for(
    page: Page, ui: GuardUi, tmp_path: Path
) -> None:
    film = tmp_path / "film.mp4"
    with film.open("wb") as file:
        file.write(b"\0\0\0\x18ftypmp42")
        file.truncate(40_000_001)
    box = X_INLINE.open(page)
    box.type(TEXT)
    page.get_by_test_id("fileInput").set_input_files(film)
    ui.expect_badge("Not checked")
    expect(ui.open_card()).to_contain_text("too large to be looked at")
    box.submit.click()
    assert [sent["name"] for sent in box.wait_for_post()["files"]] == ["film.mp4"]
    expect(ui.dialog).to_have_count(0)


@pytest.mark.parametrize("query", ["", "input=detached"])
def test_a_picture_that_is_chosen_before_anybody_came_to_the_text_box_is_looked_at(
    page: Page, ui: GuardUi, query: str
) -> None:
    box = X_INLINE.open(page, query)
    with page.expect_file_chooser() as chooser:
        page.get_by_role("button", name="photo").last.click()
    chooser.value.set_files(payload("torn.png", png()[:60]))
    box.type(TEXT)
    ui.expect_badge("Not checked")
    expect(ui.open_card()).to_contain_text("could not be read")


def test_a_plain_form_posts_what_its_input_holds_and_nothing_else_is_looked_at(page: Page, ui: GuardUi) -> None:
    box = FORUM_REPLY.open(page)
    box.type(TEXT)
    by_input(box, photo(LISTED))
    ui.expect_badge("to look at")
    page.locator("input[type=file]").set_input_files(payload("lawn.png", png()))
    ui.expect_nothing_to_point_out()
    by_input(box, photo(LISTED))
    ui.expect_badge("to look at")
    page.locator("input[type=file]").set_input_files([])
    ui.expect_nothing_to_point_out()
    box.submit.click()
    assert box.wait_for_post()["files"] == []


def test_the_next_post_of_a_plain_form_begins_without_pictures(page: Page, ui: GuardUi) -> None:
    box = FORUM_REPLY.open(page)
    box.type(TEXT)
    by_input(box, photo(LISTED))
    ui.expect_badge("to look at")
    box.submit.click()
    ui.post_anyway(REASON)
    box.wait_for_post()
    box.wait_for_clearing()
    box.type(TEXT)
    ui.expect_nothing_to_point_out()


def test_a_picture_pasted_where_the_page_takes_none_is_not_in_the_post(page: Page, ui: GuardUi) -> None:
    box = FORUM_REPLY.open(page)
    box.type(TEXT)
    box.paste_picture(as_screenshot(photo(LISTED)))
    page.keyboard.type("!")
    ui.expect_nothing_to_point_out()
    box.submit.click()
    assert box.wait_for_post()["files"] == []


def test_of_two_pictures_the_page_may_take_one_away(page: Page, ui: GuardUi, tmp_path: Path) -> None:
    plain = tmp_path / "lawn.png"
    plain.write_bytes(png())
    box = FORUM_EDITOR.open(page)
    box.type(TEXT)
    by_drop(box, photo(LISTED))
    by_drop(box, plain)
    ui.expect_badge("to look at")
    expect(ui.open_card().locator(".pictures li")).to_have_count(2)
    page.locator("img.thumb").first.evaluate("preview => preview.remove()")
    ui.expect_nothing_to_point_out()
    expect(ui.card.locator(".pictures li")).to_have_count(1)


def test_a_picture_chosen_in_another_form_is_not_in_the_post(page: Page, ui: GuardUi) -> None:
    box = FORUM_REPLY.open(page)
    page.evaluate(ANOTHER_FORM)
    box.type(TEXT)
    page.get_by_label("Picture of yourself").set_input_files(photo(LISTED))
    page.keyboard.type("!")
    ui.expect_nothing_to_point_out()
    box.submit.click()
    assert box.wait_for_post()["text"] == TEXT + "!"


def test_strangers_on_a_personal_account_are_asked_about_once(page: Page, ui: GuardUi) -> None:
    for round_ in (1, 2):
        box = X_INLINE.open(page)
        box.type(TEXT)
        by_input(box, photo("b1.jpg"))
        if round_ == 1:
            expect(ui.open_card()).to_contain_text("Are these pupils of the school?")
            ui.card.get_by_role("button", name="No", exact=True).click()
        ui.expect_nothing_to_point_out()
    box.submit.click()
    assert len(box.wait_for_post()["files"]) == 1


def test_pupils_on_a_personal_account_are_held(page: Page, ui: GuardUi) -> None:
    box = X_INLINE.open(page)
    box.type(TEXT)
    by_input(box, photo("group.jpg"))
    expect(ui.open_card()).to_contain_text("Are these pupils of the school?")
    ui.card.get_by_role("button", name="Yes", exact=True).click()
    ui.expect_badge("to look at")
    box.submit.click()
    ui.expect_held()


@pytest.mark.parametrize("composer", [X_INLINE, FACEBOOK_POST, LINKEDIN_POST], ids=str)
def test_the_picture_is_removed_by_the_sites_own_button(page: Page, ui: GuardUi, composer: Composer) -> None:
    box = composer.open(page)
    box.type(TEXT)
    by_drop(box, photo(LISTED))
    ui.expect_badge("to look at")
    ui.open_card().get_by_role("button", name="Remove the picture").first.click()
    ui.expect_nothing_to_point_out()
    box.submit.click()
    post = box.wait_for_post()
    assert (post["text"], post["files"]) == (TEXT, [])


@pytest.mark.parametrize(
    ("composer", "attach"),
    [(X_INLINE, by_input), (X_INLINE, by_drop), (FACEBOOK_POST, by_input), (LINKEDIN_POST, by_drop)],
    ids=name_of,
)
def test_blurred_faces_take_the_place_of_the_picture(
    page: Page, ui: GuardUi, composer: Composer, attach: Callable[[OpenComposer, Path], None]
) -> None:
    box = composer.open(page)
    box.type(TEXT)
    attach(box, photo(LISTED))
    ui.expect_badge("to look at")
    ui.open_card().get_by_role("button", name="Blur all faces").first.click()
    ui.expect_nothing_to_point_out()
    box.submit.click()
    [sent] = box.wait_for_post()["files"]
    assert sent["sha256"] != hashlib.sha256(photo(LISTED).read_bytes()).hexdigest()


@pytest.mark.parametrize(
    ("composer", "attach"),
    [(X_INLINE, by_input), (FACEBOOK_POST, by_drop), (LINKEDIN_POST, by_drop)],
    ids=name_of,
)
def test_one_blurred_face_takes_its_place_after_the_notice_and_nothing_else_changes(
    page: Page, ui: GuardUi, composer: Composer, attach: Callable[[OpenComposer, Path], None], tmp_path: Path
) -> None:
    box = composer.open(page)
    box.type(TEXT)
    path = side_by_side(tmp_path / "two.png")
    attach(box, path)
    ui.expect_badge("to look at")
    found = ui.open_card().locator(".finding", has_text=POSSIBLE)
    found.get_by_role("button", name="Show", exact=True).click()
    found.get_by_role("button", name="Blur one face only").click()
    expect(found).to_contain_text("One covered face among clear ones shows who is protected.")
    found.get_by_role("button", name="Go on with one face").click()
    found.get_by_role("button", name="Face 1 of 2, on the left").click()
    expect(ui.card).to_contain_text("The picture was replaced.")
    expect(found).to_have_count(0, timeout=20_000)

    shown = base64.b64decode(page.locator("img[src^='blob:']").last.evaluate(PREVIEW))
    before, after = (Image.open(source).convert("RGB") for source in (path, io.BytesIO(shown)))
    left, top, right, bottom = ImageChops.difference(before, after).getbbox() or (0, 0, 0, 0)
    assert after.size == before.size
    assert left < 250 < right < 500, "the face on the left was covered and the one on the right was not"
    assert top < 250 < bottom

    ui.open_card().get_by_role("button", name="No", exact=True).click()
    ui.expect_nothing_to_point_out()
    box.submit.click()
    [sent] = box.wait_for_post()["files"]
    assert sent["sha256"] != hashlib.sha256(path.read_bytes()).hexdigest()
