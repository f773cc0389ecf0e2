"""Reading and writing in the sites' real editors: what we read and write is what the editor's own model holds."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.e2e.composers import (
    FACEBOOK_COMMENT,
    FACEBOOK_POST,
    FORUM_CHAT,
    FORUM_EDITOR,
    FORUM_REPLY,
    FORUM_STATUS,
    LINKEDIN_COMMENT,
    LINKEDIN_POST,
    X_INLINE,
    Composer,
    OpenComposer,
)

Open = Callable[[Composer], OpenComposer]

RICH = (X_INLINE, FACEBOOK_POST, LINKEDIN_POST, LINKEDIN_COMMENT)
LINES = (*RICH, FORUM_REPLY, FORUM_EDITOR, FORUM_STATUS)
EVERY = (*LINES, FACEBOOK_COMMENT, FORUM_CHAT)
FAMILIES = {
    X_INLINE: "draft",
    FACEBOOK_POST: "lexical",
    LINKEDIN_POST: "quill",
    FORUM_EDITOR: "contenteditable",
    FORUM_STATUS: "field",
}

REPLACE = """async ([edits, expected]) => {
  const fitted = edits.map(({ before, text, upTo }) => {
    const read = handle.read();
    const start = before === null ? read.length : read.indexOf(before);
    return { start, end: upTo === null ? start : read.indexOf(upTo) + upTo.length, text };
  });
  return handle.replace(fitted, expected);
}"""


def replace(box: OpenComposer, expected: str, *edits: tuple[str | None, str | None, str]) -> dict[str, Any]:
    """Press a fix: each edit replaces from the words `before` to the end of the words `upTo` (None: its end)."""
    wire = [{"before": before, "upTo": up_to, "text": text} for before, up_to, text in edits]
    return dict(box.page.evaluate(REPLACE, [wire, expected]))


def read(box: OpenComposer) -> str:
    return str(box.page.evaluate("() => handle.read()"))


@pytest.mark.parametrize(("composer", "family"), FAMILIES.items(), ids=str)
def test_each_site_s_editor_is_recognised(opened: Open, composer: Composer, family: str) -> None:
    box = opened(composer)
    assert box.page.evaluate("() => handle.family") == family


@pytest.mark.parametrize("composer", EVERY, ids=str)
def test_an_empty_editor_reads_as_nothing(opened: Open, composer: Composer) -> None:
    assert read(opened(composer)) == ""


@pytest.mark.parametrize("composer", LINES, ids=str)
def test_what_is_read_is_what_the_editor_holds(opened: Open, composer: Composer) -> None:
    box = opened(composer)
    box.type("Proud of Oakfield today 👩‍👩‍👧")
    for _ in range(2):
        box.page.keyboard.press("Enter")
    box.page.keyboard.type("After a blank line, café ✨")
    text = "Proud of Oakfield today 👩‍👩‍👧\n\nAfter a blank line, café ✨"
    if composer is not FORUM_EDITOR:  # its own record joins nodes, not lines
        box.wait_for_text(text)
    assert read(box) == text


@pytest.mark.parametrize("composer", RICH, ids=str)
def test_line_breaks_inside_a_paragraph_count_once(opened: Open, composer: Composer) -> None:
    box = opened(composer)
    box.type("one")
    box.page.keyboard.press("Shift+Enter")
    box.page.keyboard.type("two")
    box.page.keyboard.press("Shift+Enter")
    assert read(box).startswith("one\ntwo")
    assert read(box) == box.text()
    box.page.keyboard.type("three")
    box.wait_for_text("one\ntwo\nthree")
    assert read(box) == "one\ntwo\nthree"


@pytest.mark.parametrize("composer", [*RICH, FORUM_EDITOR], ids=str)
def test_an_offset_leads_to_the_same_words_on_the_page(opened: Open, composer: Composer) -> None:
    box = opened(composer)
    box.type("🎉 first Oakfield")
    box.page.keyboard.press("Enter")
    box.page.keyboard.type("second 👍🏽 Millbrook end")
    found = box.page.evaluate(
        """() => ["first", "Oakfield", "second", "Millbrook", "end"].map((word) => {
          const start = handle.read().indexOf(word);
          return handle.map().range(start, start + word.length).toString();
        })"""
    )
    assert found == ["first", "Oakfield", "second", "Millbrook", "end"]


@pytest.mark.parametrize("composer", EVERY, ids=str)
def test_a_disclaimer_is_added_at_the_end(opened: Open, composer: Composer) -> None:
    box = opened(composer)
    box.type("Proud of Oakfield today 🎉")
    expected = "Proud of Oakfield today 🎉 Views are my own."
    assert replace(box, expected, (None, None, " Views are my own.")) == {"ok": True, "copied": False}
    box.wait_for_text(expected)
    box.page.keyboard.type("!")
    box.wait_for_text(expected + "!")


@pytest.mark.parametrize("composer", EVERY, ids=str)
def test_words_in_the_middle_are_replaced(opened: Open, composer: Composer) -> None:
    box = opened(composer)
    box.type("Well done Ada Quill of 4B")
    assert replace(box, "Well done Ada of 4B", ("Ada Quill", "Ada Quill", "Ada"))["ok"]
    box.wait_for_text("Well done Ada of 4B")


@pytest.mark.parametrize("composer", EVERY, ids=str)
def test_words_are_removed(opened: Open, composer: Composer) -> None:
    box = opened(composer)
    box.type("Well done Ada Quill of 4B")
    assert replace(box, "Well done of 4B", (" Ada Quill", "Quill", ""))["ok"]
    box.wait_for_text("Well done of 4B")


@pytest.mark.parametrize("composer", EVERY, ids=str)
def test_several_places_are_changed_by_one_fix(opened: Open, composer: Composer) -> None:
    box = opened(composer)
    box.type("Ada Quill ran, Ada Quill won")
    assert replace(box, "Ada ran, A. won", ("Ada Quill ran", "Quill", "Ada"), ("Ada Quill won", "won", "A. won"))["ok"]
    box.wait_for_text("Ada ran, A. won")


@pytest.mark.parametrize("composer", [*RICH, FORUM_REPLY, FORUM_STATUS], ids=str)
def test_lines_can_be_added(opened: Open, composer: Composer) -> None:
    box = opened(composer)
    box.type("Proud of Oakfield")
    expected = "Proud of Oakfield\nViews are my own."
    assert replace(box, expected, (None, None, "\nViews are my own."))["ok"]
    box.wait_for_text(expected)


@pytest.mark.parametrize(
    "composer", [X_INLINE, FACEBOOK_POST, LINKEDIN_POST, FORUM_REPLY, FORUM_STATUS, FORUM_EDITOR], ids=str
)
def test_a_fix_can_be_undone_by_the_keys(opened: Open, composer: Composer) -> None:
    box = opened(composer)
    box.type("Proud of Oakfield")
    replace(box, "Proud of Oakfield. Views my own.", (None, None, ". Views my own."))
    box.wait_for_text("Proud of Oakfield. Views my own.")
    box.page.keyboard.press("Control+z")
    box.page.wait_for_function("name => !__model(name).includes('Views')", arg=composer.model)


def test_what_an_editor_does_not_take_is_put_on_the_clipboard(opened: Open) -> None:
    box = opened(FORUM_EDITOR)
    box.type("Proud of Oakfield")
    box.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    box.page.evaluate("() => { document.execCommand = () => false; }")
    expected = "Proud of Oakfield. Views my own."
    assert replace(box, expected, (None, None, ". Views my own.")) == {"ok": False, "copied": True}
    assert read(box) == "Proud of Oakfield"
    assert box.page.evaluate("() => navigator.clipboard.readText()") == expected


@pytest.mark.parametrize("composer", EVERY, ids=str)
def test_a_change_is_told_once_typing_reaches_the_editor(opened: Open, composer: Composer) -> None:
    box = opened(composer)
    box.page.evaluate("() => { window.told = 0; handle.listen(() => { told += 1; }, new AbortController().signal); }")
    box.type("a")
    box.page.wait_for_function("() => told > 0 && handle.read() === 'a'")
    before = box.page.evaluate("() => told")
    box.page.keyboard.press("ArrowLeft")
    box.page.keyboard.press("ArrowRight")
    box.page.keyboard.type("b")
    box.page.wait_for_function("before => told > before && handle.read() === 'ab'", arg=before)


def test_a_field_that_its_page_empties_tells_of_it(opened: Open) -> None:
    box = opened(FORUM_REPLY)
    box.type("Proud")
    box.page.evaluate("() => handle.listen(() => { window.told = handle.read(); }, new AbortController().signal)")
    box.submit.click()
    box.page.wait_for_function("() => window.told === ''")
    expect(box.editor).to_have_value("")
