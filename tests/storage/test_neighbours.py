from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from referent_desk.storage import schema
from referent_desk.storage.neighbours import near_referents
from referent_desk.storage.presences import all_wards
from referent_desk.usecases.desks import Desk
from tests.usecases.homes import demo_desk


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with closing(demo_desk(tmp_path)) as opened:
        yield opened


def test_near_are_the_main_referents_of_the_others_of_the_pole(desk: Desk) -> None:
    today = desk.clock.today()
    with desk.database.read() as connection:
        wards = {p.ward.department_id: p for p in all_wards(connection, today, today)}
        every = near_referents(connection, list(wards), today)
        assert any(every.values())
        for key, placed in wards.items():
            alone = near_referents(connection, [key], today)
            assert alone.get(key, ()) == every.get(key, ())
            others = {p.ward.name: p.ward for p in wards.values() if p.pole_id == placed.pole_id}
            for one in every.get(key, ()):
                other = others[one.department]
                assert other.department_id != key
                assert one.software == other.software
                assert one.person.telephone
                assert other.staff[one.person.id].rotation is not None


def test_where_no_department_is_asked_about_nobody_is_near(desk: Desk) -> None:
    with desk.database.read() as connection:
        assert near_referents(connection, [], desk.clock.today()) == {}


@pytest.mark.parametrize(
    ("table", "field", "days", "stays"),
    [
        ("appointment", "until", 0, True),
        ("appointment", "until", -1, False),
        ("appointment", "since", 0, True),
        ("appointment", "since", 1, False),
        ("person", "left_on", 0, True),
        ("person", "left_on", -1, False),
        ("deployment", "until", 1, True),
        ("deployment", "until", 0, False),
    ],
)
def test_the_last_day_in_office_counts_and_the_last_of_a_use_does_not(
    desk: Desk, table: str, field: str, days: int, stays: bool
) -> None:
    today = desk.clock.today()
    with desk.database.read() as connection:
        wards = [p.ward.department_id for p in all_wards(connection, today, today)]
        every = near_referents(connection, wards, today)
        key, one = next((key, near[0]) for key, near in every.items() if near and near[0].software)
        changed = schema.metadata.tables[table]
        ids = list(connection.scalars(changed.select().with_only_columns(changed.c.id)))
    with desk.database.write("days") as work:
        for id_ in ids:
            work.change(changed, id_, {field: today + timedelta(days=days)})
    with desk.database.read() as connection:
        found = near_referents(connection, [key], today).get(key, ())
    alike = next((each for each in found if each.person.id == one.person.id), None)
    if table == "deployment":
        assert alike is not None
        assert (alike.software == one.software) is stays
    else:
        assert (alike is not None) is stays
