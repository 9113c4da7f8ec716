from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from referent_desk.storage import migrations
from referent_desk.storage.connections import open_file
from referent_desk.storage.files import APPLICATION_ID, FileKind, read_header

STATEMENTS = [
    statement
    for number in range(1, migrations.NEWEST + 1)
    for statement in migrations.statements(migrations.step(number))
]


def dump(connection: sqlite3.Connection) -> list[str]:
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    return [f"version {version}", *connection.iterdump()]


@pytest.fixture
def fresh(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    with contextlib.closing(open_file(tmp_path / "fresh.sqlite", "rwc")) as connection:
        yield connection


class Stumbling:
    """A real connection whose n-th statement of the step meets a fault of the machine."""

    isolation_level = None

    def __init__(self, connection: sqlite3.Connection, at: int) -> None:
        self._connection = connection
        self._left = at

    @property
    def in_transaction(self) -> bool:
        return self._connection.in_transaction

    def execute(self, statement: str) -> sqlite3.Cursor:
        if statement not in {"BEGIN IMMEDIATE", "ROLLBACK"}:
            if self._left == 0:
                raise sqlite3.OperationalError("database or disk is full")
            self._left -= 1
        return self._connection.execute(statement)


@pytest.mark.parametrize(
    "at", [*range(0, len(STATEMENTS), 7), *range(len(STATEMENTS), len(STATEMENTS) + 5)]
)
def test_a_migration_that_fails_at_any_statement_leaves_the_old_file(
    fresh: sqlite3.Connection, at: int
) -> None:
    fresh.execute("CREATE TABLE old (x)")
    before = dump(fresh)
    with pytest.raises(sqlite3.OperationalError):
        migrations.migrate(Stumbling(fresh, at), 0)  # type: ignore[arg-type]
    assert dump(fresh) == before
    assert not fresh.in_transaction
    migrations.migrate(fresh, 0)
    assert fresh.execute("PRAGMA user_version").fetchone() == (migrations.NEWEST,)


@pytest.fixture
def two_steps(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The product as it will be after its next schema: a second step that fails, or does not."""
    folder = tmp_path / "steps"
    folder.mkdir()
    (folder / "0001.sql").write_text(migrations.step(1), encoding="utf-8")
    (folder / "0002.sql").write_text(
        "ALTER TABLE person ADD COLUMN nickname TEXT NOT NULL DEFAULT '';\n"
        "CREATE TABLE later (id TEXT) STRICT;\n",
        encoding="utf-8",
    )
    monkeypatch.setattr(migrations, "_FOLDER", folder)
    monkeypatch.setattr(migrations, "NEWEST", 2)
    return migrations


def test_steps_lead_to_the_same_schema_at_once_or_one_by_one(
    fresh: sqlite3.Connection, tmp_path: Path, two_steps: ModuleType
) -> None:
    two_steps.migrate(fresh, 0, 2)
    with contextlib.closing(open_file(tmp_path / "other.sqlite", "rwc")) as other:
        two_steps.migrate(other, 0, 1)
        two_steps.migrate(other, 1, 2)
        assert dump(other) == dump(fresh)


def test_a_step_that_leaves_a_dangling_reference_is_undone(
    fresh: sqlite3.Connection, two_steps: ModuleType
) -> None:
    two_steps.migrate(fresh, 0, 1)
    before = dump(fresh)
    (two_steps._FOLDER / "0002.sql").write_text(
        "CREATE TABLE astray (id TEXT REFERENCES node (id)) STRICT;\n"
        "PRAGMA defer_foreign_keys = ON;\n"
        "INSERT INTO astray VALUES ('nowhere');\n",
        encoding="utf-8",
    )
    with pytest.raises(sqlite3.IntegrityError):
        two_steps.migrate(fresh, 1, 2)
    assert dump(fresh) == before


def test_a_migrated_file_says_whose_it_is_and_of_which_schema(tmp_path: Path) -> None:
    path = tmp_path / "fresh.sqlite"
    with contextlib.closing(open_file(path, "rwc")) as connection:
        migrations.migrate(connection, 0)
    assert path.read_bytes()[68:72] == APPLICATION_ID.to_bytes(4, "big") == b"RDK1"
    assert read_header(path).kind is FileKind.OURS
    assert read_header(path).schema_version == migrations.NEWEST


def test_a_driver_that_commits_by_itself_is_not_trusted_with_a_migration() -> None:
    connection = sqlite3.connect(":memory:")
    with contextlib.closing(connection), pytest.raises(ValueError, match="isolation_level"):
        migrations.migrate(connection, 0)


def test_a_script_is_cut_into_statements_with_triggers_whole() -> None:
    script = (
        "-- a; b\nCREATE TABLE a (x);\nCREATE TRIGGER t AFTER INSERT ON a BEGIN\nSELECT 1;\nEND;\n"
    )
    table, trigger = migrations.statements(script)
    assert table.endswith("CREATE TABLE a (x);")
    assert trigger.endswith("END;")
    with pytest.raises(ValueError, match="unfinished"):
        migrations.statements("CREATE TABLE a (x)")
