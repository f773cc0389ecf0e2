"""The service's part of the command line: serve, demo, extension."""

from __future__ import annotations

import contextlib
import gc
import json
import logging
import os
import sys
import webbrowser
from argparse import ArgumentTypeError
from pathlib import Path
from typing import TYPE_CHECKING

from extension_api.config import (
    DEFAULT_PORT,
    ServiceConfig,
    find_extension,
    pinned_extension_ids,
    server_name,
    web_origin,
)
from extension_api.demo_folder import demo_folder
from extension_api.errors import ServiceError
from guard.paths import data_folder

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace, _SubParsersAction

TOKEN_VARIABLE = "SCHOOL_GUARD_TOKEN_FILE"  # noqa: S105 - the name of a variable, not a secret


def configure(subparsers: _SubParsersAction[ArgumentParser]) -> None:
    """Add the service's commands. Each sets `run`, which takes the parsed arguments and gives the exit code.

    `run` raises ServiceError and the library's GuardError where something can be mended.
    """
    serve = subparsers.add_parser("serve", help="run the service that the browser extension asks")
    _add_common(serve)
    serve.add_argument("--policy", default="demo", help="a shipped policy's name, or the path of a policy file")
    serve.add_argument("--register", type=Path, help="the no-publish list (default: in the data folder)")
    serve.add_argument("--host", default="127.0.0.1", help="the address to listen at (default: %(default)s)")
    serve.add_argument(
        "--allow-network",
        action="store_true",
        help="listen at an address that other machines reach (see docs/security.md)",
    )
    serve.add_argument(
        "--server-name",
        action="append",
        default=[],
        metavar="NAME",
        help="a further name the service is called by: NAME:PORT, or https://NAME of a server in front of it; "
        "may be repeated",
    )
    serve.add_argument(
        "--allow-origin",
        action="append",
        default=[],
        metavar="ORIGIN",
        help="let scripts of pages at this address (https://NAME) call the service with its token; may be repeated",
    )
    serve.add_argument(
        "--managed-token-file",
        type=Path,
        default=os.environ.get(TOKEN_VARIABLE),
        help=f"file with the access token the school hands out to its browsers (or {TOKEN_VARIABLE})",
    )
    serve.set_defaults(run=run_serve)

    demo = subparsers.add_parser("demo", help="try School Guard with an invented school")
    _add_common(demo)
    demo.add_argument("--no-browser", action="store_true", help="do not open the try-it page")
    demo.set_defaults(run=run_demo)

    extension = subparsers.add_parser("extension", help="where the browser extension is, and how to roll it out")
    extension.add_argument(
        "what", choices=("path", "manifest"), help="the folder to load, or a policy to install it by"
    )
    extension.set_defaults(run=run_extension)


def _add_common(parser: ArgumentParser) -> None:
    parser.add_argument("--port", type=_port, default=DEFAULT_PORT, help="(default: %(default)s; 0 takes any free one)")
    parser.add_argument("--data-dir", type=Path, help="the folder for the service's own files")


def _port(text: str) -> int:
    try:
        port = int(text)
    except ValueError:
        port = -1
    if not 0 <= port <= 65535:
        raise ArgumentTypeError("a port is a number from 0 to 65535")
    return port


def run_serve(arguments: Namespace) -> int:
    """Serve the school's own policy until stopped."""
    from extension_api.tokens import read_secret

    token_file = arguments.managed_token_file
    config = ServiceConfig(
        data_dir=arguments.data_dir or data_folder(),
        policy=arguments.policy,
        register=arguments.register,
        host=arguments.host,
        port=arguments.port,
        managed_token=read_secret(Path(token_file)) if token_file else None,
        server_names=tuple(server_name(each) for each in arguments.server_name),
        allowed_origins=tuple(web_origin(each) for each in arguments.allow_origin),
        extension_folder=find_extension(),
    )
    return _serve(config, allow_network=arguments.allow_network, browser=False)


def run_demo(arguments: Namespace) -> int:
    """Serve the invented school, by default from a folder that is gone afterwards."""
    chosen = arguments.data_dir
    with demo_folder() if chosen is None else contextlib.nullcontext(chosen) as folder:
        config = ServiceConfig(
            data_dir=folder,
            policy="demo",
            register=folder / "register" / "register.db",
            # In a folder of its own, since a key beside its register is refused; and never in the user's keyring.
            register_key=folder / "key" / "register.key",
            port=arguments.port,
            extension_folder=find_extension(),
            demo=True,
        )
        return _serve(config, allow_network=False, browser=not arguments.no_browser)


def _serve(config: ServiceConfig, *, allow_network: bool, browser: bool) -> int:
    # What is loaded now is never let go of. Going over it for garbage makes the start longer by a sixth, and later
    # keeps a check waiting for some 50 milliseconds now and then.
    gc.disable()
    try:
        from extension_api.server import Server, announce, stop_in_order
    except ModuleNotFoundError as error:
        raise ServiceError(f"{error.name} is missing: pip install 'school-guard[service]'") from error

    logging.basicConfig(stream=sys.stderr, format="%(asctime)s %(levelname)s %(message)s")
    logging.getLogger("extension_api").setLevel(logging.INFO)
    stop_in_order()
    server = Server(config, allow_network=allow_network)
    gc.freeze()
    gc.enable()
    announce(server)
    link = server.services.start_link(office=True)
    print(f"Open this link once, in the browser of whoever keeps the list: {link}", flush=True)
    if browser:
        webbrowser.open(link)
    server.run()
    return 0


def run_extension(arguments: Namespace) -> int:
    """Print where the extension is, or a browser policy that installs it and tells it its service."""
    folder = find_extension()
    if folder is None:
        raise ServiceError("the browser extension is missing beside this package: install it again")
    if arguments.what == "path":
        print(folder)
        return 0
    (identity,) = pinned_extension_ids()
    policy = {
        "ExtensionSettings": {
            identity: {
                "installation_mode": "force_installed",
                "update_url": "https://REPLACE-WITH-THE-SCHOOLS-SERVER/updates.xml",
                "override_update_url": True,
                "toolbar_pin": "force_pinned",
            }
        },
        "3rdparty": {
            "extensions": {
                identity: {
                    "serviceUrl": f"http://127.0.0.1:{DEFAULT_PORT}",
                    "token": "REPLACE-WITH-THE-TOKEN-OF---managed-token-file",
                }
            }
        },
    }
    print(json.dumps(policy, indent=2))
    return 0
