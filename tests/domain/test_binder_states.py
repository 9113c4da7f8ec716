from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from referent_desk.domain.sheet_states import CopyState, SheetStatus
from tests.domain.wide_binders import numbered, printed, run_of, state_of, wide_state

UP_TO_DATE, OUT_OF_DATE = SheetStatus.UP_TO_DATE, SheetStatus.OUT_OF_DATE
NEVER_PRINTED, WAITING = SheetStatus.NEVER_PRINTED, SheetStatus.PRINTED_NOT_FILED
numbers = st.lists(st.sampled_from(["1", "2", "3"]), min_size=1, max_size=6)


def statuses(copy: CopyState) -> dict[str, SheetStatus]:
    return {sheet.code: sheet.status for sheet in copy.sheets}


@given(numbers)
def test_what_lies_there_as_it_should_is_up_to_date(texts: list[str]) -> None:
    lying = printed(numbered(texts, allot=True))
    copy = state_of(lying, numbered(texts, lying))
    assert set(statuses(copy).values()) == {UP_TO_DATE}
    assert all(sheet.shelf == sheet.wanted for sheet in copy.sheets)
    assert all((sheet.pages, sheet.reasons) == (2, ()) for sheet in copy.sheets)


@given(numbers, numbers)
def test_exactly_the_sheets_that_differ_and_the_list_are_out_of_date(
    was: list[str], now: list[str]
) -> None:
    was, now = was[: len(now)], now[: len(was)]
    lying = printed(numbered(was, allot=True))
    copy = state_of(lying, numbered(now, lying))
    differ = {
        f"SHE-{n + 1:02}" for n, pair in enumerate(zip(was, now, strict=True)) if len(set(pair)) > 1
    }
    outdated = {code for code, status in statuses(copy).items() if status is OUT_OF_DATE}
    assert outdated == (differ | {"LISTE"} if differ else set())
    assert copy.to_replace == len(outdated)
    assert all(bool(sheet.reasons) == (sheet.code in outdated) for sheet in copy.sheets)


def test_an_empty_copy_misses_everything_until_what_was_printed_is_filed() -> None:
    sheets = numbered(["1", "2"], allot=True)
    empty = state_of((), sheets)
    assert set(statuses(empty).values()) == {NEVER_PRINTED}
    assert all(sheet.shelf is None for sheet in empty.sheets)
    waiting = state_of((), sheets, run_of(printed(sheets)))
    assert set(statuses(waiting).values()) == {WAITING}
    assert waiting.to_replace == 0
    assert {reason.code for sheet in waiting.sheets for reason in sheet.reasons} == {
        "waits_for_filing"
    }


def test_what_was_printed_and_is_not_filed_counts_only_if_it_is_still_right() -> None:
    lying = printed(numbered(["1", "1"], allot=True))
    second = printed(numbered(["2", "2"], lying, allot=True))
    copy = state_of(lying, numbered(["2", "3"], (*lying, *second)), run_of(second))
    assert statuses(copy) == {
        "COUV": UP_TO_DATE,
        "LISTE": OUT_OF_DATE,
        "SHE-01": WAITING,
        "SHE-02": OUT_OF_DATE,
    }
    assert [r.code for r in copy.sheets[2].reasons] == ["number_changed", "waits_for_filing"]


def test_a_sheet_that_is_no_longer_wanted_is_to_be_removed_and_stands_last() -> None:
    lying = printed(numbered(["1", "2"], allot=True))
    wanted = numbered(["1"], lying)
    copy = state_of(lying, wanted)
    assert list(statuses(copy).items())[-1] == ("SHE-02", SheetStatus.TO_BE_REMOVED)
    assert copy.sheets[-1].wanted is None
    assert [reason.code for reason in copy.sheets[-1].reasons] == ["no_longer_wanted"]
    brought = printed(numbered(["1"], lying, allot=True))
    assert statuses(state_of(lying, wanted, run_of(brought)))["SHE-02"] is WAITING


def test_a_body_that_comes_back_is_up_to_date_under_its_old_number() -> None:
    first = printed(numbered(["1"], allot=True))
    second = printed(numbered(["2"], first, allot=True))
    back = numbered(["1"], (*first, *second))
    assert set(statuses(state_of(first, back)).values()) == {UP_TO_DATE}
    copy = state_of(second, back)
    sheet = next(sheet for sheet in copy.sheets if sheet.code == "SHE-01")
    assert (sheet.status, sheet.shelf and sheet.shelf[0]) == (OUT_OF_DATE, 2)
    assert sheet.wanted == (1, first[2].check_code)


def test_ten_thousand_sheets_have_a_state_each() -> None:
    copy = wide_state(10_000)()
    assert len(copy.sheets) == 10_000
    assert copy.to_replace == 9_999
