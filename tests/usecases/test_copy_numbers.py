from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from referent_desk.domain.copies import Run
from referent_desk.domain.records import RecordKind
from referent_desk.errors import NotFound
from referent_desk.storage.copies import copies_in, runs_of
from referent_desk.storage.high_marks import raise_marks
from referent_desk.usecases.binders import preview_binder, print_binder
from referent_desk.usecases.departments import departments_with_binder
from referent_desk.usecases.desks import Desk
from referent_desk.usecases.records import add_record
from tests.usecases.homes import bare_desk


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    opened = bare_desk(tmp_path)
    yield opened
    opened.close()


def ward(desk: Desk) -> str:
    return departments_with_binder(desk)[0].id


def runs(desk: Desk) -> tuple[Run, ...]:
    key = ward(desk)
    with desk.database.read() as connection:
        return runs_of(connection, key)


@pytest.mark.parametrize("number", [1, 4, 9, 9_999])
def test_no_copy_begins_under_a_number_that_is_not_the_next(
    desk: Desk, tmp_path: Path, number: int
) -> None:
    key = ward(desk)
    print_binder(desk, key, tmp_path / "2.pdf", copy_number=2)
    before = runs(desk)
    for ask in (
        lambda: print_binder(desk, key, tmp_path / "x.pdf", copy_number=number),
        lambda: preview_binder(desk, key, copy_number=number),
    ):
        with pytest.raises(NotFound) as refused:
            ask()
        assert str(refused.value) == (
            f"This binder has no copy {number}, only copy 2. "
            "Give one that is there, or 3 to begin a new copy."
        )
    assert runs(desk) == before
    assert not (tmp_path / "x.pdf").exists()


def test_a_copy_of_which_only_the_marks_know_since_a_backup_was_put_back_may_be_printed(
    desk: Desk, tmp_path: Path
) -> None:
    key = ward(desk)
    print_binder(desk, key, tmp_path / "1.pdf", copy_number=1)
    raise_marks(desk.home.marks, desk.home_id, key, copy=3)
    with pytest.raises(NotFound, match="or 4 to begin"):
        preview_binder(desk, key, copy_number=5)
    assert print_binder(desk, key, tmp_path / "3.pdf", copy_number=3).new_copy


def test_where_the_marks_are_lost_the_numbers_of_copies_jump(desk: Desk, tmp_path: Path) -> None:
    """A backup put back on another PC: copy 3 may stand on the shelf, and nobody remembers it."""
    key = ward(desk)
    print_binder(desk, key, tmp_path / "1.pdf", copy_number=2)
    shutil.rmtree(desk.home.marks)
    added = add_record(desk, RecordKind.COPY, {"department_id": key, "place": "Poste"})
    with desk.database.read() as connection:
        numbers = {copy.id: copy.number for copy in copies_in(connection, key)}
    assert numbers[added.id] == 11
    print_binder(desk, key, tmp_path / "12.pdf", copy_number=12)
    assert [copy_number(run, desk) for run in runs(desk)] == [2, 12]


def test_where_the_marks_are_lost_a_copy_that_stands_there_may_be_named(
    desk: Desk, tmp_path: Path
) -> None:
    key = ward(desk)
    print_binder(desk, key, tmp_path / "1.pdf", copy_number=2)
    shutil.rmtree(desk.home.marks)
    with pytest.raises(NotFound, match="or 11 to begin"):
        preview_binder(desk, key, copy_number=12)
    assert print_binder(desk, key, tmp_path / "3.pdf", copy_number=3).new_copy
    with pytest.raises(NotFound, match="or 11 to begin"):
        preview_binder(desk, key, copy_number=12)


def test_a_printing_for_a_copy_that_is_there_does_not_hide_that_the_marks_were_lost(
    desk: Desk, tmp_path: Path
) -> None:
    key = ward(desk)
    print_binder(desk, key, tmp_path / "1.pdf", copy_number=2)
    shutil.rmtree(desk.home.marks)
    print_binder(desk, key, tmp_path / "2.pdf", copy_number=2)
    with pytest.raises(NotFound, match="or 11 to begin"):
        preview_binder(desk, key, copy_number=3000)


def copy_number(run: Run, desk: Desk) -> int:
    key = ward(desk)
    with desk.database.read() as connection:
        copies = copies_in(connection, key)
    return next(copy.number for copy in copies if copy.id == run.copy_id)
