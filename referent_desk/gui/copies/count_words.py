"""What the last line says of the shelves of the department."""

from __future__ import annotations

from referent_desk.domain.copy_tasks import sheets_to_file, sheets_to_replace
from referent_desk.domain.sheet_states import BinderState
from referent_desk.gui.wordings import counted
from referent_desk.language import ngettext


def count_text(state: BinderState) -> str:
    """Sheets, whatever the number of copies; then those that only wait to be filed.

    What was printed lies beside the shelf until it is filed: the old sheet is counted still.
    """
    begun = [copy for copy in state.copies if copy.stage is not None]
    wrong = {sheet.code for copy in begun for sheet in sheets_to_replace(copy)}
    waiting = [sheet for copy in begun if not copy.to_replace for sheet in sheets_to_file(copy)]
    if wrong:
        wrong |= {sheet.code for sheet in waiting if sheet.shelf is not None}
        text = ngettext("{count} sheet out of date", "{count} sheets out of date", len(wrong))
        return text.format(count=counted(len(wrong)))
    if waiting:
        count = len({sheet.code for sheet in waiting})
        text = ngettext("{count} sheet to be filed", "{count} sheets to be filed", count)
        return text.format(count=counted(count))
    return ""
