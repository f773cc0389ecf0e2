"""Reading markup: one line a block, nothing that nobody typed, and each offset back at its place."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.extension_ui.page import load

SLATE_EMPTY = '<span data-slate-zero-width="n">\ufeff<br></span>'

CASES = {
    "one-block": ("<p>one</p>", "one"),
    "two-blocks": ("<p>one</p><p>two</p>", "one\ntwo"),
    "nested-blocks-are-one-line": ("<div><div><span>one</span></div></div><div>two</div>", "one\ntwo"),
    "text-before-a-block": ("one<div>two</div><div>three</div>", "one\ntwo\nthree"),
    "blank-line": ("<p>one</p><p><br></p><p>two</p>", "one\n\ntwo"),
    "two-blank-lines-at-the-end": ("<p>one</p><p><br></p><p><br></p>", "one\n\n"),
    "break-inside": ("<p>one<br>two</p>", "one\ntwo"),
    "break-that-only-holds-the-line": ("<p>one<br></p><p>two</p>", "one\ntwo"),
    "break-and-its-holder": ("<p>one<br><br></p>", "one\n"),
    "draft-block": (
        '<div data-block="true"><div><span><span data-text="true">one</span></span></div></div>'
        '<div data-block="true"><div><span><br data-text="true"></span></div></div>',
        "one\n",
    ),
    "draft-soft-line": (
        '<div style="white-space:pre-wrap"><span data-text="true">one\ntwo\n\n</span></div>',
        "one\ntwo\n",
    ),
    "slate-empty": (f"<div>{SLATE_EMPTY}</div>", ""),
    "slate-blank-line": (f"<div><span>one</span></div><div>{SLATE_EMPTY}</div><div>two</div>", "one\n\ntwo"),
    "slate-placeholder": (f'<div><span data-slate-placeholder="true">Write here</span>{SLATE_EMPTY}</div>', ""),
    "quill-list": (
        '<ol><li><span class="ql-ui" contenteditable="false">1.</span>one</li><li>two</li></ol>',
        "one\ntwo",
    ),
    "quill-caret": ('<p>one<span class="ql-cursor">\ufeff</span></p>', "one"),
    "prosemirror-trailing": ('<p>one<br><br class="ProseMirror-trailingBreak"></p>', "one\n"),
    "wordpress-empty-title": ("<p>\ufeff</p>", ""),
    "invisible-characters": ("<p>O\u200bak\ufefffield</p>", "Oakfield"),
    "joined-emoji-stay-whole": ("<p>👩‍👩‍👧 and 👍🏽</p>", "👩‍👩‍👧 and 👍🏽"),
    "source-indentation": ("\n  <p>\n    one\n    two\n  </p>\n  <p>three</p>\n", "one two\nthree"),
    "spaces-kept-where-the-page-keeps-them": ('<p style="white-space:pre-wrap">a  b </p>', "a  b "),
    "button-in-a-card": ('<p>one</p><div contenteditable="false"><button>Remove</button></div>', "one"),
    "mention": ('<p>with <span contenteditable="false">@millbrook</span> today</p>', "with @millbrook today"),
    "table": ("<table><tbody><tr><td>one</td><td>two</td></tr></tbody></table>", "one\ntwo"),
    "custom-block": (
        '<x-line style="display:block">one</x-line><x-line style="display:block">two</x-line>',
        "one\ntwo",
    ),
    "custom-inline": ("<p><x-word>one</x-word> <x-word>two</x-word></p>", "one two"),
}

READ = """html => {
  const box = document.createElement("div");
  box.innerHTML = html;
  document.body.replaceChildren(box);
  window.map = SchoolGuard.textMap.read(box);
  return map.text;
}"""
BACK = """() => {
  const wrong = [];
  for (let start = 0; start < map.text.length; start += 1) {
    for (let end = start + 1; end <= map.text.length; end += 1) {
      const wanted = map.text.slice(start, end);
      if (wanted.includes("\\n")) break;
      const found = map.range(start, end).toString().replace(/[\\u200b\\ufeff]/g, "").replace(/\\s+/g, " ");
      if (found !== wanted.replace(/\\s+/g, " ")) wrong.push([start, end, found]);
    }
  }
  return wrong;
}"""
CARETS = """() => {
  const wrong = [];
  for (let offset = 0; offset <= map.text.length; offset += 1) {
    const { startContainer, startOffset } = map.range(offset, offset);
    const again = map.offsetOf(startContainer, startOffset);
    if (again !== offset) wrong.push([offset, again]);
  }
  return wrong;
}"""


@pytest.fixture(scope="module")
def blank(plain_browser: Any) -> Iterator[Page]:
    """An empty page with our scripts, shared: each case replaces what is in it."""
    page = plain_browser.new_page()
    load(page)
    yield page
    page.close()


@pytest.mark.parametrize(("html", "text"), CASES.values(), ids=CASES)
def test_markup_reads_as_what_was_typed(blank: Page, html: str, text: str) -> None:
    assert blank.evaluate(READ, html) == text


@pytest.mark.parametrize("html", [html for html, _ in CASES.values()], ids=CASES)
def test_every_stretch_leads_back_to_its_letters(blank: Page, html: str) -> None:
    blank.evaluate(READ, html)
    assert blank.evaluate(BACK) == []


@pytest.mark.parametrize("html", [html for html, _ in CASES.values()], ids=CASES)
def test_a_caret_s_place_and_its_offset_agree(blank: Page, html: str) -> None:
    blank.evaluate(READ, html)
    assert blank.evaluate(CARETS) == []


def test_a_place_outside_the_editor_has_no_offset(blank: Page) -> None:
    blank.evaluate(READ, "<p>one</p>")
    assert blank.evaluate("() => map.offsetOf(document.body, 0)") is None
    assert blank.evaluate("() => [map.range(0, 4), map.range(-1, 1), map.range(2, 1)]") == [None, None, None]


def test_a_long_draft_is_read_quickly(blank: Page) -> None:
    """5,000 characters in 100 lines: well under a frame, however slow the machine."""
    html = "".join(f"<p><span>{'word ' * 9}end</span> and more</p>" for _ in range(100))
    blank.evaluate(READ, html)
    took = blank.evaluate(
        """() => {
          const from = performance.now();
          for (let run = 0; run < 20; run += 1) SchoolGuard.textMap.read(document.body.firstChild);
          return (performance.now() - from) / 20;
        }"""
    )
    assert took < 8
