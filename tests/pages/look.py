"""Serves the replica pages until interrupted, to look at them in a browser of one's own."""

from __future__ import annotations

import contextlib
import shlex
import threading

from tests.pages.build import build_pages
from tests.pages.server import SITES, SiteServer

if __name__ == "__main__":
    build_pages()
    with SiteServer() as sites, contextlib.suppress(KeyboardInterrupt):
        switches = " ".join(shlex.quote(argument) for argument in sites.browser_arguments())
        print(f"chromium --user-data-dir=$(mktemp -d) {switches} " + " ".join(f"https://{host}/" for host in SITES))
        threading.Event().wait()
