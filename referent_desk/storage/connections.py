"""How the live file and received files are opened by SQLite."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from referent_desk.domain.texts import folded, spelling_key
from referent_desk.errors import DamagedData
from referent_desk.language import _

OLDEST_SQLITE = (3, 37, 0)
_WAIT_MILLISECONDS = 500


def open_file(path: Path, mode: str) -> sqlite3.Connection:
    """`mode` is `rwc`, `rw`, `ro` or `immutable`. The path may hold any character."""
    if sqlite3.sqlite_version_info < OLDEST_SQLITE:
        raise DamagedData(
            _("The SQLite library of this computer is too old ({version}).").format(
                version=sqlite3.sqlite_version
            ),
            _("Install the program anew: it brings its own."),
        )
    query = "mode=ro&immutable=1" if mode == "immutable" else f"mode={mode}"
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?{query}",
        uri=True,
        isolation_level=None,
        check_same_thread=True,
        cached_statements=256,
    )
    try:
        _prepare(connection, writable=mode in {"rw", "rwc"})
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def open_memory() -> sqlite3.Connection:
    """An empty database that no file holds."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    lend_letters(connection)
    return connection


def lend_letters(connection: sqlite3.Connection) -> None:
    """The functions by which triggers and views of the schema fold what is found by its name."""
    connection.create_function("folded", 1, folded, deterministic=True)
    connection.create_function("spelled", 1, spelling_key, deterministic=True)


def _prepare(connection: sqlite3.Connection, *, writable: bool) -> None:
    """DELETE and EXTRA lost nothing in thousands of simulated power cuts; WAL and FULL did."""
    connection.execute(f"PRAGMA busy_timeout = {_WAIT_MILLISECONDS}")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA cell_size_check = ON")
    lend_letters(connection)
    if writable:
        connection.execute("PRAGMA journal_mode = DELETE")
        connection.execute("PRAGMA synchronous = EXTRA")
        connection.execute("PRAGMA temp_store = MEMORY")
    connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
