"""Drills in memory, asked as the window asks: one planned, one held."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from referent_desk.domain.actions import Action
from referent_desk.domain.changes import Kind
from referent_desk.domain.deeds import Saved
from referent_desk.domain.drill_details import (
    DrillDetail,
    DrillOffer,
    ShownFinding,
    StopDetail,
    WantedDrill,
)
from referent_desk.domain.drill_programmes import ProgrammeLine, Standing
from referent_desk.domain.drill_proposals import Candidate, Proposal
from referent_desk.domain.drills import (
    Complication,
    Drill,
    DrillRow,
    DrillRun,
    DrillState,
    DrillTask,
    Finding,
    Maintenance,
    Outcome,
    Shift,
    TaskResult,
    TypedRun,
    changes_of,
)
from referent_desk.domain.listings import Listing, Page
from referent_desk.gui.questions_drills import (
    DrillPaperQuestions,
    DrillQuestions,
    PlanQuestions,
    ProgrammeQuestions,
    RunQuestions,
)

TODAY = date(2026, 3, 12)
NOW = datetime(2026, 3, 12, 9, 0, tzinfo=UTC)
CODES = ("find", "warn", "write", "carry", "return")
TARGETS = (120, 240, 480, 180, 180)


@dataclass
class StandInDrills:
    """`said` tells what was asked to be written; `moment` is what the clock shows."""

    text: str = "Prescription"
    said: list[object] = field(default_factory=list)
    moment: datetime = NOW
    refuses: Exception | None = None

    def now(self) -> datetime:
        return self.moment

    def go_on(self, seconds: float) -> None:
        self.moment += timedelta(seconds=seconds)

    def tasks(self) -> tuple[DrillTask, ...]:
        return tuple(
            DrillTask(code, seconds, f"{self.text} {code}", self.text)
            for code, seconds in zip(CODES, TARGETS, strict=True)
        )

    def complications(self) -> tuple[Complication, ...]:
        return (
            Complication("no_telephone", self.text, self.text, tuple(Shift)),
            Complication("no_light", "No light", "By torch", (Shift.NIGHT,)),
        )

    def candidates(self) -> tuple[Candidate, ...]:
        first = Candidate("f1", "PRE", self.text, "s1", "Dossier+", 1, 1, True)
        second = Candidate("f2", "LAB", "Laboratory", "s2", "Labo+", 2, 2, False)
        return (first, second)

    def run(self) -> DrillRun:
        results = tuple(TaskResult(code, Outcome.DONE, 60) for code in CODES)
        finding = Finding("n1", self.text)
        return DrillRun(
            "r1", "d-held", date(2026, 2, 2), self.text, self.text, 4, "14:30", 300, "", None,
            results, (finding,),
        )  # fmt: skip

    def planned(self) -> Drill:
        day = date(2026, 3, 20)
        return Drill("d-planned", "d1", "f1", "s1", Shift.NIGHT, "no_telephone", day, self.text)

    def list_rows(self, listing: Listing) -> Page[DrillRow]:
        rows = (
            DrillRow("d-planned", date(2026, 3, 20), self.text, "Dossier+", Shift.NIGHT, self.text,
                     DrillState.NEAR),
            DrillRow("m1", date(2026, 4, 2), "", self.text, None, "", None),
            DrillRow("d-held", date(2026, 2, 2), self.text, "Dossier+", Shift.DAY, "",
                     DrillState.HELD, 0, date(2026, 3, 4)),
        )  # fmt: skip
        fitting = [row for row in rows if listing.text.casefold() in row.function.casefold()]
        return Page(tuple(fitting), len(fitting), len(rows))

    def read(self, drill_id: str) -> DrillDetail:
        drill, state = self.planned(), DrillState.NEAR
        detail = DrillDetail(
            drill, self.text, self.text, "PRE", self.text, state, TODAY, self.tasks(),
            self.complications()[0],
        )  # fmt: skip
        if drill_id == "d-planned":
            return detail
        run = self.run()
        held = replace(drill, id="d-held", runs=(run,))
        before = replace(run, id="r0", day=date(2025, 2, 2))
        action = Action("a1", "d1", self.text, self.text, TODAY, finding_id="n1")
        return replace(
            detail,
            drill=held,
            state=DrillState.HELD,
            changes=changes_of(run, before, self.tasks()),
            before=before,
            findings=(ShownFinding(run.findings[0], (action,)),),
        )

    def read_stop(self, maintenance_id: str) -> StopDetail:
        stop = Maintenance(maintenance_id, "n1", "s1", self.text, date(2026, 4, 2), "21:30", 60)
        named = (("d1", self.text), ("d2", "Other"))
        return StopDetail(stop, self.text, TODAY, named, frozenset())

    def offer(self, _department_id: str, number: int) -> DrillOffer:
        candidates = self.candidates()
        chosen = candidates[number % len(candidates)]
        proposal = Proposal(chosen, Shift.NIGHT, "no_telephone", date(2026, 3, 19))
        return DrillOffer(proposal, candidates, self.complications(), number, TODAY)

    def programme(self, department_id: str | None) -> tuple[ProgrammeLine, ...]:
        first, second = self.candidates()
        name = "" if department_id else self.text
        return (
            ProgrammeLine("d1", name, first, Standing.BEHIND, date(2022, 1, 1), None,
                          date(2026, 4, 1), Shift.DAY, "no_telephone"),
            ProgrammeLine("d1", name, second, Standing.PLANNED, None, date(2026, 5, 1)),
        )  # fmt: skip

    def save(self, *said: object) -> Saved:
        if self.refuses is not None:
            raise self.refuses
        self.said.append(said)
        return Saved(frozenset({Kind.DRILLS}), "d-planned", NOW)

    def _accept(self, lines: Sequence[ProgrammeLine]) -> Saved:
        return self.save("accepted", tuple(lines))

    def _record(self, drill_id: str, typed: TypedRun) -> Saved:
        return self.save("recorded", drill_id, typed)

    def _plan(self, wanted: WantedDrill) -> Saved:
        return self.save("planned", wanted)

    def _write(self, what: str, department_id: str, drill_id: str, path: Path) -> Path:
        self.said.append(("written", what, department_id, drill_id))
        return path

    def questions(self) -> DrillQuestions:
        return DrillQuestions(
            list_rows=self.list_rows,
            read=self.read,
            read_stop=self.read_stop,
            plans=PlanQuestions(
                offer=self.offer,
                plan=self._plan,
                change=lambda drill_id, wanted: self.save("changed", drill_id, wanted),
                give_up=lambda drill_id, reason: self.save("given up", drill_id, reason),
                play_stop=lambda stop_id, where: self.save("played", stop_id, where),
            ),
            runs=RunQuestions(
                record=self._record,
                annul=lambda run_id, reason: self.save("annulled", run_id, reason),
                lessons=lambda run_id, text, who: self.save("lessons", run_id, text, who),
            ),
            programme=ProgrammeQuestions(self.programme, self._accept, lambda _id: 2),
            papers=DrillPaperQuestions(self._write, lambda *_asked: Path("F31.pdf")),
            now=self.now,
        )
