"""What keys do to steps, as tables: `1 Call` is a step of level 1 that says “Call”."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from referent_desk.domain import step_edits
from referent_desk.domain.drafts import with_levels
from referent_desk.domain.pasted_lines import PastedLine
from referent_desk.domain.procedures import Step
from referent_desk.domain.step_edits import Edited, Steps


def steps(*written: str) -> Steps:
    return tuple(Step(line[2:], level=int(line[0])) for line in written)


def said(edited: Edited) -> list[str]:
    return [f"{step.level} {step.what}" for step in edited.steps]


@pytest.mark.parametrize(
    ("cursor", "lines", "row"),
    [
        (4, ["1 Call", "1 the ward", "2 Note"], 1),
        (13, ["1 Call the ward", "1 ", "2 Note"], 1),
        (0, ["1 ", "1 Call the ward", "2 Note"], 1),
    ],
)
def test_enter_makes_a_step_of_the_same_level(cursor: int, lines: list[str], row: int) -> None:
    edited = step_edits.split(steps("1 Call the ward", "2 Note"), 0, cursor)
    assert (said(edited), edited.row, edited.cursor) == (lines, row, 0)


def test_who_and_forms_stay_with_their_text_when_a_step_is_split() -> None:
    whole = (Step("Call the ward", "AMA", ("F05",), "Desk"),)
    above, below = step_edits.split(whole, 0, 4).steps
    assert (above.who, above.forms, above.where) == ("AMA", ("F05",), "Desk")
    assert below == Step("the ward")
    empty, same = step_edits.split(whole, 0, 0).steps
    assert (empty, same) == (Step(""), whole[0])


def test_backspace_joins_a_step_to_the_one_above_and_loses_nothing() -> None:
    two = (Step("Call", "AMA", ("F05",)), Step("the ward", "Nurse", ("F06",), "Desk"))
    edited = step_edits.join(two, 1)
    assert edited.steps == (Step("Call the ward", "AMA", ("F05", "F06"), "Desk"),)
    assert (edited.row, edited.cursor) == (0, 5)
    assert step_edits.join(two, 0).steps == two


@pytest.mark.parametrize(
    ("row", "by", "lines"),
    [
        (1, 1, ["1 A", "1 B", "2 C", "3 D"]),
        (0, 1, ["1 A", "1 B", "2 C", "3 D"]),
        (2, 1, ["1 A", "1 B", "2 C", "3 D"]),
        (2, -1, ["1 A", "1 B", "1 C", "2 D"]),
        (3, -1, ["1 A", "1 B", "2 C", "2 D"]),
        (1, -1, ["1 A", "1 B", "2 C", "3 D"]),
    ],
)
def test_tab_goes_deeper_with_what_is_below_and_never_beyond_the_third_level(
    row: int, by: int, lines: list[str]
) -> None:
    four = steps("1 A", "1 B", "2 C", "3 D")
    assert said(step_edits.shift(four, row, by)) == lines


def test_a_step_goes_under_the_one_above_with_its_own() -> None:
    three = steps("1 A", "1 B", "2 C")
    assert said(step_edits.shift(three, 1, 1)) == ["1 A", "2 B", "3 C"]


@pytest.mark.parametrize(
    ("row", "by", "lines", "now"),
    [
        (0, 1, ["1 B", "2 b", "1 A", "2 a"], 2),
        (2, -1, ["1 B", "2 b", "1 A", "2 a"], 0),
        (0, -1, ["1 A", "2 a", "1 B", "2 b"], 0),
        (2, 1, ["1 A", "2 a", "1 B", "2 b"], 2),
        (1, -1, ["1 A", "2 a", "1 B", "2 b"], 1),
        (1, 1, ["1 A", "2 a", "1 B", "2 b"], 1),
    ],
)
def test_a_step_moves_past_its_neighbour_with_what_is_below(
    row: int, by: int, lines: list[str], now: int
) -> None:
    edited = step_edits.move(steps("1 A", "2 a", "1 B", "2 b"), row, by)
    assert (said(edited), edited.row) == (lines, now)


def test_lines_pasted_into_a_step_become_steps_from_its_level_on() -> None:
    lines = [PastedLine("one"), PastedLine("two", 2), PastedLine("three", 3)]
    edited = step_edits.paste(steps("1 A", "2 before|after"), 1, 6, 7, lines)
    assert said(edited) == ["1 A", "2 beforeone", "3 two", "3 threeafter"]
    assert (edited.row, edited.cursor) == (3, 5)
    one = step_edits.paste(steps("1 before|after"), 0, 6, 7, lines[:1])
    assert (said(one), one.cursor) == (["1 beforeoneafter"], 9)


ANY_STEPS = st.lists(
    st.builds(Step, what=st.text(max_size=8), level=st.integers(1, 3)), min_size=1, max_size=8
).map(with_levels)
EDITS: tuple[Callable[[Steps, int], Edited], ...] = (
    lambda s, row: step_edits.split(s, row, 2),
    lambda s, row: step_edits.shift(s, row, 1),
    lambda s, row: step_edits.shift(s, row, -1),
    lambda s, row: step_edits.move(s, row, 1),
    lambda s, row: step_edits.move(s, row, -1),
    step_edits.join,
    step_edits.remove,
)


@given(ANY_STEPS, st.lists(st.tuples(st.sampled_from(EDITS), st.integers(0, 9)), max_size=12))
def test_whatever_is_pressed_no_level_is_skipped_and_the_cursor_stands_in_a_step(
    made: Steps, pressed: list[tuple[Callable[[Steps, int], Edited], int]]
) -> None:
    for edit, row in pressed:
        edited = edit(made, row % len(made))
        made = edited.steps
        assert made == with_levels(made)
        assert 0 <= edited.row < len(made)
