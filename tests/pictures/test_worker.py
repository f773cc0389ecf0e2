"""The worker process: it is started, restarted, limited, and what it sees is remembered for a while and no longer."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from guard.model import Media, SkipCode
from guard.pictures.errors import PicturesUnavailable
from guard.pictures.messages import MESSAGE_LIMIT
from guard.pictures.results import Results
from guard.pictures.worker_client import ReaderState, WorkerReader
from guard.reading import PictureReading
from guard.vocabulary import Enrolment, Gallery
from tests.pictures.class_picture import compose
from tests.pictures.files import encoded, gif_claiming, png_claiming, portrait
from tests.pictures.photos import photo

COUNT_ONLY = Gallery("1")


@pytest.fixture
def reader() -> Iterator[WorkerReader]:
    reader = WorkerReader()
    yield reader
    reader.close()


def once(condition: Callable[[], bool], seconds: float = 60) -> None:
    """Waits until something is so."""
    pause = threading.Event()
    for _ in range(int(seconds * 50)):
        if condition():
            return
        pause.wait(0.02)
    raise AssertionError("it did not happen in time")


def answer_of(reader: WorkerReader, digest: str, gallery: Gallery = COUNT_ONLY) -> PictureReading:
    (reading,) = reader.read([Media.from_digest(digest)], gallery)
    return reading


def finished(reader: WorkerReader, digest: str, gallery: Gallery = COUNT_ONLY) -> PictureReading:
    once(lambda: answer_of(reader, digest, gallery).skipped is not SkipCode.PENDING)
    return answer_of(reader, digest, gallery)


@pytest.fixture(autouse=True)
def with_this_gallery(worker: WorkerReader) -> None:
    """A submitted picture is read with the gallery of the latest question, which may be another file's."""
    answer_of(worker, "0" * 64)


def test_a_submitted_picture_is_pending_then_read(worker: WorkerReader) -> None:
    data = encoded(portrait(), "JPEG", quality=80)
    digest = worker.submit(data, "portrait.jpg")
    assert worker.submit(data) == digest
    assert answer_of(worker, digest).skipped in (SkipCode.PENDING, None)
    reading = finished(worker, digest)
    assert (reading.width, reading.height, len(reading.faces)) == (512, 512, 1)
    assert reading.digest == digest


def test_a_picture_never_seen_is_unknown(worker: WorkerReader) -> None:
    assert answer_of(worker, "0" * 64).skipped is SkipCode.UNKNOWN_PICTURE


def test_another_gallery_or_threshold_has_not_seen_the_picture(worker: WorkerReader) -> None:
    digest = worker.submit(encoded(portrait(), "JPEG", quality=81))
    assert finished(worker, digest).skipped is None
    assert answer_of(worker, digest, Gallery("2")).skipped is SkipCode.UNKNOWN_PICTURE
    assert answer_of(worker, digest, Gallery("1", threshold=0.5)).skipped is SkipCode.UNKNOWN_PICTURE
    assert answer_of(worker, digest).skipped is None


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"no picture at all", SkipCode.UNSUPPORTED),
        (b"", SkipCode.UNREADABLE),
        (png_claiming(50_000, 50_000), SkipCode.TOO_LARGE),
        (gif_claiming(65_535, 65_535), SkipCode.TOO_LARGE),
        (bytes(40_000_001), SkipCode.TOO_LARGE),
    ],
    ids=["unsupported", "empty", "bomb", "bomb of a frame", "too many bytes"],
)
def test_why_a_picture_was_not_read_is_said_both_ways(worker: WorkerReader, data: bytes, code: SkipCode) -> None:
    assert finished(worker, worker.submit(data)).skipped is code
    assert worker.read([Media.from_bytes(data)], COUNT_ONLY)[0].skipped is code


def test_a_missing_file_is_unreadable(worker: WorkerReader, tmp_path: Path) -> None:
    path = tmp_path / "gone.jpg"
    path.write_bytes(b"x")
    media = Media.from_path(path)
    path.unlink()
    assert worker.read([media], COUNT_ONLY)[0].skipped is SkipCode.UNREADABLE


def test_many_pictures_from_many_threads_come_back_in_order(worker: WorkerReader) -> None:
    pictures = [encoded(portrait().resize((side, side)), "PNG") for side in (96, 128, 160, 192)]
    answers: dict[int, list[int]] = {}

    def ask(number: int) -> None:
        readings = worker.read([Media.from_bytes(data) for data in pictures], COUNT_ONLY)
        answers[number] = [reading.width for reading in readings]

    threads = [threading.Thread(target=ask, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert answers == {number: [96, 128, 160, 192] for number in range(4)}


def test_a_worker_killed_in_the_middle_of_a_picture_is_replaced(reader: WorkerReader) -> None:
    reader.read([Media.from_bytes(encoded(portrait()))], COUNT_ONLY)
    first = reader.worker_pid
    assert first is not None
    digest = reader.submit(compose(30, seed=21).data)
    once(lambda: answer_of(reader, digest).skipped is SkipCode.PENDING)
    os.kill(first, signal.SIGKILL)
    assert len(finished(reader, digest).faces) >= 25
    assert reader.worker_pid not in (None, first)


def test_a_picture_that_takes_too_long_is_given_up_and_the_next_is_read(reader: WorkerReader) -> None:
    hasty = WorkerReader(timeout=0.05)
    data = compose(4, seed=22).data
    assert hasty.read([Media.from_bytes(data)], COUNT_ONLY)[0].skipped is SkipCode.TIMEOUT
    assert hasty.worker_pid is None
    hasty.close()
    assert len(reader.read([Media.from_bytes(data)], COUNT_ONLY)[0].faces) == 4


def test_without_weights_there_are_no_models(tmp_path: Path) -> None:
    reader = WorkerReader(models=tmp_path)
    assert reader.state is ReaderState.NO_MODELS
    assert finished(reader, reader.submit(encoded(portrait()))).skipped is SkipCode.NO_MODELS
    with pytest.raises(PicturesUnavailable, match="school-guard models install"):
        reader.enrol(Media.from_path(photo("astronaut.png")))
    reader.close()


def test_a_closed_reader_says_so(reader: WorkerReader) -> None:
    reader.warm_up()
    once(lambda: reader.worker_pid is not None)
    assert reader.state is ReaderState.READY
    reader.close()
    assert reader.worker_pid is None
    with pytest.raises(ValueError, match="closed"):
        reader.submit(b"")


def test_a_full_queue_lets_pictures_go(reader: WorkerReader) -> None:
    data = encoded(portrait())
    reader_of_little = WorkerReader(queue_bytes=len(data) - 1)
    digest = reader_of_little.submit(data)
    assert answer_of(reader_of_little, digest).skipped is SkipCode.UNKNOWN_PICTURE
    reader_of_little.close()


def test_results_are_forgotten_by_age_and_by_number() -> None:
    now = [0.0]
    results = Results(entries=2, seconds=60, clock=lambda: now[0])
    for digest in "abc":
        results.put(COUNT_ONLY, PictureReading(digest, 1, 1))
    assert results.get("a", COUNT_ONLY) is None
    assert results.get("c", COUNT_ONLY) == PictureReading("c", 1, 1)
    now[0] = 61
    assert results.get("c", COUNT_ONLY) is None
    assert len(results) == 0


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_the_worker_is_nice_limited_and_writes_nothing(worker: WorkerReader) -> None:
    worker.read([Media.from_bytes(encoded(portrait()))], COUNT_ONLY)
    process = Path(f"/proc/{worker.worker_pid}")
    limits = {line[:25].strip(): line[25:].split()[0] for line in (process / "limits").read_text().splitlines()[1:]}
    assert limits["Max file size"] == "0"
    assert limits["Max core file size"] == "0"
    assert int(limits["Max address space"]) <= 3_000_000_000
    assert int(limits["Max cpu time"]) > 0
    assert os.getpriority(os.PRIO_PROCESS, worker.worker_pid or 0) >= os.getpriority(os.PRIO_PROCESS, 0) + 10 or (
        os.getpriority(os.PRIO_PROCESS, worker.worker_pid or 0) == 19
    )
    outputs = {os.readlink(process / "fd" / name) for name in ("0", "1", "2")}
    assert outputs == {os.devnull}


def test_the_client_loads_nothing_that_reads_pictures() -> None:
    code = (
        "import sys, guard.pictures, guard.pictures.worker_client, guard.models;"
        "print(sorted({'cv2', 'numpy', 'PIL', 'onnxruntime', 'dlib'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_worker_that_is_told_nonsense_ends() -> None:
    command = [sys.executable, "-m", "guard.pictures.worker"]
    done = subprocess.run(command, input=(MESSAGE_LIMIT + 1).to_bytes(4, "big"), capture_output=True, timeout=120)
    assert done.returncode != 0
    assert done.stderr == b""


def test_neither_gallery_nor_readings_nor_jobs_show_a_template_or_picture() -> None:
    gallery = Gallery("1", (Enrolment("secret-person", (b"template",)),))
    assert "template" not in repr(gallery)
    assert "secret-person" not in repr(gallery)
