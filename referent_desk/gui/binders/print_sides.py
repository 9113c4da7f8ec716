"""The left side of a print dialog: for whom, for which copy, on which printer; scrolls when low."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QComboBox,
    QFrame,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from referent_desk.domain.departments import DepartmentChoice
from referent_desk.gui.labels import Look, PlainLabel, shortened, show_tip

_WIDTH = 336  # pixels, of what is asked
_BAR = 18  # pixels, for the bar that scrolls
_NAME_LETTERS = 90  # of the department; the cover in the preview has it whole


class PrintSide(QScrollArea):
    def __init__(self, choice: DepartmentChoice, *parts: QWidget) -> None:
        super().__init__()
        self.setProperty("look", "cards")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFixedWidth(_WIDTH + _BAR)
        asked = QWidget()
        asked.setAutoFillBackground(False)
        layout = QVBoxLayout(asked)
        layout.setContentsMargins(0, 0, 6, 0)
        layout.setSpacing(8)
        for text, look in ((choice.name, Look.TITLE), (choice.establishment, Look.MUTED)):
            label = PlainLabel(shortened(text, _NAME_LETTERS), look)
            show_tip(label, text)
            layout.addWidget(label)
        layout.addSpacing(8)
        for part in parts:
            layout.addWidget(part)
            layout.addSpacing(8)
        layout.addStretch(1)
        self.setWidget(asked)
        for kind in (QAbstractSpinBox, QComboBox):
            for field in asked.findChildren(kind):
                field.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
                field.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The wheel scrolls; what it passes over changes only where one works."""
        is_field = isinstance(watched, QWidget) and not watched.hasFocus()
        if event.type() == QEvent.Type.Wheel and is_field:
            event.ignore()
            return True
        return super().eventFilter(watched, event)
