from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from referent_desk.gui.closed_lists import ClosedList
from referent_desk.gui.labels import tooltip

LONG = "Cardiologie de la fédération interhospitalière des montagnes & vallées"


@pytest.mark.parametrize(
    ("said", "own", "shown"),
    [
        (LONG, "", tooltip(LONG)),
        ("Cardiologie", "", ""),
        (LONG, "what it is for", "what it is for"),  # who said something else is not overruled
    ],
)
def test_a_choice_that_is_cut_off_is_read_in_its_tool_tip(
    qtbot: QtBot, said: str, own: str, shown: str
) -> None:
    box = ClosedList()
    qtbot.addWidget(box)
    box.addItem(said)
    box.setToolTip(own)
    box.resize(200, 32)
    box.show()
    QToolTip.hideText()
    here = QPoint(10, 10)
    QApplication.sendEvent(box, QHelpEvent(QEvent.Type.ToolTip, here, box.mapToGlobal(here)))
    if shown:
        assert QToolTip.text() == shown
    else:
        assert not QToolTip.isVisible()
    QToolTip.hideText()
