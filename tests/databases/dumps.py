"""One dump of a small home for each schema that was released: `schema_1.sql`, frozen since.

`python -m tests.databases.dumps` writes that of the present schema, before its release only.
"""

from __future__ import annotations

import contextlib
import sqlite3
import tempfile
from collections.abc import Iterable
from pathlib import Path

from referent_desk.storage import migrations
from tests.storage.small_homes import fill, open_file_at

FOLDER = Path(__file__).parent
DUMPS = sorted(FOLDER.glob("schema_*.sql"))


def dump(path: Path) -> str:
    with contextlib.closing(sqlite3.connect(path)) as connection:
        marks = [
            f"PRAGMA {name} = {connection.execute(f'PRAGMA {name}').fetchone()[0]};"
            for name in ("application_id", "user_version")
        ]
        found = connection.execute(
            "SELECT name, sql || ';' FROM sqlite_schema WHERE sql LIKE 'CREATE VIRTUAL TABLE%'"
        )
        indexes = dict(found.fetchall())
        plain = [line for line in connection.iterdump() if not _is_of_an_index(line, indexes)]
        made = (f"INSERT INTO {name} ({name}) VALUES ('rebuild');" for name in indexes)
        return "\n".join([*marks, *plain[:-1], *indexes.values(), *made, plain[-1], ""])


def _is_of_an_index(line: str, names: Iterable[str]) -> bool:
    """Indexes of words: what they are made of is left out, and made anew when a dump is loaded."""
    made = (f"CREATE TABLE '{name}_" for name in names)
    filled = (f'INSERT INTO "{name}' for name in names)
    return line.startswith((*made, *filled, "INSERT INTO sqlite_master", "PRAGMA writable_schema"))


def load(text: str, path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with contextlib.closing(sqlite3.connect(path)) as connection:
        connection.executescript(text)


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        database = open_file_at(Path(folder))
        with database.write("fill") as work:
            fill(work)
        database.close()
        text = dump(database.path)
    (FOLDER / f"schema_{migrations.NEWEST}.sql").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
