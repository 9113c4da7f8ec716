"""What a home without anything shows first: what the program is for, and three ways to begin."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from referent_desk.gui.empty_texts import NextStep
from referent_desk.gui.icons import IconButton
from referent_desk.gui.labels import Look, PlainLabel
from referent_desk.gui.notices import NoticeBar
from referent_desk.gui.shapes import Shape
from referent_desk.gui.themes import Tone
from referent_desk.language import _

_WIDTH = 640  # pixels: a line that one reads at a glance


class WelcomePage(QWidget):
    demo_asked = Signal()
    step_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.start = IconButton(_("&Start with my department"), "file-plus", main=True)
        self.start.clicked.connect(lambda _checked: self.step_asked.emit(NextStep.START))
        self.bring = IconButton(_("&Import a file…"), "download")
        self.bring.clicked.connect(lambda _checked: self.step_asked.emit(NextStep.IMPORT))
        self.demo = IconButton(_("&Try with the demo hospital"), "hospital")
        self.demo.clicked.connect(self.demo_asked)
        self._trouble = NoticeBar("", Tone.BAD, Shape.SQUARE)
        self._trouble.hide()
        self._ways = QWidget()
        self._only_read = PlainLabel(
            _("This home is only read here: whoever writes in it can begin."), Look.STRONG
        )
        self._only_read.hide()
        self._lay_out()

    def _lay_out(self) -> None:
        column = QWidget()
        column.setMaximumWidth(_WIDTH)
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
        words.addWidget(self._trouble)
        words.addWidget(self._ways)
        words.addWidget(self._only_read)
        words.addStretch(1)
        ways = QVBoxLayout(self._ways)
        ways.setContentsMargins(0, 8, 0, 0)
        ways.setSpacing(4)
        for place, (button, sentence) in enumerate(self._offered()):
            if place:
                ways.addSpacing(16)
            ways.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
            ways.addWidget(PlainLabel(sentence, Look.MUTED))
        page = QWidget()
        page.setProperty("look", "cards")
        inner = QHBoxLayout(page)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addStretch(1)
        inner.addWidget(column, _WIDTH)  # all there is, beside the help too, as far as its most
        inner.addStretch(1)
        area = QScrollArea()  # the room of a small screen is less than these words take
        area.setProperty("look", "cards")
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(area)

    def _offered(self) -> tuple[tuple[IconButton, str], ...]:
        return (
            (self.start, _("Four short steps, ten minutes at most: then its binder can print.")),
            (
                self.bring,
                _("The spreadsheet of your departments, software or staff, as it is."),
            ),
            (
                self.demo,
                _("Everything in it is invented: hospitals, people, programs, numbers."),
            ),
        )

    def offer_ways(self, possible: bool) -> None:
        """A home that can only be read is not filled."""
        self._ways.setVisible(possible)
        self._only_read.setVisible(not possible)

    def wait_for_demo(self, waiting: bool) -> None:
        for button in (self.start, self.bring, self.demo):
            button.setEnabled(not waiting)
        self.demo.setText(
            _("Filling the demo hospital…") if waiting else _("&Try with the demo hospital")
        )

    def say_trouble(self, text: str) -> None:
        self._trouble.say(text)
