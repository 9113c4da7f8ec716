"""A ward of the demo hospital that plays: its id, its functions, a drill planned and held."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from referent_desk.domain.drill_details import WantedDrill
from referent_desk.domain.drill_proposals import Candidate
from referent_desk.domain.drills import Outcome, Shift, TaskResult, TypedRun
from referent_desk.usecases.demo import showcase_department
from referent_desk.usecases.desks import Desk
from referent_desk.usecases.drills import offer_drill, plan_drill

CODES = ("find", "warn", "write", "carry", "return")
TODAY = date(2026, 11, 22)


def function(desk: Desk, code: str = "PRE") -> Candidate:
    known = offer_drill(desk, showcase_department(desk)).candidates
    return next(one for one in known if one.function_code == code)


def wanted(desk: Desk, code: str = "PRE", day: date = TODAY) -> WantedDrill:
    found = function(desk, code)
    department = showcase_department(desk)
    return WantedDrill(
        department, found.function_id, found.software_id, Shift.NIGHT, "no_telephone", day, "A. Roy"
    )


def plan(desk: Desk, code: str = "PRE", day: date = TODAY) -> str:
    return plan_drill(desk, wanted(desk, code, day)).id


def results(*outcomes: Outcome, seconds: int | None = 90) -> tuple[TaskResult, ...]:
    """As many as are given; the rest were done."""
    every = [*outcomes, *[Outcome.DONE] * (len(CODES) - len(outcomes))]
    return tuple(TaskResult(code, one, seconds) for code, one in zip(CODES, every, strict=True))


def typed(played: Sequence[TaskResult] | None = None, **more: object) -> TypedRun:
    run = TypedRun(led_by="A. Roy", day=TODAY, results=played or results())
    return replace(run, **more)  # type: ignore[arg-type]
