"""Bad input around the binder on the shelf: said in words, kept letter by letter, never a fault."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from referent_desk.clock import FixedClock
from referent_desk.domain.copies import CopyEnd
from referent_desk.domain.keyboards import CAPS_LOCKS, LAYOUTS, through
from referent_desk.domain.records import RecordKind
from referent_desk.domain.sheet_states import SheetStatus
from referent_desk.domain.shelf_checks import Found, Slip
from referent_desk.domain.slips import SheetNumber, SlipBody, SlipLine
from referent_desk.errors import DeskError, RefusedField, RefusedInput
from referent_desk.paper.layout import LaidOut
from referent_desk.paper.sheets_slips import lay_out_slip
from referent_desk.storage import schema
from referent_desk.usecases.binder_states import read_state
from referent_desk.usecases.checks import check
from referent_desk.usecases.copies import close_copy
from referent_desk.usecases.desks import open_desk
from referent_desk.usecases.lots import annul_lot, list_lots, print_lot
from referent_desk.usecases.records import add_record, edit_field, list_records
from referent_desk.usecases.replacements import propose
from referent_desk.usecases.run_facts import annul_mark, confirm_printing, record_insertion
from referent_desk.usecases.shelf_checks import draw, list_checks, read, record_check
from tests.hostile import CLEANED, DRAWN, NOTHING, SHORT
from tests.paper.pdfs import letters_only, page_texts
from tests.paper.prints import EN
from tests.usecases.homes import CLOCK, bare_desk
from tests.usecases.shelves import TODAY, Shelf, filed_shelf, shelf_of

TOMORROW = TODAY + timedelta(days=1)
UNSHIFTED = str.maketrans("1234567890", "&é\"'(-è_çà")
LONG = "Marie-Christine Delacroix-Villeneuve de la Rochefoucauld-Montmorency, x"


@dataclass(frozen=True)
class WardClock:
    """Stands still, and tells the day of the place where the program runs."""

    instant: datetime

    def now(self) -> datetime:
        return self.instant

    def today(self) -> date:
        return self.instant.astimezone().date()


@pytest.fixture
def shelf(tmp_path: Path) -> Iterator[Shelf]:
    shelf = filed_shelf(tmp_path)
    yield shelf
    assert check(shelf.desk).faults == ()
    shelf.desk.close()


def status_of(shelf: Shelf, code: str) -> SheetStatus:
    (copy,) = read_state(shelf.desk, shelf.department).copies
    return next(sheet.status for sheet in copy.sheets if sheet.code == code)


def facts(shelf: Shelf) -> list[object]:
    tables = (schema.insertion, schema.confirmation, schema.sending, schema.shelf_check)
    with shelf.desk.database.read() as connection:
        return [row for table in tables for row in connection.execute(table.select()).all()]


def twice(shelf: Shelf) -> None:
    shelf.file(shelf.print_all())


def of_a_closed_copy(shelf: Shelf) -> None:
    shelf.say_number("4100")
    result = shelf.print_changes()
    close_copy(shelf.desk, shelf.copy().id, CopyEnd.LOST, TODAY)
    shelf.file(result)


def dated_tomorrow(shelf: Shelf) -> None:
    shelf.say_number("4100")
    shelf.file(shelf.print_changes(), day=TOMORROW)


def before_its_printing(shelf: Shelf) -> None:
    shelf.say_number("4100")
    shelf.file(shelf.print_changes(), day=TODAY - timedelta(days=1))


def older_after_newer(shelf: Shelf) -> None:
    shelf.say_number("4100")
    older = shelf.print_changes()
    shelf.say_number("4101")
    shelf.file(shelf.print_changes())
    shelf.file(older)


def by_nobody(shelf: Shelf) -> None:
    shelf.say_number("4100")
    result = shelf.print_changes()
    for nobody in NOTHING:
        with pytest.raises(RefusedInput, match="Nobody is named"):
            shelf.file(result, who=nobody)
    shelf.file(result, who="")


@pytest.mark.parametrize(
    ("record", "said"),
    [
        (twice, "already recorded as filed on 22"),
        (of_a_closed_copy, "Copy 1 was lost on 22"),
        (dated_tomorrow, "still to come"),
        (before_its_printing, "only printed on 22"),
        (older_after_newer, "is newer and was filed on 22"),
        (by_nobody, "Nobody is named"),
    ],
)
def test_a_certificate_that_cannot_be_is_refused_and_leaves_no_fact(
    shelf: Shelf, record: Callable[[Shelf], None], said: str
) -> None:
    with pytest.raises(RefusedInput, match=said):
        record(shelf)
    assert len(facts(shelf)) == (2 if record is older_after_newer else 1)


def test_a_long_name_signs_and_is_told_whole(shelf: Shelf) -> None:
    shelf.say_number("4100")
    result = shelf.print_changes()
    shelf.file(result, who=LONG)
    with pytest.raises(RefusedInput, match=LONG):
        shelf.file(result)


@pytest.mark.parametrize("text", [*SHORT, LONG])
def test_hostile_names_and_reasons_are_kept_letter_by_letter(shelf: Shelf, text: str) -> None:
    shelf.say_number("4100")
    run_id = shelf.print_changes().run_id or ""
    confirm_printing(shelf.desk, run_id, text, TODAY)
    record_insertion(shelf.desk, run_id, text, TODAY)
    run = shelf.runs()[0]
    assert [mark and mark.who for mark in (run.confirmed, run.filed)] == [text, text]
    answers = {sheet.code: sheet.check_code for sheet in draw(shelf.desk, shelf.copy().id)}
    record_check(shelf.desk, shelf.copy().id, text, TODAY, answers)
    assert list_checks(shelf.desk, shelf.copy().id)[0].who == text
    annul_mark(shelf.desk, run_id, text)
    with shelf.desk.database.read() as connection:
        reasons = {row.reason for row in connection.execute(schema.insertion.select())}
    assert text in reasons
    lot = print_lot(shelf.desk, "F05", shelf.department, 1, shelf.path("lot"), text).lot
    annul_lot(shelf.desk, lot.id, text)
    (known,) = list_lots(shelf.desk, shelf.department)
    assert (known.who, known.annulled) == (text, text)


@pytest.mark.parametrize("field", ["place", "holder", "colour"])
def test_hostile_fields_of_a_copy_are_kept_letter_by_letter(shelf: Shelf, field: str) -> None:
    key = shelf.copy().id
    for text in (*SHORT, LONG, *CLEANED):
        edit_field(shelf.desk, RecordKind.COPY, key, field, text)
        assert getattr(shelf.copy(), field) == CLEANED.get(text, text)
    with pytest.raises(RefusedField):
        edit_field(shelf.desk, RecordKind.COPY, key, field, "A" * 100_000)


@pytest.mark.parametrize("field", ["name", "place", "queue", "note"])
def test_hostile_fields_of_a_printer_are_kept_letter_by_letter(shelf: Shelf, field: str) -> None:
    typed = {"department_id": shelf.department, "name": "Laser"}
    key = add_record(shelf.desk, RecordKind.PRINTER, typed).id
    for text in (*SHORT, LONG, *CLEANED):
        edit_field(shelf.desk, RecordKind.PRINTER, key, field, text)
        (known,) = list_records(shelf.desk, RecordKind.PRINTER, "department_id", shelf.department)
        assert known.values[field] == CLEANED.get(text, text)


@pytest.mark.parametrize("text", [*DRAWN, LONG])
def test_a_hostile_place_is_printed_letter_by_letter(shelf: Shelf, text: str) -> None:
    edit_field(shelf.desk, RecordKind.COPY, shelf.copy().id, "place", text)
    shelf.say_number("4100")
    printed = shelf.print_changes()
    assert letters_only(text) in letters_only("".join(page_texts(printed.path.read_bytes())))


def change_and_file(shelf: Shelf, number: str) -> None:
    shelf.say_number(number)
    shelf.file(shelf.print_changes())


def test_a_number_that_comes_back_before_it_was_filed_leaves_the_shelf_right(shelf: Shelf) -> None:
    shelf.say_number("4100")
    shelf.print_changes()
    assert status_of(shelf, "ANN-01") is SheetStatus.PRINTED_NOT_FILED
    shelf.say_number("")
    assert status_of(shelf, "ANN-01") is SheetStatus.UP_TO_DATE
    assert status_of(shelf, "LISTE") is SheetStatus.UP_TO_DATE
    assert propose(shelf.desk, shelf.department).insert == 0


def test_a_body_that_comes_back_is_printed_under_its_old_number(shelf: Shelf) -> None:
    first = shelf.content().sheets["ANN-01"]
    change_and_file(shelf, "4100")
    middle = shelf.content().sheets["ANN-01"]
    shelf.say_number("")
    assert status_of(shelf, "ANN-01") is SheetStatus.OUT_OF_DATE
    result = shelf.print_changes()
    assert [(s.code, s.revision) for s in shelf.runs()[0].sheets] == [("ANN-01", 1), ("LISTE", 1)]
    slip = page_texts(result.path.read_bytes())[0]
    assert slip.index(middle.check_code) < slip.index(first.check_code)
    shelf.file(result)
    assert status_of(shelf, "ANN-01") is SheetStatus.UP_TO_DATE
    assert shelf.content().sheets["ANN-01"].revision_id == first.revision_id
    reading = read(shelf.desk, shelf.copy().id, "ANN-01", middle.check_code)
    assert (reading.found, reading.revision) == (Found.OLD, 2)
    reading = read(shelf.desk, shelf.copy().id, "ANN-01", first.check_code)
    assert reading.found is Found.PRESENT


def ways_to_type(payload: str) -> dict[str, str]:
    """The code by hand, the symbol by readers whose keyboard is another one."""
    code = payload.rsplit(maxsplit=1)[-1]
    by_reader = {
        f"{reader} on {computer} {caps}": through(payload, reader, computer, caps)
        for reader in LAYOUTS
        for computer in LAYOUTS
        for caps in CAPS_LOCKS
    }
    return {
        "small": code.lower(),
        "blanks": f"  {code[:2]}\u00a0{code[2:]}\t",
        "dashes": "-".join(code),
        "letter O": code.replace("0", "O"),
        "small l": code.replace("1", "l"),
        "digits without Shift": code.lower().translate(UNSHIFTED),
        **by_reader,
    }


def test_every_code_of_the_shelf_is_known_however_it_was_typed(shelf: Shelf) -> None:
    key, paper = shelf.copy().id, read_state(shelf.desk, shelf.department).paper_code
    wrong = [
        (sheet.check_code, how, reading)
        for code, sheet in list(shelf.content().sheets.items())[::6]
        for how, typed in ways_to_type(f"RD1 S {paper} {code} 1 {sheet.check_code}").items()
        if (reading := read(shelf.desk, key, code, typed)).found is not Found.PRESENT
    ]
    assert wrong == []


@pytest.mark.parametrize("typed", [*SHORT, *CLEANED, "A" * 100_000, "RD1 S " * 5_000, "\ud800" * 4])
def test_whatever_is_read_at_the_shelf_is_a_sentence_and_no_fault(shelf: Shelf, typed: str) -> None:
    reading = read(shelf.desk, shelf.copy().id, "LISTE", typed)
    assert reading.slip in set(Slip) or reading.found in {Found.UNKNOWN, Found.MISSING}
    with pytest.raises(DeskError):
        record_check(shelf.desk, shelf.copy().id, "Ada", TODAY, {"LISTE": typed})
    assert list_checks(shelf.desk, shelf.copy().id) == ()


def reopened(shelf: Shelf, moment: datetime) -> None:
    home = shelf.desk.home
    shelf.desk.close()
    shelf.desk = open_desk(home, FixedClock(moment))


def test_a_clock_set_back_between_printing_and_filing_is_told_and_the_right_day_taken(
    shelf: Shelf,
) -> None:
    shelf.say_number("4100")
    result = shelf.print_changes()
    reopened(shelf, CLOCK.now() - timedelta(days=365))
    for day in (date(2025, 11, 22), TODAY):
        with pytest.raises(RefusedInput):
            shelf.file(result, day=day)
    read_state(shelf.desk, shelf.department)
    draw(shelf.desk, shelf.copy().id)
    reopened(shelf, CLOCK.now() + timedelta(hours=1))
    shelf.file(result)
    assert status_of(shelf, "ANN-01") is SheetStatus.UP_TO_DATE


@pytest.mark.parametrize(
    "moment",
    [
        datetime(2026, 10, 25, 0, 30, tzinfo=UTC),
        datetime(2026, 10, 25, 1, 30, tzinfo=UTC),
        datetime(2027, 3, 28, 0, 59, tzinfo=UTC),
        datetime(2028, 2, 29, 12, 0, tzinfo=UTC),
        datetime(2028, 2, 29, 23, 30, tzinfo=UTC),
    ],
)
def test_in_the_night_of_the_clocks_and_on_leap_days_printed_is_filed_at_once(
    tmp_path: Path, moment: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TZ", "Europe/Paris")
    time.tzset()
    try:
        shelf = shelf_of(bare_desk(tmp_path, WardClock(moment)))
        today = shelf.desk.clock.today()
        shelf.file(shelf.print_all(), day=today)
        shelf.say_number("4100")
        result = shelf.print_changes()
        assert shelf.print_changes().run_id == result.run_id
        shelf.file(result, day=today)
        (copy,) = read_state(shelf.desk, shelf.department).copies
        assert copy.to_replace == 0
        assert copy.check_due is not None
        assert 28 <= (copy.check_due - today).days <= 31
        shelf.desk.close()
    finally:
        monkeypatch.undo()
        time.tzset()


def test_a_sheet_that_a_check_did_not_find_is_no_sheet_that_was_never_printed(shelf: Shelf) -> None:
    record_check(shelf.desk, shelf.copy().id, "Ada", TODAY, {"ANN-01": ""})
    (copy,) = read_state(shelf.desk, shelf.department).copies
    (sheet,) = [s for s in copy.sheets if s.status is not SheetStatus.UP_TO_DATE]
    assert (sheet.code, sheet.status, sheet.shelf) == ("ANN-01", SheetStatus.OUT_OF_DATE, None)
    assert [(r.code, r.day) for r in sheet.reasons] == [("missing_on_shelf", TODAY)]


def test_a_slip_of_ten_thousand_lines_is_laid_out_whole() -> None:
    old, new = SheetNumber(1, "C2RE"), SheetNumber(2, "J6LW")
    lines = tuple(
        SlipLine(f"PRE-{n:05}", f"Prescription {n}", old, new, "the number changed")
        for n in range(10_000)
    )
    begun = time.monotonic()
    laid = lay_out_slip(SlipBody("Replace 10,000 sheets", lines, 3, 1), EN)
    took = time.monotonic() - begun
    assert isinstance(laid, LaidOut)
    assert len(laid.pages) > 500
    assert took < 30
