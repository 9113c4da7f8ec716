from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from referent_desk.domain.printing import Printer
from referent_desk.gui.printer_rows import PrinterRows


@pytest.mark.parametrize("is_laid_out", [False, True])
def test_how_many_times_is_asked_where_it_is_laid_out_and_never_in_a_window_of_its_own(
    qtbot: QtBot, is_laid_out: bool
) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    rows = PrinterRows()
    rows.setParent(page)
    if is_laid_out:
        rows.counts.setParent(page)
    page.show()
    rows.show_printers((Printer("Ward"),))
    assert rows.chosen is not None
    assert rows.counts.isVisible() is is_laid_out
