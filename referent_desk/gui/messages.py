"""Errors as a sentence and what to do; a bug as a report that can be copied."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal, qVersion
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from referent_desk import __version__
from referent_desk.errors import DeskError
from referent_desk.gui.icons import IconButton
from referent_desk.gui.labels import Look, PlainLabel
from referent_desk.gui.shapes import Shape, ShapeMark
from referent_desk.gui.themes import Tone
from referent_desk.language import _

_LONGEST_REPORT = 200_000  # characters
_PARAGRAPH_WIDTH = 440  # pixels


class ErrorDialog(QDialog):
    """What happened, what to do, one button."""

    def __init__(self, error: DeskError, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Referent Desk"))
        self.setMinimumWidth(480)
        close = IconButton(_("Close"))
        close.clicked.connect(self.accept)
        close.setDefault(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 16)
        layout.setSpacing(16)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(ShapeMark(Shape.TRIANGLE, Tone.WARNING), 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(_paragraph(error.happened, Look.STRONG), 1)
        layout.addLayout(head)
        if error.what_to_do:
            layout.addWidget(_paragraph(error.what_to_do, Look.BODY))
        layout.addStretch(1)
        layout.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)


def _paragraph(text: str, look: Look) -> PlainLabel:
    """Wide enough from the start that the dialog is made no higher than the text."""
    label = PlainLabel(text, look)
    label.setMinimumWidth(_PARAGRAPH_WIDTH)
    return label


class ReportDialog(QDialog):
    """A mistake of the program: says that the last change may be lost, and lets it be copied."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("The program made a mistake"))
        self.resize(720, 480)
        self._report = QPlainTextEdit()
        self._report.setReadOnly(True)
        self._report.setTabChangesFocus(True)
        self._report.setAccessibleName(_("Report of the mistake"))
        self._report.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        copy = IconButton(_("&Copy the report"), "copy")
        copy.clicked.connect(self.copy)
        close = IconButton(_("C&lose"))
        close.clicked.connect(self.accept)
        close.setDefault(True)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(copy)
        buttons.addWidget(close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 16)
        layout.setSpacing(8)
        layout.addWidget(PlainLabel(_("What you were doing was perhaps not saved."), Look.STRONG))
        layout.addWidget(
            PlainLabel(
                _(
                    "You can go on working: check your last change. Copy the report below and "
                    "give it to your IT department; it holds nothing that you typed on purpose, "
                    "but read it before you send it."
                )
            )
        )
        layout.addWidget(self._report, 1)
        layout.addLayout(buttons)

    def add(self, trace: str) -> None:
        """Show one more mistake; a program that repeats itself does not fill the memory."""
        said = self._report.toPlainText()
        if not said:
            said = report_head()
        self._report.setPlainText(f"{said}\n{trace}"[:_LONGEST_REPORT])

    def report(self) -> str:
        return self._report.toPlainText()

    def copy(self) -> None:
        QGuiApplication.clipboard().setText(self.report())


def report_head() -> str:
    """What an IT department needs to know first; no name of a person, no path."""
    import platform  # needed on a bad day only

    return (
        f"Referent Desk {__version__} · Python {platform.python_version()} · Qt {qVersion()} · "
        f"{platform.system()} {platform.release()}\n"
    )


class BugReports(QObject):
    """Brings mistakes met in any thread before the reader, one dialog for all of them."""

    _met = Signal(str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._dialog: ReportDialog | None = None
        self._met.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def take(self, trace: str) -> None:
        """May be called in any thread."""
        self._met.emit(trace)

    @property
    def dialog(self) -> ReportDialog | None:
        return self._dialog

    def _show(self, trace: str) -> None:
        if self._dialog is None:
            self._dialog = ReportDialog(self._window)
            self._dialog.finished.connect(self._forget)
            self._dialog.open()
        self._dialog.add(trace)

    def _forget(self) -> None:
        if self._dialog is not None:
            self._dialog.deleteLater()
            self._dialog = None
