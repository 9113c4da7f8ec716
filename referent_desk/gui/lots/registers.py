"""The lots of a department, the newest first; one whose sheets are not to be used says so."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from referent_desk.domain.lots import Lot
from referent_desk.domain.records import FieldKind, RecordField
from referent_desk.gui.columns import Column, state_column
from referent_desk.gui.icons import IconButton
from referent_desk.gui.labels import FieldLabel, Look, PlainLabel
from referent_desk.gui.notices import NoticeBar
from referent_desk.gui.record_fields import LineField
from referent_desk.gui.row_tables import RowTable
from referent_desk.gui.rows_model import LinesModel
from referent_desk.gui.shapes import Shape
from referent_desk.gui.states import State
from referent_desk.gui.themes import Tone
from referent_desk.gui.wordings import counted, short_day
from referent_desk.language import _, ngettext


class LotRegister(QWidget):
    """`annulled` carries a lot and the reason."""

    annulled = Signal(object, str)

    def __init__(self, *, may_edit: bool) -> None:
        super().__init__()
        self._may_edit = may_edit
        self._chosen: Lot | None = None
        self.count = PlainLabel("", Look.MUTED)
        self.table = RowTable(_("Lots of numbered forms"))
        self.table.row_chosen.connect(self._choose)
        self.about = PlainLabel("")
        self.reason = LineField(RecordField("reason", FieldKind.LINE, required=True))
        self.reason.setAccessibleName(_("Why its sheets are not to be used"))
        self.annul = IconButton(_("&Annul this lot"), "x")
        self.trouble = NoticeBar("", Tone.BAD, Shape.SQUARE)
        self.trouble.hide()
        self.reason.entered.connect(self._annul)
        self.reason.edited.connect(lambda: self.trouble.say(""))
        self.annul.clicked.connect(lambda _on: self._annul())
        self._lay_out()
        self.show_lots(())

    def _lay_out(self) -> None:
        self.box = QWidget()
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.reason, 1)
        row.addWidget(self.annul)
        inside = QVBoxLayout(self.box)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(4)
        inside.addWidget(FieldLabel(_("&Why its sheets are not to be used"), self.reason))
        inside.addLayout(row)
        inside.addWidget(self.trouble)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(PlainLabel(_("Lots of the department"), Look.HEADING))
        column.addWidget(self.count)
        column.addWidget(self.table, 1)
        column.addWidget(self.about)
        column.addWidget(self.box)
        column.addStretch()  # without lots there is no table to take the room

    def show_lots(self, lots: tuple[Lot, ...]) -> None:
        self.table.show_model(LinesModel(_columns(), lots, self))
        self.table.setVisible(bool(lots))
        given = sum(lot.amount for lot in lots if not lot.annulled)
        numbered = ngettext("{count} numbered sheet", "{count} numbered sheets", given)
        in_lots = ngettext("{count} lot", "{count} lots", len(lots))
        self.count.say(
            f"{in_lots.format(count=counted(len(lots)))} · {numbered.format(count=counted(given))}"
            if lots
            else _(
                "None was prepared yet. Once sheets bear numbers, those that are missing after an "
                "outage can be named."
            )
        )
        self._choose(None)

    def refuse(self, sentence: str) -> None:
        self.trouble.say(sentence)
        self.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose(self, lot: Lot | None) -> None:
        self._chosen = lot
        self.trouble.say("")
        self.reason.put("")
        self.about.say(_about(lot) if lot is not None else "")
        self.about.setVisible(lot is not None)
        self.box.setVisible(lot is not None and not lot.annulled and self._may_edit)

    def _annul(self) -> None:
        reason = self.reason.typed().strip()
        if self._chosen is None:
            return
        if reason:
            self.annulled.emit(self._chosen, reason)
        else:
            self.refuse(_("A reason is needed. A few words are enough."))


def numbers_text(lot: Lot) -> str:
    return f"{lot.first:06}–{lot.last:06}"


def _columns() -> tuple[Column, ...]:
    return (
        Column(_("Form"), lambda lot: f"{lot.form_code} {lot.form_title}", "", 120, 3),
        Column(_("Numbers"), numbers_text, "", 140, 0),
        Column(_("Day"), lambda lot: short_day(lot.day), "", 100, 0, yields=1),
        state_column(_("State"), _state, "", 110),
        Column(_("Prepared by"), lambda lot: lot.who, "", 110, 2, yields=2),
    )


def _state(lot: Lot) -> State:
    if lot.annulled:
        return State(_("annulled"), Shape.DASH, Tone.NEUTRAL)
    return State(_("prepared"), Shape.RING, Tone.NEUTRAL)


def _about(lot: Lot) -> str:
    said = _("{form}, {numbers}, prepared on {day}.").format(
        form=f"{lot.form_code} {lot.form_title}", numbers=numbers_text(lot), day=short_day(lot.day)
    )
    if not lot.annulled:
        return said
    why = _("Annulled: {reason}. Its numbers are never given again.").format(reason=lot.annulled)
    return f"{said} {why}"
