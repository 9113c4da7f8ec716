"""What the department fills in for the text that is being written, saved like any other record."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from referent_desk.domain.deeds import Saved
from referent_desk.domain.records import RecordKind
from referent_desk.gui.labels import Look, PlainLabel
from referent_desk.gui.notices import sentence_of
from referent_desk.gui.procedures.text_fields import ShortText
from referent_desk.gui.questions_records import RecordQuestions
from referent_desk.gui.saving import Saver
from referent_desk.gui.wordings import sentence_case
from referent_desk.language import _


class LocalValueRows(QWidget):
    """A row for each name in braces. `filled` tells the values as they are now."""

    filled = Signal(object)

    def __init__(self, records: RecordQuestions, saver: Saver, department_id: str) -> None:
        super().__init__()
        self._records = records
        self._saver = saver
        self._department_id = department_id
        self.values: dict[str, str] = {}
        self.fields: dict[str, ShortText] = {}
        self._labels: dict[str, QLabel] = {}
        self.none = PlainLabel(_("No local value stands in the text: an opening brace names one."))
        self.none.setProperty("look", Look.MUTED.value)
        self.trouble = PlainLabel("", Look.STRONG)
        self.trouble.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._grid = QGridLayout()
        self._grid.setColumnStretch(1, 1)
        self._grid.setVerticalSpacing(4)
        column.addWidget(self.none)
        column.addLayout(self._grid)
        column.addWidget(self.trouble)

    def show_values(self, values: Mapping[str, str]) -> None:
        self.values = dict(values)
        for name, field in self.fields.items():
            if not field.hasFocus():
                field.show_text(self.values.get(name, ""))

    def show_names(self, names: Sequence[str]) -> None:
        """The fields that stay keep what is typed in them."""
        if tuple(self.fields) == tuple(names):
            return
        for name in [n for n in self.fields if n not in names]:
            for widget in (self.fields.pop(name), self._labels.pop(name)):
                widget.hide()
                self._grid.removeWidget(widget)
                widget.deleteLater()
        fields: dict[str, ShortText] = {}
        for row, name in enumerate(names):
            fields[name] = self.fields.get(name) or self._make(name)
            self._grid.addWidget(self._labels[name], row, 0)
            self._grid.addWidget(fields[name], row, 1)
            self._labels[name].show()
            fields[name].show()
        self.fields = fields
        self.none.setVisible(not names)

    def _make(self, name: str) -> ShortText:
        field = ShortText(name, _("to fill in for this department"))
        field.show_text(self.values.get(name, ""))
        field.editingFinished.connect(lambda: self._save(name))
        field.entered.connect(lambda: self._go_on(name))
        label = PlainLabel(sentence_case(name))
        label.setMaximumWidth(280)
        self._labels[name] = label
        return field

    def _go_on(self, name: str) -> None:
        """Saved, and to the next one; the last one stays, chosen whole."""
        self._save(name)
        names = list(self.fields)
        following = self.fields[names[min(names.index(name) + 1, len(names) - 1)]]
        following.setFocus(Qt.FocusReason.TabFocusReason)
        following.selectAll()

    def settle(self) -> None:
        for name in tuple(self.fields):
            self._save(name)

    def _save(self, name: str) -> None:
        field = self.fields.get(name)
        if field is None or field.text() == self.values.get(name, ""):
            return
        typed = field.text()
        before = self.values.get(name, "")
        self.values[name] = typed
        values = {"department_id": self._department_id, "name": name, "value": typed}

        def done(_saved: Saved) -> None:
            self.trouble.hide()
            self.filled.emit(dict(self.values))

        def failed(error: Exception) -> None:
            self.values[name] = before
            self.trouble.say(sentence_of(error))
            self.trouble.show()

        self._saver.save(lambda: self._records.add(RecordKind.LOCAL_VALUE, values), done, failed)
