"""Parts of what is shown, by name, so that something elsewhere can lead straight into them.

A part is any widget with the property `part`: `box.setProperty(PART, "numbers")`. A button that is
a part itself is pressed: it opens what was asked for; one that stays down is only gone to.
`part:about` names what it is asked about. Within a part, a field with the property `hole` comes
before those that are filled in.
"""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import QAbstractButton, QScrollArea, QWidget

PART = "part"
ABOUT = "about"
HOLE = "hole"


class WantedPart:
    """A part that was asked for before it is there."""

    def __init__(self, within: QWidget) -> None:
        self._within = within
        self._part = ""

    def want(self, part: str) -> None:
        self._part = part

    def seek(self) -> None:
        """What is shown is there now; its widgets have their places after this turn."""
        if self._part:
            part, self._part = self._part, ""
            within = self._within
            QTimer.singleShot(0, within, lambda: focus_part(within, part))


def focus_part(within: QWidget, part: str) -> bool:
    """Give the keyboard to the first thing of the part that takes it; whether there was one."""
    name, _separator, about = part.partition(":")
    for box in within.findChildren(QWidget):
        if box.property(PART) == name and box.isVisibleTo(within):
            if isinstance(box, QAbstractButton) and box.isEnabled() and not box.isCheckable():
                _press(box, about)
                return True
            target = _first_to_take_it(box)
            if target is not None:
                target.setFocus(Qt.FocusReason.ShortcutFocusReason)
                _bring_into_sight(within, box, target)
                return True
    return False


def asked_about(button: QWidget | None) -> str:
    """What a part that is a button was pressed for, once; empty for a press of the reader's own."""
    if button is None:
        return ""
    about = str(button.property(ABOUT) or "")
    button.setProperty(ABOUT, "")
    return about


def _press(button: QAbstractButton, about: str) -> None:
    """In a turn of its own: what it opens may take the place of the button itself."""
    button.setProperty(ABOUT, about)
    QTimer.singleShot(0, button, button.click)


def _first_to_take_it(box: QWidget) -> QWidget | None:
    fitting = [
        widget
        for widget in (box, *box.findChildren(QWidget))
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.isEnabled()
        and widget.isVisibleTo(box)
    ]
    holes = (widget for widget in fitting if widget.property(HOLE))
    return next(holes, fitting[0] if fitting else None)


def _bring_into_sight(within: QWidget, box: QWidget, target: QWidget) -> None:
    """The beginning of the part first, then what has the keyboard."""
    area: QWidget | None = box
    while area is not None and area is not within and not isinstance(area, QScrollArea):
        area = area.parentWidget()
    if isinstance(area, QScrollArea) and (page := area.widget()) is not None:
        top = box.mapTo(page, QPoint(0, 0)).y()
        area.ensureVisible(0, top + area.viewport().height() - 1, 0, 0)
        area.ensureWidgetVisible(target, 0, 24)
