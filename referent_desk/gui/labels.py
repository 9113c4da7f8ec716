"""Texts on screen, always plain: a default QLabel reads HTML, and a hostile name freezes it."""

from __future__ import annotations

import html
import re
from enum import StrEnum

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

_LONG_RUN = re.compile(r"[^\s-]{24,}")  # after a hyphen Qt breaks by itself
_BREAK_EVERY = 8
ZERO_WIDTH_SPACE = "\u200b"


class Look(StrEnum):
    """How a text is set; the style sheet knows each by this name."""

    BODY = "body"
    TITLE = "title"
    HEADING = "heading"
    MUTED = "muted"
    STRONG = "strong"


def escaped_mnemonic(text: str) -> str:
    """For buttons, tabs and groups, which take `&` for a key."""
    return text.replace("&", "&&")


def tooltip(text: str) -> str:
    """The text as a tool tip shows it letter by letter, wrapped, whatever marks it holds."""
    return f"<qt>{html.escape(text).replace(chr(10), '<br>')}</qt>" if text else ""


def show_tip(widget: QWidget, text: str) -> None:
    """A tool tip for the eye, and the same text, without its notation, for a screen reader."""
    widget.setToolTip(tooltip(text))
    widget.setAccessibleDescription(text)


def shortened(text: str, most: int) -> str:
    """At most so many letters, for where the whole stands elsewhere."""
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


def breakable(text: str) -> str:
    """The text with places to break inside words too long for a column."""
    return _LONG_RUN.sub(lambda run: _broken(run.group()), text)


def _broken(run: str) -> str:
    pieces = (run[i : i + _BREAK_EVERY] for i in range(0, len(run), _BREAK_EVERY))
    return ZERO_WIDTH_SPACE.join(pieces)


class PlainLabel(QLabel):
    """Shows its text letter by letter and wraps it."""

    def __init__(
        self, text: str = "", look: Look = Look.BODY, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setProperty("look", look.value)
        self.say(text)

    def say(self, text: str) -> None:
        self.setText(breakable(text))

    def said(self) -> str:
        return self.text().replace(ZERO_WIDTH_SPACE, "")


class FieldLabel(QLabel):
    """The name of a field; its `&` is the key that goes there."""

    def __init__(self, text: str, buddy: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)
        self.setBuddy(buddy)


class ElidedLabel(QLabel):
    """One line, cut with an ellipsis where there is no room; the whole is in its tool tip."""

    def __init__(
        self,
        text: str = "",
        mode: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._mode = mode
        self.say(text)

    def say(self, text: str) -> None:
        line = " ".join(text.split())
        self.setText(line)
        show_tip(self, line)

    def minimumSizeHint(self) -> QSize:
        return QSize(48, super().minimumSizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        elided = self.fontMetrics().elidedText(self.text(), self._mode, self.width())
        self.style().drawItemText(
            painter,
            self.rect(),
            int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft),
            self.palette(),
            self.isEnabled(),
            elided,
            self.foregroundRole(),
        )
