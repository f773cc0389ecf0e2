"""The composers of the replica pages as a person meets them: where to write, where to press, what was posted."""

from __future__ import annotations

import base64
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.sync_api import Locator, Page

_COPY_TEXT = "text => navigator.clipboard.writeText(text)"
_COPY_PICTURE = """async data => {
  const bytes = Uint8Array.from(atob(data), (character) => character.charCodeAt(0));
  await navigator.clipboard.write([new ClipboardItem({ "image/png": new Blob([bytes], { type: "image/png" }) })]);
}"""


def _nothing(page: Page) -> None:
    """Some composers stand open on the page."""


@dataclass(frozen=True, slots=True)
class Composer:
    """One place to write on one site. `model` is its name in the page's own records."""

    site: str
    url: str
    model: str
    editor: Callable[[Page], Locator]
    submit: Callable[[Page], Locator]
    prepare: Callable[[Page], None] = _nothing
    shortcut: str | None = None

    def __str__(self) -> str:
        return f"{self.site}-{self.model}"

    def open(self, page: Page, query: str = "") -> OpenComposer:
        """Go to the site and open this composer."""
        page.goto(self.url + (f"?{query}" if query else ""))
        self.prepare(page)
        opened = OpenComposer(page, self)
        opened.editor.wait_for()
        return opened


@dataclass(frozen=True, slots=True)
class OpenComposer:
    page: Page
    composer: Composer = field(repr=False)

    @property
    def editor(self) -> Locator:
        return self.composer.editor(self.page)

    @property
    def submit(self) -> Locator:
        return self.composer.submit(self.page)

    def type(self, text: str) -> None:
        """Type key by key, as a person does."""
        self.editor.click()
        self.page.keyboard.type(text)

    def paste(self, text: str) -> None:
        """Put `text` on the clipboard and paste it at the caret with the keys."""
        self._copy(_COPY_TEXT, text)
        self.page.keyboard.press("Control+v")

    def paste_picture(self, data: bytes) -> None:
        """Put a PNG on the clipboard and paste it; the browser writes its bytes anew and calls it image.png."""
        self.editor.click()
        self._copy(_COPY_PICTURE, base64.b64encode(data).decode())
        self.page.keyboard.press("Control+v")

    def drop_file(self, path: Path) -> None:
        """Drop a file from the desktop on the editor."""
        box = self.editor.bounding_box()
        assert box, "the editor is not to be seen"
        where = {"x": box["x"] + box["width"] / 2, "y": box["y"] + box["height"] / 2}
        data = {"items": [], "files": [str(path)], "dragOperationsMask": 1}
        devtools = self.page.context.new_cdp_session(self.page)
        for kind in ("dragEnter", "dragOver", "drop"):
            devtools.send("Input.dispatchDragEvent", {"type": kind, **where, "data": data})
        devtools.detach()

    def _copy(self, script: str, what: str) -> None:
        self.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
        self.page.evaluate(script, what)

    def press_shortcut(self) -> None:
        """The keys with which this composer posts."""
        assert self.composer.shortcut, f"{self.composer} has no keys for posting"
        self.editor.press(self.composer.shortcut)

    def text(self) -> str:
        """What the editor's own model holds."""
        return str(self.page.evaluate("name => __model(name)", self.composer.model))

    def wait_for_text(self, text: str) -> None:
        """Wait until the editor's own model holds exactly `text`."""
        self.page.wait_for_function("([name, text]) => __model(name) === text", arg=[self.composer.model, text])

    def wait_for_clearing(self) -> None:
        """Wait until the site has accepted the post: the composer is empty, or gone."""
        self.page.wait_for_function(
            "name => !(__models().find((model) => model.name === name)?.text ?? '').trim()", arg=self.composer.model
        )

    def posts(self) -> list[dict[str, Any]]:
        """What the site was sent by now, oldest first, from any of its composers."""
        return list(self.page.evaluate("() => __posts"))

    def wait_for_post(self, count: int = 1) -> dict[str, Any]:
        """Wait for the `count`th post to have gone out with its files; return it."""
        self.page.wait_for_function("count => __posts.length >= count && __posts[count - 1].settled", arg=count)
        return self.posts()[count - 1]


def _facebook_dialog(page: Page) -> None:
    page.locator(".opener-text").click()


def _linkedin_modal(page: Page) -> None:
    page.locator("[componentkey=draft-text-replaceable-component] a").click()


def _x_modal(page: Page) -> None:
    page.get_by_test_id("SideNav_NewTweet_Button").click()


def _forum(path: str, editor: str, submit: str, model: str, shortcut: str | None = None) -> Composer:
    return Composer(
        "forum",
        f"https://forum.example{path}",
        model,
        lambda page: page.locator(editor),
        lambda page: page.locator(submit),
        shortcut=shortcut,
    )


X_INLINE = Composer(
    "x",
    "https://x.com/home",
    "inline",
    lambda page: page.get_by_test_id("primaryColumn").get_by_test_id("tweetTextarea_0"),
    lambda page: page.get_by_test_id("tweetButtonInline"),
    shortcut="Control+Enter",
)
X_MODAL = Composer(
    "x",
    "https://x.com/home",
    "modal",
    lambda page: page.get_by_role("dialog").get_by_test_id("tweetTextarea_0"),
    lambda page: page.get_by_test_id("tweetButton"),
    prepare=_x_modal,
    shortcut="Control+Enter",
)
X_REPLY = Composer(
    "x",
    "https://x.com/millbrookleisure/status/1",
    "reply",
    lambda page: page.get_by_test_id("tweetTextarea_0"),
    lambda page: page.get_by_test_id("tweetButtonInline"),
    shortcut="Control+Enter",
)
FACEBOOK_POST = Composer(
    "facebook",
    "https://www.facebook.com/",
    "dialog",
    lambda page: page.locator("[role=dialog] [data-lexical-editor]"),
    lambda page: page.locator("[role=dialog].dialog .primary"),
    prepare=_facebook_dialog,
)
FACEBOOK_COMMENT = Composer(
    "facebook",
    "https://www.facebook.com/",
    "comment",
    lambda page: page.locator("[role=article] [data-lexical-editor]"),
    lambda page: page.get_by_role("button", name="Comment", exact=True),
    shortcut="Enter",
)
LINKEDIN_POST = Composer(
    "linkedin",
    "https://www.linkedin.com/feed/",
    "share",
    lambda page: page.locator("#interop-outlet .ql-editor"),
    lambda page: page.locator("#interop-outlet .share-actions__primary-action"),
    prepare=_linkedin_modal,
)
LINKEDIN_COMMENT = Composer(
    "linkedin",
    "https://www.linkedin.com/feed/update/urn:li:activity:1/",
    "comment",
    lambda page: page.locator("form .ql-editor"),
    lambda page: page.locator("form button[type=submit]"),
)
FORUM_REPLY = _forum("/reply", "#message", "button[type=submit]", "reply")
FORUM_CLASSIC = _forum("/classic", "#classic-message", "input[type=submit]", "classic")
FORUM_EDITOR = _forum("/editor", ".editable", ".postbox button", "editor")
FORUM_CHAT = _forum("/chat", ".chat input", ".chat button", "chat", "Enter")
FORUM_CONVERSATIONS = _forum("/conversations", ".chat input", ".chat button", "chat", "Enter")
FORUM_DRAFTS = _forum("/drafts", "#topic", "[name=post]", "drafts")
FORUM_BESIDE = _forum("/beside", ".editable", ".postbox [role=button]", "beside")
FORUM_STATUS = _forum("/status", ".postbox textarea", ".postbox button", "controlled", "Control+Enter")
FORUM_POINTER = _forum("/press", "[aria-label=pointerdown] textarea", "[aria-label=pointerdown] .press", "pointerdown")
FORUM_MOUSE = _forum("/press", "[aria-label=mousedown] textarea", "[aria-label=mousedown] .press", "mousedown")

SITES = (X_INLINE, X_MODAL, X_REPLY, FACEBOOK_POST, FACEBOOK_COMMENT, LINKEDIN_POST, LINKEDIN_COMMENT)
#: FORUM_CLASSIC is apart: its page goes away with the post.
FORUM = (FORUM_REPLY, FORUM_EDITOR, FORUM_CHAT, FORUM_STATUS, FORUM_POINTER, FORUM_MOUSE)
EVERY = (*SITES, *FORUM)
