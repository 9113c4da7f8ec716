from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from referent_desk.domain.skills import SkillLevel
from referent_desk.domain.skills_wards import WardSkills
from referent_desk.domain.trainings import Participant
from referent_desk.errors import RefusedField, RefusedInput
from referent_desk.gui.jobs import Jobs
from referent_desk.gui.pane_fields import ReasonForm
from referent_desk.gui.questions import FileQuestions
from referent_desk.gui.row_tables import LinesTable
from referent_desk.gui.skills.level_forms import LevelForm
from referent_desk.gui.skills.pages import SkillsPage
from referent_desk.gui.skills.sides import TrainingActions
from referent_desk.gui.skills.training_forms import TrainingForm
from referent_desk.language import speak, speak_as, spoken
from tests.gui.editings import editing_on
from tests.gui.key_clashes import visible_keys
from tests.gui.seated_pages import SeatedPage
from tests.gui.stand_in_records import StandInRecords
from tests.gui.stand_in_skills import TODAY, StandInSkills

USES, HELPS, TRAINS = SkillLevel
Open = Callable[..., "Seat"]


class Seat(SeatedPage[SkillsPage]):
    def __init__(
        self, qtbot: QtBot, jobs: Jobs, skills: StandInSkills, *, can_save: bool = True, about: str
    ) -> None:
        super().__init__(qtbot, jobs)
        editing = editing_on(StandInRecords(), jobs, can_save=can_save)
        editing.signer.remember("Maryse Aubry")
        files = FileQuestions(lambda _parent, suggested: suggested, lambda _path: True)
        self.seat(SkillsPage(skills.questions(), ("d", "Ward"), editing, files, about), 690)

    def keys(self, *keys: Qt.Key | str) -> None:
        for key in keys:
            if isinstance(key, str):
                self.qtbot.keyClicks(self.page.grid, key)
            else:
                self.qtbot.keyClick(self.page.grid, key)
            self.wait()

    def words(self) -> list[list[str]]:
        model = self.page.model
        return [
            [str(model.index(row, column).data()) for column in range(model.columnCount())]
            for row in range(model.rowCount())
        ]

    def press(self, name: str) -> None:
        button = self.actions.buttons[name]
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        self.wait()

    @property
    def actions(self) -> TrainingActions:
        (box,) = self.page.pane.findChildren(TrainingActions)
        return box

    @property
    def training(self) -> TrainingForm:
        assert isinstance(self.page.form, TrainingForm)
        return self.page.form


@pytest.fixture
def skills() -> StandInSkills:
    return StandInSkills()


@pytest.fixture
def open_page(qtbot: QtBot, jobs: Jobs, skills: StandInSkills) -> Open:
    return lambda about="", **more: Seat(qtbot, jobs, skills, about=about, **more)


@pytest.fixture
def seat(open_page: Open) -> Seat:
    return open_page()


def test_a_letter_states_a_level_and_a_dash_takes_it_back(
    seat: Seat, skills: StandInSkills
) -> None:
    assert seat.has_keyboard(seat.page.grid)
    assert seat.words() == [["helps", "–"], ["run out", "–"], ["–", "–"]]
    seat.keys("t", Qt.Key.Key_Down, "u", Qt.Key.Key_Right, "h", "-")
    assert skills.stated == [
        ("ada", "dossier", TRAINS, TODAY),
        ("bea", "dossier", USES, TODAY),
        ("bea", "labo", HELPS, TODAY),
        ("bea", "labo", None, TODAY),
    ]
    assert seat.words()[:2] == [["trains", "–"], ["uses", "–"]]
    assert seat.page.chosen() is not None


def test_enter_asks_for_the_level_and_its_day(seat: Seat, skills: StandInSkills) -> None:
    seat.keys(Qt.Key.Key_Down, Qt.Key.Key_Return)
    form = seat.page.form
    assert isinstance(form, LevelForm)
    assert form.level is USES  # what was lost is proposed again
    form.levels[HELPS].setChecked(True)
    form.day.show_typed("20/11/2026")
    form.finish()
    seat.wait()
    assert skills.stated == [("bea", "dossier", HELPS, date(2026, 11, 20))]
    assert seat.page.form is None
    assert seat.has_keyboard(seat.page.grid)


def test_escape_leaves_the_form_and_then_the_page(seat: Seat) -> None:
    gone: list[bool] = []
    seat.page.finished.connect(lambda: gone.append(True))
    seat.keys(Qt.Key.Key_Return)
    seat.page.escape()
    assert (seat.page.form, gone) == (None, [])
    seat.page.escape()
    assert gone == [True]


def test_the_filter_and_the_tick_narrow_the_lines(seat: Seat) -> None:
    seat.page.filter.setText("roux")
    assert [member.id for member in seat.page.model.members] == ["bea"]
    seat.page.filter.setText("nobody")
    assert seat.words() == []
    assert seat.page.chosen() is None
    seat.page.filter.clear()
    seat.page.gaps.setChecked(True)
    assert len(seat.words()) == 3  # everybody lacks LaboFil


@pytest.mark.parametrize(("about", "place"), [("labo", (0, 1)), ("bea", (1, 0)), ("gone", (0, 0))])
def test_what_it_was_asked_about_has_the_keyboard(
    open_page: Open, about: str, place: tuple[int, int]
) -> None:
    index = open_page(about).page.grid.currentIndex()
    assert (index.row(), index.column()) == place


def test_a_training_is_recorded_with_those_who_are_ticked(
    seat: Seat, skills: StandInSkills
) -> None:
    seat.page.record.click()
    seat.wait()
    form = seat.training
    assert (form.software.currentText(), form.version.currentText()) == ("Dossier+", "9.4")
    form.minutes.show_typed("1 h 30")
    form.until.show_typed("31/12/2027")
    form.trainer.show_name("Éditeur")
    form.came.level.setCurrentIndex(0)
    form.came.view.go_to(0)
    seat.qtbot.keyClicks(form.came.view, " ")
    seat.qtbot.keyClick(form.came.view, Qt.Key.Key_Down)
    seat.qtbot.keyClicks(form.came.view, "h")
    form.came.name.show_name("Sonia Okafor")
    form.came.add.click()
    form.finish()
    seat.wait()
    (wanted,) = skills.recorded
    assert wanted.participants == (
        Participant("Ada Moreau", "ada", USES),
        Participant("Béa Roux", "bea", HELPS),
        Participant("Sonia Okafor", None, USES),
    )
    assert (wanted.minutes, wanted.valid_until) == (90, date(2027, 12, 31))
    assert (wanted.software_id, wanted.version, wanted.day) == ("dossier", "9.4", TODAY)
    assert (wanted.trainer, wanted.who, wanted.department_id) == ("Éditeur", "Maryse Aubry", "d")
    assert seat.page.form is None


@pytest.mark.parametrize("where", ["name", "box"])
def test_a_click_on_a_name_or_on_its_box_ticks_it(seat: Seat, where: str) -> None:
    seat.page.ask_training()
    seat.wait()
    view = seat.training.came.view
    cell = view.visualRect(view.list.index(1, 0))
    place = cell.center()
    if where == "box":
        place.setX(cell.left() + 12)
    for came in (["Béa Roux"], []):
        seat.qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
        assert [one.name for one in view.list.participants()] == came


def test_all_of_the_list_is_one_tick_and_a_level_is_given_to_all(
    seat: Seat, skills: StandInSkills
) -> None:
    seat.page.ask_training()
    seat.wait()
    form = seat.training
    form.came.all.click()
    form.came.level.setCurrentIndex(form.came.level.findData(TRAINS))
    assert [one.level for one in form.came.model.participants()] == [TRAINS] * 3
    form.came.level.setCurrentIndex(form.came.level.count() - 1)
    form.finish()
    seat.wait()
    assert [one.level for one in skills.recorded[0].participants] == [None] * 3


@pytest.mark.parametrize(
    ("field", "typed", "said"),
    [("minutes", "many", "number of minutes"), ("until", "soon", "no day"), ("day", "", "empty")],
)
def test_what_is_not_understood_is_said_at_the_form(
    seat: Seat, skills: StandInSkills, field: str, typed: str, said: str
) -> None:
    seat.page.ask_training()
    seat.wait()
    form = seat.training
    form.came.all.click()
    getattr(form, field).show_typed(typed)
    form.finish()
    seat.wait()
    assert said in form.trouble.label.said()
    assert form.trouble.visibleRegion().boundingRect().height() == form.trouble.height()
    assert skills.recorded == []


def test_in_a_low_window_a_refusal_is_brought_into_sight(seat: Seat) -> None:
    seat.page.resize(1366, 540)
    seat.page.ask_training()
    seat.wait()
    form = seat.training
    form.who.show_typed("")
    form.finish()
    bar = form.trouble
    seat.qtbot.waitUntil(lambda: bar.visibleRegion().boundingRect().height() == bar.height())


def test_a_refused_training_stays_in_its_form(seat: Seat, skills: StandInSkills) -> None:
    skills.error = RefusedField("participants", "nobody", "Nobody took part.", "Tick somebody.")
    seat.page.ask_training()
    seat.wait()
    form = seat.training
    form.finish()
    seat.wait()
    assert "Nobody took part." in form.trouble.label.said()
    assert seat.page.form is form
    assert seat.has_keyboard(form.came.view)


def test_a_training_is_corrected_with_what_was_typed(seat: Seat, skills: StandInSkills) -> None:
    seat.press("correct")
    form = seat.training
    assert form.topic.typed() == "Prise en main"
    assert [one.name for one in form.came.model.participants()] == ["Ada Moreau", "Sonia Okafor"]
    form.finish()
    seat.wait()
    assert skills.corrected == ["held"]
    assert skills.recorded[0].participants[0].level is HELPS


def test_a_training_is_taken_back_with_a_reason(seat: Seat, skills: StandInSkills) -> None:
    seat.press("annul")
    form = seat.page.form
    assert isinstance(form, ReasonForm)
    form.reason.show_typed("typed twice")
    form.finish()
    seat.wait()
    assert skills.annulled == [("held", "typed twice")]
    assert not seat.page.pane.findChildren(LinesTable)


def test_each_paper_is_asked_of_what_is_chosen(seat: Seat, skills: StandInSkills) -> None:
    seat.page.sheet.click()
    seat.wait()
    assert seat.page.paper.path == Path("attendance Dossier+.pdf")
    seat.page.print.click()
    seat.wait()
    seat.press("certificates")
    assert skills.written == [("d", "dossier"), ("d",), ("held",)]
    assert seat.page.paper.path == Path("certificates.pdf")


def test_a_home_that_is_only_read_offers_papers_alone(
    open_page: Open, skills: StandInSkills
) -> None:
    seat = open_page(can_save=False)
    seat.keys("u", Qt.Key.Key_Return)
    assert skills.stated == []
    assert seat.page.form is None
    assert not seat.page.record.isVisible()
    assert list(seat.actions.buttons) == ["certificates"]


def test_an_empty_ward_says_what_comes_first(open_page: Open, skills: StandInSkills) -> None:
    skills.ward, skills.trainings = WardSkills("d", "Ward", TODAY), ()
    seat = open_page()
    assert "uses no software yet" in seat.page.totals.said()
    assert not seat.page.print.isEnabled()
    seat.page.print.click()
    assert skills.written == []


def test_what_fails_is_said_above_the_grid(seat: Seat, skills: StandInSkills) -> None:
    skills.error = RefusedInput("Gone.", "Open it anew.")
    seat.keys("u")
    assert "Gone." in seat.page.trouble.label.said()


@pytest.mark.parametrize("speaks", ["fr", "en"])
def test_no_two_things_that_are_seen_have_the_same_key(open_page: Open, speaks: str) -> None:
    before = spoken()
    speak(speaks)
    try:
        seat = open_page()
        assert visible_keys(seat.page) == []
        seat.keys(Qt.Key.Key_Return)
        assert visible_keys(seat.page) == []
        seat.page.escape()
        seat.wait()
        seat.page.ask_training()
        seat.wait()
        assert visible_keys(seat.page) == []
    finally:
        speak_as(before)


@pytest.mark.parametrize("speaks", ["fr", "en"])
def test_the_form_of_a_level_fits_beside_the_grid(open_page: Open, speaks: str) -> None:
    before = spoken()
    speak(speaks)
    try:
        seat = open_page()
        seat.keys(Qt.Key.Key_Return)
        assert isinstance(seat.page.form, LevelForm)
        edges = seat.page.pane.width() - seat.page.form.width()
        narrowest = seat.page.pane.minimumWidth() - edges
        assert seat.page.form.minimumSizeHint().width() <= narrowest
    finally:
        speak_as(before)
