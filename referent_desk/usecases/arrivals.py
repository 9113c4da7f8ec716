"""The list for those who arrive in a department: its lines, and what was done with whom."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from referent_desk.domain.arrivals import (
    LONGEST_LINE,
    MOST_LINES,
    Arrival,
    ArrivalList,
    list_changes,
)
from referent_desk.domain.deeds import Deed, Saved, Verb
from referent_desk.domain.skills_wards import UsedSoftware, WardSkills, new_members
from referent_desk.domain.texts import clean_line, folded
from referent_desk.errors import NotFound, RefusedField
from referent_desk.exchange.arrivals import usual_lines
from referent_desk.language import _
from referent_desk.storage import arrivals as stored
from referent_desk.storage import schema
from referent_desk.storage.database import Connection
from referent_desk.storage.people import read_person
from referent_desk.storage.work import Work
from referent_desk.usecases.deeds import doing, kinds_of, saved
from referent_desk.usecases.desks import Desk
from referent_desk.usecases.skills import ward_in
from referent_desk.usecases.typed_lines import refuse_long

_ITEM, _TICK = "arrival_item", "arrival_tick"


def read_arrivals(desk: Desk, department_id: str) -> ArrivalList:
    with desk.database.read() as connection:
        ward = ward_in(connection, department_id, desk.clock.today())
        return arrivals_in(connection, ward, desk.language)


def arrivals_in(connection: Connection, ward: WardSkills, language_code: str) -> ArrivalList:
    """Its staff, those who are new first."""
    items = stored.arrival_items(connection, ward.department_id)
    ticks = stored.arrival_ticks(connection, ward.department_id)
    new = {member.id for member in new_members(ward)}
    people = [
        Arrival(
            member.id,
            member.name,
            member.role,
            member.since,
            member.id in new,
            {tick.item_id: tick for tick in ticks if tick.person_id == member.id},
        )
        for member in ward.staff
    ]
    people.sort(key=lambda one: not one.is_new)
    offered = usual_lines(language_code, (used.name for used in ward.used))
    return ArrivalList(
        ward.department_id, ward.department, ward.today, items, tuple(people), offered
    )


def write_arrival_list(desk: Desk, department_id: str, lines: Sequence[str]) -> Saved:
    """The lines that are to stand, in their order; what was ticked of a line that stays, stays."""
    lines = [clean_line(line) for line in lines if clean_line(line)]
    _refuse_lines(lines)
    with desk.database.read() as connection:
        ward = ward_in(connection, department_id, desk.clock.today())
        standing = stored.arrival_items(connection, department_id)
    changes = list_changes(standing, lines)
    deed = Deed(Verb.ADDED, _ITEM, ward.department)
    with doing(desk, "write_arrival_list", deed, record_id=department_id) as work:
        for key in changes.closed:
            work.change(schema.arrival_item, key, {"closed_on": desk.clock.today()})
        for place, line in enumerate(changes.kept):
            software_id = _software_of(line.what, ward.used)
            said = {"position": place, "what": line.what, "software_id": software_id}
            if line.id is None:
                own = {"id": work.new_id(), "department_id": department_id}
                work.add(schema.arrival_item, [{**own, **said}])
            else:
                work.change(schema.arrival_item, line.id, said)
    return saved(desk, kinds_of(work.trail), department_id)


def _refuse_lines(lines: Sequence[str]) -> None:
    if len(lines) > MOST_LINES:
        raise RefusedField(
            "lines",
            "too_many",
            _("Nobody goes through a list of more than {count} lines.").format(count=MOST_LINES),
            _("Leave out what can be learnt later."),
        )
    if any(len(line) > LONGEST_LINE for line in lines):
        raise RefusedField(
            "lines",
            "too_long",
            _("A line is longer than {count} letters.").format(count=LONGEST_LINE),
            _("Make two lines of it, or say it shorter."),
        )


def _software_of(what: str, used: Sequence[UsedSoftware]) -> str | None:
    """The one that the line names; of several, the longest name."""
    said = folded(what)
    named = [one for one in used if folded(one.name) in said]
    return max(named, key=lambda one: len(one.name)).id if named else None


def tick_arrival(
    desk: Desk, person_id: str, item_ids: Sequence[str], day: date, who: str, *, done: bool
) -> Saved:
    """These lines were done with that person, or were not after all; said twice is said once."""
    today, by = desk.clock.today(), clean_line(who)
    if day > today:
        raise RefusedField(
            "day",
            "to_come",
            _("Nothing can have been done on a day to come."),
            _("Give the day on which it was done."),
        )
    refuse_long("who", by, _("Shorten it."))
    with desk.database.read() as connection:
        name = _name(connection, person_id)
        here = _standing(connection, person_id, item_ids)
    deed = Deed(Verb.ADDED if done else Verb.ANNULLED, _TICK, name)
    with doing(desk, "tick_arrival", deed, record_id=person_id) as work:
        if done:
            rows = [
                {"item_id": key, "person_id": person_id, "who": by, "valid_on": day}
                for key in dict.fromkeys(item_ids)
                if key not in here
            ]
            work.add(schema.arrival_tick, [{**row, "id": work.new_id()} for row in rows])
        else:
            for ticks in here.values():
                _annul(work, ticks)
    return saved(desk, kinds_of(work.trail), person_id)


def _name(connection: Connection, person_id: str) -> str:
    person = read_person(connection, person_id)
    if person is None:
        raise NotFound(_("This person is not here any more."), _("Choose another one."))
    return person.full_name


def _standing(
    connection: Connection, person_id: str, item_ids: Sequence[str]
) -> dict[str, list[str]]:
    """The ticks of each line, by its id. Raises NotFound where a line is gone."""
    found: dict[str, list[str]] = {}
    table = schema.arrival_item
    for item_id in item_ids:
        row = connection.execute(table.select().where(table.c.id == item_id)).one_or_none()
        if row is None or row.closed_on is not None:
            raise NotFound(_("This line is not in the list any more."), _("Open the list anew."))
        for tick in stored.arrival_ticks(connection, row.department_id):
            if tick.person_id == person_id and tick.item_id == item_id:
                found.setdefault(item_id, []).append(tick.id)
    return found


def _annul(work: Work, ticks: Sequence[str]) -> None:
    table = schema.arrival_tick
    own = {"id", "recorded_at", "annuls_id", "reason", "row_hash"}
    for key in ticks:
        row = work.connection.execute(table.select().where(table.c.id == key)).mappings().one()
        copied = {str(name): value for name, value in row.items() if name not in own}
        annulling = {"id": work.new_id(), "annuls_id": key, "reason": "corrected"}
        work.add(table, [{**copied, **annulling}])
