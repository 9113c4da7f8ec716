"""A referent from the first proposal to the sheets that bear the successor's name."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from referent_desk.domain.dues import Duty
from referent_desk.domain.handovers import AfterSigning
from referent_desk.domain.letters import LetterKind
from referent_desk.domain.listings import Listing
from referent_desk.domain.people import IN_OFFICE, AppointmentKind, AppointmentRow
from referent_desk.domain.proposals import ProposalRow
from referent_desk.domain.records import RecordKind
from referent_desk.domain.sheet_states import SheetStatus
from referent_desk.domain.skills import SkillLevel
from referent_desk.domain.successions import LeavesBecause
from referent_desk.domain.trainings import Participant, WantedTraining
from referent_desk.errors import RefusedField
from referent_desk.language import speak
from referent_desk.usecases.binder_states import read_state
from referent_desk.usecases.binders import print_binder
from referent_desk.usecases.checks import check
from referent_desk.usecases.departments import find_department
from referent_desk.usecases.desks import Desk
from referent_desk.usecases.dues import list_dues
from referent_desk.usecases.erasures import erase_name
from referent_desk.usecases.handovers import list_handovers, sign_handover, tick_item
from referent_desk.usecases.inventories import inventory
from referent_desk.usecases.letters import keep_letter, read_letter, write_letter
from referent_desk.usecases.nominations import end_appointment
from referent_desk.usecases.people import list_appointments, list_people
from referent_desk.usecases.proposals import accept, list_referents, propose
from referent_desk.usecases.records import add_record, edit_field
from referent_desk.usecases.replacements import print_replacements
from referent_desk.usecases.run_facts import record_insertion
from referent_desk.usecases.software import list_software
from referent_desk.usecases.successions import list_successions
from referent_desk.usecases.tasks import list_tasks
from referent_desk.usecases.trainings import list_trainings, record_training
from tests.paper.pdfs import letters_only, page_texts
from tests.usecases.filed_copies import COPIES, Calendar, filed_desk, newest_run, sheet, shelf

LOU, CLAIRE = "Lou Kervran", "Claire Lemaire"
ENDS = date(2027, 1, 31)


class Ward:
    """The cardiology, with copies of its binder on the shelf."""

    def __init__(self, desk: Desk, calendar: Calendar) -> None:
        self.desk = desk
        self.calendar = calendar
        self.id = find_department(desk, "CAR").id

    def rows(self) -> tuple[AppointmentRow, ...]:
        return list_appointments(self.desk, Listing(department_id=self.id, limit=1_000)).rows

    def in_office(self, person: str, kind: AppointmentKind = AppointmentKind.SOFTWARE) -> bool:
        named = (row for row in self.rows() if row.person == person and row.kind is kind)
        return any(row.state in IN_OFFICE for row in named)

    def person(self, name: str) -> str:
        found = list_people(self.desk, Listing(name)).rows
        return next(row.person_id for row in found if row.person == name)

    def appoint_lou(self) -> None:
        """Maryse Aubry's offices end; somebody new is asked for both, and says yes."""
        for row in self.rows():
            if row.person == "Maryse Aubry" and row.state in IN_OFFICE:
                end_appointment(self.desk, row.id, date(2026, 11, 21), "")
        newcomer = {"last_name": "Kervran", "first_name": "Lou", "department_id": self.id}
        for kind in ("software", "security"):
            typed = {"department_id": self.id, "kind": kind, "rank": "main", "volunteer": "1"}
            known = {} if newcomer else {"person_id": self.person(LOU)}
            propose(self.desk, {**typed, **known}, newcomer or None)
            newcomer = {}
        assert not self.in_office(LOU)
        assert LOU not in [row["person"] for row in inventory(self.desk, "referents", "CAR")]
        for one in list_referents(self.desk, Listing(department_id=self.id)).rows:
            if isinstance(one, ProposalRow):
                accept(self.desk, one.id)

    def file_all(self) -> None:
        for number in COPIES:
            print_binder(self.desk, self.id, self.path("binder"), copy_number=number)
            record_insertion(
                self.desk, newest_run(self.desk, self.id).id, LOU, self.calendar.today()
            )

    def path(self, name: str) -> Path:
        return self.desk.home.prints / f"{name}.pdf"

    def text(self, name: str) -> str:
        return letters_only(" ".join(page_texts(self.path(name).read_bytes())))


@pytest.fixture
def ward(tmp_path: Path) -> Iterator[Ward]:
    speak("fr")
    desk, calendar = filed_desk(tmp_path)
    yield Ward(desk, calendar)
    assert check(desk).faults == ()
    desk.close()


@pytest.fixture
def appointed(ward: Ward) -> Ward:
    ward.appoint_lou()
    ward.file_all()
    return ward


def test_nobody_counts_before_they_accept_and_the_letter_says_what_they_accepted(
    ward: Ward,
) -> None:
    ward.appoint_lou()
    assert ward.in_office(LOU)
    assert ward.in_office(LOU, AppointmentKind.SECURITY)
    assert not ward.in_office("Maryse Aubry")
    office = next(row.id for row in ward.rows() if row.person == LOU)
    letter = read_letter(ward.desk, office, LetterKind.APPOINTMENT, anew=False)
    keep_letter(ward.desk, letter)
    write_letter(ward.desk, letter, ward.path("lettre"))
    assert letters_only(LOU) in ward.text("lettre")


def test_a_training_makes_a_colleague_who_helps(appointed: Ward) -> None:
    ward = appointed
    used = list_software(ward.desk, Listing(department_id=ward.id)).rows[0]
    wanted = WantedTraining(
        used.id, date(2026, 11, 20), (Participant(CLAIRE, ward.person(CLAIRE), SkillLevel.HELPS),),
        department_id=ward.id, trainer=LOU, trainer_id=ward.person(LOU), minutes=45, who=LOU,
    )  # fmt: skip
    record_training(ward.desk, wanted)
    (held, *_older) = list_trainings(ward.desk, ward.id)
    assert (held.software_id, held.day) == (used.id, date(2026, 11, 20))
    with pytest.raises(RefusedField):
        record_training(ward.desk, WantedTraining(used.id, date(2026, 12, 24), wanted.participants))


def test_from_the_announced_departure_to_the_sheets_of_the_successor(appointed: Ward) -> None:
    ward = appointed
    assert {copy.to_replace for copy in read_state(ward.desk, ward.id).copies[-2:]} == {0}
    lou, claire = ward.person(LOU), ward.person(CLAIRE)
    edit_field(ward.desk, RecordKind.PERSON, lou, "left_on", f"{ENDS:%d/%m/%Y}")
    ward.calendar.day = date(2026, 12, 15)
    leavings = list_successions(ward.desk)[ward.id].leavings
    leaving = next(one for one in leavings if one.person == LOU)
    assert (leaving.why, leaving.last_day) == (LeavesBecause.DEPARTURE, ENDS)
    assert leaving.followers[0].person == CLAIRE
    assert {one.day for one in read_state(ward.desk, ward.id).ahead} >= {date(2027, 2, 1)}
    begun = {"department_id": ward.id, "leaving_id": lou, "last_day": f"{ENDS:%d/%m/%Y}"}
    with pytest.raises(RefusedField, match="mot de passe"):
        add_record(ward.desk, RecordKind.HANDOVER, {**begun, "password_place": "mdp : Cardio2026!"})
    typed = {**begun, "successor_id": claire, "password_place": "enveloppe au coffre du cadre"}
    handover = add_record(ward.desk, RecordKind.HANDOVER, typed).id
    (open_one,) = list_handovers(ward.desk, ward.id).open
    for item in open_one.items:
        tick_item(ward.desk, handover, item.id, True)
    sign_handover(ward.desk, handover, date(2026, 12, 15), AfterSigning.APPOINT)
    assert ward.in_office(LOU)
    ward.calendar.day = date(2027, 2, 1)
    assert not ward.in_office(LOU)
    assert ward.in_office(CLAIRE)
    assert ward.in_office(CLAIRE, AppointmentKind.SECURITY)
    copy = shelf(ward.desk, ward.id)
    assert sheet(copy, "DEC-01").status is SheetStatus.OUT_OF_DATE
    assert copy.to_replace > 0
    print_replacements(ward.desk, ward.id, COPIES[0], ward.path("changes"))
    assert letters_only(CLAIRE) in ward.text("changes")
    record_insertion(ward.desk, newest_run(ward.desk, ward.id).id, CLAIRE, date(2027, 2, 1))
    assert shelf(ward.desk, ward.id).to_replace == 0


def test_the_name_is_erased_and_the_sheets_on_the_shelf_still_compare(appointed: Ward) -> None:
    ward = appointed
    lou, before = ward.person(LOU), shelf(ward.desk, ward.id)
    assert before.to_replace == 0
    edit_field(ward.desk, RecordKind.PERSON, lou, "left_on", f"{ENDS:%d/%m/%Y}")
    ward.calendar.day = date(2028, 2, 1)
    at_the_end = {state.code: state.status for state in shelf(ward.desk, ward.id).sheets}
    assert at_the_end["DEC-01"] is SheetStatus.OUT_OF_DATE
    erase_name(ward.desk, lou)
    after = {state.code: state.status for state in shelf(ward.desk, ward.id).sheets}
    assert after == at_the_end
    assert LOU not in [row.person for row in list_people(ward.desk, Listing("lou")).rows]


def test_a_handover_that_was_begun_is_due_until_both_have_signed(appointed: Ward) -> None:
    ward = appointed
    lou, claire = ward.person(LOU), ward.person(CLAIRE)
    edit_field(ward.desk, RecordKind.PERSON, lou, "left_on", f"{ENDS:%d/%m/%Y}")
    ward.calendar.day = date(2026, 12, 15)
    assert "handover_to_begin" in {task.code for task in list_tasks(ward.desk, ward.id).tasks}
    typed = {"leaving_id": lou, "successor_id": claire, "last_day": f"{ENDS:%d/%m/%Y}"}
    begun = add_record(ward.desk, RecordKind.HANDOVER, {"department_id": ward.id, **typed}).id

    def due() -> list[tuple[str, date]]:
        rows = list_dues(ward.desk, ward.id)
        return [(row.subject, row.due_on) for row in rows if row.what is Duty.HANDOVER]

    assert (LOU, ENDS) in due()
    sign_handover(ward.desk, begun, date(2026, 12, 15), AfterSigning.NOTHING)
    assert (LOU, ENDS) not in due()
