"""Qt made ready: font, style, theme, Qt's own words in the reader's language, its log."""

from __future__ import annotations

import logging

from PySide6.QtCore import (
    QLibraryInfo,
    QLocale,
    QMessageLogContext,
    QtMsgType,
    QTranslator,
    qInstallMessageHandler,
)
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication

from referent_desk.gui.icons import icon
from referent_desk.gui.themes import LIGHT, ThemeChoice, chosen_theme, wear
from referent_desk.resources import resource

FONT_FAMILY = "Atkinson Hyperlegible Next"
FONT_POINTS = 10.5
_FONTS = ("AtkinsonHyperlegibleNext-Regular.ttf", "AtkinsonHyperlegibleNext-Bold.ttf")


def make_application(language_code: str) -> QApplication:
    known = QApplication.instance()
    application = known if isinstance(known, QApplication) else QApplication(["referent-desk"])
    application.setApplicationName("Referent Desk")
    application.setStyle("Fusion")
    load_font(application)
    translate_qt(application, language_code)
    application.setWindowIcon(icon("book-open-check", LIGHT.accent))
    return application


def load_font(application: QApplication) -> None:
    for name in _FONTS:
        QFontDatabase.addApplicationFont(str(resource("fonts", name)))
    font = QFont(FONT_FAMILY)
    font.setPointSizeF(FONT_POINTS)
    application.setFont(font)


def translate_qt(application: QApplication, language_code: str) -> None:
    """Buttons, shortcuts and dialogs of Qt's own; dates and numbers too."""
    QLocale.setDefault(QLocale("fr_FR" if language_code == "fr" else "en_GB"))
    translator = QTranslator(application)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if language_code != "en" and translator.load(f"qtbase_{language_code}", folder):
        application.installTranslator(translator)


class ThemeSwitch:
    """Wears the chosen theme, and follows the desktop where that was chosen."""

    def __init__(self, application: QApplication, choice: ThemeChoice) -> None:
        self._application = application
        self._choice = choice
        hints = application.styleHints()
        hints.colorSchemeChanged.connect(lambda _scheme: self._follow())
        hints.accessibility().contrastPreferenceChanged.connect(lambda _wish: self._follow())
        self.choose(choice)

    def choose(self, choice: ThemeChoice) -> None:
        self._choice = choice
        wear(chosen_theme(choice, self._application), self._application)

    def _follow(self) -> None:
        if self._choice is ThemeChoice.SYSTEM:
            self.choose(self._choice)


def log_qt_messages() -> None:
    """What Qt says goes to the log; a windowed program has nowhere else to say it."""
    levels = {
        QtMsgType.QtDebugMsg: logging.DEBUG,
        QtMsgType.QtInfoMsg: logging.INFO,
        QtMsgType.QtWarningMsg: logging.WARNING,
        QtMsgType.QtCriticalMsg: logging.ERROR,
        QtMsgType.QtFatalMsg: logging.CRITICAL,
    }

    def note(kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
        logging.getLogger("qt").log(levels.get(kind, logging.INFO), "%s", text)

    qInstallMessageHandler(note)
