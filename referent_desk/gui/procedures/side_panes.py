"""Beside the form: the sheet as it prints, what differs from another revision, or the approval."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from referent_desk.domain.procedures import ProcedureText, Revision
from referent_desk.gui.icons import IconButton
from referent_desk.gui.labels import FieldLabel
from referent_desk.gui.notices import NoticeBar
from referent_desk.gui.procedures.approval_forms import ApprovalForm
from referent_desk.gui.procedures.comparisons import ComparisonView
from referent_desk.gui.procedures.previews import SheetPreview
from referent_desk.gui.procedures.words import revision_words
from referent_desk.gui.shapes import Shape
from referent_desk.gui.themes import Tone
from referent_desk.language import _


class RevisionComparison(QWidget):
    """The text that is being written against a revision, or against that of somebody else.

    `kept` tells which of the two texts stays: the one that is typed, or the other.
    """

    kept = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.revisions = QComboBox()
        self.revisions.setAccessibleName(_("Compare with"))
        self.revisions.currentIndexChanged.connect(lambda _place: self._show())
        self._label = FieldLabel(_("Compare &with"), self.revisions)
        self.view = ComparisonView()
        self.conflict = NoticeBar("", Tone.BAD, Shape.SQUARE)
        self.mine = IconButton(_("&Keep my text"), main=True)
        self.theirs = IconButton(_("Take the &other text"))
        self.mine.clicked.connect(lambda _on: self._choose(mine=True))
        self.theirs.clicked.connect(lambda _on: self._choose(mine=False))
        self._known: tuple[Revision, ...] = ()
        self._text = ProcedureText("")
        self._other: ProcedureText | None = None
        line = QHBoxLayout()
        line.addWidget(self._label)
        line.addWidget(self.revisions, 1)
        choices = QHBoxLayout()
        choices.addWidget(self.mine)
        choices.addWidget(self.theirs)
        choices.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(line)
        layout.addWidget(self.conflict)
        layout.addLayout(choices)
        layout.addWidget(self.view, 1)
        self._show_choices()

    def show_revisions(
        self,
        revisions: Sequence[Revision],
        text: ProcedureText,
        procedure_id: str = "",
        above: str = "",
    ) -> None:
        """`above` owns those that are not of the procedure."""
        self._known, self._text, self._other = tuple(revisions), text, None
        self.revisions.blockSignals(True)
        self.revisions.clear()
        for revision in self._known:
            self.revisions.addItem(revision_words(revision, procedure_id, above))
        self.revisions.blockSignals(False)
        self._show_choices()
        self._show()

    def show_other(self, sentence: str, other: ProcedureText, text: ProcedureText) -> None:
        """Two people wrote at once: both texts, and which one stays."""
        self._other, self._text = other, text
        self.conflict.say(sentence)
        self._show_choices()
        self._show()
        self.mine.setFocus(Qt.FocusReason.OtherFocusReason)

    def note(self, text: ProcedureText) -> None:
        self._text = text
        if self.isVisible():
            self._show()

    def _show_choices(self) -> None:
        both = self._other is not None
        for shown in (self.conflict, self.mine, self.theirs):
            shown.setVisible(both)
        self._label.setVisible(not both)
        self.revisions.setVisible(not both)

    def _show(self) -> None:
        place = self.revisions.currentIndex()
        if self._other is not None:
            self.view.show_texts(self._other, self._text)
        elif 0 <= place < len(self._known):
            self.view.show_texts(self._known[place].text, self._text)

    def _choose(self, *, mine: bool) -> None:
        self._other = None
        self._show_choices()
        self.kept.emit(mine)


class SidePane(QStackedWidget):
    def __init__(self, preview: SheetPreview, today: date) -> None:
        super().__init__()
        self.preview = preview
        self.comparison = RevisionComparison()
        self.approval = ApprovalForm(today)
        for pane in (self.preview, self.comparison, self.approval):
            self.addWidget(pane)

    def show_form(self, form: QWidget) -> None:
        """Whatever else is asked about the draft."""
        if self.indexOf(form) < 0:
            self.addWidget(form)
        self.show()
        self.setCurrentWidget(form)
