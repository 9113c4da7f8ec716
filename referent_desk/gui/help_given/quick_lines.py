"""The line in which help is noted in seconds: Enter goes on and saves, one key writes the usual
ones again."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from referent_desk.domain.help_given import (
    QUICK_MINUTES,
    HelpOutcome,
    QuickOffer,
    TypedHelp,
    UsualHelp,
)
from referent_desk.domain.records import FieldKind, Link, RecordField
from referent_desk.errors import RefusedField
from referent_desk.gui.editing import Editing
from referent_desk.gui.help_given.digit_keys import SoftwareField
from referent_desk.gui.help_given.usual_rows import UsualRow
from referent_desk.gui.help_given.words import outcome_choices
from referent_desk.gui.icons import IconButton
from referent_desk.gui.jobs import LatestAnswer
from referent_desk.gui.labels import ElidedLabel, show_tip
from referent_desk.gui.name_fields import NameField
from referent_desk.gui.notices import NoticeBar, sentence_of
from referent_desk.gui.offered_texts import OfferedTexts
from referent_desk.gui.parts import PART
from referent_desk.gui.questions_help_given import JournalQuestions
from referent_desk.gui.record_fields import ChoiceField, LineField
from referent_desk.gui.shapes import Shape
from referent_desk.gui.themes import Tone
from referent_desk.language import _, ngettext

QUICK = "quick"
"""The part of the tab in which help is noted."""
_LINE = RecordField("asked", FieldKind.LINE, required=True)
_COUNT = RecordField("minutes", FieldKind.COUNT)
_CHOICE = RecordField("outcome", FieldKind.CHOICE)
_SOFTWARE = RecordField("software_id", FieldKind.LINK, to="software")
_NARROW, _WIDE = 64, 200  # pixels


class QuickLine(QWidget):
    """`noted` is emitted when something was saved."""

    noted = Signal(object)

    def __init__(self, questions: JournalQuestions, editing: Editing) -> None:
        super().__init__()
        self._questions = questions
        self._editing = editing
        self._department_id: str | None = None
        self._offer = QuickOffer()
        self._asked = LatestAnswer(editing.jobs)
        self._is_sent = False
        self._doubted = ""
        self.software = SoftwareField(_SOFTWARE, editing)
        self.asked = _line(_LINE, _("What was asked"))
        self.helped = _line(_LINE, _("What helped"))
        self.minutes = _line(_COUNT, _("Minutes"))
        self.outcome = ChoiceField(_CHOICE, outcome_choices())
        self.who = NameField(editing)
        self.save = IconButton(_("&Note it"), "check", main=True)
        self.usual = UsualRow()
        self.hint = ElidedLabel(_("No patient data"))
        self.trouble = NoticeBar("", Tone.BAD, Shape.SQUARE)
        self._name_fields()
        self._lay_out()
        self._connect()

    def _name_fields(self) -> None:
        self.setProperty(PART, QUICK)
        self.software.setPlaceholderText(_("Which software"))
        self.software.setAccessibleName(_("Which software"))
        self.outcome.setAccessibleName(_("How it ended"))
        self.who.setAccessibleName(_("Who helped"))
        self.who.setPlaceholderText(_("Who helped"))
        self.who.show_name(self._editing.signer.name)
        self.hint.setProperty("look", "muted")
        show_tip(
            self.hint, _("No name and no number of a patient. Ctrl+J leads here from anywhere.")
        )
        self.minutes.setFixedWidth(_NARROW)
        self.minutes.setPlaceholderText(_("min"))
        self.known = OfferedTexts(self.asked)

    def _lay_out(self) -> None:
        first = QHBoxLayout()
        first.setSpacing(8)
        for field, share in ((self.software, 3), (self.asked, 6), (self.helped, 6)):
            first.addWidget(field, share)
        second = QHBoxLayout()
        second.setSpacing(4)
        for minutes in QUICK_MINUTES:
            second.addWidget(self._minutes_button(minutes))
        second.addWidget(self.minutes)
        second.addSpacing(4)
        self.outcome.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.outcome.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.outcome.setMaximumWidth(_WIDE)
        self.who.setFixedWidth(104)
        second.addWidget(self.outcome)
        second.addWidget(self.who)
        second.addWidget(self.save)
        second.addSpacing(2)
        second.addWidget(self.hint)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(6)
        column.addLayout(first)
        column.addLayout(second)
        column.addWidget(self.trouble)
        column.addWidget(self.usual)
        self.trouble.hide()

    def _minutes_button(self, minutes: int) -> IconButton:
        button = IconButton(str(minutes))
        said = ngettext("{count} minute", "{count} minutes", minutes).format(count=minutes)
        button.setAccessibleName(said)
        button.setFixedWidth(48)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.clicked.connect(lambda _on: self.minutes.put(str(minutes)))
        return button

    def _connect(self) -> None:
        self.save.clicked.connect(lambda _on: self.note())
        self.asked.entered.connect(self._go_on)
        for field in (self.helped, self.minutes):
            field.entered.connect(self.note)
        self.software.entered.connect(self.asked.setFocus)
        self.outcome.entered.connect(self.note)
        self.who.entered.connect(self.note)
        self.software.usual_asked.connect(self.repeat)
        self.usual.chosen.connect(self.repeat)
        self.known.activated.connect(self._take_known)
        for line in (self.asked, self.helped):
            line.edited.connect(self._forget_trouble)

    def choose_department(self, department_id: str | None) -> None:
        """What is typed is of the department before: it goes."""
        self._department_id = department_id
        self._doubted = ""
        self.software.show_typed("")
        self._empty()
        self.setEnabled(department_id is not None)
        self._show_offer(QuickOffer())

    def read(self) -> None:
        department_id, offer = self._department_id, self._questions.offer
        if department_id is not None:
            self._asked.ask(lambda: offer(department_id), self._show_offer, self._refuse)

    def begin(self) -> None:
        """The keyboard comes: a digit is one of the usual ones, two letters a software."""
        self.software.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.software.selectAll()

    def repeat(self, number: int) -> None:
        """The usual one of that number, from one on."""
        department_id = self._department_id
        if self._is_sent or department_id is None or not 0 < number <= len(self._offer.usual):
            return
        usual, record = self._offer.usual[number - 1], self._questions.record
        typed = TypedHelp(
            *(department_id, usual.asked, usual.software_id, usual.helped, usual.minutes),
            who=self.who.typed(),
            is_sure=True,
        )
        self._is_sent = True
        self.trouble.say("")
        self._editing.saver.save(lambda: record(typed), self._take_repeated, self._refuse)

    def _go_on(self) -> None:
        """From what was asked to what helped, as long as nothing is said of it: a further Enter
        saves without it. An Enter that takes one of the offered texts saves nothing."""
        if self.known.is_choosing:
            return
        asked = self.asked.text()
        if asked.strip() and not self.helped.text().strip():
            self._take_known(asked)
            self.helped.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.note()

    def note(self) -> None:
        """Look at what was typed, then save it."""
        department_id = self._department_id
        if self._is_sent or department_id is None:
            return
        typed = self._typed(department_id)
        if typed is None:
            return
        record = self._questions.record
        self._is_sent = True
        self.trouble.say("")
        self._editing.signer.remember(typed.who)
        self._editing.saver.save(lambda: record(typed), self._take, self._refuse)

    def _typed(self, department_id: str) -> TypedHelp | None:
        minutes = self.minutes.typed().strip()
        asked, helped = self.asked.typed(), self.helped.typed()
        if self.software.local_fault():
            self._say(_("No software is called so. Choose one, or leave it empty."), self.software)
        elif not asked.strip():
            self._say(_("Say what was asked: a few words are enough."), self.asked)
        elif minutes and not (minutes.isdecimal() and minutes.isascii()):
            self._say(
                _("Minutes are a whole number. Leave it empty if nobody knows."), self.minutes
            )
        else:
            return TypedHelp(
                *(department_id, asked, self.software.typed() or None, helped),
                int(minutes) if minutes else None,
                HelpOutcome(self.outcome.typed() or HelpOutcome.SOLVED),
                who=self.who.typed(),
                is_sure=bool(self._doubted) and self._doubted == asked + helped,
            )
        return None

    def _say(self, sentence: str, field: QLineEdit) -> None:
        self.trouble.say(sentence)
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take(self, saved: object) -> None:
        """Empty again, with the same software: the next one is often of the same."""
        self._is_sent = False
        self._empty()
        self.asked.setFocus(Qt.FocusReason.OtherFocusReason)
        self.noted.emit(saved)

    def _take_repeated(self, saved: object) -> None:
        self._is_sent = False
        self.noted.emit(saved)

    def _refuse(self, error: Exception) -> None:
        self._is_sent = False
        self.trouble.say(sentence_of(error))
        if isinstance(error, RefusedField):
            field = {"helped": self.helped, "minutes": self.minutes}.get(error.field, self.asked)
            field.setFocus(Qt.FocusReason.OtherFocusReason)
            if error.code == "patient":
                self._doubted = self.asked.typed() + self.helped.typed()

    def _forget_trouble(self) -> None:
        self.trouble.say("")

    def _empty(self) -> None:
        for field in (self.asked, self.helped, self.minutes):
            field.show_typed("")
        self.outcome.show_typed(str(HelpOutcome.SOLVED))
        self._doubted = ""
        self.trouble.say("")

    def _show_offer(self, offer: QuickOffer) -> None:
        self._offer = offer
        self.usual.show_usual(offer.usual)
        self.known.show_texts(one.asked for one in offer.asked)

    def _take_known(self, text: str) -> None:
        """What helped the last time, and how long it took: where nothing is typed yet."""
        found = next((one for one in self._offer.asked if one.asked == text), None)
        if found is None:
            return
        self._put_known(found)

    def _put_known(self, found: UsualHelp) -> None:
        if found.software_id and not self.software.text():
            self.software.choose(Link(found.software_id, found.software))
        if not self.helped.text():
            self.helped.put(found.helped.replace("\n", " "))
        if not self.minutes.text() and found.minutes is not None:
            self.minutes.put(str(found.minutes))


def _line(field: RecordField, name: str) -> LineField:
    line = LineField(field)
    line.setPlaceholderText(name)
    line.setAccessibleName(name)
    return line
