"""Set everything up and run every check and test there is.

    python3 tools/test.py [pytest arguments]
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from environment import (
    ROOT,
    SetUpError,
    browser,
    node,
    programs_of,
    python_of,
    run,
    virtual_environment,
    weights,
)

SECOND_ENGINE = ROOT / ".venv-face-recognition"


def static_checks(programs: Path) -> None:
    run(programs / "ruff", "check", "--quiet", ".")
    run(programs / "ruff", "format", "--check", "--quiet", ".")
    run(programs / "mypy", "--no-error-summary")
    run(python_of(programs.parent), "-m", "tools.generate", "--check")
    run("npm", "ci", "--silent", "--no-audit", "--no-fund")
    run("npm", "run", "--silent", "check")


def second_engine() -> None:
    """face-recognition has an environment of its own: it needs an old setuptools and a dlib that is already built."""
    python = python_of(SECOND_ENGINE)
    if not (SECOND_ENGINE / "ready").exists():
        run(sys.executable, "-m", "venv", "--clear", SECOND_ENGINE)
        install = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        run(*install, "--editable", ".[pictures]", "pytest", "dlib-bin", "face-recognition-models", "setuptools<81")
        run(*install, "--no-deps", "face-recognition==1.3.0")
        (SECOND_ENGINE / "ready").touch()
    run(python, "-m", "pytest", "-q", "-p", "no:cacheprovider", "tests/second_engine")


def main(arguments: list[str]) -> int:
    try:
        node()
        os.environ["SCHOOL_GUARD_TEST_BROWSER"] = browser()
        python = virtual_environment("test")
        weights(python)
        run(python, "tests/photos_install.py")
        if not arguments:
            static_checks(programs_of(python.parent.parent))
            second_engine()
        run(python, "-m", "pytest", "--ignore=tests/second_engine", *arguments)
    except SetUpError as error:
        print(f"set-up: {error}", file=sys.stderr)
        return 2
    except subprocess.CalledProcessError as error:
        print(f"failed: {' '.join(map(str, error.cmd))}", file=sys.stderr)
        return error.returncode or 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
