"""A file of an older schema that may only be read: it is read through an upgraded copy in memory.

So that a home on read-only media, or one that another program holds, can always be seen and
printed.
"""

from __future__ import annotations

import contextlib
import sqlite3
from pathlib import Path

from referent_desk.storage import migrations
from referent_desk.storage.connections import open_file, open_memory


def open_for_reading(path: Path, mode: str) -> sqlite3.Connection:
    """The file itself, or its upgraded copy; `mode` is `ro` or `immutable`."""
    connection = open_file(path, mode)
    present = int(connection.execute("PRAGMA user_version").fetchone()[0])
    if not 0 < present < migrations.NEWEST:
        return connection
    copy = open_memory()
    with contextlib.closing(connection):
        connection.backup(copy, pages=-1)
    migrations.migrate(copy, present)
    copy.execute("PRAGMA query_only = ON")
    return copy
