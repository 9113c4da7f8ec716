"""A department from nothing in four short steps, laid over the tabs."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from PySide6.QtCore import Qt, Signal

from referent_desk.domain.departments import DepartmentChoice
from referent_desk.domain.first_steps import FirstDone, FirstOffer, FirstSteps, StarterTitle
from referent_desk.domain.records import Unfinished
from referent_desk.errors import RefusedField
from referent_desk.gui.editing import Editing
from referent_desk.gui.field_words import fault_sentence
from referent_desk.gui.first_steps.frames import DONE, FUNCTIONS, IDENTITY, STARTERS, StepsFrame
from referent_desk.gui.first_steps.identity_panels import asked_field
from referent_desk.gui.jobs import LatestAnswer
from referent_desk.gui.notices import sentence_of
from referent_desk.gui.questions_today import FirstStepsQuestions
from referent_desk.gui.unfinished import BroughtBackBar, UnfinishedForm
from referent_desk.language import _

KEY = "first_steps"
_MADE = "department_id"


class FirstStepsPage(StepsFrame):
    """`made` gives the department once it is there: at the end, or before something is imported.

    `department` is the one that was made before the end; the first step is then done with.
    """

    made = Signal(object)
    print_asked = Signal()
    today_asked = Signal()

    topic = "first-department"

    def __init__(self, questions: FirstStepsQuestions, editing: Editing) -> None:
        super().__init__(editing)
        self._questions = questions
        self._editing = editing
        self._offered = LatestAnswer(editing.jobs)
        self._making = False
        self._starters_known = False
        self.department: DepartmentChoice | None = None
        self.unfinished = UnfinishedForm(KEY, editing, self.values, self)
        self._connect()

    def _connect(self) -> None:
        self.leaving.left.connect(self.end)
        for panel in (self.identity, self.functions, self.starters):
            panel.edited.connect(self.unfinished.note)
            panel.entered.connect(self.go_on)
        self.done.print_asked.connect(self.print_asked)
        self.done.today_asked.connect(self.today_asked)

    def begin(self) -> None:
        self._show_step(IDENTITY)
        self._ask_offer("", self._take_offer)

    def _ask_offer(self, department_id: str, take: Callable[[FirstOffer], None]) -> None:
        self._offered.ask(lambda: self._questions.offer(department_id), take, self._refuse)

    def settle(self) -> None:
        if self.step != DONE:
            self.unfinished.settle()

    def escape(self) -> None:
        if self.leaving.isVisible():
            self.leaving.close_again()
        else:
            self.go_away()

    def go_away(self) -> None:
        """What was typed is found again, which must be known before one leaves."""
        typed = self.step != DONE and bool(self.values()) and self._editing.is_possible
        if typed and not self.leaving.isVisible():
            self.leaving.ask()
        else:
            self.end()

    @property
    def stays_below(self) -> bool:
        return bool(self.values()) or self.step == DONE

    def make_way(self, then: Callable[[], None]) -> None:
        """What is imported belongs to the department, which is therefore made first."""
        is_there = self.department is not None or self.step == DONE or not self.stays_below
        if is_there or not self._editing.is_possible:
            then()
        elif not self._making and (self.step != IDENTITY or self.identity.is_right()):
            self._begin_department(then)

    def come_back(self) -> None:
        """What was imported is counted."""
        if self.department is not None and self.step != DONE:
            self._ask_offer(self.department.id, self._count_in)

    def _take_offer(self, offer: FirstOffer) -> None:
        self.functions.offer(offer.functions, offer.software)
        self.identity.offer_establishments(offer.establishments)
        self._order_tabs()
        self.identity.take_focus()
        self.unfinished.read(self._bring_back)

    def values(self) -> Mapping[str, str]:
        """What was typed and ticked; nothing where nobody did anything yet."""
        functions = self.functions.values()
        if not self.identity.is_touched and not functions:
            return {}
        made = {_MADE: self.department.id} if self.department is not None else {}
        return {**self.identity.values(), **functions, **self.starters.values(), **made}

    def _bring_back(self, kept: Unfinished) -> None:
        if self.identity.is_touched:
            return
        self.identity.take(kept.values)
        self.functions.take(kept.values)
        self.starters.take(kept.values)
        self.brought_back = BroughtBackBar(kept.kept_at, self)
        self.brought_back.cleared.connect(self._clear)
        self._notices.addWidget(self.brought_back)
        self.brought_back.show()
        self._order_tabs()
        self.identity.take_focus()
        if kept.values.get(_MADE):
            self._ask_offer(kept.values[_MADE], self._count_in)

    def _count_in(self, offer: FirstOffer) -> None:
        """Where the department is there no more, it is made anew from what was typed."""
        self.department = offer.department
        self.functions.count_in(offer.served, offer.software)
        if self.department is not None:
            self.go_to(max(self.step, FUNCTIONS))
        self.unfinished.note()

    def _clear(self) -> None:
        self._drop_brought_back()
        self.unfinished.forget()
        self.department = None
        self.functions.count_in({}, ())
        for panel in (self.identity, self.functions, self.starters):
            panel.take({})
        self.go_to(IDENTITY)

    def _drop_brought_back(self) -> None:
        if self.brought_back is not None:
            self.brought_back.hide()
            self.brought_back.deleteLater()
            self.brought_back = None

    def go_on(self) -> None:
        """To the next step, once this one is right; the third one makes the department."""
        if self._making or self.step == DONE:
            return
        if self.step == IDENTITY and not self.identity.is_right():
            return
        if self.step == STARTERS:
            self._make()
        else:
            self.go_to(self.step + 1)

    def go_to(self, step: int) -> None:
        self.trouble.hide()
        self.leaving.hide()
        self._show_step(step)
        if step == FUNCTIONS:
            typed = self.identity.rows["department"].control.typed()
            self.functions.expect(typed, self.identity.beds)
        if step == STARTERS:
            self._ask_starters()
        self._order_tabs()
        (self.identity, self.functions, self.starters, self.done)[step].take_focus()

    def _show_step(self, step: int) -> None:
        self.step = step
        self.bar.show_step(step)
        self.panels.setCurrentIndex(step)
        self.functions.hint.say_made(is_made=self.department is not None)
        first = IDENTITY if self.department is None else FUNCTIONS
        self.before.setVisible(first < step < DONE)
        self.next.setVisible(step != DONE)
        last = _("&Create the department") if self.department is None else _("&Finish")
        self.next.setText(last if step == STARTERS else _("&Next"))
        self._let_go_on()

    def _let_go_on(self) -> None:
        possible = not self._making and self._editing.is_possible
        self.next.setEnabled(possible and (self.step != STARTERS or self._starters_known))
        self.before.setEnabled(not self._making)

    def _ask_starters(self) -> None:
        wanted = frozenset(wish.function_id for wish in self.functions.wishes())
        establishment = self.identity.values()["establishment"]
        self._starters_known = False
        self.starters.wait()
        self._let_go_on()

        def take(starters: tuple[StarterTitle, ...]) -> None:
            self._starters_known = True
            brought = {starter.function_id for starter in starters}
            self.starters.offer(starters, self.functions.names(wanted - brought))
            self._let_go_on()
            self._order_tabs()
            if self.step == STARTERS:
                self.next.setFocus(Qt.FocusReason.OtherFocusReason)

        self._offered.ask(
            lambda: self._questions.starters(establishment, wanted), take, self._refuse
        )

    def typed_steps(self) -> FirstSteps:
        return replace(
            self.identity.steps(),
            functions=self.functions.wishes(),
            starters=self.starters.chosen(),
            department_id=self.department.id if self.department is not None else "",
        )

    def _make(self) -> None:
        if self._editing.is_possible and self._starters_known:
            self._send(self.typed_steps(), self._take_made)

    def _begin_department(self, then: Callable[[], None]) -> None:
        """With what the first step says of it; the others follow."""

        def take(done: FirstDone) -> None:
            self.department = done.department
            self._show_step(max(self.step, FUNCTIONS))
            self._editing.saver.note(done.saved)
            self.unfinished.keep()
            self.made.emit(done.department)
            then()

        self._send(replace(self.typed_steps(), functions=(), starters=frozenset()), take)

    def _send(self, steps: FirstSteps, take: Callable[[FirstDone], None]) -> None:
        self._making = True
        self.trouble.hide()
        self._let_go_on()

        def taken(done: FirstDone) -> None:
            self._making = False
            take(done)

        self._editing.jobs.run(lambda: self._questions.begin(steps), taken, self._refuse_made)

    def _take_made(self, done: FirstDone) -> None:
        self._drop_brought_back()
        self.unfinished.forget()
        self._editing.saver.note(done.saved)
        self.done.say(done, at_once=self.department is None)
        self.made.emit(done.department)
        self.go_to(DONE)

    def _refuse_made(self, error: Exception) -> None:
        """What can be mended is shown at its field; what was typed stays."""
        self._making = False
        self._let_go_on()
        if isinstance(error, RefusedField) and error.field in self.identity.rows:
            self.go_to(IDENTITY)
            words = fault_sentence(error.code, asked_field(error.field))
            self.identity.say_fault(error.field, words or str(error))
        else:
            self.go_to(FUNCTIONS if isinstance(error, RefusedField) else self.step)
            self._refuse(error)

    def _refuse(self, error: Exception) -> None:
        self.trouble.say(sentence_of(error))
