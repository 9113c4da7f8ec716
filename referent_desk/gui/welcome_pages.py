"""What a home without anything shows first: what the program is for, and one next step."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from referent_desk.gui.icons import IconButton
from referent_desk.gui.labels import Look, PlainLabel
from referent_desk.gui.notices import NoticeBar
from referent_desk.gui.shapes import Shape
from referent_desk.gui.themes import Tone
from referent_desk.language import _

_WIDTH = 640  # pixels: a line that one reads at a glance


class WelcomePage(QWidget):
    demo_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.demo = IconButton(_("&Try with the demo hospital"), "hospital", main=True)
        self.demo.clicked.connect(self.demo_asked)
        self._trouble = NoticeBar("", Tone.BAD, Shape.SQUARE)
        self._trouble.hide()
        column = QWidget()
        column.setFixedWidth(_WIDTH)
        words = QVBoxLayout(column)
        words.setContentsMargins(24, 48, 24, 24)
        words.setSpacing(12)
        words.addWidget(PlainLabel(_("Nothing is known here yet."), Look.TITLE))
        words.addWidget(
            PlainLabel(
                _(
                    "This program keeps what each department uses, who answers for it, and the "
                    "binder that carries the department through an outage."
                )
            )
        )
        words.addSpacing(8)
        words.addWidget(self.demo, 0, Qt.AlignmentFlag.AlignLeft)
        self._invented = PlainLabel(
            _("Everything in it is invented: hospitals, people, programs, numbers."), Look.MUTED
        )
        words.addWidget(self._invented)
        words.addWidget(self._trouble)
        words.addSpacing(16)
        words.addWidget(PlainLabel(_("To bring in your own hospital"), Look.HEADING))
        words.addWidget(
            PlainLabel(
                _(
                    "For now a spreadsheet is brought in by a command: "
                    "“referent-desk import FILE”. Your IT department can do it; press F5 "
                    "afterwards."
                )
            )
        )
        words.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(column, 1)
        layout.setAlignment(column, Qt.AlignmentFlag.AlignHCenter)

    def offer_demo(self, possible: bool) -> None:
        """A home that can only be read is not filled."""
        self.demo.setVisible(possible)
        self._invented.setVisible(possible)

    def wait_for_demo(self, waiting: bool) -> None:
        self.demo.setEnabled(not waiting)
        self.demo.setText(
            _("Filling the demo hospital…") if waiting else _("&Try with the demo hospital")
        )

    def say_trouble(self, text: str) -> None:
        self._trouble.say(text)
