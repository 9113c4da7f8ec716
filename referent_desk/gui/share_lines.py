"""One calm line at the foot of every screen: what is the referent's, IT's, the vendor's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from referent_desk.domain.changes import Kind
from referent_desk.domain.shares import ShareNumbers, shares_of
from referent_desk.gui.jobs import Jobs, LatestAnswer
from referent_desk.gui.labels import ElidedLabel, show_tip
from referent_desk.gui.places import Place, TabName
from referent_desk.gui.questions_help_given import HelpGivenQuestions
from referent_desk.language import spoken

if TYPE_CHECKING:
    from collections.abc import Callable

    from referent_desk.domain.shares import Share

_KINDS = frozenset({Kind.APPOINTMENTS, Kind.PEOPLE, Kind.DIRECTORY, Kind.DEPARTMENTS})


class ShareLine(QWidget):
    """Where there is no room for who to call, it says whose is what; all of it in the tool tip."""

    def __init__(self, questions: HelpGivenQuestions, jobs: Jobs) -> None:
        super().__init__()
        self.line = ElidedLabel()
        self.line.setProperty("look", "muted")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 16, 4)
        row.addWidget(self.line)
        self._ask = questions.shares
        self._answer = LatestAnswer(jobs)
        self._department_id: str | None = None
        self._screen: str = TabName.TODAY
        self._numbers = ShareNumbers()
        self.hide()

    def show_screen(self, screen: str) -> None:
        self._screen = screen
        self._show()

    def choose_department(self, department_id: str | None) -> None:
        self._department_id = department_id
        self._numbers = ShareNumbers()
        self.setVisible(department_id is not None)
        self._read()

    def take_change(self, kinds: frozenset[Kind]) -> None:
        if kinds & _KINDS:
            self._read()

    def _read(self) -> None:
        department_id, ask = self._department_id, self._ask
        if department_id is not None:
            self._answer.ask(lambda: ask(department_id), self._take, lambda _error: None)

    def _take(self, numbers: ShareNumbers) -> None:
        self._numbers = numbers
        self._show()

    def minimumSizeHint(self) -> QSize:
        """On a low screen it gives way to what one works at."""
        return QSize(0, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.line.setVisible(self.height() >= self.line.sizeHint().height())
        self._show()

    def _show(self) -> None:
        """As much as there is room for: who to call is left out before what is whose."""
        if self._department_id is None:
            return
        from referent_desk.words.help_given import shares_line  # after the first paint

        whole = shares_line(shares_of(self._screen, self._numbers), spoken())
        room = self.width() - 32
        said = next((line for line in self._lines(shares_line) if self._width(line) <= room), whole)
        self.line.setText(said)
        show_tip(self.line, whole)

    def _lines(self, line: Callable[..., str]) -> list[str]:
        shares = shares_of(self._screen, self._numbers)
        bare: tuple[Share, ...] = shares_of(self._screen, ShareNumbers())
        cut = (
            tuple(type(one)(one.owner, one.parts[:most], one.contact) for one in shares)
            for most in (2, 1)
        )
        return [line(known, spoken()) for known in (shares, *cut, bare)]

    def _width(self, text: str) -> int:
        return self.line.fontMetrics().horizontalAdvance(text)


def hear_journal_key(window: QWidget, follow: Callable[[Place], None]) -> QShortcut:
    """Ctrl+J: help is noted, from wherever one is."""
    shortcut = QShortcut(QKeySequence("Ctrl+J"), window)
    shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
    shortcut.activated.connect(lambda: follow(Place(TabName.HELP_GIVEN)))
    return shortcut
