"""The revisions of a procedure, two of them side by side in one text."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from referent_desk.domain.procedures import Revision
from referent_desk.gui.icons import IconButton
from referent_desk.gui.jobs import Jobs, LatestAnswer
from referent_desk.gui.labels import FieldLabel, PlainLabel
from referent_desk.gui.notices import NoticeBar, sentence_of
from referent_desk.gui.procedures.comparisons import ComparisonView
from referent_desk.gui.procedures.papers import TextPapers
from referent_desk.gui.procedures.words import revision_words
from referent_desk.gui.shapes import Shape
from referent_desk.gui.themes import Tone
from referent_desk.gui.work_pages import WorkPage
from referent_desk.language import _


class RevisionsPage(WorkPage):
    topic = "editor"

    def __init__(
        self,
        ask: Callable[[str], tuple[Revision, ...]],
        jobs: Jobs,
        procedure_id: str,
        title: str,
        papers: TextPapers | None = None,
    ) -> None:
        """Without `papers` nothing is printed."""
        super().__init__(_("Revisions of “{title}”").format(title=title))
        self._ask = ask
        self._answer = LatestAnswer(jobs)
        self._procedure_id = procedure_id
        self._known: tuple[Revision, ...] = ()
        self.before = QComboBox()
        self.after = QComboBox()
        self.view = ComparisonView()
        self.only = PlainLabel(_("There is only one revision: nothing to compare it with yet."))
        self.only.hide()
        self.paper = IconButton(_("As a &PDF…"), "printer")
        self.paper.clicked.connect(lambda _on: self._print())
        self.paper.setVisible(False)
        self._papers = papers
        self.head.addWidget(self.paper)
        self._choices = QWidget()
        line = QHBoxLayout(self._choices)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        for text, name, choice in (
            (_("&From revision"), _("From revision"), self.before),
            (_("&To revision"), _("To revision"), self.after),
        ):
            choice.setAccessibleName(name)
            choice.currentIndexChanged.connect(lambda _place: self._show())
            line.addWidget(FieldLabel(text, choice))
            line.addWidget(choice, 1)
        self.body.addWidget(self._choices)
        self.body.addWidget(self.only)
        self.body.addWidget(self.view, 1)
        self.body.addStretch()

    def begin(self) -> None:
        procedure_id = self._procedure_id
        self._answer.ask(lambda: self._ask(procedure_id), self._take, self._refuse)

    def _take(self, revisions: tuple[Revision, ...]) -> None:
        """The newest against the one before it."""
        self._known = revisions
        for choice, chosen in ((self.before, min(1, len(revisions) - 1)), (self.after, 0)):
            choice.blockSignals(True)
            for revision in revisions:
                choice.addItem(revision_words(revision, self._procedure_id))
            choice.setCurrentIndex(chosen)
            choice.blockSignals(False)
        several = len(revisions) > 1
        self.only.setVisible(not several)
        self.paper.setVisible(several and self._papers is not None)
        for part in (self._choices, self.view):
            part.setVisible(several)  # a text is never shown against itself
        if not several:
            self.leave.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._show()
        self.before.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self) -> None:
        before, after = self.before.currentIndex(), self.after.currentIndex()
        if before >= 0 and after >= 0:
            self.view.show_texts(self._known[before].text, self._known[after].text)

    def _print(self) -> None:
        before, after = self.before.currentIndex(), self.after.currentIndex()
        if self._papers is not None and before >= 0 and after >= 0:
            self._papers.write_differences(self, self._known[before].id, self._known[after].id)

    def _refuse(self, error: Exception) -> None:
        self.body.insertWidget(0, NoticeBar(sentence_of(error), Tone.BAD, Shape.SQUARE))
