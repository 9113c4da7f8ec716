from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from referent_desk.domain.listings import Listing
from referent_desk.domain.nominations import Warn, Why
from referent_desk.domain.people import AppointmentRow
from referent_desk.domain.proposals import ProposalRow
from referent_desk.domain.records import RecordKind
from referent_desk.errors import RefusedField, RefusedInput
from referent_desk.storage import schema
from referent_desk.usecases.checks import check
from referent_desk.usecases.desks import Desk
from referent_desk.usecases.dues import list_dues
from referent_desk.usecases.nominations import consider, end_appointment
from referent_desk.usecases.objectives import read_offices
from referent_desk.usecases.people import list_appointments
from referent_desk.usecases.proposals import accept, decline, list_referents, propose, withdraw
from referent_desk.usecases.records import (
    add_record,
    close_record,
    edit_field,
    list_links,
    read_record,
)
from referent_desk.usecases.tasks import list_tasks
from referent_desk.usecases.undoing import redo, undo
from tests.usecases.homes import CLOCK, bare_desk

TODAY = CLOCK.today()
K = RecordKind


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = bare_desk(tmp_path)
    yield made
    made.close()


@pytest.fixture
def ward(desk: Desk) -> str:
    return list_links(desk, "department", "Card")[0].id


def person(desk: Desk, ward: str, last_name: str, **known: str) -> str:
    return add_record(desk, K.PERSON, {"last_name": last_name, "department_id": ward, **known}).id


def office(person_id: str, ward: str, **more: str) -> dict[str, str]:
    main = {"kind": "software", "rank": "main"}
    return {"person_id": person_id, "department_id": ward, **main, **more}


def rows(desk: Desk, **asked: str) -> list[AppointmentRow | ProposalRow]:
    return list(list_referents(desk, Listing(text=asked.get("text", ""))).rows)


def test_nobody_counts_as_referent_before_they_accept(desk: Desk, ward: str) -> None:
    ada = person(desk, ward, "Moreau", first_name="Ada")
    terms = {"appointed_by": "Mme Roux", "volunteer": "yes", "minutes_a_week": "2 h"}
    saved = propose(desk, office(ada, ward, **terms))
    assert saved.id == ada
    assert list_appointments(desk, Listing()).rows == ()
    [proposal] = rows(desk)
    assert isinstance(proposal, ProposalRow)
    assert (proposal.person, proposal.proposed_on) == ("Ada Moreau", TODAY)
    accept(desk, proposal.id)
    [row] = rows(desk)
    assert isinstance(row, AppointmentRow)
    assert row.since == TODAY
    values = read_record(desk, K.APPOINTMENT, row.id).values
    told = {"appointed_by": "Mme Roux", "volunteer": "yes", "minutes_a_week": "2 h"}
    assert {name: values[name] for name in told} == told
    assert check(desk).faults == ()


def test_accepting_is_taken_back_and_done_again_as_one_deed(desk: Desk, ward: str) -> None:
    propose(desk, office(person(desk, ward, "Moreau"), ward))
    accept(desk, rows(desk)[0].id)
    undo(desk)
    assert isinstance(rows(desk)[0], ProposalRow)
    redo(desk)
    assert isinstance(rows(desk)[0], AppointmentRow)
    undo(desk)
    undo(desk)
    assert rows(desk) == []


@pytest.mark.parametrize("answer", [decline, withdraw])
def test_what_was_answered_stands_no_more_and_is_not_answered_twice(
    desk: Desk,
    ward: str,
    answer: type(decline),  # type: ignore[valid-type]
) -> None:
    propose(desk, office(person(desk, ward, "Moreau"), ward))
    [proposal] = rows(desk)
    answer(desk, proposal.id)
    assert rows(desk) == []
    with pytest.raises(RefusedInput):
        accept(desk, proposal.id)
    undo(desk)
    assert [row.id for row in rows(desk)] == [proposal.id]


def test_a_newcomer_is_proposed_as_one_deed(desk: Desk, ward: str) -> None:
    known = {"last_name": "Nguyễn", "first_name": "Thị Ánh", "department_id": ward}
    saved = propose(desk, office("", ward), known)
    assert rows(desk)[0].person == "Thị Ánh Nguyễn"
    assert rows(desk)[0].person_id == saved.id
    undo(desk)
    assert list_links(desk, "person", "Nguy") == ()


def test_the_same_is_not_proposed_twice_to_one_person(desk: Desk, ward: str) -> None:
    ada = person(desk, ward, "Moreau")
    propose(desk, office(ada, ward))
    with pytest.raises(RefusedField) as refused:
        propose(desk, office(ada, ward))
    assert refused.value.code == "proposed_twice"
    propose(desk, office(ada, ward, kind="security"))


@pytest.mark.parametrize("way", ["propose", "appoint"])
@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ({"since": "02/01/2027", "until": "01/01/2027"}, "until_before_since"),
        ({"minutes_a_week": "10 j"}, "too_much_time"),
        ({"since": "01/01/2028"}, "begins_after_leaving"),
    ],
)
def test_what_cannot_be_is_refused_however_it_is_said(
    desk: Desk, ward: str, way: str, typed: dict[str, str], code: str
) -> None:
    leaving = person(desk, ward, "Moreau", left_on="01/06/2027")
    said = office(leaving, ward, **typed)
    if way == "propose":
        with pytest.raises(RefusedField) as refused:
            propose(desk, said)
    else:
        with pytest.raises(RefusedField) as refused:
            add_record(desk, K.APPOINTMENT, said)
    assert refused.value.code == code


def test_a_closed_department_is_given_no_referent(desk: Desk, ward: str) -> None:
    ada = person(desk, ward, "Moreau")
    propose(desk, office(ada, ward))
    unit = {"name": "Secrétariat", "kind": "unit", "parent_id": ward}
    closed = add_record(desk, K.NODE, unit).id
    proposal = propose(desk, office(ada, closed, kind="security"))
    assert proposal.id == ada
    close_record(desk, K.NODE, closed)
    with pytest.raises(RefusedField) as refused:
        add_record(desk, K.APPOINTMENT, office(ada, closed))
    assert refused.value.code == "closed"
    waiting = next(row for row in rows(desk) if row.department_id == closed)
    with pytest.raises(RefusedField):
        accept(desk, waiting.id)


def test_who_left_and_came_back_is_appointed_again(desk: Desk, ward: str) -> None:
    ada = person(desk, ward, "Moreau", left_on="01/06/2026")
    with pytest.raises(RefusedField):
        add_record(desk, K.APPOINTMENT, office(ada, ward, since="01/11/2026"))
    edit_field(desk, K.PERSON, ada, "left_on", "")
    add_record(desk, K.APPOINTMENT, office(ada, ward, since="01/11/2026"))
    assert len(rows(desk)) == 1


def test_proposals_stand_first_and_are_found_by_the_filter(desk: Desk, ward: str) -> None:
    add_record(desk, K.APPOINTMENT, office(person(desk, ward, "Aubry"), ward))
    propose(desk, office(person(desk, ward, "Zola"), ward, rank="deputy"))
    assert [row.person for row in rows(desk)] == ["Zola", "Aubry"]
    assert [row.person for row in rows(desk, text="aub")] == ["Aubry"]
    assert [row.person for row in rows(desk, text="zol")] == ["Zola"]
    page = list_referents(desk, Listing(text="zol"))
    assert (page.matching, page.total) == (1, 2)
    only = list_referents(desk, Listing(), only_proposed=True)
    assert [row.person for row in only.rows] == ["Zola"]
    assert list_referents(desk, Listing(limit=1)).rows[1:] == tuple(rows(desk)[1:])


def test_the_list_goes_on_after_the_proposals(desk: Desk, ward: str) -> None:
    for name in ("Aubry", "Blum", "Curie"):
        add_record(desk, K.APPOINTMENT, office(person(desk, ward, name), ward))
    propose(desk, office(person(desk, ward, "Zola"), ward, rank="deputy"))
    first = list_referents(desk, Listing(limit=2))
    after = list_referents(desk, Listing(limit=2, after=first.after))
    assert [row.person for row in (*first.rows, *after.rows)] == ["Zola", "Aubry", "Blum", "Curie"]


def test_whom_one_could_ask_is_told_with_what_speaks_for_them(desk: Desk, ward: str) -> None:
    person(desk, ward, "Nurse", role="Infirmière")
    desk_id = person(desk, ward, "Blum", role="AMA", working_hours="1-5 08:00-16:00")
    found = consider(desk, {"department_id": ward})
    assert [c.colleague.id for c in found.candidates] == [desk_id]
    whys = [reason.why for reason in found.candidates[0].reasons]
    assert whys == [Why.DESK, Why.FIXED_HOURS]
    assert [c.warn for c in found.cautions] == [Warn.NOBODY_CAME_FORWARD]
    assert consider(desk, {}).candidates == ()


def test_whoever_leaves_or_holds_it_for_all_software_is_not_asked(desk: Desk, ward: str) -> None:
    person(desk, ward, "Adam", role="AMA", left_on="2099-03-31")
    main = person(desk, ward, "Blum", role="AMA")
    curie = person(desk, ward, "Curie", role="AMA")
    software = add_record(desk, K.SOFTWARE, {"name": "Dossier+"}).id
    add_record(desk, K.APPOINTMENT, office(main, ward))
    asked = {"department_id": ward, "rank": "deputy", "software_id": software}
    found = consider(desk, asked)
    assert [c.colleague.id for c in found.candidates] == [curie]


def test_who_came_forward_before_stands_first_and_what_waits_is_said(desk: Desk, ward: str) -> None:
    person(desk, ward, "Blum", role="AMA")
    zola = person(desk, ward, "Zola", role="Infirmier")
    propose(desk, office(zola, ward, volunteer="yes"))
    found = consider(desk, {"department_id": ward, "kind": "software", "rank": "main"})
    assert found.candidates[0].colleague.id == zola
    assert [c.warn for c in found.cautions] == [Warn.WAITS]


def test_namesakes_are_told_apart_while_one_is_chosen(desk: Desk, ward: str) -> None:
    ada = person(desk, ward, "Şahin", first_name="İnci", role="AMA", telephone="4127")
    person(desk, ward, "Şahin", first_name="İnci", role="Infirmière")
    found = consider(desk, {"department_id": ward, "person_id": ada})
    [caution] = [c for c in found.cautions if c.warn is Warn.NAMESAKE]
    assert caution.count == 2
    assert "4127" in caution.names[1]


def test_an_office_ends_with_its_reason_and_never_before_it_began(desk: Desk, ward: str) -> None:
    ada = person(desk, ward, "Moreau")
    key = add_record(desk, K.APPOINTMENT, office(ada, ward, since="01/11/2026")).id
    with pytest.raises(RefusedField):
        end_appointment(desk, key, date(2026, 10, 31), "")
    end_appointment(desk, key, date(2026, 12, 31), "mutation")
    [one] = read_offices(desk, ada).offices
    assert (one.until, one.ended_because, one.is_over) == (date(2026, 12, 31), "mutation", False)
    undo(desk)
    assert read_offices(desk, ada).offices[0].until is None


def test_objectives_are_seen_by_their_referent_and_told_when_due(desk: Desk, ward: str) -> None:
    ada = person(desk, ward, "Moreau", first_name="Ada")
    key = add_record(desk, K.APPOINTMENT, office(ada, ward)).id
    goal = {"appointment_id": key, "what": "Former deux collègues", "due_on": "10/12/2026"}
    goal_id = add_record(desk, K.OBJECTIVE, goal).id
    [due] = [row for row in list_dues(desk, ward) if row.what == "objective"]
    assert (due.key, due.subject, due.person) == (goal_id, "Former deux collègues", "Ada Moreau")
    assert due in list_dues(desk)
    with pytest.raises(RefusedField):
        edit_field(desk, K.OBJECTIVE, goal_id, "reached_on", "23/11/2026")
    edit_field(desk, K.OBJECTIVE, goal_id, "reached_on", "22/11/2026")
    assert [row for row in list_dues(desk, ward) if row.what == "objective"] == []
    assert read_offices(desk, ada).offices[0].objectives[0].reached_on == TODAY


def test_today_asks_for_the_letter_and_for_security(desk: Desk, ward: str) -> None:
    ada = person(desk, ward, "Moreau", first_name="Ada")
    add_record(desk, K.APPOINTMENT, office(ada, ward, since="01/11/2026"))
    codes = {task.code: task for task in list_tasks(desk, ward).tasks}
    assert codes["letter_missing"].names == ("Ada Moreau",)
    assert codes["no_security_referent"].key == ("security", ada, "Ada Moreau")
    add_record(desk, K.APPOINTMENT, office(ada, ward, kind="security"))
    assert "no_security_referent" not in {task.code for task in list_tasks(desk, ward).tasks}


def test_real_users_are_known_by_level_training_and_help_that_stand(desk: Desk, ward: str) -> None:
    skilled, trained, undone = (person(desk, ward, name) for name in ("Adam", "Blum", "Curie"))
    person(desk, ward, "Zola", first_name="Émile")
    software = add_record(desk, K.SOFTWARE, {"name": "Dossier+"}).id
    add_record(desk, K.DEPLOYMENT, {"department_id": ward, "software_id": software})
    fact = {"home_id": desk.home_id, "valid_on": "2026-11-01"}
    with desk.database.write("facts") as work:
        stated = {"person_id": skilled, "software_id": software, "stated_on": "2026-11-01"}
        work.add(schema.skill, [{"id": work.new_id(), "level": "helps", **stated}])
        for who, annulled in ((trained, False), (undone, True)):
            key = work.new_id()
            held = {**fact, "software_id": software}
            work.add(schema.training, [{"id": key, **held}])
            came = {"training_id": key, "person_id": who, "name": "x", "level": ""}
            work.add(schema.attendance, [{"id": work.new_id(), **came}])
            if annulled:
                work.add(schema.training, [{"id": work.new_id(), "annuls_id": key, **held}])
        told = {**fact, "department_id": ward, "asked": "x", "outcome": "solved"}
        for who in ("ZOLA Emile", "Émile Zola"):
            work.add(schema.help_entry, [{"id": work.new_id(), "who": who, **told}])
    for asked in ({}, {"software_id": software}):
        found = consider(desk, {"department_id": ward, **asked}).candidates
        whys = {c.colleague.name: [(r.why, r.count) for r in c.reasons] for c in found}
        expected = {"Adam": [(Why.HELPS, 0)], "Blum": [(Why.TRAINED, 0)]}
        if not asked:
            expected["Émile Zola"] = [(Why.GAVE_HELP, 2)]
        assert whys == expected
