"""Wherever a person is named, the record that stays is named once two records are one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection

from referent_desk.domain.listings import Listing
from referent_desk.domain.records import RecordKind
from referent_desk.domain.skills import Skill, SkillLevel
from referent_desk.domain.trainings import Participant, WantedTraining
from referent_desk.errors import NotFound
from referent_desk.storage import schema
from referent_desk.storage.schema import Table
from referent_desk.usecases.arrivals import read_arrivals, tick_arrival, write_arrival_list
from referent_desk.usecases.checks import check
from referent_desk.usecases.demo import showcase_department
from referent_desk.usecases.desks import Desk
from referent_desk.usecases.people import person_detail
from referent_desk.usecases.procedures import list_procedures
from referent_desk.usecases.records import add_record
from referent_desk.usecases.same_people import unite_people
from referent_desk.usecases.skills import read_ward, state_skill
from referent_desk.usecases.trainings import list_trainings, record_training
from referent_desk.usecases.undoing import redo, undo
from tests.usecases.homes import CLOCK, demo_desk

TODAY = CLOCK.today()
LONG_AGO = TODAY - timedelta(days=60)
USES, HELPS, TRAINS = SkillLevel


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = demo_desk(tmp_path)
    yield made
    assert check(made).faults == ()
    made.close()


@pytest.fixture
def two(desk: Desk) -> tuple[str, str]:
    """The record that stays and the one that goes."""
    ward = showcase_department(desk)
    kept, other = (
        add_record(desk, RecordKind.PERSON, {"last_name": name, "department_id": ward}).id
        for name in ("LE GOFF", "Le Goff")
    )
    return kept, other


def used(desk: Desk, place: int = 0) -> str:
    return read_ward(desk, showcase_department(desk)).used[place].id


def skill(desk: Desk, person_id: str, place: int = 0) -> Skill:
    return read_ward(desk, showcase_department(desk)).skill(person_id, used(desk, place))


def train(desk: Desk, *people: tuple[str | None, SkillLevel], trainer: str | None = None) -> None:
    came = tuple(Participant("Le Goff", key, level) for key, level in people)
    held = WantedTraining(used(desk), TODAY, came, trainer="Le Goff", trainer_id=trainer)
    record_training(desk, held)


def person_keys(connection: Connection) -> set[tuple[str, str]]:
    """The tables and columns that name a person, as the file itself has them."""
    return {
        (table.name, key[3])
        for table in schema.metadata.sorted_tables
        for key in connection.exec_driver_sql(f'PRAGMA foreign_key_list("{table.name}")')
        if key[2] == "person"
    }


def standing(connection: Connection, table: Table) -> list[Any]:
    rows = list(connection.execute(table.select()).mappings())
    if table is schema.attendance:
        told = {row["id"] for row in standing(connection, schema.training)}
        return [row for row in rows if row["training_id"] in told]
    if "annuls_id" not in table.c:
        return rows
    annulled = {row["annuls_id"] for row in rows}
    return [row for row in rows if row["annuls_id"] is None and row["id"] not in annulled]


def named(desk: Desk, person_id: str) -> Counter[tuple[str, str]]:
    """How often the person is named by what stands, by table and column."""
    with desk.database.read() as connection:
        return Counter(
            (name, column)
            for name, column in person_keys(connection)
            for row in standing(connection, schema.metadata.tables[name])
            if row[column] == person_id
        )


def name_everywhere(desk: Desk, person_id: str) -> None:
    """Once in each table and column that can name them; a new one is to be added here."""
    ward, software_id = showcase_department(desk), used(desk)
    listed = list_procedures(desk, Listing(department_id=ward)).rows
    revision_id = next(row.revision_id for row in listed if row.revision_id)
    office = {"person_id": person_id, "department_id": ward, "kind": "software", "rank": "deputy"}
    read = {"revision_id": revision_id, "department_id": ward, "name": "Le Goff", "level": "read"}
    days: dict[str, Any] = {"since": TODAY, "until": TODAY}
    stated = {"software_id": software_id, "level": "helps", "stated_on": TODAY}
    somebody = add_record(desk, RecordKind.PERSON, {"last_name": "ROY"}).id
    write_arrival_list(desk, ward, ["Lire"])
    item_id = read_arrivals(desk, ward).items[0].id
    with desk.database.write("test") as work:
        said = {"person_id": person_id, "valid_on": TODAY}
        for table, row in (
            (schema.appointment, office),
            (schema.proposal, {**office, "proposed_on": TODAY}),
            (schema.acknowledgement, {**read, **said}),
            (schema.absence, {"person_id": person_id, **days}),
            (schema.skill, {"person_id": person_id, **stated}),
            (schema.arrival_tick, {"item_id": item_id, **said}),
            (schema.handover, {"department_id": ward, "leaving_id": person_id}),
            (
                schema.handover,
                {"department_id": ward, "leaving_id": somebody, "successor_id": person_id},
            ),
        ):
            work.add(table, [{"id": work.new_id(), **row}])
    train(desk, (person_id, HELPS))
    train(desk, (None, HELPS), trainer=person_id)


def test_wherever_the_other_one_was_named_the_one_that_stays_is(
    desk: Desk, two: tuple[str, str]
) -> None:
    kept, other = two
    name_everywhere(desk, other)
    before = named(desk, other)
    with desk.database.read() as connection:
        assert set(before) == person_keys(connection)
    unite_people(desk, kept, other)
    assert (named(desk, other), named(desk, kept)) == (Counter(), before)
    for _turn in range(2):
        undo(desk)
        assert (named(desk, other), named(desk, kept)) == (before, Counter())
        redo(desk)
        assert (named(desk, other), named(desk, kept)) == (Counter(), before)


Said = tuple[SkillLevel, date] | None


@pytest.mark.parametrize(
    ("mine", "theirs", "then"),
    [
        (None, (HELPS, LONG_AGO), (HELPS, LONG_AGO)),
        ((HELPS, LONG_AGO), None, (HELPS, LONG_AGO)),
        ((USES, TODAY), (TRAINS, LONG_AGO), (TRAINS, LONG_AGO)),
        ((TRAINS, LONG_AGO), (USES, TODAY), (TRAINS, LONG_AGO)),
        ((HELPS, LONG_AGO), (HELPS, TODAY), (HELPS, TODAY)),
        ((HELPS, TODAY), (HELPS, LONG_AGO), (HELPS, TODAY)),
    ],
)
def test_of_two_levels_the_higher_stays_and_of_two_alike_the_newer(
    desk: Desk, two: tuple[str, str], mine: Said, theirs: Said, then: tuple[SkillLevel, date]
) -> None:
    for person_id, said in zip(two, (mine, theirs), strict=True):
        if said is not None:
            state_skill(desk, person_id, used(desk), *said)
    before = [skill(desk, person_id) for person_id in two]
    unite_people(desk, *two)
    assert (skill(desk, two[0]).level, skill(desk, two[0]).day) == then
    with pytest.raises(NotFound):
        person_detail(desk, two[1])
    undo(desk)
    assert [skill(desk, person_id) for person_id in two] == before


@pytest.mark.parametrize("taken_back", [0, 1])
def test_a_level_that_was_taken_back_gives_way_to_one_that_stands(
    desk: Desk, two: tuple[str, str], taken_back: int
) -> None:
    for person_id, level in zip(two, (HELPS, USES) if taken_back else (TRAINS, USES), strict=True):
        state_skill(desk, person_id, used(desk), level, TODAY)
    state_skill(desk, two[taken_back], used(desk), None, TODAY)
    unite_people(desk, *two)
    assert skill(desk, two[0]).level is (HELPS if taken_back else USES)


def test_who_came_to_one_training_under_both_names_came_once(
    desk: Desk, two: tuple[str, str]
) -> None:
    kept, other = two
    ward = showcase_department(desk)
    train(desk, (kept, USES), (other, TRAINS), trainer=other)
    (before,) = list_trainings(desk, ward)[:1]
    unite_people(desk, kept, other)
    (one,) = list_trainings(desk, ward)[:1]
    assert [(came.person_id, came.level) for came in one.participants] == [(kept, TRAINS)]
    assert (one.trainer_id, one.trainer, one.day) == (kept, before.trainer, before.day)
    assert skill(desk, kept).level is TRAINS
    undo(desk)
    (after,) = list_trainings(desk, ward)[:1]
    assert (after.participants, after.trainer_id) == (before.participants, other)


def test_a_training_that_was_taken_back_is_not_said_anew(desk: Desk, two: tuple[str, str]) -> None:
    train(desk, (two[1], HELPS))
    undo(desk)
    trainings = list_trainings(desk, showcase_department(desk))
    unite_people(desk, *two)
    assert list_trainings(desk, showcase_department(desk)) == trainings
    assert person_detail(desk, two[1]).person.left_on == TODAY


def test_a_line_that_was_done_with_both_is_done_once(desk: Desk, two: tuple[str, str]) -> None:
    ward = showcase_department(desk)
    write_arrival_list(desk, ward, ["Lire", "Voir"])
    first, second = (item.id for item in read_arrivals(desk, ward).items)
    tick_arrival(desk, two[0], [first], TODAY, "Ada", done=True)
    tick_arrival(desk, two[1], [first, second], LONG_AGO, "Maryse Aubry", done=True)
    unite_people(desk, *two)
    assert named(desk, two[0])["arrival_tick", "person_id"] == 2
    assert read_ward(desk, ward).ticks == {two[0]: 2}
    undo(desk)
    assert read_ward(desk, ward).ticks == {two[0]: 1, two[1]: 2}


def test_what_was_told_before_is_taken_back_and_done_again_as_well(
    desk: Desk, two: tuple[str, str]
) -> None:
    train(desk, (two[1], HELPS))
    unite_people(desk, *two)
    after = named(desk, two[0])
    for _turn in range(2):
        undo(desk)
        undo(desk)
        assert (named(desk, two[0]), named(desk, two[1])) == (Counter(), Counter())
        redo(desk)
        assert skill(desk, two[1]).level is HELPS
        redo(desk)
        assert (named(desk, two[0]), named(desk, two[1])) == (after, Counter())
