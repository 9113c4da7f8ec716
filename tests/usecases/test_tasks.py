from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from referent_desk.domain.deeds import Verb
from referent_desk.domain.first_steps import FirstSteps, FunctionWish
from referent_desk.domain.records import RecordKind
from referent_desk.domain.tasks import Lead, Task, Urgency, minutes_of
from referent_desk.errors import NotFound
from referent_desk.exchange.starters import starter_codes, starter_procedures
from referent_desk.storage import schema
from referent_desk.usecases.binders import print_binder
from referent_desk.usecases.checks import check
from referent_desk.usecases.copies import list_runs
from referent_desk.usecases.demo import showcase_department
from referent_desk.usecases.desks import Desk, open_desk
from referent_desk.usecases.first_steps import begin_department, offer_first_steps
from referent_desk.usecases.local_values import asked_local_values
from referent_desk.usecases.needed_functions import set_needed_functions
from referent_desk.usecases.records import add_record, edit_field
from referent_desk.usecases.run_facts import record_insertion
from referent_desk.usecases.starters import take_starters
from referent_desk.usecases.tasks import list_tasks
from referent_desk.usecases.undoing import undo
from tests.usecases.homes import CLOCK, demo_desk, empty_desk


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    opened = empty_desk(tmp_path)
    yield opened
    opened.close()


def ward(desk: Desk, *codes: str, starters: bool = False) -> str:
    ids = {function.code: function.id for function in offer_first_steps(desk).functions}
    wanted = tuple(FunctionWish(ids[code]) for code in codes)
    steps = FirstSteps(
        "North Hospital",
        "Cardiology",
        functions=wanted,
        starters=frozenset(w.function_id for w in wanted) if starters else frozenset(),
    )
    return begin_department(desk, steps).department.id


def add_own_function(desk: Desk) -> None:
    """A function of the home's own: the program brings a procedure for every other."""
    with desk.database.write("add_own_function") as work:
        names = {"code": "OWN", "name_fr": "Ludothèque", "name_en": "Toy library"}
        row = {"id": work.new_id(), **names, "position": 99, "folded": "ludotheque toy library"}
        work.add(schema.function, [row])


def tasks(desk: Desk, department_id: str) -> dict[str, Task]:
    return {task.code: task for task in list_tasks(desk, department_id).tasks}


def test_a_department_just_named_has_its_first_things_to_do(desk: Desk) -> None:
    found = tasks(desk, ward(desk))
    assert list(found) == ["functions_unsaid", "directory_empty", "no_referent", "never_printed"]


def test_what_the_program_brings_is_offered_and_then_done(desk: Desk) -> None:
    add_own_function(desk)
    department_id = ward(desk, "PRE", "OWN")
    before = tasks(desk, department_id)
    assert before["starters"].names == ("Prescription",)
    assert before["no_procedure"].names == ("Toy library",)
    functions = frozenset(key for key in before["starters"].key if key)
    saved = take_starters(desk, department_id, functions)
    assert saved.undo is not None
    assert saved.undo.verb is Verb.ADOPTED
    after = tasks(desk, department_id)
    assert "starters" not in after
    assert after["draft_only"].names == ("Prescription",)
    assert any("pharmacy" in name for name in after["values_empty"].names)
    undo(desk)
    assert "starters" in tasks(desk, department_id)
    assert take_starters(desk, department_id, frozenset()).undo is not saved.undo


def test_a_number_typed_is_no_longer_missed(desk: Desk) -> None:
    department_id = ward(desk, "PRE")
    typed = {"owner_id": department_id, "label": "Standard", "number": "0471000000"}
    add_record(desk, RecordKind.DIRECTORY_ENTRY, {**typed, "purpose": "switchboard"})
    found = tasks(desk, department_id)
    assert "directory_empty" not in found
    assert found["number_missing"].names == ("it_on_call", "ward_manager", "physician")


def test_a_value_filled_in_is_no_longer_asked_for(desk: Desk) -> None:
    department_id = ward(desk, "PRE", starters=True)
    empty = tasks(desk, department_id)["values_empty"].names
    for name in empty:
        typed = {"department_id": department_id, "name": name, "value": "15 minutes"}
        add_record(desk, RecordKind.LOCAL_VALUE, typed)
    assert len(empty) > 2
    assert "values_empty" not in tasks(desk, department_id)


def test_a_binder_prepared_once_is_not_asked_for_again(desk: Desk, tmp_path: Path) -> None:
    department_id = ward(desk, "PRE")
    print_binder(desk, department_id, tmp_path / "binder.pdf")
    today = list_tasks(desk, department_id)
    assert "never_printed" not in {task.code for task in today.tasks}
    assert today.last_printed == CLOCK.today()


def test_paper_asks_to_be_filed_and_then_to_be_right(desk: Desk, tmp_path: Path) -> None:
    """From the printing to the number that changes: what is asked for, one after the other."""
    department_id = ward(desk, "PRE")
    typed = {"owner_id": department_id, "label": "Standard", "number": "0471000000"}
    entry = add_record(desk, RecordKind.DIRECTORY_ENTRY, {**typed, "purpose": "switchboard"})
    printed = print_binder(desk, department_id, tmp_path / "binder.pdf", copy_number=1)
    waiting = tasks(desk, department_id)["to_file"]
    assert waiting.fields["count"] == printed.sheets
    copy_id = waiting.key[0]
    assert copy_id is not None
    [run] = list_runs(desk, copy_id)
    record_insertion(desk, run.id, "Ada Moreau", CLOCK.today())
    found = tasks(desk, department_id)
    assert "to_file" not in found
    assert "replacements" not in found
    edit_field(desk, RecordKind.DIRECTORY_ENTRY, entry.id, "number", "0471000099")
    wrong = tasks(desk, department_id)["replacements"]
    assert wrong.urgency is Urgency.NOW
    assert wrong.key == (copy_id, "next")
    assert "Emergency directory" in wrong.names or "Annuaire de secours" in wrong.names


def test_the_demo_ward_has_a_handful_of_things_to_do(tmp_path: Path) -> None:
    desk = demo_desk(tmp_path)
    today = list_tasks(desk, showcase_department(desk))
    assert today.day == CLOCK.today()
    assert 1 <= len(today.pressing) <= 8
    assert len(today.tasks) <= 16
    desk.close()


def test_nothing_is_brought_where_nothing_can_be_written(desk: Desk) -> None:
    department_id = ward(desk, "PRE")
    reader = open_desk(desk.home, CLOCK)
    assert reader.read_only
    found = tasks(reader, department_id)
    assert found["no_procedure"].lead is Lead.PROCEDURE
    assert "starters" not in found
    reader.close()


def test_a_department_that_is_gone_is_told_to_be(desk: Desk) -> None:
    with pytest.raises(NotFound):
        list_tasks(desk, "nowhere")
    with pytest.raises(NotFound):
        take_starters(desk, "nowhere", frozenset())


@pytest.mark.parametrize("language_code", ["fr", "en"])
def test_a_starter_is_known_by_its_function_without_being_read(language_code: str) -> None:
    read = {file.function for file in starter_procedures(language_code)}
    assert starter_codes(language_code) == read


def test_taking_and_undoing_leaves_the_home_whole(desk: Desk) -> None:
    department_id = ward(desk, "PRE", "LAB")
    functions = frozenset(key for key in tasks(desk, department_id)["starters"].key if key)
    take_starters(desk, department_id, functions)
    undo(desk)
    undo(desk)
    with pytest.raises(NotFound):
        list_tasks(desk, department_id)
    assert check(desk).faults == ()


def test_the_blanks_to_fill_in_are_those_that_the_page_of_the_department_shows(
    desk: Desk,
) -> None:
    department_id = ward(desk, "PRE", starters=True)
    shown = asked_local_values(desk, department_id)
    empty = {value.name for value in shown if not value.value}
    assert set(tasks(desk, department_id)["values_empty"].names) == empty


def test_the_day_does_not_grow_while_one_does_what_it_asks(desk: Desk, tmp_path: Path) -> None:
    """From a department just named to its binder, each step as Today asks for it."""
    add_own_function(desk)
    department_id = ward(desk)
    told = [minutes_of(list_tasks(desk, department_id).pressing)]

    def look() -> None:
        told.append(minutes_of(list_tasks(desk, department_id).pressing))

    ids = {function.code: function.id for function in offer_first_steps(desk).functions}
    needs = frozenset(ids[code] for code in ("PRE", "LAB", "IMA", "OWN"))
    set_needed_functions(desk, department_id, needs)
    look()
    starters = tasks(desk, department_id)["starters"]
    take_starters(desk, department_id, frozenset(key for key in starters.key if key))
    look()
    for label in ("Switchboard", "IT on call", "Ward manager", "Duty physician"):
        typed = {"owner_id": department_id, "label": label, "number": "0471000000"}
        add_record(desk, RecordKind.DIRECTORY_ENTRY, typed)
        look()
    print_binder(desk, department_id, tmp_path / "binder.pdf", copy_number=1)
    look()
    assert told == sorted(told, reverse=True)
    later = {task.code for task in list_tasks(desk, department_id).later}
    assert {"draft_only", "no_procedure", "values_empty"} <= later
