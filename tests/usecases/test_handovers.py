from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pypdfium2
import pytest

from referent_desk.domain.dues import Duty
from referent_desk.domain.handovers import AfterSigning, Handover, HandoverCode
from referent_desk.domain.handovers_files import HandedSoftware, HandedTrouble, HandoverFile
from referent_desk.domain.help_given import HelpOutcome, TypedHelp
from referent_desk.domain.people import AppointmentRank
from referent_desk.domain.records import RecordKind
from referent_desk.domain.sheet_states import SheetStatus
from referent_desk.domain.sheets import LIST_CODE
from referent_desk.domain.successions import OrphanKind
from referent_desk.errors import RefusedField, RefusedInput
from referent_desk.storage import schema
from referent_desk.storage.people import appointments_of_departments
from referent_desk.storage.proposals import waiting_proposals
from referent_desk.usecases.demo import showcase_department
from referent_desk.usecases.demo_handovers import fill_demo_handovers
from referent_desk.usecases.demo_skills import fill_demo_skills
from referent_desk.usecases.departments import find_department
from referent_desk.usecases.desks import Desk
from referent_desk.usecases.dues import list_dues
from referent_desk.usecases.handovers import (
    add_item,
    give_over,
    give_up_handover,
    list_handovers,
    sign_handover,
    tick_item,
)
from referent_desk.usecases.handovers_files import (
    read_file,
    suggested_path,
    write_handover_file,
)
from referent_desk.usecases.help_given import record_help
from referent_desk.usecases.records import add_record, edit_field
from referent_desk.usecases.same_people import unite_people
from referent_desk.usecases.successions import list_successions, succession_in
from referent_desk.usecases.tasks import list_tasks
from referent_desk.usecases.undoing import undo
from tests.usecases.filed_copies import filed_desk, shelf
from tests.usecases.homes import CLOCK, demo_desk

TODAY = CLOCK.today()
SOON = TODAY + timedelta(days=20)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = demo_desk(tmp_path)
    yield desk
    desk.close()


def ward_with_main(desk: Desk) -> tuple[str, str, str]:
    """A department, its main referent for all, and somebody else who works there."""
    with desk.database.read() as connection:
        offices = schema.appointment
        rows = connection.execute(
            offices.select().where(
                offices.c.software_id.is_(None),
                offices.c.rank == "main",
                offices.c.kind == "software",
                offices.c.until.is_(None),
            )
        ).all()
        people = connection.execute(schema.person.select()).all()
    here = {one.id for one in people if one.left_on is None}
    rows = [row for row in rows if row.person_id in here]
    mains = {row.person_id for row in rows}
    for row in rows:
        for one in people:
            is_colleague = one.department_id == row.department_id and one.id not in mains
            if is_colleague and one.left_on is None:
                return row.department_id, row.person_id, one.id
    raise AssertionError("the demo hospital has no such ward")


def begun(desk: Desk, successor: bool = True) -> Handover:
    ward, leaving, other = ward_with_main(desk)
    typed = {"department_id": ward, "leaving_id": leaving, "last_day": SOON.isoformat()}
    if successor:
        typed["successor_id"] = other
    add_record(desk, RecordKind.HANDOVER, typed)
    (handover,) = list_handovers(desk, ward).open
    return handover


def again(desk: Desk, handover: Handover) -> Handover:
    found = list_handovers(desk, handover.department_id).handovers
    return next(one for one in found if one.id == handover.id)


def test_a_handover_has_the_whole_list_from_the_start(desk: Desk) -> None:
    handover = begun(desk)
    assert [item.code for item in handover.items] == [str(code) for code in HandoverCode]
    assert handover.done == 0


def test_a_tick_is_kept_and_taken_back(desk: Desk) -> None:
    handover = begun(desk)
    item = handover.items[2].id
    tick_item(desk, handover.id, item, is_done=True)
    assert again(desk, handover).items[2].done_on == TODAY
    undo(desk)
    assert again(desk, handover).done == 0


def test_a_ward_adds_lines_of_its_own(desk: Desk) -> None:
    handover = begun(desk)
    add_item(desk, handover.id, "Clé de l’armoire")
    assert again(desk, handover).items[-1].what == "Clé de l’armoire"
    with pytest.raises(RefusedField):
        add_item(desk, handover.id, "  ")


@pytest.mark.parametrize("typed", ["mdp : soleil", "password = x", "Azerty12!", "Pc-07!salle"])
def test_no_password_is_ever_kept(desk: Desk, typed: str) -> None:
    handover = begun(desk)
    for field in ("password_place", "note"):
        with pytest.raises(RefusedField) as refused:
            edit_field(desk, RecordKind.HANDOVER, handover.id, field, typed)
        assert refused.value.code == "password"
    with pytest.raises(RefusedField):
        add_item(desk, handover.id, typed)
    assert again(desk, handover).password_place == ""


def test_nobody_hands_over_to_themselves_or_twice(desk: Desk) -> None:
    handover = begun(desk)
    edit = (desk, RecordKind.HANDOVER, handover.id, "successor_id")
    with pytest.raises(RefusedField):
        edit_field(*edit, handover.leaving_id)
    typed = {"department_id": handover.department_id, "leaving_id": handover.leaving_id}
    with pytest.raises(RefusedField):
        add_record(desk, RecordKind.HANDOVER, typed)


def test_signing_appoints_the_successor_from_the_day_after(desk: Desk) -> None:
    handover = begun(desk)
    sign_handover(desk, handover.id, TODAY, AfterSigning.APPOINT)
    with desk.database.read() as connection:
        offices, _people = appointments_of_departments(connection, [handover.department_id])
    mains = [one for one in offices if one.software_id is None]
    new = [one for one in mains if one.person_id == handover.successor_id]
    old = [one for one in mains if one.person_id == handover.leaving_id]
    first = SOON + timedelta(days=1)
    assert AppointmentRank.MAIN in {one.rank for one in new if one.since == first}
    assert {one.until for one in old} == {SOON}
    assert again(desk, handover).signed_on == TODAY
    undo(desk)
    assert again(desk, handover).is_open
    with desk.database.read() as connection:
        assert appointments_of_departments(connection, [handover.department_id])[0] != offices


def test_a_successor_who_has_not_accepted_is_proposed(desk: Desk) -> None:
    """Nobody counts as referent before they accept; who leaves is in office until the last day."""
    handover = begun(desk)
    sign_handover(desk, handover.id, TODAY, AfterSigning.PROPOSE)
    first = SOON + timedelta(days=1)
    with desk.database.read() as connection:
        offices, _people = appointments_of_departments(connection, [handover.department_id])
        waiting = waiting_proposals(connection, person_id=handover.successor_id)
    assert {one.since for one in waiting} == {first}
    assert {one.department_id for one in waiting} == {handover.department_id}
    assert all(one.since != first for one in offices)
    assert {one.until for one in offices if one.person_id == handover.leaving_id} == {SOON}
    undo(desk)
    assert again(desk, handover).is_open
    with desk.database.read() as connection:
        assert waiting_proposals(connection, person_id=handover.successor_id) == ()


def test_what_is_proposed_to_the_successor_already_is_not_proposed_twice(desk: Desk) -> None:
    handover = begun(desk)
    sign_handover(desk, handover.id, TODAY, AfterSigning.PROPOSE)
    with desk.database.read() as connection:
        before = waiting_proposals(connection, person_id=handover.successor_id)
    typed = {"department_id": handover.department_id, "leaving_id": handover.leaving_id}
    successor = {"successor_id": handover.successor_id, "last_day": SOON.isoformat()}
    key = add_record(desk, RecordKind.HANDOVER, typed | successor).id
    sign_handover(desk, key, TODAY, AfterSigning.PROPOSE)
    with desk.database.read() as connection:
        assert waiting_proposals(connection, person_id=handover.successor_id) == before


def test_who_left_before_the_last_day_is_followed_from_the_departure_on(desk: Desk) -> None:
    handover = begun(desk)
    edit_field(desk, RecordKind.PERSON, handover.leaving_id, "left_on", "2026-11-02")
    sign_handover(desk, handover.id, TODAY, AfterSigning.APPOINT)
    with desk.database.read() as connection:
        offices, _people = appointments_of_departments(connection, [handover.department_id])
    began = {one.since for one in offices if one.person_id == handover.successor_id}
    assert date(2026, 11, 3) in began


def test_what_is_signed_is_changed_no_more(desk: Desk) -> None:
    handover = begun(desk)
    with pytest.raises(RefusedField):
        sign_handover(desk, handover.id, TODAY + timedelta(days=1), AfterSigning.NOTHING)
    sign_handover(desk, handover.id, TODAY, AfterSigning.NOTHING)
    with pytest.raises(RefusedInput):
        tick_item(desk, handover.id, handover.items[0].id, is_done=True)


def test_without_a_successor_nothing_is_signed_or_given(desk: Desk) -> None:
    handover = begun(desk, successor=False)
    with pytest.raises(RefusedField):
        sign_handover(desk, handover.id, TODAY, AfterSigning.APPOINT)
    with pytest.raises(RefusedField):
        give_over(desk, handover.id, ())
    give_up_handover(desk, handover.id)
    assert list_handovers(desk, handover.department_id).open == ()


def test_open_tasks_go_to_the_successor_in_one_deed(desk: Desk) -> None:
    handover = begun(desk)
    typed = {"department_id": handover.department_id, "owner": handover.leaving}
    for what in ("Déplacer le classeur", "Racheter des stylos"):
        add_record(desk, RecordKind.ACTION, {**typed, "what": what})
    given = list_handovers(desk, handover.department_id).given[handover.id]
    actions = tuple(one for one in given if one.kind is OrphanKind.ACTION)
    assert {one.subject for one in actions} == {"Déplacer le classeur", "Racheter des stylos"}
    give_over(desk, handover.id, actions[:1])
    assert len(list_handovers(desk, handover.department_id).given[handover.id]) == len(given) - 1
    undo(desk)
    assert list_handovers(desk, handover.department_id).given[handover.id] == given


def test_a_departure_announces_itself_with_the_sheets_that_fall_out_of_date(desk: Desk) -> None:
    ward, leaving, _other = ward_with_main(desk)
    edit_field(desk, RecordKind.PERSON, leaving, "left_on", SOON.isoformat())
    page = list_handovers(desk, ward)
    (found,) = (one for one in page.succession.leavings if one.person_id == leaving)
    assert found.last_day == SOON
    assert found.followers
    assert all(sheet.day > SOON for sheet in page.ahead)


def test_one_department_answers_as_it_does_among_all(desk: Desk) -> None:
    ward, leaving, _other = ward_with_main(desk)
    past = TODAY - timedelta(days=3)
    edit_field(desk, RecordKind.PERSON, leaving, "left_on", past.isoformat())
    everywhere = list_successions(desk)
    assert everywhere[ward].orphans
    with desk.database.read() as connection:
        nodes = [row.id for row in connection.execute(schema.node.select())]
        for node in nodes:
            alone = succession_in(connection, node, TODAY)
            assert alone == everywhere.get(node, alone)
            assert node in everywhere or not (alone.leavings or alone.sole_knowers or alone.orphans)


def test_the_file_says_what_is_handed_over_and_has_both_signatures(desk: Desk) -> None:
    handover = begun(desk)
    place = "Coffre du cadre, enveloppe scellée"
    edit_field(desk, RecordKind.HANDOVER, handover.id, "password_place", place)
    tick_item(desk, handover.id, handover.items[0].id, is_done=True)
    path = write_handover_file(desk, handover.id, suggested_path(desk, handover.id))
    with pypdfium2.PdfDocument(path) as pdf:
        pages = [page.get_textpage().get_text_range() for page in pdf]
    text = " ".join(" ".join(pages).split())
    assert 2 <= len(pages) <= 4
    for words in (handover.leaving, handover.successor, place, "F34"):
        assert words in text
    for words in ("Signature", "Date"):
        assert text.count(words) >= 3


def the_file(desk: Desk, handover: Handover) -> HandoverFile:
    with desk.database.read() as connection:
        return read_file(desk, connection, handover.id)


def test_the_file_of_who_answers_for_all_lists_all_the_software_and_says_so(desk: Desk) -> None:
    file = the_file(desk, begun(desk))
    assert file.answers_for_all
    assert len(file.software) == file.used > 2


def test_the_file_lists_what_the_leaver_answers_for_and_alone_knows(desk: Desk) -> None:
    fill_demo_skills(desk)
    fill_demo_handovers(desk)
    (handover,) = list_handovers(desk, showcase_department(desk)).open
    file = the_file(desk, handover)
    assert not file.answers_for_all
    answered = {answer.software for answer in file.answers}
    alone = {one.name for one in file.software if one.is_sole}
    assert answered == {"Tracé Rythme"}
    assert {one.name for one in file.software} == answered | alone
    assert alone
    assert len(file.software) < file.used


def trouble_in(software: tuple[HandedSoftware, ...]) -> list[HandedTrouble]:
    return [trouble for one in software for trouble in one.troubles]


@pytest.mark.parametrize(
    ("begun_on", "since"), [("lundi matin", "lundi matin"), ("", date(2026, 11, 3)), (None, None)]
)
def test_a_trouble_says_since_when_it_lasts_not_when_it_was_handed_over(
    desk: Desk, begun_on: str | None, since: object
) -> None:
    """As it was said; else the day on which it was asked; else nobody knows."""
    handover = begun(desk)
    ward = handover.department_id
    typed = {"department_id": ward, "addressee": "it", "what": "Écran noir", "begun": ""}
    typed["handed_on"] = "2026-11-20"
    if begun_on is not None:
        asked = TypedHelp(ward, "Écran noir", outcome=HelpOutcome.OPEN, day=date(2026, 11, 3))
        typed["help_entry_id"] = record_help(desk, asked).id
        typed["begun"] = begun_on
    add_record(desk, RecordKind.TICKET, typed)
    (trouble,) = the_file(desk, handover).other_troubles
    assert (trouble.what, trouble.since) == ("Écran noir", since)


def test_the_day_of_a_signature_may_lie_in_the_past(desk: Desk) -> None:
    handover = begun(desk)
    sign_handover(desk, handover.id, date(2026, 11, 2), AfterSigning.NOTHING)
    assert again(desk, handover).signed_on == date(2026, 11, 2)


def test_today_and_the_calendar_tell_of_the_handover(desk: Desk) -> None:
    handover = begun(desk)
    codes = {task.code for task in list_tasks(desk, handover.department_id).tasks}
    assert "handover_open" in codes
    for asked in (handover.department_id, None):
        rows = [row for row in list_dues(desk, asked) if row.what is Duty.HANDOVER]
        assert [(row.key, row.subject, row.due_on) for row in rows] == [
            (handover.id, handover.leaving, SOON)
        ]
    sign_handover(desk, handover.id, TODAY, AfterSigning.NOTHING)
    assert not [row for row in list_dues(desk) if row.what is Duty.HANDOVER]


def test_two_records_of_one_person_have_their_handovers_as_one(desk: Desk) -> None:
    handover = begun(desk)
    typed = {"last_name": "Double", "department_id": handover.department_id}
    twin = add_record(desk, RecordKind.PERSON, typed).id
    edit_field(desk, RecordKind.HANDOVER, handover.id, "successor_id", twin)
    unite_people(desk, handover.successor_id, twin)
    assert again(desk, handover).successor_id == handover.successor_id
    other = add_record(desk, RecordKind.PERSON, typed).id
    edit_field(desk, RecordKind.HANDOVER, handover.id, "successor_id", other)
    unite_people(desk, handover.leaving_id, other)
    assert again(desk, handover).successor_id == ""


def test_the_demo_hospital_shows_a_handover_that_is_half_done(desk: Desk) -> None:
    fill_demo_handovers(desk)
    (handover,) = list_handovers(desk, showcase_department(desk)).open
    assert (handover.leaving, handover.done) == ("Yanis Ben Mabrouk", 3)
    assert handover.password_place


def test_as_many_sheets_are_announced_as_the_binder_then_finds_out_of_date(tmp_path: Path) -> None:
    """The list of the sheets is one of them: it follows every other."""
    desk, calendar = filed_desk(tmp_path)
    ward = find_department(desk, "CAR").id
    with desk.database.read() as connection:
        offices, _people = appointments_of_departments(connection, [ward])
    leaving = next(one.person_id for one in offices if one.software_id is not None)
    last = calendar.day + timedelta(days=20)
    edit_field(desk, RecordKind.PERSON, leaving, "left_on", last.isoformat())
    announced = {sheet.code for sheet in list_handovers(desk, ward).ahead}

    def stale(day: date) -> set[str]:
        calendar.day = day
        sheets = shelf(desk, ward).sheets
        return {one.code for one in sheets if one.status is not SheetStatus.UP_TO_DATE}

    before, after = stale(last), stale(last + timedelta(days=1))
    assert LIST_CODE in announced
    assert after - before == announced - before
    desk.close()
