from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from referent_desk.domain.copies import Copy, Mark, PrintedSheet, Run
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


def look(found: Found, day: int, found_id: str | None = None) -> Look:
    return Look("PRE-01", found, found_id, DAY, START + timedelta(days=day))


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
