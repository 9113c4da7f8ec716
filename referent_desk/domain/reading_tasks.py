"""What reading and practising give to do: too few have read what cannot wait, newcomers nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta

from referent_desk.domain.acknowledgements import ENOUGH, NEWCOMER, Share
from referent_desk.domain.dues import DueRow, Duty
from referent_desk.domain.tasks import Due, Lead, Task, Urgency
from referent_desk.domain.values import dataclass

READ_WITHIN = timedelta(days=30)
"""After the day on which a revision came into force."""
READING_MINUTES: Mapping[str, int] = {"reading_low": 10, "newcomers_unread": 5}


@dataclass(frozen=True, slots=True)
class ReadProcedure:
    """A critical procedure in force, and how many of the staff have read this revision."""

    revision_id: str
    function: str
    in_force_on: date | None
    read: Share

    @property
    def is_enough(self) -> bool:
        return self.read.percent >= ENOUGH

    @property
    def due_on(self) -> date | None:
        return self.in_force_on + READ_WITHIN if self.in_force_on is not None else None


@dataclass(frozen=True, slots=True)
class Newcomer:
    """Somebody of the staff who was added lately and has read nothing of what is in force."""

    person_id: str
    name: str
    since: date


@dataclass(frozen=True, slots=True)
class ReadingFacts:
    """`has_begun`: somebody of the department has read something."""

    procedures: tuple[ReadProcedure, ...] = ()
    newcomers: tuple[Newcomer, ...] = ()
    has_begun: bool = False


def reading_tasks(facts: ReadingFacts, today: date) -> Iterator[Task]:
    """A ward that has not begun has one thing to do: to begin. Its newcomers are all of it."""
    new = [one for one in facts.newcomers if today - one.since < NEWCOMER]
    if new and facts.has_begun:
        yield Task(
            "newcomers_unread",
            Urgency.SOON,
            READING_MINUTES["newcomers_unread"] * len(new),
            Lead.READING,
            (new[0].person_id,),
            tuple(one.name for one in new),
            {"count": len(new), "since": min(one.since for one in new)},
        )
    low = [one for one in facts.procedures if not one.is_enough]
    if low:
        yield Task(
            "reading_low",
            Urgency.LATER,
            READING_MINUTES["reading_low"],
            Lead.READING,
            (low[0].revision_id, "print"),
            tuple(dict.fromkeys(one.function for one in low)),
            {
                "count": len(low),
                "percent": min(one.read.percent for one in low),
                "staff": low[0].read.total,
            },
        )


def reading_dues(facts: ReadingFacts, today: date) -> Iterator[Due]:
    """Days after today on which a revision should have been read by all."""
    for one in facts.procedures:
        if not one.is_enough and one.due_on is not None and one.due_on > today:
            yield Due("reading_due", one.due_on, one.function)


def reading_rows(
    department_id: str, department: str, procedures: Iterable[ReadProcedure]
) -> Iterator[DueRow]:
    """Every critical revision that too few have read, overdue or to come."""
    for one in procedures:
        if not one.is_enough and one.due_on is not None:
            yield DueRow(
                Duty.READING, department_id, department, one.revision_id, one.function, one.due_on
            )
