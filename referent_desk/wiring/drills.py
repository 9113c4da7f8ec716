"""Drills: planned, held, reported."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from referent_desk.gui.questions_drills import (
    DrillPaperQuestions,
    DrillQuestions,
    PlanQuestions,
    ProgrammeQuestions,
    RunQuestions,
)
from referent_desk.wiring.held_desks import HeldDesk

if TYPE_CHECKING:
    from referent_desk.domain.deeds import Saved
    from referent_desk.domain.drill_details import DrillDetail, DrillOffer, StopDetail, WantedDrill
    from referent_desk.domain.drill_programmes import ProgrammeLine
    from referent_desk.domain.drills import DrillRow, TypedRun
    from referent_desk.domain.listings import Listing, Page


def drill_questions(held: HeldDesk) -> DrillQuestions:
    def list_rows(listing: Listing) -> Page[DrillRow]:
        from referent_desk.usecases.drill_details import list_drills

        return list_drills(held.desk, listing)

    def read(drill_id: str) -> DrillDetail:
        from referent_desk.usecases.drill_details import drill_detail

        return drill_detail(held.desk, drill_id)

    def read_stop(maintenance_id: str) -> StopDetail:
        from referent_desk.usecases.drill_details import stop_detail

        return stop_detail(held.desk, maintenance_id)

    return DrillQuestions(
        list_rows=list_rows,
        read=read,
        read_stop=read_stop,
        plans=_plans(held),
        runs=_runs(held),
        programme=_programme(held),
        papers=_papers(held),
        now=held.clock.now,
    )


def _plans(held: HeldDesk) -> PlanQuestions:
    def offer(department_id: str, number: int) -> DrillOffer:
        from referent_desk.usecases.drills import offer_drill

        return offer_drill(held.desk, department_id, number)

    def plan(wanted: WantedDrill) -> Saved:
        from referent_desk.usecases.drills import plan_drill

        return plan_drill(held.desk, wanted)

    def change(drill_id: str, wanted: WantedDrill) -> Saved:
        from referent_desk.usecases.drills import change_drill

        return change_drill(held.desk, drill_id, wanted)

    def give_up(drill_id: str, reason: str) -> Saved:
        from referent_desk.usecases.drills import give_up_drill

        return give_up_drill(held.desk, drill_id, reason)

    def play_stop(maintenance_id: str, department_id: str | None) -> Saved:
        from referent_desk.usecases.drill_stops import play_stop

        return play_stop(held.desk, maintenance_id, department_id)

    return PlanQuestions(offer, plan, change, give_up, play_stop)


def _runs(held: HeldDesk) -> RunQuestions:
    def record(drill_id: str, typed: TypedRun) -> Saved:
        from referent_desk.usecases.drill_runs import record_run

        return record_run(held.desk, drill_id, typed)

    def annul(run_id: str, reason: str) -> Saved:
        from referent_desk.usecases.drill_runs import annul_run

        return annul_run(held.desk, run_id, reason)

    def lessons(run_id: str, text: str, who: str) -> Saved:
        from referent_desk.usecases.drill_runs import write_lessons

        return write_lessons(held.desk, run_id, text, who)

    return RunQuestions(record, annul, lessons)


def _programme(held: HeldDesk) -> ProgrammeQuestions:
    def read(department_id: str | None) -> tuple[ProgrammeLine, ...]:
        from referent_desk.usecases.drill_programmes import read_programme

        return read_programme(held.desk, department_id)

    def accept(lines: Sequence[ProgrammeLine]) -> Saved:
        from referent_desk.usecases.drill_programmes import accept_programme

        return accept_programme(held.desk, lines)

    def count_behind(department_id: str) -> int:
        from referent_desk.usecases.drill_programmes import count_behind

        return count_behind(held.desk, department_id)

    return ProgrammeQuestions(read, accept, count_behind)


def _papers(held: HeldDesk) -> DrillPaperQuestions:
    def write(what: str, department_id: str, drill_id: str, path: Path) -> Path:
        from referent_desk.usecases import drill_papers

        if what == "register":
            return drill_papers.write_register(held.desk, department_id, path)
        made = drill_papers.write_grid if what == "grid" else drill_papers.write_report
        return made(held.desk, drill_id, path)

    def suggest_path(what: str, department_id: str, drill_id: str) -> Path:
        from referent_desk.usecases.drill_papers import suggested_path

        return suggested_path(held.desk, what, department_id, drill_id)

    return DrillPaperQuestions(write, suggest_path)
