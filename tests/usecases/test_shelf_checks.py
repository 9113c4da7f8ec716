from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from referent_desk.clock import FixedClock
from referent_desk.domain.changes import Kind
from referent_desk.domain.check_codes import check_code
from referent_desk.domain.copies import CopyEnd
from referent_desk.domain.keyboards import through
from referent_desk.domain.sheet_states import SheetState, SheetStatus
from referent_desk.domain.shelf_checks import DRAWN, Found, Slip
from referent_desk.errors import NotFound, RefusedInput
from referent_desk.storage import schema
from referent_desk.storage.copies import copies_in
from referent_desk.storage.shelf_checks import last_checks, months_between_checks
from referent_desk.usecases.binder_states import read_state
from referent_desk.usecases.binders import print_binder
from referent_desk.usecases.checks import check
from referent_desk.usecases.copies import close_copy
from referent_desk.usecases.desks import Desk, open_desk
from referent_desk.usecases.replacements import print_replacements, propose
from referent_desk.usecases.run_facts import record_insertion
from referent_desk.usecases.shelf_checks import (
    annul_check,
    draw,
    list_checks,
    read,
    record_check,
    set_months,
)
from referent_desk.usecases.undoing import undo
from tests.paper.pdfs import letters_only, page_texts
from tests.usecases.homes import CLOCK, LATER, bare_desk

TODAY = CLOCK.today()


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = filed_desk(tmp_path)
    yield desk
    assert check(desk).faults == ()
    desk.close()


def filed_desk(folder: Path) -> Desk:
    """A copy of each department's binder, printed and filed today."""
    desk = bare_desk(folder)
    for department in wards(desk):
        print_binder(desk, department, desk.home.prints / f"{department}.pdf", copy_number=1)
        file_newest(desk, department)
    return desk


def wards(desk: Desk) -> list[str]:
    with desk.database.read() as connection:
        rows = connection.execute(schema.node.select().where(schema.node.c.kind == "department"))
        return sorted(row.id for row in rows)


def file_newest(desk: Desk, department: str) -> None:
    with desk.database.read() as connection:
        run = schema.print_run
        rows = connection.execute(run.select().where(run.c.department_id == department)).all()
    newest = max(rows, key=lambda row: row.number)
    record_insertion(desk, newest.id, "Ada Moreau", desk.clock.today())


def copy_of(desk: Desk, number: int = 1) -> str:
    department = wards(desk)[0]
    with desk.database.read() as connection:
        return copies_in(connection, department)[number - 1].id


def answers_of(desk: Desk, copy_id: str) -> dict[str, str]:
    return {sheet.code: sheet.check_code for sheet in draw(desk, copy_id)}


def payload_of(desk: Desk, code: str, place: int = 0) -> str:
    """What the symbol of the newest revision of a sheet says."""
    department = wards(desk)[place]
    node, revision = schema.node, schema.sheet_revision
    of_sheet = (revision.c.department_id == department, revision.c.code == code)
    with desk.database.read() as connection:
        paper = connection.execute(node.select().where(node.c.id == department)).one().paper_code
        rows = connection.execute(revision.select().where(*of_sheet)).all()
    newest = max(rows, key=lambda row: row.revision)
    return f"RD1 S {paper} {code} {newest.revision} {newest.check_code}"


def change_what_is_printed(desk: Desk) -> None:
    """A number that stands in the directory of the first department."""
    department = wards(desk)[0]
    with desk.database.write("change") as work:
        row = {
            "id": work.new_id(),
            "owner_id": department,
            "heading": "",
            "label": "Laboratoire",
            "number": f"4{work.now.second:03}",
            "folded": "laboratoire",
            "position": 1,
        }
        work.add(schema.directory_entry, [row])


def test_six_sheets_of_what_was_filed_are_drawn_and_the_same_again(desk: Desk) -> None:
    drawn = draw(desk, copy_of(desk))
    assert len(drawn) == DRAWN
    assert draw(desk, copy_of(desk)) == drawn


def test_a_copy_into_which_nothing_was_filed_has_nothing_to_check(desk: Desk) -> None:
    print_binder(desk, wards(desk)[0], desk.home.prints / "2.pdf", copy_number=2)
    assert draw(desk, copy_of(desk, 2)) == ()


def test_old_new_missing_and_foreign_codes_are_told_apart(desk: Desk) -> None:
    copy_id = copy_of(desk)
    before = payload_of(desk, "LISTE")
    change_what_is_printed(desk)
    print_binder(desk, wards(desk)[0], desk.home.prints / "next.pdf", copy_number=1)
    now = payload_of(desk, "LISTE")
    assert before != now
    assert read(desk, copy_id, "LISTE", before).found is Found.PRESENT
    assert read(desk, copy_id, "LISTE", now).found is Found.NEWER
    file_newest(desk, wards(desk)[0])
    assert read(desk, copy_id, "LISTE", now).found is Found.PRESENT
    old = read(desk, copy_id, "LISTE", before.split()[-1].lower())
    assert (old.found, old.revision) == (Found.OLD, 1)
    assert read(desk, copy_id, "LISTE", " ").found is Found.MISSING
    foreign = read(desk, copy_id, "LISTE", payload_of(desk, "LISTE", 1))
    assert (foreign.found, foreign.department) == (Found.OTHER_DEPARTMENT, "Cardiologie")
    other = read(desk, copy_id, "LISTE", payload_of(desk, "COUV"))
    assert (other.found, other.sheet) == (Found.OTHER_SHEET, "COUV")
    turned = read(desk, copy_id, "LISTE", through(now, "us", "fr"))
    assert turned.found is Found.PRESENT
    code = now.split()[-1]
    wrong = code[1] + code[0] + code[2:] if code[0] != code[1] else f"0{code[1:]}"
    assert read(desk, copy_id, "LISTE", wrong).slip is Slip.CHECK_CHARACTER


def test_a_backup_that_knows_less_than_the_shelf_says_that_the_sheet_is_newer(desk: Desk) -> None:
    *start, _revision, code = payload_of(desk, "LISTE").split()

    unknown = check_code("7" * 64, frozenset({code}))
    reading = read(desk, copy_of(desk), "LISTE", " ".join((*start, "9", unknown)))
    assert (reading.found, reading.revision) == (Found.NEWER, 9)


def test_a_check_is_kept_with_what_was_read_and_becomes_the_history_of_the_copy(
    desk: Desk,
) -> None:
    copy_id = copy_of(desk)
    answers = answers_of(desk, copy_id)
    first, second, *_rest = answers
    answers |= {first: "", second: f" {answers[second].lower()} "}
    done = record_check(desk, copy_id, " Ada  Moreau ", TODAY, answers)
    assert done.saved.kinds == {Kind.BINDERS}
    (known,) = list_checks(desk, copy_id)
    assert known == done.check
    assert (known.who, known.day, known.copy_number) == ("Ada Moreau", TODAY, 1)
    assert [sheet.code for sheet in known.sheets] == list(answers)
    assert (known.present, known.current) == (DRAWN - 1, DRAWN - 1)
    assert known.sheets[0].found is Found.MISSING
    assert known.sheets[1].read == answers[second].strip().upper()
    here, elsewhere = wards(desk)
    with desk.database.read() as connection:
        assert last_checks(connection, here) == {copy_id: TODAY}
        assert last_checks(connection, elsewhere) == {}


def test_what_was_looked_at_gives_way_to_what_was_not(desk: Desk) -> None:
    copy_id = copy_of(desk)
    seen: set[str] = set()
    clock = CLOCK
    for _month in range(3):
        answers = answers_of(desk, copy_id)
        assert not seen & set(answers) or len(seen) + DRAWN > 18
        seen |= set(answers)
        record_check(desk, copy_id, "Ada", clock.today(), answers)
        clock = FixedClock(clock.now() + timedelta(days=31))
        desk.clock = clock
    assert len(seen) == 3 * DRAWN


REFUSED = [
    ("nobody", "", TODAY, "named"),
    ("a day to come", "Ada", TODAY + timedelta(days=1), "to come"),
    ("a day before the filing", "Ada", TODAY - timedelta(days=1), "only filed on"),
]


@pytest.mark.parametrize(
    ("who", "day", "words"), [case[1:] for case in REFUSED], ids=[case[0] for case in REFUSED]
)
def test_a_check_that_cannot_have_been_is_refused(
    desk: Desk, who: str, day: date, words: str
) -> None:
    copy_id = copy_of(desk)
    with pytest.raises(RefusedInput, match=words):
        record_check(desk, copy_id, who, day, answers_of(desk, copy_id))
    assert list_checks(desk, copy_id) == ()


def test_a_second_check_of_one_day_is_one_more_and_what_it_found_counts(desk: Desk) -> None:
    copy_id = copy_of(desk)
    first = record_check(desk, copy_id, "Ada Moreau", TODAY, answers_of(desk, copy_id)).check
    second = record_check(desk, copy_id, "Ada Moreau", TODAY, {"LISTE": ""}).check
    assert {check.id for check in list_checks(desk, copy_id)} == {first.id, second.id}
    assert set(_wrong_on_the_shelf(desk)) == {"LISTE"}


def test_a_closed_copy_is_not_checked_any_more_and_keeps_its_history(desk: Desk) -> None:
    copy_id = copy_of(desk)
    answers = answers_of(desk, copy_id)
    record_check(desk, copy_id, "Ada", TODAY, answers)
    close_copy(desk, copy_id, CopyEnd.LOST, TODAY)
    for work in (
        lambda: draw(desk, copy_id),
        lambda: read(desk, copy_id, "LISTE", ""),
        lambda: record_check(desk, copy_id, "Ada", TODAY, answers),
    ):
        with pytest.raises(RefusedInput):
            work()
    assert len(list_checks(desk, copy_id)) == 1


def test_what_is_no_code_and_no_sheet_of_the_copy_is_never_recorded(desk: Desk) -> None:
    copy_id = copy_of(desk)
    for answers in ({}, {"LISTE": "not a code"}, {"ZZZ-99": ""}):
        with pytest.raises(RefusedInput):
            record_check(desk, copy_id, "Ada", TODAY, answers)
    with pytest.raises(NotFound):
        draw(desk, "nothing")
    assert list_checks(desk, copy_id) == ()


def test_taking_a_check_back_needs_a_reason_and_frees_its_day(desk: Desk) -> None:
    copy_id = copy_of(desk)
    answers = answers_of(desk, copy_id)
    done = record_check(desk, copy_id, "Ada", TODAY, answers).check
    assert answers_of(desk, copy_id).keys() != answers.keys()
    with pytest.raises(RefusedInput):
        annul_check(desk, done.id, " ")
    annul_check(desk, done.id, "the wrong binder")
    assert list_checks(desk, copy_id) == ()
    assert answers_of(desk, copy_id) == answers
    with pytest.raises(RefusedInput, match="already"):
        annul_check(desk, done.id, "again")
    with pytest.raises(NotFound):
        annul_check(desk, "nothing", "why")
    record_check(desk, copy_id, "Ada", TODAY, answers)
    assert len(list_checks(desk, copy_id)) == 1


def test_how_often_is_said_by_the_binder_and_can_be_undone(desk: Desk) -> None:
    department, other = wards(desk)
    for months in (0, 3):
        set_months(desk, department, months)
        with desk.database.read() as connection:
            assert months_between_checks(connection, department) == months
    undo(desk)
    with desk.database.read() as connection:
        assert months_between_checks(connection, department) == 0
        assert months_between_checks(connection, other) is None
    for months in (-1, 25):
        with pytest.raises(RefusedInput):
            set_months(desk, department, months)


def _wrong_on_the_shelf(desk: Desk, number: int = 1) -> dict[str, SheetState]:
    (state,) = read_state(desk, wards(desk)[0]).copies
    assert state.copy.number == number
    return {s.code: s for s in state.sheets if s.status is not SheetStatus.UP_TO_DATE}


def test_what_a_check_finds_amiss_is_wrong_on_the_shelf_and_printed_again(tmp_path: Path) -> None:
    desk = filed_desk(tmp_path)
    copy_id, department = copy_of(desk), wards(desk)[0]
    assert _wrong_on_the_shelf(desk) == {}
    answers = {"LISTE": "", "COUV": payload_of(desk, "LISTE")}
    record_check(desk, copy_id, "Ada", TODAY, answers)
    wrong = _wrong_on_the_shelf(desk)
    assert set(wrong) == set(answers)
    assert {s.reasons[0].code for s in wrong.values()} == {"missing_on_shelf"}
    assert {s.reasons[0].day for s in wrong.values()} == {TODAY}
    proposal = propose(desk, department, 1)
    assert (proposal.insert, proposal.full) == (2, False)
    print_replacements(desk, department, 1, desk.home.prints / "again.pdf")
    desk.close()
    desk = open_desk(desk.home, LATER)
    file_newest(desk, department)
    assert _wrong_on_the_shelf(desk) == {}
    assert read(desk, copy_id, "LISTE", payload_of(desk, "LISTE")).found is Found.PRESENT
    desk.close()


def test_an_old_sheet_found_on_the_shelf_is_out_of_date_again(desk: Desk) -> None:
    copy_id, department = copy_of(desk), wards(desk)[0]
    before = payload_of(desk, "LISTE")
    change_what_is_printed(desk)
    print_binder(desk, department, desk.home.prints / "next.pdf", copy_number=1)
    file_newest(desk, department)
    record_check(desk, copy_id, "Ada", TODAY, {"LISTE": before})
    (wrong,) = _wrong_on_the_shelf(desk).values()
    assert (wrong.code, wrong.status) == ("LISTE", SheetStatus.OUT_OF_DATE)
    assert wrong.reasons[0].code == "old_on_shelf"
    assert wrong.shelf is not None
    assert wrong.shelf[0] == 1
    annul_check(desk, list_checks(desk, copy_id)[0].id, "the wrong shelf")
    assert _wrong_on_the_shelf(desk) == {}


def test_the_slip_takes_out_the_sheet_that_a_check_found_in_a_wrong_place(tmp_path: Path) -> None:
    desk = filed_desk(tmp_path)
    copy_id, department = copy_of(desk), wards(desk)[0]
    own = payload_of(desk, "COUV").split()
    away = payload_of(desk, "LISTE", 1).split()
    answers = {"LISTE": own[-1], "COUV": " ".join(away)}
    record_check(desk, copy_id, "Ada", TODAY, answers)
    path = desk.home.prints / "again.pdf"
    print_replacements(desk, department, 1, path)
    slip = letters_only(page_texts(path.read_bytes())[0])
    for words in (f"COUV rev. {own[-2]} check {own[-1]}", f"LISTE ({away[2]})", away[-1]):
        assert letters_only(words) in slip
    assert "nothing" not in slip
    desk.close()
    desk = open_desk(desk.home, LATER)
    file_newest(desk, department)
    assert _wrong_on_the_shelf(desk) == {}
    desk.close()


def test_another_sheet_that_no_longer_lies_in_the_copy_is_said_to_be_old(desk: Desk) -> None:
    copy_id, department = copy_of(desk), wards(desk)[0]
    before = payload_of(desk, "LISTE")
    assert not read(desk, copy_id, "COUV", before).is_old
    change_what_is_printed(desk)
    print_binder(desk, department, desk.home.prints / "next.pdf", copy_number=1)
    file_newest(desk, department)
    reading = read(desk, copy_id, "COUV", before)
    assert (reading.found, reading.sheet, reading.is_old) == (Found.OTHER_SHEET, "LISTE", True)
