"""The sheet as it will print, drawn on the worker while one types; an old answer is never shown."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QImage, QPixmap, QResizeEvent
from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget

from referent_desk.domain.drafts import Draft
from referent_desk.domain.procedures import ProcedureText
from referent_desk.gui.jobs import Jobs, LatestAnswer
from referent_desk.gui.labels import Look, PlainLabel
from referent_desk.gui.notices import sentence_of
from referent_desk.gui.procedures.words import page_count
from referent_desk.gui.questions import PageImage
from referent_desk.gui.questions_drafts import PreviewedSheet
from referent_desk.language import _

DrawPage = Callable[[bytes, int, int, int], PageImage]
Preview = Callable[[Draft, ProcedureText], PreviewedSheet]
_PAUSE = 350  # milliseconds without a key
_SETTLE = 80  # milliseconds after the last change of size
_MARGIN = 8
_MOST_DRAWN = 6

_Drawn = tuple[PreviewedSheet, tuple[PageImage, ...]]


class SheetPreview(QWidget):
    """`counted` tells how many pages the sheet has."""

    counted = Signal(int)

    def __init__(self, preview: Preview, draw_page: DrawPage, jobs: Jobs) -> None:
        super().__init__()
        self._preview = preview
        self._draw_page = draw_page
        self._answer = LatestAnswer(jobs)
        self._draft: Draft | None = None
        self._text = ProcedureText("")
        self._sheet: PreviewedSheet | None = None
        self.pages = 0
        self._typing = self._timer(_PAUSE, self._ask)
        self._sizing = self._timer(_SETTLE, self._draw_again)
        self.count = PlainLabel("", Look.MUTED)
        self.area = QScrollArea()
        self.area.setProperty("look", "preview")
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setAccessibleName(_("Preview of the sheet"))
        page = QWidget()
        self._column = QVBoxLayout(page)
        self._column.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        self._column.setSpacing(_MARGIN)
        self._column.addStretch(1)
        self.area.setWidget(page)
        self.images: list[QLabel] = []
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.count)
        layout.addWidget(self.area, 1)

    def _timer(self, pause: int, then: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(pause)
        timer.timeout.connect(then)
        return timer

    def show_draft(self, draft: Draft, text: ProcedureText, *, at_once: bool = False) -> None:
        self._draft, self._text = draft, text
        self._typing.start(0 if at_once else _PAUSE)

    def forget(self) -> None:
        self._typing.stop()
        self._sizing.stop()
        self._answer.forget()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._sheet is not None:
            self._sizing.start()

    def _width(self) -> int:
        bar = self.area.verticalScrollBar().sizeHint().width()
        return max(160, self.area.maximumViewportSize().width() - 2 * _MARGIN - bar)

    def _ask(self) -> None:
        """Pages are counted even while the preview is hidden; only then are none drawn."""
        draft, text = self._draft, self._text
        if draft is None:
            return
        wide, seen = int(self._width() * self.devicePixelRatioF()), self.isVisible()

        def work() -> _Drawn:
            sheet = self._preview(draft, text)
            drawn = range(min(sheet.pages, _MOST_DRAWN) if seen else 0)
            return sheet, tuple(self._draw_page(sheet.pdf, page, wide, 0) for page in drawn)

        self._answer.ask(work, self._show, self._refuse)

    def _draw_again(self) -> None:
        sheet = self._sheet
        if sheet is None or self._typing.isActive() or not self.isVisible():
            return
        wide = int(self._width() * self.devicePixelRatioF())

        def work() -> _Drawn:
            drawn = range(min(sheet.pages, _MOST_DRAWN))
            return sheet, tuple(self._draw_page(sheet.pdf, page, wide, 0) for page in drawn)

        self._answer.ask(work, self._show, self._refuse)

    def _show(self, drawn: _Drawn) -> None:
        sheet, images = drawn
        self._sheet = sheet
        self.pages = sheet.pages
        words = _("As it prints, {pages}").format(pages=page_count(sheet.pages))
        if sheet.set_plain:
            words = _("This sheet could not be laid out: it prints as plain text.")
        self.count.say(words)
        while len(self.images) < len(images):
            label = QLabel()
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            self._column.insertWidget(len(self.images), label)
            self.images.append(label)
        for place, label in enumerate(self.images):
            label.setVisible(place < len(images))
            if place < len(images):
                label.setPixmap(self._picture(images[place]))
                label.setAccessibleName(_("Page {number}").format(number=place + 1))
        self.counted.emit(sheet.pages)

    def _picture(self, drawn: PageImage) -> QPixmap:
        width, height, stride, pixels = drawn
        image = QImage(pixels, width, height, stride, QImage.Format.Format_RGB32)
        picture = QPixmap.fromImage(image)
        picture.setDevicePixelRatio(self.devicePixelRatioF())
        return picture

    def _refuse(self, error: Exception) -> None:
        self.count.say(sentence_of(error))
