"""Whom to ask to be referent, and what is to be seen in what is typed; ending an office."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from referent_desk.domain.deeds import Deed, Saved, Verb
from referent_desk.domain.nomination_cautions import cautions_of
from referent_desk.domain.nominations import (
    Candidate,
    Caution,
    Considered,
    Wanted,
    Warn,
    Why,
    candidates_of,
)
from referent_desk.domain.people import (
    IN_OFFICE,
    AppointmentKind,
    AppointmentRank,
    appointment_state,
)
from referent_desk.domain.proposals import ProposalRow
from referent_desk.domain.record_values import read_typed
from referent_desk.domain.records import FIELDS, RecordKind
from referent_desk.domain.texts import clean_line
from referent_desk.errors import NotFound, RefusedField
from referent_desk.language import _
from referent_desk.storage import schema
from referent_desk.storage.database import Connection
from referent_desk.storage.departments import path_to
from referent_desk.storage.people import appointments_of_departments, read_person
from referent_desk.storage.proposals import colleagues_in, namesakes_of, waiting_proposals
from referent_desk.storage.records import read_row
from referent_desk.usecases.deeds import doing, kinds_of, saved
from referent_desk.usecases.desks import Desk


def consider(desk: Desk, typed: Mapping[str, str]) -> Considered:
    """What is typed of an appointment, as far as it is; without a department nothing is said."""
    wanted = _wanted(typed)
    if not wanted.department_id:
        return Considered()
    with desk.database.read() as connection:
        return _considered(connection, wanted, desk.clock.today())


def _wanted(typed: Mapping[str, str]) -> Wanted:
    read: dict[str, object] = {
        field.name: read_typed(field, typed.get(field.name, ""))
        for field in FIELDS[RecordKind.APPOINTMENT]
    }
    since, until, minutes = (read[name] for name in ("since", "until", "minutes_a_week"))
    return Wanted(
        department_id=typed.get("department_id", ""),
        kind=AppointmentKind(typed.get("kind") or "software"),
        rank=AppointmentRank(typed.get("rank") or "main"),
        software_id=typed.get("software_id") or None,
        person_id=typed.get("person_id", ""),
        since=since if isinstance(since, date) else None,
        until=until if isinstance(until, date) else None,
        minutes_a_week=minutes if isinstance(minutes, int) else 0,
    )


def _considered(connection: Connection, wanted: Wanted, today: date) -> Considered:
    here = wanted.department_id
    path = tuple(node.id for node in path_to(connection, here))
    appointments, people = appointments_of_departments(connection, path)
    colleagues = colleagues_in(connection, here, wanted.software_id, today, wanted.person_id)
    proposals = waiting_proposals(connection, here)
    held = frozenset(
        one.person_id
        for one in appointments
        if one.rank in {wanted.rank, AppointmentRank.MAIN}
        and (one.kind, one.department_id) == (wanted.kind, here)
        and one.software_id in {None, wanted.software_id}
        and appointment_state(one.since, one.until, people[one.person_id].left_on, today)
        in IN_OFFICE
    )
    candidates = candidates_of(colleagues, wanted, holders=held)
    person = read_person(connection, wanted.person_id) if wanted.person_id else None
    namesakes = namesakes_of(connection, person.id) if person is not None else ()
    chosen = next((one for one in colleagues if one.id == wanted.person_id), None)
    asked = [one for one in proposals if (one.kind, one.rank) == (wanted.kind, wanted.rank)]
    cautions = (
        *_of_proposals(asked),
        *cautions_of(wanted, person, chosen, appointments, people, namesakes, today),
        *_of_nobody(candidates, person is None),
    )
    return Considered(candidates, cautions)


def _of_proposals(asked: list[ProposalRow]) -> tuple[Caution, ...]:
    if not asked:
        return ()
    names = tuple(dict.fromkeys(one.person for one in asked))
    return (Caution(Warn.WAITS, names, len(names), asked[0].proposed_on),)


def _of_nobody(candidates: tuple[Candidate, ...], is_open: bool) -> tuple[Caution, ...]:
    strong = {Why.CAME_FORWARD, Why.REFERENT_HERE}
    told = {reason.why for one in candidates for reason in one.reasons}
    if not is_open or not candidates or told & strong or not told & {Why.DESK, Why.FIXED_HOURS}:
        return ()
    return (Caution(Warn.NOBODY_CAME_FORWARD),)


def end_appointment(desk: Desk, appointment_id: str, last_day: date, because: str) -> Saved:
    """The last day in office is said, and why it ends. Raises RefusedField before it began."""
    with desk.database.read() as connection:
        row = read_row(connection, RecordKind.APPOINTMENT, appointment_id)
    if row is None:
        raise NotFound(_("This appointment is not here any more."), _("Choose another one."))
    if row["since"] and last_day.isoformat() < row["since"]:
        raise RefusedField(
            "until",
            "until_before_since",
            _("The last day lies before the first one."),
            _("Correct one of the two."),
        )
    deed = Deed(Verb.CLOSED, RecordKind.APPOINTMENT, row["called"])
    with doing(desk, "end_appointment", deed, record_id=appointment_id) as work:
        values = {"until": last_day, "ended_because": clean_line(because)}
        work.change(schema.appointment, appointment_id, values)
    return saved(desk, kinds_of(work.trail), appointment_id)
