"""Playing a drill with the stopwatch, or typing in what the printed grid says; then recording."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from referent_desk.domain.deeds import Saved
from referent_desk.domain.drill_details import DrillDetail
from referent_desk.domain.drills import TypedRun
from referent_desk.domain.records import Unfinished
from referent_desk.domain.stopwatches import read_stopwatch
from referent_desk.gui.drills.run_panels import RunPanel
from referent_desk.gui.drills.stopwatch_panels import StopwatchPanel
from referent_desk.gui.editing import Editing
from referent_desk.gui.notices import sentence_of
from referent_desk.gui.questions_drills import DrillQuestions
from referent_desk.gui.unfinished import BroughtBackBar, UnfinishedForm
from referent_desk.gui.work_pages import WorkPage
from referent_desk.language import _

_WATCH, _STOPPED = "watch", "watch:stopped"


class DrillPage(WorkPage):
    """`is_live`: with the stopwatch. What was begun is kept until it is recorded or cleared."""

    topic = "drills"

    def __init__(
        self, questions: DrillQuestions, detail: DrillDetail, editing: Editing, *, is_live: bool
    ) -> None:
        title = _("Drill: {function}") if is_live else _("Type in the grid: {function}")
        super().__init__(title.format(function=detail.function))
        self._questions = questions
        self._detail = detail
        self._editing = editing
        self._is_gone = False
        self._stopped = ""
        self.watch = StopwatchPanel(detail, questions.now)
        self.run = RunPanel(detail, editing)
        self.panels = QStackedWidget()
        for panel in (self.watch, self.run):
            self.panels.addWidget(panel)
        self.panels.setCurrentWidget(self.watch if is_live else self.run)
        self._notices = QVBoxLayout()
        self.body.addLayout(self._notices)
        self.body.addWidget(self.panels, 1)
        self.brought_back: BroughtBackBar | None = None
        key = f"drill:{detail.drill.id}"
        self.unfinished = UnfinishedForm(key, editing, self.values, self)
        self.watch.changed.connect(self.unfinished.keep)
        self.watch.over.connect(self._take_over)
        self.run.edited.connect(self.unfinished.note)
        self.run.given.connect(self._record)

    def begin(self) -> None:
        self._order_tabs()
        self._take_focus()
        self.unfinished.read(self._bring_back)

    def settle(self) -> None:
        self.unfinished.settle()

    def end(self) -> None:
        self._is_gone = True
        super().end()

    def values(self) -> Mapping[str, str]:
        kept = self.run.values()
        if self.watch.watch.is_started:
            kept[_WATCH] = self.watch.watch.kept()
        if self._stopped:
            kept[_STOPPED] = self._stopped
        return kept

    def _take_focus(self) -> None:
        if self.panels.currentWidget() is self.watch:
            self.watch.take_focus()
        else:
            self.run.take_focus()

    def _bring_back(self, kept: Unfinished) -> None:
        """What was begun goes on where it is by now, unless something new was begun meanwhile."""
        if self._is_gone or self.values():
            return
        watch = read_stopwatch(kept.values.get(_WATCH, ""))
        self._stopped = kept.values.get(_STOPPED, "")
        known = self.watch.watch.tasks
        if watch is not None and watch.tasks == known:
            self.watch.bring_back(watch)
            if watch.is_over:
                self._show_played()
            else:
                self.panels.setCurrentWidget(self.watch)
        self.run.put(kept.values)
        self._show_brought_back(kept)
        self._order_tabs()
        self._take_focus()

    def _show_brought_back(self, kept: Unfinished) -> None:
        bar = self.brought_back = BroughtBackBar(kept.kept_at, self)
        bar.cleared.connect(self._clear)
        self._notices.addWidget(bar)
        bar.show()

    def _clear(self) -> None:
        """Begin anew: what was kept is let go, the page with it."""
        self.unfinished.forget()
        self._is_gone = True
        super().end()

    def _take_over(self, stopped: str) -> None:
        self._stopped = stopped
        self._show_played()
        self.unfinished.keep()
        self._order_tabs()
        self._take_focus()

    def _show_played(self) -> None:
        watch, now = self.watch.watch, self._questions.now()
        began = watch.started_at.astimezone() if watch.started_at is not None else None
        self.run.show_played(
            watch.results(),
            round(watch.elapsed(now)),
            self._stopped,
            f"{began:%H:%M}" if began is not None else "",
            began.date() if began is not None else self._detail.today,
        )
        self.panels.setCurrentWidget(self.run)

    def _record(self, typed: TypedRun) -> None:
        drill_id, record = self._detail.drill.id, self._questions.runs.record
        self.run.wait(True)
        self._editing.saver.save(lambda: record(drill_id, typed), self._take_saved, self._refuse)

    def _take_saved(self, _saved: Saved) -> None:
        self.unfinished.forget()
        if not self._is_gone:
            self._is_gone = True
            super().end()

    def _refuse(self, error: Exception) -> None:
        if self._is_gone:
            self._editing.jobs.failed.emit(error)
            return
        self.run.wait(False)
        self.run.trouble.say(sentence_of(error))

    def _order_tabs(self) -> None:
        is_live = self.panels.currentWidget() is self.watch
        controls = self.watch.controls() if is_live else self.run.controls()
        chain: list[QWidget] = [self.leave, *controls]
        if self.brought_back is not None:
            chain.append(self.brought_back.clear)
        for before, after in pairwise(chain):
            QWidget.setTabOrder(before, after)
