from __future__ import annotations

import os
import signal
import sqlite3
import time
from contextlib import closing
from pathlib import Path

import pytest

from referent_desk.errors import Busy, DamagedData
from referent_desk.storage import schema
from referent_desk.storage.backups import backups, is_sound, take_backup
from referent_desk.storage.database import Database
from referent_desk.storage.files import written_aside
from referent_desk.storage.integrity import damages
from tests.storage.children import answer_of, without_room
from tests.storage.small_homes import AUBRY, CLOCK, add, open_file_at

KILLS = 20


def names(database: Database) -> list[str]:
    with database.read() as connection:
        return sorted(row.last_name for row in connection.execute(schema.person.select()))


def hire(database: Database, name: str, pieces: int = 1) -> None:
    with database.write("hire") as work:
        for piece in range(pieces):
            add(work, schema.person, last_name=name, first_name=str(piece), folded=name)


def test_another_writer_is_said_within_a_second_and_nothing_is_lost(small: Database) -> None:
    with closing(sqlite3.connect(small.path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        start = time.monotonic()
        with pytest.raises(Busy, match="Another program is writing"):
            hire(small, "Neuf")
        with pytest.raises(Busy):
            names(small)
        assert time.monotonic() - start < 3
    hire(small, "Neuf")
    assert names(small) == ["Aubry", "Neuf"]


def test_a_reading_transaction_sees_one_state(small: Database) -> None:
    reader = open_file_at(small.path.parent, writing=False)
    with reader.read() as connection:
        first = connection.execute(schema.person.select()).all()
        with pytest.raises(Busy):
            hire(small, "Neuf")
        assert connection.execute(schema.person.select()).all() == first
    reader.close()


def test_a_killed_program_loses_nothing_that_was_acknowledged(small_path: Path) -> None:
    """Each use case writes three rows; all of them are there, or none."""
    acknowledged = []
    for kill in range(KILLS):
        reading, writing = os.pipe()
        child = os.fork()
        if child == 0:
            database = open_file_at(small_path.parent)
            for number in range(10_000):
                hire(database, f"{kill}-{number}", pieces=3)
                os.write(writing, f"{kill}-{number}\n".encode())
            os._exit(0)
        os.close(writing)
        with os.fdopen(reading, "rb", buffering=0) as answers:
            said = b"".join(answers.read(1) for _byte in range(20 + 7 * kill))
            os.kill(child, signal.SIGKILL)
            said += answers.read()
        os.waitpid(child, 0)
        acknowledged += said.decode().split("\n")[:-1]
    database = open_file_at(small_path.parent)
    assert list(damages(database.driver())) == []
    there = names(database)
    assert len(acknowledged) >= KILLS
    assert set(acknowledged) <= set(there)
    assert {there.count(name) for name in set(there) - {"Aubry"}} == {3}
    database.close()


@pytest.mark.parametrize("room", [0, 1, 2, 4, 8, 16, 32])
def test_a_full_disk_while_saving_keeps_the_old_file(
    small_path: Path, small_file: bytes, room: int
) -> None:
    def save() -> str:
        database = open_file_at(small_path.parent)
        without_room(len(small_file) + room * 512)
        hire(database, "x" * 300, pieces=400)
        return "saved"

    assert answer_of(save).startswith("5 There is no room left for")
    database = open_file_at(small_path.parent)
    assert names(database) == ["Aubry"]
    assert list(damages(database.driver())) == []
    hire(database, "Neuf")
    assert names(database) == ["Aubry", "Neuf"]
    database.close()


@pytest.mark.parametrize("room", [0, 512, 4096, 40_000, 100_000])
def test_a_full_disk_while_backing_up_leaves_no_part_and_keeps_the_old_copy(
    small_path: Path, room: int
) -> None:
    folder = small_path.parent / "backups"
    database = open_file_at(small_path.parent)
    before = take_backup(database.driver(), folder, CLOCK.now())
    database.close()

    def back_up() -> str:
        again = open_file_at(small_path.parent)
        without_room(room)
        take_backup(again.driver(), folder, CLOCK.now())
        return "taken"

    assert answer_of(back_up).startswith("5 There is no room left for")
    assert [path.name for path in folder.iterdir()] == [before.path.name]
    assert is_sound(backups(folder)[0])


@pytest.mark.parametrize("room", [0, 1000, 99_999])
def test_a_full_disk_while_printing_keeps_the_old_pdf(tmp_path: Path, room: int) -> None:
    path = tmp_path / "CAR.pdf"
    path.write_bytes(b"%PDF- old")

    def write() -> str:
        without_room(room)
        with written_aside(path) as put:
            put(bytes(100_000))
        return "written"

    assert answer_of(write).startswith("5 There is no room left for")
    assert path.read_bytes() == b"%PDF- old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_row_that_is_no_text_any_more_is_damage_not_a_bug(small: Database) -> None:
    small.driver().execute("UPDATE person SET telephone = CAST(x'ff' AS TEXT)")
    with pytest.raises(DamagedData, match="is damaged"):
        names(small)
    assert [d.table for d in damages(small.driver()) if d.fault == "row"] in ([], ["person"])
    assert list(damages(small.driver()))


def test_changes_since_the_last_backup_are_known(small: Database) -> None:
    assert not small.changed
    with small.write("same") as work:
        work.change(schema.person, AUBRY, {"telephone": "4127"})
    assert not small.changed
    hire(small, "Neuf")
    assert small.changed
