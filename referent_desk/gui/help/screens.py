"""F1: the help of the screen one is on, opened beside it and closed again by the same key."""

from __future__ import annotations

from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from referent_desk.gui.help.sides import HelpBeside, HelpSide
from referent_desk.gui.home_pages import HomePages
from referent_desk.gui.jobs import Jobs
from referent_desk.gui.questions import FileQuestions
from referent_desk.gui.questions_help import HelpQuestions

if TYPE_CHECKING:
    from referent_desk.gui.help.panels import HelpPanel


def topic_of(pages: HomePages) -> str:
    """The topic of what fills the window now; a tab's topic has its name."""
    if pages.work is not None:
        return pages.work.topic
    if pages.currentWidget() is pages.welcome:
        return "first-department"
    if pages.currentWidget() is pages.trouble:
        return "trouble"
    return pages.tabs.page.name.value


class ScreenHelp(QObject):
    """Follows the reader from screen to screen, until he opens another topic himself."""

    def __init__(
        self, pages: HomePages, questions: HelpQuestions, files: FileQuestions, jobs: Jobs
    ) -> None:
        super().__init__(pages)
        self._pages = pages
        self._made_of = (questions, files, jobs)
        self.side = HelpSide(pages)
        self.panel: HelpPanel | None = None
        self._screen = ""
        self._came_from: QWidget | None = None
        pages.currentChanged.connect(lambda _number: self.follow())
        pages.tabs.currentChanged.connect(lambda _number: self.follow())
        pages.work_changed.connect(lambda _begun: self.follow())

    @property
    def is_open(self) -> bool:
        return self.panel is not None and self.panel.isVisible()

    def toggle(self) -> None:
        """Opens on this screen's topic; closes where that is what stands there already."""
        topic = topic_of(self._pages)
        if self.panel is not None and self.is_open and self.panel.topic_name == topic:
            self.close()
        else:
            self.open(topic)

    def open(self, topic: str) -> None:
        focus = QApplication.focusWidget()
        if self.panel is None:
            from referent_desk.gui.help.panels import HelpPanel

            self.panel = HelpPanel(*self._made_of, self.side)
            self.panel.closed.connect(self.close)
        if focus is not None and not self.panel.isAncestorOf(focus):
            self._came_from = focus
        self._screen = topic
        self.side.show_panel(self.panel)
        self.panel.open_topic(topic)

    def close(self) -> None:
        """The keyboard goes back to where it was, unless it has gone elsewhere meanwhile."""
        if self.panel is None:
            return
        focus = QApplication.focusWidget()
        held = focus is not None and self.panel.isAncestorOf(focus)
        self.side.hide_panel()
        came_from, self._came_from = self._came_from, None
        if held and came_from is not None and shiboken6.isValid(came_from):
            came_from.setFocus()

    def follow(self) -> None:
        """Another screen is seen: its topic takes the place of the one before it."""
        if self.panel is None or not self.is_open:
            return
        shown, self._screen = self._screen, topic_of(self._pages)
        if self.panel.topic_name == shown and self._screen != shown:
            self.panel.show_topic(self._screen)

    def serve(self, dialog: QDialog, topic: str) -> DialogHelp:
        """F1 in a dialog explains the dialog, beside what it shows."""
        return DialogHelp(dialog, topic, *self._made_of)


class DialogHelp(QObject):
    def __init__(
        self,
        dialog: QDialog,
        topic: str,
        questions: HelpQuestions,
        files: FileQuestions,
        jobs: Jobs,
    ) -> None:
        super().__init__(dialog)
        self._dialog = dialog
        self._topic = topic
        self._made_of = (questions, files, jobs)
        self.panel: HelpPanel | None = None
        self._came_from: QWidget | None = None
        key = QShortcut(QKeySequence(Qt.Key.Key_F1), dialog)
        key.activated.connect(self.toggle)

    def toggle(self) -> None:
        if self.panel is None:
            from referent_desk.gui.help.panels import HelpPanel

            self.panel = HelpPanel(*self._made_of, self._dialog)
            self.panel.closed.connect(self.close)
            self.panel.hide()
            self.place = HelpBeside(self._dialog, self.panel)
        if self.panel.isVisible():
            self.close()
            return
        self._came_from = self._dialog.focusWidget()
        self.place.show()
        self.panel.open_topic(self._topic)

    def close(self) -> None:
        """The keyboard goes back to where it was."""
        self.place.hide()
        came_from, self._came_from = self._came_from, None
        if came_from is not None and shiboken6.isValid(came_from):
            came_from.setFocus()
