"""From the window to a printer of the ward, by the commands of CUPS; the queue is of scripts."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from referent_desk.clock import FixedClock
from referent_desk.gui.binders.print_dialogs import PrintDialog
from referent_desk.language import speak
from referent_desk.storage.copies import runs_of
from referent_desk.usecases.desks import open_desk
from referent_desk.usecases.printing import list_ward_printers
from tests.exchange.fake_cups import OFF, FakeCups, job, printer
from tests.journeys.test_window import Sitting
from tests.usecases.homes import demo_content, home_of

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
HELD = """case "$*" in *"-l -p"*) cat <<END
{printer}system default destination: ward
END
;; *not-completed*) cat <<END
{held}END
;; *) cat <<END
{over}END
;; esac
"""


@pytest.fixture
def cups(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> FakeCups:
    """Found before any CUPS of this computer."""
    folder = tmp_path / "commands"
    folder.mkdir()
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")
    made = FakeCups(folder)
    made.script(
        "lp",
        f'for last; do :; done\ncp "$last" "{tmp_path}/paper.pdf"\n'
        'echo "request id is ward-7 (1 file(s))"\n',
    )
    made.answer("lpoptions", "Duplex/Duplex: *None DuplexNoTumble\n")
    queue(made)
    return made


def queue(made: FakeCups, held: str = "", over: str | None = None) -> None:
    """What the queue holds, and what is over."""
    done = job("processing-to-stop-point") if over is None else over
    made.script("lpstat", HELD.format(printer=printer(), held=held, over=done))


@pytest.fixture
def sitting(cups: FakeCups, tmp_path: Path, qtbot: QtBot, clock: FixedClock) -> Iterator[Sitting]:
    speak("fr")
    home = home_of(demo_content(), tmp_path)
    home.make()
    made = Sitting(home, clock, qtbot)
    yield made
    made.leave()


def opened(sitting: Sitting) -> PrintDialog:
    sitting.press(Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    dialog = sitting.window.dialog
    assert dialog is not None
    sitting.qtbot.waitUntil(dialog.send.isEnabled, timeout=20_000)
    return dialog


def test_the_binder_goes_to_the_printer_and_that_it_was_sent_is_known(
    sitting: Sitting, clock: FixedClock, tmp_path: Path
) -> None:
    dialog = opened(sitting)
    pages = dialog.preview.page_count
    assert dialog.send.text() == f"E&nvoyer {pages} pages à l’imprimante"
    sitting.qtbot.mouseClick(dialog.send, Qt.MouseButton.LeftButton)
    assert dialog.sending is not None
    sitting.qtbot.waitUntil(dialog.sending.sent.isVisible, timeout=20_000)
    sitting.wait()
    assert dialog.sending.sent.label.said().startswith("Envoyé à l’imprimante «\u00a0Poste de")
    document = pypdfium2.PdfDocument(tmp_path / "paper.pdf")
    assert len(document) == pages
    document.close()
    department = sitting.window.tabs.department
    assert department is not None
    sitting.leave()
    desk = open_desk(sitting.home, clock)
    with desk.database.read() as connection:
        run = runs_of(connection, department.id)[-1]
    desk.close()
    assert run.sent is not None
    assert run.sent.printer == "Poste de soins"
    assert run.confirmed is None


def test_a_printer_that_is_off_keeps_the_window_free_until_it_is_on(
    sitting: Sitting, cups: FakeCups
) -> None:
    queue(cups, held=job("job-printing", OFF))
    dialog = opened(sitting)
    dialog.send.click()
    assert dialog.sending is not None
    hindered = dialog.sending.row.hindered
    sitting.qtbot.waitUntil(hindered.isVisible, timeout=20_000)
    assert "éteinte ou injoignable" in hindered.label.said()
    dialog.preview.turn_to(3)
    queue(cups)
    sitting.qtbot.waitUntil(dialog.sending.sent.isVisible, timeout=20_000)


def test_a_test_page_that_is_right_writes_the_printer_down(
    sitting: Sitting, clock: FixedClock
) -> None:
    dialog = opened(sitting)
    assert dialog.sending is not None
    dialog.sending.rows.test.click()
    sitting.qtbot.waitUntil(dialog.sending.right.isVisible, timeout=20_000)
    dialog.sending.right.click()
    sitting.wait()
    department = sitting.window.tabs.department
    assert department is not None
    sitting.leave()
    desk = open_desk(sitting.home, clock)
    [row] = list_ward_printers(desk, department.id)
    desk.close()
    assert (row.name, row.queue, row.tested_on) == ("Poste de soins", "ward", clock.today())
