"""A picture of the screen in the help: as wide as its column, and whole in a window of its own."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QColor, QEnterEvent, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from referent_desk.domain.manuals import Picture
from referent_desk.gui.icons import IconButton
from referent_desk.gui.labels import PlainLabel, show_tip
from referent_desk.gui.themes import theme_of
from referent_desk.language import _

_AROUND = 80  # pixels of the screen left free around the enlarged picture


class PictureButton(QAbstractButton):
    """Shows the picture scaled to its width; pressed, it is shown whole."""

    def __init__(self, picture: Picture, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture = picture
        self._whole = QPixmap(str(picture.path))
        self._scaled = QPixmap()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(picture.words)
        self.setAccessibleDescription(_("Press to see this picture in its full size."))
        show_tip(self, _("Press to see this picture in its full size."))
        self.clicked.connect(lambda _checked: self.enlarge())

    def enlarge(self) -> PictureDialog:
        dialog = PictureDialog(self._picture, self._whole, self.window())
        dialog.open()
        return dialog

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        whole = self._whole.size()
        return 0 if whole.isEmpty() else max(1, width * whole.height() // whole.width())

    def sizeHint(self) -> QSize:
        return QSize(320, self.heightForWidth(320))

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.heightForWidth(120))

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        scale = self.devicePixelRatioF()
        wanted = QSize(round(self.width() * scale), round(self.height() * scale))
        if self._scaled.size() != wanted and not self._whole.isNull():
            self._scaled = self._whole.scaled(
                wanted,
                Qt.AspectRatioMode.IgnoreAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
            self._scaled.setDevicePixelRatio(scale)
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._scaled)
        theme = theme_of(QApplication.palette())
        marked = self.hasFocus() or self.underMouse()
        width = 2 if marked else 1
        painter.setPen(QPen(QColor(theme.accent if marked else theme.line), width))
        painter.drawRect(self.rect().adjusted(width // 2, width // 2, -width, -width))


class PictureDialog(QDialog):
    """The picture in its own size, or as much of it as the screen has room for; Escape closes."""

    def __init__(self, picture: Picture, whole: QPixmap, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Picture of the help"))
        shown = QLabel()
        shown.setTextFormat(Qt.TextFormat.PlainText)
        shown.setPixmap(whole)
        shown.setAccessibleName(picture.words)
        self.area = QScrollArea()
        self.area.setProperty("look", "preview")
        self.area.setAccessibleName(picture.words)
        self.area.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.area.setWidget(shown)
        self.close_button = IconButton(_("&Close"))
        self.close_button.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.setSpacing(16)
        foot.addWidget(PlainLabel(picture.words), 1)
        foot.addWidget(self.close_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 12)
        layout.setSpacing(12)
        layout.addWidget(self.area, 1)
        layout.addLayout(foot)
        room = self.screen().availableSize() - QSize(_AROUND, _AROUND)
        self.resize((whole.size() + QSize(48, 96)).boundedTo(room))
