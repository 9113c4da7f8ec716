"""What can be done with a degraded mode that is shown: write, approve, compare, close."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtWidgets import QVBoxLayout, QWidget

from referent_desk.domain.procedures import ProcedureDetail, ProcedureState
from referent_desk.gui.detail_panes import DetailPane, PaneButton
from referent_desk.gui.labels import show_tip
from referent_desk.gui.parts import PART
from referent_desk.gui.procedures.doors import ProcedureDoors
from referent_desk.gui.wrapping_rows import WrappingRow
from referent_desk.language import _


@dataclass(frozen=True, slots=True)
class Opening:
    """Which degraded mode is shown."""

    department_id: str
    function_id: str
    software_id: str | None


class DoorRow(QWidget):
    """Kept while the page around it is shown anew, so that the keyboard stays."""

    def __init__(self) -> None:
        super().__init__()
        self.write = PaneButton("", "file-plus")
        self.write.setProperty(PART, "write")
        self.approve = PaneButton(_("Approve…"), "check")
        self.approve.setProperty(PART, "approve")
        self.compare = PaneButton(_("Co&mpare"), "copy")
        self.close_it = PaneButton(_("Close it"), "x")
        show_tip(self.close_it, _("Close this procedure: the next one up the tree holds."))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        self._row = WrappingRow()
        column.addLayout(self._row)

    def show_detail(self, detail: ProcedureDetail, doors: ProcedureDoors, opening: Opening) -> None:
        revision, state = detail.revision, detail.status.state
        where = opening.department_id, opening.function_id, opening.software_id
        missing = state is ProcedureState.MISSING
        self.write.setText(_("&Write the procedure") if missing else _("Change the &text"))
        self.write.does(lambda: doors.write(*where))
        self.approve.does(lambda: doors.write(*where, approving=True))
        self._offer(
            {
                self.write: doors.can_write,
                self.approve: doors.can_write and state is ProcedureState.DRAFT_ONLY,
                self.compare: revision is not None,
                self.close_it: doors.can_write and revision is not None,
            }
        )
        if revision is not None:
            procedure_id, title = revision.procedure_id, revision.text.title
            self.compare.does(lambda: doors.compare(procedure_id, title))
            self.close_it.does(lambda: doors.close(procedure_id))

    def _offer(self, offered: Mapping[PaneButton, bool]) -> None:
        """Only what is offered takes room."""
        while self._row.takeAt(0) is not None:
            pass
        for button, is_offered in offered.items():
            if is_offered:
                self._row.addWidget(button)
            else:
                button.setParent(self)
            button.setVisible(is_offered)


def show_doors(
    pane: DetailPane, detail: ProcedureDetail, doors: ProcedureDoors, opening: Opening
) -> None:
    if not detail.function:
        return
    if doors.can_write or detail.revision is not None:
        make: Callable[[], DoorRow] = DoorRow
        pane.keep("doors", make).show_detail(detail, doors, opening)
    if not doors.can_write:
        pane.muted(_("This home is only read here: the text cannot be changed."))
