"""What the window may ask about drills; all on the worker but `now`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from referent_desk.domain.values import dataclass

if TYPE_CHECKING:
    from referent_desk.domain.deeds import Saved
    from referent_desk.domain.drill_details import DrillDetail, DrillOffer, StopDetail, WantedDrill
    from referent_desk.domain.drill_programmes import ProgrammeLine
    from referent_desk.domain.drills import DrillRow, TypedRun
    from referent_desk.domain.listings import Listing, Page


@dataclass(frozen=True, slots=True)
class PlanQuestions:
    """`offer`: the proposal of that number for a department. `give_up`: a drill and the reason.

    `play_stop` makes drills of an announced stop: in that department, or in all that are hit.
    """

    offer: Callable[[str, int], DrillOffer]
    plan: Callable[[WantedDrill], Saved]
    change: Callable[[str, WantedDrill], Saved]
    give_up: Callable[[str, str], Saved]
    play_stop: Callable[[str, str | None], Saved]


@dataclass(frozen=True, slots=True)
class RunQuestions:
    """`record`: a drill and what was typed of it. `annul`: a run and the reason.

    `lessons`: a run, the text, who wrote it.
    """

    record: Callable[[str, TypedRun], Saved]
    annul: Callable[[str, str], Saved]
    lessons: Callable[[str, str, str], Saved]


@dataclass(frozen=True, slots=True)
class ProgrammeQuestions:
    """`read`: of a department, or with None of every one."""

    read: Callable[[str | None], tuple[ProgrammeLine, ...]]
    accept: Callable[[Sequence[ProgrammeLine]], Saved]
    count_behind: Callable[[str], int]


@dataclass(frozen=True, slots=True)
class DrillPaperQuestions:
    """`write` and `suggest_path`: `grid`, `report` or `register`, the department, and the drill
    (empty for the register)."""

    write: Callable[[str, str, str, Path], Path]
    suggest_path: Callable[[str, str, str], Path]


@dataclass(frozen=True, slots=True)
class DrillQuestions:
    list_rows: Callable[[Listing], Page[DrillRow]]
    read: Callable[[str], DrillDetail]
    read_stop: Callable[[str], StopDetail]
    plans: PlanQuestions
    runs: RunQuestions
    programme: ProgrammeQuestions
    papers: DrillPaperQuestions
    now: Callable[[], datetime]
