from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QTranslator
from PySide6.QtGui import QFontInfo
from PySide6.QtWidgets import QApplication

from referent_desk.gui.application import FONT_FAMILY, ThemeSwitch, translate_qt
from referent_desk.gui.themes import DARK, ThemeChoice, theme_of

BEFORE_PAINT = """
import sys
from pathlib import Path
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTabWidget
from referent_desk.app import run_window
from referent_desk.home import Home

def look():
    heavy = ["sqlalchemy", "reportlab", "openpyxl", "pypdfium2", "pikepdf", "sqlite3"]
    print("heavy", [name for name in heavy if name in sys.modules])
    unseen = ["row_tables", "list_tabs", "tab_doors", "chooser_popups", "file_dialogs"]
    unseen += ["welcome_pages", "trouble_pages", "deed_words", "finding.palettes"]
    unseen += ["help.panels", "today.cards"]
    print("unseen", [name for name in unseen if f"referent_desk.gui.{name}" in sys.modules])
    tabs = QApplication.activeWindow().findChildren(QTabWidget)[0]
    print("tabs", [tabs.tabText(number) for number in range(tabs.count())])
    QTest.keyClick(QApplication.activeWindow(), Qt.Key.Key_5, Qt.KeyboardModifier.AltModifier)
    print("key", tabs.currentIndex())

home = Home(Path(sys.argv[1]))
home.make()
code = run_window(home, "fr", quit_after_paint=True, after_paint=look)
print("code", code)
print("database", home.database.is_file())
"""


def run_python(code: str, *arguments: str) -> list[str]:
    project = Path(__file__).resolve().parents[2]
    environment = {**os.environ, "PYTHONPATH": str(project), "QT_QPA_PLATFORM": "offscreen"}
    answer = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        cwd=project,
        env=environment,
        check=False,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert answer.returncode == 0, answer.stderr
    return answer.stdout.splitlines()


TABS = [
    *("Aujourd’hui", "Services", "Logiciels", "Référents", "Modes dégradés", "Classeur"),
    *("Exercices", "Entraide"),
]


def test_the_window_is_painted_with_tabs_that_answer_keys_before_anything_heavy_is_loaded(
    tmp_path: Path,
) -> None:
    assert run_python(BEFORE_PAINT, str(tmp_path / "home")) == [
        "heavy []",
        "unseen []",
        f"tabs {TABS}",
        "key 4",
        "code 0",
        "database True",
    ]


def test_qt_speaks_french_too(qapp: QApplication) -> None:
    before = set(qapp.findChildren(QTranslator))
    translate_qt(qapp, "fr")
    try:
        assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Annuler"
    finally:
        for translator in set(qapp.findChildren(QTranslator)) - before:
            qapp.removeTranslator(translator)
        translate_qt(qapp, "en")


def test_the_window_is_set_in_the_font_that_is_shipped(qapp: QApplication) -> None:
    assert QFontInfo(qapp.font()).family() == FONT_FAMILY
    assert 10 <= qapp.font().pointSizeF() <= 11


def test_a_theme_is_changed_while_the_window_is_open(qapp: QApplication) -> None:
    switch = ThemeSwitch(qapp, ThemeChoice.LIGHT)
    switch.choose(ThemeChoice.DARK)
    try:
        assert theme_of(qapp.palette()) is DARK
    finally:
        switch.choose(ThemeChoice.LIGHT)


MISTAKE = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from referent_desk.app import run_window
from referent_desk.gui.messages import ReportDialog
from referent_desk.home import Home
from referent_desk.log import start_log

def fail():
    raise ZeroDivisionError("in a slot")

def look():
    windows = QApplication.topLevelWidgets()
    report = next((w for w in windows if isinstance(w, ReportDialog) and w.isVisible()), None)
    if report is not None:
        timer.stop()
        print("told", "ZeroDivisionError: in a slot" in report.report())
        report.accept()
        window = next(w for w in windows if w.windowTitle() == "Referent Desk")
        print("alive", window.isVisible())
        window.close()

def after_paint():
    global timer
    timer = QTimer()
    timer.timeout.connect(look)
    timer.start(20)
    QTimer.singleShot(0, fail)

home = Home(Path(sys.argv[1]))
home.make()
log = start_log(home)
print("code", run_window(home, "en", after_paint=after_paint))
print("logged", "ZeroDivisionError: in a slot" in log.read_text())
"""


def test_a_mistake_in_a_slot_is_told_and_logged_and_the_window_lives_on(tmp_path: Path) -> None:
    answer = run_python(MISTAKE, str(tmp_path / "home"))
    assert answer == ["told True", "alive True", "code 0", "logged True"]
