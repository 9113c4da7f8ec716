"""What a department needs done: a tick list of the catalogue's functions."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QCheckBox, QGridLayout, QVBoxLayout, QWidget

from referent_desk.domain.deeds import Saved
from referent_desk.domain.needed_functions import FunctionTick
from referent_desk.domain.records import Unfinished
from referent_desk.gui.editing import Editing
from referent_desk.gui.icons import IconButton
from referent_desk.gui.labels import Look, PlainLabel, escaped_mnemonic, shortened, show_tip
from referent_desk.gui.notices import NoticeBar, sentence_of
from referent_desk.gui.record_forms import FormFoot, PaneForm
from referent_desk.gui.shapes import Shape
from referent_desk.gui.themes import Tone
from referent_desk.gui.unfinished import BroughtBackBar, UnfinishedForm
from referent_desk.language import _

_KEPT = "ticked"
_MOST_NAMED = 48  # letters of the name of a function
_MOST_SAID = 48  # letters of the names of software beside a function


class FunctionTicks(PaneForm):
    """Where nobody has said anything yet, what some software does there is ticked."""

    def __init__(
        self,
        department_id: str,
        name: str,
        ticks: tuple[FunctionTick, ...],
        editing: Editing,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._department_id = department_id
        self._editing = editing
        self._begun = frozenset(
            tick.function_id
            for tick in ticks
            if (bool(tick.software) if tick.needed is None else tick.needed)
        )
        self.boxes = {tick.function_id: _box(tick) for tick in ticks}
        self.count = PlainLabel("", Look.MUTED)
        self.count.setWordWrap(False)
        self.trouble = NoticeBar("", Tone.BAD, Shape.SQUARE)
        self.trouble.hide()
        self.save_button = IconButton(_("&Save the functions"), main=True)
        self.save_button.clicked.connect(lambda _checked: self.save())
        self.leave_button = IconButton(_("Change nothing"))
        self.leave_button.clicked.connect(lambda _checked: self.leave())
        self.unfinished = UnfinishedForm(
            f"functions:{department_id}", editing, self._unfinished_values, self
        )
        self._lay_out(name, ticks)
        self._put(self._begun)
        for box in self.boxes.values():
            box.clicked.connect(lambda _on: self._note())
        self.unfinished.read(self._bring_back)

    def _lay_out(self, name: str, ticks: tuple[FunctionTick, ...]) -> None:
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(8)
        title = _("Functions of {department}").format(department=name)
        self.column.addWidget(PlainLabel(title, Look.TITLE))
        why = _(
            "Tick what the department needs done to work, with or without software. What is "
            "ticked gets a place in its binder."
        )
        self.column.addWidget(PlainLabel(why, Look.MUTED))
        self.column.addWidget(self.count)
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(1, 1)
        for number, tick in enumerate(ticks):
            grid.addWidget(self.boxes[tick.function_id], number, 0)
            used = PlainLabel(shortened(", ".join(tick.software), _MOST_SAID), Look.MUTED)
            grid.addWidget(used, number, 1)
        self.column.addLayout(grid)
        self.column.addWidget(self.trouble)
        self.foot = FormFoot(self, self.save_button, self.leave_button)
        self.column.addWidget(self.foot)

    def ticked(self) -> frozenset[str]:
        return frozenset(key for key, box in self.boxes.items() if box.isChecked())

    def focus_first(self) -> None:
        first = next(iter(self.boxes.values()), None)
        if first is not None:
            first.setFocus()

    def settle(self) -> None:
        self.unfinished.settle()

    def save(self) -> None:
        wanted, department_id = self.ticked(), self._department_id
        need = self._editing.records.need_functions
        self._editing.saver.save(lambda: need(department_id, wanted), self._take, self._refuse)

    def _take(self, saved: Saved) -> None:
        self.unfinished.drop()
        if not self.is_gone:
            self.created.emit(saved)

    def _refuse(self, error: Exception) -> None:
        if self.is_gone:
            self._editing.jobs.failed.emit(error)
        else:
            self.trouble.say(sentence_of(error))

    def _note(self) -> None:
        self._say_count()
        self.unfinished.note()

    def _put(self, ticked: frozenset[str]) -> None:
        for key, box in self.boxes.items():
            box.setChecked(key in ticked)
        self._say_count()

    def _say_count(self) -> None:
        text = _("{count} of {total} ticked")
        self.count.say(text.format(count=len(self.ticked()), total=len(self.boxes)))

    def _unfinished_values(self) -> Mapping[str, str]:
        ticked = self.ticked()
        return {_KEPT: " ".join(sorted(ticked))} if ticked != self._begun else {}

    def _bring_back(self, unfinished: Unfinished) -> None:
        if self.ticked() != self._begun:
            return
        self._put(frozenset(unfinished.values.get(_KEPT, "").split()))
        bar = BroughtBackBar(unfinished.kept_at)
        self.column.insertWidget(1, bar)

        def clear() -> None:
            bar.hide()
            self.unfinished.drop()
            self._put(self._begun)

        bar.cleared.connect(clear)


def _box(tick: FunctionTick) -> QCheckBox:
    name = " ".join(tick.name.split())
    box = QCheckBox(escaped_mnemonic(shortened(name, _MOST_NAMED)))
    show_tip(box, name if len(name) > _MOST_NAMED else "")
    return box
