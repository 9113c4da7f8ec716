"""A printer in memory, which does as it is told, and the queue that is asked about it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from referent_desk.domain.changes import Kind
from referent_desk.domain.deeds import Saved
from referent_desk.domain.printing import (
    Because,
    JobReport,
    JobState,
    Printer,
    PrinterState,
    PrintOptions,
)
from referent_desk.gui.jobs import Progress
from referent_desk.gui.questions_printing import PrintingQuestions

WARD = Printer("ward", "Ward printer", "Nurses’ station", PrinterState.READY, True, True)
OLD = Printer("old", "Old printer", "", PrinterState.UNREACHABLE, False, False)


@dataclass
class StandInPrinting:
    """`reports` are given one after the other, the last one again and again."""

    known: tuple[Printer, ...] = (WARD, OLD)
    reports: list[tuple[JobState, Because]] = field(
        default_factory=lambda: [(JobState.SENT, Because.NOTHING)]
    )
    refusal: Exception | None = None
    sent: list[tuple[Path, str, PrintOptions]] = field(default_factory=list)
    cancelled: list[str] = field(default_factory=list)
    recorded: list[tuple[object, ...]] = field(default_factory=list)

    def printers(self) -> tuple[Printer, ...]:
        return self.known

    def send(
        self, pdf: Path, queue: str, _title: str, options: PrintOptions, progress: Progress
    ) -> str:
        progress(1, 2)
        if self.refusal is not None:
            raise self.refusal
        self.sent.append((pdf, queue, options))
        return f"{queue}-{len(self.sent)}"

    def look(self, job: str) -> JobReport:
        state, because = self.reports.pop(0) if len(self.reports) > 1 else self.reports[0]
        return JobReport(job, state, because)

    def record_sent(self, department_id: str, number: int, printer: str, job: str) -> Saved:
        return self._record("sent", department_id, number, printer, job)

    def record_test(self, department_id: str, printer: Printer) -> Saved:
        return self._record("tested", department_id, printer.queue)

    def _record(self, *said: object) -> Saved:
        self.recorded.append(said)
        return Saved(frozenset({Kind.BINDERS}), "", datetime(2026, 11, 9, 13, 2, tzinfo=UTC))

    def questions(self) -> PrintingQuestions:
        return PrintingQuestions(
            printers=self.printers,
            place=lambda suggested: suggested,
            send=self.send,
            look=self.look,
            cancel=self.cancelled.append,
            write_test_page=lambda _id, printer: Path(f"{printer.queue}.pdf"),
            record_sent=self.record_sent,
            record_test=self.record_test,
        )
