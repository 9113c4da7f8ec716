from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from referent_desk.errors import Busy, DamagedData, DeskError, NewerData, NotFound, RefusedInput
from referent_desk.storage import migrations, schema
from referent_desk.storage.backups import backups
from referent_desk.storage.database import Database, OnlyReadBecause
from referent_desk.storage.integrity import damages
from referent_desk.storage.opening import Opened, open_database
from tests.storage.children import answer_of, leave_unfinished, obey_file_modes, without_rights
from tests.storage.small_homes import AUBRY, CLOCK, add, fill, open_file_at


def opened(folder: Path, *, writing: bool = True) -> Opened:
    path = folder / "referent-desk.sqlite"
    return open_database(path, folder / "lock", folder / "backups", CLOCK, writing=writing)


def people(database: Database) -> int:
    with database.read() as connection:
        return len(connection.execute(schema.person.select()).all())


def other_program(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE bookmarks (url TEXT)")


STRANGE = {
    "an empty file": (lambda p: p.write_bytes(b""), DamagedData, "not a database"),
    "a text": (lambda p: p.write_text("bonjour\n" * 60), DamagedData, "not a database"),
    "a short text": (lambda p: p.write_text("bonjour"), DamagedData, "not a database"),
    "a picture": (lambda p: p.write_bytes(b"\x89PNG\r\n" + bytes(200)), DamagedData, "not a dat"),
    "a magic word alone": (lambda p: p.write_bytes(b"SQLite format 3\x00"), DamagedData, "not a"),
    "noise": (lambda p: p.write_bytes(os.urandom(9000)), DamagedData, "not a database"),
    "a folder": (lambda p: p.mkdir(), DamagedData, "not a database"),
    "a dead link": (lambda p: p.symlink_to("nowhere"), DamagedData, "leads to nothing"),
    "another program's database": (other_program, RefusedInput, "another program"),
}


def fingerprint(path: Path) -> object:
    if path.is_symlink():
        return path.readlink()
    return list(path.iterdir()) if path.is_dir() else path.read_bytes()


@pytest.mark.parametrize("writing", [True, False])
@pytest.mark.parametrize("what", STRANGE)
def test_what_is_not_ours_is_named_and_left_as_it_is(
    tmp_path: Path, what: str, writing: bool
) -> None:
    make, error, sentence = STRANGE[what]
    path = tmp_path / "referent-desk.sqlite"
    make(path)  # type: ignore[no-untyped-call]
    before = fingerprint(path)
    with pytest.raises(error, match=sentence) as refused:
        opened(tmp_path, writing=writing)
    assert refused.value.what_to_do
    assert fingerprint(path) == before


@pytest.mark.parametrize("kept", [100, 4096, 5000, 40_000])
def test_a_truncated_file_is_damaged_and_never_written(small_path: Path, kept: int) -> None:
    content = small_path.read_bytes()[:kept]
    small_path.write_bytes(content)
    try:
        database = opened(small_path.parent).database
    except DamagedData:
        assert small_path.read_bytes() == content
        return
    try:
        people(database)
    except DamagedData:
        pass
    else:
        assert list(damages(database.driver()))
    database.close()
    assert small_path.read_bytes() == content


def test_where_there_is_nothing_reading_says_so_and_makes_nothing(tmp_path: Path) -> None:
    with pytest.raises(NotFound, match="nothing"):
        opened(tmp_path / "absent", writing=False)
    assert not (tmp_path / "absent").exists()


def test_a_home_inside_a_file_is_refused_in_words(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    for writing in (True, False):
        with pytest.raises(DeskError, match="Nothing can be read or written"):
            opened(tmp_path / "file" / "home", writing=writing)


NAMES = [
    *("é à ç", "avec  blancs", "dièse#1", "cent%20pour%25", "quoi?", "l'hôpital", 'dit "nord"'),
    *("💉🏥", "e\u0301te\u0301", "-n", "a&b;c", "a\nb", "x" * 200, "$HOME", "~", "\\\\server"),
]


@pytest.mark.parametrize("name", NAMES)
def test_a_home_may_lie_under_any_name(tmp_path: Path, name: str) -> None:
    for _again in range(2):
        there = opened(tmp_path / name)
        with there.database.write("hire") as work:
            add(work, schema.person, last_name="Aubry", folded="aubry")
        there.database.close()
        assert there.lock
        there.lock.give_back()
    assert people(opened(tmp_path / name, writing=False).database) == 2
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_a_file_of_a_newer_version_is_read_and_never_written(small_path: Path) -> None:
    with closing(sqlite3.connect(small_path)) as connection:
        connection.execute("PRAGMA user_version = 999")
    before = small_path.read_bytes()
    there = opened(small_path.parent)
    assert there.database.because is OnlyReadBecause.NEWER
    assert people(there.database) == 1
    with pytest.raises(NewerData), there.database.write("hire") as work:
        fill(work)
    there.database.close()
    assert small_path.read_bytes() == before
    assert not list(small_path.parent.glob("lock*"))


def test_an_older_file_is_migrated_from_a_verified_copy(
    small_path: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    folder, later = tmp_path / "steps", migrations.NEWEST + 1
    folder.mkdir()
    step = folder / f"{later:04}.sql"
    step.write_text("CREATE TABLE later (id TEXT) STRICT;\n", encoding="utf-8")
    before = small_path.read_bytes()
    monkeypatch.setattr(migrations, "_FOLDER", folder)
    monkeypatch.setattr(migrations, "NEWEST", later)
    opened(small_path.parent).database.close()
    with closing(sqlite3.connect(small_path)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (later,)
    (copy,) = backups(small_path.parent / "backups")
    assert copy.path.read_bytes()[100:4096] == before[100:4096]


def test_our_own_mark_without_a_schema_is_not_migrated(small_path: Path) -> None:
    with closing(sqlite3.connect(small_path)) as connection:
        connection.execute("PRAGMA user_version = 0")
    with pytest.raises(RefusedInput):
        opened(small_path.parent)


def test_the_second_to_open_reads_and_is_told_who_writes(small_path: Path) -> None:
    first = opened(small_path.parent)
    second = opened(small_path.parent)
    assert second.database.because is OnlyReadBecause.LOCKED
    assert second.holder
    assert second.holder.since == CLOCK.now()
    assert people(second.database) == 1
    with first.database.write("hire") as work:
        add(work, schema.person, last_name="Neuf", folded="neuf")
    assert people(second.database) == 2
    with pytest.raises(Busy), second.database.write("hire") as work:
        add(work, schema.person, last_name="Neuf", folded="neuf")


def test_a_killed_program_leaves_no_lock(small_path: Path) -> None:
    def die_holding() -> str:
        opened(small_path.parent)
        os._exit(9)

    answer_of(die_holding)
    there = opened(small_path.parent)
    assert not there.database.read_only


def test_a_home_that_another_one_is_just_making_is_busy(tmp_path: Path) -> None:
    first = opened(tmp_path)
    first.database.close()
    (tmp_path / "referent-desk.sqlite").unlink()
    with pytest.raises(Busy):
        opened(tmp_path)


@pytest.mark.parametrize("writing", [True, False])
def test_what_a_killed_program_left_half_written_is_undone(
    small_path: Path, small_file: bytes, writing: bool
) -> None:
    leave_unfinished(small_path)
    assert small_path.with_name(small_path.name + "-journal").stat().st_size > 4096
    assert small_path.read_bytes() != small_file
    database = opened(small_path.parent, writing=writing).database
    assert list(damages(database.driver())) == []
    database.close()
    assert small_path.read_bytes() == small_file


def test_a_folder_without_rights_is_read_and_says_so(small_path: Path) -> None:
    def look() -> str:
        without_rights(small_path.parent)
        database = opened(small_path.parent).database
        assert people(database) == 1
        assert database.because
        with database.write("hire") as work:
            fill(work)
        return "written"

    answer = answer_of(look)
    assert answer.startswith("5 This home is open for reading only")
    assert [path.name for path in small_path.parent.iterdir()] == [small_path.name]


def test_a_file_without_rights_in_a_free_folder_is_only_read(small_path: Path) -> None:
    def look() -> str:
        small_path.chmod(0o444)
        small_path.parent.chmod(0o777)
        obey_file_modes()
        database = opened(small_path.parent).database
        return f"{people(database)} {database.because}"

    assert answer_of(look) == f"1 {OnlyReadBecause.NO_PERMISSION}"


def test_read_only_media_with_an_unfinished_change_are_read_and_say_so(small_path: Path) -> None:
    leave_unfinished(small_path)

    def look() -> str:
        without_rights(small_path.parent)
        database = opened(small_path.parent).database
        return str(database.because)

    assert answer_of(look) == str(OnlyReadBecause.UNFINISHED)


def test_a_new_home_where_nothing_can_be_written_is_refused_in_words(tmp_path: Path) -> None:
    folder = tmp_path / "closed"
    folder.mkdir()

    def look() -> str:
        without_rights(folder)
        opened(folder / "home")
        return "made"

    assert answer_of(look).startswith("5 Writing at")
    assert list(folder.iterdir()) == []


def test_a_start_that_was_killed_leaves_nothing_that_stays(tmp_path: Path) -> None:
    part = tmp_path / ".part-1-referent-desk.sqlite"
    part.write_bytes(b"half")
    os.utime(part, (0, 0))
    opened(tmp_path).database.close()
    assert not part.exists()
    assert open_file_at(tmp_path).path.is_file()


def test_the_file_is_the_same_after_reading(small_path: Path, small_file: bytes) -> None:
    database = opened(small_path.parent, writing=False).database
    with database.read() as connection:
        row = connection.execute(schema.person.select()).one()
    assert row.id == AUBRY
    database.close()
    assert small_path.read_bytes() == small_file
