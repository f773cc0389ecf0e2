"""Set everything up and start School Guard on an invented school, with a page to try it on.

    python3 tools/demo.py [--port PORT] [--no-browser] [--data-dir FOLDER]
"""

from __future__ import annotations

import subprocess
import sys

from environment import SetUpError, run, virtual_environment, weights


def main(arguments: list[str]) -> int:
    try:
        python = virtual_environment("all")
        weights(python)
        run(python, "-m", "guard.cli", "demo", *arguments)
    except SetUpError as error:
        print(f"set-up: {error}", file=sys.stderr)
        return 2
    except subprocess.CalledProcessError as error:
        return error.returncode
    except KeyboardInterrupt:
        return 0
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
