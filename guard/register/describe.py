"""What is recorded of people, in words for the command line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta

from guard.register.consents import naming_level, picture_channels
from guard.register.entries import ALL_CHANNELS, NamingLevel, PersonRecord, Recognition, RegisterSummary

_MOMENT = timedelta(microseconds=1)
_NAMED = {NamingLevel.NONE: "not named", NamingLevel.FIRST: "first name", NamingLevel.FULL: "full name"}


def heading(summary: RegisterSummary, age_days: int) -> str:
    """How many people, how old the list is, and what waits to be done."""
    changed = {0: "today", 1: "yesterday"}.get(age_days, f"{age_days} days ago")
    counts = (
        f"Pupils {summary.pupils}, adults {summary.adults}, recognised in pictures {summary.recognisable}. "
        f"Last changed {changed}."
    )
    if summary.overdue:
        counts += f" Past their day and to be removed: {summary.overdue} (school-guard register purge --overdue)."
    return counts


def table(records: Sequence[PersonRecord], at: datetime) -> Iterator[str]:
    """One line a person, columns aligned."""
    rows = [
        (
            record.reference,
            record.label,
            record.group or record.kind,
            _pictures(record, at),
            _named(record, at),
            _recognised(record.recognition, at.date()),
        )
        for record in records
    ]
    widths = [max(len(row[column]) for row in rows) for column in range(6)] if rows else []
    for row in rows:
        yield "  ".join(text.ljust(width) for text, width in zip(row, widths, strict=True)).rstrip()


def person(record: PersonRecord, at: datetime) -> Iterator[str]:
    """A person in full, one fact a line."""
    yield f"Reference   {record.reference}"
    yield f"Name        {record.label}"
    yield f"Group       {record.group or '-'} ({record.kind})"
    yield f"Added       {record.added_at.date()}"
    yield f"Keep until  {record.keep_until or 'no date set'}"
    yield f"Pictures    {_pictures(record, at).removeprefix('pictures: ')}"
    yield f"Naming      {_named(record, at)}"
    yield f"Recognition {_recognised(record.recognition, at.date())}"
    for stored in record.consents:
        entry = stored.entry
        channel = "everywhere" if entry.channel == ALL_CHANNELS else entry.channel
        level = f" ({_NAMED[entry.naming]})" if entry.naming is not NamingLevel.NONE else ""
        dates = "".join(
            f", {word} {moment.date()}"
            for word, moment in (
                ("from", entry.valid_from),
                ("until", entry.valid_until and entry.valid_until - _MOMENT),  # its last day, not the one after
                ("withdrawn", stored.withdrawn_at),
            )
            if moment is not None
        )
        yield f"  {entry.purpose} {channel}: {entry.state}{level}, said by {entry.given_by}{dates}"


def _pictures(record: PersonRecord, at: datetime) -> str:
    allowed, denied = picture_channels(record.consents, at)
    if not allowed:
        return "no pictures"
    if ALL_CHANNELS not in allowed:
        return f"pictures: {', '.join(allowed)}"
    return f"pictures: everywhere but {', '.join(denied)}" if denied else "pictures: everywhere"


def _named(record: PersonRecord, at: datetime) -> str:
    return _NAMED[naming_level(record.consents, ALL_CHANNELS, at)]


def _recognised(recognition: Recognition | None, today: date) -> str:
    if recognition is None or not recognition.templates or not recognition.valid_on(today):
        return "not recognised"
    by = f", by the engine {recognition.engine} only" if recognition.engine not in (None, "onnx") else ""
    return f"recognised until {recognition.expires_on}{by}"
