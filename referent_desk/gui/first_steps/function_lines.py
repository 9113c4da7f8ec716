"""One function of the second step, and the list of names that opens under its field."""

from __future__ import annotations

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QCheckBox,
    QCompleter,
    QLineEdit,
)

from referent_desk.domain.first_steps import FunctionOffer
from referent_desk.domain.texts import LONGEST_NAME, clean_line
from referent_desk.gui.labels import escaped_mnemonic
from referent_desk.language import _

_SOFTWARE_WIDTH = 360  # pixels


class FunctionLine:
    """A function: ticked or not, and the software that does it; naming one ticks it.

    `offers` is the list under the field: it takes keys and clicks while it is open.
    """

    def __init__(self, offer: FunctionOffer, known: QStringListModel) -> None:
        self.offer = offer
        self.tick = QCheckBox(escaped_mnemonic(offer.name))
        self.software = QLineEdit()
        self.software.setMaxLength(LONGEST_NAME)
        self.software.setAccessibleName(_("Software for: {name}").format(name=offer.name))
        self.software.setFixedWidth(_SOFTWARE_WIDTH)
        self.show_served(())
        self.software.textEdited.connect(self._tick_named)
        completer = QCompleter(known, self.software)
        offers = completer.popup()
        assert offers is not None
        self.offers = offers
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.software.setCompleter(completer)

    def show_served(self, software: tuple[str, ...]) -> None:
        """What is known to do it already stands there until another one is typed."""
        self.is_served = bool(software)
        known = _("already: {names}").format(names=", ".join(software)) if software else ""
        self.software.setPlaceholderText(known or _("with which software? (if known)"))
        self.software.setAccessibleDescription(known)

    def _tick_named(self, text: str) -> None:
        if clean_line(text):
            self.tick.setChecked(True)


def follow_click(offers: QAbstractItemView, event: QMouseEvent) -> bool:
    if offers.rect().contains(event.position().toPoint()):
        return False
    offers.hide()
    target = QApplication.widgetAt(event.globalPosition().toPoint())
    if isinstance(target, QAbstractButton):
        target.click()
    elif isinstance(target, QLineEdit):
        target.setFocus(Qt.FocusReason.MouseFocusReason)
    return True
