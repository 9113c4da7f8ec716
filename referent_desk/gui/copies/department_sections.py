"""What the whole department has beside its copies: numbered forms, the printers of the ward."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from referent_desk.domain.lots import Lot
from referent_desk.domain.printing import PrinterRow
from referent_desk.domain.records import RecordKind
from referent_desk.gui.columns import Column, state_column
from referent_desk.gui.copies.shelves import ShownShelf
from referent_desk.gui.copy_doors import CopyDoors
from referent_desk.gui.detail_panes import DetailPane
from referent_desk.gui.editing import Editing
from referent_desk.gui.open_records import LineSubject
from referent_desk.gui.record_forms import Beginning, RecordForm
from referent_desk.gui.record_sections import offer_form, show_lines
from referent_desk.gui.shapes import Shape
from referent_desk.gui.states import State
from referent_desk.gui.themes import Tone
from referent_desk.gui.wordings import counted, short_day
from referent_desk.language import _

_LOTS_SHOWN = 6


def show_department(
    pane: DetailPane, shown: ShownShelf, editing: Editing, doors: CopyDoors
) -> None:
    _show_lots(pane, shown, editing, doors)
    _show_printers(pane, shown, editing)


def _show_lots(pane: DetailPane, shown: ShownShelf, editing: Editing, doors: CopyDoors) -> None:
    pane.heading(_("Numbered forms of the department"))
    if not shown.lots:
        pane.text(
            _("None printed yet. Numbers on blank forms tell, after an outage, which are missing.")
        )
    else:
        pane.lines(_("Numbered forms"), _lot_columns(), shown.lots[:_LOTS_SHOWN], lambda _r: None)
    if editing.is_possible:
        text = _("Print numbered &forms…")
        pane.button(
            text,
            lambda: doors.open_lots(shown.state.department_id, shown.state.department),
            "printer",
            "forms",
        )


def _lot_columns() -> tuple[Column, ...]:
    def text(said: Callable[[Lot], str]) -> Callable[[Any], str]:
        return said

    return (
        Column(_("Form"), text(lambda lot: f"{lot.form_code} {lot.form_title}"), "", 150, 3),
        Column(_("Numbers"), text(lambda lot: f"{lot.first:06}–{lot.last:06}"), "", 136, 0),
        Column(_("Sheets"), text(lambda lot: counted(lot.amount)), "", 76, 0, is_number=True,
               yields=2),
        Column(_("Day"), text(lambda lot: short_day(lot.day)), "", 100, 0),
        Column(_("Prepared by"), text(lambda lot: lot.who), "", 110, 2, yields=3),
    )  # fmt: skip


def _show_printers(pane: DetailPane, shown: ShownShelf, editing: Editing) -> None:
    pane.heading(_("Printers of the ward"))
    if not shown.printers:
        pane.text(
            _("None is known. Which one prints when the network is cut? Write it down before.")
        )
    show_lines(pane, editing, _printers(), shown.printers)
    kind, department_id = RecordKind.PRINTER, shown.state.department_id
    beginning = Beginning(
        kind=kind,
        title=_("New printer of {name}").format(name=shown.state.department),
        create=_("Add the print&er"),
        given={"department_id": department_id},
    )
    key = f"new:{kind}:{department_id}"
    offer_form(pane, editing, _("Add a printer…"), lambda: RecordForm(beginning, editing, key=key))


def _printers() -> LineSubject:
    return LineSubject(
        kind=RecordKind.PRINTER,
        title=_("Printers of the ward"),
        columns=(
            Column(_("Printer"), lambda row: row.name, "", 120, 3),
            Column(_("Place"), lambda row: row.place, "", 100, 2, yields=2),
            state_column(_("Without network"), _without_network, "", 132),
            Column(_("Test page"), lambda row: short_day(row.tested_on), "", 100, 0, yields=1),
        ),
        names=("name", "place", "queue", "works_without_network", "toner_on", "tested_on", "note"),
        id_of=lambda row: str(row.id),
        close=_("This printer is gone"),
    )


def _without_network(row: PrinterRow) -> State:
    if row.works_without_network is None:
        return State(_("not specified"), Shape.RING, Tone.NEUTRAL)
    if row.works_without_network:
        return State(_("yes"), Shape.TICK, Tone.GOOD)
    return State(_("no"), Shape.CROSS, Tone.NEUTRAL)
