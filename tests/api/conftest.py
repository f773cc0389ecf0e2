from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.api.support import Service, make_service


@pytest.fixture
def service(tmp_path: Path) -> Iterator[Service]:
    made = make_service(tmp_path)
    yield made
    made.close()


@pytest.fixture
def demo(tmp_path: Path) -> Iterator[Service]:
    made = make_service(tmp_path, demo=True)
    yield made
    made.close()
