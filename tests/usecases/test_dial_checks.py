from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from referent_desk.domain.changes import Kind
from referent_desk.domain.dial_checks import CallOutcome, CheckedLine, DialCheck, WantedCall
from referent_desk.domain.records import RecordKind
from referent_desk.errors import NotFound, RefusedField, RefusedInput
from referent_desk.storage.departments import path_to
from referent_desk.usecases.checks import check
from referent_desk.usecases.demo import showcase_department
from referent_desk.usecases.desks import Desk
from referent_desk.usecases.dial_checks import annul_dialling, read_dial_check, record_dialling
from referent_desk.usecases.dial_facts import dial_facts, dial_lines_of_all, facts_along
from referent_desk.usecases.records import add_record, close_record, edit_field, read_record
from referent_desk.usecases.undoing import undo
from tests.usecases.homes import CLOCK, demo_desk

TODAY = CLOCK.today()


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = demo_desk(tmp_path)
    yield made
    assert check(made).faults == ()
    made.close()


@pytest.fixture
def ward(desk: Desk) -> str:
    return showcase_department(desk)


def wanted(
    line: CheckedLine, outcome: CallOutcome = CallOutcome.RIGHT, right: str = ""
) -> WantedCall:
    return WantedCall(line.entry_id, line.number, outcome, TODAY, "Ada Moreau", right)


def line_of(told: DialCheck, entry_id: str) -> CheckedLine:
    return next(one for one in (*told.drawn, *told.others) if one.entry_id == entry_id)


def number_of(desk: Desk, line: CheckedLine) -> str:
    return read_record(desk, RecordKind.DIRECTORY_ENTRY, line.entry_id).values["number"]


def test_a_tenth_of_what_the_sheets_print_is_drawn(desk: Desk, ward: str) -> None:
    told = read_dial_check(desk, ward)

    assert len(told.drawn) == max(3, -(-(len(told.drawn) + len(told.others)) // 10))
    assert all(line.number for line in (*told.drawn, *told.others))
    assert {line.owner for line in told.others} > {""}


def test_a_number_that_answers_bears_the_day_and_who_dialled_it(desk: Desk, ward: str) -> None:
    line = read_dial_check(desk, ward).left[0]

    saved = record_dialling(desk, wanted(line))

    told = read_dial_check(desk, ward)
    call = line_of(told, line.entry_id).last
    assert call is not None
    assert (call.day, call.who, call.outcome) == (TODAY, "Ada Moreau", CallOutcome.RIGHT)
    assert saved.kinds == {Kind.DIRECTORY}
    assert line.entry_id not in {one.entry_id for one in told.left}
    values = read_record(desk, RecordKind.DIRECTORY_ENTRY, line.entry_id).values
    assert (values["dialled_on"], values["dialled_by"]) == ("22/11/2026", "Ada Moreau")
    undo(desk)
    assert line.entry_id in {one.entry_id for one in read_dial_check(desk, ward).left}


def test_the_draw_stays_while_it_is_dialled(desk: Desk, ward: str) -> None:
    before = [line.entry_id for line in read_dial_check(desk, ward).drawn]
    for line in read_dial_check(desk, ward).left:
        record_dialling(desk, wanted(line, CallOutcome.WRONG, "0299001122"))

    told = read_dial_check(desk, ward)
    assert [line.entry_id for line in told.drawn] == before
    assert told.left == ()


def test_the_right_number_takes_the_place_of_a_wrong_one_in_one_deed(desk: Desk, ward: str) -> None:
    line = read_dial_check(desk, ward).drawn[0]

    record_dialling(desk, wanted(line, CallOutcome.WRONG, "02 99 00 11 22"))

    assert number_of(desk, line) == "02 99 00 11 22"
    assert line_of(read_dial_check(desk, ward), line.entry_id).last is None
    undo(desk)
    assert number_of(desk, line) == line.number


def test_a_wrong_number_that_nobody_can_correct_is_taken_away(desk: Desk, ward: str) -> None:
    line = read_dial_check(desk, ward).drawn[0]

    record_dialling(desk, wanted(line, CallOutcome.WRONG))

    assert number_of(desk, line) == ""


def test_what_cannot_be_true_is_refused_and_nothing_is_written(desk: Desk, ward: str) -> None:
    line = read_dial_check(desk, ward).drawn[0]
    call = wanted(line)
    for bad in (
        WantedCall(line.entry_id, line.number, call.outcome, TODAY + timedelta(days=1)),
        WantedCall(line.entry_id, line.number, call.outcome, TODAY, "x" * 400),
        WantedCall(line.entry_id, line.number, CallOutcome.WRONG, TODAY, right=line.number),
        WantedCall(line.entry_id, line.number, CallOutcome.WRONG, TODAY, right="ask Ada"),
    ):
        with pytest.raises(RefusedField):
            record_dialling(desk, bad)
    with pytest.raises(RefusedInput):
        record_dialling(desk, WantedCall(line.entry_id, "999", call.outcome, TODAY))
    with pytest.raises(NotFound):
        record_dialling(desk, WantedCall("nobody", "999", call.outcome, TODAY))

    assert number_of(desk, line) == line.number
    assert line_of(read_dial_check(desk, ward), line.entry_id).calls == line.calls


def test_a_line_that_was_closed_is_not_dialled(desk: Desk, ward: str) -> None:
    line = read_dial_check(desk, ward).drawn[0]
    close_record(desk, RecordKind.DIRECTORY_ENTRY, line.entry_id)

    told = read_dial_check(desk, ward)
    assert line.entry_id not in {one.entry_id for one in (*told.drawn, *told.others)}
    with pytest.raises(NotFound):
        record_dialling(desk, wanted(line))


def test_a_call_is_taken_back_with_a_reason(desk: Desk, ward: str) -> None:
    line = read_dial_check(desk, ward).left[0]
    record_dialling(desk, wanted(line))
    call = line_of(read_dial_check(desk, ward), line.entry_id).last
    assert call is not None
    with pytest.raises(RefusedInput):
        annul_dialling(desk, call.id, " ")

    annul_dialling(desk, call.id, "another line was dialled")

    assert line.entry_id in {one.entry_id for one in read_dial_check(desk, ward).left}
    with pytest.raises(RefusedInput):
        annul_dialling(desk, call.id, "twice")
    undo(desk)
    assert line_of(read_dial_check(desk, ward), line.entry_id).last is not None


def test_a_number_changed_in_the_directory_counts_as_not_dialled(desk: Desk, ward: str) -> None:
    told = read_dial_check(desk, ward)
    line = next(one for one in (*told.drawn, *told.others) if one.last is not None)

    edit_field(desk, RecordKind.DIRECTORY_ENTRY, line.entry_id, "number", "02 99 00 11 22")

    changed = line_of(read_dial_check(desk, ward), line.entry_id)
    assert changed.last is None
    assert changed.number_before == line.number
    values = read_record(desk, RecordKind.DIRECTORY_ENTRY, line.entry_id).values
    assert values["dialled_on"] == ""


def test_the_draw_of_many_departments_is_that_of_each(desk: Desk, ward: str) -> None:
    with desk.database.read() as connection:
        path = [node.id for node in path_to(connection, ward)]
        alone = dial_facts(connection, path, TODAY)
        every = facts_along(dial_lines_of_all(connection, TODAY), path, TODAY)

    assert alone == every
    assert alone.any_dialled


def test_a_number_typed_into_a_text_is_corrected_with_that_of_the_directory(
    desk: Desk, ward: str
) -> None:
    line = read_dial_check(desk, ward).drawn[0]
    said = {"department_id": ward, "name": "number of the blood bank"}
    spaced = " ".join(filter(str.isdigit, line.number))
    value = add_record(desk, RecordKind.LOCAL_VALUE, {**said, "value": spaced}).id
    other = {"department_id": ward, "name": "runner", "value": f"1{line.number}"}
    kept = add_record(desk, RecordKind.LOCAL_VALUE, other).id

    def said_by(key: str) -> str:
        return read_record(desk, RecordKind.LOCAL_VALUE, key).values["value"]

    told = line_of(read_dial_check(desk, ward), line.entry_id)
    assert told.elsewhere == ("number of the blood bank",)
    saved = record_dialling(desk, wanted(line, CallOutcome.WRONG, "4719"))
    assert saved.kinds == {Kind.DIRECTORY, Kind.PROCEDURES}
    assert (said_by(value), said_by(kept)) == ("4719", f"1{line.number}")
    undo(desk)
    assert (said_by(value), number_of(desk, line)) == (spaced, line.number)
    record_dialling(desk, replace(wanted(line, CallOutcome.WRONG, "4719"), elsewhere=False))
    assert said_by(value) == spaced
