"""Memory of the window on the demo hospital: opened, after all tabs, after them a hundred times.

What must not grow is the difference between one walk and a hundred; the rest is told. One process
measures itself, by the pages that are its own (Linux).
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from referent_desk.home import Home
from tests.usecases.homes import demo_content, home_of

PROJECT = Path(__file__).resolve().parents[2]
MOST_GROWTH = 1.10  # times the memory after one walk

WALK = """
import json, os, resource, sys
from pathlib import Path
from PySide6.QtCore import QTimer
from referent_desk.clock import SystemClock
from referent_desk.gui.application import make_application
from referent_desk.gui.jobs import Jobs
from referent_desk.gui.main_window import MainWindow, Surroundings
from referent_desk.gui.questions import FileQuestions
from referent_desk.gui.settings import WindowSettings
from referent_desk.home import Home
from referent_desk.language import speak
from referent_desk.wiring.questions import questions_of

home = Home(Path(sys.argv[1]))
speak("fr")
application = make_application("fr")
jobs = Jobs()
files = FileQuestions(lambda parent, path: None, lambda path: True)
window = MainWindow(
    questions_of(home, SystemClock()),
    Surroundings(home.root, (), files, lambda choice: None),
    WindowSettings(home.root),
    jobs,
)

def megabytes():
    with open("/proc/self/smaps_rollup") as file:
        kilobytes = {l.split(":")[0]: l.split()[1] for l in file if l.split()[-1] == "kB"}
    return round(int(kilobytes["Pss"]) / 1024, 1)

told = {}
steps = [number for _walk in range(100) for number in range(window.tabs.count())]

def go_on():
    if not jobs.is_idle:
        return QTimer.singleShot(1, go_on)
    done = 100 * window.tabs.count() - len(steps)
    if done == 0:
        told["opened"] = megabytes()
    if done == window.tabs.count():
        told["walked once"] = megabytes()
    if not steps:
        told["walked a hundred times"] = megabytes()
        print(json.dumps(told), flush=True)
        os._exit(0)
    window.tabs.setCurrentIndex(steps.pop(0))
    QTimer.singleShot(0, go_on)

window.show()
jobs.start()
window.open_home()
QTimer.singleShot(0, go_on)
application.exec()
"""


def test_walking_the_tabs_a_hundred_times_takes_no_more_memory_than_once(
    tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    home = home_of(demo_content(), tmp_path)
    Home(home.root).make()
    environment = {**os.environ, "PYTHONPATH": str(PROJECT)}
    environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    done = subprocess.run(
        [sys.executable, "-c", WALK, str(home.root)],
        cwd=PROJECT,
        env=environment,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    told = json.loads(done.stdout.splitlines()[-1])
    for when, megabytes in told.items():
        record_property(when, megabytes)
    print(told)
    assert told["walked a hundred times"] <= MOST_GROWTH * told["walked once"]
