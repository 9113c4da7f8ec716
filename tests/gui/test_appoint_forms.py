from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from referent_desk.domain.deeds import Deed, Saved, Verb
from referent_desk.domain.records import Link, RecordKind
from referent_desk.errors import RefusedField
from referent_desk.gui.appoint_forms import NewcomerForm, appoint_form
from referent_desk.gui.editing import Editing
from referent_desk.gui.jobs import Jobs
from referent_desk.gui.record_forms import RecordForm
from tests.gui.editings import editing_on
from tests.gui.stand_in_records import StandInRecords

WARD = Link("d1", "Cardiology", "North")


class Appointing:
    """What was asked to be added; nobody is found by the name of “Nobody”."""

    def __init__(self, jobs: Jobs) -> None:
        self.records = StandInRecords("Ada Moreau")
        self.appointed: list[tuple[Mapping[str, str], Mapping[str, str]]] = []
        self.added: list[Mapping[str, str]] = []
        self.refusal: RefusedField | None = None
        editing = editing_on(self.records, jobs)
        questions = replace(
            editing.records, appoint=self.appoint, add=self.add, links=self.find_links
        )
        self.editing: Editing = replace(editing, records=questions)

    def appoint(self, person: Mapping[str, str], appointment: Mapping[str, str]) -> Saved:
        if self.refusal is not None:
            raise self.refusal
        self.appointed.append((person, appointment))
        return self.records.saved(Deed(Verb.ADDED, RecordKind.APPOINTMENT), "p9")

    def add(self, kind: RecordKind, typed: Mapping[str, str]) -> Saved:
        self.added.append(typed)
        return self.records.saved(Deed(Verb.ADDED, kind), "a9")

    def find_links(self, to: str, text: str) -> tuple[Link, ...]:
        return () if to == "person" and text.startswith("Zo") else (Link("p1", "Ada Moreau"),)


@pytest.fixture
def appointing(jobs: Jobs) -> Appointing:
    return Appointing(jobs)


def shown(form: RecordForm, qtbot: QtBot, jobs: Jobs) -> RecordForm:
    qtbot.addWidget(form)
    form.show()
    form.activateWindow()
    qtbot.waitUntil(form.isActiveWindow)
    form.focus_first()
    qtbot.waitUntil(lambda: jobs.is_idle)
    return form


def keys(qtbot: QtBot, text: str) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    qtbot.keyClicks(focused, text)


def key(qtbot: QtBot, code: Qt.Key) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    qtbot.keyClick(focused, code)


def test_a_newcomer_is_appointed_by_keys_alone_as_one_deed(
    qtbot: QtBot, jobs: Jobs, appointing: Appointing
) -> None:
    form = shown(appoint_form(appointing.editing, department=WARD), qtbot, jobs)
    keys(qtbot, "Zoe Le Gall")
    key(qtbot, Qt.Key.Key_Tab)
    key(qtbot, Qt.Key.Key_Space)
    assert isinstance(form, NewcomerForm)
    assert form.rows["last_name"].control.typed() == "Le Gall"
    assert form.rows["first_name"].control.typed() == "Zoe"
    with qtbot.waitSignal(form.created) as caught:
        form.create_record()
    (person, appointment) = appointing.appointed[0]
    assert (person["first_name"], person["last_name"]) == ("Zoe", "Le Gall")
    assert person["department_id"] == appointment["department_id"] == "d1"
    assert (appointment["kind"], appointment["rank"]) == ("software", "main")
    assert "last_name" not in appointment
    assert appointing.added == []
    assert caught.args is not None
    assert caught.args[0].id == "p9"


def test_somebody_known_is_chosen_by_two_letters(
    qtbot: QtBot, jobs: Jobs, appointing: Appointing
) -> None:
    form = shown(appoint_form(appointing.editing, department=WARD), qtbot, jobs)
    keys(qtbot, "Ad")
    qtbot.waitUntil(lambda: jobs.is_idle)
    form.rows["person_id"].control.choose(Link("p1", "Ada Moreau"))  # type: ignore[union-attr]
    with qtbot.waitSignal(form.created) as caught:
        form.create_record()
    assert appointing.appointed == []
    assert appointing.added[0]["person_id"] == "p1"
    assert caught.args is not None
    assert caught.args[0].id == "p1"  # the person, whose line is shown then


def test_a_person_is_appointed_from_their_own_page(
    qtbot: QtBot, jobs: Jobs, appointing: Appointing
) -> None:
    form = shown(appoint_form(appointing.editing, Link("p7", "Luc Roy"), WARD), qtbot, jobs)
    assert "person_id" not in form.rows
    with qtbot.waitSignal(form.created) as caught:
        form.create_record()
    assert appointing.added[0]["person_id"] == "p7"
    assert caught.args is not None
    assert caught.args[0].id == "p7"


def test_nobody_is_appointed_without_a_name(
    qtbot: QtBot, jobs: Jobs, appointing: Appointing
) -> None:
    form = shown(appoint_form(appointing.editing, department=WARD), qtbot, jobs)
    form.create_record()
    assert form.rows["person_id"].fault.said()
    assert isinstance(form, NewcomerForm)
    form.is_newcomer.setChecked(True)
    form.create_record()
    assert form.rows["last_name"].fault.said()
    assert form.rows["last_name"].control.hasFocus()
    assert (appointing.added, appointing.appointed) == ([], [])


def test_an_unknown_name_is_told_the_way_to_add_it(
    qtbot: QtBot, jobs: Jobs, appointing: Appointing
) -> None:
    form = shown(appoint_form(appointing.editing, department=WARD), qtbot, jobs)
    keys(qtbot, "Nobody Knows")
    form.create_record()
    assert "tick the box below" in form.rows["person_id"].fault.said()


def test_a_refusal_stands_beside_its_field_and_everything_stays_typed(
    qtbot: QtBot, jobs: Jobs, appointing: Appointing
) -> None:
    form = shown(appoint_form(appointing.editing, department=WARD), qtbot, jobs)
    appointing.refusal = RefusedField("telephone", "zero_lost", "No.", "Do.")
    assert isinstance(form, NewcomerForm)
    form.is_newcomer.setChecked(True)
    keys(qtbot, "Roy")
    form.create_record()
    qtbot.waitUntil(lambda: jobs.is_idle)
    assert "No." in form.rows["telephone"].fault.said()
    assert form.rows["last_name"].control.typed() == "Roy"


def test_a_newcomer_half_typed_is_brought_back(
    qtbot: QtBot, jobs: Jobs, appointing: Appointing
) -> None:
    form = shown(appoint_form(appointing.editing, department=WARD), qtbot, jobs)
    assert isinstance(form, NewcomerForm)
    form.is_newcomer.setChecked(True)
    keys(qtbot, "Roy")
    form.leave()
    qtbot.waitUntil(lambda: jobs.is_idle)
    again = shown(appoint_form(appointing.editing, department=WARD), qtbot, jobs)
    assert isinstance(again, NewcomerForm)
    assert again.is_newcomer.isChecked()
    assert again.rows["last_name"].control.typed() == "Roy"


def test_what_was_ticked_by_mistake_is_unticked(
    qtbot: QtBot, jobs: Jobs, appointing: Appointing
) -> None:
    form = shown(appoint_form(appointing.editing, department=WARD), qtbot, jobs)
    assert isinstance(form, NewcomerForm)
    form.is_newcomer.setChecked(True)
    form.is_newcomer.setChecked(False)
    assert "last_name" not in form.rows
    assert form.rows["person_id"].isVisible()
    assert form.rows["person_id"].control.hasFocus()
