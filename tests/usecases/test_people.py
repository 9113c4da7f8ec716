from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from referent_desk.domain.listings import Listing
from referent_desk.errors import NotFound
from referent_desk.usecases.departments import find_department
from referent_desk.usecases.desks import Desk
from referent_desk.usecases.people import list_appointments, person_detail
from tests.memory_folders import module_path
from tests.usecases.homes import demo_desk

__all__ = ["module_path"]


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
