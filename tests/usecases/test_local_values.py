from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from referent_desk.domain.records import RecordKind
from referent_desk.errors import RefusedField
from referent_desk.storage import schema
from referent_desk.usecases.departments import find_department
from referent_desk.usecases.desks import Desk
from referent_desk.usecases.local_values import asked_local_values
from referent_desk.usecases.records import add_record
from tests.usecases.homes import bare_desk, demo_desk


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
