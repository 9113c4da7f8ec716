"""What leads from the tab of degraded modes to the editor: a button, Ctrl+E, Enter on a hole."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence, QShortcut

from referent_desk.domain.departments import DepartmentChoice
from referent_desk.domain.procedures import ProcedureRow, ProcedureState
from referent_desk.gui.doors import Door
from referent_desk.gui.editing import Editing
from referent_desk.gui.labels import show_tip
from referent_desk.gui.procedures.papers import TextPapers
from referent_desk.gui.questions import FileQuestions, Questions
from referent_desk.gui.verification_doors import VerificationDoors
from referent_desk.language import _

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from referent_desk.domain.procedures import Revision
    from referent_desk.domain.text_lives import LifeLine, TextLife
    from referent_desk.domain.upper_texts import UpperText
    from referent_desk.gui.list_tabs import ListTab
    from referent_desk.gui.record_forms import PaneForm


class ProcedureDoors(Door[Questions]):
    """The editor too is imported when it is asked."""

    def __init__(
        self,
        questions: Questions,
        editing: Editing,
        files: FileQuestions,
        department: Callable[[], DepartmentChoice | None],
        parent: QObject,
    ) -> None:
        super().__init__(questions, editing, files, department, parent)
        self.papers = TextPapers(questions.approvals, files, editing.jobs, self)
        self.approvals = questions.approvals
        self.trials = VerificationDoors(questions.verifications, editing, files, department, self)
        self.trials.begun.connect(self.begun)

    @property
    def can_write(self) -> bool:
        return self.editing.is_possible

    def write(
        self,
        department_id: str,
        function_id: str,
        software_id: str | None,
        *,
        approving: bool = False,
    ) -> None:
        """`approving`: straight to the form of the approval."""
        from referent_desk.gui.procedures.editor_pages import EditorPage, Writing

        if self.can_write and department_id and function_id:
            draw_page = self.questions.binders.draw_page
            writing = Writing(
                self.questions.drafts, self.editing, draw_page, self.approvals, self.papers
            )
            page = EditorPage(writing, department_id, function_id, software_id)
            page.is_approving = approving
            self.begun.emit(page)

    def compare(self, procedure_id: str, title: str) -> None:
        from referent_desk.gui.procedures.revision_pages import RevisionsPage

        ask = self.questions.drafts.revisions
        jobs, papers = self.editing.jobs, self.papers
        self.begun.emit(RevisionsPage(ask, jobs, procedure_id, title, papers))

    def write_readings(self, over: QWidget, department_id: str, revision_id: str) -> None:
        readings = self.questions.practice.readings
        self.papers.write_readings(over, readings, department_id, revision_id)

    def show_upper(self, upper: UpperText) -> None:
        from referent_desk.gui.procedures.upper_pages import UpperTextPage

        page = UpperTextPage(upper, self.approvals, self.papers, self.editing)
        page.close_asked.connect(self.close)
        self.begun.emit(page)

    def withdrawal_form(self, revision: Revision, life: TextLife) -> PaneForm:
        from referent_desk.gui.procedures.withdrawal_forms import WithdrawalForm

        return WithdrawalForm(revision, life, self.approvals.withdraw, self.editing)

    def review_form(self, revision: Revision) -> PaneForm:
        from referent_desk.gui.procedures.review_forms import ReviewForm

        return ReviewForm(revision, self.approvals.set_review_period, self.editing)

    def annulment_form(self, line: LifeLine, today: date) -> PaneForm:
        from referent_desk.gui.procedures.withdrawal_forms import AnnulLineForm

        return AnnulLineForm(line, today, self.approvals.annul, self.editing)

    def close(self, procedure_id: str) -> None:
        ask = self.questions.drafts.close
        self.editing.saver.save(lambda: ask(procedure_id))

    def attach(self, page: ListTab) -> None:
        """Enter or a double click on a hole writes what is missing; elsewhere it leads on."""
        page.pane.table.row_followed.connect(lambda row: self._follow(page, row))
        shortcut = QShortcut(QKeySequence("Ctrl+E"), page)
        shortcut.activated.connect(lambda: self._edit(page))
        show_tip(page.pane.table, _("Ctrl+E: write the procedure of this line"))
        self.trials.attach(page)

    def _follow(self, page: ListTab, row: ProcedureRow) -> None:
        if row.state is ProcedureState.MISSING:
            self._open(page, row)

    def _edit(self, page: ListTab) -> None:
        row = page.chosen_row()
        if row is not None:
            self._open(page, row)

    def _open(self, page: ListTab, row: ProcedureRow) -> None:
        self.write(page.department_id or "", row.function_id, row.software_id)
