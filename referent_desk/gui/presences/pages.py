"""The presence of a department: its week as a picture and as a list, for a software or for all."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from referent_desk.domain.presence_parts import Cover
from referent_desk.domain.presence_weeks import PresenceWeek, SubjectWeek
from referent_desk.domain.presences import ALL
from referent_desk.gui.closed_lists import ClosedList
from referent_desk.gui.columns import Column, state_column
from referent_desk.gui.icons import IconButton
from referent_desk.gui.jobs import Jobs, LatestAnswer
from referent_desk.gui.labels import FieldLabel, Look, PlainLabel
from referent_desk.gui.notices import NoticeBar, sentence_of
from referent_desk.gui.presences.pictures import WeekPicture
from referent_desk.gui.questions import FileQuestions
from referent_desk.gui.questions_presences import PresenceQuestions
from referent_desk.gui.row_tables import RowTable
from referent_desk.gui.rows_model import LinesModel
from referent_desk.gui.shapes import Shape
from referent_desk.gui.states import State
from referent_desk.gui.themes import Tone
from referent_desk.gui.wordings import sentence_case
from referent_desk.gui.work_pages import WorkPage
from referent_desk.gui.yielding_areas import YieldingArea
from referent_desk.language import _, spoken
from referent_desk.words.presence_parts import PartRow, part_rows
from referent_desk.words.presences import (
    cover_word,
    empty_sentence,
    no_number_sentence,
    subject_name,
    totals_sentences,
    week_name,
)

_LEAST_PICTURE = 96  # pixels: the hours and two days


class PresencePage(WorkPage):
    topic = "presence"

    def __init__(
        self,
        questions: PresenceQuestions,
        department: tuple[str, str],
        files: FileQuestions,
        jobs: Jobs,
    ) -> None:
        """`department` is its id and its name."""
        super().__init__(_("Presence – {department}").format(department=department[1]))
        self._questions = questions
        self._department_id = department[0]
        self._files = files
        self._jobs = jobs
        self._answer = LatestAnswer(jobs)
        self._wanted: date | None = None
        self.week: PresenceWeek | None = None
        self.told = NoticeBar("", Tone.GOOD, Shape.TICK)
        self.trouble = NoticeBar("", Tone.BAD, Shape.SQUARE)
        self.subjects = ClosedList()
        self.name = PlainLabel("", Look.STRONG)
        self.totals = PlainLabel("")
        self.hint = PlainLabel("", Look.MUTED)
        self.picture = WeekPicture()
        self.table = RowTable(_("Who is there, hour by hour"))
        self.chosen = PlainLabel("")
        self.before = IconButton(_("Be&fore"), "arrow-left")
        self.after = IconButton(_("Af&ter"))
        self.this_week = IconButton(_("Th&is week"))
        self.printing = IconButton(_("Print the &week…"), "printer")
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.head.addWidget(self.printing)
        for bar in (self.told, self.trouble):
            bar.hide()
            self.body.addWidget(bar)
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in (self.before, self.this_week, self.after):
            row.addWidget(button)
        self.name.setWordWrap(False)
        row.addWidget(self.name)
        row.addStretch(1)
        row.addWidget(FieldLabel(_("Shown f&or"), self.subjects))
        self.subjects.setMinimumContentsLength(12)
        self.subjects.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        row.addWidget(self.subjects)
        self.body.addLayout(row)
        said = QWidget()
        column = QVBoxLayout(said)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.totals)
        column.addWidget(self.hint)
        self.body.addWidget(said)
        self.body.addWidget(YieldingArea(self.picture, least=_LEAST_PICTURE))
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self.chosen)

    def _connect(self) -> None:
        self.before.clicked.connect(lambda _on: self.go(-1))
        self.after.clicked.connect(lambda _on: self.go(1))
        self.this_week.clicked.connect(lambda _on: self._read(None))
        self.subjects.currentIndexChanged.connect(lambda _place: self._show())
        self.printing.clicked.connect(lambda _on: self._print())
        self.table.row_chosen.connect(self._say_chosen)

    def begin(self) -> None:
        self.subjects.setFocus(Qt.FocusReason.OtherFocusReason)
        self._read(None)

    def go(self, weeks: int) -> None:
        if self.week is not None:
            wanted = self._wanted or self.week.monday
            self._read(wanted + timedelta(weeks=weeks))

    def _read(self, day: date | None) -> None:
        self._wanted = day
        ask, key = self._questions.read_week, self._department_id
        self._answer.ask(lambda: ask(key, day), self._take, self._refuse)

    def _take(self, week: PresenceWeek) -> None:
        chosen = self.subject
        self.week, self._wanted = week, week.monday
        self.trouble.say("")
        self.subjects.blockSignals(True)
        self.subjects.clear()
        for one in week.subjects:
            self.subjects.addItem(subject_name(one, spoken()), one.subject)
        self.subjects.setCurrentIndex(max(0, self.subjects.findData(chosen)))
        self.subjects.blockSignals(False)
        self._show()

    @property
    def subject(self) -> str:
        chosen = self.subjects.currentData()
        return chosen if isinstance(chosen, str) else ALL

    def _show(self) -> None:
        if self.week is None:
            return
        week = self.week
        shown = week.of(self.subject)
        self.name.say(week_name(week.monday, spoken()))
        self.totals.say(" ".join(totals_sentences(week, shown, spoken())))
        hint = empty_sentence(week, shown, spoken())
        self.hint.say(hint)
        self.hint.setVisible(bool(hint))
        self.picture.show_week(week, shown)
        self._list(week, shown)

    def _list(self, week: PresenceWeek, shown: SubjectWeek) -> None:
        rows = part_rows(week, shown, spoken())
        old = self.table.model(), self.table.selectionModel()
        self.table.show_model(LinesModel(_columns(), rows, self.table))
        for part in old:
            if part is not None:
                part.deleteLater()
        if rows:
            lacking = (Cover.NOBODY, Cover.PARTLY)
            missing = (n for n, row in enumerate(rows) if row.cover in lacking)
            self.table.choose(next(missing, 0))
        self._say_chosen(self.table.chosen_row())

    def _say_chosen(self, row: PartRow | None) -> None:
        """All of it, where the column has no room for the names and the number to call."""
        self.chosen.setVisible(row is not None)
        if row is not None:
            known = row.who or no_number_sentence(spoken())
            said = _("{day}, {hours}: {who}")
            self.chosen.say(said.format(day=sentence_case(row.day), hours=row.hours, who=known))

    def _print(self) -> None:
        suggest, day = self._questions.suggest_path, self._wanted
        self._jobs.run(lambda: suggest(day), self._ask_path, self._refuse)

    def _ask_path(self, suggested: Path) -> None:
        path = self._files.ask_path(self, suggested)
        if path is None:
            return
        write, key, day, subject = (
            *(self._questions.print_week, self._department_id, self._wanted),
            self.subject,
        )
        self.told.say("")
        self._jobs.run(lambda: write(key, day, subject, path), self._tell, self._refuse)

    def _tell(self, path: Path) -> None:
        self.told.say(_("Saved as {path}.").format(path=path))

    def _refuse(self, error: Exception) -> None:
        self.trouble.say(sentence_of(error))

    def end(self) -> None:
        self._answer.forget()
        super().end()


def _columns() -> tuple[Column, ...]:
    return (
        Column(_("Day"), lambda row: sentence_case(row.day), "", 140, 0),
        Column(_("Hours"), lambda row: row.hours, "", 170, 0),
        state_column(_("Covered by"), _state, "", 130),
        Column(_("Who, or whom to call"), lambda row: row.who, "", 200, 1),
    )


def _state(row: PartRow) -> State:
    shape, tone = {
        Cover.MAIN: (Shape.TICK, Tone.GOOD),
        Cover.DEPUTY: (Shape.RING, Tone.WARNING),
        Cover.PARTLY: (Shape.DIAMOND, Tone.BAD),
        Cover.NOBODY: (Shape.SQUARE, Tone.BAD),
    }[row.cover]
    return State(cover_word(row.cover, spoken()), shape, tone)
