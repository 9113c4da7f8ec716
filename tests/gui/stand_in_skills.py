"""Trainings, skills and arrivals of a small ward, in memory."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from referent_desk.domain.arrivals import Arrival, ArrivalItem, ArrivalList, ArrivalTick
from referent_desk.domain.changes import Kind
from referent_desk.domain.deeds import Saved
from referent_desk.domain.skills import Basis, Skill, SkillLevel
from referent_desk.domain.skills_wards import Member, UsedSoftware, WardSkills
from referent_desk.domain.trainings import Participant, Training, TrainingAids, WantedTraining
from referent_desk.gui.questions_skills import (
    ArrivalQuestions,
    SkillPapers,
    SkillQuestions,
    TrainingQuestions,
)

TODAY = date(2026, 11, 22)
ADA = Member("ada", "Ada Moreau", "AMA", date(2020, 1, 1))
BEA = Member("bea", "Béa Roux", "Infirmière", date(2020, 1, 1))
CLO = Member("clo", "Clo Petit", "Infirmier", date(2026, 11, 11))
DOSSIER = UsedSoftware("dossier", "Dossier+", 1, "9.4")
LABO = UsedSoftware("labo", "LaboFil", 3, "4.0")
HELD = Training(
    *("held", "dossier", "Dossier+", date(2026, 3, 2), "9.4", "Prise en main", "Éditeur"),
    minutes=90,
    department_id="d",
    participants=(Participant("Ada Moreau", "ada", SkillLevel.HELPS), Participant("Sonia Okafor")),
)
USUAL = ("Read the reflex card", "Log in to Dossier+")


class StandInSkills:
    def __init__(self) -> None:
        self.ward = WardSkills(
            *("d", "Ward", TODAY, (ADA, BEA, CLO), (DOSSIER, LABO)),
            {
                ("ada", "dossier"): Skill(SkillLevel.HELPS, Basis.TRAINED, date(2026, 3, 2)),
                ("bea", "dossier"): Skill(
                    *(None, Basis.RAN_OUT, date(2026, 10, 1), None, "", SkillLevel.USES),
                    *(date(2026, 10, 1), Basis.RAN_OUT),
                ),
            },
        )
        self.trainings: tuple[Training, ...] = (HELD,)
        self.items: tuple[ArrivalItem, ...] = ()
        self.ticks: dict[str, ArrivalTick] = {}
        self.stated: list[tuple[str, str, SkillLevel | None, date]] = []
        self.recorded: list[WantedTraining] = []
        self.corrected: list[str] = []
        self.annulled: list[tuple[str, str]] = []
        self.written: list[tuple[str, ...]] = []
        self.error: Exception | None = None

    def state(self, person_id: str, software_id: str, level: SkillLevel | None, day: date) -> Saved:
        self._fail()
        self.stated.append((person_id, software_id, level, day))
        skills = dict(self.ward.skills)
        skills[person_id, software_id] = Skill(level, Basis.STATED, day)
        self.ward = replace(self.ward, skills=skills)
        return _saved()

    def record(self, wanted: WantedTraining) -> Saved:
        self._fail()
        self.recorded.append(wanted)
        return _saved()

    def correct(self, training_id: str, wanted: WantedTraining) -> Saved:
        self.corrected.append(training_id)
        return self.record(wanted)

    def annul(self, training_id: str, reason: str) -> Saved:
        self._fail()
        self.annulled.append((training_id, reason))
        self.trainings = ()
        return _saved()

    def arrivals(self, _department_id: str) -> ArrivalList:
        people = (Arrival("clo", "Clo Petit", "Infirmier", CLO.since, True, dict(self.ticks)),)
        old = (Arrival("ada", "Ada Moreau"),)
        return ArrivalList("d", "Ward", TODAY, self.items, (*people, *old), USUAL)

    def write_list(self, _department_id: str, lines: tuple[str, ...]) -> Saved:
        self._fail()
        self.items = tuple(ArrivalItem(f"i{n}", line) for n, line in enumerate(lines))
        return _saved()

    def tick(
        self, person_id: str, item_ids: tuple[str, ...], day: date, who: str, done: bool
    ) -> Saved:
        self._fail()
        for key in item_ids:
            if done:
                self.ticks[key] = ArrivalTick(f"t{key}", key, person_id, day, who)
            else:
                del self.ticks[key]
        return _saved()

    def _paper(self, *asked: object) -> Path:
        self._fail()
        path = asked[-1]
        assert isinstance(path, Path)
        self.written.append(tuple(map(str, asked[:-1])))
        return path

    def _fail(self) -> None:
        if self.error is not None:
            raise self.error

    def questions(self) -> SkillQuestions:
        def aids(_department_id: str) -> TrainingAids:
            return TrainingAids(self.ward, {"dossier": ("9.4", "9.3")}, (), ())

        return SkillQuestions(
            ward=lambda _id: self.ward,
            state=self.state,
            trainings=TrainingQuestions(
                list=lambda _id: self.trainings,
                aids=aids,
                record=self.record,
                correct=self.correct,
                annul=self.annul,
            ),
            arrivals=ArrivalQuestions(read=self.arrivals, write=self.write_list, tick=self.tick),
            papers=SkillPapers(
                attendance=self._paper,
                certificates=self._paper,
                grid=self._paper,
                arrival=self._paper,
                suggest=lambda what, _id: Path(f"{what}.pdf"),
            ),
        )


def _saved() -> Saved:
    return Saved(frozenset({Kind.SKILLS}), "x", datetime(2026, 11, 22, 9, 0, tzinfo=UTC))
