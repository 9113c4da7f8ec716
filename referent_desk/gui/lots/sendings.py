"""Giving a lot that was prepared to a printer: once, as each of its numbers exists once."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from referent_desk.domain.departments import DepartmentChoice
from referent_desk.gui.icons import IconButton
from referent_desk.gui.jobs import Jobs
from referent_desk.gui.one_jobs import OneJob
from referent_desk.gui.print_sendings import PrintSending
from referent_desk.gui.progress_rows import ProgressRow
from referent_desk.gui.questions_copies import PrintedLot
from referent_desk.gui.questions_printing import PrintingQuestions
from referent_desk.language import _


@dataclass(frozen=True, slots=True)
class _LotFile:
    """The file of a lot as a file of a binder: it belongs to no copy and to no printing of one."""

    path: Path
    pages: int
    sheets: int
    copy_number: None = None
    new_copy: bool = False
    run_number: None = None
    set_plain: tuple[str, ...] = ()


class LotSending(QWidget):
    """Hidden until a lot is offered. Neither copies nor pages are asked: a number twice on paper,
    or a sheet that is left out, is what numbers are there to prevent."""

    refused = Signal(str)
    begun = Signal()

    def __init__(self, choice: DepartmentChoice, printing: PrintingQuestions, jobs: Jobs) -> None:
        super().__init__()
        self._lot: PrintedLot | None = None
        self.progress = ProgressRow(_("How far the lot is"))
        self._work = OneJob(jobs, self.progress)
        self._work.refused.connect(self.refused)
        self._work.settled.connect(self._show_button)
        self.sending = PrintSending(choice, printing, jobs, None, self._work.begin)
        self.sending.refused.connect(self.refused)
        self.sending.changed.connect(self._show_button)
        self.sending.rows.chosen_changed.connect(self._show_button)
        self.send = IconButton("", "printer", main=True)
        self.send.clicked.connect(self.give_to_printer)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.sending.rows)
        column.addWidget(self.send, 0, Qt.AlignmentFlag.AlignLeft)
        for widget in (self.progress, self.sending.row, self.sending.sent):
            column.addWidget(widget)
        self.hide()

    def offer(self, lot: PrintedLot) -> None:
        self._lot = lot
        self.sending.hide_notices()
        self.sending.look_for_printers()
        self._show_button()
        self.show()

    def withdraw(self) -> None:
        """Another lot is being prepared."""
        self._lot = None
        self.hide()

    def give_to_printer(self) -> None:
        if self._lot is None:
            return
        self.begun.emit()
        self.sending.hide_notices()
        lot = self._lot.lot
        file = _LotFile(self._lot.path, self._lot.pages, lot.amount)
        self.sending.send(file.path, lambda _place, _progress: file, file.pages > lot.amount)
        self._show_button()

    def forget(self) -> None:
        """The page is left: what the queue has taken stays there."""
        self._work.cancel()
        self.sending.forget()

    def controls(self) -> list[QWidget]:
        rows = self.sending.rows
        return [rows.list, rows.again, self.send, self.progress.stop, self.sending.row.stop]

    def _show_button(self) -> None:
        self.send.setVisible(self.sending.rows.chosen is not None)
        self.send.setEnabled(self.sending.is_ready and not self._work.is_under_way)
        was_sent = not self.sending.sent.isHidden()
        self.send.be_main(not was_sent)
        self.send.setText(_("S&end once more") if was_sent else _("S&end to the printer"))
        self.send.updateGeometry()
