"""Printing where no CUPS is, on Windows above all: each page goes to the printer as a picture.

Qt says yes to much that never reaches paper: a printer that is gone becomes a writer of PDF files,
a queue that refuses looks like one that took the job. So all that can be asked is asked first.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QMarginsF, QRectF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from referent_desk.domain.printing import (
    JobReport,
    JobState,
    Printer,
    PrinterState,
    PrintOptions,
    page_range,
)
from referent_desk.errors import NotPrinted
from referent_desk.gui.jobs import Progress
from referent_desk.language import _

DOTS_PER_INCH = 300
_MM_PER_INCH = 25.4
_WIDTH, _HEIGHT = 210, 297  # millimetres
_LONGEST_TITLE = 120


class PagesToPrint(Protocol):
    """The pages of a file, one byte a pixel; `draw` takes the page from 0 and the resolution."""

    @property
    def count(self) -> int: ...

    def draw(self, page: int, dots_per_inch: int) -> tuple[int, int, int, bytes]: ...

    def close(self) -> None: ...


class RasterPrinters:
    """The printers that Qt finds. What became of a job once it was taken, they do not tell."""

    def __init__(self, open_pages: Callable[[Path], PagesToPrint]) -> None:
        self._open_pages = open_pages

    def printers(self) -> tuple[Printer, ...]:
        known = (_printer(one) for one in QPrinterInfo.availablePrinters() if not one.isNull())
        return tuple(sorted(known, key=lambda p: (not p.is_default, p.name.casefold())))

    def send(
        self,
        pdf: Path,
        queue: str,
        title: str,
        options: PrintOptions,
        progress: Progress | None = None,
    ) -> str:
        """Draw the pages onto the printer; returns a name for the job. Stopped, none is printed."""
        printer = _opened(queue)
        printer.setDocName(" ".join(title.split())[:_LONGEST_TITLE])
        _set_options(printer, options)
        pages = self._open_pages(pdf)
        try:
            _print(printer, pages, options, progress)
        finally:
            pages.close()
        return queue

    def look(self, job: str) -> JobReport:
        return JobReport(job, JobState.SENT)

    def cancel(self, job: str) -> None:
        """What was given to the printer is not taken back from here."""


def _printer(found: QPrinterInfo) -> Printer:
    sides = found.supportedDuplexModes()
    return Printer(
        queue=found.printerName(),
        description=found.description(),
        place=found.location(),
        state=_state(found),
        is_default=found.isDefault(),
        two_sided=any(side != QPrinter.DuplexMode.DuplexNone for side in sides) if sides else None,
    )


def _state(found: QPrinterInfo) -> PrinterState:
    return {
        QPrinter.PrinterState.Idle: PrinterState.READY,
        QPrinter.PrinterState.Active: PrinterState.BUSY,
        QPrinter.PrinterState.Aborted: PrinterState.REFUSING,
        QPrinter.PrinterState.Error: PrinterState.UNREACHABLE,
    }.get(found.state(), PrinterState.UNKNOWN)


def _opened(queue: str) -> QPrinter:
    """The printer, and surely a printer."""
    found = QPrinterInfo.printerInfo(queue)
    if found.isNull():
        raise NotPrinted(
            _("This computer does not know this printer any more."),
            _("Choose another printer, or save the PDF."),
            "unknown",
        )
    printer = QPrinter(found, QPrinter.PrinterMode.HighResolution)
    is_file = bool(printer.outputFileName())
    native = printer.outputFormat() == QPrinter.OutputFormat.NativeFormat
    if not printer.isValid() or not native or is_file or printer.printerName() != queue:
        raise _not_begun()
    return printer


def _not_begun() -> NotPrinted:
    return NotPrinted(
        _("The printer did not take the job."),
        _("See whether it is switched on; else save the PDF, or choose another printer."),
        "not_begun",
    )


def _set_options(printer: QPrinter, options: PrintOptions) -> None:
    printer.setResolution(DOTS_PER_INCH)
    printer.setFullPage(True)
    size = QPageSize(QPageSize.PageSizeId.A4)
    upright = QPageLayout.Orientation.Portrait
    printer.setPageLayout(QPageLayout(size, upright, QMarginsF(0, 0, 0, 0)))
    printer.setColorMode(QPrinter.ColorMode.GrayScale)
    mode = QPrinter.DuplexMode
    printer.setDuplex(mode.DuplexLongSide if options.two_sided else mode.DuplexNone)
    printer.setCollateCopies(True)
    printer.setCopyCount(options.copies if printer.supportsMultipleCopies() else 1)


def _print(
    printer: QPrinter, pages: PagesToPrint, options: PrintOptions, progress: Progress | None
) -> None:
    """One page is in memory at a time."""
    again = 1 if printer.supportsMultipleCopies() else options.copies
    wanted = [page for _copy in range(again) for page in page_range(options, pages.count)]
    painter = QPainter()
    if not wanted or not painter.begin(printer):
        raise _not_begun()
    try:
        for done, page in enumerate(wanted):
            if progress is not None:
                progress(done, len(wanted))
            if done and not printer.newPage():
                raise _not_begun()
            _draw(painter, pages.draw(page, DOTS_PER_INCH), printer)
    except BaseException:
        printer.abort()
        painter.end()
        raise
    if not painter.end() or printer.printerState() in _FAILED:
        raise _not_begun()


_FAILED = (QPrinter.PrinterState.Aborted, QPrinter.PrinterState.Error)


def _draw(painter: QPainter, page: tuple[int, int, int, bytes], printer: QPrinter) -> None:
    """In its own size: the codes and the frames keep theirs."""
    width, height, stride, pixels = page
    image = QImage(pixels, width, height, stride, QImage.Format.Format_Grayscale8)
    dots = printer.resolution() / _MM_PER_INCH
    painter.drawImage(QRectF(0, 0, _WIDTH * dots, _HEIGHT * dots), image)
