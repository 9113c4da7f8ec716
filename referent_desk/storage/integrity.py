"""Whether what is read is what was written: SQLite's own checks, row hashes, the audit chain.

`integrity_check` alone misses almost every changed letter, so each content row is hashed anew. A
row that was removed or slipped in shows in the sum of all row hashes, which the newest audit entry
holds. Tables and columns are those of the file, so that a newer file can be checked too.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from referent_desk.storage import migrations
from referent_desk.storage.audit import FIRST_PREVIOUS, Entry, add_to_home_hash
from referent_desk.storage.connections import lend_letters
from referent_desk.storage.expected_schemas import expected_schema, schema_of
from referent_desk.storage.rows import row_hash

_ENTRY = (
    "SELECT seq, recorded_at, action, origin, actor_id, row_count, rows_hash, home_hash,"
    " previous_hash, hash FROM audit ORDER BY seq"
)
SEARCHED_KINDS = (
    *("node", "software", "person", "procedure", "function", "directory_entry"),
    *("means", "drill", "action", "tip"),
)
"""In the order of the numbers that their entries begin with."""
_CLOSURE = """
WITH RECURSIVE above (node_id, ancestor_id, distance) AS (
    SELECT id, id, 0 FROM node
    UNION
    SELECT above.node_id, node.parent_id, above.distance + 1
    FROM above JOIN node ON node.id = above.ancestor_id
    WHERE node.parent_id IS NOT NULL AND above.distance < 100
)
"""


@dataclass(frozen=True, slots=True)
class Damage:
    """`table` and `row_id` say where.

    `fault` is `row`, `rows` (some are missing or too many), `audit`, `reference`, `tree`, `search`,
    `schema` or `file`; for `file` and `schema`, `table` is what SQLite says of it or names.
    """

    fault: str
    table: str
    row_id: str = ""


def damages(connection: sqlite3.Connection) -> Iterator[Damage]:
    """Every fault found; the caller holds a reading transaction if anybody may write."""
    yield from content_damages(connection)
    yield from _looked(connection, (_search_faults,))


def content_damages(connection: sqlite3.Connection) -> Iterator[Damage]:
    """The faults of what the home holds; what it is found by can be made anew from that."""
    looks = (_file_faults, _schema_faults, _row_faults, _chain_faults, _tree_faults)
    yield from _looked(connection, looks)


_Look = Callable[[sqlite3.Connection], Iterator[Damage]]


def _looked(connection: sqlite3.Connection, looks: Iterable[_Look]) -> Iterator[Damage]:
    lend_letters(connection)
    for look in looks:
        try:
            yield from look(connection)
        except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
            yield Damage("file", str(error)[:200])


def _file_faults(connection: sqlite3.Connection) -> Iterator[Damage]:
    for (line,) in connection.execute("PRAGMA integrity_check(50)"):
        if line != "ok":
            yield Damage("file", str(line)[:200])
    for table, row, *_rest in connection.execute("PRAGMA foreign_key_check"):
        yield Damage("reference", str(table), str(row))


def _schema_faults(connection: sqlite3.Connection) -> Iterator[Damage]:
    """A trigger that was dropped, planted or told to look away; a newer file has other ones."""
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if version == migrations.NEWEST:
        for name, _sql in sorted(schema_of(connection) ^ expected_schema()):
            yield Damage("schema", name)
        for name in ("undoing", "erasing"):
            if connection.execute(f"SELECT 1 FROM {name} LIMIT 1").fetchone():  # noqa: S608 - ours
                yield Damage("schema", name)


def _row_faults(connection: sqlite3.Connection) -> Iterator[Damage]:
    total, whole = FIRST_PREVIOUS, True
    for table in content_tables(connection):
        cursor = connection.execute(f'SELECT * FROM "{table}"')  # noqa: S608 - read from the file
        columns = [column[0] for column in cursor.description]
        at = columns.index("row_hash")
        hashes = []
        try:
            for row in cursor:
                if row_hash(table, (*row[:at], *row[at + 1 :])) != row[at]:
                    yield Damage("row", table, str(row[0]))
                    whole = False
                hashes.append(row[at])
        except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
            yield Damage("file", f"{table}: {error}"[:200])
            whole = False
        total = add_to_home_hash(total, hashes) if whole else total
    last = connection.execute("SELECT home_hash FROM audit ORDER BY seq DESC LIMIT 1").fetchone()
    if whole and total != (last[0] if last else FIRST_PREVIOUS):
        yield Damage("rows", "")


def content_tables(connection: sqlite3.Connection) -> list[str]:
    """Every table whose rows carry a hash."""
    rows = connection.execute(
        "SELECT t.name FROM sqlite_schema AS t, pragma_table_info(t.name) AS c"
        " WHERE t.type = 'table' AND c.name = 'row_hash' ORDER BY t.name"
    )
    return [str(name) for (name,) in rows]


def _chain_faults(connection: sqlite3.Connection) -> Iterator[Damage]:
    """Entries that were altered, or whose predecessor is missing or altered."""
    previous, expected = FIRST_PREVIOUS, 1
    for row in connection.execute(_ENTRY):
        entry, digest = Entry(*row[:-1]), row[-1]
        in_order = entry.seq == expected and entry.previous_hash == previous
        if not in_order or entry.hash() != digest:
            yield Damage("audit", "audit", str(entry.seq))
        previous, expected = digest, entry.seq + 1


def _tree_faults(connection: sqlite3.Connection) -> Iterator[Damage]:
    """The derived closure of the tree against the tree itself."""
    kept = "SELECT node_id, ancestor_id, distance FROM ancestor"
    right = "SELECT node_id, ancestor_id, distance FROM above"
    for one, other in ((kept, right), (right, kept)):
        for row in connection.execute(f"{_CLOSURE} {one} EXCEPT {other} LIMIT 5"):
            yield Damage("tree", "ancestor", str(row[0]))


def _search_faults(connection: sqlite3.Connection) -> Iterator[Damage]:
    """What is found by its name against what it is called, and the indexes of words against it.

    A file of another version may have other entries, or none.
    """
    if connection.execute("PRAGMA user_version").fetchone()[0] != migrations.NEWEST:
        return
    for number, kind in enumerate(SEARCHED_KINDS, start=1):
        columns = "row_id, closed, title, rest"
        kept = f"SELECT {columns}, id >> 40 FROM search_entry WHERE kind = '{kind}'"  # noqa: S608
        right = f"SELECT {columns}, {number} FROM searched_{kind}"  # noqa: S608 - our own names
        named = f"SELECT row_id FROM searched_{kind}"  # noqa: S608 - nothing is folded for it
        there = f"SELECT row_id FROM search_entry WHERE kind = '{kind}'"  # noqa: S608
        for one, other in ((kept, right), (named, there)):
            for row in connection.execute(f"{one} EXCEPT {other} LIMIT 5"):
                yield Damage("search", "search_entry", str(row[0]))
    for index in ("search_start_docsize", "search_inside_docsize", "search_title_docsize"):
        kept, right = f"SELECT id FROM {index}", "SELECT id FROM search_entry"  # noqa: S608
        for one, other in ((kept, right), (right, kept)):
            for row in connection.execute(f"{one} EXCEPT {other} LIMIT 5"):
                yield Damage("search", index, str(row[0]))


def row_count(connection: sqlite3.Connection) -> int:
    """How many rows carry a hash."""
    return sum(
        connection.execute(f'SELECT count(*) FROM "{table}"').fetchone()[0]  # noqa: S608
        for table in content_tables(connection)
    )
