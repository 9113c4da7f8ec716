from __future__ import annotations

import os
import random
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from referent_desk.errors import DamagedData
from referent_desk.storage import schema
from referent_desk.storage.backups import (
    KEEP_NEWEST,
    Backup,
    backups,
    is_sound,
    rotate,
    take_backup,
    to_drop,
)
from referent_desk.storage.database import Database
from referent_desk.storage.integrity import damages
from tests.storage.small_homes import AUBRY, CLOCK, open_file_at

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


def copies(database: Database, folder: Path, count: int) -> list[Backup]:
    """Newest first, an hour apart, no two alike."""
    taken = []
    for hour in range(count):
        with database.write("call") as work:
            work.change(schema.person, AUBRY, {"telephone": str(hour)})
        taken.append(take_backup(database.driver(), folder, NOON + timedelta(hours=hour)))
    return taken[::-1]


def test_a_backup_is_a_sound_home_under_a_name_that_tells_when_and_what(
    small: Database, tmp_path: Path
) -> None:
    backup = take_backup(small.driver(), tmp_path / "copies", NOON)
    assert backup.path.name == f"referent-desk-20261122T120000Z-{backup.digest}.sqlite"
    assert backups(tmp_path / "copies") == [backup]
    assert is_sound(backup)
    home = tmp_path / "restored"
    home.mkdir()
    backup.path.rename(home / "referent-desk.sqlite")
    restored = open_file_at(home)
    assert list(damages(restored.driver())) == []
    restored.close()


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE person SET telephone = '1'",
        "DELETE FROM local_value",
        "DROP TRIGGER change_stays",
    ],
)
def test_a_damaged_home_gets_no_backup_that_pretends_to_be_sound(
    small: Database, tmp_path: Path, damage: str
) -> None:
    small.driver().execute(damage)
    with pytest.raises(DamagedData, match="not kept"):
        take_backup(small.driver(), tmp_path / "copies", NOON)
    assert list((tmp_path / "copies").iterdir()) == []


def test_what_a_killed_backup_left_is_swept_after_an_hour(small: Database, tmp_path: Path) -> None:
    old, young = tmp_path / ".part-1-x.sqlite", tmp_path / ".part-2-y.sqlite"
    for part, age in ((old, 3_700), (young, 3_500)):
        part.write_bytes(b"half")
        os.utime(part, (CLOCK.now().timestamp() - age,) * 2)
    take_backup(small.driver(), tmp_path, CLOCK.now())
    assert not old.exists()
    assert young.exists()


def test_files_of_other_names_are_no_backups(tmp_path: Path) -> None:
    for name in ("x.sqlite", "referent-desk-99999999T999999Z-0123456789ab.sqlite", ".part-1"):
        (tmp_path / name).write_bytes(b"")
    assert backups(tmp_path) == []
    assert backups(tmp_path / "absent") == []


@pytest.mark.parametrize("seed", range(8))
def test_of_some_damaged_backups_the_bad_ones_are_known(
    small: Database, tmp_path: Path, seed: int
) -> None:
    taken = copies(small, tmp_path, 6)
    chance = random.Random(seed)
    bad = chance.sample(taken, chance.randint(1, 6))
    for backup in bad:
        content = bytearray(backup.path.read_bytes())
        content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
        backup.path.write_bytes(bytes(content[: chance.choice([len(content), 500])]))
    assert [b for b in backups(tmp_path) if not is_sound(b)] == [b for b in taken if b in bad]


def made_up(*instants: datetime) -> list[Backup]:
    return [Backup(Path(instant.isoformat()), instant, "") for instant in instants]


def kept(known: list[Backup]) -> list[datetime]:
    dropped = set(to_drop(known))
    return sorted((b.taken_at for b in known if b not in dropped), reverse=True)


@pytest.mark.parametrize(
    ("step", "count", "oldest_kept"),
    [
        (timedelta(minutes=30), 10, timedelta(minutes=30) * 9),
        (timedelta(minutes=1), 400, timedelta(minutes=9)),
        (timedelta(days=1), 14, timedelta(days=13)),
        (timedelta(days=7), 8, timedelta(days=49)),
        (timedelta(days=31), 20, timedelta(days=31) * 19),
        (timedelta(days=366), 15, timedelta(days=366) * 14),
    ],
)
def test_the_newest_and_one_for_each_period_are_kept(
    step: timedelta, count: int, oldest_kept: timedelta
) -> None:
    known = made_up(*(NOON - step * number for number in range(count)))
    assert NOON - kept(known)[-1] == oldest_kept


def test_ten_years_of_daily_use_keep_a_bounded_number() -> None:
    known = made_up(*(NOON - timedelta(hours=8 * number) for number in range(3 * 3_650)))
    remaining = kept(known)
    assert remaining[:KEEP_NEWEST] == [b.taken_at for b in known[:KEEP_NEWEST]]
    assert 40 <= len(remaining) <= 10 + 14 + 8 + 24 + 15
    assert {instant.year for instant in remaining} == set(range(2016, 2027))


def test_rotation_is_settled_after_once() -> None:
    known = made_up(*(NOON - timedelta(hours=5 * number) for number in range(2_000)))
    assert to_drop(made_up(*kept(known))) == []


def test_the_newest_sound_copy_is_never_dropped(tmp_path: Path, small: Database) -> None:
    """Eleven bad copies of the same minutes would push the only good one out."""
    (good,) = copies(small, tmp_path, 1)
    for minute in range(1, KEEP_NEWEST + 3):
        instant = (NOON + timedelta(minutes=minute)).strftime("%Y%m%dT%H%M%SZ")
        (tmp_path / f"referent-desk-{instant}-0123456789ab.sqlite").write_bytes(b"")
    assert good in to_drop(backups(tmp_path))
    rotate(tmp_path)
    assert good in backups(tmp_path)
    assert len(backups(tmp_path)) == KEEP_NEWEST + 1
