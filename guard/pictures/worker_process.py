"""One worker process seen from outside: starts it, talks to it with a time limit, ends it."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

from guard.pictures.errors import PicturesUnavailable
from guard.pictures.loading import EngineName
from guard.pictures.messages import Answer, BrokenMessage, Ready, Request, Unavailable, receive_answer, send

if sys.platform != "win32":
    from signal import SIGXCPU

_START_SECONDS = 60.0
_ONE_THREAD = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}


class WorkerGone(Exception):
    """The worker died. `overtime`: because it took too long."""

    def __init__(self, overtime: bool) -> None:
        super().__init__("the picture worker ended")
        self.overtime = overtime


class WorkerProcess:
    """A worker that has loaded its engine. For one thread at a time; `kill` may come from any."""

    def __init__(self, engine: EngineName, models: Path | None) -> None:
        """Starts it and waits until it is ready. Raises PicturesUnavailable, WorkerGone, OSError."""
        command = [sys.executable, "-m", "guard.pictures.worker", "--engine", engine]
        if models is not None:
            command += ["--models", str(models)]
        flags = 0
        if sys.platform == "win32":
            flags = subprocess.BELOW_NORMAL_PRIORITY_CLASS | subprocess.CREATE_NO_WINDOW
        process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, **_ONE_THREAD},
            creationflags=flags,
        )
        assert process.stdin is not None
        assert process.stdout is not None
        self._process, self._requests, self._answers = process, process.stdin, process.stdout
        self._overtime = False
        try:
            with self._watched(_START_SECONDS):
                first = self._answer()
            if isinstance(first, Unavailable):
                raise PicturesUnavailable(first.reason)
            if not isinstance(first, Ready):
                raise WorkerGone(overtime=False)
        except BaseException:
            self.kill()
            raise
        self.version = first.version

    @property
    def pid(self) -> int:
        return self._process.pid

    def tell(self, request: Request) -> None:
        """Sends something that has no answer. Raises WorkerGone."""
        try:
            send(self._requests, request)
        except (OSError, ValueError) as error:
            raise WorkerGone(self._overtime) from error

    def ask(self, request: Request, seconds: float) -> Answer:
        """Sends a request and waits for its answer, at most so long; then the worker is killed. Raises WorkerGone."""
        with self._watched(seconds):
            self.tell(request)
            return self._answer()

    def kill(self) -> None:
        """Ends the process, whatever it is doing. Harmless when repeated."""
        self._process.kill()
        self._process.wait()
        for pipe in (self._requests, self._answers):
            with contextlib.suppress(OSError):  # what was not flushed has nowhere to go any more
                pipe.close()

    def _answer(self) -> Answer:
        try:
            answer = receive_answer(self._answers)
        except (OSError, ValueError, BrokenMessage) as error:
            raise WorkerGone(self._overtime) from error
        if answer is None:
            self._process.wait()
            raise WorkerGone(self._overtime or self._ended_by_cpu_limit())
        return answer

    @contextlib.contextmanager
    def _watched(self, seconds: float) -> Iterator[None]:
        # Pipes have no time limit of their own on every system; a killed worker closes them.
        watch = threading.Timer(seconds, self._kill_for_overtime)
        watch.daemon = True
        watch.start()
        try:
            yield
        finally:
            watch.cancel()

    def _kill_for_overtime(self) -> None:
        self._overtime = True
        self._process.kill()

    def _ended_by_cpu_limit(self) -> bool:
        return sys.platform != "win32" and self._process.returncode == -SIGXCPU
