"""The usual help, each with the digit that writes it again; as many as there is room for."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from referent_desk.domain.help_given import UsualHelp
from referent_desk.gui.help_given.words import usual_text
from referent_desk.gui.icons import IconButton
from referent_desk.gui.labels import escaped_mnemonic, show_tip
from referent_desk.language import _

_LONGEST = 30  # letters
_GAP = 8  # pixels


class UsualRow(QWidget):
    """One line. What has no room is written by its digit all the same. `chosen` from one on."""

    chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.buttons: list[QPushButton] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.hide()

    def show_usual(self, usual: tuple[UsualHelp, ...]) -> None:
        texts = [usual_text(one) for one in usual]
        if texts != [button.accessibleDescription() for button in self.buttons]:
            for button in self.buttons:
                button.setParent(None)
                button.deleteLater()
            self.buttons = [self._button(n, one) for n, one in enumerate(usual, 1)]
            self._place()
        self.setVisible(bool(usual))

    def _button(self, number: int, usual: UsualHelp) -> QPushButton:
        said = _("{number}  {text}").format(number=number, text=usual_text(usual, _LONGEST))
        button = IconButton(escaped_mnemonic(said), parent=self)
        show_tip(button, usual_text(usual))
        button.clicked.connect(partial(self._choose, number))
        return button

    def _choose(self, number: int, _on: bool = False) -> None:
        self.chosen.emit(number)

    def sizeHint(self) -> QSize:
        height = max((button.sizeHint().height() for button in self.buttons), default=0)
        return QSize(200, height)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        self.updateGeometry()
        x = 0
        for button in self.buttons:
            size = button.sizeHint()
            fits = x + size.width() <= self.width() or x == 0
            button.setGeometry(x, 0, size.width(), size.height())
            button.setVisible(fits)
            x = x + size.width() + _GAP if fits else self.width() + 1
