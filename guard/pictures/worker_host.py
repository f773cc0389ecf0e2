"""Keeps a worker process at work: starts it when needed, tells it the gallery, starts another when it dies."""

from __future__ import annotations

import contextlib
import logging
import threading
from collections.abc import Callable
from pathlib import Path

from guard.model import SkipCode, digest_of
from guard.pictures.errors import PicturesUnavailable
from guard.pictures.loading import EngineName
from guard.pictures.messages import Answer, Enrol, Enrolled, Look, Request, Seen, UseGallery
from guard.pictures.reader import EnrolmentPhoto, EnrolmentProblem
from guard.pictures.worker_process import WorkerGone, WorkerProcess
from guard.reading import PictureReading
from guard.vocabulary import Gallery

_ATTEMPTS = 2  # a worker that dies over a picture is given one more chance; a second death blames the picture
_TRY_AGAIN_SECONDS = 5.0  # after the engine could not be loaded


log = logging.getLogger(__name__)


class WorkerHost:
    """At most one worker. Used by one thread, `stop` and the properties excepted."""

    def __init__(self, engine: EngineName, models: Path | None, timeout: float, clock: Callable[[], float]) -> None:
        """`timeout`: seconds the worker may take over one picture."""
        self._engine: EngineName = engine
        self._models, self._timeout, self._clock = models, timeout, clock
        self._lock = threading.Lock()
        self._process: WorkerProcess | None = None
        self._gallery: Gallery | None = None
        self._unavailable: tuple[float, PicturesUnavailable] | None = None
        self._stopped = False
        self.starting = False
        self.version = ""
        """The version of the engine last loaded."""

    @property
    def pid(self) -> int | None:
        """The worker's process, if one runs."""
        process = self._process
        return None if process is None else process.pid

    def start(self) -> None:
        """Has a worker ready. Raises PicturesUnavailable, WorkerGone."""
        if self._process is not None:
            return
        if self._unavailable is not None and self._clock() < self._unavailable[0]:
            raise self._unavailable[1]
        self.starting = True
        try:
            process = WorkerProcess(self._engine, self._models)
        except PicturesUnavailable as error:
            if self._unavailable is None or str(self._unavailable[1]) != str(error):
                log.warning("pictures cannot be read: %s", error)
            self._unavailable = (self._clock() + _TRY_AGAIN_SECONDS, error)
            raise
        except OSError as error:
            raise PicturesUnavailable(f"the picture worker cannot be started: {error.strerror}") from error
        finally:
            self.starting = False
        self._unavailable, self._gallery, self.version = None, None, process.version
        with self._lock:
            self._process = process
            stopped = self._stopped
        if stopped:
            self.rest()

    def warm_up(self) -> None:
        """Has a worker ready if that is possible; whoever needs it will be told why it is not."""
        with contextlib.suppress(PicturesUnavailable, WorkerGone):
            self.start()

    def look(self, data: bytes, gallery: Gallery) -> PictureReading:
        """What is seen of a picture; why it was skipped, where the worker could not read it."""
        try:
            answer = self._ask(Look(data), gallery)
        except PicturesUnavailable:
            return PictureReading(digest_of(data), skipped=SkipCode.NO_MODELS)
        except WorkerGone as error:
            return PictureReading(digest_of(data), skipped=SkipCode.TIMEOUT if error.overtime else SkipCode.UNREADABLE)
        if isinstance(answer, Seen):
            return answer.reading
        return PictureReading(digest_of(data), skipped=SkipCode.TOO_LARGE)

    def enrol(self, data: bytes) -> EnrolmentPhoto:
        """What a photo gives for enrolment. Raises PicturesUnavailable."""
        try:
            answer = self._ask(Enrol(data), None)
        except WorkerGone:
            return EnrolmentPhoto(None, (EnrolmentProblem.UNREADABLE,))
        if isinstance(answer, Enrolled):
            return answer.photo()
        return EnrolmentPhoto(None, (EnrolmentProblem.UNREADABLE,))

    def rest(self) -> None:
        """Ends the worker; the next request starts another."""
        with self._lock:
            process, self._process = self._process, None
        if process is not None:
            process.kill()

    def stop(self) -> None:
        """Ends the worker for good, also in the middle of a picture. Any thread may call it."""
        with self._lock:
            self._stopped = True
        self.rest()

    def _ask(self, request: Request, gallery: Gallery | None) -> Answer:
        for attempt in range(1, _ATTEMPTS + 1):
            try:
                self.start()
                return self._ask_once(request, gallery)
            except WorkerGone as error:
                self.rest()
                if error.overtime or attempt == _ATTEMPTS:
                    raise
        raise AssertionError("every attempt returns or raises")

    def _ask_once(self, request: Request, gallery: Gallery | None) -> Answer:
        process = self._process
        if process is None or self._stopped:
            raise WorkerGone(overtime=False)
        if gallery is not None and gallery != self._gallery:
            self._gallery = None
            process.tell(UseGallery.of(gallery))
            self._gallery = gallery
        return process.ask(request, self._timeout)
