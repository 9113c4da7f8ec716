"""A piece of work on what a pane shows, with now and then a form laid over it."""

from __future__ import annotations

from PySide6.QtCore import Qt

from referent_desk.domain.deeds import Saved
from referent_desk.gui.detail_panes import DetailPane
from referent_desk.gui.editing import Editing
from referent_desk.gui.jobs import LatestAnswer
from referent_desk.gui.notices import NoticeBar, sentence_of
from referent_desk.gui.record_forms import PaneForm
from referent_desk.gui.shapes import Shape
from referent_desk.gui.themes import Tone
from referent_desk.gui.work_pages import WorkPage


class FormPage(WorkPage):
    """What is shown is asked again after each change, but never under an open form."""

    def __init__(self, title: str, editing: Editing, *, closable: bool = False) -> None:
        """`closable`: the sentence about what went wrong can be put away."""
        super().__init__(title)
        self._editing = editing
        self._answer = LatestAnswer(editing.jobs)
        self.form: PaneForm | None = None
        self.pane = DetailPane()
        self.trouble = NoticeBar("", Tone.BAD, Shape.SQUARE, closable=closable)
        self.trouble.hide()
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
        """Out of a form first."""
        if self.form is not None:
            self.form.leave()
        else:
            self.go_away()

    def _ask(self) -> None:
        """Read what is shown, by `_answer`."""

    def _note_saved(self, _saved: Saved) -> None:
        if self.form is None:
            self._ask()

    def _refuse(self, error: Exception) -> None:
        self.trouble.say(sentence_of(error))

    def open_form(self, form: PaneForm) -> None:
        """Over what is shown, until it is sent or given up."""
        self._answer.forget()
        self._lay(form, self.pane)

    def _lay(self, form: PaneForm, pane: DetailPane) -> None:
        self.form = form
        pane.begin()
        pane.keep("form", lambda: form)
        pane.lay_foot(form.foot)
        pane.end()
        form.created.connect(self._close_form)
        form.left.connect(self._close_form)
        form.focus_first()

    def _close_form(self, _saved: object = None) -> None:
        self.form = None
        self._come_back()
        self._ask()

    def _come_back(self) -> None:
        """The form is gone: the keyboard goes where the work goes on."""
        self.leave.setFocus(Qt.FocusReason.OtherFocusReason)
