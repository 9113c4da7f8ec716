from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from referent_desk.domain.records import RecordKind
from referent_desk.usecases.departments import find_department
from referent_desk.usecases.desks import Desk
from referent_desk.usecases.records import add_record, close_record
from referent_desk.usecases.same_numbers import lines_with_number
from tests.usecases.homes import demo_desk


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    opened = demo_desk(tmp_path)
    yield opened
    opened.close()


def add(desk: Desk, owner_id: str, label: str, number: str) -> str:
    typed = {"owner_id": owner_id, "label": label, "number": number}
    return add_record(desk, RecordKind.DIRECTORY_ENTRY, typed).id


def test_a_number_that_a_line_has_already_is_known_however_it_is_written(desk: Desk) -> None:
    ward = find_department(desk, "CAR").id
    key = add(desk, ward, "Linen room", "47 29")
    for typed in ("4729", "47.29", " 47 29 "):
        assert lines_with_number(desk, ward, typed) == ("Linen room",)
    for typed in ("4728", "", "linen"):
        assert lines_with_number(desk, ward, typed) == ()
    close_record(desk, RecordKind.DIRECTORY_ENTRY, key)
    assert lines_with_number(desk, ward, "4729") == ()


def test_a_line_of_what_stands_above_says_whose_it_is(desk: Desk) -> None:
    ward = find_department(desk, "CAR")
    assert ward.parent_id is not None
    add(desk, ward.parent_id, "Pole office", "4730")
    (said,) = lines_with_number(desk, ward.id, "4730")
    assert said.startswith("Pole office (")
    assert lines_with_number(desk, ward.parent_id, "4730") == ("Pole office",)
