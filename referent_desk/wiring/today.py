"""What there is to do, and the starter procedures that do some of it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from referent_desk.gui.questions_today import TodayQuestions
from referent_desk.wiring.held_desks import HeldDesk

if TYPE_CHECKING:
    from referent_desk.domain.deeds import Saved
    from referent_desk.domain.tasks import Today


def today_questions(held: HeldDesk) -> TodayQuestions:
    def list_tasks(department_id: str) -> Today:
        from referent_desk.usecases.tasks import list_tasks

        return list_tasks(held.desk, department_id)

    def take_starters(department_id: str, functions: frozenset[str]) -> Saved:
        from referent_desk.usecases.starters import take_starters

        return take_starters(held.desk, department_id, functions)

    def suggest_calendar(department_id: str) -> Path:
        from referent_desk.usecases.due_lists import suggested_calendar

        return suggested_calendar(held.desk, department_id)

    def write_calendar(department_id: str, path: Path) -> tuple[Path, int]:
        from referent_desk.usecases.due_lists import write_calendar

        return write_calendar(held.desk, department_id, path)

    return TodayQuestions(list_tasks, take_starters, suggest_calendar, write_calendar)
