"""Reads pictures in a worker process: nothing that decodes or recognises is loaded here."""

from __future__ import annotations

import enum
import threading
import time
from collections import deque
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field
from pathlib import Path

from guard.model import Media, SkipCode, digest_of
from guard.pictures.errors import PicturesUnavailable
from guard.pictures.limits import BYTE_LIMIT
from guard.pictures.loading import EngineName, is_installed
from guard.pictures.media import load
from guard.pictures.reader import EnrolmentPhoto, EnrolmentProblem
from guard.pictures.results import Results
from guard.pictures.worker_host import WorkerHost
from guard.reading import PictureReading
from guard.vocabulary import Gallery


class ReaderState(enum.StrEnum):
    """Whether pictures can be read: now, in a moment, or not until weights are installed."""

    READY = "ready"
    LOADING = "loading"
    NO_MODELS = "no_models"


@dataclass(slots=True, eq=False, repr=False)
class _Job:
    """A picture waiting to be read. `gallery` None: the one the next `read` names."""

    digest: str
    data: bytes
    gallery: Gallery | None
    done: Future[PictureReading] = field(default_factory=Future)


@dataclass(slots=True, eq=False, repr=False)
class _Enrolment:
    """A photo waiting to be enrolled."""

    data: bytes
    done: Future[EnrolmentPhoto] = field(default_factory=Future)


class WorkerReader:
    """A `PictureReader` that hands pictures to a worker process, one at a time, and remembers what was seen of them.

    The worker is started at the first picture, restarted when it dies, and ended when it has been idle for a while.
    Blocking: `read` with pictures whose bytes are at hand. For a service: `submit` the bytes, then `read` with
    `Media.from_digest`, which answers at once: the finished reading, PENDING, or UNKNOWN_PICTURE when the bytes have
    to be submitted (again). Thread-safe.
    """

    def __init__(
        self,
        engine: EngineName = "onnx",
        models: Path | None = None,
        *,
        timeout: float = 30.0,
        queue_bytes: int = 200_000_000,
        entries: int = 500,
        keep_minutes: float = 30.0,
        idle_minutes: float = 10.0,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """`timeout`: seconds for one picture, from when the worker gets it. `queue_bytes`: of submitted pictures."""
        self._engine: EngineName = engine
        self._models = models
        self._queue_bytes, self._idle_seconds = queue_bytes, idle_minutes * 60
        self._host = WorkerHost(engine, models, timeout, clock)
        # What follows is touched with _change held.
        self._change = threading.Condition()
        self._results = Results(entries, keep_minutes * 60, clock)
        self._results_version = ""
        self._jobs: deque[_Job | _Enrolment] = deque()
        self._running: _Job | _Enrolment | None = None
        self._gallery: Gallery | None = None
        self._thread: threading.Thread | None = None
        self._wanted = self._closed = False

    @property
    def state(self) -> ReaderState:
        """READY also before the worker was started, as long as everything it needs is installed."""
        if self._host.starting:
            return ReaderState.LOADING
        if self._host.pid is not None or is_installed(self._engine, self._models):
            return ReaderState.READY
        return ReaderState.NO_MODELS

    @property
    def worker_pid(self) -> int | None:
        """The process id of the worker, if one runs."""
        return self._host.pid

    def warm_up(self) -> None:
        """Starts the worker in the background, so that the first picture need not wait for it."""
        with self._change:
            self._wanted = True
            self._wake()

    def submit(self, data: bytes, name: str = "") -> str:
        """Queues a picture and returns its digest; repeating is harmless. `name` is for the caller's own use.

        It is read with the gallery of the latest `read`. When too many bytes are waiting it is let go: the next `read`
        answers UNKNOWN_PICTURE, and the bytes can be submitted again.
        """
        digest = digest_of(data)
        with self._change:
            gallery = self._gallery
            if len(data) > BYTE_LIMIT:
                self._results.put(gallery or Gallery(), PictureReading(digest, skipped=SkipCode.TOO_LARGE))
            elif self._job(digest) is None and (gallery is None or self._results.get(digest, gallery) is None):
                waiting = sum(len(job.data) for job in self._jobs)
                if waiting + len(data) <= self._queue_bytes:
                    self._jobs.append(_Job(digest, data, None))
                    self._wanted = True
            self._wake()
        return digest

    def read(self, media: Sequence[Media], gallery: Gallery) -> tuple[PictureReading, ...]:
        """One reading for each picture, in order. Waits for those whose bytes are at hand, and for no others."""
        answers = [self._answer(one, gallery) for one in media]
        return tuple(answer.result() if isinstance(answer, Future) else answer for answer in answers)

    def enrol(self, photo: Media) -> EnrolmentPhoto:
        """What the photo gives to recognise its one person by. Waits. Raises PicturesUnavailable without weights."""
        data = load(photo)
        if isinstance(data, SkipCode):
            return EnrolmentPhoto(None, (EnrolmentProblem.UNREADABLE,))
        job = _Enrolment(data)
        with self._change:
            self._jobs.append(job)
            self._wake()
        return job.done.result()

    def close(self) -> None:
        """Ends the worker. Reading afterwards is an error, and so is reading that is under way."""
        with self._change:
            self._closed = True
            self._change.notify_all()
        self._host.stop()
        if self._thread is not None:
            self._thread.join()

    # -- asking --------------------------------------------------------------------------------------------------

    def _answer(self, media: Media, gallery: Gallery) -> PictureReading | Future[PictureReading]:
        data = None if media.known_digest is not None else load(media)
        if isinstance(data, SkipCode):
            return PictureReading(media.known_digest or "", skipped=data)
        digest = media.known_digest if data is None else digest_of(data)
        assert digest is not None
        with self._change:
            self._gallery = gallery
            self._wake()
            known = self._results.get(digest, gallery)
            if known is not None:
                return known
            job = self._job(digest)
            if job is not None and job is not self._running:
                job.gallery = gallery
            if data is None:
                return PictureReading(digest, skipped=SkipCode.UNKNOWN_PICTURE if job is None else SkipCode.PENDING)
            if job is None or job.gallery != gallery:
                job = _Job(digest, data, gallery)
                self._jobs.append(job)
                self._wake()
            return job.done

    def _job(self, digest: str) -> _Job | None:
        """The job for this picture: the one waiting, else the one running."""
        for job in (*self._jobs, self._running):
            if isinstance(job, _Job) and job.digest == digest:
                return job
        return None

    def _wake(self) -> None:
        if self._closed:
            raise ValueError("this picture reader is closed")
        if self._thread is None or not self._thread.is_alive():
            self._thread = threading.Thread(target=self._run, name="school-guard-pictures", daemon=True)
            self._thread.start()
        self._change.notify_all()

    # -- the thread that talks to the worker ---------------------------------------------------------------------

    def _run(self) -> None:
        try:
            while (job := self._next()) is not None:
                if isinstance(job, _Enrolment):
                    self._enrol(job)
                else:
                    self._look(job)
        finally:
            self._host.rest()
            with self._change:
                left = [job for job in (*self._jobs, self._running) if job is not None]
                self._jobs.clear()
                self._running = None
            for job in left:
                job.done.set_exception(ValueError("this picture reader was closed"))

    def _next(self) -> _Job | _Enrolment | None:
        """Waits for a job that can run, and meanwhile has a worker ready where one will be needed; None at the end."""
        while True:
            with self._change:
                while (job := self._ready_job()) is None and not self._closed and not self._wanted:
                    if not self._change.wait(self._idle_seconds):
                        self._host.rest()
                if self._closed:
                    return None
                self._wanted = False
                if job is not None:
                    self._jobs.remove(job)
                    self._running = job
                    return job
            self._host.warm_up()

    def _ready_job(self) -> _Job | _Enrolment | None:
        for job in self._jobs:
            if isinstance(job, _Job):
                job.gallery = job.gallery or self._gallery
                if job.gallery is None:
                    continue
            return job
        return None

    def _look(self, job: _Job) -> None:
        gallery = job.gallery or Gallery()
        reading = self._host.look(job.data, gallery)
        with self._change:
            if self._closed:
                return  # what came of it is the end of the worker, not of the picture; _run answers
            if self._host.version != self._results_version:
                self._results.clear()
                self._results_version = self._host.version
            self._results.put(gallery, reading)
            self._running = None
        job.done.set_result(reading)

    def _enrol(self, job: _Enrolment) -> None:
        try:
            photo = self._host.enrol(job.data)
        except PicturesUnavailable as error:
            job.done.set_exception(error)
        else:
            if self._closed:
                return
            job.done.set_result(photo)
        with self._change:
            self._running = None
