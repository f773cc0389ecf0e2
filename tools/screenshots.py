"""Take the pictures of School Guard at work that the docs show, in light and dark.

    python -m tools.screenshots [NAME ...]

Needs what the end-to-end tests need (`python3 tools/test.py` sets it up). The one photograph is NASA's portrait from
the scikit-image package, which is in the public domain.
"""

from __future__ import annotations

import datetime
import io
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Literal

from PIL import Image, ImageOps
from playwright.sync_api import BrowserContext, FilePayload, Page, ViewportSize, expect, sync_playwright

from tests.e2e.browser import EXTENSION, REPOSITORY, background, launch, pair
from tests.e2e.composers import FACEBOOK_POST, LINKEDIN_POST, X_INLINE, X_REPLY, Composer
from tests.e2e.drafts import HARMLESS, NAMED, STRONG, TO_PARENT
from tests.e2e.guard_ui import GuardUi
from tests.e2e.service import Service, environment_of, running
from tests.pages.build import build_pages
from tests.pages.server import SiteServer
from tests.pictures.photos import photo

FOLDER = REPOSITORY / "docs" / "images"
Scheme = Literal["light", "dark"]


@dataclass(frozen=True, slots=True)
class Stage:
    """What a picture is taken of: a browser that knows the service."""

    context: BrowserContext
    service: Service
    scheme: Scheme
    size: ViewportSize = field(default_factory=lambda: ViewportSize(width=1280, height=900))

    def tab(self) -> Page:
        page = self.context.new_page()
        page.set_viewport_size(self.size)
        page.emulate_media(color_scheme=self.scheme, reduced_motion="reduce")
        return page


def marked_on(composer: Composer, text: str) -> Callable[[Stage], Page]:
    """A draft being written, with its marks and its card."""

    def scene(stage: Stage) -> Page:
        page = stage.tab()
        composer.open(page).type(text)
        ui = GuardUi(page)
        ui.expect_badge("to look at")
        ui.open_card()
        return page

    return scene


def held(text: str) -> Callable[[Stage], Page]:
    """A post that was pressed, and the dialog that holds it."""

    def scene(stage: Stage) -> Page:
        page = stage.tab()
        box = X_INLINE.open(page)
        box.type(text)
        ui = GuardUi(page)
        ui.expect_badge("to look at")
        box.submit.click()
        ui.expect_held()
        return page

    return scene


def listed_face(stage: Stage) -> Page:
    page = stage.tab()
    box = X_INLINE.open(page)
    box.type("Our visitor told us all about living in space")
    box.page.locator("input[type=file]").last.set_input_files(photo("astronaut.png"))
    ui = GuardUi(page)
    ui.expect_badge("to look at")
    ui.open_card()
    return page


def one_face(stage: Stage) -> Page:
    """The notice before a single face is blurred, over the portrait beside its mirror image."""
    page = stage.tab()
    box = X_INLINE.open(page)
    box.type("Our visitor told us all about living in space")
    with Image.open(photo("astronaut.png")) as portrait:
        pair_of_them = Image.new("RGB", (2 * portrait.width, portrait.height))
        pair_of_them.paste(portrait, (0, 0))
        pair_of_them.paste(ImageOps.mirror(portrait), (portrait.width, 0))
    file = io.BytesIO()
    pair_of_them.save(file, "PNG")
    attached = FilePayload(name="visit.png", mimeType="image/png", buffer=file.getvalue())
    box.page.locator("input[type=file]").last.set_input_files([attached])
    ui = GuardUi(page)
    ui.expect_badge("to look at")
    found = ui.open_card().locator(".finding").first
    found.get_by_role("button", name="Show", exact=True).click()
    found.get_by_role("button", name="Blur one face only").click()
    expect(found).to_contain_text("One blurred face stands out")
    return page


def harmless(stage: Stage) -> Page:
    page = stage.tab()
    X_INLINE.open(page).type(HARMLESS)
    GuardUi(page).expect_nothing_to_point_out()
    return page


def broken_picture(stage: Stage) -> Page:
    page = stage.tab()
    box = X_INLINE.open(page)
    box.type(HARMLESS)
    torn = FilePayload(name="torn.jpg", mimeType="image/jpeg", buffer=b"\xff\xd8\xff\xe0 torn")
    box.page.locator("input[type=file]").last.set_input_files([torn])
    ui = GuardUi(page)
    ui.expect_badge("Not checked")
    ui.open_card()
    return page


def service_page(path: str) -> Callable[[Stage], Page]:
    def scene(stage: Stage) -> Page:
        page = stage.tab()
        page.goto(stage.service.url + path)
        return page

    return scene


def try_it(stage: Stage) -> Page:
    page = service_page("/")(stage)
    page.get_by_role("button", name="The school named").click()
    expect(page.get_by_text("The school is named here").first).to_be_visible()
    return page


def usefulness(stage: Stage) -> Page:
    """The page of counts, after some rules were right and one was wrong."""
    page = stage.tab()
    told = [
        ("school-named", "acted"),
        ("school-named", "acted"),
        ("mild-language", "wrong"),
        ("personal-data", "acted"),
    ]
    page.request.post(
        f"{stage.service.url}/v1/outcomes",
        headers={"Authorization": f"Bearer {stage.service.token}"},
        data={"outcomes": [{"rule": rule, "outcome": outcome} for rule, outcome in told]},
    )
    page.goto(f"{stage.service.url}/usefulness")
    return page


def extension_page(path: str) -> Callable[[Stage], Page]:
    def scene(stage: Stage) -> Page:
        page = stage.tab()
        host = background(stage.context).url.split("/")[2]
        page.goto(f"chrome-extension://{host}/{path}")
        page.wait_for_load_state("networkidle")
        return page

    return scene


@dataclass(frozen=True, slots=True)
class Scene:
    make: Callable[[Stage], Page]
    width: int = 1100
    height: int = 760


SCENES = {
    "x-warn": Scene(marked_on(X_INLINE, NAMED)),
    "x-stop": Scene(marked_on(X_INLINE, STRONG)),
    "x-held": Scene(held(STRONG)),
    "x-question": Scene(held(NAMED)),
    "x-recipient": Scene(marked_on(X_REPLY, TO_PARENT)),
    "x-harmless": Scene(harmless),
    "x-listed-face": Scene(listed_face, height=980),
    "x-one-face": Scene(one_face, height=980),
    "x-not-checked": Scene(broken_picture),
    "facebook-warn": Scene(marked_on(FACEBOOK_POST, NAMED)),
    "linkedin-warn": Scene(marked_on(LINKEDIN_POST, NAMED)),
    "try-it": Scene(try_it, height=1000),
    "register": Scene(service_page("/register"), height=900),
    "usefulness": Scene(usefulness, height=620),
    "pair": Scene(service_page("/pair"), height=560),
    "popup": Scene(extension_page("popup/popup.html"), width=380, height=560),
    "options": Scene(extension_page("options/options.html"), width=820, height=900),
}


@contextmanager
def stage(folder: Path, sites: SiteServer, scheme: Scheme) -> Iterator[Stage]:
    """A service with an invented person on its list, and a browser that is paired with it."""
    data = folder / "data"
    data.mkdir(mode=0o700)
    today = datetime.datetime.now(datetime.UTC).date().isoformat()
    add = [sys.executable, "-m", "guard.cli", "register", "add", "Rowan", "Ashdown", "--group", "4B"]
    add += ["--channel", "*=denied", "--biometric-consent", today, "--parents-told", today]
    add += ["--photo", str(photo("astronaut.png")), "--register", str(data / "register.db")]
    subprocess.run(add, cwd=REPOSITORY, env=environment_of(data), check=True, stdout=subprocess.DEVNULL)
    with (
        running(data) as service,
        sync_playwright() as playwright,
        launch(playwright, folder / "profile", sites, extension=EXTENSION) as context,
    ):
        pair(context, service.url, service.token)
        assert service.process.stdout
        link = next(line for line in service.process.stdout if "/start?" in line).split()[-1]
        opened = Stage(context, service, scheme)
        tab = opened.tab()
        tab.goto(link)
        for composer in (FACEBOOK_POST, LINKEDIN_POST):
            composer.open(tab).type(HARMLESS)
            GuardUi(tab).say_whose_account("A person’s own")
        tab.close()
        yield opened


def save(page: Page, path: Path) -> None:
    """The page as a small PNG: 256 colours are enough for an interface."""
    with Image.open(io.BytesIO(page.screenshot())) as picture:
        picture.convert("RGB").quantize(256, dither=Image.Dither.NONE).save(path, optimize=True)


def main(names: list[str]) -> int:
    FOLDER.mkdir(parents=True, exist_ok=True)
    build_pages()
    schemes: tuple[Scheme, ...] = ("light", "dark")
    with SiteServer() as sites:
        for scheme in schemes:
            with tempfile.TemporaryDirectory() as folder, stage(Path(folder), sites, scheme) as opened:
                for name, scene in SCENES.items():
                    if names and name not in names:
                        continue
                    size = ViewportSize(width=scene.width, height=scene.height)
                    page = scene.make(replace(opened, size=size))
                    page.wait_for_load_state("networkidle")
                    save(page, FOLDER / f"{name}-{scheme}.png")
                    page.close()
                    print(f"{name}-{scheme}.png", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
