"""The end of the guide's page: a step back, what would be left out, and what comes next."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from referent_desk.domain.imports.guides import GuidePlan
from referent_desk.gui.icons import IconButton
from referent_desk.gui.imports.drafts import Draft
from referent_desk.gui.imports.steps import StepName
from referent_desk.gui.imports.words import apply_text, left_text
from referent_desk.gui.imports.yielding_buttons import YieldingButton
from referent_desk.gui.labels import Look, PlainLabel
from referent_desk.language import _


class Foot(QWidget):
    """The button says what will happen; it is the main one while nothing above it is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.previous = IconButton(_("&Previous step"), "chevron-left")
        self.next = YieldingButton(_("&Continue"), main=True)
        self.left_out = PlainLabel("", Look.MUTED)
        self.keys = PlainLabel(_("Ctrl+Enter"), Look.MUTED)
        self.keys.setWordWrap(False)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self.previous)
        layout.addWidget(self.left_out, 1)
        layout.addWidget(self.keys)
        layout.addWidget(self.next)

    def hear_keys(self, page: QWidget) -> None:
        """Ctrl+Enter goes on from anywhere in the page."""
        onwards = QShortcut(QKeySequence("Ctrl+Return"), page)
        onwards.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        onwards.activated.connect(self.next.click)

    def show_step(self, step: StepName, draft: Draft, *, can_save: bool) -> None:
        self.previous.setVisible(step not in {StepName.FILE, StepName.DONE})
        self.left_out.say("")
        self.keys.setVisible(step is StepName.LINES)
        self.next.be_main(step is not StepName.DONE and draft.file is not None)
        match step:
            case StepName.LINES:
                self._show_plan(draft.plan, can_save=can_save)
            case StepName.DONE:
                self._offer(_("&Close"), possible=True)
            case StepName.COLUMNS:
                self._offer(_("&Continue"), possible=draft.is_ready)
            case _:
                self._offer(_("&Continue"), possible=draft.look is not None)

    def _show_plan(self, plan: GuidePlan | None, *, can_save: bool) -> None:
        if plan is None:
            self._offer(_("Nothing to import"), possible=False)
            return
        self.left_out.say(left_text(plan.report))
        text = apply_text(plan.lines)
        self._offer(
            f"&{text}" if text else _("Nothing to import"), possible=bool(text) and can_save
        )

    def _offer(self, text: str, *, possible: bool) -> None:
        self.next.setText(text)
        self.next.setAccessibleDescription(_("Ctrl+Enter"))
        self.next.setEnabled(possible)


def reachable_steps(draft: Draft) -> frozenset[StepName]:
    """Where one may go from any step; a workbook of one sheet asks for none."""
    steps = {StepName.FILE}
    if draft.file is not None:
        steps |= {StepName.TITLES, StepName.COLUMNS}
        steps |= {StepName.SHEET} if len(draft.file.look.sheets) > 1 else set()
        steps |= {StepName.LINES} if draft.is_ready else set()
    return frozenset(steps)


def step_beside(step: StepName, way: int, draft: Draft) -> StepName:
    """The step before (-1) or after (1); one that has nothing to ask is passed over."""
    names = list(StepName)
    place = names.index(step) + way
    if names[place] is StepName.SHEET and StepName.SHEET not in reachable_steps(draft):
        place += way
    return names[place]
