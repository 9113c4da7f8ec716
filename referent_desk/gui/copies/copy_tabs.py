"""The tab itself: where a department has no copy yet, its detail says what else it has."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal

from referent_desk.domain.deeds import Saved
from referent_desk.domain.departments import DepartmentChoice
from referent_desk.gui.copies.mark_forms import CloseForm
from referent_desk.gui.copies.shelves import NO_COPY
from referent_desk.gui.copies.subjects import subject
from referent_desk.gui.copy_doors import CopyDoors
from referent_desk.gui.editing import Editing
from referent_desk.gui.jobs import Jobs
from referent_desk.gui.list_tabs import ListTab
from referent_desk.gui.places import Key
from referent_desk.gui.questions import FileQuestions
from referent_desk.gui.questions_copies import CopyQuestions
from referent_desk.gui.questions_printing import PrintingQuestions
from referent_desk.gui.record_forms import PaneForm


class CopyTab(ListTab):
    """`paper_asked` carries what is to be printed, `work_begun` a page over the whole window."""

    paper_asked = Signal(object)
    work_begun = Signal(object)

    def __init__(
        self,
        questions: CopyQuestions,
        editing: Editing,
        jobs: Jobs,
        files: FileQuestions,
        chosen: Callable[[], DepartmentChoice | None],
        printing: PrintingQuestions | None = None,
    ) -> None:
        doors = CopyDoors(questions, editing, files, printing)
        super().__init__(subject(doors, editing, chosen), jobs, editing)
        doors.setParent(self)
        doors.paper_asked.connect(self.paper_asked)
        doors.begun.connect(self.work_begun)

    def show_key(self, key: Key) -> None:
        super().show_key(() if key == NO_COPY else key)

    def open_form(self, form: PaneForm, key_of: Callable[[Saved], Key] | None = None) -> None:
        """A copy that was closed is shown from its top: it is another page then."""
        if isinstance(form, CloseForm):
            key_of = form.key_of
        super().open_form(form, key_of)

    def _clear(self) -> None:
        """No copy fits: the department is spoken of, unless the filter is what hides them."""
        super()._clear()
        if self.can_read and not self.model.total:
            self.key = NO_COPY
            self._show_detail(NO_COPY)
