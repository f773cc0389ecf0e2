"""What the extension costs the person who writes: time to the marks, time per key, long tasks on a busy page.

python -m benchmarks.extension [--rounds 20]

On the replica pages with the sites' own editors and with the real service, beside the same pages without the extension.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
from collections.abc import Sequence
from pathlib import Path

from playwright.sync_api import BrowserContext, Page, expect, sync_playwright

from tests.e2e.browser import EXTENSION, launch, pair
from tests.e2e.composers import FACEBOOK_POST, FORUM_REPLY, LINKEDIN_POST, X_INLINE, Composer
from tests.e2e.drafts import HARMLESS, NAMED
from tests.e2e.guard_ui import GuardUi
from tests.e2e.service import running
from tests.pages.build import build_pages
from tests.pages.server import SiteServer

COMPOSERS = (X_INLINE, FACEBOOK_POST, LINKEDIN_POST, FORUM_REPLY)
TARGET_MARKS_MS = 300
MUTATIONS_A_SECOND = 5_000
SECONDS = 3

# From the last change to the first frame in which a highlight has a range. (An editor may take `input` away.)
_TIME_MARKS = """() => {
  window.markTime = new Promise((done) => {
    let last = 0;
    const typed = () => { last = performance.now(); };
    addEventListener("beforeinput", typed, true);
    const look = () => {
      const shown = ["advise", "warn", "stop"].some((each) => CSS.highlights.get(`school-guard-${each}`)?.size);
      if (!shown) return requestAnimationFrame(look);
      removeEventListener("beforeinput", typed, true);
      done(performance.now() - last);
    };
    look();
  });
}"""
_TWO_FRAMES = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())))"
# Nodes come and go beside the composer, in batches, as in a feed that never rests.
_BUSY_PAGE = """([rate, seconds]) => new Promise((done) => {
  const longest = [];
  new PerformanceObserver((list) => list.getEntries().forEach((entry) => longest.push(entry.duration)))
    .observe({ type: "longtask" });
  const place = document.body.appendChild(document.createElement("div"));
  place.style.cssText = "position:fixed;contain:strict;width:1px;height:1px";
  const started = performance.now();
  let made = 0;
  const work = setInterval(() => {
    const passed = performance.now() - started;
    for (; made < (passed / 1000) * rate; made += 2) {
      const node = place.appendChild(document.createElement("p"));
      node.remove();
    }
    if (passed < seconds * 1000) return;
    clearInterval(work);
    place.remove();
    done({ made, longest });
  }, 4);
})"""


def times_to_marks(context: BrowserContext, composer: Composer, rounds: int) -> list[float]:
    """Milliseconds from the last change of the text to the painted mark."""
    page = context.new_page()
    box = composer.open(page)
    box.editor.click()
    ui = GuardUi(page)
    found = []
    for index in range(rounds):
        page.evaluate(_TIME_MARKS)
        # All at once, so that no half of it is marked before its last letter; new each time, so that it is asked about.
        page.keyboard.insert_text(f"{index}: {NAMED}")
        found.append(float(page.evaluate("() => markTime")))
        page.keyboard.press("Control+a")
        page.keyboard.press("Delete")
        # Until then the marks of the text before may come back by themselves.
        expect(ui.badge).to_have_accessible_name("School Guard: Ready")
    page.close()
    return found


def times_a_key(context: BrowserContext, composer: Composer, keys: int) -> list[float]:
    """Milliseconds of the page's main thread for each key, everything that runs there included."""
    page = context.new_page()
    composer.open(page).type(HARMLESS)
    devtools = context.new_cdp_session(page)
    devtools.send("Performance.enable")

    def busy() -> float:
        metrics = {each["name"]: each["value"] for each in devtools.send("Performance.getMetrics")["metrics"]}
        return float(metrics["ScriptDuration"] + metrics["LayoutDuration"] + metrics["RecalcStyleDuration"]) * 1000

    found = []
    for index in range(keys):
        before = busy()
        page.keyboard.press("x" if index % 6 else "Space")
        page.evaluate(_TWO_FRAMES)
        found.append(busy() - before)
    page.close()
    return found


def long_tasks(context: BrowserContext, composer: Composer) -> tuple[int, float]:
    """How many tasks took longer than 50 ms while the page changed all the time, and the longest in milliseconds."""
    page = context.new_page()
    composer.open(page).type(HARMLESS)
    result = page.evaluate(_BUSY_PAGE, [MUTATIONS_A_SECOND, SECONDS])
    page.close()
    return len(result["longest"]), max(result["longest"], default=0.0)


def _warm(page: Page) -> None:
    X_INLINE.open(page).type(HARMLESS)
    page.close()


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--rounds", type=int, default=20)
    rounds = parser.parse_args(arguments).rounds
    build_pages()
    with (
        tempfile.TemporaryDirectory() as folder,
        running(Path(folder) / "data") as service,
        SiteServer() as sites,
        sync_playwright() as playwright,
        launch(playwright, Path(folder) / "plain", sites) as plain,
        launch(playwright, Path(folder) / "guarded", sites, extension=EXTENSION) as guarded,
    ):
        pair(guarded, service.url, service.token)
        _warm(guarded.new_page())
        _warm(plain.new_page())
        print(f"{'last change to the mark, ms':<28}{'median':>8}{'95 %':>8}   aim {TARGET_MARKS_MS}")
        for composer in COMPOSERS:
            times = sorted(times_to_marks(guarded, composer, rounds))
            print(f"  {composer!s:<26}{statistics.median(times):8.0f}{times[int(len(times) * 0.95) - 1]:8.0f}")
        print(f"{'main thread per key, ms':<28}{'without':>8}{'with':>8}{'more':>8}   aim 1")
        for composer in COMPOSERS:
            without, with_it = (
                statistics.median(times_a_key(context, composer, rounds * 5)) for context in (plain, guarded)
            )
            print(f"  {composer!s:<26}{without:8.2f}{with_it:8.2f}{with_it - without:8.2f}")
        print(f"{f'{MUTATIONS_A_SECOND} changes a second':<28}{'without':>8}{'with':>8}   long tasks, aim none more")
        for composer in COMPOSERS:
            (fewer, _), (more, longest) = (long_tasks(context, composer) for context in (plain, guarded))
            print(f"  {composer!s:<26}{fewer:8d}{more:8d}   the longest {longest:.0f} ms")


if __name__ == "__main__":
    main()
