"""What cannot be, or should be seen before it is said: offices, days, names, hours."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from referent_desk.domain.listings import Listing
from referent_desk.domain.nominations import Caution, Warn
from referent_desk.domain.people import AppointmentState
from referent_desk.domain.presences import ALL
from referent_desk.domain.records import RecordKind
from referent_desk.errors import RefusedField
from referent_desk.usecases.absences import say_hours
from referent_desk.usecases.departments import find_department
from referent_desk.usecases.desks import Desk
from referent_desk.usecases.nominations import consider
from referent_desk.usecases.people import list_appointments
from referent_desk.usecases.presences import read_presence
from referent_desk.usecases.proposals import propose
from referent_desk.usecases.records import add_record, close_record, edit_field, read_record
from tests.usecases.homes import demo_desk

MAIN = {"kind": "software", "rank": "main"}
DEPUTY = {"kind": "software", "rank": "deputy"}


class Ward:
    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        parent = read_record(desk, RecordKind.NODE, find_department(desk, "CAR").id).values
        self.id = self.department("Rythmologie", str(parent["parent_id"]))

    def department(self, name: str, parent: str) -> str:
        typed = {"parent_id": parent, "kind": "department", "name": name}
        return add_record(self.desk, RecordKind.NODE, typed).id

    def person(self, last: str, first: str = "", **more: str) -> str:
        typed = {"last_name": last, "first_name": first, "department_id": self.id, **more}
        return add_record(self.desk, RecordKind.PERSON, typed).id

    def appoint(self, person: str, office: dict[str, str], **more: str) -> str:
        typed = {"person_id": person, "department_id": self.id, **office, **more}
        return add_record(self.desk, RecordKind.APPOINTMENT, typed).id

    def cautions(self, person: str, office: dict[str, str], **more: str) -> dict[Warn, Caution]:
        typed = {"person_id": person, "department_id": self.id, **office, **more}
        return {one.warn: one for one in consider(self.desk, typed).cautions}

    def states(self) -> list[AppointmentState]:
        rows = list_appointments(self.desk, Listing(department_id=self.id)).rows
        return [row.state for row in rows]


@pytest.fixture
def ward(tmp_path: Path) -> Iterator[Ward]:
    desk = demo_desk(tmp_path)
    yield Ward(desk)
    desk.close()


def test_offices_that_overlap(ward: Ward) -> None:
    """Of one person they are refused; of two people they are said, and somebody decides."""
    ada, ben = ward.person("Roux", "Ada"), ward.person("Klein", "Ben")
    ward.appoint(ada, MAIN, since="01/01/2026", until="31/12/2026")
    with pytest.raises(RefusedField) as refused:
        ward.appoint(ada, MAIN, since="01/12/2026")
    assert refused.value.code == "overlaps"
    ward.appoint(ada, MAIN, since="01/01/2027")
    assert ward.cautions(ben, MAIN)[Warn.OTHER_HOLDER].names == ("Ada Roux",)
    assert Warn.BOTH_RANKS in ward.cautions(ada, DEPUTY)


@pytest.mark.parametrize("office", [MAIN, DEPUTY])
def test_no_office_ends_before_it_begins(ward: Ward, office: dict[str, str]) -> None:
    ada = ward.person("Roux", "Ada")
    with pytest.raises(RefusedField) as refused:
        ward.appoint(ada, office, since="02/02/2026", until="01/02/2026")
    assert refused.value.code == "until_before_since"
    typed = {"person_id": ada, "department_id": ward.id, **office, "since": "02/02/2026"}
    with pytest.raises(RefusedField):
        propose(ward.desk, {**typed, "until": "01/02/2026"})


def test_a_deputy_of_nobody_is_said_and_not_forbidden(ward: Ward) -> None:
    ada = ward.person("Roux", "Ada")
    assert Warn.DEPUTY_WITHOUT_MAIN in ward.cautions(ada, DEPUTY)
    assert ward.appoint(ada, DEPUTY)
    ward.appoint(ward.person("Klein", "Ben"), MAIN)
    assert Warn.DEPUTY_WITHOUT_MAIN not in ward.cautions(ada, DEPUTY)


def test_a_closed_department_has_no_referent(ward: Ward) -> None:
    ada = ward.person("Roux", "Ada")
    close_record(ward.desk, RecordKind.NODE, ward.id)
    for say in (
        lambda: ward.appoint(ada, MAIN),
        lambda: propose(ward.desk, {"person_id": ada, "department_id": ward.id, **MAIN}),
    ):
        with pytest.raises(RefusedField) as refused:
            say()
        assert refused.value.code == "closed"


def test_whoever_leaves_and_comes_back_answers_again(ward: Ward) -> None:
    ada = ward.person("Roux", "Ada")
    ward.appoint(ada, MAIN)
    edit_field(ward.desk, RecordKind.PERSON, ada, "left_on", "31/10/2026")
    assert ward.states() == [AppointmentState.PERSON_LEFT]
    with pytest.raises(RefusedField):
        ward.appoint(ada, DEPUTY, since="01/11/2026")
    edit_field(ward.desk, RecordKind.PERSON, ada, "left_on", "")
    assert ward.states() == [AppointmentState.CURRENT]


def test_of_two_people_of_one_name_what_tells_them_apart_is_said(ward: Ward) -> None:
    nurse = ward.person("Martin", "Paul", role="Infirmier", telephone="4127")
    ward.person("MARTIN", "Paul", role="Brancardier")
    told = ward.cautions(nurse, MAIN)[Warn.NAMESAKE]
    assert told.count == 2
    assert "Infirmier" in told.names[1]
    assert "4127" in told.names[1]
    assert "Brancardier" in told.names[2]


@pytest.mark.parametrize(
    "monday",
    [date(2026, 3, 9), date(2026, 3, 23), date(2026, 10, 19), date(2026, 12, 28)],
    ids=["plain", "summer time begins", "summer time ends", "over the year's end"],
)
def test_nights_cover_the_next_morning_in_every_week(ward: Ward, monday: date) -> None:
    ada, ben = ward.person("Roux", "Ada"), ward.person("Klein", "Ben")
    say_hours(ward.desk, ada, ["1-7 21:00-07:00"], None)
    say_hours(ward.desk, ben, ["1-7 07:00-21:00"], None)
    edit_field(ward.desk, RecordKind.NODE, ward.id, "opening_hours", "24 h/24")
    ward.appoint(ada, MAIN)
    assert read_presence(ward.desk, ward.id, monday).of(ALL).presence.missing == 7 * 14 * 60
    ward.appoint(ben, DEPUTY)
    assert read_presence(ward.desk, ward.id, monday).of(ALL).presence.missing == 0


@pytest.mark.parametrize("hours", ["8-8h60", "25:00-26:00", "quand je peux", "1-9 08:00-12:00"])
def test_hours_that_no_clock_shows_are_refused_beside_their_week(ward: Ward, hours: str) -> None:
    ada = ward.person("Roux", "Ada")
    with pytest.raises(RefusedField) as refused:
        say_hours(ward.desk, ada, ["1-5 08:00-16:00", hours], date(2026, 11, 23))
    assert refused.value.field == "1"
