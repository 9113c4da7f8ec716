from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from referent_desk.domain.first_steps import FirstSteps, FunctionWish
from referent_desk.domain.listings import Listing
from referent_desk.domain.records import RecordKind
from referent_desk.errors import RefusedField
from referent_desk.home import Home
from referent_desk.language import speak
from referent_desk.storage import schema
from referent_desk.usecases.binder_states import read_state
from referent_desk.usecases.departments import find_department
from referent_desk.usecases.desks import Desk, open_desk
from referent_desk.usecases.first_steps import begin_department, offer_first_steps
from referent_desk.usecases.local_values import asked_local_values
from referent_desk.usecases.records import add_record, edit_field
from referent_desk.usecases.software import list_software
from tests.usecases.filed_copies import filed_desk
from tests.usecases.homes import CLOCK, bare_desk, demo_desk
from tests.usecases.test_binder_contents import say, sheets

DELAY = "délai avant de passer au papier"


@pytest.fixture
def demo(tmp_path: Path) -> Iterator[Desk]:
    desk = demo_desk(tmp_path)
    yield desk
    desk.close()


def test_a_ward_is_asked_for_what_its_procedures_and_chapters_name(demo: Desk) -> None:
    values = asked_local_values(demo, find_department(demo, "CAR").id)
    by_name = {value.name: value for value in values}
    assert by_name["téléphone du laboratoire"].asked_by == ("Analyses de laboratoire",)
    assert "Circuit du papier" in by_name["heure de la tournée du soir"].asked_by
    assert all(value.id for value in values if value.value)


def test_what_nobody_has_filled_in_stands_first(demo: Desk) -> None:
    values = asked_local_values(demo, find_department(demo, "CAR").id)
    filled = [bool(value.value) for value in values]
    assert filled[0] is False
    assert filled == sorted(filled)


def test_a_value_that_was_emptied_is_asked_for_again(demo: Desk) -> None:
    key = find_department(demo, "CAR").id
    before = next(v for v in asked_local_values(demo, key) if v.value and v.asked_by)
    with demo.database.write("edit") as work:
        work.change(schema.local_value, before.id, {"value": ""})
    after = next(v for v in asked_local_values(demo, key) if v.name == before.name)
    assert (after.value, after.id, after.asked_by) == ("", before.id, before.asked_by)


def test_a_department_without_procedures_is_asked_for_what_the_chapters_name(
    tmp_path: Path,
) -> None:
    desk = bare_desk(tmp_path)
    with desk.database.read() as connection:
        row = connection.execute(schema.node.select().where(schema.node.c.code == "0412")).first()
    assert row is not None
    values = asked_local_values(desk, row.id)
    assert len({value.name for value in values}) == len(values) > 5
    assert not any(value.value for value in values)
    desk.close()


@pytest.mark.parametrize("typed", ["3402", "3402 minutes"])
def test_a_number_typed_as_a_delay_is_refused_with_a_sentence(demo: Desk, typed: str) -> None:
    key = find_department(demo, "CAR").id
    name = "délai avant de passer au papier"
    with pytest.raises(RefusedField) as refused:
        add_record(
            demo, RecordKind.LOCAL_VALUE, {"department_id": key, "name": name, "value": typed}
        )
    assert refused.value.field == "value"
    assert refused.value.what_to_do


@pytest.fixture
def new(tmp_path: Path) -> Iterator[Desk]:
    speak("fr")
    opened = open_desk(Home(tmp_path / "home"), CLOCK)
    yield opened
    opened.close()


def ward(desk: Desk, **interruptions: str) -> str:
    """Osiris for prescription, Glims for the laboratory, with the starting procedures of both."""
    functions = {f.code: f.id for f in offer_first_steps(desk).functions}
    wishes = (FunctionWish(functions["PRE"], "Osiris"), FunctionWish(functions["LAB"], "Glims"))
    starters = frozenset({functions["PRE"], functions["LAB"]})
    steps = FirstSteps("CH de Montclair", "SSR", functions=wishes, starters=starters)
    place = begin_department(desk, steps).department.id
    for row in list_software(desk, Listing()).rows:
        if row.name in interruptions:
            edit_field(
                desk,
                RecordKind.SOFTWARE,
                row.id,
                "tolerated_interruption",
                interruptions[row.name],
            )
    return place


def found(desk: Desk, place: str) -> str:
    return next(v.found for v in asked_local_values(desk, place) if v.name == DELAY)


def test_each_sheet_waits_as_long_as_its_own_program_may_be_down(new: Desk) -> None:
    place = ward(new, Osiris="1 h", Glims="30 min")
    printed = sheets(new, place)
    assert "impossible depuis 1 h," in printed["PRE-01"]
    assert "absents depuis 30 min," in printed["LAB-01"]
    assert "ne répond plus depuis 30 min" in printed["DEC-01"], "the shortest of them"
    assert found(new, place) == "30 min … 1 h"


def test_a_sheet_whose_program_says_nothing_keeps_its_blank(new: Desk) -> None:
    place = ward(new, Glims="30 min")
    printed = sheets(new, place)
    assert "30 min" not in printed["PRE-01"]
    assert "30 min" in printed["LAB-01"]
    assert found(new, place) == "", "one sheet still prints a blank"


def test_what_the_department_says_itself_holds_for_all(new: Desk) -> None:
    place = ward(new, Osiris="1 h", Glims="30 min")
    say(new, place, DELAY, "20 min")
    printed = sheets(new, place)
    assert all("depuis 20 min" in printed[code] for code in ("PRE-01", "LAB-01", "DEC-01"))


def test_no_day_to_come_changes_the_delay_of_a_sheet(tmp_path: Path) -> None:
    desk, _calendar = filed_desk(tmp_path)
    place = find_department(desk, "CAR").id
    [said] = [v.id for v in asked_local_values(desk, place) if v.name == DELAY]
    before = [(ahead.code, ahead.day) for ahead in read_state(desk, place).ahead]
    edit_field(desk, RecordKind.LOCAL_VALUE, said, "value", "")
    assert "…" in found(desk, place), "its programs differ"
    assert [(ahead.code, ahead.day) for ahead in read_state(desk, place).ahead] == before
    desk.close()
