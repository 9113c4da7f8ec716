"""Numbered forms of a department: a lot is prepared at the left, the register lies at the right."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from referent_desk.domain.deeds import Saved
from referent_desk.domain.departments import DepartmentChoice
from referent_desk.domain.lots import Lot
from referent_desk.gui.editing import Editing
from referent_desk.gui.icons import IconButton
from referent_desk.gui.jobs import Job, LatestAnswer, Progress
from referent_desk.gui.labels import Look, PlainLabel
from referent_desk.gui.lots.forms import LotForm
from referent_desk.gui.lots.registers import LotRegister, numbers_text
from referent_desk.gui.lots.sendings import LotSending
from referent_desk.gui.notices import NoticeBar, sentence_of
from referent_desk.gui.progress_rows import ProgressRow
from referent_desk.gui.questions import FileQuestions
from referent_desk.gui.questions_copies import LotQuestions, PrintedLot
from referent_desk.gui.questions_printing import PrintingQuestions
from referent_desk.gui.shapes import Shape
from referent_desk.gui.themes import Tone
from referent_desk.gui.work_pages import WorkPage
from referent_desk.language import _, ngettext

_FORM_WIDTH = 320  # pixels


class LotsPage(WorkPage):
    topic = "numbered-forms"

    def __init__(
        self,
        questions: LotQuestions,
        department_id: str,
        department: str,
        files: FileQuestions,
        editing: Editing,
        printing: PrintingQuestions | None = None,
    ) -> None:
        """Without `printing` a lot can be saved only."""
        super().__init__(_("Numbered forms: {department}").format(department=department))
        self._questions = questions
        self._department_id = department_id
        self._files = files
        self._editing = editing
        self._lots = LatestAnswer(editing.jobs)
        self._forms = LatestAnswer(editing.jobs)
        self._job: Job | None = None
        self._is_gone = False
        self._written: Path | None = None
        self.form = LotForm(editing)
        self.register = LotRegister(may_edit=editing.is_possible)
        self.progress = ProgressRow(_("How far the lot is"))
        self.told = NoticeBar("", Tone.GOOD, Shape.TICK)
        self.trouble = NoticeBar("", Tone.BAD, Shape.SQUARE)
        self.open_button = IconButton(_("&Open the PDF"), "external-link")
        self.open_button.clicked.connect(lambda _on: self._open())
        choice = DepartmentChoice(department_id, department, "", "")
        self.sending = LotSending(choice, printing, editing.jobs) if printing else None
        self._lay_out()
        self.form.given.connect(self.ask_path)
        self.progress.stopped.connect(self._stop)
        self.register.annulled.connect(self._annul)

    def _lay_out(self) -> None:
        self._hide_answers()
        left = QWidget()
        left.setProperty("look", "cards")
        words = QVBoxLayout(left)
        words.setContentsMargins(0, 0, 8, 0)
        words.setSpacing(8)
        if self._editing.is_possible:
            for widget in (self.form, self.progress, self.trouble, self.told):
                words.addWidget(widget)
            words.addWidget(self.open_button, 0, Qt.AlignmentFlag.AlignLeft)
            if self.sending is not None:
                words.addWidget(self.sending)
                self.sending.refused.connect(self.trouble.say)
                self.sending.begun.connect(self.trouble.hide)
        else:
            words.addWidget(
                PlainLabel(
                    _(
                        "This home is only read: no number can be given here. The binder holds "
                        "every form without a number, to be copied."
                    ),
                    Look.MUTED,
                )
            )
        words.addStretch(1)
        self._area = area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setProperty("look", "cards")
        area.setFixedWidth(_FORM_WIDTH)
        area.setWidget(left)
        beside = QHBoxLayout()
        beside.setSpacing(16)
        beside.addWidget(area)
        beside.addWidget(self.register, 1)
        self.body.addLayout(beside, 1)

    def begin(self) -> None:
        self._forms.ask(self._questions.list_forms, self._take_forms, self._say)
        self._ask_lots()
        chain: list[QWidget] = [self.leave]
        if self._editing.is_possible:
            chain += [*self.form.controls(), self.progress.stop, self.open_button]
            chain += self.sending.controls() if self.sending is not None else []
        chain += [self.register.table, self.register.reason, self.register.annul]
        for before, after in pairwise(chain):
            QWidget.setTabOrder(before, after)
        self.leave.setFocus()

    def settle(self) -> None:
        """A lot that is under way is stopped: its numbers are lost, and the register says so."""
        self._stop()

    def end(self) -> None:
        self._is_gone = True
        for answer in (self._lots, self._forms):
            answer.forget()
        if self.sending is not None:
            self.sending.forget()
        super().end()

    def ask_path(self) -> None:
        """The file is asked for once its usual name is known."""
        code, department_id = self.form.code, self._department_id
        if self._job is not None or not code:
            return
        self.form.let_print(False)
        self._editing.jobs.run(
            lambda: self._questions.suggest_path(code, department_id), self.write, self._refuse
        )

    def write(self, suggested: Path) -> None:
        if self._is_gone:
            return
        self.form.let_print(True)
        path = self._files.ask_path(self, suggested)
        if path is None:
            return
        code, amount, who = self.form.code, self.form.amount.value(), self.form.who.typed()
        department_id = self._department_id
        self._editing.signer.remember(who)
        self._hide_answers()
        self.progress.begin()
        self.form.let_print(False)

        def work(progress: Progress) -> PrintedLot:
            return self._questions.print_lot(code, department_id, amount, path, who, progress)

        self._job = self._editing.jobs.run_long(
            work,
            self._take_written,
            self._refuse,
            advanced=self.progress.advance,
            stopped=self._take_stopped,
        )

    def _hide_answers(self) -> None:
        self.open_button.hide()
        if self.sending is not None:
            self.sending.withdraw()
        for bar in (self.told, self.trouble):
            bar.hide()

    def _ask_lots(self) -> None:
        department_id = self._department_id
        self._lots.ask(
            lambda: self._questions.list_lots(department_id), self.register.show_lots, self._say
        )

    def _take_forms(self, forms: tuple[tuple[str, str], ...]) -> None:
        self.form.offer(forms)
        if self.focusWidget() is self.leave and self._editing.is_possible:
            self.form.form.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_written(self, printed: PrintedLot) -> None:
        self._editing.saver.note(printed.saved)
        if self._is_gone:
            return
        self._end_job()
        self._written = printed.path
        self.told.say(written_sentence(printed))
        self.open_button.show()
        self.open_button.setFocus(Qt.FocusReason.OtherFocusReason)
        if self.sending is not None:
            self.sending.offer(printed)
        self._bring_into_sight(self.open_button)
        self._ask_lots()

    def _bring_into_sight(self, widget: QWidget) -> None:
        """It has its place after this turn."""
        area = self._area
        QTimer.singleShot(0, area, lambda: area.ensureWidgetVisible(widget, 0, 8))

    def _take_stopped(self) -> None:
        if self._is_gone:
            return
        self._end_job()
        self.trouble.say(
            _("Stopped. No file was written, and the numbers of this lot are not given again.")
        )
        self._ask_lots()

    def _refuse(self, error: Exception) -> None:
        if self._is_gone:
            self._editing.jobs.failed.emit(error)
            return
        self._end_job()
        self._say(error)
        self._ask_lots()

    def _say(self, error: Exception) -> None:
        self.trouble.say(sentence_of(error))

    def _end_job(self) -> None:
        self._job = None
        self.progress.hide()
        self.form.let_print(True)

    def _stop(self) -> None:
        if self._job is not None:
            self._job.cancel()

    def _open(self) -> None:
        if self._written is not None and not self._files.open_file(self._written):
            self.trouble.say(
                _("No program of this PC opens PDF files. The file is saved as {path}.").format(
                    path=self._written
                )
            )

    def _annul(self, lot: Lot, reason: str) -> None:
        self._editing.saver.save(
            lambda: self._questions.annul(lot.id, reason),
            self._take_annulled,
            self._refuse_annulling,
        )

    def _take_annulled(self, _saved: Saved) -> None:
        if not self._is_gone:
            self._ask_lots()

    def _refuse_annulling(self, error: Exception) -> None:
        if self._is_gone:
            self._editing.jobs.failed.emit(error)
        else:
            self.register.refuse(sentence_of(error))


def written_sentence(printed: PrintedLot) -> str:
    """What lies in the file, and how it must be printed: two numbers on one sheet help nobody."""
    lot = printed.lot
    said = ngettext(
        "Saved as {path}: {count} sheet, {form} {numbers}. It is not printed yet.",
        "Saved as {path}: {count} sheets, {form} {numbers}. They are not printed yet.",
        lot.amount,
    ).format(path=printed.path, count=lot.amount, form=lot.form_code, numbers=numbers_text(lot))
    sides = _("Print at 100 %, on one side only: the next sheet bears another number.")
    if printed.pages > lot.amount:
        sides = _("Print at 100 %, on both sides: front and back bear the same number.")
    return f"{said} {sides}"
