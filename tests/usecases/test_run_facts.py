from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from referent_desk.domain.changes import Kind
from referent_desk.domain.copies import CopyEnd, RunStage
from referent_desk.domain.copy_contents import stage_of
from referent_desk.domain.deeds import Deed, Verb
from referent_desk.errors import NotFound, RefusedField, RefusedInput
from referent_desk.storage import schema
from referent_desk.usecases.checks import check
from referent_desk.usecases.copies import close_copy
from referent_desk.usecases.run_facts import (
    annul_mark,
    confirm_printing,
    record_insertion,
    record_sending,
)
from referent_desk.usecases.undoing import redo, undo
from tests.usecases.homes import TOMORROW, bare_desk
from tests.usecases.shelves import TODAY, Shelf, shelf_of

YESTERDAY, NEXT_DAY = date(2026, 11, 21), date(2026, 11, 23)


@pytest.fixture
def shelf(tmp_path: Path) -> Iterator[Shelf]:
    shelf = shelf_of(bare_desk(tmp_path))
    yield shelf
    assert check(shelf.desk).faults == ()
    shelf.desk.close()


def stage(shelf: Shelf) -> RunStage:
    runs = shelf.runs()
    return stage_of(runs[0], runs)


def test_prepared_sent_confirmed_and_filed_are_four_facts_and_none_stands_for_another(
    shelf: Shelf,
) -> None:
    run_id = shelf.print_all().run_id or ""
    assert stage(shelf) is RunStage.PREPARED
    record_sending(shelf.desk, run_id, "Laser du poste", "job-7", "Aubry")
    assert stage(shelf) is RunStage.SENT
    assert shelf.runs()[0].confirmed is None
    confirm_printing(shelf.desk, run_id, "Maryse Aubry", TODAY)
    assert stage(shelf) is RunStage.CONFIRMED
    assert shelf.content().sheets == {}
    saved = record_insertion(shelf.desk, run_id, "Awa N’Diaye", TODAY)
    assert saved.kinds == {Kind.BINDERS}
    assert saved.undo == Deed(Verb.FILED, "print_run", "1")
    assert stage(shelf) is RunStage.FILED
    (run,) = shelf.runs()
    assert run.sent is not None
    assert run.confirmed is not None
    assert run.filed is not None
    assert run.sent.printer == "Laser du poste"
    assert [(m.who, m.day) for m in (run.confirmed, run.filed)] == [
        ("Maryse Aubry", TODAY),
        ("Awa N’Diaye", TODAY),
    ]
    assert set(shelf.revisions()) == {sheet.code for sheet in run.sheets}


def test_what_is_filed_need_not_have_been_confirmed_before(shelf: Shelf) -> None:
    shelf.fill()
    run = shelf.runs()[0]
    assert run.filed is not None
    assert run.confirmed is None


def test_filing_twice_is_refused_and_says_who_did_it(shelf: Shelf) -> None:
    result = shelf.print_all()
    shelf.file(result)
    for mark in (record_insertion, confirm_printing):
        with pytest.raises(RefusedInput, match=r"already recorded as filed on 22.*by Maryse Aubry"):
            mark(shelf.desk, result.run_id or "", "Other", TODAY)


def test_a_printing_is_confirmed_once(shelf: Shelf) -> None:
    run_id = shelf.print_all().run_id or ""
    confirm_printing(shelf.desk, run_id, "Aubry", TODAY)
    with pytest.raises(RefusedInput, match=r"already recorded as come out on paper.*by Aubry"):
        confirm_printing(shelf.desk, run_id, "Aubry", TODAY)


@pytest.mark.parametrize(
    ("who", "day", "said"),
    [
        ("Aubry", NEXT_DAY, "still to come"),
        ("Aubry", YESTERDAY, "only printed on 22"),
        ("  ", TODAY, "Nobody is named"),
        ("x" * 301, TODAY, "longer than 300"),
    ],
)
def test_who_and_when_must_be_possible(shelf: Shelf, who: str, day: date, said: str) -> None:
    run_id = shelf.print_all().run_id or ""
    for mark in (record_insertion, confirm_printing):
        with pytest.raises(RefusedInput, match=said):
            mark(shelf.desk, run_id, who, day)
    assert stage(shelf) is RunStage.PREPARED


def test_nothing_is_filed_into_a_copy_that_is_closed(shelf: Shelf) -> None:
    result = shelf.print_all()
    close_copy(shelf.desk, shelf.copy().id, CopyEnd.LOST, TODAY)
    with pytest.raises(RefusedInput, match="Copy 1 was lost on 22"):
        shelf.file(result)


def test_an_older_printing_is_not_filed_after_a_newer_one(shelf: Shelf) -> None:
    first = shelf.print_all()
    shelf.say_number("4100")
    shelf.file(shelf.print_all())
    with pytest.raises(RefusedInput, match=r"Print run 2 is newer and was filed on 22.*by Maryse"):
        shelf.file(first)


def test_a_later_printing_is_not_filed_on_an_earlier_day(shelf: Shelf) -> None:
    first = shelf.print_all()
    shelf.say_number("4100")
    second = shelf.print_all()
    shelf.desk.clock = TOMORROW
    shelf.file(first, day=NEXT_DAY)
    with pytest.raises(RefusedInput, match="Print run 1 was filed on 23"):
        shelf.file(second, day=TODAY)
    shelf.file(second, day=NEXT_DAY)


def test_what_was_printed_for_no_copy_cannot_be_filed(shelf: Shelf) -> None:
    result = shelf.print_all(copy=None)
    with pytest.raises(RefusedInput, match="printed for no copy"):
        shelf.file(result)
    with pytest.raises(NotFound):
        record_insertion(shelf.desk, "nothing", "Aubry", TODAY)


def test_an_error_is_annulled_with_its_reason_the_last_fact_first_and_nothing_is_removed(
    shelf: Shelf,
) -> None:
    result = shelf.print_all()
    run_id = result.run_id or ""
    record_sending(shelf.desk, run_id, "Laser")
    confirm_printing(shelf.desk, run_id, "Aubry", TODAY)
    shelf.file(result)
    with pytest.raises(RefusedInput, match="Nothing is said about why"):
        annul_mark(shelf.desk, run_id, "  ")
    stages = []
    for reason in ("wrong copy", "paper jam", "printer off"):
        assert annul_mark(shelf.desk, run_id, reason).kinds == {Kind.BINDERS}
        stages.append(stage(shelf))
    assert stages == [RunStage.CONFIRMED, RunStage.SENT, RunStage.PREPARED]
    with pytest.raises(RefusedInput, match="could be taken back"):
        annul_mark(shelf.desk, run_id, "again")
    with shelf.desk.database.read() as connection:
        rows = list(connection.execute(schema.insertion.select().order_by("recorded_at")))
    assert len(rows) == 2
    assert {row.reason for row in rows} == {"", "wrong copy"}
    shelf.file(result)
    assert stage(shelf) is RunStage.FILED


def test_a_filing_is_taken_back_and_done_again_by_further_rows(shelf: Shelf) -> None:
    shelf.fill()
    assert undo(shelf.desk).kinds == {Kind.BINDERS}
    assert stage(shelf) is RunStage.PREPARED
    assert shelf.content().sheets == {}
    redo(shelf.desk)
    assert stage(shelf) is RunStage.FILED
    undo(shelf.desk)
    with shelf.desk.database.read() as connection:
        assert len(list(connection.execute(schema.insertion.select()))) == 4
    redo(shelf.desk)
    annul_mark(shelf.desk, shelf.runs()[0].id, "not yet")
    undo(shelf.desk)
    assert stage(shelf) is RunStage.FILED


def test_what_is_too_long_is_refused_and_not_cut(shelf: Shelf) -> None:
    run_id = shelf.print_all().run_id or ""
    with pytest.raises(RefusedField, match="longer than"):
        record_sending(shelf.desk, run_id, "Laser", who="x" * 301)
    assert stage(shelf) is RunStage.PREPARED
    record_sending(shelf.desk, run_id, "Laser")
    with pytest.raises(RefusedField, match="longer than"):
        annul_mark(shelf.desk, run_id, "x" * 20_001)
    assert stage(shelf) is RunStage.SENT
