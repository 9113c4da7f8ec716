from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from referent_desk.domain.deeds import Verb
from referent_desk.domain.departments import DepartmentChoice
from referent_desk.domain.procedures import ProcedureState
from referent_desk.domain.records import RecordKind
from referent_desk.domain.software import SoftwareProcedureRow
from referent_desk.gui.jobs import Jobs
from referent_desk.gui.labels import PlainLabel
from referent_desk.gui.list_tabs import ListTab
from referent_desk.gui.places import Place, TabName
from referent_desk.gui.record_forms import RecordForm
from referent_desk.gui.record_lines import RecordLines
from referent_desk.gui.shapes import Shape
from referent_desk.gui.software import subjects as software
from referent_desk.gui.software.details import state_of
from tests.gui.editings import editing_on
from tests.gui.stand_ins import HOSTILE, StandInHome

CHOSEN = DepartmentChoice("d9", "Maternity", "0500", "North")


def open_tab(home: StandInHome, jobs: Jobs, qtbot: QtBot, *, can_save: bool = True) -> ListTab:
    lists = home.questions().lists
    editing = editing_on(home.records, jobs, can_save=can_save)
    asked = editing, lambda: CHOSEN, lambda _software_id: None
    subject = software.subject(lists.list_software, lists.read_software, *asked)
    tab = ListTab(subject, jobs, editing)
    qtbot.addWidget(tab)
    tab.resize(1200, 700)
    tab.show()
    tab.begin()
    qtbot.waitUntil(lambda: jobs.is_idle)
    return tab


def buttons(tab: ListTab) -> dict[str, QPushButton]:
    found = tab.detail.findChildren(QPushButton)
    return {b.text().replace("&", ""): b for b in found if b.isVisible()}


def form(tab: ListTab) -> RecordForm:
    assert isinstance(tab.form, RecordForm)
    return tab.form


@pytest.fixture
def home() -> StandInHome:
    return StandInHome()


def test_what_is_typed_over_a_field_is_saved(qtbot: QtBot, jobs: Jobs, home: StandInHome) -> None:
    tab = open_tab(home, jobs, qtbot)
    fields = tab.detail.findChildren(QLineEdit)
    field = next(f for f in fields if f.accessibleName() == "Support")
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, "4999")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: jobs.is_idle)
    assert home.records.typed[RecordKind.SOFTWARE, "s1", "support_contact"] == "4999"


def test_every_department_that_uses_it_is_a_line_that_leads_there(
    qtbot: QtBot, jobs: Jobs, home: StandInHome
) -> None:
    tab = open_tab(home, jobs, qtbot)
    lines = tab.detail.findChild(RecordLines)
    assert isinstance(lines, RecordLines)
    assert "Tolerated outage: 4\u00a0h" in lines.lines[0].accessibleName()
    with qtbot.waitSignal(tab.place_followed) as caught:
        qtbot.keyClick(lines.lines[0], Qt.Key.Key_Return)
    assert caught.args == [Place(TabName.DEPARTMENTS, ("d2",))]


def test_the_chosen_department_is_proposed_for_a_new_use(
    qtbot: QtBot, jobs: Jobs, home: StandInHome
) -> None:
    tab = open_tab(home, jobs, qtbot)
    buttons(tab)["Add a department…"].click()
    qtbot.waitUntil(lambda: jobs.is_idle)
    shown = form(tab)
    assert shown.rows["department_id"].control.typed() == CHOSEN.id
    assert "software_id" not in shown.rows
    shown.create_record()
    qtbot.waitUntil(lambda: jobs.is_idle)
    assert (home.records.deeds[-1].verb, home.records.deeds[-1].what) == (
        Verb.ADDED,
        RecordKind.DEPLOYMENT,
    )
    assert tab.form is None


def test_the_only_establishment_is_proposed_for_a_new_version(
    qtbot: QtBot, jobs: Jobs, home: StandInHome
) -> None:
    tab = open_tab(home, jobs, qtbot)
    buttons(tab)["Add a version…"].click()
    qtbot.waitUntil(lambda: jobs.is_idle)
    assert form(tab).rows["establishment_id"].control.typed() == "e1"
    assert form(tab).rows["version"].control.hasFocus() or not tab.isActiveWindow()


def test_in_a_home_only_read_nothing_is_offered(
    qtbot: QtBot, jobs: Jobs, home: StandInHome
) -> None:
    tab = open_tab(home, jobs, qtbot, can_save=False)
    assert tab.detail.findChildren(QLineEdit) == []
    assert set(buttons(tab)) == {"Advice on this software…"}  # which is read there too
    assert home.text in [label.said() for label in tab.detail.findChildren(PlainLabel)]


@pytest.mark.parametrize(
    ("states", "word", "shape"),
    [
        (((ProcedureState.TO_VERIFY, 3),), "to verify again", Shape.TRIANGLE),
        (
            ((ProcedureState.NEVER_VERIFIED, 2), (ProcedureState.TO_VERIFY, 5)),
            "never verified (2), to verify again (5)",
            Shape.RING,
        ),
    ],
)
def test_the_state_of_a_procedure_says_in_how_many_departments(
    states: tuple[tuple[ProcedureState, int], ...], word: str, shape: Shape
) -> None:
    row = SoftwareProcedureRow("f", "Meals", "North", 7, CHOSEN, states)
    assert (state_of(row).word, state_of(row).shape) == (word, shape)


def test_a_form_that_is_given_up_brings_the_detail_back(
    qtbot: QtBot, jobs: Jobs, home: StandInHome
) -> None:
    tab = open_tab(home, jobs, qtbot)
    buttons(tab)["Add a version…"].click()
    qtbot.waitUntil(lambda: jobs.is_idle)
    qtbot.keyClick(form(tab).rows["version"].control, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: jobs.is_idle)
    assert tab.form is None
    assert "Add a version…" in buttons(tab)
    assert tab.pane.table.hasFocus() or not tab.isActiveWindow()


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_names_stand_in_the_lines_letter_by_letter(
    qtbot: QtBot, jobs: Jobs, text: str
) -> None:
    tab = open_tab(StandInHome(text=text), jobs, qtbot)
    lines = tab.detail.findChild(RecordLines)
    assert isinstance(lines, RecordLines)
    assert f"Department: {text};" in lines.lines[0].accessibleName()
    lines.lines[0].click()
    qtbot.waitUntil(lambda: jobs.is_idle)
    assert not lines.grab().isNull()


def test_other_names_are_typed_one_on_each_line(
    qtbot: QtBot, jobs: Jobs, home: StandInHome
) -> None:
    tab = open_tab(home, jobs, qtbot)
    [field] = tab.detail.findChildren(QPlainTextEdit)
    assert field.accessibleName() == "Other names"
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, "DPI")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.keyClicks(field, "D-plus")
    qtbot.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: jobs.is_idle)
    typed = {key: text for key, text in home.records.typed.items() if key[2] == "aliases"}
    assert list(typed.values()) == ["DPI\nD-plus"]
