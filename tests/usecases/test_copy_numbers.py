from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from referent_desk.domain.copies import Run
from referent_desk.errors import NotFound
from referent_desk.storage.copies import runs_of
from referent_desk.storage.high_marks import raise_marks
from referent_desk.usecases.binders import preview_binder, print_binder
from referent_desk.usecases.departments import departments_with_binder
from referent_desk.usecases.desks import Desk
from tests.memory_folders import tmp_path
from tests.usecases.homes import bare_desk

__all__ = ["tmp_path"]


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
