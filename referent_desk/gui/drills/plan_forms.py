"""Planning a drill: a proposal that is filled in already, another one, or what a person chooses."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from referent_desk.domain.drill_details import DrillOffer, WantedDrill
from referent_desk.domain.drill_proposals import Candidate
from referent_desk.domain.drills import Drill, Shift
from referent_desk.domain.records import FieldKind, RecordField
from referent_desk.gui.drills.words import shift_choices
from referent_desk.gui.editing import Editing
from referent_desk.gui.icons import IconButton
from referent_desk.gui.jobs import LatestAnswer
from referent_desk.gui.labels import FieldLabel, Look, PlainLabel
from referent_desk.gui.notices import sentence_of
from referent_desk.gui.pane_fields import (
    DAY_WIDTH,
    FieldsForm,
    day_fault,
    name_field,
    typed_day,
)
from referent_desk.gui.questions_drills import PlanQuestions
from referent_desk.gui.record_fields import ChoiceField, LineField
from referent_desk.gui.wordings import criticality, short_day
from referent_desk.language import _

_WIDEST = 440  # pixels
_CHOICE = RecordField("choice", FieldKind.CHOICE)
_DAY = RecordField("day", FieldKind.DAY, required=True)


class PlanForm(FieldsForm):
    """`drill`: one that is changed; without it a new one is proposed."""

    def __init__(
        self,
        questions: PlanQuestions,
        department_id: str,
        editing: Editing,
        drill: Drill | None = None,
    ) -> None:
        title = _("Prepare a drill") if drill is None else _("Change the drill")
        says = _(
            "Twenty minutes, one function, five timed tasks. What is proposed is vital and was "
            "not played for the longest time."
        )
        create = _("Plan &this drill") if drill is None else _("&Save the change")
        super().__init__(title, says if drill is None else "", create, editing)
        self._questions = questions
        self._department_id = department_id
        self._drill = drill
        self._offer: DrillOffer | None = None
        self._asked = LatestAnswer(editing.jobs)
        self.other = IconButton(_("Propose &another one"), "refresh-cw")
        self.other.clicked.connect(lambda _on: self._propose_next())
        if drill is not None:
            self.other.hide()
        self._make_fields()
        self.close_up()
        self.create_button.setEnabled(False)
        self._propose(0)

    def _make_fields(self) -> None:
        self.function = self._choice(_("&Function"), ())
        self.about = PlainLabel("", Look.MUTED)
        self.place(self.about)
        self.shift = self._choice(_("S&hift"), shift_choices())
        self.complication = self._choice(_("What &makes it harder"), ())
        self.asks = PlainLabel("", Look.MUTED)
        self.place(self.asks)
        self.day = LineField(_DAY)
        self.day.setFixedWidth(DAY_WIDTH)
        self.ask(_("On which da&y"), self.day)
        self.who = name_field(self._editing)
        self.ask(_("&Led by"), self.who)
        self.column.addWidget(self.other, 0, Qt.AlignmentFlag.AlignLeft)
        self.function.currentIndexChanged.connect(lambda _place: self._say())
        self.complication.currentIndexChanged.connect(lambda _place: self._say())

    def focus_first(self) -> None:
        """Nothing need be typed: one key plans what is proposed, as soon as it is there."""
        self.create_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def finish(self) -> None:
        candidate, day = self._candidate(), typed_day(self.day)
        if candidate is None:
            self.trouble.say(_("Choose the function that is played."))
            self.function.setFocus(Qt.FocusReason.OtherFocusReason)
        elif day is None:
            self.refuse_field(self.day, day_fault(self.day))
        else:
            wanted = WantedDrill(
                self._department_id,
                candidate.function_id,
                candidate.software_id,
                Shift(self.shift.typed()),
                self.complication.typed(),
                day,
                self.who.typed(),
            )
            self._editing.signer.remember(self.who.typed())
            plans, drill = self._questions, self._drill
            if drill is None:
                self.send(lambda: plans.plan(wanted))
            else:
                drill_id = drill.id
                self.send(lambda: plans.change(drill_id, wanted))

    def _choice(self, text: str, words: tuple[tuple[str, str], ...]) -> ChoiceField:
        field = ChoiceField(_CHOICE, words)
        field.setMaximumWidth(_WIDEST)
        field.setAccessibleName(text.replace("&", ""))
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addWidget(FieldLabel(text, field))
        column.addWidget(field)
        self.column.addLayout(column)
        field.edited.connect(lambda: self.trouble.say(""))
        return field

    def _propose_next(self) -> None:
        if self._offer is not None:
            self._propose(self._offer.number + 1)

    def _propose(self, number: int) -> None:
        department_id, offer = self._department_id, self._questions.offer
        self._asked.ask(lambda: offer(department_id, number), self._take_offer, self._refuse_offer)

    def _take_offer(self, offer: DrillOffer) -> None:
        if self.is_gone:
            return
        is_first = self._offer is None
        self._offer = offer
        if is_first:
            for candidate in offer.candidates:
                self.function.addItem(candidate.function, candidate.function_id)
            self.complication.addItem(_("nothing: a plain drill"), "")
            for complication in offer.complications:
                self.complication.addItem(complication.title, complication.code)
        self._fill(offer)
        self.create_button.setEnabled(bool(offer.candidates))
        self.other.setEnabled(bool(offer.candidates))
        if is_first:
            self.focus_first()
        if not offer.candidates:
            self.trouble.say(
                _(
                    "No software is known here that does a function: there is nothing to play. "
                    "Name what the department uses first, in the tab of departments."
                )
            )

    def _fill(self, offer: DrillOffer) -> None:
        drill, proposal = self._drill, offer.proposal
        if drill is not None:
            self.function.put(drill.function_id)
            self.shift.put(str(drill.shift))
            self.complication.put(drill.complication)
            self.day.show_typed(short_day(drill.planned_on))
            self.who.show_name(drill.led_by)
        elif proposal is not None:
            self.function.put(proposal.candidate.function_id)
            self.shift.put(str(proposal.shift))
            self.complication.put(proposal.complication)
            self.day.show_typed(short_day(proposal.day))
        self._say()

    def _candidate(self) -> Candidate | None:
        known = self._offer.candidates if self._offer is not None else ()
        chosen = self.function.typed()
        return next((one for one in known if one.function_id == chosen), None)

    def _say(self) -> None:
        candidate, offer = self._candidate(), self._offer
        parts = []
        if candidate is not None:
            rated = criticality(candidate.criticality)
            parts = [
                candidate.software,
                _("criticality {level}").format(level=rated) if rated else "",
                "" if candidate.has_text else _("no approved procedure yet"),
            ]
        self.about.say(" · ".join(part for part in parts if part))
        chosen = self.complication.typed()
        known = offer.complications if offer is not None else ()
        self.asks.say(next((one.asks for one in known if one.code == chosen), ""))
        self.asks.setVisible(bool(self.asks.said()))

    def _refuse_offer(self, error: Exception) -> None:
        if not self.is_gone:
            self.trouble.say(sentence_of(error))
