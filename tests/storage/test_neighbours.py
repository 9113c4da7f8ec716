from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

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
