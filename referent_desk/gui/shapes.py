"""The shapes of a state: they tell it without colour, in print of the screen and to any eye."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from referent_desk.gui.themes import Tone, theme_of

SIDE = 14  # pixels, of a shape beside its word


class Shape(StrEnum):
    TICK = "tick"
    TRIANGLE = "triangle"
    HOLLOW_TRIANGLE = "hollow_triangle"
    SQUARE = "square"
    RING = "ring"
    DISC = "disc"
    CROSS = "cross"
    DIAMOND = "diamond"
    DASH = "dash"


def _points(box: QRectF, *places: tuple[float, float]) -> QPolygonF:
    return QPolygonF(
        [QPointF(box.x() + box.width() * x, box.y() + box.height() * y) for x, y in places]
    )


def _draw_lines(painter: QPainter, box: QRectF, *places: tuple[float, float]) -> None:
    painter.drawPolyline(_points(box, *places))


def _draw_cross(painter: QPainter, box: QRectF) -> None:
    _draw_lines(painter, box, (0.12, 0.12), (0.88, 0.88))
    _draw_lines(painter, box, (0.88, 0.12), (0.12, 0.88))


_TRIANGLE = ((0.5, 0.06), (0.98, 0.92), (0.02, 0.92))
_DIAMOND = ((0.5, 0.04), (0.96, 0.5), (0.5, 0.96), (0.04, 0.5))
_DRAWN: dict[Shape, Callable[[QPainter, QRectF], None]] = {
    Shape.TICK: lambda p, b: _draw_lines(p, b, (0.06, 0.54), (0.36, 0.86), (0.94, 0.14)),
    Shape.CROSS: _draw_cross,
    Shape.DASH: lambda p, b: _draw_lines(p, b, (0.1, 0.5), (0.9, 0.5)),
    Shape.TRIANGLE: lambda p, b: p.drawPolygon(_points(b, *_TRIANGLE)),
    Shape.HOLLOW_TRIANGLE: lambda p, b: p.drawPolygon(_points(b, *_TRIANGLE)),
    Shape.DIAMOND: lambda p, b: p.drawPolygon(_points(b, *_DIAMOND)),
    Shape.SQUARE: lambda p, b: p.drawRect(b.adjusted(1, 1, -1, -1)),
    Shape.RING: lambda p, b: p.drawEllipse(b.adjusted(1, 1, -1, -1)),
    Shape.DISC: lambda p, b: p.drawEllipse(b.adjusted(1, 1, -1, -1)),
}
_FILLED = frozenset({Shape.TRIANGLE, Shape.SQUARE, Shape.DISC})


def paint_shape(painter: QPainter, shape: Shape, box: QRectF, colour: QColor) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(colour, max(2.0, box.width() / 6))
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    painter.setPen(pen if shape not in _FILLED else QPen(colour, 1))
    painter.setBrush(colour if shape in _FILLED else Qt.BrushStyle.NoBrush)
    _DRAWN[shape](painter, box)
    painter.restore()


class ShapeMark(QWidget):
    """A shape beside a text; the text says the same, so it is hidden from screen readers."""

    def __init__(self, shape: Shape, tone: Tone, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shape = shape
        self._tone = tone
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_shape(self, shape: Shape, tone: Tone) -> None:
        self._shape, self._tone = shape, tone
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(SIDE + 4, max(SIDE + 4, self.fontMetrics().height()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        top = (self.height() - SIDE) / 2
        colour = QColor(theme_of(QApplication.palette()).tone(self._tone))
        paint_shape(QPainter(self), self._shape, QRectF(1, top, SIDE, SIDE), colour)
