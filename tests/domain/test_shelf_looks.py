from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from referent_desk.domain.copies import Copy, Mark, PrintedSheet, Run, StraySheet
from referent_desk.domain.copy_contents import content_of
from referent_desk.domain.shelf_checks import Found
from referent_desk.domain.shelf_looks import MISSING, OLD, Look, as_seen

COPY = Copy("copy", 1)
DAY = date(2026, 11, 9)
START = datetime(2026, 11, 1, 9, tzinfo=UTC)


def sheet(code: str, revision: int) -> PrintedSheet:
    return PrintedSheet(f"{code} {revision}", code, revision, "0000", "", code, "{}")


def run(number: int, day: int, *sheets: PrintedSheet) -> Run:
    """Filed on that day after the start."""
    moment = START + timedelta(days=day)
    filed = Mark("Ada", moment.date(), moment)
    return Run(f"r{number}", number, COPY.id, moment, "", 2, False, number > 1, sheets, filed=filed)


def look(found: Found, day: int, found_id: str | None = None, read: str = "") -> Look:
    return Look("PRE-01", found, found_id, DAY, START + timedelta(days=day), read)


RUNS = (run(1, 0, sheet("PRE-01", 1), sheet("LAB-01", 1)), run(2, 2, sheet("PRE-01", 2)))
CONTENT = content_of(COPY, RUNS)


@pytest.mark.parametrize(
    "found", [Found.MISSING, Found.OTHER_SHEET, Found.OTHER_DEPARTMENT, Found.UNKNOWN]
)
def test_a_sheet_that_was_not_found_in_its_place_does_not_lie_there(found: Found) -> None:
    seen = as_seen(CONTENT, RUNS, [look(found, 3)])
    assert set(seen.sheets) == {"LAB-01"}
    assert seen.amiss == {"PRE-01": (MISSING, DAY)}
    assert set(CONTENT.sheets) == {"LAB-01", "PRE-01"}, "what was filed stays as it was recorded"


def test_an_old_sheet_that_was_found_is_the_one_that_lies_there() -> None:
    seen = as_seen(CONTENT, RUNS, [look(Found.OLD, 3, "PRE-01 1")])
    assert seen.sheets["PRE-01"] == sheet("PRE-01", 1)
    assert seen.amiss == {"PRE-01": (OLD, DAY)}


@pytest.mark.parametrize("found", [Found.PRESENT, Found.NEWER])
def test_what_is_right_changes_nothing(found: Found) -> None:
    assert as_seen(CONTENT, RUNS, [look(found, 3)]) == CONTENT


def test_a_look_counts_until_the_sheet_is_filed_again_or_found() -> None:
    gone = look(Found.MISSING, 1)
    assert as_seen(CONTENT, RUNS, [gone]) == CONTENT, "run 2 was filed since"
    assert as_seen(CONTENT, RUNS, [look(Found.PRESENT, 5), look(Found.MISSING, 4)]) == CONTENT
    other = Look("LAB-01", Found.MISSING, None, DAY, START + timedelta(days=1))
    assert "LAB-01" not in as_seen(CONTENT, RUNS, [other]).sheets, "run 2 did not bring it"


def test_a_sheet_that_was_taken_out_since_is_no_concern() -> None:
    odd = Look("OLD-09", Found.MISSING, None, DAY, START + timedelta(days=9))
    assert as_seen(CONTENT, RUNS, [odd]) == CONTENT


STRAYS: list[tuple[Found, str | None, str, StraySheet]] = [
    (
        Found.OTHER_SHEET,
        "LAB-01 1",
        "0000",
        StraySheet("PRE-01", "LAB-01", 1, "0000", is_current=True),
    ),
    (Found.OTHER_SHEET, "PRE-01 1", "0000", StraySheet("PRE-01", "PRE-01", 1, "0000")),
    (
        Found.OTHER_DEPARTMENT,
        None,
        "RD1 S CHI PRE-01 4 W6K0",
        StraySheet("PRE-01", "PRE-01", 4, "W6K0", "CHI"),
    ),
    (Found.OTHER_SHEET, None, "RD1 S CAR LAB-04 2 W6K0", StraySheet("PRE-01", "LAB-04", 2, "W6K0")),
    (
        Found.OTHER_SHEET,
        None,
        "RD1 F CAR F05 000137 K",
        StraySheet("PRE-01", "F05", None, "000137 K"),
    ),
    (Found.UNKNOWN, None, "W6K0", StraySheet("PRE-01", check_code="W6K0")),
    (Found.OLD, "gone", "W6K0", StraySheet("PRE-01", check_code="W6K0")),
]


@pytest.mark.parametrize(("found", "found_id", "read", "stray"), STRAYS)
def test_what_lies_in_the_place_of_a_sheet_is_remembered_as_it_was_read(
    found: Found, found_id: str | None, read: str, stray: StraySheet
) -> None:
    seen = as_seen(CONTENT, RUNS, [look(found, 3, found_id, read)])
    assert seen.strays == {"PRE-01": stray}


def test_a_sheet_that_is_absent_leaves_nothing_in_its_place() -> None:
    assert as_seen(CONTENT, RUNS, [look(Found.MISSING, 3)]).strays == {}


def test_a_stray_stays_until_a_slip_printed_after_the_check_is_filed() -> None:
    stray = look(Found.UNKNOWN, 3, None, "W6K0")
    before = replace(run(3, 2, sheet("PRE-01", 3)), filed=run(3, 5).filed)
    whole = replace(before, replacements=False)
    after = run(3, 5, sheet("PRE-01", 3))
    for last, strays in ((before, {"PRE-01"}), (whole, set()), (after, set())):
        runs = (*RUNS, last)
        assert set(as_seen(content_of(COPY, runs), runs, [stray]).strays) == strays
