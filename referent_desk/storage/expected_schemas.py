"""What the file of a home must look like after all migrations.

To run them takes as long as to print a binder, and every backup asks for it. So it is compiled:
`python3 run.py schema`. Where the steps are not those it was compiled from, they are run.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
from functools import cache

from referent_desk.resources import resource
from referent_desk.storage import migrations
from referent_desk.storage.connections import open_memory

COMPILED = ("schema", "newest.json")

Schema = frozenset[tuple[str, str]]
"""Names and SQL of tables, indices, views and triggers."""


@cache
def expected_schema() -> Schema:
    try:
        compiled = json.loads(resource(*COMPILED).read_text(encoding="utf-8"))
        if compiled["steps"] == _mark_of_steps():
            return frozenset((str(name), str(sql)) for name, sql in compiled["schema"])
    except (OSError, ValueError, LookupError, TypeError):
        pass  # a program without it, or with a damaged one, is only slower
    return migrated_schema()


def migrated_schema() -> Schema:
    connection = open_memory()
    try:
        migrations.migrate(connection, 0)
        return schema_of(connection)
    finally:
        connection.close()


def schema_of(connection: sqlite3.Connection) -> Schema:
    rows = connection.execute("SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL")
    return frozenset((str(name), str(sql)) for name, sql in rows)


def compiled() -> str:
    found = {"steps": _mark_of_steps(), "schema": sorted(migrated_schema())}
    return json.dumps(found, ensure_ascii=False, indent=1) + "\n"


def _mark_of_steps() -> str:
    every = "\0".join(map(migrations.step, range(1, migrations.NEWEST + 1)))
    return hashlib.sha256(every.encode()).hexdigest()
