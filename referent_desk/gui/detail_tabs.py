"""What every tab with a detail has: its subject, what it shows, a form that lies over it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from referent_desk.domain.deeds import Saved
from referent_desk.gui.detail_panes import DetailPane
from referent_desk.gui.jobs import Jobs
from referent_desk.gui.notices import sentence_of
from referent_desk.gui.parts import WantedPart
from referent_desk.gui.places import Key, TabName
from referent_desk.gui.record_forms import PaneForm
from referent_desk.gui.shapes import Shape
from referent_desk.gui.subjects import Subject
from referent_desk.gui.themes import Tone
from referent_desk.gui.typing_pauses import PatientAnswer
from referent_desk.language import _


class DetailTab(QWidget):
    """`key` names what is shown; `form` is what lies over it for a while.

    `department_changed` carries the id of the one that is chosen, or None.
    """

    place_followed = Signal(object)
    department_changed = Signal(object)

    def __init__(self, subject: Subject, jobs: Jobs) -> None:
        super().__init__()
        self.subject = subject
        self.part = WantedPart(self)
        self.detail = DetailPane()
        self.form: PaneForm | None = None
        self.key: Key = ()
        self._is_led = False  # the key was named by a place, not by a row of the list
        self._left_at: int | None = None  # how far the detail was scrolled before a form lay there
        self._department_id: str | None = None
        self._detail_answer = PatientAnswer(jobs, self)
        self.detail.followed.connect(self.place_followed)
        self.detail.form_asked.connect(self.open_form)

    def lay_beside(self, left: QWidget) -> None:
        """The list left, the detail right."""
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(16)
        self.splitter.addWidget(left)
        self.splitter.addWidget(self.detail)
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setSizes([640, 680])
        left.setMinimumWidth(320)
        self.detail.setMinimumWidth(320)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(16, 12, 16, 12)
        self._column.setSpacing(0)
        self._column.addWidget(self.splitter, 1)

    @property
    def name(self) -> TabName:
        return self.subject.name

    @property
    def title(self) -> str:
        return self.subject.title

    @property
    def widget(self) -> QWidget:
        return self

    @property
    def department_id(self) -> str | None:
        return self._department_id

    def announce(self, notice: QWidget) -> None:
        """Something that concerns the whole tab, above its list."""
        self._column.insertWidget(0, notice)

    def take_focus(self) -> None:
        """Give the keyboard to what is worked with first."""

    def show_key(self, key: Key) -> None:
        """Show what a place names."""
        self.key = key

    def open_form(self, form: PaneForm, key_of: Callable[[Saved], Key] | None = None) -> None:
        """Lay a form where the detail was; without `key_of` the same detail comes back after,
        scrolled as it was, at the line of what was created."""
        self._detail_answer.forget()
        left_at = self.detail.verticalScrollBar().value()
        self.detail.begin()
        self.detail.keep("form", lambda: form)
        self.detail.lay_foot(form.foot)
        self.detail.end()
        self.form = form

        def take(saved: Saved) -> None:
            if key_of is None:
                come_back(saved.id)
            else:
                self._close_form(key_of(saved))

        def come_back(created: str = "") -> None:
            self._left_at = left_at
            self.part.want(created or next(reversed(form.added), ""))
            self._close_form(self.key)

        form.created.connect(take)
        form.left.connect(come_back)
        form.focus_first()

    def _close_form(self, key: Key) -> None:
        self.take_focus()
        self.show_key(key)

    def settle(self) -> None:
        """The window is closed: keep what is typed and not saved."""
        self.detail.settle()

    def _clear(self) -> None:
        self.form = None
        self._detail_answer.forget()
        self.detail.clear()

    def _forget_key(self) -> None:
        self.key = ()
        self._is_led = False

    def _show_detail(self, key: Key) -> None:
        department_id = self._department_id
        page = (key, department_id)
        self._detail_answer.ask(
            lambda: self.subject.read(key, department_id),
            lambda detail: self._fill(page, detail),
            self._refuse,
        )

    def _fill(self, page: object, detail: Any) -> None:
        self.detail.begin(page)
        self.subject.show(self.detail, detail)
        self.detail.end()
        self._scroll_back()
        self.part.seek()

    def _scroll_back(self) -> None:
        """Once what is shown has its height; before the part that is sought is brought there."""
        place, self._left_at = self._left_at, None
        if place is not None:
            bar = self.detail.verticalScrollBar()
            QTimer.singleShot(0, self.detail, lambda: bar.setValue(place))

    def _refuse(self, error: Exception) -> None:
        self.detail.begin()
        self.detail.title(_("This cannot be shown."))
        self.detail.notice(sentence_of(error), Tone.BAD, Shape.SQUARE)
        self.detail.end()
        self._forget_key()
