"""The pages of a binder as they will be printed, one at a time, drawn on the worker."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from referent_desk.gui.icons import IconButton, IconToolButton
from referent_desk.gui.jobs import Jobs, LatestAnswer
from referent_desk.gui.labels import Look, PlainLabel
from referent_desk.gui.notices import sentence_of
from referent_desk.gui.questions import PageImage
from referent_desk.language import _

DrawPage = Callable[[bytes, int, int, int], PageImage]
Box = tuple[int, int]
"""Width and height in pixels that a page fits into; a height of 0 is no bound."""
_KEPT_PAGES = 8
_MARGIN = 12  # pixels around a page
_SETTLE = 60  # milliseconds after the last change of size before a page is drawn again


class _Pages:
    """The pictures drawn last, by page and box."""

    def __init__(self) -> None:
        self._kept: OrderedDict[tuple[int, Box], QPixmap] = OrderedDict()

    def get(self, page: int, box: Box) -> QPixmap | None:
        return self._kept.get((page, box))

    def keep(self, page: int, box: Box, picture: QPixmap) -> None:
        self._kept[page, box] = picture
        while len(self._kept) > _KEPT_PAGES:
            self._kept.popitem(last=False)

    def clear(self) -> None:
        self._kept.clear()


def picture_of(drawn: PageImage, scale: float) -> QPixmap:
    width, height, stride, pixels = drawn
    image = QImage(pixels, width, height, stride, QImage.Format.Format_RGB32)
    picture = QPixmap.fromImage(image)
    picture.setDevicePixelRatio(scale)
    return picture


class BinderPreview(QWidget):
    page_shown = Signal(int)

    def __init__(self, draw_page: DrawPage, jobs: Jobs) -> None:
        super().__init__()
        self._draw_page = draw_page
        self._answer = LatestAnswer(jobs)
        self._pages = _Pages()
        self._pdf = b""
        self._under_way: tuple[int, Box] | None = None
        self._fits_width = False
        self.page = 0
        self.page_count = 0
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_SETTLE)
        self._settle.timeout.connect(self._draw)
        self._sheet = QLabel()
        self._sheet.setTextFormat(Qt.TextFormat.PlainText)
        self._sheet.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._sheet.setMargin(_MARGIN)
        self.area = QScrollArea()
        self.area.setProperty("look", "preview")
        self.area.setWidgetResizable(True)
        self.area.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.area.setWidget(self._sheet)
        self.area.setAccessibleName(_("Preview of the binder"))
        self.area.installEventFilter(self)
        self._lay_out()
        self._show_place()

    def _lay_out(self) -> None:
        self.before = IconToolButton(_("Previous page (Page Up)"), "chevron-left")
        self.before.clicked.connect(lambda: self.turn_to(self.page - 1))
        self.next = IconToolButton(_("Next page (Page Down)"), "chevron-right")
        self.next.clicked.connect(lambda: self.turn_to(self.page + 1))
        self.place = PlainLabel("", Look.MUTED)
        self.place.setWordWrap(False)
        self.zoom = IconButton(_("&Fit the width"))
        self.zoom.setCheckable(True)
        self.zoom.toggled.connect(self.fit_width)
        bar = QHBoxLayout()
        bar.setSpacing(8)
        bar.addWidget(self.before)
        bar.addWidget(self.place)
        bar.addWidget(self.next)
        bar.addStretch(1)
        bar.addWidget(self.zoom)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(bar)
        layout.addWidget(self.area, 1)

    def show_pdf(self, pdf: bytes, pages: int) -> None:
        self._drop()
        self._pdf = pdf
        self._pages.clear()
        self.page_count = pages
        self.turn_to(min(self.page, max(0, pages - 1)))

    def say(self, text: str) -> None:
        """Stand in for the pages."""
        self._drop()
        self._pdf = b""
        self.page_count = 0
        self._sheet.setPixmap(QPixmap())
        self._sheet.setText(text)
        self._show_place()

    def picture(self) -> QPixmap:
        """The page as it is shown now."""
        return self._sheet.pixmap()

    def turn_to(self, page: int) -> None:
        if self.page_count:
            self.page = min(max(page, 0), self.page_count - 1)
            self.area.verticalScrollBar().setValue(0)
            self._show_place()
            self._draw()

    def fit_width(self, fits: bool) -> None:
        self._fits_width = fits
        self._draw()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}.get(Qt.Key(event.key()))
            if step is not None:
                self.turn_to(self.page + step)
                return True
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._settle.start()

    def forget(self) -> None:
        """Nothing that is still under way is shown any more."""
        self._settle.stop()
        self._drop()

    def _drop(self) -> None:
        self._under_way = None
        self._answer.forget()

    def _show_place(self) -> None:
        shown = self.page_count > 0
        self.place.say(
            _("Page {page} of {count}").format(page=self.page + 1, count=self.page_count)
            if shown
            else ""
        )
        self.before.setEnabled(shown and self.page > 0)
        self.next.setEnabled(shown and self.page < self.page_count - 1)
        self.zoom.setEnabled(shown)

    def _box(self, scale: float) -> Box:
        """Pixels of the screen for a page: the whole of it, or the width alone."""
        room = self.area.maximumViewportSize()
        bar = self.area.verticalScrollBar().sizeHint().width() if self._fits_width else 0
        width = max(120, room.width() - 2 * _MARGIN - bar)
        height = max(120, room.height() - 2 * _MARGIN)
        return int(width * scale), 0 if self._fits_width else int(height * scale)

    def _draw(self) -> None:
        if not self._pdf:
            return
        scale = self.devicePixelRatioF()
        page, box = self.page, self._box(scale)
        kept = self._pages.get(page, box)
        if kept is not None:
            self._drop()
            self._show(kept)
            return
        if self._under_way == (page, box):
            return
        pdf, self._under_way = self._pdf, (page, box)

        def show(drawn: PageImage) -> None:
            self._under_way = None
            picture = picture_of(drawn, scale)
            self._pages.keep(page, box, picture)
            self._show(picture)

        self._answer.ask(lambda: self._draw_page(pdf, page, *box), show, self._refuse)

    def _show(self, picture: QPixmap) -> None:
        self._sheet.setText("")
        self._sheet.setPixmap(picture)
        self.page_shown.emit(self.page)

    def _refuse(self, error: Exception) -> None:
        self._under_way = None
        self._sheet.setPixmap(QPixmap())
        self._sheet.setText(sentence_of(error))
