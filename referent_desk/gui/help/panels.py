"""Help beside one's work: what the screen is for, the other topics, a search, the manual."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from referent_desk.domain.manuals import Manual
from referent_desk.gui.filter_fields import FilterField
from referent_desk.gui.help.topic_lists import TopicList
from referent_desk.gui.help.topic_views import TopicView
from referent_desk.gui.icons import IconButton, IconToolButton
from referent_desk.gui.jobs import Jobs
from referent_desk.gui.labels import Look, PlainLabel
from referent_desk.gui.notices import NoticeBar, sentence_of
from referent_desk.gui.questions import FileQuestions
from referent_desk.gui.questions_help import HelpQuestions, PrintedManualFile
from referent_desk.gui.shapes import Shape
from referent_desk.gui.themes import Tone
from referent_desk.language import _, ngettext


class HelpPanel(QFrame):
    closed = Signal()

    def __init__(
        self, questions: HelpQuestions, files: FileQuestions, jobs: Jobs, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setProperty("look", "popup")
        self.setAutoFillBackground(True)
        self.setAccessibleName(_("Help"))
        self._questions = questions
        self._files = files
        self._jobs = jobs
        self._manual: Manual | None = None
        self._written: Path | None = None
        self._make_controls()
        self._lay_out()
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self._escape)

    def _make_controls(self) -> None:
        self.contents = IconButton(_("All topics"), "menu")
        self.contents.clicked.connect(lambda _checked: self.show_contents())
        self.close_button = IconToolButton(_("Close the help (Escape)"), "x")
        self.close_button.clicked.connect(lambda _checked: self.closed.emit())
        self.search = FilterField(_("Search the help…"), _("Search the help"))
        self.search.installEventFilter(self)
        self.search.textChanged.connect(self._find)
        self.topics = TopicList()
        self.search.returnPressed.connect(self.topics.open_chosen)
        self.topics.topic_opened.connect(self.open_topic)
        self.nothing = PlainLabel("", Look.MUTED)
        self.view = TopicView()
        self.print = IconButton(_("Print the manual…"), "printer")
        self.print.clicked.connect(lambda _checked: self.write())
        self.open_button = IconButton(_("Open the PDF"), "external-link")
        self.open_button.clicked.connect(lambda _checked: self._open())
        self.saved = NoticeBar("", Tone.GOOD, Shape.TICK)
        self.trouble = NoticeBar("", Tone.BAD, Shape.SQUARE)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(PlainLabel(_("Help"), Look.TITLE), 1)
        head.addWidget(self.contents)
        head.addWidget(self.close_button)
        listed = QWidget()
        column = QVBoxLayout(listed)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.nothing, 0, Qt.AlignmentFlag.AlignTop)
        column.addWidget(self.topics, 1)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.view)
        self.stack.addWidget(listed)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.print)
        foot.addWidget(self.open_button)
        foot.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 12)
        layout.setSpacing(8)
        layout.addLayout(head)
        layout.addWidget(self.search)
        layout.addWidget(self.stack, 1)
        for part in (self.trouble, self.saved, self.open_button):
            part.hide()
        layout.addWidget(self.trouble)
        layout.addWidget(self.saved)
        layout.addLayout(foot)

    @property
    def topic_name(self) -> str:
        return self.view.topic.name if self.view.topic is not None else ""

    def show_topic(self, name: str) -> None:
        """Read at the first time; a manual that cannot be read says so in its place."""
        try:
            self._manual = self._manual or self._questions.read()
        except Exception as error:
            self.trouble.say(sentence_of(error))
            return
        self.search.blockSignals(True)
        self.search.clear()
        self.search.blockSignals(False)
        self.view.show_topic(self._manual.topic(name))
        self.stack.setCurrentIndex(0)

    def open_topic(self, name: str) -> None:
        self.show_topic(name)
        self.take_focus()

    def show_contents(self) -> None:
        self.search.clear()
        self._find("")
        self.topics.setFocus(Qt.FocusReason.OtherFocusReason)

    def take_focus(self) -> None:
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def write(self) -> None:
        """Ask for the file, then write the manual into it."""
        path = self._files.ask_path(self, self._questions.suggested)
        if path is None:
            return
        for part in (self.trouble, self.saved, self.open_button):
            part.hide()
        self.print.setEnabled(False)
        self._jobs.run(lambda: self._questions.write(path), self._take_written, self._refuse)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Down goes from the search into what it found."""
        if isinstance(event, QKeyEvent) and self.stack.currentIndex() == 1:
            down = event.key() == Qt.Key.Key_Down and event.type() == QEvent.Type.KeyPress
            if down:
                self.topics.setFocus(Qt.FocusReason.TabFocusReason)
                return True
        return super().eventFilter(watched, event)

    def _find(self, typed: str) -> None:
        if self._manual is None:
            return
        found = self._manual.find(typed)
        self.topics.show_matches(found, self.topic_name if not typed.strip() else "")
        self.topics.setVisible(bool(found))
        self.nothing.setVisible(not found)
        self.nothing.say(_("No topic holds these words. Try one word only, or its beginning."))
        self.stack.setCurrentIndex(1)

    def _escape(self) -> None:
        """First what was typed is let go, then the panel."""
        if self.search.text():
            self.show_topic(self.topic_name)
            self.take_focus()
        else:
            self.closed.emit()

    def _take_written(self, written: PrintedManualFile) -> None:
        self.print.setEnabled(True)
        self._written = written.path
        pages = ngettext("{count} page", "{count} pages", written.pages)
        self.saved.say(
            _("Saved as {path}: {pages}.").format(
                path=written.path, pages=pages.format(count=written.pages)
            )
        )
        self.open_button.show()
        self.open_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _refuse(self, error: Exception) -> None:
        self.print.setEnabled(True)
        self.trouble.say(sentence_of(error))

    def _open(self) -> None:
        if self._written is not None and not self._files.open_file(self._written):
            self.trouble.say(
                _("No program of this PC opens PDF files. The file is saved as {path}.").format(
                    path=self._written
                )
            )
