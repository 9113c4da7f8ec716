"""The first tab: what there is to do in the chosen department, and a button that does each."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from referent_desk.domain.changes import ALL_KINDS, Kind
from referent_desk.domain.tasks import Lead, Task, Today
from referent_desk.errors import NotFound
from referent_desk.gui.empty_pages import EmptyPage
from referent_desk.gui.empty_texts import EmptyText, no_department
from referent_desk.gui.jobs import Jobs, LatestAnswer
from referent_desk.gui.labels import Look, PlainLabel
from referent_desk.gui.notices import NoticeBar, sentence_of
from referent_desk.gui.parts import WantedPart
from referent_desk.gui.places import Key, Place, TabName
from referent_desk.gui.questions import FileQuestions
from referent_desk.gui.questions_today import TodayQuestions
from referent_desk.gui.saving import Saver
from referent_desk.gui.shapes import Shape
from referent_desk.gui.themes import Tone
from referent_desk.gui.today.calendars import CalendarSaving
from referent_desk.gui.today.task_lists import TaskList
from referent_desk.language import _


class TodayTab(QWidget):
    """`print_asked`: the binder of this department; `step_asked`: what an empty page offers."""

    place_followed = Signal(object)
    print_asked = Signal()
    step_asked = Signal(object)

    def __init__(
        self, questions: TodayQuestions, saver: Saver, jobs: Jobs, files: FileQuestions
    ) -> None:
        super().__init__()
        self._questions = questions
        self._saver = saver
        self._answer = LatestAnswer(jobs)
        self.part = WantedPart(self)
        self._department_id: str | None = None
        self._is_ready = False
        self._is_stale = True
        self._wants_focus = False
        self._wanted = ""
        self.heading = PlainLabel("", Look.TITLE)
        self.trouble = NoticeBar("", Tone.BAD, Shape.SQUARE, closable=True)
        self.trouble.hide()
        self.calendar = CalendarSaving(questions, files, jobs, self)
        self.list = TaskList()
        self.list.done_asked.connect(self.do)
        self.empty = EmptyPage()
        self.empty.step_asked.connect(self.step_asked)
        self.empty.hide()
        self._lay_out()
        saver.ability_changed.connect(self._take_ability)

    def _take_ability(self, _possible: bool) -> None:
        self.refresh()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 12)
        layout.setSpacing(12)
        head = QHBoxLayout()
        head.addWidget(self.heading, 1)
        head.addWidget(self.calendar.button)
        layout.addLayout(head)
        for bar in (self.trouble, self.calendar.told, self.calendar.trouble):
            layout.addWidget(bar)
        layout.addWidget(self.empty, 1)
        layout.addWidget(self.list, 1)

    @property
    def name(self) -> TabName:
        return TabName.TODAY

    @property
    def title(self) -> str:
        return _("Today")

    @property
    def key(self) -> Key:
        held = self.list.held
        return (held[0],) if held else ()

    @property
    def widget(self) -> QWidget:
        return self

    def begin(self) -> None:
        self._is_ready = True
        self.refresh()

    def choose_department(self, department_id: str | None) -> None:
        if department_id != self._department_id:
            self._department_id = department_id
            self.trouble.hide()
            self.calendar.choose_department(department_id)
            self.list.fold_again()
            self.refresh()

    def take_change(self, kinds: frozenset[Kind]) -> None:
        if kinds & ALL_KINDS:
            self.refresh()

    def refresh(self) -> None:
        self._is_stale = True
        if self.isVisible():
            self._read()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_stale:
            self._read()

    def show_key(self, key: Key) -> None:
        self._wanted = str(key[0]) if key else ""

    def take_focus(self) -> None:
        """The first thing to do; where it is not there yet, as soon as it is."""
        self._wants_focus = not self._hold()

    def _hold(self) -> bool:
        if self.empty.isVisible():
            return self.empty.take_focus()
        return self.list.hold(self._wanted)

    def focus_filter(self) -> None:
        """There is nothing to filter: the keyboard goes where the work is."""
        self.take_focus()

    def _read(self) -> None:
        if not self._is_ready:
            return
        self._is_stale = False
        department_id = self._department_id
        if department_id is None:
            self._answer.forget()
            self.heading.say(_("Today"))
            self._show_empty(no_department(self._saver.can_save))
            return
        self._answer.ask(
            lambda: self._questions.list_tasks(department_id), self._show, self._refuse
        )

    def _show(self, today: Today) -> None:
        from referent_desk.gui.today.words import heading, nothing_to_do  # after the first paint

        self.heading.say(heading(today))
        possible = self._saver.can_save
        if today.tasks:
            focused = QApplication.focusWidget()
            if focused is not None and self.empty.isAncestorOf(focused):
                self._wants_focus = True  # hiding it would send the keyboard to the top bar
            self.empty.hide()
            self.list.show()
            self.list.show_tasks(today.tasks, possible=possible)
        else:
            self.list.show_tasks((), possible=possible)
            self._show_empty(EmptyText(*nothing_to_do(today)))
        if self._wants_focus and self.isVisible():
            self._wants_focus = not self._hold()

    def _show_empty(self, text: EmptyText) -> None:
        self.list.hide()
        self.empty.say(text)
        self.empty.show()

    def _refuse(self, error: Exception) -> None:
        self.heading.say(_("Today"))
        if isinstance(error, NotFound):
            steps = no_department(self._saver.can_save).steps
            self._show_empty(EmptyText(error.happened, error.what_to_do, steps))
        else:
            self._show_empty(EmptyText(_("The list cannot be read."), sentence_of(error)))

    def do(self, task: Task) -> None:
        """What the button of a card does."""
        self._wanted = task.code
        if task.lead is Lead.PRINTING:
            self.print_asked.emit()
        elif task.lead is Lead.STARTERS:
            self._take_starters(frozenset(key for key in task.key if key))
        else:
            self.place_followed.emit(_PLACES[task.lead](self._department_id, task))

    def _take_starters(self, functions: frozenset[str]) -> None:
        department_id = self._department_id
        if department_id is not None:
            self.trouble.hide()
            self._saver.save(
                lambda: self._questions.take_starters(department_id, functions),
                None,
                lambda error: self.trouble.say(sentence_of(error)),
            )


def _of_department(part: str) -> Callable[[str | None, Task], Place]:
    return lambda department_id, _task: _here(department_id, part)


def _here(department_id: str | None, part: str) -> Place:
    return Place(TabName.DEPARTMENTS, (department_id,), None, part)


def _copy_place(task: Task) -> Place:
    """The key names the copy and what is done with it; without one all that comes is shown."""
    copy_id, part = task.key if task.key else (None, "")
    return Place(TabName.BINDERS, (copy_id,) if copy_id else (), None, str(part))


def _drill_place(task: Task) -> Place:
    """The key names the drill, if there is one yet, and what is done with it."""
    drill_id, part = task.key
    return Place(TabName.DRILLS, (drill_id,) if drill_id else (), None, str(part))


def _uses_place(department_id: str | None, task: Task) -> Place:
    """The uses of a program that is no more are ended beside it."""
    if task.code == "software_retired":
        return Place(TabName.SOFTWARE, task.key)
    return _here(department_id, "unnamed" if task.code == "use_unnamed" else "functions")


def _about(task: Task, part: str) -> str:
    return ":".join([part, *(key for key in task.key if key)])


def _of_one(task: Task, part: str) -> str:
    """About the first that the key names."""
    return ":".join([part, *(key for key in task.key[:1] if key)])


_PLACES: Mapping[Lead, Callable[[str | None, Task], Place]] = {
    Lead.FUNCTIONS: _of_department("tick"),
    Lead.USES: _uses_place,
    Lead.NUMBERS: lambda department_id, task: _here(department_id, _about(task, "add_number")),
    Lead.LOCAL_VALUES: _of_department("local_values"),
    Lead.APPOINTMENT: lambda department_id, task: _here(department_id, _about(task, "appoint")),
    Lead.PROCEDURE: lambda _id, task: Place(TabName.PROCEDURES, task.key, None, "write"),
    Lead.COPY: lambda _id, task: _copy_place(task),
    Lead.APPROVAL: lambda _id, task: Place(TabName.PROCEDURES, task.key, None, "approve"),
    Lead.UPPER_TEXT: lambda _id, task: Place(TabName.PROCEDURES, task.key, None, "upper"),
    Lead.VERIFICATION: lambda _id, task: Place(TabName.PROCEDURES, task.key, None, "verify"),
    Lead.MEANS: lambda _id, _task: Place(TabName.PROCEDURES, (), None, "means"),
    Lead.FAILURES: lambda _id, _task: Place(TabName.PROCEDURES, (), None, "failures"),
    Lead.UPPER_TEXT: lambda _id, task: Place(TabName.PROCEDURES, task.key, None, "upper"),
    Lead.DRILL: lambda _id, task: _drill_place(task),
    Lead.READING: lambda _id, task: Place(TabName.PROCEDURES, (), None, _of_one(task, "readings")),
    Lead.PRESENCE: lambda _id, task: Place(
        TabName.REFERENTS, task.key, None, "hours" if task.key else "presence"
    ),
    Lead.HELP_GIVEN: lambda _id, task: Place(TabName.HELP_GIVEN, task.key),
    Lead.HANDOVER: lambda _id, _task: Place(TabName.REFERENTS, (), None, "handovers"),
    Lead.ERASURE: lambda _id, task: Place(TabName.REFERENTS, task.key, None, "erase_name"),
    Lead.SKILLS: lambda _id, task: Place(TabName.REFERENTS, (), None, _of_one(task, "skills")),
    Lead.ARRIVALS: lambda _id, task: Place(
        TabName.REFERENTS, (), None, _of_one(task, "skills:arrivals")
    ),
    Lead.DIALLING: _of_department("dialling"),
    Lead.ADVICE: lambda _id, task: Place(TabName.SOFTWARE, task.key[:1], None, str(task.key[1])),
    Lead.PROPOSAL: lambda _id, task: Place(TabName.REFERENTS, task.key[:1], None, str(task.key[1])),
    Lead.ACTIONS: lambda _id, task: Place(TabName.PROCEDURES, (), None, _of_one(task, "actions")),
}
"""Where in the window each is done, and which part of the page gets the keyboard."""
