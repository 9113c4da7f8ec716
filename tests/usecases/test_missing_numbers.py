from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from referent_desk.domain.first_steps import FirstSteps
from referent_desk.domain.records import RecordKind
from referent_desk.errors import NotFound
from referent_desk.usecases.desks import Desk
from referent_desk.usecases.first_steps import begin_department
from referent_desk.usecases.missing_numbers import list_missing_numbers
from referent_desk.usecases.records import add_record, list_records, read_record
from tests.usecases.homes import empty_desk

ENTRY = RecordKind.DIRECTORY_ENTRY


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    opened = empty_desk(tmp_path)
    yield opened
    opened.close()


def missing(desk: Desk, owner_id: str) -> list[str]:
    return [each.label or str(each.purpose) for each in list_missing_numbers(desk, owner_id)]


def test_a_new_department_lacks_those_whom_every_binder_names(desk: Desk) -> None:
    ward = begin_department(desk, FirstSteps("Hôpital Nord", "Cardiologie")).department.id
    assert missing(desk, ward) == [
        "switchboard",
        "it_on_call",
        "ward_manager",
        "physician",
        "Duty administrator",
    ]
    add_record(desk, ENTRY, {"owner_id": ward, "label": "Standard", "number": "9"})
    assert missing(desk, ward)[0] == "it_on_call"


def test_a_number_of_what_stands_above_is_not_missing_below(desk: Desk) -> None:
    ward = begin_department(desk, FirstSteps("Hôpital Nord", "Cardiologie")).department.id
    site = read_record(desk, RecordKind.NODE, ward).links["parent_id"].id
    add_record(desk, ENTRY, {"owner_id": site, "label": "Standard", "number": "9"})
    assert "switchboard" not in missing(desk, ward)
    assert missing(desk, site) == []
    with pytest.raises(NotFound):
        missing(desk, "nowhere")


def test_a_line_that_waits_for_its_number_is_given_it_and_no_second_one_stands(desk: Desk) -> None:
    ward = begin_department(desk, FirstSteps("Hôpital Nord", "Cardiologie")).department.id
    given = {"owner_id": ward, "label": "Brancardage", "heading": "Transports"}
    first = add_record(desk, ENTRY, given).id
    assert "Brancardage" in missing(desk, ward)
    typed = {"owner_id": ward, "label": "brancardage", "number": "4820"}
    assert add_record(desk, ENTRY, typed).id == first
    (line,) = list_records(desk, ENTRY, "owner_id", ward)
    assert (line.values["number"], line.values["heading"]) == ("4820", "Transports")
    assert "Brancardage" not in missing(desk, ward)
