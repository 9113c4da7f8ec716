"""What appointments give to do: nobody answers, an appointment ends, there is no deputy."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from referent_desk.domain.offices import Offices
from referent_desk.domain.people import AppointmentRank
from referent_desk.domain.task_facts import TaskFacts
from referent_desk.domain.tasks import Lead, Task, Urgency

PEOPLE_MINUTES: Mapping[str, int] = {
    "no_referent": 2,
    "no_ward_referent": 2,
    "appointment_ends": 2,
    "no_deputy": 2,
}


def people_tasks(facts: TaskFacts, today: date) -> Iterable[Task]:
    """The referent of the department or of what it stands under; then who comes after."""
    offices = Offices(facts.department_id, facts.appointments, facts.people, today)
    main, deputy = AppointmentRank.MAIN, AppointmentRank.DEPUTY
    software = {row.software_id: row.software for row in facts.uses if row.software_id}
    if not offices.is_held(main):
        named = {key for key in software if offices.is_held(main, key)}
        left_over = tuple(name for key, name in software.items() if key not in named)
        if not named:
            yield _appoint("no_referent", Urgency.NOW, main, _before(offices, main))
        else:
            yield _for_all(offices, left_over, is_printed=facts.last_printed is not None)
    for office, last_day in offices.ending():
        fields = {
            "day": last_day,
            "person": office.person.full_name,
            "kind": str(office.appointment.kind),
            "rank": str(office.appointment.rank),
        }
        yield _appoint("appointment_ends", Urgency.SOON, office.appointment.rank, fields)
    if offices.is_held(main) and not offices.is_held(deputy):
        yield _appoint("no_deputy", Urgency.LATER, deputy, _before(offices, deputy))


def _for_all(offices: Offices, left_over: tuple[str, ...], *, is_printed: bool) -> Task:
    """The sheets name who answers for the whole department: of the others, who does for most.

    Before the first print that presses: else the foot of every sheet names nobody.
    """
    code, main = "no_ward_referent", AppointmentRank.MAIN
    person, programs = offices.most_named(main)
    key = (str(main), person.id, person.full_name)
    fields = {"person": person.full_name, "programs": programs}
    urgency = Urgency.SOON if is_printed else Urgency.NOW
    return Task(code, urgency, PEOPLE_MINUTES[code], Lead.APPOINTMENT, key, left_over, fields)


def _before(offices: Offices, rank: AppointmentRank) -> Mapping[str, object]:
    """Who answered before nobody did; nothing where there never was anybody."""
    last = offices.last_holder(rank)
    return {} if last is None else {"before": last[0], "day": last[1]}


def _appoint(
    code: str,
    urgency: Urgency,
    rank: AppointmentRank,
    fields: Mapping[str, object],
    names: tuple[str, ...] = (),
) -> Task:
    return Task(code, urgency, PEOPLE_MINUTES[code], Lead.APPOINTMENT, (str(rank),), names, fields)
