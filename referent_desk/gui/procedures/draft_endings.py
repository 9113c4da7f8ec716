"""How the writing of a draft ends: it is approved for good, or given up."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from referent_desk.domain.deeds import Saved
from referent_desk.domain.drafts import Approval, Draft, text_mark, tidied
from referent_desk.domain.procedures import ProcedureText
from referent_desk.errors import RefusedField
from referent_desk.gui.editing import Editing
from referent_desk.gui.jobs import LatestAnswer
from referent_desk.gui.notices import NoticeBar, sentence_of
from referent_desk.gui.procedures.approval_forms import ApprovalForm
from referent_desk.gui.procedures.draft_savers import DraftSaver
from referent_desk.gui.questions_drafts import DraftQuestions
from referent_desk.language import _


class DraftEnding(QObject):
    """`approving`: the form of the approval is wanted; `ended`: there is no draft any more."""

    approving = Signal()
    ended = Signal()

    def __init__(
        self,
        draft: Draft,
        ask: DraftQuestions,
        editing: Editing,
        keeper: DraftSaver,
        form: ApprovalForm,
        settle: Callable[[], None],
        text: Callable[[], ProcedureText],
        trouble: NoticeBar,
    ) -> None:
        super().__init__(form)
        self._draft = draft
        self._ask = ask
        self._saver = editing.saver
        self._checking = LatestAnswer(editing.jobs)
        self._keeper = keeper
        self._form = form
        self._settle = settle
        self._text = text
        self._trouble = trouble
        form.given.connect(self._check)
        form.approved.connect(self._approve)

    def note_submission(self, who: str) -> None:
        """Whoever submitted the text is proposed as its author."""
        self._draft = replace(self._draft, submitted_by=who)

    def begin_approval(self) -> None:
        self._settle()
        self.approving.emit()
        self._form.begin(self._draft, self._text().title)

    def _check(self, approval: Approval) -> None:
        """What cannot be, or is to be asked about, is said before it is asked for good."""
        if not self._is_saved():
            return
        revision_id, said = self._draft.revision_id, self._as_seen(approval)
        self._checking.ask(
            lambda: self._ask.check_approval(revision_id, said),
            lambda _none: self._form.confirm(approval),
            self._not_approved,
        )

    def _is_saved(self) -> bool:
        """Or will be before anything else is asked: the worker does one after the other."""
        self._settle()
        trouble = self._trouble.label.said()
        if self._keeper.is_stopped or trouble:
            self._form.say_trouble(trouble or _("The text is not saved yet."))
            return False
        return True

    def _as_seen(self, approval: Approval) -> Approval:
        return replace(approval, seen=text_mark(tidied(self._text())))

    def _approve(self, approval: Approval) -> None:
        if not self._is_saved():
            return
        revision_id, approval = self._draft.revision_id, self._as_seen(approval)
        self._form.wait(True)
        self._saver.save(
            lambda: self._ask.approve(revision_id, approval), self._leave, self._not_approved
        )

    def _not_approved(self, error: Exception) -> None:
        self._form.wait(False)
        field = error.field if isinstance(error, RefusedField) else ""
        if isinstance(error, RefusedField) and error.code == "unknown_name":
            self._form.facts.be_sure_of_name()
        self._form.say_trouble(sentence_of(error), field)

    def discard(self) -> None:
        revision_id = self._draft.revision_id
        self._keeper.is_stopped = True

        def failed(error: Exception) -> None:
            self._keeper.is_stopped = False
            self._trouble.say(sentence_of(error))

        self._saver.save(lambda: self._ask.discard(revision_id), self._leave, failed)

    def _leave(self, _saved: Saved) -> None:
        self._keeper.leave()
        self.ended.emit()
