from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from referent_desk.domain.deeds import Deed, Verb
from referent_desk.domain.records import RecordKind
from referent_desk.errors import NotFound
from referent_desk.storage import schema
from referent_desk.usecases.checks import check
from referent_desk.usecases.departments import find_department
from referent_desk.usecases.desks import Desk
from referent_desk.usecases.directory_orders import move_entry
from referent_desk.usecases.records import list_records
from referent_desk.usecases.undoing import undo
from tests.usecases.homes import demo_desk


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    opened = demo_desk(tmp_path)
    yield opened
    opened.close()


def ids(desk: Desk) -> list[str]:
    key = find_department(desk, "CAR").id
    return [r.id for r in list_records(desk, RecordKind.DIRECTORY_ENTRY, "owner_id", key)]


def test_a_number_is_moved_down_and_up_and_back_by_undoing(desk: Desk) -> None:
    before = ids(desk)
    first, second, *rest = before
    answer = move_entry(desk, first, 1)
    assert ids(desk) == [second, first, *rest]
    assert answer.undo is not None
    assert (answer.undo.verb, answer.undo.what) == (Verb.MOVED, RecordKind.DIRECTORY_ENTRY)
    move_entry(desk, rest[-1], -99)
    assert ids(desk)[0] == rest[-1]
    undo(desk)
    undo(desk)
    assert ids(desk) == before
    assert check(desk).faults == ()


@pytest.mark.parametrize(("place", "steps"), [(0, -1), (-1, 1)])
def test_beyond_the_ends_nothing_is_written(desk: Desk, place: int, steps: int) -> None:
    before = ids(desk)
    answer = move_entry(desk, before[place], steps)
    assert (ids(desk), answer.kinds, answer.undo) == (before, frozenset(), None)


def test_numbers_that_were_imported_with_one_position_can_be_ordered(desk: Desk) -> None:
    known = ids(desk)
    with desk.database.write("flatten") as work:
        for one in known:
            work.change(schema.directory_entry, one, {"position": 0})
    before = ids(desk)
    move_entry(desk, before[2], -1)
    assert ids(desk) == [before[0], before[2], before[1], *before[3:]]


def test_a_number_that_went_is_said(desk: Desk) -> None:
    with pytest.raises(NotFound):
        move_entry(desk, "nowhere", 1)


def test_the_deed_names_the_number(desk: Desk) -> None:
    label = list_records(
        desk, RecordKind.DIRECTORY_ENTRY, "owner_id", find_department(desk, "CAR").id
    )[0]
    answer = move_entry(desk, label.id, 1)
    assert answer.undo == Deed(Verb.MOVED, RecordKind.DIRECTORY_ENTRY, label.name)
