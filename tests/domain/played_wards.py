"""Departments and drills for the rules of proposals, programmes and things to do."""

from __future__ import annotations

from datetime import date

from referent_desk.domain.drill_programmes import Ward
from referent_desk.domain.drill_proposals import Candidate
from referent_desk.domain.drills import Complication, Drill, DrillRun, Shift

TODAY = date(2026, 11, 22)
COMPLICATIONS = (
    Complication("no_telephone", "", "", tuple(Shift)),
    Complication("two_staff", "", "", (Shift.NIGHT, Shift.WEEKEND)),
    Complication("handover", "", "", (Shift.DAY, Shift.EVENING)),
)


def candidate(key: str, criticality: int | None = 1, position: int = 0) -> Candidate:
    return Candidate(key, key.upper(), key.title(), "s", "Dossier+", criticality, position, True)


def planned(key: str, day: date, shift: Shift = Shift.DAY, complication: str = "") -> Drill:
    return Drill(f"{key}:{day}", "ward", key, "s", shift, complication, day)


def held(
    key: str,
    day: date,
    shift: Shift = Shift.DAY,
    complication: str = "",
    *,
    stopped: str = "",
    lessons: str = "Learnt",
) -> Drill:
    drill = planned(key, day, shift, complication)
    run = DrillRun(f"run:{drill.id}", drill.id, day, "A", stopped_because=stopped, lessons=lessons)
    return Drill(drill.id, "ward", key, "s", shift, complication, day, runs=(run,))


def ward(candidates: tuple[Candidate, ...], *drills: Drill) -> Ward:
    return Ward("ward", "Cardiology", candidates, drills)
