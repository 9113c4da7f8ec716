from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from referent_desk.storage import schema
from referent_desk.storage.audit import FIRST_PREVIOUS, add_to_home_hash
from referent_desk.storage.connections import lend_letters
from referent_desk.storage.database import Database
from referent_desk.storage.integrity import Damage, damages, row_count
from tests.storage.small_homes import AUBRY, add

BRACKETS = (schema.undoing, schema.erasing)
"""They hold something within a transaction only."""
FILLED = [t for t in schema.metadata.sorted_tables if t not in BRACKETS]
"""The table that is not among them holds something within a transaction only."""
COLUMNS = [(t.name, c.name) for t in FILLED for c in t.columns]
NOT_VOUCHED_FOR = {("audit", "actor_name")}


@pytest.fixture
def loose(small_path: Path) -> Iterator[sqlite3.Connection]:
    """The file in the hands of somebody who stops at no trigger, reference or check."""
    with closing(sqlite3.connect(small_path, isolation_level=None)) as connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute("PRAGMA ignore_check_constraints = ON")
        lend_letters(connection)
        yield connection


def without_triggers(connection: sqlite3.Connection, change: str) -> None:
    """Alter rows behind the triggers of their table, which are put back."""
    of_tables = "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND instr(?, tbl_name)"
    triggers = connection.execute(of_tables, (change,)).fetchall()
    for name, _sql in triggers:
        connection.execute(f"DROP TRIGGER {name}")
    connection.execute(change)
    for _name, sql in triggers:
        connection.execute(sql)


def found(connection: sqlite3.Connection) -> list[Damage]:
    return list(damages(connection))


def test_a_sound_home_has_no_damage(loose: sqlite3.Connection) -> None:
    assert found(loose) == []
    assert row_count(loose) >= 35


@pytest.mark.torture
@pytest.mark.parametrize(("table", "column"), COLUMNS, ids=[".".join(pair) for pair in COLUMNS])
def test_any_column_that_was_altered_is_found(
    loose: sqlite3.Connection, table: str, column: str
) -> None:
    kind = str(schema.metadata.tables[table].c[column].type)
    other = {
        "TEXT": f"""CASE WHEN "{column}" IS NULL THEN 'x' ELSE "{column}" || 'x' END""",
        "INTEGER": f'coalesce("{column}", 0) + 1000',
        "BLOB": f'randomblob(length("{column}"))',
    }[kind]
    place = f'SELECT rowid FROM "{table}" LIMIT 1'
    if table == "ancestor":
        place = "SELECT min(node_id) FROM ancestor"
    where = "node_id" if table == "ancestor" else "rowid"
    without_triggers(loose, f'UPDATE "{table}" SET "{column}" = {other} WHERE {where} = ({place})')
    if (table, column) in NOT_VOUCHED_FOR:
        assert found(loose) == []
    else:
        assert found(loose)


@pytest.mark.parametrize("table", [t.name for t in FILLED])
def test_a_row_that_was_removed_is_found(loose: sqlite3.Connection, table: str) -> None:
    column = "node_id" if table == "ancestor" else "rowid"
    last = f'SELECT max({column}) FROM "{table}"'
    without_triggers(loose, f'DELETE FROM "{table}" WHERE {column} = ({last})')
    assert found(loose)


@pytest.mark.parametrize("table", ["person", "verification", "change", "audit", "printed_sheet"])
def test_a_row_that_was_slipped_in_is_found(loose: sqlite3.Connection, table: str) -> None:
    """Even one that is a true copy of another, hash and all, under an id of its own."""
    columns = [c.name for c in schema.metadata.tables[table].columns]
    fresh = {"id": "'" + "9" * 36 + "'", "seq": "seq + 1", "position": "position + 1"}
    if table == "change":
        fresh["id"] = "id + 1"
    chosen = ", ".join(fresh.get(name, f'"{name}"') for name in columns)
    loose.execute(f'INSERT INTO "{table}" SELECT {chosen} FROM "{table}" LIMIT 1')
    assert found(loose)


@pytest.mark.parametrize("bracket", [table.name for table in BRACKETS])
def test_a_guard_that_was_told_to_look_away_is_found(
    loose: sqlite3.Connection, bracket: str
) -> None:
    loose.execute(f"INSERT INTO {bracket} VALUES (1)")
    assert found(loose) == [Damage("schema", bracket)]


def three_entries(database: Database) -> None:
    for name in ("Un", "Deux", "Trois"):
        with database.write("hire") as work:
            add(work, schema.person, last_name=name, folded=name)


@pytest.mark.parametrize(
    "change",
    [
        "DELETE FROM audit WHERE seq = 1",
        "DELETE FROM audit WHERE seq = 2",
        "DELETE FROM audit WHERE seq = (SELECT max(seq) FROM audit)",
        "DELETE FROM audit",
        "UPDATE audit SET seq = -seq",
        "UPDATE audit SET seq = seq + 100",
        "UPDATE audit SET seq = CASE seq WHEN 2 THEN 30 WHEN 3 THEN 2 ELSE seq END",
        "UPDATE audit SET hash = (SELECT hash FROM audit WHERE seq = 1) WHERE seq = 2",
    ],
)
def test_entries_that_were_removed_or_moved_are_found(small: Database, change: str) -> None:
    three_entries(small)
    driver = small.driver()
    assert found(driver) == []
    driver.execute("PRAGMA foreign_keys = OFF")
    without_triggers(driver, change)
    assert found(driver)


def test_rows_of_two_people_that_were_swapped_are_found(small: Database) -> None:
    three_entries(small)
    without_triggers(
        small.driver(),
        f"UPDATE person SET telephone = CASE id WHEN '{AUBRY}' THEN '' ELSE '4127' END",
    )
    assert {damage.table for damage in found(small.driver())} == {"person"}


@pytest.mark.parametrize(
    ("change", "name"),
    [
        ("DROP TRIGGER audit_stays", "audit_stays"),
        ("CREATE TRIGGER evil AFTER INSERT ON person BEGIN DELETE FROM local_value; END", "evil"),
        ("CREATE VIEW evil AS SELECT 1", "evil"),
        ("DROP INDEX open_draft", "open_draft"),
        ("ALTER TABLE person ADD COLUMN evil TEXT", "person"),
    ],
)
def test_a_schema_that_is_not_ours_is_found(
    loose: sqlite3.Connection, change: str, name: str
) -> None:
    loose.execute(change)
    assert {(d.fault, d.table) for d in found(loose)} == {("schema", name)}


def test_an_erased_name_of_an_actor_is_no_damage(loose: sqlite3.Connection) -> None:
    loose.execute("UPDATE audit SET actor_name = ''")
    assert found(loose) == []


def test_every_fault_is_named_with_its_place(loose: sqlite3.Connection) -> None:
    loose.execute(f"UPDATE person SET telephone = '1' WHERE id = '{AUBRY}'")
    loose.execute("UPDATE local_value SET value = 'x'")
    assert [(d.fault, d.table) for d in found(loose)] == [("row", "local_value"), ("row", "person")]
    assert found(loose)[1].row_id == AUBRY


def test_a_newer_file_with_more_columns_and_tables_is_checked_too(
    loose: sqlite3.Connection,
) -> None:
    loose.execute("ALTER TABLE person ADD COLUMN nickname TEXT NOT NULL DEFAULT ''")
    loose.execute("CREATE TABLE later (id TEXT, row_hash BLOB) STRICT")
    loose.execute("PRAGMA user_version = 999")
    assert found(loose) == []
    loose.execute("UPDATE person SET telephone = '1'")
    assert [(d.fault, d.table) for d in found(loose)] == [("row", "person")]


def repr_of(table: schema.Table) -> list[str]:
    return [f'"{c.name}"' for c in table.columns if (table.name, c.name) not in NOT_VOUCHED_FOR]


EVERYTHING = [
    f'SELECT {", ".join(repr_of(table))} FROM "{table.name}" ORDER BY 1, 2' for table in FILLED
]


def contents(path: Path) -> list[list[tuple[object, ...]]] | None:
    """What the file says of everything but the erasable names; None when it cannot be read."""
    try:
        with closing(sqlite3.connect(path)) as connection:
            return [connection.execute(asked).fetchall() for asked in EVERYTHING]
    except (sqlite3.Error, UnicodeDecodeError):
        return None


def flip(path: Path, place: int, bit: int) -> None:
    with path.open("r+b") as file:
        file.seek(place)
        (held,) = file.read(1)
        file.seek(place)
        file.write(bytes([held ^ 1 << bit]))


@pytest.mark.torture
def test_a_flipped_bit_that_alters_what_is_read_is_always_found(
    tmp_path: Path, small_file: bytes
) -> None:
    """Strewn over the whole file, and none of them crashes the check."""
    path = tmp_path / "flipped.sqlite"
    path.write_bytes(small_file)
    whole = contents(path)
    altered = missed = 0
    for place in range(100, len(small_file), 3_019):
        flip(path, place, place % 8)
        if contents(path) != whole:
            altered += 1
            with suppress(sqlite3.DatabaseError), closing(sqlite3.connect(path)) as connection:
                missed += not found(connection)
        flip(path, place, place % 8)
    assert path.read_bytes() == small_file
    assert altered >= 10
    assert missed == 0


@pytest.mark.parametrize("page", [1, 3, 8, 20])
def test_a_page_of_zeros_is_found(tmp_path: Path, small_file: bytes, page: int) -> None:
    path = tmp_path / "zeroed.sqlite"
    start = page * 4096
    path.write_bytes(small_file[:start] + bytes(4096) + small_file[start + 4096 :])
    with closing(sqlite3.connect(path)) as connection:
        assert found(connection)


hashes = st.lists(st.binary(min_size=32, max_size=32), max_size=6)


@given(hashes, hashes)
def test_the_home_hash_does_not_depend_on_the_order_and_forgets_what_went(
    one: list[bytes], other: list[bytes]
) -> None:
    together = add_to_home_hash(FIRST_PREVIOUS, [*one, *other])
    assert together == add_to_home_hash(FIRST_PREVIOUS, [*reversed(other), *one])
    assert add_to_home_hash(together, (), other) == add_to_home_hash(FIRST_PREVIOUS, one)
    assert re.fullmatch(rb".{32}", together, re.DOTALL)
