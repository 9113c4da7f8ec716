"""The means that a department keeps, what each falls with, and what can fail at all."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from referent_desk.domain.records import RecordKind
from referent_desk.domain.ward_means import WardMeans
from referent_desk.gui.closed_lists import ClosedList
from referent_desk.gui.columns import Column
from referent_desk.gui.detail_panes import DetailPane
from referent_desk.gui.editing import Editing
from referent_desk.gui.failures.means_lines import (
    domain_subject,
    named_text,
    own_subject,
    show_lines,
    upper_leans,
)
from referent_desk.gui.field_words import help_sentence
from referent_desk.gui.form_pages import FormPage
from referent_desk.gui.icons import IconButton
from referent_desk.gui.labels import FieldLabel, escaped_mnemonic
from referent_desk.gui.questions_failures import FailureQuestions
from referent_desk.gui.record_forms import Beginning, PaneForm, RecordForm
from referent_desk.gui.wrapping_rows import WrappingRow
from referent_desk.language import _, spoken
from referent_desk.words.failures import circles_sentence


class UsualOffers(QWidget):
    """A button for each of those that most wards have and that nobody keeps here yet."""

    def __init__(self) -> None:
        super().__init__()
        self.buttons: dict[str, IconButton] = {}
        self._row = WrappingRow(self)

    def offer(self, names: tuple[str, ...], add: Callable[[str], None]) -> None:
        """What was added goes; the others stay where they are."""
        for name in set(self.buttons) - set(names):
            button = self.buttons.pop(name)
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        for name in names:
            if name not in self.buttons:
                button = IconButton(escaped_mnemonic(name), "plus")
                button.clicked.connect(partial(self._press, add, name))
                self.buttons[name] = button
                self._row.addWidget(button)
        self.updateGeometry()

    @staticmethod
    def _press(add: Callable[[str], None], name: str, _on: bool = False) -> None:
        add(name)


class MeansPage(FormPage):
    """`failures_asked`: what falls and what stands is to be seen."""

    failures_asked = Signal()

    topic = "means"
    lets_undo = True

    def __init__(
        self, questions: FailureQuestions, department: tuple[str, str], editing: Editing
    ) -> None:
        super().__init__(_("Means of {department}").format(department=department[1]), editing)
        self._questions = questions
        self._department_id = department[0]
        self._node_id = department[0]
        self.means: WardMeans | None = None
        self.places = ClosedList()
        self.places.setAccessibleName(_("Kept by"))
        self.places.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.places.setMinimumContentsLength(24)
        self.pane.form_asked.connect(self.open_form)
        self.failures = IconButton(_("What falls, what stands…"))
        self.failures.clicked.connect(lambda _on: self.failures_asked.emit())
        self.head.addWidget(self.failures)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(FieldLabel(_("&Kept by"), self.places))
        row.addWidget(self.places)
        row.addStretch(1)
        self.body.addLayout(row)
        self.body.addWidget(self.trouble)
        self.body.addWidget(self.pane, 1)
        self.places.activated.connect(lambda _place: self._choose_place())

    def _ask(self) -> None:
        node_id, ask = self._node_id, self._questions.ward_means
        self._answer.ask(lambda: ask(node_id), self._show, self._refuse)

    def _choose_place(self) -> None:
        chosen = self.places.currentData()
        if isinstance(chosen, str) and chosen != self._node_id:
            self._node_id = chosen
            self._ask()

    def _show(self, means: WardMeans) -> None:
        self.means = means
        self.trouble.say("")
        if not self.places.count():
            for node_id, name in means.places:
                self.places.addItem(name, node_id)
        pane = self.pane
        pane.begin(means.node_id)
        circles = circles_sentence(means.circles, spoken())
        if circles:
            pane.notice(circles)
        self._show_unknown(pane, means)
        self._show_own(pane, means)
        self._show_upper(pane, means)
        self._show_domains(pane, means)
        pane.end()

    def _show_unknown(self, pane: DetailPane, means: WardMeans) -> None:
        for one in means.unknown:
            text = _("“{name}” is named and nobody keeps it here: {steps}. The sheets say so.")
            pane.notice(text.format(name=one.name, steps=named_text(one.named)))
            if self._editing.is_possible:
                add = _("Add “{name}”…").format(name=escaped_mnemonic(one.name))
                pane.button(add, partial(self._add, one.name), "plus")

    def _show_own(self, pane: DetailPane, means: WardMeans) -> None:
        pane.heading(_("What is kept here"))
        if not means.own:
            pane.text(
                _(
                    "Nothing yet. Name here what is left when computers stop: a telephone, a "
                    "printer, a runner. The steps of the procedures can name it then."
                )
            )
        show_lines(pane, self._editing, own_subject(), means.own)
        if not self._editing.is_possible:
            pane.muted(_("This home is only read here: nothing can be changed."))
            return
        pane.button(_("Add a &means…"), lambda: self._add(""), "plus", "add_means")
        if means.usual:
            pane.muted(_("Usual ones, added by one click; correct afterwards what differs here:"))
            offers = pane.keep("usual", UsualOffers)
            offers.offer(means.usual, self._add_usual)

    def _show_upper(self, pane: DetailPane, means: WardMeans) -> None:
        if not means.upper:
            return
        pane.heading(_("What is kept further up and holds here"))
        columns = (
            Column(_("Name"), lambda one: one.name, "", 160, 3),
            Column(_("Falls with"), upper_leans, "", 160, 3),
            Column(_("Kept by"), lambda one: one.node, "", 140, 2, yields=2),
            Column(_("Named by"), lambda one: named_text(one.named), "", 140, 3, yields=1),
        )
        pane.lines(_("Kept further up"), columns, means.upper, lambda _one: None)

    def _show_domains(self, pane: DetailPane, means: WardMeans) -> None:
        pane.heading(_("What can fail"))
        pane.muted(_("For the whole home. What is ticked takes it down with it."))
        show_lines(pane, self._editing, domain_subject(), means.domains)
        if self._editing.is_possible:
            pane.button(_("Add what can &fail…"), self._add_domain, "plus", "add_domain")

    def _add(self, name: str) -> None:
        where = self.places.currentText()
        beginning = Beginning(
            kind=RecordKind.MEANS,
            title=_("New means of {name}").format(name=where),
            create=_("A&dd it"),
            leave=_("Do not add"),
            says=help_sentence(RecordKind.MEANS, "leans_on"),
            values={"name": name},
            given={"node_id": self._node_id},
        )
        self.open_form(RecordForm(beginning, self._editing, key=f"new:means:{self._node_id}"))

    def _add_domain(self) -> None:
        beginning = Beginning(
            kind=RecordKind.FAILURE_DOMAIN,
            title=_("Something else that can fail"),
            create=_("A&dd it"),
            leave=_("Do not add"),
            says=_("A software is there as soon as a means falls with it."),
        )
        self.open_form(RecordForm(beginning, self._editing))

    def _add_usual(self, name: str) -> None:
        node_id, add = self._node_id, self._questions.add_usual
        self._editing.saver.save(lambda: add(node_id, name), None, self._refuse)

    def open_form(self, form: PaneForm) -> None:
        super().open_form(form)
        self.places.setEnabled(False)

    def _come_back(self) -> None:
        self.places.setEnabled(True)
        super()._come_back()
