"""What drills give to do in a department: one to prepare, one that is near, lessons to write."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta

from referent_desk.domain.drill_programmes import Ward, behind
from referent_desk.domain.drill_replays import to_replay
from referent_desk.domain.drills import LESSONS_WITHIN, NEAR, YEAR, Drill, DrillRun
from referent_desk.domain.dues import DueRow, Duty
from referent_desk.domain.tasks import Due, Lead, Task, Urgency
from referent_desk.domain.values import dataclass

DRILL_MINUTES: Mapping[str, int] = {
    "drill_due": 25,
    "drill_near": 2,
    "drill_missed": 2,
    "drill_replay": 2,
    "lessons_unwritten": 10,
}


PRESSING = timedelta(days=7)
"""So long before a drill its grid is printed in good time; before that it can wait."""


@dataclass(frozen=True, slots=True)
class DrillFacts:
    """`names`: of functions, by id. `ward` holds the critical functions and every drill."""

    ward: Ward
    names: Mapping[str, str]


def drill_tasks(facts: DrillFacts, today: date) -> Iterable[Task]:
    yield from _to_write(facts, today)
    yield from _stopped(facts)
    yield from _awaited(facts, today)
    yield from _to_prepare(facts, today)


def drill_dues(facts: DrillFacts, today: date) -> Iterable[Due]:
    """The days that were planned, and those by which lessons are to be written."""
    for drill in facts.ward.drills:
        name = facts.names.get(drill.function_id, "")
        if drill.awaited_on is not None and drill.planned_on > today:
            yield Due("drill_planned", drill.planned_on, name)
        run = drill.run
        due = run.lessons_due_on if run is not None else None
        if due is not None and due >= today:
            yield Due("lessons_due", due, name)


def drill_rows(
    department_id: str, department: str, drills: Iterable[Drill], names: Mapping[str, str]
) -> Iterator[DueRow]:
    """Planned drills, overdue ones among them, lessons, and the drill of the year.

    One that was stopped half way is overdue since its day, until it is played again. Where none was
    ever held there is no day to speak of. The drill of the year has no subject.
    """
    known = tuple(drills)
    stopped = to_replay(known)
    for drill in known:
        name, run = names.get(drill.function_id, ""), drill.run
        if drill.awaited_on is not None or drill in stopped:
            yield DueRow(
                Duty.DRILL,
                department_id,
                department,
                drill.id,
                name,
                drill.planned_on,
                drill.led_by,
            )
        if run is not None and run.lessons_due_on is not None:
            yield DueRow(
                *(Duty.LESSONS, department_id, department, drill.id, name),
                run.lessons_due_on,
                run.led_by,
            )
    last = max((day for drill in known if (day := drill.played_on) is not None), default=None)
    if last is not None and not _is_any_awaited(known):
        yield DueRow(Duty.DRILL, department_id, department, "year", "", last + YEAR)


def _is_any_awaited(drills: Iterable[Drill]) -> bool:
    """Planned, or to be played again."""
    known = tuple(drills)
    return any(drill.awaited_on is not None for drill in known) or bool(to_replay(known))


def _stopped(facts: DrillFacts) -> Iterable[Task]:
    for drill in to_replay(facts.ward.drills):
        yield Task(
            "drill_replay",
            Urgency.SOON,
            DRILL_MINUTES["drill_replay"],
            Lead.DRILL,
            (drill.id, ""),
            (facts.names.get(drill.function_id, ""),),
            {"day": drill.runs[0].day},
        )


def _to_write(facts: DrillFacts, today: date) -> Iterable[Task]:
    """Until the thirty days are over it can wait; then it hurts."""
    found = [(drill, run) for drill in facts.ward.drills if (run := _unwritten(drill)) is not None]
    for drill, run in sorted(found, key=lambda pair: (pair[1].day, pair[0].id)):
        due = run.day + LESSONS_WITHIN
        yield Task(
            "lessons_unwritten",
            Urgency.NOW if due < today else Urgency.SOON,
            DRILL_MINUTES["lessons_unwritten"],
            Lead.DRILL,
            (drill.id, "lessons"),
            (facts.names.get(drill.function_id, ""),),
            {"day": run.day, "due": due, "overdue": max(0, (today - due).days)},
        )


def _unwritten(drill: Drill) -> DrillRun | None:
    run = drill.run
    return run if run is not None and not run.lessons else None


def _awaited(facts: DrillFacts, today: date) -> Iterable[Task]:
    """Planned within two weeks, or on a day that has passed without anybody saying anything."""
    waiting = [drill for drill in facts.ward.drills if drill.awaited_on is not None]
    for drill in sorted(waiting, key=lambda drill: (drill.planned_on, drill.id)):
        if drill.planned_on - today > NEAR:
            continue
        is_missed = drill.planned_on < today
        code = "drill_missed" if is_missed else "drill_near"
        part = "" if is_missed else "grid"
        is_near = drill.planned_on - today <= PRESSING
        yield Task(
            code,
            Urgency.SOON if is_near else Urgency.LATER,
            DRILL_MINUTES[code],
            Lead.DRILL,
            (drill.id, part),
            (facts.names.get(drill.function_id, ""),),
            {"day": drill.planned_on, **({"stopped": drill.runs[0].day} if drill.runs else {})},
        )


def _to_prepare(facts: DrillFacts, today: date) -> Iterable[Task]:
    """Nothing planned, though a function is behind or no drill was held for a year.

    Where no critical function has an approved procedure there is nothing to play yet.
    """
    ward = facts.ward
    if not any(candidate.has_text for candidate in ward.candidates):
        return
    if _is_any_awaited(ward.drills):
        return
    last = max((d.played_on for d in ward.drills if d.played_on is not None), default=None)
    late = behind(ward, today)
    if late or last is None or last + YEAR < today:
        yield Task(
            "drill_due",
            Urgency.SOON,
            DRILL_MINUTES["drill_due"],
            Lead.DRILL,
            ("", "propose"),
            tuple(candidate.function for candidate in late),
            {"count": len(late)} if last is None else {"count": len(late), "last": last},
        )
