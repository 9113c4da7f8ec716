"""The actions of a department: what is open first, then what was done."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from referent_desk.domain.actions import DepartmentActions
from referent_desk.gui.action_lines import action_form, action_subject, done_subject
from referent_desk.gui.detail_panes import DetailPane
from referent_desk.gui.editing import Editing
from referent_desk.gui.form_pages import FormPage
from referent_desk.gui.open_records import OpenRecord
from referent_desk.gui.questions_verifications import VerificationQuestions
from referent_desk.gui.record_lines import RecordLines
from referent_desk.language import _, ngettext

_DONE_SHOWN = 50


class ActionsPage(FormPage):
    topic = "verification"

    def __init__(
        self,
        questions: VerificationQuestions,
        department: tuple[str, str],
        editing: Editing,
        wanted: str = "",
    ) -> None:
        """`wanted`: the action whose line opens, once it is there."""
        super().__init__(_("Actions of {department}").format(department=department[1]), editing)
        self._questions = questions
        self._department_id, self._department = department
        self._wanted = wanted
        self._came_for: list[OpenRecord] = []
        self.shown: DepartmentActions | None = None
        self.pane.form_asked.connect(self.open_form)
        self.body.addWidget(self.trouble)
        self.body.addWidget(self.pane, 1)

    def escape(self) -> None:
        """Out of a form, out of an open line, out of the page; of the line that opened by itself
        straight out of the page."""
        focused = self.focusWidget()
        opened = [box for box in self.pane.findChildren(OpenRecord) if box.isVisible()]
        if (
            self.form is None
            and focused is not None
            and (box := _around(focused, opened)) is not None
            and box not in self._came_for
        ):
            box.left.emit()
        else:
            super().escape()

    def _ask(self) -> None:
        department_id, ask = self._department_id, self._questions.list_actions
        self._answer.ask(lambda: ask(department_id), self._show, self._refuse)

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


def _around(widget: QWidget, boxes: list[OpenRecord]) -> OpenRecord | None:
    """The open line in which the keyboard is."""
    return next((box for box in boxes if box.isAncestorOf(widget)), None)
