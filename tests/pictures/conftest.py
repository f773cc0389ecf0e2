"""One engine and one worker for all picture tests, since loading takes a second. The weights must be installed."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from guard.pictures.engine import FaceEngine
from guard.pictures.worker_client import WorkerReader


@pytest.fixture(scope="session")
def engine() -> FaceEngine:
    return FaceEngine()


@pytest.fixture(scope="session")
def worker() -> Iterator[WorkerReader]:
    reader = WorkerReader()
    yield reader
    reader.close()
