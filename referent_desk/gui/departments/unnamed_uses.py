"""A software of a department of which nobody said what it does there: choosing says it."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from referent_desk.domain.departments import CoverageRow
from referent_desk.domain.needed_functions import FunctionTick
from referent_desk.domain.records import FieldKind, RecordField, RecordKind
from referent_desk.gui.editing import Editing
from referent_desk.gui.labels import Look, PlainLabel, shortened
from referent_desk.gui.notices import NoticeBar, sentence_of
from referent_desk.gui.record_fields import ChoiceField
from referent_desk.gui.record_rows import LABEL_WIDTH
from referent_desk.gui.shapes import Shape
from referent_desk.gui.themes import Tone
from referent_desk.language import _

_MOST_NAMED = 60  # letters


class UnnamedUse(QWidget):
    """What is chosen is saved at once."""

    def __init__(self, row: CoverageRow, ticks: tuple[FunctionTick, ...], editing: Editing) -> None:
        super().__init__()
        self._deployment_id = row.deployment_id
        self._editing = editing
        self.function = ChoiceField(RecordField("function_id", FieldKind.CHOICE), ())
        self.function.setPlaceholderText(_("choose"))
        for tick in sorted(ticks, key=lambda tick: (not tick.needed, bool(tick.software))):
            self.function.addItem(tick.name, tick.function_id)
        self.function.setCurrentIndex(-1)
        self.function.entered.connect(self.save)
        asked = _("{software} is used for").format(software=shortened(row.software, _MOST_NAMED))
        self.function.setAccessibleName(asked)
        self.trouble = NoticeBar("", Tone.BAD, Shape.SQUARE)
        self.trouble.hide()
        label = PlainLabel(asked, Look.STRONG)
        label.setFixedWidth(LABEL_WIDTH)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(label)
        line.addWidget(self.function, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.addLayout(line)
        if row.purpose:
            said = _("Your list says: “{purpose}”").format(purpose=shortened(row.purpose, 200))
            self.function.setAccessibleDescription(said)
            column.addWidget(PlainLabel(said, Look.MUTED))
        column.addWidget(self.trouble)

    def save(self) -> None:
        function_id, edit = self.function.typed(), self._editing.records.edit
        if function_id:
            key = self._deployment_id
            self.trouble.say("")
            self._editing.saver.save(
                lambda: edit(RecordKind.DEPLOYMENT, key, "function_id", function_id),
                None,
                self._refuse,
            )

    def _refuse(self, error: Exception) -> None:
        self.trouble.say(sentence_of(error))
