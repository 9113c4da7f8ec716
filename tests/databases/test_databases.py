from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import select

from referent_desk.domain.records import RecordKind
from referent_desk.errors import DeskError
from referent_desk.exchange.chapters import CHAPTER_CODES, starter_chapter_text
from referent_desk.exchange.starters import read_functions
from referent_desk.home import Home
from referent_desk.language import LANGUAGES
from referent_desk.storage import migrations, schema
from referent_desk.storage.connections import open_file
from referent_desk.storage.procedures import functions_by_id
from referent_desk.storage.software import kinds_by_id
from referent_desk.usecases.checks import check
from referent_desk.usecases.departments import department_detail, find_department
from referent_desk.usecases.desks import Desk, open_desk
from referent_desk.usecases.finding import find_anywhere
from referent_desk.usecases.inventories import inventory
from referent_desk.usecases.records import edit_field
from referent_desk.usecases.starters import offer_starter_procedures
from tests.databases.dumps import DUMPS, dump, load
from tests.storage.small_homes import CLOCK, KIND, PRESCRIPTION


def test_there_is_a_dump_of_every_schema() -> None:
    assert [path.stem for path in DUMPS] == [f"schema_{n + 1}" for n in range(migrations.NEWEST)]


@pytest.fixture(params=DUMPS, ids=lambda path: str(path.stem))
def desk(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Desk]:
    home = Home(tmp_path / "home")
    load(request.param.read_text(encoding="utf-8"), home.database)
    desk = open_desk(home, CLOCK)
    yield desk
    desk.close()


def test_a_home_of_any_released_schema_opens_sound(desk: Desk) -> None:
    assert not desk.read_only
    report = check(desk)
    assert report.faults == ()
    assert report.rows >= 35


def test_what_it_held_is_still_there(desk: Desk) -> None:
    cardiology = find_department(desk, "cardiologie")
    detail = department_detail(desk, cardiology.id)
    assert detail.path == ("GHT des Essais", "Hôpital Nord", "Pôle cœur")
    assert detail.referents == (("software_main", "Maryse Aubry", "4127"),)
    assert [row["release"] for row in inventory(desk, "software", None)] == ["7.2"]
    (procedure,) = inventory(desk, "procedures", "cardiologie")
    assert (procedure["code"], procedure["state"], procedure["verified_release"]) == (
        "",
        "to_verify",
        "7.1",
    )


def test_it_gets_the_functions_that_came_later_in_one_entry(desk: Desk) -> None:
    with desk.database.read() as connection:
        functions = functions_by_id(connection)
        kinds = {kind.code: kind for kind in kinds_by_id(connection).values()}
        audit = schema.audit.c
        newest = select(audit.action, audit.origin).order_by(audit.seq.desc()).limit(2)
        (action, origin), before = connection.execute(newest).all()
    shipped = read_functions()
    assert sorted(f.code for f in functions.values()) == sorted(f.code for f in shipped)
    assert functions[PRESCRIPTION].code == "PRE"
    assert kinds["DPI"].id == KIND
    assert PRESCRIPTION in kinds["DPI"].function_ids
    assert {functions[id_].code for id_ in kinds["GED"].function_ids} == {"ARC", "FEI"}
    assert (action, origin) == ("add_catalogues", "starter")
    assert before.action != "add_catalogues"
    assert check(desk).faults == ()


def test_it_gets_the_chapters_that_came_later_and_keeps_its_own(desk: Desk) -> None:
    with desk.database.read() as connection:
        rows = connection.execute(schema.chapter.select()).all()
    texts = {(row.code, row.language): row.text for row in rows}
    assert texts.pop(("REF", "fr")) == "{}"
    assert texts == {
        (code, language): starter_chapter_text(language, code)
        for code in CHAPTER_CODES
        for language in LANGUAGES
        if (code, language) != ("REF", "fr")
    }


def test_what_came_later_is_added_once_and_its_procedures_are_offered(desk: Desk) -> None:
    with desk.database.read() as connection:
        codes = {f.id: f.code for f in functions_by_id(connection).values()}
        ticked = set(connection.scalars(select(schema.department_function.c.function_id)))
    assert ticked <= {PRESCRIPTION}
    offered = {codes[id_] for id_ in offer_starter_procedures(desk, "fr").functions}
    assert {"EFR", "TEC", "FEI", "MAT"} <= offered
    assert desk.close() is None
    before = desk.home.database.read_bytes()
    again = open_desk(desk.home, CLOCK)
    assert again.close() is None
    assert desk.home.database.read_bytes() == before


@pytest.mark.parametrize("path", DUMPS, ids=lambda path: str(path.stem))
def test_a_home_of_any_released_schema_can_be_read_where_it_may_not_be_upgraded(
    path: Path, tmp_path: Path
) -> None:
    home = Home(tmp_path / "home")
    load(path.read_text(encoding="utf-8"), home.database)
    before = home.database.read_bytes()
    desk = open_desk(home, CLOCK, writing=False)
    assert find_anywhere(desk, "cardiologie").groups
    assert department_detail(desk, find_department(desk, "cardiologie").id).path
    assert check(desk).faults == ()
    with pytest.raises(DeskError):
        edit_field(desk, RecordKind.NODE, find_department(desk, "cardiologie").id, "place", "B")
    assert desk.close() is None
    assert home.database.read_bytes() == before


@pytest.mark.parametrize("path", DUMPS, ids=lambda path: str(path.stem))
def test_upgraded_it_has_the_schema_of_a_fresh_file(path: Path, tmp_path: Path) -> None:
    load(path.read_text(encoding="utf-8"), tmp_path / "old.sqlite")
    with contextlib.closing(open_file(tmp_path / "old.sqlite", "rw")) as old:
        present = int(old.execute("PRAGMA user_version").fetchone()[0])
        migrations.migrate(old, present)
        upgraded = schema_of(old)
    with contextlib.closing(open_file(tmp_path / "fresh.sqlite", "rwc")) as fresh:
        migrations.migrate(fresh, 0)
        assert schema_of(fresh) == upgraded


def schema_of(connection: sqlite3.Connection) -> set[tuple[str, str]]:
    return set(connection.execute("SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL"))


def test_a_dump_is_of_the_file_it_makes(tmp_path: Path) -> None:
    for path in DUMPS:
        text = path.read_text(encoding="utf-8")
        load(text, tmp_path / path.stem)
        assert dump(tmp_path / path.stem) == text
