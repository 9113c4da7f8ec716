from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from referent_desk.gui.columns import Column, state_column
from referent_desk.gui.row_tables import LinesTable, column_widths
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


@pytest.mark.parametrize(
    ("available", "widths"),
    [
        (570, [290, 123, 157]),  # a title that is wider than its column's least is not cut
        (423, [180, 123, 120]),
        (422, [219, 70, 133]),  # not all titles fit: the leasts count alone
    ],
)
def test_titles_stand_whole_where_all_of_them_fit(available: int, widths: list[int]) -> None:
    assert column_widths((NAME, CODE, PLACE), available, (90, 123, 60)) == widths


def test_a_table_shows_its_titles_whole(qtbot: QtBot) -> None:
    code = Column("How the department is called by accounting", str, least=40, share=0)
    table = LinesTable("Departments", (NAME, code), ("a",))
    qtbot.addWidget(table)
    table.resize(900, 200)
    table.show()
    header = table.horizontalHeader()
    assert table.columnWidth(1) >= header.sectionSizeHint(1) > 40
    table.resize(300, 200)
    assert table.columnWidth(1) < header.sectionSizeHint(1)
