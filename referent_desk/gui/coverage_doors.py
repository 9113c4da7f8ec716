"""What leads from the tab of degraded modes to the coverage of all departments."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractButton

from referent_desk.gui.doors import Door
from referent_desk.gui.icons import IconButton
from referent_desk.gui.parts import PART, asked_about
from referent_desk.gui.questions_coverage import CoverageQuestions
from referent_desk.language import _

if TYPE_CHECKING:
    from referent_desk.gui.coverage.glances import Glance
    from referent_desk.gui.list_tabs import ListTab


class CoverageDoor(Door[CoverageQuestions]):
    """`group_asked`: the hospital group is to be seen."""

    group_asked = Signal()

    _glance: Glance | None = None
    _button: QAbstractButton | None = None

    def attach(self, page: ListTab) -> None:
        self._button = page.pane.offer_button(_("C&overage…"))
        self._button.setProperty(PART, "coverage")
        self._button.clicked.connect(self.show_coverage)

    def show_coverage(self) -> None:
        """As it was left, where Back leads to it; else with the department of the window."""
        from referent_desk.gui.coverage.glances import AGAIN, Glance
        from referent_desk.gui.coverage.pages import CoveragePage

        here = self._here()
        glance = Glance(department_id=here[0] if here is not None else "")
        if asked_about(self._button) == AGAIN and self._glance is not None:
            glance = self._glance
        page = CoveragePage(self.questions, glance, self._files, self.editing.jobs)
        page.followed.connect(self._keep)
        group = IconButton(_("Hospital grou&p…"))
        group.clicked.connect(lambda _on: self.group_asked.emit())
        page.head.addWidget(group)
        self.begun.emit(page)

    def _keep(self, glance: Glance) -> None:
        self._glance = glance
