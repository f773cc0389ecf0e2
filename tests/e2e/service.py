"""The real service as a process of its own, on a free port, with a data folder of its own."""

from __future__ import annotations

import os
import re
import secrets
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.e2e.browser import REPOSITORY

_READY = re.compile(r"ready at (http://127\.0\.0\.1:\d+)")


@dataclass(frozen=True, slots=True)
class Service:
    """A running service: where it answers, the token it wants, where it keeps its things."""

    url: str
    token: str
    data_dir: Path
    environment: dict[str, str]
    process: subprocess.Popen[str]

    def stop(self) -> None:
        """End it, as the end of a session does."""
        self.process.terminate()
        self.process.wait(timeout=20)


def environment_of(data_dir: Path) -> dict[str, str]:
    """The environment of every School Guard process of a test: of the person's own things only the weights are read."""
    return os.environ | {
        "SCHOOL_GUARD_KEY_FILE": str(data_dir.parent / f"{data_dir.name}-register.key"),
        "PYTHONUNBUFFERED": "1",
    }


@contextmanager
def running(data_dir: Path, policy: str = "demo", more: Sequence[str] = ()) -> Iterator[Service]:
    """Start `school-guard serve` in `data_dir` and wait for its ready line; stopped at the end of the block."""
    data_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
    token = secrets.token_urlsafe(32)
    token_file = data_dir / "token"
    token_file.touch(mode=0o600)
    token_file.write_text(token)
    environment = environment_of(data_dir)
    command = [sys.executable, "-m", "guard.cli", "serve", "--port", "0", "--data-dir", str(data_dir)]
    log = data_dir.with_name(f"{data_dir.name}-service.log")
    with (
        log.open("w") as errors,
        subprocess.Popen(
            [*command, "--policy", policy, *more],
            cwd=REPOSITORY,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=errors,
            text=True,
        ) as process,
    ):
        assert process.stdout
        said: list[str] = []
        try:
            for line in process.stdout:
                said.append(line)
                if ready := _READY.search(line):
                    yield Service(ready.group(1), token, data_dir, environment, process)
                    return
            raise AssertionError(f"the service did not start:\n{''.join(said)}{log.read_text()}")
        finally:
            if process.poll() is None:
                process.terminate()
                process.wait(timeout=20)
