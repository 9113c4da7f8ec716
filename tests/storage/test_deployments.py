"""Who uses a software is one thing, whoever asks for it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import pytest

from referent_desk.domain.records import RecordKind
from referent_desk.domain.skills import SkillLevel
from referent_desk.domain.software import is_used_on
from referent_desk.storage import schema
from referent_desk.storage.advice import sites_using, uses_today
from referent_desk.storage.advice_grounds import AdviceQuery
from referent_desk.storage.database import Connection
from referent_desk.storage.handovers_files import software_of
from referent_desk.storage.presences import all_wards
from referent_desk.storage.proposals import colleagues_in
from referent_desk.storage.skills import all_ward_skills, ward_skills
from referent_desk.storage.successions import succession_facts
from referent_desk.usecases.desks import Desk
from referent_desk.usecases.records import add_record
from referent_desk.usecases.skills import state_skill
from tests.usecases.homes import CLOCK, bare_desk

TODAY = CLOCK.today()
MONDAY, DAY = TODAY - timedelta(days=TODAY.weekday()), timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Place:
    """A ward, a software, and somebody of the ward who helps with it."""

    ward: str
    software: str
    person: str


Asks = Callable[[Connection, Place], bool]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = bare_desk(tmp_path)
    yield made
    made.close()


def set_up(
    desk: Desk, since: date | None, until: date | None, status: str, *, is_closed: bool
) -> Place:
    with desk.database.read() as connection:
        node = schema.node
        chosen = node.c.kind == "department"
        ward = str(connection.scalars(node.select().where(chosen).order_by(node.c.id)).all()[0])
    typed = {"name": "Dossier+", "status": status}
    software = add_record(desk, RecordKind.SOFTWARE, typed).id
    known = {"last_name": "Moreau", "department_id": ward}
    person = add_record(desk, RecordKind.PERSON, known).id
    state_skill(desk, person, software, SkillLevel.HELPS, TODAY - 9 * DAY)
    with desk.database.write("use") as work:
        row = {"id": work.new_id(), "software_id": software, "department_id": ward}
        work.add(schema.deployment, [{**row, "since": since, "until": until, "users": 3}])
        if is_closed:
            work.change(schema.node, ward, {"closed_on": TODAY})
    return Place(ward, software, person)


def _succession_of_one(connection: Connection, place: Place) -> bool:
    uses = succession_facts(connection, place.ward, TODAY).uses
    return place.software in uses.get(place.ward, ())


def _succession_of_all(connection: Connection, place: Place) -> bool:
    return place.software in succession_facts(connection, None, TODAY).uses.get(place.ward, ())


def _presence(connection: Connection, place: Place) -> bool:
    """Of the week that begins tomorrow, whose nights begin today."""
    monday = TODAY + DAY
    wards = {one.ward.department_id: one.ward for one in all_wards(connection, monday, TODAY)}
    return place.ward in wards and place.software in wards[place.ward].software


def _advice(connection: Connection, place: Place) -> bool:
    rows = uses_today(AdviceQuery(connection, TODAY, place.software)).rows
    every = uses_today(AdviceQuery(connection, TODAY)).rows
    assert list(rows) == list(every)
    return bool(rows)


def _sites(connection: Connection, place: Place) -> bool:
    return bool(sites_using(connection, place.software, TODAY))


def _proposals(connection: Connection, place: Place) -> bool:
    found = colleagues_in(connection, place.ward, None, TODAY)
    return next(one.level for one in found if one.id == place.person) == "helps"


def _handover(connection: Connection, place: Place) -> bool:
    used, _others = software_of(connection, place.ward, TODAY, {}, set())
    return [one.id for one in used] == [place.software]


def _grid_of_one(connection: Connection, place: Place) -> bool:
    ward = ward_skills(connection, place.ward, TODAY)
    return ward is not None and bool(ward.used)


def _grid_of_all(connection: Connection, place: Place) -> bool:
    found = {ward.department_id: ward for ward in all_ward_skills(connection, TODAY)}
    return place.ward in found and bool(found[place.ward].used)


USED_TODAY: tuple[Asks, ...] = (
    *(_succession_of_one, _succession_of_all, _advice, _sites, _proposals, _handover),
)
WANTED: tuple[Asks, ...] = (_presence, _grid_of_one, _grid_of_all)
"""Who is to be ready for it: a use that begins tomorrow counts already."""

CASES = [
    (None, None, "in_use", False),
    (TODAY, None, "being_replaced", False),
    (TODAY + DAY, None, "in_use", False),
    (None, TODAY + DAY, "in_use", False),
    (None, TODAY, "in_use", False),
    (None, TODAY - DAY, "in_use", False),
    (TODAY - DAY, None, "retired", False),
    (None, None, "in_use", True),
]


@pytest.mark.parametrize(("since", "until", "status", "is_closed"), CASES)
def test_who_uses_a_software_is_told_alike_wherever_it_is_told(
    desk: Desk, since: date | None, until: date | None, status: str, is_closed: bool
) -> None:
    place = set_up(desk, since, until, status, is_closed=is_closed)
    serves = status != "retired" and not is_closed
    with desk.database.read() as connection:
        told = {asks.__name__: asks(connection, place) for asks in USED_TODAY}
        wanted = {asks.__name__: asks(connection, place) for asks in WANTED}
    is_used = serves and is_used_on(since, until, TODAY)
    assert told == {asks.__name__: is_used for asks in USED_TODAY}
    is_wanted = serves and is_used_on(None, until, TODAY)
    assert wanted == {asks.__name__: is_wanted for asks in WANTED}
