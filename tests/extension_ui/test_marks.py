"""Marks in the draft: painted without a node of the editor's being changed, and gone when the words are."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.e2e.composers import FACEBOOK_POST, FORUM_CHAT, FORUM_REPLY, LINKEDIN_POST, X_INLINE, Composer, OpenComposer
from tests.extension_ui.page import LAYERS, lift

Open = Callable[[Composer], OpenComposer]

RICH = (X_INLINE, FACEBOOK_POST, LINKEDIN_POST)
EVERY = (*RICH, FORUM_REPLY)

MARK = """words => {
  window.picked = [];
  window.marks ??= SchoolGuard.marks.create(handle, { onPick: (id, how) => picked.push([id, how]) });
  const text = handle.read();
  const mark = (word, index) => {
    const start = text.indexOf(word);
    return { id: `f${index}`, start, end: start + word.length, severity: ["warn", "stop", "advise"][index] };
  };
  marks.show(words.map(mark), text);
}"""
PAINTED = """() => [...CSS.highlights]
  .flatMap(([name, ranges]) => [...ranges].map((range) => [name, String(range)]))
  .sort()"""
WATCH = """() => {
  window.changes = 0;
  const all = { subtree: true, childList: true, attributes: true, characterData: true };
  new MutationObserver((seen) => { changes += seen.length; }).observe(handle.element, all);
}"""
CENTRE = """word => {
  const range = [...CSS.highlights.values()].flatMap((ranges) => [...ranges]).find((each) => String(each) === word);
  const box = range.getBoundingClientRect();
  return [box.left + box.width / 2, box.top + box.height / 2];
}"""


@pytest.mark.parametrize("composer", EVERY, ids=str)
def test_each_severity_marks_its_own_words(opened: Open, composer: Composer) -> None:
    box = opened(composer)
    box.type("Oakfield and Ada Quill at the fair")
    box.page.evaluate(MARK, ["Oakfield", "Ada Quill", "fair"])
    assert box.page.evaluate(PAINTED) == [
        ["school-guard-advise", "fair"],
        ["school-guard-stop", "Ada Quill"],
        ["school-guard-warn", "Oakfield"],
    ]


@pytest.mark.parametrize("composer", EVERY, ids=str)
def test_marking_leaves_the_editor_as_it_is(opened: Open, composer: Composer) -> None:
    box = opened(composer)
    box.type("Oakfield 🎉 and Ada Quill")
    before = box.editor.evaluate("element => element.outerHTML")
    box.page.evaluate(WATCH)
    box.page.evaluate(MARK, ["Oakfield", "Ada Quill"])
    assert box.editor.evaluate("element => element.outerHTML") == before
    box.page.evaluate("() => marks.destroy()")
    assert box.editor.evaluate("element => element.outerHTML") == before
    assert box.page.evaluate("() => changes") == 0
    assert box.page.evaluate(PAINTED) == []


@pytest.mark.parametrize("composer", EVERY, ids=str)
def test_marks_move_along_with_words_typed_before_them(opened: Open, composer: Composer) -> None:
    box = opened(composer)
    box.type("Oakfield today")
    box.page.evaluate(MARK, ["Oakfield"])
    box.page.keyboard.press("Control+Home")
    box.page.keyboard.type("Our ")
    box.wait_for_text("Our Oakfield today")
    box.page.wait_for_function(f'() => JSON.stringify(({PAINTED})()) === \'[["school-guard-warn","Oakfield"]]\'')


@pytest.mark.parametrize("composer", EVERY, ids=str)
def test_a_mark_goes_when_its_words_are_changed(opened: Open, composer: Composer) -> None:
    box = opened(composer)
    box.type("today at Oakfield")
    box.page.evaluate(MARK, ["Oakfield"])
    box.page.keyboard.press("Backspace")
    box.page.wait_for_function(f"() => ({PAINTED})().length === 0")


@pytest.mark.parametrize("composer", EVERY, ids=str)
def test_a_click_on_a_mark_picks_it_and_still_reaches_the_editor(opened: Open, composer: Composer) -> None:
    box = opened(composer)
    box.type("today at Oakfield with cake")
    box.page.evaluate(MARK, ["Oakfield"])
    box.page.mouse.click(*box.page.evaluate(CENTRE, "Oakfield"))
    assert box.page.evaluate("() => picked") == [["f0", "pointer"]]
    box.page.wait_for_function("() => { const at = handle.caret(); return at > 9 && at < 17; }")
    # On the word before it.
    across, down = box.page.evaluate(CENTRE, "Oakfield")
    box.page.mouse.click(across - 50, down)
    assert box.page.evaluate("() => picked.length") == 1


@pytest.mark.parametrize("composer", EVERY, ids=str)
def test_resting_on_a_mark_picks_it(opened: Open, composer: Composer) -> None:
    box = opened(composer)
    box.type("today at Oakfield with cake")
    box.page.evaluate(MARK, ["Oakfield"])
    box.page.mouse.move(*box.page.evaluate(CENTRE, "Oakfield"))
    box.page.wait_for_function("() => picked.length > 0")
    assert box.page.evaluate("() => picked") == [["f0", "hover"]]


@pytest.mark.parametrize("composer", EVERY, ids=str)
def test_the_keys_pick_the_mark_at_the_caret(opened: Open, composer: Composer) -> None:
    box = opened(composer)
    box.type("cake at Oakfield")
    box.page.evaluate(MARK, ["Oakfield"])
    box.page.keyboard.press("Alt+Shift+G")
    box.page.keyboard.press("Control+Home")
    box.page.keyboard.press("Alt+Shift+G")
    assert box.page.evaluate("() => picked") == [["f0", "keyboard"], [None, "keyboard"]]
    assert box.text() == "cake at Oakfield"


def test_the_rules_of_painting_are_in_the_editor_s_own_shadow_root(opened: Open) -> None:
    box = opened(LINKEDIN_POST)
    box.type("Oakfield")
    box.page.evaluate(MARK, ["Oakfield"])
    sheets = "() => handle.element.getRootNode().adoptedStyleSheets.map((sheet) => sheet.cssRules[0].cssText).join()"
    assert "school-guard-advise" in box.page.evaluate(sheets)


# ---- text fields: the unseen copy lies exactly over the text ----

TOP = """() => {
  const mark = [...CSS.highlights.get("school-guard-warn")][0].getBoundingClientRect();
  return mark.top - handle.element.getBoundingClientRect().top;
}"""
LEFT = TOP.replace("top", "left")
FILL = "(field, text) => { field.value = text; field.dispatchEvent(new Event('input')); }"
PUSH_DOWN = """field => {
  field.scrollTop = 0;
  document.body.prepend(Object.assign(document.createElement("p"), { textContent: "News" }));
}"""
LONG = "Proud of Oakfield today and everybody in it who baked, sang, ran or tidied up afterwards. " * 4


def test_the_copy_of_a_text_breaks_its_lines_where_the_field_does(opened: Open) -> None:
    """A field tells nobody where its lines are, but its height does: one word more makes it and the copy grow alike."""
    box = opened(FORUM_REPLY)
    heights = box.editor.evaluate(
        """(field, text) => {
          field.style.height = "40px";
          const mirror = SchoolGuard.mirror.create(field);
          const seen = [];
          const words = text.split(" ");
          for (let count = 1; count <= words.length; count += 1) {
            field.value = words.slice(0, count).join(" ");
            mirror.sync();
            const all = mirror.rangeFor(0, field.value.length).getBoundingClientRect();
            seen.push([Math.round(field.scrollHeight / 20), Math.round(all.height / 20)]);
          }
          mirror.destroy();
          const base = seen[0];
          return seen.map(([field, copy]) => [field - base[0], copy - base[1]]);
        }""",
        LONG,
    )
    assert heights[-1][0] > 2, "the text must break"
    assert [field for field, _ in heights] == [copy for _, copy in heights]


def test_the_copy_follows_scrolling_and_resizing(opened: Open) -> None:
    box = opened(FORUM_REPLY)
    box.type("Oakfield")
    box.editor.evaluate(FILL, "Oakfield " + LONG)
    box.page.evaluate(MARK, ["Oakfield"])
    top = box.page.evaluate(TOP)
    box.editor.evaluate("field => { field.style.height = '60px'; field.scrollTop = 24; }")
    box.page.wait_for_function(f"top => Math.abs(({TOP})() - (top - 24)) < 1", arg=top)
    box.editor.evaluate(PUSH_DOWN)
    box.page.wait_for_function(f"top => Math.abs(({TOP})() - top) < 1", arg=top)


def test_the_copy_of_a_line_follows_its_sideways_scrolling(opened: Open) -> None:
    box = opened(FORUM_CHAT)
    box.type("Oakfield " + LONG[:200])
    box.page.evaluate(MARK, ["Oakfield"])
    assert box.page.evaluate(LEFT) < 0
    box.page.keyboard.press("Home")
    box.page.wait_for_function(f"() => ({LEFT})() > 0")


def test_the_copy_is_gone_with_the_marks(opened: Open) -> None:
    box = opened(FORUM_REPLY)
    box.type("Oakfield")
    box.page.evaluate(MARK, ["Oakfield"])
    assert box.page.locator("school-guard-overlay").count() == 1
    box.page.evaluate("() => marks.clear()")
    assert box.page.locator("school-guard-overlay").count() == 0


#: Where the mark is in the field, as parts of its width and height, whatever the field's scale.
PLACE = """() => {
  const mark = [...CSS.highlights.get("school-guard-warn")][0].getBoundingClientRect();
  const field = handle.element.getBoundingClientRect();
  return [(mark.left - field.left) / field.width, (mark.top - field.top) / field.height];
}"""
IS_AT = f"at => ({PLACE})().every((part, index) => Math.abs(part - at[index]) < 0.01)"


@pytest.mark.parametrize("layer", LAYERS)
def test_marks_are_seen_in_their_place_in_a_layer_over_the_page(opened: Open, layer: str) -> None:
    box = opened(FORUM_REPLY)
    box.type("today at Oakfield")
    lift(box.page, layer)
    bare = box.editor.screenshot(animations="disabled")
    box.page.evaluate(MARK, ["Oakfield"])
    assert box.editor.screenshot(animations="disabled") != bare, "the marks are under the layer"
    at = box.page.evaluate(PLACE)
    box.page.evaluate(
        "() => { layer.style.transform = 'translate(20px, 30px) scale(0.8)'; layer.style.margin = '9px'; }"
    )
    box.page.wait_for_function(IS_AT, arg=at)
    assert box.page.evaluate("() => layer.contains(handle.element)")


def test_marks_stand_under_their_words_where_lines_run_both_ways(opened: Open) -> None:
    """Each line of a field with dir=auto runs as its own first letter does."""
    box = opened(FORUM_REPLY)
    box.editor.evaluate("field => { field.dir = 'auto'; }")
    box.type("صباح الخير\nOakfield today")
    box.page.evaluate(MARK, ["Oakfield"])
    assert box.page.evaluate(LEFT) < 40, "the English line begins on the left"
