"""The life of a text: submitted, signed, withdrawn, compared with the one above."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from referent_desk.gui.questions_approvals import ApprovalQuestions
from referent_desk.wiring.held_desks import HeldDesk

if TYPE_CHECKING:
    from referent_desk.domain.approvals import Submission
    from referent_desk.domain.deeds import Saved
    from referent_desk.domain.text_lives import LifeLine, WantedWithdrawal


class _Approvals:
    def __init__(self, held: HeldDesk) -> None:
        self._held = held

    def submit(self, revision_id: str, submission: Submission) -> Saved:
        from referent_desk.usecases.submissions import submit_draft

        return submit_draft(self._held.desk, revision_id, submission)

    def take_back(self, revision_id: str) -> Saved:
        from referent_desk.usecases.submissions import take_submission_back

        return take_submission_back(self._held.desk, revision_id)

    def withdraw(self, procedure_id: str, wanted: WantedWithdrawal) -> Saved:
        from referent_desk.usecases.withdrawals import withdraw_procedure

        return withdraw_procedure(self._held.desk, procedure_id, wanted)

    def annul(self, line: LifeLine, reason: str) -> Saved:
        from referent_desk.domain.text_lives import LifeKind
        from referent_desk.usecases.upper_texts import annul_upper_decision
        from referent_desk.usecases.withdrawals import annul_withdrawal

        if line.kind is LifeKind.WITHDRAWN:
            return annul_withdrawal(self._held.desk, line.record_id, reason)
        return annul_upper_decision(self._held.desk, line.record_id, reason)

    def set_review_period(self, procedure_id: str, months: int) -> Saved:
        from referent_desk.usecases.reviews import set_review_period

        return set_review_period(self._held.desk, procedure_id, months)

    def keep_own(self, procedure_id: str, theirs_id: str, who: str) -> Saved:
        from referent_desk.usecases.upper_texts import keep_own_text

        return keep_own_text(self._held.desk, procedure_id, theirs_id, who)

    def take_theirs(self, procedure_id: str, theirs_id: str, who: str) -> Saved:
        from referent_desk.usecases.upper_texts import take_upper_text

        return take_upper_text(self._held.desk, procedure_id, theirs_id, who)

    def write_sheet(self, revision_id: str, output: Path) -> Path:
        from referent_desk.usecases.approval_papers import write_approval_sheet

        return write_approval_sheet(self._held.desk, revision_id, output)

    def write_differences(self, before_id: str, after_id: str, output: Path) -> Path:
        from referent_desk.usecases.approval_papers import write_differences

        return write_differences(self._held.desk, before_id, after_id, output)

    def suggest_path(self, what: str, revision_id: str) -> Path:
        from referent_desk.usecases.approval_papers import suggested_path

        return suggested_path(self._held.desk, what, revision_id)


def approval_questions(held: HeldDesk) -> ApprovalQuestions:
    asked = _Approvals(held)
    return ApprovalQuestions(
        submit=asked.submit,
        take_back=asked.take_back,
        withdraw=asked.withdraw,
        annul=asked.annul,
        set_review_period=asked.set_review_period,
        keep_own=asked.keep_own,
        take_theirs=asked.take_theirs,
        write_sheet=asked.write_sheet,
        write_differences=asked.write_differences,
        suggest_path=asked.suggest_path,
    )
