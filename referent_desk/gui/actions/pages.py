"""The actions of a department: what is open first, then what was done."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from referent_desk.domain.actions import DepartmentActions
from referent_desk.domain.deeds import Saved
from referent_desk.gui.action_lines import action_form, action_subject, done_subject
from referent_desk.gui.detail_panes import DetailPane
from referent_desk.gui.editing import Editing
from referent_desk.gui.jobs import LatestAnswer
from referent_desk.gui.notices import NoticeBar, sentence_of
from referent_desk.gui.open_records import OpenRecord
from referent_desk.gui.questions_verifications import VerificationQuestions
from referent_desk.gui.record_forms import PaneForm
from referent_desk.gui.record_lines import RecordLines
from referent_desk.gui.shapes import Shape
from referent_desk.gui.themes import Tone
from referent_desk.gui.work_pages import WorkPage
from referent_desk.language import _, ngettext

_DONE_SHOWN = 50


class ActionsPage(WorkPage):
    topic = "verification"

    def __init__(
        self,
        questions: VerificationQuestions,
        department: tuple[str, str],
        editing: Editing,
        wanted: str = "",
    ) -> None:
        """`wanted`: the action whose line opens, once it is there."""
        super().__init__(_("Actions of {department}").format(department=department[1]))
        self._questions = questions
        self._editing = editing
        self._department_id, self._department = department
        self._wanted = wanted
        self._came_for: list[OpenRecord] = []
        self._answer = LatestAnswer(editing.jobs)
        self.form: PaneForm | None = None
        self.shown: DepartmentActions | None = None
        self.trouble = NoticeBar("", Tone.BAD, Shape.SQUARE)
        self.trouble.hide()
        self.pane = DetailPane()
        self.pane.form_asked.connect(self.open_form)
        self.body.addWidget(self.trouble)
        self.body.addWidget(self.pane, 1)
        editing.saver.saved.connect(self._note_saved)

    def begin(self) -> None:
        self.leave.setFocus(Qt.FocusReason.OtherFocusReason)
        self._ask()

    def settle(self) -> None:
        self.pane.settle()

    def end(self) -> None:
        self._editing.saver.saved.disconnect(self._note_saved)
        self._answer.forget()
        super().end()

    def escape(self) -> None:
        """Out of a form, out of an open line, out of the page; of the line that opened by itself
        straight out of the page."""
        focused = self.focusWidget()
        opened = [box for box in self.pane.findChildren(OpenRecord) if box.isVisible()]
        if self.form is not None:
            self.form.leave()
        elif (
            focused is not None
            and (box := _around(focused, opened)) is not None
            and box not in self._came_for
        ):
            box.left.emit()
        else:
            self.go_away()

    def _note_saved(self, _saved: Saved) -> None:
        if self.form is None:
            self._ask()

    def _ask(self) -> None:
        department_id, ask = self._department_id, self._questions.list_actions
        self._answer.ask(lambda: ask(department_id), self._show, self._refuse)

    def _refuse(self, error: Exception) -> None:
        self.trouble.say(sentence_of(error))

    def _show(self, actions: DepartmentActions) -> None:
        self.shown = actions
        self.trouble.say("")
        pane = self.pane
        pane.begin(actions.department_id)
        self._show_open(pane, actions)
        if actions.done:
            pane.heading(_("Done"))
            lines = pane.keep("done", lambda: RecordLines(done_subject(), self._editing))
            lines.show_rows(actions.done[:_DONE_SHOWN])
        pane.end()
        wanted, self._wanted = self._wanted, ""
        opened = pane.kept("open")
        if wanted and isinstance(opened, RecordLines):
            opened.open(wanted)
            self._came_for = opened.findChildren(OpenRecord)

    def _show_open(self, pane: DetailPane, actions: DepartmentActions) -> None:
        pane.heading(_("Still to be done"))
        if actions.overdue:
            text = ngettext("{count} action is late.", "{count} actions are late.", actions.overdue)
            pane.notice(text.format(count=actions.overdue))
        if not actions.open:
            pane.text(
                _(
                    "Nothing. A verification that does not go well opens an action, a finding of "
                    "an exercise too; others are added by hand."
                )
            )
        pane.keep("open", self._make_open).show_rows(actions.open)
        if self._editing.is_possible:
            pane.button(_("&Add an action…"), self.add, "plus", "add_action")
        else:
            pane.muted(_("This home is only read here: nothing can be changed."))

    def _make_open(self) -> RecordLines:
        assert self.shown is not None
        finish, editing = self._questions.finish, self._editing
        subject = action_subject(self.shown.today, finish, editing, self.open_form)
        return RecordLines(subject, editing)

    def add(self) -> None:
        self.open_form(action_form(self._department_id, self._department, self._editing))

    def open_form(self, form: PaneForm) -> None:
        """Over what is shown, until it is created or given up."""
        self._answer.forget()
        self.form = form
        self.pane.begin()
        self.pane.keep("form", lambda: form)
        self.pane.lay_foot(form.foot)
        self.pane.end()
        form.created.connect(lambda _saved: self._close_form())
        form.left.connect(self._close_form)
        form.focus_first()

    def _close_form(self) -> None:
        self.form = None
        self.leave.setFocus(Qt.FocusReason.OtherFocusReason)
        self._ask()


def _around(widget: QWidget, boxes: list[OpenRecord]) -> OpenRecord | None:
    """The open line in which the keyboard is."""
    return next((box for box in boxes if box.isAncestorOf(widget)), None)
