from __future__ import annotations

import sqlite3

import pytest

from referent_desk.storage import migrations, schema
from referent_desk.storage.database import Database

TABLES = schema.metadata.sorted_tables
FACTS = (
    *("change", "release_live", "verification", "dialling", "sheet_code", "sheet_revision"),
    *("print_run", "printed_sheet", "import_run", "training", "attendance", "arrival_tick"),
    "help_entry",
)


def every_table() -> pytest.MarkDecorator:
    return pytest.mark.parametrize("table", TABLES, ids=[table.name for table in TABLES])


@every_table()
def test_the_tables_in_code_are_those_of_the_migrated_file(
    small: Database, table: schema.Table
) -> None:
    columns = small.driver().execute(f'PRAGMA table_info("{table.name}")').fetchall()
    types = {"TEXT": "TEXT", "INTEGER": "INTEGER", "BLOB": "BLOB"}
    assert [(c.name, types[str(c.type)], c.primary_key) for c in table.columns] == [
        (name, kind, bool(part)) for _place, name, kind, _needed, _default, part in columns
    ]


def test_the_file_has_no_table_that_the_code_does_not_know(small: Database) -> None:
    """But for the indexes of words and what SQLite keeps them in."""
    found = small.driver().execute("SELECT name FROM pragma_table_list WHERE type = 'table'")
    ours = {name for (name,) in found if not name.startswith("sqlite_")}
    assert ours == set(schema.metadata.tables)


@every_table()
def test_every_table_is_strict(small: Database, table: schema.Table) -> None:
    listed = small.driver().execute(f'PRAGMA table_list("{table.name}")').fetchone()
    assert listed[5] == 1


@every_table()
def test_every_row_but_derived_ones_and_entries_carries_its_hash(
    small: Database, table: schema.Table
) -> None:
    hashed = table.name not in schema.DERIVED | {"audit"}
    assert ("row_hash" in table.columns) is hashed


@pytest.mark.parametrize("fact", [*FACTS, "audit"])
@pytest.mark.parametrize("attempt", ["alter", "remove"])
def test_a_fact_is_neither_altered_nor_removed(small: Database, fact: str, attempt: str) -> None:
    driver = small.driver()
    before = driver.execute(f'SELECT * FROM "{fact}"').fetchall()
    column = "action" if fact == "audit" else "row_hash"
    statement = {
        "alter": f'UPDATE "{fact}" SET {column} = {column}',
        "remove": f'DELETE FROM "{fact}"',
    }[attempt]
    with pytest.raises(sqlite3.IntegrityError, match="a fact is never"):
        driver.execute(statement)
    assert driver.execute(f'SELECT * FROM "{fact}"').fetchall() == before


def test_the_name_of_an_actor_can_be_erased(small: Database) -> None:
    driver = small.driver()
    driver.execute("UPDATE audit SET actor_name = ''")
    assert driver.execute("SELECT DISTINCT actor_name FROM audit").fetchall() == [("",)]


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE revision SET text = '{}' WHERE state = 'approved'",
        "UPDATE revision SET state = 'draft' WHERE state = 'approved'",
        "DELETE FROM revision WHERE state = 'approved'",
    ],
)
def test_an_approved_revision_is_frozen(small: Database, statement: str) -> None:
    with pytest.raises(sqlite3.IntegrityError, match="an approved revision is never"):
        small.driver().execute(statement)


def test_a_draft_may_be_edited_and_thrown_away(small: Database) -> None:
    small.driver().execute("UPDATE revision SET title = 'Autre' WHERE state = 'draft'")
    assert small.driver().execute("DELETE FROM revision WHERE state = 'draft'").rowcount == 1


@pytest.mark.parametrize(
    ("statement", "rule"),
    [
        ("UPDATE software SET recovery_time = 0", "CHECK"),
        ("UPDATE software SET criticality = 5", "CHECK"),
        ("UPDATE software SET criticality = 'vital'", "cannot store TEXT"),
        ("UPDATE software SET name = ''", "CHECK"),
        ("UPDATE node SET beds = -1", "CHECK"),
        ("UPDATE node SET parent_id = NULL WHERE kind = 'unit'", "CHECK"),
        ("UPDATE node SET kind = 'ward'", "CHECK"),
        ("UPDATE node SET paper_code = 'X'", "CHECK"),
        ("UPDATE node SET paper_code = 'CAR'", "UNIQUE"),
        ("UPDATE node SET parent_id = '" + "0" * 36 + "' WHERE kind = 'unit'", "FOREIGN KEY"),
        ("UPDATE person SET last_name = ''", "CHECK"),
        ("UPDATE revision SET number = 1 WHERE state = 'draft'", "CHECK"),
        ("UPDATE local_value SET name = ''", "CHECK"),
        ("INSERT INTO copy SELECT '" + "1" * 36 + "', binder_id, number, '', '', NULL, origin,"
         " row_hash, '', '' FROM copy", "UNIQUE"),
        ("INSERT INTO deployment SELECT '" + "1" * 36 + "', software_id, department_id,"
         " function_id, NULL, NULL, NULL, NULL, NULL, origin, row_hash, '', NULL FROM deployment",
         "UNIQUE"),
        ("INSERT INTO revision SELECT '" + "1" * 36 + "', procedure_id, state, number, title, text,"
         " '', '', NULL, NULL, NULL, recorded_at, origin, row_hash, NULL, '', '', '', '', '' FROM"
         " revision WHERE state = 'draft'", "UNIQUE"),
    ],
)  # fmt: skip
def test_the_schema_refuses_what_cannot_be(small: Database, statement: str, rule: str) -> None:
    with pytest.raises(sqlite3.IntegrityError, match=rule):
        small.driver().execute(statement)


def test_the_live_file_is_opened_as_the_torture_of_disks_taught(small: Database) -> None:
    asked = ("journal_mode", "synchronous", "foreign_keys", "cell_size_check", "user_version")
    found = [small.driver().execute(f"PRAGMA {name}").fetchone()[0] for name in asked]
    assert found == ["delete", 3, 1, 1, migrations.NEWEST]
