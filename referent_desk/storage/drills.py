"""Drills in the database, with what became of them.

A run that was annulled and said anew by Undo or Redo is a new row, with tasks and findings of its
own. Lessons that nobody took back may hang on the first one, which says the same in every word.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Any, TypeVar

from sqlalchemy import Connection, select

from referent_desk.domain.drills import Drill, DrillRun, Finding, Outcome, Shift, TaskResult
from referent_desk.storage import schema
from referent_desk.storage.readings import once
from referent_desk.storage.schema import Table, stored_day

_drill, _run, _lesson = schema.drill, schema.drill_run, schema.lesson
_SAID = (
    *("drill_id", "valid_on", "led_by", "observer", "participants", "starts_at", "seconds"),
    *("stopped_because", "revision_id"),
)
"""What two rows that tell of one run have in common."""
Key = tuple[object, ...]
Value = TypeVar("Value")


@once
def drills_in(
    connection: Connection, department_ids: Iterable[str] | None = None
) -> dict[str, tuple[Drill, ...]]:
    """By department, of these or of all: the soonest planned first, given up ones too."""
    statement = select(_drill).order_by(_drill.c.department_id, _drill.c.planned_on, _drill.c.id)
    if department_ids is not None:
        statement = statement.where(_drill.c.department_id.in_(sorted(set(department_ids))))
    rows = connection.execute(statement).all()
    runs = runs_of(connection, None if department_ids is None else [row.id for row in rows])
    found: dict[str, list[Drill]] = {}
    for row in rows:
        found.setdefault(row.department_id, []).append(_drill_of(row, runs.get(row.id, ())))
    return {department_id: tuple(those) for department_id, those in found.items()}


def read_drill(connection: Connection, drill_id: str) -> Drill | None:
    row = connection.execute(select(_drill).where(_drill.c.id == drill_id)).first()
    return _drill_of(row, runs_of(connection, [drill_id]).get(drill_id, ())) if row else None


def drills_of_maintenance(connection: Connection, maintenance_id: str) -> frozenset[str]:
    """The departments that have one, given up ones too."""
    statement = select(_drill.c.department_id).where(_drill.c.maintenance_id == maintenance_id)
    return frozenset(connection.scalars(statement))


def runs_of(
    connection: Connection, drill_ids: Sequence[str] | None = None
) -> dict[str, tuple[DrillRun, ...]]:
    """By drill: those that stand, the newest first."""
    if drill_ids is not None and not drill_ids:
        return {}
    statement = select(_run).order_by(_run.c.valid_on.desc(), _run.c.recorded_at.desc(), _run.c.id)
    if drill_ids is not None:
        statement = statement.where(_run.c.drill_id.in_(sorted(set(drill_ids))))
    rows = connection.execute(statement).all()
    annulled = {row.annuls_id for row in rows if row.annuls_id is not None}
    said = [row for row in rows if row.annuls_id is None]
    ids = None if drill_ids is None else [row.id for row in said]
    details = _Details(connection, ids, said)
    found: dict[str, list[DrillRun]] = {}
    for row in said:
        if row.id not in annulled:
            found.setdefault(row.drill_id, []).append(details.run_of(row))
    return {drill_id: tuple(runs) for drill_id, runs in found.items()}


class _Details:
    """What hangs on runs; `ids` None: on all of them. `said` are all that were ever said."""

    def __init__(
        self, connection: Connection, ids: Sequence[str] | None, said: Sequence[Any]
    ) -> None:
        self._tasks = _by_run(connection, schema.drill_task, "position", ids, _task_of)
        self._findings = _by_run(connection, schema.finding, "position", ids, _finding_of)
        self._lessons = _lessons_by_key(connection, said, ids)
        self._twins: dict[Key, list[str]] = {}
        for row in said:
            self._twins.setdefault(_key(row), []).append(row.id)

    def run_of(self, row: Any) -> DrillRun:
        source = row.id
        if source not in self._tasks:  # said anew by a program that left them with the first
            source = next((i for i in self._twins[_key(row)] if i in self._tasks), row.id)
        lesson = self._lessons.get(_key(row))
        return DrillRun(
            id=row.id,
            drill_id=row.drill_id,
            day=date.fromisoformat(row.valid_on),
            led_by=row.led_by,
            observer=row.observer,
            participants=row.participants,
            starts_at=row.starts_at,
            seconds=row.seconds,
            stopped_because=row.stopped_because,
            revision_id=row.revision_id,
            tasks=tuple(self._tasks.get(source, ())),
            findings=tuple(self._findings.get(source, ())),
            lessons=lesson.what if lesson else "",
            lessons_by=lesson.who if lesson else "",
            lessons_on=stored_day(lesson.valid_on) if lesson else None,
        )


def _by_run(
    connection: Connection,
    table: Table,
    order: str,
    ids: Sequence[str] | None,
    value: Callable[[Any], Value],
) -> dict[str, list[Value]]:
    statement = select(table).order_by(table.c.drill_run_id, table.c[order], table.c.id)
    if ids is not None:
        statement = statement.where(table.c.drill_run_id.in_(ids))
    found: dict[str, list[Value]] = {}
    for row in connection.execute(statement):
        found.setdefault(row.drill_run_id, []).append(value(row))
    return found


def _lessons_by_key(
    connection: Connection, said: Iterable[Any], ids: Sequence[str] | None = None
) -> dict[Key, Any]:
    """By what a run says: the last lesson that nobody took back. `said`: all runs ever said."""
    statement = select(_lesson).order_by(_lesson.c.recorded_at, _lesson.c.id)
    if ids is not None:
        statement = statement.where(_lesson.c.drill_run_id.in_(ids))
    rows = connection.execute(statement).all()
    annulled = {row.annuls_id for row in rows}
    last = {
        row.drill_run_id: row for row in rows if row.annuls_id is None and row.id not in annulled
    }
    found: dict[Key, Any] = {}
    for run in said:
        lesson = last.get(run.id)
        if lesson is None:
            continue
        known = found.get(_key(run))
        if known is None or known.recorded_at < lesson.recorded_at:
            found[_key(run)] = lesson
    return found


def _key(row: Any) -> Key:
    return tuple(getattr(row, name) for name in _SAID)


def _task_of(row: Any) -> TaskResult:
    return TaskResult(row.task, Outcome(row.result), row.seconds, row.note)


def _finding_of(row: Any) -> Finding:
    return Finding(row.id, row.what)


def _drill_of(row: Any, runs: tuple[DrillRun, ...]) -> Drill:
    return Drill(
        id=row.id,
        department_id=row.department_id,
        function_id=row.function_id,
        software_id=row.software_id,
        shift=Shift(row.shift),
        complication=row.complication,
        planned_on=date.fromisoformat(row.planned_on),
        led_by=row.led_by,
        maintenance_id=row.maintenance_id,
        closed_on=stored_day(row.closed_on),
        closed_because=row.closed_because,
        runs=runs,
    )


def read_run(connection: Connection, run_id: str) -> DrillRun | None:
    """None where it was taken back."""
    drill_id = connection.scalar(select(_run.c.drill_id).where(_run.c.id == run_id))
    runs = runs_of(connection, [drill_id]).get(drill_id, ()) if drill_id else ()
    return next((run for run in runs if run.id == run_id), None)


def last_drills_in(connection: Connection, department_id: str) -> dict[str, DrillRun]:
    """By function: how it was played last, to its end."""
    found: dict[str, DrillRun] = {}
    for drill in drills_in(connection, [department_id]).get(department_id, ()):
        run = drill.run
        if run is None or not run.is_whole:
            continue
        known = found.get(drill.function_id)
        if known is None or known.day <= run.day:
            found[drill.function_id] = run
    return found
