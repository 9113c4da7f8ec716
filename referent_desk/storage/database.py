"""The home's one file: engine, transactions, and what becomes of a file that is not as expected."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from enum import Enum, auto
from functools import cache
from pathlib import Path
from typing import Any, cast

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DatabaseError
from sqlalchemy.pool import StaticPool
from sqlalchemy.util import LRUCache

from referent_desk.clock import Clock
from referent_desk.domain.texts import clean_line
from referent_desk.errors import Busy, DeskError, NewerData, NoRoom
from referent_desk.language import _
from referent_desk.storage.audit import Origin
from referent_desk.storage.connections import open_file
from referent_desk.storage.locks import Holder
from referent_desk.storage.older_files import open_for_reading
from referent_desk.storage.readings import remembering
from referent_desk.storage.troubles import file_identity, trouble_in_words
from referent_desk.storage.work import Work

__all__ = ["Connection", "Database", "OnlyReadBecause"]
_COMPILED = 500
"""Statements that stay compiled."""


class OnlyReadBecause(Enum):
    ASKED = auto()
    LOCKED = auto()
    NEWER = auto()
    NO_PERMISSION = auto()
    UNFINISHED = auto()
    """Read-only media with an unfinished transaction: the last change may be missing."""


class Database:
    """One connection to one file, used by one thread."""

    def __init__(
        self,
        path: Path,
        mode: str,
        clock: Clock,
        because: OnlyReadBecause | None = None,
        holder: Holder | None = None,
    ) -> None:
        """`mode` as in `open_file`; `because` says why it is not one that writes.

        `holder` is who writes meanwhile, where that is known.
        """
        self.path = path
        self.read_only = mode not in {"rw", "rwc"}
        self.because = because
        self.holder = holder
        self.changed = False
        self.clock = clock
        self._driver = open_for_reading(path, mode) if self.read_only else open_file(path, mode)
        self._identity = file_identity(path)
        self._engine = _engine(self._driver)

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A reading transaction: everything seen in it belongs together."""
        with _said_in_words(self.path), self._engine.connect() as connection, connection.begin():
            yield remembering(connection)

    @contextmanager
    def write(
        self,
        action: str,
        *,
        origin: Origin = Origin.HAND,
        actor_id: str | None = None,
        actor_name: str = "",
    ) -> Iterator[Work]:
        """One use case: all of it with its audit entry, or nothing."""
        if self.read_only:
            raise self._refusal()
        with _said_in_words(self.path, writing=True), self._engine.connect() as plain:
            connection = plain.execution_options(referent_desk_writes=True)
            with connection.begin():
                work = Work(connection, self.clock.now(), action, origin)
                yield work
                written = work.finish(actor_id, actor_name)
            self.changed = self.changed or written

    def moment(self, connection: Connection) -> tuple[int, int] | None:
        """The same as before only if nothing was written since, by this program or another one.

        None in a writing transaction: what is read there may still be taken back.
        """
        if connection.get_execution_options().get("referent_desk_writes", False):
            return None
        by_others = connection.exec_driver_sql("PRAGMA data_version").scalar_one()
        return int(by_others), self._driver.total_changes

    def _refusal(self) -> DeskError:
        if self.because is OnlyReadBecause.NEWER:
            return NewerData(
                _("This home was written by a newer version of the program: it is only read."),
                _("Reading and printing work. To change something, start the newer version."),
            )
        happened = _("This home is open for reading only; nothing was changed.")
        if self.because in {OnlyReadBecause.NO_PERMISSION, OnlyReadBecause.UNFINISHED}:
            return NoRoom(happened, _("Choose a home in a folder where you may write."))
        if self.holder is not None:
            happened = _(
                "{account} is writing in this home from the computer {computer}; nothing was "
                "changed."
            ).format(
                account=clean_line(self.holder.account),
                computer=clean_line(self.holder.computer),
            )
        return Busy(
            happened,
            _("Close the program that is writing, or choose a home where you may write."),
        )

    def is_in_place(self) -> bool:
        """Whether the file that was opened still lies there and answers."""
        if self._identity is None or file_identity(self.path) != self._identity:
            return False
        try:
            self._driver.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        except sqlite3.OperationalError as error:
            return error.sqlite_errorname.startswith("SQLITE_BUSY")
        except sqlite3.DatabaseError:
            return False
        return True

    def driver(self) -> sqlite3.Connection:
        """The bare connection, for copying the file page by page."""
        return self._driver

    def close(self) -> None:
        self._engine.dispose()
        self._driver.close()


@cache
def _pattern() -> Engine:
    """Its dialect is made ready once; statements are compiled for it, not for each file anew."""
    made = create_engine("sqlite+pysqlite://").execution_options(compiled_cache=LRUCache(_COMPILED))
    made.connect().close()
    made.dispose()
    return made


def _engine(driver: sqlite3.Connection) -> Engine:
    """An engine on a connection in autocommit mode: every BEGIN is ours."""
    pattern = _pattern()
    pool = StaticPool(cast(Any, lambda: driver), dialect=pattern.dialect)
    options = pattern.get_execution_options()
    engine = Engine(pool, pattern.dialect, pattern.url, execution_options=options)

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        writes = connection.get_execution_options().get("referent_desk_writes", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


@contextmanager
def _said_in_words(path: Path, *, writing: bool = False) -> Iterator[None]:
    try:
        yield
    except (DatabaseError, sqlite3.DatabaseError) as error:
        trouble = trouble_in_words(error, path, writing=writing)
        if trouble is None:
            raise
        raise trouble from error
