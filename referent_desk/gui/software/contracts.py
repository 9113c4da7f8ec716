"""The contract of a software: its end, and the three answers that its buyers ask the vendor for."""

from __future__ import annotations

from collections.abc import Callable

from referent_desk.domain.records import Record
from referent_desk.gui.detail_panes import DetailPane
from referent_desk.gui.editing import Editing
from referent_desk.gui.parts import PART
from referent_desk.language import _
from referent_desk.words.advice import O_3_11

_FACTS = (
    *("contract_ends_on", "contract_reference"),
    *("manual_mode", "data_extracted", "original_layout"),
)


def show_contract(
    pane: DetailPane, record: Record, editing: Editing, advise: Callable[[str], None]
) -> None:
    pane.heading(_("Contract"))
    pane.muted(_("The last three answers are those of {clause}.").format(clause=O_3_11))
    editor = pane.edit(record, editing, _FACTS)
    if editor is not None:
        editor.setProperty(PART, "contract")
    pane.button(_("Advice on this software…"), lambda: advise(record.id), part="advice")
