"""What there is to do in a department: computed from facts, never stored."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import field
from datetime import date
from enum import IntEnum, StrEnum

from referent_desk.domain.procedures import ProcedureState
from referent_desk.domain.values import dataclass


class Urgency(IntEnum):
    """NOW: an outage tonight would hurt. SOON: a hole that can wait a week. LATER: good to have."""

    NOW = 1
    SOON = 2
    LATER = 3


def procedure_urgency(state: ProcedureState) -> Urgency | None:
    """How soon the procedure of a function wants writing or approving, with or without software.

    None: it needs neither. The list of departments counts by it. Of what is to do today, printing
    what there is and the numbers come first: a missing procedure prints a sheet that helps.
    """
    return {
        ProcedureState.MISSING: Urgency.NOW,
        ProcedureState.DRAFT_ONLY: Urgency.SOON,
    }.get(state)


class Lead(StrEnum):
    """What the button of a task opens, with `Task.key` naming what it is about."""

    FUNCTIONS = "functions"
    USES = "uses"
    STARTERS = "starters"
    PROCEDURE = "procedure"
    APPROVAL = "approval"
    APPOINTMENT = "appointment"
    NUMBERS = "numbers"
    LOCAL_VALUES = "local_values"
    PRINTING = "printing"
    COPY = "copy"
    DRILL = "drill"
    VERIFICATION = "verification"
    ACTIONS = "actions"
    MEANS = "means"
    FAILURES = "failures"
    UPPER_TEXT = "upper_text"
    READING = "reading"
    SKILLS = "skills"
    PRESENCE = "presence"
    ARRIVALS = "arrivals"
    DIALLING = "dialling"
    HANDOVER = "handover"
    ERASURE = "erasure"
    ADVICE = "advice"
    PROPOSAL = "proposal"
    HELP_GIVEN = "help_given"


@dataclass(frozen=True, slots=True)
class Task:
    """`code` and `fields` are put into words at the edge; `names` are what it is about.

    `minutes` is what it honestly takes somebody who knows the answer.
    """

    code: str
    urgency: Urgency
    minutes: int
    lead: Lead
    key: tuple[str | None, ...] = ()
    names: tuple[str, ...] = ()
    fields: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Due:
    """Something that will have to be done one day, and is not to be done yet."""

    code: str
    day: date
    name: str = ""


@dataclass(frozen=True, slots=True)
class Today:
    """`next_due` is what comes next when there is nothing to do."""

    day: date
    tasks: tuple[Task, ...]
    last_printed: date | None = None
    next_due: Due | None = None

    @property
    def pressing(self) -> tuple[Task, ...]:
        """What the day is counted by."""
        return tuple(task for task in self.tasks if task.urgency is not Urgency.LATER)

    @property
    def later(self) -> tuple[Task, ...]:
        """Procedures to write and approve among them: their sheet prints something meanwhile."""
        return tuple(task for task in self.tasks if task.urgency is Urgency.LATER)


def minutes_of(tasks: Iterable[Task]) -> int:
    return sum(task.minutes for task in tasks)
