from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from referent_desk.storage.locks import HomeLock

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)


def test_one_holds_it_and_the_other_can_say_who(tmp_path: Path) -> None:
    one, other = HomeLock(tmp_path / "lock"), HomeLock(tmp_path / "lock")
    assert one.take(NOW)
    assert not other.take(NOW)
    holder = other.holder()
    assert holder
    assert holder.account
    assert holder.since == NOW
    one.give_back()
    assert other.holder() is None
    assert other.take(NOW)
    other.give_back()


def test_giving_back_what_one_never_took_leaves_the_holder_alone(tmp_path: Path) -> None:
    one, other = HomeLock(tmp_path / "lock"), HomeLock(tmp_path / "lock")
    one.take(NOW)
    other.give_back()
    assert other.holder()
    assert not other.take(NOW)
    one.give_back()


@pytest.mark.parametrize(
    "note",
    ["", "{", "[]", "null", "{}", '{"account": 1}', '{"account":"a","computer":"b","since":"x"}'],
)
def test_a_note_that_cannot_be_read_names_nobody(tmp_path: Path, note: str) -> None:
    lock = HomeLock(tmp_path / "home.lock")
    (tmp_path / "home.json").write_text(note)
    assert lock.holder() is None


def test_an_old_note_of_a_dead_program_does_not_keep_anybody_out(tmp_path: Path) -> None:
    note = '{"account": "x", "computer": "PC-12", "since": "2020-01-01T00:00:00+00:00"}'
    (tmp_path / "home.json").write_text(note)
    lock = HomeLock(tmp_path / "home.lock")
    assert lock.take(NOW)
    holder = lock.holder()
    assert holder
    assert holder.since == NOW
    lock.give_back()
