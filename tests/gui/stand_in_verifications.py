"""Trials of one procedure in memory, asked as the window asks."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from referent_desk.domain.actions import Action, ActionRow, DepartmentActions
from referent_desk.domain.changes import Kind
from referent_desk.domain.deeds import Deed, Saved, Verb
from referent_desk.domain.procedures import (
    ProcedureState,
    ProcedureStatus,
    ProcedureText,
    Reason,
    Step,
    UsefulNumber,
    VerificationResult,
)
from referent_desk.domain.verifications import (
    QUESTIONS,
    Answer,
    CheckQuestion,
    KnownRelease,
    RecordedVerification,
    Trials,
    VerificationAids,
    WaitingUse,
    WantedVerification,
)
from referent_desk.gui.questions_verifications import VerificationQuestions

TODAY = date(2026, 11, 9)
DAY = timedelta(days=1)


def recorded(text: str) -> RecordedVerification:
    return RecordedVerification(
        *("v1", 3, "9.4", TODAY - 30 * DAY, VerificationResult.PARTLY, text, text, text),
        answers={"screen": Answer.NO},
    )


def action_row(text: str, due_on: date | None = TODAY - DAY) -> ActionRow:
    return ActionRow(Action("a1", "d1", text, text, due_on), text, "r")


class StandInVerifications:
    """`refusal` is raised instead of recording; what was recorded lies in `wanted`."""

    def __init__(self, text: str = "Dossier+") -> None:
        self.text = text
        self.wanted: list[WantedVerification] = []
        self.annulled: list[tuple[str, str]] = []
        self.finished: list[tuple[str, date, str]] = []
        self.refusal: Exception | None = None
        self.waiting: tuple[WaitingUse, ...] = ()
        self.actions: tuple[ActionRow, ...] = (action_row(text),)
        self.trials = Trials(TODAY, (recorded(text),), (), 1, can_try=True)

    def questions(self) -> VerificationQuestions:
        return VerificationQuestions(
            aids=self.aids,
            record=self.record,
            trials=lambda _department, _function, _software: self.trials,
            annul=self.annul,
            list_actions=self.list_actions,
            finish=self.finish,
        )

    def aids(
        self, department_id: str, function_id: str, software_id: str | None
    ) -> VerificationAids:
        text = self.text
        why = Reason("newer_release", {"version": "9.4", "running": "9.5", "day": TODAY})
        return VerificationAids(
            today=TODAY,
            department_id=department_id,
            function_id=function_id,
            software_id=software_id or "s1",
            software=text,
            revision_id=f"r-{function_id}",
            revision=3,
            text=ProcedureText(
                text, steps=(Step(text, text, ("F05",), text),), numbers=(UsefulNumber(text, "1"),)
            ),
            status=ProcedureStatus(ProcedureState.TO_VERIFY, (why,)),
            running="9.5",
            releases=(KnownRelease("l1", "9.5", TODAY - 3 * DAY),),
            questions=tuple(CheckQuestion(code, f"{code}?", text) for code in QUESTIONS),
            establishment=text,
            owner="Ada Moreau",
            waiting=self.waiting,
        )

    def record(self, wanted: WantedVerification) -> Saved:
        if self.refusal is not None:
            raise self.refusal
        self.wanted.append(wanted)
        return self._saved("verification")

    def annul(self, verification_id: str, reason: str) -> Saved:
        self.annulled.append((verification_id, reason))
        self.trials = replace(self.trials, recorded=())
        return self._saved("verification")

    def list_actions(self, department_id: str) -> DepartmentActions:
        still = tuple(row for row in self.actions if row.action.is_open)
        done = tuple(row for row in self.actions if not row.action.is_open)
        return DepartmentActions(department_id, self.text, TODAY, still, done)

    def finish(self, action_id: str, day: date, outcome: str) -> Saved:
        self.finished.append((action_id, day, outcome))
        self.actions = tuple(
            replace(row, action=replace(row.action, done_on=day, outcome=outcome))
            for row in self.actions
        )
        return self._saved("action")

    @staticmethod
    def _saved(what: str) -> Saved:
        at = datetime(2026, 11, 9, 9, 0, tzinfo=UTC)
        kinds = frozenset({Kind.PROCEDURES, Kind.ACTIONS})
        return Saved(kinds, "x", at, Deed(Verb.ADDED, what))
