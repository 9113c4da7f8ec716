from __future__ import annotations

from collections.abc import Sequence

import pytest

from referent_desk.domain.binders import NumberedSheets
from referent_desk.domain.copies import CopyContent, PrintedSheet, StraySheet
from referent_desk.domain.replacements import Replacements, replacements, slip_sheet
from referent_desk.domain.sheets import CoverBody, Sheet, SheetContent
from referent_desk.domain.slips import SheetNumber, SlipBody
from tests.domain.copy_runs import COPY, DAY, listing, printed


def wanted(code: str, text: str, revision: int | None = 1) -> Sheet:
    content = SheetContent(code, code, f"title of {code}", "fr", CoverBody("", "", text))
    return Sheet(content, text, revision, text[:4].upper())


def asked(shelf: Sequence[PrintedSheet], now: Sequence[Sheet]) -> Replacements:
    content = CopyContent(COPY, {s.code: s for s in shelf}, filed_on=DAY if shelf else None)
    return replacements(content, NumberedSheets(tuple(now), (), ()))


SHELF = (
    printed("COUV", "cover"),
    listing(("ANN-01", 1), ("IMA-01", 1), ("PRE-01", 1)),
    printed("ANN-01", "number", 14),
    printed("IMA-01", "picture", 6),
    printed("PRE-01", "steps", 3),
)
LISTED = str((("ANN-01", 1), ("IMA-01", 1), ("PRE-01", 1)))


def codes(found: Replacements) -> list[tuple[str, bool, bool]]:
    return [(x.code, x.removed is not None, x.inserted is not None) for x in found.lines({})]


def test_a_copy_that_holds_the_present_binder_needs_nothing() -> None:
    now = [wanted("COUV", "cover"), wanted("LISTE", LISTED), wanted("ANN-01", "number")]
    found = asked(SHELF, [*now, wanted("IMA-01", "picture"), wanted("PRE-01", "steps")])
    assert found.nothing
    assert (found.share, found.full, found.lines({})) == (0.0, False, ())


def test_what_changed_is_replaced_in_the_order_of_the_binder_and_the_list_comes_last() -> None:
    now = [wanted("COUV", "other ward"), wanted("LISTE", "new"), wanted("ANN-01", "number")]
    found = asked(SHELF, [*now, wanted("IMA-01", "new picture", 7), wanted("PRE-01", "more", 4)])
    assert codes(found) == [(c, True, True) for c in ("IMA-01", "PRE-01", "LISTE", "COUV")]
    assert [s.content.code for s in found.changed] == ["IMA-01", "PRE-01", "LISTE", "COUV"]
    assert found.lines({"IMA-01": "why"})[0].reason == "why"
    assert found.share == 4 / 5


def test_a_body_that_comes_back_takes_its_old_number_back_on_the_slip() -> None:
    shelf = [printed("ANN-01", "later number", 15)]
    (line,) = asked(shelf, [wanted("ANN-01", "number", 14)]).lines({})
    assert (line.removed, line.inserted) == (SheetNumber(15, "late"), SheetNumber(14, "NUMB"))


def test_what_is_not_wanted_any_more_goes_and_stands_where_it_stood() -> None:
    now = [wanted("COUV", "cover"), wanted("LISTE", "new"), wanted("ANN-01", "new number", 15)]
    found = asked(SHELF, [*now, wanted("PRE-01", "more", 4)])
    assert codes(found) == [
        ("ANN-01", True, True),
        ("IMA-01", True, False),
        ("PRE-01", True, True),
        ("LISTE", True, True),
    ]
    assert [sheet.code for sheet in found.removed] == ["IMA-01"]


def test_the_first_sheets_of_a_binder_may_go_too() -> None:
    found = asked(SHELF, [wanted("COUV", "cover"), wanted("LISTE", "new"), wanted("ZZZ-01", "z")])
    assert [code for code, _out, _in in codes(found)] == [
        *("ANN-01", "IMA-01", "PRE-01"),
        *("ZZZ-01", "LISTE"),
    ]


def test_a_new_sheet_takes_the_place_of_none() -> None:
    now = [wanted("COUV", "cover"), wanted("LISTE", "new"), wanted("ANN-01", "number")]
    more = [wanted("LAB-01", "lab"), wanted("IMA-01", "picture"), wanted("PRE-01", "steps")]
    assert codes(asked(SHELF, [*now, *more])) == [("LAB-01", False, True), ("LISTE", True, True)]


@pytest.mark.parametrize(
    ("changed", "full"), [(0, False), (5, False), (6, False), (7, True), (10, True)]
)
def test_above_three_fifths_the_whole_binder_is_proposed(changed: int, full: bool) -> None:
    shelf = [printed(f"A{n:02}-01", "old") for n in range(10)]
    now = [wanted(f"A{n:02}-01", "new" if n < changed else "old") for n in range(10)]
    assert asked(shelf, now).full is full


def test_into_a_copy_in_which_nothing_was_filed_the_whole_binder_goes() -> None:
    found = asked([], [wanted("COUV", "cover")])
    assert found.never_filed
    assert found.full


def test_a_slip_has_a_check_code_that_no_sheet_of_the_binder_has() -> None:
    body = SlipBody("Remplacer 1 feuillet", (), 14, 2, run_number=32)
    first = slip_sheet(body, "fr", ())
    assert first.content.code == "BORD. 32"
    assert first.revision is None
    assert slip_sheet(body, "fr", [first.check_code]).check_code != first.check_code
    assert first.qr_payload("CAR2") == f"RD1 S CAR2 BORD-32 0 {first.check_code}"


def test_what_a_check_found_in_the_place_of_a_sheet_is_taken_out_by_the_slip() -> None:
    stray = StraySheet("ANN-01", "REP-01", 1, "W6K0")
    gone = StraySheet("a title", check_code="Z9Z9")
    content = CopyContent(COPY, {}, filed_on=DAY, strays={"ANN-01": stray, "OLD-09": gone})
    found = replacements(content, NumberedSheets((wanted("ANN-01", "number"),), (), ()))
    first, second = found.lines({})
    assert (first.code, first.stray, first.inserted is not None) == ("ANN-01", stray, True)
    assert (second.code, second.title, second.stray) == ("OLD-09", "a title", gone)
    assert (first.takes_out, second.takes_out, found.nothing) == (True, True, False)
    assert SlipBody("", (first, second), 0, 1).removed == 2
