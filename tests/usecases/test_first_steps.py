from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from referent_desk.domain.first_steps import FirstSteps, FunctionWish
from referent_desk.domain.listings import Listing
from referent_desk.domain.people import AppointmentKind
from referent_desk.domain.records import RecordKind
from referent_desk.errors import NotFound, RefusedField
from referent_desk.usecases.checks import check
from referent_desk.usecases.departments import department_detail, list_departments
from referent_desk.usecases.desks import Desk
from referent_desk.usecases.first_steps import (
    begin_department,
    offer_first_steps,
    offer_starters,
)
from referent_desk.usecases.needed_functions import needed_functions
from referent_desk.usecases.people import list_appointments, person_detail
from referent_desk.usecases.procedures import list_procedures
from referent_desk.usecases.records import add_record, list_records, read_record
from referent_desk.usecases.software import list_software
from referent_desk.usecases.undoing import redo, undo
from tests.usecases.homes import CLOCK, demo_desk, empty_desk

STEPS = FirstSteps(
    establishment="Valley Hospital",
    department="Cardiology",
    beds="24",
    telephone="04 71 00 00 12",
    last_name="Moreau",
    first_name="Ada",
    role="medical secretary",
)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    opened = empty_desk(tmp_path)
    yield opened
    opened.close()


def ids(desk: Desk) -> dict[str, str]:
    return {function.code: function.id for function in offer_first_steps(desk).functions}


def wishes(desk: Desk, **software: str) -> tuple[FunctionWish, ...]:
    known = ids(desk)
    return tuple(FunctionWish(known[code], name) for code, name in software.items())


def everything(desk: Desk) -> tuple[int, int, int]:
    listing = Listing()
    return (
        list_departments(desk, listing).total,
        list_software(desk, listing).total,
        list_appointments(desk, listing).total,
    )


def test_a_department_is_made_whole_from_what_was_typed(desk: Desk) -> None:
    functions = wishes(desk, PRE="Dossier+", LAB="LaboNet", REP="", ADM="dossier +")
    starters = frozenset(ids(desk)[code] for code in ("PRE", "LAB"))
    done = begin_department(desk, replace(STEPS, functions=functions, starters=starters))
    assert (done.functions, done.software, done.procedures) == (4, 2, 2)
    assert (done.department.name, done.department.establishment) == (
        "Cardiology",
        "Valley Hospital",
    )
    detail = department_detail(desk, done.department.id)
    assert (detail.node.beds, detail.node.telephone) == (24, "04 71 00 00 12")
    assert ("software_main", "Ada Moreau", "") in detail.referents
    rows = list_procedures(desk, Listing(department_id=done.department.id)).rows
    assert {(row.function, row.software, str(row.state)) for row in rows} == {
        ("Prescription", "Dossier+", "draft_only"),
        ("Administration of medicines", "Dossier+", "missing"),
        ("Laboratory requests and results", "LaboNet", "draft_only"),
        ("Diet and meals", "", "missing"),
    }
    needed = [tick.code for tick in needed_functions(desk, done.department.id) if tick.needed]
    assert needed == ["PRE", "ADM", "LAB", "REP"]
    assert check(desk).faults == ()


def test_all_of_it_is_taken_back_and_done_again_as_one(desk: Desk) -> None:
    functions = wishes(desk, PRE="Dossier+", LAB="")
    starters = frozenset(w.function_id for w in functions)
    done = begin_department(desk, replace(STEPS, functions=functions, starters=starters))
    assert done.saved.undo is not None
    assert done.saved.undo.name == "Cardiology"
    made = everything(desk)
    undo(desk)
    assert everything(desk) == (0, 0, 0)
    with pytest.raises(NotFound):
        department_detail(desk, done.department.id)
    redo(desk)
    assert everything(desk) == made == (1, 1, 1)
    assert check(desk).faults == ()


def test_a_further_department_takes_what_is_known(desk: Desk) -> None:
    first = replace(STEPS, functions=wishes(desk, PRE="Dossier+"))
    begin_department(desk, replace(first, starters=frozenset({ids(desk)["PRE"]})))
    again = replace(
        first,
        establishment="valley  hospital",
        department="Pneumology",
        functions=wishes(desk, PRE="DOSSIER+"),
        is_security=True,
    )
    done = begin_department(desk, again)
    assert (done.software, done.procedures) == (0, 0)
    assert offer_first_steps(desk).establishments == ("Valley Hospital",)
    appointments = list_appointments(desk, Listing()).rows
    assert len({row.person_id for row in appointments}) == 1
    kinds = {row.kind for row in appointments if row.department == "Pneumology"}
    assert kinds == {AppointmentKind.SOFTWARE, AppointmentKind.SECURITY}
    assert list_procedures(desk, Listing(department_id=done.department.id)).rows[0].procedure_id


def test_nobody_is_appointed_where_nobody_is_named(desk: Desk) -> None:
    steps = replace(STEPS, last_name=" ", first_name="", role="")
    begin_department(desk, steps)
    assert list_appointments(desk, Listing()).total == 0


def test_a_role_is_kept_with_the_person(desk: Desk) -> None:
    begin_department(desk, STEPS)
    [row] = list_appointments(desk, Listing()).rows
    assert row.since == CLOCK.today()
    assert person_detail(desk, row.person_id).person.role == "medical secretary"


@pytest.mark.parametrize(
    ("changed", "field", "code"),
    [
        ({"establishment": "  "}, "establishment", "empty"),
        ({"department": ""}, "department", "empty"),
        ({"department": "x" * 301}, "department", "too_long"),
        ({"beds": "many"}, "beds", "not_a_count"),
        ({"last_name": "", "first_name": "Ada"}, "last_name", "empty"),
    ],
)
def test_what_cannot_be_kept_is_told_at_its_field_and_nothing_is_written(
    desk: Desk, changed: dict[str, str], field: str, code: str
) -> None:
    steps = replace(STEPS, **changed)  # type: ignore[arg-type]
    with pytest.raises(RefusedField) as refused:
        begin_department(desk, steps)
    assert (refused.value.field, refused.value.code) == (field, code)
    assert everything(desk) == (0, 0, 0)
    assert offer_first_steps(desk).establishments == ()


def test_a_software_without_a_letter_is_refused(desk: Desk) -> None:
    with pytest.raises(RefusedField) as refused:
        begin_department(desk, replace(STEPS, functions=wishes(desk, PRE="-!?")))
    assert (refused.value.field, refused.value.code) == ("software", "no_letter")
    assert everything(desk) == (0, 0, 0)


def test_a_department_is_not_made_twice_in_one_hospital(desk: Desk) -> None:
    begin_department(desk, STEPS)
    with pytest.raises(RefusedField, match="exists already") as refused:
        begin_department(desk, replace(STEPS, department="CARDIOLOGY"))
    assert refused.value.field == "department"
    begin_department(desk, replace(STEPS, establishment="Hill Hospital"))
    assert list_departments(desk, Listing()).total == 2


def test_a_new_hospital_stands_below_the_only_group(tmp_path: Path) -> None:
    desk = demo_desk(tmp_path)
    done = begin_department(desk, STEPS)
    path = department_detail(desk, done.department.id).path
    assert len(path) == 2
    assert path[1] == "Valley Hospital"
    desk.close()


@pytest.mark.parametrize(
    "text", ["<b>gras</b>", "R&D {name} %s", "a\tb", "µg 💉 ễ", "Robert'); DROP TABLE node;--"]
)
def test_hostile_names_are_kept_letter_by_letter(desk: Desk, text: str) -> None:
    functions = wishes(desk, PRE=text)
    steps = replace(STEPS, establishment=text, department=text, role=text, functions=functions)
    done = begin_department(desk, steps)
    line = " ".join(text.split())
    assert department_detail(desk, done.department.id).node.name == line
    assert offer_first_steps(desk).establishments == (line,)
    assert offer_first_steps(desk).software == (line,)


def test_starters_come_with_their_title_and_pages(desk: Desk) -> None:
    known = ids(desk)
    offered = offer_starters(desk, "Valley Hospital", {known["MAT"], known["PRE"]})
    assert [starter.function_id for starter in offered] == [known["PRE"], known["MAT"]]
    assert all(starter.title and starter.pages == 1 for starter in offered)


def test_what_the_hospital_has_already_is_not_offered_again(desk: Desk) -> None:
    pre = ids(desk)["PRE"]
    steps = replace(STEPS, functions=wishes(desk, PRE=""), starters=frozenset({pre}))
    begin_department(desk, steps)
    assert offer_starters(desk, "VALLEY HOSPITAL", {pre}) == ()
    assert len(offer_starters(desk, "Hill Hospital", {pre})) == 1


def test_her_own_number_and_those_she_knows_are_kept(desk: Desk) -> None:
    numbers = {"switchboard": "9", "it_on_call": "", "physician": "66310"}
    done = begin_department(desk, replace(STEPS, own_telephone="4127", numbers=numbers))
    kept = list_records(desk, RecordKind.DIRECTORY_ENTRY, "owner_id", done.department.id)
    assert {r.values["purpose"]: (r.name, r.values["number"]) for r in kept} == {
        "switchboard": ("Switchboard", "9"),
        "physician": ("Physician on duty", "66310"),
    }
    [appointment] = list_records(desk, RecordKind.APPOINTMENT, "department_id", done.department.id)
    person = read_record(desk, RecordKind.PERSON, appointment.links["person_id"].id)
    assert person.values["telephone"] == "4127"
    undo(desk)
    assert check(desk).faults == ()


def test_a_number_that_is_none_is_told_at_its_field(desk: Desk) -> None:
    with pytest.raises(RefusedField) as refused:
        begin_department(desk, replace(STEPS, numbers={"physician": "ask the desk"}))
    assert refused.value.field == "number_physician"


def test_a_department_that_is_there_already_is_only_given_what_was_ticked(desk: Desk) -> None:
    """An import that was begun from the steps has brought a use meanwhile."""
    typed = replace(STEPS, numbers={"it_on_call": "7000"})
    made = begin_department(desk, typed).department
    known = ids(desk)
    brought = {"department_id": made.id, "function_id": known["PRE"]}
    software_id = add_record(desk, RecordKind.SOFTWARE, {"name": "Zebra"}).id
    add_record(desk, RecordKind.DEPLOYMENT, {**brought, "software_id": software_id})
    offer = offer_first_steps(desk, made.id)
    assert offer.department == made
    assert offer.served == {known["PRE"]: ("Zebra",)}
    rest = replace(
        typed,
        department_id=made.id,
        functions=wishes(desk, PRE="zebra", LAB="LaboNet"),
        starters=frozenset({known["LAB"]}),
    )
    done = begin_department(desk, rest)
    assert (done.functions, done.software, done.procedures) == (2, 1, 1)
    assert done.department == made
    assert everything(desk) == (1, 2, 1)
    assert len(list_records(desk, RecordKind.DEPLOYMENT, "department_id", made.id)) == 2
    assert len(list_records(desk, RecordKind.DIRECTORY_ENTRY, "owner_id", made.id)) == 1
    needed = [tick.code for tick in needed_functions(desk, made.id) if tick.needed]
    assert needed == ["PRE", "LAB"]
    assert check(desk).faults == ()


def test_a_department_that_was_taken_back_is_offered_no_more(desk: Desk) -> None:
    made = begin_department(desk, STEPS).department
    undo(desk)
    offer = offer_first_steps(desk, made.id)
    assert (offer.department, offer.served) == (None, {})
    with pytest.raises(NotFound):
        begin_department(desk, replace(STEPS, department_id=made.id))
