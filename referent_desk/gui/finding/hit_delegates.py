"""How a hit is drawn: its name, beside it what tells it from others, what was typed in bold."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from referent_desk.domain.finding import Hit, Query, matched_letters
from referent_desk.gui.finding.found_models import FoundModel, FoundRole, Heading, hit_title
from referent_desk.gui.row_delegates import PADDING, row_height
from referent_desk.gui.themes import theme_of

Index = QModelIndex | QPersistentModelIndex
_GAP = 16  # pixels between the name and what stands beside it
_MOST_OF_WIDTH = 0.7  # the share of a row that a long name may take where something stands beside
_BAR = 4


class HitDelegate(QStyledItemDelegate):
    """Draws text letter by letter: no mark in a name means anything."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row, model = index.data(FoundRole.ROW), index.model()
        painter.save()
        if isinstance(row, Heading):
            self._paint_heading(painter, option, row)
        elif isinstance(row, Hit) and isinstance(model, FoundModel):
            self._paint_hit(painter, option, row, model.query)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, row_height(option.fontMetrics))

    def is_cut(self, font: QFont, hit: Hit, width: int) -> bool:
        """Whether a row of that width has no room for the whole of the hit."""
        bold = QFontMetrics(_bold(font))
        room = width - 2 * PADDING - _BAR
        name = bold.horizontalAdvance(hit_title(hit))
        beside = bold.horizontalAdvance(" ".join(hit.detail.split()))
        return name + (beside + _GAP if beside else 0) > room

    def _paint_heading(
        self, painter: QPainter, option: QStyleOptionViewItem, heading: Heading
    ) -> None:
        theme = theme_of(QApplication.palette())
        box = QRect(option.rect).adjusted(PADDING, 0, -PADDING, -4)
        painter.setFont(_bold(option.font))
        painter.setPen(QColor(theme.muted))
        text = painter.fontMetrics().elidedText(
            heading.text, Qt.TextElideMode.ElideRight, box.width()
        )
        painter.drawText(box, Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft, text)
        painter.setPen(QColor(theme.line))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())

    def _paint_hit(
        self, painter: QPainter, option: QStyleOptionViewItem, hit: Hit, query: Query
    ) -> None:
        theme = theme_of(QApplication.palette())
        box = QRect(option.rect)
        is_selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if is_selected:
            painter.fillRect(box, QColor(theme.selection))
            painter.fillRect(QRect(box.x(), box.y(), _BAR, box.height()), QColor(theme.accent))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, QColor(theme.hover))
        name_colour = theme.selection_text if is_selected else theme.text
        detail_colour = theme.selection_text if is_selected else theme.muted
        inner = box.adjusted(PADDING + _BAR, 0, -PADDING, 0)
        detail = " ".join(hit.detail.split())
        room = inner.width()
        if detail:
            beside = QFontMetrics(_bold(option.font)).horizontalAdvance(detail)
            room = max(int(room * _MOST_OF_WIDTH), room - beside - _GAP)
        used = _draw_line(painter, inner, hit_title(hit), query, option.font, name_colour, room)
        inner.setLeft(inner.left() + used + _GAP)
        if detail and inner.width() > _GAP:
            _draw_line(painter, inner, detail, query, option.font, detail_colour, inner.width())


def _draw_line(
    painter: QPainter,
    box: QRect,
    text: str,
    query: Query,
    font: QFont,
    colour: str,
    room: int,
) -> int:
    """One line with what was typed in bold, cut at `room` pixels; how wide it became."""
    bold = QFontMetrics(_bold(font))
    shown = text
    if bold.horizontalAdvance(text) > room:
        shown = bold.elidedText(text, Qt.TextElideMode.ElideRight, room)
    layout = QTextLayout(shown, font)
    strong = QTextCharFormat()
    strong.setFontWeight(QFont.Weight.Bold)
    layout.setFormats(
        [_format_range(shown, first, end, strong) for first, end in matched_letters(query, shown)]
    )
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(float(1 << 16))
    layout.endLayout()
    painter.setPen(QColor(colour))
    layout.draw(painter, QPointF(box.x(), box.y() + (box.height() - line.height()) / 2))
    return int(line.naturalTextWidth()) + 1


def _bold(font: QFont) -> QFont:
    bold = QFont(font)
    bold.setBold(True)
    return bold


def _format_range(
    text: str, first: int, end: int, strong: QTextCharFormat
) -> QTextLayout.FormatRange:
    """Qt counts in halves of what lies beyond the first 65,536 letters."""
    made = QTextLayout.FormatRange()
    made.start = _halves(text[:first])
    made.length = _halves(text[first:end])
    made.format = strong
    return made


def _halves(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
