from __future__ import annotations

import sys

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot


def test_a_thousand_void_calls_take_no_reference_from_none(qtbot: QtBot) -> None:
    """PySide6 6.12.0 on Python 3.11 does, and aborts the process after some thousand calls."""
    label = QLabel()
    qtbot.addWidget(label)
    before = sys.getrefcount(None)
    for _call in range(1000):
        label.setText("08")
    assert abs(sys.getrefcount(None) - before) < 100
