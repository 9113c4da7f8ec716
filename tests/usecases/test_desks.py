from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from referent_desk.errors import Busy, NewerData, NoRoom
from referent_desk.exchange.chapters import CHAPTER_CODES
from referent_desk.home import Home
from referent_desk.language import speak
from referent_desk.storage import schema
from referent_desk.storage.backups import backups
from referent_desk.usecases.checks import check
from referent_desk.usecases.demo import fill_demo
from referent_desk.usecases.departments import find_department
from referent_desk.usecases.desks import open_desk
from tests.databases.dumps import DUMPS, load
from tests.storage.children import answer_of, obey_file_modes, without_rights, without_room
from tests.usecases.homes import CLOCK, bare_content, bare_desk, home_of


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_new_home_has_an_identity_a_language_and_its_catalogues(
    tmp_path: Path, language: str
) -> None:
    speak(language)
    desk = open_desk(Home(tmp_path / "home"), CLOCK)
    with desk.database.read() as connection:
        counts = [
            len(connection.execute(table.select()).all())
            for table in (schema.function, schema.software_kind, schema.chapter)
        ]
    assert counts == [31, 37, 2 * len(CHAPTER_CODES)]
    assert (len(desk.home_id), desk.language, desk.demo, desk.read_only) == (
        36,
        language,
        False,
        False,
    )
    assert desk.close() is None


def test_reopening_changes_nothing_and_takes_no_backup(tmp_path: Path) -> None:
    home = Home(tmp_path / "home")
    first = open_desk(home, CLOCK)
    key = first.home_id
    first.close()
    content, copies = home.database.read_bytes(), backups(home.backups)
    assert len(copies) == 1
    second = open_desk(home, CLOCK)
    assert second.home_id == key
    assert second.close() is None
    assert home.database.read_bytes() == content
    assert backups(home.backups) == copies


def test_a_home_killed_before_it_was_furnished_is_furnished_later(tmp_path: Path) -> None:
    home = Home(tmp_path / "home")
    open_desk(home, CLOCK).close()
    with closing(sqlite3.connect(home.database)) as connection:
        for table in ("audit", "home", "kind_function", "function", "software_kind", "chapter"):
            connection.execute(f"DROP TRIGGER IF EXISTS {table}_stays")
            connection.execute(f'DELETE FROM "{table}"')
        connection.commit()
    desk = open_desk(home, CLOCK)
    assert desk.home_id
    desk.close()


def test_closing_twice_is_closing_once(tmp_path: Path) -> None:
    desk = bare_desk(tmp_path)
    assert desk.close() is None
    assert desk.close() is None


def test_the_second_is_told_who_writes_since_when(tmp_path: Path) -> None:
    first = bare_desk(tmp_path)
    second = open_desk(first.home, CLOCK)
    assert second.read_only
    (notice,) = second.notices
    assert "is writing in this home from the computer" in notice
    with pytest.raises(Busy):
        fill_demo(second)
    second.close()
    first.close()
    third = open_desk(first.home, CLOCK)
    assert not third.read_only
    third.close()


def test_a_home_of_a_newer_version_is_read_with_a_notice(tmp_path: Path) -> None:
    home = home_of(bare_content(), tmp_path)
    with closing(sqlite3.connect(home.database)) as connection:
        connection.execute("PRAGMA user_version = 999")
    desk = open_desk(home, CLOCK)
    assert "newer version" in desk.notices[0]
    assert check(desk).faults == ()
    with pytest.raises(NewerData):
        fill_demo(desk)
    desk.close()


def test_a_folder_without_rights_is_read_with_a_notice(tmp_path: Path) -> None:
    home = home_of(bare_content(), tmp_path)

    def look() -> str:
        without_rights(home.root)
        desk = open_desk(home, CLOCK)
        said = desk.notices[0]
        try:
            fill_demo(desk)
        except NoRoom as error:
            said += f" {error.exit_code}"
        return f"{said} {desk.close()}"

    assert answer_of(look).startswith("This folder cannot be written: the home is only read.")
    assert answer_of(look).endswith(" 5 None")


def test_a_home_without_room_for_functions_that_came_later_opens_without_them(
    tmp_path: Path,
) -> None:
    home = Home(tmp_path / "home")
    load(DUMPS[-1].read_text(encoding="utf-8"), home.database)
    open_desk(home, CLOCK, writing=False).close()

    def look() -> str:
        without_room(0)
        desk = open_desk(home, CLOCK)
        with desk.database.read() as connection:
            known = len(connection.execute(schema.function.select()).all())
        found = find_department(desk, "cardiologie").name
        return f"{found} {known} {desk.read_only} {desk.close()}"

    assert answer_of(look) == "Cardiologie 1 False None"
    desk = open_desk(home, CLOCK)
    with desk.database.read() as connection:
        assert len(connection.execute(schema.function.select()).all()) == 31
    desk.close()


@pytest.mark.parametrize("room", [0, 50_000])
def test_a_backup_that_finds_no_room_at_closing_is_said_and_what_was_saved_stays(
    tmp_path: Path, room: int
) -> None:
    home = home_of(bare_content(), tmp_path)

    def work() -> str:
        desk = open_desk(home, CLOCK)
        with desk.database.write("hire") as work:
            row = {"id": work.new_id(), "last_name": "Aubry", "folded": "aubry"}
            work.add(schema.person, [row])
        without_room(room)
        return str(desk.close())

    assert answer_of(work).startswith("There is no room left for")
    assert list(home.backups.iterdir()) == []
    desk = open_desk(home, CLOCK)
    with desk.database.read() as connection:
        assert len(connection.execute(schema.person.select()).all()) == 1
    desk.close()


def test_a_folder_of_backups_that_cannot_be_written_does_not_keep_the_home_open(
    tmp_path: Path,
) -> None:
    home = home_of(bare_content(), tmp_path)
    home.backups.mkdir()

    def work() -> str:
        for path in (home.root, home.database):
            path.chmod(0o777)
        home.backups.chmod(0o555)
        obey_file_modes()
        desk = open_desk(home, CLOCK)
        with desk.database.write("hire") as work:
            row = {"id": work.new_id(), "last_name": "Aubry", "folded": "aubry"}
            work.add(schema.person, [row])
        return str(desk.close())

    assert answer_of(work).startswith("Writing at")
