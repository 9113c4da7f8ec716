from __future__ import annotations

import random
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from referent_desk.domain.finding import HitKind, fits_folded, query_of
from referent_desk.domain.texts import folded, searched, spelling_key
from referent_desk.storage import schema
from referent_desk.storage.connections import open_file
from referent_desk.storage.database import Database
from referent_desk.storage.integrity import damages
from referent_desk.storage.search import MOST_COUNTED, find_entries
from tests.databases.dumps import DUMPS, load
from tests.storage.small_homes import (
    AUBRY,
    CARDIOLOGY,
    DOSSIER,
    DRAFT,
    GROUP,
    NORTH,
    POLE,
    PROCEDURE,
    SWITCHBOARD,
    UNIT,
    VENDOR,
    add,
    key,
)

OTHER = key(90)


def found(database: Database, text: str, kind: HitKind, *path: str) -> list[str]:
    with database.read() as connection:
        entries = find_entries(connection, query_of(text), 20, path).get(kind)
    return [entry.row_id for entry in entries.best] if entries else []


def change(database: Database, table: schema.Table, row_id: str, **values: object) -> None:
    with database.write("edit") as work:
        work.change(table, row_id, values)


@pytest.mark.parametrize(
    ("text", "kind", "row_id"),
    [
        ("hôpital", HitKind.DEPARTMENT, NORTH),
        ("COEUR", HitKind.DEPARTMENT, POLE),
        ("cœur", HitKind.DEPARTMENT, POLE),
        ("card nord", HitKind.DEPARTMENT, CARDIOLOGY),
        ("soinsintensifs", HitKind.DEPARTMENT, UNIT),
        ("dossier +", HitKind.SOFTWARE, DOSSIER),
        ("dossier+", HitKind.SOFTWARE, DOSSIER),
        ("éditeur", HitKind.SOFTWARE, DOSSIER),
        ("aubry m", HitKind.PERSON, AUBRY),
        ("aubrymaryse", HitKind.PERSON, AUBRY),
        ("papier coeur", HitKind.PROCEDURE, PROCEDURE),
        ("standard 9", HitKind.NUMBER, SWITCHBOARD),
    ],
)
def test_everything_is_found_by_what_it_is_called(
    small: Database, text: str, kind: HitKind, row_id: str
) -> None:
    assert row_id in found(small, text, kind)


def test_every_change_is_found_at_once_and_the_index_stays_what_is_written(
    small: Database,
) -> None:
    change(small, schema.node, NORTH, name="Clinique des Tilleuls")
    assert set(found(small, "tilleuls", HitKind.DEPARTMENT)) == {NORTH, POLE, CARDIOLOGY, UNIT}
    assert found(small, "hopital", HitKind.DEPARTMENT) == []
    assert found(small, "tilleuls", HitKind.NUMBER) == [SWITCHBOARD]
    change(small, schema.node, POLE, name="Pôle thorax")
    assert found(small, "papier thorax", HitKind.PROCEDURE) == [PROCEDURE]
    change(small, schema.node, CARDIOLOGY, name="Rythmologie")
    assert found(small, "aubry rythmo", HitKind.PERSON) == [AUBRY]
    change(small, schema.vendor, VENDOR, name="Maison Verte")
    assert found(small, "maison verte", HitKind.SOFTWARE) == [DOSSIER]
    change(small, schema.software, DOSSIER, name="Carnet")
    assert found(small, "carnet", HitKind.SOFTWARE) == [DOSSIER]
    change(small, schema.revision, DRAFT, title="Écrire au crayon")
    assert found(small, "crayon", HitKind.PROCEDURE) == [PROCEDURE]
    change(small, schema.person, AUBRY, first_name="Ève")
    assert found(small, "eve", HitKind.PERSON) == [AUBRY]
    change(small, schema.directory_entry, SWITCHBOARD, number="01 23 45")
    assert found(small, "012345", HitKind.NUMBER) == [SWITCHBOARD]
    assert list(damages(small.driver())) == []


def test_a_department_that_moves_is_found_by_its_new_establishment(small: Database) -> None:
    with small.write("add") as work:
        folded_name = searched("Hôpital Sud")
        where = {"parent_id": GROUP, "kind": "establishment"}
        add(work, schema.node, id=OTHER, **where, name="Hôpital Sud", folded=folded_name)
    change(small, schema.node, POLE, parent_id=OTHER)
    assert set(found(small, "sud", HitKind.DEPARTMENT)) == {OTHER, POLE, CARDIOLOGY, UNIT}
    assert found(small, "nord cardio", HitKind.DEPARTMENT) == []
    assert list(damages(small.driver())) == []


def test_what_is_closed_is_found_or_not_as_it_can_be_shown(small: Database) -> None:
    change(small, schema.software, DOSSIER, closed_on="2026-01-01")
    assert found(small, "dossier", HitKind.SOFTWARE) == [DOSSIER]
    change(small, schema.procedure, PROCEDURE, closed_on="2026-01-01")
    assert found(small, "papier", HitKind.PROCEDURE) == []
    change(small, schema.procedure, PROCEDURE, closed_on=None)
    assert found(small, "papier", HitKind.PROCEDURE) == [PROCEDURE]
    change(small, schema.directory_entry, SWITCHBOARD, closed_on="2026-01-01")
    assert found(small, "standard", HitKind.NUMBER) == []
    assert list(damages(small.driver())) == []


def test_what_is_removed_is_not_found(small: Database) -> None:
    driver = small.driver()
    driver.execute("PRAGMA foreign_keys = OFF")
    for table in (
        *("person", "software_alias", "software", "directory_entry", "node"),
        *("means", "drill", "action", "tip"),
    ):
        driver.execute(f'DELETE FROM "{table}"')
    kinds = driver.execute("SELECT DISTINCT kind FROM search_entry ORDER BY kind")
    assert [kind for (kind,) in kinds] == ["function", "procedure"]
    for index in ("search_start", "search_inside", "search_title"):
        driver.execute(f"INSERT INTO {index} ({index}, rank) VALUES ('integrity-check', 1)")


@pytest.mark.parametrize(
    ("change", "where"),
    [
        ("UPDATE search_entry SET title = 'x' WHERE kind = 'person'", "search_entry"),
        ("DELETE FROM search_entry WHERE kind = 'person'", "search_entry"),
        ("INSERT INTO search_entry VALUES (1, 'person', 'x', 0, '', '')", "search_entry"),
        ("DELETE FROM search_inside_docsize", "search_inside_docsize"),
        ("DELETE FROM search_start_docsize", "search_start_docsize"),
        ("DELETE FROM search_title_docsize", "search_title_docsize"),
    ],
)
def test_a_check_tells_when_something_would_not_be_found(
    small: Database, change: str, where: str
) -> None:
    small.driver().execute(change)
    assert ("search", where) in {(d.fault, d.table) for d in damages(small.driver())}


@pytest.mark.parametrize("path", DUMPS, ids=lambda path: str(path.stem))
def test_an_older_file_is_searched_as_one_that_was_written_so(path: Path, tmp_path: Path) -> None:
    from referent_desk.storage import migrations

    load(path.read_text(encoding="utf-8"), tmp_path / "old.sqlite")
    with closing(open_file(tmp_path / "old.sqlite", "rw")) as old:
        migrations.migrate(old, int(old.execute("PRAGMA user_version").fetchone()[0]))
        assert [d for d in damages(old) if d.fault == "search"] == []
        kinds = "SELECT DISTINCT kind FROM search_entry ORDER BY id"
        lived = {
            "schema_5": ("means", "drill", "action"),
            "schema_6": ("means", "drill", "action", "tip"),
        }.get(path.stem, ())
        assert [kind for (kind,) in old.execute(kinds)] == [
            *("node", "software", "person", "procedure", "function", "directory_entry"),
            *lived,
        ]


NAMES = (
    *("Cardiologie", "Soins intensifs de cardiologie", "Pôle cœur", "L’accueil", "DxCare"),
    *("DX CARE 2", "Dossier+", "R&D", "<b>gras</b>", 'dit "le guet"', "A* (B) : C^D", "NEAR AND"),
    *("100 %", "a_b", "x-y-z", "Ève & Zoë", "µg", "n° 12", "OR NOT", "\\ / |"),
)


@pytest.fixture(scope="module")
def many(module_path: Path) -> Iterator[Database]:
    """Vendors' names as departments: every one of `NAMES`, and many that are alike."""
    from tests.storage.small_homes import fill, open_file_at

    database = open_file_at(module_path)
    chance = random.Random(5)
    with database.write("fill") as work:
        fill(work)
        for number in range(2_500):
            name = NAMES[number] if number < len(NAMES) else f"Dialyse {chance.randrange(10_000)}"
            where = {"parent_id": POLE, "kind": "department"}
            add(work, schema.node, **where, name=name, folded=searched(name))
    yield database
    database.close()


PIECES = (
    "card",
    "soins",
    "x",
    "care",
    "dx",
    '"',
    "*",
    "(",
    ")",
    ":",
    "-",
    "^",
    "NEAR",
    "AND",
    "OR",
)
TYPED = st.one_of(
    st.text(max_size=12),
    st.lists(st.sampled_from((*NAMES, *PIECES)), max_size=3).map(" ".join),
    st.tuples(st.sampled_from(NAMES), st.integers(0, 12), st.integers(1, 8)).map(
        lambda cut: cut[0][cut[1] : cut[1] + cut[2]]
    ),
)


@given(TYPED)
def test_no_letter_commands_the_search_and_nothing_that_fits_is_missed(
    many: Database, text: str
) -> None:
    query = query_of(text)
    with many.read() as connection:
        answer = find_entries(connection, query, 5_000).get(HitKind.DEPARTMENT)
        rows = connection.exec_driver_sql(
            "SELECT row_id, title, rest FROM search_entry WHERE kind = 'node'"
        ).fetchall()
    fitting = {row_id for row_id, *letters in rows if fits_folded(query, " ".join(letters))}
    joined = {
        row_id
        for row_id, *letters in rows
        if query.joined and query.joined in " ".join(letters) and not query.is_empty
    }
    best = {entry.row_id for entry in answer.best} if answer else set()
    if query.is_empty:
        assert answer is None
    elif len(fitting) <= 40:
        assert best == fitting | joined or (fitting <= best <= fitting | joined)
        assert (answer.total if answer else 0) == len(best)
    else:
        assert answer is not None
        assert len(best) >= 40
        assert answer.is_more or answer.total >= len(fitting)


def test_more_than_can_be_counted_is_said_to_be_more(many: Database) -> None:
    with many.read() as connection:
        entries = find_entries(connection, query_of("dialyse"), 6)[HitKind.DEPARTMENT]
    assert (len(entries.best), entries.total, entries.is_more) == (6, MOST_COUNTED, True)


def test_the_exact_name_comes_before_those_that_begin_and_those_that_hold_it(
    many: Database,
) -> None:
    with many.read() as connection:
        entries = find_entries(connection, query_of("cardiologie"), 3)[HitKind.DEPARTMENT]
    titles = [entry.title for entry in entries.best]
    assert titles == ["cardiologie", "cardiologie", "soins intensifs de cardiologie"]


def test_letters_are_folded_by_the_program_in_triggers_and_views(small: Database) -> None:
    row = small.driver().execute("SELECT folded('Œuvre É'), spelled('Dx Care+')").fetchone()
    assert row == (folded("Œuvre É"), spelling_key("Dx Care+"))
    with closing(sqlite3.connect(small.path)) as other, pytest.raises(sqlite3.OperationalError):
        other.execute("UPDATE person SET last_name = 'x'")
