"""Starting Debian's Chromium (or another build of it) for a test, with or without the extension."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import BrowserContext, Playwright, Worker

from tests.pages.server import SiteServer

REPOSITORY = Path(__file__).resolve().parents[2]
EXTENSION = REPOSITORY / "browser_extension"
#: Google's own Chrome no longer takes an unpacked extension from the command line, so it is not in this list.
NAMES = ("chromium", "chromium-browser")
MISSING = (
    "No Chromium was found. On Debian: apt-get update && apt-get install -y --no-install-recommends chromium "
    "fonts-dejavu-core. Elsewhere set SCHOOL_GUARD_CHROMIUM to the program of an installed Chromium."
)
# A site that was turned on gets its scripts a moment later.
_SET_UP = """async values => {
  await chrome.storage.local.set(values);
  while ((await chrome.scripting.getRegisteredContentScripts()).length === 0)
    await new Promise((resolve) => setTimeout(resolve, 20));
}"""


class BrowserMissingError(RuntimeError):
    """There is no Chromium to test with; the text says how to get one."""


def find_chromium() -> str:
    """Path of the browser to drive. Raises BrowserMissingError."""
    named = os.environ.get("SCHOOL_GUARD_CHROMIUM")
    candidates = [named] if named else [shutil.which(name) for name in NAMES]
    for candidate in candidates:
        if candidate and Path(candidate).is_file():
            return candidate
    raise BrowserMissingError(MISSING)


@contextmanager
def launch(
    playwright: Playwright, profile: Path, sites: SiteServer, *, extension: Path | None = None
) -> Iterator[BrowserContext]:
    """A browser on a fresh `profile` that finds the replica pages under the sites' names."""
    arguments = [*sites.browser_arguments(), "--no-first-run", "--disable-gpu"]
    if extension:
        arguments += [f"--load-extension={extension}", f"--disable-extensions-except={extension}"]
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        # Chromium's own sandbox refuses to start as root, as in a container.
        arguments.append("--no-sandbox")
    context = playwright.chromium.launch_persistent_context(
        profile,
        executable_path=find_chromium(),
        args=arguments,
        ignore_default_args=["--disable-extensions"],
        locale="en-GB",
        viewport={"width": 1280, "height": 900},
    )
    context.set_default_timeout(8_000)
    try:
        yield context
    finally:
        context.close()


def background(context: BrowserContext) -> Worker:
    """The extension's service worker."""
    return context.service_workers[0] if context.service_workers else context.wait_for_event("serviceworker")


def pair(context: BrowserContext, url: str, token: str) -> None:
    """Tell the extension where the service is and what token it wants, as pairing by code would leave it.

    The forum is turned on as well, as somebody does in the settings for a site that School Guard does not know.
    """
    worker = background(context)
    worker.evaluate(_SET_UP, {"serviceUrl": url, "token": token, "sites": ["forum.example"]})
