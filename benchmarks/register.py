"""What 2,000 people on the register cost: processor milliseconds of each thing a check or the list's page asks of it.

python -m benchmarks.register
"""

from __future__ import annotations

import secrets
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from guard.register import Name, PersonEntry, Purpose, Register


def spent(work: Callable[[], object]) -> float:
    started = time.process_time()
    work()
    return (time.process_time() - started) * 1000


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        key = secrets.token_bytes(32)
        with Register.open(Path(folder) / "register.db", key_source=key, create=True) as register:
            people = [
                PersonEntry(Name(f"Marisol {number}", "Quennelby"), Name("Mari", f"Ostrander {number}"), "4B")
                for number in range(2000)
            ]
            now = datetime.now(UTC)
            print(f"{'writing 2,000 people':42}{spent(lambda: register.add_many(people)):9.2f} ms")
            print(f"{'their names, the first time (aim 150)':42}{spent(register.names):9.2f} ms")
            print(f"{'their names, remembered':42}{spent(register.names):9.2f} ms")
            consents = lambda: register.consents(Purpose.PICTURE, "social_media", now)  # noqa: E731
            print(f"{'their consents, the first time':42}{spent(consents):9.2f} ms")
            print(f"{'their consents, again':42}{spent(consents):9.2f} ms")
            versions = spent(lambda: [register.version for _ in range(200)]) / 200
            print(f"{'the version, asked at each check (aim 1)':42}{versions:9.3f} ms")


if __name__ == "__main__":
    main()
