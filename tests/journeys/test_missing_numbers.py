"""The numbers of a ward that has none are typed one after the other, without the mouse."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from referent_desk.domain.first_steps import FirstSteps
from referent_desk.domain.records import RecordKind
from referent_desk.gui.field_words import choice_word
from referent_desk.gui.number_forms import NumberForm
from referent_desk.gui.opening_lines import OpeningLine
from referent_desk.gui.record_fields import LineField
from referent_desk.gui.wordings import sentence_case
from referent_desk.home import Home
from referent_desk.language import speak
from referent_desk.usecases.desks import open_desk
from referent_desk.usecases.first_steps import begin_department
from tests.journeys.test_editing import Ward
from tests.usecases.homes import LATER

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
ENTER = Qt.Key.Key_Return


@pytest.fixture
def ward(qtbot: QtBot, tmp_path: Path) -> Iterator[Ward]:
    speak("fr")
    home = Home(tmp_path / "home")
    desk = open_desk(home, LATER)
    begin_department(desk, FirstSteps("Hôpital Nord", "Cardiologie hospitalisation"))
    desk.close()
    sitting = Ward(home, LATER, qtbot)
    sitting.settle_down()
    yield sitting
    sitting.leave()


def test_the_form_names_who_is_missing_next_until_one_leaves_it(ward: Ward) -> None:
    ward.button("Ajouter un numéro…").click()
    form = ward.form()
    label, number = form.rows["label"].control, form.rows["number"].control
    assert isinstance(label, LineField)
    ward.qtbot.keyClicks(label, "Magasin")
    ward.key(ENTER)
    assert number.hasFocus()
    said = []
    for typed in ("4820", "9", "4500"):
        ward.qtbot.keyClicks(number, typed)
        ward.key(ENTER)
        assert ward.form() is form
        assert label.hasFocus()
        assert label.selectedText() == label.typed(), "another name replaces the proposed one"
        ward.key(ENTER)
        assert number.hasFocus()
        said.append((label.typed(), form.rows["purpose"].control.typed()))
    purposes = ["switchboard", "it_on_call", "ward_manager"]
    words = [choice_word(RecordKind.DIRECTORY_ENTRY, "purpose", each) for each in purposes]
    assert said == [(sentence_case(w), p) for w, p in zip(words, purposes, strict=True)]
    ward.key(Qt.Key.Key_Escape)
    assert ward.page.form is None
    lines = ward.page.detail.findChildren(OpeningLine)
    rows = " ".join(line.accessibleName() for line in lines)
    assert "Magasin" in rows
    assert sentence_case(words[1]) in rows
    assert sentence_case(words[2]) not in rows


def test_what_was_proposed_and_typed_over_is_not_proposed_again(ward: Ward) -> None:
    ward.button("Ajouter un numéro…").click()
    form = ward.form()
    label, number = form.rows["label"].control, form.rows["number"].control
    for name, typed in (("Magasin", "4820"), ("Lingerie", "4821"), ("Cuisine", "4822")):
        label.setFocus()
        label.show_typed(name)
        form.rows["purpose"].show_typed("")
        number.setFocus()
        ward.qtbot.keyClicks(number, typed)
        ward.key(ENTER)
    assert form.rows["purpose"].control.typed() == "ward_manager"


def test_an_empty_number_is_gone_over_and_an_empty_name_is_asked_for(ward: Ward) -> None:
    ward.button("Ajouter un numéro…").click()
    form = ward.form()
    label, number = form.rows["label"].control, form.rows["number"].control
    number.setFocus()
    ward.key(ENTER)
    assert not number.hasFocus()
    number.setFocus()
    ward.qtbot.keyClicks(number, "4820")
    ward.key(ENTER)
    assert label.hasFocus()
    assert form.added == ()


def test_a_number_that_another_line_has_is_asked_about_and_never_refused(ward: Ward) -> None:
    ward.button("Ajouter un numéro…").click()
    form = ward.form()
    assert isinstance(form, NumberForm)
    label, number = form.rows["label"].control, form.rows["number"].control
    for name, typed in (("Magasin", "4820"), ("Lingerie", "48 20")):
        label.setFocus()
        label.show_typed(name)
        form.rows["purpose"].show_typed("")
        number.setFocus()
        number.show_typed("")
        ward.qtbot.keyClicks(number, typed)
        ward.key(ENTER)
    assert len(form.added) == 1
    assert "Magasin" in form.question.label.text()
    assert form.create_button.hasFocus()
    assert form.create_button.text() == "A&jouter quand même"
    ward.qtbot.keyClicks(number, "1")
    assert form.question.isHidden(), "another number is another question"
    assert form.create_button.text() == "A&jouter le numéro"
    ward.qtbot.keyClick(number, Qt.Key.Key_Backspace)
    number.setFocus()
    ward.key(ENTER)
    assert form.question.isVisible()
    ward.key(ENTER)
    assert len(form.added) == 2


def test_the_form_shows_whom_the_sheets_will_mean_by_what_is_typed(ward: Ward) -> None:
    ward.button("Ajouter un numéro…").click()
    form = ward.form()
    label, purpose = form.rows["label"].control, form.rows["purpose"].control
    assert isinstance(label, LineField)
    ward.qtbot.keyClicks(label, "Astreinte informatique")
    assert purpose.typed() == "it_on_call"
    label.selectAll()
    ward.qtbot.keyClicks(label, "Magasin")
    assert purpose.typed() == ""
    purpose.setFocus()
    purpose.put("physician")
    purpose.edited.emit()
    ward.qtbot.keyClicks(label, " central")
    assert purpose.typed() == "physician", "what was chosen stays"
    ward.key(Qt.Key.Key_Escape)


@pytest.mark.parametrize("by_key", [True, False])
def test_a_number_that_nobody_knows_is_passed_over_for_the_next(ward: Ward, by_key: bool) -> None:
    ward.button("Ajouter un numéro…").click()
    form = ward.form()
    assert isinstance(form, NumberForm)
    label, number = form.rows["label"].control, form.rows["number"].control
    ward.qtbot.keyClicks(label, "Magasin")
    ward.key(ENTER)
    ward.qtbot.keyClicks(number, "4820")
    ward.key(ENTER)
    passed = label.typed()
    assert form.skip_button.isVisible()
    if by_key:
        ward.key(ENTER)
        assert number.hasFocus()
        ward.key(ENTER)
    else:
        form.skip_button.click()
        ward.wait()
    assert label.typed() not in {"", passed}
    assert number.hasFocus()
    assert len(form.added) == 1


def test_what_is_taken_back_is_not_counted_as_added(ward: Ward) -> None:
    ward.button("Ajouter un numéro…").click()
    form = ward.form()
    ward.qtbot.keyClicks(form.rows["label"].control, "Magasin")
    ward.key(ENTER)
    for typed in ("4820", "9"):
        form.rows["number"].control.setFocus()
        ward.qtbot.keyClicks(form.rows["number"].control, typed)
        ward.key(ENTER)
    assert len(ward.form().added) == 2
    said = form.done.said()
    ward.window.undoing.undo.trigger()
    ward.wait()
    assert (len(form.added), form.done.said()) == (1, "Ajouté\u00a0: Magasin.")
    ward.window.undoing.redo.trigger()
    ward.wait()
    assert (len(form.added), form.done.said()) == (2, said)
    for _twice in range(2):
        ward.window.undoing.undo.trigger()
        ward.wait()
    assert not form.added
    assert form.done.isHidden()
