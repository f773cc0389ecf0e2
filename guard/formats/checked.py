"""A draft together with what came of it and where it stood, as the formats write it down."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from guard.model import Draft, Report


@dataclass(frozen=True, slots=True)
class Checked:
    """A draft and its report. `name` is what people call it; `path`, `line`, `id`: its place in a file, if any."""

    draft: Draft = field(repr=False)
    report: Report
    name: str = ""
    path: Path | None = None
    line: int | None = None
    id: str | int | None = None


@dataclass(frozen=True, slots=True)
class Refused:
    """A line that is no post, and why; the reason names the file and the line, and never quotes it."""

    path: Path
    line: int
    why: str
