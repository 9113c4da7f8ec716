"""Trainings, skills and arrivals, asked as the window asks."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from referent_desk.gui.questions_skills import (
    ArrivalQuestions,
    SkillPapers,
    SkillQuestions,
    TrainingQuestions,
)
from referent_desk.wiring.held_desks import HeldDesk

if TYPE_CHECKING:
    from referent_desk.domain.arrivals import ArrivalList
    from referent_desk.domain.deeds import Saved
    from referent_desk.domain.skills import SkillLevel
    from referent_desk.domain.skills_wards import WardSkills
    from referent_desk.domain.trainings import Training, TrainingAids, WantedTraining


class _Skills:
    def __init__(self, held: HeldDesk) -> None:
        self._held = held

    def ward(self, department_id: str) -> WardSkills:
        from referent_desk.usecases.skills import read_ward

        return read_ward(self._held.desk, department_id)

    def state(self, person_id: str, software_id: str, level: SkillLevel | None, day: date) -> Saved:
        from referent_desk.usecases.skills import state_skill

        return state_skill(self._held.desk, person_id, software_id, level, day)


class _Trainings:
    def __init__(self, held: HeldDesk) -> None:
        self._held = held

    def list(self, department_id: str) -> tuple[Training, ...]:
        from referent_desk.usecases.trainings import list_trainings

        return list_trainings(self._held.desk, department_id)

    def aids(self, department_id: str) -> TrainingAids:
        from referent_desk.usecases.trainings import training_aids

        return training_aids(self._held.desk, department_id)

    def record(self, wanted: WantedTraining) -> Saved:
        from referent_desk.usecases.trainings import record_training

        return record_training(self._held.desk, wanted)

    def correct(self, training_id: str, wanted: WantedTraining) -> Saved:
        from referent_desk.usecases.trainings import correct_training

        return correct_training(self._held.desk, training_id, wanted)

    def annul(self, training_id: str, reason: str) -> Saved:
        from referent_desk.usecases.trainings import annul_training

        return annul_training(self._held.desk, training_id, reason)


class _Arrivals:
    def __init__(self, held: HeldDesk) -> None:
        self._held = held

    def read(self, department_id: str) -> ArrivalList:
        from referent_desk.usecases.arrivals import read_arrivals

        return read_arrivals(self._held.desk, department_id)

    def write(self, department_id: str, lines: tuple[str, ...]) -> Saved:
        from referent_desk.usecases.arrivals import write_arrival_list

        return write_arrival_list(self._held.desk, department_id, lines)

    def tick(
        self, person_id: str, item_ids: tuple[str, ...], day: date, who: str, done: bool
    ) -> Saved:
        from referent_desk.usecases.arrivals import tick_arrival

        return tick_arrival(self._held.desk, person_id, item_ids, day, who, done=done)


class _Papers:
    def __init__(self, held: HeldDesk) -> None:
        self._held = held

    def attendance(self, department_id: str, software_id: str, path: Path) -> Path:
        from referent_desk.usecases.skills_papers import write_attendance_sheet

        return write_attendance_sheet(self._held.desk, department_id, software_id, path)

    def certificates(self, training_id: str, path: Path) -> Path:
        from referent_desk.usecases.skills_papers import write_certificates

        return write_certificates(self._held.desk, training_id, path)

    def grid(self, department_id: str, path: Path) -> Path:
        from referent_desk.usecases.skills_papers import write_skill_grid

        return write_skill_grid(self._held.desk, department_id, path)

    def arrival(self, department_id: str, person_id: str, path: Path) -> Path:
        from referent_desk.usecases.skills_papers import write_arrival_sheet

        return write_arrival_sheet(self._held.desk, department_id, person_id, path)

    def suggest(self, what: str, department_id: str) -> Path:
        from referent_desk.usecases.skills_papers import suggested_path

        return suggested_path(self._held.desk, what, department_id)


def skill_questions(held: HeldDesk) -> SkillQuestions:
    skills, trainings, arrivals, papers = (
        _Skills(held),
        _Trainings(held),
        _Arrivals(held),
        _Papers(held),
    )
    return SkillQuestions(
        ward=skills.ward,
        state=skills.state,
        trainings=TrainingQuestions(
            list=trainings.list,
            aids=trainings.aids,
            record=trainings.record,
            correct=trainings.correct,
            annul=trainings.annul,
        ),
        arrivals=ArrivalQuestions(read=arrivals.read, write=arrivals.write, tick=arrivals.tick),
        papers=SkillPapers(
            attendance=papers.attendance,
            certificates=papers.certificates,
            grid=papers.grid,
            arrival=papers.arrival,
            suggest=papers.suggest,
        ),
    )
