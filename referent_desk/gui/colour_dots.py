"""The colour of a folder as a dot beside its word, where the word is one of a few known ones."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from referent_desk.domain.texts import folded
from referent_desk.gui.themes import theme_of

DOT_SIDE = 14  # pixels
_COLOURS = {
    "#c62828": ("rouge", "red"),
    "#1565c0": ("bleu", "bleue", "blue"),
    "#2e7d32": ("vert", "verte", "green"),
    "#f9c80e": ("jaune", "yellow"),
    "#ef6c00": ("orange",),
    "#6a1b9a": ("violet", "violette", "purple"),
    "#d81b60": ("rose", "pink"),
    "#6d4c41": ("marron", "brun", "brune", "brown"),
    "#757575": ("gris", "grise", "grey", "gray"),
    "#111111": ("noir", "noire", "black"),
    "#ffffff": ("blanc", "blanche", "white"),
}
_BY_WORD = {word: colour for colour, words in _COLOURS.items() for word in words}


def colour_of(word: str) -> str:
    """Of the first word that names a colour: `bleu clair` is blue. Empty where none does."""
    return next((_BY_WORD[part] for part in folded(word).split() if part in _BY_WORD), "")


class ColourDot(QWidget):
    """Tells nothing that the word beside it does not tell."""

    def __init__(self, colour: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colour = colour
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(DOT_SIDE + 4, max(DOT_SIDE + 4, self.fontMetrics().height()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_dot(painter, self._colour, 0, self.height() / 2)


def paint_dot(painter: QPainter, colour: str, left: float, middle: float) -> None:
    """As wide as `DOT_SIDE`; its edge is seen on a ground of the same colour too."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(theme_of(QApplication.palette()).edge), 1))
    painter.setBrush(QColor(colour))
    side = DOT_SIDE - 2
    painter.drawEllipse(QRectF(left + 2, middle - side / 2, side, side))
    painter.restore()
