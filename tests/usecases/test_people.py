from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from referent_desk.domain.changes import Kind
from referent_desk.domain.deeds import Deed, Verb
from referent_desk.domain.listings import Listing
from referent_desk.domain.people import AppointmentState
from referent_desk.domain.records import RecordKind
from referent_desk.errors import NotFound, RefusedField
from referent_desk.usecases.departments import department_detail, find_department
from referent_desk.usecases.desks import Desk
from referent_desk.usecases.people import (
    appoint_newcomer,
    list_appointments,
    list_people,
    person_detail,
)
from referent_desk.usecases.records import (
    close_record,
    list_records,
    read_record,
    reopen_record,
)
from referent_desk.usecases.undoing import redo, undo
from tests.usecases.homes import demo_desk


@pytest.fixture(scope="module")
def demo(module_path: Path) -> Iterator[Desk]:
    desk = demo_desk(module_path)
    yield desk
    desk.close()


def test_every_appointment_stands_in_the_detail_of_its_person(demo: Desk) -> None:
    rows = list_appointments(demo, Listing(limit=1_000)).rows
    assert rows
    for row in rows:
        detail = person_detail(demo, row.person_id)
        assert detail.person.full_name == row.person
        assert row in detail.appointments


def test_a_department_narrows_the_list(demo: Desk) -> None:
    key = find_department(demo, "CAR").id
    page = list_appointments(demo, Listing(department_id=key))
    assert {row.department_id for row in page.rows} == {key}
    assert page.total == len(page.rows)


def test_somebody_is_found_by_name_department_or_software(demo: Desk) -> None:
    found = list_appointments(demo, Listing("AUBRY cardio"))
    assert {row.person for row in found.rows} == {"Maryse Aubry"}


def test_a_person_who_went_is_said(demo: Desk) -> None:
    with pytest.raises(NotFound, match="not here any more"):
        person_detail(demo, "nobody")


def test_everybody_is_listed_referent_or_not(demo: Desk) -> None:
    page = list_people(demo, Listing(limit=1_000))
    assert page.total == page.matching == len(page.rows)
    referents = {row.person_id for row in list_appointments(demo, Listing(limit=1_000)).rows}
    assert referents < {row.person_id for row in page.rows}
    assert {row.person_id for row in page.rows if row.appointments} <= referents


def test_the_staff_of_a_department_are_those_who_work_there(demo: Desk) -> None:
    key = find_department(demo, "CAR").id
    page = list_people(demo, Listing(department_id=key, limit=1_000))
    assert {row.department_id for row in page.rows} == {key}
    assert page.total == len(page.rows) < list_people(demo, Listing()).total


@pytest.mark.parametrize("sort", ["person", "department", "role", "until"])
def test_staff_are_sorted_page_by_page_without_losing_anybody(demo: Desk, sort: str) -> None:
    whole = list_people(demo, Listing(sort=sort, limit=1_000)).rows
    pages: list[str] = []
    after: tuple[object, ...] | None = None
    for _number in range(100):
        page = list_people(demo, Listing(sort=sort, limit=7, after=after))
        pages += [row.person_id for row in page.rows]
        after = page.after
        if after is None:
            break
    assert pages == [row.person_id for row in whole]


def test_who_has_left_is_said_the_day_after(demo: Desk) -> None:
    rows = list_people(demo, Listing(limit=1_000)).rows
    for row in rows:
        assert row.has_left is (row.left_on is not None and row.left_on < demo.clock.today())


WARD_REFERENT = {"kind": "software", "rank": "deputy"}
NEWCOMER = {"last_name": "Kervran", "first_name": "Lou", "telephone": "4127"}


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    opened = demo_desk(tmp_path)
    yield opened
    opened.close()


def test_a_newcomer_and_the_appointment_are_one_deed(desk: Desk) -> None:
    key = find_department(desk, "CAR").id
    before = list_people(desk, Listing(limit=1_000))
    where = {"department_id": key}
    answer = appoint_newcomer(desk, {**NEWCOMER, **where}, {**WARD_REFERENT, **where})
    detail = person_detail(desk, answer.id)
    assert (detail.person.full_name, detail.person.telephone) == ("Lou Kervran", "4127")
    assert [a.department_id for a in detail.appointments] == [key]
    assert answer.kinds == {Kind.PEOPLE, Kind.APPOINTMENTS}
    assert answer.undo == Deed(Verb.ADDED, RecordKind.APPOINTMENT, "Lou Kervran")
    undo(desk)
    assert list_people(desk, Listing(limit=1_000)) == before
    redo(desk)
    assert person_detail(desk, answer.id) == detail


@pytest.mark.parametrize(
    ("person", "appointment", "field"),
    [
        ({"last_name": ""}, {}, "last_name"),
        ({"telephone": "199004071"}, {}, "telephone"),
        ({}, {"rank": "boss"}, "rank"),
        ({}, {"since": "12/03/2026", "until": "11/03/2026"}, "until"),
        ({}, {"department_id": "nowhere"}, "department_id"),
    ],
)
def test_when_one_half_is_refused_nobody_is_added(
    desk: Desk, person: dict[str, str], appointment: dict[str, str], field: str
) -> None:
    before = list_people(desk, Listing(limit=1_000))
    where = {"department_id": find_department(desk, "CAR").id}
    with pytest.raises(RefusedField) as caught:
        appoint_newcomer(
            desk, {**NEWCOMER, **where, **person}, {**WARD_REFERENT, **where, **appointment}
        )
    assert caught.value.field == field
    assert list_people(desk, Listing(limit=1_000)) == before


@pytest.mark.parametrize(
    ("since", "until"), [("", "21/11/2026"), ("01/03/2024", "21/11/2026"),
                         ("22/11/2026", "21/11/2026"), ("01/12/2026", "21/11/2026")]
)  # fmt: skip
def test_who_is_ended_today_answers_no_more_today_and_may_come_back(
    desk: Desk, since: str, until: str
) -> None:
    key = find_department(desk, "CAR").id
    where = {"department_id": key}
    person = appoint_newcomer(
        desk, {**NEWCOMER, **where}, {**WARD_REFERENT, **where, "since": since}
    )
    (appointment,) = person_detail(desk, person.id).appointments
    close_record(desk, RecordKind.APPOINTMENT, appointment.id)
    record = read_record(desk, RecordKind.APPOINTMENT, appointment.id)
    assert (record.values["until"], record.can_close) == (until, False)
    assert "Kervran" not in str(department_detail(desk, key).referents)
    listed = list_appointments(desk, Listing(department_id=key, limit=1_000)).rows
    states = {row.state for row in listed if row.person_id == person.id}
    assert states <= {AppointmentState.ENDED}
    open_ones = list_records(desk, RecordKind.APPOINTMENT, "department_id", key)
    assert appointment.id not in {each.id for each in open_ones}
    reopen_record(desk, RecordKind.APPOINTMENT, appointment.id)
    assert read_record(desk, RecordKind.APPOINTMENT, appointment.id).values["until"] == ""


def test_somebody_whose_last_day_is_today_is_still_in_office(desk: Desk) -> None:
    key = find_department(desk, "CAR").id
    where = {"department_id": key}
    typed = {**WARD_REFERENT, **where, "until": "22/11/2026"}
    person = appoint_newcomer(desk, {**NEWCOMER, **where}, typed)
    (appointment,) = person_detail(desk, person.id).appointments
    record = read_record(desk, RecordKind.APPOINTMENT, appointment.id)
    assert (record.closed_on, record.can_close) == (None, True)
