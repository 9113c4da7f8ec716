"""The stopwatch of a drill: five tasks one after another, and no time lost with a killed program.

It holds instants, not a count: a program that was killed and started again finds the drill where it
is by now, unless it was paused.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from referent_desk.domain.drills import Outcome, TaskResult

_NOTHING = timedelta(0)


@dataclass(frozen=True, slots=True)
class Lap:
    """A task that was ended: how, and when on the stopwatch, in seconds."""

    task: str
    outcome: Outcome
    ended_after: float


@dataclass(frozen=True, slots=True)
class Stopwatch:
    """`tasks` are codes in their order. `paused_at`: it stands still since then; `paused` is how
    long it stood still before."""

    tasks: tuple[str, ...]
    started_at: datetime | None = None
    paused_at: datetime | None = None
    paused: timedelta = _NOTHING
    laps: tuple[Lap, ...] = ()
    stopped_after: float | None = None

    @property
    def is_started(self) -> bool:
        return self.started_at is not None

    @property
    def is_running(self) -> bool:
        return self.is_started and self.paused_at is None and not self.is_over

    @property
    def is_over(self) -> bool:
        return self.stopped_after is not None or len(self.laps) == len(self.tasks)

    @property
    def present(self) -> int:
        """The number of the task that is being played, from 0."""
        return len(self.laps)

    def elapsed(self, now: datetime) -> float:
        """Seconds on the stopwatch; those of its end where it is over."""
        if self.started_at is None:
            return 0.0
        if self.stopped_after is not None:
            return self.stopped_after
        if len(self.laps) == len(self.tasks):
            return self.laps[-1].ended_after
        until = self.paused_at or now
        return max(0.0, (until - self.started_at - self.paused).total_seconds())

    def of_task(self, now: datetime) -> float:
        """Seconds of the task that is being played."""
        return self.elapsed(now) - (self.laps[-1].ended_after if self.laps else 0.0)

    def start(self, now: datetime) -> Stopwatch:
        return self if self.is_started else replace(self, started_at=now)

    def pause(self, now: datetime) -> Stopwatch:
        return replace(self, paused_at=now) if self.is_running else self

    def go_on(self, now: datetime) -> Stopwatch:
        if self.paused_at is None:
            return self
        stood = max(_NOTHING, now - self.paused_at)
        return replace(self, paused_at=None, paused=self.paused + stood)

    def end_task(self, outcome: Outcome, now: datetime) -> Stopwatch:
        """The task that is being played ended so; a stopwatch that stands still goes on."""
        if not self.is_started or self.is_over:
            return self
        going = self.go_on(now)
        lap = Lap(self.tasks[self.present], outcome, going.elapsed(now))
        return replace(going, laps=(*self.laps, lap))

    def take_back(self, now: datetime) -> Stopwatch:
        """The task that was ended last goes on as if it had not been."""
        if not self.laps:
            return self
        gone = replace(self, laps=self.laps[:-1], stopped_after=None)
        return gone.go_on(now)

    def stop(self, now: datetime) -> Stopwatch:
        """Half way: what was played is kept."""
        if not self.is_started or self.is_over:
            return self
        return replace(self, stopped_after=self.elapsed(now))

    def results(self) -> tuple[TaskResult, ...]:
        """Of every task: those that nobody came to are not played."""
        found, before = [], 0.0
        for lap in self.laps:
            found.append(TaskResult(lap.task, lap.outcome, round(lap.ended_after - before)))
            before = lap.ended_after
        rest = self.tasks[len(self.laps) :]
        return (*found, *(TaskResult(task, Outcome.NOT_PLAYED) for task in rest))

    def kept(self) -> str:
        """As text, so that it can be kept while it runs."""
        written = {
            "tasks": self.tasks,
            "started_at": _written(self.started_at),
            "paused_at": _written(self.paused_at),
            "paused": self.paused.total_seconds(),
            "laps": [(lap.task, str(lap.outcome), lap.ended_after) for lap in self.laps],
            "stopped_after": self.stopped_after,
        }
        return json.dumps(written) if self.is_started else ""


def read_stopwatch(kept: str) -> Stopwatch | None:
    """What `kept` wrote; None of anything else."""
    try:
        written: Any = json.loads(kept)
        laps = tuple(
            Lap(str(task), Outcome(outcome), float(ended))
            for task, outcome, ended in written["laps"]
        )
        stopped = written["stopped_after"]
        return Stopwatch(
            tasks=tuple(str(task) for task in written["tasks"]),
            started_at=_moment(written["started_at"]),
            paused_at=_moment(written["paused_at"]),
            paused=timedelta(seconds=float(str(written["paused"]))),
            laps=laps,
            stopped_after=None if stopped is None else float(str(stopped)),
        )
    except (ValueError, KeyError, TypeError, AttributeError):
        return None


def _written(moment: datetime | None) -> str:
    return moment.isoformat() if moment is not None else ""


def _moment(written: object) -> datetime | None:
    moment = datetime.fromisoformat(str(written)) if written else None
    if moment is not None and moment.tzinfo is None:
        raise ValueError("an instant without its zone")
    return moment
