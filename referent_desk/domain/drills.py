"""Drills: one function played on paper in twenty minutes, planned, held, and what it showed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

NEAR = timedelta(days=14)
"""So long before a drill its grid is printed and the team told."""
LESSONS_WITHIN = timedelta(days=30)
"""ANSSI asks for written lessons within thirty days."""
YEAR = timedelta(days=365)


class Shift(StrEnum):
    DAY = "day"
    EVENING = "evening"
    NIGHT = "night"
    WEEKEND = "weekend"


class Outcome(StrEnum):
    DONE = "done"
    PARTLY = "partly"
    NOT_DONE = "not_done"
    NOT_PLAYED = "not_played"


class DrillState(StrEnum):
    """LATE: its day has passed and nobody has said what became of it. REPLAY: it was stopped half
    way and not given up."""

    LATE = "late"
    REPLAY = "replay"
    NEAR = "near"
    PLANNED = "planned"
    STOPPED = "stopped"
    HELD = "held"
    GIVEN_UP = "given_up"


@dataclass(frozen=True, slots=True)
class DrillTask:
    """One of the five timed tasks; `seconds` is the time aimed at."""

    code: str
    seconds: int
    title: str
    asks: str


@dataclass(frozen=True, slots=True)
class Complication:
    code: str
    title: str
    asks: str
    shifts: tuple[Shift, ...]


@dataclass(frozen=True, slots=True)
class DrillCatalogue:
    """What is shipped, in one language. `acts`: by code of function, then of task, what it asks."""

    tasks: tuple[DrillTask, ...]
    acts: Mapping[str, Mapping[str, str]]
    complications: tuple[Complication, ...]

    def tasks_for(self, function_code: str) -> tuple[DrillTask, ...]:
        acts = self.acts.get(function_code, {})
        return tuple(
            DrillTask(t.code, t.seconds, t.title, acts.get(t.code, t.asks)) for t in self.tasks
        )

    def complication(self, code: str) -> Complication | None:
        return next((one for one in self.complications if one.code == code), None)


@dataclass(frozen=True, slots=True)
class TaskResult:
    """`seconds` None: nobody took the time."""

    task: str
    outcome: Outcome
    seconds: int | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    id: str
    what: str


@dataclass(frozen=True, slots=True)
class DrillRun:
    """A drill that was held. Stopped half way it says why, and counts as not played."""

    id: str
    drill_id: str
    day: date
    led_by: str
    observer: str = ""
    participants: int | None = None
    starts_at: str = ""
    seconds: int | None = None
    stopped_because: str = ""
    revision_id: str | None = None
    tasks: tuple[TaskResult, ...] = ()
    findings: tuple[Finding, ...] = ()
    lessons: str = ""
    lessons_by: str = ""
    lessons_on: date | None = None

    @property
    def is_whole(self) -> bool:
        return not self.stopped_because

    def count(self, outcome: Outcome) -> int:
        return sum(result.outcome is outcome for result in self.tasks)

    @property
    def has_succeeded(self) -> bool:
        return self.is_whole and self.count(Outcome.DONE) == len(self.tasks) > 0

    @property
    def lessons_due_on(self) -> date | None:
        return None if self.lessons else self.day + LESSONS_WITHIN


@dataclass(frozen=True, slots=True)
class Drill:
    """`runs`: those that stand, the newest first; one that was stopped may be played again."""

    id: str
    department_id: str
    function_id: str
    software_id: str | None
    shift: Shift
    complication: str
    planned_on: date
    led_by: str = ""
    maintenance_id: str | None = None
    closed_on: date | None = None
    closed_because: str = ""
    runs: tuple[DrillRun, ...] = ()

    @property
    def run(self) -> DrillRun | None:
        """The one that counts: the newest that was played to its end, else the newest."""
        whole = (run for run in self.runs if run.is_whole)
        return next(whole, self.runs[0] if self.runs else None)

    @property
    def played_on(self) -> date | None:
        run = self.run
        return run.day if run is not None and run.is_whole else None

    @property
    def is_awaited(self) -> bool:
        """Planned, and neither played to its end nor given up."""
        return self.closed_on is None and self.played_on is None

    @property
    def awaited_on(self) -> date | None:
        """Stopped on its day or after it, it waits for a new one."""
        is_used_up = bool(self.runs) and self.runs[0].day >= self.planned_on
        return self.planned_on if self.is_awaited and not is_used_up else None


@dataclass(frozen=True, slots=True)
class Maintenance:
    """A stop of a software that was announced for a node and everything below it."""

    id: str
    node_id: str
    software_id: str
    software: str
    planned_on: date
    starts_at: str = ""
    minutes: int | None = None
    note: str = ""


def drill_state(drill: Drill, today: date) -> DrillState:
    if drill.played_on is not None:
        return DrillState.HELD
    if drill.closed_on is not None:
        return DrillState.STOPPED if drill.runs else DrillState.GIVEN_UP
    if drill.runs:
        return DrillState.REPLAY
    if drill.planned_on < today:
        return DrillState.LATE
    return DrillState.NEAR if drill.planned_on - today <= NEAR else DrillState.PLANNED


@dataclass(frozen=True, slots=True)
class TaskChange:
    """A task beside the same one of last time: `gained` seconds, fewer than 0 where it was slower,
    None where one of the two has no time. `target` is the time aimed at."""

    task: str
    result: TaskResult
    target: int | None = None
    before: TaskResult | None = None

    @property
    def gained(self) -> int | None:
        now, then = _timed(self.result), _timed(self.before)
        return None if now is None or then is None else then - now

    @property
    def is_over(self) -> bool:
        """It took longer than aimed at."""
        took = self.result.seconds
        return self.target is not None and took is not None and took > self.target


def _timed(result: TaskResult | None) -> int | None:
    """A time that can be compared: that of a task which was done."""
    done = result is not None and result.outcome in (Outcome.DONE, Outcome.PARTLY)
    return result.seconds if result is not None and done else None


def changes_of(
    run: DrillRun, before: DrillRun | None, tasks: Iterable[DrillTask]
) -> tuple[TaskChange, ...]:
    targets = {task.code: task.seconds for task in tasks}
    then = {result.task: result for result in before.tasks} if before is not None else {}
    return tuple(
        TaskChange(result.task, result, targets.get(result.task), then.get(result.task))
        for result in run.tasks
    )


def last_time(drills: Iterable[Drill], drill: Drill, run: DrillRun) -> DrillRun | None:
    """How the same function was played in this department the time before, to its end."""
    others = [
        other
        for one in drills
        if one.function_id == drill.function_id and one.department_id == drill.department_id
        for other in one.runs
        if other.is_whole and other.id != run.id and other.day <= run.day
    ]
    return max(others, key=lambda other: (other.day, other.starts_at, other.id), default=None)


def played_last(drills: Iterable[Drill]) -> dict[str, date]:
    """By function, the last day on which it was played to its end."""
    found: dict[str, date] = {}
    for drill in drills:
        day = drill.played_on
        if day is not None and day > found.get(drill.function_id, date.min):
            found[drill.function_id] = day
    return found


@dataclass(frozen=True, slots=True)
class DrillRow:
    """A line of the list: a drill, or a stop that was announced and of which none was made yet.

    `key` is the id of either. `minutes` of a stop, `failed` tasks of a drill that was held.
    """

    key: str
    day: date
    function: str
    software: str
    shift: Shift | None
    complication: str
    state: DrillState | None
    failed: int = 0
    lessons_due_on: date | None = None


@dataclass(frozen=True, slots=True)
class TypedRun:
    """What a person says of a drill that was held, as a form gives it."""

    led_by: str
    day: date
    results: Sequence[TaskResult]
    observer: str = ""
    participants: int | None = None
    starts_at: str = ""
    seconds: int | None = None
    stopped_because: str = ""
    lessons: str = ""
    findings: Sequence[TypedFinding] = field(default_factory=tuple)


@dataclass(frozen=True, slots=True)
class TypedFinding:
    """What was seen, and what is to be done about it: `action` empty where nothing is."""

    what: str
    action: str = ""
    owner: str = ""
    due_on: date | None = None
