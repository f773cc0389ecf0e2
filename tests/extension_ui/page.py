"""Our content scripts in an ordinary page, without the extension around them."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Page

from tests.e2e.browser import EXTENSION
from tools.manifest import scripts

#: What belongs to reading, writing, marking and showing; the rest wires these up inside the extension.
ROOMS = ("messages/", "editors/", "core/namespace", "core/messages", "core/panel")
FILES = tuple(f"core/{name}.js" for name in ("cover", "dialog", "follow", "layer", "marks", "mirror", "pictures"))


def load(page: Page) -> None:
    """Run the content scripts in the page's own world, in the order in which the manifest loads them."""
    for name in scripts():  # ";0": a script that ends in a function would be called
        if name.startswith(ROOMS) or name in FILES:
            page.evaluate((EXTENSION / name).read_text("utf-8") + ";0")


def finding(number: int = 1, **changes: Any) -> dict[str, Any]:
    """One finding as the service words it."""
    return {
        "code": "SG101",
        "slug": "school-named",
        "requirement": "B1",
        "severity": "warn",
        "confidence": "high",
        "title": "The school is named",
        "message": "The post names the school and carries no disclaimer.",
        "why": "Readers may take a personal view for the school's.",
        "source": "clause",
        "clause": "Scope; Personal use",
        "ask": "data_protection_officer",
        "ask_label": "the data protection officer",
        "report_to": "",
        "report_to_label": "",
        "part": 0,
        "span": {"start": 9, "end": 17},
        "media": None,
        "region": None,
        "fixes": [
            {
                "kind": "edit_text",
                "label": "Add the school's disclaimer",
                "media": None,
                "edits": [{"part": 0, "span": {"start": 17, "end": 17}, "text": " Views are my own."}],
            }
        ],
        "question": None,
        "fingerprint": f"f{number}",
        **changes,
    }


def report(*findings: dict[str, Any], **changes: Any) -> dict[str, Any]:
    """A report that holds these findings."""
    severities = [each["severity"] for each in findings]
    verdict = "stop" if "stop" in severities else "warn" if "warn" in severities else "clear"
    return {
        "verdict": verdict,
        "account": "personal",
        "findings": list(findings),
        "skipped": [],
        "pictures": [],
        "suppressed": [],
        "quiet": [],
        "took_ms": 1.2,
        "offset_encoding": "utf-16",
        "retry_after_ms": None,
        "api_version": "1",
        "policy": {"name": "demo", "version": "1"},
        "register_version": None,
        **changes,
    }


def state(*findings: dict[str, Any], **changes: Any) -> dict[str, Any]:
    """A panel's state after a check with these findings."""
    return {
        "phase": "checked",
        "report": report(*findings),
        "unavailable": None,
        "pictures": [],
        "siteName": "X",
        "gate": {"on_not_checked": "show", "stop_override": "reason"},
        "contacts": {
            "data_protection_officer": {"label": "the data protection officer", "how": "dpo@oakfield.example"}
        },
        "account": {"kind": "personal", "handle": "@sampatel", "name": "Sam Patel"},
        "accountQuestion": None,
        **changes,
    }


#: Makes the panel of the opened composer, with an action's name and what it was about noted in `calls`.
_PANEL = """([selector, state, bytes]) => {
  const scope = () => {
    for (let at = handle.element; at; at = SchoolGuard.composedParent(at)) if (at.matches(selector)) return at;
    return handle.element;
  };
  const file = bytes && new File([Uint8Array.from(bytes)], "ada-quill.png", { type: "image/png" });
  for (const picture of state.pictures) picture.file = file;
  window.state = state;
  window.calls = [];
  const name = (value) => value?.fingerprint ?? value?.label ?? value?.key ?? value;
  const actions = new Proxy({}, { get: (_, what) => (...about) => calls.push([what, ...about.map(name)]) });
  window.panel = SchoolGuard.panel.create({ anchor: () => scope().getBoundingClientRect(), element: scope, actions });
  window.marks = SchoolGuard.marks.create(handle, { onPick: (id, how) => panel.open(id, how) });
  panel.update(state);
}"""


def show_panel(page: Page, scope: str, state: dict[str, Any], picture: bytes | None = None) -> None:
    """Put a panel beside the composer; `picture` is the file behind each of the state's pictures."""
    page.evaluate(_PANEL, [scope, state, list(picture) if picture else None])


#: Boxes that a browser draws over the whole page, as sites open and place them.
LAYERS = {
    "modal dialog": ("dialog", "margin: 60px auto; width: 460px", "showModal"),
    "modal dialog placed by a transform": (
        "dialog",
        "position: fixed; inset: 50% auto auto 50%; margin: 0; transform: translate(-50%, -50%) scale(1.1)",
        "showModal",
    ),
    "popover": ("div", "inset: 40px auto auto 40px; width: 460px; height: 500px", "showPopover"),
}
_LIFT = """([tag, style, open]) => {
  const form = document.querySelector("form");
  const layer = Object.assign(document.createElement(tag), { id: "layer", style });
  if (open === "showPopover") layer.popover = "auto";
  form.replaceWith(layer);
  layer.append(form);
  layer[open]();
  layer.querySelector("textarea").focus();
}"""


def lift(page: Page, layer: str) -> None:
    """Put the page's form into one of LAYERS and open it."""
    page.evaluate(_LIFT, list(LAYERS[layer]))
