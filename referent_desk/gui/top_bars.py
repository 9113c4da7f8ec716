"""The bar above the tabs: the department, its binder, and how the window looks."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from referent_desk.gui.department_choosers import DepartmentChooser
from referent_desk.gui.finding.finders import KEYS, Finder
from referent_desk.gui.icons import IconButton, IconToolButton
from referent_desk.gui.jobs import Jobs
from referent_desk.gui.labels import FieldLabel
from referent_desk.gui.questions_finding import FindingQuestions
from referent_desk.gui.themes import ThemeChoice
from referent_desk.language import _

if TYPE_CHECKING:
    from referent_desk.gui.rows_model import ListRows


class TopBar(QWidget):
    theme_chosen = Signal(object)
    reload_asked = Signal()
    back_asked = Signal()
    find_asked = Signal()
    filter_asked = Signal()
    print_asked = Signal()
    department_asked = Signal()
    help_asked = Signal()

    def __init__(self, list_choices: ListRows, finding: FindingQuestions, jobs: Jobs) -> None:
        super().__init__()
        self.back = IconToolButton(_("Go back (Alt+Left)"), "arrow-left")
        self.back.clicked.connect(self.back_asked)
        self.chooser = DepartmentChooser(list_choices, jobs)
        self.finder = Finder(finding, jobs)
        self.find_asked.connect(self.finder.open)
        self.finder.setEnabled(False)
        self.print = IconButton(_("&Print the binder…"), "printer", main=True)
        self.print.clicked.connect(self.print_asked)
        self.menu_button = IconButton(_("Men&u"), "menu")
        self.help_button = IconToolButton(_("Help on this screen (F1)"), "circle-question-mark")
        self.help_button.clicked.connect(self.help_asked)
        self.themes: dict[ThemeChoice, QAction] = {}
        menu = QMenu(self)
        self.menu_button.setMenu(menu)
        self.department = menu.addAction(_("&New department in four steps…"))
        self.department.triggered.connect(self.department_asked)
        self.department.setEnabled(False)
        menu.addSeparator()
        self._add_commands(menu)
        self.help = menu.addAction(_("Help &on this screen"))
        self.help.setShortcut(QKeySequence("F1"))
        self.help.triggered.connect(self.help_asked)
        menu.addSeparator()
        self._add_themes(menu)
        self._leads = QWidget()
        layout = QHBoxLayout(self._leads)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.back)
        layout.addWidget(FieldLabel(_("&Department:"), self.chooser))
        layout.addWidget(self.chooser, 3)
        layout.addWidget(self.finder, 1)
        layout.addWidget(self.print)
        layout.addWidget(self.menu_button)
        bar = QHBoxLayout(self)
        bar.setContentsMargins(16, 12, 16, 8)
        bar.setSpacing(8)
        bar.addWidget(self._leads, 1)
        bar.addWidget(self.help_button)
        self.let_print(False)
        self.let_go_back(False)

    def let_leave(self, possible: bool) -> None:
        """Help is there all the same: it opens beside the work."""
        self._leads.setEnabled(possible)

    def let_print(self, possible: bool) -> None:
        self.print.setEnabled(possible)

    def let_go_back(self, possible: bool) -> None:
        self.back.setEnabled(possible)

    def show_theme(self, choice: ThemeChoice) -> None:
        self.themes[choice].setChecked(True)

    def offer_import(self, action: QAction) -> None:
        self.menu_button.menu().insertAction(self.department, action)

    def offer_undo(self, undo: QAction, redo: QAction) -> None:
        """What can be taken back stands first in the menu, in words."""
        menu = self.menu_button.menu()
        first = menu.actions()[0]
        menu.insertActions(first, [undo, redo])
        menu.insertSeparator(first)

    def _add_themes(self, menu: QMenu) -> None:
        group = QActionGroup(menu)
        for choice, text in _theme_names().items():
            action = menu.addAction(text)
            action.setCheckable(True)
            action.setActionGroup(group)
            action.triggered.connect(lambda _on, c=choice: self.theme_chosen.emit(c))
            self.themes[choice] = action

    def _add_commands(self, menu: QMenu) -> None:
        for text, keys, asked in (
            (_("Search &everywhere"), KEYS, self.find_asked),
            (_("&Filter the list"), "Ctrl+F", self.filter_asked),
            (_("&Read again"), "F5", self.reload_asked),
            (_("Go &back"), "Alt+Left", self.back_asked),
            (_("&Print the binder…"), "Ctrl+P", self.print_asked),
        ):
            action = menu.addAction(text)
            action.setShortcut(QKeySequence(keys))
            action.triggered.connect(asked)
            self.addAction(action)
            if keys == "F5":
                self.again = action


def _theme_names() -> Mapping[ThemeChoice, str]:
    return {
        ThemeChoice.SYSTEM: _("Colours of the &system"),
        ThemeChoice.LIGHT: _("&Light colours"),
        ThemeChoice.DARK: _("&Dark colours"),
        ThemeChoice.CONTRAST: _("&High contrast"),
    }
