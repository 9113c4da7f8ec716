from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from referent_desk.domain.dial_checks import (
    Call,
    CallOutcome,
    CheckedLine,
    draw_size,
    drawn,
    is_drawable,
    lines_left,
    month_of,
    next_month,
)
from referent_desk.domain.directory import LineType, Purpose

MONTH = date(2026, 11, 1)


def line(name: str, number: str = "4100", *calls: Call, **more: object) -> CheckedLine:
    return replace(CheckedLine(name, name.title(), number, "d", calls=calls), **more)  # type: ignore[arg-type]


def call(
    year: int, month: int, outcome: CallOutcome = CallOutcome.RIGHT, number: str = "4100"
) -> Call:
    return Call(f"{year}-{month}", number, outcome, date(year, month, 15), "A. Moreau")


def names(lines: tuple[CheckedLine, ...]) -> list[str]:
    return [one.entry_id for one in lines]


@pytest.mark.parametrize(
    ("count", "size"), [(0, 0), (2, 2), (3, 3), (30, 3), (31, 4), (40, 4), (400, 40)]
)
def test_a_tenth_is_drawn_and_three_at_least(count: int, size: int) -> None:
    assert draw_size(count) == size


LONG_AGO, LATELY = call(2024, 1), call(2026, 10)


@pytest.mark.parametrize(
    ("lines", "first"),
    [
        ((line("a", "4100", LATELY), line("b", "4100", LONG_AGO)), ["b", "a"]),
        ((line("a", "4100", LONG_AGO), line("b")), ["b", "a"]),
        ((line("a"), line("b", purpose=Purpose.SWITCHBOARD)), ["b", "a"]),
        (
            (line("a", "4100", LONG_AGO), line("b", "4100", LATELY, purpose=Purpose.SWITCHBOARD)),
            ["a", "b"],
        ),
        ((line("a", "4100", LONG_AGO), line("b", "4200", LATELY)), ["b", "a"]),
        (
            (line("a", "4100", LONG_AGO), line("b", "4100", call(2026, 10, CallOutcome.NO_ANSWER))),
            ["b", "a"],
        ),
    ],
    ids=("oldest", "never", "essential", "oldest before essential", "changed", "no answer"),
)
def test_what_was_not_reached_for_longest_comes_first(
    lines: tuple[CheckedLine, ...], first: list[str]
) -> None:
    assert names(drawn(lines, MONTH)) == first


def test_the_draw_stays_the_same_whatever_happens_in_the_month() -> None:
    before = tuple(line(f"{number:02}") for number in range(40))
    expected = names(drawn(before, MONTH))
    dialled = line("00", "4100", call(2026, 11))
    changed = line("01", "4200", number_before="4100")
    emptied = line("02", "", number_before="4100")
    closed = line("03", is_closed=True)
    added = line("99", known_since=date(2026, 11, 3))

    after = drawn((dialled, changed, emptied, closed, *before[4:], added), MONTH)

    assert names(after) == expected
    assert names(lines_left(after, MONTH)) == ["01"]


def test_a_directory_that_was_typed_this_month_is_drawn_all_the_same() -> None:
    lines = tuple(line(name, known_since=date(2026, 11, 3)) for name in "abcd")

    assert names(drawn(lines, MONTH)) == ["a", "b", "c"]


@pytest.mark.parametrize(
    ("one", "expected"),
    [
        (line("a"), True),
        (line("a", ""), False),
        (line("a", "", number_before="4100"), True),
        (line("a", line_type=LineType.RUNNER), False),
        (line("a", "15"), False),
        (line("a", "0 112"), False),
        (line("a", "1500"), True),
    ],
)
def test_only_what_can_be_dialled_is_drawn(one: CheckedLine, expected: bool) -> None:
    assert is_drawable(one) is expected


def test_a_number_that_was_changed_was_not_dialled() -> None:
    changed = line("a", "4200", call(2026, 10))

    assert changed.last is None
    assert not changed.is_dialled


@pytest.mark.parametrize(
    ("day", "following"),
    [(date(2026, 11, 22), date(2026, 12, 1)), (date(2026, 12, 31), date(2027, 1, 1))],
)
def test_the_month_after_comes_next(day: date, following: date) -> None:
    assert next_month(month_of(day)) == following
