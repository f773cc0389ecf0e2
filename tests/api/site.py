"""The service's pages, served in this process for a real browser."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import FilePayload, Page, Route
from waitress.server import create_server

from extension_api.app import create_app
from extension_api.config import ServiceConfig
from extension_api.server import bind
from extension_api.services import open_services
from tests.api.support import FakePictures

# The smallest PNG there is: one pixel.
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c6360606060000000050001a5f645400000000049454e44ae426082"
)
PORTRAIT = FilePayload(name="portrait.png", mimeType="image/png", buffer=PIXEL)


class Site:
    """A demo served in this process, with pictures that are seen as a test says."""

    def __init__(self, folder: Path) -> None:
        bound = bind("127.0.0.1", 0, allow_network=False)
        self.pictures = FakePictures()
        config = ServiceConfig(
            data_dir=folder / "data",
            port=bound.getsockname()[1],
            register=folder / "register" / "register.db",
            register_key=folder / "key" / "register.key",
            extension_folder=Path("/opt/school-guard/browser_extension"),
            demo=True,
        )
        self.services = open_services(config, self.pictures)
        self._server = create_server(create_app(config, self.services), sockets=[bound], threads=4)
        self._thread = threading.Thread(target=self._server.run)
        self._thread.start()

    def close(self) -> None:
        # waitress has no call to stop from another thread: its loop ends when nothing is left to listen to.
        self._server.trigger.pull_trigger(self._server.close)
        self._thread.join()
        self.services.close()


@dataclass
class Complaints:
    """What a browser has complained about. `refusals_expected`: the service fails on purpose, which it notes too."""

    found: list[str] = field(default_factory=list)
    refusals_expected: bool = False

    def unexpected(self) -> list[str]:
        if not self.refusals_expected:
            return self.found
        return [each for each in self.found if not each.startswith("Failed to load resource")]


class Held:
    """Requests to matching addresses, kept back until they are let go."""

    def __init__(self, page: Page, address: str) -> None:
        self._routes: list[Route] = []
        self._page = page
        self._ended = False
        page.route(address, self._take)

    def _take(self, route: Route) -> None:
        if self._ended:
            route.continue_()
        else:
            self._routes.append(route)

    def first(self) -> Route:
        """The oldest request kept back, once there is one."""
        while not self._routes:
            self._page.evaluate("0")  # a way there and back, in which events arrive
        return self._routes.pop(0)

    def end(self) -> None:
        """Let everything go from now on."""
        self._ended = True
        while self._routes:
            self._routes.pop(0).continue_()


def portraits(count: int) -> list[FilePayload]:
    return [FilePayload(name=f"a{number}.png", mimeType="image/png", buffer=PIXEL) for number in range(1, count + 1)]
