"""How long until the window is painted, against a bare window of Qt made in the same run.

A ratio, because the machine is shared: both are whole processes, started in turns, and the median
of each is taken. The bare window has four empty tabs and imports nothing of the program. Modules
are compiled beforehand, as an installed program has them.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
ROUNDS = 7
MOST = 2.5  # times the bare window

BARE = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QTabWidget, QWidget

class Window(QMainWindow):
    def paintEvent(self, event):
        QTimer.singleShot(0, painted)

def painted():
    print("painted", flush=True)
    application.quit()

application = QApplication(sys.argv)
window = Window()
tabs = QTabWidget()
for name in ("Services", "Logiciels", "Référents", "Modes dégradés"):
    tabs.addTab(QWidget(), name)
window.setCentralWidget(tabs)
window.resize(1366, 768)
window.show()
application.exec()
"""

OURS = """
import os
import sys
from collections.abc import Callable
from pathlib import Path
from referent_desk.app import run_window
from referent_desk.home import Home

def painted():
    print("painted", flush=True)
    os._exit(0)

run_window(Home(Path(sys.argv[1])), "fr", after_paint=painted)
"""


def seconds_to_paint(code: str, home: Path) -> float:
    """From the start of the process until it says that it has painted."""
    environment = {**os.environ, "PYTHONPATH": str(PROJECT)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    environment["PYTHONPYCACHEPREFIX"] = str(home.with_name("compiled"))
    environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    began = time.perf_counter()
    with subprocess.Popen(
        [sys.executable, "-c", code, str(home)],
        cwd=PROJECT,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as process:
        assert process.stdout is not None
        said = process.stdout.readline()
        took = time.perf_counter() - began
    assert said == "painted\n"
    return took


def test_the_window_is_painted_almost_as_soon_as_a_bare_one(
    tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    home = tmp_path / "home"
    home.mkdir()

    def in_turn() -> tuple[float, float]:
        return seconds_to_paint(BARE, home), seconds_to_paint(OURS, home)

    in_turn()  # compiles
    rounds = [in_turn() for _round in range(ROUNDS)]
    bare, ours = (statistics.median(column) for column in zip(*rounds, strict=True))
    record_property("bare_ms", round(bare * 1000))
    record_property("ours_ms", round(ours * 1000))
    print(f"bare window {bare * 1000:.0f} ms, ours {ours * 1000:.0f} ms, ratio {ours / bare:.2f}")
    assert ours <= MOST * bare
