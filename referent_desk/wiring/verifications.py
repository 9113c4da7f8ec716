"""Trying procedures on a release, and what is done about what did not work."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from referent_desk.gui.questions_verifications import VerificationQuestions
from referent_desk.wiring.held_desks import HeldDesk

if TYPE_CHECKING:
    from referent_desk.domain.actions import DepartmentActions
    from referent_desk.domain.deeds import Saved
    from referent_desk.domain.verifications import Trials, VerificationAids, WantedVerification


class _Verifications:
    def __init__(self, held: HeldDesk) -> None:
        self._held = held

    def aids(
        self, department_id: str, function_id: str, software_id: str | None
    ) -> VerificationAids:
        from referent_desk.usecases.verification_forms import verification_aids

        return verification_aids(self._held.desk, department_id, function_id, software_id)

    def record(self, wanted: WantedVerification) -> Saved:
        from referent_desk.usecases.verifications import record_verification

        return record_verification(self._held.desk, wanted)

    def trials(self, department_id: str, function_id: str, software_id: str | None) -> Trials:
        from referent_desk.usecases.verification_forms import read_trials

        return read_trials(self._held.desk, department_id, function_id, software_id)

    def annul(self, verification_id: str, reason: str) -> Saved:
        from referent_desk.usecases.verification_forms import annul_verification

        return annul_verification(self._held.desk, verification_id, reason)

    def list_actions(self, department_id: str) -> DepartmentActions:
        from referent_desk.usecases.actions import list_actions

        return list_actions(self._held.desk, department_id)

    def finish(self, action_id: str, day: date, outcome: str) -> Saved:
        from referent_desk.usecases.actions import finish_action

        return finish_action(self._held.desk, action_id, day, outcome)


def verification_questions(held: HeldDesk) -> VerificationQuestions:
    asked = _Verifications(held)
    return VerificationQuestions(
        aids=asked.aids,
        record=asked.record,
        trials=asked.trials,
        annul=asked.annul,
        list_actions=asked.list_actions,
        finish=asked.finish,
    )
