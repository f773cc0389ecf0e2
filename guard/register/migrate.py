"""Bringing a register file up to the tables of this version."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from typing import Any

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, insert, inspect

from guard.register.database import Database
from guard.register.errors import RegisterTooNew, RegisterUnreadable
from guard.register.schema import Meta

# Alembic hands connection and operations to the scripts through module attributes: one migration at a time.
_one_at_a_time = threading.Lock()


def migrate(database: Database, first: Mapping[str, Any] | None = None) -> None:
    """Migrate an older file, in one transaction; with `first`, the columns of `Meta`, make a register of an empty one.

    Raises RegisterTooNew for a file of a later version, RegisterUnreadable for one that is no register.
    """
    scripts = ScriptDirectory.from_config(_config())
    with database.reading() as session:
        if _revision(session.connection()) == scripts.get_current_head():
            return
    with _one_at_a_time, database.setting_up() as connection:
        revision = _revision(connection)
        if revision is None:
            if first is None or inspect(connection).get_table_names():
                raise RegisterUnreadable(
                    f"the file {database.path} is no register: name the right file, or another one to make"
                )
            upgrade(connection)
            connection.execute(insert(Meta).values(first))
        elif revision not in {script.revision for script in scripts.walk_revisions()}:
            raise RegisterTooNew(
                f"the register at {database.path} was written by a later version of School Guard: "
                "install that version or a newer one, here too"
            )
        else:
            upgrade(connection)


def upgrade(connection: Connection, revision: str = "head") -> None:
    """Run the scripts up to `revision` inside the open transaction of `connection`."""
    config = _config()
    config.attributes["connection"] = connection
    command.upgrade(config, revision)


def _config() -> Config:
    config = Config()
    # Alembic looks the package up by importlib.resources, so that an installed wheel serves as well.
    config.set_main_option("script_location", "guard.register:migrations")
    config.set_main_option("path_separator", "os")
    return config


def _revision(connection: Connection) -> str | None:
    return MigrationContext.configure(connection).get_current_revision()
