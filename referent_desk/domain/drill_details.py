"""A drill in full, as its detail and its papers tell it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from referent_desk.domain.actions import Action
from referent_desk.domain.drill_proposals import Candidate, Proposal
from referent_desk.domain.drills import (
    Complication,
    Drill,
    DrillRun,
    DrillState,
    DrillTask,
    Finding,
    Maintenance,
    Shift,
    TaskChange,
)


class Trouble(StrEnum):
    """Why a planned drill does not fit its department any more."""

    FUNCTION_UNUSED = "function_unused"
    SOFTWARE_GONE = "software_gone"


@dataclass(frozen=True, slots=True)
class ShownFinding:
    """What was seen, and what is done about it."""

    finding: Finding
    actions: tuple[Action, ...] = ()


@dataclass(frozen=True, slots=True)
class DrillDetail:
    """`run` is the one that counts, `before` how the function was played the time before it.

    `sheet_code` is that of the procedure's sheet, empty until it is printed.
    """

    drill: Drill
    department: str
    function: str
    function_code: str
    software: str
    state: DrillState
    today: date
    tasks: tuple[DrillTask, ...]
    complication: Complication | None = None
    trouble: Trouble | None = None
    changes: tuple[TaskChange, ...] = ()
    before: DrillRun | None = None
    findings: tuple[ShownFinding, ...] = ()
    sheet_code: str = ""
    stop: Maintenance | None = None

    @property
    def run(self) -> DrillRun | None:
        return self.drill.run


@dataclass(frozen=True, slots=True)
class StopDetail:
    """A stop of a software that was announced: which departments use it, which play it already."""

    stop: Maintenance
    node: str
    today: date
    departments: tuple[tuple[str, str], ...]
    playing: frozenset[str]

    @property
    def waiting(self) -> int:
        return sum(key not in self.playing for key, _name in self.departments)


@dataclass(frozen=True, slots=True)
class DrillOffer:
    """What a form needs to plan a drill: a proposal, and all there is to choose from.

    `proposal` is None where the department uses nothing that could be played.
    """

    proposal: Proposal | None
    candidates: tuple[Candidate, ...]
    complications: tuple[Complication, ...]
    number: int
    today: date


@dataclass(frozen=True, slots=True)
class WantedDrill:
    """A drill as it is planned: by a person, from a proposal, or from the programme."""

    department_id: str
    function_id: str
    software_id: str | None
    shift: Shift
    complication: str
    planned_on: date
    led_by: str = ""


def shown_findings(run: DrillRun | None, actions: Iterable[Action]) -> tuple[ShownFinding, ...]:
    known = tuple(actions)
    found = run.findings if run is not None else ()
    return tuple(
        ShownFinding(one, tuple(action for action in known if action.finding_id == one.id))
        for one in found
    )
