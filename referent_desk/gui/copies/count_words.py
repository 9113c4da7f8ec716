"""What the last line says of the shelves of the department."""

from __future__ import annotations

from referent_desk.domain.copy_tasks import sheets_to_replace
from referent_desk.domain.sheet_states import BinderState, SheetStatus
from referent_desk.gui.wordings import counted
from referent_desk.language import ngettext


def count_text(state: BinderState) -> str:
    """Sheets, whatever the number of copies; then those that only wait to be filed."""
    begun = [copy for copy in state.copies if copy.stage is not None]
    wrong = {sheet.code for copy in begun for sheet in sheets_to_replace(copy)}
    if wrong:
        text = ngettext("{count} sheet out of date", "{count} sheets out of date", len(wrong))
        return text.format(count=counted(len(wrong)))
    waiting = {
        sheet.code
        for copy in begun
        for sheet in copy.sheets
        if sheet.status is SheetStatus.PRINTED_NOT_FILED
    }
    if waiting:
        text = ngettext("{count} sheet to be filed", "{count} sheets to be filed", len(waiting))
        return text.format(count=counted(len(waiting)))
    return ""
