"""Bringing in a file, step by step: every line is seen before anything is kept."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QWidget

from referent_desk.domain.imports.answers import Answers
from referent_desk.domain.imports.guides import Applied
from referent_desk.gui.imports.applications import Application
from referent_desk.gui.imports.begun_imports import BegunImport
from referent_desk.gui.imports.drafts import Draft
from referent_desk.gui.imports.endings import Ending
from referent_desk.gui.imports.feet import reachable_steps, step_beside
from referent_desk.gui.imports.guide_frames import GuideFrame
from referent_desk.gui.imports.parts import ImportParts
from referent_desk.gui.imports.steps import StepName
from referent_desk.gui.notices import sentence_of
from referent_desk.language import _

_CORRECTED_AFTER = 250  # milliseconds after the last change of the columns they are looked at


class ImportPage(GuideFrame):
    """The guide, where it was left."""

    topic = "import"

    def __init__(self, parts: ImportParts, parent: QWidget | None = None) -> None:
        super().__init__(_("Import a file"), parent)
        self._parts = parts
        self.draft = parts.draft or Draft(parts.questions, parts.jobs)
        parts.draft = self.draft
        self.step = StepName.FILE
        self._was_opened = self._wants_lines = False
        self.lay_out_steps(parts.questions.words)
        self.application = Application(parts.questions, parts.jobs, self)
        self.ending = Ending(parts, self.done)
        self.begun = BegunImport(parts, self.draft, lambda: self.step, self)
        self._corrected = QTimer(self, singleShot=True, interval=_CORRECTED_AFTER)
        self.lay_out_around(self.begun.bars, self.application.progress)
        self._connect()
        self._connect_worker()

    def _connect(self) -> None:
        self.bar.chosen.connect(self.go)
        self.foot.previous.clicked.connect(
            lambda _on: self.go(step_beside(self.step, -1, self.draft))
        )
        self.foot.next.clicked.connect(lambda _on: self.go_on())
        self.foot.hear_keys(self)
        self.file.asked.connect(self.choose_file)
        self.file.corrected.connect(self._waiting(self.draft.read_otherwise))
        self.sheet.chosen.connect(self._waiting(self.draft.choose_sheet))
        self.titles.chosen.connect(self._waiting(self.draft.choose_titles))
        self.sheet.followed.connect(self.go_on)
        self.titles.followed.connect(self.go_on)
        self.columns.kind_chosen.connect(self._waiting(self.draft.choose_kind))
        self.columns.corrected.connect(self._corrected.start)
        self.columns.accepted.connect(self.go_on)
        self.columns.forget_asked.connect(self._wait)
        self.columns.forget_asked.connect(self.draft.forget)
        self.lines.answers_changed.connect(self._waiting(self.draft.answer))
        self.done.another_asked.connect(self.begin_again)
        self.done.sheet_asked.connect(self.read_sheet)
        self.done.back_asked.connect(self.end)
        self.ending.place_asked.connect(self._see)
        self.begun.found.connect(self._wait)
        self.begun.cleared.connect(self.file.show_nothing)
        self.begun.cleared.connect(lambda: self.go(StepName.FILE))
        self._corrected.timeout.connect(self._correct)

    def _connect_worker(self) -> None:
        self.draft.opened.connect(self._take_file)
        self.draft.looked.connect(self._show_look)
        self.draft.planned.connect(self._show_plan)
        self.draft.refused.connect(self._say_refused)
        self.application.applied.connect(self._take_applied)
        self.application.refused.connect(self._say_refused)
        self.application.stopped.connect(
            lambda: self.trouble.say(_("Stopped: nothing was imported."))
        )
        self.application.running.connect(self._show_running)
        self._parts.saver.saved.connect(self._plan_again)  # no lambda: it would outlive the page
        self._parts.saver.ability_changed.connect(self._show_foot)

    def begin(self) -> None:
        """Where it was left; a home only read says at once that nothing will be kept."""
        if not self._parts.saver.can_save:
            self.read_only.say(
                _("This home is only read: a file can be tried here, but not imported.")
            )
        self.begun.seek()
        if self.draft.file is not None and not self._was_opened:
            self._show_file()
            self._show_look()
            self.go(StepName.LINES if self.draft.is_ready else StepName.COLUMNS)
        else:
            self.go(StepName.FILE)

    def choose_file(self) -> None:
        path = self._parts.ask_file(self)
        if path is not None:
            self.open(path)

    def open(self, path: Path) -> None:
        if not self.application.is_running:
            self._parts.settings.import_folder = str(path.parent)
            self._was_opened = True
            self.begun.leave()
            self._wait()
            self.draft.work_for(self._parts.settings.department_id or "")
            self.draft.open(path)

    def begin_again(self) -> None:
        """Another file: what was settled for this one is done with."""
        self.go(StepName.FILE)
        self.choose_file()

    def read_sheet(self, name: str) -> None:
        """Another sheet of the file that was taken; what it lists lies where the first did."""
        assert self.draft.file is not None
        self._parts.draft = self.draft
        self.begun.expect()
        self.columns.show_anew()
        self.lines.begin_anew(Answers())
        self.sheet.show_file(self.draft.file.look, name)
        self.go(StepName.COLUMNS)
        self._wait()
        self.draft.begin_sheet(name, self._parts.settings.department_id or "")

    def _waiting(self, ask: Callable[[Any], None]) -> Callable[[Any], None]:
        """Ask the draft, whose answer may take a while."""

        def asked(given: Any) -> None:
            self._wait()
            ask(given)

        return asked

    def _correct(self) -> None:
        self._wait()
        self.draft.correct(self.columns.given(self.draft.choices))

    def _plan_again(self, _saved: object) -> None:
        """Something was saved or undone meanwhile: the lines are compared anew."""
        self.draft.plan = None
        if self.step is StepName.LINES and not self.application.is_running:
            self._wait()
            self.draft.make_plan()

    def _wait(self) -> None:
        self.trouble.say("")
        self.foot.next.setEnabled(False)
        self.busy.expect()

    def _take_file(self) -> None:
        """A file was just read, or read otherwise: on to the first step that needs a look."""
        self._show_file()
        self._show_look()
        if (step := self.begun.arrive()) is not None:
            self.go(step if step in reachable_steps(self.draft) else StepName.COLUMNS)
        elif self._was_opened:
            self._was_opened = False
            known = self.draft.look is not None and self.draft.look.kind is not None
            self.go(StepName.COLUMNS if known else StepName.TITLES)

    def _show_file(self) -> None:
        assert self.draft.file is not None
        self.busy.end()
        self.columns.show_anew()
        self.lines.begin_anew(self.draft.answers)
        self.file.show_file(str(self.draft.file.path), self.draft.file.look)
        self.sheet.show_file(self.draft.file.look, self.draft.choices.sheet or "")

    def _show_look(self) -> None:
        look = self.draft.look
        if look is None:
            return
        self.busy.end()
        if self.step is not StepName.TITLES:
            self.titles.show_sheet(self.draft.sheet, look.header_row)
        self.columns.show_table(look, self.draft.choices)
        self.columns.show_sheets(look.sheet, self.draft.unread)
        self.lines.begin(look)
        wanted, self._wants_lines = self._wants_lines, False
        if wanted and self.draft.is_ready:
            self.go(StepName.LINES)
        else:
            self._show_foot()

    def _show_plan(self) -> None:
        assert self.draft.plan is not None
        self.busy.end()
        self.lines.show_plan(self.draft.plan)
        self._show_foot()

    def _say_refused(self, error: Exception) -> None:
        self.busy.end()
        self.begun.fail()
        self._was_opened = self._wants_lines = False
        say = self.file.refuse if self.step is StepName.FILE else self.trouble.say
        say(sentence_of(error))
        self._show_foot()

    def _show_running(self, running: bool) -> None:
        for part in (self.stack, self.bar, self.foot):
            part.setEnabled(not running)
        if running:
            self.application.progress.stop.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_applied(self, applied: Applied) -> None:
        self.go(StepName.DONE)
        self.ending.show_applied(applied, self.draft)
        self._parts.draft = None
        self.begun.finish()
        self.done.take_focus()

    def go(self, step: StepName) -> None:
        self.step = step
        self.trouble.say("")
        self.stack.setCurrentWidget(self.steps[step].widget)
        if step is StepName.LINES:
            self._show_lines()
        self._show_foot()
        self.steps[step].take_focus()

    def _show_lines(self) -> None:
        if self.draft.plan is None:
            self._wait()
            self.draft.make_plan()
        elif self.lines.plan is not self.draft.plan:
            self.lines.show_plan(self.draft.plan)

    def go_on(self) -> None:
        """What the button at the end says."""
        if self.step is StepName.DONE:
            self.end()
        elif self.step is StepName.LINES:
            self.application.start(self.draft)
        elif self.step is StepName.COLUMNS and self._corrected.isActive():
            self._corrected.stop()
            self._wants_lines = True
            self._correct()
        elif self.foot.next.isEnabled():
            self.go(step_beside(self.step, 1, self.draft))

    def _show_foot(self, _can_save: bool | None = None) -> None:
        self.bar.show_step(self.step, reachable_steps(self.draft))
        self.foot.show_step(self.step, self.draft, can_save=self._parts.saver.can_save)

    def _see(self, place: object) -> None:
        self.end()
        self.place_asked.emit(place)

    def settle(self) -> None:
        if self._corrected.isActive():
            self._corrected.stop()
            self._correct()
        self.begun.settle()

    def end(self) -> None:
        """While a file is being taken, leaving stops that first."""
        if self.application.is_running:
            self.application.stop()
        else:
            super().end()
