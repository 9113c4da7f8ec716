"""What is said of a trial: five answers, the result, on which version, who, what follows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QGridLayout,
    QHBoxLayout,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from referent_desk.domain.procedures import VerificationResult
from referent_desk.domain.verifications import (
    Answer,
    VerificationAids,
    WantedVerification,
    proposed_result,
)
from referent_desk.gui.editing import Editing
from referent_desk.gui.labels import FieldLabel, Look, PlainLabel
from referent_desk.gui.name_fields import NameField
from referent_desk.gui.pane_fields import (
    DAY_WIDTH,
    day_fault,
    day_field,
    line_field,
    name_field,
    typed_day,
)
from referent_desk.gui.record_fields import LineField
from referent_desk.gui.verification_words import proposal_text, result_text
from referent_desk.gui.verifications.answer_rows import AnswerRow
from referent_desk.gui.wordings import short_day
from referent_desk.gui.wrapping_rows import WrappingRow
from referent_desk.language import _

_LEAST_WIDTH = 108  # pixels: a day can be read in it
_ANY_WIDTH = 16_777_215  # pixels; Qt's own “as wide as there is room”
_TIME_TO_ACT = timedelta(days=14)
"""Proposed for what must change; somebody decides otherwise where it is urgent."""


class VerificationForm(QWidget):
    """`edited` after every key, `sent` when everything is said: Enter in the last field.

    `reached` brings the field to which Enter went.
    """

    edited = Signal()
    sent = Signal()
    reached = Signal(object)

    def __init__(self, aids: VerificationAids, editing: Editing) -> None:
        super().__init__()
        self._aids = aids
        self._is_decided = False
        self.rows = [AnswerRow(q, place) for place, q in enumerate(aids.questions, start=1)]
        self.results: dict[VerificationResult, QRadioButton] = {}
        self._group = QButtonGroup(self)
        self.proposal = PlainLabel("", Look.MUTED)
        self.version = line_field("")
        self.version.show_typed(aids.running)
        self.day = day_field(aids.today)
        self.who = name_field(editing)
        self.seen = line_field("")
        self.to_change = line_field("")
        self.owner: NameField = name_field(editing)
        self.owner.show_name(aids.owner or editing.signer.name)
        self.due = day_field(aids.today + _TIME_TO_ACT)
        for row in self.rows:
            row.answered.connect(self._propose)
        for before, after in pairwise(self.rows):
            before.passed.connect(after.take_focus)
        self.rows[-1].passed.connect(self._go_to_result)
        self._lay_out()
        self._propose()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(4)
        keys = PlainLabel(_("One key each: Y for yes, N for no, ? for not known."), Look.MUTED)
        column.addLayout(_headed(_("Five questions"), keys))
        for row in self.rows:
            column.addWidget(row)
        column.addSpacing(6)
        column.addLayout(_headed(_("What came of it"), self.proposal))
        column.addLayout(self._results())
        beside = QHBoxLayout()
        beside.setSpacing(12)
        for narrow in (self.version, self.day):
            narrow.setMinimumWidth(_LEAST_WIDTH)
        for text, field in (
            (_("On &version"), self.version),
            (_("On which da&y"), self.day),
            (_("Wh&o tried it"), self.who),
        ):
            beside.addLayout(_asked(text, field), 1 if field is self.who else 0)
        column.addLayout(beside)
        column.addLayout(_asked(_("What was &seen"), self.seen))
        self.action = self._action()
        column.addWidget(self.action)
        column.addStretch(1)
        for field in self.fields().values():
            is_narrow = field in (self.version, self.day, self.due)
            field.setMaximumWidth(DAY_WIDTH if is_narrow else _ANY_WIDTH)
            field.edited.connect(self.edited)
            field.entered.connect(lambda here=field: self._go_on(here))

    def _results(self) -> WrappingRow:
        row = WrappingRow(spacing=12)
        for result in VerificationResult:
            button = QRadioButton(result_text(result))
            self.results[result] = button
            self._group.addButton(button)
            row.addWidget(button)
        self._group.buttonClicked.connect(lambda _button: self._decide())
        return row

    def _action(self) -> QWidget:
        box = QWidget()
        grid = QGridLayout(box)
        grid.setContentsMargins(0, 4, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.addLayout(_asked(_("What must &change"), self.to_change), 1, 0, 1, 2)
        grid.addLayout(_asked(_("Who sees &to it"), self.owner), 2, 0)
        grid.addLayout(_asked(_("By wh&en"), self.due), 2, 1)
        grid.setColumnStretch(0, 1)
        return box

    @property
    def result(self) -> VerificationResult | None:
        return next((r for r, button in self.results.items() if button.isChecked()), None)

    @property
    def answers(self) -> dict[str, Answer]:
        return {row.code: row.answer for row in self.rows if row.answer is not None}

    def take_focus(self) -> None:
        self.rows[0].take_focus()

    def fields(self) -> dict[str, LineField]:
        """By the name under which the use case knows them."""
        return {
            "version": self.version,
            "day": self.day,
            "who": self.who,
            "seen": self.seen,
            "to_change": self.to_change,
            "owner": self.owner,
            "due_on": self.due,
        }

    def fault(self) -> tuple[QWidget, str] | None:
        """What must be mended before it can be sent: where, and the sentence."""
        if self.result is None:
            first = self.results[VerificationResult.WORKED]
            return first, _("Say what came of it: it worked, in part, or it failed.")
        if typed_day(self.day) is None:
            return self.day, day_fault(self.day)
        is_good = self.result is VerificationResult.WORKED
        if not is_good and self.due.typed().strip() and typed_day(self.due) is None:
            return self.due, day_fault(self.due)
        return None

    def wanted(self) -> WantedVerification:
        """Only where there is no fault."""
        aids, result, day = self._aids, self.result, typed_day(self.day)
        assert result is not None
        assert day is not None
        return WantedVerification(
            department_id=aids.department_id,
            function_id=aids.function_id,
            software_id=aids.software_id,
            revision_id=aids.revision_id,
            version=self.version.typed(),
            who=self.who.typed(),
            day=day,
            result=result,
            seen=self.seen.typed(),
            to_change=self.to_change.typed(),
            owner=self.owner.typed(),
            due_on=typed_day(self.due),
            answers=self.answers,
        )

    def kept(self) -> Mapping[str, str]:
        """What was said and is not recorded yet; nothing while nothing was."""
        answers = {f"answer:{code}": str(answer) for code, answer in self.answers.items()}
        typed = {name: f.typed() for name, f in self.fields().items() if f.is_changed}
        if not answers and not typed:
            return {}
        chosen = {"result": str(self.result)} if self._is_decided and self.result else {}
        return {**answers, **typed, **chosen}

    def bring_back(self, values: Mapping[str, str]) -> None:
        for row in self.rows:
            said = values.get(f"answer:{row.code}", "")
            row.show_answer(Answer(said) if said in set(Answer) else None)
        self._propose()
        said = values.get("result", "")
        if said in set(VerificationResult):
            self.results[VerificationResult(said)].setChecked(True)
            self._decide()
        for name, field in self.fields().items():
            if name in values:
                field.put(values[name])

    def keep_from(self, former: WantedVerification) -> None:
        """The next of the same software is tried by the same person on the same day."""
        self.version.show_typed(former.version)
        self.day.show_typed(short_day(former.day))
        self.who.show_name(former.who)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if control and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.sent.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._is_on_result():
            self._go_on(None)
        else:
            super().keyPressEvent(event)

    def _is_on_result(self) -> bool:
        return any(button.hasFocus() for button in self.results.values())

    def _propose(self) -> None:
        """The answers choose, as long as nobody has chosen."""
        proposed = proposed_result(self.answers)
        self.proposal.say(proposal_text(proposed) if self.answers else "")
        if not self._is_decided:
            self._group.setExclusive(False)
            for result, button in self.results.items():
                button.setChecked(result is proposed)
            self._group.setExclusive(True)
        self._show_action()
        self.edited.emit()

    def _decide(self) -> None:
        self._is_decided = True
        self._show_action()
        self.edited.emit()

    def _show_action(self) -> None:
        self.action.setVisible(self.result not in (None, VerificationResult.WORKED))

    def _go_to_result(self) -> None:
        chosen = self.result or VerificationResult.WORKED
        self.results[chosen].setFocus(Qt.FocusReason.TabFocusReason)

    def _go_on(self, here: LineField | None) -> None:
        """To the next field that is empty, and from the last one on: it is sent."""
        fields = [self.version, self.day, self.who]
        needs_words = Answer.NO in self.answers.values()
        is_good = self.result in (None, VerificationResult.WORKED)
        if needs_words or not is_good or here is self.who:
            fields.append(self.seen)
        if not is_good:
            fields += [self.to_change, self.owner, self.due]
        after = fields[fields.index(here) + 1 :] if here in fields else fields
        if here is None:
            after = [field for field in fields if not field.typed().strip()]
        if after:
            after[0].setFocus(Qt.FocusReason.TabFocusReason)
            self.reached.emit(after[0])
        else:
            self.sent.emit()


def _headed(heading: str, said: PlainLabel) -> QHBoxLayout:
    title = PlainLabel(heading, Look.HEADING)
    title.setWordWrap(False)
    row = QHBoxLayout()
    row.setSpacing(12)
    row.addWidget(title)
    row.addWidget(said, 1)
    return row


def _asked(text: str, field: LineField) -> QVBoxLayout:
    field.setAccessibleName(text.replace("&", ""))
    column = QVBoxLayout()
    column.setSpacing(2)
    column.addWidget(FieldLabel(text, field))
    column.addWidget(field)
    return column


def confirmed(wanted: WantedVerification) -> WantedVerification:
    """Recorded once more although nobody named its version before."""
    return replace(wanted, is_new_version=True)
