"""A training that was held, in one form: what it was about at the left, who came at the right."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from referent_desk.domain.deeds import Saved
from referent_desk.domain.record_values import read_typed
from referent_desk.domain.records import Fault, FieldKind, RecordField
from referent_desk.domain.trainings import Training, TrainingAids, WantedTraining
from referent_desk.errors import RefusedField
from referent_desk.gui.editing import Editing
from referent_desk.gui.labels import FieldLabel
from referent_desk.gui.name_fields import NameField
from referent_desk.gui.offered_texts import OfferedTexts
from referent_desk.gui.pane_fields import (
    FieldsForm,
    ReasonForm,
    day_fault,
    day_field,
    line_field,
    name_field,
    typed_day,
)
from referent_desk.gui.questions_skills import TrainingQuestions
from referent_desk.gui.record_fields import LineField
from referent_desk.gui.skills.participant_boxes import ParticipantsBox
from referent_desk.gui.skills.words import training_title
from referent_desk.gui.wordings import short_day
from referent_desk.language import _

_UNTIL = RecordField("valid_until", FieldKind.DAY)
_MINUTES = RecordField("minutes", FieldKind.COUNT)
_LENGTH = RecordField("minutes", FieldKind.MINUTES)
_LEFT_WIDTH, _LEAST_LIST = 420, 200  # pixels
_SHORT = 120


class TrainingForm(FieldsForm):
    """`corrected` is the training that it takes the place of; `software_id` is proposed."""

    def __init__(
        self,
        aids: TrainingAids,
        save: Callable[[WantedTraining], Saved],
        editing: Editing,
        corrected: Training | None = None,
        software_id: str = "",
    ) -> None:
        super().__init__(_title(corrected), "", _("&Record the training"), editing)
        self._aids = aids
        self._save = save
        self._corrected = corrected
        self._left, self._outer = QVBoxLayout(), self.column
        self.came = ParticipantsBox(aids.ward.members, editing)
        self.came.entered.connect(self.create_button.setFocus)
        self.came.model.edited.connect(lambda: self.trouble.say(""))
        self._lay_sides()
        self.column = self._left
        self._lay_left(software_id)
        self.column = self._outer
        self.close_up()
        if corrected is not None:
            self._fill(corrected)

    def _lay_sides(self) -> None:
        left = QWidget()
        left.setMaximumWidth(_LEFT_WIDTH)
        left.setLayout(self._left)
        sides = QHBoxLayout()
        sides.setSpacing(24)
        sides.addWidget(left, 2)
        sides.addWidget(self.came, 3)
        self._left.setContentsMargins(0, 0, 0, 0)
        self._left.setSpacing(8)
        self._outer.addLayout(sides, 1)

    def _lay_left(self, software_id: str) -> None:
        self.software, self.version = QComboBox(), QComboBox()
        for used in self._aids.ward.used:
            self.software.addItem(used.name, used.id)
        self.software.currentIndexChanged.connect(lambda _place: self._show_versions())
        self._choose_beside()
        self._put(self.software, software_id)
        self._show_versions()
        self.day = day_field(self._aids.ward.today)
        self.minutes = LineField(_MINUTES)
        self.minutes.setFixedWidth(_SHORT)
        self.until = LineField(_UNTIL)
        self.until.setFixedWidth(_SHORT + 32)
        self.topic = line_field(_("What it was about"))
        OfferedTexts(self.topic, self._aids.topics)
        self.trainer = NameField(self._editing)
        self.trainer.offer_first(self._aids.trainers)
        self.who = name_field(self._editing)
        asked = (_("Da&y on which it was held"), self.day), (_("&Minutes it took"), self.minutes)
        self._ask_beside(asked)
        self.ask(_("What it was about, &if not all of it"), self.topic)
        self.ask(_("By w&hom: a name, or the vendor"), self.trainer)
        self.ask(_("&Counts until (empty: as long as the version)"), self.until)
        self.ask(_("Typ&ed in by"), self.who)
        self._left.addStretch(1)

    def _choose_beside(self) -> None:
        """On one line: so the whole form is seen on a small screen."""
        beside, column = QHBoxLayout(), self.column
        for text, box, share in (
            (_("Soft&ware"), self.software, 3),
            (_("&Version it was held on"), self.version, 2),
        ):
            self.column = QVBoxLayout()
            beside.addLayout(self.column, share)
            self.choose(text, box)
        self.column = column
        column.addLayout(beside)

    def _ask_beside(self, asked: Iterable[tuple[str, LineField]]) -> None:
        """Short fields on one line."""
        beside, column = QHBoxLayout(), self.column
        for text, field in asked:
            self.column = QVBoxLayout()
            beside.addLayout(self.column)
            self.ask(text, field)
        beside.addStretch(1)
        self.column = column
        column.addLayout(beside)

    def choose(self, text: str, box: QComboBox) -> None:
        box.setAccessibleName(text.replace("&", ""))
        box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(8)
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addWidget(FieldLabel(text, box))
        column.addWidget(box)
        self.column.addLayout(column)

    def focus_first(self) -> None:
        self.software.setFocus()

    def _show_versions(self) -> None:
        """That which runs there is proposed."""
        versions = self._aids.versions.get(str(self.software.currentData() or ""), ())
        running = {used.id: used.release for used in self._aids.ward.used}
        self.version.clear()
        self.version.addItem(_("not said"), "")
        for version in versions:
            self.version.addItem(version, version)
        self._put(self.version, running.get(str(self.software.currentData() or ""), ""))

    @staticmethod
    def _put(box: QComboBox, value: str) -> None:
        box.setCurrentIndex(max(0, box.findData(value)) if box.count() else -1)

    def _fill(self, training: Training) -> None:
        if self.software.findData(training.software_id) < 0:
            self.software.addItem(training.software, training.software_id)
        self._put(self.software, training.software_id)
        if training.version and self.version.findData(training.version) < 0:
            self.version.addItem(training.version, training.version)
        self._put(self.version, training.version)
        self.day.show_typed(short_day(training.day))
        self.minutes.show_typed(str(training.minutes or ""))
        self.until.show_typed(short_day(training.valid_until))
        self.topic.show_typed(training.topic)
        self.trainer.show_name(training.trainer)
        self.came.show_participants(training.participants)

    def finish(self) -> None:
        day, who = typed_day(self.day), self.who.typed()
        if day is None:
            self.refuse_field(self.day, day_fault(self.day))
        elif not who:
            self.refuse_field(self.who, _("Nobody is named. Type the name of who types this in."))
        else:
            self._editing.signer.remember(who)
            until, minutes = self._typed(self.until, _UNTIL), self._minutes()
            wanted = replace(
                self._wanted(day, who),
                valid_until=until if isinstance(until, date) else None,
                minutes=minutes if isinstance(minutes, int) else None,
            )
            faulty = next(
                (f for f, v in ((self.minutes, minutes), (self.until, until)) if _is_odd(f, v)),
                None,
            )
            if faulty is not None:
                self.refuse_field(faulty, _odd_sentence(faulty is self.until))
                return
            save = self._save
            self.send(lambda: save(wanted))

    def _minutes(self) -> object:
        """`90` alone is minutes; `1 h 30` is read too."""
        read = self._typed(self.minutes, _MINUTES)
        return self._typed(self.minutes, _LENGTH) if isinstance(read, Fault) else read

    @staticmethod
    def _typed(field: LineField, kind: RecordField) -> object:
        return read_typed(kind, field.typed())

    def _wanted(self, day: date, who: str) -> WantedTraining:
        link, trainer = self.trainer.link, self.trainer.typed()
        before = self._corrected
        known = (link.id or None) if link is not None and link.name == trainer else None
        if known is None and before is not None and before.trainer == trainer:
            known = before.trainer_id
        return WantedTraining(
            software_id=str(self.software.currentData() or ""),
            day=day,
            participants=self.came.model.participants(),
            department_id=self._aids.ward.department_id,
            version=str(self.version.currentData() or ""),
            topic=self.topic.typed(),
            trainer=trainer,
            trainer_id=known,
            who=who,
        )

    def _refuse(self, error: Exception) -> None:
        super()._refuse(error)
        if isinstance(error, RefusedField) and not self.is_gone:
            field = self._by_name().get(error.field)
            if field is not None:
                field.setFocus()

    def _by_name(self) -> Mapping[str, QWidget]:
        return {
            "software_id": self.software,
            "version": self.version,
            "day": self.day,
            "minutes": self.minutes,
            "valid_until": self.until,
            "participants": self.came.view,
        }


def _is_odd(field: LineField, value: object) -> bool:
    """Something is typed that was not understood."""
    return bool(field.typed().strip()) and not isinstance(value, date | int)


def _odd_sentence(is_day: bool) -> str:
    if is_day:
        return _("This is no day. Type it as 31/12/2026, or leave it empty.")
    return _("This is no number of minutes. Type 90, or leave it empty.")


def _title(corrected: Training | None) -> str:
    if corrected is None:
        return _("A training that was held")
    return _("Correct: {training}").format(training=training_title(corrected))


def saving_of(
    trainings: TrainingQuestions, corrected: Training | None
) -> Callable[[WantedTraining], Saved]:
    """A training that takes the place of another one annuls it."""
    if corrected is None:
        return trainings.record
    before = corrected.id
    return lambda wanted: trainings.correct(before, wanted)


def annulling(training: Training, trainings: TrainingQuestions, editing: Editing) -> ReasonForm:
    annul = trainings.annul
    return ReasonForm(
        _("Take back: {training}").format(training=training_title(training)),
        _("The levels that it gave count no more. It stays in the history, with your reason."),
        lambda reason: annul(training.id, reason),
        editing,
    )
