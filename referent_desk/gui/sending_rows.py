"""What becomes of a job once the queue has it: looked at again and again, said, stopped."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from referent_desk.domain.printing import Because, JobReport, JobState
from referent_desk.errors import DeskError
from referent_desk.gui.icons import IconButton
from referent_desk.gui.jobs import Jobs, LatestAnswer
from referent_desk.gui.notices import NoticeBar, sentence_of
from referent_desk.gui.printing_words import report_sentence
from referent_desk.gui.questions_printing import PrintingQuestions
from referent_desk.gui.shapes import Shape
from referent_desk.gui.themes import Tone
from referent_desk.language import _

_SOON, _LATER = 700, 2_500  # milliseconds between two looks at the queue
_LOOKS_SOON = 12


class SendingRow(QWidget):
    """`ended` is emitted with the last report, `stopped` when the reader took the job back.

    `changed` comes before either, and when a job begins.
    """

    ended = Signal(object)
    stopped = Signal()
    changed = Signal()

    def __init__(self, printing: PrintingQuestions, jobs: Jobs) -> None:
        super().__init__()
        self._printing = printing
        self._jobs = jobs
        self._answer = LatestAnswer(jobs)
        self._printer = ""
        self._looks = 0
        self.job = ""
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.timeout.connect(self._look)
        self.stop = IconButton(_("Stop pr&inting"), "x")
        self.stop.clicked.connect(self.cancel)
        self.bar = NoticeBar("", Tone.NEUTRAL, Shape.DISC)
        self.hindered = NoticeBar("", Tone.WARNING, Shape.TRIANGLE)
        bars = QVBoxLayout()
        bars.setSpacing(0)
        for bar in (self.bar, self.hindered):
            bars.addWidget(bar)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(bars, 1)
        layout.addWidget(self.stop)
        self.hide()

    @property
    def is_under_way(self) -> bool:
        return bool(self.job)

    def begin(self, job: str, printer: str) -> None:
        """The queue has taken the job; `printer` is what people call it."""
        self.job, self._printer, self._looks = job, printer, 0
        self.stop.setEnabled(True)
        self._tell(JobReport(job, JobState.WAITING))
        self.show()
        self.changed.emit()
        self._look()

    def cancel(self) -> None:
        """Take the job back, as far as the queue still can."""
        job = self.job
        self.forget()
        self._jobs.run(lambda: self._printing.cancel(job), lambda _nothing: None, surely=True)
        self.changed.emit()
        self.stopped.emit()

    def forget(self) -> None:
        """Look no more; the job stays in the queue."""
        self._pause.stop()
        self._answer.forget()
        self.job = ""
        self.hide()

    def _look(self) -> None:
        job = self.job
        self._answer.ask(lambda: self._printing.look(job), self._take, self._refuse)

    def _take(self, report: JobReport) -> None:
        if not report.is_over:
            self._tell(report)
            self._look_again()
            return
        if report.because is Because.FILTER:
            self._jobs.run(lambda: self._printing.cancel(report.job), lambda _nothing: None)
        self.forget()
        self.changed.emit()
        self.ended.emit(report)

    def _refuse(self, error: Exception) -> None:
        """The queue did not answer this time."""
        self._show(self.hindered, sentence_of(error))
        if isinstance(error, DeskError):
            self._look_again()

    def _look_again(self) -> None:
        self._looks += 1
        self._pause.start(_SOON if self._looks < _LOOKS_SOON else _LATER)

    def _tell(self, report: JobReport) -> None:
        hindered = report.because is not Because.NOTHING
        self._show(self.hindered if hindered else self.bar, report_sentence(report, self._printer))

    def _show(self, bar: NoticeBar, sentence: str) -> None:
        other = self.bar if bar is self.hindered else self.hindered
        other.say("")
        bar.say(sentence)
