"""`school-guard`: the command line.

Exit codes: 0 nothing at or above --fail-on; 1 findings; 2 usage, policy or internal error; 3 not fully checked.
"""

from __future__ import annotations

import argparse
import contextlib
import importlib
import io
import os
import sys
import traceback
from collections.abc import Sequence
from pathlib import Path

from guard import __version__
from guard.errors import GuardError

_REPORT_TO = "https://github.com/school-guard/school-guard/issues"
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
    """Run one command; the exit code. Whatever goes wrong is one sentence on standard error, and 2."""
    _print_what_the_console_can()
    try:
        options = parser().parse_args(arguments)
        code = int(options.run(options))
        # Now, while there is somebody to tell: a full disk is only noticed here.
        sys.stdout.flush()
    except GuardError as error:
        return _sorry(str(error))
    except KeyboardInterrupt:
        return 130
    except OSError as error:
        _give_output_up()
        # The reader of our output has gone: nothing is left to say.
        if isinstance(error, BrokenPipeError):
            return 2
        return _sorry(f"{error.filename or 'input or output failed'}: {error.strerror or type(error).__name__}")
    except Exception as error:
        # Its message may quote a draft or a name, so that only its kind and its place are said.
        _give_output_up()
        return _sorry(
            f"an internal error, {type(error).__name__} at {_place(error)}. Please report this line and the command "
            f"that was run, without the post: {_REPORT_TO}"
        )
    return code


def _sorry(message: str) -> int:
    print(f"school-guard: {message}", file=sys.stderr)
    return 2


def _print_what_the_console_can() -> None:
    """A console or pipe that is not UTF-8 shows "?" for what it has no letter for, and does not end the command."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")


def _give_output_up() -> None:
    """Where output cannot be written, what waits to be written goes nowhere: else Python tries, and fails, at exit."""
    try:
        sys.stdout.flush()
    except OSError:
        with contextlib.suppress(OSError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _place(error: BaseException) -> str:
    *_, (frame, line) = traceback.walk_tb(error.__traceback__)
    return f"{Path(frame.f_code.co_filename).name}:{line}"


def entry() -> None:
    """The installed command."""
    sys.exit(main())


if __name__ == "__main__":
    entry()
