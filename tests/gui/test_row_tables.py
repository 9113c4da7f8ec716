from __future__ import annotations

import pytest

from referent_desk.gui.columns import Column, state_column
from referent_desk.gui.row_tables import column_widths
from referent_desk.gui.shapes import Shape
from referent_desk.gui.states import State
from referent_desk.gui.themes import Tone

NAME, CODE = Column("Name", str, least=180, share=3), Column("Code", str, least=70, share=0)
PLACE = Column("Place", str, least=120, share=1)
STAFF = Column("Staff", str, least=100, share=1, yields=1)
BEDS = Column("Beds", str, least=60, yields=2)


@pytest.mark.parametrize(
    ("available", "widths"),
    [
        (570, [330, 70, 170]),  # what is left over goes by shares
        (370, [180, 70, 120]),
        (185, [90, 35, 60]),  # nobody can stay whole
        (0, [180, 70, 120]),  # not yet laid out
    ],
)
def test_columns_share_the_room_there_is(available: int, widths: list[int]) -> None:
    assert column_widths((NAME, CODE, PLACE), available) == widths


STATE = state_column("State", lambda _row: State("", Shape.DISC, Tone.GOOD), least=150)


@pytest.mark.parametrize(
    ("available", "widths"),
    [
        (400, [180, 70, 150]),
        (300, [108, 42, 150]),  # what is one word, and the reason to look, stays whole
        (200, [90, 35, 75]),  # nothing is left for the others: all give way alike
    ],
)
def test_a_state_is_the_last_to_be_cut(available: int, widths: list[int]) -> None:
    assert column_widths((NAME, CODE, STATE), available) == widths


@pytest.mark.parametrize(
    ("available", "shown"),
    [
        (530, [True, True, True, True, True]),
        (529, [True, True, True, True, False]),
        (469, [True, True, True, False, False]),
        (200, [True, True, True, False, False]),
    ],
)
def test_columns_that_yield_go_one_by_one(available: int, shown: list[bool]) -> None:
    widths = column_widths((NAME, CODE, PLACE, STAFF, BEDS), available)
    assert [width > 0 for width in widths] == shown
    assert sum(widths) <= available
