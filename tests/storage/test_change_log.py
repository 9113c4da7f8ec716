from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from referent_desk.storage import schema
from referent_desk.storage.change_log import Bearing, changes_bearing_on
from referent_desk.usecases.departments import find_department
from referent_desk.usecases.desks import Desk
from tests.usecases.filed_copies import FILED_ON, change, row_id
from tests.usecases.homes import demo_desk


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = demo_desk(tmp_path)
    yield desk
    desk.close()


def found(desk: Desk, bearing: Bearing, since: date) -> list[tuple[str, str, str, str]]:
    with desk.database.read() as connection:
        changes = list(changes_bearing_on(connection, bearing, since))
    assert {change.day for change in changes} <= {FILED_ON}
    return sorted((c.table, c.field, c.before, c.after) for c in changes)


def test_only_changes_that_a_sheet_of_the_department_may_show_are_read(desk: Desk) -> None:
    department = find_department(desk, "CAR").id
    entry = row_id(desk, schema.directory_entry, owner_id=department)
    value = row_id(desk, schema.local_value, department_id=department)
    person = row_id(desk, schema.person)
    elsewhere = find_department(desk, "VHCD").id
    change(desk, schema.directory_entry, entry, number="1", position=999, purpose="")
    change(desk, schema.local_value, value, value="2")
    change(desk, schema.person, person, telephone="3", working_hours="lun-ven 8h-16h")
    change(desk, schema.node, department, beds=None, folded="x")
    change(desk, schema.node, elsewhere, beds=3)
    bearing = Bearing((department,), {person}, (), (), ())

    told = found(desk, bearing, FILED_ON)
    assert [(table, field, after) for table, field, _before, after in told] == [
        ("directory_entry", "number", "1"),
        ("local_value", "value", "2"),
        ("node", "beds", ""),
        ("person", "telephone", "3"),
    ]
    assert found(desk, Bearing((elsewhere,), (), (), (), ()), FILED_ON)[0][3] == "3"
    assert found(desk, bearing, date(2026, 11, 24)) == []


def test_the_text_of_a_draft_is_not_read(desk: Desk) -> None:
    draft = row_id(desk, schema.revision, state="draft")
    with desk.database.read() as connection:
        statement = schema.revision.select().where(schema.revision.c.id == draft)
        text = connection.execute(statement).one().text
    change(desk, schema.revision, draft, text=text.replace("{", "{ ", 1))
    department = find_department(desk, "CAR").id
    bearing = Bearing((department,), (), (), (), (draft,))
    assert found(desk, bearing, FILED_ON) == [("revision", "text", "", "")]
