from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from referent_desk.domain.deeds import Deed, Saved, Verb
from referent_desk.domain.nominations import (
    Candidate,
    Caution,
    Colleague,
    Considered,
    Reason,
    Warn,
    Why,
)
from referent_desk.domain.records import Link, RecordKind
from referent_desk.errors import RefusedField
from referent_desk.gui.appoint_forms import NewcomerForm, NominationForm, appoint_form
from referent_desk.gui.editing import Editing
from referent_desk.gui.jobs import Jobs
from referent_desk.gui.record_forms import RecordForm
from referent_desk.language import speak
from tests.gui.editings import editing_on
from tests.gui.key_clashes import visible_keys
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


CANDIDATE = Candidate(
    Colleague("p3", "Claire Lemaire", "AMA", offices=6),
    (Reason(Why.USES), Reason(Why.GAVE_HELP, 3)),
    has_much=True,
)


def test_whom_one_could_ask_is_taken_by_key_and_why_is_said(
    qtbot: QtBot, jobs: Jobs, appointing: Appointing
) -> None:
    nominations = appointing.records.nominations
    waits = Caution(Warn.DEPUTY_WITHOUT_MAIN)
    nominations.considered = Considered((CANDIDATE,), (waits,))
    form = shown(appoint_form(appointing.editing, department=WARD), qtbot, jobs)
    assert isinstance(form, NewcomerForm)
    assert form.candidates.isVisible()
    assert "no main referent" in form.cautions.label.said()
    for _stop in ("newcomer", "department", "kind", "rank", "software", "candidates"):
        key(qtbot, Qt.Key.Key_Tab)
    assert form.candidates.table.hasFocus()
    key(qtbot, Qt.Key.Key_Down)
    assert form.candidates.why.said() == (
        "Claire Lemaire: uses it, helped colleagues 3 times, already appointed 6 times, "
        "that is much."
    )
    key(qtbot, Qt.Key.Key_Return)
    assert form.rows["person_id"].control.typed() == "p3"
    form.is_newcomer.setChecked(True)
    qtbot.waitUntil(lambda: jobs.is_idle)
    assert not form.candidates.isVisible()


def test_for_what_somebody_is_asked_stands_above_whom_one_could_ask(
    qtbot: QtBot, jobs: Jobs, appointing: Appointing
) -> None:
    """A long list or warning pushes nothing that must be seen below a low screen."""
    nominations = appointing.records.nominations
    waits = Caution(Warn.DEPUTY_WITHOUT_MAIN)
    nominations.considered = Considered((CANDIDATE,), (waits,))
    form = shown(appoint_form(appointing.editing, department=WARD), qtbot, jobs)
    assert isinstance(form, NewcomerForm)
    rows = [form.rows[name] for name in ("person_id", "department_id", "rank", "software_id")]
    below = (*rows, form.cautions, form.candidates, form.rows["since"])
    assert [widget.y() for widget in below] == sorted(widget.y() for widget in below)


def test_the_row_of_whoever_is_chosen_stays_chosen_when_the_others_change(
    qtbot: QtBot, jobs: Jobs, appointing: Appointing
) -> None:
    nominations = appointing.records.nominations
    other = Candidate(Colleague("p4", "Danuta Roy"), (Reason(Why.USES),))
    nominations.considered = Considered((CANDIDATE, other))
    form = shown(appoint_form(appointing.editing, department=WARD), qtbot, jobs)
    assert isinstance(form, NewcomerForm)
    table = form.candidates.table
    table.choose(1)
    form.candidates.taken.emit(Link("p4", "Danuta Roy"))
    nominations.considered = Considered((other, CANDIDATE))
    form.consider()
    qtbot.waitUntil(lambda: jobs.is_idle)
    assert table.currentIndex().row() == 0
    nominations.considered = Considered((CANDIDATE,))
    form.consider()
    qtbot.waitUntil(lambda: jobs.is_idle)
    assert not table.currentIndex().isValid()


def test_somebody_is_proposed_instead_of_appointed(
    qtbot: QtBot, jobs: Jobs, appointing: Appointing
) -> None:
    form = shown(appoint_form(appointing.editing, Link("p7", "Luc Roy"), WARD), qtbot, jobs)
    assert isinstance(form, NominationForm)
    with qtbot.waitSignal(form.created) as caught:
        form.propose_button.click()
    [(what, (typed, newcomer))] = appointing.records.nominations.done
    assert (what, typed["person_id"], newcomer) == ("propose", "p7", None)
    assert appointing.added == []
    assert caught.args is not None
    assert caught.args[0].id == "p7"


def test_a_newcomer_is_proposed_with_their_name(
    qtbot: QtBot, jobs: Jobs, appointing: Appointing
) -> None:
    form = shown(appoint_form(appointing.editing, department=WARD), qtbot, jobs)
    assert isinstance(form, NewcomerForm)
    form.is_newcomer.setChecked(True)
    keys(qtbot, "Roy")
    form.propose_button.click()
    qtbot.waitUntil(lambda: jobs.is_idle)
    [(_what, (typed, newcomer))] = appointing.records.nominations.done
    assert newcomer["last_name"] == "Roy"
    assert "last_name" not in typed


def test_a_fault_when_proposing_does_not_make_a_proposal_of_the_appointment_after(
    qtbot: QtBot, jobs: Jobs, appointing: Appointing
) -> None:
    form = shown(appoint_form(appointing.editing, department=WARD), qtbot, jobs)
    assert isinstance(form, NewcomerForm)
    form.propose_button.click()
    assert form.rows["person_id"].fault.said()
    form.rows["person_id"].control.choose(Link("p1", "Ada Moreau"))  # type: ignore[union-attr]
    form.create_record()
    qtbot.waitUntil(lambda: jobs.is_idle)
    assert len(appointing.added) == 1
    assert appointing.records.nominations.done == []


def test_asked_for_security_the_form_says_so(
    qtbot: QtBot, jobs: Jobs, appointing: Appointing
) -> None:
    who = Link("p1", "Ada Moreau")
    form = appoint_form(appointing.editing, None, WARD, "security", who)
    shown(form, qtbot, jobs)
    assert form.rows["kind"].control.typed() == "security"
    assert form.rows["rank"].control.typed() == "main"
    assert form.rows["person_id"].control.typed() == "p1"


def test_no_two_buttons_of_the_form_share_a_key(
    qtbot: QtBot, jobs: Jobs, appointing: Appointing
) -> None:
    for code in ("en", "fr"):
        speak(code)
        form = shown(appoint_form(appointing.editing, department=WARD), qtbot, jobs)
        assert visible_keys(form) == []
