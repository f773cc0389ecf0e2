"""Set everything up and run every check and test there is.

python3 tools/test.py                    everything
python3 tools/test.py tests/rules -k B1  a part: the arguments are pytest's; other checks are left out
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tools.environment import (
    BROWSER_VARIABLE,
    ROOT,
    SetUpError,
    browser,
    browser_driver,
    fresh_environment,
    node,
    pip_install,
    python_of,
    run,
    virtual_environment,
    weights,
)

SECOND_ENGINE = ROOT / ".venv-face-recognition"
# The least that has to pass. face-recognition can end a whole run with exit code 0 on import, so that the count
# says more than the code does.
LEAST, LEAST_SECOND_ENGINE = 2000, 14


class TooFewTests(Exception):
    """pytest was content, but fewer tests ran than there are."""


def static_checks(python: Path) -> None:
    run(python, "-m", "ruff", "check", "--quiet", ".")
    run(python, "-m", "ruff", "format", "--check", "--quiet", ".")
    run(python, "-m", "mypy", "--no-error-summary")
    run(python, "-m", "tools.generate", "--check")
    run(python, "-m", "tools.manifest", "--check")
    run(python, "-m", "tools.likeness.train", "--check")
    run("npm", "ci", "--silent", "--no-audit", "--no-fund")
    run("npm", "run", "--silent", "check")


def second_engine_environment() -> Path:
    """face-recognition has an environment of its own: it needs an old setuptools, and a dlib that is already built."""
    python = python_of(SECOND_ENGINE)
    ready = SECOND_ENGINE / "ready"
    if not (python.exists() and ready.exists()):
        fresh_environment(SECOND_ENGINE)
        print("Installing the second engine ...", flush=True)
        extra = ("pytest", "dlib-bin", "face-recognition-models", "setuptools<81")
        pip_install(python, "--editable", ".[pictures]", *extra)
        pip_install(python, "--no-deps", "face-recognition==1.3.0")
        ready.touch()
    return python


def tests(python: Path, least: int, *arguments: str) -> None:
    """Run pytest; raises TooFewTests when fewer than `least` passed or one was skipped."""
    with tempfile.TemporaryDirectory() as folder:
        result = Path(folder) / "result.xml"
        run(python, "-m", "pytest", f"--junit-xml={result}", *arguments)
        if not result.exists():
            raise TooFewTests("pytest ended without a result")
        suites = list(ElementTree.parse(result).getroot().iter("testsuite"))
    ran, skipped = (sum(int(suite.get(key, "0")) for suite in suites) for key in ("tests", "skipped"))
    if skipped or ran < least:
        raise TooFewTests(f"{ran} tests ran, {skipped} of them were skipped; at least {least} have to pass")


def main(arguments: list[str]) -> int:
    try:
        node()
        os.environ[BROWSER_VARIABLE] = browser()
        python = virtual_environment("test")
        browser_driver(python)
        weights(python)
        run(python, "tests/photos_install.py")
        if arguments:
            tests(python, 0, *arguments)
            return 0
        static_checks(python)
        # What the other tests share is not installed there.
        second = ("--confcutdir=tests/second_engine", "tests/second_engine")
        tests(second_engine_environment(), LEAST_SECOND_ENGINE, *second)
        tests(python, LEAST)
    except SetUpError as error:
        print(f"set-up: {error}", file=sys.stderr)
        return 2
    except TooFewTests as error:
        print(f"failed: {error}", file=sys.stderr)
        return 1
    except subprocess.CalledProcessError as error:
        print(f"failed: {' '.join(map(str, error.cmd))}", file=sys.stderr)
        return error.returncode or 1
    except KeyboardInterrupt:
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
