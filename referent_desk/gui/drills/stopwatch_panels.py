"""The stopwatch of a drill: a large clock, five tasks one after another, one key for each step."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from referent_desk.domain.drill_details import DrillDetail
from referent_desk.domain.drill_times import seconds_typed
from referent_desk.domain.drills import Outcome
from referent_desk.domain.records import FieldKind, RecordField
from referent_desk.domain.stopwatches import Stopwatch
from referent_desk.gui.drills.task_boxes import TaskBox
from referent_desk.gui.drills.words import OUTCOME_KEYS
from referent_desk.gui.icons import IconButton
from referent_desk.gui.labels import FieldLabel, Look, PlainLabel
from referent_desk.gui.notices import NoticeBar
from referent_desk.gui.record_fields import LineField
from referent_desk.gui.yielding_areas import YieldingArea
from referent_desk.language import _

_TICK = 200  # milliseconds
_CLOCK_POINTS = 54
_LEAST_SEEN = 72  # pixels: the task that is played
_ALL_THERE_IS = 100  # a stretch: the room below the buttons comes last
_REASON = RecordField("reason", FieldKind.LINE, required=True)


class StopwatchPanel(QWidget):
    """`changed`: a key was pressed, and what there is must be kept. `over` brings the reason why
    it was stopped half way, empty where it was played to its end."""

    changed = Signal()
    over = Signal(str)

    def __init__(self, detail: DrillDetail, now: Callable[[], datetime]) -> None:
        super().__init__()
        self._now = now
        self._detail = detail
        self.watch = Stopwatch(tuple(task.code for task in detail.tasks))
        self._tick = QTimer(self)
        self._tick.setInterval(_TICK)
        self._tick.timeout.connect(self._show_clock)
        self.clock = PlainLabel("0:00")
        self.clock.setAccessibleName(_("Time since the start"))
        font = self.clock.font()
        font.setPointSize(_CLOCK_POINTS)
        font.setBold(True)
        self.clock.setFont(font)
        self.said = PlainLabel("", Look.MUTED)
        self.boxes = tuple(TaskBox(number, t) for number, t in enumerate(detail.tasks, 1))
        self._make_buttons()
        self._lay_out()
        self._hear_keys()
        self._show()

    def _make_buttons(self) -> None:
        self.start = IconButton(_("Start (space)"), "list-checks", main=True)
        self.done = IconButton(_("1 · Done, next task (space)"), "check", main=True)
        self.partly = IconButton(_("2 · In part"))
        self.failed = IconButton(_("3 · Not done"))
        self.pause = IconButton(_("Pause (P)"))
        self.back = IconButton(_("Take back the last one (backspace)"))
        self.stop = IconButton(_("Stop half way (E)"), "x")
        self.reason = LineField(_REASON)
        self.reason.setAccessibleName(_("Why it is stopped"))
        self.stop_here = IconButton(_("Stop &here"), main=True)
        self.go_on = IconButton(_("&Go on playing"))
        self.trouble = NoticeBar("")
        self.trouble.hide()
        self.start.clicked.connect(lambda _on: self.begin())
        for button, outcome in self._outcomes():
            button.clicked.connect(lambda _on, o=outcome: self.end_task(o))
        self.pause.clicked.connect(lambda _on: self.toggle_pause())
        self.back.clicked.connect(lambda _on: self.take_back())
        self.stop.clicked.connect(lambda _on: self.ask_reason())
        self.stop_here.clicked.connect(lambda _on: self._stop())
        self.reason.entered.connect(self._stop)
        self.go_on.clicked.connect(lambda _on: self._give_up_stopping())

    def _outcomes(self) -> tuple[tuple[IconButton, Outcome], ...]:
        return (
            (self.done, Outcome.DONE),
            (self.partly, Outcome.PARTLY),
            (self.failed, Outcome.NOT_DONE),
        )

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(24)
        head.addWidget(self.clock)
        head.addWidget(self.said, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        if self._detail.complication is not None:
            hard = self._detail.complication
            text = _("Say it aloud: {complication}").format(
                complication=f"{hard.title}. {hard.asks}"
            )
            column.addWidget(PlainLabel(text, Look.STRONG))
        self.tasks = _stacked(self.boxes)
        column.addWidget(self.tasks, _ALL_THERE_IS)
        self.playing = QWidget()
        rows = QVBoxLayout(self.playing)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(8)
        rows.addLayout(_beside(self.start, self.done, self.partly, self.failed))
        rows.addLayout(_beside(self.pause, self.back, self.stop))
        column.addWidget(self.playing)
        self.asking = QWidget()
        row = QVBoxLayout(self.asking)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(FieldLabel(_("&Why is it stopped? What was played is kept."), self.reason))
        beside = QHBoxLayout()
        for widget in (self.reason, self.stop_here, self.go_on):
            beside.addWidget(widget)
        row.addLayout(beside)
        row.addWidget(self.trouble)
        column.addWidget(self.asking)
        column.addStretch(1)

    def _hear_keys(self) -> None:
        """Wherever the keyboard is in the panel; not while a reason is typed."""
        keys = Qt.Key
        self._shortcuts: list[QShortcut] = []
        acts: tuple[tuple[Qt.Key, Callable[[], None]], ...] = (
            (keys.Key_Space, self._step),
            *((key, partial(self.end_task, one)) for key, one in OUTCOME_KEYS.items()),
            (keys.Key_P, self.toggle_pause),
            (keys.Key_Backspace, self.take_back),
            (keys.Key_E, self.ask_reason),
        )
        for key, act in acts:
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.setAutoRepeat(False)
            shortcut.activated.connect(act)
            self._shortcuts.append(shortcut)

    def controls(self) -> list[QWidget]:
        return [
            *(self.start, self.done, self.partly, self.failed, self.pause, self.back, self.stop),
            *(self.reason, self.stop_here, self.go_on),
        ]

    def take_focus(self) -> None:
        target = self.done if self.watch.is_started else self.start
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def bring_back(self, watch: Stopwatch) -> None:
        self.watch = watch
        self._show()
        self.take_focus()

    def begin(self) -> None:
        self._take(self.watch.start(self._now()))
        self.take_focus()

    def end_task(self, outcome: Outcome) -> None:
        if not self.watch.is_started or self.watch.is_over:
            return
        self._take(self.watch.end_task(outcome, self._now()))
        self._tell_end()

    def _tell_end(self) -> None:
        if self.watch.is_over:
            self.over.emit("")

    def toggle_pause(self) -> None:
        now = self._now()
        watch = self.watch
        self._take(watch.pause(now) if watch.is_running else watch.go_on(now))

    def take_back(self) -> None:
        self._take(self.watch.take_back(self._now()))

    def ask_reason(self) -> None:
        """The clock stands still while one types."""
        if not self.watch.is_started or self.watch.is_over:
            return
        self._take(self.watch.pause(self._now()))
        self._ask(True)
        self.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def _step(self) -> None:
        if self.watch.is_started:
            self.end_task(Outcome.DONE)
        else:
            self.begin()

    def _stop(self) -> None:
        reason = self.reason.typed().strip()
        if not reason:
            self.trouble.say(_("A reason is needed. A few words are enough."))
            self.reason.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._ask(False)
        self._take(self.watch.stop(self._now()))
        self.over.emit(reason)

    def _give_up_stopping(self) -> None:
        self._ask(False)
        self._take(self.watch.go_on(self._now()))
        self.take_focus()

    def _ask(self, asks: bool) -> None:
        self._show_asking(asks)
        self.trouble.say("")
        for shortcut in self._shortcuts:
            shortcut.setEnabled(not asks)

    def _show_asking(self, asks: bool) -> None:
        """In the place of the buttons: on a low screen there is no room for both."""
        self.asking.setVisible(asks)
        self.playing.setVisible(not asks)

    def _take(self, watch: Stopwatch) -> None:
        if watch != self.watch:
            self.watch = watch
            self._show()
            self.changed.emit()

    def _show(self) -> None:
        watch = self.watch
        self._show_asking(False)
        self.start.setVisible(not watch.is_started)
        is_playing = watch.is_started and not watch.is_over
        for button in (self.done, self.partly, self.failed, self.pause, self.stop):
            button.setVisible(is_playing)
        self.back.setVisible(bool(watch.laps))
        self.pause.setText(_("Pause (P)") if watch.is_running else _("Go on (P)"))
        results = watch.results()
        for place, (box, result) in enumerate(zip(self.boxes, results, strict=True)):
            is_present = is_playing and place == watch.present
            box.show_result(result if place < watch.present else None, is_present=is_present)
            if is_present:
                self.tasks.ensureWidgetVisible(box, 0, 0)
        self._show_clock()
        self._let_tick()

    def _show_clock(self) -> None:
        now = self._now()
        watch = self.watch
        self.clock.say(seconds_typed(int(watch.elapsed(now))))
        aimed = sum(task.seconds for task in self._detail.tasks)
        self.said.say(_said(watch, aimed))
        if watch.is_started and not watch.is_over:
            self.boxes[watch.present].show_time(int(watch.of_task(now)))

    def _let_tick(self) -> None:
        if self.watch.is_running and self.isVisible():
            self._tick.start()
        else:
            self._tick.stop()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._let_tick()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._tick.stop()


def _stacked(boxes: Sequence[QWidget]) -> YieldingArea:
    inside = QWidget()
    column = QVBoxLayout(inside)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(8)
    for box in boxes:
        column.addWidget(box)
    return YieldingArea(inside, _LEAST_SEEN)


def _beside(*widgets: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch(1)
    return row


def _said(watch: Stopwatch, aimed: int) -> str:
    if not watch.is_started:
        return _("The whole drill is to take {time}. Press the space bar to start.").format(
            time=seconds_typed(aimed)
        )
    if watch.is_over:
        return _("It is over.")
    if not watch.is_running:
        return _("The clock stands still.")
    return _("The whole drill is to take {time}.").format(time=seconds_typed(aimed))
