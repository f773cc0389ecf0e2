"""Set everything up and start School Guard on an invented school, with a page to try it on.

python3 tools/demo.py [--port PORT] [--no-browser] [--data-dir FOLDER]
"""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tools.environment import ROOT, SetUpError, virtual_environment, weights


def main(arguments: list[str]) -> int:
    try:
        python = virtual_environment("all")
    except SetUpError as error:
        print(f"set-up: {error}", file=sys.stderr)
        return 2
    except subprocess.CalledProcessError as error:
        print(f"set-up failed: {' '.join(map(str, error.cmd))}", file=sys.stderr)
        return 2
    try:
        weights(python)
    except subprocess.CalledProcessError:
        # Text is checked all the same, and the page says that pictures are not.
        print("Going on without the face models: pictures will be 'not checked'.", file=sys.stderr)
    return stay_with([str(python), "-m", "guard.cli", "demo", *arguments])


def stay_with(command: list[str]) -> int:
    """Run a command until it ends by itself; what would end us ends it first, so that it can clear its folder away."""
    with subprocess.Popen(command, cwd=ROOT) as process:
        signal.signal(signal.SIGTERM, lambda *_: process.terminate())
        while True:
            try:
                return process.wait()
            except KeyboardInterrupt:
                continue  # Ctrl-C reaches it as well


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
