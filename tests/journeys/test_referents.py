"""A referent's small changes on the demo hospital: whom, which number, which version."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from referent_desk.gui.appoint_forms import NewcomerForm
from referent_desk.gui.link_fields import LinkField
from referent_desk.gui.list_tabs import ListTab
from referent_desk.gui.local_value_rows import LocalValueRows
from referent_desk.gui.people.same_people import SamePersonForm
from referent_desk.gui.places import Place, TabName
from referent_desk.gui.record_editors import RecordEditor
from referent_desk.gui.record_forms import RecordForm
from referent_desk.gui.record_lines import RecordLines
from referent_desk.gui.row_tables import LinesTable
from referent_desk.language import speak
from tests.gui.clicks import double_click
from tests.journeys.test_window import WARD, Sitting
from tests.usecases.homes import LATER, demo_content, home_of

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
NONE, CONTROL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def ward(qtbot: QtBot, tmp_path: Path) -> Iterator[Sitting]:
    speak("fr")
    sitting = Sitting(home_of(demo_content(), tmp_path), LATER, qtbot, TabName.REFERENTS)
    sitting.be_on_the_ward()
    sitting.come_to_front()
    yield sitting
    sitting.leave()


def page(sitting: Sitting) -> ListTab:
    return sitting.window.tabs.list_page


def keyboard(sitting: Sitting) -> QWidget:
    focused = sitting.keyboard()
    assert focused.window() is sitting.window
    return focused


def tap(sitting: Sitting, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
    sitting.qtbot.keyClick(keyboard(sitting), key, modifier)
    sitting.wait()


def type_text(sitting: Sitting, text: str) -> None:
    sitting.qtbot.keyClicks(keyboard(sitting), text)
    sitting.wait()


def form(sitting: Sitting) -> RecordForm:
    shown = page(sitting).form
    assert isinstance(shown, RecordForm)
    return shown


def button(sitting: Sitting, text: str) -> QPushButton:
    found = [b for b in page(sitting).detail.findChildren(QPushButton) if b.isVisible()]
    return next(b for b in found if b.text().replace("&", "") == text)


def lines_of(sitting: Sitting) -> RecordLines:
    found = page(sitting).detail.findChild(RecordLines)
    assert isinstance(found, RecordLines)
    return found


def people(sitting: Sitting) -> list[str]:
    return [row[0] for row in sitting.rows()]


def go_to(sitting: Sitting, tab: TabName, *key: str) -> None:
    sitting.window.follow(Place(tab, key))
    sitting.wait()


def test_a_new_person_is_appointed_by_keys_alone_and_taken_back_as_one_deed(ward: Sitting) -> None:
    go_to(ward, TabName.REFERENTS)
    before = people(ward)
    tap(ward, Qt.Key.Key_N, CONTROL)
    type_text(ward, "Lou Kervran")
    tap(ward, Qt.Key.Key_Tab)
    tap(ward, Qt.Key.Key_Space)
    assert isinstance(form(ward), NewcomerForm)
    tap(ward, Qt.Key.Key_Return)
    tap(ward, Qt.Key.Key_Return)
    type_text(ward, "AMA")
    tap(ward, Qt.Key.Key_Return)
    type_text(ward, "4127")
    tap(ward, Qt.Key.Key_Return, CONTROL)
    assert ward.title() == "Lou Kervran"
    assert sorted([*before, "Lou Kervran"]) == sorted(people(ward))
    role = "Rôle\u00a0: référent logiciel; Jusqu’au\u00a0: sans terme"
    assert [line.accessibleName() for line in lines_of(ward).lines] == [
        f"Service\u00a0: {WARD}; {role}; État\u00a0: en fonction"
    ]
    tap(ward, Qt.Key.Key_Z, CONTROL)
    assert people(ward) == before
    tap(ward, Qt.Key.Key_Y, CONTROL)
    assert "Lou Kervran" in people(ward)


def test_an_appointment_is_ended_from_its_line(ward: Sitting) -> None:
    go_to(ward, TabName.REFERENTS)
    lines = lines_of(ward)
    before = len(lines.lines)
    lines.lines[0].click()
    ward.wait()
    assert lines.opened is not None
    assert lines.opened.close_button is not None
    lines.opened.close_button.click()
    ward.wait()
    ended = [line for line in lines.lines if "21/11/2026" in line.accessibleName()]
    assert len(ended) == 1
    assert len(lines.lines) == before


def test_the_number_of_the_laboratory_is_changed_where_it_is_asked_for(ward: Sitting) -> None:
    go_to(ward, TabName.DEPARTMENTS)
    values = page(ward).detail.findChild(LocalValueRows)
    assert isinstance(values, LocalValueRows)
    values.unfold.click()
    ward.wait()
    field = values.editors["téléphone du laboratoire"].row("value").control
    assert field.typed() == "01 99 00 40 71"
    field.setFocus()
    tap(ward, Qt.Key.Key_A, CONTROL)
    type_text(ward, "4799")
    tap(ward, Qt.Key.Key_Return)
    assert "4799" in laboratory_text(ward)
    tap(ward, Qt.Key.Key_Z, CONTROL)
    assert "01 99 00 40 71" in laboratory_text(ward)


def laboratory_text(sitting: Sitting) -> str:
    """What the ward's degraded mode of the laboratory says."""
    go_to(sitting, TabName.PROCEDURES)
    number = page(sitting).model.find(lambda row: row.function == "Analyses de laboratoire")
    assert number is not None
    page(sitting).pane.table.choose(number)
    sitting.wait()
    return sitting.said()


def test_a_number_that_lost_its_zero_is_refused_beside_its_field(ward: Sitting) -> None:
    go_to(ward, TabName.REFERENTS)
    editor = page(ward).detail.findChild(RecordEditor)
    assert isinstance(editor, RecordEditor)
    field = editor.row("telephone").control
    field.setFocus()
    tap(ward, Qt.Key.Key_A, CONTROL)
    type_text(ward, "199004071")
    tap(ward, Qt.Key.Key_Return)
    said = editor.row("telephone").fault.said()
    assert said == "Ce numéro a perdu son premier zéro. Tapez-le en entier."
    assert field.typed() == "199004071"
    tap(ward, Qt.Key.Key_Escape)
    assert field.typed() == "4121"


def procedure_states(sitting: Sitting) -> dict[str, str]:
    """State by function, as the page of the software lists them."""
    tables = page(sitting).detail.findChildren(LinesTable)
    model = next(t for t in tables if t.accessibleName() == "Modes dégradés").model()
    last = model.columnCount() - 1
    return {
        str(model.index(n, 0).data()): str(model.index(n, last).data())
        for n in range(model.rowCount())
    }


def test_a_new_version_asks_for_its_procedures_to_be_verified_again(ward: Sitting) -> None:
    go_to(ward, TabName.SOFTWARE)
    number = page(ward).model.find(lambda row: row.name == "Équipes & Repos")
    assert number is not None
    page(ward).pane.table.choose(number)
    ward.wait()
    before = procedure_states(ward)
    assert "à jour" in before.values()
    button(ward, "Ajouter une version…").click()
    ward.wait()
    type_text(ward, "12")
    tap(ward, Qt.Key.Key_Return)
    assert form(ward).rows["establishment_id"].control.hasFocus()
    if not form(ward).rows["establishment_id"].control.typed():
        type_text(ward, "val-cl")
        tap(ward, Qt.Key.Key_Return)
    else:
        tap(ward, Qt.Key.Key_Return)
    form(ward).rows["live_on"].control.setFocus()
    type_text(ward, "22/11/2026")
    tap(ward, Qt.Key.Key_Return)
    assert page(ward).form is None
    assert ward.title() == "Équipes & Repos"
    after = procedure_states(ward)
    assert "à jour" not in after.values()
    assert "à revérifier" in after.values()
    follow_state(ward, "à revérifier")
    assert ward.tab() is TabName.PROCEDURES
    assert "la version 12" in ward.said()
    tap(ward, Qt.Key.Key_Z, CONTROL)
    go_to(ward, TabName.SOFTWARE)
    assert procedure_states(ward) == before


def follow_state(sitting: Sitting, state: str) -> None:
    tables = page(sitting).detail.findChildren(LinesTable)
    table = next(t for t in tables if t.accessibleName() == "Modes dégradés")
    model = table.model()
    rows = range(model.rowCount())
    row = next(n for n in rows if model.index(n, model.columnCount() - 1).data() == state)
    page(sitting).detail.ensureWidgetVisible(table)
    double_click(sitting.qtbot, table, row)
    sitting.wait()


def test_somebody_without_appointment_is_found_among_everybody(ward: Sitting) -> None:
    go_to(ward, TabName.REFERENTS)
    assert "Danuta Przybylski" not in people(ward)
    tick = next(t for t in page(ward).pane.findChildren(QCheckBox) if "référent" in t.text())
    tick.click()
    ward.wait()
    assert "Danuta Przybylski" in people(ward)
    number = page(ward).model.find(lambda row: row.person == "Danuta Przybylski")
    assert number is not None
    page(ward).pane.table.choose(number)
    ward.wait()
    assert ward.title() == "Danuta Przybylski"
    button(ward, "Désigner cette personne…").click()
    ward.wait()
    tap(ward, Qt.Key.Key_Return, CONTROL)
    assert len(lines_of(ward).lines) == 1


def test_two_records_of_one_person_are_made_one_and_taken_apart_again(ward: Sitting) -> None:
    go_to(ward, TabName.REFERENTS)
    before, kept = people(ward), ward.title()
    other = next(name for name in before if name != kept)
    button(ward, "C’est la même personne…").click()
    ward.wait()
    asked = page(ward).form
    assert isinstance(asked, SamePersonForm)
    field = asked.row.control
    assert isinstance(field, LinkField)
    type_text(ward, kept[:3])
    assert kept not in [link.name for link in field.found]  # nobody is made one with themselves
    field.clear()
    type_text(ward, other)
    tap(ward, Qt.Key.Key_Return)
    assert people(ward) == before
    assert asked.unite_button.hasFocus()
    tap(ward, Qt.Key.Key_Space)
    assert ward.title() == kept
    assert len(people(ward)) == len(before)
    assert set(people(ward)) == {*before} - {other}
    assert page(ward).form is None
    tap(ward, Qt.Key.Key_Z, CONTROL)
    assert people(ward) == before
