"""Presence: the week of a department, and when somebody works or is absent."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from referent_desk.gui.questions_presences import PresenceQuestions
from referent_desk.wiring.held_desks import HeldDesk

if TYPE_CHECKING:
    from referent_desk.domain.deeds import Saved
    from referent_desk.domain.presence_weeks import PersonHours, PresenceWeek


class _Presences:
    def __init__(self, held: HeldDesk) -> None:
        self._held = held

    def read_week(self, department_id: str, day: date | None) -> PresenceWeek:
        from referent_desk.usecases.presences import read_presence

        return read_presence(self._held.desk, department_id, day)

    def print_week(self, department_id: str, day: date | None, subject: str, path: Path) -> Path:
        from referent_desk.usecases.presences import print_presence

        return print_presence(self._held.desk, department_id, day, subject, path)

    def suggest_path(self, day: date | None) -> Path:
        from referent_desk.usecases.presences import suggested_path

        return suggested_path(self._held.desk, day)

    def hours_of(self, person_id: str) -> PersonHours:
        from referent_desk.usecases.absences import read_hours_of

        return read_hours_of(self._held.desk, person_id)

    def say_hours(self, person_id: str, weeks: tuple[str, ...], week_one: date | None) -> Saved:
        from referent_desk.usecases.absences import say_hours

        return say_hours(self._held.desk, person_id, weeks, week_one)

    def add_absence(self, person_id: str, typed: str) -> Saved:
        from referent_desk.usecases.absences import add_absence

        return add_absence(self._held.desk, person_id, typed)

    def take_absence_back(self, absence_id: str) -> Saved:
        from referent_desk.usecases.absences import take_absence_back

        return take_absence_back(self._held.desk, absence_id)


def presence_questions(held: HeldDesk) -> PresenceQuestions:
    presences = _Presences(held)
    return PresenceQuestions(
        read_week=presences.read_week,
        print_week=presences.print_week,
        suggest_path=presences.suggest_path,
        hours_of=presences.hours_of,
        say_hours=presences.say_hours,
        add_absence=presences.add_absence,
        take_absence_back=presences.take_absence_back,
    )
