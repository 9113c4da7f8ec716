from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from referent_desk.domain.records import RecordKind
from referent_desk.errors import DeskError
from referent_desk.home import Home
from referent_desk.storage import migrations
from referent_desk.storage.connections import open_file
from referent_desk.usecases.checks import check
from referent_desk.usecases.departments import department_detail, find_department
from referent_desk.usecases.desks import Desk, open_desk
from referent_desk.usecases.finding import find_anywhere
from referent_desk.usecases.inventories import inventory
from referent_desk.usecases.records import edit_field
from tests.databases.dumps import DUMPS, dump, load
from tests.memory_folders import tmp_path
from tests.storage.small_homes import CLOCK

__all__ = ["tmp_path"]


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
