"""One dump of a small home for each schema that was released: `schema_1.sql`, frozen since.

`python -m tests.databases.dumps` writes that of the present schema, before its release only.
"""

from __future__ import annotations

import contextlib
import sqlite3
import tempfile
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
        return "\n".join([*marks, *connection.iterdump(), ""])


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
