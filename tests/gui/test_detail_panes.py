from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from referent_desk.domain.procedures import Step
from referent_desk.domain.step_marks import step_marks
from referent_desk.gui.columns import Column
from referent_desk.gui.detail_panes import DetailPane
from referent_desk.gui.labels import PlainLabel
from referent_desk.gui.places import Place, TabName
from referent_desk.gui.row_tables import LinesTable
from tests.gui.clicks import double_click


@pytest.mark.parametrize(
    ("levels", "marks"),
    [
        ((1, 1, 1), "1 2 3"),
        ((1, 2, 2, 3, 1, 2), "1 a b – 2 a"),
        ((2, 1), "1 2"),
        ((), ""),
    ],
)
def test_steps_are_marked_as_on_paper(levels: tuple[int, ...], marks: str) -> None:
    steps = [Step("does something", level=level) for level in levels]
    assert " ".join(step_marks(steps)) == marks


def test_steps_below_a_step_stand_further_in(qtbot: QtBot) -> None:
    pane = DetailPane()
    qtbot.addWidget(pane)
    pane.resize(600, 400)
    pane.steps((Step("one", "AMA"), Step("two", "", level=2), Step("three", "", level=3)))
    pane.end()
    pane.show()
    labels = {label.said(): label for label in pane.findChildren(PlainLabel)}
    left = [labels[mark].mapTo(pane, labels[mark].rect().topLeft()).x() for mark in "1a–"]
    assert left == sorted(left)
    assert len(set(left)) == 3


def test_what_nobody_knows_is_left_out(qtbot: QtBot) -> None:
    pane = DetailPane()
    qtbot.addWidget(pane)
    pane.facts((("Place", ""), ("Beds", "12")))
    pane.section("What stops", ())
    pane.muted("")
    assert [label.said() for label in pane.findChildren(PlainLabel)] == ["Beds", "12"]


def test_a_row_leads_where_it_says_by_mouse_and_by_key(qtbot: QtBot) -> None:
    pane = DetailPane()
    qtbot.addWidget(pane)
    places = (Place(TabName.SOFTWARE, ("s1",)), None)
    pane.lines("Uses", (Column("Name", str),), ("first", "second"),
               lambda row: places[0] if row == "first" else places[1])  # fmt: skip
    pane.show()
    followed: list[Place] = []
    pane.followed.connect(followed.append)
    table = pane.findChildren(LinesTable)[0]
    table.setFocus()
    table.choose(0)
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert followed == [places[0]]
    double_click(qtbot, table, 1)
    assert followed == [places[0]]
    double_click(qtbot, table, 0)
    assert followed == [places[0], places[0]]


def test_a_table_in_a_detail_is_as_high_as_its_rows(qtbot: QtBot) -> None:
    table = LinesTable("Uses", (Column("Name", str),), tuple(str(n) for n in range(40)))
    qtbot.addWidget(table)
    table.resize(300, table.height())
    table.show()
    assert table.verticalScrollBar().maximum() == 0


def test_the_row_that_the_keys_reach_is_kept_in_sight(qtbot: QtBot) -> None:
    pane = DetailPane()
    qtbot.addWidget(pane)
    pane.resize(400, 300)
    pane.lines("Uses", (Column("Name", str),), tuple(str(n) for n in range(40)), lambda _row: None)
    pane.end()
    pane.show()
    table = pane.findChildren(LinesTable)[0]
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_End)
    assert pane.verticalScrollBar().value() > 500


def test_the_buttons_of_a_form_stand_right_beneath_it_whatever_its_sentences(qtbot: QtBot) -> None:
    """A label that wraps asks for the height of a narrow column, which it is not given."""
    pane = DetailPane()
    qtbot.addWidget(pane)
    pane.resize(900, 600)
    pane.begin()
    for _line in range(4):
        pane.muted("A sentence that has room on one line of a broad page, and on two of a narrow.")
    foot = QPushButton("Create")
    pane.lay_foot(foot)
    pane.end()
    pane.show()
    last = pane.findChildren(PlainLabel)[-1]

    def gap() -> int:
        return foot.y() - last.mapTo(pane, QPoint(0, last.height())).y()

    qtbot.waitUntil(lambda: 0 < gap() <= 16)
