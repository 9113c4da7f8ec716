"""What Qt answers on a computer without printers; a real one is in tests/real_printer."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication

from referent_desk.domain.printing import JobState, Printer, PrintOptions
from referent_desk.errors import Cancelled, NotPrinted
from referent_desk.gui import raster_printers
from referent_desk.gui.raster_printers import RasterPrinters


class Pages:
    """Three pages of one grey, and whether they were closed."""

    count = 3

    def __init__(self) -> None:
        self.drawn: list[int] = []
        self.is_closed = False

    def draw(self, page: int, dots_per_inch: int) -> tuple[int, int, int, bytes]:
        self.drawn.append(page)
        width, height = round(8.27 * dots_per_inch / 10), round(11.69 * dots_per_inch / 10)
        return width, height, width, b"\x80" * (width * height)

    def close(self) -> None:
        self.is_closed = True


@pytest.fixture
def pages() -> Pages:
    return Pages()


@pytest.fixture
def printers(qapp: QApplication, pages: Pages) -> RasterPrinters:
    return RasterPrinters(lambda _path: pages)


def test_a_printer_that_is_gone_is_refused_and_no_file_is_written_instead(
    printers: RasterPrinters, pages: Pages, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(NotPrinted) as caught:
        printers.send(Path("x.pdf"), "gone", "Binder", PrintOptions())
    assert caught.value.code == "unknown"
    assert pages.drawn == []
    assert list(tmp_path.iterdir()) == []


def _to_file(monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
    """Qt's writer of PDF in the place of a printer: it is drawn on alike."""

    def opened(_queue: str) -> QPrinter:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(path))
        return printer

    monkeypatch.setattr(raster_printers, "_opened", opened)


def test_the_pages_wanted_are_drawn_one_after_the_other(
    printers: RasterPrinters, pages: Pages, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _to_file(monkeypatch, tmp_path / "out.pdf")
    told: list[tuple[int, int]] = []
    options = PrintOptions(first_page=2, last_page=3)
    job = printers.send(Path("x.pdf"), "ward", "Binder", options, lambda *far: told.append(far))
    assert pages.drawn == [1, 2]
    assert told == [(0, 2), (1, 2)]
    assert pages.is_closed
    assert printers.look(job).state is JobState.SENT


def test_stopped_on_the_way_the_rest_is_not_drawn_and_the_file_is_let_go(
    printers: RasterPrinters, pages: Pages, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _to_file(monkeypatch, tmp_path / "out.pdf")

    def stop(done: int, _of: int) -> None:
        if done == 1:
            raise Cancelled

    with pytest.raises(Cancelled):
        printers.send(Path("x.pdf"), "ward", "Binder", PrintOptions(), stop)
    assert pages.drawn == [0]
    assert pages.is_closed


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_what_cannot_be_begun_is_refused(
    printers: RasterPrinters, pages: Pages, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _to_file(monkeypatch, tmp_path / "nowhere" / "out.pdf")
    with pytest.raises(NotPrinted) as caught:
        printers.send(Path("x.pdf"), "ward", "Binder", PrintOptions())
    assert caught.value.code == "not_begun"
    assert pages.is_closed


def test_printers_are_values(printers: RasterPrinters) -> None:
    assert all(isinstance(found, Printer) for found in printers.printers())
