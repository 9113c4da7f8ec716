from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from referent_desk.usecases.checks import check
from referent_desk.usecases.desks import Desk
from tests.usecases.homes import bare_desk

ONE_MORE_ENTRY = """
INSERT INTO audit SELECT 9, recorded_at, action, origin, actor_id, actor_name, row_count,
rows_hash, home_hash, previous_hash, hash FROM audit LIMIT 1
"""


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = bare_desk(tmp_path)
    yield desk
    desk.close()


def test_a_sound_home_says_what_was_compared(desk: Desk) -> None:
    desk.back_up()
    report = check(desk)
    assert (report.faults, report.unsound_backups, report.backups) == ((), (), 1)
    assert report.rows > 100


@pytest.mark.parametrize(
    ("damage", "sentence"),
    [
        ("UPDATE node SET place = 'x'", "of “node” is not what was written"),
        ("DELETE FROM node WHERE kind = 'unit'", "Rows are missing"),
        ("DROP TRIGGER audit_is_frozen", "“audit_is_frozen”"),
        ("DELETE FROM ancestor WHERE distance = 2", "tree of departments"),
        (ONE_MORE_ENTRY, "audit entry 9"),
        ("PRAGMA writable_schema = ON", ""),
    ],
)
def test_each_damage_has_its_sentence(desk: Desk, damage: str, sentence: str) -> None:
    desk.database.driver().execute(damage)
    faults = check(desk).faults
    assert sentence in " ".join(faults)
    assert bool(faults) is bool(sentence)


def test_a_dangling_reference_is_said(desk: Desk) -> None:
    driver = desk.database.driver()
    driver.execute("PRAGMA foreign_keys = OFF")
    driver.execute("UPDATE node SET parent_id = 'nowhere' WHERE kind = 'pole'")
    assert "names something that is not there" in " ".join(check(desk).faults)


def test_a_damaged_backup_is_named(desk: Desk) -> None:
    backup = desk.back_up()
    backup.path.write_bytes(b"x")
    assert check(desk).unsound_backups == (backup.path.name,)
