"""One topic of the manual, set as plain labels under one another."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from referent_desk.domain.manuals import (
    Block,
    Heading,
    Meanings,
    Note,
    Paragraph,
    Picture,
    Points,
    Steps,
    Topic,
)
from referent_desk.gui.help.pictures import PictureButton
from referent_desk.gui.labels import Look, PlainLabel
from referent_desk.gui.notices import NoticeBar
from referent_desk.gui.shapes import Shape
from referent_desk.gui.themes import Tone

_COUNTED = 24  # pixels left of the text of a step
_DOTTED = 12  # of a point
_TERM = 120  # of the word left of its meaning


class TopicView(QScrollArea):
    """Scrolled by arrows and Page Up, Page Down; a screen reader is given the whole text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "detail")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.topic: Topic | None = None

    def show_topic(self, topic: Topic) -> None:
        self.topic = topic
        page = QWidget()
        page.setProperty("look", "page")
        column = QVBoxLayout(page)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(10)
        column.addWidget(PlainLabel(topic.title, Look.TITLE))
        for block in topic.blocks:
            _add(column, block)
        column.addStretch(1)
        self.setWidget(page)
        self.verticalScrollBar().setValue(0)
        self.setAccessibleName(topic.title)
        self.setAccessibleDescription("\n".join(list(topic.texts())[1:]))

    def labels(self) -> list[str]:
        """What is shown, in the order in which it stands."""
        page = self.widget()
        return [label.said() for label in page.findChildren(PlainLabel)] if page else []


def _add(column: QVBoxLayout, block: Block) -> None:
    match block:
        case Paragraph(text):
            column.addWidget(PlainLabel(text))
        case Heading(text):
            column.addSpacing(8)
            column.addWidget(PlainLabel(text, Look.STRONG))
        case Note(text):
            column.addWidget(NoticeBar(text, Tone.WARNING, Shape.TRIANGLE))
        case Steps(texts):
            marked = [(f"{number}.", text) for number, text in enumerate(texts, 1)]
            column.addLayout(_columns(marked, _COUNTED))
        case Points(texts):
            column.addLayout(_columns([("•", text) for text in texts], _DOTTED))
        case Meanings(pairs):
            column.addLayout(_columns(pairs, _TERM))
        case Picture():
            column.addWidget(PictureButton(block))


def _columns(pairs: list[tuple[str, str]] | tuple[tuple[str, str], ...], left: int) -> QLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(8)
    grid.setVerticalSpacing(8)
    grid.setColumnMinimumWidth(0, left)
    grid.setColumnStretch(1, 1)
    for row, (mark, text) in enumerate(pairs):
        word = PlainLabel(mark, Look.STRONG)
        word.setFixedWidth(left)
        top = Qt.AlignmentFlag.AlignTop
        grid.addWidget(word, row, 0, top)
        grid.addWidget(PlainLabel(text), row, 1)
    return grid
