"""What can be done with a degraded mode that is shown: write, approve, compare, close."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from referent_desk.domain.procedures import (
    ProcedureDetail,
    ProcedureState,
    Revision,
    RevisionState,
)
from referent_desk.domain.text_lives import TextLife
from referent_desk.gui.detail_panes import DetailPane, PaneButton
from referent_desk.gui.labels import show_tip
from referent_desk.gui.parts import PART
from referent_desk.gui.procedures.doors import ProcedureDoors
from referent_desk.gui.record_forms import PaneForm
from referent_desk.gui.wrapping_rows import WrappingRow
from referent_desk.language import _

_TO_TRY = frozenset(
    {ProcedureState.TO_VERIFY, ProcedureState.NEVER_VERIFIED, ProcedureState.FAILED}
)


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
        self.verify = PaneButton(_("&Verify…"), "list-checks")
        self.verify.setProperty(PART, "verify")
        show_tip(self.verify, _("Ctrl+Shift+V: try it on the version that runs"))
        self.write = PaneButton("", "file-plus")
        self.write.setProperty(PART, "write")
        self.approve = PaneButton(_("Approve…"), "check")
        self.approve.setProperty(PART, "approve")
        self.sheet = PaneButton(_("Sheet to sign…"), "printer")
        self.readings = PaneButton(_("Reading sheet (F33)…"), "printer")
        show_tip(self.readings, _("To be signed by whoever has read or practised this text."))
        self.upper = PaneButton(_("See the newer text…"), "copy")
        self.upper.setProperty(PART, "upper")
        self.withdraw = PaneButton(_("Withdraw…"), "")
        self.compare = PaneButton(_("Co&mpare"), "copy")
        self.close_it = PaneButton(_("Close it"), "x")
        show_tip(self.close_it, _("Close this procedure: the next one up the tree holds."))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        self._row = WrappingRow()
        column.addLayout(self._row)
        column.addWidget(self.readings, alignment=Qt.AlignmentFlag.AlignLeft)

    def show_detail(
        self,
        detail: ProcedureDetail,
        doors: ProcedureDoors,
        opening: Opening,
        lay: Callable[[PaneForm], None],
        *,
        can_try: bool,
    ) -> None:
        """`lay` lays a form over the page."""
        revision, state = detail.revision, detail.status.state
        where = opening.department_id, opening.function_id, opening.software_id
        missing = state is ProcedureState.MISSING
        life = detail.life or TextLife()
        draft, upper = life.draft, life.upper
        self.write.setText(_("&Write the procedure") if missing else _("Change the &text"))
        self.write.does(lambda: doors.write(*where))
        self.approve.setText(_("The approval is signed…") if life.is_submitted else _("Approve…"))
        self.approve.does(lambda: doors.write(*where, approving=True))
        if draft is not None:
            self.sheet.does(lambda: doors.papers.write_sheet(self, draft.id))
        if upper is not None:
            self.upper.does(lambda: doors.show_upper(upper))
        self.verify.does(lambda: doors.trials.verify(*where))
        self.verify.be_main(state in _TO_TRY)
        self._offer(
            {
                self.verify: doors.can_write and can_try,
                self.write: doors.can_write,
                self.approve: doors.can_write and draft is not None,
                self.sheet: life.is_submitted,
                self.upper: upper is not None,
                self.compare: life.is_comparable,
                self.withdraw: doors.can_write and _can_be_withdrawn(revision),
                self.close_it: doors.can_write and revision is not None,
            }
        )
        self.readings.setVisible(_is_in_force(revision, life))
        shown = life.beside or revision or life.withdrawn
        if shown is not None:
            self.compare.does(lambda: doors.compare(shown.procedure_id, shown.text.title))
        if revision is not None:
            procedure_id = revision.procedure_id
            self.close_it.does(lambda: doors.close(procedure_id))
            self.withdraw.does(lambda: lay(doors.withdrawal_form(revision, life)))
            ids = opening.department_id, revision.id
            self.readings.does(lambda: doors.write_readings(self, *ids))

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


def _can_be_withdrawn(revision: Revision | None) -> bool:
    is_approved = revision is not None and revision.state is RevisionState.APPROVED
    return is_approved and revision is not None and revision.withdrawn_on is None


def _is_in_force(revision: Revision | None, life: TextLife) -> bool:
    """Only such a text is signed for."""
    begins = (revision.in_force_on or revision.approved_on) if revision is not None else None
    return begins is not None and begins <= life.today


def show_doors(
    pane: DetailPane,
    detail: ProcedureDetail,
    doors: ProcedureDoors,
    opening: Opening,
    *,
    can_try: bool = False,
) -> None:
    if not detail.function:
        return
    if doors.can_write or detail.revision is not None:
        make: Callable[[], DoorRow] = DoorRow
        pane.keep("doors", make).show_detail(
            detail, doors, opening, pane.form_asked.emit, can_try=can_try
        )
    if not doors.can_write:
        pane.muted(_("This home is only read here: the text cannot be changed."))
