from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from referent_desk.domain.check_codes import canonical_json
from referent_desk.domain.copies import RunStage
from referent_desk.domain.coverage import uses_of
from referent_desk.domain.records import RecordKind
from referent_desk.domain.sheet_states import BinderState, SheetStatus
from referent_desk.domain.sheets import LIST_CODE
from referent_desk.errors import NotFound
from referent_desk.language import language
from referent_desk.storage import schema
from referent_desk.storage.procedures import coverage_facts
from referent_desk.usecases.binder_gathering import gather
from referent_desk.usecases.binder_states import read_state
from referent_desk.usecases.binders import print_binder
from referent_desk.usecases.departments import find_department
from referent_desk.usecases.desks import Desk
from referent_desk.usecases.records import add_record, edit_field
from referent_desk.usecases.run_facts import record_insertion
from referent_desk.words.reasons import reasons_line
from tests.usecases.filed_copies import (
    COPIES,
    FILED_ON,
    Calendar,
    change,
    establishment_of,
    filed_desk,
    newest_run,
    row_id,
    rows,
    sheet,
    shelf,
)
from tests.usecases.homes import bare_desk

FRENCH, ENGLISH = language("fr"), language("en")
MARKER = "07 00 11 22 33"


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[tuple[Desk, Calendar, str]]:
    desk, calendar = filed_desk(tmp_path)
    yield desk, calendar, find_department(desk, "CAR").id
    assert desk.close() is None


@pytest.fixture(scope="module")
def standing(module_path: Path) -> Iterator[tuple[Desk, str]]:
    """A desk that tests give back as they found it."""
    desk, _calendar = filed_desk(module_path)
    yield desk, find_department(desk, "CAR").id
    desk.close()


def not_up_to_date(state: BinderState, number: int) -> dict[str, SheetStatus]:
    copy = next(copy for copy in state.copies if copy.copy.number == number)
    return {s.code: s.status for s in copy.sheets if s.status is not SheetStatus.UP_TO_DATE}


def why(desk: Desk, department_id: str, code: str) -> tuple[str, str]:
    reasons = sheet(shelf(desk, department_id), code).reasons
    return reasons_line(reasons, FRENCH), reasons_line(reasons, ENGLISH)


def test_what_was_filed_and_did_not_change_is_up_to_date(
    standing: tuple[Desk, str],
) -> None:
    state = read_state(*standing)
    for number in COPIES:
        assert not_up_to_date(state, number) == {}
    filed = next(copy for copy in state.copies if copy.copy.number == COPIES[0])
    assert filed.stage is RunStage.FILED
    assert filed.pending is None
    assert filed.to_replace == 0
    assert filed.check_due == date(2026, 12, 22)
    assert all(one.shelf == one.wanted and one.pages for one in filed.sheets)
    assert state.months_between_checks == 1
    assert (state.paper_code, state.day) == ("CAR", FILED_ON)


NUMBERS = (
    (schema.directory_entry, "number"),
    (schema.person, "telephone"),
    (schema.node, "telephone"),
    (schema.software, "support_contact"),
    (schema.local_value, "value"),
)


@settings(max_examples=25)
@given(st.data())
def test_a_changed_number_turns_exactly_the_sheets_that_print_it_and_the_list(
    standing: tuple[Desk, str], data: st.DataObject
) -> None:
    desk, department_id = standing
    table, field = data.draw(st.sampled_from(NUMBERS))
    with desk.database.read() as connection:
        known = [row for row in rows(connection, table) if row[field]]
    row = data.draw(st.sampled_from(sorted(known, key=lambda r: str(r["id"]))))
    change(desk, table, str(row["id"]), **{field: MARKER})

    with desk.database.read() as connection:
        present = gather(desk, connection, department_id, None, desk.clock.now()).numbered.sheets
    printing = {s.content.code for s in present if MARKER in canonical_json(s.content.body, "fr")}
    state = read_state(desk, department_id)
    expected = dict.fromkeys(printing | {"LISTE"} if printing else printing, "out_of_date")
    assert [not_up_to_date(state, number) for number in COPIES] == [expected, expected]
    for one in shelf(desk, department_id).sheets:
        assert bool(one.reasons) == (one.status is not SheetStatus.UP_TO_DATE)
    assert read_state(desk, department_id) == state, "the same facts give the same state"

    change(desk, table, str(row["id"]), **{field: row[field]})
    assert not_up_to_date(read_state(desk, department_id), COPIES[0]) == {}


def test_a_number_is_said_to_have_changed_on_its_day_and_back_again_nothing_did(
    opened: tuple[Desk, Calendar, str],
) -> None:
    desk, calendar, department_id = opened
    entry = row_id(desk, schema.directory_entry, label="Laboratoire")
    with desk.database.read() as connection:
        before = rows(connection, schema.directory_entry, id=entry)[0]["number"]
    calendar.day = date(2026, 12, 1)
    change(desk, schema.directory_entry, entry, number="5999")
    calendar.day = date(2026, 12, 12)
    assert why(desk, department_id, "ANN-01") == (
        "le numéro du laboratoire a changé le 1er\u00a0décembre",
        "the “Laboratoire” number changed on 1\u00a0December",
    )
    assert why(desk, department_id, "LISTE") == ("suit les autres", "follows the others")
    old = sheet(shelf(desk, department_id), "ANN-01")
    assert old.shelf == (1, old.shelf[1] if old.shelf else "")
    assert old.wanted is not None
    assert old.wanted[0] is None, "a revision that was never printed has no number"
    calendar.day = date(2027, 1, 2)
    assert why(desk, department_id, "ANN-01")[0].endswith("le 1er\u00a0décembre\u00a02026")

    print_binder(desk, department_id, desk.home.prints / "a.pdf", copy_number=COPIES[0])
    record_insertion(desk, newest_run(desk, department_id).id, "Maryse", calendar.day)
    change(desk, schema.directory_entry, entry, number=before)
    again = sheet(shelf(desk, department_id), "ANN-01")
    assert again.status is SheetStatus.OUT_OF_DATE
    assert again.shelf is not None
    assert again.wanted == old.shelf, "a body that comes back takes its old number back"
    assert (again.shelf[0], again.wanted and again.wanted[0]) == (2, 1)
    assert sheet(shelf(desk, department_id, COPIES[1]), "ANN-01").status is SheetStatus.UP_TO_DATE


def test_a_departure_is_announced_and_then_makes_sheets_out_of_date(
    opened: tuple[Desk, Calendar, str],
) -> None:
    desk, calendar, department_id = opened
    with desk.database.read() as connection:
        coverage = coverage_facts(connection, department_id, calendar.day)
    deputy = next(
        a.person_id for a in coverage.appointments if (a.kind, a.rank) == ("software", "deputy")
    )
    change(desk, schema.person, deputy, left_on="2026-12-30", role="Infirmière")
    state = read_state(desk, department_id)
    by_role = not_up_to_date(state, COPIES[0]).keys()
    assert by_role == {"ANN-01", "LISTE"}, "the directory says what she is"
    told = next(ahead for ahead in state.ahead if ahead.code == "PRE-01")
    assert told.day == date(2026, 12, 31)
    assert reasons_line(told.reasons, FRENCH) == "la suppléante part le 30\u00a0décembre"
    assert reasons_line(told.reasons, ENGLISH) == "the deputy leaves on 30\u00a0December"

    calendar.day = date(2026, 12, 30)
    assert not_up_to_date(read_state(desk, department_id), COPIES[0]).keys().isdisjoint({"PRE-01"})
    calendar.day = date(2026, 12, 31)
    assert why(desk, department_id, "PRE-01") == (
        "la suppléante est partie le 30\u00a0décembre",
        "the deputy left on 30\u00a0December",
    )
    assert why(desk, department_id, "REF-01")[0] == "la suppléante est partie le 30\u00a0décembre"
    change(desk, schema.person, deputy, role="AMA")
    assert "a quitté l’établissement le 30\u00a0décembre" in why(desk, department_id, "PRE-01")[0]


def test_a_release_gone_live_says_that_the_procedure_was_not_tried_since(
    opened: tuple[Desk, Calendar, str],
) -> None:
    desk, calendar, department_id = opened
    with desk.database.read() as connection:
        coverage = coverage_facts(connection, department_id, calendar.day)
    laboratory = next(f.id for f in coverage.functions.values() if f.code == "LAB")
    software = next(d.software_id for d in coverage.deployments if d.function_id == laboratory)
    establishment = establishment_of(desk, department_id)
    with desk.database.write("edit") as work:
        release = work.new_id()
        work.add(schema.release, [{"id": release, "software_id": software, "version": "77.4"}])
        place = {"establishment_id": establishment}
        live = {"id": work.new_id(), "release_id": release, "valid_on": date(2026, 12, 2)}
        work.add(schema.release_live, [{**live, **place}])
    told = [a for a in read_state(desk, department_id).ahead if a.code == "LAB-01"]
    assert told[0].day == date(2026, 12, 2)
    assert reasons_line(told[0].reasons, FRENCH).startswith(
        "la version 77.4 entre en service le 2\u00a0décembre"
    )
    calendar.day = date(2026, 12, 9)
    assert why(desk, department_id, "LAB-01") == (
        (
            "la version 77.4 est en service depuis le 2\u00a0décembre"
            " et cette procédure n’a pas été essayée depuis"
        ),
        "version 77.4 is live since 2\u00a0December and this procedure has not been tried since",
    )


def test_a_new_revision_of_the_text_is_announced_and_told(
    opened: tuple[Desk, Calendar, str],
) -> None:
    desk, calendar, department_id = opened
    with desk.database.read() as connection:
        coverage = coverage_facts(connection, department_id, calendar.day)
    function = next(f.id for f in coverage.functions.values() if f.code == "TRA")
    use = next(u for u in uses_of(coverage, calendar.day) if u.deployment.function_id == function)
    assert use.procedure is not None
    assert use.revision is not None
    with desk.database.write("edit") as work:
        row = rows(work.connection, schema.revision, id=use.revision.id)[0]
        number = (use.revision.number or 0) + 1
        text = str(row["text"]).replace(
            use.revision.text.steps[0].what, "Appelle le dépôt de sang."
        )
        del row["row_hash"], row["recorded_at"]
        days = {"approved_on": date(2026, 11, 22), "in_force_on": date(2026, 12, 5)}
        new = {**row, **days, "id": work.new_id(), "number": number, "text": text}
        work.add(schema.revision, [new])
    [told] = [a for a in read_state(desk, department_id).ahead if a.code == "TRA-01"]
    assert told.day == date(2026, 12, 5)
    assert reasons_line(told.reasons, FRENCH) == (
        f"la révision {number} entre en vigueur le 5\u00a0décembre"
    )
    calendar.day = date(2026, 12, 6)
    assert why(desk, department_id, "TRA-01")[1] == (
        f"revision {number} is in force since 5\u00a0December"
    )


def test_a_value_that_the_department_filled_in_is_named(
    opened: tuple[Desk, Calendar, str],
) -> None:
    desk, calendar, department_id = opened
    calendar.day = date(2026, 12, 3)
    name = "emplacement des bannettes"
    value = row_id(desk, schema.local_value, department_id=department_id, name=name)
    change(desk, schema.local_value, value, value="Bureau 3")
    told = shelf(desk, department_id)
    changed = {s.code for s in told.sheets if s.reasons and s.code != "LISTE"}
    assert changed
    assert {why(desk, department_id, code)[0] for code in changed} == {
        "«\u00a0emplacement des bannettes\u00a0» a été rempli autrement le 3\u00a0décembre"
    }


def test_what_is_printed_waits_until_it_is_filed(opened: tuple[Desk, Calendar, str]) -> None:
    desk, calendar, department_id = opened
    entry = row_id(desk, schema.directory_entry, label="Laboratoire")
    change(desk, schema.directory_entry, entry, number="5999")
    calendar.day = date(2026, 11, 24)
    result = print_binder(desk, department_id, desk.home.prints / "a.pdf", copy_number=COPIES[0])
    state = read_state(desk, department_id)
    waiting = not_up_to_date(state, COPIES[0])
    assert set(waiting) == set(not_up_to_date(state, COPIES[1]))
    assert set(waiting.values()) == {SheetStatus.PRINTED_NOT_FILED}
    copy = shelf(desk, department_id)
    assert copy.stage is RunStage.PREPARED
    assert copy.to_replace == 0
    assert reasons_line(sheet(copy, "ANN-01").reasons, FRENCH) == (
        "le numéro du laboratoire a changé le 22\u00a0novembre\u00a0; préparé le 24\u00a0novembre"
        f" (tirage {result.run_number}), pas encore classé"
    )
    record_insertion(desk, newest_run(desk, department_id).id, "Maryse", calendar.day)
    assert not_up_to_date(read_state(desk, department_id), COPIES[0]) == {}


def test_a_use_that_ends_leaves_a_sheet_to_be_taken_out(
    opened: tuple[Desk, Calendar, str],
) -> None:
    desk, calendar, department_id = opened
    with desk.database.read() as connection:
        coverage = coverage_facts(connection, department_id, calendar.day)
    kitchen = next(f.id for f in coverage.functions.values() if f.code == "REP")
    use = next(d for d in coverage.deployments if d.function_id == kitchen)
    change(desk, schema.deployment, use.id, until=date(2026, 12, 10))
    [told] = [a for a in read_state(desk, department_id).ahead if a.code == "REP-01"]
    assert told.day == date(2026, 12, 10)
    calendar.day = date(2026, 12, 11)
    gone = sheet(shelf(desk, department_id), "REP-01")
    assert (gone.status, gone.wanted) == (SheetStatus.TO_BE_REMOVED, None)
    name = coverage.software[use.software_id].name
    assert why(desk, department_id, "REP-01")[0] == (
        f"{name} n’est plus utilisé depuis le 10\u00a0décembre"
    )
    print_binder(desk, department_id, desk.home.prints / "a.pdf", copy_number=COPIES[0])
    assert shelf(desk, department_id).to_replace == 0, "the slip tells to take it out"


def test_a_copy_that_never_held_anything_misses_every_sheet(
    opened: tuple[Desk, Calendar, str],
) -> None:
    desk, _calendar, department_id = opened
    with desk.database.write("edit") as work:
        binder = rows(work.connection, schema.binder, department_id=department_id)[0]["id"]
        work.add(schema.copy, [{"id": work.new_id(), "binder_id": binder, "number": 17}])
    empty = shelf(desk, department_id, 17)
    assert {s.status for s in empty.sheets} == {SheetStatus.NEVER_PRINTED}
    assert (empty.stage, empty.check_due) == (None, None)
    assert {reasons_line(s.reasons, ENGLISH) for s in empty.sheets} == {"not yet in this copy"}


def test_a_closed_copy_has_no_sheets_any_more(opened: tuple[Desk, Calendar, str]) -> None:
    desk, calendar, department_id = opened
    copy = shelf(desk, department_id, COPIES[1]).copy
    closing = {"closed_on": calendar.day, "closed_because": "lost"}
    change(desk, schema.copy, copy.id, **closing)
    state = read_state(desk, department_id)
    assert copy.id in {closed.id for closed in state.closed}
    assert copy.id not in {one.copy.id for one in state.copies}


def test_nothing_is_announced_further_ahead_than_two_months(standing: tuple[Desk, str]) -> None:
    state = read_state(*standing)
    assert state.ahead
    days = [ahead.day for ahead in state.ahead]
    assert days == sorted(days)
    assert all(FILED_ON < day <= FILED_ON + timedelta(days=60) for day in days)


def test_a_department_without_copies_has_none(tmp_path: Path) -> None:
    desk = bare_desk(tmp_path)
    with desk.database.read() as connection:
        department, pole = (
            str(rows(connection, schema.node, kind=kind)[0]["id"])
            for kind in ("department", "pole")
        )
    assert read_state(desk, department).copies == ()
    with pytest.raises(NotFound):
        read_state(desk, pole)
    desk.close()


def test_who_leaves_is_told_with_the_day_where_only_the_directory_named_them(
    opened: tuple[Desk, Calendar, str],
) -> None:
    desk, calendar, ward = opened
    typed = {"last_name": "Roy", "first_name": "Ada", "telephone": "4999", "department_id": ward}
    person = add_record(desk, RecordKind.PERSON, typed).id
    last = calendar.day + timedelta(days=9)
    edit_field(desk, RecordKind.PERSON, person, "left_on", last.isoformat())
    told = [one for one in read_state(desk, ward).ahead if one.day == last + timedelta(days=1)]
    assert [one.code for one in told] == ["ANN-01", LIST_CODE]
    assert [(r.code, r.fields["label"], r.day) for r in told[0].reasons] == [
        ("line_gone", "Ada Roy", last)
    ]
