"""Things to do in memory, and the first steps of a department that nobody keeps."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from referent_desk.domain.deeds import Deed, Saved, Verb
from referent_desk.domain.departments import DepartmentChoice
from referent_desk.domain.first_steps import (
    FirstDone,
    FirstOffer,
    FirstSteps,
    FunctionOffer,
    StarterTitle,
)
from referent_desk.domain.tasks import Lead, Task, Today, Urgency
from referent_desk.errors import RefusedInput
from referent_desk.gui.questions_today import FirstStepsQuestions, TodayQuestions
from tests.gui.stand_in_records import AT, StandInRecords

DAY = date(2026, 3, 16)


def task(code: str, lead: Lead = Lead.PRINTING, urgency: Urgency = Urgency.NOW) -> Task:
    return Task(code, urgency, 3, lead)


class StandInTasks:
    """`tasks` are answered whatever the department; `taken` tells which starters were asked for."""

    def __init__(self, records: StandInRecords) -> None:
        self._records = records
        self.tasks: tuple[Task, ...] = (
            task("never_printed"),
            task("directory_empty", Lead.NUMBERS, Urgency.SOON),
            task("no_deputy", Lead.APPOINTMENT, Urgency.LATER),
        )
        self.taken: list[frozenset[str]] = []
        self.asked: list[str] = []
        self.calendars: list[tuple[str, Path]] = []
        self.saved_as: Path | None = None
        self.refusal: RefusedInput | None = None

    def list_tasks(self, department_id: str) -> Today:
        self.asked.append(department_id)
        return Today(DAY, self.tasks)

    def take_starters(self, department_id: str, functions: frozenset[str]) -> Saved:
        self.taken.append(functions)
        return self._records.saved(Deed(Verb.ADOPTED, "procedure"), department_id)

    def write_calendar(self, department_id: str, path: Path) -> tuple[Path, int]:
        if self.refusal is not None:
            raise self.refusal
        self.calendars.append((department_id, path))
        return path, 3

    def questions(self) -> TodayQuestions:
        return TodayQuestions(
            self.list_tasks,
            self.take_starters,
            lambda department_id: Path(f"due-{department_id}.ics"),
            self.write_calendar,
        )


def _begin(steps: FirstSteps) -> FirstDone:
    saved = Saved(frozenset(), "new", AT)
    choice = DepartmentChoice("new", steps.department, "", steps.establishment)
    return FirstDone(saved, choice, len(steps.functions), 0, len(steps.starters))


STAND_IN_FIRST_STEPS = FirstStepsQuestions(
    offer=lambda _department_id: FirstOffer(
        ("North Hospital",),
        (FunctionOffer("f1", "PRE", "Prescription"), FunctionOffer("f2", "RDV", "Appointments")),
        ("Dossier+",),
    ),
    starters=lambda _name, functions: tuple(
        StarterTitle(key, f"Starter {key}", 2) for key in sorted(functions)
    ),
    begin=_begin,
)
