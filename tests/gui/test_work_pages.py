"""Where 150 % leaves little of a ward PC's screen: no page about referents is cut at its side."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from referent_desk.domain.arrivals import ArrivalItem, ArrivalTick
from referent_desk.domain.handovers import Given
from referent_desk.domain.letters import LetterKind
from referent_desk.domain.successions import OrphanKind
from referent_desk.gui.advice.pages import AdvicePage
from referent_desk.gui.detail_panes import DetailPane
from referent_desk.gui.editing import Editing
from referent_desk.gui.group_views.pages import GroupViewPage
from referent_desk.gui.handovers.forms import GiveForm, SignForm
from referent_desk.gui.handovers.pages import HandoverPage
from referent_desk.gui.jobs import Jobs
from referent_desk.gui.labels import ElidedLabel
from referent_desk.gui.nominations.letter_forms import LetterForm
from referent_desk.gui.procedures.comparisons import ComparisonView
from referent_desk.gui.questions import FileQuestions
from referent_desk.gui.record_forms import PaneForm
from referent_desk.gui.skills.arrival_pages import ArrivalsPage
from referent_desk.gui.skills.pages import SkillsPage
from referent_desk.gui.work_pages import WorkPage
from referent_desk.language import speak
from tests.gui.editings import editing_on
from tests.gui.handovers.test_pages import LONG, a_handover, a_page, a_succession
from tests.gui.stand_in_advice import StandInAdvice
from tests.gui.stand_in_group_views import STAND_IN_GROUP_VIEWS
from tests.gui.stand_in_handovers import DAY, STAND_IN_HANDOVERS
from tests.gui.stand_in_records import StandInRecords
from tests.gui.stand_in_skills import StandInSkills

WIDTH, PANE = 900, 430  # pixels: of the window, and of a detail beside its list there
WARD = ("d1", LONG)
FILES = FileQuestions(lambda _parent, path: path, lambda _path: True)
GIVEN = (Given(OrphanKind.ACTION, "a", LONG, DAY), Given(OrphanKind.COPY, "c", "2 · Bureau"))
ASKED = replace(
    STAND_IN_HANDOVERS,
    list_handovers=lambda _id: a_page(
        handovers=(a_handover(LONG),), given={"h1": GIVEN}, succession=a_succession()
    ),
    suggest_path=lambda _id: Path("passation.pdf"),
)
ARRIVING = StandInSkills()
ARRIVING.items = (ArrivalItem("i1", f"{LONG} {LONG}"), ArrivalItem("i2", "Se connecter"))
ARRIVING.ticks = {"i1": ArrivalTick("t1", "i1", "clo", DAY, LONG)}
PAGES: dict[str, Callable[[Editing], WorkPage]] = {
    "handovers": lambda editing: HandoverPage(ASKED, WARD, editing, FILES),
    "skills": lambda editing: SkillsPage(StandInSkills().questions(), WARD, editing, FILES),
    "arrivals": lambda editing: ArrivalsPage(ARRIVING.questions(), WARD, editing, FILES),
    "advice": lambda editing: AdvicePage(StandInAdvice().questions(), "", editing, FILES),
    "group": lambda editing: GroupViewPage(
        STAND_IN_GROUP_VIEWS, FILES, editing.jobs, ComparisonView
    ),
}
FORMS: dict[str, Callable[[Editing], PaneForm]] = {
    "letter": lambda editing: LetterForm("a1", LetterKind.APPOINTMENT, editing, FILES),
    "certificate": lambda editing: LetterForm("a1", LetterKind.RECOGNITION, editing, FILES),
    "give over": lambda editing: GiveForm(a_handover(LONG), GIVEN, ASKED, editing),
    "sign": lambda editing: SignForm(a_handover(LONG), ASKED, editing, DAY),
}


def assert_whole(page: QWidget) -> None:
    """Nothing stands beyond the side of what it lies in, and no words are cut."""
    QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    for area in page.findChildren(QScrollArea):
        within = area.widget()
        if area.isVisible() and within is not None:
            assert within.minimumSizeHint().width() <= area.viewport().width()
    for button in page.findChildren(QPushButton):
        if button.isVisible() and button.text():
            assert button.width() >= button.minimumSizeHint().width(), button.text()
    for label in page.findChildren(QLabel):
        if label.isVisible() and label.wordWrap():
            assert label.height() >= label.heightForWidth(label.width()), label.text()
        elif label.isVisible() and not isinstance(label, ElidedLabel):
            assert label.width() >= label.minimumSizeHint().width(), label.text()


@pytest.mark.parametrize("name", PAGES)
def test_a_page_about_referents_is_whole_on_a_narrow_screen(
    qtbot: QtBot, jobs: Jobs, name: str
) -> None:
    speak("fr")
    page = PAGES[name](editing_on(StandInRecords(LONG), jobs))
    qtbot.addWidget(page)
    page.resize(WIDTH, 600)
    page.show()
    page.begin()
    qtbot.waitUntil(lambda: jobs.is_idle)
    assert page.minimumSizeHint().width() <= WIDTH
    qtbot.waitUntil(lambda: assert_whole(page))
    page.end()


def test_a_training_is_typed_in_on_a_narrow_screen(qtbot: QtBot, jobs: Jobs) -> None:
    speak("fr")
    editing = editing_on(StandInRecords(LONG), jobs)
    page = SkillsPage(StandInSkills().questions(), WARD, editing, FILES)
    qtbot.addWidget(page)
    page.resize(WIDTH, 600)
    page.show()
    page.begin()
    qtbot.waitUntil(lambda: jobs.is_idle)
    page.ask_training()
    qtbot.waitUntil(lambda: page.form is not None)
    qtbot.waitUntil(lambda: assert_whole(page))
    page.end()


@pytest.mark.parametrize("name", FORMS)
def test_a_form_about_referents_is_whole_in_a_narrow_detail(
    qtbot: QtBot, jobs: Jobs, name: str
) -> None:
    speak("fr")
    form = FORMS[name](editing_on(StandInRecords("Ada"), jobs))
    pane = DetailPane()
    qtbot.addWidget(pane)
    pane.resize(PANE, 500)
    pane.show()
    pane.begin()
    pane.keep("form", lambda: form)
    pane.lay_foot(form.foot)
    pane.end()
    qtbot.waitUntil(lambda: jobs.is_idle and 0 < form.width() < PANE)
    qtbot.waitUntil(lambda: assert_whole(pane))
