"""What became of a drill, typed: from the stopwatch, or from the printed grid afterwards."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from referent_desk.domain.drill_details import DrillDetail
from referent_desk.domain.drill_times import read_clock
from referent_desk.domain.drills import TaskResult, TypedFinding, TypedRun
from referent_desk.domain.record_values import read_typed
from referent_desk.domain.records import Fault, FieldKind, RecordField
from referent_desk.gui.drills.finding_rows import FindingRows
from referent_desk.gui.drills.result_rows import ResultRows
from referent_desk.gui.drills.words import time_fault
from referent_desk.gui.editing import Editing
from referent_desk.gui.field_words import fault_sentence
from referent_desk.gui.icons import IconButton
from referent_desk.gui.labels import FieldLabel, Look, PlainLabel
from referent_desk.gui.name_fields import NameField
from referent_desk.gui.notices import NoticeBar
from referent_desk.gui.pane_fields import DAY_WIDTH
from referent_desk.gui.record_fields import LineField, TextField
from referent_desk.gui.shapes import Shape
from referent_desk.gui.themes import Tone
from referent_desk.gui.wordings import short_day
from referent_desk.language import _

_DAY = RecordField("day", FieldKind.DAY, required=True)
_COUNT = RecordField("participants", FieldKind.COUNT)
_LINE = RecordField("line", FieldKind.LINE)
_TEXT = RecordField("lessons", FieldKind.TEXT)
_SIDE_WIDTH, _NARROW = 352, 1040  # pixels


class RunPanel(QWidget):
    """`given` carries a `TypedRun`; `edited`: something was typed that must be kept."""

    given = Signal(object)
    edited = Signal()

    def __init__(self, detail: DrillDetail, editing: Editing) -> None:
        super().__init__()
        self._editing = editing
        self._seconds: int | None = None
        self.results = ResultRows(detail.tasks)
        self.findings = FindingRows(editing)
        self.day, self.starts_at = LineField(_DAY), LineField(_LINE)
        self.led_by, self.observer = NameField(editing), NameField(editing)
        self.participants, self.stopped = LineField(_COUNT), LineField(_LINE)
        self.lessons = TextField(_TEXT)
        self.trouble = NoticeBar("", Tone.BAD, Shape.SQUARE)
        self.trouble.hide()
        self.record = IconButton(_("&Record the drill"), "check", main=True)
        self.record.clicked.connect(lambda _on: self._give())
        self.day.show_typed(short_day(min(detail.today, detail.drill.planned_on)))
        self.led_by.show_name(detail.drill.led_by or editing.signer.name)
        self._lay_out()
        for field in self._sides().values():
            field.edited.connect(self._note)
        self.lessons.edited.connect(self._note)
        self.results.edited.connect(self._note)
        self.findings.edited.connect(self._note)
        self.lessons.entered.connect(self._give)

    def _sides(self) -> dict[str, LineField]:
        return {
            "day": self.day,
            "starts_at": self.starts_at,
            "led_by": self.led_by,
            "observer": self.observer,
            "participants": self.participants,
            "stopped": self.stopped,
        }

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(PlainLabel(_("The five tasks"), Look.HEADING))
        left.addWidget(self.results)
        left.addSpacing(8)
        left.addWidget(self.findings)
        left.addStretch(1)
        page = QWidget()
        page.setProperty("look", "cards")
        beside = self._beside = QHBoxLayout(page)
        beside.setContentsMargins(0, 0, 8, 0)
        beside.setSpacing(24)
        beside.addLayout(left, 1)
        beside.addWidget(self._side())
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setProperty("look", "cards")
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(area, 1)
        column.addWidget(self.trouble)
        column.addWidget(self.record, 0, Qt.AlignmentFlag.AlignLeft)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where the findings would have no room beside it, what is asked once stands below."""
        super().resizeEvent(event)
        ways = QHBoxLayout.Direction
        is_narrow = self.width() < _NARROW
        self._beside.setDirection(ways.TopToBottom if is_narrow else ways.LeftToRight)

    def _side(self) -> QWidget:
        side = QWidget()
        side.setFixedWidth(_SIDE_WIDTH)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for field in (self.day, self.starts_at, self.participants):
            field.setFixedWidth(DAY_WIDTH)
        self.starts_at.setPlaceholderText("14:30")
        named: tuple[tuple[str, LineField | TextField], ...] = (
            (_("&Held on"), self.day),
            (_("Began &at"), self.starts_at),
            (_("L&ed by"), self.led_by),
            (_("&Observer"), self.observer),
            (_("How many took &part"), self.participants),
            (_("&Stopped before its end, because"), self.stopped),
            (_("&Lessons, now or within thirty days"), self.lessons),
        )
        for text, asked in named:
            asked.setAccessibleName(text.replace("&", ""))
            column.addWidget(FieldLabel(text, asked))
            column.addWidget(asked)
            column.addSpacing(4)
        column.addStretch(1)
        return side

    def show_played(
        self, results: Sequence[TaskResult], seconds: int, stopped: str, began: str, today: date
    ) -> None:
        """From the stopwatch: what it measured stands there and may be corrected."""
        self._seconds = seconds
        self.results.show_results(results)
        self.stopped.put(stopped)
        self.starts_at.put(began)
        self.day.put(short_day(today))

    def take_focus(self) -> None:
        first = next(
            (f for f in self.results.controls() if not _is_filled(f)), self.findings.rows[0].what
        )
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def wait(self, waits: bool) -> None:
        self.record.setEnabled(not waits)

    def controls(self) -> list[QWidget]:
        sides = (self.day, self.starts_at, self.led_by, self.observer, self.participants)
        ends = (self.stopped, self.lessons, self.record)
        return [*self.results.controls(), *self.findings.controls(), *sides, *ends]

    def values(self) -> dict[str, str]:
        """What is typed, as it can be kept; nothing while only what was proposed stands there."""
        kept = {**self.results.values(), **self.findings.values()}
        typed = {name: field.typed() for name, field in self._sides().items() if field.is_changed}
        kept |= {f"side:{name}": value for name, value in typed.items() if value}
        if self.lessons.typed():
            kept["side:lessons"] = self.lessons.typed()
        return kept

    def put(self, kept: Mapping[str, str]) -> None:
        self.results.put(kept)
        self.findings.put(kept)
        for name, field in self._sides().items():
            if f"side:{name}" in kept:
                field.put(kept[f"side:{name}"])
        self.lessons.put(kept.get("side:lessons", self.lessons.typed()))

    def _note(self) -> None:
        self.trouble.say("")
        self.edited.emit()

    def _refuse(self, sentence: str, widget: QWidget) -> None:
        self.trouble.say(sentence)
        widget.setFocus(Qt.FocusReason.OtherFocusReason)

    def _give(self) -> None:
        results, findings = self.results.results(), self.findings.findings()
        for read in (results, findings):
            if len(read) == 2 and isinstance(read[0], str) and isinstance(read[1], QWidget):
                self._refuse(read[0], read[1])
                return
        day, count = (
            read_typed(_DAY, self.day.typed()),
            read_typed(_COUNT, self.participants.typed()),
        )
        began = read_clock(self.starts_at.typed())
        if not self.led_by.typed():
            said = _("Nobody is named. Type the name of who led the drill.")
            self._refuse(said, self.led_by)
        elif not isinstance(day, date):
            said = fault_sentence(day.code, _DAY) if isinstance(day, Fault) else ""
            self._refuse(said, self.day)
        elif isinstance(began, Fault):
            self._refuse(time_fault(began.code), self.starts_at)
        elif isinstance(count, Fault):
            self._refuse(fault_sentence(count.code, _COUNT), self.participants)
        else:
            self._editing.signer.remember(self.led_by.typed())
            self.given.emit(
                TypedRun(
                    led_by=self.led_by.typed(),
                    day=day,
                    results=[one for one in results if isinstance(one, TaskResult)],
                    observer=self.observer.typed(),
                    participants=count if isinstance(count, int) else None,
                    starts_at=began,
                    seconds=self._seconds,
                    stopped_because=self.stopped.typed(),
                    lessons=self.lessons.typed(),
                    findings=[one for one in findings if isinstance(one, TypedFinding)],
                )
            )


def _is_filled(widget: QWidget) -> bool:
    typed = getattr(widget, "typed", None)
    return bool(typed()) if typed is not None else True
