"""`school-guard`: the command line.

Exit codes: 0 nothing at or above --fail-on; 1 findings; 2 usage, policy or internal error; 3 not fully checked.
"""

from __future__ import annotations

import argparse
import importlib
import sys
from collections.abc import Sequence

from guard import __version__
from guard.errors import GuardError

_COMMANDS = (
    "guard.commands.check",
    "guard.commands.rules",
    "guard.commands.policy",
    "guard.commands.usefulness",
    "guard.commands.models",
    "guard.commands.doctor",
    "guard.register.commands",
    "extension_api.commands",
)


def parser() -> argparse.ArgumentParser:
    """The whole command line."""
    root = argparse.ArgumentParser(
        prog="school-guard",
        description="Says what the school's social-media policy has to say about a post, before it goes out.",
        epilog="Exit codes: 0 nothing at or above --fail-on, 1 findings, 2 an error, 3 not fully checked.",
    )
    root.add_argument("--version", action="version", version=f"school-guard {__version__}")
    subparsers = root.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for name in _COMMANDS:
        try:
            module = importlib.import_module(name)
        except ModuleNotFoundError as error:
            # The service is an extra: without it its commands are absent, everything else works.
            if name.startswith("extension_api") and error.name in ("flask", "flask_cors", "waitress"):
                _configure_missing_service(subparsers)
                continue
            raise
        module.configure(subparsers)
    return root


def _configure_missing_service(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    def run(_: argparse.Namespace) -> int:
        raise GuardError("the service is not installed: pip install 'school-guard[service]'")

    for name in ("serve", "demo"):
        subparsers.add_parser(name, help="needs the extra 'service'").set_defaults(run=run)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the exit code. Errors a person can mend go to standard error as one sentence."""
    options = parser().parse_args(arguments)
    try:
        return int(options.run(options))
    except GuardError as error:
        print(f"school-guard: {error}", file=sys.stderr)
        return 2
    except BrokenPipeError:
        # The reader of our output has gone; nothing is left to say.
        sys.stderr.close()
        return 2
    except KeyboardInterrupt:
        return 130


def entry() -> None:
    """The installed command."""
    sys.exit(main())


if __name__ == "__main__":
    entry()
