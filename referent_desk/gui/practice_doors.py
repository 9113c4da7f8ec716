"""What leads from the tabs to reading and practising, and to the numbers that are dialled."""

from __future__ import annotations

from typing import TYPE_CHECKING

from referent_desk.domain.departments import BINDER_KINDS
from referent_desk.gui.doors import Door
from referent_desk.gui.icons import IconButton
from referent_desk.gui.needed_departments import DepartmentNeed
from referent_desk.gui.parts import PART, asked_about
from referent_desk.gui.questions_practice import PracticeQuestions
from referent_desk.language import _

if TYPE_CHECKING:
    from referent_desk.gui.departments.department_tabs import DepartmentTab
    from referent_desk.gui.list_tabs import ListTab


class PracticeDoors(Door[PracticeQuestions]):
    def attach_readings(self, page: ListTab) -> None:
        """Beside the filter: beneath it there is room for no further button."""
        button = IconButton(_("&Read and practised…"), parent=page.pane)
        page.pane.head.offer(button, place=2, yields=0)
        button.setProperty(PART, "readings")
        button.clicked.connect(lambda _on: self.open_readings(asked_about(button)))
        DepartmentNeed(button, page)

    def attach_dialling(self, page: DepartmentTab) -> None:
        """Beside the filter where there is room: a line of its own would cost the tree a row."""
        button = IconButton(_("Dial chec&k…"), parent=page.pane)
        page.pane.head.offer(button, place=3, yields=3)
        button.setProperty(PART, "dialling")
        button.clicked.connect(lambda _on: self.open_dialling(_row_of(page)))
        need = DepartmentNeed(button, page, lambda: _row_of(page) is not None)
        page.tree.row_chosen.connect(need.look)
        page.pane.table.row_chosen.connect(need.look)

    def open_readings(self, about: str = "") -> None:
        """`about`: the person or the revision to which the keyboard goes."""
        from referent_desk.gui.readings.pages import ReadingPage

        here = self._here()
        if here is not None:
            page = ReadingPage(self.questions.readings, here, self.editing, self._files, about)
            self.begun.emit(page)

    def open_dialling(self, here: tuple[str, str] | None = None) -> None:
        """Of the department that is worked on, where none is named."""
        from referent_desk.gui.dial_checks.pages import DialPage

        here = here or self._here()
        if here is not None:
            page = DialPage(self.questions.dialling, here, self.editing, self._files)
            self.begun.emit(page)


def _row_of(page: ListTab) -> tuple[str, str] | None:
    """The department that is chosen in the list, where it keeps a binder."""
    row = page.chosen_row()
    return (row.id, row.name) if row is not None and row.kind in BINDER_KINDS else None
