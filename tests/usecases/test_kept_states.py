from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from referent_desk.domain.sheet_states import BinderState, SheetStatus
from referent_desk.resources import resource
from referent_desk.storage import schema
from referent_desk.storage.high_marks import raise_marks
from referent_desk.usecases import binder_gathering, binder_states
from referent_desk.usecases.binder_states import read_state
from referent_desk.usecases.departments import departments_with_binder, find_department
from referent_desk.usecases.desks import Desk, open_desk
from referent_desk.usecases.tasks import list_tasks
from tests.usecases.filed_copies import FILED_ON, Calendar, change, filed_desk, row_id


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[tuple[Desk, Calendar, str]]:
    desk, calendar = filed_desk(tmp_path)
    yield desk, calendar, find_department(desk, "CAR").id
    desk.close()


@pytest.fixture
def readings(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The departments whose binder was gathered, once for each time."""
    gathered: list[str] = []

    def count(desk, connection, department_id, *rest, **named):  # type: ignore[no-untyped-def]
        gathered.append(department_id)
        return binder_gathering.gather(desk, connection, department_id, *rest, **named)

    monkeypatch.setattr(binder_states, "gather", count)
    return gathered


class GaveUp(Exception):
    pass


def outdated(state: BinderState) -> int:
    return sum(copy.count(SheetStatus.OUT_OF_DATE) for copy in state.copies)


def dial_otherwise(desk: Desk, number: str) -> None:
    change(desk, schema.directory_entry, row_id(desk, schema.directory_entry), number=number)


def test_today_and_the_last_line_are_told_from_one_reading(
    opened: tuple[Desk, Calendar, str], readings: list[str]
) -> None:
    desk, _calendar, department_id = opened
    state = read_state(desk, department_id)
    list_tasks(desk, department_id)
    assert read_state(desk, department_id) is state
    assert readings == [department_id]


def test_what_is_changed_here_is_read_anew(opened: tuple[Desk, Calendar, str]) -> None:
    desk, _calendar, department_id = opened
    assert outdated(read_state(desk, department_id)) == 0
    dial_otherwise(desk, "0700 11 22 33")
    assert outdated(read_state(desk, department_id)) > 0


def test_what_another_program_changes_is_read_anew(opened: tuple[Desk, Calendar, str]) -> None:
    desk, _calendar, department_id = opened
    reader = open_desk(desk.home, desk.clock, writing=False)
    assert outdated(read_state(reader, department_id)) == 0
    dial_otherwise(desk, "0700 11 22 33")
    assert outdated(read_state(reader, department_id)) > 0
    reader.close()


def test_what_was_written_and_given_up_again_is_not_shown(
    opened: tuple[Desk, Calendar, str],
) -> None:
    desk, _calendar, department_id = opened
    entry = row_id(desk, schema.directory_entry)
    within = []

    def write_and_give_up() -> None:
        with desk.database.write("edit") as work:
            work.change(schema.directory_entry, entry, {"number": "0700 11 22 33"})
            within.append(binder_states.state_in(desk, work.connection, department_id))
            raise GaveUp

    with pytest.raises(GaveUp):
        write_and_give_up()
    assert outdated(within[0]) > 0
    assert outdated(read_state(desk, department_id)) == 0


def test_the_day_after_is_read_anew(opened: tuple[Desk, Calendar, str]) -> None:
    desk, calendar, department_id = opened
    assert read_state(desk, department_id).day == FILED_ON
    calendar.day += timedelta(days=1)
    assert read_state(desk, department_id).day == calendar.day


def test_another_department_is_read_for_itself(opened: tuple[Desk, Calendar, str]) -> None:
    desk, _calendar, department_id = opened
    read_state(desk, department_id)
    other = next(n.id for n in departments_with_binder(desk) if n.id != department_id)
    assert read_state(desk, other).department_id == other
    assert read_state(desk, department_id).department_id == department_id


def test_a_form_of_the_hospital_that_is_put_beside_the_home_counts_at_once(
    opened: tuple[Desk, Calendar, str],
) -> None:
    desk, _calendar, department_id = opened
    before = read_state(desk, department_id)
    language = "fr" if desk.language == "fr" else "en"
    shipped = resource("forms", language) / "F05.toml"
    own = desk.home.forms / "F05.toml"
    own.parent.mkdir(exist_ok=True)
    own.write_text(shipped.read_text("utf-8").replace("revision = ", "revision = 9"), "utf-8")
    assert outdated(before) == 0
    assert outdated(read_state(desk, department_id)) > 0
    own.unlink()
    assert outdated(read_state(desk, department_id)) == 0


def test_a_printing_that_only_the_marks_know_counts_at_once(
    opened: tuple[Desk, Calendar, str],
) -> None:
    desk, _calendar, department_id = opened
    assert not any(copy.forgotten for copy in read_state(desk, department_id).copies)
    raise_marks(desk.home.marks, desk.home_id, department_id, run=99)
    assert all(copy.forgotten for copy in read_state(desk, department_id).copies)
