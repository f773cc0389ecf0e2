"""The SQLite file: its connections, its transactions, and the errors they raise put into words."""

from __future__ import annotations

import secrets
import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, update
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from guard.register.errors import RegisterUnreadable
from guard.register.schema import Meta

_BUSY_SECONDS = 5
_WRITING = {"school_guard_writing": True}
_READ_VERSION = "SELECT version FROM meta"


class Database:
    """Transactions on one register file. Thread-safe: every transaction has a connection of its own.

    A file put in the place of the one opened, from a backup or another machine, is noticed at the next transaction.
    """

    def __init__(self, path: Path, make_ready: Callable[[Database], None] | None = None) -> None:
        """`make_ready` is asked to look at the file anew whenever it was changed from outside."""
        self.path = path
        self._closed = False
        self._make_ready = make_ready
        self._replaced = threading.Lock()
        self._file = _identity(path)
        self._engine = _engine(path)
        self._writer = self._engine.execution_options(**_WRITING)

    def close(self) -> None:
        self._closed = True
        self._engine.dispose()

    def follow_file(self) -> None:
        """Let go of the connections when the file is not as it was, since they may hold on to the one before it.

        SQLite keeps a replaced file open, and may take a file written over its own for the one it remembers.
        """
        with self._errors_in_words():
            if _identity(self.path) == self._file:
                return
            with self._replaced:
                found = _identity(self.path)
                if found == self._file:
                    return
                if found is None:
                    raise RegisterUnreadable(f"the register at {self.path} is gone: put it back, or restore a backup")
                if self._make_ready is not None:
                    fresh = Database(self.path)
                    try:
                        self._make_ready(fresh)
                    finally:
                        fresh.close()
                self._engine.dispose()
                self._file = found

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """A consistent view: what others write meanwhile is not seen."""
        self.follow_file()
        with self._errors_in_words(), Session(self._engine, expire_on_commit=False) as session:
            yield session

    @contextmanager
    def writing(self, now: datetime) -> Iterator[Session]:
        """One change, whole or not at all; it gives the register a new version."""
        self.follow_file()
        with self._errors_in_words(), Session(self._writer, expire_on_commit=False) as session, session.begin():
            yield session
            session.execute(update(Meta).values(version=new_version(), updated_at=now))

    @contextmanager
    def setting_up(self) -> Iterator[Connection]:
        """A bare connection in a writing transaction, for making and migrating the tables."""
        with self._errors_in_words(), self._writer.begin() as connection:
            yield connection

    def version(self) -> str:
        """The version now, also when another process has just written."""
        self.follow_file()
        # Read at every check, and twenty times as fast past the transactions that one small value does not need.
        with self._errors_in_words(), closing(self._engine.raw_connection()) as connection:
            cursor = connection.cursor()
            cursor.execute(_READ_VERSION)
            row = cursor.fetchone()
            cursor.close()
        return str(row[0]) if row is not None else ""

    @contextmanager
    def _errors_in_words(self) -> Iterator[None]:
        if self._closed:
            raise RegisterUnreadable(f"the register at {self.path} was closed: open it again")
        try:
            yield
        except (DBAPIError, sqlite3.Error) as error:
            cause = str(error.orig if isinstance(error, DBAPIError) else error)
            if "locked" in cause:
                advice = f"is in use elsewhere and did not answer for {_BUSY_SECONDS} seconds: try again"
            elif "readonly" in cause or "unable to open" in cause:
                advice = "cannot be opened or written to: look at the rights of the file and its folder"
            else:
                advice = "is no register, or is damaged: name the right file, or restore it from a backup"
            # Never the error's own text, which may quote what was to be written.
            raise RegisterUnreadable(f"the register at {self.path} {advice}") from None


def new_version() -> str:
    """Random, so that a file put back from a backup never passes for the one it replaced."""
    return secrets.token_hex(8)


def _identity(path: Path) -> tuple[int, ...] | None:
    """What changes when a file is written to or another one takes its place; None where none can be seen."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns


def _engine(path: Path) -> Engine:
    engine = create_engine(
        URL.create("sqlite", database=str(path)),
        connect_args={"timeout": _BUSY_SECONDS},
        hide_parameters=True,
    )

    @event.listens_for(engine, "connect")
    def connected(connection: Any, _record: object) -> None:
        # The driver would begin transactions by its own lights, and leave DDL outside of them.
        connection.isolation_level = None
        connection.execute("PRAGMA foreign_keys = ON")
        # What is deleted is overwritten, in the file and, with no temporary files, nowhere else.
        connection.execute("PRAGMA secure_delete = ON")
        connection.execute("PRAGMA temp_store = MEMORY")

    @event.listens_for(engine, "begin")
    def begun(connection: Connection) -> None:
        # A writer takes its lock at once: a reader that turns writer half-way could not wait for another.
        writing = connection.get_execution_options().get("school_guard_writing")
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")

    return engine
