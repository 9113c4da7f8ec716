from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from referent_desk.domain.drills import Shift
from referent_desk.domain.listings import Listing
from referent_desk.domain.records import RecordKind
from referent_desk.errors import RefusedField, RefusedInput
from referent_desk.language import speak
from referent_desk.storage.departments import path_to
from referent_desk.storage.drills import drills_in
from referent_desk.usecases.demo import showcase_department
from referent_desk.usecases.desks import Desk
from referent_desk.usecases.drill_details import list_drills, stop_detail
from referent_desk.usecases.drill_stops import play_stop
from referent_desk.usecases.records import add_record, edit_field, read_record
from tests.usecases.drill_desks import function
from tests.usecases.homes import demo_desk


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    speak("en")
    opened = demo_desk(tmp_path)
    yield opened
    assert opened.close() is None


def announce(desk: Desk, day: str = "09/12/2026", hour: str = "21 h 30") -> str:
    """For the whole hospital of the ward."""
    department = showcase_department(desk)
    with desk.database.read() as connection:
        hospital = path_to(connection, department)[-2].id
    typed = {"node_id": hospital, "planned_on": day, "starts_at": hour, "minutes": "2 h"}
    software = function(desk).software_id or ""
    return add_record(desk, RecordKind.MAINTENANCE, {**typed, "software_id": software}).id


def test_an_announced_stop_stands_among_the_drills_until_it_is_one(desk: Desk) -> None:
    department = showcase_department(desk)
    stop_id = announce(desk)
    listing = Listing(department_id=department)
    [row] = list_drills(desk, listing).rows
    assert (row.key, row.state, row.day) == (stop_id, None, date(2026, 12, 9))
    saved = play_stop(desk, stop_id, department)
    [row] = list_drills(desk, listing).rows
    assert (row.key, row.shift) == (saved.id, Shift.NIGHT)
    assert row.function == function(desk, "PRE").function


def test_one_button_makes_the_drills_of_all_departments_that_use_it(desk: Desk) -> None:
    department = showcase_department(desk)
    stop_id = announce(desk)
    play_stop(desk, stop_id, department)
    wards = {key for key, _name in stop_detail(desk, stop_id).departments}
    assert len(wards) > 2
    play_stop(desk, stop_id)
    with desk.database.read() as connection:
        drills = drills_in(connection)
    assert set(drills) == wards
    assert all(len(those) == 1 for those in drills.values())
    detail = stop_detail(desk, stop_id)
    assert detail.waiting == 0
    with pytest.raises(RefusedInput, match="already"):
        play_stop(desk, stop_id)


def test_a_stop_that_lies_in_the_past_makes_no_drill(desk: Desk) -> None:
    stop_id = announce(desk, day="21/11/2026")
    with pytest.raises(RefusedInput, match="past"):
        play_stop(desk, stop_id)


def test_the_hour_of_a_stop_is_kept_in_one_way_or_refused(desk: Desk) -> None:
    stop_id = announce(desk)
    assert read_record(desk, RecordKind.MAINTENANCE, stop_id).values["starts_at"] == "21:30"
    edit_field(desk, RecordKind.MAINTENANCE, stop_id, "starts_at", "22h")
    assert read_record(desk, RecordKind.MAINTENANCE, stop_id).values["starts_at"] == "22:00"
    with pytest.raises(RefusedField):
        edit_field(desk, RecordKind.MAINTENANCE, stop_id, "starts_at", "late")
