"""Writing a procedure: the page that lies over the tabs from the first choice to the approval."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from referent_desk.domain.drafts import Beginning, Draft, Source, WantedDraft
from referent_desk.gui.editing import Editing
from referent_desk.gui.icons import IconButton
from referent_desk.gui.jobs import LatestAnswer
from referent_desk.gui.labels import PlainLabel, shortened, show_tip
from referent_desk.gui.notices import NoticeBar, sentence_of
from referent_desk.gui.procedures.editors import DraftEditor
from referent_desk.gui.procedures.papers import TextPapers
from referent_desk.gui.procedures.previews import DrawPage
from referent_desk.gui.procedures.sources import SourcePage
from referent_desk.gui.procedures.text_fields import is_redo, is_undo
from referent_desk.gui.questions_approvals import ApprovalQuestions
from referent_desk.gui.questions_drafts import DraftQuestions
from referent_desk.gui.shapes import Shape
from referent_desk.gui.themes import Tone
from referent_desk.gui.work_pages import WorkPage
from referent_desk.language import _


@dataclass(frozen=True, slots=True)
class Writing:
    """What the editor is given; `draw_page` draws a page of a PDF."""

    ask: DraftQuestions
    editing: Editing
    draw_page: DrawPage
    approvals: ApprovalQuestions
    papers: TextPapers


class EditorPage(WorkPage):
    topic = "editor"

    def __init__(
        self, writing: Writing, department_id: str, function_id: str, software_id: str | None
    ) -> None:
        super().__init__(_("Writing a procedure"))
        self._writing = writing
        self._wanted = WantedDraft(department_id, function_id, software_id, department_id)
        self._answer = LatestAnswer(writing.editing.jobs)
        self.is_approving = False
        self.sources: SourcePage | None = None
        self.editor: DraftEditor | None = None
        self.waiting = PlainLabel(_("Reading…"))
        self.waiting.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.body.addWidget(self.waiting, 1)
        self._key("F6", lambda: self._part(1))
        self._key("Shift+F6", lambda: self._part(-1))
        self._key("Ctrl+Tab", lambda: self.focusNextPrevChild(True))
        self._key("Ctrl+Shift+Tab", lambda: self.focusNextPrevChild(False))
        self._key("F8", self._turn_side)

    def _key(self, keys: str, then: Callable[[], object]) -> None:
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(then)

    def begin(self) -> None:
        wanted, ask = self._wanted, self._writing.ask
        self._answer.ask(
            lambda: ask.begin(wanted.department_id, wanted.function_id, wanted.software_id),
            self._show_beginning,
            self._refuse,
        )

    def _show_beginning(self, beginning: Beginning) -> None:
        parts = (beginning.function, beginning.software, beginning.department)
        self.heading.say(" – ".join(shortened(part, 60) for part in parts if part))
        here = self._wanted.department_id
        owner_id = beginning.draft_owner_id or beginning.present_owner_id
        if beginning.present is not None and owner_id and (owner_id == here or self.is_approving):
            self.open(owner_id, beginning.present)  # what is approved is the draft that is open
            return
        self.sources = SourcePage(
            beginning, self._wanted.function_id, here, self._writing.ask.sources,
            self._writing.editing.jobs,
        )  # fmt: skip
        self.sources.chosen.connect(self.open)
        self._show(self.sources)
        self.sources.begin()

    def open(self, owner_id: str, source: Source) -> None:
        before = self._wanted
        wanted = WantedDraft(
            before.department_id, before.function_id, before.software_id, owner_id, source
        )
        ask = self._writing.ask
        self._answer.ask(lambda: ask.open(wanted), self._show_draft, self._refuse)

    def _show_draft(self, draft: Draft) -> None:
        writing = self._writing
        if draft.saved is not None:
            writing.editing.saver.note(draft.saved)
        self.editor = DraftEditor(
            draft, writing.ask, writing.approvals, writing.editing, writing.draw_page
        )
        revision_id, papers = draft.revision_id, writing.papers
        self.editor.submitting.sheet_asked.connect(lambda: papers.write_sheet(self, revision_id))
        self.editor.ending.ended.connect(self.finished)
        parts = (draft.function, draft.software)
        self.heading.say(" – ".join(shortened(part, 60) for part in parts if part))
        self._show(self.editor)
        self._offer()
        self.editor.begin()
        if self.is_approving:
            self.editor.ending.begin_approval()

    def _offer(self) -> None:
        """What can be done with the whole draft, at the right of its heading."""
        editor = self.editor
        assert editor is not None
        self.side = IconButton(_("Pre&view (F8)"))
        self.side.setCheckable(True)
        self.side.setChecked(True)
        self.side.clicked.connect(editor.show_side)
        self.compare = IconButton(_("Co&mpare"), "copy")
        self.compare.clicked.connect(lambda _on: editor.compare())
        if not editor.draft.has_earlier:
            self.compare.setEnabled(False)
            show_tip(self.compare, _("This is the first revision: nothing to compare it with yet."))
        discard = IconButton(_("Give the draft &up"), "x")
        discard.clicked.connect(lambda _on: editor.ending.discard())
        self.approve = IconButton(_("Approve…"), "check", main=True)  # no key: it is for good
        self.approve.clicked.connect(lambda _on: editor.ending.begin_approval())
        before: QWidget = self.leave
        for button in (self.side, self.compare, discard, editor.submit, self.approve):
            if button is not editor.submit:
                self.head.addWidget(button)
            QWidget.setTabOrder(before, button)  # read before the form, reached before it
            before = button

    def _show(self, widget: QWidget) -> None:
        while (item := self.body.takeAt(0)) is not None:
            if (before := item.widget()) is not None:
                before.hide()
                before.deleteLater()
        self.body.addWidget(widget, 1)
        widget.show()

    def _refuse(self, error: Exception) -> None:
        if self.sources is None:
            self._show(NoticeBar(sentence_of(error), Tone.BAD, Shape.SQUARE))
            self.leave.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.body.insertWidget(0, NoticeBar(sentence_of(error), Tone.BAD, Shape.SQUARE))

    def _part(self, by: int) -> None:
        if self.editor is not None:
            self.editor.form.go_to_part(by)

    def _turn_side(self) -> None:
        """The sheet comes and goes; from a comparison F8 leads back to it."""
        editor = self.editor
        if editor is None:
            return
        if editor.side.isVisible() and editor.side.currentWidget() is not editor.side.preview:
            editor.show_preview()
        else:
            self.side.click()

    def event(self, event: QEvent) -> bool:
        """Undo is the editor's own, whatever in it has the keyboard."""
        if isinstance(event, QKeyEvent) and self.editor is not None:
            if event.type() == QEvent.Type.ShortcutOverride and (is_undo(event) or is_redo(event)):
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress and (is_undo(event) or is_redo(event)):
                self.editor.undo(again=not is_undo(event))
                return True
        return super().event(event)

    def settle(self) -> None:
        if self.editor is not None:
            self.editor.settle()
            self.editor.let_go()
