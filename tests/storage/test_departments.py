from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from referent_desk.domain.texts import folded
from referent_desk.storage import migrations, schema
from referent_desk.storage.connections import open_memory
from referent_desk.storage.database import Database
from referent_desk.storage.departments import find_departments, path_to, topmost_nodes
from tests.storage.small_homes import CARDIOLOGY, GROUP, NORTH, POLE, UNIT, add, key

SIZE = 9
moves = st.lists(st.tuples(st.integers(1, SIZE), st.integers(0, SIZE)), max_size=25)


@pytest.fixture(scope="module")
def tree() -> Iterator[sqlite3.Connection]:
    with closing(open_memory()) as connection:
        connection.execute("PRAGMA foreign_keys = ON")
        migrations.migrate(connection, 0)
        yield connection


def put(tree: sqlite3.Connection, number: int, parent: int) -> None:
    kind, above = ("group", None) if number == 0 else ("unit", key(parent))
    tree.execute(
        "INSERT INTO node (id, parent_id, kind, name, folded, origin, row_hash)"
        " VALUES (?, ?, ?, 'x', 'x', 'hand', zeroblob(32))",
        (key(number), above, kind),
    )


def closure(parents: dict[int, int]) -> set[tuple[str, str, int]]:
    """By climbing, as a person would."""
    found = set()
    for node in range(SIZE + 1):
        place, distance = node, 0
        found.add((key(node), key(node), 0))
        while place:
            place, distance = parents[place], distance + 1
            found.add((key(node), key(place), distance))
    return found


@settings(max_examples=40)
@given(st.data(), moves)
def test_what_stands_above_what_follows_every_move(
    tree: sqlite3.Connection, data: st.DataObject, moves: list[tuple[int, int]]
) -> None:
    parents = {n: data.draw(st.integers(0, n - 1)) for n in range(1, SIZE + 1)}
    tree.execute("BEGIN")
    try:
        for number in range(SIZE + 1):
            put(tree, number, parents.get(number, 0))
        for node, parent in moves:
            below = any(row[:2] == (key(parent), key(node)) for row in closure(parents))
            move = "UPDATE node SET parent_id = ? WHERE id = ?"
            if below:
                with pytest.raises(sqlite3.IntegrityError, match="under itself"):
                    tree.execute(move, (key(parent), key(node)))
            else:
                tree.execute(move, (key(parent), key(node)))
                parents[node] = parent
            assert set(tree.execute("SELECT * FROM ancestor")) == closure(parents)
    finally:
        tree.execute("ROLLBACK")


def test_the_path_of_a_unit_goes_up_to_the_group(small: Database) -> None:
    with small.read() as connection:
        assert [n.id for n in path_to(connection, UNIT)] == [UNIT, CARDIOLOGY, POLE, NORTH, GROUP]
        assert topmost_nodes(connection) == (GROUP,)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("0412", ["Cardiologie"]),
        ("car", ["Cardiologie"]),
        ("CARDIOLOGIE", ["Cardiologie"]),
        ("soins intensifs", ["Soins intensifs"]),
        (UNIT, ["Soins intensifs"]),
        ("soins", ["Soins intensifs"]),
        ("cardio", []),
        ("%", []),
        ("_______________", []),
        ("hopital nord", []),
        ("'; DROP TABLE node;--", []),
    ],
)
def test_a_department_is_found_by_code_and_whole_words(
    small: Database, text: str, names: list[str]
) -> None:
    with small.write("code") as work:
        work.change(schema.node, CARDIOLOGY, {"code": "0412", "paper_code": "CAR"})
    with small.read() as connection:
        found = find_departments(connection, text, folded(text))
    assert [node.name for node in found] == names


def test_a_code_is_found_among_many_of_nearly_that_name(small: Database) -> None:
    with small.write("many") as work:
        for number in range(40):
            name = f"0412 annexe {number:02}"
            add(work, schema.node, parent_id=POLE, kind="unit", name=name, folded=name)
        work.change(schema.node, CARDIOLOGY, {"code": "0412", "folded": "zzz"})
    with small.read() as connection:
        assert find_departments(connection, "0412", "0412")[0].id == CARDIOLOGY
