"""The life of a text in memory: what was submitted, withdrawn, decided and written."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from referent_desk.domain.approvals import Submission
from referent_desk.domain.changes import Kind
from referent_desk.domain.deeds import Saved
from referent_desk.domain.text_lives import LifeLine, WantedWithdrawal
from referent_desk.gui.jobs import Jobs
from referent_desk.gui.procedures.papers import TextPapers
from referent_desk.gui.questions import FileQuestions
from referent_desk.gui.questions_approvals import ApprovalQuestions

_AT = datetime(2026, 3, 12, 13, 2, tzinfo=UTC)


class StandInApprovals:
    """`done` holds what was asked, in the order of asking; `refusal` is raised instead."""

    def __init__(self) -> None:
        self.done: list[tuple[object, ...]] = []
        self.refusal: Exception | None = None

    def _note(self, *said: object) -> Saved:
        if self.refusal is not None:
            raise self.refusal
        self.done.append(said)
        return Saved(frozenset({Kind.PROCEDURES}), "r1", _AT)

    def submit(self, revision_id: str, submission: Submission) -> Saved:
        return self._note("submit", revision_id, submission)

    def take_back(self, revision_id: str) -> Saved:
        return self._note("take back", revision_id)

    def withdraw(self, procedure_id: str, wanted: WantedWithdrawal) -> Saved:
        return self._note("withdraw", procedure_id, wanted)

    def annul(self, line: LifeLine, reason: str) -> Saved:
        return self._note("annul", line, reason)

    def set_review_period(self, procedure_id: str, months: int) -> Saved:
        return self._note("review", procedure_id, months)

    def keep_own(self, procedure_id: str, theirs_id: str, who: str) -> Saved:
        return self._note("keep", procedure_id, theirs_id, who)

    def take_theirs(self, procedure_id: str, theirs_id: str, who: str) -> Saved:
        return self._note("take", procedure_id, theirs_id, who)

    def write_sheet(self, revision_id: str, output: Path) -> Path:
        self._note("sheet", revision_id, output)
        return output

    def write_differences(self, before_id: str, after_id: str, output: Path) -> Path:
        self._note("differences", before_id, after_id, output)
        return output

    def questions(self) -> ApprovalQuestions:
        return ApprovalQuestions(
            submit=self.submit,
            take_back=self.take_back,
            withdraw=self.withdraw,
            annul=self.annul,
            set_review_period=self.set_review_period,
            keep_own=self.keep_own,
            take_theirs=self.take_theirs,
            write_sheet=self.write_sheet,
            write_differences=self.write_differences,
            suggest_path=lambda what, _revision: Path(f"{what}.pdf"),
        )

    def papers(
        self, jobs: Jobs, open_file: Callable[[Path], bool] = lambda _path: True
    ) -> TextPapers:
        files = FileQuestions(lambda _over, suggested: suggested, open_file)
        return TextPapers(self.questions(), files, jobs, jobs)
