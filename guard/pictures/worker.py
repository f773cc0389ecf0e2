"""The picture worker: `python -m guard.pictures.worker`, a process that reads pictures for the service.

Decoders and networks are native code fed by strangers' files; here they can crash, hang or eat memory without harm.
It reads requests from standard input and answers on standard output, one at a time, runs at low priority under limits,
writes nothing to disk, and ends when its input does.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import sys
from pathlib import Path
from typing import IO, TYPE_CHECKING

from guard.pictures.errors import PicturesUnavailable
from guard.pictures.limits import WORKER_CPU_SECONDS, WORKER_MEMORY
from guard.pictures.messages import (
    Enrol,
    Enrolled,
    Look,
    OutOfMemory,
    Ready,
    Seen,
    Unavailable,
    UseGallery,
    receive_request,
    send,
)
from guard.vocabulary import Gallery

if sys.platform != "win32":
    import resource

if TYPE_CHECKING:
    from guard.pictures.looking import Looker

_NICENESS = 10


def main() -> int:
    arguments = argparse.ArgumentParser(prog="guard.pictures.worker", description=__doc__.splitlines()[0])
    arguments.add_argument("--engine", choices=("onnx", "face-recognition"), default="onnx")
    arguments.add_argument("--models", type=Path)
    options = arguments.parse_args()
    requests, answers = _take_streams()
    _limit_process()
    from guard.pictures.loading import load_engine

    try:
        engine = load_engine(options.engine, options.models)
    except PicturesUnavailable as error:
        send(answers, Unavailable(str(error)))
        return 0
    from guard.pictures.looking import Looker

    _forbid_writing()
    send(answers, Ready(engine.version))
    _serve(Looker(engine), requests, answers)
    return 0


def _serve(looker: Looker, requests: IO[bytes], answers: IO[bytes]) -> None:
    gallery = Gallery()
    while (request := receive_request(requests)) is not None:
        _limit_job()
        try:
            match request:
                case UseGallery():
                    gallery = request.gallery()
                case Look(data):
                    send(answers, Seen(looker.look(data, gallery)))
                case Enrol(data):
                    photo = looker.enrol(data)
                    send(answers, Enrolled(photo.template, list(photo.problems)))
        except MemoryError:
            send(answers, OutOfMemory())
        del request


def _take_streams() -> tuple[IO[bytes], IO[bytes]]:
    """Standard input and output for the messages alone: whatever a library prints goes nowhere."""
    requests = os.fdopen(os.dup(0), "rb")
    answers = os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nowhere, stream)
    os.close(nowhere)
    return requests, answers


def _limit_process() -> None:
    """Low priority (on Windows the client sees to it), bounded memory, no core file, which would hold a picture."""
    if sys.platform == "win32":
        return
    os.nice(_NICENESS)
    _lower(resource.RLIMIT_CORE, 0)
    _lower(resource.RLIMIT_AS, WORKER_MEMORY)


def _forbid_writing() -> None:
    if sys.platform != "win32":
        _lower(resource.RLIMIT_FSIZE, 0)


def _limit_job() -> None:
    """The kernel ends this process when one request takes too much processor time."""
    if sys.platform == "win32":
        return
    usage = resource.getrusage(resource.RUSAGE_SELF)
    _lower(resource.RLIMIT_CPU, int(usage.ru_utime + usage.ru_stime) + WORKER_CPU_SECONDS)


if sys.platform != "win32":

    def _lower(limit: int, value: int) -> None:
        """Sets the soft limit as far as the hard one allows; systems differ in which limits they know."""
        _, hard = resource.getrlimit(limit)
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(limit, (value if hard == resource.RLIM_INFINITY else min(value, hard), hard))


if __name__ == "__main__":
    sys.exit(main())
