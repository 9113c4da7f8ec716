from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from referent_desk.domain.copies import CopyEnd
from referent_desk.domain.sheet_states import SheetStatus
from referent_desk.storage import schema
from referent_desk.usecases import binder_inventories
from referent_desk.usecases.binder_inventories import counts_of_departments
from referent_desk.usecases.binder_states import read_state
from referent_desk.usecases.binders import print_binder
from referent_desk.usecases.copies import close_copy
from referent_desk.usecases.departments import departments_with_binder, find_department
from referent_desk.usecases.desks import Desk
from referent_desk.usecases.replacements import print_replacements
from referent_desk.usecases.run_facts import record_insertion
from referent_desk.usecases.shelf_checks import draw, record_check
from tests.usecases.filed_copies import (
    COPIES,
    FILED_ON,
    Calendar,
    change,
    filed_desk,
    newest_run,
    row_id,
    shelf,
)


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[tuple[Desk, Calendar]]:
    desk, calendar = filed_desk(tmp_path)
    for node in departments_with_binder(desk):
        if node.code != "CAR":
            print_binder(desk, node.id, tmp_path / "x.pdf", copy_number=1)
            record_insertion(desk, newest_run(desk, node.id).id, "Essai", FILED_ON)
    yield desk, calendar
    desk.close()


def told_one_by_one(desk: Desk) -> dict[str, tuple[int, dict[str, int]]]:
    found = {}
    for node in departments_with_binder(desk):
        state = read_state(desk, node.id)
        counted = Counter(sheet.status for copy in state.copies for sheet in copy.sheets)
        found[node.name] = (len(state.copies), {str(s): counted[s] for s in SheetStatus})
    return found


def told_at_once(desk: Desk) -> dict[str, tuple[int, dict[str, int]]]:
    found = {}
    for row in counts_of_departments(desk):
        counts = {str(status): number(row[str(status)]) for status in SheetStatus}
        found[str(row["department"])] = (number(row["copies"]), counts)
    return found


def number(value: object) -> int:
    assert isinstance(value, int)
    return value


@pytest.mark.torture
def test_many_binders_are_counted_as_each_is_read(
    opened: tuple[Desk, Calendar], tmp_path: Path
) -> None:
    """After changes of every sort: a number, a use that ended, a new one, a draft, a printing not
    filed, a sheet missing on the shelf, a copy closed, and in the days to come."""
    desk, calendar = opened
    car = find_department(desk, "CAR").id
    first, second = (shelf(desk, car, number).copy.id for number in COPIES)
    assert told_at_once(desk) == told_one_by_one(desk)
    change(desk, schema.directory_entry, row_id(desk, schema.directory_entry), number="0700 11")
    change(
        desk,
        schema.deployment,
        row_id(desk, schema.deployment, department_id=car),
        until=FILED_ON - timedelta(days=1),
    )
    assert told_at_once(desk) == told_one_by_one(desk)
    print_replacements(desk, car, COPIES[0], tmp_path / "r.pdf")
    drawn = draw(desk, second)
    record_check(desk, second, "Essai", FILED_ON, {drawn[0].code: "", drawn[1].code: ""})
    found = told_at_once(desk)
    assert found == told_one_by_one(desk)
    every = Counter[str]()
    for _copies, counts in found.values():
        every.update(counts)
    assert all(every[str(status)] for status in SheetStatus if status != "never_printed"), every
    close_copy(desk, first, CopyEnd.LOST, FILED_ON)
    for days in (1, 40, 400):
        calendar.day = FILED_ON + timedelta(days=days)
        assert told_at_once(desk) == told_one_by_one(desk)


def test_departments_are_counted_alike_however_many_are_read_at_once(
    opened: tuple[Desk, Calendar], monkeypatch: pytest.MonkeyPatch
) -> None:
    desk, _calendar = opened
    at_once = counts_of_departments(desk)
    monkeypatch.setattr(binder_inventories, "TOGETHER", 2)
    assert counts_of_departments(desk) == at_once
