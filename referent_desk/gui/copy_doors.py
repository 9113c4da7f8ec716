"""What leads out of the tab: paper, the check of the shelf, numbered forms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from referent_desk.gui.editing import Editing
from referent_desk.gui.paper_jobs import replacement_sheets, whole_copy
from referent_desk.gui.questions_copies import CopyQuestions

if TYPE_CHECKING:
    from datetime import date

    from referent_desk.domain.copies import Copy
    from referent_desk.gui.questions import FileQuestions
    from referent_desk.gui.questions_printing import PrintingQuestions


class CopyDoors(QObject):
    """`paper_asked` carries a `PaperJob`, `begun` a page of work that takes the whole window."""

    paper_asked = Signal(object)
    begun = Signal(object)

    def __init__(
        self,
        questions: CopyQuestions,
        editing: Editing,
        files: FileQuestions,
        printing: PrintingQuestions | None = None,
    ) -> None:
        super().__init__()
        self._printing = printing
        self.questions = questions
        self._editing = editing
        self._files = files

    def print_whole(self, number: int) -> None:
        self.paper_asked.emit(whole_copy(number))

    def print_replacements(self, number: int) -> None:
        self.paper_asked.emit(replacement_sheets(number))

    def check_shelf(self, shelf: Copy, today: date) -> None:
        from referent_desk.gui.shelf_checks.pages import ShelfCheckPage  # not before it is asked

        place = " · ".join(part for part in (shelf.place, shelf.holder, shelf.colour) if part)
        page = ShelfCheckPage(self.questions.checks, shelf, place, today, self._editing)
        page.replacements_asked.connect(self.print_replacements)
        self.begun.emit(page)

    def open_lots(self, department_id: str, department: str) -> None:
        from referent_desk.gui.lots.pages import LotsPage

        lots, files, printing = self.questions.lots, self._files, self._printing
        page = LotsPage(lots, department_id, department, files, self._editing, printing)
        self.begun.emit(page)
