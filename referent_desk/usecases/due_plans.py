"""What departments have planned or do again and again, as days that are due: drills, announced
stops, the numbers of the month, and texts that too few have read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from referent_desk.domain.dial_checks import month_of, next_month
from referent_desk.domain.dial_tasks import dial_rows
from referent_desk.domain.drill_tasks import drill_rows
from referent_desk.domain.dues import DueRow, Duty
from referent_desk.domain.help_tasks import ticket_rows
from referent_desk.domain.reading_tasks import ReadProcedure, reading_rows
from referent_desk.storage.drills import drills_in
from referent_desk.storage.due_plans import days_in_force, paths_up, stops_ahead
from referent_desk.storage.tickets import open_tickets
from referent_desk.usecases.dial_facts import dial_lines_of_all, facts_along
from referent_desk.usecases.reading_facts import reading_counts

if TYPE_CHECKING:
    from referent_desk.usecases.due_grounds import DueGround


def drill_dues(ground: DueGround) -> Iterator[DueRow]:
    drills = drills_in(ground.connection, _chosen(ground))
    for key in ground.departments:
        if key in drills:
            yield from drill_rows(key, ground.nodes.get(key, ""), drills[key], ground.functions)


def stop_dues(ground: DueGround) -> Iterator[DueRow]:
    """Announced stops to come, told once, as of the node for which they were announced."""
    for stop in stops_ahead(ground.connection, ground.department_id, ground.today):
        subject = ground.software.get(stop.software_id, "")
        name = ground.nodes.get(stop.node_id, "")
        yield DueRow(Duty.MAINTENANCE, stop.node_id, name, stop.key, subject, stop.day)


def dial_dues(ground: DueGround) -> Iterator[DueRow]:
    """They are due at the end of a month: before that nobody reads the directory for them."""
    if ground.before < next_month(month_of(ground.today)):
        return
    lines = dial_lines_of_all(ground.connection, ground.today)
    if not lines:
        return
    paths = paths_up(ground.connection, ground.department_id)
    for key in ground.departments:
        facts = facts_along(lines, paths.get(key, ()), ground.today)
        yield from dial_rows(key, ground.nodes.get(key, ""), facts, ground.today)


def reading_dues(ground: DueGround) -> Iterator[DueRow]:
    """Of departments whose staff has begun to sign: before that no day is late.

    A text that serves several uses is told once.
    """
    counts = reading_counts(ground.connection, ground.today, _chosen(ground))
    begun = {department_id for department_id, _revision in counts.readers}
    if not begun:
        return
    begins = days_in_force(ground.connection)
    for department in ground.coverage(begun):
        key = department.department_id
        critical = {
            use.revision_id: use
            for use in reversed(department.uses)
            if use.criticality and use.is_critical and use.is_written and use.function_id
        }
        times = Counter(use.function_id for use in critical.values())
        read = (
            ReadProcedure(
                revision_id,
                ground.subject(
                    use.function_id, use.software_id if times[use.function_id] > 1 else ""
                ),
                _day(begins.get(revision_id)),
                counts.share(key, revision_id),
            )
            for revision_id, use in critical.items()
        )
        yield from reading_rows(key, department.name, read)


def ticket_dues(ground: DueGround) -> Iterator[DueRow]:
    """Requests are asked for again a week after they were handed over, with a number a month."""
    for key, tickets in open_tickets(ground.connection, _chosen(ground)).items():
        yield from ticket_rows(key, ground.nodes.get(key, ""), tickets)


def _chosen(ground: DueGround) -> list[str] | None:
    return None if ground.department_id is None else [ground.department_id]


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
