"""Numbered steps of SQL, each run once, in one transaction with the number it leads to.

A step is a file `NNNN.sql`, frozen once released. The file is copied and the copy verified before
the first step; `foreign_key_check` and `integrity_check` run before the commit.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path

from referent_desk.storage.files import APPLICATION_ID

_FOLDER = Path(__file__).parent
NEWEST = 6


def step(number: int) -> str:
    return (_FOLDER / f"{number:04}.sql").read_text(encoding="utf-8")


def statements(script: str) -> list[str]:
    """The script's statements; a trigger's body stays whole."""
    found, pending = [], ""
    for line in script.splitlines(keepends=True):
        pending += line
        if line.rstrip().endswith(";") and sqlite3.complete_statement(pending):
            found.append(pending.strip())
            pending = ""
    if pending.strip():
        raise ValueError(f"unfinished statement: {pending.strip()[:80]}")
    return found


def migrate(connection: sqlite3.Connection, present: int, wanted: int = NEWEST) -> None:
    """Bring an open file from version `present` to `wanted`, all or nothing.

    The connection must be in autocommit mode (`isolation_level=None`): the default mode of the
    driver commits before each CREATE and would leave half a migration behind.
    """
    if connection.isolation_level is not None:
        raise ValueError("a migration needs isolation_level=None")
    connection.execute("BEGIN IMMEDIATE")
    try:
        for number in range(present + 1, wanted + 1):
            for statement in statements(step(number)):
                connection.execute(statement)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {wanted}")
        problems = connection.execute("PRAGMA foreign_key_check").fetchall()
        if problems or connection.execute("PRAGMA integrity_check").fetchone()[0] != "ok":
            raise sqlite3.IntegrityError(f"migration to {wanted} left faults: {problems[:3]}")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:  # SQLite itself has rolled back when the disk is full
            connection.execute("ROLLBACK")
        raise
