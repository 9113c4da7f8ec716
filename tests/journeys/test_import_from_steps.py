"""Half-way through the first steps a list is imported: one comes back to where one was."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from referent_desk.clock import FixedClock
from referent_desk.domain.listings import Listing
from referent_desk.domain.records import RecordKind
from referent_desk.gui.first_steps.frames import DONE, FUNCTIONS, STARTERS
from referent_desk.gui.first_steps.pages import FirstStepsPage
from referent_desk.gui.imports.file_dialogs import FileAsking
from referent_desk.gui.imports.guide_pages import ImportPage
from referent_desk.gui.imports.steps import StepName
from referent_desk.home import Home
from referent_desk.language import speak
from referent_desk.usecases.departments import list_choices
from referent_desk.usecases.desks import open_desk
from referent_desk.usecases.needed_functions import needed_functions
from referent_desk.usecases.people import list_appointments
from referent_desk.usecases.records import list_records
from tests.journeys.test_window import Sitting

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

SOFTWARE = (
    "Logiciel;À quoi ça sert;Référent\n"
    "Zebra;Prescription des médicaments;Ada Moreau\n"
    "LaboNet;Résultats de laboratoire;Ada Moreau\n"
    "Agendo;Rendez-vous de consultation;Ada Moreau\n"
)
NUMBERS = "Qui;Numéro\nStandard;9\nInformatique (astreinte);7000\nPharmacie;3560\n"
HERS = {
    "establishment": "CH de la Vallée",
    "department": "Pneumologie",
    "beds": "24",
    "first_name": "Ada",
    "last_name": "Moreau",
    "role": "AMA",
    "number_switchboard": "9",
    "number_it_on_call": "7000",
}


class Steps(Sitting):
    """`asked` counts the dialogs for a file; the answer is `file`, None where it is given up."""

    def __init__(self, home: Home, clock: FixedClock, qtbot: QtBot) -> None:
        super().__init__(home, clock, qtbot)
        self.file: Path | None = None
        self.asked = 0
        self.window.imports.parts.asking = FileAsking(
            lambda _parent, _folder: self._choose(), lambda _parent, _suggested: None
        )

    def _choose(self) -> Path | None:
        self.asked += 1
        return self.file

    def begin(self) -> None:
        """As far as the second step."""
        self.window.steps.begin_first_steps()
        self.wait()
        self.guide.identity.take(HERS)
        self.guide.go_on()
        assert self.guide.step == FUNCTIONS

    @property
    def guide(self) -> FirstStepsPage:
        page = self.window.pages.currentWidget()
        assert isinstance(page, FirstStepsPage)
        return page

    @property
    def import_page(self) -> ImportPage:
        page = self.window.pages.currentWidget()
        assert isinstance(page, ImportPage)
        return page

    def bring(self, name: str, text: str) -> None:
        self.file = self.home.root.parent / name
        self.file.write_text(text, encoding="utf-8")
        self.click(self.guide.functions.hint.button)

    def click(self, button: QPushButton) -> None:
        self.qtbot.waitUntil(button.isEnabled, timeout=20_000)
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        self.wait()

    def take(self) -> None:
        while self.import_page.step is not StepName.DONE:
            self.click(self.import_page.foot.next)

    def ticked(self) -> dict[str, str]:
        lines = self.guide.functions.lines
        return {ln.offer.code: ln.software.placeholderText() for ln in lines if ln.tick.isChecked()}

    def finish(self) -> None:
        self.click(self.guide.next)
        assert self.guide.step == STARTERS
        self.click(self.guide.next)
        assert self.guide.step == DONE


SitDown = Callable[[Home], Steps]


@pytest.fixture
def sit_down(qtbot: QtBot, clock: FixedClock) -> SitDown:
    speak("fr")
    return lambda home: Steps(home, clock, qtbot)


@pytest.fixture
def home(tmp_path: Path) -> Home:
    made = Home(tmp_path / "home")
    made.make()
    return made


def test_one_is_asked_for_the_file_at_once_and_for_the_ward_never_again(
    sit_down: SitDown, home: Home
) -> None:
    sitting = sit_down(home)
    sitting.begin()
    sitting.bring("logiciels.csv", SOFTWARE)
    page = sitting.import_page
    assert sitting.asked == 1
    assert page.step is StepName.COLUMNS
    assert page.draft.is_ready
    assert not page.columns.establishment.isVisible()
    assert page.draft.look is not None
    assert page.draft.look.department == "Pneumologie"
    sitting.leave()


@pytest.mark.parametrize("typed", [True, False])
def test_the_home_is_not_read_anew_for_what_is_only_covered(
    sit_down: SitDown, home: Home, typed: bool
) -> None:
    sitting = sit_down(home)
    opened: list[object] = []
    sitting.window.pages.opened.connect(opened.append)
    if typed:
        sitting.begin()
    else:
        sitting.window.steps.begin_first_steps()
        sitting.wait()
    sitting.window.imports.begin()
    sitting.wait()
    assert sitting.import_page.done.leads_back is typed
    assert opened == []
    sitting.leave()


def test_giving_up_the_choice_of_a_file_leaves_everything_as_it_was(
    sit_down: SitDown, home: Home
) -> None:
    sitting = sit_down(home)
    sitting.begin()
    sitting.click(sitting.guide.functions.hint.button)
    assert sitting.asked == 1
    assert sitting.guide.step == FUNCTIONS
    assert sitting.guide.before.isVisible()
    sitting.leave()
    desk = open_desk(home, FixedClock(datetime(2026, 11, 9, tzinfo=UTC)), writing=False)
    assert list_choices(desk, Listing()).rows == ()
    desk.close()


def test_what_was_imported_is_counted_when_one_is_back_in_the_steps(
    sit_down: SitDown, home: Home
) -> None:
    sitting = sit_down(home)
    sitting.begin()
    before = set(sitting.ticked())
    assert "RDV" not in before
    first = sitting.guide.functions.lines[-1]
    first.software.setText("Hand written")
    sitting.bring("logiciels.csv", SOFTWARE)
    sitting.take()
    sitting.click(sitting.import_page.done.see)
    assert sitting.guide.step == FUNCTIONS
    assert sitting.guide.values()["department"] == "Pneumologie"
    ticked = sitting.ticked()
    assert ticked["PRE"] == "déjà\u00a0: Zebra"
    assert ticked["RDV"] == "déjà\u00a0: Agendo"
    assert set(ticked) >= before
    assert first.software.text() == "Hand written"
    assert not sitting.guide.before.isVisible()
    sitting.finish()
    sitting.leave()


@pytest.mark.parametrize("way", ["close", "escape", "back"])
def test_however_the_import_is_left_one_is_back_in_the_steps(
    sit_down: SitDown, home: Home, way: str
) -> None:
    sitting = sit_down(home)
    sitting.begin()
    sitting.bring("logiciels.csv", SOFTWARE)
    page = sitting.import_page
    if way == "close":
        sitting.take()
        sitting.click(page.foot.next)
    elif way == "escape":
        sitting.qtbot.keyClick(page, Qt.Key.Key_Escape)
    else:
        sitting.window.go_back()
    sitting.wait()
    assert sitting.guide.step == FUNCTIONS
    assert sitting.guide.identity.values()["number_it_on_call"] == "7000"
    sitting.leave()


def test_nobody_and_nothing_is_there_twice_in_the_end(sit_down: SitDown, home: Home) -> None:
    sitting = sit_down(home)
    sitting.begin()
    for name, text in (("logiciels.csv", SOFTWARE), ("numeros.csv", NUMBERS)):
        sitting.bring(name, text)
        sitting.take()
        sitting.click(sitting.import_page.foot.next)
    sitting.finish()
    sitting.leave()
    desk = open_desk(home, FixedClock(datetime(2026, 11, 9, tzinfo=UTC)), writing=False)
    [ward] = list_choices(desk, Listing()).rows
    assert (ward.name, ward.establishment) == ("Pneumologie", "CH de la Vallée")
    ticks = {tick.code: tick for tick in needed_functions(desk, ward.id)}
    assert ticks["PRE"].software == ("Zebra",)
    assert ticks["RDV"].needed
    rows = list_appointments(desk, Listing()).rows
    assert len({row.person_id for row in rows}) == 1
    assert [row.software for row in rows if row.department == "Pneumologie"].count("") == 1
    entries = list_records(desk, RecordKind.DIRECTORY_ENTRY, "owner_id", ward.id)
    assert sorted(str(entry.values["number"]) for entry in entries) == ["3560", "7000", "9"]
    desk.close()


def test_steps_that_were_left_after_an_import_go_on_at_the_next_start(
    sit_down: SitDown, home: Home
) -> None:
    sitting = sit_down(home)
    sitting.begin()
    sitting.bring("logiciels.csv", SOFTWARE)
    sitting.take()
    sitting.click(sitting.import_page.foot.next)
    sitting.leave()
    again = sit_down(home)
    again.window.top.department.trigger()
    again.wait()
    assert again.guide.step == FUNCTIONS
    assert again.ticked()["RDV"] == "déjà\u00a0: Agendo"
    again.finish()
    assert again.guide.done.title.said() == "Pneumologie est en place."
    again.leave()
    desk = open_desk(home, FixedClock(datetime(2026, 11, 9, tzinfo=UTC)), writing=False)
    assert len(list_choices(desk, Listing()).rows) == 1
    desk.close()
