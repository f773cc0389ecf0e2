"""How long the service takes: to be ready, to answer, and to answer while it reads a picture.

python -m benchmarks.service [--requests 2000] [--pictures 6] [--starts 5]

The round trip is measured in turns with a bare Flask route behind the same server, so their ratio can be compared from
one machine to another; milliseconds cannot. Needs the extras `service` and `pictures`; without weights the pictures
are left out.
"""

from __future__ import annotations

import argparse
import hashlib
import http.client
import io
import json
import os
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from benchmarks.text import BASIC, POST
from guard.rules import all_rules

BARE = """
from flask import Flask, request
from waitress.server import create_server
app = Flask("bare")
@app.post("/echo")
def echo():
    return {"length": len(request.get_json()["draft"]["parts"][0]["text"])}
server = create_server(app, host="127.0.0.1", port=0, threads=8)
print("ready at http://127.0.0.1:%s" % server.effective_port, flush=True)
server.run()
"""
DRAFT = {"draft": {"parts": [{"text": POST[:1000]}], "site": "x.com", "account": {"kind": "personal", "handle": "@a"}}}
BODY = json.dumps(DRAFT).encode()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--requests", type=int, default=2000, help="of each kind (default: %(default)s)")
    parser.add_argument("--pictures", type=int, default=6, help="12-megapixel pictures read (default: %(default)s)")
    parser.add_argument("--starts", type=int, default=5, help="starts of the service (default: %(default)s)")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder) / "data"
        measure_starts(data, options.starts)
        with service(data) as (port, token), bare() as bare_port:
            ours, theirs = Caller(port, "/v1/check", token), Caller(bare_port, "/echo")
            measure_round_trip("check over HTTP, all rules", ours, theirs, options.requests)
            measure_beside_pictures(ours, port, token, options.pictures)
        with basic_service(Path(folder)) as (port, token), bare() as bare_port:
            ours, theirs = Caller(port, "/v1/check", token), Caller(bare_port, "/echo")
            measure_round_trip("check over HTTP, basic rules", ours, theirs, options.requests)


class Caller:
    """One kept connection that posts the same draft again and again."""

    def __init__(self, port: int, path: str, token: str = "") -> None:
        self._connection = http.client.HTTPConnection("127.0.0.1", port)
        self._path = path
        self._headers = {"Content-Type": "application/json", "Authorization": f"Bearer {token}"}

    def milliseconds(self) -> float:
        """How long one round trip took."""
        started = time.perf_counter()
        self._connection.request("POST", self._path, BODY, self._headers)
        answer = self._connection.getresponse()
        answer.read()
        took = (time.perf_counter() - started) * 1000
        if answer.status != 200:
            raise SystemExit(f"{self._path} answered {answer.status}")
        return took


@contextmanager
def service(data: Path) -> Iterator[tuple[int, str]]:
    """The demo in a process of its own: its port and token."""
    command = [sys.executable, "-m", "guard.cli", "demo", "--no-browser", "--port", "0", "--data-dir", str(data)]
    with running(command) as port:
        yield port, (data / "token").read_text()


@contextmanager
def basic_service(folder: Path) -> Iterator[tuple[int, str]]:
    """A service with the rules a school would begin with only (`benchmarks.text.BASIC`): its port and token."""
    policy, data = folder / "basic.toml", folder / "basic"
    others = (slug for slug, each in all_rules().items() if each.rule.requirement not in BASIC)
    policy.write_text('extends = "demo"\n' + "".join(f"[rules.{slug}]\nenabled = false\n" for slug in others), "utf-8")
    register = folder / "register" / "register.db"
    command = [sys.executable, "-m", "guard.cli", "serve", "--policy", str(policy), "--port", "0"]
    key = {"SCHOOL_GUARD_KEY_FILE": str(folder / "key")}
    with running([*command, "--data-dir", str(data), "--register", str(register)], key) as port:
        yield port, (data / "token").read_text()


@contextmanager
def bare() -> Iterator[int]:
    """The bare route in a process of its own."""
    with running([sys.executable, "-c", BARE]) as port:
        yield port


@contextmanager
def running(command: Sequence[str], variables: Mapping[str, str] | None = None) -> Iterator[int]:
    """A program that says where it answers, until the end of the block."""
    environment = {**os.environ, **(variables or {})}
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env=environment)
    assert process.stdout is not None
    try:
        yield int(process.stdout.readline().rsplit(":", 1)[1])
    finally:
        process.terminate()
        process.wait()
        process.stdout.close()


def measure_starts(data: Path, starts: int) -> None:
    """From starting the process to the first answer; the very first start also makes the register."""
    took = []
    for _ in range(starts + 1):
        started = time.perf_counter()
        with service(data) as (port, token):
            ready = time.perf_counter() - started
            first = Caller(port, "/v1/check", token).milliseconds()
        took.append((ready, first))
    print(f"first start, with a new register   ready after {took[0][0]:.2f} s")
    print(f"ready for text                     {statistics.median(each[0] for each in took[1:]):.2f} s")
    print(f"first check after it               {statistics.median(each[1] for each in took[1:]):.0f} ms")


def measure_round_trip(what: str, ours: Caller, theirs: Caller, requests: int) -> None:
    """A post of 1,000 characters, in turns."""
    for _ in range(50):
        ours.milliseconds()
        theirs.milliseconds()
    pairs = [(ours.milliseconds(), theirs.milliseconds()) for _ in range(requests)]
    mine, bare_route = [each[0] for each in pairs], [each[1] for each in pairs]
    print(f"{what:<34} {spread(mine)}")
    print(f"bare Flask route                   {spread(bare_route)}")
    print(f"ratio of the medians               {statistics.median(mine) / statistics.median(bare_route):.1f}")


def measure_beside_pictures(ours: Caller, port: int, token: str, pictures: int) -> None:
    """The same check every 10 ms while 12-megapixel pictures are sent and read one after the other."""
    quiet = paced(ours, threading.Event(), 3.0)
    print(f"check every 10 ms, quiet           {spread(quiet)}")
    files = [picture(each) for each in range(pictures)]
    done = threading.Event()
    states: list[str] = []
    reading: list[float] = []

    def send() -> None:
        try:
            for each in files:
                started = time.perf_counter()
                states.append(read(each, port, token))
                reading.append(time.perf_counter() - started)
        finally:
            done.set()

    sender = threading.Thread(target=send)
    sender.start()
    busy = paced(ours, done, 120.0)
    sender.join()
    if set(states) != {"read"}:
        print(f"pictures were not read ({', '.join(sorted(set(states)))}): nothing to measure beside them")
        return
    print(f"check every 10 ms, pictures read   {spread(busy)}   ({pictures} of 12 megapixels)")
    print(f"a picture, sent and read           {statistics.median(reading):.2f} s, the first {reading[0]:.2f} s")


def paced(caller: Caller, done: threading.Event, seconds: float) -> list[float]:
    """Round trips, one begun every 10 ms, until `done` or the time is over."""
    took = []
    ends = time.perf_counter() + seconds
    while not done.wait(0.01) and time.perf_counter() < ends:
        took.append(caller.milliseconds())
    return took


def read(data: bytes, port: int, token: str) -> str:
    """Send a picture and ask with a check, as the extension does, until it is read; its last state."""
    digest = hashlib.sha256(data).hexdigest()
    authorization = {"Authorization": f"Bearer {token}"}
    connection = http.client.HTTPConnection("127.0.0.1", port)
    connection.request("PUT", f"/v1/pictures/{digest}", data, {"Content-Type": "image/jpeg", **authorization})
    connection.getresponse().read()
    body = json.dumps({"draft": {"media": [{"digest": digest}]}})
    while True:
        connection.request("POST", "/v1/check", body, {"Content-Type": "application/json", **authorization})
        answer = json.loads(connection.getresponse().read())
        if answer["retry_after_ms"] is None:
            connection.close()
            return "read" if answer["pictures"] else str(answer["skipped"][0]["code"])
        time.sleep(answer["retry_after_ms"] / 1000)


def picture(seed: int) -> bytes:
    """A JPEG of 4,000 x 3,000 pixels: soft shapes and grain, some megabytes, as a phone makes them."""
    import numpy as np
    from PIL import Image

    random = np.random.default_rng(seed)
    shapes = Image.fromarray(random.integers(0, 255, (30, 40, 3), dtype=np.uint8)).resize(
        (4000, 3000), Image.Resampling.BICUBIC
    )
    grain = random.normal(0, 6, (3000, 4000, 1))
    file = io.BytesIO()
    Image.fromarray(np.clip(np.asarray(shapes) + grain, 0, 255).astype(np.uint8)).save(file, "JPEG", quality=88)
    return file.getvalue()


def spread(values: Sequence[float]) -> str:
    """Median, 99th percentile and maximum in milliseconds."""
    ordered = sorted(values)
    p99 = ordered[min(len(ordered) - 1, int(len(ordered) * 0.99))]
    return f"p50 {statistics.median(ordered):.2f} ms, p99 {p99:.2f} ms, max {ordered[-1]:.1f} ms"


if __name__ == "__main__":
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    main()
