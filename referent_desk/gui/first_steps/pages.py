"""A department from nothing in four short steps, laid over the tabs."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from referent_desk.domain.first_steps import FirstDone, FirstOffer, FirstSteps, StarterTitle
from referent_desk.domain.records import Unfinished
from referent_desk.errors import RefusedField
from referent_desk.gui.editing import Editing
from referent_desk.gui.field_words import fault_sentence
from referent_desk.gui.first_steps.done_panels import DonePanel
from referent_desk.gui.first_steps.function_panels import FunctionPanel
from referent_desk.gui.first_steps.identity_panels import IdentityPanel, asked_field
from referent_desk.gui.first_steps.leaving import LeavingBar
from referent_desk.gui.first_steps.progress import StepsBar
from referent_desk.gui.first_steps.starter_panels import StarterPanel
from referent_desk.gui.icons import IconButton
from referent_desk.gui.jobs import LatestAnswer
from referent_desk.gui.notices import NoticeBar, sentence_of
from referent_desk.gui.questions_today import FirstStepsQuestions
from referent_desk.gui.shapes import Shape
from referent_desk.gui.themes import Tone
from referent_desk.gui.unfinished import BroughtBackBar, UnfinishedForm
from referent_desk.gui.work_pages import WorkPage
from referent_desk.language import _

KEY = "first_steps"
IDENTITY, FUNCTIONS, STARTERS, DONE = range(4)


class FirstStepsPage(WorkPage):
    """`made` gives the department once it is there; nothing is written before."""

    made = Signal(object)
    print_asked = Signal()
    today_asked = Signal()

    topic = "first-department"

    def __init__(self, questions: FirstStepsQuestions, editing: Editing) -> None:
        super().__init__(_("Start with my department"))
        self._questions = questions
        self._editing = editing
        self._offered = LatestAnswer(editing.jobs)
        self._making = False
        self.step = IDENTITY
        self.identity = IdentityPanel(editing)
        self.functions = FunctionPanel()
        self.starters = StarterPanel()
        self.done = DonePanel()
        self.bar = StepsBar(
            (_("My department"), _("What it does"), _("Procedures"), _("The binder"))
        )
        self.trouble = NoticeBar("", Tone.BAD, Shape.SQUARE)
        self.unfinished = UnfinishedForm(KEY, editing, self.values, self)
        self.brought_back: BroughtBackBar | None = None
        self.leaving = LeavingBar()
        self.leaving.left.connect(self.end)
        self._make_buttons()
        self._lay_out()
        self._connect()

    def _make_buttons(self) -> None:
        self.before = IconButton(_("&Previous"), "chevron-left")
        self.before.clicked.connect(lambda _checked: self.go_to(self.step - 1))
        self.next = IconButton("", "", main=True)
        self.next.clicked.connect(lambda _checked: self.go_on())
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self.go_on)

    def _lay_out(self) -> None:
        self.panels = QStackedWidget()
        for panel in (self.identity, self.functions, self.starters, self.done):
            self.panels.addWidget(panel)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(self.before)
        buttons.addWidget(self.next)
        self._notices = QVBoxLayout()
        self._notices.addWidget(self.leaving)
        self._notices.addWidget(self.trouble)
        self.trouble.hide()
        self.body.addWidget(self.bar)
        self.body.addLayout(self._notices)
        self.body.addSpacing(8)
        self.body.addWidget(self.panels, 1)
        self.body.addLayout(buttons)

    def _connect(self) -> None:
        for panel in (self.identity, self.functions, self.starters):
            panel.edited.connect(self.unfinished.note)
            panel.entered.connect(self.go_on)
        self.done.print_asked.connect(self.print_asked)
        self.done.today_asked.connect(self.today_asked)

    def begin(self) -> None:
        self._show_step(IDENTITY)
        self._offered.ask(self._questions.offer, self._take_offer, self._refuse)

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

    def _order_tabs(self) -> None:
        """As one reads: what is asked, then the buttons below, and last what clears."""
        panel = (self.identity, self.functions, self.starters, self.done)[self.step]
        chain = [self.leave, *panel.controls(), self.before, self.next]
        if self.brought_back is not None:
            chain.append(self.brought_back.clear)
        for before, after in pairwise(chain):
            QWidget.setTabOrder(before, after)

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
        return {**self.identity.values(), **functions, **self.starters.values()}

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

    def _clear(self) -> None:
        self._drop_brought_back()
        self.unfinished.forget()
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
        self.before.setVisible(step in (FUNCTIONS, STARTERS))
        self.next.setVisible(step != DONE)
        self.next.setText(_("&Create the department") if step == STARTERS else _("&Next"))
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

    _starters_known = False

    def typed_steps(self) -> FirstSteps:
        said = self.identity.values()
        return FirstSteps(
            establishment=said["establishment"],
            department=said["department"],
            beds=said["beds"],
            telephone=said["telephone"],
            last_name=said["last_name"],
            first_name=said["first_name"],
            role=said["role"],
            own_telephone=said["own_telephone"],
            is_security=said["security"] == "yes",
            functions=self.functions.wishes(),
            starters=self.starters.chosen(),
            numbers=self.identity.numbers(),
        )

    def _make(self) -> None:
        if not self._editing.is_possible or not self._starters_known:
            return
        self._making = True
        self.trouble.hide()
        self._let_go_on()
        steps = self.typed_steps()
        self._editing.jobs.run(
            lambda: self._questions.begin(steps), self._take_made, self._refuse_made
        )

    def _take_made(self, done: FirstDone) -> None:
        self._making = False
        self._drop_brought_back()
        self.unfinished.forget()
        self._editing.saver.note(done.saved)
        self.done.say(done)
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
            self.go_to(FUNCTIONS if isinstance(error, RefusedField) else STARTERS)
            self._refuse(error)

    def _refuse(self, error: Exception) -> None:
        self.trouble.say(sentence_of(error))
