from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from referent_desk.domain.deeds import Verb
from referent_desk.domain.letters import LetterKind
from referent_desk.domain.listings import Listing
from referent_desk.domain.people import PersonDetail
from referent_desk.domain.records import RecordKind
from referent_desk.errors import NotFound, RefusedField
from referent_desk.storage import schema
from referent_desk.usecases.absences import add_absence, read_hours_of, say_hours
from referent_desk.usecases.checks import check
from referent_desk.usecases.departments import find_department
from referent_desk.usecases.desks import Desk
from referent_desk.usecases.letters import keep_letter, read_letter
from referent_desk.usecases.objectives import read_offices
from referent_desk.usecases.people import list_people, person_detail
from referent_desk.usecases.procedures import list_procedures
from referent_desk.usecases.proposals import propose
from referent_desk.usecases.records import add_record
from referent_desk.usecases.same_people import unite_people
from referent_desk.usecases.undoing import redo, undo
from tests.usecases.homes import CLOCK, demo_desk


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    opened = demo_desk(tmp_path)
    yield opened
    opened.close()


def person(desk: Desk, **typed: str) -> str:
    return add_record(desk, RecordKind.PERSON, typed).id


def appoint(desk: Desk, person_id: str, rank: str, since: str = "") -> None:
    typed = {
        "person_id": person_id,
        "department_id": find_department(desk, "CAR").id,
        "kind": "software",
        "rank": rank,
        "since": since,
    }
    add_record(desk, RecordKind.APPOINTMENT, typed)


def details(desk: Desk, *ids: str) -> list[PersonDetail]:
    return [person_detail(desk, each) for each in ids]


def test_two_records_become_one_that_answers_for_both_and_undo_parts_them(desk: Desk) -> None:
    kept = person(desk, last_name="LE GOFF", telephone="4512")
    other = person(desk, last_name="Le Goff", first_name="Maëlle", role="AMA", telephone="4599")
    appoint(desk, kept, "main")
    appoint(desk, other, "main")
    appoint(desk, other, "deputy")
    before = details(desk, kept, other)
    saved = unite_people(desk, kept, other)
    assert saved.undo is not None
    assert (saved.undo.verb, saved.id) == (Verb.UNITED, kept)
    one = person_detail(desk, kept)
    assert (one.person.full_name, one.person.role, one.person.telephone) == (
        "Maëlle LE GOFF",
        "AMA",
        "4512",
    )
    assert sorted(str(each.rank) for each in one.appointments) == ["deputy", "main"]
    with pytest.raises(NotFound):
        person_detail(desk, other)
    found = list_people(desk, Listing("maelle goff")).rows
    assert [row.person_id for row in found] == [kept]
    assert check(desk).faults == ()
    undo(desk)
    assert details(desk, kept, other) == before
    redo(desk)
    assert person_detail(desk, kept) == one


def test_a_name_that_nothing_split_is_that_of_the_record_which_tells_it_in_order(
    desk: Desk,
) -> None:
    kept = person(desk, last_name="Véro Lambert", telephone="4512")
    other = person(desk, last_name="Lambert", first_name="Véronique")
    unite_people(desk, kept, other)
    assert person_detail(desk, kept).person.full_name == "Véronique Lambert"


def test_what_the_other_one_has_read_is_told_of_the_one_that_stays(desk: Desk) -> None:
    kept, other = person(desk, last_name="LE GOFF"), person(desk, last_name="Le Goff")
    department_id = find_department(desk, "CAR").id
    listed = list_procedures(desk, Listing(department_id=department_id)).rows
    revision_id = next(row.revision_id for row in listed if row.revision_id)
    with desk.database.write("test") as work:
        row = {
            "id": work.new_id(),
            "revision_id": revision_id,
            "department_id": department_id,
            "person_id": other,
            "name": "Le Goff",
            "level": "read",
            "valid_on": CLOCK.today(),
        }
        work.add(schema.acknowledgement, [row])
    unite_people(desk, kept, other)
    assert standing(desk) == [kept]
    assert person_detail(desk, other).person.left_on == CLOCK.today()
    undo(desk)
    assert standing(desk) == [other]
    assert person_detail(desk, other).person.left_on is None
    assert check(desk).faults == ()


def standing(desk: Desk) -> list[str]:
    with desk.database.read() as connection:
        rows = connection.execute(schema.acknowledgement.select()).all()
    annulled = {row.annuls_id for row in rows}
    return [row.person_id for row in rows if not row.annuls_id and row.id not in annulled]


def test_nobody_is_made_one_with_themselves_or_with_nobody(desk: Desk) -> None:
    one = person(desk, last_name="LE GOFF")
    with pytest.raises(RefusedField) as refused:
        unite_people(desk, one, one)
    assert (refused.value.field, refused.value.code) == ("person_id", "same")
    with pytest.raises(NotFound):
        unite_people(desk, one, "nobody")


def test_proposals_objectives_and_letters_go_to_the_record_that_stays(desk: Desk) -> None:
    kept, other = person(desk, last_name="LE GOFF"), person(desk, last_name="Le Goff")
    appoint(desk, kept, "main")
    appoint(desk, other, "main")
    [mine], [theirs] = (one.appointments for one in details(desk, kept, other))
    for key in (mine.id, theirs.id):
        goal = {"appointment_id": key, "what": "Former deux collègues", "due_on": "01/03/2027"}
        add_record(desk, RecordKind.OBJECTIVE, goal)
        keep_letter(desk, read_letter(desk, key, LetterKind.APPOINTMENT, anew=True))
    keep_letter(desk, read_letter(desk, theirs.id, LetterKind.RECOGNITION, 2025, anew=True))
    office = {"department_id": find_department(desk, "CAR").id, "kind": "security"}
    propose(desk, {**office, "rank": "deputy", "person_id": other})
    unite_people(desk, kept, other)
    shown = read_offices(desk, kept)
    assert [len(office.objectives) for office in shown.offices] == [2]
    assert shown.offices[0].letters == (("recognition", 2025), ("appointment", 2026))
    assert [proposal.person_id for proposal in shown.proposals] == [kept]
    assert check(desk).faults == ()
    undo(desk)
    assert read_offices(desk, other).offices[0].letters == (
        ("recognition", 2025),
        ("appointment", 2026),
    )


def test_absences_and_weeks_that_rotate_become_those_of_the_one_that_stays(desk: Desk) -> None:
    kept = person(desk, last_name="LE GOFF")
    other = person(desk, last_name="Le Goff", first_name="Maëlle")
    monday = date(2026, 11, 23)
    say_hours(desk, other, ("lun 8h-16h", "mar 8h-16h"), monday)
    add_absence(desk, other, "1/12/2026 au 4/12/2026")
    unite_people(desk, kept, other)
    hours = read_hours_of(desk, kept)
    assert (hours.text, hours.week_one) == ("1 08:00-16:00 | 2 08:00-16:00", monday)
    assert [one.until for one in hours.absences] == [date(2026, 12, 4)]
