"""A program was updated: its procedure is tried again at the window, and the paper follows."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from referent_desk.clock import FixedClock
from referent_desk.domain.deeds import Saved
from referent_desk.domain.records import RecordKind
from referent_desk.gui.places import TabName
from referent_desk.gui.verifications.pages import VerificationPage
from referent_desk.home import Home
from referent_desk.language import speak
from referent_desk.usecases.demo import fill_demo
from referent_desk.usecases.desks import open_desk
from tests.journeys.test_window import Sitting

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
LAB = "Analyses de laboratoire"
BAR = "NON VÉRIFIÉE DEPUIS LA VERSION 4.0"


class Ward(Sitting):
    """The tab of degraded modes, as one sees and works it."""

    def state(self, function: str) -> str:
        return next(row[2] for row in self.rows() if row[0] == function)

    def choose_row(self, function: str) -> None:
        place = [row[0] for row in self.rows()].index(function)
        self.window.tabs.list_page.pane.table.choose(place)
        self.wait()

    def go_live(self, version: str) -> None:
        """As the form of a new version in the tab of software saves it."""
        row = self.window.tabs.list_page.chosen_row()
        editing = self.window.tabs.editing
        records = editing.records

        def work() -> Saved:
            site = records.links("establishment", "Val-Clair")[0]
            typed = {"software_id": row.software_id, "version": version}
            where = {"establishment_id": site.id, "live_on": "22/11/2026"}
            return records.add(RecordKind.RELEASE, {**typed, **where})

        editing.saver.save(work)
        self.wait()

    def press_all(self, keys: str) -> None:
        for key in keys:
            self.qtbot.keyClicks(self.keyboard(), key)

    def verify(self, keys: str, who: str) -> VerificationPage:
        self.press(Qt.Key.Key_V, CONTROL | SHIFT)
        page = self.window.pages.work
        assert isinstance(page, VerificationPage)
        self.press_all(keys)
        assert page.form is not None
        self.qtbot.keyClicks(page.form.who, who)
        self.qtbot.keyClick(page.form.who, Qt.Key.Key_Return, CONTROL)
        self.wait()
        return page

    def printed(self) -> str:
        department = self.window.tabs.department
        assert department is not None
        write = self.questions.binders.write
        written: list[str] = []

        def work() -> str:
            write(department.id, self.saved, None, False, lambda _done, _all: None)
            with pypdfium2.PdfDocument(self.saved) as document:
                return "\n".join(page.get_textpage().get_text_bounded() for page in document)

        self.jobs.run(work, written.append)
        self.wait()
        return written[0]


@pytest.fixture
def ward(qtbot: QtBot, tmp_path: Path) -> Iterator[Ward]:
    speak("fr")
    home = Home(tmp_path / "home")
    home.make()
    desk = open_desk(home, FixedClock(datetime(2026, 11, 22, 9, 0, tzinfo=UTC)))
    fill_demo(desk)
    assert desk.close() is None
    sitting = Ward(home, FixedClock(datetime(2026, 11, 22, 13, 2, tzinfo=UTC)), qtbot)
    sitting.be_on_the_ward()
    sitting.go_to(1 + list(TabName).index(TabName.PROCEDURES))
    yield sitting
    sitting.leave()


def test_after_an_update_a_procedure_is_tried_and_its_sheet_loses_the_bar(ward: Ward) -> None:
    ward.choose_row(LAB)
    assert ward.state(LAB) == "à jour"
    ward.go_live("4.0")
    assert ward.state(LAB) == "à revérifier"
    assert BAR in ward.printed()
    page = ward.verify("ooooo", "Élodie Fofana")
    assert page.told.isVisible()
    page.finish.click()
    ward.wait()
    assert ward.state(LAB) == "à jour"
    assert BAR not in ward.printed()
    ward.press(Qt.Key.Key_Z, CONTROL)
    assert ward.state(LAB) == "à revérifier"
