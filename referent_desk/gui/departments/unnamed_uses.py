"""A software of a department of which nobody said what it does there: choosing says it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from referent_desk.domain.deeds import Saved
from referent_desk.domain.departments import CoverageRow
from referent_desk.domain.needed_functions import FunctionTick
from referent_desk.domain.records import FieldKind, RecordField, RecordKind
from referent_desk.domain.support_lines import printed_remark
from referent_desk.gui.detail_panes import DetailPane
from referent_desk.gui.editing import Editing
from referent_desk.gui.icons import IconButton
from referent_desk.gui.labels import Look, PlainLabel, escaped_mnemonic, shortened
from referent_desk.gui.notices import NoticeBar, sentence_of
from referent_desk.gui.parts import PART
from referent_desk.gui.record_fields import ChoiceField
from referent_desk.gui.record_rows import LABEL_WIDTH
from referent_desk.gui.shapes import Shape
from referent_desk.gui.themes import Tone
from referent_desk.language import _

_MOST_NAMED = 60  # letters
_OUTSIDE = "outside"
"""In the place of a function's id: none holds what the software is used for."""


class UnnamedUse(QWidget):
    """Each choice is a tick below, and stays there until all are saved or the page is left."""

    def __init__(
        self,
        department_id: str,
        row: CoverageRow,
        ticks: tuple[FunctionTick, ...],
        editing: Editing,
    ) -> None:
        super().__init__()
        self._department_id = department_id
        self._row = row
        self._editing = editing
        self._is_gone = False
        self.boxes: dict[str, QCheckBox] = {}
        self.function = ChoiceField(RecordField("function_id", FieldKind.CHOICE), ())
        self.function.setPlaceholderText(_("choose"))
        for tick in sorted(ticks, key=lambda tick: (not tick.needed, bool(tick.software))):
            self.function.addItem(tick.name, tick.function_id)
        if not row.outside:
            self.function.addItem(_("none of the binder’s functions (office software…)"), _OUTSIDE)
        self.function.setCurrentIndex(-1)
        self.function.entered.connect(self._choose)
        asked = _("{software} is used for").format(software=shortened(row.software, _MOST_NAMED))
        self.function.setAccessibleName(asked)
        self.more = PlainLabel(_("It does more? Choose again."), Look.MUTED)
        self.save_button = IconButton(_("&Save these functions"), "check")
        self.save_button.clicked.connect(lambda _checked: self.save())
        self.trouble = NoticeBar("", Tone.BAD, Shape.SQUARE)
        self._lay_out(asked)
        for seldom in (self.more, self.save_button, self.trouble):
            seldom.hide()

    def _lay_out(self, asked: str) -> None:
        label = PlainLabel(asked, Look.STRONG)
        label.setFixedWidth(LABEL_WIDTH)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(label)
        line.addWidget(self.function, 1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 8, 0, 0)
        self._column.addLayout(line)
        if self._row.purpose:
            said = _("Your list says: “{purpose}”")
            said = said.format(purpose=shortened(self._row.purpose, 200))
            self.function.setAccessibleDescription(said)
            self._column.addWidget(PlainLabel(said, Look.MUTED))
        self._chosen = QVBoxLayout()
        self._chosen.setContentsMargins(LABEL_WIDTH + 8, 0, 0, 0)
        self._column.addLayout(self._chosen)
        self._chosen.addWidget(self.more)
        self._chosen.addWidget(self.save_button, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addWidget(self.trouble)

    def chosen(self) -> tuple[str, ...]:
        return tuple(key for key, box in self.boxes.items() if box.isChecked())

    def _choose(self) -> None:
        function_id, name = self.function.typed(), self.function.currentText()
        if not function_id:
            return
        if function_id == _OUTSIDE:
            self._say_outside()
            return
        if function_id not in self.boxes:
            box = self.boxes[function_id] = QCheckBox(
                escaped_mnemonic(shortened(name, _MOST_NAMED))
            )
            box.clicked.connect(lambda _on: self._show_chosen())
            self._chosen.insertWidget(len(self.boxes) - 1, box)
        self.boxes[function_id].setChecked(True)
        self.function.setCurrentIndex(-1)
        self._show_chosen()

    def _show_chosen(self) -> None:
        any_chosen = bool(self.chosen())
        self.more.setVisible(any_chosen)
        self.save_button.setVisible(any_chosen)

    def save(self) -> None:
        """The first is that of the use, each other one a use of its own."""
        first, *others = self.chosen() or ("",)
        if not first:
            return
        edit, add = self._editing.records.edit, self._editing.records.add
        use = {"department_id": self._department_id, "software_id": self._row.software_id or ""}
        key = self._row.deployment_id

        def name() -> Saved:
            saved = edit(RecordKind.DEPLOYMENT, key, "function_id", first)
            for other in others:
                saved = add(RecordKind.DEPLOYMENT, {**use, "function_id": other})
            return saved

        self._save(name)

    def _say_outside(self) -> None:
        """It does nothing else then: it is saved at once, and undone in one step."""
        edit, key = self._editing.records.edit, self._row.deployment_id
        self.boxes.clear()
        self._save(lambda: edit(RecordKind.DEPLOYMENT, key, "outside", "yes"))

    def _save(self, deed: Callable[[], Saved]) -> None:
        for box in self.boxes.values():
            box.setEnabled(False)
        self.save_button.setEnabled(False)
        self.trouble.say("")
        self._editing.saver.save(deed, self._take, self._refuse)

    def settle(self) -> None:
        """The page is left: what was chosen is kept."""
        if self.save_button.isEnabled():
            self.save()

    def let_go(self) -> None:
        self._is_gone = True

    def _take(self, _saved: Saved) -> None:
        self.boxes.clear()

    def _refuse(self, error: Exception) -> None:
        if self._is_gone:
            self._editing.jobs.failed.emit(error)
            return
        for box in self.boxes.values():
            box.setEnabled(True)
        self.save_button.setEnabled(True)
        self.trouble.say(sentence_of(error))


def show_remarks(pane: DetailPane, rows: Iterable[CoverageRow]) -> None:
    """What the list of the department says of its programs besides their functions."""
    said: dict[tuple[str, str], list[str]] = {}
    for row in rows:
        if row.function and row.purpose:
            said.setdefault((row.software, row.purpose), []).append(row.function)
    for (software, remark), functions in said.items():
        text = _("{software}: {remark} (printed with: {functions})")
        if not printed_remark(remark):
            text = _("{software}: {remark} (not printed: it names a password)")
        names = ", ".join(functions)
        pane.muted(text.format(software=software, remark=remark, functions=names))


def show_unnamed(
    pane: DetailPane,
    department_id: str,
    rows: list[CoverageRow],
    ticks: tuple[FunctionTick, ...],
    editing: Editing,
) -> None:
    """First those of which nobody has said anything, then those that no function holds."""
    for is_outside, said in (
        (False, _("Nobody has said yet what this software is used for here:")),
        (True, _("This software does nothing that has a sheet in the binder. A function chosen "
                 "here gives it one:")),
    ):  # fmt: skip
        fitting = [row for row in rows if row.outside is is_outside]
        if fitting:
            pane.text(said)
        for row in fitting:
            pane.keep(
                f"unnamed:{row.deployment_id}:{is_outside}",
                partial(UnnamedUse, department_id, row, ticks, editing),
            ).setProperty(PART, "outside" if is_outside else "unnamed")
