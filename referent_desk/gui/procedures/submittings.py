"""Submitting a draft from the editor: the form beside the text, and the bar above it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from referent_desk.domain.deeds import Saved
from referent_desk.domain.drafts import Draft
from referent_desk.domain.procedures import ProcedureText
from referent_desk.gui.editing import Editing
from referent_desk.gui.notices import sentence_of
from referent_desk.gui.procedures.draft_savers import DraftSaver
from referent_desk.gui.procedures.side_panes import SidePane
from referent_desk.gui.procedures.submission_forms import SubmissionForm, SubmittedBar
from referent_desk.gui.questions_approvals import ApprovalQuestions
from referent_desk.language import _


class Submitting(QObject):
    """`left` leads back to the text; `troubled` says why nothing was submitted; `submitted` by whom
    it was, empty when it was taken back."""

    left = Signal()
    troubled = Signal(str)
    sheet_asked = Signal()
    submitted = Signal(str)

    def __init__(
        self,
        draft: Draft,
        ask: ApprovalQuestions,
        editing: Editing,
        keeper: DraftSaver,
        side: SidePane,
        settle: Callable[[], None],
        text: Callable[[], ProcedureText],
    ) -> None:
        super().__init__(side)
        self._draft = draft
        self._ask = ask
        self._editing = editing
        self._keeper = keeper
        self._side = side
        self._settle = settle
        self._text = text
        self.form = SubmissionForm(draft, ask.submit, editing)
        self.bar = SubmittedBar(draft)
        self.form.created.connect(self._take)
        self.form.left.connect(self.left)
        self.bar.sheet_asked.connect(self.sheet_asked)
        self.bar.back_asked.connect(self._take_back)

    def begin(self) -> None:
        """After what is typed was saved: the worker does one after the other."""
        self._settle()
        if self._keeper.is_stopped:
            self.troubled.emit(_("The text is not saved yet."))
            return
        self._side.show_form(self.form)
        self.form.begin(self._text())

    def _take(self, _saved: Saved) -> None:
        submission = self.form.submission
        self.bar.note(submission)
        self.submitted.emit(submission.who if submission else "")
        self.bar.show_text(self._text())
        self.left.emit()

    def _take_back(self) -> None:
        revision_id = self._draft.revision_id

        def done(_saved: Saved) -> None:
            self.bar.note(None)
            self.submitted.emit("")
            self.bar.show_text(self._text())
            self.left.emit()

        self._editing.saver.save(
            lambda: self._ask.take_back(revision_id),
            done,
            lambda error: self.troubled.emit(sentence_of(error)),
        )
