"""The steps over one another, with where one stands above them and the buttons below."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from referent_desk.gui.editing import Editing
from referent_desk.gui.first_steps.done_panels import DonePanel
from referent_desk.gui.first_steps.function_panels import FunctionPanel
from referent_desk.gui.first_steps.identity_panels import IdentityPanel
from referent_desk.gui.first_steps.leaving import LeavingBar
from referent_desk.gui.first_steps.progress import StepsBar
from referent_desk.gui.first_steps.starter_panels import StarterPanel
from referent_desk.gui.icons import IconButton
from referent_desk.gui.notices import NoticeBar
from referent_desk.gui.shapes import Shape
from referent_desk.gui.themes import Tone
from referent_desk.gui.unfinished import BroughtBackBar
from referent_desk.gui.work_pages import WorkPage
from referent_desk.language import _

IDENTITY, FUNCTIONS, STARTERS, DONE = range(4)


class StepsFrame(WorkPage):
    def __init__(self, editing: Editing) -> None:
        super().__init__(_("Start with my department"))
        self.step = IDENTITY
        self.identity = IdentityPanel(editing)
        self.functions = FunctionPanel()
        self.starters = StarterPanel()
        self.done = DonePanel()
        self.bar = StepsBar(
            (_("My department"), _("What it does"), _("Procedures"), _("The binder"))
        )
        self.trouble = NoticeBar("", Tone.BAD, Shape.SQUARE)
        self.brought_back: BroughtBackBar | None = None
        self.leaving = LeavingBar()
        self._make_buttons()
        self._lay_out()

    def _make_buttons(self) -> None:
        self.before = IconButton(_("&Previous"), "chevron-left")
        self.before.clicked.connect(lambda _checked: self.go_to(self.step - 1))
        self.next = IconButton("", "", main=True)
        self.next.clicked.connect(lambda _checked: self.go_on())
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self.go_on)

    def _lay_out(self) -> None:
        self.panels = QStackedWidget()
        for panel in (self.identity, self.functions, self.starters, self.done):
            self.panels.addWidget(panel)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(self.before)
        buttons.addWidget(self.next)
        self._notices = QVBoxLayout()
        self._notices.addWidget(self.leaving)
        self._notices.addWidget(self.trouble)
        self.trouble.hide()
        self.body.addWidget(self.bar)
        self.body.addLayout(self._notices)
        self.body.addSpacing(8)
        self.body.addWidget(self.panels, 1)
        self.body.addLayout(buttons)

    def _order_tabs(self) -> None:
        """As one reads: what is asked, then the buttons below, and last what clears."""
        panel = (self.identity, self.functions, self.starters, self.done)[self.step]
        chain = [self.leave, *panel.controls(), self.before, self.next]
        if self.brought_back is not None:
            chain.append(self.brought_back.clear)
        for before, after in pairwise(chain):
            QWidget.setTabOrder(before, after)

    def go_on(self) -> None:
        """To the next step, once this one is right."""

    def go_to(self, step: int) -> None:
        """Show a step, and give it the keyboard."""
