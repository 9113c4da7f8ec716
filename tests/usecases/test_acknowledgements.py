from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from referent_desk.domain.acknowledgements import Known, Level, Mark, Reader, Register, share_of
from referent_desk.domain.changes import Kind
from referent_desk.domain.coverage import uses_of
from referent_desk.domain.reading_tasks import ReadingFacts
from referent_desk.domain.records import RecordKind
from referent_desk.errors import NotFound, RefusedField, RefusedInput
from referent_desk.storage.procedures import coverage_facts
from referent_desk.usecases.acknowledgements import (
    find_readers,
    match_name,
    read_register,
    record_acknowledgements,
)
from referent_desk.usecases.checks import check
from referent_desk.usecases.demo import showcase_department
from referent_desk.usecases.desks import Desk
from referent_desk.usecases.reading_facts import (
    reading_counts,
    reading_due_rows,
    reading_facts,
)
from referent_desk.usecases.records import add_record, edit_field
from referent_desk.usecases.undoing import redo, undo
from tests.usecases.homes import CLOCK, bare_desk, demo_desk

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


def first(register: Register, count: int = 1) -> list[Reader]:
    return list(register.staff[:count])


def mark(register: Register, reader: Reader, level: Level | None, column: int = 0) -> Mark:
    taught = register.taught[column]
    return Mark(taught.revision_id, reader.name, reader.person_id, level)


def cell(desk: Desk, ward: str, reader: Reader, column: int = 0) -> Known:
    register = read_register(desk, ward)
    found = register.cells().get((reader.key, register.taught[column].procedure_id))
    return found.known if found is not None else Known.NOTHING


def test_the_grid_has_the_staff_and_the_texts_in_force(desk: Desk, ward: str) -> None:
    register = read_register(desk, ward)

    assert register.staff == register.readers
    assert register.taught
    assert all(one.number and len(one.mark) == 4 for one in register.taught)
    assert len({one.revision_id for one in register.taught}) == len(register.taught)


def test_many_are_recorded_at_once_and_taken_back_at_once(desk: Desk, ward: str) -> None:
    register = read_register(desk, ward)
    people = first(register, 3)

    saved = record_acknowledgements(
        desk, ward, [mark(register, one, Level.READ) for one in people], TODAY, "Ada Moreau"
    )

    assert saved.id == "3"
    assert saved.kinds == {Kind.ACKNOWLEDGEMENTS}
    told = read_register(desk, ward)
    assert share_of(told, told.cells(), told.taught[0].procedure_id).count == 3
    assert {fact.who for fact in told.said} == {"Ada Moreau"}
    undo(desk)
    assert read_register(desk, ward).said == ()
    redo(desk)
    assert len(read_register(desk, ward).said) == 3


def test_what_is_said_already_is_not_said_twice(desk: Desk, ward: str) -> None:
    register = read_register(desk, ward)
    marks = [mark(register, first(register)[0], Level.READ)]
    record_acknowledgements(desk, ward, marks, TODAY, "")

    saved = record_acknowledgements(desk, ward, marks, TODAY, "")

    assert saved.id == "0"
    assert not saved.kinds


def test_a_mark_is_corrected_and_taken_away(desk: Desk, ward: str) -> None:
    register = read_register(desk, ward)
    reader = first(register)[0]
    seen = []
    for level in (Level.READ, Level.PRACTISED, Level.READ, None):
        record_acknowledgements(desk, ward, [mark(register, reader, level)], TODAY, "")
        seen.append(cell(desk, ward, reader))

    assert seen == [Known.READ, Known.PRACTISED, Known.READ, Known.NOTHING]


@pytest.mark.parametrize(
    ("day", "field"), [(TODAY + timedelta(days=1), "to_come"), (date(1990, 1, 1), "too_early")]
)
def test_nobody_reads_tomorrow_nor_before_it_was_approved(
    desk: Desk, ward: str, day: date, field: str
) -> None:
    register = read_register(desk, ward)
    wanted = [mark(register, first(register)[0], Level.READ)]

    with pytest.raises(RefusedField) as refused:
        record_acknowledgements(desk, ward, wanted, day, "")
    assert refused.value.code == field
    assert read_register(desk, ward).said == ()


def test_a_revision_that_is_not_in_force_is_refused(desk: Desk, ward: str) -> None:
    with pytest.raises(RefusedInput):
        record_acknowledgements(desk, ward, [Mark("gone", "Ada", None, Level.READ)], TODAY, "")


def test_a_name_that_nobody_knows_is_kept_and_matched_later(desk: Desk, ward: str) -> None:
    register = read_register(desk, ward)
    record_acknowledgements(
        desk, ward, [mark(register, Reader("Zoé Inconnue"), Level.PRACTISED)], TODAY, ""
    )
    told = read_register(desk, ward)
    assert told.readers[-1] == Reader("Zoé Inconnue")
    assert share_of(told, told.cells(), told.taught[0].procedure_id).count == 0

    values = {"last_name": "Inconnue", "first_name": "Zoé", "department_id": ward}
    person_id = add_record(desk, RecordKind.PERSON, values).id
    match_name(desk, ward, "zoe inconnue", person_id)

    told = read_register(desk, ward)
    assert told.readers == told.staff
    assert share_of(told, told.cells(), told.taught[0].procedure_id).count == 1
    undo(desk)
    assert Reader("Zoé Inconnue") in read_register(desk, ward).readers


def test_who_left_is_neither_shown_nor_counted(desk: Desk, ward: str) -> None:
    register = read_register(desk, ward)
    reader = first(register)[0]
    record_acknowledgements(desk, ward, [mark(register, reader, Level.READ)], TODAY, "")
    edit_field(desk, RecordKind.PERSON, reader.person_id or "", "left_on", "01/11/2026")

    told = read_register(desk, ward)
    assert reader.key not in {one.key for one in told.readers}
    assert share_of(told, told.cells(), told.taught[0].procedure_id).count == 0


def test_written_names_find_staff_then_the_home_then_stay_names(desk: Desk, ward: str) -> None:
    staff = first(read_register(desk, ward))[0]
    turned = " ".join(reversed(staff.name.split(" ", 1)))

    found = find_readers(desk, ward, [turned.upper(), staff.name, "Zoé Inconnue"])

    assert [one.key for one in found] == [staff.key, "name:zoe inconnue"]


def facts_of(desk: Desk, ward: str) -> ReadingFacts:
    with desk.database.read() as connection:
        coverage = coverage_facts(connection, ward, TODAY)
        return reading_facts(connection, coverage, uses_of(coverage, TODAY), TODAY)


def test_a_newcomer_who_has_read_nothing_is_told(desk: Desk, ward: str) -> None:
    assert not facts_of(desk, ward).has_begun
    assert facts_of(desk, ward).newcomers == ()
    values = {"last_name": "Leroy", "first_name": "Nora", "department_id": ward}
    person_id = add_record(desk, RecordKind.PERSON, values).id
    register = read_register(desk, ward)
    reader = first(register)[0]
    record_acknowledgements(desk, ward, [mark(register, reader, Level.READ)], TODAY, "")

    facts = facts_of(desk, ward)

    assert facts.has_begun
    assert [(one.person_id, one.since) for one in facts.newcomers] == [(person_id, TODAY)]
    nora = Reader("Nora Leroy", person_id)
    record_acknowledgements(desk, ward, [mark(register, nora, Level.READ)], TODAY, "")
    assert facts_of(desk, ward).newcomers == ()


def test_somebody_who_comes_from_another_department_is_new_too(desk: Desk, ward: str) -> None:
    with desk.database.read() as connection:
        other = connection.exec_driver_sql(
            "SELECT id FROM person WHERE department_id <> ? AND left_on IS NULL LIMIT 1", (ward,)
        ).scalar_one()
    edit_field(desk, RecordKind.PERSON, other, "department_id", ward)

    assert [one.person_id for one in facts_of(desk, ward).newcomers] == [other]


def test_the_due_list_of_many_departments_says_the_same_as_that_of_one(
    desk: Desk, ward: str
) -> None:
    with desk.database.read() as connection:
        coverage = coverage_facts(connection, ward, TODAY)
        uses = uses_of(coverage, TODAY)
        every = list(reading_due_rows(reading_counts(connection, TODAY), coverage, uses))
        alone = list(reading_due_rows(reading_counts(connection, TODAY, [ward]), coverage, uses))

    assert every == alone
    assert every
    assert len(every) == len(facts_of(desk, ward).procedures)


def test_a_place_without_a_binder_has_no_register(tmp_path: Path) -> None:
    desk = bare_desk(tmp_path)
    with desk.database.read() as connection:
        pole = connection.exec_driver_sql("SELECT id FROM node WHERE kind = 'pole'").scalar()

    with pytest.raises(NotFound):
        read_register(desk, str(pole))
    desk.close()
